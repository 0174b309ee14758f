//! Whatever is remembered, the files are those of an index that remembers nothing, and so is what it remembers then.

use crate::search::{
    Answers, Entry, Facet, FacetValue, File, Index, Language, Lexicon, Made, Offered, Part, Remembered, Synonyms, Text,
    index,
};
use proptest::{collection::vec, prelude::*, sample::select};
use std::{collections::BTreeMap, sync::Mutex};

/// Words with forms of one stem, compounds, stop words and words that lead to others.
const WORDS: [&str; 18] = [
    "skola",
    "skolor",
    "skolorna",
    "trygg",
    "trygghet",
    "trygghetsvandring",
    "vandring",
    "vandra",
    "och",
    "OM",
    "mitt",
    "mitten",
    "sen",
    "senare",
    "arkiv",
    "arkiverad",
    "våld",
    "vald",
];

/// A document: where it stands, and what it says.
#[derive(Debug, Clone, PartialEq)]
struct Written {
    name: String,
    title: String,
    body: String,
    parts: Vec<String>,
    facet: usize,
}

fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), words).prop_map(|words| words.join(" "))
}

/// Documents in order of name, each name once.
fn site() -> impl Strategy<Value = Vec<Written>> {
    let name = (select(&["a", "b", "c"][..]), 0..40_usize).prop_map(|(folder, number)| format!("{folder}/{number:02}"));
    let written = (name, text(1..3), text(0..30), vec(text(1..6), 0..3), 0..4_usize)
        .prop_map(|(name, title, body, parts, facet)| Written { name, title, body, parts, facet });
    vec(written, 0..25).prop_map(|mut site| {
        site.sort_by(|a, b| a.name.cmp(&b.name));
        site.dedup_by(|a, b| a.name == b.name);
        site
    })
}

/// A site, and what becomes of it: some documents go, come, are edited or renamed.
fn edited() -> impl Strategy<Value = [Vec<Written>; 2]> {
    (site(), site(), vec(0..5_usize, 25)).prop_map(|(before, other, fates)| {
        let mut after = before.clone();
        for (place, fate) in fates.into_iter().enumerate() {
            match (fate, other.get(place)) {
                (0, Some(new)) if after.iter().all(|known| known.name != new.name) => after.push(new.clone()),
                (1, _) if place < after.len() => drop(after.remove(place)),
                (2, Some(new)) if place < after.len() => after[place].body.clone_from(&new.body),
                (3, Some(new)) if place < after.len() => after[place].title.clone_from(&new.title),
                _ => {}
            }
        }
        after.sort_by(|a, b| a.name.cmp(&b.name));
        [before, after]
    })
}

fn entry(written: &Written) -> Entry {
    let part = |(number, text): (usize, &String)| Part {
        anchor: format!("del-{number}"),
        title: text.split(' ').next().unwrap_or_default().into(),
        text: text.clone(),
    };
    Entry {
        name: written.name.clone(),
        path: format!("{}/", written.name),
        title: written.title.clone(),
        body: written.body.clone(),
        texts: vec![Text { weight: 2.0, words: written.title.clone() }],
        prior: 1.0,
        date: (written.facet > 0).then(|| format!("202{}", written.facet)),
        parts: written.parts.iter().enumerate().map(part).collect(),
        facets: vec![FacetValue { facet: "a".into(), value: written.facet.to_string().into() }],
        ..Entry::default()
    }
}

/// The files of a site, of which some were made before; and what is remembered of it.
fn made(
    site: &[Written],
    remembered: Remembered,
    before: &BTreeMap<String, Vec<u8>>,
) -> (BTreeMap<String, Vec<u8>>, Remembered) {
    let mut lexicon = Lexicon::new(["trygghet", "vandring", "arkiv"].into_iter(), std::iter::empty());
    site.iter().for_each(|written| lexicon.extend_with(&written.title));
    let mut synonyms = Synonyms::default();
    synonyms.same(&["skola", "vandring"]);
    synonyms.lead(&["bråk", "vald"], &["våld", "trygg skola"]);
    let files = Mutex::new(BTreeMap::new());
    let sink = |made| {
        let (path, bytes) = match made {
            Made::Kept(path) => {
                let bytes = before[&path].clone();
                (path, bytes)
            }
            Made::File(File { path, bytes }) => (path, bytes),
        };
        assert_eq!(files.lock().unwrap().insert(path, bytes), None, "a file is given twice");
    };
    let key = |place: usize| {
        let hash = blake3::hash(format!("{:?}", site[place]).as_bytes());
        *hash.as_bytes().first_chunk().unwrap()
    };
    let facet = Facet { key: "a".into(), label: "A".into(), offered: Offered::WithResults };
    let remembered = index(
        &Index {
            language: &Language { lexicon, synonyms },
            blocks: site.iter().map(|written| &written.name[..1]).collect(),
            key: &key,
            entry: &|place| entry(&site[place]),
            facets: vec![facet],
            label: &|value| value.value.to_string(),
            answers: Answers::default(),
        },
        remembered,
        &sink,
    );
    (files.into_inner().unwrap(), remembered)
}

fn clean(site: &[Written]) -> (BTreeMap<String, Vec<u8>>, Remembered) {
    made(site, Remembered::default(), &BTreeMap::new())
}

proptest! {
    #[test]
    fn what_is_remembered_changes_nothing([before, after] in edited()) {
        let (old, remembered) = clean(&before);
        prop_assert!(made(&after, remembered, &old) == clean(&after));
    }

    #[test]
    fn what_is_remembered_of_another_site_changes_nothing(one in site(), other in site()) {
        let (old, remembered) = clean(&one);
        prop_assert!(made(&other, remembered, &old) == clean(&other));
    }
}

#[test]
fn what_is_remembered_is_read_again() {
    let site: Vec<Written> = (0..40)
        .map(|number| Written {
            name: format!("a/{number:02}"),
            title: WORDS[number % 18].into(),
            body: WORDS[number % 7..].join(" "),
            parts: vec![WORDS[number % 5].into()],
            facet: number % 4,
        })
        .collect();
    let (files, remembered) = clean(&site);
    let read: Remembered = serde_json::from_slice(&serde_json::to_vec(&remembered).unwrap()).unwrap();
    assert!(read == remembered);
    let (again, _) = made(&site, read, &files);
    assert_eq!(again, files);
}
