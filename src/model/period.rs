//! Periods: from and to, either of which may be open, each with the precision that is known.

use super::date::DateValue;
use jiff::civil::Date;

/// A stretch of time. Both ends open is not a period and is never read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The beginning, when known.
    pub from: Option<DateValue>,
    /// The end, when there is one; the period lasts through its last day.
    pub to: Option<DateValue>,
}

impl Period {
    /// The last day that belongs to the period; `None` while it is open.
    pub fn last_day(self) -> Option<Date> {
        self.to.map(DateValue::last_day)
    }

    /// The first day that belongs to the period; `None` when the beginning is not known.
    pub fn first_day(self) -> Option<Date> {
        self.from.map(DateValue::first_day)
    }

    /// Whether the end comes before the beginning.
    pub fn is_reversed(self) -> bool {
        matches!((self.first_day(), self.last_day()), (Some(from), Some(to)) if to < from)
    }

    /// Whether the whole period lies before `today`.
    pub fn has_passed(self, today: Date) -> bool {
        self.last_day().is_some_and(|last| last < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_lasts_through_its_last_day() {
        let year = |year: i16| (year > 0).then_some(DateValue::Year(year));
        for (from, to, is_reversed, has_passed) in [
            (2021, 2022, false, true),
            (2021, 2026, false, false),
            (2021, 2021, false, true),
            (2022, 2021, true, true),
            (2021, 0, false, false),
            (0, 2025, false, true),
            (2027, 2028, false, false),
        ] {
            let period = Period { from: year(from), to: year(to) };
            assert_eq!(period.is_reversed(), is_reversed, "{period:?}");
            assert_eq!(period.has_passed("2026-12-31".parse().unwrap()), has_passed, "{period:?}");
        }
    }

    #[test]
    fn ends_are_known_as_far_as_they_are_told() {
        let period = Period { from: Some(DateValue::Month(2024, 2)), to: Some(DateValue::Month(2024, 2)) };
        assert_eq!(period.first_day(), Some("2024-02-01".parse().unwrap()));
        assert_eq!(period.last_day(), Some("2024-02-29".parse().unwrap()));
        let open = Period { from: None, to: None };
        assert_eq!((open.first_day(), open.last_day()), (None, None));
    }
}
