//! Commitments and goals as templates see them, with what can honestly be said of their time.

use super::{facts, facts::Shown, state, trail};
use crate::theme::{View, view};
use crate::{
    model::{
        Commitment, Deadline, Document, Fields, Goal, LogEntry, Progress, Reference, Source, Status,
        commitment::TimeNotice,
    },
    parse::markdown::plain,
    render::edition::Edition,
};

/// The section of a field of commitments.
pub(super) fn section(shown: Shown<'_>, items: &[Fields], goals: &[Goal<'_>]) -> View {
    let progress: Progress = items.iter().map(|fields| Commitment { fields }.status()).collect();
    let items: Vec<View> = items.iter().map(|fields| item(shown, Commitment { fields }, goals)).collect();
    view!({ "items": items, "progress": state::progress(shown.edition, &progress) })
}

fn item(shown: Shown<'_>, commitment: Commitment<'_>, goals: &[Goal<'_>]) -> View {
    let Shown { edition, document, prose } = shown;
    let fields = commitment.fields;
    let goal = fields.text("mål").and_then(|id| goals.iter().find(|goal| goal.id() == id));
    let depends: Vec<_> = edition.targets(document, fields, "beror_på");
    let log: Vec<View> = commitment.log().entries().map(|entry| log_entry(shown, entry)).collect();
    view!({
        "id": commitment.id(),
        "heading": commitment.heading(),
        "html": fields.text("text").map(|text| prose.html(text)),
        "status": state::status(edition, commitment.status()),
        "notice": time_notice(edition, commitment),
        "responsible": responsible(shown, fields),
        "deadline": deadline(edition, commitment.deadline()),
        "deferred_to": fields.text("framflyttat_till").map(|written| deferred(shown, written)),
        "measure": fields.group("mått").map(|measure| self::measure(shown, measure)),
        "level": choice_label(edition, fields, "nivå", "level-"),
        "prevention": choice_label(edition, fields, "slag", "prevention-"),
        "goal": goal.map(|goal| view!({ "id": goal.id(), "text": goal.text().map(plain) })),
        "subjects": edition.field_links(document, fields, "ämnen"),
        "depends_on": trail::cards(edition, &depends),
        "log_missing": log.is_empty() && commitment.status() != Status::Planned,
        "log": log,
        "sources": sources(edition, document, fields),
    })
}

/// The section of a field of goals.
pub(super) fn goals(shown: Shown<'_>, items: &[Fields]) -> View {
    let goal = |goal: Goal<'_>| {
        view!({
            "id": goal.id(),
            "html": goal.text().map(|text| shown.prose.html(text)),
            "deadline": deadline(shown.edition, goal.deadline()),
            "sub": goal.sub_goals().map(|sub| sub_goal(shown, sub)).collect::<Vec<_>>(),
        })
    };
    view!({ "items": items.iter().map(|fields| goal(Goal { fields })).collect::<Vec<_>>() })
}

fn sub_goal(shown: Shown<'_>, commitment: Commitment<'_>) -> View {
    let fields = commitment.fields;
    view!({
        "id": commitment.id(),
        "html": fields.text("text").map(|text| shown.prose.html(text)),
        "deadline": deadline(shown.edition, commitment.deadline()),
        "status": fields.get("status").map(|_| state::status(shown.edition, commitment.status())),
        "notice": time_notice(shown.edition, commitment),
    })
}

/// What the time of a commitment asks to be said; it leads to the page that explains how it is decided.
pub(in crate::render) fn time_notice(edition: Edition<'_>, commitment: Commitment<'_>) -> Option<View> {
    let text = match commitment.time_notice(edition.site.today)? {
        TimeNotice::PassedWithoutResult(_) => edition.words.text("deadline-passed", &[]),
        TimeNotice::SilentSince(date) => edition.words.text("log-overdue", &[("date", &edition.words.day(date))]),
    };
    Some(view!({ "text": text, "url": format!("{}#status", edition.page(state::EXPLAINED)) }))
}

/// A deadline: `{text, iso, passed}`; `None` where nobody has told.
pub(in crate::render) fn deadline(edition: Edition<'_>, deadline: Option<&Deadline>) -> Option<View> {
    let deadline = deadline?;
    let iso = match deadline {
        Deadline::Date(date) => Some(date.iso()),
        _ => None,
    };
    let passed = deadline.has_passed(edition.site.today);
    Some(view!({ "text": edition.words.deadline(deadline), "iso": iso, "passed": passed }))
}

/// Who is to do it, as values: `okänt` shows as missing.
fn responsible(shown: Shown<'_>, fields: &Fields) -> Vec<View> {
    let declared = shown.edition.site.collection_of(shown.document);
    let commitments = declared.fields.iter().find(|field| field.kind == crate::model::FieldType::Commitments);
    let field = commitments.and_then(|field| field.fields.iter().find(|field| &*field.key == "ansvarig"));
    match (fields.get("ansvarig"), field) {
        (Some(value), Some(field)) => facts::values(shown, value, field),
        _ => vec![facts::missing(shown.edition)],
    }
}

fn deferred(shown: Shown<'_>, written: &str) -> View {
    let reference = Reference::new(written);
    let mut view = facts::plain("text", written);
    if let Some(target) = shown.edition.resolve(shown.document, &reference) {
        view["text"] = view!(shown.edition.title(target.document));
        view["url"] = view!(shown.edition.url(target.document, target.part));
    }
    view
}

fn measure(shown: Shown<'_>, fields: &Fields) -> View {
    let number = |key: &str| fields.number(key).map(|number| shown.edition.words.number(number));
    view!({ "what": fields.text("vad"), "unit": fields.text("enhet"), "target": number("mål"), "actual": number("utfall") })
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
    Some(edition.words.text(&format!("{prefix}{english}"), &[]))
}

fn log_entry(shown: Shown<'_>, entry: LogEntry<'_>) -> View {
    let Shown { edition, document, prose } = shown;
    let mut evidence: Vec<View> = entry
        .evidence()
        .map(|reference| {
            let link = edition.reference_link(document, reference);
            {
                let title = link["title"].as_str().unwrap_or_default();
                let view = facts::with(facts::plain("link", title), "url", link["url"].clone());
                facts::with(view, "lang", link["lang"].clone())
            }
        })
        .collect();
    if let Some(url) = entry.link() {
        evidence.push(facts::with(facts::plain("url", &facts::bare(url)), "url", url));
    }
    view!({
        "date": entry.date().map(|date| edition.words.date_view(date)),
        "html": entry.text().map(|text| prose.html(text)),
        "status": entry.status().map(|status| state::status(edition, status)),
        "evidence": evidence,
        "by": edition.field_link(document, entry.fields, "av"),
    })
}

/// The sources of a document or an item: `{title, url, place, note}`.
pub(in crate::render) fn sources(edition: Edition<'_>, document: &Document, fields: &Fields) -> Vec<View> {
    let source = |source: Source<'_>| {
        let mut link = edition.source_link(document, source.fields);
        link["place"] = view!(source.place());
        link["note"] = view!(source.note());
        link
    };
    Source::of(fields).map(source).collect()
}
