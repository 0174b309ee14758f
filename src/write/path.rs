//! Paths of outputs: which are allowed, in what order they are moved in, and what stands there now.
//! Only looks at the disk; never follows a symbolic link.

use std::fs;
use std::io;
use std::path::{Component, Path};

use super::remembered::Signature;
use super::twins;

/// Whether an output may have this path: relative, within the folder, the same on every system, not a name that the
/// writer itself uses.
pub(super) fn is_valid(path: &str) -> bool {
    let is_plain = !path.contains('\\') && !path.chars().any(char::is_control);
    let has_segments = path.split('/').all(|segment| !matches!(segment, "" | "." | ".."));
    let is_inside = Path::new(path).components().all(|component| matches!(component, Component::Normal(_)));
    is_plain && has_segments && is_inside && !path.starts_with(".insyn-")
}

/// The folders above an output, nearest the root first: `a`, `a/b` for `a/b/c`.
pub(super) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// When an output is moved in, lowest first, so that no page points at what is not there yet: files named by their
/// content, other files, pages, and last what lies in the root.
pub(super) fn rank(path: &str) -> u8 {
    let name = twins::original(path.rsplit('/').next().unwrap_or(path));
    if has_hash(name) {
        0
    } else if !path.contains('/') {
        3
    } else if name.ends_with(".html") {
        2
    } else {
        1
    }
}

/// Whether a part of the name is a hash: eight hexadecimal digits or more.
fn has_hash(name: &str) -> bool {
    name.split(['.', '-', '_']).any(|part| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// What stands where an output goes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Occupant {
    Nothing,
    File(Signature),
    Folder,
    /// This file stands where a folder above the output goes.
    Under(String),
    /// A symbolic link, or something stranger, at this path: at the output itself or above it.
    Other(String),
}

/// Looks at each step from `out` down to `path`.
pub(super) fn occupant(out: &Path, path: &str) -> io::Result<Occupant> {
    for step in folders_above(path).chain([path]) {
        let metadata = match fs::symlink_metadata(out.join(step)) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Occupant::Nothing),
            Err(error) => return Err(error),
        };
        if metadata.is_dir() {
            continue;
        }
        return Ok(match (metadata.is_file(), step == path) {
            (false, _) => Occupant::Other(step.to_owned()),
            (true, true) => Occupant::File(Signature::of(&metadata)),
            (true, false) => Occupant::Under(step.to_owned()),
        });
    }
    Ok(Occupant::Folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_within_the_folder_are_valid() {
        for path in ["index.html", "a/b/index.html", ".nojekyll", ".well-known/security.txt", "å ö.pdf"] {
            assert!(is_valid(path), "{path}");
        }
        for path in ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "a\nb", ".insyn-manifest"] {
            assert!(!is_valid(path), "{path}");
        }
    }

    #[test]
    fn pages_come_after_what_they_point_at() {
        let mut paths = ["index.html", "a/index.html", "css/base.0a1b2c3d4e.css", "a/kalender.ics", "robots.txt"];
        paths.sort_by_key(|path| rank(path));
        assert_eq!(paths, ["css/base.0a1b2c3d4e.css", "a/kalender.ics", "a/index.html", "index.html", "robots.txt"]);
    }
}
