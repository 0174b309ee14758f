//! What a result shows of a document: a file for each, fetched only for the documents on the first page of results.

use super::{entry::Entry, letters::composed};
use serde_json::{Value, json};

/// Documents of a folder of cards: file systems and uploads grow slow with many files in one.
const FOLDER: u32 = 256;

/// The card of a document, before compression. Keys are one letter, and what is empty is left out: it is fetched over telephones. Texts are
/// composed, as queries are: else no word of them is marked.
pub(super) fn card(entry: &Entry) -> String {
    let mut text = String::with_capacity(entry.body.len() + 512);
    let mut put = |key: char, value: String| {
        let before = if text.is_empty() { '{' } else { ',' };
        text.extend([before, '"', key, '"', ':']);
        text.push_str(&value);
    };
    for (key, value) in
        [('i', &entry.name), ('u', &entry.path), ('t', &entry.title), ('l', &entry.lead), ('b', &entry.body)]
    {
        if !value.is_empty() {
            put(key, json!(composed(value)).to_string());
        }
    }
    if let Some(date) = &entry.date {
        put('d', json!(date).to_string());
    }
    if let Some(state) = &entry.state {
        put('s', json!(state).to_string());
    }
    if !entry.parts.is_empty() {
        let parts: Vec<_> =
            entry.parts.iter().map(|part| (&part.anchor, composed(&part.title), composed(&part.text))).collect();
        put('p', json!(parts).to_string());
    }
    if !entry.versions.is_empty() {
        let versions = entry
            .versions
            .iter()
            .map(|version| (version.code.clone(), json!([version.path, version.title, version.lead])));
        put('v', Value::Object(versions.collect()).to_string());
    }
    text.push('}');
    text
}

/// The path of a card.
pub(super) fn path(number: u32) -> String {
    format!("docs/{}/{}.bin", number / FOLDER, number % FOLDER)
}
