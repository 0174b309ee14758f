//! What the command line says, from `sv.ftl` and `en.ftl` beside this file. The words of diagnostics are theirs alone.

use crate::texts::{Argument, Language, Texts};

/// The texts of the command line in one language.
#[derive(Debug)]
pub(super) struct Words {
    texts: Texts,
}

impl Words {
    pub(super) fn new(language: Language) -> Self {
        let source = match language {
            Language::Swedish => ("sv.ftl", include_str!("sv.ftl")),
            Language::English => ("en.ftl", include_str!("en.ftl")),
        };
        Self { texts: Texts::new(language, &[source]).expect("a test reads the built-in texts in every language") }
    }

    pub(super) fn language(&self) -> Language {
        self.texts.language()
    }

    /// A text without arguments.
    pub(super) fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with its arguments.
    pub(super) fn with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        self.texts.get(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// What to do about a failure.
    pub(super) fn hint(&self, key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.texts.attribute(key, "hint", arguments).filter(|hint| !hint.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same() {
        let keys = |language| Words::new(language).texts.keys().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(keys(Language::Swedish), keys(Language::English));
    }
}
