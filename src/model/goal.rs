//! Goals: what is to be reached, and the sub-goals on the way, each with a time of its own.
//! A sub-goal is told of like a commitment; the words of the fields stand in `parse/shapes/goals.yaml`.

use super::{
    commitment::{Commitment, Progress},
    deadline::Deadline,
    value::{Fields, Value},
};

/// A goal of a document.
#[derive(Debug, Clone, Copy)]
pub struct Goal<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Goal<'a> {
    /// The anchor, unique in the document.
    pub fn id(self) -> &'a str {
        self.fields.text("id").unwrap_or_default()
    }

    /// What is to be reached, as Markdown.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// By when; `None` when it is unknown or not told.
    pub fn deadline(self) -> Option<&'a Deadline> {
        self.fields.get("senast").and_then(Value::as_deadline)
    }

    /// The sub-goals, in the order in which they are written; their time asks for notices as commitments' does.
    pub fn sub_goals(self) -> impl Iterator<Item = Commitment<'a>> {
        self.fields.groups("delmål").map(|fields| Commitment { fields })
    }

    /// How far the sub-goals have come.
    pub fn progress(self) -> Progress {
        self.sub_goals().map(Commitment::status).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{commitment::TimeNotice, date::DateValue, status::Status};

    #[test]
    fn sub_goals_are_told_of_like_commitments() {
        let today = "2026-11-22".parse().unwrap();
        let sub = |status: &str, year| {
            let deadline = Value::Deadline(Deadline::Date(DateValue::Year(year)));
            let values = [("status", Value::Choice(status.into())), ("senast", deadline)];
            Value::Group(Fields::from_iter(values))
        };
        let list = Value::List(vec![sub("klart", 2025), sub("pågår", 2025), sub("planerat", 2026)]);
        let fields = Fields::from_iter([
            ("id", Value::Text("ljus".into())),
            ("senast", Value::Deadline(Deadline::Continuous)),
            ("delmål", list),
        ]);
        let goal = Goal { fields: &fields };
        let passed = TimeNotice::PassedWithoutResult("2025-12-31".parse().unwrap());
        let notices: Vec<_> = goal.sub_goals().map(|sub| sub.time_notice(today)).collect();
        assert_eq!(notices, [None, Some(passed), None]);
        let progress: Vec<_> = goal.progress().segments().collect();
        assert_eq!(progress, [(Status::Done, 1), (Status::Ongoing, 1), (Status::Planned, 1)]);
        assert_eq!((goal.id(), goal.deadline()), ("ljus", Some(&Deadline::Continuous)));
    }

    #[test]
    fn a_goal_may_stand_alone() {
        let fields = Fields::from_iter([("senast", Value::Unknown)]);
        let goal = Goal { fields: &fields };
        assert_eq!((goal.id(), goal.text(), goal.deadline()), ("", None, None));
        assert_eq!((goal.sub_goals().count(), goal.progress().total()), (0, 0));
    }
}
