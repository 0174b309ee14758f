//! Values of fields as facts: a label and what it says, with missing values shown as just that.

use super::prose::Prose;
use crate::theme::{View, view};
use crate::{
    model::{Document, Field, FieldType, Fields, Person, Trail, Value as FieldValue},
    render::edition::Edition,
};

/// Common fields that have a place of their own on the page and are no facts.
const ELSEWHERE: [&str; 25] = [
    "titel",
    "kortversion",
    "id",
    "ägare",
    "kontakt",
    "målgrupper",
    "ämnen",
    "platser",
    "publicerad",
    "uppdaterad",
    "granskad",
    "granskas",
    "publiceras",
    "utkast",
    "kort",
    "tidigare",
    "synonymer",
    "relaterat",
    "ersätter",
    "återkallad",
    "källor",
    "källfel",
    "ändringar",
    "bilagor",
    "nr",
];

/// A document being shown.
#[derive(Clone, Copy)]
pub(in crate::render) struct Shown<'a> {
    /// The edition.
    pub(in crate::render) edition: Edition<'a>,
    /// The original.
    pub(in crate::render) document: &'a Document,
    /// Its texts.
    pub(in crate::render) prose: &'a Prose<'a>,
}

/// The facts of a document: its own fields that are no sections, in declared order.
pub(in crate::render) fn facts(shown: Shown<'_>, fields: &Fields) -> Vec<View> {
    let declared = &shown.edition.site.collection_of(shown.document).fields;
    let own =
        declared.iter().filter(|field| !ELSEWHERE.contains(&&*field.key) && !is_section(field) && !is_trail(field));
    own.filter_map(|field| fact(shown, fields, field)).collect()
}

/// Whether a field is told by the trail: why, on what, what follows. Whom something belongs to is a fact as well.
fn is_trail(field: &Field) -> bool {
    field.trail.is_some_and(|trail| trail != Trail::PartOf)
}

/// Whether a field is shown as a section of the page.
pub(in crate::render) fn is_section(field: &Field) -> bool {
    use FieldType as T;
    let wordy_list = field.kind == T::List && !is_words(field);
    wordy_list || field.kind == T::Prose || (field.kind.is_group_list() && !matches!(field.kind, T::List | T::Sources))
}

/// A list of single texts: shown as one fact with a value for each.
fn is_words(field: &Field) -> bool {
    field.fields.len() == 1
}

fn fact(shown: Shown<'_>, fields: &Fields, field: &Field) -> Option<View> {
    let value = fields.get(&field.key)?;
    let mut values = values(shown, value, field);
    // A group whose every field is kept from the page has nothing to tell.
    values.retain(|value| value["type"] != "group" || value["fields"] != view!([]));
    (!values.is_empty()).then(
        || view!({ "key": &*field.key, "label": field.label.text(shown.edition.words.language), "values": values }),
    )
}

/// The values of a field: several for a list, one for anything else.
pub(in crate::render) fn values(shown: Shown<'_>, value: &FieldValue, field: &Field) -> Vec<View> {
    match value {
        FieldValue::List(items) if is_words(field) && field.kind == FieldType::List => {
            let only = &field.fields[0];
            let texts =
                items.iter().filter_map(|item| Some(self::value(shown, item.as_group()?.get(&only.key)?, only)));
            texts.collect()
        }
        FieldValue::List(items) => items.iter().map(|item| self::value(shown, item, field)).collect(),
        other => vec![self::value(shown, other, field)],
    }
}

/// One value.
pub(in crate::render) fn value(shown: Shown<'_>, value: &FieldValue, field: &Field) -> View {
    let Shown { edition, document, prose } = shown;
    let words = edition.words;
    match value {
        FieldValue::Unknown => missing(edition),
        FieldValue::Text(text) => plain(if field.kind == FieldType::Url { "url" } else { "text" }, text),
        FieldValue::Prose(text) => with(plain("html", ""), "html", prose.html(text)),
        FieldValue::Number(number) => plain("number", &words.number(*number)),
        FieldValue::Bool(yes) => plain("text", &words.text(if *yes { "yes" } else { "no" }, &[])),
        FieldValue::Date(date) => with(plain("text", &words.date(*date)), "iso", date.iso()),
        FieldValue::Period(period) => plain("text", &words.period(*period)),
        FieldValue::Validity(validity) => plain("text", &words.validity(*validity)),
        FieldValue::Deadline(deadline) => plain("text", &words.deadline(deadline)),
        FieldValue::Duration(duration) => plain("text", &words.duration(*duration)),
        FieldValue::Choice(key) => plain("text", field.choice_label(key, words.language)),
        FieldValue::Url(url) => with(plain("url", &bare(url)), "url", url.clone()),
        FieldValue::Email(address) => with(plain("email", address), "url", format!("mailto:{address}")),
        FieldValue::Phone(number) => with(plain("phone", number), "url", dial(number)),
        FieldValue::File(path) => match edition.site.attachment(document, path) {
            Some(name) => with(plain("url", path), "url", edition.path(&format!("/{name}"))),
            None => plain("text", path),
        },
        FieldValue::Reference(reference) => {
            let link = edition.reference_link(document, reference);
            let mut view = plain("link", link["title"].as_str().unwrap_or_default());
            view["url"] = link["url"].clone();
            view["lang"] = link["lang"].clone();
            if let Some(target) = edition.resolve(document, reference) {
                view["risk"] = view!(super::trail::risk(edition, target.document));
            }
            view
        }
        FieldValue::List(items) => {
            let items: Vec<View> = items.iter().map(|item| self::value(shown, item, field)).collect();
            with(plain("list", ""), "items", items)
        }
        FieldValue::Group(fields) => {
            let person = Person::of(fields, &field.fields);
            let hidden = |key: &str| person.is_some_and(|person| person.hides(key, edition.site.today));
            let told = field.fields.iter().filter(|field| !hidden(&field.key));
            let inner: Vec<View> = told.filter_map(|field| fact(shown, fields, field)).collect();
            with(plain("group", ""), "fields", inner)
        }
    }
}

/// The value that says that nobody has told.
pub(in crate::render) fn missing(edition: Edition<'_>) -> View {
    plain("missing", &edition.words.text("missing", &[]))
}

/// A phone number as a link: digits alone, a leading zero kept, as Swedish phones dial it.
pub(in crate::render) fn dial(number: &str) -> String {
    let digits: String = number.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect();
    format!("tel:{digits}")
}

/// An address on the web as people read it.
pub(in crate::render) fn bare(url: &str) -> String {
    let rest = url.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    rest.trim_end_matches('/').to_owned()
}

/// A value with nothing but its type and text.
pub(in crate::render) fn plain(kind: &str, text: &str) -> View {
    view!({ "type": kind, "text": text, "url": null, "lang": null, "html": null, "iso": null, "note": null, "risk": null, "items": [], "fields": [] })
}

/// A value with one more of its keys.
pub(in crate::render) fn with(mut view: View, key: &'static str, value: impl Into<View>) -> View {
    view[key] = value.into();
    view
}
