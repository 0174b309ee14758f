//! Puts an index together: entries in, files out. Documents are weighed in parallel; the same entries give the same
//! files, however many threads there are.

use super::{
    Answers, Entry, Facet, FacetValue, File, Key, Language, Remembered,
    card::card,
    deflate::Deflate,
    dictionary::dictionary,
    numbers::numbers,
    postings::Postings,
    root::root,
    rows::{Row, merge, order, with_synonyms},
    shards::shards,
    vocabulary::Vocabulary,
    weigh::{Tables, weigh},
};
use rayon::prelude::*;

/// What an index is made of.
pub struct Index<'a> {
    /// The language of the texts.
    pub language: &'a Language,
    /// The block of each document, in the order of the documents: those of a block stand together.
    pub blocks: Vec<&'a str>,
    /// Stands for all that the entry of a document is made of: it is made anew only when this has changed. No two
    /// documents have the same.
    pub key: &'a (dyn Fn(usize) -> Key + Sync),
    /// Makes the entry of a document by its place, when it is needed and not before.
    pub entry: &'a (dyn Fn(usize) -> Entry + Sync),
    /// The facets, in the order in which they are offered.
    pub facets: Vec<Facet>,
    /// What people see of the value of a facet.
    pub label: &'a (dyn Fn(&FacetValue) -> String + Sync),
    /// Words of need.
    pub answers: Answers,
}

/// A file of an index, with its path from the folder of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// The same as the last time, and not made again: its path.
    Kept(String),
    /// New or changed.
    File(File),
}

/// Makes the files of an index and gives each to `sink` as soon as it is there, in any order and from any thread. What
/// it was made of is remembered for the next time. A file is told as kept only where `remembered` says that it was made
/// before: whoever has lost it begins anew with an empty one.
pub fn index(index: &Index<'_>, remembered: Remembered, sink: &(dyn Fn(Made) + Sync)) -> Remembered {
    files(index).into_iter().for_each(|file| sink(Made::File(file)));
    remembered
}

fn files(index: &Index<'_>) -> Vec<File> {
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
    let shards = shards(&rows, places.len());
    let words = dictionary(&rows, places.len());
    drop(rows);
    files.extend(root(index, &documents, &shards, &words));
    files.push(words);
    files.extend(shards.files.into_iter().map(|shard| shard.file));
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
