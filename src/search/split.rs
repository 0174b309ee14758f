//! Compounds taken apart: `trygghetsvandring` is found by who looks for `trygghet` or `vandring`. Words come from a list
//! that the site carries and from the site's own titles. `client.js` splits what is typed in the same way, with the words
//! that the index tells it.

use super::{
    letters::words,
    remembered::{Key, key},
    stem::stem,
    stop::is_stop,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// The fewest letters of a part.
const SHORTEST: usize = 3;
/// Words with more letters are no words.
const LONGEST: usize = 60;
/// What each part costs: fewer parts are better.
const PART: u32 = 10;
/// What each letter costs that a part has less than five.
const SHORT: u32 = 3;
/// What a part costs more that only the site's titles know.
const OWN: u32 = 6;
/// Words of titles with fewer letters are no parts: `kom` is none of `kommun`.
const SHORTEST_OWN: usize = 5;

/// The words that compounds are made of.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// By stem, for the last part, which is inflected as the whole: what it costs, and a word that has the stem.
    last: FxHashMap<String, (u32, String)>,
    /// By the form that stands before another part: what it costs, and the stem.
    before: FxHashMap<String, (u32, String)>,
    /// Stems of words that look like compounds and are none.
    whole: FxHashSet<String>,
    /// The words that have been added: a site's titles say the same again and again.
    added: FxHashSet<String>,
    /// Stands for all of it: a sum, as the order in which words are added matters only where the sum tells of it.
    sum: u128,
}

impl Lexicon {
    /// A lexicon of the words that may be parts, and of those that are never split.
    pub fn new<'w>(parts: impl Iterator<Item = &'w str>, whole: impl Iterator<Item = &'w str>) -> Self {
        let mut lexicon = Self { whole: whole.map(stem).collect(), ..Self::default() };
        lexicon.sum = lexicon.whole.iter().map(|stem| told("whole", &[stem])).fold(0, u128::wrapping_add);
        parts.filter(|word| word.chars().count() >= SHORTEST).for_each(|word| lexicon.add(word, 0));
        lexicon
    }

    /// Adds the words of a text of the site's own; they are parts where no carried word fits better.
    pub fn extend_with(&mut self, text: &str) {
        words(text, |word| {
            if word.text.chars().count() >= SHORTEST_OWN && !is_stop(word.text) {
                self.add(word.text, OWN);
            }
        });
    }

    /// Stands for the lexicon: no other splits words in the same way.
    pub(super) fn key(&self) -> Key {
        self.sum.to_le_bytes()
    }

    fn add(&mut self, word: &str, cost: u32) {
        if self.added.contains(word) {
            return;
        }
        self.added.insert(word.to_owned());
        let stem = stem(word);
        let kind = if self.last.contains_key(&stem) { "part" } else { "first" };
        self.sum = self.sum.wrapping_add(told(kind, &[word, &cost.to_string()]));
        self.last.entry(stem.clone()).or_insert_with(|| (cost, word.to_owned()));
        for (form, link) in modifiers(word) {
            let cost = cost + link;
            let known = self.before.entry(form).or_insert_with(|| (cost, stem.clone()));
            if (cost, &stem) < (known.0, &known.1) {
                *known = (cost, stem.clone());
            }
        }
    }

    /// A word that has the stem, where it is a part.
    pub(super) fn word(&self, stem: &str) -> Option<&str> {
        self.last.get(stem).map(|(_, word)| word.as_str())
    }

    /// The stems of the parts of a word, in order; empty where it is no compound.
    pub(super) fn split(&self, word: &str) -> Vec<String> {
        let mut borders: Vec<usize> = word.char_indices().map(|(place, _)| place).collect();
        borders.push(word.len());
        let letters = borders.len() - 1;
        if !(2 * SHORTEST..=LONGEST).contains(&letters) {
            return Vec::new();
        }
        let parts = self.cheapest(word, &borders);
        if parts.is_empty() || self.whole.contains(&stem(word)) { Vec::new() } else { parts }
    }

    /// The split of least cost, found from the left: `best[end]` is that of the first `end` letters.
    fn cheapest(&self, word: &str, borders: &[usize]) -> Vec<String> {
        let letters = borders.len() - 1;
        let mut best: Vec<Option<(u32, usize, &str)>> = vec![None; letters + 1];
        for start in 0..=letters - SHORTEST {
            let sofar = match best[start] {
                Some((cost, ..)) => cost,
                None if start == 0 => 0,
                None => continue,
            };
            for end in start + SHORTEST..=letters {
                let piece = &word[borders[start]..borders[end]];
                let part = match (start, end == letters) {
                    (0, true) => None,
                    (_, true) => self.last.get_key_value(&stem(piece)).map(|(stem, (cost, _))| (*cost, stem.as_str())),
                    _ => self.before.get(piece).map(|(cost, stem)| (*cost, stem.as_str())),
                };
                let Some((cost, stem)) = part else { continue };
                let cost = sofar + PART + cost + SHORT * missing(end - start);
                if best[end].is_none_or(|(known, ..)| cost < known) {
                    best[end] = Some((cost, start, stem));
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = letters;
        while let Some((_, start, stem)) = best[end] {
            parts.push(stem.to_owned());
            end = start;
        }
        parts.reverse();
        parts
    }
}

/// Stands for a word of a lexicon.
fn told(kind: &str, of: &[&str]) -> u128 {
    let mut text = kind.to_owned();
    of.iter().for_each(|part| text.extend(["\n", part]));
    u128::from_le_bytes(key(blake3::hash(text.as_bytes())))
}

/// How many letters a part has less than five.
fn missing(letters: usize) -> u32 {
    u32::try_from(5_usize.saturating_sub(letters)).expect("five at most")
}

/// The forms in which a word stands before another part, with what they cost: `brott` and `brotts`, `arbets` of `arbete`,
/// `skol` of `skola`, `gatu` of `gata`, `kvinno` of `kvinna`, `familje` of `familj`.
fn modifiers(word: &str) -> Vec<(String, u32)> {
    let mut forms = vec![(word.to_owned(), 0), (format!("{word}s"), 1)];
    match word.strip_suffix(['a', 'e']) {
        Some(bare) if bare.chars().count() >= SHORTEST => {
            forms.extend(["", "s", "u", "o"].map(|link| (format!("{bare}{link}"), 1)));
        }
        Some(_) => {}
        None => forms.push((format!("{word}e"), 2)),
    }
    forms
}
