//! Texts that are one line of words. Most texts of fields are, and the parser has nothing to find in them.

/// Whether a text is one paragraph of one line without a sign that may mean something in Markdown.
pub(super) fn is_line(markdown: &str) -> bool {
    let bytes = markdown.as_bytes();
    let begins = matches!(bytes.first(), Some(b'a'..=b'z' | b'A'..=b'Z' | 0xC3));
    begins
        && !matches!(bytes.last(), Some(b' ' | 0x80..))
        && bytes.iter().fold(true, |is_plain, byte| is_plain & PLAIN[usize::from(*byte)])
}

/// The bytes that mean nothing in a line that begins with a letter.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut sign = 0;
    while sign < 0x80_u8 {
        plain[sign as usize] = sign.is_ascii_alphanumeric()
            || matches!(sign, b' ' | b',' | b'.' | b';' | b':' | b'?' | b'!' | b'(' | b')')
            || matches!(sign, b'\'' | b'"' | b'/' | b'%' | b'-');
        sign += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use super::is_line;
    use crate::parse::markdown::{parser, plain, scan};
    use pulldown_cmark::{CowStr, Event, Tag, TagEnd, TextMergeStream};

    proptest::proptest! {
        #[test]
        fn the_parser_finds_nothing_in_a_line(text in "[a-zA-ZÅé][a-z0-9 ,.;:?!()'\"/%åÄö–\u{a0}\u{2028}-]{0,24}[ -~]") {
            if is_line(&text) {
                let events: Vec<_> = TextMergeStream::new(parser(&text)).collect();
                let words = Event::Text(CowStr::Borrowed(&text));
                let paragraph = [Event::Start(Tag::Paragraph), words, Event::End(TagEnd::Paragraph)];
                proptest::prop_assert_eq!(events, paragraph);
            }
        }
    }

    #[test]
    fn what_a_line_is() {
        for (text, wanted) in [
            ("Vi ringer 112 (alltid), sa hon: \"Nu – eller aldrig\".", true),
            ("Åtgärder, 30 %", true),
            ("", false),
            ("2. Två", false),
            ("- Två", false),
            ("Ett\ntvå", false),
            ("Ett *två*", false),
            ("Ett [två](a/b)", false),
            ("Ett & två", false),
            ("Ett ", false),
        ] {
            assert_eq!(is_line(text), wanted, "{text}");
            if wanted {
                assert_eq!((plain(text), scan(text).text), (text.to_owned(), format!("{text}\n")));
            }
        }
    }
}
