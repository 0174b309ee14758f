//! Commitments: what was promised, by whom, until when, and how far they have come. What has been told since stands in
//! `log`. The words of the fields stand in `parse/shapes/commitments.yaml`.

use super::{
    deadline::Deadline,
    log::Log,
    member::Person,
    status::Status,
    value::{Fields, Reference, Value},
};
use jiff::{ToSpan, civil::Date};

/// One commitment, or a sub-goal with a date of its own.
#[derive(Debug, Clone, Copy)]
pub struct Commitment<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

/// What can honestly be said of a commitment's time on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeNotice {
    /// The deadline has passed and no closing entry tells what became of it.
    PassedWithoutResult(Date),
    /// It is said to be under way, and nothing has been told for six months.
    SilentSince(Date),
}

impl<'a> Commitment<'a> {
    /// The anchor, unique in the document.
    pub fn id(self) -> &'a str {
        self.fields.text("id").unwrap_or_default()
    }

    /// The short heading.
    pub fn heading(self) -> &'a str {
        self.fields.text("rubrik").unwrap_or_default()
    }

    /// The status that was last written, in the field itself.
    pub fn status(self) -> Status {
        self.fields.text("status").map_or(Status::Unknown, Status::written)
    }

    /// The deadline; `None` when it is unknown.
    pub fn deadline(self) -> Option<&'a Deadline> {
        self.fields.get("senast").and_then(Value::as_deadline)
    }

    /// Who is to do it.
    pub fn responsible(self) -> impl Iterator<Item = &'a Reference> {
        self.fields.references("ansvarig")
    }

    /// The person who answers for it, where one is named.
    pub fn person(self) -> Person<'a> {
        Person { fields: self.fields }
    }

    /// The log, oldest first.
    pub fn log(self) -> Log<'a> {
        Log { values: self.fields.list("logg") }
    }

    /// What its time asks to be said on `today`; see decision 2: nothing is called late by computation.
    pub fn time_notice(self, today: Date) -> Option<TimeNotice> {
        if self.status().is_closed() {
            return None;
        }
        let last_day = self.deadline().and_then(Deadline::last_day);
        let told = self.log().latest();
        match last_day {
            Some(last) if last < today && told.is_none_or(|told| told < last) => {
                Some(TimeNotice::PassedWithoutResult(last))
            }
            _ if self.status() == Status::Ongoing => {
                told.filter(|told| told.saturating_add(6.months()) < today).map(TimeNotice::SilentSince)
            }
            _ => None,
        }
    }
}

/// How many commitments have each status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    counts: [usize; Status::ALL.len()],
}

impl Progress {
    /// Counts one more.
    pub fn add(&mut self, status: Status) {
        let place = Status::ALL.iter().position(|known| *known == status).expect("ALL holds every status");
        self.counts[place] += 1;
    }

    /// Counts those of another as well.
    pub fn add_all(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
    }

    /// Statuses that occur, with their counts, in the order of `Status::ALL`.
    pub fn segments(&self) -> impl Iterator<Item = (Status, usize)> {
        Status::ALL.into_iter().zip(self.counts).filter(|(_, count)| *count > 0)
    }

    /// How many in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

impl FromIterator<Status> for Progress {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut progress = Self::default();
        for status in statuses {
            progress.add(status);
        }
        progress
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::DateValue;

    fn commitment(status: &str, deadline: Deadline, log: &[&str]) -> Fields {
        let mut fields = Fields::default();
        fields.set("status".into(), Value::Choice(status.into()));
        fields.set("senast".into(), Value::Deadline(deadline));
        let entries = log.iter().map(|date| {
            let mut entry = Fields::default();
            entry.set("datum".into(), Value::Date(DateValue::Day(date.parse().unwrap())));
            Value::Group(entry)
        });
        fields.set("logg".into(), Value::List(entries.collect()));
        fields
    }

    #[test]
    fn time_is_told_without_accusing() {
        let today: Date = "2026-11-22".parse().unwrap();
        let passed = || Deadline::Date(DateValue::Month(2020, 10));
        let end = "2020-10-31".parse().unwrap();
        for (status, deadline, log, notice) in [
            ("okänt", passed(), &[][..], Some(TimeNotice::PassedWithoutResult(end))),
            ("pågår", passed(), &["2020-03-01"][..], Some(TimeNotice::PassedWithoutResult(end))),
            ("delvis", passed(), &["2020-12-01"][..], None),
            ("klart", passed(), &["2020-03-01"][..], None),
            ("framflyttat", passed(), &[][..], None),
            (
                "pågår",
                Deadline::Continuous,
                &["2026-05-21"][..],
                Some(TimeNotice::SilentSince("2026-05-21".parse().unwrap())),
            ),
            ("pågår", Deadline::Continuous, &["2026-05-22"][..], None),
            ("okänt", Deadline::Continuous, &[][..], None),
            ("planerat", Deadline::Date(DateValue::Year(2026)), &[][..], None),
        ] {
            let fields = commitment(status, deadline, log);
            assert_eq!(Commitment { fields: &fields }.time_notice(today), notice, "{status} {log:?}");
        }
    }

    #[test]
    fn progress_counts_in_fixed_order() {
        let progress: Progress = [Status::Unknown, Status::Done, Status::Unknown].into_iter().collect();
        assert_eq!(progress.segments().collect::<Vec<_>>(), [(Status::Done, 1), (Status::Unknown, 2)]);
        assert_eq!(progress.total(), 3);
    }
}
