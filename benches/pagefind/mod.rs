//! Pagefind, which our search is measured beside: got as `package-lock.json` says, and where it lies.

use std::{
    io,
    path::{Path, PathBuf},
    process::Command,
};

const BENCHES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches");

/// Gets Pagefind when it is not there.
///
/// # Errors
/// When it cannot be had.
pub(crate) fn install() -> io::Result<()> {
    if script().exists() {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock file that lacks the programs of other systems, which not every registry has.
    let ended =
        Command::new("npm").args(["install", "--no-save", "--no-audit", "--no-fund"]).current_dir(BENCHES).status()?;
    if ended.success() { Ok(()) } else { Err(io::Error::other("npm could not install Pagefind")) }
}

/// The program that the script of the package starts, as it tells itself. Node's own time and memory would otherwise
/// be most of what a small site costs.
///
/// # Errors
/// When the script cannot be run.
pub(crate) fn program() -> io::Result<String> {
    let told = Command::new(script()).args(["--verbose", "--version"]).output()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let path = told.lines().find_map(|line| line.split_once("Running the executable at ")).map(|(_, path)| path.trim());
    Ok(path.map_or_else(|| script().to_string_lossy().into_owned(), ToOwned::to_owned))
}

fn script() -> PathBuf {
    Path::new(BENCHES).join("node_modules/.bin/pagefind")
}
