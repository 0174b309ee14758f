//! Figures: a survey's questions and a statistic's series. Every chart is a table first.

use super::facts::Shown;
use crate::{
    model::{Fields, Value as FieldValue},
    render::words::Words,
    texts::Argument,
};
use serde_json::{Value, json};

/// The section of a field of questions.
pub(super) fn questions(shown: Shown<'_>, items: &[Fields]) -> Value {
    let words = shown.edition.words;
    let answer = |fields: &Fields| {
        let percent = fields.number("andel");
        json!({
            "text": fields.text("text"),
            "percent": percent,
            "percent_text": percent.map(|percent| words.text("percent", &[("value", &words.number(percent))])),
            "count_text": fields.number("antal").map(|count| count_text(words, count)),
        })
    };
    let question = |fields: &Fields| {
        json!({
            "id": fields.text("id"),
            "text": fields.text("text"),
            "answers": fields.groups("svar").map(answer).collect::<Vec<_>>(),
            "note_html": fields.text("not").map(|text| shown.prose.html(text)),
        })
    };
    json!({ "items": items.iter().map(question).collect::<Vec<_>>() })
}

/// The section of a field of series.
pub(super) fn section(shown: Shown<'_>, items: &[Fields]) -> Value {
    json!({ "items": items.iter().map(|fields| series(shown, fields)).collect::<Vec<_>>() })
}

fn series(shown: Shown<'_>, fields: &Fields) -> Value {
    let edition = shown.edition;
    let largest = fields.groups("värden").filter_map(value_of).fold(0.0_f64, f64::max);
    let percent = fields.text("enhet").is_some_and(|unit| unit.contains("procent") || unit == "%");
    let full = if percent { 100.0 } else { largest };
    let rows: Vec<Value> = fields.groups("värden").map(|row| self::row(shown, row, full)).collect();
    let comparison = |fields: &Fields| {
        let with = fields.text("med").unwrap_or_default();
        let key = match fields.text("riktning") {
            Some("högre") => Some("comparison-higher"),
            Some("lägre") => Some("comparison-lower"),
            Some("lika") => Some("comparison-equal"),
            _ => None,
        };
        let direction = key.map(|key| edition.words.text(key, &[("with", with)]));
        json!({ "with": direction.as_deref().unwrap_or(with), "direction": direction, "text": fields.text("text") })
    };
    let polarity = match fields.text("polaritet") {
        Some("lägre_bättre") => Some("polarity-lower-better"),
        Some("högre_bättre") => Some("polarity-higher-better"),
        Some("neutral") => Some("polarity-neutral"),
        _ => None,
    };
    json!({
        "id": fields.text("id"),
        "heading": fields.text("rubrik"),
        "unit": fields.text("enhet"),
        "polarity": polarity.map(|key| edition.words.text(key, &[])),
        "definition_html": fields.text("definition").map(|text| shown.prose.html(text)),
        "source": edition.field_link(shown.document, fields, "källa"),
        "groups": rows.iter().any(|row| !row["group"].is_null()),
        "rows": rows,
        "comparisons": fields.groups("jämförelser").map(comparison).collect::<Vec<_>>(),
        "breaks": fields.groups("brott").map(|fields| json!({ "year": edition.date(fields, "år")["text"], "text": fields.text("text") })).collect::<Vec<_>>(),
    })
}

/// `125 svar`
fn count_text(words: Words<'_>, count: f64) -> String {
    words.texts.get("answers-count", &[("count", Argument::Number(count))]).unwrap_or_default()
}

fn value_of(row: &Fields) -> Option<f64> {
    row.number("värde_högst").or_else(|| row.number("värde"))
}

fn row(shown: Shown<'_>, row: &Fields, full: f64) -> Value {
    let words = shown.edition.words;
    let number = row.number("värde");
    let about = row.text("ungefär").map(|about| format!("{about} ")).unwrap_or_default();
    let text = match (number, row.number("värde_högst")) {
        (Some(from), Some(to)) => Some(format!("{about}{}–{}", words.number(from), words.number(to))),
        (Some(number), None) => Some(format!("{about}{}", words.number(number))),
        (None, _) => None,
    };
    let share =
        number.filter(|number| full > 0.0 && *number >= 0.0).map(|number| (number / full * 100.0).clamp(0.0, 100.0));
    let period = match row.get("period") {
        Some(FieldValue::Period(period)) => Some(words.period(*period)),
        _ => None,
    };
    // A row is headed by its time, or by its group where no time is told.
    let (period, group) =
        if period.is_some() { (period, row.text("grupp")) } else { (row.text("grupp").map(str::to_owned), None) };
    json!({ "period": period, "group": group, "text": text, "number": number, "share": share })
}
