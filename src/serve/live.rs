//! Tells browsers about builds: a stream of events, and the problems of the latest build as JSON.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{Stream, unfold};
use serde_json::json;

use super::Latest;
use super::router::Site;

/// Sends the latest build at once, so that a browser that was away learns what it missed, and then each that ends.
pub(super) async fn events(State(site): State<Arc<Site>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut latest = site.latest.subscribe();
    latest.mark_changed();
    let stream = unfold((latest, site), |(mut latest, site)| async move {
        latest.changed().await.ok()?;
        let now = latest.borrow_and_update().clone();
        (!now.is_stopping).then(|| (Ok(event(&now, &site.base_path)), (latest, site)))
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

fn event(latest: &Latest, base_path: &str) -> Event {
    // What was shown early matters then, and when the build that it was part of has ended.
    let early = latest.early.as_ref().filter(|(generation, _)| latest.generation <= generation + 1);
    let early = early.map(|(generation, pages)| {
        let address = |page: &String| format!("{base_path}{}", page.strip_suffix("index.html").unwrap_or(page));
        let paths: Vec<String> = pages.iter().map(address).collect();
        json!({ "build": build(*generation), "pages": paths })
    });
    let data = json!({ "build": build(latest.generation), "failed": !latest.problems.is_empty(), "early": early });
    Event::default().event("build").retry(Duration::from_millis(500)).data(data.to_string())
}

/// A name for a build that differs from those of an earlier preview on the same address.
pub(super) fn build(generation: u64) -> String {
    format!("{}-{generation}", std::process::id())
}

/// The problems of the latest build, with the words that a browser needs to show them.
pub(super) async fn problems(State(site): State<Arc<Site>>) -> Response {
    let latest = site.latest.borrow().clone();
    let body = json!({
        "build": build(latest.generation),
        "generation": latest.generation,
        "failed": !latest.problems.is_empty(),
        "problems": *latest.problems,
        "texts": site.texts,
    });
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string()).into_response()
}
