//! The journey of a site on one screen: load, check, read the theme, render, write. Nothing is written when anything is
//! wrong. Who asks for a build, and what is said of it, is decided in `cli` and `serve`.

mod memory;

pub use memory::Memory;

use crate::{
    check,
    diagnostic::{Code, Diagnostic, Severity, promote},
    load::{self, Drafts},
    model::{Site, address::is_passing},
    render::{self, Sink},
    theme::{Theme, View},
    write::{Output, Report, Staged, Twins, WriteError, Writer},
};
use jiff::civil::Date;
use memory::Made;
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
    /// Whether compressed twins of the outputs are made.
    pub twins: Twins,
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

/// Builds a site, with what the last build to the same folder left in a file beside it.
pub fn build(options: &Options) -> Outcome {
    let mut memory = Memory::read(&options.out).for_one_build();
    let outcome = build_again(options, &mut memory);
    if outcome.report.is_some_and(|report| memory.is_empty() || report.written + report.removed > 0) {
        memory.leave();
    }
    outcome
}

/// What has changed since the build before, and who wants to see it first.
pub struct Changes<'a> {
    /// Every file and folder that may have changed; none means that nothing is known.
    pub paths: &'a [PathBuf],
    /// Takes the pages of the documents that have changed, before everything else is made.
    pub early: &'a mut dyn FnMut(Vec<Output>),
}

/// Builds a site, with what the build before has left in memory.
pub fn build_again(options: &Options, memory: &mut Memory) -> Outcome {
    build_changed(options, memory, Changes { paths: &[], early: &mut |_| {} })
}

/// Builds a site of which it is known what has changed since the build before, whose memory this is.
pub fn build_changed(options: &Options, memory: &mut Memory, changes: Changes<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some(nested) = nested(&options.root, &options.out) {
        outcome.diagnostics.push(nested);
        return outcome;
    }
    let Some((site, theme)) = checked(options, memory, (changes.paths, &mut outcome)) else { return outcome };
    if !changes.paths.is_empty() {
        (changes.early)(render::early(&site, &theme, &sources(&options.root, changes.paths)));
    }
    match write(&site, &theme, options, memory) {
        Ok((report, gone)) => {
            outcome.diagnostics.extend(gone);
            outcome.report = report;
        }
        Err(mut told) => outcome.diagnostics.append(&mut told),
    }
    memory.keep_theme(theme);
    outcome
}

/// The paths of files below a site's folder, as documents name theirs.
fn sources(root: &Path, paths: &[PathBuf]) -> HashSet<String> {
    let root = absolute(root);
    let below = paths.iter().filter_map(|path| Some(absolute(path).strip_prefix(&root).ok()?.to_owned()));
    below.map(|path| path.to_string_lossy().replace('\\', "/")).collect()
}

/// Looks a site through without writing anything.
pub fn check(options: &Options) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some((site, theme)) = checked(options, &mut Memory::default(), (&[], &mut outcome))
        && let Err(mut told) = render::render(&site, &theme, render::Remembered::default(), &Nowhere)
    {
        outcome.diagnostics.append(&mut told);
    }
    outcome
}

/// The view that the page at a path is drawn from; `Err` holds what stands in the way.
///
/// # Errors
/// Everything that is wrong with the site, when it cannot be rendered.
pub fn view(options: &Options, path: &str) -> Result<Option<View>, Vec<Diagnostic>> {
    let mut outcome = Outcome::default();
    match checked(options, &mut Memory::default(), (&[], &mut outcome)) {
        Some((site, theme)) => Ok(render::view(&site, &theme, path)),
        None => Err(outcome.diagnostics),
    }
}

/// Loads and checks a site and reads its theme; `None` when something is wrong. Where it is known which paths have changed,
/// nothing else is read.
fn checked(
    options: &Options,
    memory: &mut Memory,
    (changed, outcome): (&[PathBuf], &mut Outcome),
) -> Option<(Site, Theme)> {
    let load = load::Options { root: options.root.clone(), today: options.today, drafts: options.drafts };
    let (mut site, mut diagnostics, mut loaded) = match changed {
        [] => load::load(&load, memory.take_load()),
        changed => load::again(&load, memory.take_load(), changed),
    };
    let mut checked = memory.take_check();
    let mut theme = None;
    if let Some(site) = &site {
        outcome.documents = site.documents.len();
        let told;
        (told, checked) = check::check(site, checked);
        diagnostics.extend(told);
        let name = site.settings.fields.text("tema").unwrap_or("insyn");
        let content = absolute(&options.root.join("content"));
        let is_same = !changed.is_empty() && changed.iter().all(|path| absolute(path).starts_with(&content));
        match memory.take_theme().filter(|_| is_same).map_or_else(|| Theme::read(&options.root, name), Ok) {
            Ok(read) => theme = Some(read),
            Err(mut told) => diagnostics.append(&mut told),
        }
    }
    if let Some(site) = site.as_mut().filter(|_| memory.is_for_one_build) {
        load::all_is_told(site, &mut loaded);
    }
    memory.loaded(loaded, checked);
    diagnostics.sort_by(|a, b| (&a.path, a.span, a.code).cmp(&(&b.path, b.span, b.code)));
    if options.strictness == Strictness::Strict {
        promote(&mut diagnostics);
    }
    let wrong = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    outcome.diagnostics = diagnostics;
    site.zip(theme).filter(|_| !wrong)
}

/// What came of the writing, and the pages that are gone.
type Written = (Option<Report>, Vec<Diagnostic>);

/// Renders into the staging folder and moves everything in, after telling of pages that were published and are gone; with
/// `--strict` that stops the writing. A site that is made of the same as before is kept as it is.
fn write(site: &Site, theme: &Theme, options: &Options, memory: &mut Memory) -> Result<Written, Vec<Diagnostic>> {
    let refused = |error: WriteError| vec![error.diagnostic()];
    let (written, made_of) = memory.take_write();
    let writer = Writer::open(&options.out, written).map_err(refused)?.with_twins(options.twins);
    let of = render::mark(site, theme);
    let kept = if made_of == Some(of) { writer.keep_all() } else { None };
    let (staged, rendered) = match kept {
        Some(kept) => (kept, None),
        None => {
            let (taken, rendered) = render::render(site, theme, memory.take_render(), &Staging(&writer))?;
            (taken.into_iter().collect::<Result<_, _>>().map_err(refused)?, Some(rendered))
        }
    };
    let mut gone = gone(&staged, &writer);
    if options.strictness == Strictness::Strict {
        promote(&mut gone);
    }
    if gone.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Ok((None, gone));
    }
    let (report, write) = writer.finish(staged).map_err(refused)?;
    match rendered {
        Some(render) => memory.made(Made { render, write, of }),
        None => memory.unchanged(write, of),
    }
    Ok((Some(report), gone))
}

/// Outputs go to the staging folder as they are made.
struct Staging<'a>(&'a Writer);

impl Sink for Staging<'_> {
    type Taken = Result<Staged, WriteError>;

    fn take(&self, output: Output) -> Self::Taken {
        self.0.stage(output)
    }

    fn keep(&self, path: &str) -> Option<Self::Taken> {
        self.0.keep(path).map(Ok)
    }
}

/// Outputs are made to see whether they can be.
struct Nowhere;

impl Sink for Nowhere {
    type Taken = ();

    fn take(&self, _: Output) {}

    fn keep(&self, _: &str) -> Option<()> {
        None
    }
}

/// Pages that were published and are gone: links to them break. Lists come and go with what they list.
fn gone(staged: &[Staged], writer: &Writer) -> Vec<Diagnostic> {
    let now: HashSet<&str> = staged.iter().map(Staged::path).collect();
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
