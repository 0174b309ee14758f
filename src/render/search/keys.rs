//! What the entry of a document is made of, as a key: while it is the same the entry is not made again.

use crate::{
    model::{Collection, Digester, DocumentIndex, Field, digest},
    render::edition::Edition,
    search::Key,
};

/// Stands for what a number of 64 bits stands for.
pub(in crate::render) fn key(mark: u64) -> Key {
    digest(&mark.to_le_bytes())
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
        let mut shared = Digester::new();
        shared.part(&texts).part(format!("{:?}", edition.site.all().collections).as_bytes());
        let names_persons = edition.site.all().collections.iter().map(names_persons).collect();
        Self { edition, shared: shared.end(), names_persons }
    }

    /// The key of a document: everything that `entry` reads of it and of others.
    pub(super) fn of(&self, index: DocumentIndex) -> Key {
        let site = self.edition.site.all();
        let document = site.document(index);
        let mut all = Digester::new();
        all.part(&self.shared).part(&document.digest);
        let scope = document.scope.as_deref();
        all.list([&*document.path, document.address.path(), scope.unwrap_or_default()]);
        if self.names_persons[document.collection.0 as usize] {
            all.part(site.today.to_string().as_bytes());
        }
        self.add_state(index, &mut all);
        self.add_title(scope.and_then(|folder| site.scope(folder)), &mut all);
        for (_, version) in site.variants_of(index) {
            all.list([version.variant.code(), version.address.path()]).part(&version.digest);
        }
        for relation in site.relations.from(index) {
            self.add_title(Some(relation.to), &mut all);
        }
        all.end()
    }

    fn add_state(&self, index: DocumentIndex, all: &mut Digester) {
        let site = self.edition.site.all();
        let dated = site.state(index);
        let date = dated.date.map(|date| (date.year().to_le_bytes(), date.month(), date.day()));
        let date = date.map(|([low, high], month, day)| [low, high, month.unsigned_abs(), day.unsigned_abs()]);
        all.part(dated.state.key().as_bytes()).part(date.as_ref().map_or(&[], |date| &date[..]));
        self.add_title(site.superseded_by(index), all);
    }

    /// Another document, which entries name by its title, and facets by its name.
    fn add_title(&self, other: Option<DocumentIndex>, all: &mut Digester) {
        let other = other.map(|index| self.edition.site.all().document(index));
        all.list(other.into_iter().flat_map(|other| [&*other.name, other.title()]));
    }
}

/// Whether a collection has a group that may name a person.
fn names_persons(collection: &Collection) -> bool {
    fn tells(fields: &[Field]) -> bool {
        fields.iter().any(|field| &*field.key == "grund" || tells(&field.fields))
    }
    tells(&collection.fields)
}
