//! The line that a diagnostic shows: every sign visible and one for one, so that columns stay true.

use super::super::Span;
use std::ops::Range;

/// A line ready to be printed, and where in it the spot is.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// In bytes of `text`.
    pub(super) spot: Range<usize>,
}

impl Excerpt {
    /// `line` is a line of a file without its break; the spot is moved inside it if it points past the end.
    pub(super) fn new(line: &str, span: Span) -> Excerpt {
        let text: String = line.chars().map(visible).collect();
        let signs = text.chars().count();
        let (first, length) = match (span.column as usize, span.length as usize) {
            (0, _) => {
                let indent = text.chars().take_while(|sign| sign.is_whitespace()).count();
                (indent, text.trim().chars().count())
            }
            (column, length) => (column - 1, length.max(1)),
        };
        let first = first.min(signs);
        let last = (first + length).min(signs.max(first));
        let byte = |sign: usize| {
            text.char_indices()
                .nth(sign)
                .map_or(text.len(), |(byte, _)| byte)
        };
        let spot = byte(first)..byte(last);
        Excerpt { spot, text }
    }
}

/// One sign for one: a tab or a hidden sign that caused the trouble must be seen, and the columns must hold.
fn visible(sign: char) -> char {
    match sign {
        '\t' => '→',
        '\u{a0}' | '\u{202f}' => '⍽',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{80}'..='\u{9f}' => {
            '\u{fffd}'
        }
        '\u{2028}' | '\u{2029}' => '\u{fffd}',
        other => other,
    }
}
