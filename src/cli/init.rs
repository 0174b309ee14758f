//! `insyn init`: a small site to begin with. Its files stand in `init.txt`, each after a line with its path; theme and
//! collections are none of them, because the program carries those.

use super::{failure::Failure, terminal::Terminal};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

const FILES: &str = include_str!("init.txt");

/// What a new site is staged in, inside its folder: hidden, should the program end before it is done.
const STAGE: &str = ".insyn-init";

/// What may be in the folder before: the repository that the site is to be kept in.
const ACCEPTED: [&str; 2] = [".git", STAGE];

/// Makes a site, and gives what the program ends with.
pub(super) fn init(folder: &Path, terminal: &Terminal) -> Result<u8, Failure> {
    let refused = |error: io::Error| Failure::machine(folder, &error);
    let was_there = folder.exists();
    if was_there && !is_empty(folder).map_err(refused)? {
        return Err(Failure::usage("fail-not-empty").with("path", folder.display().to_string()));
    }
    let made = make(folder);
    if made.is_err() {
        // The first error is the one to tell; what is left over is hidden, or a folder that was not there.
        _ = if was_there { fs::remove_dir_all(folder.join(STAGE)) } else { fs::remove_dir_all(folder) };
    }
    made.map_err(refused)?;
    let path = [("path", folder.display().to_string().into())];
    terminal.conclude(&terminal.words.with("started", &path))?;
    let next = if folder == Path::new(".") { "started-next-here" } else { "started-next" };
    terminal.say(&terminal.words.with(next, &path));
    Ok(0)
}

/// Stages every file, then moves them in; the settings last, because they are what makes the folder a site.
fn make(folder: &Path) -> io::Result<()> {
    let stage = folder.join(STAGE);
    for (path, text) in files() {
        let path = stage.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&stage))?;
        fs::write(path, text)?;
    }
    for name in ["content", "insyn.yaml"] {
        fs::rename(stage.join(name), folder.join(name))?;
    }
    fs::remove_dir_all(stage)
}

fn is_empty(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !ACCEPTED.iter().any(|name| entry.as_ref().is_ok_and(|entry| entry.file_name() == *name)) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The files of the site with their texts.
fn files() -> impl Iterator<Item = (PathBuf, &'static str)> {
    let parts = FILES.split("=== ").filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once('\n').expect("each part begins with its path"))
        .map(|(path, text)| (path.into(), text))
}
