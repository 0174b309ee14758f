//! Short and earlier addresses: can they be used, and are they free?

use crate::{
    diagnostic::{Code, Diagnostic},
    model::{
        Document, Site, Step,
        address::{RESERVED, is_slug},
    },
    parse::locate,
};
use rustc_hash::FxHashMap;

/// An address that a document asks for beside its own.
struct Wanted<'s> {
    document: &'s Document,
    key: &'static str,
    way: Vec<Step>,
    written: &'s str,
}

/// Holds every short and earlier address against the site's addresses and each other.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let wanted: Vec<Wanted<'_>> = site.originals().flat_map(|(_, document)| wanted(document)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut taken = own(site);
    let mut told = Vec::new();
    for wanted in wanted {
        let path = wanted.written.trim_matches('/').to_lowercase();
        let tell = |code| {
            let span = locate(wanted.document, site.collection_of(wanted.document), &wanted.way);
            Diagnostic::new(code, wanted.document.path.clone()).at(span, &wanted.document.text.whole())
        };
        let first = path.split('/').next().unwrap_or_default();
        if path.is_empty() || !wanted.written.trim_matches('/').split('/').all(is_slug) {
            told.push(tell(Code::AddressUnread).with("key", wanted.key).with("written", wanted.written));
        } else if RESERVED.contains(&first) {
            told.push(tell(Code::AddressReserved).with("segment", first));
        } else if let Some(other) = taken.get(&path) {
            told.push(tell(Code::AddressTaken).with("address", format!("/{path}/")).with("other", other.clone()));
        } else {
            taken.insert(path, wanted.document.path.to_string());
        }
    }
    told
}

/// The addresses of documents and of lists, with the file that makes each.
fn own(site: &Site) -> FxHashMap<String, String> {
    let mut taken = FxHashMap::default();
    for (_, document) in site.originals() {
        let collection = site.collection_of(document);
        if collection.is_listed() {
            let list = document
                .scope
                .as_deref()
                .map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
            taken.insert(list, collection.path.to_string());
            taken.insert(collection.key.to_string(), collection.path.to_string());
        }
    }
    taken.extend(
        site.documents
            .iter()
            .map(|document| (document.address.path().trim_matches('/').to_lowercase(), document.path.to_string())),
    );
    taken
}

fn wanted(document: &Document) -> impl Iterator<Item = Wanted<'_>> {
    let short = document.fields.text("kort").map(|written| Wanted {
        document,
        key: "kort",
        way: vec![Step::Key("kort".into())],
        written,
    });
    let earlier = document.fields.list("tidigare").iter().enumerate().filter_map(move |(index, value)| {
        let written = value.as_group()?.text("text")?;
        Some(Wanted { document, key: "tidigare", way: vec![Step::Key("tidigare".into()), Step::Index(index)], written })
    });
    short.into_iter().chain(earlier)
}
