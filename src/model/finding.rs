//! Findings of an audit and what those audited have answered. The words of the fields stand in
//! `parse/shapes/findings.yaml`.

use super::{
    date::DateValue,
    value::{Fields, Reference},
};

/// What kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FindingKind {
    /// Something that may go wrong.
    Risk,
    /// Something that the auditors ask for.
    Recommendation,
    /// What the auditors conclude.
    Conclusion,
}

impl FindingKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Risk, Self::Recommendation, Self::Conclusion];

    /// The kind that a written word means.
    pub fn written(word: &str) -> Option<Self> {
        match word {
            "risk" => Some(Self::Risk),
            "rekommendation" => Some(Self::Recommendation),
            "slutsats" => Some(Self::Conclusion),
            _ => None,
        }
    }

    /// The name that texts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Recommendation => "recommendation",
            Self::Conclusion => "conclusion",
        }
    }
}

/// What those who answer a finding say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerStatus {
    /// They are at work on it.
    Ongoing,
    /// It is mended.
    Mended,
    /// They do not agree, or will not.
    Rejected,
    /// Written `okänt`: nobody has told.
    Unknown,
}

impl AnswerStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Ongoing, Self::Mended, Self::Rejected, Self::Unknown];

    /// The status that a written word means.
    pub fn written(word: &str) -> Option<Self> {
        match word {
            "pågår" => Some(Self::Ongoing),
            "åtgärdad" => Some(Self::Mended),
            "avvisad" => Some(Self::Rejected),
            _ => None,
        }
    }

    /// The name that views use, the same as for a commitment that is told of in that way.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ongoing => "ongoing",
            Self::Mended => "done",
            Self::Rejected => "stopped",
            Self::Unknown => "unknown",
        }
    }

    /// How it is coloured: `good`, `info`, `bad` or `none`.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Ongoing => "info",
            Self::Mended => "good",
            Self::Rejected => "bad",
            Self::Unknown => "none",
        }
    }
}

/// A finding.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Finding<'a> {
    /// The anchor, unique in the document.
    pub fn id(self) -> Option<&'a str> {
        self.fields.text("id")
    }

    /// What kind it is; `None` where nobody has told.
    pub fn kind(self) -> Option<FindingKind> {
        self.fields.text("slag").and_then(FindingKind::written)
    }

    /// What it is about.
    pub fn about(self) -> impl Iterator<Item = &'a Reference> {
        self.fields.references("om")
    }

    /// The answers, in the order in which they are written.
    pub fn answers(self) -> impl Iterator<Item = FindingAnswer<'a>> {
        self.fields.groups("svar").map(|fields| FindingAnswer { fields })
    }

    /// Whether an answer is published.
    pub fn is_answered(self) -> bool {
        self.answers().next().is_some()
    }
}

/// An answer to a finding.
#[derive(Debug, Clone, Copy)]
pub struct FindingAnswer<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> FindingAnswer<'a> {
    /// What was answered, as Markdown.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// When.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("datum")
    }

    /// What became of it; `None` where the answer says nothing of it.
    pub fn status(self) -> Option<AnswerStatus> {
        if self.fields.is_unknown("status") {
            return Some(AnswerStatus::Unknown);
        }
        self.fields.text("status").and_then(AnswerStatus::written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    #[test]
    fn every_kind_and_status_has_one_word() {
        assert_eq!(["risk", "rekommendation", "slutsats"].map(FindingKind::written), FindingKind::ALL.map(Some));
        let written = ["pågår", "åtgärdad", "avvisad"].map(|word| AnswerStatus::written(word).unwrap());
        assert_eq!(written[..], AnswerStatus::ALL[..3], "the fourth is what nobody has told");
        assert_eq!((FindingKind::written("okänt"), AnswerStatus::written("klart")), (None, None));
        assert!(FindingKind::Risk < FindingKind::Recommendation, "risks come first");
    }

    #[test]
    fn answered_when_an_answer_is_published() {
        let answer = |status: Value| Value::List(vec![Value::Group(Fields::from_iter([("status", status)]))]);
        for (values, is_answered, status) in [
            (vec![], false, None),
            (vec![("svar", Value::Unknown)], false, None),
            (vec![("svar", Value::List(Vec::new()))], false, None),
            (vec![("svar", answer(Value::Unknown))], true, Some(AnswerStatus::Unknown)),
            (vec![("svar", answer(Value::Choice("åtgärdad".into())))], true, Some(AnswerStatus::Mended)),
        ] {
            let fields = Fields::from_iter(values);
            let finding = Finding { fields: &fields };
            assert_eq!(finding.is_answered(), is_answered, "{fields:?}");
            assert_eq!(finding.answers().find_map(FindingAnswer::status), status, "{fields:?}");
        }
    }
}
