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

/// Letters and digits; those of Swedish need no look at a table.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric()
        || (!sign.is_ascii() && (matches!(sign, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö') || sign.is_alphanumeric()))
}

/// Words per sentence and the share of words with more than six letters; `None` for a short text.
pub(super) fn lix(text: &str) -> Option<u32> {
    let (mut words, mut long, mut sentences) = (0, 0, 0);
    for line in text.lines() {
        let mut open = false;
        for word in line.split_whitespace() {
            let letters = word.chars().filter(|sign| is_letter(*sign)).take(LONG + 1).count();
            if letters > 0 {
                words += 1;
                long += usize::from(letters > LONG);
                open = true;
            }
            if open && word.ends_with(['.', '!', '?', ':']) {
                sentences += 1;
                open = false;
            }
        }
        // A heading or an item of a list is a sentence without a sign.
        sentences += usize::from(open);
    }
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
    use super::lix;

    #[test]
    fn long_words_and_long_sentences_make_a_text_hard() {
        let easy = "Vi bor i en by. Den är bra.\n".repeat(20);
        let hard = format!("{}.\n", "samverkansöverenskommelse och trygghetsundersökning ".repeat(60).trim());
        assert_eq!(lix(&easy), Some(4));
        assert_eq!(lix(&hard), Some(247));
        assert_eq!(lix("Kort text."), None);
    }
}
