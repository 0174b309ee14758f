//! Occasions: what takes place on a day, or again and again. The words of the fields stand in
//! `parse/shapes/schedule.yaml`; how a day is written for readers is decided in `render`.

use super::{date::DateValue, value::Fields};
use jiff::civil::Date;
use std::cmp::Reverse;

/// One line of a schedule.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Occasion<'a> {
    /// The anchor, unique in the document.
    pub fn id(self) -> Option<&'a str> {
        self.fields.text("id")
    }

    /// What takes place.
    pub fn heading(self) -> Option<&'a str> {
        self.fields.text("rubrik")
    }

    /// The day, or the month or year when no more is known.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("datum")
    }

    /// How it comes back, in words: `varje fredag`.
    pub fn repeats(self) -> Option<&'a str> {
        self.fields.text("upprepas")
    }

    /// How many times a year.
    pub fn per_year(self) -> Option<f64> {
        self.fields.number("per_år")
    }

    /// Whether it comes back; its date is then only the first of many.
    pub fn is_repeated(self) -> bool {
        self.repeats().is_some() || self.per_year().is_some_and(|times| times > 0.0)
    }

    /// When it takes place next: its date while that has not passed. For what is repeated, nobody can say after that.
    pub fn next(self, today: Date) -> Option<DateValue> {
        self.date().filter(|date| date.last_day() >= today)
    }

    /// Whether it is over: its last day lies before `today` and it does not come back.
    pub fn has_passed(self, today: Date) -> bool {
        !self.is_repeated() && self.date().is_some_and(|date| date.last_day() < today)
    }
}

/// Puts occasions in the order that a visitor needs: what comes first, then what has no day ahead as it is written,
/// then what is over, the latest first.
pub fn in_order<'a>(occasions: impl Iterator<Item = Occasion<'a>>, today: Date) -> Vec<Occasion<'a>> {
    let mut ordered: Vec<_> = occasions.collect();
    ordered.sort_by_key(|occasion| {
        let over = occasion.date().filter(|_| occasion.has_passed(today));
        let next = occasion.next(today);
        (over.is_some(), next.is_none(), next, Reverse(over))
    });
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    fn occasion(id: &str, date: Option<DateValue>, repeats: Option<&str>) -> Fields {
        let date = date.map(|date| ("datum", Value::Date(date)));
        let repeats = repeats.map(|words| ("upprepas", Value::Text(words.into())));
        Fields::from_iter([("id", Value::Text(id.into()))].into_iter().chain(date).chain(repeats))
    }

    fn day(text: &str) -> DateValue {
        DateValue::Day(text.parse().unwrap())
    }

    #[test]
    fn what_comes_and_what_is_over() {
        let today: Date = "2026-11-22".parse().unwrap();
        for (date, repeats, comes, has_passed) in [
            (Some(day("2026-11-21")), None, false, true),
            (Some(day("2026-11-22")), None, true, false),
            (Some(DateValue::Month(2026, 11)), None, true, false),
            (Some(DateValue::Month(2026, 10)), None, false, true),
            (Some(day("2026-01-09")), Some("varje fredag"), false, false),
            (None, Some("varje fredag"), false, false),
            (None, None, false, false),
        ] {
            let fields = occasion("", date, repeats);
            let occasion = Occasion { fields: &fields };
            assert_eq!(occasion.next(today), date.filter(|_| comes), "{date:?}");
            assert_eq!(occasion.has_passed(today), has_passed, "{date:?} {repeats:?}");
        }
    }

    #[test]
    fn what_comes_stands_first() {
        let today: Date = "2026-11-22".parse().unwrap();
        let written = [
            occasion("oldest", Some(day("2025-05-01")), None),
            occasion("weekly", None, Some("varje fredag")),
            occasion("later", Some(DateValue::Year(2027)), None),
            occasion("old", Some(day("2026-11-21")), None),
            occasion("undated", None, None),
            occasion("soon", Some(day("2026-12-10")), None),
        ];
        let ordered = in_order(written.iter().map(|fields| Occasion { fields }), today);
        let ids: Vec<_> = ordered.into_iter().filter_map(Occasion::id).collect();
        assert_eq!(ids, ["soon", "later", "weekly", "undated", "old", "oldest"]);
    }

    #[test]
    fn a_number_of_times_a_year_repeats() {
        for (times, is_repeated) in [(4.0, true), (0.0, false)] {
            let fields = Fields::from_iter([("per_år", Value::Number(times))]);
            assert_eq!(Occasion { fields: &fields }.is_repeated(), is_repeated, "{times}");
        }
    }
}
