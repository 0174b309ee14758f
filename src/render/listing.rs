//! Which documents a list holds, in which order, and where it stands.

use super::edition::Edition;
use crate::model::{Address, Collection, DocumentIndex, Variant};
use std::collections::BTreeMap;

/// Where a list stands: in this edition, or in the original where the edition has none.
pub(super) fn base(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Address {
    let variant = if exists(edition, collection) { edition.variant } else { &Variant::Original };
    let path = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    Address::new(variant, &path)
}

/// Whether an edition has the list: the original always, another where a document has that version.
pub(super) fn exists(edition: Edition<'_>, collection: &Collection) -> bool {
    has_version(edition, collection, edition.variant)
}

/// Whether there is a list of the collection in a version.
pub(super) fn has_version(edition: Edition<'_>, collection: &Collection, variant: &Variant) -> bool {
    let found = edition.site.collection(&collection.key);
    collection.is_listed() && found.is_some_and(|(index, _)| edition.site.has_version(index, variant))
}

/// The address of a list, that of the original where the edition has none.
pub(super) fn url(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> String {
    let found = edition.site.collection(&collection.key).map(|(index, _)| index);
    let scope = scope.filter(|scope| found.is_some_and(|index| edition.site.is_in_scope(index, scope)));
    edition.path(base(edition, collection, scope).path())
}

/// The documents of a collection in the order that it declares.
pub(super) fn members<'a>(edition: Edition<'a>, collection: &Collection) -> &'a [DocumentIndex] {
    if let Some((index, _)) = edition.site.collection(&collection.key) {
        edition.site.note_members(index);
    }
    edition.ordered().get(&collection.key).map_or(&[][..], Vec::as_slice)
}

/// The documents of a collection by scope, in the order that it declares; scopes in order of folder.
pub(super) fn by_scope<'a>(edition: Edition<'a>, collection: &Collection) -> BTreeMap<&'a str, Vec<DocumentIndex>> {
    let mut scopes: BTreeMap<&str, Vec<DocumentIndex>> = BTreeMap::new();
    for index in members(edition, collection) {
        if let Some(folder) = edition.site.document(*index).scope.as_deref() {
            scopes.entry(folder).or_default().push(*index);
        }
    }
    scopes
}
