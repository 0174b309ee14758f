//! The last two stages: what is rendered goes to the staging folder, and is moved in when all of it is there.

use super::{Memory, Options, Strictness, is_wrong};
use crate::{
    diagnostic::{Code, Diagnostic, promote},
    model::{Site, address::is_passing},
    render::{self, Sink},
    theme::Theme,
    write::{Output, Report, Staged, WriteError, Writer},
};
use std::collections::HashSet;

/// What came of the writing, and the pages that are gone.
pub(super) type Written = (Option<Report>, Vec<Diagnostic>);

/// Makes ready to write.
pub(super) fn open(options: &Options, memory: &mut Memory) -> Result<Writer, Vec<Diagnostic>> {
    let writer = Writer::open(&options.out, memory.take_write());
    writer.map(|writer| writer.with_twins(options.twins)).map_err(refused)
}

fn refused(error: WriteError) -> Vec<Diagnostic> {
    vec![error.diagnostic()]
}

/// Renders into the staging folder and moves everything in.
pub(super) fn write(
    site: &Site,
    theme: &Theme,
    (writer, options): (Writer, &Options),
    memory: &mut Memory,
) -> Result<Written, Vec<Diagnostic>> {
    let (taken, rendered) = render::render(site, theme, memory.take_render(), &Staging(&writer))?;
    let staged = taken.into_iter().collect::<Result<_, _>>().map_err(refused)?;
    let written = finish(writer, staged, options, memory)?;
    if written.0.is_some() {
        memory.keep_render(rendered);
    }
    Ok(written)
}

/// Moves what is staged in, after telling of pages that were published and are gone; with `--strict` that stops the writing.
pub(super) fn finish(
    writer: Writer,
    staged: Vec<Staged>,
    options: &Options,
    memory: &mut Memory,
) -> Result<Written, Vec<Diagnostic>> {
    let mut gone = gone(&staged, &writer);
    if options.strictness == Strictness::Strict {
        promote(&mut gone);
    }
    if is_wrong(&gone) {
        return Ok((None, gone));
    }
    let (report, written) = writer.finish(staged).map_err(refused)?;
    memory.keep_write(written);
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

/// Pages that were published and are gone: links to them break. Lists come and go with what they list.
fn gone(staged: &[Staged], writer: &Writer) -> Vec<Diagnostic> {
    let now: HashSet<&str> = staged.iter().map(Staged::path).collect();
    let pages = writer.published().filter_map(|path| Some((path, path.strip_suffix("index.html")?)));
    let gone = pages.filter(|(path, address)| !now.contains(path) && !is_passing(address));
    gone.map(|(_, address)| Diagnostic::new(Code::PageGone, "content").with("address", format!("/{address}"))).collect()
}
