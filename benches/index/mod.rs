//! Makes our index of a site, in a process of its own so that its cost can be measured.

use crate::measure;
use insyn::{
    load::{self, Drafts},
    render,
    theme::Theme,
};
use std::{fs, io, path::Path};

/// The argument that asks for it.
pub(crate) const TASK: &str = "index-of-ours";

/// Loads the site, makes the index, prints the processor time that took, and writes it.
///
/// # Errors
/// When the site is not sound, or the folder cannot be written.
pub(crate) fn main(site: &Path, out: &Path) -> io::Result<()> {
    let options =
        load::Options { root: site.to_owned(), today: jiff::civil::date(2026, 11, 22), drafts: Drafts::Hidden };
    let (loaded, diagnostics, _) = load::load(&options, load::Remembered::default());
    let loaded = loaded.ok_or_else(|| io::Error::other(format!("{diagnostics:?}")))?;
    let theme = Theme::read(site, "insyn").map_err(|told| io::Error::other(format!("{told:?}")))?;
    let before = measure::own_cpu()?;
    let outputs = render::search_index(&loaded, &theme);
    let cpu = measure::own_cpu()? - before;
    println!("{cpu}");
    for output in outputs {
        let path = out.join(&output.path);
        fs::create_dir_all(path.parent().unwrap_or(out))?;
        fs::write(path, output.bytes)?;
    }
    Ok(())
}
