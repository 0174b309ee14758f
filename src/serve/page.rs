//! HTML of the preview: the script that is added to each page, and the page that stands in while there is no site.

use std::fmt::Write;

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::Problem;
use super::texts::Texts;

/// Answers with a page, the script added.
pub(super) fn html(status: StatusCode, bytes: &[u8], build: &str) -> Response {
    (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], with_script(bytes, build)).into_response()
}

/// The script goes before the last `</body>`, or last where there is none.
fn with_script(bytes: &[u8], build: &str) -> Vec<u8> {
    let script = format!("<script src=\"/_insyn/reload.js\" data-build=\"{build}\" defer></script>");
    let end = b"</body>";
    let at = bytes.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(bytes.len());
    [&bytes[..at], script.as_bytes(), &bytes[at..]].concat()
}

/// The page that stands in for a site that was never built: what is wrong, or that the first build is under way.
pub(super) fn status(problems: &[Problem], texts: &Texts) -> String {
    let title = if problems.is_empty() { texts.building } else { texts.failed };
    let list: String = problems.iter().map(|problem| item(problem, texts)).collect();
    let body = if problems.is_empty() { String::new() } else { format!("<ol>{list}</ol>") };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/_insyn/overlay.css\"></head>\
         <body class=\"insyn-status\"><main class=\"insyn-problems\"><h1>{title}</h1>{body}</main></body></html>\n",
        lang = texts.lang,
    )
}

/// One problem, as `reload.js` shows it in the overlay.
fn item(problem: &Problem, texts: &Texts) -> String {
    let Problem { path, line, column, code, severity, message, hint } = problem;
    let mut place = path.clone();
    for number in [line, column].into_iter().take_while(|number| **number > 0) {
        // Writing to a string cannot fail.
        let _ = write!(place, ":{number}");
    }
    let hint = match hint.is_empty() {
        true => String::new(),
        false => format!("<p class=\"insyn-hint\"><b>{}:</b> {}</p>", texts.hint, escape(hint)),
    };
    format!(
        "<li><p class=\"insyn-message\"><b>{}[{}]:</b> {}</p><p class=\"insyn-place\"><code>{}</code></p>{hint}</li>",
        escape(severity),
        escape(code),
        escape(message),
        escape(&place),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let script = "<script src=\"/_insyn/reload.js\" data-build=\"1-2\" defer></script>";
        for (page, expected) in [
            ("<p></body></html>", format!("<p>{script}</body></html>")),
            ("<code></body></code></BODY>", format!("<code></body></code>{script}</BODY>")),
            ("<p>", format!("<p>{script}")),
        ] {
            assert_eq!(String::from_utf8(with_script(page.as_bytes(), "1-2")).unwrap(), expected);
        }
    }

    #[test]
    fn what_content_says_is_only_text() {
        let problem = Problem {
            path: "content/<b>.md".into(),
            line: 3,
            column: 0,
            code: "I0107".into(),
            severity: "fel".into(),
            message: "<script>alert(1)</script>".into(),
            hint: String::new(),
        };
        let html = status(&[problem], super::super::Language::Swedish.texts());
        assert!(html.contains("content/&lt;b&gt;.md:3</code>"), "{html}");
        assert!(!html.contains("<script") && !html.contains("insyn-hint"), "{html}");
    }
}
