//! Questions of a survey and how they were answered. The words of the fields stand in `parse/shapes/questions.yaml`.

use super::value::Fields;

/// A question as it was put.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

/// What the shares of a question's answers make together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shares {
    /// No share is told.
    Untold,
    /// All of them: 99 to 101 percent, as rounded shares make.
    Whole,
    /// This much, in percent: some answers are not published.
    Partial(f64),
    /// More than all, in percent: several answers could be given.
    Overlapping(f64),
}

impl<'a> Question<'a> {
    /// The anchor, unique in the document.
    pub fn id(self) -> Option<&'a str> {
        self.fields.text("id")
    }

    /// The question.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// The answers, in the order in which they are written.
    pub fn answers(self) -> impl Iterator<Item = Answer<'a>> {
        self.fields.groups("svar").map(|fields| Answer { fields })
    }

    /// What the reader needs to know of it, as Markdown.
    pub fn note(self) -> Option<&'a str> {
        self.fields.text("not")
    }

    /// What the shares that are told make together.
    pub fn shares(self) -> Shares {
        if self.answers().all(|answer| answer.percent().is_none()) {
            return Shares::Untold;
        }
        let total: f64 = self.answers().filter_map(Answer::percent).sum();
        match total {
            total if total < 99.0 => Shares::Partial(total),
            total if total > 101.0 => Shares::Overlapping(total),
            _ => Shares::Whole,
        }
    }
}

/// An answer that could be given.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Answer<'a> {
    /// The answer.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// How many gave it, in percent of those who answered.
    pub fn percent(self) -> Option<f64> {
        self.fields.number("andel")
    }

    /// How many gave it.
    pub fn count(self) -> Option<f64> {
        self.fields.number("antal")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    #[test]
    fn shares_add_up_or_not() {
        let told = Some;
        for (percents, shares) in [
            (vec![], Shares::Untold),
            (vec![None, None], Shares::Untold),
            (vec![told(62.5), told(37.5)], Shares::Whole),
            (vec![told(33.0), told(33.0), told(33.0)], Shares::Whole),
            (vec![told(50.5), told(50.5)], Shares::Whole),
            (vec![told(62.5), told(25.0), None], Shares::Partial(87.5)),
            (vec![told(0.0)], Shares::Partial(0.0)),
            (vec![told(80.0), told(70.0)], Shares::Overlapping(150.0)),
        ] {
            let answer = |percent: &Option<f64>| {
                let value = percent.map_or(Value::Unknown, Value::Number);
                Value::Group(Fields::from_iter([("andel", value)]))
            };
            let fields = Fields::from_iter([("svar", Value::List(percents.iter().map(answer).collect()))]);
            assert_eq!(Question { fields: &fields }.shares(), shares, "{percents:?}");
        }
    }

    #[test]
    fn an_answer_may_tell_only_its_count() {
        let fields = Fields::from_iter([("text", Value::Text("Ja".into())), ("antal", Value::Number(125.0))]);
        let answer = Answer { fields: &fields };
        assert_eq!((answer.text(), answer.percent(), answer.count()), (Some("Ja"), None, Some(125.0)));
    }
}
