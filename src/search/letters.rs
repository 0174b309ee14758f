//! Letters and words: what a word is, and its key without diacritics. `client.js` does the same for what is typed;
//! `tests/search/vectors.json` holds the two together.

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
    let composed: String;
    let text = if text.is_ascii() || unicode_normalization::is_nfc(text) {
        text
    } else {
        composed = text.nfc().collect();
        &composed
    };
    let mut run = Run::default();
    for sign in text.chars() {
        if is_silent(sign) {
        } else if sign.is_alphanumeric() {
            run.push(sign);
        } else {
            run.end(sign, &mut found);
        }
    }
    run.end(' ', &mut found);
}

/// A word while its letters come.
#[derive(Default)]
struct Run {
    text: String,
    /// The short word before a hyphen that waits for the rest.
    before: String,
    letters: usize,
    capitals: usize,
}

impl Run {
    fn push(&mut self, sign: char) {
        self.letters += 1;
        self.capitals += usize::from(sign.is_uppercase());
        if sign.is_ascii() {
            self.text.push(sign.to_ascii_lowercase());
        } else {
            self.text.extend(sign.to_lowercase());
        }
    }

    fn end(&mut self, sign: char, found: &mut impl FnMut(Word<'_>)) {
        if self.letters == 0 {
            self.before.clear();
            return;
        }
        let is_acronym = self.letters > 1 && self.capitals == self.letters;
        if !self.before.is_empty() {
            self.before.push_str(&self.text);
            found(Word { text: &self.before, is_acronym: false });
            self.before.clear();
        }
        if self.letters > 1 || self.text.bytes().all(|byte| byte.is_ascii_digit()) {
            found(Word { text: &self.text, is_acronym });
        }
        if sign == '-' && self.letters < 3 {
            self.before.push_str(&self.text);
        }
        self.text.clear();
        (self.letters, self.capitals) = (0, 0);
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
                let bare = std::iter::once(sign).nfd().filter(|sign| !unicode_normalization::char::is_combining_mark(*sign));
                folded.extend(bare);
            }
        }
    }
    folded
}
