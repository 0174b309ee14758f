//! How texts are marked up: no HTML, headings one level at a time, tables with headings.

use super::{case::Case, texts::Text};
use crate::diagnostic::Code;

/// Holds the texts of a document against the rules of markup.
pub(super) fn check(case: &mut Case<'_>) {
    for text in &case.sheet().texts {
        for html in &text.scan().raw_html {
            case.tell_in(Code::RawHtml, text, (html.span, &html.written)).arguments =
                vec![("written", html.written.clone())];
        }
        for span in &text.scan().unfinished {
            case.tell_in(Code::LinkUnfinished, text, (*span, ""));
        }
        for span in &text.scan().tables_without_heading {
            case.tell_in(Code::TableHeader, text, (*span, "|"));
        }
        headings(case, text);
    }
}

fn headings(case: &mut Case<'_>, text: &Text<'_>) {
    // The title of the page stands above the first.
    let mut above = 1;
    for title in &text.scan().headings {
        let at = (title.span, title.title.as_str());
        if title.level == 1 {
            case.tell_in(Code::HeadingTop, text, at);
        } else if title.level > above + 1 {
            let told = case.tell_in(Code::HeadingSkipped, text, at);
            told.arguments = vec![("from", above.to_string()), ("to", title.level.to_string())];
        }
        above = title.level;
    }
}
