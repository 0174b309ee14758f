//! What a result shows of a document: a file for each, fetched only for the documents on the first page of results.

use super::{entry::Entry, letters::composed};
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write as _;

/// Documents of a folder of cards: file systems and uploads grow slow with many files in one.
const FOLDER: u32 = 256;

/// The card of a document, before compression. Keys are one letter, and what is empty is left out: it is fetched over telephones. Texts are
/// composed, as queries are: else no word of them is marked.
pub(super) fn card(entry: &Entry) -> Vec<u8> {
    let mut text = Vec::with_capacity(entry.body.len() + 1_024);
    for (key, value) in
        [('i', &entry.name), ('u', &entry.path), ('t', &entry.title), ('l', &entry.lead), ('b', &entry.body)]
    {
        if !value.is_empty() {
            put(key, &composed(value), &mut text);
        }
    }
    if let Some(date) = &entry.date {
        put('d', date, &mut text);
    }
    if let Some(state) = &entry.state {
        put('s', state, &mut text);
    }
    if !entry.parts.is_empty() {
        let parts: Vec<_> =
            entry.parts.iter().map(|part| (&part.anchor, composed(&part.title), composed(&part.text))).collect();
        put('p', &parts, &mut text);
    }
    if !entry.versions.is_empty() {
        let versions = entry
            .versions
            .iter()
            .map(|version| (version.code.clone(), json!([version.path, version.title, version.lead])));
        put('v', &Value::Object(versions.collect()), &mut text);
    }
    text.push(b'}');
    text
}

fn put(key: char, value: &impl Serialize, text: &mut Vec<u8>) {
    let before = if text.is_empty() { '{' } else { ',' };
    write!(text, "{before}\"{key}\":").expect("memory takes whatever is written to it");
    serde_json::to_writer(text, value).expect("texts and lists of them can be written");
}

/// The path of a card.
pub(super) fn path(number: u32) -> String {
    format!("docs/{}/{}.bin", number / FOLDER, number % FOLDER)
}
