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
