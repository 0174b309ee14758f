//! Rows of several origins as one: those that are remembered, without the documents that have changed, and those of the
//! documents that were weighed, from each thread. The result does not tell where a document came from.

use super::{
    letters::fold,
    postings::{List, Posting, Postings},
    rows::Kept,
    vocabulary::{Spelled, rank},
};

/// The words of the documents that one thread has weighed, in order.
pub(super) struct Weighed(Vec<Fresh>);

/// A word with those of them that have it.
struct Fresh {
    /// Empty where it is the stem.
    key: Box<str>,
    spelled: Spelled,
    postings: Postings,
}

impl Fresh {
    fn name(&self) -> (&str, &str) {
        let stem = &*self.spelled.stem;
        (if self.key.is_empty() { stem } else { &self.key }, stem)
    }

    /// How long its row is about, in bytes.
    fn length(&self) -> usize {
        let list = self.postings.list();
        let forms: usize = self.spelled.forms.iter().map(|form| form.len() + 1).sum();
        self.spelled.stem.len() + forms + list.bytes.len() + list.forms.len() + NUMBERS
    }
}

/// How long the numbers of a row are about.
const NUMBERS: usize = 12;

impl Weighed {
    /// Puts words in order.
    pub(super) fn new(terms: Vec<Spelled>, postings: Vec<Postings>) -> Self {
        let met = terms.into_iter().zip(postings).filter(|(_, postings)| postings.list().size.count > 0);
        let fresh = |(spelled, postings): (Spelled, Postings)| {
            let key = Some(fold(&spelled.stem)).filter(|key| **key != *spelled.stem);
            Fresh { key: key.unwrap_or_default().into(), spelled, postings }
        };
        let mut rows: Vec<Fresh> = met.map(fresh).collect();
        rows.sort_unstable_by(|a, b| a.name().cmp(&b.name()));
        Self(rows)
    }
}

/// Where remembered documents are now.
pub(super) struct Moved {
    /// The number of each document by its number before, or `GONE`.
    numbers: Vec<u32>,
    /// Between which numbers before there are documents that have moved or gone; the second is the first where none has.
    changed: (u32, u32),
}

/// Of a number that no document has any longer.
const GONE: u32 = u32::MAX;

impl Moved {
    /// What has moved: pairs of the number before and the number now, both rising. Other documents are gone.
    pub(super) fn new(pairs: impl Iterator<Item = (u32, u32)>, before: &[u32]) -> Self {
        let mut numbers = vec![GONE; before.last().map_or(0, |last| *last as usize + 1)];
        pairs.for_each(|(before, now)| numbers[before as usize] = now);
        let mut changed = before.iter().copied().filter(|number| numbers[*number as usize] != *number);
        let first = changed.next();
        let changed = first.map_or((0, 0), |first| (first, changed.next_back().unwrap_or(first) + 1));
        Self { numbers, changed }
    }

    fn of(&self, document: u32) -> u32 {
        self.numbers.get(document as usize).copied().unwrap_or(GONE)
    }

    /// Whether a list is as before.
    fn leaves(&self, list: List<'_>) -> bool {
        let (first, end) = self.changed;
        list.size.last < first
            || list.size.first >= end
            || list.documents().take_while(|document| *document < end).all(|document| self.of(document) == document)
    }
}

/// Joins rows, all in order; each is let go when it has been written.
pub(super) fn merge(remembered: &[u8], moved: &Moved, weighed: Vec<Weighed>) -> Vec<u8> {
    // A list that grows lies in memory twice while it is moved, and this is when a build has most in memory.
    let read: usize = weighed.iter().flat_map(|weighed| &weighed.0).map(Fresh::length).sum();
    let mut merged = Vec::with_capacity(remembered.len() + remembered.len() / 64 + read);
    let mut rows = remembered;
    let mut old = Kept::default();
    let mut bytes = old.read(&mut rows);
    let mut fresh: Vec<_> = weighed.into_iter().map(|weighed| weighed.0.into_iter()).collect();
    let (mut joint, mut kept) = (Postings::default(), Postings::default());
    loop {
        let heads = || fresh.iter().map(|rows| rows.as_slice().first().map(Fresh::name));
        let least = heads().flatten().min();
        let is_alone = bytes.is_some() && least.is_none_or(|least| old.name() < least);
        if let Some(row) = bytes.filter(|_| is_alone && moved.leaves(old.list)) {
            merged.extend_from_slice(row);
            bytes = old.read(&mut rows);
            continue;
        }
        let is_old = is_alone || (bytes.is_some() && least == Some(old.name()));
        let from: Vec<usize> = match least.filter(|_| !is_alone) {
            None if !is_old => return merged,
            None => Vec::new(),
            least => heads().enumerate().filter(|(_, name)| *name == least).map(|(at, _)| at).collect(),
        };
        let taken: Vec<Fresh> = from.into_iter().filter_map(|at| fresh[at].next()).collect();
        let mut pieces = Vec::with_capacity(taken.len() + 1);
        if is_old {
            let is_left = moved.leaves(old.list);
            if !is_left {
                keep(old.list, moved, &mut kept);
            }
            pieces
                .push(Piece { forms: old.forms.each().collect(), list: if is_left { old.list } else { kept.list() } });
        }
        pieces.extend(taken.iter().map(Piece::new));
        let name = if is_old { old.name() } else { taken[0].name() };
        write(name, &pieces, &mut joint, &mut merged);
        if is_old {
            bytes = old.read(&mut rows);
        }
    }
}

/// The documents of a list that are still there.
fn keep(list: List<'_>, moved: &Moved, kept: &mut Postings) {
    kept.clear();
    for posting in list.entries() {
        let document = moved.of(posting.document);
        if document != GONE {
            kept.push_as(document, posting, posting.form);
        }
    }
}

/// Some documents of a word, with the forms that they have of it.
struct Piece<'a> {
    forms: Vec<&'a str>,
    list: List<'a>,
}

impl<'a> Piece<'a> {
    fn new(fresh: &'a Fresh) -> Self {
        Self { forms: fresh.spelled.forms.iter().map(|form| &**form).collect(), list: fresh.postings.list() }
    }

    /// The forms that some document has.
    fn used(&self) -> impl Iterator<Item = &'a str> {
        let mut is_used = vec![false; self.forms.len()];
        let mut forms = self.list.forms;
        if forms.is_empty() && self.list.size.count > 0 {
            is_used[0] = true;
        }
        while !forms.is_empty() {
            is_used[super::postings::next(&mut forms) as usize] = true;
        }
        self.forms.iter().zip(is_used).filter(|(_, is_used)| *is_used).map(|(form, _)| *form)
    }
}

/// Writes a row that is put together of pieces. `joint` is for its memory only.
fn write((key, stem): (&str, &str), pieces: &[Piece<'_>], joint: &mut Postings, merged: &mut Vec<u8>) {
    let mut forms: Vec<&str> = pieces.iter().flat_map(Piece::used).collect();
    if forms.is_empty() {
        return;
    }
    forms.sort_unstable_by_key(|form| rank(form));
    forms.dedup();
    // What no document has gets a number that is not looked at.
    let place = |form: &&str| forms.iter().position(|known| known == form).unwrap_or_default();
    let places = |piece: &Piece<'_>| -> Vec<u32> {
        piece.forms.iter().map(|form| u32::try_from(place(form)).expect("a stem has few forms")).collect()
    };
    joint.clear();
    let pieces = || pieces.iter().filter(|piece| piece.list.size.count > 0);
    if pieces().zip(pieces().skip(1)).all(|(a, b)| a.list.size.last < b.list.size.first) {
        pieces().for_each(|piece| joint.append(piece.list, &places(piece)));
    } else {
        let mut entries: Vec<(Posting<'_>, u32)> = Vec::new();
        for piece in pieces() {
            let places = places(piece);
            entries.extend(piece.list.entries().map(|posting| (posting, places[posting.form as usize])));
        }
        entries.sort_by_key(|(posting, _)| posting.document);
        entries.iter().for_each(|(posting, form)| joint.push_as(posting.document, *posting, *form));
    }
    Kept::write((key, stem), &forms, joint.list(), merged);
}
