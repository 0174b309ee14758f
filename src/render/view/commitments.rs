//! Commitments and goals as templates see them, with what can honestly be said of their time.

use super::{facts, facts::Shown, state, trail};
use crate::{
    model::{
        Commitment, Deadline, Document, Fields, Progress, Reference, Status, Value as FieldValue,
        commitment::TimeNotice,
    },
    render::{edition::Edition, pages::registers::plain},
};
use serde_json::{Value, json};

/// The section of a field of commitments.
pub(super) fn section(shown: Shown<'_>, items: &[Fields], goals: &[Fields]) -> Value {
    let progress: Progress = items.iter().map(|fields| Commitment { fields }.status()).collect();
    let items: Vec<Value> = items.iter().map(|fields| item(shown, Commitment { fields }, goals)).collect();
    json!({ "items": items, "progress": state::progress(shown.edition, &progress) })
}

fn item(shown: Shown<'_>, commitment: Commitment<'_>, goals: &[Fields]) -> Value {
    let Shown { edition, document, prose } = shown;
    let fields = commitment.fields;
    let goal = fields.text("mål").and_then(|id| goals.iter().find(|goal| goal.text("id") == Some(id)));
    let depends: Vec<_> = edition.targets(document, fields, "beror_på");
    let log: Vec<Value> = commitment.log().map(|entry| log_entry(shown, entry.fields)).collect();
    json!({
        "id": commitment.id(),
        "heading": commitment.heading(),
        "html": fields.text("text").map(|text| prose.html(text)),
        "status": state::status(edition, commitment.status()),
        "notice": time_notice(edition, commitment),
        "responsible": responsible(shown, fields),
        "deadline": deadline(edition, fields),
        "deferred_to": fields.text("framflyttat_till").map(|written| deferred(shown, written)),
        "measure": fields.group("mått").map(|measure| self::measure(shown, measure)),
        "level": choice_label(edition, fields, "nivå", "level"),
        "prevention": choice_label(edition, fields, "slag", "prevention"),
        "goal": goal.map(|goal| json!({ "id": goal.text("id"), "text": goal.text("text").map(plain) })),
        "subjects": edition.field_links(document, fields, "ämnen"),
        "depends_on": trail::cards(edition, &depends),
        "log_missing": log.is_empty() && commitment.status() != Status::Planned,
        "log": log,
        "sources": sources(edition, document, fields),
    })
}

/// The section of a field of goals.
pub(super) fn goals(shown: Shown<'_>, items: &[Fields]) -> Value {
    let goal = |fields: &Fields| {
        let sub: Vec<Value> = fields.groups("delmål").map(|sub| sub_goal(shown, sub)).collect();
        json!({
            "id": fields.text("id"),
            "html": fields.text("text").map(|text| shown.prose.html(text)),
            "deadline": fields.get("senast").map(|_| deadline(shown.edition, fields)),
            "sub": sub,
        })
    };
    json!({ "items": items.iter().map(goal).collect::<Vec<_>>() })
}

fn sub_goal(shown: Shown<'_>, fields: &Fields) -> Value {
    let commitment = Commitment { fields };
    json!({
        "id": fields.text("id"),
        "html": fields.text("text").map(|text| shown.prose.html(text)),
        "deadline": fields.get("senast").map(|_| deadline(shown.edition, fields)),
        "status": fields.get("status").map(|_| state::status(shown.edition, commitment.status())),
        "notice": time_notice(shown.edition, commitment),
    })
}

/// What the time of a commitment asks to be said; it leads to the page that explains how it is decided.
pub(in crate::render) fn time_notice(edition: Edition<'_>, commitment: Commitment<'_>) -> Option<Value> {
    let text = match commitment.time_notice(edition.site.today)? {
        TimeNotice::PassedWithoutResult(_) => edition.words.text("deadline-passed", &[]),
        TimeNotice::SilentSince(date) => edition.words.text("log-overdue", &[("date", &edition.words.day(date))]),
    };
    Some(json!({ "text": text, "url": format!("{}#status", edition.page(state::EXPLAINED)) }))
}

/// The deadline of a commitment: `{text, iso, passed}`; missing where nobody has told.
pub(in crate::render) fn deadline(edition: Edition<'_>, fields: &Fields) -> Value {
    match fields.get("senast") {
        Some(FieldValue::Deadline(deadline)) => json!({
            "text": edition.words.deadline(deadline),
            "iso": match deadline {
                Deadline::Date(date) => Some(date.iso()),
                _ => None,
            },
            "passed": deadline.has_passed(edition.site.today),
        }),
        _ => Value::Null,
    }
}

/// Who is to do it, as values: `okänt` shows as missing.
fn responsible(shown: Shown<'_>, fields: &Fields) -> Vec<Value> {
    let declared = shown.edition.site.collection_of(shown.document);
    let commitments = declared.fields.iter().find(|field| field.kind == crate::model::FieldType::Commitments);
    let field = commitments.and_then(|field| field.fields.iter().find(|field| &*field.key == "ansvarig"));
    match (fields.get("ansvarig"), field) {
        (Some(value), Some(field)) => facts::values(shown, value, field),
        _ => vec![facts::missing(shown.edition)],
    }
}

fn deferred(shown: Shown<'_>, written: &str) -> Value {
    let reference = Reference::new(written);
    let mut view = json!({ "type": "text", "text": written, "url": null, "html": null, "iso": null, "note": null, "risk": null, "items": [], "fields": [] });
    if let Some(target) = shown.edition.resolve(shown.document, &reference) {
        view["text"] = json!(shown.edition.title(target.document));
        view["url"] = json!(shown.edition.url(target.document, target.part));
    }
    view
}

fn measure(shown: Shown<'_>, fields: &Fields) -> Value {
    let number = |key: &str| fields.number(key).map(|number| shown.edition.words.number(number));
    json!({ "what": fields.text("vad"), "unit": fields.text("enhet"), "target": number("mål"), "actual": number("utfall") })
}

fn choice_label(edition: Edition<'_>, fields: &Fields, key: &str, prefix: &str) -> Option<String> {
    let english = match fields.text(key)? {
        "universell" => "universal",
        "selektiv" => "selective",
        "indikerad" => "indicated",
        "social" => "social",
        "situationell" => "situational",
        other => return Some(other.to_owned()),
    };
    Some(edition.words.text(&format!("{prefix}-{english}"), &[]))
}

fn log_entry(shown: Shown<'_>, fields: &Fields) -> Value {
    let Shown { edition, document, prose } = shown;
    let mut evidence: Vec<Value> = fields
        .references("underlag")
        .map(|reference| {
            let link = edition.reference_link(document, reference);
            json!({ "type": "link", "text": link["title"], "url": link["url"], "html": null, "iso": null, "note": null, "risk": null, "items": [], "fields": [] })
        })
        .collect();
    if let Some(url) = fields.text("länk") {
        evidence.push(json!({ "type": "url", "text": facts::bare(url), "url": url, "html": null, "iso": null, "note": null, "risk": null, "items": [], "fields": [] }));
    }
    json!({
        "date": edition.date(fields, "datum"),
        "html": fields.text("text").map(|text| prose.html(text)),
        "status": fields.text("status").map(|written| state::status(edition, Status::written(written))),
        "evidence": evidence,
        "by": edition.field_link(document, fields, "av"),
    })
}

/// The sources of a document or an item: `{title, url, place, note}`.
pub(in crate::render) fn sources(edition: Edition<'_>, document: &Document, fields: &Fields) -> Vec<Value> {
    let source = |fields: &Fields| {
        let mut link = edition.field_link(document, fields, "källa");
        link["place"] = json!(fields.text("ställe"));
        link["note"] = json!(fields.text("not"));
        link
    };
    fields.groups("källor").map(source).collect()
}
