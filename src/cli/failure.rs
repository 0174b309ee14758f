//! What ends a command but is about no file of the site: arguments, folders, the machine.
//! Holds the data; its words are chosen by `terminal`.

use super::texts::Words;
use crate::texts::Argument;

/// Why a command ended.
#[derive(Debug)]
pub(super) struct Failure {
    /// What the program ends with.
    pub(super) exit: u8,
    /// The key of the text that tells it; its hint is the attribute `hint`.
    key: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

impl Failure {
    /// The arguments, or the folders that they name, cannot be used.
    pub(super) fn usage(key: &'static str) -> Self {
        Self { exit: super::USAGE, key, arguments: Vec::new() }
    }

    /// The machine refuses.
    pub(super) fn machine(path: &std::path::Path, error: &std::io::Error) -> Self {
        let failure = Self { exit: 3, key: "fail-machine", arguments: Vec::new() };
        failure.with("path", path.display().to_string()).with("reason", error.to_string())
    }

    /// Adds an argument of the text. An empty one counts as one that is not there: Fluent cannot ask for an empty text,
    /// the number 0 is what `[0]` stands for.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.arguments.push((name, if value.is_empty() { Argument::Number(0.0) } else { Argument::Text(value) }));
        self
    }

    /// What is wrong, and what to do about it.
    pub(super) fn told(&self, words: &Words) -> (String, Option<String>) {
        (words.with(self.key, &self.arguments), words.hint(self.key, &self.arguments))
    }
}
