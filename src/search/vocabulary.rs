//! What each word of the texts stands for in the index: its own stem, the parts of a compound, synonyms. Found out once
//! for each word, however often it stands in the texts.

use super::{Language, letters::fold, synonyms::Brought, stem::stem, stop::is_stop};
use rustc_hash::FxHashMap;

/// The number of a stem in a vocabulary.
pub(super) type Term = u32;

/// In what way a word stands for a term: what its occurrences count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// It is the word.
    Own = 0,
    /// It is a part of the compound.
    Part = 1,
    /// It means the same.
    Same = 2,
    /// It means something that the word leads to.
    Synonym = 3,
    /// It means the same as a part, or something like it.
    PartSynonym = 4,
}

impl Way {
    /// How much an occurrence counts beside that of the word itself.
    pub(super) const WEIGHTS: [f32; 5] = [1.0, 0.5, 0.6, 0.4, 0.2];
}

/// A word looked up.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its own stem.
    pub(super) own: Term,
    /// Whether it says nothing of what a text is about.
    pub(super) is_stop: bool,
    /// Whether phrases that have synonyms begin with it.
    pub(super) begins: bool,
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

/// The words of some texts.
pub(super) struct Vocabulary<'l> {
    language: &'l Language,
    entries: FxHashMap<Box<str>, u32>,
    known: Vec<Entry>,
    by_stem: FxHashMap<String, Term>,
    /// The stems, by number.
    pub(super) terms: Vec<Spelled>,
}

impl<'l> Vocabulary<'l> {
    /// An empty one.
    pub(super) fn new(language: &'l Language) -> Self {
        Self {
            language,
            entries: FxHashMap::default(),
            known: Vec::new(),
            by_stem: FxHashMap::default(),
            terms: Vec::new(),
        }
    }

    /// The number of a word, in lower case, under which `entry` has it.
    pub(super) fn word(&mut self, word: &str) -> u32 {
        if let Some(number) = self.entries.get(word) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).expect("a site has fewer than four thousand million words");
        let entry = self.look_up(word);
        self.known.push(entry);
        self.entries.insert(word.into(), number);
        number
    }

    /// What is known of a word.
    pub(super) fn entry(&self, number: u32) -> &Entry {
        &self.known[number as usize]
    }

    /// What the words from `numbers[at]` on bring, where they are a phrase with synonyms.
    pub(super) fn phrases(&mut self, numbers: &[u32], at: usize) -> Vec<(Term, Way)> {
        let stem_at = |place: usize| {
            let number = numbers.get(place)?;
            Some(self.terms[self.known[*number as usize].own as usize].stem.as_str())
        };
        let Some(first) = stem_at(at) else { return Vec::new() };
        let language = self.language;
        let matching = language.synonyms.phrases(first).iter().filter(|(rest, _)| {
            rest.iter().enumerate().all(|(step, stem)| stem_at(at + 1 + step) == Some(stem.as_str()))
        });
        let brought: Vec<&Brought> = matching.flat_map(|(_, brought)| brought).collect();
        brought.into_iter().map(|brought| (self.term(&brought.stem, &brought.word), way(brought))).collect()
    }

    fn look_up(&mut self, word: &str) -> Entry {
        let language = self.language;
        let own_stem = stem(word);
        let parts = language.lexicon.split(word);
        let own = self.term(&own_stem, word);
        let mut stands_for = vec![(own, Way::Own)];
        self.bring(&own_stem, Way::Synonym, &mut stands_for);
        for part in &parts {
            stands_for.push((self.term(part, language.lexicon.word(part).unwrap_or_default()), Way::Part));
            self.bring(part, Way::PartSynonym, &mut stands_for);
        }
        stands_for.sort_unstable();
        stands_for.dedup_by_key(|(term, _)| *term);
        let begins = !language.synonyms.phrases(&own_stem).is_empty();
        Entry { own, is_stop: is_stop(word), begins, stands_for: stands_for.into() }
    }

    fn bring(&mut self, stem: &str, way: Way, stands_for: &mut Vec<(Term, Way)>) {
        let language = self.language;
        for brought in language.synonyms.of(stem) {
            let way = if way == Way::Synonym { self::way(brought) } else { way };
            stands_for.push((self.term(&brought.stem, &brought.word), way));
        }
    }

    /// The number of a stem. Of the words that have it the shortest is kept.
    fn term(&mut self, stem: &str, word: &str) -> Term {
        if let Some(term) = self.by_stem.get(stem) {
            let surface = &mut self.terms[*term as usize].surface;
            if !word.is_empty() && (surface.is_empty() || (word.len(), word) < (surface.len(), surface.as_str())) {
                word.clone_into(surface);
            }
            return *term;
        }
        let term = Term::try_from(self.terms.len()).expect("a site has fewer than four thousand million words");
        self.terms.push(Spelled { stem: stem.to_owned(), key: fold(stem), surface: word.to_owned() });
        self.by_stem.insert(stem.to_owned(), term);
        term
    }
}

fn way(brought: &Brought) -> Way {
    if brought.is_same { Way::Same } else { Way::Synonym }
}
