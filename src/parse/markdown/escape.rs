//! Text as HTML. Holds the escaping alone.

/// Escapes a text for use between tags and in attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    push(&mut html, text);
    html
}

/// Escapes a text onto the end of `html`.
pub(super) fn push(html: &mut String, text: &str) {
    let (mut plain, mut place) = (0, 0);
    while let Some(met) = next(&text.as_bytes()[place..]) {
        place += met;
        let written = match text.as_bytes()[place] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        };
        html.push_str(&text[plain..place]);
        html.push_str(written);
        place += 1;
        plain = place;
    }
    html.push_str(&text[plain..]);
}

/// Where the next byte stands that must be escaped.
fn next(bytes: &[u8]) -> Option<usize> {
    let is_met = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"');
    // Nearly all are plain: a whole piece is looked at without a stop, which the processor does for many bytes at once.
    let mut pieces = bytes.chunks(32).enumerate();
    let (piece, bytes) = pieces.find(|(_, piece)| piece.iter().fold(false, |met, byte| met | is_met(byte)))?;
    Some(piece * 32 + bytes.iter().position(is_met)?)
}
