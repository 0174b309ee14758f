//! Colours in code blocks; sole owner of syntect. Gives HTML with classes, never colours: those are the theme's.

use std::sync::OnceLock;
use syntect::{
    html::{ClassStyle, ClassedHTMLGenerator},
    parsing::SyntaxSet,
    util::LinesWithEndings,
};

/// What every class begins with: `hl-comment`, `hl-string`, `hl-keyword`, `hl-constant`, `hl-entity` …
const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// Longer blocks are left plain: colouring them costs more than it gives.
const LONGEST: usize = 50_000;

/// The known languages. They are read when the first code block asks for them, once for each highlighter.
#[derive(Default)]
pub struct Highlighter {
    languages: OnceLock<SyntaxSet>,
}

impl Highlighter {
    /// A highlighter that has read nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The inside of a `<code>`, escaped; `None` when the language is not known.
    pub fn html(&self, code: &str, language: &str) -> Option<String> {
        if language.is_empty() || code.len() > LONGEST {
            return None;
        }
        let languages = self.languages.get_or_init(SyntaxSet::load_defaults_newlines);
        let language = languages.find_syntax_by_token(language)?;
        let mut generator = ClassedHTMLGenerator::new_with_class_style(language, languages, STYLE);
        for line in LinesWithEndings::from(code) {
            // A language that fails on a text is as good as unknown: the code is shown plain.
            generator.parse_html_for_line_which_includes_newline(line).ok()?;
        }
        Some(generator.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::Highlighter;

    #[test]
    fn colours_known_languages_with_classes() {
        let highlighter = Highlighter::new();
        for (language, code) in [
            ("yaml", "a: 1\n"),
            ("bash", "ls -l\n"),
            ("html", "<p>\n"),
            ("css", "a { b: c }\n"),
            ("rust", "fn a() {}\n"),
            ("json", "{}\n"),
        ] {
            let html = highlighter.html(code, language).unwrap_or_default();
            assert!(
                html.contains("class=\"hl-source hl-") || html.contains("class=\"hl-text hl-"),
                "{language}: {html}"
            );
            assert!(!html.contains("style="), "{html}");
        }
        assert_eq!(highlighter.html("a", "klingon"), None);
        assert!(highlighter.html("# <script>\n", "yaml").is_some_and(|html| html.contains("&lt;script&gt;")));
    }
}
