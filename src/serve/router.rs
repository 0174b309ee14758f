//! Who is answered, and by whom: the preview's own addresses under `/_insyn/`, and the site under its base path.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch;

use super::texts::Texts;
use super::{Latest, files, live, page};

/// What every answer needs.
pub(super) struct Site {
    pub(super) out: PathBuf,
    /// With a slash at both ends.
    pub(super) base_path: String,
    pub(super) address: SocketAddr,
    pub(super) texts: &'static Texts,
    pub(super) latest: watch::Sender<Latest>,
}

/// All that the preview answers.
pub(super) fn router(site: Site) -> Router {
    let site = Arc::new(site);
    Router::new()
        .route("/_insyn/events", get(live::events))
        .route("/_insyn/problems", get(live::problems))
        .route("/_insyn/reload.js", get(|| async { asset("text/javascript", include_str!("reload.js")) }))
        .route("/_insyn/overlay.css", get(|| async { asset("text/css", include_str!("overlay.css")) }))
        .fallback(answer)
        .layer(from_fn_with_state(Arc::clone(&site), guard))
        .with_state(site)
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, format!("{kind}; charset=utf-8"))], text).into_response()
}

/// A plain answer in words.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, [(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// Refuses requests that were not meant for this preview, and keeps browsers from keeping what will change.
///
/// A page on the web can make its own name lead to this machine (DNS rebinding), and would then read the site as its
/// own; but its name is then in the request.
async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let hosts: Vec<&HeaderValue> = request.headers().get_all(HOST).iter().collect();
    let is_named = matches!(hosts[..], [host] if host.to_str().is_ok_and(|host| is_ours(host, site.address)));
    let is_target = request.uri().authority().is_none_or(|authority| is_ours(authority.as_str(), site.address));
    let mut response = match (is_named && is_target, request.method()) {
        (false, _) => plain(StatusCode::MISDIRECTED_REQUEST, site.texts.foreign_host),
        (true, &Method::GET | &Method::HEAD) => next.run(request).await,
        (true, _) => {
            let refusal = plain(StatusCode::METHOD_NOT_ALLOWED, site.texts.method);
            ([(ALLOW, "GET, HEAD")], refusal).into_response()
        }
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Whether `host` names this machine and the port we listen on.
fn is_ours(host: &str, address: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    if port != Some(address.port()) {
        return false;
    }
    let literal = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    match literal.parse::<IpAddr>() {
        // Whoever listens on every address is reached by any; a number cannot be made to lead elsewhere.
        Ok(ip) => ip.is_loopback() || ip == address.ip() || address.ip().is_unspecified(),
        Err(_) => name.eq_ignore_ascii_case("localhost"),
    }
}

/// Answers with a file of the site.
async fn answer(State(site): State<Arc<Site>>, uri: Uri, request: Request) -> Response {
    let Some(path) = uri.path().strip_prefix(&site.base_path) else {
        return match uri.path() == "/" || format!("{}/", uri.path()) == site.base_path {
            true => moved(site.base_path.clone()),
            false => missing(&site).await,
        };
    };
    let ahead = Arc::clone(&site.latest.borrow().ahead);
    if let Some(bytes) = ahead.get(&format!("{path}index.html")).or_else(|| ahead.get(path)) {
        return page::html(StatusCode::OK, bytes, &build(&site));
    }
    match files::find(&site.out, path) {
        files::Found::File(file) => files::send(file, request, &build(&site)).await,
        files::Found::Folder => moved(with_slash(&uri)),
        files::Found::Nothing => missing(&site).await,
    }
}

/// Answers that there is no such page: in the site's words, or in ours while there is no site.
async fn missing(site: &Site) -> Response {
    let latest = site.latest.borrow().clone();
    let is_good = latest.generation > 0 && latest.problems.is_empty();
    if !is_good && matches!(files::find(&site.out, ""), files::Found::Nothing) {
        let html = page::status(&latest.problems, site.texts);
        return page::html(StatusCode::SERVICE_UNAVAILABLE, html.as_bytes(), &build(site));
    }
    match files::read(&site.out, "404.html").await {
        Some(bytes) => page::html(StatusCode::NOT_FOUND, &bytes, &build(site)),
        None => plain(StatusCode::NOT_FOUND, site.texts.missing),
    }
}

/// A name for the latest build, which no build of an earlier preview has.
pub(super) fn build(site: &Site) -> String {
    live::build(site.latest.borrow().generation)
}

fn moved(location: String) -> Response {
    match HeaderValue::from_str(&location) {
        Ok(location) => (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The same address with a slash after the path.
fn with_slash(uri: &Uri) -> String {
    match uri.query() {
        Some(query) => format!("{}/?{query}", uri.path()),
        None => format!("{}/", uri.path()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_ours() {
        let loopback: SocketAddr = "127.0.0.1:1111".parse().unwrap();
        for host in ["localhost:1111", "LOCALHOST:1111", "127.0.0.1:1111", "[::1]:1111"] {
            assert!(is_ours(host, loopback), "{host}");
        }
        for host in ["evil.example:1111", "localhost", "localhost:80", "192.0.2.1:1111", "localhost.evil:1111", ""] {
            assert!(!is_ours(host, loopback), "{host}");
        }
        let everywhere: SocketAddr = "0.0.0.0:1111".parse().unwrap();
        assert!(is_ours("192.0.2.1:1111", everywhere) && !is_ours("evil.example:1111", everywhere));
        assert!(is_ours("[::1]", "[::1]:80".parse().unwrap()) && is_ours("localhost", "127.0.0.1:80".parse().unwrap()));
    }
}
