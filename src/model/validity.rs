//! How long a document is valid, and the state that follows on a given day.
//! Nothing here accuses anybody: a state says what the document itself tells, and when.

use super::{date::DateValue, duration::Duration, period::Period};
use jiff::{ToSpan, civil::Date};

/// Valid for a period, or until further notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Validity {
    /// Beginning and end as far as they are told; an open end means until further notice.
    pub period: Period,
}

/// The state of a document's validity on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValidityState {
    /// It has begun and not ended.
    InForce,
    /// It ends within 90 days.
    Expiring,
    /// Its last day has passed.
    Expired,
    /// It has not begun.
    NotYet,
    /// It is in force, but the review it promised has not been told of.
    ReviewOverdue,
    /// A later document says that it supersedes this one.
    Superseded,
    /// It was withdrawn, with a reason.
    Withdrawn,
    /// No time is told.
    Undated,
}

impl ValidityState {
    /// Every state, in the order of the page that explains them.
    pub const ALL: [Self; 8] = [
        Self::InForce,
        Self::Expiring,
        Self::ReviewOverdue,
        Self::Expired,
        Self::NotYet,
        Self::Superseded,
        Self::Withdrawn,
        Self::Undated,
    ];

    /// The name that views and texts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::NotYet => "not_yet",
            Self::ReviewOverdue => "review_overdue",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
            Self::Undated => "undated",
        }
    }
}

/// What the state of a document is computed from.
#[derive(Debug, Clone, Copy, Default)]
pub struct ValidityFacts {
    /// What the document says of its time; `None` when it says nothing or `okänt`.
    pub validity: Option<Validity>,
    /// The day of withdrawal.
    pub withdrawn: Option<DateValue>,
    /// The first day of the document that supersedes it.
    pub superseded: Option<Date>,
    /// When the next review is due.
    pub review_due: Option<Date>,
}

/// A state and the day that it is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedState {
    /// The state.
    pub state: ValidityState,
    /// The day that the state is about: the end, the withdrawal, the review that was due.
    pub date: Option<Date>,
}

impl ValidityFacts {
    /// The state on `today`: withdrawal and supersession before time, time before review.
    pub fn state(&self, today: Date) -> DatedState {
        use ValidityState as State;
        let dated = |state, date| DatedState { state, date };
        if let Some(date) = self.withdrawn {
            return dated(State::Withdrawn, Some(date.first_day()));
        }
        if let Some(date) = self.superseded.filter(|date| *date <= today) {
            return dated(State::Superseded, Some(date));
        }
        let Some(validity) = self.validity else {
            return dated(State::Undated, None);
        };
        let (first, last) = (validity.period.first_day(), validity.period.last_day());
        match (first, last) {
            (Some(first), _) if today < first => dated(State::NotYet, Some(first)),
            (_, Some(last)) if last < today => dated(State::Expired, Some(last)),
            _ if self.review_due.is_some_and(|due| due < today) => dated(State::ReviewOverdue, self.review_due),
            (_, Some(last)) if last < today.saturating_add(90.days()) => dated(State::Expiring, Some(last)),
            _ => dated(State::InForce, last),
        }
    }
}

/// When the next review is due: the interval after the latest review, or after the beginning.
pub fn review_due(every: Duration, reviewed: Option<DateValue>, began: Option<Date>) -> Option<Date> {
    let from = reviewed.map(DateValue::last_day).or(began)?;
    Some(every.after(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn period(from: &str, to: &str) -> Option<Validity> {
        let value = |text: &str| (!text.is_empty()).then(|| DateValue::Day(day(text)));
        Some(Validity { period: Period { from: value(from), to: value(to) } })
    }

    #[test]
    fn state_on_a_day() {
        let today = day("2026-11-22");
        for (validity, key) in [
            (None, "undated"),
            (period("2017-05-30", ""), "in_force"),
            (period("2022-01-01", "2025-12-31"), "expired"),
            (period("2022-01-01", "2026-11-22"), "expiring"),
            (period("2022-01-01", "2027-02-19"), "expiring"),
            (period("2022-01-01", "2027-02-20"), "in_force"),
            (period("2027-01-01", "2027-12-31"), "not_yet"),
        ] {
            let facts = ValidityFacts { validity, ..ValidityFacts::default() };
            assert_eq!(facts.state(today).state.key(), key, "{validity:?}");
        }
    }

    #[test]
    fn withdrawal_and_supersession_come_first() {
        let base = ValidityFacts { validity: period("2022-01-01", "2022-12-31"), ..ValidityFacts::default() };
        let today = day("2026-11-22");
        let superseded = ValidityFacts { superseded: Some(day("2023-01-01")), ..base };
        assert_eq!(superseded.state(today).state, ValidityState::Superseded);
        let later = ValidityFacts { superseded: Some(day("2027-01-01")), ..base };
        assert_eq!(later.state(today).state, ValidityState::Expired, "a successor that has not begun changes nothing");
        let withdrawn = ValidityFacts { withdrawn: Some(DateValue::Year(2022)), ..superseded };
        assert_eq!(withdrawn.state(today).state, ValidityState::Withdrawn);
    }

    #[test]
    fn review_counts_from_the_latest_review_or_the_beginning() {
        let every = Duration { years: 1, ..Duration::default() };
        assert_eq!(review_due(every, None, Some(day("2017-05-30"))), Some(day("2018-05-30")));
        assert_eq!(
            review_due(every, Some(DateValue::Month(2020, 2)), Some(day("2017-05-30"))),
            Some(day("2021-02-28"))
        );
        let facts = ValidityFacts {
            validity: period("2017-05-30", ""),
            review_due: Some(day("2018-05-30")),
            ..ValidityFacts::default()
        };
        assert_eq!(facts.state(day("2018-05-30")).state, ValidityState::InForce, "due is not overdue");
        assert_eq!(facts.state(day("2018-05-31")).state, ValidityState::ReviewOverdue);
    }
}
