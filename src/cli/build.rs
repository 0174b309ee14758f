//! `insyn build` and `insyn check`.

use super::{failure::Failure, terminal::Terminal, texts::Words};
use crate::{
    diagnostic::{self, exit_code},
    pipeline::{self, Options, Outcome},
};
use std::time::{Duration, Instant};

/// Builds a site, and gives what the program ends with.
pub(super) fn build(options: &Options, terminal: &Terminal) -> Result<u8, Failure> {
    let start = Instant::now();
    let outcome = terminal.working(|| pipeline::build(options));
    terminal.tell(&outcome.diagnostics)?;
    terminal.conclude(&summary(&outcome, start.elapsed(), &terminal.words))?;
    Ok(exit_code(&outcome.diagnostics))
}

/// Looks a site through, and gives what the program ends with.
pub(super) fn check(options: &Options, terminal: &Terminal) -> Result<u8, Failure> {
    let start = Instant::now();
    let outcome = terminal.working(|| pipeline::check(options));
    tell_checked(&outcome, start.elapsed(), terminal)
}

/// Tells what looking through a site found.
pub(super) fn tell_checked(outcome: &Outcome, took: Duration, terminal: &Terminal) -> Result<u8, Failure> {
    terminal.tell(&outcome.diagnostics)?;
    let counts = diagnostic::summary(&outcome.diagnostics, terminal.words.language());
    let arguments = [("documents", outcome.documents.into()), ("counts", counts.into()), ("seconds", seconds(took))];
    terminal.conclude(&terminal.words.with("checked", &arguments))?;
    Ok(exit_code(&outcome.diagnostics))
}

/// What a build did, in one line.
pub(super) fn summary(outcome: &Outcome, took: Duration, words: &Words) -> String {
    let counts = diagnostic::summary(&outcome.diagnostics, words.language());
    let Some(report) = outcome.report else {
        return words.with("not-built", &[("counts", counts.into())]);
    };
    let arguments = [
        ("documents", outcome.documents.into()),
        ("outputs", report.outputs.into()),
        ("written", report.written.into()),
        ("unchanged", report.unchanged.into()),
        ("removed", report.removed.into()),
        ("seconds", seconds(took)),
    ];
    let built = words.with("built", &arguments);
    if outcome.diagnostics.is_empty() { built } else { format!("{built} ({counts})") }
}

/// Seconds with the precision that says something.
fn seconds(took: Duration) -> crate::texts::Argument {
    let seconds = took.as_secs_f64();
    let parts = if seconds < 0.1 { 100.0 } else { 10.0 };
    crate::texts::Argument::Number(((seconds * parts).round() / parts).max(0.01))
}
