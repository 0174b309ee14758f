//! How hard a text is to read, as LIX tells it: only ever a note, for the number knows nothing of the reader.

use super::case::Case;
use crate::{
    diagnostic::{Code, Span},
    model::Variant,
};

/// Shorter texts say too little of how they read, in words.
const SHORTEST: usize = 100;
/// A word with more letters is long.
const LONG: usize = 6;
/// Above this a text is hard.
const HARD: u32 = 60;
/// Above this a text is not easy to read.
const NOT_EASY: u32 = 40;

/// Measures the body of a document in Swedish.
pub(super) fn check(case: &mut Case<'_>) {
    let limit = match case.document.variant {
        Variant::Original => HARD,
        Variant::EasyRead => NOT_EASY,
        Variant::Translation(_) => return,
    };
    let Some(body) = case.sheet().texts.iter().find(|text| text.way.is_none()) else { return };
    if let Some(lix) = case.sheet().lix.filter(|lix| *lix > limit) {
        let line = case.document.text.lines_before() + 1;
        let blank = body.markdown.lines().take_while(|line| line.trim().is_empty()).count();
        let span = Span { line: u32::try_from(line + blank).unwrap_or(u32::MAX), column: 0, length: 0 };
        case.tell_at(Code::TextHard, span).arguments = vec![("lix", lix.to_string()), ("limit", limit.to_string())];
    }
}

/// What has been counted of a text.
#[derive(Default)]
struct Counts {
    words: usize,
    long: usize,
    sentences: usize,
    /// Letters of the word that is being read.
    letters: usize,
    /// The first byte of its last sign; any letter of those that stand in a row.
    last: u8,
    /// Whether a sentence has begun on this line.
    is_open: bool,
}

impl Counts {
    /// Counts by bytes: most letters are one, and a text is long.
    fn of(text: &str) -> Self {
        let mut counts = Self::default();
        let bytes = text.as_bytes();
        let mut place = 0;
        while let Some(&byte) = bytes.get(place) {
            place += 1;
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
                    let more = bytes[place..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                    counts.sign(byte, more + 1);
                    place += more;
                }
                b'\n' => counts.end_line(),
                b'\t'..=b'\r' | b' ' => counts.end_word(),
                0..0x80 => counts.sign(byte, 0),
                _ => {
                    let sign = text[place - 1..].chars().next().unwrap_or_default();
                    place += sign.len_utf8() - 1;
                    if sign.is_whitespace() {
                        counts.end_word();
                    } else {
                        counts.sign(byte, usize::from(is_letter(sign)));
                    }
                }
            }
        }
        counts.end_line();
        counts
    }

    fn sign(&mut self, byte: u8, letters: usize) {
        self.letters += letters;
        self.last = byte;
    }

    fn end_word(&mut self) {
        if self.letters > 0 {
            self.words += 1;
            self.long += usize::from(self.letters > LONG);
            self.is_open = true;
        }
        if self.is_open && matches!(self.last, b'.' | b'!' | b'?' | b':') {
            self.sentences += 1;
            self.is_open = false;
        }
        (self.letters, self.last) = (0, 0);
    }

    /// A heading or an item of a list is a sentence without a sign.
    fn end_line(&mut self) {
        self.end_word();
        self.sentences += usize::from(std::mem::take(&mut self.is_open));
    }
}

/// Letters and digits beyond ASCII; those of Swedish need no look at a table.
fn is_letter(sign: char) -> bool {
    matches!(sign, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö') || sign.is_alphanumeric()
}

/// Words per sentence and the share of words with more than six letters; `None` for a short text.
pub(super) fn lix(text: &str) -> Option<u32> {
    let Counts { words, long, sentences, .. } = Counts::of(text);
    if words <= SHORTEST || sentences == 0 {
        return None;
    }
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts of one text"
    )]
    let value = (words as f64 / sentences as f64 + 100.0 * long as f64 / words as f64).round() as u32;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{Counts, lix};

    #[test]
    fn long_words_and_long_sentences_make_a_text_hard() {
        let easy = "Vi bor i en by. Den är bra.\n".repeat(20);
        let hard = format!("{}.\n", "samverkansöverenskommelse och trygghetsundersökning ".repeat(60).trim());
        assert_eq!(lix(&easy), Some(4));
        assert_eq!(lix(&hard), Some(247));
        assert_eq!(lix("Kort text."), None);
    }

    /// What is counted, sign by sign.
    fn slowly(text: &str) -> (usize, usize, usize) {
        let (mut words, mut long, mut sentences) = (0, 0, 0);
        for line in text.lines() {
            let mut is_open = false;
            for word in line.split_whitespace() {
                let letters = word.chars().filter(|sign| sign.is_alphanumeric()).count();
                words += usize::from(letters > 0);
                long += usize::from(letters > 6);
                is_open |= letters > 0;
                let ends = is_open && word.ends_with(['.', '!', '?', ':']);
                sentences += usize::from(ends);
                is_open &= !ends;
            }
            sentences += usize::from(is_open);
        }
        (words, long, sentences)
    }

    proptest::proptest! {
        #[test]
        fn bytes_count_as_signs_do(text in "([a-zåÄé]{0,9}[ .:!?\\n\\r\\t\u{a0}\u{2028}–×0-9Ω\u{0}-]{0,3}){0,12}") {
            let Counts { words, long, sentences, .. } = Counts::of(&text);
            proptest::prop_assert_eq!((words, long, sentences), slowly(&text));
        }
    }
}
