//! Dates as sources know them: a day, or only a month, or only a year.
//! Holds the values and their first and last day; reading them from text is done in `parse::dates`.

use jiff::civil::Date;

/// The months in Swedish, as they are written in content and on pages.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date with the precision that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateValue {
    /// A day.
    Day(Date),
    /// A month: year and month, 1–12.
    Month(i16, i8),
    /// A year.
    Year(i16),
}

impl DateValue {
    /// The first day that the value can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(year, month) => Date::new(year, month, 1).expect("a month was checked when it was read"),
            Self::Year(year) => Date::new(year, 1, 1).expect("a year was checked when it was read"),
        }
    }

    /// The last day that the value can mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Year(year) => Date::new(year, 12, 31).expect("a year was checked when it was read"),
        }
    }

    /// ISO 8601 with the precision that is known: `2021-06-18`, `2021-06` or `2021`.
    pub fn iso(self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
        }
    }
}

impl PartialOrd for DateValue {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateValue {
    /// By first day, then by last: a year comes before its months and days end.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first_day(), self.last_day()).cmp(&(other.first_day(), other.last_day()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_and_last_day_of_each_precision() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (value, first, last) in [
            (DateValue::Day(day("2021-06-18")), "2021-06-18", "2021-06-18"),
            (DateValue::Month(2020, 2), "2020-02-01", "2020-02-29"),
            (DateValue::Year(2022), "2022-01-01", "2022-12-31"),
        ] {
            assert_eq!(value.first_day(), day(first), "{}", value.iso());
            assert_eq!(value.last_day(), day(last), "{}", value.iso());
        }
    }
}
