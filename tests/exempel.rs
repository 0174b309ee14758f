//! The made-up municipality in `exempel/`, built for real: what each state, status and notice says on its page.
//! How pages behave in a browser is tested in `browser/`; the rules of the content format, in the rooms that hold them.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "exempel/build.rs"]
mod build;
mod folder;
#[path = "exempel/pages.rs"]
mod pages;
#[path = "exempel/rewrites.rs"]
mod rewrites;
#[path = "exempel/today.rs"]
mod today;
