//! Commitments and logs: is what is said to be done shown, and is the log in order?
//! That time has passed is told once for each document, for the first commitment and how many more.

use super::{case::Case, freshness};
use crate::{
    diagnostic::Code,
    model::{
        Commitment, Field, FieldPath, FieldType, Fields, Log, Status, Step, Value, commitment::TimeNotice, walk::walk,
    },
};
use jiff::civil::Date;

/// An item that has a status and a log: a commitment or a sub-goal.
struct Item<'d> {
    fields: &'d Fields,
    way: FieldPath,
    is_commitment: bool,
}

/// Holds the commitments and logs of a document against the rules.
pub(super) fn check(case: &mut Case<'_>) {
    let mut items = Vec::new();
    let mut logs = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| match visited.value {
        Value::Group(fields) if has_status_and_log(visited.field) => {
            let is_commitment = visited.field.kind == FieldType::Commitments;
            items.push(Item { fields, way: visited.path(), is_commitment });
        }
        Value::List(values) if visited.field.kind == FieldType::Log => {
            logs.push((values, visited.path()));
        }
        _ => {}
    });
    for item in &items {
        shown(case, item);
    }
    for (values, way) in &logs {
        order(case, Log { values }, way);
    }
    time(case, &items);
}

fn has_status_and_log(field: &Field) -> bool {
    field.kind.is_group_list()
        && ["status", "logg"].iter().all(|key| field.fields.iter().any(|field| *field.key == **key))
}

/// Done needs evidence; deferred needs a target.
fn shown(case: &mut Case<'_>, item: &Item<'_>) {
    let commitment = Commitment { fields: item.fields };
    let name = name(item.fields);
    let at = |key: &str| [item.way.as_slice(), &[Step::Key(key.into())]].concat();
    if commitment.status() == Status::Done && !commitment.log().has_evidence() {
        case.tell(Code::DoneWithoutEvidence, &at("status")).arguments = vec![("commitment", name)];
    } else if item.is_commitment
        && commitment.status() == Status::Deferred
        && item.fields.get("framflyttat_till").is_none()
    {
        case.tell(Code::DeferredWhere, &at("status")).arguments = vec![("commitment", name)];
    }
}

fn name(fields: &Fields) -> String {
    let name = fields.text("rubrik").or_else(|| fields.text("text")).unwrap_or_default();
    name.lines().next().unwrap_or_default().to_owned()
}

fn order(case: &mut Case<'_>, log: Log<'_>, way: &FieldPath) {
    let at = |index: usize| [way.as_slice(), &[Step::Index(index), Step::Key("datum".into())]].concat();
    for entry in log.misplaced() {
        case.tell(Code::LogOrder, &at(entry.place)).arguments =
            vec![("date", entry.date.iso()), ("before", entry.before.iso())];
    }
    let today = case.today();
    for (place, date) in log.dates().filter(|(_, date)| date.first_day() > today) {
        case.tell(Code::DateFuture, &at(place)).arguments = vec![("key", "datum".into()), ("date", date.iso())];
    }
}

/// One line for what has passed and one for what is silent.
fn time(case: &mut Case<'_>, items: &[Item<'_>]) {
    let today = case.today();
    let mut passed: Vec<(&Item<'_>, Date)> = Vec::new();
    let mut silent: Vec<(&Item<'_>, Date)> = Vec::new();
    for item in items.iter().filter(|item| item.is_commitment) {
        match (Commitment { fields: item.fields }).time_notice(today) {
            Some(TimeNotice::PassedWithoutResult(date)) => passed.push((item, date)),
            Some(TimeNotice::SilentSince(date)) => silent.push((item, date)),
            None => {}
        }
    }
    // A pledge without a result has been told of as a whole.
    if !freshness::lacks_result(case) {
        one_line(case, Code::DeadlinePassed, "senast", &passed);
    }
    one_line(case, Code::OngoingSilent, "status", &silent);
}

fn one_line(case: &mut Case<'_>, code: Code, key: &str, found: &[(&Item<'_>, Date)]) {
    let Some((item, date)) = found.first() else { return };
    let more = if found.len() > 1 { (found.len() - 1).to_string() } else { "none".into() };
    let way = [item.way.as_slice(), &[Step::Key(key.into())]].concat();
    case.tell(code, &way).arguments =
        vec![("commitment", name(item.fields)), ("date", date.to_string()), ("more", more)];
}
