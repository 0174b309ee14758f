//! Steps: what to do, and when. The words of the fields stand in `parse/shapes/steps.yaml`.
//! A step on the way to a value is something else: `walk::Step`.

use super::value::{Fields, Reference};

/// When a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    /// Now: somebody is in danger.
    Emergency,
    /// Right after.
    Direct,
    /// Later, to follow up.
    FollowUp,
}

impl When {
    /// Every time, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::Direct, Self::FollowUp];

    /// The time that a written word means.
    pub fn written(word: &str) -> Option<Self> {
        match word {
            "akut" => Some(Self::Emergency),
            "direkt" => Some(Self::Direct),
            "uppföljning" => Some(Self::FollowUp),
            _ => None,
        }
    }

    /// The name that views and texts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Emergency => "acute",
            Self::Direct => "direct",
            Self::FollowUp => "follow_up",
        }
    }
}

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Step<'a> {
    /// The anchor, unique in the document.
    pub fn id(self) -> Option<&'a str> {
        self.fields.text("id")
    }

    /// When it is taken; `None` where nobody has told.
    pub fn when(self) -> Option<When> {
        self.fields.text("när").and_then(When::written)
    }

    /// What to do, as Markdown.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// Whom to turn to.
    pub fn contact(self) -> Option<&'a Reference> {
        self.fields.references("kontakt").next()
    }

    /// Whether it is national advice, and not a step of the municipality's own.
    pub fn is_national(self) -> bool {
        self.fields.is_yes("nationellt")
    }

    /// Whether it is told what to do; a step that is known to exist may still be unpublished.
    pub fn is_published(self) -> bool {
        self.text().is_some()
    }
}

/// Steps by when they are taken, in the order of `When::ALL`, each group in the order in which it is written.
/// Times without steps are left out, and so are steps without a time.
pub fn by_time<'a>(steps: impl Iterator<Item = Step<'a>>) -> Vec<(When, Vec<Step<'a>>)> {
    let steps: Vec<Step<'a>> = steps.collect();
    let at = |when| steps.iter().copied().filter(move |step| step.when() == Some(when)).collect::<Vec<_>>();
    When::ALL.into_iter().map(|when| (when, at(when))).filter(|(_, steps)| !steps.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    #[test]
    fn every_time_has_one_word() {
        let read = ["akut", "direkt", "uppföljning"].map(When::written);
        assert_eq!(read, When::ALL.map(Some));
        assert_eq!(When::written("sedan"), None);
    }

    #[test]
    fn an_emergency_comes_first() {
        let step = |id: &str, when: &str| {
            Fields::from_iter([("id", Value::Text(id.into())), ("när", Value::Choice(when.into()))])
        };
        let written = [step("a", "uppföljning"), step("b", "akut"), step("c", "uppföljning"), Fields::default()];
        let groups = by_time(written.iter().map(|fields| Step { fields }));
        let groups: Vec<_> =
            groups.into_iter().map(|(when, steps)| (when, steps.into_iter().filter_map(Step::id).collect())).collect();
        assert_eq!(groups, [(When::Emergency, vec!["b"]), (When::FollowUp, vec!["a", "c"])]);
    }

    #[test]
    fn a_step_may_be_unpublished() {
        for (values, is_published, is_national) in [
            (vec![("text", Value::Prose("Ring 112.".into())), ("nationellt", Value::Bool(true))], true, true),
            (vec![("text", Value::Unknown), ("nationellt", Value::Unknown)], false, false),
            (vec![], false, false),
        ] {
            let fields = Fields::from_iter(values);
            let step = Step { fields: &fields };
            assert_eq!((step.is_published(), step.is_national()), (is_published, is_national), "{fields:?}");
        }
    }
}
