//! The journey of a site on one screen: load, check, read the theme, render, write. Nothing is written when anything is
//! wrong. Who asks for a build, and what is said of it, is decided in `cli` and `serve`.

mod memory;
mod writing;

pub use memory::Memory;

use crate::{
    check,
    diagnostic::{Code, Diagnostic, Severity, promote},
    load::{self, Drafts},
    model::Site,
    render::{self, Sink},
    theme::{Theme, View, mark},
    write::{Output, Report, Twins},
};
use jiff::civil::Date;
use memory::Settled;
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};
use writing::{Written, finish, open, write};

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
    if outcome.report.is_some() && !memory.is_as_left {
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
    let Some(begun) = begin(options, memory, (changes.paths, &mut outcome)) else { return outcome };
    let of = begun.mark(options);
    if let Some(kept) = of.and_then(|of| kept(of, options, memory)) {
        begun.end(memory);
        return kept;
    }
    let Some((site, theme)) = checked(begun, options, memory, &mut outcome) else { return outcome };
    if !changes.paths.is_empty() {
        (changes.early)(render::early(&site, &theme, &sources(&options.root, changes.paths)));
    }
    let settled = of.and_then(|of| Settled::new(of, &outcome));
    outcome.end(open(options, memory).and_then(|writer| write(&site, &theme, (writer, options), memory)));
    memory.settle(settled.filter(|_| outcome.report.is_some()));
    memory.keep_theme(theme);
    outcome
}

impl Outcome {
    /// What came of the writing.
    fn end(&mut self, written: Result<Written, Vec<Diagnostic>>) {
        let (report, mut told) = written.unwrap_or_else(|told| (None, told));
        self.report = report;
        self.diagnostics.append(&mut told);
    }
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
    if let Some((site, theme)) = looked_through(options, &mut outcome)
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
    match looked_through(options, &mut outcome) {
        Some((site, theme)) => Ok(render::view(&site, &theme, path)),
        None => Err(outcome.diagnostics),
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

fn looked_through(options: &Options, outcome: &mut Outcome) -> Option<(Site, Theme)> {
    let mut memory = Memory::default();
    let begun = begin(options, &mut memory, (&[], outcome))?;
    checked(begun, options, &mut memory, outcome)
}

/// A build whose files have been read.
struct Begun {
    looked: load::Looked,
    /// Or what is wrong with it.
    theme: Result<Theme, Vec<Diagnostic>>,
}

impl Begun {
    /// Stands for everything that the outputs are made of; `None` when some of it cannot be used.
    fn mark(&self, options: &Options) -> Option<u64> {
        Some(mark(&(self.looked.digest(&loading(options))?, self.theme.as_ref().ok()?.mark)))
    }

    /// Ends a build that has nothing to make.
    fn end(self, memory: &mut Memory) {
        if memory.is_for_one_build {
            // What is held are very many small pieces, and the program is about to end.
            std::mem::forget(self);
        } else {
            memory.keep_load(self.looked.unused());
            self.theme.into_iter().for_each(|theme| memory.keep_theme(theme));
        }
    }
}

fn loading(options: &Options) -> load::Options {
    load::Options { root: options.root.clone(), today: options.today, drafts: options.drafts }
}

/// Reads the files of a site and its theme; `None` when there is no site. Where it is known which paths have changed, nothing
/// else is read.
fn begin(options: &Options, memory: &mut Memory, (changed, outcome): (&[PathBuf], &mut Outcome)) -> Option<Begun> {
    let looked = match load::look(&loading(options), memory.take_load(), changed) {
        Ok(looked) => looked,
        Err(unread) => {
            memory.keep_load(unread.remembered);
            outcome.diagnostics = told(unread.told, options);
            return None;
        }
    };
    let content = absolute(&options.root.join("content"));
    let is_same = !changed.is_empty() && changed.iter().all(|path| absolute(path).starts_with(&content));
    let theme = memory.take_theme().filter(|_| is_same);
    let theme = theme.map_or_else(|| Theme::read(&options.root, looked.theme()), Ok);
    Some(Begun { looked, theme })
}

/// The site as the build before left it, where all that it is made of is the same and so are its outputs.
fn kept(of: u64, options: &Options, memory: &mut Memory) -> Option<Outcome> {
    let settled = memory.settled(of)?;
    let mut outcome = Outcome { documents: settled.documents, ..Outcome::default() };
    outcome.diagnostics = told(settled.told.clone(), options);
    if is_wrong(&outcome.diagnostics) {
        return None;
    }
    match open(options, memory) {
        Ok(writer) => match writer.keep_all() {
            Some(staged) => outcome.end(finish(writer, staged, options, memory)),
            None => {
                memory.keep_write(writer.abandon());
                return None;
            }
        },
        Err(told) => outcome.end(Err(told)),
    }
    memory.settle(Some(settled).filter(|_| outcome.report.is_some()));
    memory.is_as_left = true;
    Some(outcome)
}

/// Puts a site together and checks it; `None` when something is wrong with it, or with its theme.
fn checked(begun: Begun, options: &Options, memory: &mut Memory, outcome: &mut Outcome) -> Option<(Site, Theme)> {
    let (mut site, mut diagnostics, mut loaded) = begun.looked.site(&loading(options));
    outcome.documents = site.documents.len();
    let (found, checked) = check::check(&site, memory.take_check());
    diagnostics.extend(found);
    let theme = match begun.theme {
        Ok(theme) => Some(theme),
        Err(mut told) => {
            diagnostics.append(&mut told);
            None
        }
    };
    if memory.is_for_one_build {
        load::all_is_told(&mut site, &mut loaded);
    }
    memory.keep_load(loaded);
    memory.keep_check(checked);
    outcome.diagnostics = told(diagnostics, options);
    theme.filter(|_| !is_wrong(&outcome.diagnostics)).map(|theme| (site, theme))
}

/// What is to be told, in order of file and line, as grave as was asked for.
fn told(mut diagnostics: Vec<Diagnostic>, options: &Options) -> Vec<Diagnostic> {
    diagnostics.sort_by(|a, b| (&a.path, a.span, a.code).cmp(&(&b.path, b.span, b.code)));
    if options.strictness == Strictness::Strict {
        promote(&mut diagnostics);
    }
    diagnostics
}

fn is_wrong(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
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
