//! Words that lead to others: who looks for `knark` also finds texts with `narkotika`. What a site's file says stands in
//! the index beside the word that is looked for, and the client follows it.

use super::{letters::words, stem::stem, stop::is_stop};
use std::collections::BTreeMap;

/// How near what a word leads to is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// It means the same.
    Same = 0,
    /// It means something that includes it.
    Related = 1,
}

/// What words lead to. A word is known by its stem; several words by their stems with spaces between.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// By the word that is looked for: the form in which it was written, and what it leads to.
    words: BTreeMap<String, (String, BTreeMap<String, Nearness>)>,
}

impl Synonyms {
    /// Whoever looks for one of `from` also finds texts with `to`. Words or phrases, in any form.
    pub fn lead(&mut self, from: &[&str], to: &str) {
        self.add(from, to, Nearness::Related);
    }

    /// All mean the same.
    pub fn same(&mut self, words: &[&str]) {
        words.iter().for_each(|word| self.add(words, word, Nearness::Same));
    }

    fn add(&mut self, from: &[&str], to: &str, nearness: Nearness) {
        let target = content(to).join(" ");
        for written in from {
            let key = content(written).join(" ");
            if key.is_empty() || target.is_empty() || key == target {
                continue;
            }
            let (_, targets) = self.words.entry(key).or_insert_with(|| (written.to_lowercase(), BTreeMap::new()));
            let known = targets.entry(target.clone()).or_insert(nearness);
            *known = nearness.min(*known);
        }
    }

    /// Every word that leads somewhere, in order of stems: its stem, itself, and where to.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str, &BTreeMap<String, Nearness>)> {
        self.words.iter().map(|(stem, (word, targets))| (stem.as_str(), word.as_str(), targets))
    }
}

/// The stems of a text's words that tell what it is about.
fn content(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, |word| {
        if word.is_acronym || !is_stop(word.text) {
            found.push(stem(word.text));
        }
    });
    found
}
