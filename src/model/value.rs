//! What a field holds, read and checked. A `Value` never holds text that its type would refuse.

use super::{
    date::DateValue, deadline::Deadline, duration::Duration, field::Field, period::Period, validity::Validity,
};
use std::sync::Arc;

/// A value of a declared field. A site has some hundred thousand of them, so it is kept small.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Written `okänt`: nobody has told. It satisfies "required" and shows as missing.
    Unknown,
    /// One line of text.
    Text(String),
    /// Markdown.
    Prose(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A date with its precision.
    Date(DateValue),
    /// A period.
    Period(Period),
    /// A deadline.
    Deadline(Deadline),
    /// A duration.
    Duration(Duration),
    /// How long a document is valid.
    Validity(Validity),
    /// The key of one of the declared choices.
    Choice(Arc<str>),
    /// An address on the web.
    Url(String),
    /// An e-mail address.
    Email(String),
    /// A phone number as it is written for people.
    Phone(String),
    /// A path of a file beside the document or in the static files.
    File(String),
    /// A reference to a document, or to a part of one.
    Reference(Box<Reference>),
    /// Several values of one type.
    List(Vec<Value>),
    /// Named values.
    Group(Fields),
}

/// A reference as it was written: the content path without suffix, and the part after `#`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The path, `aktorer/polisen`.
    pub path: String,
    /// The part inside, without `#`.
    pub part: Option<String>,
}

impl Reference {
    /// Splits a written reference at `#`.
    pub fn new(written: &str) -> Self {
        let (path, part) = written.split_once('#').map_or((written, None), |(path, part)| (path, Some(part)));
        Self { path: path.trim_matches('/').to_owned(), part: part.map(str::to_owned) }
    }

    /// As it is written in content.
    pub fn written(&self) -> String {
        match &self.part {
            Some(part) => format!("{}#{part}", self.path),
            None => self.path.clone(),
        }
    }
}

/// Named values in declared order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fields {
    entries: Vec<(Arc<str>, Value)>,
}

impl Fields {
    /// Values under keys that differ.
    pub(crate) fn of(entries: Vec<(Arc<str>, Value)>) -> Self {
        Self { entries }
    }

    /// Puts a value under a key; a later one replaces an earlier.
    pub fn set(&mut self, key: Arc<str>, value: Value) {
        match self.entries.iter_mut().find(|(name, _)| *name == key) {
            Some(entry) => entry.1 = value,
            None => {
                // Most documents get one or two more; room for twice as many would stay empty in all of them.
                self.entries.reserve_exact(1);
                self.entries.push((key, value));
            }
        }
    }

    /// The value under a declared key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries.iter().find(|(name, _)| &**name == key).map(|(_, value)| value)
    }

    /// The entries with what declares them. Both are in the same order, so that one look at each is enough.
    pub fn with<'a>(&'a self, declared: &'a [Field]) -> impl Iterator<Item = (&'a Field, &'a Value)> {
        let mut next = 0;
        self.entries.iter().filter_map(move |(key, value)| {
            let (before, after) = declared.split_at(next);
            let place = after.iter().chain(before).position(|field| field.key == *key)?;
            let place = (place + next) % declared.len();
            next = (place + 1) % declared.len();
            Some((&declared[place], value))
        })
    }

    /// All entries, in the order of the declaration.
    pub fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &Value)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The text of a text, prose, choice, url, e-mail, phone or file field; `None` when unset or unknown.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_text)
    }

    /// The date of a date field.
    pub fn date(&self, key: &str) -> Option<DateValue> {
        match self.get(key)? {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The number of a number field.
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.get(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A yes-or-no field; `false` when unset.
    pub fn is_yes(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Bool(true)))
    }

    /// The values of a list field; empty when unset or unknown.
    pub fn list(&self, key: &str) -> &[Value] {
        match self.get(key) {
            Some(Value::List(values)) => values,
            _ => &[],
        }
    }

    /// The groups of a list of groups; unknown items are left out.
    pub fn groups<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Fields> + use<'a> {
        self.list(key).iter().filter_map(Value::as_group)
    }

    /// The group of a group field.
    pub fn group(&self, key: &str) -> Option<&Fields> {
        self.get(key).and_then(Value::as_group)
    }

    /// The references of a ref or refs field.
    pub fn references<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Reference> + use<'a> {
        let value = self.get(key);
        let one = value.and_then(Value::as_reference);
        let many = match value {
            Some(Value::List(values)) => values.as_slice(),
            _ => &[],
        };
        one.into_iter().chain(many.iter().filter_map(Value::as_reference))
    }

    /// These values with the words of a variant over them; what the variant does not say stays.
    ///
    /// Items of lists are matched by `id`, or by place where they have none.
    #[must_use]
    pub fn overlaid(&self, words: &Fields) -> Fields {
        let mut fields = self.clone();
        for (key, value) in words.iter() {
            match (fields.entries.iter_mut().find(|(name, _)| name == key), value) {
                (Some((_, below)), value) => below.overlay(value),
                (None, value) => fields.set(key.clone(), value.clone()),
            }
        }
        fields
    }

    /// Whether the field is written `okänt`.
    pub fn is_unknown(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Unknown))
    }
}

impl<'k> FromIterator<(&'k str, Value)> for Fields {
    /// Values by their declared keys; a later one replaces an earlier.
    fn from_iter<I: IntoIterator<Item = (&'k str, Value)>>(values: I) -> Self {
        let mut fields = Self::default();
        for (key, value) in values {
            fields.set(key.into(), value);
        }
        fields
    }
}

impl Value {
    fn overlay(&mut self, words: &Value) {
        match (self, words) {
            (Self::Group(below), Self::Group(above)) => *below = below.overlaid(above),
            // A list of words is another list in another language; items of more than a word keep their places.
            (Self::List(below), Self::List(above)) if are_words(above) => below.clone_from(above),
            (Self::List(below), Self::List(above)) => {
                for (place, above) in above.iter().enumerate() {
                    let id = above.as_group().and_then(|fields| fields.text("id"));
                    let same = |value: &Value| value.as_group().and_then(|fields| fields.text("id")) == id;
                    let place = if id.is_some() { below.iter().position(same) } else { Some(place) };
                    if let Some(below) = place.and_then(|place| below.get_mut(place)) {
                        below.overlay(above);
                    }
                }
            }
            (below, above) => *below = above.clone(),
        }
    }

    /// The text of a text-like value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text)
            | Self::Prose(text)
            | Self::Url(text)
            | Self::Email(text)
            | Self::Phone(text)
            | Self::File(text) => Some(text),
            Self::Choice(key) => Some(key),
            _ => None,
        }
    }

    /// The deadline.
    pub fn as_deadline(&self) -> Option<&Deadline> {
        match self {
            Self::Deadline(deadline) => Some(deadline),
            _ => None,
        }
    }

    /// The period.
    pub fn as_period(&self) -> Option<Period> {
        match self {
            Self::Period(period) => Some(*period),
            _ => None,
        }
    }

    /// The named values of a group.
    pub fn as_group(&self) -> Option<&Fields> {
        match self {
            Self::Group(fields) => Some(fields),
            _ => None,
        }
    }

    /// The reference.
    pub fn as_reference(&self) -> Option<&Reference> {
        match self {
            Self::Reference(reference) => Some(reference),
            _ => None,
        }
    }
}

fn are_words(items: &[Value]) -> bool {
    items
        .iter()
        .all(|item| item.as_group().is_some_and(|fields| fields.entries.len() == 1 && fields.text("text").is_some()))
}
