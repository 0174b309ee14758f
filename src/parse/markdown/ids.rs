//! Ids on a page: each is used once.

use crate::model::address::slug;
use rustc_hash::FxHashSet;

/// The ids that are in use on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ids {
    taken: FxHashSet<String>,
}

impl Ids {
    /// Takes an id that must be exactly this one, such as that of a part.
    pub fn reserve(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// The id of a heading: its words in plain letters, with a number when they are in use.
    pub fn take(&mut self, title: &str) -> String {
        let id = self.free(title, |_| false);
        self.taken.insert(id.clone());
        id
    }

    /// The same, where some ids are in use that are not kept here; the id is not told.
    pub fn take_beside(&mut self, title: &str, is_taken: impl Fn(&str) -> bool) {
        let id = self.free(title, is_taken);
        self.taken.insert(id);
    }

    fn free(&self, title: &str, is_taken: impl Fn(&str) -> bool) -> String {
        let is_free = |id: &str| !self.taken.contains(id) && !is_taken(id);
        let words = slug(title);
        let words = if words.is_empty() { "rubrik".to_owned() } else { words };
        if is_free(&words) {
            return words;
        }
        let numbered = (2..).map(|number| format!("{words}-{number}"));
        numbered.into_iter().find(|id| is_free(id)).unwrap_or(words)
    }

    /// The ids in order of alphabet.
    pub fn sorted(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.taken.iter().map(String::as_str).collect();
        ids.sort_unstable();
        ids
    }

    /// Whether an id is in use.
    pub fn contains(&self, id: &str) -> bool {
        self.taken.contains(id)
    }
}
