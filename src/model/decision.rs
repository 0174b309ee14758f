//! Decisions: who decided, when, and where it can be read. The words of the fields stand in `parse/shapes/decision.yaml`.

use super::{
    date::DateValue,
    value::{Fields, Reference},
};

/// A decision of a body.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// The fields of the group.
    pub fields: &'a Fields,
}

impl<'a> Decision<'a> {
    /// Who decided: the only reference that a decision has.
    pub fn body(self) -> Option<&'a Reference> {
        self.fields.iter().find_map(|(_, value)| value.as_reference())
    }

    /// When it was decided.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("datum")
    }

    /// The section of the minutes, as it is written there: `§ 112`.
    pub fn section(self) -> Option<&'a str> {
        self.fields.text("paragraf")
    }

    /// The number of the matter in the register of the body.
    pub fn registration_number(self) -> Option<&'a str> {
        self.fields.text("diarienummer")
    }

    /// The address of the minutes on the web.
    pub fn minutes(self) -> Option<&'a str> {
        self.fields.text("protokoll")
    }

    /// Whether it is known when it was decided.
    pub fn is_dated(self) -> bool {
        self.date().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    #[test]
    fn as_much_as_is_told() {
        let whole = Fields::from_iter([
            ("organ", Value::Reference(Reference::new("aktorer/namnden").into())),
            ("datum", Value::Date(DateValue::Month(2021, 6))),
            ("paragraf", Value::Text("§ 112".into())),
            ("diarienummer", Value::Text("KS 2021/12".into())),
            ("protokoll", Value::Url("https://example.org/protokoll".into())),
        ]);
        let decision = Decision { fields: &whole };
        assert_eq!(decision.body(), Some(&Reference::new("aktorer/namnden")));
        assert_eq!((decision.section(), decision.registration_number()), (Some("§ 112"), Some("KS 2021/12")));
        assert_eq!(decision.minutes(), Some("https://example.org/protokoll"));
        assert_eq!(decision.date(), Some(DateValue::Month(2021, 6)));
        for (values, is_dated) in [
            (vec![("datum", Value::Date(DateValue::Year(2021)))], true),
            (vec![("datum", Value::Unknown), ("organ", Value::Unknown)], false),
            (vec![], false),
        ] {
            let fields = Fields::from_iter(values);
            let decision = Decision { fields: &fields };
            assert_eq!((decision.is_dated(), decision.body()), (is_dated, None), "{fields:?}");
        }
    }
}
