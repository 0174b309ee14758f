//! What each word of the texts stands for in the index: its own stem, and those of the parts of a compound. Found out
//! once for each word, however often it stands in the texts.

use super::{letters::fold, split::Lexicon, stem::stem, stop::is_stop};
use rustc_hash::FxHashMap;

/// The number of a stem in a vocabulary.
pub(super) type Term = u32;

/// In what way a word stands for a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// It is the word.
    Own = 0,
    /// It is a part of the compound.
    Part = 1,
}

impl Way {
    /// How much an occurrence counts beside that of the word itself.
    pub(super) const WEIGHTS: [f32; 2] = [1.0, 0.5];
}

/// A word looked up.
#[derive(Debug)]
pub(super) struct Entry {
    /// Whether it says nothing of what a text is about.
    pub(super) is_stop: bool,
    /// Everything that it stands for.
    pub(super) stands_for: Box<[(Term, Way)]>,
}

/// A stem with the shortest form in which it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelled {
    /// The stem.
    pub(super) stem: String,
    /// Its key without diacritics.
    pub(super) key: String,
    /// The word as people write it; empty for several words in one.
    pub(super) surface: String,
}

impl Spelled {
    /// A stem, and a word that has it.
    pub(super) fn new(stem: &str, surface: &str) -> Self {
        Self { stem: stem.to_owned(), key: fold(stem), surface: surface.to_owned() }
    }

    /// Of the words that have the stem the shortest is kept.
    pub(super) fn meet(&mut self, surface: &str) {
        let is_better = (surface.len(), surface) < (self.surface.len(), &self.surface);
        if !surface.is_empty() && (self.surface.is_empty() || is_better) {
            surface.clone_into(&mut self.surface);
        }
    }
}

/// The words of some texts.
pub(super) struct Vocabulary<'l> {
    lexicon: &'l Lexicon,
    numbers: FxHashMap<Box<str>, u32>,
    entries: Vec<Entry>,
    by_stem: FxHashMap<String, Term>,
    /// The stems, by number.
    pub(super) terms: Vec<Spelled>,
}

impl<'l> Vocabulary<'l> {
    /// An empty one.
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            numbers: FxHashMap::default(),
            entries: Vec::new(),
            by_stem: FxHashMap::default(),
            terms: Vec::new(),
        }
    }

    /// What is known of a word in lower case.
    pub(super) fn word(&mut self, word: &str) -> &Entry {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                let entry = self.look_up(word);
                self.entries.push(entry);
                let number = Term::try_from(self.entries.len() - 1).expect("there are as many words at most as bytes");
                self.numbers.insert(word.into(), number);
                number
            }
        };
        &self.entries[number as usize]
    }

    fn look_up(&mut self, word: &str) -> Entry {
        let lexicon = self.lexicon;
        let mut stands_for = vec![(self.term(&stem(word), word), Way::Own)];
        for part in &lexicon.split(word) {
            stands_for.push((self.term(part, lexicon.word(part).unwrap_or_default()), Way::Part));
        }
        stands_for.sort_unstable();
        stands_for.dedup_by_key(|(term, _)| *term);
        Entry { is_stop: is_stop(word), stands_for: stands_for.into() }
    }

    fn term(&mut self, stem: &str, word: &str) -> Term {
        if let Some(term) = self.by_stem.get(stem) {
            self.terms[*term as usize].meet(word);
            return *term;
        }
        let term = Term::try_from(self.terms.len()).expect("a site has fewer than four thousand million words");
        self.terms.push(Spelled::new(stem, word));
        self.by_stem.insert(stem.to_owned(), term);
        term
    }
}
