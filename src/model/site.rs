//! A whole site, read and complete: settings, collections, documents and the links between them.

use super::{
    address::Variant,
    catalogue::Catalogue,
    collection::{Collection, Role},
    digest::Digest,
    document::{CollectionIndex, Document, DocumentIndex},
    relation::Relations,
    search_words::SearchWords,
    settings::Settings,
    validity::DatedState,
    value::Reference,
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

/// A file that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The path from the content folder.
    pub name: Arc<str>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Tells its bytes apart.
    pub digest: Digest,
}

/// A whole site.
#[derive(Debug, Clone)]
pub struct Site {
    /// The settings.
    pub settings: Settings,
    /// The day that states are computed for.
    pub today: Date,
    /// Declared collections, in order of key.
    pub collections: Vec<Collection>,
    /// What is known of the words that people search with.
    pub search_words: SearchWords,
    /// Documents that are published on `today`, in order of name, originals before their variants.
    pub documents: Vec<Arc<Document>>,
    /// Files beside documents, by name.
    pub attachments: BTreeMap<Arc<str>, Attachment>,
    /// Names of documents that wait for their day or are drafts: links to them are no errors.
    pub hidden: HashSet<Arc<str>>,
    /// Links between originals.
    pub relations: Relations,
    by_name: FxHashMap<Arc<str>, DocumentIndex>,
    superseded: FxHashMap<DocumentIndex, DocumentIndex>,
    catalogue: Catalogue,
}

/// What a reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'a> {
    /// The document.
    pub document: DocumentIndex,
    /// The part inside.
    pub part: Option<&'a str>,
}

/// What a site is made of, before its links are known.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The settings.
    pub settings: Settings,
    /// The day that states are computed for.
    pub today: Date,
    /// Declared collections.
    pub collections: Vec<Collection>,
    /// The words of the search.
    pub search_words: SearchWords,
    /// Documents in any order.
    pub documents: Vec<Arc<Document>>,
    /// Files beside documents.
    pub attachments: BTreeMap<Arc<str>, Attachment>,
    /// Names of documents that are left out.
    pub hidden: HashSet<Arc<str>>,
}

impl Site {
    /// Puts the parts in order and finds the links between documents; dangling references are left to `check`.
    pub fn new(mut parts: Parts) -> Self {
        parts.documents.sort_by(|a, b| (&a.name, &a.variant).cmp(&(&b.name, &b.variant)));
        let mut site = Self {
            settings: parts.settings,
            today: parts.today,
            collections: parts.collections,
            search_words: parts.search_words,
            documents: parts.documents,
            attachments: parts.attachments,
            hidden: parts.hidden,
            relations: Relations::default(),
            by_name: FxHashMap::default(),
            superseded: FxHashMap::default(),
            catalogue: Catalogue::default(),
        };
        let names = site.indexed().filter(|(_, document)| document.is_original());
        site.by_name = names.map(|(index, document)| (document.name.clone(), index)).collect();
        site.catalogue = Catalogue::new(&site);
        site.relations = Relations::new(&site);
        site.superseded = site.find_superseded();
        site
    }

    /// A document by its place.
    pub fn document(&self, index: DocumentIndex) -> &Document {
        &self.documents[index.0 as usize]
    }

    /// The collection of a document.
    pub fn collection_of(&self, document: &Document) -> &Collection {
        &self.collections[document.collection.0 as usize]
    }

    /// A collection by its key.
    pub fn collection(&self, key: &str) -> Option<(CollectionIndex, &Collection)> {
        let place = self.collections.iter().position(|collection| &*collection.key == key)?;
        Some((CollectionIndex(u32::try_from(place).ok()?), &self.collections[place]))
    }

    /// Documents with their places.
    pub fn indexed(&self) -> impl Iterator<Item = (DocumentIndex, &Document)> {
        (0..).map(DocumentIndex).zip(self.documents.iter().map(|document| &**document))
    }

    /// Originals with their places.
    pub fn originals(&self) -> impl Iterator<Item = (DocumentIndex, &Document)> {
        self.indexed().filter(|(_, document)| document.is_original())
    }

    /// Originals of the collections that have a role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = (DocumentIndex, &Document)> {
        self.originals().filter(move |(_, document)| self.collection_of(document).has(role))
    }

    /// The original of a name, `lekeberg/medborgarloften/2021-2022`.
    pub fn named(&self, name: &str) -> Option<DocumentIndex> {
        self.by_name.get(name).copied()
    }

    /// The other versions of an original, in order.
    pub fn variants_of(&self, index: DocumentIndex) -> impl Iterator<Item = (DocumentIndex, &Document)> {
        let name = self.document(index).name.clone();
        let after = index.0 as usize + 1;
        let rest = self.documents.get(after..).unwrap_or_default();
        (index.0 + 1..)
            .map(DocumentIndex)
            .zip(rest.iter().map(|document| &**document))
            .take_while(move |(_, document)| document.name == name)
    }

    /// A document in one of its versions, if it exists.
    pub fn variant_of(&self, index: DocumentIndex, variant: &Variant) -> Option<DocumentIndex> {
        if *variant == Variant::Original {
            return Some(index);
        }
        self.variants_of(index).find(|(_, document)| document.variant == *variant).map(|(found, _)| found)
    }

    /// The original of any version.
    pub fn original_of(&self, document: &Document) -> DocumentIndex {
        self.named(&document.name).expect("load lets no variant in without its original")
    }

    /// Scopes, in order of folder: the documents that stand for a folder above collections.
    pub fn scopes(&self) -> impl Iterator<Item = (DocumentIndex, &Document)> {
        self.catalogue.scopes().values().map(|index| (*index, self.document(*index)))
    }

    /// The document of a scope's folder.
    pub fn scope(&self, folder: &str) -> Option<DocumentIndex> {
        self.catalogue.scopes().get(folder).copied()
    }

    /// The originals of a collection, in order of name.
    pub fn members(&self, collection: CollectionIndex) -> &[DocumentIndex] {
        self.catalogue.members(collection)
    }

    /// Whether a document of the collection has the version.
    pub fn has_version(&self, collection: CollectionIndex, variant: &Variant) -> bool {
        self.catalogue.has_version(collection, variant)
    }

    /// Whether a document of the collection stands in the scope.
    pub fn is_in_scope(&self, collection: CollectionIndex, scope: &str) -> bool {
        self.catalogue.is_in_scope(collection, scope)
    }

    /// Which kinds of document there are in which scopes and in which versions, in a fixed order.
    pub fn shape(&self) -> impl std::hash::Hash {
        self.catalogue.shape()
    }

    /// The home page.
    pub fn home(&self) -> Option<DocumentIndex> {
        self.named("")
    }

    /// What a reference points at: looked for in the scope of the document that writes it, then from the root.
    pub fn resolve<'r>(&self, reference: &'r Reference, scope: Option<&str>) -> Option<Target<'r>> {
        self.resolve_in(&mut String::new(), reference, scope)
    }

    /// The same, in room for a name that is used again.
    pub(super) fn resolve_in<'r>(
        &self,
        room: &mut String,
        reference: &'r Reference,
        scope: Option<&str>,
    ) -> Option<Target<'r>> {
        let path = reference.path.as_str();
        let near = scope.and_then(|scope| {
            room.clear();
            room.reserve(scope.len() + 1 + path.len());
            [scope, "/", path].into_iter().for_each(|part| room.push_str(part));
            self.named(room)
        });
        let document = near.or_else(|| self.named(path))?;
        Some(Target { document, part: reference.part.as_deref() })
    }

    /// The name of a file that a document points at: beside the document first, then from the content folder.
    pub fn attachment(&self, document: &Document, written: &str) -> Option<&Arc<str>> {
        let written = written.trim_start_matches("./").trim_start_matches('/');
        let folder = document
            .path
            .strip_prefix("content/")
            .and_then(|path| path.rsplit_once('/'))
            .map_or("", |(folder, _)| folder);
        let near = if folder.is_empty() { written.to_owned() } else { format!("{folder}/{written}") };
        let found = self.attachments.get_key_value(near.as_str()).or_else(|| self.attachments.get_key_value(written));
        found.map(|(name, _)| name)
    }

    /// The parts of a whole, in order of their number or name.
    pub fn parts_of(&self, index: DocumentIndex) -> &[DocumentIndex] {
        self.catalogue.parts_of(&self.document(index).name)
    }

    /// The state of a document's validity on the site's day; parts share that of their whole.
    pub fn state(&self, index: DocumentIndex) -> DatedState {
        let document = self.document(index);
        let mut facts = document.validity_facts(self.collection_of(document).review_every);
        let successor = self.superseded.get(&index).map(|successor| self.document(*successor));
        facts.superseded = successor.map(|successor| {
            let validity = successor.validity().and_then(|validity| validity.period.first_day());
            validity.or_else(|| successor.decided().map(super::DateValue::first_day)).unwrap_or(self.today)
        });
        facts.state(self.today)
    }

    /// The document that says it supersedes this one.
    pub fn superseded_by(&self, index: DocumentIndex) -> Option<DocumentIndex> {
        self.superseded.get(&index).copied()
    }

    fn find_superseded(&self) -> FxHashMap<DocumentIndex, DocumentIndex> {
        let supersedes = |(from, document): (DocumentIndex, &Document)| {
            let targets = document.fields.references("ersätter");
            let targets: Vec<_> = targets
                .filter_map(|reference| Some(self.resolve(reference, document.scope.as_deref())?.document))
                .collect();
            targets.into_iter().map(move |target| (target, from))
        };
        self.originals().flat_map(supersedes).collect()
    }
}
