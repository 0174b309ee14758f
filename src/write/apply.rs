//! The move from the staging folder to the output folder, when everything is staged.
//! First looks for files of others in the way, so that what can fail fails before anything has changed.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, Metadata};
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
    may_write(place, moves.iter().map(|moved| &*moved.path).chain(gone.iter().copied()))?;

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

/// Looks whether we may change the folders that `paths` lie in: a move that is refused half-way leaves a mixture of two
/// sites. Asks first what it costs nothing to ask, and tries where the answer is doubtful.
fn may_write<'a>(place: &Place, paths: impl Iterator<Item = &'a str>) -> Result<(), WriteError> {
    // The staging folder is of our making, so its owner is who we are.
    let own = fs::symlink_metadata(&place.stage).at(place, "")?;
    let mut seen = HashSet::new();
    for path in paths {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if !seen.insert(folder) {
            continue;
        }
        let at = place.out.join(folder);
        if fs::symlink_metadata(&at).is_ok_and(|metadata| metadata.is_dir() && is_doubtful(&metadata, &own)) {
            try_write(&at).at(place, folder)?;
        }
    }
    Ok(())
}

/// Whether a folder is that of somebody else who lets nobody write, or of ours but closed.
#[cfg(unix)]
fn is_doubtful(folder: &Metadata, own: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    match folder.uid() == own.uid() {
        true => folder.mode() & 0o300 != 0o300,
        false => folder.mode() & 0o022 == 0,
    }
}

#[cfg(not(unix))]
fn is_doubtful(_folder: &Metadata, _own: &Metadata) -> bool {
    false
}

/// Makes and removes an empty folder, which is no file of any site also if we are killed between.
fn try_write(folder: &Path) -> io::Result<()> {
    let probe = folder.join(".insyn-probe");
    match fs::create_dir(&probe) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::remove_dir(&probe),
    }
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
