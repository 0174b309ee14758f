//! The site as the maker of a page sees it: the same questions as `Site` answers, each noted.

use super::{
    order::Order,
    ordered::{Ordered, ordered},
    reads::{Read, Reads, Whole},
};
use crate::model::{
    Collection, CollectionIndex, Document, DocumentIndex, Reference, Relation, Role, Settings, Site, Target, Variant,
    site::Attachment, validity::DatedState,
};
use jiff::civil::Date;
use std::sync::Arc;

/// A site that is read for a page.
///
/// Settings and day are the same for all pages, and are not noted one by one.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    /// The settings.
    pub(super) settings: &'a Settings,
    /// The day that states are computed for.
    pub(super) today: Date,
    site: &'a Site,
    reads: Option<&'a Reads>,
}

impl<'a> Seen<'a> {
    /// A site of which nothing is noted: for what is made anew in every build.
    pub(super) fn whole(site: &'a Site) -> Self {
        Self { settings: &site.settings, today: site.today, site, reads: None }
    }

    /// The same site, with what is read of it noted.
    pub(super) fn noting(self, reads: &'a Reads) -> Self {
        Self { reads: Some(reads), ..self }
    }

    /// The same site, for what stands on all pages and is not noted by each.
    pub(super) fn silent(self) -> Self {
        Self { reads: None, ..self }
    }

    /// Notes all that was read for a piece of the page.
    pub(super) fn note_all(self, numbers: &[u32]) {
        if let Some(reads) = self.reads {
            reads.add_all(numbers);
        }
    }

    /// The site itself, for what is made of all of it.
    pub(super) fn all(self) -> &'a Site {
        self.note(Read::Texts);
        Whole::ALL.into_iter().for_each(|whole| self.note(Read::Whole(whole)));
        self.site
    }

    fn note(self, read: Read) {
        if let Some(reads) = self.reads {
            reads.note(read);
        }
    }

    /// A document by its place. It is noted with its declaration, which says what its fields mean.
    pub(super) fn document(self, index: DocumentIndex) -> &'a Document {
        let document = self.site.document(index);
        if self.reads.is_some() {
            let original = if document.is_original() { index } else { self.site.original_of(document) };
            self.note(Read::Document(original));
        }
        document
    }

    /// The Markdown of a document in any version. A page that shows of a document only what its fields say need not be made
    /// again when its text changes.
    pub(super) fn body(self, document: &'a Document) -> &'a str {
        if self.reads.is_some() {
            self.note(Read::Text(self.site.original_of(document)));
        }
        document.body()
    }

    /// A document in the version that is shown: that of the variant where there is one, else the original.
    pub(super) fn shown(self, index: DocumentIndex, variant: &Variant) -> &'a Document {
        self.document(index);
        self.version(index, variant)
    }

    /// The same, for its title, address and language alone: `title`, `address` and `variant` of the document.
    pub(super) fn named_only(self, index: DocumentIndex, variant: &Variant) -> &'a Document {
        self.note(Read::Title(index));
        self.version(index, variant)
    }

    fn version(self, index: DocumentIndex, variant: &Variant) -> &'a Document {
        self.site.document(self.site.variant_of(index, variant).unwrap_or(index))
    }

    /// What kind of document stands at a place, where no more is read of it.
    pub(super) fn kind_of(self, index: DocumentIndex) -> &'a Collection {
        self.note(Read::Title(index));
        self.collection_of(self.site.document(index))
    }

    /// The declaration of a document.
    pub(super) fn collection_of(self, document: &Document) -> &'a Collection {
        self.note(Read::Collection(document.collection));
        self.site.collection_of(document)
    }

    /// A declaration by its place.
    pub(super) fn collection_at(self, index: usize) -> &'a Collection {
        self.note(Read::Collection(CollectionIndex(u32::try_from(index).unwrap_or(u32::MAX))));
        &self.site.collections[index]
    }

    /// All declarations.
    pub(super) fn collections(self) -> &'a [Collection] {
        self.note(Read::Whole(Whole::Collections));
        &self.site.collections
    }

    /// A declaration by its key.
    pub(super) fn collection(self, key: &str) -> Option<(CollectionIndex, &'a Collection)> {
        let found = self.site.collection(key);
        self.note(found.map_or(Read::Whole(Whole::Collections), |(index, _)| Read::Collection(index)));
        found
    }

    /// Originals with their places.
    pub(super) fn originals(self) -> impl Iterator<Item = (DocumentIndex, &'a Document)> {
        self.note(Read::Whole(Whole::Documents));
        self.site.originals()
    }

    /// Originals of the collections that have a role.
    pub(super) fn with_role(self, role: Role) -> impl Iterator<Item = (DocumentIndex, &'a Document)> {
        self.note(Read::Whole(Whole::Documents));
        self.site.with_role(role)
    }

    /// The original of a name.
    pub(super) fn named(self, name: &str) -> Option<DocumentIndex> {
        let found = self.site.named(name);
        self.note(found.map_or(Read::Whole(Whole::Names), Read::Title));
        found
    }

    /// What a reference points at: looked for in the scope of the document that writes it, then from the root.
    pub(super) fn resolve<'r>(self, reference: &'r Reference, scope: Option<&str>) -> Option<Target<'r>> {
        let found = self.site.resolve(reference, scope);
        match found {
            Some(target) => {
                self.note(Read::Title(target.document));
                // What stands at the root is found only where the scope has none of that name.
                let is_at_root = *self.site.document(target.document).name == *reference.path;
                if let Some(scope) = scope.filter(|_| is_at_root) {
                    let names = self.site.scope(scope).map_or(Read::Whole(Whole::Names), Read::Names);
                    self.note(names);
                }
            }
            None => self.note(Read::Whole(Whole::Names)),
        }
        found
    }

    /// The other versions of an original, in order.
    pub(super) fn variants_of(self, index: DocumentIndex) -> impl Iterator<Item = (DocumentIndex, &'a Document)> {
        self.note(Read::Document(index));
        self.site.variants_of(index)
    }

    /// A document in one of its versions, if it exists.
    pub(super) fn variant_of(self, index: DocumentIndex, variant: &Variant) -> Option<DocumentIndex> {
        self.note(Read::Title(index));
        self.site.variant_of(index, variant)
    }

    /// Scopes, in order of folder.
    pub(super) fn scopes(self) -> impl Iterator<Item = (DocumentIndex, &'a Document)> {
        self.note(Read::Whole(Whole::Shape));
        self.site.scopes().inspect(move |(index, _)| self.note(Read::Document(*index)))
    }

    /// The document of a scope's folder.
    pub(super) fn scope(self, folder: &str) -> Option<DocumentIndex> {
        let found = self.site.scope(folder);
        self.note(found.map_or(Read::Whole(Whole::Shape), Read::Title));
        found
    }

    /// The originals of a collection, in order of name.
    pub(super) fn members(self, collection: CollectionIndex) -> &'a [DocumentIndex] {
        self.note_members(collection);
        self.site.members(collection)
    }

    /// Notes that the order of a collection's documents was read.
    pub(super) fn note_members(self, collection: CollectionIndex) {
        self.note(Read::Members(collection));
    }

    /// Notes that the place of a document in its collection was read.
    pub(super) fn note_order_of(self, index: DocumentIndex) {
        self.note_members(self.site.document(index).collection);
    }

    /// The documents of each collection in their order; who reads the order of one notes it by `note_members`.
    pub(super) fn in_order(self, variant: &Variant, order: &Order) -> Ordered {
        ordered(self.site, variant, order)
    }

    /// Whether a document of the collection has the version.
    pub(super) fn has_version(self, collection: CollectionIndex, variant: &Variant) -> bool {
        self.note(Read::Whole(Whole::Shape));
        self.site.has_version(collection, variant)
    }

    /// Whether a document of the collection stands in the scope.
    pub(super) fn is_in_scope(self, collection: CollectionIndex, scope: &str) -> bool {
        self.note(Read::Whole(Whole::Shape));
        self.site.is_in_scope(collection, scope)
    }

    /// The home page.
    pub(super) fn home(self) -> Option<DocumentIndex> {
        self.named("")
    }

    /// The name of a file that a document points at.
    pub(super) fn attachment(self, document: &Document, written: &str) -> Option<&'a Arc<str>> {
        self.note(Read::Whole(Whole::Files));
        self.site.attachment(document, written)
    }

    /// A file by its name.
    pub(super) fn attached(self, name: &str) -> Option<&'a Attachment> {
        self.note(Read::Whole(Whole::Files));
        self.site.attachments.get(name)
    }

    /// The parts of a whole, in order of their number or name.
    pub(super) fn parts_of(self, index: DocumentIndex) -> &'a [DocumentIndex] {
        self.note(Read::Links(index));
        self.site.parts_of(index)
    }

    /// Links that a document writes.
    pub(super) fn links_from(self, index: DocumentIndex) -> impl Iterator<Item = &'a Relation> {
        self.note(Read::Links(index));
        self.site.relations.from(index)
    }

    /// Links that point at a document.
    pub(super) fn links_to(self, index: DocumentIndex) -> impl Iterator<Item = &'a Relation> {
        self.note(Read::Links(index));
        self.site.relations.to(index)
    }

    /// The state of a document's validity on the site's day.
    pub(super) fn state(self, index: DocumentIndex) -> DatedState {
        self.document(index);
        self.site.state(index)
    }

    /// The document that says it supersedes this one.
    pub(super) fn superseded_by(self, index: DocumentIndex) -> Option<DocumentIndex> {
        self.document(index);
        self.site.superseded_by(index)
    }
}
