//! What the search index is told of the site: an entry for each document, facets, words of need. The index itself is
//! made in the room `search`, which knows nothing of sites.

mod facets;
mod keys;
mod texts;

use super::{Output, Sink, edition::Edition, view};
use crate::{
    model::{Document, DocumentIndex, Role, Site, Synonyms as Written, ValidityState, collection::HOME},
    search::{self, Answer, Answers, Entry, File, Index, Key, Language, Lexicon, Made, Remembered, Synonyms, Version},
};
use keys::Keys;
pub(super) use keys::key;
use std::{
    collections::{BTreeMap, HashMap},
    sync::mpsc,
};

/// The folder of the index, below the site's own address.
const FOLDER: &str = "search";

/// The index and its client, made of nothing but the site.
pub(super) fn outputs(edition: Edition<'_>) -> Vec<Output> {
    index(edition, Key::default(), Remembered::default(), &Gathered).0
}

/// Outputs are gathered in memory.
struct Gathered;

impl Sink for Gathered {
    type Taken = Output;

    fn take(&self, output: Output) -> Output {
        output
    }

    fn keep(&self, _: &str) -> Option<Output> {
        None
    }
}

/// Gives the index and its client to a sink. Where a file that was to be kept is no longer there, all is made anew.
pub(super) fn index<S: Sink>(
    edition: Edition<'_>,
    texts: Key,
    remembered: Remembered,
    sink: &S,
) -> (Vec<S::Taken>, Remembered) {
    let attempt = |remembered| {
        let (send, taken) = mpsc::channel();
        let remembered = make(edition, texts, remembered, &|made| {
            let taken = match made {
                Made::Kept(path) => sink.keep(&path),
                Made::File(File { path, bytes }) => Some(sink.take(Output { path, bytes })),
            };
            send.send(taken).expect("the other end is held until all is made");
        });
        drop(send);
        (taken.into_iter().collect::<Option<Vec<_>>>(), remembered)
    };
    match attempt(remembered) {
        (Some(taken), remembered) => (taken, remembered),
        (None, _) => {
            let (taken, remembered) = attempt(Remembered::default());
            (taken.expect("with nothing remembered nothing is kept"), remembered)
        }
    }
}

/// Gives the files of the index and its client to `sink` as they are made, in any order, with their paths from the
/// output folder. Those that are as `remembered` has them are told as kept.
fn make(edition: Edition<'_>, texts: Key, remembered: Remembered, sink: &(dyn Fn(Made) + Sync)) -> Remembered {
    let below = |path: &str| format!("{FOLDER}/{path}");
    sink(Made::File(File { path: below("client.js"), bytes: search::CLIENT.as_bytes().to_vec() }));
    let site = edition.site.all();
    let language = language(site);
    let documents: Vec<DocumentIndex> = documents(site);
    let keys = Keys::new(edition, texts);
    let index = Index {
        language: &language,
        blocks: documents.iter().map(|index| block(site.document(*index))).collect(),
        key: &|place| keys.of(documents[place]),
        entry: &|place| entry(edition, documents[place]),
        facets: facets::facets(edition),
        label: &|value| facets::label(edition, value),
        answers: answers(edition),
    };
    search::index(&index, remembered, &|made| {
        sink(match made {
            Made::Kept(path) => Made::Kept(below(&path)),
            Made::File(file) => Made::File(File { path: below(&file.path), bytes: file.bytes }),
        });
    })
}

/// What is searched: every original but the home page, which all others are found from.
fn documents(site: &Site) -> Vec<DocumentIndex> {
    let found = site.originals().filter(|(_, document)| &*site.collection_of(document).key != HOME);
    found.map(|(index, _)| index).collect()
}

/// The folder of a document: documents of a folder stand together in the order of names.
fn block(document: &Document) -> &str {
    document.name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn language(site: &Site) -> Language {
    let words = &site.search_words;
    let mut lexicon = Lexicon::new(words.parts.iter().map(|word| &**word), words.whole.iter().map(|word| &**word));
    for (_, document) in site.originals() {
        lexicon.extend_with(document.title());
    }
    let mut synonyms = Synonyms::default();
    for written in &words.synonyms {
        match written {
            Written::Same(words) => {
                let words: Vec<&str> = words.iter().map(|word| &**word).collect();
                synonyms.same(&words);
            }
            Written::Lead { from, to } => {
                let from: Vec<&str> = from.iter().map(|word| &**word).collect();
                let to: Vec<&str> = to.iter().map(|word| &**word).collect();
                synonyms.lead(&from, &to);
            }
        }
    }
    Language { lexicon, synonyms }
}

fn entry(edition: Edition<'_>, index: DocumentIndex) -> Entry {
    let document = edition.site.all().document(index);
    let mut entry = Entry {
        name: document.name.to_string(),
        path: path(document),
        title: document.title().to_owned(),
        lead: document.summary().to_owned(),
        prior: prior(edition.site.all(), index),
        date: date(document),
        state: state(edition, index),
        facets: facets::values(edition, index),
        versions: versions(edition, index),
        ..Entry::default()
    };
    texts::gather(edition, index, &mut entry);
    entry
}

/// The path of a document's page from the site's own address.
fn path(document: &Document) -> String {
    document.address.path().trim_start_matches('/').to_owned()
}

/// How much the words of a document count: those of what governs more than those of figures, of sources and of what has
/// had its time.
fn prior(site: &Site, index: DocumentIndex) -> f32 {
    let collection = site.collection_of(site.document(index));
    let of_roles = [
        (Role::Governing, 1.5),
        (Role::Pledge, 1.5),
        (Role::Council, 1.3),
        (Role::Contact, 1.05),
        (Role::Collaboration, 1.2),
        (Role::Picture, 1.2),
        (Role::Statistics, 0.85),
        (Role::Glossary, 0.75),
        (Role::Subject, 0.75),
        (Role::Audience, 0.75),
        (Role::Actor, 0.8),
        (Role::News, 0.8),
        (Role::Source, 0.6),
    ];
    let of_role: f32 = of_roles.iter().filter(|(role, _)| collection.has(*role)).map(|(_, prior)| prior).product();
    let of_time = match site.state(index).state {
        ValidityState::Withdrawn => 0.7,
        ValidityState::Superseded => 0.85,
        ValidityState::Expired => 0.95,
        _ => 1.0,
    };
    of_role * of_time
}

/// The day that a document is known by: its decision, the day that it tells itself, the beginning of its time.
fn date(document: &Document) -> Option<String> {
    let told = ["datum", "publicerad", "uppdaterad"].into_iter().filter_map(|key| document.fields.date(key));
    let date = document.decided().into_iter().chain(told).next().map(crate::model::DateValue::iso);
    date.or_else(|| document.validity().and_then(|validity| validity.period.first_day()).map(|day| day.to_string()))
}

fn state(edition: Edition<'_>, index: DocumentIndex) -> Option<[String; 3]> {
    let state = view::state::state(edition, index)?;
    Some([&state["key"], &state["tone"], &state["text"]].map(|value| value.as_str().unwrap_or_default().to_owned()))
}

fn versions(edition: Edition<'_>, index: DocumentIndex) -> Vec<Version> {
    let versions = edition.site.all().variants_of(index);
    versions
        .map(|(_, document)| Version {
            code: document.variant.code().to_owned(),
            path: path(document),
            title: document.title().to_owned(),
            lead: document.summary().to_owned(),
        })
        .collect()
}

/// The most contacts of a situation that are shown above results.
const CONTACTS: usize = 2;

/// Contacts by the words that call for them: those of the situation, national ones first, then the first of each situation
/// that is named beside it. Who can be called at once stands above who cannot.
fn answers(edition: Edition<'_>) -> Answers {
    let mut by_situation: HashMap<&str, Vec<(bool, DocumentIndex)>> = HashMap::new();
    for (index, contact) in edition.site.all().with_role(Role::Contact) {
        if let Some(situation) = contact.fields.text("situation") {
            let is_local = !contact.fields.is_yes("nationell");
            by_situation.entry(situation).or_default().push((is_local, index));
        }
    }
    by_situation.values_mut().for_each(|contacts| contacts.sort_unstable());
    let of = |situation: &str, most: usize| {
        let found = by_situation.get(situation).map_or(&[][..], Vec::as_slice);
        found.iter().take(most).map(|(_, index)| *index).collect::<Vec<_>>()
    };
    let mut called: BTreeMap<&str, Vec<DocumentIndex>> = BTreeMap::new();
    for urgent in &edition.site.all().search_words.urgent {
        let mut contacts = of(&urgent.situation, CONTACTS);
        contacts.extend(urgent.also.iter().flat_map(|situation| of(situation, 1)));
        for words in &urgent.words {
            let known = called.entry(words).or_default();
            known.extend(contacts.iter().filter(|contact| !known.contains(contact)).copied().collect::<Vec<_>>());
        }
    }
    let mut answers = Answers::default();
    let mut places: HashMap<DocumentIndex, usize> = HashMap::new();
    for (words, mut contacts) in called.into_iter().filter(|(_, contacts)| !contacts.is_empty()) {
        contacts.sort_by_key(|index| edition.site.all().document(*index).fields.text("telefon").is_none());
        let mut place = |index: &DocumentIndex| {
            *places.entry(*index).or_insert_with(|| {
                answers.contacts.push(answer(edition, *index));
                answers.contacts.len() - 1
            })
        };
        let shown = contacts.iter().map(&mut place).collect();
        answers.words.push((words.to_owned(), shown));
    }
    answers
}

fn answer(edition: Edition<'_>, index: DocumentIndex) -> Answer {
    let document = edition.site.all().document(index);
    let fields = &document.fields;
    let why = fields.text("när_text").or_else(|| fields.text("kortversion")).unwrap_or_default();
    Answer {
        title: edition.title(index).to_owned(),
        phone: fields.text("telefon").unwrap_or_default().to_owned(),
        path: path(document),
        why: why.to_owned(),
    }
}
