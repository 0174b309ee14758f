//! Whole indexes of made-up documents: the same whatever the number of threads, cut so that every word is found, and
//! little changed by an edit.

use super::lists::read_number;
use crate::search::{
    Answers, Entry, Facet, FacetValue, File, Index, Language, Lexicon, Made, Offered, Part, Remembered, index,
};
use crate::search::{deflate::inflated, letters::fold, stem::stem};
use rayon::ThreadPoolBuilder;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

const DOCUMENTS: usize = 400;
const WORDS: usize = 1_500;

/// A word that nobody has written, by its number.
fn word(number: usize) -> String {
    const BEGINS: [&str; 12] = ["bla", "kru", "trö", "må", "sne", "dri", "vå", "pli", "gro", "fjä", "ska", "hym"];
    const ENDS: [&str; 11] = ["rd", "mp", "ll", "nk", "st", "v", "g", "dd", "rn", "ft", "k"];
    format!("{}{}{}", BEGINS[number % 12], ["lo", "ri", "va", "tå", "ne"][number / 12 % 5], ENDS[number / 60 % 11])
        + ["", "ulv", "osk", "imp"][number / 660 % 4]
}

/// So many words that follow from where one begins; some come often.
fn text(seed: usize, words: usize) -> String {
    let number = |at: usize| (seed * 7_919 + at * at * 31 + at * 613) % WORDS;
    let words = (0..words).map(|at| word(if at % 3 == 0 { number(at) % 40 } else { number(at) }));
    words.collect::<Vec<_>>().join(" ")
}

fn entry(place: usize) -> Entry {
    let part = |number: usize| Part {
        anchor: format!("del-{number}"),
        title: text(place + number, 2),
        text: text(place * 3 + number, 12),
    };
    let value = |facet: &str, value: usize| FacetValue { facet: facet.into(), value: value.to_string().into() };
    Entry {
        name: format!("sidor/{place}"),
        path: format!("sidor/{place}/"),
        title: text(place, 3),
        lead: text(place + 1, 8),
        body: text(place + 2, 90),
        texts: Vec::new(),
        prior: 1.0,
        date: (!place.is_multiple_of(3)).then(|| format!("2026-{:02}-01", place % 12 + 1)),
        state: None,
        // Some have more parts than fit beside a level.
        parts: (0..if place.is_multiple_of(50) { 20 } else { place % 4 }).map(part).collect(),
        facets: vec![value("a", place % 5), value("b", place % 7)],
        versions: Vec::new(),
    }
}

/// Stands for an entry.
fn key(entry: &Entry) -> [u8; 16] {
    let mut key = [0; 16];
    key.copy_from_slice(&blake3::hash(format!("{entry:?}").as_bytes()).as_bytes()[..16]);
    key
}

/// The files of an index that remembers nothing, in order.
fn files(given: &Index<'_>) -> Vec<File> {
    let files = Mutex::new(Vec::new());
    let sink = |made| match made {
        Made::File(file) => files.lock().unwrap().push(file),
        Made::Kept(path) => panic!("{path} cannot be known"),
    };
    index(given, Remembered::default(), &sink);
    let mut files = files.into_inner().unwrap();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The index of the documents that `entry` makes, by so many threads.
fn made(threads: usize, entry: &(dyn Fn(usize) -> Entry + Sync)) -> Vec<File> {
    let facet = |key: &str, offered| Facet { key: key.into(), label: key.to_uppercase(), offered };
    let lexicon = Lexicon::new(["blalord", "krulord", "ulv"].into_iter(), std::iter::empty());
    let made = || {
        files(&Index {
            language: &Language { lexicon: lexicon.clone(), ..Language::default() },
            blocks: (0..DOCUMENTS).map(|place| ["a", "b", "c", "d"][place / 100]).collect(),
            key: &|place| key(&entry(place)),
            entry,
            facets: vec![facet("a", Offered::WithResults), facet("b", Offered::Always)],
            label: &|value| value.value.to_string(),
            answers: Answers::default(),
        })
    };
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(made)
}

fn by_path(files: Vec<File>) -> BTreeMap<String, Vec<u8>> {
    let count = files.len();
    let files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|file| (file.path, file.bytes)).collect();
    assert_eq!(files.len(), count, "two files have one path");
    files
}

/// The part of the root that is text.
fn head(files: &BTreeMap<String, Vec<u8>>) -> Value {
    let root = inflated(&files["root.bin"]);
    let mut bytes = root.iter().copied();
    let length = read_number(&mut bytes) as usize;
    let text: Vec<u8> = bytes.take(length).collect();
    serde_json::from_slice(&text).unwrap()
}

/// The paths of the files of words, in order, with where each begins.
fn shards(head: &Value) -> Vec<(String, String)> {
    let borders = head["b"].as_str().unwrap().split('\n');
    let letters = usize::try_from(head["l"].as_u64().unwrap()).unwrap();
    let names = head["t"].as_str().unwrap().as_bytes().chunks(letters);
    let paths = names.map(|name| format!("terms/{}.bin", std::str::from_utf8(name).unwrap()));
    borders.map(str::to_owned).zip(paths).collect()
}

/// A text that shares its beginning with the one before.
fn read_shared(before: &mut Vec<u8>, bytes: &mut impl Iterator<Item = u8>) -> String {
    before.truncate(read_number(bytes) as usize);
    let length = read_number(bytes) as usize;
    before.extend(bytes.by_ref().take(length));
    String::from_utf8(before.clone()).unwrap()
}

/// The keys of a file of words.
fn keys(packed: &[u8]) -> Vec<String> {
    let mut bytes = inflated(packed).into_iter();
    let [count, ..] = [(); 3].map(|()| read_number(&mut bytes));
    let mut before = Vec::new();
    let skip_text = |bytes: &mut std::vec::IntoIter<u8>| {
        let length = read_number(bytes) as usize;
        bytes.by_ref().take(length).for_each(drop);
    };
    let key = |_| {
        let key = read_shared(&mut before, &mut bytes);
        skip_text(&mut bytes);
        let [_, leads] = [(); 2].map(|()| read_number(&mut bytes));
        assert_eq!(leads, 0);
        key
    };
    (0..count).map(key).collect()
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let one = made(1, &entry);
    assert!(made(4, &entry) == one && made(3, &entry) == one);
    assert!(made(1, &entry) == one);
}

#[test]
fn every_word_is_in_the_file_where_the_client_looks() {
    let files = by_path(made(2, &entry));
    let shards = shards(&head(&files));
    assert!(shards.len() > 5, "{} files are too few to tell", shards.len());
    assert_eq!(shards[0].0, "");
    assert!(shards.windows(2).all(|pair| pair[0].0 < pair[1].0));
    let named: BTreeSet<&String> = shards.iter().map(|(_, path)| path).collect();
    let there: BTreeSet<&String> = files.keys().filter(|path| path.starts_with("terms/")).collect();
    assert_eq!(named, there);
    let mut found = BTreeSet::new();
    for (place, (from, path)) in shards.iter().enumerate() {
        let keys = keys(&files[path]);
        assert!(keys.is_sorted());
        assert!(keys.iter().all(|key| key >= from));
        if let Some((next, _)) = shards.get(place + 1) {
            assert!(keys.iter().all(|key| key < next), "a key is looked for in {next}");
        }
        for key in keys {
            assert!(found.insert(key.clone()), "{key} stands in two files");
        }
    }
    for place in 0..DOCUMENTS {
        let body = entry(place).body;
        let missing = body.split(' ').map(|word| fold(&stem(word))).find(|key| !found.contains(key));
        assert_eq!(missing, None);
    }
}

#[test]
fn the_words_for_misspellings_are_told_once_and_in_order() {
    let files = by_path(made(2, &entry));
    let path = format!("words/{}.bin", head(&files)["w"].as_str().unwrap());
    let bytes = inflated(&files[&path]);
    let mut rest = bytes.into_iter();
    let count = read_number(&mut rest) as usize;
    let mut before = Vec::new();
    let words: Vec<String> = (0..count).map(|_| read_shared(&mut before, &mut rest)).collect();
    assert!(count > 500);
    assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(rest.len(), count, "each word has a rank");
    let known: BTreeSet<String> =
        (0..WORDS).map(word).chain(["ulv".into(), "blalord".into(), "krulord".into()]).collect();
    let unknown: Vec<&String> = words.iter().filter(|word| !known.contains(*word)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn an_edit_changes_few_files() {
    let before = by_path(made(2, &entry));
    let edited = |place: usize| {
        let mut entry = entry(place);
        if place == 150 {
            entry.body.push_str(" nyord");
        }
        entry
    };
    let after = by_path(made(2, &edited));
    let changed: Vec<&String> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    let of = |folder: &str| changed.iter().filter(|path| path.starts_with(folder)).count();
    assert_eq!(of("docs/"), 1, "{changed:?}");
    assert!(of("terms/") <= 2, "{changed:?}");
    assert!(changed.len() <= 6, "{changed:?}");
}

#[test]
fn no_documents_are_an_index_too() {
    let files = files(&Index {
        language: &Language::default(),
        blocks: Vec::new(),
        key: &|_| Default::default(),
        entry: &entry,
        facets: Vec::new(),
        label: &|value| value.value.to_string(),
        answers: Answers::default(),
    });
    let head = head(&by_path(files));
    assert_eq!((&head["n"], &head["m"], &head["t"]), (&0.into(), &0.into(), &"".into()));
}
