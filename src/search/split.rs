//! Compounds taken apart: `trygghetsvandring` is found by who looks for `trygghet` or `vandring`. Words come from a list
//! that the site carries and from the site's own titles. `client.js` splits what is typed in the same way, with the words
//! that the index tells it.

use super::{
    letters::words,
    register::Register,
    remembered::{Key, key},
    stem::stem,
    stop::is_stop,
};
use rustc_hash::FxHashSet;

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
    /// By stem, for the last part, which is inflected as the whole.
    last: Register<Simple>,
    /// How those stems begin.
    ended: Beginnings,
    /// By the form that stands before another part: what it costs, and the number of the stem.
    before: Register<(u32, u32)>,
    /// How those forms begin.
    begun: Beginnings,
    /// Stems of words that look like compounds and are none.
    whole: FxHashSet<String>,
    /// The words that have been added: a site's titles say the same again and again.
    added: FxHashSet<String>,
    /// Stands for all of it: a sum, as the order in which words are added matters only where the sum tells of it.
    sum: u128,
}

/// A word that may be a part of compounds.
#[derive(Debug, Clone)]
pub(super) struct Simple {
    /// Its stem.
    pub(super) stem: Box<str>,
    /// A word that has the stem.
    pub(super) word: Box<str>,
    /// What it costs as the last part.
    cost: u32,
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
        let known = self.last.number(&stem);
        let kind = if known.is_ok() { "part" } else { "first" };
        self.sum = self.sum.wrapping_add(told(kind, &[word, &cost.to_string()]));
        let number = known.unwrap_or_else(|vacant| {
            self.ended.add(&stem);
            self.last.add(vacant, &stem, Simple { stem: stem.as_str().into(), word: word.into(), cost })
        });
        for (form, link) in modifiers(word) {
            let cost = cost + link;
            match self.before.number(&form) {
                Ok(known) => {
                    let known = self.before.get_mut(known);
                    if (cost, &*stem) < (known.0, &*self.last.get(known.1).stem) {
                        *known = (cost, number);
                    }
                }
                Err(vacant) => {
                    self.begun.add(&form);
                    self.before.add(vacant, &form, (cost, number));
                }
            }
        }
    }

    /// The part of a number.
    pub(super) fn part(&self, number: u32) -> &Simple {
        self.last.get(number)
    }

    /// The numbers of the parts of a word with its stem, in order; empty where it is no compound.
    pub(super) fn split(&self, word: &str, stem: &str) -> Vec<u32> {
        let mut borders = Vec::with_capacity(word.len() + 1);
        borders.extend(word.char_indices().map(|(place, _)| place));
        borders.push(word.len());
        let letters = borders.len() - 1;
        if !(2 * SHORTEST..=LONGEST).contains(&letters) {
            return Vec::new();
        }
        let parts = self.cheapest(word, &borders);
        if parts.is_empty() || self.whole.contains(stem) { Vec::new() } else { parts }
    }

    /// The split of least cost, found from the left: `best[end]` is that of the first `end` letters.
    fn cheapest(&self, word: &str, borders: &[usize]) -> Vec<u32> {
        let letters = borders.len() - 1;
        let mut best: Vec<Option<Found>> = vec![None; letters + 1];
        for start in 0..=letters - SHORTEST {
            let sofar = match best[start] {
                Some((cost, ..)) => cost,
                None if start == 0 => 0,
                None => continue,
            };
            let rest = &word[borders[start]..];
            let longest = borders[start] + self.begun.longest(rest);
            for end in (start + SHORTEST..letters).take_while(|end| borders[*end] <= longest) {
                if let Ok(form) = self.before.number(&word[borders[start]..borders[end]]) {
                    let (cost, part) = self.before.get(form);
                    offer(&mut best[end], (sofar + PART + cost + SHORT * missing(end - start), start, *part));
                }
            }
            let least = sofar + PART + SHORT * missing(letters - start);
            let is_better = best[letters].is_none_or(|(known, ..)| least < known);
            let is_likely = start > 0 && is_better && self.may_be_last(rest);
            if let Some(part) = is_likely.then(|| self.last.number(&stem(rest)).ok()).flatten() {
                offer(&mut best[letters], (least + self.part(part).cost, start, part));
            }
        }
        let mut parts = Vec::new();
        let mut end = letters;
        while let Some((_, start, part)) = best[end] {
            parts.push(part);
            end = start;
        }
        parts.reverse();
        parts
    }

    /// Whether the stem of a piece may be known: it begins as the piece does, or is its first two letters. Not so where
    /// one of two like letters may go, as in `olln`.
    fn may_be_last(&self, piece: &str) -> bool {
        let two = piece.get(..2).unwrap_or(piece);
        let mut letters = piece.chars();
        let [first, second, third] = [(); 3].map(|()| letters.next());
        first == second || second == third || self.ended.longest(piece) > 0 || self.ended.longest(two) > 0
    }
}

/// A split of the beginning of a word: what it costs, where its last part begins, and the number of that.
type Found = (u32, usize, u32);

fn offer(best: &mut Option<Found>, other: Found) {
    if best.is_none_or(|(known, ..)| other.0 < known) {
        *best = Some(other);
    }
}

/// For each beginning of words the length of the longest, in bytes: most of what is looked up is no word, and begins as
/// none. Some beginnings share a place.
#[derive(Debug, Clone, Default)]
struct Beginnings(Vec<u8>);

impl Beginnings {
    /// Adds that of a word.
    fn add(&mut self, word: &str) {
        self.0.resize(BEGINNINGS, 0);
        let longest = &mut self.0[Self::place(word)];
        *longest = u8::try_from(word.len()).unwrap_or(u8::MAX).max(*longest);
    }

    /// No word is longer that begins as this one does; 0 where there is none.
    fn longest(&self, word: &str) -> usize {
        match self.0.get(Self::place(word)) {
            Some(&u8::MAX) => usize::MAX / 2,
            longest => longest.map_or(0, |longest| usize::from(*longest)),
        }
    }

    fn place(word: &str) -> usize {
        let first = word.bytes().take(SHORTEST);
        first.fold(0, |place, byte| (place * 131 + usize::from(byte)) % BEGINNINGS)
    }
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 15;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_begins_as_its_word() {
        let signs = ['a', 'e', 'h', 'l', 'n', 'r', 's', 't', 'å'];
        let mut words = vec![String::new()];
        let mut lexicon = Lexicon::default();
        for _ in 0..5 {
            words = words.iter().flat_map(|word| signs.map(|sign| format!("{word}{sign}"))).collect();
            for word in &words {
                lexicon.ended = Beginnings::default();
                lexicon.ended.add(&stem(word));
                assert!(word.chars().count() < SHORTEST || lexicon.may_be_last(word), "{word}");
            }
        }
    }
}
