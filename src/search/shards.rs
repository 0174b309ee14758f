//! The index cut in files that are fetched by need. Words stand in the order of their keys; where a file ends is decided
//! by the words themselves, so that an edit moves few of them.

use super::{
    deflate::Deflate,
    named::{Named, Packed, key},
    postings::number,
    remembered::Key,
    rows::Row,
};
use rayon::prelude::*;
use std::{collections::HashSet, ops::Range};

/// The files of words, in order, as the root tells of them.
pub(super) struct Shards {
    /// The shortest beginning that tells the first key of each from the last key before it.
    pub(super) borders: Vec<String>,
    /// Their names, one after the other.
    pub(super) names: String,
    /// The letters of each name.
    pub(super) letters: u32,
}

/// Cuts rows, in order of key, into files, and gives them out. `letters` is how long names were the last time.
/// `kept` is what the rows were read from.
pub(super) fn shards(
    (rows, kept): (&[Row<'_>], &[u8]),
    documents: usize,
    letters_before: u32,
    named: &mut Named<'_>,
) -> Shards {
    let ranges = ranges(rows, target(documents));
    let packed = |named: &Named<'_>| -> Vec<Packed> {
        let pack = |deflate: &mut Deflate, range: &Range<usize>| {
            let rows = &rows[range.clone()];
            named.packed(made_of(rows, kept), || {
                let [head, gaps, levels] = written(rows);
                deflate.rows(&[&head, &gaps, &levels])
            })
        };
        ranges.par_iter().map_init(Deflate::best, pack).collect()
    };
    let mut files = packed(named);
    let bits: Vec<u64> = files.iter().map(|file| file.bits).collect();
    let letters = letters(&bits);
    if letters != letters_before && files.iter().any(|file| file.bytes.is_none()) {
        // Under another name a file is a new one, whatever it is made of.
        named.forget();
        files = packed(named);
    }
    let border = |start: usize| match start {
        0 => String::new(),
        _ => border(rows[start - 1].key, rows[start].key),
    };
    let borders = ranges.iter().map(|range| border(range.start)).collect();
    let names = files.into_iter().map(|file| named.give(FOLDER, letters, file)).collect();
    Shards { borders, names, letters }
}

/// Where rows are cut: before words that chance marks as borders, once a file is half full; and where it is too full.
fn ranges(rows: &[Row<'_>], target: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        let key = row.key;
        let is_new_key = at > start && rows[at - 1].key != key;
        let is_border = size > target / 2 && blake3::hash(key.as_bytes()).as_bytes()[0] < BORDERS;
        if is_new_key && (is_border || size + row.size() > target * 3 / 2) {
            ranges.push(start..at);
            (start, size) = (at, 0);
        }
        size += row.size();
    }
    if start < rows.len() {
        ranges.push(start..rows.len());
    }
    ranges
}

/// The folder of the files.
const FOLDER: &str = "terms";

/// How many letters keep the names of all files apart: the root names every one of them, so they are short.
pub(super) fn letters(names: &[u64]) -> u32 {
    let differ = |letters: &u32| {
        let short: HashSet<u64> = names.iter().map(|bits| bits & ((1 << (5 * letters)) - 1)).collect();
        short.len() == names.len()
    };
    (6..12).find(differ).unwrap_or(12)
}

/// How many of 256 words a file may end before.
const BORDERS: u8 = 24;

/// The size of a file before compression: larger sites have longer lists, and may not have too many files to name.
fn target(documents: usize) -> usize {
    match documents {
        0..500 => 5_000,
        500..3_000 => 7_000,
        3_000..30_000 => 12_000,
        _ => 24_000,
    }
}

/// The shortest beginning of `key` that comes after `before`.
fn border(before: &str, key: &str) -> String {
    let shared = key.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
    key.chars().take(shared + 1).collect()
}

/// Stands for what a file holds: rows as they are kept, and what leads.
fn made_of(rows: &[Row<'_>], kept: &[u8]) -> Key {
    let mut leads = Vec::new();
    for row in rows.iter().filter(|row| !row.leads.is_empty()) {
        write_text(row.key, &mut leads);
        write_text(row.stem, &mut leads);
        number(u32::try_from(row.leads.len()).expect("a word leads to few others"), &mut leads);
        for (to, nearness) in &row.leads {
            write_text(to, &mut leads);
            number(*nearness as u32, &mut leads);
        }
    }
    let mut stretches = rows.iter().filter(|row| !row.kept.is_empty()).map(|row| row.kept.clone());
    let first = stretches.next().unwrap_or_default();
    let end = stretches.next_back().map_or(first.end, |last| last.end);
    key(FOLDER, &[&kept[first.start..end], &leads])
}

/// What a file holds: the keys, then the gaps, then the levels of all words. Each is compressed with its own codes.
fn written(rows: &[Row<'_>]) -> [Vec<u8>; 3] {
    let (mut keys, mut gaps, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    let mut before = "";
    for Row { key, stem, list, leads, .. } in rows {
        write_shared(before, key, &mut keys);
        before = key;
        write_text(if stem == key { "" } else { stem }, &mut keys);
        number(list.size.count, &mut keys);
        number(u32::try_from(leads.len()).expect("a word leads to few others"), &mut keys);
        for (to, nearness) in leads {
            write_text(to, &mut keys);
            number(*nearness as u32, &mut keys);
        }
        list.write(&mut gaps, &mut levels);
    }
    let mut head = Vec::new();
    for part in [rows.len(), keys.len(), gaps.len()] {
        number(u32::try_from(part).expect("a file is small"), &mut head);
    }
    head.extend(keys);
    [head, gaps, levels]
}

/// A text as what it shares with the one before, in bytes, and the rest.
pub(super) fn write_shared(before: &str, text: &str, bytes: &mut Vec<u8>) {
    let shared: usize =
        text.chars().zip(before.chars()).take_while(|(a, b)| a == b).map(|(sign, _)| sign.len_utf8()).sum();
    number(u32::try_from(shared).expect("words are short"), bytes);
    write_text(&text[shared..], bytes);
}

/// A text with its length in bytes before it.
pub(super) fn write_text(text: &str, bytes: &mut Vec<u8>) {
    number(u32::try_from(text.len()).expect("words are short"), bytes);
    bytes.extend_from_slice(text.as_bytes());
}
