//! Letters and words: what a word is, and its key without diacritics. `client.js` does the same for what is typed;
//! `tests/search/vectors.json` holds the two together.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A word of a text as it is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// The word in lower case.
    pub(super) text: &'t str,
    /// Whether it was written in capitals only: `SIG` is an acronym, `sig` is a pronoun.
    pub(super) is_acronym: bool,
}

/// Calls `found` with every word of a text, in order. Words are runs of letters and digits; a short first part before a
/// hyphen belongs to its word (`e-tjänst` is found as `etjänst` and as `tjänst`). Lone letters are left out.
pub(super) fn words(text: &str, mut found: impl FnMut(Word<'_>)) {
    let text = &*composed(text);
    let mut reader = Reader { text, buffer: String::new(), before: String::new() };
    let mut run = Run::default();
    for (place, sign) in text.char_indices() {
        if sign.is_alphanumeric() {
            run.add(place, sign);
        } else if is_silent(sign) {
            run.is_plain = false;
        } else if run.letters > 0 {
            reader.end(std::mem::take(&mut run), place, &mut found);
            if sign != '-' {
                reader.before.clear();
            }
        } else {
            reader.before.clear();
        }
    }
    if run.letters > 0 {
        reader.end(run, text.len(), &mut found);
    }
}

/// A text with each letter and its marks as one sign.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    // Below U+0300 there are no signs to be composed.
    if text.chars().all(|sign| sign < '\u{300}') || unicode_normalization::is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// A run of letters while it is read.
struct Run {
    start: usize,
    letters: usize,
    capitals: usize,
    /// Whether it may be taken as it stands in the text.
    is_plain: bool,
}

impl Default for Run {
    fn default() -> Self {
        Self { start: 0, letters: 0, capitals: 0, is_plain: true }
    }
}

impl Run {
    fn add(&mut self, place: usize, sign: char) {
        if self.letters == 0 {
            *self = Self { start: place, ..Self::default() };
        }
        self.letters += 1;
        let is_lower = sign.is_ascii_lowercase() || matches!(sign, 'å' | 'ä' | 'ö' | 'é' | '0'..='9');
        if !is_lower {
            self.is_plain = false;
            self.capitals += usize::from(sign.is_uppercase());
        }
    }
}

/// Gives out the words of a text.
struct Reader<'t> {
    text: &'t str,
    /// The word in lower case, where it is not as in the text.
    buffer: String,
    /// The short word before a hyphen that waits for the rest.
    before: String,
}

impl Reader<'_> {
    fn end(&mut self, run: Run, end: usize, found: &mut impl FnMut(Word<'_>)) {
        let written = &self.text[run.start..end];
        self.buffer.clear();
        let text = if run.is_plain {
            written
        } else {
            let signs = written.chars().filter(|sign| !is_silent(*sign));
            self.buffer.extend(signs.flat_map(char::to_lowercase));
            &self.buffer
        };
        if !self.before.is_empty() {
            self.before.push_str(text);
            found(Word { text: &self.before, is_acronym: false });
            self.before.clear();
        }
        let is_acronym = run.letters > 1 && run.capitals == run.letters;
        if run.letters > 1 || text.bytes().all(|byte| byte.is_ascii_digit()) {
            found(Word { text, is_acronym });
        }
        if run.letters < 3 {
            self.before.push_str(text);
        }
    }
}

/// Signs that are in a text and not in its words: soft hyphen, zero-width spaces and joiners.
fn is_silent(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A word without diacritics: `våld` and `vald` have the same key, `idé` and `ide` as well.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for sign in word.chars() {
        match sign {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' => folded.push('a'),
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => folded.push('o'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            sign if sign.is_ascii() => folded.push(sign),
            sign => {
                let bare =
                    std::iter::once(sign).nfd().filter(|sign| !unicode_normalization::char::is_combining_mark(*sign));
                folded.extend(bare.map(|sign| match sign {
                    'æ' => 'a',
                    'ø' => 'o',
                    sign => sign,
                }));
            }
        }
    }
    folded
}
