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
    /// Whoever looks for one of `from` also finds texts with each of `to`. Words or phrases, in any form.
    pub fn lead(&mut self, from: &[&str], to: &[&str]) {
        self.add(&read(from), &read(to), Nearness::Related);
    }

    /// All mean the same.
    pub fn same(&mut self, words: &[&str]) {
        let words = read(words);
        self.add(&words, &words, Nearness::Same);
    }

    fn add(&mut self, from: &[(String, &str)], to: &[(String, &str)], nearness: Nearness) {
        for (target, _) in to {
            for (key, written) in from {
                if key.is_empty() || target.is_empty() || key == target {
                    continue;
                }
                let targets = match self.words.get_mut(key) {
                    Some((_, targets)) => targets,
                    None => &mut self.words.entry(key.clone()).or_insert((written.to_lowercase(), BTreeMap::new())).1,
                };
                match targets.get_mut(target) {
                    Some(known) => *known = nearness.min(*known),
                    None => drop(targets.insert(target.clone(), nearness)),
                }
            }
        }
    }

    /// Every word that leads somewhere, in order of stems: its stem, itself, and where to.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str, &BTreeMap<String, Nearness>)> {
        self.words.iter().map(|(stem, (word, targets))| (stem.as_str(), word.as_str(), targets))
    }
}

/// Words or phrases as they are looked for, and as they were written.
fn read<'w>(written: &[&'w str]) -> Vec<(String, &'w str)> {
    written.iter().map(|written| (content(written).join(" "), *written)).collect()
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
