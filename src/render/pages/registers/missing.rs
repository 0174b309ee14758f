//! Every value written `okänt`, by document, so that whoever knows can tell.

use crate::theme::{View, view};
use crate::{
    model::{
        DocumentIndex, Field, Fields, Person, Value as FieldValue,
        walk::{Step, walk},
    },
    parse::markdown::plain,
    render::edition::Edition,
};

/// How many documents stand on a page.
pub(super) const PER_PAGE: usize = 100;

/// How many values are unknown, and the documents that they stand in, by title.
pub(in crate::render::pages) fn missing(edition: Edition<'_>) -> (usize, Vec<DocumentIndex>) {
    let mut count = 0;
    let mut found = Vec::new();
    for (index, document) in edition.site.originals() {
        let here = unknown_values(&document.fields, &edition.site.collection_of(document).fields);
        if here > 0 {
            count += here;
            found.push(index);
        }
    }
    found.sort_by_key(|index| edition.ordered().title(*index));
    (count, found)
}

fn unknown_values(fields: &Fields, declared: &[Field]) -> usize {
    fields.with(declared).map(|(field, value)| unknown_in(value, field)).sum()
}

fn unknown_in(value: &FieldValue, field: &Field) -> usize {
    match value {
        FieldValue::Unknown => 1,
        FieldValue::Group(fields) => unknown_values(fields, &field.fields),
        FieldValue::List(values) => values.iter().map(|value| unknown_in(value, field)).sum(),
        _ => 0,
    }
}

/// A document with what is missing in it.
pub(super) fn view(edition: Edition<'_>, index: DocumentIndex) -> View {
    let kind = edition.site.collection_of(edition.site.document(index)).singular.text(edition.words.language);
    view!({ "title": edition.title(index), "url": edition.url(index, None), "kind": kind, "fields": unknown(edition, index) })
}

fn unknown(edition: Edition<'_>, index: DocumentIndex) -> Vec<View> {
    let document = edition.site.document(index);
    let declared = &edition.site.collection_of(document).fields;
    let mut found = Vec::new();
    walk(&document.fields, declared, &mut |visited| {
        if *visited.value == FieldValue::Unknown {
            let place = place(edition, &document.fields, &visited.path());
            found.push(view!({ "label": visited.field.label.text(edition.words.language), "where": place }));
        }
    });
    found
}

/// The heading of the item that a value stands in.
fn place(edition: Edition<'_>, fields: &Fields, path: &[Step]) -> Option<String> {
    let [Step::Key(list), Step::Index(item), ..] = path else { return None };
    let group = fields.list(list).get(*item)?.as_group()?;
    let person = Some(Person { fields: group }).filter(|person| person.basis().is_some());
    let told = |key: &&str| person.is_none_or(|person| !person.hides(key, edition.site.today));
    let keys = ["rubrik", "text", "fråga", "roll", "namn", "tjänst"];
    let heading = keys.iter().filter(|key| told(key)).find_map(|key| group.text(key)).map(plain);
    let heading = heading.or_else(|| group.text("när").map(str::to_owned));
    let inner = row(edition, group, &path[2..]);
    let parts: Vec<String> = heading.into_iter().chain(inner).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Which row of an item a value stands in, by its time or group: a series may miss several values.
fn row(edition: Edition<'_>, item: &Fields, path: &[Step]) -> Option<String> {
    let [Step::Key(list), Step::Index(place), ..] = path else { return None };
    let row = item.list(list).get(*place)?.as_group()?;
    match row.get("period") {
        Some(FieldValue::Period(period)) => Some(edition.words.period(*period)),
        _ => row.text("grupp").or_else(|| row.text("text")).map(plain),
    }
}
