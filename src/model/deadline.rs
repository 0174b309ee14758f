//! Deadlines as people write them: a day, a month, a quarter, a year, "fortlöpande", or none with a reason.
//! Reading lives in `parse::dates`; what a passed deadline means for a commitment, in `commitment`.

use super::date::DateValue;
use jiff::civil::Date;

/// The time by which a commitment is to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deadline {
    /// A day, a month or a year.
    Date(DateValue),
    /// A quarter: year and quarter, 1–4.
    Quarter(i16, i8),
    /// It never ends; it asks for entries in the log instead.
    Continuous,
    /// There is none, and this is why.
    None(String),
}

impl Deadline {
    /// The last day on which the commitment can still be kept, in local (Stockholm) dates.
    ///
    /// `None` for a continuous deadline, which never passes, and where no deadline was set.
    pub fn last_day(&self) -> Option<Date> {
        match self {
            Self::Date(value) => Some(value.last_day()),
            Self::Quarter(year, quarter) => Some(DateValue::Month(*year, quarter * 3).last_day()),
            Self::Continuous | Self::None(_) => None,
        }
    }

    /// Whether its last day lies before `today`.
    pub fn has_passed(&self, today: Date) -> bool {
        self.last_day().is_some_and(|last| last < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_after_its_last_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (deadline, last) in [
            (Deadline::Date(DateValue::Month(2020, 10)), "2020-10-31"),
            (Deadline::Quarter(2021, 2), "2021-06-30"),
            (Deadline::Quarter(2021, 4), "2021-12-31"),
            (Deadline::Date(DateValue::Year(2020)), "2020-12-31"),
        ] {
            let last = day(last);
            assert_eq!(deadline.last_day(), Some(last));
            assert!(!deadline.has_passed(last), "{deadline:?} holds through its last day");
            assert!(deadline.has_passed(last.tomorrow().unwrap()), "{deadline:?} has passed the day after");
        }
    }

    #[test]
    fn continuous_and_none_never_pass() {
        for deadline in [Deadline::Continuous, Deadline::None("beslutas senare".into())] {
            assert!(!deadline.has_passed(Date::MAX));
        }
    }
}
