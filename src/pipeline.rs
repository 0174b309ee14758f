//! The journey of a site on one screen: load, check, read the theme, render, write. Nothing is written when anything is
//! wrong. Who asks for a build, and what is said of it, is decided in `cli` and `serve`.

use crate::{
    diagnostic::{Code, Diagnostic, Severity, promote},
    load::{self, Drafts},
    model::{Site, address::is_passing},
    render,
    theme::Theme,
    write::{Output, Report, WriteError, Writer},
};
use jiff::civil::Date;
use rayon::prelude::*;
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// What warnings do to a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// They are told, and the site is written.
    Lenient,
    /// They are errors.
    Strict,
}

/// What to build.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `insyn.yaml` and `content/`.
    pub root: PathBuf,
    /// The output folder.
    pub out: PathBuf,
    /// The day that the site is made for.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// What warnings do.
    pub strictness: Strictness,
}

/// What came of a build.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything that there is to tell, in order of file and line.
    pub diagnostics: Vec<Diagnostic>,
    /// How many documents were read.
    pub documents: usize,
    /// What was written; `None` when nothing was.
    pub report: Option<Report>,
}

/// Builds a site.
pub fn build(options: &Options) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some(nested) = nested(&options.root, &options.out) {
        outcome.diagnostics.push(nested);
        return outcome;
    }
    let Some((site, theme)) = checked(options, &mut outcome) else { return outcome };
    match render::render(&site, &theme) {
        Ok(outputs) => match write(outputs, options, &mut outcome.diagnostics) {
            Ok(report) => outcome.report = report,
            Err(error) => outcome.diagnostics.push(error.diagnostic()),
        },
        Err(mut told) => outcome.diagnostics.append(&mut told),
    }
    outcome
}

/// Looks a site through without writing anything.
pub fn check(options: &Options) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some((site, theme)) = checked(options, &mut outcome)
        && let Err(mut told) = render::render(&site, &theme)
    {
        outcome.diagnostics.append(&mut told);
    }
    outcome
}

/// The view that the page at a path is drawn from; `Err` holds what stands in the way.
///
/// # Errors
/// Everything that is wrong with the site, when it cannot be rendered.
pub fn view(options: &Options, path: &str) -> Result<Option<serde_json::Value>, Vec<Diagnostic>> {
    let mut outcome = Outcome::default();
    match checked(options, &mut outcome) {
        Some((site, theme)) => Ok(render::view(&site, &theme, path)),
        None => Err(outcome.diagnostics),
    }
}

/// Loads and checks a site and reads its theme; `None` when something is wrong.
fn checked(options: &Options, outcome: &mut Outcome) -> Option<(Site, Theme)> {
    let load = load::Options { root: options.root.clone(), today: options.today, drafts: options.drafts };
    let (site, mut diagnostics) = load::load(&load);
    let mut theme = None;
    if let Some(site) = &site {
        outcome.documents = site.documents.len();
        diagnostics.extend(crate::check::check(site));
        let name = site.settings.fields.text("tema").unwrap_or("insyn");
        match Theme::read(&options.root, name) {
            Ok(read) => theme = Some(read),
            Err(mut told) => diagnostics.append(&mut told),
        }
    }
    diagnostics.sort_by(|a, b| (&a.path, a.span, a.code).cmp(&(&b.path, b.span, b.code)));
    if options.strictness == Strictness::Strict {
        promote(&mut diagnostics);
    }
    let wrong = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    outcome.diagnostics = diagnostics;
    site.zip(theme).filter(|_| !wrong)
}

/// Writes the outputs, after telling of pages that were published and are gone; with `--strict` that stops the writing.
fn write(
    outputs: Vec<Output>,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Report>, WriteError> {
    let writer = Writer::open(&options.out)?;
    let mut gone = gone(&outputs, &writer);
    if options.strictness == Strictness::Strict {
        promote(&mut gone);
    }
    let stopped = gone.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    diagnostics.append(&mut gone);
    if stopped {
        return Ok(None);
    }
    let staged = outputs.into_par_iter().map(|output| writer.stage(output)).collect::<Result<Vec<_>, _>>()?;
    writer.finish(staged).map(Some)
}

/// Pages that were published and are gone: links to them break. Lists come and go with what they list.
fn gone(outputs: &[Output], writer: &Writer) -> Vec<Diagnostic> {
    let now: HashSet<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
    let pages = writer.published().filter_map(|path| Some((path, path.strip_suffix("index.html")?)));
    let gone = pages.filter(|(path, address)| !now.contains(path) && !is_passing(address));
    gone.map(|(_, address)| Diagnostic::new(Code::PageGone, "content").with("address", format!("/{address}"))).collect()
}

/// Output inside content, or the reverse, would feed a build with its own pages.
fn nested(root: &Path, out: &Path) -> Option<Diagnostic> {
    let content = absolute(&root.join("content"));
    let (root, out) = (absolute(root), absolute(out));
    let swallows = out.starts_with(&content) || content.starts_with(&out) || root.starts_with(&out);
    swallows.then(|| {
        let told = Diagnostic::new(Code::FoldersNested, "insyn.yaml");
        told.with("out", out.display().to_string()).with("content", content.display().to_string())
    })
}

/// The path as the system knows it, also where its last part does not exist yet.
fn absolute(path: &Path) -> PathBuf {
    let mut missing = Vec::new();
    let mut known = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    loop {
        if let Ok(found) = known.canonicalize() {
            return missing.iter().rev().fold(found, |path, part| path.join(part));
        }
        match (known.file_name().map(ToOwned::to_owned), known.parent().map(Path::to_owned)) {
            (Some(name), Some(parent)) => {
                missing.push(name);
                known = parent;
            }
            _ => return path.to_owned(),
        }
    }
}
