//! What everything that can be read of a site says now, as a number each: while the numbers of all that a page has read are
//! the same, the page is the same. Numbers of 64 bits from SipHash: that two things to say share one is not to be expected
//! in the lifetime of a site.

use super::{
    edition::Edition,
    reads::{Numbering, Read, Whole},
};
pub(super) use crate::theme::mark;

use crate::model::{CollectionIndex, Document, DocumentIndex, Site};
use rayon::prelude::*;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The numbers of a site.
pub(super) struct Marks {
    /// How what can be read is numbered.
    pub(super) numbering: Numbering,
    /// A name for each thing that lasts from build to build, whatever its place in the numbering.
    pub(super) names: Vec<u64>,
    /// What each of them says now.
    pub(super) values: Vec<u64>,
    /// The name of each document.
    documents: Vec<u64>,
}

impl Marks {
    /// Looks at all of a site once.
    pub(super) fn new(site: &Site, editions: &[Edition<'_>]) -> Self {
        let numbering = Numbering::new(site);
        let documents: Vec<u64> =
            site.documents.iter().map(|document| mark(&(&document.name, &document.variant))).collect();
        let mut marks =
            Self { numbering, names: vec![0; numbering.len()], values: vec![0; numbering.len()], documents };
        let collections: Vec<u64> =
            site.collections.iter().map(|collection| mark(&(&collection.key, &*collection.source))).collect();
        marks.documents(&Sources { site, collections: &collections });
        for (place, collection) in site.collections.iter().enumerate() {
            let index = CollectionIndex(u32::try_from(place).expect("a site has fewer declarations than that"));
            marks.set(Read::Collection(index), &collection.key, collections[place]);
            let lists = editions.iter().filter_map(|edition| edition.ordered().get(&collection.key));
            let members = lists.map(|list| list.iter().map(|index| marks.document(*index)).collect::<Vec<_>>());
            let members = mark(&members.collect::<Vec<_>>());
            marks.set(Read::Members(index), &collection.key, members);
        }
        marks.wholes(site, &collections);
        marks
    }

    /// The name of a document.
    pub(super) fn document(&self, index: DocumentIndex) -> u64 {
        self.documents[index.0 as usize]
    }

    /// What each text says now.
    pub(super) fn texts(&self) -> &[u64] {
        &self.values[self.numbering.texts()]
    }

    /// Stands for all that pages are planned by: everything but the texts.
    pub(super) fn facts(&self) -> u64 {
        mark(&(&self.names, &self.values[self.numbering.texts().end..]))
    }

    fn set(&mut self, read: Read, name: &(impl Hash + ?Sized), value: u64) {
        let number = self.numbering.number(read);
        self.names[number] = mark(&(std::mem::discriminant(&read), mark(name)));
        self.values[number] = value;
    }

    fn documents(&mut self, sources: &Sources<'_>) {
        let said: Vec<[u64; 5]> = (0u32..)
            .zip(&sources.site.documents)
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(index, document)| sources.of(DocumentIndex(index), document))
            .collect();
        for (index, [text, document, title, links, names]) in (0..).map(DocumentIndex).zip(said) {
            let name = self.document(index);
            self.set(Read::Text(index), &name, text);
            self.set(Read::Document(index), &name, document);
            self.set(Read::Title(index), &name, title);
            self.set(Read::Links(index), &name, links);
            self.set(Read::Names(index), &name, names);
        }
    }

    fn wholes(&mut self, site: &Site, collections: &[u64]) {
        self.set(Read::Texts, "", mark(self.texts()));
        for whole in Whole::ALL {
            let value = match whole {
                Whole::Documents => {
                    let documents = self.numbering.texts().end;
                    mark(&self.values[documents..documents + site.documents.len()])
                }
                Whole::Names => mark(&self.documents),
                Whole::Collections => mark(collections),
                Whole::Shape => {
                    let scopes: Vec<&str> =
                        site.scopes().filter_map(|(_, document)| document.scope.as_deref()).collect();
                    mark(&(scopes, site.shape()))
                }
                Whole::Files => {
                    let files = site.attachments.values();
                    mark(&files.map(|file| (&file.name, file.bytes.len())).collect::<Vec<_>>())
                }
            };
            self.set(Read::Whole(whole), &(whole as usize), value);
        }
    }
}

/// What the numbers of documents are made of.
struct Sources<'a> {
    site: &'a Site,
    collections: &'a [u64],
}

impl Sources<'_> {
    /// What the Markdown of a document is, what else it says, what links to it show, its links, and the names in its scope;
    /// nothing for other versions than originals, which stand for them all.
    fn of(&self, index: DocumentIndex, document: &Document) -> [u64; 5] {
        if !document.is_original() {
            return [0; 5];
        }
        let site = self.site;
        let declared = self.collections[document.collection.0 as usize];
        let versions = || std::iter::once((index, document)).chain(site.variants_of(index));
        let texts: Vec<_> = versions().map(|(_, document)| document.digest).collect();
        let facts: Vec<_> = versions().map(|(_, document)| document.facts).collect();
        let places: Vec<_> = versions().map(|(_, document)| (&document.path, &document.address)).collect();
        let successor = site.superseded_by(index);
        let successor = successor.map(|index| site.document(index).facts);
        let titles: Vec<_> =
            versions().map(|(_, document)| (document.title(), &document.address, &document.variant)).collect();
        [
            mark(&texts),
            mark(&(declared, facts, places, successor)),
            mark(&(&document.name, &site.collection_of(document).key, titles)),
            self.links(index),
            self.names(index, document),
        ]
    }

    fn links(&self, index: DocumentIndex) -> u64 {
        let site = self.site;
        let mut hasher = DefaultHasher::new();
        let relations = site.relations.from(index).chain(site.relations.to(index));
        for relation in relations {
            let (from, to) = (site.document(relation.from), site.document(relation.to));
            let declared = self.collections[from.collection.0 as usize];
            (&from.name, &to.name, &relation.link.key, declared).hash(&mut hasher);
        }
        for part in site.parts_of(index) {
            site.document(*part).name.hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The names in the scope whose own page a document is: those that begin with its name, which stand together.
    fn names(&self, index: DocumentIndex, document: &Document) -> u64 {
        if document.scope.as_deref().and_then(|scope| self.site.scope(scope)) != Some(index) {
            return 0;
        }
        let after = self.site.documents[index.0 as usize..].iter();
        let mut hasher = DefaultHasher::new();
        for document in after.take_while(|other| other.name.starts_with(&*document.name)) {
            document.name.hash(&mut hasher);
        }
        hasher.finish()
    }
}
