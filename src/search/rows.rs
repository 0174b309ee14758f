//! The words of an index with where they stand, in the order of their keys: as rows in one piece of memory, which is also
//! what is remembered of them.

use super::{
    letters::fold,
    postings::{List, Size, next, number},
    synonyms::{Nearness, Synonyms},
    vocabulary::{Spelled, rank},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{cmp::Ordering, ops::Range};

/// A word with its documents as it is kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept<'a> {
    /// Its key without diacritics.
    pub(super) key: &'a str,
    /// The stem.
    pub(super) stem: &'a str,
    /// The words that have the stem, the best first; those that are the best of some document.
    pub(super) forms: Forms<'a>,
    /// Where it stands.
    pub(super) list: List<'a>,
}

/// Forms of a stem as they are kept: read only where they are needed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Forms<'a> {
    count: usize,
    lengths: &'a [u8],
    text: &'a str,
}

impl<'a> Forms<'a> {
    /// Each of them.
    pub(super) fn each(self) -> impl Iterator<Item = &'a str> {
        let (mut lengths, mut text) = (self.lengths, self.text);
        (0..self.count).map(move |_| {
            let (form, rest) = text.split_at(next(&mut lengths) as usize);
            text = rest;
            form
        })
    }
}

impl<'a> Kept<'a> {
    /// The order of keys, and of stems that share a key.
    pub(super) fn name(&self) -> (&'a str, &'a str) {
        (self.key, self.stem)
    }

    /// Writes a row behind others, with its forms.
    pub(super) fn write((key, stem): (&str, &str), forms: &[&str], list: List<'_>, bytes: &mut Vec<u8>) {
        let Size { count, documents, best, first, last } = list.size;
        let key = if key == stem { "" } else { key };
        for text in [stem, key] {
            write_length(text.len(), bytes);
        }
        write_length(forms.len(), bytes);
        forms.iter().for_each(|form| write_length(form.len(), bytes));
        for part in [count, documents, u32::from(best), first, last - first] {
            number(part, bytes);
        }
        write_length(list.bytes.len(), bytes);
        write_length(list.forms.len(), bytes);
        for text in [stem, key].into_iter().chain(forms.iter().copied()) {
            bytes.extend_from_slice(text.as_bytes());
        }
        bytes.extend_from_slice(list.bytes);
        bytes.extend_from_slice(list.forms);
    }

    /// Takes the first of the rows that are left; its bytes as well. `None` at the end, and where they are not in order.
    pub(super) fn read(&mut self, rows: &mut &'a [u8]) -> Option<&'a [u8]> {
        let all = *rows;
        if all.is_empty() {
            return None;
        }
        let [stem, key, count] = [(); 3].map(|()| next(rows) as usize);
        let lengths = *rows;
        let forms: usize = (0..count).map(|_| next(rows) as usize).sum();
        let [entries, documents, best, first, length, list_bytes, list_forms] = [(); 7].map(|()| next(rows));
        let texts = std::str::from_utf8(rows.split_off(..stem + key + forms)?).ok()?;
        let (stem_text, rest) = texts.split_at_checked(stem)?;
        let (key_text, text) = rest.split_at_checked(key)?;
        self.stem = stem_text;
        self.key = if key == 0 { stem_text } else { key_text };
        self.forms = Forms { count, lengths, text };
        let size = Size { count: entries, documents, best: u8::try_from(best).ok()?, first, last: first + length };
        let bytes = rows.split_off(..list_bytes as usize)?;
        self.list = List { size, bytes, forms: rows.split_off(..list_forms as usize)? };
        Some(&all[..all.len() - rows.len()])
    }
}

fn write_length(length: usize, bytes: &mut Vec<u8>) {
    number(u32::try_from(length).expect("words and lists are short"), bytes);
}

/// A word with its documents, and the words that it leads to, as it is published.
#[derive(Debug, Default)]
pub(super) struct Row<'a> {
    /// Its key without diacritics.
    pub(super) key: &'a str,
    /// The stem.
    pub(super) stem: &'a str,
    /// The word as people write it; empty for several words in one.
    pub(super) surface: &'a str,
    /// Where it stands.
    pub(super) list: List<'a>,
    /// Where it begins and ends among those that are kept; nowhere when it only leads.
    pub(super) kept: Range<usize>,
    /// The stems that it leads to.
    pub(super) leads: Vec<(&'a str, Nearness)>,
}

impl Row<'_> {
    /// About how many bytes it takes before it is compressed.
    pub(super) fn size(&self) -> usize {
        let leads: usize = self.leads.iter().map(|(to, _)| to.len()).sum();
        let list = self.list.bytes.len() + 4;
        self.key.len() + list + leads
    }

    fn order(&self, other: &Self) -> Ordering {
        (self.key, self.stem).cmp(&(other.key, other.stem))
    }
}

/// The words of a site that lead to others, with their keys.
pub(super) struct Leading<'a>(Vec<(String, Lead<'a>)>);

type Lead<'a> = (&'a str, &'a str, &'a std::collections::BTreeMap<String, Nearness>);

impl<'a> Leading<'a> {
    /// All of them.
    pub(super) fn new(synonyms: &'a Synonyms) -> Self {
        Self(synonyms.all().map(|lead| (fold(lead.0), lead)).collect())
    }

    /// Rows as they are published: those that are kept, with what words lead to, as far as the site has it. `silent` are
    /// words that were met and not counted, by their stems: they too are forms in which a stem was met.
    pub(super) fn with<'r>(&'r self, kept: &'r [u8], silent: &'r [Spelled]) -> Vec<Row<'r>> {
        // There are many more words than those that synonyms lead to.
        let targets = self.0.iter().flat_map(|(_, (.., targets))| targets.keys()).flat_map(|stems| stems.split(' '));
        let asked: FxHashSet<&str> = targets.collect();
        let (mut known, mut count) = (FxHashSet::default(), 0);
        each(kept, |row, _| {
            count += 1;
            known.extend(asked.get(row.stem));
        });
        let leading = self.leading(&known);
        let silent: FxHashMap<&str, &Spelled> = silent.iter().map(|spelled| (&*spelled.stem, spelled)).collect();
        // They are many, and lie in memory beside all that they are made of.
        let mut rows = Vec::with_capacity(count + leading.len());
        let mut leading = leading.into_iter().peekable();
        each(kept, |row, place| {
            let silent = silent.get(row.stem).into_iter().flat_map(|spelled| &spelled.forms).map(|form| &**form);
            let forms = row.forms.each().take(1).chain(silent);
            let surface = forms.min_by_key(|form| rank(form)).unwrap_or_default();
            let (key, stem, list) = (row.key, row.stem, row.list);
            let mut row = Row { key, stem, surface, list, kept: place, leads: Vec::new() };
            while let Some(other) = leading.next_if(|other| other.order(&row) == Ordering::Less) {
                rows.push(other);
            }
            if let Some(other) = leading.next_if(|other| other.order(&row) == Ordering::Equal) {
                if rank(other.surface) < rank(row.surface) {
                    row.surface = other.surface;
                }
                row.leads = other.leads;
            }
            rows.push(row);
        });
        rows.extend(leading);
        rows
    }

    /// Words that lead to what is known, in order.
    fn leading(&self, known: &FxHashSet<&str>) -> Vec<Row<'_>> {
        let has = |stems: &str| stems.split(' ').all(|stem| known.contains(stem));
        let leading = self.0.iter().filter_map(|(key, (stem, word, targets))| {
            let leads: Vec<_> =
                targets.iter().filter(|(to, _)| has(to)).map(|(to, near)| (to.as_str(), *near)).collect();
            let surface = if stem.contains(' ') { "" } else { word };
            (!leads.is_empty()).then(|| Row { key, stem, surface, leads, ..Row::default() })
        });
        let mut leading: Vec<Row> = leading.collect();
        leading.sort_unstable_by(Row::order);
        leading
    }
}

/// Looks at rows in order, each with its place among them.
fn each<'a>(kept: &'a [u8], mut look: impl FnMut(&Kept<'a>, Range<usize>)) {
    let mut row = Kept::default();
    let mut rest = kept;
    while let Some(bytes) = row.read(&mut rest) {
        let end = kept.len() - rest.len();
        look(&row, end - bytes.len()..end);
    }
}
