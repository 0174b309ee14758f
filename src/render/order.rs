//! Sorting as Swedish does it: å, ä and ö last, ü as y. Sole owner of icu.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::cmp::Ordering;

/// Compares texts in Swedish order.
pub(super) struct Order(CollatorBorrowed<'static>);

impl Order {
    /// The Swedish order, from data that the program carries.
    pub(super) fn swedish() -> Self {
        let collator = Collator::try_new(locale!("sv").into(), CollatorOptions::default());
        Self(collator.expect("the data of Swedish is compiled in"))
    }

    /// Which of two texts comes first.
    pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }

    /// The place of each text among all of them; texts that are equal have the same one.
    pub(super) fn places<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<u32> {
        let key = |text: &str| {
            let mut key = Vec::new();
            let Ok(()) = self.0.write_sort_key_to(text, &mut key);
            key
        };
        let mut keys: Vec<(Vec<u8>, usize)> = texts.enumerate().map(|(at, text)| (key(text), at)).collect();
        keys.sort_unstable();
        let mut places = vec![0; keys.len()];
        let mut place = 0;
        for (at, (key, text)) in keys.iter().enumerate() {
            place += u32::from(at > 0 && *key != keys[at - 1].0);
            places[*text] = place;
        }
        places
    }

    /// The letter that a text is found under from A to Ö: digits under `0–9`, accents under their letter.
    pub(super) fn letter(&self, text: &str) -> String {
        let first = text.chars().find(|character| character.is_alphanumeric()).unwrap_or('#');
        if first.is_numeric() {
            return "0–9".into();
        }
        let upper: String = first.to_uppercase().collect();
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ".chars().rev().map(String::from);
        let mut below = letters.filter(|letter| self.0.compare(letter, &upper) != Ordering::Greater);
        below.next().unwrap_or(upper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_come_last() {
        let order = Order::swedish();
        let mut names =
            vec!["Örebro", "Ängelholm", "Åmål", "Arvika", "Växjö", "Wålberga", "Vadstena", "Zinkgruvan", "Ystad"];
        names.sort_by(|a, b| order.compare(a, b));
        assert_eq!(
            names,
            ["Arvika", "Vadstena", "Växjö", "Wålberga", "Ystad", "Zinkgruvan", "Åmål", "Ängelholm", "Örebro"]
        );
    }

    #[test]
    fn places_are_those_of_the_order() {
        let order = Order::swedish();
        let names = ["Örebro", "Åmål", "åmål", "Arvika", "Åmål", "Ångström", "", "112", "Vaxjo", "Växjö", "Wålberga"];
        let places = order.places(names.into_iter());
        for (a, place) in names.iter().zip(&places) {
            for (b, other) in names.iter().zip(&places) {
                assert_eq!(place.cmp(other), order.compare(a, b), "{a} and {b}");
            }
        }
    }

    #[test]
    fn letters_of_the_list() {
        let order = Order::swedish();
        for (text, letter) in [("112", "0–9"), ("åtagande", "Å"), ("Éva", "E"), ("ändring", "Ä"), ("” Trygg”", "T")]
        {
            assert_eq!(order.letter(text), letter, "{text}");
        }
    }
}
