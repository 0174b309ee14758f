//! Compounds taken apart: `trygghetsvandring` is found by who looks for `trygghet` or `vandring`. Words are known by
//! their stems, from a list that the site carries and from the site's own titles. `client.js` splits what is typed in the
//! same way, with the words that the index tells it.

use super::stem::stem;
use rustc_hash::{FxHashMap, FxHashSet};

/// The fewest letters of a part.
const SHORTEST: usize = 3;

/// The words that compounds are made of.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Stems of parts, with what they cost more than carried ones, and a word that has the stem.
    parts: FxHashMap<String, (u32, String)>,
    /// The parts as they are written in the list: these forms may stand inside a word.
    lemmas: FxHashSet<String>,
    /// Stems of words that look like compounds and are none.
    whole: FxHashSet<String>,
}

impl Lexicon {
    /// A lexicon of the words that may be parts, and of those that are never split.
    pub fn new<'w>(parts: impl Iterator<Item = &'w str>, whole: impl Iterator<Item = &'w str>) -> Self {
        let mut lexicon = Self { whole: whole.map(stem).collect(), ..Self::default() };
        for word in parts.filter(|word| word.chars().count() >= SHORTEST) {
            lexicon.parts.entry(stem(word)).or_insert_with(|| (0, word.to_owned()));
            lexicon.lemmas.insert(word.to_owned());
        }
        lexicon
    }

    /// Adds the words of a text of the site's own; they are parts where no carried word fits better.
    pub fn extend_with(&mut self, text: &str) {
        super::letters::words(text, |word| {
            if letters(word.text) > LEAST_OWN && !super::stop::is_stop(word.text) {
                self.parts.entry(stem(word.text)).or_insert_with(|| (OWN, word.text.to_owned()));
            }
        });
    }

    /// A word that has the stem, where it is a part.
    pub(super) fn word(&self, stem: &str) -> Option<&str> {
        self.parts.get(stem).map(|(_, word)| word.as_str())
    }

    /// The stems of the parts of a word, in order; empty where it is no compound.
    pub(super) fn split(&self, word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 2 * SHORTEST || letters.len() > LONGEST || self.whole.contains(&stem(word)) {
            return Vec::new();
        }
        self.cheapest(&letters)
    }

    /// The split of least cost, found from the left: `best[end]` is that of the first `end` letters.
    fn cheapest(&self, letters: &[char]) -> Vec<String> {
        let length = letters.len();
        let mut best: Vec<Option<(u32, usize, String)>> = vec![None; length + 1];
        for end in SHORTEST..=length {
            for start in (0..=end - SHORTEST).rev() {
                let Some(before) = reached(&best, start) else { continue };
                if start == 0 && end == length {
                    continue;
                }
                let piece: String = letters[start..end].iter().collect();
                let Some((cost, stem)) = self.part(&piece, end == length) else { continue };
                let cost = before + cost;
                if best[end].as_ref().is_none_or(|(known, ..)| cost < *known) {
                    best[end] = Some((cost, start, stem));
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = length;
        while let Some((_, start, stem)) = best[end].take() {
            parts.push(stem);
            end = start;
        }
        parts.reverse();
        parts
    }

    /// What a piece of a compound costs, and its stem. A piece that more letters follow may end as modifiers do.
    fn part(&self, piece: &str, is_last: bool) -> Option<(u32, String)> {
        let forms: &[&str] = if is_last { &[piece] } else { &modifiers(piece) };
        let priced = forms.iter().filter(|form| form.chars().count() >= SHORTEST).filter_map(|form| {
            let stem = stem(form);
            let (own, _) = self.parts.get(&stem)?;
            // An article or a plural does not stand inside a word: `brottens` is no part.
            let bent = if is_last || self.lemmas.contains(*form) { 0 } else { letters(form).abs_diff(letters(&stem)) };
            let linked = u32::from(form.len() < piece.len());
            Some((PART + own + 3 * 5_u32.saturating_sub(letters(form)) + linked + 2 * bent, stem))
        });
        priced.min()
    }
}

/// What each part costs: fewer parts are better.
const PART: u32 = 10;
/// What a part costs more that only the site's titles know.
const OWN: u32 = 6;
/// Words of titles with fewer letters are no parts: `kom` is none of `kommun`.
const LEAST_OWN: u32 = 4;
/// Longer words are no words.
const LONGEST: usize = 60;

fn letters(word: &str) -> u32 {
    u32::try_from(word.chars().count()).unwrap_or(u32::MAX)
}

fn reached(best: &[Option<(u32, usize, String)>], start: usize) -> Option<u32> {
    if start == 0 { Some(0) } else { best[start].as_ref().map(|(cost, ..)| *cost) }
}

/// What a first part may be without its link: `arbets` is `arbet`, `gatu` is `gat`, `kvinno` is `kvinn`.
fn modifiers(piece: &str) -> [&str; 2] {
    let bare = piece.strip_suffix(['s', 'u', 'o', 'e', 'a']).unwrap_or(piece);
    [piece, bare]
}
