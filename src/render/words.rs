//! Dates, numbers and times in the words of a language: `22 november 2026`, `1 234,5`, `fjärde kvartalet 2021`.

use crate::theme::{View, view};
use crate::{
    model::{DateValue, Deadline, Duration, Period, Validity, date::MONTHS},
    texts::Texts,
};
use jiff::civil::Date;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A space that no line breaks at.
const NARROW: char = '\u{a0}';

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    /// The texts of the interface.
    pub(super) texts: &'a Texts,
    /// `sv` or `en`.
    pub(super) language: &'static str,
}

impl Words<'_> {
    /// A text of the interface; its key in brackets where the theme has none, which a test forbids.
    pub(super) fn text(self, key: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.texts.get(key, &arguments).unwrap_or_else(|| format!("[{key}]"))
    }

    /// A text that counts something.
    pub(super) fn count(self, key: &str, count: usize) -> String {
        self.texts.get(key, &[("count", count.into())]).unwrap_or_else(|| format!("[{key}]"))
    }

    /// How many of all are shown; `None` where all of them are.
    pub(super) fn shown(self, shown: usize, all: usize) -> Option<String> {
        let counts = [("shown", shown.into()), ("all", all.into())];
        (shown < all).then(|| self.texts.get("shown-of", &counts).unwrap_or_default())
    }

    /// `18 juni 2021`
    pub(super) fn day(self, date: Date) -> String {
        format!("{}{NARROW}{} {}", date.day(), self.month(date.month()), date.year())
    }

    /// A date with the precision that is known.
    pub(super) fn date(self, date: DateValue) -> String {
        match date {
            DateValue::Day(date) => self.day(date),
            DateValue::Month(year, month) => format!("{} {year}", self.month(month)),
            DateValue::Year(year) => year.to_string(),
        }
    }

    /// A date for templates: `{iso, text}`.
    pub(super) fn date_view(self, date: DateValue) -> View {
        view!({ "iso": date.iso(), "text": self.date(date) })
    }

    /// A day for templates.
    pub(super) fn day_view(self, date: Date) -> View {
        self.date_view(DateValue::Day(date))
    }

    /// `2021–2022`, `24 september 2020–16 oktober 2020`
    pub(super) fn period(self, period: Period) -> String {
        match (period.from, period.to) {
            (Some(from), Some(to)) if from == to => self.date(from),
            (Some(from), Some(to)) if has_words(from) || has_words(to) => {
                format!("{} – {}", self.date(from), self.date(to))
            }
            (Some(from), Some(to)) => {
                self.text("validity-from-to", &[("from", &self.date(from)), ("to", &self.date(to))])
            }
            (Some(from), None) => self.text("validity-from", &[("from", &self.date(from))]),
            (None, Some(to)) => self.text("validity-to", &[("to", &self.date(to))]),
            (None, None) => self.text("validity-until-further-notice", &[]),
        }
    }

    /// How long something is valid.
    pub(super) fn validity(self, validity: Validity) -> String {
        match (validity.period.from, validity.period.to) {
            (Some(from), None) => self.text("validity-from-until-further-notice", &[("from", &self.date(from))]),
            _ => self.period(validity.period),
        }
    }

    /// A deadline.
    pub(super) fn deadline(self, deadline: &Deadline) -> String {
        match deadline {
            Deadline::Date(DateValue::Year(year)) => self.text("deadline-year", &[("year", &year.to_string())]),
            Deadline::Date(date) => self.date(*date),
            Deadline::Quarter(year, quarter) => {
                self.text("deadline-quarter", &[("quarter", &quarter.to_string()), ("year", &year.to_string())])
            }
            Deadline::Continuous => self.text("deadline-continuous", &[]),
            Deadline::None(reason) => self.text("deadline-none", &[("reason", reason)]),
        }
    }

    /// A duration: `1 år`, `6 månader`.
    pub(super) fn duration(self, duration: Duration) -> String {
        let units = [
            ("duration-years", duration.years),
            ("duration-months", duration.months),
            ("duration-weeks", duration.weeks),
            ("duration-days", duration.days),
        ];
        let used = units.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = used.map(|(key, count)| self.count(key, usize::from(count.unsigned_abs()))).collect();
        parts.join(" ")
    }

    /// A number with the marks of the language: `1 234,5` or `1,234.5`.
    pub(super) fn number(self, number: f64) -> String {
        let plain = format!("{}", number.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (group, point) = if self.language == "en" { (',', '.') } else { (NARROW, ',') };
        let mut text = String::new();
        if number < 0.0 {
            text.push('\u{2212}');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    fn month(self, month: i8) -> &'static str {
        let months = if self.language == "en" { ENGLISH } else { MONTHS };
        usize::try_from(month - 1).ok().and_then(|place| months.get(place)).copied().unwrap_or_default()
    }
}

/// Whether a date is written with words between which a dash needs room: `1 september 2026`.
fn has_words(date: DateValue) -> bool {
    !matches!(date, DateValue::Year(_))
}
