//! Members of a body, and persons: a name is published only with a basis, and only for as long as it says.
//! That an editor is told of names without a basis is done in `check::people`.

use super::{
    date::DateValue,
    field::Field,
    value::{Fields, Reference},
};
use jiff::civil::Date;

/// The keys under which a name stands.
const NAMES: [&str; 2] = ["person", "namn"];

/// The keys that are for editors alone: on what basis the name stands there, and until when.
const INTERNAL: [&str; 2] = ["grund", "ta_bort_efter"];

/// A member of a body.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Member<'a> {
    /// What the member is: `Ordförande`.
    pub fn role(self) -> Option<&'a str> {
        self.fields.text("roll")
    }

    /// Whom the member comes from.
    pub fn organisation(self) -> Option<&'a Reference> {
        self.fields.references("organisation").next()
    }

    /// Who it is.
    pub fn person(self) -> Person<'a> {
        Person { fields: self.fields }
    }
}

/// Somebody who is named, in any group that also tells the basis for it.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// The fields of the group.
    pub fields: &'a Fields,
}

impl<'a> Person<'a> {
    /// The person that a group with these declared fields may name; `None` where the group is about something else.
    pub fn of(fields: &'a Fields, declared: &[Field]) -> Option<Self> {
        declared.iter().any(|field| &*field.key == INTERNAL[0]).then_some(Self { fields })
    }

    /// The key that the name stands under.
    pub fn key(self) -> Option<&'static str> {
        NAMES.into_iter().find(|key| self.fields.text(key).is_some())
    }

    /// The name as it is written. What is published is `shown_name`.
    pub fn name(self) -> Option<&'a str> {
        self.fields.text(self.key()?)
    }

    /// The legal basis for naming.
    pub fn basis(self) -> Option<&'a str> {
        self.fields.text(INTERNAL[0])
    }

    /// After which day the name is to be gone; `None` where no day is told.
    pub fn remove_after(self) -> Option<DateValue> {
        self.fields.date(INTERNAL[1])
    }

    /// Whether the last day on which the name may be shown lies before `today`.
    pub fn has_expired(self, today: Date) -> bool {
        self.remove_after().is_some_and(|date| date.last_day() < today)
    }

    /// Whether the name may be shown: there is a basis for it, and the time has not run out.
    pub fn is_shown(self, today: Date) -> bool {
        self.basis().is_some() && !self.has_expired(today)
    }

    /// The name, on the days when it may be shown.
    pub fn shown_name(self, today: Date) -> Option<&'a str> {
        self.name().filter(|_| self.is_shown(today))
    }

    /// Whether a page must keep silent about the field of the group: what is for editors, and a name out of time.
    pub fn hides(self, key: &str, today: Date) -> bool {
        INTERNAL.contains(&key) || (self.key() == Some(key) && !self.is_shown(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{field::FieldType, value::Value};

    fn person(key: &'static str, basis: Value, remove_after: Option<DateValue>) -> Fields {
        let until = remove_after.map(|date| ("ta_bort_efter", Value::Date(date)));
        let named = [(key, Value::Text("Förnamn Efternamn".into())), ("grund", basis)];
        Fields::from_iter(named.into_iter().chain(until))
    }

    #[test]
    fn named_with_a_basis_and_for_a_time() {
        let today = "2026-11-22".parse().unwrap();
        let basis = || Value::Text("Offentligt uppdrag".into());
        let day = |text: &str| Some(DateValue::Day(text.parse().unwrap()));
        for key in NAMES {
            for (basis, remove_after, is_shown) in [
                (basis(), None, true),
                (basis(), day("2026-11-22"), true),
                (basis(), day("2026-11-21"), false),
                (basis(), Some(DateValue::Month(2026, 11)), true),
                (basis(), Some(DateValue::Year(2025)), false),
                (Value::Unknown, None, false),
                (Value::Unknown, day("2027-01-01"), false),
            ] {
                let fields = person(key, basis, remove_after);
                let person = Person { fields: &fields };
                assert_eq!(person.shown_name(today).is_some(), is_shown, "{fields:?}");
                assert_eq!(person.hides(key, today), !is_shown, "{fields:?}");
                assert!(person.hides("grund", today) && person.hides("ta_bort_efter", today));
                assert!(!person.hides("roll", today), "the role stays when the name goes");
            }
        }
    }

    #[test]
    fn an_unknown_name_is_no_secret() {
        let fields = Fields::from_iter([("person", Value::Unknown)]);
        let person = Member { fields: &fields }.person();
        assert_eq!(person.name(), None);
        assert!(!person.hides("person", "2026-11-22".parse().unwrap()), "it shows as missing");
    }

    #[test]
    fn a_group_without_a_basis_names_nobody() {
        let fields = Fields::from_iter([("namn", Value::Text("Torget".into()))]);
        let declared = ["namn", "adress"].map(|key| Field::new(key, FieldType::Text));
        assert!(Person::of(&fields, &declared).is_none());
        let declared = ["namn", "grund"].map(|key| Field::new(key, FieldType::Text));
        assert_eq!(Person::of(&fields, &declared).and_then(Person::name), Some("Torget"));
    }
}
