//! What a page has read of its site, noted while it is made. Whoever makes pages sees the site through `Seen`, and cannot
//! read it otherwise; so a page of which nothing that it read has changed would come out the same, and is not made again.

use crate::model::{CollectionIndex, DocumentIndex, Site};
use std::sync::{Mutex, PoisonError};

/// Something of a site that a page can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// Anything that a document says in any of its versions, and its state.
    Document(DocumentIndex),
    /// What links to it show: title, address and language of its versions.
    Title(DocumentIndex),
    /// Its links, from both ends, and its parts.
    Links(DocumentIndex),
    /// A declaration.
    Collection(CollectionIndex),
    /// Which documents a collection has, in their order.
    Members(CollectionIndex),
    /// Which names there are in the scope of a document.
    Names(DocumentIndex),
    /// One of the things of which there is one.
    Whole(Whole),
}

/// What a site has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// All documents.
    Documents,
    /// All names.
    Names,
    /// All declarations.
    Collections,
    /// Which scopes there are, what kinds of document they have, and in what versions.
    Shape,
    /// Files beside documents.
    Files,
}

impl Whole {
    /// Each of them, in order of number.
    pub(super) const ALL: [Self; 5] = [Self::Documents, Self::Names, Self::Collections, Self::Shape, Self::Files];
}

/// How everything that can be read of a site is numbered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbering {
    documents: usize,
    collections: usize,
}

impl Numbering {
    /// The numbering of a site.
    pub(super) fn new(site: &Site) -> Self {
        Self { documents: site.documents.len(), collections: site.collections.len() }
    }

    /// How many things there are to read.
    pub(super) fn len(self) -> usize {
        self.number(Read::Whole(Whole::Documents)) + Whole::ALL.len()
    }

    /// The number of something.
    pub(super) fn number(self, read: Read) -> usize {
        let after_documents = 4 * self.documents;
        match read {
            Read::Document(DocumentIndex(index)) => index as usize,
            Read::Title(DocumentIndex(index)) => self.documents + index as usize,
            Read::Links(DocumentIndex(index)) => 2 * self.documents + index as usize,
            Read::Names(DocumentIndex(index)) => 3 * self.documents + index as usize,
            Read::Collection(CollectionIndex(index)) => after_documents + index as usize,
            Read::Members(CollectionIndex(index)) => after_documents + self.collections + index as usize,
            Read::Whole(whole) => after_documents + 2 * self.collections + whole as usize,
        }
    }
}

/// The notes of one page, or of a piece of pages.
pub(super) struct Reads {
    numbering: Numbering,
    /// In the order in which they were read. A page is made by one thread, which never waits here.
    noted: Mutex<Vec<u32>>,
}

impl Reads {
    /// Nothing is read yet.
    pub(super) fn new(numbering: Numbering) -> Self {
        Self { numbering, noted: Mutex::default() }
    }

    /// The notes of a piece of this page, still empty.
    pub(super) fn of_piece(&self) -> Self {
        Self::new(self.numbering)
    }

    /// Notes that something was read.
    pub(super) fn note(&self, read: Read) {
        let number = u32::try_from(self.numbering.number(read)).unwrap_or(u32::MAX);
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        // The same is often asked for several times in a row.
        if noted.last() != Some(&number) {
            noted.push(number);
        }
    }

    /// Notes all that was read for a piece.
    pub(super) fn add(&self, numbers: &[u32]) {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(numbers);
    }

    /// The numbers of what was read, rising.
    pub(super) fn numbers(self) -> Vec<u32> {
        let mut numbers = self.noted.into_inner().unwrap_or_else(PoisonError::into_inner);
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
