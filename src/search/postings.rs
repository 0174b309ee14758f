//! Where each word stands: lists of documents, with how much the word tells there. A list is a row of bytes, near to the
//! form in which it is published: for each document or part a gap and a level.

use super::weigh::Weighed;

/// Parts from this number on are told in a number of their own beside the level.
const MANY_PARTS: u32 = 15;
/// From this number of entries on a list tells apart fewer levels.
const LONG: u32 = 500;
/// How many levels are then one.
const COARSE: u8 = 4;

/// The documents of one word, while they are gathered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Postings {
    size: Size,
    bytes: Vec<u8>,
    forms: Vec<u8>,
}

/// What is told of a list beside its entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    /// The number of entries, documents and parts.
    pub(super) count: u32,
    /// The number of documents.
    pub(super) documents: u32,
    /// The highest level.
    pub(super) best: u8,
    /// The first document.
    pub(super) first: u32,
    /// The last.
    pub(super) last: u32,
}

/// The documents of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct List<'a> {
    /// How long it is.
    pub(super) size: Size,
    /// Each entry: what to add to the document before, except for the first, and the level with the part.
    pub(super) bytes: &'a [u8],
    /// For each document the form in which the word stands there, as a number; nothing where all are 0.
    pub(super) forms: &'a [u8],
}

/// A document or part in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting<'a> {
    /// The document.
    pub(super) document: u32,
    /// The level and the part, as they are written.
    told: &'a [u8],
    /// The form of the word.
    pub(super) form: u32,
}

impl Postings {
    /// Adds a document or part; they come in order.
    pub(super) fn push(&mut self, document: u32, weighed: Weighed, form: u32) {
        self.step(document, form);
        self.size.best = self.size.best.max(weighed.level);
        let unit = weighed.unit.min(MANY_PARTS);
        self.bytes.push(weighed.level | u8::try_from(unit << 4).unwrap_or(u8::MAX));
        if unit == MANY_PARTS {
            number(weighed.unit - MANY_PARTS, &mut self.bytes);
        }
    }

    /// Adds an entry of another list, with the number that its document has here.
    pub(super) fn push_as(&mut self, document: u32, posting: Posting<'_>, form: u32) {
        self.step(document, form);
        self.size.best = self.size.best.max(posting.told[0] & 0x0f);
        self.bytes.extend_from_slice(posting.told);
    }

    fn step(&mut self, document: u32, form: u32) {
        let size = &mut self.size;
        let is_new = size.count == 0 || document != size.last;
        if size.count == 0 {
            size.first = document;
        } else {
            number(document - size.last, &mut self.bytes);
        }
        size.count += 1;
        size.last = document;
        if is_new {
            push_form(form, size.documents, &mut self.forms);
            size.documents += 1;
        }
    }

    /// Adds a list of documents that follow. `forms` tells by their number in that list what its forms are here.
    pub(super) fn append(&mut self, later: List<'_>, forms: &[u32]) {
        let mut documents = self.size.documents;
        if self.forms.is_empty() && later.forms.is_empty() && forms[0] == 0 {
            documents += later.size.documents;
        }
        let mut told = later.forms;
        for place in documents..self.size.documents + later.size.documents {
            push_form(forms[next(&mut told) as usize], place, &mut self.forms);
        }
        let size = &mut self.size;
        if size.count == 0 {
            size.first = later.size.first;
        } else {
            number(later.size.first - size.last, &mut self.bytes);
        }
        self.bytes.extend_from_slice(later.bytes);
        size.last = later.size.last;
        size.count += later.size.count;
        size.documents += later.size.documents;
        size.best = size.best.max(later.size.best);
    }

    /// The list.
    pub(super) fn list(&self) -> List<'_> {
        List { size: self.size, bytes: &self.bytes, forms: &self.forms }
    }

    /// Makes it empty, and keeps its memory.
    pub(super) fn clear(&mut self) {
        self.size = Size::default();
        self.bytes.clear();
        self.forms.clear();
    }
}

/// Notes the form of a document; nothing is written as long as all are 0.
fn push_form(form: u32, before: u32, forms: &mut Vec<u8>) {
    if forms.is_empty() && form != 0 {
        forms.resize(before as usize, 0);
    }
    if form != 0 || !forms.is_empty() {
        number(form, forms);
    }
}

impl<'a> List<'a> {
    /// Its entries.
    pub(super) fn entries(self) -> impl Iterator<Item = Posting<'a>> {
        let (mut bytes, mut forms) = (self.bytes, self.forms);
        let mut before = Posting { document: self.size.first, told: &[], form: 0 };
        (0..self.size.count).map(move |place| {
            let gap = if place == 0 { 0 } else { next(&mut bytes) };
            let form = if place == 0 || gap > 0 { next(&mut forms) } else { before.form };
            before = Posting { document: before.document + gap, told: told(&mut bytes), form };
            before
        })
    }

    /// The documents, each as often as it has entries.
    pub(super) fn documents(self) -> impl Iterator<Item = u32> {
        let mut bytes = self.bytes;
        let mut document = self.size.first;
        (0..self.size.count).map(move |place| {
            if place > 0 {
                document += next(&mut bytes);
            }
            told(&mut bytes);
            document
        })
    }

    /// Writes gaps and levels as they are published, the first gap from 0. Long lists have fewer different levels: their
    /// words tell little of any document and take most of the bytes of a query.
    pub(super) fn write(self, gaps: &mut Vec<u8>, levels: &mut Vec<u8>) {
        let is_long = self.size.count >= LONG;
        let mut bytes = self.bytes;
        if self.size.count > 0 {
            number(self.size.first, gaps);
        }
        for place in 0..self.size.count {
            if place > 0 {
                let length = number_length(bytes);
                let (gap, rest) = bytes.split_at(length);
                gaps.extend_from_slice(gap);
                bytes = rest;
            }
            let told = told(&mut bytes);
            levels.push(if is_long { told[0] & 0xf0 | coarse(told[0] & 0x0f) } else { told[0] });
            levels.extend_from_slice(&told[1..]);
        }
    }
}

/// Takes a level and, where there are many parts, the number of the part.
fn told<'a>(bytes: &mut &'a [u8]) -> &'a [u8] {
    let length = if u32::from(bytes[0] >> 4) == MANY_PARTS { 1 + number_length(&bytes[1..]) } else { 1 };
    let (told, rest) = bytes.split_at(length);
    *bytes = rest;
    told
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

/// Takes a number; 0 where nothing is left.
pub(super) fn next(bytes: &mut &[u8]) -> u32 {
    let (mut sum, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        sum |= u32::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            break;
        }
        shift += 7;
    }
    sum
}

fn number_length(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| **byte >= 0x80).count() + 1
}
