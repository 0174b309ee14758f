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
mod people;
mod references;
mod settings;
mod terms;
mod texts;

use crate::{
    diagnostic::Diagnostic,
    model::{DocumentIndex, Site},
};
use case::Case;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use texts::Sheet;

/// Everything that is known about a site before its rules are asked: one sheet for each document, in order.
pub(crate) struct Known<'a> {
    site: &'a Site,
    sheets: Vec<Sheet<'a>>,
    avoided: Vec<terms::Avoided>,
}

/// What one check leaves for the next: what was told of each document, and what that was decided by.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Remembered {}

/// Holds a site against every rule. The order of what is told is that of path, place and code.
pub fn check(site: &Site, remembered: Remembered) -> (Vec<Diagnostic>, Remembered) {
    let sheets = site.documents.par_iter().map(|document| Sheet::new(site, document)).collect();
    let known = Known { site, sheets, avoided: terms::avoided(site) };
    let mut told: Vec<Diagnostic> =
        (0..site.documents.len()).into_par_iter().flat_map_iter(|place| document(&known, place)).collect();
    told.extend(documents::check(site));
    told.extend(addresses::check(site));
    told.extend(settings::check(&site.settings));
    told.sort_by(|a, b| (&a.path, a.span, a.code).cmp(&(&b.path, b.span, b.code)));
    (told, remembered)
}

fn document(known: &Known<'_>, place: usize) -> Vec<Diagnostic> {
    let index = DocumentIndex(u32::try_from(place).expect("a site has fewer documents than that"));
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
