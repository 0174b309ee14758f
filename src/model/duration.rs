//! Durations of calendar time: how long between reviews.

use jiff::{Span, civil::Date};

/// Years, months, weeks and days of the calendar. Units are not converted into one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Duration {
    /// Years.
    pub years: i16,
    /// Months.
    pub months: i16,
    /// Weeks.
    pub weeks: i16,
    /// Days.
    pub days: i16,
}

impl Duration {
    /// The day that lies this long after `date`; the last day of the calendar where that does not exist.
    pub fn after(self, date: Date) -> Date {
        let span = Span::new()
            .try_years(self.years)
            .and_then(|span| span.try_months(self.months))
            .and_then(|span| span.try_weeks(self.weeks))
            .and_then(|span| span.try_days(self.days));
        span.map_or(Date::MAX, |span| date.saturating_add(span))
    }

    /// ISO 8601, such as `P1Y` or `P6M`.
    pub fn iso(self) -> String {
        let parts = [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')];
        let mut text = String::from("P");
        for (count, unit) in parts.into_iter().filter(|(count, _)| *count != 0) {
            text.push_str(&format!("{count}{unit}"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_time_after_a_day() {
        let none = Duration::default();
        for (duration, from, after, iso) in [
            (Duration { years: 1, ..none }, "2024-02-29", "2025-02-28", "P1Y"),
            (Duration { months: 6, ..none }, "2026-08-31", "2027-02-28", "P6M"),
            (Duration { weeks: 2, ..none }, "2026-12-25", "2027-01-08", "P2W"),
            (Duration { days: 45, ..none }, "2026-01-01", "2026-02-15", "P45D"),
            (Duration { years: 1, months: 6, ..none }, "2026-01-31", "2027-07-31", "P1Y6M"),
            (Duration { years: i16::MAX, ..none }, "2026-01-01", "9999-12-31", "P32767Y"),
        ] {
            assert_eq!(duration.after(from.parse().unwrap()), after.parse().unwrap(), "{iso}");
            assert_eq!(duration.iso(), iso);
        }
    }
}
