//! Puts an index together: entries in, files out. Documents are weighed in parallel; the same entries give the same
//! files, however many threads there are.

use super::{
    Answers, Entry, Facet, FacetValue, File, Language, answers,
    card::card,
    deflate::Deflate,
    dictionary::dictionary,
    file::LETTERS,
    facets,
    numbers::numbers,
    postings::Postings,
    shards::{Row, Shard, shards},
    stem::rules,
    stop::STOP,
    synonyms::Synonyms,
    vocabulary::{Spelled, Vocabulary},
    weigh::{Tables, weigh},
};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde_json::json;
use std::{cmp::Ordering, collections::BTreeMap};

/// What an index is made of.
pub struct Index<'a> {
    /// The language of the texts.
    pub language: &'a Language,
    /// The block of each document, in the order of the documents: those of a block stand together.
    pub blocks: Vec<&'a str>,
    /// Makes the entry of a document by its place, when it is needed and not before.
    pub entry: &'a (dyn Fn(usize) -> Entry + Sync),
    /// The facets, in the order in which they are offered.
    pub facets: Vec<Facet>,
    /// What people see of the value of a facet.
    pub label: &'a (dyn Fn(&FacetValue) -> String + Sync),
    /// Words of need.
    pub answers: Answers,
}

/// Makes the files of an index, with paths from its folder.
pub fn index(index: &Index<'_>) -> Vec<File> {
    let numbers = numbers(&index.blocks);
    let places: Vec<usize> = (0..numbers.len()).collect();
    let size = places.len().div_ceil(rayon::current_num_threads()).max(1);
    let slices: Vec<Slice> = places.par_chunks(size).map(|places| slice(index, places, &numbers)).collect();
    let mut files = Vec::new();
    let mut documents = Vec::with_capacity(places.len());
    let mut rows = Vec::new();
    for slice in slices {
        files.extend(slice.cards);
        documents.extend(slice.documents);
        rows = merge(rows, slice.rows);
    }
    let rows = with_synonyms(rows, &index.language.synonyms);
    let (shards, letters) = shards(&rows, places.len());
    let words = dictionary(&rows);
    drop(rows);
    let root = root(index, &documents, (&shards, letters), &words, &mut files);
    files.push(root);
    files.push(words);
    files.extend(shards.into_iter().map(|shard| shard.file));
    files
}

/// Some of the documents.
struct Slice {
    cards: Vec<File>,
    documents: Vec<Known>,
    rows: Vec<Row>,
}

/// What the columns are made of.
pub(super) struct Known {
    /// The number of a document.
    pub(super) number: u32,
    /// Its values of facets.
    pub(super) values: Vec<FacetValue>,
    /// The day that it is sorted by.
    pub(super) date: Option<String>,
}

fn slice(index: &Index<'_>, places: &[usize], numbers: &[u32]) -> Slice {
    let mut vocabulary = Vocabulary::new(&index.language.lexicon);
    let mut postings: Vec<Postings> = Vec::new();
    let mut tables = Tables::default();
    let mut deflate = Deflate::quick();
    let (mut cards, mut documents) = (Vec::new(), Vec::new());
    for place in places {
        let mut entry = (index.entry)(*place);
        let number = numbers[*place];
        let weighed = weigh(&entry, &mut vocabulary, &mut tables);
        postings.resize_with(vocabulary.terms.len(), Postings::default);
        for word in weighed {
            postings[word.term as usize].push(number, word);
        }
        cards.push(card(number, &entry, &mut deflate));
        documents.push(Known { number, values: std::mem::take(&mut entry.facets), date: entry.date });
    }
    let rows = vocabulary.terms.into_iter().zip(postings).filter(|(_, postings)| postings.count > 0);
    let mut rows: Vec<Row> = rows.map(|(spelled, postings)| Row { spelled, postings, leads: Vec::new() }).collect();
    rows.sort_unstable_by(order);
    Slice { cards, documents, rows }
}

fn order(a: &Row, b: &Row) -> Ordering {
    (&a.spelled.key, &a.spelled.stem).cmp(&(&b.spelled.key, &b.spelled.stem))
}

/// Two lists of rows as one; rows of the same stem are joined.
fn merge(earlier: Vec<Row>, later: Vec<Row>) -> Vec<Row> {
    if earlier.is_empty() {
        return later;
    }
    let mut merged: Vec<Row> = Vec::with_capacity(earlier.len() + later.len() / 2);
    let mut later = later.into_iter().peekable();
    for mut row in earlier {
        while let Some(other) = later.next_if(|other| order(other, &row) == Ordering::Less) {
            merged.push(other);
        }
        if let Some(other) = later.next_if(|other| order(other, &row) == Ordering::Equal) {
            row.postings.append(&other.postings);
            row.spelled.meet(&other.spelled.surface);
            row.leads.extend(other.leads);
        }
        merged.push(row);
    }
    merged.extend(later);
    merged
}

/// Adds what words lead to, as far as the site has it.
fn with_synonyms(rows: Vec<Row>, synonyms: &Synonyms) -> Vec<Row> {
    let known: FxHashSet<&str> = rows.iter().map(|row| row.spelled.stem.as_str()).collect();
    let has = |stems: &str| stems.split(' ').all(|stem| known.contains(stem));
    let leading = synonyms.all().filter_map(|(stem, word, targets)| {
        let leads: Vec<_> = targets.iter().filter(|(to, _)| has(to)).map(|(to, near)| (to.clone(), *near)).collect();
        let word = if stem.contains(' ') { "" } else { word };
        (!leads.is_empty()).then(|| Row { spelled: Spelled::new(stem, word), postings: Postings::default(), leads })
    });
    let mut leading: Vec<Row> = leading.collect();
    leading.sort_unstable_by(order);
    merge(rows, leading)
}

/// The form of the files. A client that knows another says so instead of guessing.
const FORM: u32 = 1;

/// The file that is fetched first: where words stand, and the facets.
fn root(index: &Index<'_>, documents: &[Known], (shards, letters): (&[Shard], u32), words: &File, files: &mut Vec<File>) -> File {
    let columns = index.facets.iter().filter_map(|facet| facets::column(facet, documents, index.label));
    let (tables, columns, column_files) = facets::published(columns.collect());
    files.extend(column_files);
    let dates = dates(documents);
    let names: String = shards.iter().map(|shard| shard.file.name()).collect();
    let borders: Vec<&str> = shards.iter().map(|shard| shard.from.as_str()).collect();
    let mut head = json!({
        "v": FORM,
        "n": documents.len(),
        "m": documents.last().map_or(0, |known| known.number + 1),
        "b": borders.join("\n"),
        "t": names,
        "l": letters,
        "w": words.name(),
        "d": dates.name(),
        "f": tables,
        "g": [STOP.join(" "), rules()],
    });
    files.push(dates);
    if let Some((file, hints)) = answers::published(&index.answers) {
        head["a"] = json!([file.name(), hints]);
        files.push(file);
    }
    let head = head.to_string();
    let mut length = Vec::new();
    super::postings::number(u32::try_from(head.len()).expect("the root is small"), &mut length);
    length.extend_from_slice(head.as_bytes());
    File { path: "root.bin".into(), bytes: Deflate::best().rows(&[&length, &columns]) }
}

/// The days that documents are sorted by: for each number, its place in the list of days.
fn dates(documents: &[Known]) -> File {
    let mut days: BTreeMap<&str, u32> = documents.iter().filter_map(|known| Some((known.date.as_deref()?, 0))).collect();
    for (place, number) in (1..).zip(days.values_mut()) {
        *number = place;
    }
    let mut bytes = Vec::new();
    let list: Vec<&str> = days.keys().copied().collect();
    super::shards::write_text(&list.join(" "), &mut bytes);
    let mut next = 0;
    for known in documents {
        for _ in next..known.number {
            super::postings::number(0, &mut bytes);
        }
        let place = known.date.as_deref().map_or(0, |date| days[date]);
        super::postings::number(place, &mut bytes);
        next = known.number + 1;
    }
    File::named("dates", LETTERS, Deflate::best().bytes(&bytes))
}
