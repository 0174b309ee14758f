//! From the path of a request to a file of the site, and nothing outside it: no `..`, no hidden file, no link that
//! leads out of the output folder.

use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, ETAG, LAST_MODIFIED};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeFile;

use super::page;

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file, its real path.
    File(PathBuf),
    /// A folder with a page, asked for without the slash.
    Folder,
    Nothing,
}

/// Finds what `path`, as it stands in the request after the base path, leads to.
pub(super) fn find(out: &Path, path: &str) -> Found {
    let Some(path) = decode(path) else { return Found::Nothing };
    let page = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
    match real_path(out, &page) {
        Some(real) if real.is_file() => Found::File(real),
        Some(real) if real.is_dir() && real.join("index.html").is_file() => Found::Folder,
        _ => Found::Nothing,
    }
}

/// Reads a file of the site; `None` when there is none.
pub(super) async fn read(out: &Path, path: &str) -> Option<Vec<u8>> {
    match find(out, path) {
        // A file that goes between the look and the reading was no file when it was asked for.
        Found::File(file) => read_file(file).await.ok(),
        _ => None,
    }
}

/// Sends a file; a page with the script that listens for the next build.
pub(super) async fn send(file: PathBuf, request: Request, build: &str) -> Response {
    if file.extension().is_some_and(|extension| extension == "html") {
        return match read_file(file).await {
            Ok(bytes) => page::html(StatusCode::OK, &bytes, build),
            Err(error) => unreadable(&error),
        };
    }
    let mut plain = Request::new(Body::empty());
    plain.method_mut().clone_from(request.method());
    if let (Some(range), &Method::GET) = (request.headers().get("range"), request.method()) {
        plain.headers_mut().insert("range", range.clone());
    }
    match ServeFile::new(&file).try_call(plain).await {
        Ok(response) => with_charset(response.map(Body::new)),
        Err(error) => unreadable(&error),
    }
}

fn unreadable(error: &std::io::Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, [(CONTENT_TYPE, "text/plain; charset=utf-8")], error.to_string())
        .into_response()
}

async fn read_file(file: PathBuf) -> std::io::Result<Vec<u8>> {
    tokio::task::spawn_blocking(move || fs::read(file)).await.map_err(std::io::Error::other)?
}

/// All text that we write is UTF-8. What tells copies apart goes: nothing here is to be kept.
fn with_charset(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.remove(ETAG);
    headers.remove(LAST_MODIFIED);
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if is_text(kind)
        && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(CONTENT_TYPE, kind);
    }
    response
}

fn is_text(kind: &str) -> bool {
    let is_structured = ["json", "xml", "javascript"].iter().any(|end| kind.ends_with(end));
    !kind.contains(';') && (kind.starts_with("text/") || is_structured)
}

/// The real path of a file that may be sent.
fn real_path(out: &Path, path: &str) -> Option<PathBuf> {
    if !path.split('/').all(may_be_sent) {
        return None;
    }
    // A path that cannot be resolved leads to no file.
    let out = fs::canonicalize(out).ok()?;
    let real = fs::canonicalize(out.join(path)).ok()?;
    let below = real.strip_prefix(&out).ok()?;
    below.iter().all(|segment| segment.to_str().is_some_and(may_be_sent)).then_some(real)
}

/// Whether a segment is a plain name; `.well-known` is the one hidden folder that is meant to be read.
fn may_be_sent(segment: &str) -> bool {
    let is_hidden = segment.starts_with('.') && segment != ".well-known";
    !segment.is_empty() && !is_hidden && !segment.contains(['\\', '/', ':', '\0'])
}

/// Resolves `%C3%A5` and the like; `None` when that is no UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match (first, after) {
            (b'%', [high, low, after @ ..]) => (digit(*high)? * 16 + digit(*low)?, after),
            (b'%', _) => return None,
            _ => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_are_resolved_once() {
        for (written, meant) in [("a", Some("a")), ("%C3%A5", Some("å")), ("%252e", Some("%2e")), ("%2", None)] {
            assert_eq!(decode(written).as_deref(), meant, "{written}");
        }
        for written in ["%FF", "%", "%zz", "%+1"] {
            assert_eq!(decode(written), None, "{written}");
        }
    }
}
