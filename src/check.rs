//! Rules across documents: references, links, addresses, commitments, freshness, people, language, settings.
//! One file for each family of rules. What one file says by itself is checked where it is read, in `parse`.

mod addresses;
mod case;
mod commitments;
mod documents;
mod files;
mod freshness;
mod language;
mod links;
mod markup;
mod meetings;
mod outline;
mod people;
mod references;
mod remembered;
mod settings;
mod terms;
mod texts;

pub use remembered::Remembered;

use crate::{
    diagnostic::Diagnostic,
    model::{Digest, DocumentIndex, Site},
};
use case::Case;
use outline::Outline;
use rayon::prelude::*;
use remembered::{Checked, surroundings};
use std::sync::OnceLock;
use texts::Sheet;

/// Everything that is known about a site before its rules are asked.
pub(crate) struct Known<'a> {
    site: &'a Site,
    /// One for each document, in order; read when a rule first asks for it.
    sheets: Vec<OnceLock<Sheet<'a>>>,
    avoided: Vec<terms::Avoided>,
}

impl<'a> Known<'a> {
    fn new(site: &'a Site) -> Self {
        let sheets = site.documents.iter().map(|_| OnceLock::new()).collect();
        Self { site, sheets, avoided: terms::avoided(site) }
    }

    fn sheet(&self, index: DocumentIndex) -> &Sheet<'a> {
        self.sheets[index.0 as usize].get_or_init(|| {
            let document = self.site.document(index);
            Sheet::new(document, &self.site.collection_of(document).fields)
        })
    }

    fn outline(&self, index: DocumentIndex) -> Digest {
        Outline::new(self.site, self.site.document(index)).digest(self.sheet(index))
    }
}

/// Holds a site against every rule. The order of what is told is that of path, place and code.
///
/// What was told of a document is told again when it is the same, and so is all that its rules may look at.
pub fn check(site: &Site, remembered: Remembered) -> (Vec<Diagnostic>, Remembered) {
    let known = Known::new(site);
    let before = remembered.by_document();
    let indices = || (0..site.documents.len()).into_par_iter().map(index);
    let same = |index: DocumentIndex| before.get(&site.document(index).digest).copied();
    let outlines: Vec<Digest> =
        indices().map(|index| same(index).map_or_else(|| known.outline(index), |checked| checked.outline)).collect();
    let surroundings = surroundings(site, &outlines);
    let is_same = remembered.surroundings == surroundings;
    let one = |index: DocumentIndex| Checked {
        document: site.document(index).digest,
        outline: outlines[index.0 as usize],
        told: match same(index).filter(|_| is_same) {
            Some(checked) => checked.told.clone(),
            None => document(&known, index),
        },
    };
    let documents: Vec<Checked> = indices().map(one).collect();
    let mut told: Vec<Diagnostic> = documents.iter().flat_map(|checked| checked.told.iter().cloned()).collect();
    // What was told between documents has places in their texts, so only silence can be remembered.
    let mut between = Vec::new();
    if !(is_same && remembered.is_silent_between) {
        let (documents, addresses) = rayon::join(|| documents::check(site), || addresses::check(site));
        between.extend(documents.into_iter().chain(addresses));
    }
    let is_silent_between = between.is_empty();
    told.append(&mut between);
    told.extend(settings::check(&site.settings));
    told.sort_by(|a, b| (&a.path, a.span, a.code).cmp(&(&b.path, b.span, b.code)));
    (told, Remembered { surroundings, is_silent_between, documents })
}

fn index(place: usize) -> DocumentIndex {
    DocumentIndex(u32::try_from(place).expect("a site has fewer documents than that"))
}

fn document<'k>(known: &'k Known<'k>, index: DocumentIndex) -> Vec<Diagnostic> {
    let mut case = Case::new(known, index);
    links::check(&mut case);
    markup::check(&mut case);
    language::check(&mut case);
    people::numbers(&mut case);
    if case.document.is_original() {
        references::check(&mut case);
        commitments::check(&mut case);
        freshness::check(&mut case);
        meetings::check(&mut case);
        terms::check(&mut case, &known.avoided);
        people::names(&mut case);
        files::check(&mut case);
    } else {
        references::variant(&mut case);
    }
    case.told
}
