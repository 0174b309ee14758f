//! Text as HTML. Holds the escaping alone.

/// Escapes a text for use between tags and in attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    push(&mut html, text);
    html
}

/// Escapes a text onto the end of `html`.
pub(super) fn push(html: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            sign => html.push(sign),
        }
    }
}
