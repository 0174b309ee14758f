//! Lists of documents, read back as the client reads them; numbers; and names of files.

use crate::search::{
    deflate::{Deflate, inflated},
    file::{bits, name},
    numbers::numbers,
    postings::{Postings, number},
    shards::letters,
    weigh::{LEVELS, Weighed},
};
use proptest::{collection::vec, prelude::*};
use std::collections::{BTreeSet, HashMap};

/// Reads a number in groups of seven bits.
pub(super) fn read_number(bytes: &mut impl Iterator<Item = u8>) -> u32 {
    let (mut sum, mut shift) = (0, 0);
    loop {
        let byte = bytes.next().unwrap();
        sum |= u32::from(byte & 127) << shift;
        shift += 7;
        if byte < 128 {
            return sum;
        }
    }
}

/// A list as the client reads it: document, part, level.
fn read_list(list: &Postings) -> Vec<(u32, u32, u8)> {
    let (mut gaps, mut levels) = (Vec::new(), Vec::new());
    list.list().write(&mut gaps, &mut levels);
    let (mut gaps, mut levels) = (gaps.into_iter(), levels.into_iter());
    let mut document = 0;
    let read = (0..list.list().size.count).map(|_| {
        document += read_number(&mut gaps);
        let kind = levels.next().unwrap();
        let part = if kind >> 4 == 15 { 15 + read_number(&mut levels) } else { u32::from(kind >> 4) };
        (document, part, kind & 15)
    });
    let read = read.collect();
    assert_eq!((gaps.next(), levels.next()), (None, None), "something is left over");
    read
}

/// The form that a word has in a document.
fn form_of(document: u32) -> u32 {
    if document % 7 == 3 { document % 200 } else { 0 }
}

fn list_of(entries: &[(u32, u32, u8)]) -> Postings {
    let mut list = Postings::default();
    for (document, unit, level) in entries {
        list.push(*document, Weighed { unit: *unit, term: 0, level: *level }, form_of(*document));
    }
    list
}

/// Entries in order, each document and part once: many parts, small gaps and large ones.
fn entries() -> impl Strategy<Value = Vec<(u32, u32, u8)>> {
    let part = prop_oneof![3 => 0..3_u32, 2 => 13..18_u32, 1 => 120..160_u32, 1 => 15..5_000_u32];
    let document = prop_oneof![0..40_u32, 100..400_u32, 0..3_000_000_u32];
    vec((document, part, 1..=LEVELS), 0..80).prop_map(|mut list| {
        list.sort_unstable();
        list.dedup_by_key(|(document, part, _)| (*document, *part));
        list
    })
}

proptest! {
    #[test]
    fn a_list_is_read_as_it_was_written(entries in entries()) {
        let list = list_of(&entries);
        let documents: BTreeSet<u32> = entries.iter().map(|(document, ..)| *document).collect();
        let forms: Vec<(u32, u32)> = list.list().entries().map(|entry| (entry.document, entry.form)).collect();
        let expected: Vec<(u32, u32)> = entries.iter().map(|entry| (entry.0, form_of(entry.0))).collect();
        prop_assert_eq!(forms, expected);
        prop_assert_eq!(read_list(&list), entries);
        prop_assert_eq!(list.list().size.documents as usize, documents.len());
    }

    #[test]
    fn lists_of_some_documents_are_joined_to_that_of_all(entries in entries(), cut in 0..80_usize) {
        // Threads get whole documents.
        let mut cut = cut.min(entries.len());
        while cut > 0 && cut < entries.len() && entries[cut].0 == entries[cut - 1].0 {
            cut -= 1;
        }
        let mut joined = list_of(&entries[..cut]);
        if cut < entries.len() {
            joined.append(list_of(&entries[cut..]).list(), &(0..200).collect::<Vec<u32>>());
        }
        prop_assert_eq!(joined, list_of(&entries));
    }

    #[test]
    fn a_number_is_read_as_it_was_written(given: u32) {
        let mut bytes = Vec::new();
        number(given, &mut bytes);
        prop_assert_eq!(read_number(&mut bytes.into_iter()), given);
    }

    #[test]
    fn what_is_compressed_comes_back(rows in vec(vec(any::<u8>(), 0..2_000), 1..4)) {
        let rows: Vec<&[u8]> = rows.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(inflated(&Deflate::best().rows(&rows)), rows.concat());
        // A compressor that has been used before does the same.
        let mut used = Deflate::quick();
        used.bytes(b"before");
        prop_assert_eq!(inflated(&used.bytes(&rows.concat())), rows.concat());
    }

    #[test]
    fn numbers_rise_and_blocks_keep_room(sizes in vec(1..200_usize, 1..20)) {
        let names: Vec<String> = (0..sizes.len()).map(|block| block.to_string()).collect();
        let blocks = |sizes: &[usize]| -> Vec<u32> {
            let blocks = names.iter().zip(sizes).flat_map(|(name, size)| std::iter::repeat_n(name.as_str(), *size));
            numbers(&blocks.collect::<Vec<_>>())
        };
        let all = blocks(&sizes);
        prop_assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
        let starts: Vec<u32> = sizes.iter().scan(0, |at, size| { *at += size; Some(*at - size) }).map(|at| all[at]).collect();
        prop_assert!(starts.iter().all(|start| start % 16 == 0));
        for (place, pair) in starts.windows(2).enumerate() {
            prop_assert!(pair[1] > pair[0] + u32::try_from(sizes[place]).unwrap(), "a block has no room left");
        }
    }
}

#[test]
fn names_grow_until_none_is_taken_twice() {
    // Two rows of bytes whose names begin with the same six letters: found by trying.
    let mut met: HashMap<String, u64> = HashMap::new();
    let twins = (0_u32..).map(|number| number.to_le_bytes().to_vec()).find_map(|bytes| {
        let named = bits(&bytes);
        met.insert(name(named, 6), named).map(|other| [other, named])
    });
    let twins = twins.unwrap();
    let many = letters(&twins);
    assert!(many > 6);
    let names = twins.map(|bits| name(bits, many));
    assert_ne!(names[0], names[1]);
}
