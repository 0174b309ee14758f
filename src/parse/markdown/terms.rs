//! Terms of the glossary, and where a text uses them: whole words, with Swedish endings, and abbreviations as written.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

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
    by_word: FxHashMap<String, Vec<usize>>,
    beginnings: Beginnings,
}

/// A term met in a text.
pub(super) struct Met<'t> {
    pub(super) place: usize,
    pub(super) term: &'t Term,
    /// Where it stands in the text, in bytes.
    pub(super) span: Range<usize>,
}

impl Terms {
    /// Makes the terms ready for use. Of two terms with one word the first counts.
    pub fn new(terms: Vec<Term>) -> Self {
        let mut by_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (place, term) in terms.iter().enumerate() {
            if let Some(first) = words(&term.word).first() {
                by_word.entry(first.to_lowercase()).or_default().push(place);
            }
        }
        for places in by_word.values_mut() {
            places.sort_by_key(|place| (std::cmp::Reverse(terms[*place].word.len()), *place));
        }
        let mut beginnings = Beginnings::default();
        by_word.keys().for_each(|word| beginnings.add(word));
        Self { terms, by_word, beginnings }
    }

    /// The places of the terms that one page explains.
    pub(super) fn places_of<'a>(&'a self, url: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.terms.iter().enumerate().filter(move |(_, term)| term.url == url).map(|(place, _)| place)
    }

    /// The first term of a text that has not been seen; the text begins where a word may.
    pub(super) fn first<'t>(&'t self, text: &str, seen: &FxHashSet<usize>) -> Option<Met<'t>> {
        if self.terms.is_empty() {
            return None;
        }
        let mut place = 0;
        while place < text.len() {
            let rest = &text[place..];
            let length = word_length(rest);
            if length == 0 {
                place += gap_length(rest);
                continue;
            }
            let word = &rest[..length];
            if self.beginnings.may_have(word)
                && let Some((term, length)) = self.at(rest, word, seen)
            {
                return Some(Met { place: term, term: &self.terms[term], span: place..place + length });
            }
            place += length;
        }
        None
    }

    /// The term that `text` begins with, whose first word is there, and its length.
    fn at(&self, text: &str, word: &str, seen: &FxHashSet<usize>) -> Option<(usize, usize)> {
        let lower = word.to_lowercase();
        let stems = ENDINGS.iter().filter_map(|ending| lower.strip_suffix(ending));
        let places = std::iter::once(lower.as_str()).chain(stems).filter_map(|stem| self.by_word.get(stem)).flatten();
        let met = places
            .filter(|place| !seen.contains(place))
            .filter_map(|place| Some((*place, matches(&self.terms[*place].word, text)?)));
        met.max_by_key(|(place, length)| (*length, std::cmp::Reverse(*place)))
    }
}

/// The two letters that words begin with: most words of a text begin otherwise, and need no closer look.
#[derive(Debug, Clone, Default)]
struct Beginnings {
    /// A bit for each pair of signs below U+0100; none while there is no word.
    pairs: Vec<u64>,
}

impl Beginnings {
    fn add(&mut self, word: &str) {
        self.pairs.resize(0x1_0000 / 64, 0);
        if let Some(pair) = pair(word) {
            self.pairs[pair / 64] |= 1 << (pair % 64);
        }
    }

    /// Whether one of the words may begin as this one does; of rare letters nothing is known.
    fn may_have(&self, word: &str) -> bool {
        pair(word).is_none_or(|pair| self.pairs.get(pair / 64).is_some_and(|bits| bits >> (pair % 64) & 1 == 1))
    }
}

/// A number for the first two letters of a word in lower case; `None` where one is beyond U+00FF.
fn pair(word: &str) -> Option<usize> {
    let mut signs = word.chars();
    let mut next = || match signs.next() {
        Some(sign @ 'A'..='Z') | Some(sign @ 'À'..='Þ') => u8::try_from(u32::from(sign)).ok().map(|sign| sign + 0x20),
        Some(sign) => u8::try_from(u32::from(sign)).ok(),
        None => Some(0),
    };
    Some(usize::from(next()?) << 8 | usize::from(next()?))
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

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}

fn word_length(text: &str) -> usize {
    // Most letters are one byte; `å`, `ä` and `ö` come next.
    let bytes = text.as_bytes();
    let mut place = 0;
    while let Some(byte) = bytes.get(place) {
        place += match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => 1,
            0..0x80 => break,
            0xC3 if !matches!(bytes.get(place + 1), Some(0x97 | 0xB7)) => 2,
            _ => match text[place..].chars().next().filter(|sign| is_of_word(*sign)) {
                Some(sign) => sign.len_utf8(),
                None => break,
            },
        };
    }
    place
}

/// How far it is to the next word.
fn gap_length(text: &str) -> usize {
    text.find(is_of_word).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{gap_length, is_of_word, pair, word_length};

    proptest::proptest! {
        #[test]
        fn words_and_gaps_by_bytes(text in "[a-zÅäÖ×÷éΩß0-9 .,–-]{0,6}") {
            let end = |wanted: bool| text.find(|sign| is_of_word(sign) == wanted).unwrap_or(text.len());
            proptest::prop_assert_eq!((word_length(&text), gap_length(&text)), (end(false), end(true)));
        }

        #[test]
        fn beginnings_do_not_depend_on_capitals(word in "[a-zåäö]{1,3}") {
            proptest::prop_assert_eq!(pair(&word), pair(&word.to_uppercase()));
        }
    }
}
