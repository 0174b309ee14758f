//! The vocabulary: nouns with their forms, compounds made of them, verbs, names of places. What sentences are made of it
//! is in `prose`. The words themselves stand in `words.txt`.

use super::rng::{Rng, Zipf};
use std::collections::HashMap;

/// Nouns that are compounds, and compounds that have three parts.
const COMPOUND: f64 = 0.38;
const THREE_PARTS: f64 = 0.035;

/// A noun: its stem and its declension, a row of `ENDINGS`.
#[derive(Debug, Clone)]
pub(crate) struct Noun {
    stem: String,
    declension: usize,
}

/// Singular, definite, plural, definite plural.
const ENDINGS: [[&str; 4]; 8] = [
    ["a", "an", "or", "orna"],
    ["e", "en", "ar", "arna"],
    ["", "en", "ar", "arna"],
    ["", "en", "er", "erna"],
    ["", "et", "", "en"],
    ["", "t", "n", "na"],
    ["are", "aren", "are", "arna"],
    ["else", "elsen", "elser", "elserna"],
];

/// The forms of a noun, as places in a row of `ENDINGS`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Singular,
    Definite,
    Plural,
    DefinitePlural,
}

impl Noun {
    pub(crate) fn form(&self, form: Form) -> String {
        format!("{}{}", self.stem, ENDINGS[self.declension][form as usize])
    }

    /// The articles of its gender: indefinite, definite.
    pub(crate) fn articles(&self) -> (&'static str, &'static str) {
        if matches!(self.declension, 4 | 5) { ("ett", "det") } else { ("en", "den") }
    }
}

/// All the words, and how often each is chosen.
pub(crate) struct Words {
    sections: HashMap<&'static str, Vec<&'static str>>,
    nouns: Vec<(&'static str, usize)>,
    heads: Vec<(&'static str, usize)>,
    noun: Zipf,
    head: Zipf,
    modifier: Zipf,
    verb: Zipf,
}

impl Words {
    pub(crate) fn new() -> Self {
        let text = include_str!("words.txt");
        let sections: HashMap<_, _> = text.split("\n[").skip(1).filter_map(section).collect();
        let (nouns, heads) = (declined(&sections["nouns"]), declined(&sections["heads"]));
        Self {
            noun: Zipf::new(nouns.len(), 0.85),
            head: Zipf::new(heads.len(), 0.8),
            modifier: Zipf::new(sections["modifiers"].len(), 0.8),
            verb: Zipf::new(sections["verbs"].len(), 0.9),
            sections,
            nouns,
            heads,
        }
    }

    /// The words of a section; the lines of `headings` and `sentences`.
    pub(crate) fn section(&self, name: &str) -> &[&'static str] {
        self.sections.get(name).map_or(&[], Vec::as_slice)
    }

    /// Any noun, often a compound.
    pub(crate) fn noun(&self, rng: &mut Rng) -> Noun {
        if rng.chance(COMPOUND) {
            return self.compound(rng);
        }
        let (stem, declension) = self.nouns[self.noun.rank(rng)];
        Noun { stem: stem.to_owned(), declension }
    }

    /// A noun of two parts or three. Each head has its own order among the modifiers, as in real words.
    pub(crate) fn compound(&self, rng: &mut Rng) -> Noun {
        let rank = self.head.rank(rng);
        let (head, declension) = self.heads[rank];
        let mut stem = String::new();
        if rng.chance(THREE_PARTS) {
            stem.push_str(self.modifier(rank + 7, rng));
        }
        stem.push_str(self.modifier(rank, rng));
        stem.push_str(head);
        Noun { stem, declension }
    }

    fn modifier(&self, order: usize, rng: &mut Rng) -> &'static str {
        let modifiers = self.section("modifiers");
        modifiers[(self.modifier.rank(rng) + order * 29) % modifiers.len()]
    }

    /// The stem of a verb.
    pub(crate) fn verb(&self, rng: &mut Rng) -> &'static str {
        self.section("verbs")[self.verb.rank(rng)]
    }

    /// An adjective in its plural and definite form.
    pub(crate) fn adjective(&self, rng: &mut Rng) -> String {
        let word = rng.pick(self.section("adjectives"));
        if word.ends_with('e') { (*word).to_owned() } else { format!("{word}a") }
    }

    /// How many places have names of their own.
    pub(crate) fn places(&self) -> usize {
        self.section("names").len() * self.section("name_ends").len()
    }

    /// The made-up place with this number.
    pub(crate) fn place(&self, number: usize) -> String {
        let (starts, ends) = (self.section("names"), self.section("name_ends"));
        // The step has no divisor in common with the number of places, so all are met once before any comes again.
        let place = number * 77 % self.places();
        format!("{}{}", starts[place / ends.len()], ends[place % ends.len()])
    }
}

fn section(text: &'static str) -> Option<(&'static str, Vec<&'static str>)> {
    let (name, words) = text.split_once("]\n")?;
    let words = match name {
        "sentences" => words.lines().collect(),
        "headings" => words.lines().flat_map(|line| line.split('|')).collect(),
        _ => words.split_whitespace().collect(),
    };
    Some((name, words))
}

fn declined(words: &[&'static str]) -> Vec<(&'static str, usize)> {
    let mut declension = 0;
    let mut nouns = Vec::new();
    for word in words {
        match word.strip_suffix(':').and_then(|digit| digit.parse::<usize>().ok()) {
            Some(digit) => declension = digit - 1,
            None => nouns.push((*word, declension)),
        }
    }
    // The list goes by declension; what is common must not.
    let step = 89;
    (0..nouns.len()).map(|rank| nouns[rank * step % nouns.len()]).collect()
}
