//! What has happened to a page itself: changes that were made, and its withdrawal.
//! What has happened to a commitment stands in its log, in `log`.

use super::{date::DateValue, value::Fields};

/// A change of a page that its readers should know of.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Change<'a> {
    /// The changes that a document tells of, in the order in which they are written.
    pub fn of(document: &'a Fields) -> impl DoubleEndedIterator<Item = Self> {
        document.list("ändringar").iter().filter_map(|value| Some(Self { fields: value.as_group()? }))
    }

    /// When it was made.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("datum")
    }

    /// What was changed, as Markdown.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// Whether it changes what the page says, and not only how.
    pub fn is_major(self) -> bool {
        self.fields.is_yes("större")
    }
}

/// The withdrawal of a document: it stays, with a notice.
#[derive(Debug, Clone, Copy)]
pub struct Withdrawn<'a> {
    /// The fields of the group.
    pub fields: &'a Fields,
}

impl<'a> Withdrawn<'a> {
    /// The withdrawal that a document tells of.
    pub fn of(document: &'a Fields) -> Option<Self> {
        document.group("återkallad").map(|fields| Self { fields })
    }

    /// When it was withdrawn.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("datum")
    }

    /// Why.
    pub fn reason(self) -> Option<&'a str> {
        self.fields.text("skäl")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    #[test]
    fn changes_keep_their_order() {
        let change = |year, major| {
            let values = [("datum", Value::Date(DateValue::Year(year))), ("större", Value::Bool(major))];
            Value::Group(Fields::from_iter(values))
        };
        let list = Value::List(vec![change(2024, false), Value::Unknown, change(2025, true)]);
        let document = Fields::from_iter([("ändringar", list)]);
        let told: Vec<_> = Change::of(&document).map(|change| (change.date(), change.is_major())).collect();
        assert_eq!(told, [(Some(DateValue::Year(2024)), false), (Some(DateValue::Year(2025)), true)]);
        assert_eq!(Change::of(&document).next_back().map(Change::is_major), Some(true));
        assert_eq!(Change::of(&Fields::default()).count(), 0);
    }

    #[test]
    fn a_withdrawal_has_a_day_and_a_reason() {
        let group = [("datum", Value::Date(DateValue::Month(2021, 9))), ("skäl", Value::Text("Fel plan.".into()))];
        let document = Fields::from_iter([("återkallad", Value::Group(Fields::from_iter(group)))]);
        let withdrawn = Withdrawn::of(&document).unwrap();
        assert_eq!((withdrawn.date(), withdrawn.reason()), (Some(DateValue::Month(2021, 9)), Some("Fel plan.")));
        for document in [Fields::default(), Fields::from_iter([("återkallad", Value::Unknown)])] {
            assert!(Withdrawn::of(&document).is_none());
        }
    }
}
