//! Where documents of a kind, a scope or a whole are, found once: pages ask for them again and again.

use super::{
    address::Variant,
    collection::SCOPE,
    document::{CollectionIndex, Document, DocumentIndex},
    site::Site,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{
    collections::{BTreeMap, BTreeSet},
    hash::Hash,
    sync::Arc,
};

/// Places of documents by what they are.
#[derive(Debug, Clone, Default)]
pub(super) struct Catalogue {
    scopes: BTreeMap<Arc<str>, DocumentIndex>,
    parts: FxHashMap<Arc<str>, Vec<DocumentIndex>>,
    members: FxHashMap<CollectionIndex, Vec<DocumentIndex>>,
    versions: FxHashSet<(CollectionIndex, Variant)>,
    in_scope: FxHashSet<(CollectionIndex, Arc<str>)>,
}

impl Catalogue {
    /// Looks through the documents of a site once.
    pub(super) fn new(site: &Site) -> Self {
        let mut catalogue = Self::default();
        for (index, document) in site.indexed() {
            catalogue.versions.insert((document.collection, document.variant.clone()));
            if document.is_original() {
                catalogue.add(site, index, document);
            }
        }
        for parts in catalogue.parts.values_mut() {
            parts.sort_by(|a, b| {
                let (a, b) = (site.document(*a), site.document(*b));
                number(a).total_cmp(&number(b)).then_with(|| a.name.cmp(&b.name))
            });
        }
        catalogue
    }

    fn add(&mut self, site: &Site, index: DocumentIndex, document: &Document) {
        self.members.entry(document.collection).or_default().push(index);
        if let Some(whole) = &document.whole {
            self.parts.entry(whole.clone()).or_default().push(index);
        }
        if let Some(scope) = &document.scope {
            self.in_scope.insert((document.collection, scope.clone()));
            if &*site.collection_of(document).key == SCOPE {
                self.scopes.insert(scope.clone(), index);
            }
        }
    }

    /// Scopes by the names of their folders.
    pub(super) fn scopes(&self) -> &BTreeMap<Arc<str>, DocumentIndex> {
        &self.scopes
    }

    /// The parts of the whole of a name, in order of their number, then name.
    pub(super) fn parts_of(&self, name: &str) -> &[DocumentIndex] {
        self.parts.get(name).map_or(&[], Vec::as_slice)
    }

    /// The originals of a collection, in order of name.
    pub(super) fn members(&self, collection: CollectionIndex) -> &[DocumentIndex] {
        self.members.get(&collection).map_or(&[], Vec::as_slice)
    }

    /// The versions of collections, and the scopes that they are found in, in order.
    pub(super) fn shape(&self) -> impl Hash {
        let versions: BTreeSet<_> = self.versions.iter().collect();
        let in_scope: BTreeSet<_> = self.in_scope.iter().collect();
        (versions, in_scope)
    }

    /// Whether a document of the collection has the version.
    pub(super) fn has_version(&self, collection: CollectionIndex, variant: &Variant) -> bool {
        self.versions.contains(&(collection, variant.clone()))
    }

    /// Whether a document of the collection stands in the scope.
    pub(super) fn is_in_scope(&self, collection: CollectionIndex, scope: &str) -> bool {
        self.in_scope.contains(&(collection, scope.into()))
    }
}

/// A part's number, `6.1` as 6.1; parts without one come last.
fn number(document: &Document) -> f64 {
    document.fields.text("nr").and_then(|text| text.parse().ok()).unwrap_or(f64::INFINITY)
}
