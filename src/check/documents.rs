//! Rules between documents as wholes: ids of their own, and no ring of `ersätter`.

use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Document, DocumentIndex, Site, Step},
    parse::locate,
};
use rustc_hash::FxHashMap;

/// Holds the documents of a site against each other.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut told = ids(site);
    told.extend(rings(site));
    told
}

fn ids(site: &Site) -> Vec<Diagnostic> {
    let mut known: FxHashMap<&str, &Document> = FxHashMap::default();
    let mut told = Vec::new();
    // Whoever writes an id that is another's path is told of it, whatever the order of the files.
    let (written, plain): (Vec<_>, Vec<_>) =
        site.originals().map(|(_, document)| document).partition(|document| document.fields.text("id").is_some());
    for document in plain.into_iter().chain(written) {
        // Two files of one name have been told of as two files of one address.
        if let Some(other) = known.insert(document.id(), document).filter(|other| other.name != document.name) {
            told.push(
                at(site, document, "id", Code::DocumentIdTaken).with("id", document.id()).with("other", &*other.path),
            );
        }
    }
    told
}

/// Every ring once, at the document that comes first in it.
fn rings(site: &Site) -> Vec<Diagnostic> {
    let targets = |index: DocumentIndex| -> Vec<DocumentIndex> {
        let document = site.document(index);
        let references = document.fields.references("ersätter");
        references
            .filter_map(|reference| site.resolve(reference, document.scope.as_deref()))
            .map(|target| target.document)
            .collect()
    };
    let mut told = Vec::new();
    for (start, document) in
        site.originals().filter(|(_, document)| document.fields.references("ersätter").next().is_some())
    {
        let mut chain = vec![start];
        if goes_back(start, &mut chain, &targets) && chain.iter().all(|index| *index >= start) {
            let titles: Vec<&str> = chain.iter().chain([&start]).map(|index| site.document(*index).title()).collect();
            told.push(at(site, document, "ersätter", Code::SupersedesCycle).with("chain", titles.join(" → ")));
        }
    }
    told
}

fn goes_back(
    start: DocumentIndex,
    chain: &mut Vec<DocumentIndex>,
    targets: &dyn Fn(DocumentIndex) -> Vec<DocumentIndex>,
) -> bool {
    let last = *chain.last().expect("it begins with one");
    for target in targets(last) {
        if target == start {
            return true;
        }
        if !chain.contains(&target) {
            chain.push(target);
            if goes_back(start, chain, targets) {
                return true;
            }
            chain.pop();
        }
    }
    false
}

fn at(site: &Site, document: &Document, key: &str, code: Code) -> Diagnostic {
    let span = locate(document, site.collection_of(document), &[Step::Key(key.into())]);
    Diagnostic::new(code, document.path.clone()).at(span, &document.text.whole())
}
