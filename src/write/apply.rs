//! The move from the staging folder to the output folder, when everything is staged.
//! First looks for files of others in the way, so that what can fail fails before anything has changed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::error::{Disk, WriteError};
use super::manifest::{MANIFEST, Manifest};
use super::path::{self, Occupant};
use super::place::Place;
use super::remembered::{self, Signature, Stamp};
use super::{Change, Staged};

/// The staging folder, complete, becomes the output folder in one step. Returns a moment after the last file of ours
/// was written.
pub(super) fn become_output(place: &Place, new: &Manifest) -> Result<Stamp, WriteError> {
    let until = remembered::stamp(&place.stage.join(MANIFEST), new.to_text().as_bytes()).at(place, MANIFEST)?;
    fs::rename(&place.stage, &place.out).at(place, "")?;
    Ok(until)
}

/// Moves what has changed in and removes what is no longer an output; returns how many files were removed, and a moment
/// after the last one was moved in.
///
/// Until the last step the manifest names old and new files alike, so that whatever a killed build leaves is ours.
pub(super) fn move_in(
    place: &Place,
    old: &Manifest,
    new: &Manifest,
    staged: &mut [Staged],
) -> Result<(usize, Stamp), WriteError> {
    let mut moves: Vec<&mut Staged> = staged.iter_mut().filter(|staged| staged.change != Change::None).collect();
    moves.sort_by(|a, b| (path::rank(&a.path), &a.path).cmp(&(path::rank(&b.path), &b.path)));
    let in_the_way = in_the_way(place, old, &moves)?;
    let gone: Vec<&str> = old.paths().filter(|path| !new.contains(path)).collect();

    let union = old.union(new);
    union.put(place)?;
    let mut removed = 0;
    for path in &in_the_way {
        removed += remove(place, path)?;
    }
    for Staged { path, change, signature, .. } in moves {
        let to = place.out.join(&**path);
        if *change == Change::OverFolder {
            remove_empty_folders(&to).at(place, path)?;
        }
        rename(&place.staged(path), &to).at(place, path)?;
        *signature = Signature::of(&fs::symlink_metadata(&to).at(place, path)?);
    }
    for path in gone {
        removed += remove(place, path)?;
    }
    if union != *new {
        new.put(place)?;
    }
    let until = remembered::stamp(&place.stage.join("clock"), b"").at(place, "")?;
    Ok((removed, until))
}

/// Our own files that must go before a file becomes a folder, or a folder a file. A file of others among them is an
/// error.
fn in_the_way(place: &Place, old: &Manifest, moves: &[&mut Staged]) -> Result<BTreeSet<String>, WriteError> {
    let mut paths = BTreeSet::new();
    for moved in moves {
        let Staged { path, change, .. } = &**moved;
        match change {
            Change::None | Change::File => {}
            Change::UnderFile(file) => {
                paths.insert(file.clone());
            }
            Change::OverFolder => files_below(place, path, &mut paths)?,
        }
    }
    match paths.iter().find(|path| !old.contains(path)) {
        Some(path) => Err(place.foreign(path)),
        None => Ok(paths),
    }
}

/// Collects everything below `folder` that is not a folder.
fn files_below(place: &Place, folder: &str, paths: &mut BTreeSet<String>) -> Result<(), WriteError> {
    for entry in fs::read_dir(place.out.join(folder)).at(place, folder)? {
        let entry = entry.at(place, folder)?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        match entry.file_type().at(place, &path)?.is_dir() {
            true => files_below(place, &path, paths)?,
            false => {
                paths.insert(path);
            }
        }
    }
    Ok(())
}

/// Removes a file of ours and the folders that become empty; returns how many files that were: none when it is gone
/// already, or when something else has taken its place.
fn remove(place: &Place, path: &str) -> Result<usize, WriteError> {
    match path::occupant(&place.out, path).at(place, path)? {
        Occupant::File(_) => fs::remove_file(place.out.join(path)).at(place, path)?,
        _ => return Ok(0),
    }
    let above: Vec<&str> = path::folders_above(path).collect();
    for folder in above.into_iter().rev() {
        match fs::remove_dir(place.out.join(folder)) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => break,
            Err(error) => return Err(error).at(place, folder),
        }
    }
    Ok(1)
}

/// Removes a folder that holds nothing but folders; one that is gone is well.
fn remove_empty_folders(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        result => result?,
    };
    for entry in entries {
        remove_empty_folders(&entry?.path())?;
    }
    fs::remove_dir(folder)
}

/// Moves a file, and makes the folders above it where they are missing.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::rename(from, to)
        }
        result => result,
    }
}
