//! What the entry of a document is made of, as a key: while it is the same the entry is not made again.

use crate::{
    model::{Collection, Document, DocumentIndex, Field},
    render::edition::Edition,
    search::Key,
};
use std::fmt::Write as _;

/// Stands for what a number of 64 bits stands for.
pub(in crate::render) fn key(mark: u64) -> Key {
    first_half(blake3::hash(&mark.to_le_bytes()))
}

/// Makes keys.
pub(super) struct Keys<'a> {
    edition: Edition<'a>,
    /// Stands for what all entries are made of: the declarations and the texts.
    shared: Key,
    /// For each collection, whether what it shows of persons depends on the day.
    names_persons: Vec<bool>,
}

impl<'a> Keys<'a> {
    /// Keys of an edition; `texts` stands for the texts of the interface.
    pub(super) fn new(edition: Edition<'a>, texts: Key) -> Self {
        let mut shared = Hash::default();
        shared.bytes(&texts);
        shared.debug(&edition.site.all().collections);
        let names_persons = edition.site.all().collections.iter().map(names_persons).collect();
        Self { edition, shared: shared.key(), names_persons }
    }

    /// The key of a document: everything that `entry` reads of it and of others.
    pub(super) fn of(&self, index: DocumentIndex) -> Key {
        let site = self.edition.site.all();
        let document = site.document(index);
        let mut hash = Hash::default();
        hash.bytes(&self.shared);
        hash.bytes(&document.digest);
        hash.text(&document.path);
        hash.text(document.address.path());
        if self.names_persons[document.collection.0 as usize] {
            hash.debug(&site.today);
        }
        self.add_state(index, &mut hash);
        let scope = document.scope.as_deref();
        hash.text(scope.unwrap_or_default());
        self.add_title(scope.and_then(|folder| site.scope(folder)), &mut hash);
        for (_, of_version) in site.variants_of(index) {
            hash.text(of_version.variant.code());
            hash.text(of_version.address.path());
            hash.bytes(&of_version.digest);
        }
        for relation in site.relations.from(index) {
            self.add_title(Some(relation.to), &mut hash);
        }
        hash.key()
    }

    fn add_state(&self, index: DocumentIndex, hash: &mut Hash) {
        let site = self.edition.site.all();
        let dated = site.state(index);
        hash.text(dated.state.key());
        if let Some(date) = dated.date {
            hash.bytes(&date.year().to_le_bytes());
            hash.bytes(&[date.month().unsigned_abs(), date.day().unsigned_abs()]);
        }
        self.add_title(site.superseded_by(index), hash);
    }

    /// Another document, which entries name by its title, and facets by its name.
    fn add_title(&self, other: Option<DocumentIndex>, hash: &mut Hash) {
        let other = other.map(|index| self.edition.site.all().document(index));
        hash.text(other.map_or("", |other| &other.name));
        hash.text(other.map_or("", Document::title));
    }
}

/// Whether a collection has a group that may name a person.
fn names_persons(collection: &Collection) -> bool {
    fn tells(fields: &[Field]) -> bool {
        fields.iter().any(|field| &*field.key == "grund" || tells(&field.fields))
    }
    tells(&collection.fields)
}

/// Hashes pieces so that no two rows of pieces give the same: all at once, as there are many short ones.
#[derive(Default)]
struct Hash(Vec<u8>);

impl Hash {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend((bytes.len() as u64).to_le_bytes());
        self.0.extend(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// All of a value, as programmers see it.
    fn debug(&mut self, value: &impl std::fmt::Debug) {
        let mut text = String::new();
        write!(text, "{value:?}").expect("a text takes all");
        self.text(&text);
    }

    fn key(&self) -> Key {
        first_half(blake3::hash(&self.0))
    }
}

fn first_half(hash: blake3::Hash) -> Key {
    let [key, _] = hash.as_bytes().as_chunks().0 else { unreachable!("a hash is two keys long") };
    *key
}
