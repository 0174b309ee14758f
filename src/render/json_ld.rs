//! schema.org for machines: what a page is about, in the type that its collection declares.

use super::edition::Edition;
use crate::model::{DateValue, DocumentIndex};
use serde_json::{Map, Value, json};

/// The JSON-LD of a document's page, ready to stand in a `<script>`.
pub(super) fn json_ld(edition: Edition<'_>, index: DocumentIndex, canonical: &str) -> String {
    let document = edition.site.document(index);
    let collection = edition.site.collection_of(document);
    let fields = edition.fields(index);
    let mut about = Map::new();
    let mut add = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            about.insert(key.to_owned(), value);
        }
    };
    let day = |date: DateValue| json!(date.iso());
    let period = document.validity().map(|validity| validity.period);
    add("@context", Some(json!("https://schema.org")));
    add("@type", Some(json!(collection.schema.as_deref().unwrap_or("WebPage"))));
    add("name", Some(json!(edition.title(index))));
    add("description", fields.text("kortversion").map(|text| json!(text)));
    add("url", Some(json!(canonical)));
    add("inLanguage", Some(json!(edition.shown(index).variant.language())));
    add("datePublished", fields.date("publicerad").map(day));
    add("dateModified", document.last_change().map(day));
    let (from, to) = (period.and_then(|period| period.from).map(day), period.and_then(|period| period.to).map(day));
    let kind = collection.schema.as_deref().unwrap_or_default();
    if kind.ends_with("Action") || kind == "Event" {
        add("startTime", from);
        add("endTime", to);
    } else if from.is_some() || to.is_some() {
        // ISO 8601 intervals; `..` is an open end.
        let side =
            |side: Option<Value>| side.and_then(|side| side.as_str().map(str::to_owned)).unwrap_or_else(|| "..".into());
        add("temporalCoverage", Some(json!(format!("{}/{}", side(from), side(to)))));
    }
    // `<` could end the script element early.
    Value::Object(about).to_string().replace('<', "\\u003c")
}
