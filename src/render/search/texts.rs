//! The words of a document for the search: what its page shows, with the weights that declarations give, and its parts
//! that have anchors of their own.

use crate::{
    model::{Document, DocumentIndex, Field, FieldType, Fields, Person, Value},
    parse::markdown::plain,
    render::edition::Edition,
    search::{Entry, Part, Text},
};
use jiff::civil::Date;

/// The weight of the name of a kind, of the municipality, of the titles of what a document points at, and of its title
/// and short version in other languages.
const KIND: f32 = 2.5;
const SCOPE: f32 = 1.2;
const POINTED_AT: f32 = 0.7;
const OTHER_VERSION: f32 = 1.4;

/// The longest text that excerpts are cut from, in bytes. All of it is searched.
const EXCERPTED: usize = 6_000;

/// Fields whose words stand elsewhere in the entry or on no page.
const ELSEWHERE: [&str; 5] = ["titel", "kortversion", "id", "tidigare", "publiceras"];

/// Puts the words of a document in its entry.
pub(super) fn gather(edition: Edition<'_>, index: DocumentIndex, entry: &mut Entry) {
    let site = edition.site.all();
    let document = site.document(index);
    let collection = site.collection_of(document);
    let mut texts = Texts { edition, document, entry, of_list: 1.0 };
    texts.group(&document.fields, &collection.fields, None);
    texts.body(&plain(document.body()));
    if collection.is_listed() {
        texts.add(KIND, format!("{} {}", collection.singular.sv, collection.name.sv));
    }
    let scope = document.scope.as_deref().and_then(|folder| site.scope(folder));
    if let Some(scope) = scope.filter(|scope| *scope != index) {
        texts.add(SCOPE, site.document(scope).title().to_owned());
    }
    for (_, version) in site.variants_of(index) {
        texts.add(OTHER_VERSION, format!("{} {}", version.title(), version.summary()));
    }
    shorten(&mut entry.body);
}

struct Texts<'a, 'e> {
    edition: Edition<'a>,
    document: &'a Document,
    entry: &'e mut Entry,
    /// What the words of the list weigh that is being read: its items are declared without a weight of their own.
    of_list: f32,
}

impl Texts<'_, '_> {
    fn group(&mut self, fields: &Fields, declared: &[Field], part: Option<usize>) {
        let person = Person::of(fields, declared);
        let today = self.edition.site.all().today;
        for (field, value) in fields.with(declared) {
            let is_kept = person.is_some_and(|person| person.hides(&field.key, today));
            let is_elsewhere = ELSEWHERE.contains(&&*field.key) || (part.is_some() && &*field.key == "rubrik");
            if !is_kept && !is_elsewhere {
                self.value(value, field, part);
            }
        }
    }

    fn value(&mut self, value: &Value, field: &Field, part: Option<usize>) {
        let words = self.edition.words;
        match value {
            Value::Text(text) | Value::Phone(text) => self.text(field, text.clone(), part),
            Value::Prose(text) => self.text(field, plain(text), part),
            Value::Choice(key) => self.add(1.0, field.choice_label(key, "sv").to_owned()),
            Value::Date(date) => self.add(1.0, words.date(*date)),
            Value::Deadline(deadline) => self.text(field, words.deadline(deadline), part),
            Value::Period(period) => {
                self.add(1.0, format!("{} {}", words.period(*period), years(period.first_day(), period.last_day())));
            }
            Value::Validity(validity) => {
                let period = validity.period;
                self.add(
                    2.0,
                    format!("{} {}", words.validity(*validity), years(period.first_day(), period.last_day())),
                );
            }
            Value::Reference(reference) => {
                if let Some(target) = self.edition.resolve(self.document, reference) {
                    self.add(POINTED_AT, self.edition.site.all().document(target.document).title().to_owned());
                }
            }
            Value::Group(fields) => self.group(fields, &field.fields, part),
            Value::List(items) => {
                self.of_list = weight(field);
                items.iter().for_each(|item| self.item(item, field, part));
                self.of_list = 1.0;
            }
            _ => {}
        }
    }

    fn item(&mut self, item: &Value, field: &Field, part: Option<usize>) {
        let anchored = item.as_group().filter(|_| part.is_none() && is_found_alone(field.kind));
        let Some((fields, anchor)) = anchored.and_then(|fields| Some((fields, fields.text("id")?))) else {
            return self.value(item, field, part);
        };
        let title = fields.text("rubrik").or_else(|| fields.text("text")).map(plain).unwrap_or_default();
        self.entry.parts.push(Part { anchor: anchor.to_owned(), title: headline(&title), text: String::new() });
        let place = self.entry.parts.len() - 1;
        self.group(fields, &field.fields, Some(place));
    }

    /// Words that the page shows: those of a part go with it.
    fn text(&mut self, field: &Field, text: String, part: Option<usize>) {
        match part.and_then(|place| self.entry.parts.get_mut(place)) {
            Some(part) => join(&mut part.text, &text),
            None if field.kind == FieldType::Prose => {
                self.body(&text);
                self.heavier(field, text);
            }
            None => self.add(weight(field).max(self.of_list), text),
        }
    }

    fn body(&mut self, text: &str) {
        join(&mut self.entry.body, text);
    }

    /// Prose is in the body already; what its declaration weighs beyond that is added.
    fn heavier(&mut self, field: &Field, text: String) {
        if weight(field) > 1.0 {
            self.add(weight(field) - 1.0, text);
        }
    }

    fn add(&mut self, weight: f32, words: String) {
        if !words.trim().is_empty() {
            self.entry.texts.push(Text { weight, words });
        }
    }
}

/// Which items are hits of their own: those that somebody may look for without knowing the document.
fn is_found_alone(kind: FieldType) -> bool {
    use FieldType as T;
    matches!(kind, T::Commitments | T::Goals | T::Findings | T::Questions | T::Series)
}

#[expect(clippy::cast_possible_truncation, reason = "weights are small")]
fn weight(field: &Field) -> f32 {
    field.weight as f32
}

/// Every year of a time, so that `2024` finds what is valid from 2022 to 2026.
fn years(first: Option<Date>, last: Option<Date>) -> String {
    let (Some(first), Some(last)) = (first, last) else { return String::new() };
    let years = (first.year()..=last.year()).take(30).map(|year| year.to_string());
    years.collect::<Vec<_>>().join(" ")
}

fn join(text: &mut String, more: &str) {
    let more = more.trim();
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// The longest heading of a part without one of its own, in characters.
const HEADLINE: usize = 90;

/// The first words of a text, as a heading.
fn headline(text: &str) -> String {
    if text.chars().count() <= HEADLINE {
        return text.to_owned();
    }
    let short: String = text.chars().take(HEADLINE).collect();
    let words = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
    format!("{words} …")
}

/// Cuts a text after a whole word.
fn shorten(text: &mut String) {
    if text.len() > EXCERPTED {
        let end = text.floor_char_boundary(EXCERPTED);
        text.truncate(end);
        let end = text.rfind(char::is_whitespace).unwrap_or(end);
        text.truncate(end);
    }
}
