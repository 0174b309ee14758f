//! The words of a diagnostic in one language: message, hint and label from `sv.ftl` and `en.ftl`.
//! Where they are put is the matter of `report`.

use super::{Diagnostic, Severity};
use crate::texts::{Argument, Language, Texts};

/// A value longer than this, in characters, is cut: the excerpt shows the place.
const LONGEST_VALUE: usize = 80;

/// Arguments that a rule may have nothing to say in.
const OPTIONAL: [&str; 5] = ["near", "help", "suggestion", "min", "max"];

/// The texts of all diagnostics in one language.
pub(super) struct Words {
    texts: Texts,
}

impl Words {
    pub(super) fn new(language: Language) -> Words {
        let source = match language {
            Language::Swedish => ("sv.ftl", include_str!("sv.ftl")),
            Language::English => ("en.ftl", include_str!("en.ftl")),
        };
        Words { texts: Texts::new(language, &[source]).expect("a test reads the built-in texts in every language") }
    }

    /// What is wrong.
    pub(super) fn message(&self, diagnostic: &Diagnostic) -> String {
        let arguments = self.arguments(diagnostic);
        self.texts.get(diagnostic.code.number(), &arguments).unwrap_or_else(|| diagnostic.code.number().to_owned())
    }

    /// What to do about it.
    pub(super) fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.texts.attribute(diagnostic.code.number(), "hint", &self.arguments(diagnostic))
    }

    /// A few words at the spot.
    pub(super) fn label(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.texts.attribute(diagnostic.code.number(), "label", &self.arguments(diagnostic))
    }

    /// `fel`, `varning`, `not`.
    pub(super) fn severity(&self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Note => "severity-note",
        })
    }

    /// `tips`.
    pub(super) fn tip(&self) -> String {
        self.word("severity-hint")
    }

    /// How many more of a kind are not shown.
    pub(super) fn more(&self, count: usize) -> String {
        self.counted("more", count)
    }

    /// `3 fel`, `1 varning`, `2 noter`.
    pub(super) fn count(&self, severity: Severity, count: usize) -> String {
        let key = match severity {
            Severity::Error => "summary-errors",
            Severity::Warning => "summary-warnings",
            Severity::Note => "summary-notes",
        };
        self.counted(key, count)
    }

    /// `inga fel`.
    pub(super) fn none(&self) -> String {
        self.word("summary-none")
    }

    fn word(&self, key: &str) -> String {
        self.texts.get(key, &[]).unwrap_or_else(|| key.to_owned())
    }

    fn counted(&self, key: &str, count: usize) -> String {
        self.texts.get(key, &[("count", count.into())]).unwrap_or_else(|| key.to_owned())
    }

    fn arguments(&self, diagnostic: &Diagnostic) -> Vec<(&'static str, Argument)> {
        // What comes later wins: an optional argument that is not given counts as one given empty.
        let missing = OPTIONAL.iter().map(|name| (*name, Argument::Number(0.0)));
        let given = diagnostic.arguments.iter().map(|(name, value)| (*name, self.argument(name, value)));
        missing.chain(given).collect()
    }

    fn argument(&self, name: &str, value: &str) -> Argument {
        match name {
            // Fluent cannot ask for an empty text; the number 0 is what `[0]` in the texts stands for.
            _ if value.is_empty() && OPTIONAL.contains(&name) => Argument::Number(0.0),
            "count" | "counted" | "length" | "limit" => match value.parse::<u32>() {
                Ok(number) => Argument::Number(f64::from(number)),
                Err(_) => Argument::Text(value.to_owned()),
            },
            "expected" | "why" if value.starts_with("type-") || value.starts_with("why-") => self.word(value).into(),
            "written" | "value" if value.trim().is_empty() => Argument::Text(format!("({})", self.word("empty"))),
            "reason" | "choices" | "help" | "chain" => Argument::Text(value.trim_end().to_owned()),
            _ => Argument::Text(shortened(value)),
        }
    }
}

/// On one line, and no longer than a reader needs to know it again.
fn shortened(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests;
