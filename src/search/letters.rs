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
    let mut place = 0;
    loop {
        let plain = text.as_bytes()[place..].iter().take_while(|byte| PLAIN[usize::from(**byte)]).count();
        if plain > 0 {
            run.add(place, plain);
            place += plain;
        }
        if place == text.len() {
            break;
        }
        let (sign, length) = sign(text, place);
        match sign {
            Sign::Silent => run.written = Written::Otherwise,
            Sign::Hyphen | Sign::Other if run.letters == 0 => reader.before.clear(),
            Sign::Hyphen => {
                reader.end(&run, place, &mut found);
                reader.wait(&run, place);
                run.letters = 0;
            }
            Sign::Other => {
                reader.end(&run, place, &mut found);
                reader.before.clear();
                run.letters = 0;
            }
            letter => {
                run.add(place, 1);
                run.tell(letter);
            }
        }
        place += length;
    }
    if run.letters > 0 {
        reader.end(&run, text.len(), &mut found);
    }
}

/// A text with each letter and its marks as one sign.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    // The first byte of signs from U+0300 on is 0xCC or more, that of others and all that follow it less. Below there are
    // no signs to be composed, nor among dashes and quotation marks.
    let is_alone = |sign| sign < '\u{300}' || matches!(sign, '\u{2010}'..='\u{2027}');
    let highest = text.bytes().fold(0, u8::max);
    if highest < 0xcc || text.chars().all(is_alone) || unicode_normalization::is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// What a sign is to the words of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// A lower-case letter of Swedish, or a digit: a part of the word as it stands.
    Plain,
    /// A to Z.
    PlainCapital,
    /// Any other letter or digit.
    Letter,
    /// Any other capital.
    Capital,
    /// In the text and not in the word.
    Silent,
    /// Ends a word, and may join it to the next.
    Hyphen,
    /// Ends a word.
    Other,
}

/// Which bytes are plain signs: nearly all of a text, and a look-up is much quicker than asking for the nature of each.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        plain[byte as usize] = byte.is_ascii_lowercase() || byte.is_ascii_digit();
        byte += 1;
    }
    plain
};

/// The sign at a place of a text, and how many bytes it takes.
fn sign(text: &str, place: usize) -> (Sign, usize) {
    let sign = match text.as_bytes()[place] {
        b'-' => Sign::Hyphen,
        b'A'..=b'Z' => Sign::PlainCapital,
        b'a'..=b'z' | b'0'..=b'9' => Sign::Plain,
        0..128 => Sign::Other,
        128.. => return long_sign(text, place),
    };
    (sign, 1)
}

fn long_sign(text: &str, place: usize) -> (Sign, usize) {
    let sign = text[place..].chars().next().expect("the place is within the text");
    let kind = match sign {
        'å' | 'ä' | 'ö' | 'é' => Sign::Plain,
        sign if sign.is_alphanumeric() && sign.is_uppercase() => Sign::Capital,
        sign if sign.is_alphanumeric() => Sign::Letter,
        sign if is_silent(sign) => Sign::Silent,
        _ => Sign::Other,
    };
    (kind, sign.len_utf8())
}

/// How a word is written in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Written {
    /// As it is searched for.
    #[default]
    Plainly,
    /// With capitals, A to Z.
    WithCapitals,
    /// With other signs.
    Otherwise,
}

/// A run of letters while it is read.
#[derive(Default)]
struct Run {
    start: usize,
    letters: usize,
    capitals: usize,
    written: Written,
}

impl Run {
    /// Adds letters that stand at a place.
    fn add(&mut self, place: usize, letters: usize) {
        if self.letters == 0 {
            *self = Self { start: place, ..Self::default() };
        }
        self.letters += letters;
    }

    /// Notes what a letter is.
    fn tell(&mut self, letter: Sign) {
        let (capitals, written) = match letter {
            Sign::Plain => return,
            Sign::PlainCapital => (1, Written::WithCapitals),
            Sign::Capital => (1, Written::Otherwise),
            _ => (0, Written::Otherwise),
        };
        self.capitals += capitals;
        self.written = self.written.max(written);
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
    fn end(&mut self, run: &Run, end: usize, found: &mut impl FnMut(Word<'_>)) {
        let written = &self.text[run.start..end];
        let text = match run.written {
            Written::Plainly => written,
            Written::WithCapitals => {
                self.buffer.clear();
                self.buffer.push_str(written);
                self.buffer.make_ascii_lowercase();
                &self.buffer
            }
            Written::Otherwise => {
                self.buffer.clear();
                let signs = written.chars().filter(|sign| !is_silent(*sign));
                self.buffer.extend(signs.flat_map(char::to_lowercase));
                &self.buffer
            }
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
    }

    /// Keeps a short word that was given out, for the one that follows.
    fn wait(&mut self, run: &Run, end: usize) {
        if run.letters < 3 {
            let is_plain = run.written == Written::Plainly;
            self.before.push_str(if is_plain { &self.text[run.start..end] } else { &self.buffer });
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
