//! Words that lead to others: a text about `narkotika` is also found by who looks for `knark`.
//! What a site's file says becomes words that are put in the index beside those of the text.

use super::{letters::words, stem::stem};
use rustc_hash::FxHashMap;

/// Several words in order, by their stems: `[farsor, morsor, stan]` of `farsor och morsor på stan`.
type Phrase = Vec<String>;

/// Which words of a text bring which others with them.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// By the stem of a word.
    words: FxHashMap<String, Vec<String>>,
    /// By the first stem of several words: the others, and what they bring.
    phrases: FxHashMap<String, Vec<(Phrase, Vec<String>)>>,
}

impl Synonyms {
    /// Whoever looks for one of `from` also finds texts with `to`. Words or phrases, in any form.
    pub fn lead(&mut self, from: &[&str], to: &str) {
        let target = stems(to);
        let mut brought: Vec<String> = from.iter().flat_map(|from| content(from)).collect();
        brought.retain(|word| !target.contains(word));
        let Some((first, rest)) = target.split_first() else { return };
        if rest.is_empty() {
            add(self.words.entry(first.clone()).or_default(), brought);
        } else {
            self.phrases.entry(first.clone()).or_default().push((rest.to_vec(), brought));
        }
    }

    /// What a word brings with it.
    pub(super) fn of(&self, stem: &str) -> &[String] {
        self.words.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The phrases that begin with a word: the stems that follow it, and what they bring.
    pub(super) fn phrases(&self, stem: &str) -> &[(Phrase, Vec<String>)] {
        self.phrases.get(stem).map_or(&[], Vec::as_slice)
    }
}

fn add(known: &mut Vec<String>, more: Vec<String>) {
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
