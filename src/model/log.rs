//! The log of a commitment: what its parties have told, oldest first. Entries are only added, which
//! `insyn check --against` guards; the words of the fields stand in `parse/shapes/log.yaml`.

use super::{
    date::DateValue,
    status::Status,
    value::{Fields, Reference, Value},
};
use jiff::civil::Date;

/// A log as it is written.
#[derive(Debug, Clone, Copy)]
pub struct Log<'a> {
    /// The values of the list; those that are no entries are passed over.
    pub values: &'a [Value],
}

/// Two entries of which the later one stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misplaced {
    /// The place in the list of the entry that should have come before, from 0.
    pub place: usize,
    /// Its date.
    pub date: DateValue,
    /// The date of the entry that stands before it.
    pub before: DateValue,
}

impl<'a> Log<'a> {
    /// The entries, in the order in which they are written.
    pub fn entries(self) -> impl Iterator<Item = LogEntry<'a>> {
        self.values.iter().filter_map(Value::as_group).map(|fields| LogEntry { fields })
    }

    /// The dates that are told, each with the place of its entry, from 0.
    pub fn dates(self) -> impl Iterator<Item = (usize, DateValue)> {
        let date = |value: &Value| value.as_group().and_then(|fields| LogEntry { fields }.date());
        self.values.iter().enumerate().filter_map(move |(place, value)| Some((place, date(value)?)))
    }

    /// The last day that anything is told of; `None` when nothing is.
    pub fn latest(self) -> Option<Date> {
        self.dates().map(|(_, date)| date.last_day()).max()
    }

    /// Entries that stand after a later one. A month and a day in it are in order either way.
    pub fn misplaced(self) -> Vec<Misplaced> {
        let dates: Vec<(usize, DateValue)> = self.dates().collect();
        let pairs = dates.windows(2).map(|pair| Misplaced { place: pair[1].0, date: pair[1].1, before: pair[0].1 });
        pairs.filter(|pair| pair.date.last_day() < pair.before.first_day()).collect()
    }

    /// Whether an entry shows by evidence that what it tells is so.
    pub fn has_evidence(self) -> bool {
        self.entries().any(LogEntry::has_evidence)
    }

    /// Whether nothing has been told.
    pub fn is_empty(self) -> bool {
        self.entries().next().is_none()
    }
}

/// An entry in a log.
#[derive(Debug, Clone, Copy)]
pub struct LogEntry<'a> {
    /// The fields of the entry.
    pub fields: &'a Fields,
}

impl<'a> LogEntry<'a> {
    /// When what is told happened.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("datum")
    }

    /// What happened, as Markdown.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// The status after it; `None` where the entry does not tell.
    pub fn status(self) -> Option<Status> {
        self.fields.text("status").map(Status::written)
    }

    /// The documents that show it.
    pub fn evidence(self) -> impl Iterator<Item = &'a Reference> {
        self.fields.references("underlag")
    }

    /// The address on the web of what shows it.
    pub fn link(self) -> Option<&'a str> {
        self.fields.text("länk")
    }

    /// Whether a document or an address shows it.
    pub fn has_evidence(self) -> bool {
        self.evidence().next().is_some() || self.link().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(date: DateValue) -> Value {
        Value::Group(Fields::from_iter([("datum", Value::Date(date))]))
    }

    fn day(text: &str) -> DateValue {
        DateValue::Day(text.parse().unwrap())
    }

    #[test]
    fn order_and_latest_day() {
        let month = DateValue::Month(2026, 3);
        for (values, latest, misplaced) in [
            (vec![], None, vec![]),
            (vec![Value::Unknown, Value::Group(Fields::default())], None, vec![]),
            (vec![entry(day("2026-01-02")), entry(month)], Some("2026-03-31"), vec![]),
            (vec![entry(month), entry(day("2026-03-02"))], Some("2026-03-31"), vec![]),
            (
                vec![entry(month), Value::Unknown, entry(day("2026-02-28"))],
                Some("2026-03-31"),
                vec![Misplaced { place: 2, date: day("2026-02-28"), before: month }],
            ),
        ] {
            let log = Log { values: &values };
            assert_eq!(log.latest(), latest.map(|day| day.parse().unwrap()), "{values:?}");
            assert_eq!(log.misplaced(), misplaced, "{values:?}");
        }
    }

    #[test]
    fn evidence_is_a_document_or_an_address() {
        let document = Value::List(vec![Value::Reference(Reference::new("undersokningar/2025").into())]);
        for (values, has_evidence) in [
            (vec![("text", Value::Prose("Det är gjort.".into()))], false),
            (vec![("underlag", Value::Unknown)], false),
            (vec![("underlag", Value::List(Vec::new()))], false),
            (vec![("underlag", document)], true),
            (vec![("länk", Value::Url("https://example.org/".into()))], true),
        ] {
            let values = [Value::Group(Fields::from_iter(values))];
            let log = Log { values: &values };
            assert_eq!(log.has_evidence(), has_evidence, "{values:?}");
            assert!(!log.is_empty());
        }
    }

    #[test]
    fn an_entry_tells_its_status_or_nothing() {
        for (written, status) in
            [(Some("klart"), Some(Status::Done)), (Some("pågår"), Some(Status::Ongoing)), (None, None)]
        {
            let fields = Fields::from_iter(written.map(|word| ("status", Value::Choice(word.into()))));
            assert_eq!(LogEntry { fields: &fields }.status(), status);
        }
    }
}
