//! A build that remembers the one before gives the same bytes as a clean one, whatever has happened in between, and
//! makes no more than it must. Killed and hindered builds are tested in `write.rs`; what pages say, in `exempel.rs`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "incremental/edits.rs"]
mod edits;
#[path = "incremental/exact.rs"]
mod exact;
mod folder;
#[path = "incremental/forgotten.rs"]
mod forgotten;
#[path = "incremental/pieces.rs"]
mod pieces;
#[path = "incremental/sequences.rs"]
mod sequences;
#[path = "incremental/settled.rs"]
mod settled;
#[path = "incremental/site.rs"]
mod site;
#[path = "incremental/steps.rs"]
mod steps;
