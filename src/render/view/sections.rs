//! The sections of a document: one for each field that carries more than a fact, in declared order.

use super::{card, commitments, facts, facts::Shown, findings, series, state};
use crate::theme::{View, view};
use crate::{
    model::{
        Field, FieldType, Fields, Finding, Goal, Member, Occasion, Person, Value as FieldValue, schedule,
        step::{self, Step},
    },
    texts::Argument,
};

/// The sections of a document.
pub(in crate::render) fn sections(shown: Shown<'_>, fields: &Fields) -> Vec<View> {
    let declared = &shown.edition.site.collection_of(shown.document).fields;
    let own = declared
        .iter()
        .filter(|field| facts::is_section(field) && !matches!(&*field.key, "källfel" | "ändringar" | "bilagor"));
    own.filter_map(|field| section(shown, fields, field)).collect()
}

fn section(shown: Shown<'_>, fields: &Fields, field: &Field) -> Option<View> {
    let value = fields.get(&field.key)?;
    let mut section = match value {
        FieldValue::Unknown => view!({ "type": "prose", "html": unknown(shown) }),
        FieldValue::Prose(text) => view!({ "type": "prose", "html": shown.prose.html(text) }),
        FieldValue::List(values) => {
            let items: Vec<Fields> = values.iter().filter_map(FieldValue::as_group).cloned().collect();
            if items.is_empty() {
                view!({ "type": "prose", "html": unknown(shown) })
            } else {
                list(shown, fields, field, &items)
            }
        }
        _ => return None,
    };
    section["key"] = view!(crate::model::address::slug(&field.key));
    section["label"] = view!(field.label.text(shown.edition.words.language));
    Some(section)
}

fn unknown(shown: Shown<'_>) -> String {
    format!("<p class=\"missing\">{}</p>", shown.edition.words.text("missing", &[]))
}

/// What stands for a step that is known to exist and is not published.
fn unpublished(shown: Shown<'_>) -> String {
    format!("<p class=\"missing\">{}</p>", shown.edition.words.text("steps-not-published", &[]))
}

fn list(shown: Shown<'_>, fields: &Fields, field: &Field, items: &[Fields]) -> View {
    use FieldType as T;
    let (kind, mut view) = match field.kind {
        T::Commitments => {
            let goals: Vec<Goal<'_>> = fields.groups("mål").map(|fields| Goal { fields }).collect();
            ("commitments", commitments::section(shown, items, &goals))
        }
        T::Goals => ("goals", commitments::goals(shown, items)),
        T::Questions => ("questions", series::questions(shown, items)),
        T::Series => ("series", series::section(shown, items)),
        T::Schedule => ("schedule", occasions(shown, items)),
        T::Members => ("members", each(items, |fields| member(shown, Member { fields }))),
        T::Findings => ("findings", each(items, |fields| findings::finding(shown, Finding { fields }))),
        T::Steps => ("steps", view!({ "groups": steps(shown, items) })),
        _ => ("table", table(shown, field, items)),
    };
    view["type"] = view!(kind);
    view
}

fn each<'a>(items: &'a [Fields], view: impl Fn(&'a Fields) -> View) -> View {
    view!({ "items": items.iter().map(view).collect::<Vec<_>>() })
}

fn occasions(shown: Shown<'_>, items: &[Fields]) -> View {
    let ordered = schedule::in_order(items.iter().map(|fields| Occasion { fields }), shown.edition.site.today);
    view!({ "items": ordered.into_iter().map(|item| occasion(shown, item)).collect::<Vec<_>>() })
}

fn occasion(shown: Shown<'_>, occasion: Occasion<'_>) -> View {
    let fields = occasion.fields;
    view!({
        "id": occasion.id(),
        "heading": occasion.heading(),
        "date": occasion.date().map(|date| shown.edition.words.date_view(date)),
        "passed": occasion.has_passed(shown.edition.site.today),
        "time": fields.text("tid"),
        "repeats": occasion.repeats(),
        "per_year": occasion.per_year().map(|number| per_year(shown, number)),
        "place": fields.text("plats"),
        "html": fields.text("text").map(|text| shown.prose.html(text)),
    })
}

/// `4 gånger per år`
fn per_year(shown: Shown<'_>, number: f64) -> String {
    let texts = shown.edition.words.texts;
    texts.get("meetings-a-year", &[("count", Argument::Number(number))]).unwrap_or_default()
}

fn member(shown: Shown<'_>, member: Member<'_>) -> View {
    view!({
        "role": member.role(),
        "organisation": member.organisation().map(|written| shown.edition.reference_link(shown.document, written)),
        "person": member.person().shown_name(shown.edition.site.today),
    })
}

/// Steps by when they are taken: in an emergency first.
pub(in crate::render) fn steps(shown: Shown<'_>, items: &[Fields]) -> Vec<View> {
    let groups = step::by_time(items.iter().map(|fields| Step { fields }));
    let group = |(when, steps): (step::When, Vec<Step<'_>>)| {
        let label = shown.edition.words.text(&format!("step-{}", state::dashed(when.key())), &[]);
        let steps: Vec<View> = steps.into_iter().map(|step| self::step(shown, step)).collect();
        view!({ "key": when.key(), "label": label, "items": steps })
    };
    groups.into_iter().map(group).collect()
}

fn step(shown: Shown<'_>, step: Step<'_>) -> View {
    let contact = step.contact().and_then(|written| shown.edition.resolve(shown.document, written));
    view!({
        "id": step.id(),
        "html": step.text().map_or_else(|| unpublished(shown), |text| shown.prose.html(text)),
        "contact": contact.map(|target| card::card(shown.edition, target.document)),
        "national": step.is_national(),
        "source": shown.edition.field_link(shown.document, step.fields, "källa"),
    })
}

fn table<'a>(shown: Shown<'_>, field: &Field, items: &'a [Fields]) -> View {
    let told = |item: &'a Fields, column: &Field| {
        let person = Person::of(item, &field.fields);
        let hidden = person.is_some_and(|person| person.hides(&column.key, shown.edition.site.today));
        item.get(&column.key).filter(|_| !hidden)
    };
    let used: Vec<&Field> = field
        .fields
        .iter()
        .filter(|column| &*column.key != "id" && items.iter().any(|item| told(item, column).is_some()))
        .collect();
    let columns: Vec<&str> = used.iter().map(|column| column.label.text(shown.edition.words.language)).collect();
    let cell = |item: &'a Fields, column: &Field| match told(item, column) {
        None => facts::plain("text", ""),
        Some(value @ FieldValue::List(_)) => {
            let items = facts::values(shown, value, column);
            facts::with(facts::plain("list", ""), "items", items)
        }
        Some(value) => facts::value(shown, value, column),
    };
    let rows: Vec<Vec<View>> =
        items.iter().map(|item| used.iter().map(|column| cell(item, column)).collect()).collect();
    view!({ "columns": columns, "rows": rows })
}
