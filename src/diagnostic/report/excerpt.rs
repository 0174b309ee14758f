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
        let byte = |sign: usize| text.char_indices().nth(sign).map_or(text.len(), |(byte, _)| byte);
        let spot = byte(first)..byte(last);
        Excerpt { spot, text }
    }
}

/// One sign for one: a tab or a hidden sign that caused the trouble must be seen, and the columns must hold.
fn visible(sign: char) -> char {
    match sign {
        '\t' => '→',
        '\u{a0}' | '\u{202f}' => '⍽',
        other => harmless_sign(other),
    }
}

/// Text on its way to a terminal, on one line: nothing in a file's name or content may steer the terminal.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(|sign| if matches!(sign, '\n' | '\t') { ' ' } else { harmless_sign(sign) }).collect()
}

fn harmless_sign(sign: char) -> char {
    match sign {
        // Unicode has a picture of each of these, such as ␛, at the same distance.
        '\0'..='\u{1f}' => char::from_u32(sign as u32 + 0x2400).unwrap_or('\u{fffd}'),
        '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{feff}' => '\u{fffd}',
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => '\u{fffd}',
        other => other,
    }
}
