//! A problem in the site's own files, told so that an editor can mend it: what, where, why, and what to do.
//! Holds the data; `report` prints it, `codes` lists what there is. Nothing here reads a file.

mod codes;
mod kept;
mod near;
mod report;
mod words;

pub use codes::Code;
pub use near::near;
pub use report::{Style, human, json, summary};

use std::sync::Arc;

/// How grave a diagnostic is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The site is built; `--strict` makes it an error.
    Warning,
    /// Told, and never more than that.
    Note,
}

/// A place in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Span {
    /// Counts from 1; 0 means the whole file.
    pub line: u32,
    /// Counts from 1, in characters; 0 means the whole line.
    pub column: u32,
    /// Length in characters on that line; 0 means unknown.
    pub length: u32,
}

/// One problem. Its words are chosen when it is printed, in the language of whoever reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is about.
    pub code: Code,
    /// Error, warning or note; by default that of the code.
    pub severity: Severity,
    /// The file, from the site's root, with `/`.
    pub path: Arc<str>,
    /// The place in the file.
    pub span: Span,
    /// Arguments of the message, by name.
    pub arguments: Vec<(&'static str, String)>,
    /// The line of the file that `span` points at, without its line break.
    pub excerpt: Option<String>,
}

impl Diagnostic {
    /// A diagnostic about a whole file; `at` and `with` make it precise.
    pub fn new(code: Code, path: impl Into<Arc<str>>) -> Self {
        Self {
            code,
            severity: code.severity(),
            path: path.into(),
            span: Span::default(),
            arguments: Vec::new(),
            excerpt: None,
        }
    }

    /// Sets the place, and takes the line shown from `source`, the whole text of the file. A byte order mark at its start
    /// is no column.
    #[must_use]
    pub fn at(mut self, span: Span, source: &str) -> Self {
        let text = source.strip_prefix('\u{feff}').unwrap_or(source);
        let line = (span.line as usize).checked_sub(1).and_then(|line| text.lines().nth(line));
        self.span = span;
        self.excerpt = line.map(|line| line.trim_end_matches('\r').to_owned());
        self
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }
}

/// Makes every warning an error, for `--strict`; notes stay notes.
pub fn promote(diagnostics: &mut [Diagnostic]) {
    for diagnostic in diagnostics {
        if diagnostic.severity == Severity::Warning {
            diagnostic.severity = Severity::Error;
        }
    }
}

/// The gravest severity among the diagnostics; `None` if there are none.
pub fn gravest(diagnostics: &[Diagnostic]) -> Option<Severity> {
    diagnostics.iter().map(|diagnostic| diagnostic.severity).min()
}

/// What the program ends with: the largest exit code among the errors, 0 if there is no error.
pub fn exit_code(diagnostics: &[Diagnostic]) -> u8 {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| diagnostic.code.exit_code()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_shown_is_that_of_the_span() {
        let source = "\u{feff}titel: Å\r\nstatus: klart\r\n";
        for (line, shown) in [(0, None), (1, Some("titel: Å")), (2, Some("status: klart")), (3, None)] {
            let span = Span { line, column: 1, length: 1 };
            assert_eq!(Diagnostic::new(Code::YamlSyntax, "a").at(span, source).excerpt.as_deref(), shown, "{line}");
        }
    }

    #[test]
    fn strict_makes_errors_of_warnings_alone() {
        let mut diagnostics =
            [Code::TextHard, Code::TableHeader, Code::FileEmpty].map(|code| Diagnostic::new(code, "a.md"));
        assert_eq!(gravest(&diagnostics), Some(Severity::Error));
        promote(&mut diagnostics);
        let severities = diagnostics.map(|diagnostic| diagnostic.severity);
        assert_eq!(severities, [Severity::Note, Severity::Error, Severity::Error]);
    }

    #[test]
    fn the_machine_outranks_the_content() {
        for (codes, exit) in [
            (vec![], 0),
            (vec![Code::TableHeader, Code::TextHard], 0),
            (vec![Code::TableHeader, Code::FileEmpty], 1),
            (vec![Code::FoldersNested], 2),
            (vec![Code::WriteFailed, Code::FileEmpty], 3),
        ] {
            let diagnostics: Vec<_> = codes.into_iter().map(|code| Diagnostic::new(code, "a")).collect();
            assert_eq!(exit_code(&diagnostics), exit);
        }
    }
}
