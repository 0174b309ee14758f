//! What a result shows of a document: a file for each, fetched only for the documents on the first page of results.

use super::{deflate::Deflate, entry::Entry, file::File};
use serde_json::{Map, Value, json};

/// Documents of a folder of cards: file systems and uploads grow slow with many files in one.
const FOLDER: u32 = 256;

/// The card of a document. Keys are one letter, and what is empty is left out: it is fetched over telephones.
pub(super) fn card(number: u32, entry: &Entry, deflate: &mut Deflate) -> File {
    let mut card = Map::new();
    let mut put = |key: &str, value: Value| {
        if !matches!(&value, Value::Null) && value != "" && value != json!([]) && value != json!({}) {
            card.insert(key.to_owned(), value);
        }
    };
    put("i", json!(entry.name));
    put("u", json!(entry.path));
    put("t", json!(entry.title));
    put("d", json!(entry.date));
    put("s", json!(entry.state));
    put("l", json!(entry.lead));
    put("b", json!(entry.body));
    put("p", entry.parts.iter().map(|part| json!([part.anchor, part.title, part.text])).collect());
    let versions = entry.versions.iter().map(|version| {
        (version.code.clone(), json!([version.path, version.title, version.lead]))
    });
    put("v", Value::Object(versions.collect()));
    let text = Value::Object(card).to_string();
    File { path: path(number), bytes: deflate.bytes(text.as_bytes()) }
}

/// The path of a card.
fn path(number: u32) -> String {
    format!("docs/{}/{}.bin", number / FOLDER, number % FOLDER)
}
