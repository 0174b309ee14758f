//! Words that lead to others: a text about `narkotika` is also found by who looks for `knark`.
//! What a site's file says becomes words that are put in the index beside those of the text.

use super::{letters::words, stem::stem};
use rustc_hash::FxHashMap;

/// Several words in order, by their stems: `[farsor, morsor, stan]` of `farsor och morsor på stan`.
type Phrase = Vec<String>;

/// What is brought: the stem of a word with the word itself, or the stems of several as one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Brought {
    /// The stem, or stems with spaces between.
    pub(super) stem: String,
    /// The word; empty for several.
    pub(super) word: String,
    /// Whether it means the same, and not only something like it.
    pub(super) is_same: bool,
}

/// Which words of a text bring which others with them.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// By the stem of a word.
    words: FxHashMap<String, Vec<Brought>>,
    /// By the first stem of several words: the others, and what they bring.
    phrases: FxHashMap<String, Vec<(Phrase, Vec<Brought>)>>,
}

impl Synonyms {
    /// Whoever looks for one of `from` also finds texts with `to`. Words or phrases, in any form.
    pub fn lead(&mut self, from: &[&str], to: &str) {
        self.bring(to, from, false);
    }

    /// All mean the same.
    pub fn same(&mut self, words: &[&str]) {
        for word in words {
            self.bring(word, words, true);
        }
    }

    fn bring(&mut self, to: &str, from: &[&str], is_same: bool) {
        let target = stems(to);
        // Several words are one key, as in `far mor stan`: each of them alone would lead astray.
        let brought = from.iter().map(|from| {
            let stem = content(from).join(" ");
            let word = if stem.contains(' ') { String::new() } else { from.to_lowercase() };
            Brought { stem, word, is_same }
        });
        let own = target.join(" ");
        let brought: Vec<Brought> = brought.filter(|brought| !brought.stem.is_empty() && brought.stem != own).collect();
        let Some((first, rest)) = target.split_first() else { return };
        if rest.is_empty() {
            add(self.words.entry(first.clone()).or_default(), brought);
        } else {
            self.phrases.entry(first.clone()).or_default().push((rest.to_vec(), brought));
        }
    }

    /// What a word brings with it.
    pub(super) fn of(&self, stem: &str) -> &[Brought] {
        self.words.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The phrases that begin with a word: the stems that follow it, and what they bring.
    pub(super) fn phrases(&self, stem: &str) -> &[(Phrase, Vec<Brought>)] {
        self.phrases.get(stem).map_or(&[], Vec::as_slice)
    }
}

fn add(known: &mut Vec<Brought>, more: Vec<Brought>) {
    for word in more {
        if !known.contains(&word) {
            known.push(word);
        }
    }
}

/// The stems of a text's words.
pub(super) fn stems(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, |word| found.push(stem(word.text)));
    found
}

/// The stems of a text's words that tell what it is about.
pub(super) fn content(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, |word| {
        if word.is_acronym || !super::stop::is_stop(word.text) {
            found.push(stem(word.text));
        }
    });
    found
}
