//! Terms of the glossary, and where a text uses them: whole words, with Swedish endings, and abbreviations as written.

use std::collections::{HashMap, HashSet};

/// Endings that an ordinary word may have and still be the same term.
const ENDINGS: &[&str] = &[
    "n", "s", "et", "en", "ar", "or", "er", "na", "ns", "ets", "ens", "ars", "ors", "ers", "nas", "arna", "orna",
    "erna",
];
/// Shorter words are too easily another word with an ending.
const SHORTEST_STEM: usize = 4;

/// A word that the glossary explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word or words.
    pub word: String,
    /// The page that explains it.
    pub url: String,
    /// The explanation in one sentence of plain text.
    pub explanation: String,
}

/// The terms of a site.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    terms: Vec<Term>,
    /// Places of terms by their first word as it is looked up, the longest term first.
    by_word: HashMap<String, Vec<usize>>,
    /// The two letters that first words begin with: most words of a text begin otherwise, and need no closer look.
    beginnings: HashSet<Beginning>,
}

/// The first two letters of a word, in lower case.
type Beginning = (Option<char>, Option<char>);

/// A term met in a text.
pub(super) struct Met<'t> {
    pub(super) place: usize,
    pub(super) term: &'t Term,
    /// Length of what was written, in bytes.
    pub(super) length: usize,
}

impl Terms {
    /// Makes the terms ready for use. Of two terms with one word the first counts.
    pub fn new(terms: Vec<Term>) -> Self {
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, term) in terms.iter().enumerate() {
            if let Some(first) = words(&term.word).first() {
                by_word.entry(first.to_lowercase()).or_default().push(place);
            }
        }
        for places in by_word.values_mut() {
            places.sort_by_key(|place| (std::cmp::Reverse(terms[*place].word.len()), *place));
        }
        let beginnings = by_word.keys().map(|word| beginning(word)).collect();
        Self { terms, by_word, beginnings }
    }

    /// The places of the terms that one page explains.
    pub(super) fn places_of<'a>(&'a self, url: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.terms.iter().enumerate().filter(move |(_, term)| term.url == url).map(|(place, _)| place)
    }

    /// The term that begins at the start of `text`, which must be the start of a word.
    pub(super) fn at<'t>(&'t self, text: &str, seen: &HashSet<usize>) -> Option<Met<'t>> {
        if !self.beginnings.contains(&beginning(text)) {
            return None;
        }
        let first = &text[..word_length(text)];
        let lower = first.to_lowercase();
        let stems = ENDINGS.iter().filter_map(|ending| lower.strip_suffix(ending));
        let places = std::iter::once(lower.as_str()).chain(stems).filter_map(|stem| self.by_word.get(stem)).flatten();
        let met = places.filter(|place| !seen.contains(place)).filter_map(|place| {
            let term = &self.terms[*place];
            Some(Met { place: *place, term, length: matches(&term.word, text)? })
        });
        met.max_by_key(|met| (met.length, std::cmp::Reverse(met.place)))
    }
}

fn beginning(text: &str) -> Beginning {
    let mut letters = text.chars().take_while(|sign| is_of_word(*sign)).flat_map(char::to_lowercase);
    (letters.next(), letters.next())
}

/// The length of what `text` begins with, if that is the term; any white space stands between its words.
fn matches(term: &str, text: &str) -> Option<usize> {
    let wanted = words(term);
    let mut rest = text;
    for (index, wanted_word) in wanted.iter().enumerate() {
        if index > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        let length = word_length(rest);
        let last = index + 1 == wanted.len();
        if !same_word(wanted_word, &rest[..length], last) {
            return None;
        }
        rest = &rest[length..];
    }
    Some(text.len() - rest.len())
}

fn same_word(wanted: &str, written: &str, may_end: bool) -> bool {
    // A capital beyond the first letter makes an abbreviation or a name, which has one form only.
    if wanted.chars().skip(1).any(char::is_uppercase) || wanted.chars().count() == 1 {
        return wanted == written;
    }
    let (wanted, lower) = (wanted.to_lowercase(), written.to_lowercase());
    let shouted = written.chars().count() > 1 && written.chars().skip(1).any(char::is_uppercase);
    let ending = lower.strip_prefix(&*wanted).filter(|_| !shouted);
    ending.is_some_and(|ending| {
        ending.is_empty() || (may_end && wanted.chars().count() >= SHORTEST_STEM && ENDINGS.contains(&ending))
    })
}

/// The words of a term: runs of letters, digits and hyphens.
fn words(text: &str) -> Vec<&str> {
    text.split(|sign: char| !is_of_word(sign)).filter(|word| !word.is_empty()).collect()
}

pub(super) fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}

pub(super) fn word_length(text: &str) -> usize {
    text.find(|sign: char| !is_of_word(sign)).unwrap_or(text.len())
}
