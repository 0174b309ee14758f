//! Text as HTML. Holds the escaping alone.

/// Escapes a text for use between tags and in attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    push(&mut html, text);
    html
}

/// Escapes a text onto the end of `html`.
pub(super) fn push(html: &mut String, text: &str) {
    let mut plain = 0;
    for (place, byte) in text.bytes().enumerate() {
        let written = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(&text[plain..place]);
        html.push_str(written);
        plain = place + 1;
    }
    html.push_str(&text[plain..]);
}
