//! Age: what should have been reviewed, has run out, or is older than its kind allows. Nothing here accuses anybody.

use super::case::Case;
use crate::{
    diagnostic::Code,
    model::{DocumentIndex, Duration, Role, Trail, ValidityState, Value},
};
use jiff::civil::Date;

/// How old a situation picture may be: one that comes monthly, and any other.
const MONTHLY: Duration = Duration { years: 0, months: 0, weeks: 0, days: 45 };
const OTHER: Duration = Duration { years: 2, months: 0, weeks: 0, days: 0 };

/// Holds the dates of a document against the site's day.
pub(super) fn check(case: &mut Case<'_>) {
    future(case);
    time(case);
    if case.collection.has(Role::Picture) {
        picture(case);
    }
}

/// Whether a pledge has run out and nothing at all is told of how it went.
pub(super) fn lacks_result(case: &Case<'_>) -> bool {
    // Written `okänt`, somebody has looked and found nothing; then the commitments tell what is missing.
    let told = case.document.fields.get("resultat").is_some();
    case.collection.has(Role::Pledge) && case.state().state == ValidityState::Expired && !told
}

fn time(case: &mut Case<'_>) {
    let state = case.state();
    let iso = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let key = validity_key(case);
    match state.state {
        ValidityState::Expired if lacks_result(case) => {
            case.tell_field(Code::ResultMissing, &key).arguments = vec![("date", iso(state.date))];
        }
        // A pledge that has told how it went is finished, and no document out of date.
        ValidityState::Expired if case.collection.has(Role::Pledge) => {}
        ValidityState::Expired => {
            case.tell_field(Code::ValidityPassed, &key).arguments = vec![("date", iso(state.date))]
        }
        ValidityState::Superseded | ValidityState::Withdrawn | ValidityState::NotYet => {}
        ValidityState::InForce | ValidityState::Expiring | ValidityState::ReviewOverdue | ValidityState::Undated => {
            review(case);
            dependence(case);
        }
    }
}

fn review(case: &mut Case<'_>) {
    let due = case.document.validity_facts(case.collection.review_every).review_due;
    if let Some(due) = due.filter(|due| *due < case.today()) {
        case.tell_field(Code::ReviewOverdue, "granskad").arguments = vec![("due", due.to_string())];
    }
}

/// What is alive should say so when something that it depends on does not work in full; each is told once.
fn dependence(case: &mut Case<'_>) {
    let mut found: Vec<(DocumentIndex, String, String)> = Vec::new();
    for relation in case.links().filter(|relation| relation.link.trail == Some(Trail::DependsOn)) {
        let (Some(state), collection) = (case.other(relation.to).condition(), case.other(relation.to).collection())
        else {
            continue;
        };
        if state != "aktiv" && !found.iter().any(|(known, _, _)| *known == relation.to) {
            let label = collection.field("läge").map_or(state, |field| field.choice_label(state, "sv"));
            found.push((relation.to, relation.link.key.to_string(), label.to_lowercase()));
        }
    }
    for (index, key, state) in found {
        let title = case.other(index).title().to_owned();
        case.tell_field(Code::DependsOnLimited, &key).arguments = vec![("title", title), ("state", state)];
    }
}

/// The field that says how long the document is valid.
fn validity_key(case: &Case<'_>) -> String {
    let mut fields = case.document.fields.iter();
    fields.find(|(_, value)| matches!(value, Value::Validity(_))).map_or_else(String::new, |(key, _)| key.to_string())
}

/// Days that tell what has been done cannot lie ahead.
fn future(case: &mut Case<'_>) {
    for key in ["granskad", "uppdaterad"] {
        if let Some(date) = case.document.fields.date(key).filter(|date| date.first_day() > case.today()) {
            case.tell_field(Code::DateFuture, key).arguments = vec![("key", key.to_owned()), ("date", date.iso())];
        }
    }
}

/// A picture is dated by the field that its list is sorted by.
fn picture(case: &mut Case<'_>) {
    let is_declared = |key: &str| case.collection.field(key).is_some();
    if is_declared("klartecken") && case.document.fields.get("klartecken").is_none() {
        case.tell_field(Code::NotCleared, "titel");
    }
    let key = case.collection.sort.0.clone();
    let Some(date) = case.document.fields.date(&key) else { return };
    let (limit, shown) =
        if case.document.fields.text("slag") == Some("est") { (MONTHLY, "45 dagar") } else { (OTHER, "2 år") };
    if limit.after(date.last_day()) < case.today() {
        case.tell_field(Code::PictureOld, &key).arguments = vec![("date", date.iso()), ("limit", shown.to_owned())];
    }
}
