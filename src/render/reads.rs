//! What a page has read of its site, noted while it is made. Whoever makes pages sees the site through `Seen`, and cannot
//! read it otherwise; so a page of which nothing that it read has changed would come out the same, and is not made again.

use crate::model::{CollectionIndex, DocumentIndex, Site};
use std::{
    ops::Range,
    sync::atomic::{AtomicU64, Ordering},
};

/// Something of a site that a page can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// The Markdown of all documents.
    Texts,
    /// The Markdown of a document in any of its versions.
    Text(DocumentIndex),
    /// Anything else that a document says in any of its versions, and its state.
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
    /// All documents, but for their Markdown.
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

/// How everything that can be read of a site is numbered: the texts first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbering {
    documents: usize,
    collections: usize,
}

impl Numbering {
    /// The numbering of a site.
    pub(super) fn new(site: &Site) -> Self {
        Self { documents: site.documents.len(), collections: site.collections.len() }
    }

    /// The numbers of single texts. Before them stands that of all texts, and after them all others.
    pub(super) fn texts(self) -> Range<usize> {
        1..1 + self.documents
    }

    /// The numbers of what is another when some texts are, which are given in order.
    pub(super) fn with_all_texts(self, texts: &[DocumentIndex]) -> Vec<u32> {
        let texts = texts.iter().map(|index| self.number(Read::Text(*index)));
        let numbers = std::iter::once(self.number(Read::Texts)).chain(texts);
        numbers.map(|number| u32::try_from(number).expect("texts have the least numbers")).collect()
    }

    /// How many things there are to read.
    pub(super) fn len(self) -> usize {
        self.number(Read::Whole(Whole::ALL[0])) + Whole::ALL.len()
    }

    /// The number of something.
    pub(super) fn number(self, read: Read) -> usize {
        let of_document = |kind: usize, DocumentIndex(index)| 1 + kind * self.documents + index as usize;
        let after_documents = 1 + 5 * self.documents;
        match read {
            Read::Texts => 0,
            Read::Text(index) => of_document(0, index),
            Read::Document(index) => of_document(1, index),
            Read::Title(index) => of_document(2, index),
            Read::Links(index) => of_document(3, index),
            Read::Names(index) => of_document(4, index),
            Read::Collection(CollectionIndex(index)) => after_documents + index as usize,
            Read::Members(CollectionIndex(index)) => after_documents + self.collections + index as usize,
            Read::Whole(whole) => after_documents + 2 * self.collections + whole as usize,
        }
    }
}

/// The notes of a page, or of a piece of pages: a bit for everything that there is to read, and a bit for each 64 of those
/// that have any, so that few are looked through. It is used for one page after another.
#[derive(Default)]
pub(super) struct Reads {
    numbering: Numbering,
    bits: Vec<AtomicU64>,
    used: Vec<AtomicU64>,
}

impl Reads {
    /// Nothing is read yet.
    pub(super) fn new(numbering: Numbering) -> Self {
        let words = numbering.len().div_ceil(64);
        let bits = |count: usize| (0..count).map(|_| AtomicU64::new(0)).collect();
        Self { numbering, bits: bits(words), used: bits(words.div_ceil(64)) }
    }

    /// Notes that something was read.
    pub(super) fn note(&self, read: Read) {
        self.add(self.numbering.number(read));
    }

    /// Notes all that was read for a piece.
    pub(super) fn add_all(&self, numbers: &[u32]) {
        numbers.iter().for_each(|number| self.add(*number as usize));
    }

    fn add(&self, number: usize) {
        // A page is made by one thread, so looking first cannot lose a bit, and most reads are repeated.
        let set = |bits: &[AtomicU64], number: usize| {
            let (word, bit) = (&bits[number / 64], 1 << (number % 64));
            if word.load(Ordering::Relaxed) & bit == 0 {
                word.fetch_or(bit, Ordering::Relaxed);
            }
        };
        set(&self.bits, number);
        set(&self.used, number / 64);
    }

    /// Takes the numbers of what was read out, rising; then nothing is.
    pub(super) fn take(&self) -> Vec<u32> {
        let mut numbers = Vec::new();
        for (above, used) in (0u32..).zip(&self.used) {
            for place in ones(used.swap(0, Ordering::Relaxed), above) {
                numbers.extend(ones(self.bits[place as usize].swap(0, Ordering::Relaxed), place));
            }
        }
        numbers
    }
}

/// The numbers of the bits that are set in the word at a place.
fn ones(mut word: u64, place: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let lowest = (word != 0).then(|| word.trailing_zeros())?;
        word &= word - 1;
        Some(place * 64 + lowest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_taken_once() {
        let reads = Reads::new(Numbering { documents: 3000, collections: 2 });
        let last = u32::try_from(reads.numbering.len() - 1).expect("few");
        reads.add_all(&[last, 64, 63, 0, 64, 4096]);
        reads.note(Read::Text(DocumentIndex(7)));
        assert_eq!(reads.take(), [0, 8, 63, 64, 4096, last]);
        assert!(reads.take().is_empty());
        reads.add_all(&[64]);
        assert_eq!(reads.take(), [64]);
    }
}
