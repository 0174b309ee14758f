//! What an audit found, what it is about, and what was answered.

use super::{card, commitments::sources, facts::Shown};
use crate::model::Fields;
use serde_json::{Value, json};

/// The kinds of finding, in the order in which they are shown, with the keys of their texts.
pub(in crate::render) const KINDS: [(&str, &str, &str); 3] = [
    ("risk", "finding-risk", "findings-risks"),
    ("rekommendation", "finding-recommendation", "findings-recommendations"),
    ("slutsats", "finding-conclusion", "findings-conclusions"),
];

/// One finding.
pub(in crate::render) fn finding(shown: Shown<'_>, fields: &Fields) -> Value {
    let Shown { edition, document, prose } = shown;
    let written = fields.text("slag").unwrap_or_default();
    let kind = KINDS
        .iter()
        .find(|(key, _, _)| *key == written)
        .map_or(written.to_owned(), |(_, text, _)| edition.words.text(text, &[]));
    let about: Vec<Value> =
        edition.targets(document, fields, "om").into_iter().map(|index| card::card(edition, index)).collect();
    let answers: Vec<Value> = fields.groups("svar").map(|answer| self::answer(shown, answer)).collect();
    json!({
        "id": fields.text("id"),
        "number": fields.text("nr"),
        "html": fields.text("text").map(|text| prose.html(text)),
        "kind": { "key": written, "label": fields.text("rubrik").map_or(kind.clone(), |heading| format!("{kind}: {heading}")) },
        "about": about,
        "unanswered": answers.is_empty(),
        "answers": answers,
        "sources": sources(edition, document, fields),
    })
}

fn answer(shown: Shown<'_>, fields: &Fields) -> Value {
    let words = shown.edition.words;
    let status = fields.text("status").map(|written| {
        let (key, tone, text) = match written {
            "pågår" => ("ongoing", "info", "answer-status-ongoing"),
            "åtgärdad" => ("done", "good", "answer-status-done"),
            "avvisad" => ("stopped", "bad", "answer-status-rejected"),
            _ => ("unknown", "none", "answer-status-unknown"),
        };
        json!({ "key": key, "tone": tone, "label": words.text(text, &[]) })
    });
    json!({
        "html": fields.text("text").map(|text| shown.prose.html(text)),
        "by": shown.edition.field_link(shown.document, fields, "av"),
        "date": shown.edition.date(fields, "datum"),
        "status": status,
    })
}
