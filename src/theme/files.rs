//! Reads the files of a theme: those that the program carries, then the site's own on top.

use crate::{
    carried,
    diagnostic::{Code, Diagnostic},
};
use std::{collections::BTreeMap, fs, io, path::Path};

/// Files by their path below the theme's folder.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The theme that the program carries, and that every other builds on.
const CARRIED: &str = "themes/insyn";

/// Reads a theme.
///
/// # Errors
/// A diagnostic for each file or folder that cannot be read.
pub(super) fn read(root: &Path, name: &str) -> Result<Files, Vec<Diagnostic>> {
    let mut files: Files = carried::below(CARRIED).map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let mut diagnostics = Vec::new();
    let folder = format!("themes/{name}");
    below(&root.join(&folder), "", &mut files, &mut |path, error| {
        diagnostics
            .push(Diagnostic::new(Code::FileUnreadable, format!("{folder}/{path}")).with("reason", error.to_string()));
    });
    if diagnostics.is_empty() { Ok(files) } else { Err(diagnostics) }
}

fn below(folder: &Path, prefix: &str, files: &mut Files, tell: &mut dyn FnMut(&str, &io::Error)) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound && prefix.is_empty() => return,
        Err(error) => return tell(prefix, &error),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                tell(prefix, &error);
                continue;
            }
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        let full = entry.path();
        if full.is_dir() {
            below(&full, &path, files, tell);
            continue;
        }
        match fs::read(&full) {
            Ok(bytes) => _ = files.insert(path, bytes),
            Err(error) => tell(&path, &error),
        }
    }
}
