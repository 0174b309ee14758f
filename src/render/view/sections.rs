//! The sections of a document: one for each field that carries more than a fact, in declared order.

use super::{card, commitments, facts, facts::Shown, findings, series};
use crate::{
    model::{Field, FieldType, Fields, Value as FieldValue},
    texts::Argument,
};
use serde_json::{Value, json};

/// The sections of a document.
pub(in crate::render) fn sections(shown: Shown<'_>, fields: &Fields) -> Vec<Value> {
    let declared = &shown.edition.site.collection_of(shown.document).fields;
    let own = declared
        .iter()
        .filter(|field| facts::is_section(field) && !matches!(&*field.key, "källfel" | "ändringar" | "bilagor"));
    own.filter_map(|field| section(shown, fields, field)).collect()
}

fn section(shown: Shown<'_>, fields: &Fields, field: &Field) -> Option<Value> {
    let value = fields.get(&field.key)?;
    let mut section = match value {
        FieldValue::Unknown => json!({ "type": "prose", "html": unknown(shown) }),
        FieldValue::Prose(text) => json!({ "type": "prose", "html": shown.prose.html(text) }),
        FieldValue::List(values) => {
            let items: Vec<Fields> = values.iter().filter_map(FieldValue::as_group).cloned().collect();
            if items.is_empty() {
                json!({ "type": "prose", "html": unknown(shown) })
            } else {
                list(shown, fields, field, &items)
            }
        }
        _ => return None,
    };
    section["key"] = json!(crate::model::address::slug(&field.key));
    section["label"] = json!(field.label.text(shown.edition.words.language));
    Some(section)
}

fn unknown(shown: Shown<'_>) -> String {
    format!("<p class=\"missing\">{}</p>", shown.edition.words.text("missing", &[]))
}

/// What stands for a step that is known to exist and is not published.
fn unpublished(shown: Shown<'_>) -> String {
    format!("<p class=\"missing\">{}</p>", shown.edition.words.text("steps-not-published", &[]))
}

fn list(shown: Shown<'_>, fields: &Fields, field: &Field, items: &[Fields]) -> Value {
    use FieldType as T;
    let (kind, mut view) = match field.kind {
        T::Commitments => {
            let goals: Vec<Fields> = fields.groups("mål").cloned().collect();
            ("commitments", commitments::section(shown, items, &goals))
        }
        T::Goals => ("goals", commitments::goals(shown, items)),
        T::Questions => ("questions", series::questions(shown, items)),
        T::Series => ("series", series::section(shown, items)),
        T::Schedule => {
            ("schedule", json!({ "items": items.iter().map(|item| occasion(shown, item)).collect::<Vec<_>>() }))
        }
        T::Members => ("members", json!({ "items": items.iter().map(|item| member(shown, item)).collect::<Vec<_>>() })),
        T::Findings => (
            "findings",
            json!({ "items": items.iter().map(|item| findings::finding(shown, item)).collect::<Vec<_>>() }),
        ),
        T::Steps => ("steps", json!({ "groups": steps(shown, items) })),
        _ => ("table", table(shown, field, items)),
    };
    view["type"] = json!(kind);
    view
}

fn occasion(shown: Shown<'_>, fields: &Fields) -> Value {
    json!({
        "id": fields.text("id"),
        "heading": fields.text("rubrik"),
        "date": shown.edition.date(fields, "datum"),
        "time": fields.text("tid"),
        "repeats": fields.text("upprepas"),
        "per_year": fields.number("per_år").map(|number| per_year(shown, number)),
        "place": fields.text("plats"),
        "html": fields.text("text").map(|text| shown.prose.html(text)),
    })
}

/// `4 gånger per år`
fn per_year(shown: Shown<'_>, number: f64) -> String {
    let texts = shown.edition.words.texts;
    texts.get("meetings-a-year", &[("count", Argument::Number(number))]).unwrap_or_default()
}

fn member(shown: Shown<'_>, fields: &Fields) -> Value {
    json!({
        "role": fields.text("roll"),
        "organisation": shown.edition.field_link(shown.document, fields, "organisation"),
        "person": fields.text("person"),
    })
}

/// Steps by when they are taken: in an emergency first.
pub(in crate::render) fn steps(shown: Shown<'_>, items: &[Fields]) -> Vec<Value> {
    let step = |fields: &Fields| {
        let contact = shown
            .edition
            .targets(shown.document, fields, "kontakt")
            .first()
            .map(|index| card::card(shown.edition, *index));
        json!({
            "id": fields.text("id"),
            "html": fields.text("text").map_or_else(|| unpublished(shown), |text| shown.prose.html(text)),
            "contact": contact,
            "national": fields.is_yes("nationellt"),
            "source": shown.edition.field_link(shown.document, fields, "källa"),
        })
    };
    let group = |(written, key, text): &(&str, &str, &str)| {
        let items: Vec<Value> = items.iter().filter(|fields| fields.text("när") == Some(*written)).map(step).collect();
        (!items.is_empty()).then(|| json!({ "key": key, "label": shown.edition.words.text(text, &[]), "items": items }))
    };
    [
        ("akut", "acute", "step-acute"),
        ("direkt", "direct", "step-direct"),
        ("uppföljning", "follow_up", "step-follow-up"),
    ]
    .iter()
    .filter_map(group)
    .collect()
}

fn table(shown: Shown<'_>, field: &Field, items: &[Fields]) -> Value {
    let used: Vec<&Field> = field
        .fields
        .iter()
        .filter(|column| &*column.key != "id" && items.iter().any(|item| item.get(&column.key).is_some()))
        .collect();
    let columns: Vec<&str> = used.iter().map(|column| column.label.text(shown.edition.words.language)).collect();
    let cell = |item: &Fields, column: &Field| match item.get(&column.key) {
        None => {
            json!({ "type": "text", "text": "", "url": null, "html": null, "iso": null, "note": null, "risk": null, "items": [], "fields": [] })
        }
        Some(value @ FieldValue::List(_)) => {
            let items = facts::values(shown, value, column);
            json!({ "type": "list", "text": "", "url": null, "html": null, "iso": null, "note": null, "risk": null, "items": items, "fields": [] })
        }
        Some(value) => facts::value(shown, value, column),
    };
    let rows: Vec<Vec<Value>> =
        items.iter().map(|item| used.iter().map(|column| cell(item, column)).collect()).collect();
    json!({ "columns": columns, "rows": rows })
}
