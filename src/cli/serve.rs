//! `insyn serve`: builds, shows, and builds anew when something changes. How pages are shown is decided in `serve`, when
//! something has changed in `watch`.

use super::{build, failure::Failure, terminal::Terminal};
use crate::{
    diagnostic::{self, Diagnostic, Severity},
    parse,
    pipeline::{self, Changes, Memory, Options, Outcome},
    serve::{BuildState, Handle, Language, Preview, Problem, ServeOptions},
    texts, watch,
    write::Output,
};
use serde::Deserialize;
use std::{
    io,
    net::SocketAddr,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
    thread,
    time::Instant,
};

/// Shows a site until Ctrl-C, and gives what the program ends with.
///
/// The path of `base_url` is read once: when it changes, the preview must be started anew.
pub(super) fn serve(options: &Options, address: SocketAddr, terminal: &Terminal) -> Result<u8, Failure> {
    let language = match terminal.words.language() {
        texts::Language::Swedish => Language::Swedish,
        texts::Language::English => Language::English,
    };
    let shown = ServeOptions { out: options.out.clone(), address, base_path: base_path(options), language };
    let (handle, preview) = Preview::bind(shown).map_err(|error| refused(address, &error))?;
    let (changed, changes) = mpsc::channel();
    // Watching begins before the first build, so that nothing saved meanwhile is missed.
    let watched = ["content", "themes", "insyn.yaml"].map(|name| options.root.join(name));
    let watcher = watch::watch(&watched, std::slice::from_ref(&options.out), move |paths| _ = changed.send(paths));
    let mut site = Shown { options, terminal, handle, state: None, memory: Memory::read(&options.out) };
    site.build(&[])?;
    let text = if site.state == Some(State::Good) { "serving" } else { "serving-broken" };
    terminal.conclude(&terminal.words.with(text, &[("url", preview.url().into())]))?;
    if let Err(error) = &watcher {
        // The preview is of use also where the machine allows no watch.
        terminal.show(&[error.diagnostic()]);
    }
    thread::scope(|scope| {
        scope.spawn(move || site.follow(&changes));
        let ended = preview.run_until_ctrl_c();
        // Without the watcher no change can come, which ends the thread that waits for one.
        drop(watcher);
        ended
    })
    .map_err(|error| refused(address, &error))?;
    Ok(0)
}

/// How the last build ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    Failed,
}

/// A site that is being shown.
struct Shown<'a> {
    options: &'a Options,
    terminal: &'a Terminal,
    handle: Handle,
    /// `None` before the first build.
    state: Option<State>,
    /// What the last build left for the next.
    memory: Memory,
}

impl Shown<'_> {
    /// Builds anew whenever something changes, until nobody watches any more.
    fn follow(&mut self, changes: &Receiver<Vec<PathBuf>>) {
        while let Ok(mut paths) = changes.recv() {
            // What changed while a build ran is all in the next one.
            paths.extend(changes.try_iter().flatten());
            if self.build(&paths).is_err() {
                // Standard output is gone: the preview still shows what it can.
                continue;
            }
        }
        std::mem::take(&mut self.memory).leave();
    }

    /// Builds, first the pages of the documents that stand in `changed`; where that is empty, anything may have changed.
    fn build(&mut self, changed: &[PathBuf]) -> Result<(), Failure> {
        let start = Instant::now();
        let handle = self.handle.clone();
        let mut early = |pages: Vec<Output>| {
            if !pages.is_empty() {
                handle.show_early(pages.into_iter().map(|page| (page.path, page.bytes)).collect());
            }
        };
        let changes = Changes { paths: changed, early: &mut early };
        let outcome = pipeline::build_changed(self.options, &mut self.memory, changes);
        let took = start.elapsed();
        let state = if outcome.report.is_some() { State::Good } else { State::Failed };
        let is_same = outcome.report.is_some_and(|report| report.written + report.removed == 0);
        let was = self.state.replace(state);
        // Every good build reloads the pages that are open, so one that changed nothing is not told.
        if state == State::Failed {
            self.handle.publish(BuildState::Failed(problems(&outcome, self.terminal)));
        } else if !(is_same && was == Some(State::Good)) {
            self.handle.publish(BuildState::Good);
        }
        self.terminal.show(&outcome.diagnostics);
        self.terminal.conclude(&build::summary(&outcome, took, &self.terminal.words))
    }
}

/// A diagnostic as `diagnostic::json` words it.
#[derive(Deserialize)]
struct Record {
    code: String,
    path: String,
    line: u32,
    column: u32,
    message: String,
    hint: Option<String>,
}

/// The errors of a build, in words.
fn problems(outcome: &Outcome, terminal: &Terminal) -> Vec<Problem> {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    let errors: Vec<Diagnostic> = outcome.diagnostics.iter().filter(is_error).cloned().collect();
    let text = diagnostic::json(&errors, terminal.words.language());
    let records: Vec<Record> = serde_json::from_str(&text).expect("`diagnostic::json` writes what it says");
    let severity = terminal.words.text("error");
    let problem = |record: Record| Problem {
        path: record.path,
        line: record.line,
        column: record.column,
        code: record.code,
        severity: severity.clone(),
        message: record.message,
        hint: record.hint.unwrap_or_default(),
    };
    records.into_iter().map(problem).collect()
}

/// The path of the site's `base_url`; that of a site at the root of its host when the settings cannot be read, which
/// the build then tells.
fn base_path(options: &Options) -> String {
    let path: Arc<str> = "insyn.yaml".into();
    let bytes = std::fs::read(options.root.join("insyn.yaml")).unwrap_or_default();
    let settings = match parse::text(&bytes, &path) {
        Ok(source) => parse::settings(source, &path, &parse::Shapes::read()).0,
        Err(_) => None,
    };
    settings.map_or_else(|| "/".to_owned(), |settings| format!("{}/", settings.base_path()))
}

fn refused(address: SocketAddr, error: &io::Error) -> Failure {
    Failure::usage("fail-serve").with("address", address.to_string()).with("reason", error.to_string())
}
