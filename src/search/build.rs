//! Puts an index together: entries in, files out. Documents are weighed in parallel; the same entries give the same
//! files, however many threads there are.

use super::{
    Answers, Entry, Facet, FacetValue, File, Key, Language, Remembered,
    card::{card, path as card_path},
    deflate::Deflate,
    dictionary::dictionary,
    documents::{Documents, Gathered, Told},
    merge::{Moved, Weighed, merge},
    named::{Named, key},
    numbers::numbers,
    postings::Postings,
    root::root,
    rows::Leading,
    shards::shards,
    vocabulary::Vocabulary,
    weigh::{Tables, weigh},
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

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
pub fn index(index: &Index<'_>, mut remembered: Remembered, sink: &(dyn Fn(Made) + Sync)) -> Remembered {
    let rows = std::mem::take(&mut remembered.rows);
    let (rows, documents) = read(index, &remembered, rows, sink);
    let leading = Leading::new(&index.language.synonyms);
    let silent = Vocabulary::new(&index.language.lexicon).stems_of(&documents.stops());
    let published = leading.with(&rows, &silent);
    let mut named = Named::new(&remembered.files, sink);
    let count = documents.numbers.len();
    let shards = shards((&published, &rows), count, remembered.letters, &mut named);
    let [words, ranks] = dictionary(&published, count);
    drop(published);
    let words = named.file("words", &[&words, &ranks]);
    let [head, columns] = root(index, &documents, (&shards, &words), &mut named);
    let root = key(ROOT, &[&head, &columns]);
    sink(match root == remembered.root {
        true => Made::Kept(ROOT.into()),
        false => Made::File(File { path: ROOT.into(), bytes: Deflate::best().rows(&[&head, &columns]) }),
    });
    let lexicon = index.language.lexicon.key();
    Remembered { lexicon, documents, rows, files: named.made, letters: shards.letters, root }
}

/// The file that names the others.
const ROOT: &str = "root.bin";

/// Gives out cards, and reads the documents that are not known: all words with their documents, and what else is told of
/// each.
fn read(
    index: &Index<'_>,
    remembered: &Remembered,
    rows: Vec<u8>,
    sink: &(dyn Fn(Made) + Sync),
) -> (Vec<u8>, Documents) {
    let plan = Plan::new(index, remembered);
    let given = |place: usize| Given { index, plan: &plan, remembered, sink, place };
    let read: Vec<usize> = (0..plan.numbers.len()).filter(|place| !plan.is_as_before(*place, remembered)).collect();
    let size = read.len().div_ceil(rayon::current_num_threads()).max(1);
    let slices: Vec<Slice> = read.par_chunks(size).map(|places| slice(places, &given)).collect();
    let mut told = Vec::with_capacity(read.len());
    let mut weighed = Vec::with_capacity(slices.len());
    for slice in slices {
        told.extend(slice.told);
        weighed.push(slice.weighed);
    }
    let known = plan.known.iter().zip(&plan.numbers);
    let pairs = known.filter_map(|(known, now)| Some((remembered.documents.numbers[(*known)?], *now)));
    let moved = Moved::new(pairs, &remembered.documents.numbers);
    let documents = gather(&plan, remembered, told, sink);
    (merge(&rows, &moved, weighed), documents)
}

/// What is known of each document.
struct Plan {
    /// Their keys.
    keys: Vec<Key>,
    /// Their numbers.
    numbers: Vec<u32>,
    /// The places that they are remembered at, in rising order; those of new ones and of changed ones are not known.
    known: Vec<Option<usize>>,
}

impl Plan {
    fn new(index: &Index<'_>, remembered: &Remembered) -> Self {
        let numbers = numbers(&index.blocks);
        let keys: Vec<Key> = (0..numbers.len()).into_par_iter().map(|place| (index.key)(place)).collect();
        let is_same_language = remembered.lexicon == index.language.lexicon.key();
        let before = if is_same_language { remembered.documents.keys() } else { &[] };
        let places: FxHashMap<&Key, usize> = before.iter().zip(0..).collect();
        let mut least = 0;
        let known = keys.iter().map(|key| {
            let place = places.get(key).copied().filter(|place| *place >= least)?;
            least = place + 1;
            Some(place)
        });
        let known = known.collect();
        Self { keys, numbers, known }
    }

    /// Whether a document is as it was, and has the same number.
    fn is_as_before(&self, place: usize, remembered: &Remembered) -> bool {
        self.known[place].is_some_and(|known| remembered.documents.numbers[known] == self.numbers[place])
    }
}

/// A document that is to be read.
struct Given<'a> {
    index: &'a Index<'a>,
    plan: &'a Plan,
    remembered: &'a Remembered,
    sink: &'a (dyn Fn(Made) + Sync),
    place: usize,
}

impl Given<'_> {
    /// Gives out its card, and tells what that is made of.
    fn give(&self, text: &[u8], deflate: &mut Deflate) -> Key {
        let number = self.plan.numbers[self.place];
        let made_of = key("docs", &[text]);
        let before = &self.remembered.documents;
        let path = card_path(number);
        let is_kept = before.numbers.binary_search(&number).is_ok_and(|place| before.cards()[place] == made_of);
        (self.sink)(match is_kept {
            true => Made::Kept(path),
            false => Made::File(File { path, bytes: deflate.bytes(text) }),
        });
        made_of
    }
}

/// How many documents are weighed before their cards are compressed: each of the two works in tables as large as the
/// memory nearest to the processor, and drives out those of the other.
const BATCH: usize = 64;

/// Some of the documents that are to be read.
struct Slice {
    weighed: Weighed,
    told: Vec<Told>,
}

fn slice<'a>(places: &[usize], given: &dyn Fn(usize) -> Given<'a>) -> Slice {
    let mut vocabulary = None;
    let mut postings: Vec<Postings> = Vec::new();
    let mut tables = Tables::default();
    let mut deflate = Deflate::quick();
    let mut told = Vec::with_capacity(places.len());
    for places in places.chunks(BATCH) {
        let mut cards = Vec::with_capacity(BATCH);
        for place in places {
            let Given { index, plan, remembered, .. } = given(*place);
            let entry = (index.entry)(*place);
            let number = plan.numbers[*place];
            let mut stops = plan.known[*place].map(|known| remembered.documents.stops_of(known));
            // The words of a document that has only moved are known.
            if stops.is_none() {
                let vocabulary = vocabulary.get_or_insert_with(|| Vocabulary::new(&index.language.lexicon));
                let weighed = weigh(&entry, vocabulary, &mut tables);
                postings.resize_with(vocabulary.terms.len(), Postings::default);
                for word in weighed {
                    postings[word.term as usize].push(number, word, tables.form(word.term));
                }
                stops = Some(tables.stops());
            }
            cards.push(card(&entry));
            let stops = stops.unwrap_or_default();
            let key = plan.keys[*place];
            told.push(Told { key, card: Key::default(), stops, number, date: entry.date, values: entry.facets });
        }
        let first = told.len() - places.len();
        for ((place, text), told) in places.iter().zip(cards).zip(&mut told[first..]) {
            told.card = given(*place).give(&text, &mut deflate);
        }
    }
    let terms = vocabulary.map(|vocabulary| vocabulary.terms).unwrap_or_default();
    Slice { weighed: Weighed::new(terms, postings), told }
}

/// What is told of all documents: of those that were read, in order, and of the others as before. Their cards are kept.
fn gather(plan: &Plan, remembered: &Remembered, told: Vec<Told>, sink: &(dyn Fn(Made) + Sync)) -> Documents {
    let mut gathered = Gathered::default();
    let mut told = told.into_iter().peekable();
    for (known, number) in plan.known.iter().zip(&plan.numbers) {
        match (told.next_if(|told| told.number == *number), known) {
            (Some(told), _) => gathered.add(told),
            (None, Some(known)) => {
                sink(Made::Kept(card_path(*number)));
                gathered.add_as_before(&remembered.documents, *known, *number);
            }
            (None, None) => unreachable!("what is not known is read"),
        }
    }
    gathered.documents()
}
