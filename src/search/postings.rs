//! Where each word stands: lists of documents, with how much the word tells there, kept in the form in which they are
//! published. A list is two rows of bytes: gaps between document numbers, and levels.

use super::weigh::Weighed;

/// Parts from this number on are told in a number of their own beside the level.
const MANY_PARTS: u32 = 15;
/// From this number of entries on a list tells apart fewer levels.
const LONG: u32 = 500;
/// How many levels are then one.
const COARSE: u8 = 4;

/// The documents of one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Postings {
    /// The number of entries, documents and parts.
    pub(super) count: u32,
    /// The number of documents.
    pub(super) documents: u32,
    /// The highest level.
    pub(super) best: u8,
    first: u32,
    last: u32,
    gaps: Vec<u8>,
    levels: Vec<u8>,
}

impl Postings {
    /// Adds a document or part; they come in order.
    pub(super) fn push(&mut self, document: u32, weighed: Weighed) {
        if self.count == 0 {
            self.first = document;
            self.documents = 1;
        } else {
            number(document - self.last, &mut self.gaps);
            self.documents += u32::from(document != self.last);
        }
        self.last = document;
        self.count += 1;
        self.best = self.best.max(weighed.level);
        let unit = weighed.unit.min(MANY_PARTS);
        self.levels.push(weighed.level | u8::try_from(unit << 4).unwrap_or(u8::MAX));
        if unit == MANY_PARTS {
            number(weighed.unit - MANY_PARTS, &mut self.levels);
        }
    }

    /// Adds the list of the documents that follow.
    pub(super) fn append(&mut self, later: &Postings) {
        if self.count == 0 {
            self.clone_from(later);
        } else if later.count > 0 {
            number(later.first - self.last, &mut self.gaps);
            self.gaps.extend_from_slice(&later.gaps);
            self.levels.extend_from_slice(&later.levels);
            self.last = later.last;
            self.count += later.count;
            self.documents += later.documents;
            self.best = self.best.max(later.best);
        }
    }

    /// The gaps as they are published, the first from 0.
    pub(super) fn write_gaps(&self, bytes: &mut Vec<u8>) {
        if self.count > 0 {
            number(self.first, bytes);
        }
        bytes.extend_from_slice(&self.gaps);
    }

    /// The levels as they are published: fewer different ones in long lists, whose words tell little of any document
    /// and which take most of the bytes of a query.
    pub(super) fn write_levels(&self, bytes: &mut Vec<u8>) {
        if self.count < LONG {
            return bytes.extend_from_slice(&self.levels);
        }
        let mut is_number = false;
        bytes.extend(self.levels.iter().map(|byte| {
            if is_number {
                is_number = byte & 0x80 != 0;
                return *byte;
            }
            is_number = byte >> 4 == MANY_PARTS as u8;
            byte & 0xf0 | coarse(byte & 0x0f)
        }));
    }

    /// How many bytes the list takes before it is compressed.
    pub(super) fn size(&self) -> usize {
        self.gaps.len() + self.levels.len() + 4
    }
}

/// The middle of the four levels that a level is among.
fn coarse(level: u8) -> u8 {
    (level.max(1) - 1) / COARSE * COARSE + COARSE.div_ceil(2)
}

/// Writes a number in groups of seven bits, the lowest first; all but the last have the high bit (LEB128).
pub(super) fn number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
