//! Puts the outputs of a build in their folder; the sole writer of it. Outputs come in as paths and bytes.
//! What they hold is decided in `render`. A file is whole or absent: everything is staged beside the folder and
//! moved in when all has succeeded. Files that are the same already keep their times; files of others are left alone.

mod apply;
mod error;
mod manifest;
mod path;
mod place;

pub use error::WriteError;
pub use manifest::MANIFEST;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use error::Disk;
use manifest::Manifest;
use path::Occupant;
use place::Place;

pub use crate::render::Output;

/// What a write did, in numbers of files; the manifest is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// All outputs: `written` and `unchanged` together.
    pub outputs: usize,
    /// New, or with other bytes than before.
    pub written: usize,
    /// The same bytes as before, and not touched.
    pub unchanged: usize,
    /// Ours from an earlier build, no longer an output.
    pub removed: usize,
}

/// An output that waits to be moved in, or that need not be.
#[derive(Debug)]
pub struct Staged {
    path: String,
    hash: String,
    change: Change,
}

impl Staged {
    /// The path of the output.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// What the output means for the place where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    /// The same bytes are there.
    None,
    /// Nothing is there, or an older file of ours.
    File,
    /// A folder stands where the file goes.
    OverFolder,
    /// A file, named here, stands where a folder above the output goes.
    UnderFile(String),
}

/// Writes `outputs` to the folder `out`, which afterwards holds them, the manifest and whatever others put there.
///
/// Takes a `Vec` as well as a parallel iterator that renders as it goes.
///
/// # Errors
/// Those of [`Writer::open`], [`Writer::stage`] and [`Writer::finish`].
pub fn write(outputs: impl IntoParallelIterator<Item = Output>, out: &Path) -> Result<Report, WriteError> {
    let writer = Writer::open(out)?;
    let staged = outputs.into_par_iter().map(|output| writer.stage(output)).collect::<Result<Vec<_>, _>>()?;
    writer.finish(staged)
}

/// A write under way. Dropped unfinished, it leaves the output folder as it was.
#[derive(Debug)]
pub struct Writer {
    place: Place,
    old: Manifest,
}

impl Writer {
    /// Locks the folder `out` against other builds and makes ready to stage.
    ///
    /// # Errors
    /// [`WriteError::Running`] when another build holds the lock, [`WriteError::Foreign`] when `out` is not a folder,
    /// [`WriteError::Disk`] when the machine refuses.
    pub fn open(out: &Path) -> Result<Self, WriteError> {
        let place = Place::take(out)?;
        let old = Manifest::read(&place)?;
        Ok(Self { place, old })
    }

    /// The paths of our files that the folder holds from the build before.
    pub fn published(&self) -> impl Iterator<Item = &str> {
        self.old.paths()
    }

    /// Stages one output; may be called from many threads at once. Nothing in the output folder changes.
    ///
    /// # Errors
    /// [`WriteError::Path`] when the path is none that an output may have, [`WriteError::Foreign`] when a file of
    /// somebody else is in the way, [`WriteError::Disk`] when the machine refuses.
    pub fn stage(&self, output: Output) -> Result<Staged, WriteError> {
        let Output { path, bytes } = output;
        if !path::is_valid(&path) {
            return Err(WriteError::Path { path });
        }
        let change = self.change(&path, &bytes)?;
        if change != Change::None {
            match write_new(&self.place.staged(&path), &bytes) {
                // Only outputs lie in the staging folder, so this is a file that another output needs as a folder.
                Err(error) if is_clash(&error) => return Err(WriteError::Path { path }),
                result => result.at(&self.place, &path)?,
            }
        }
        Ok(Staged { hash: blake3::hash(&bytes).to_hex().to_string(), path, change })
    }

    /// Moves the staged outputs in and removes what is ours and no longer an output.
    ///
    /// `staged` are all outputs of the site, from [`Writer::stage`] of this writer.
    ///
    /// # Errors
    /// [`WriteError::Path`] when two outputs cannot stand side by side, [`WriteError::Foreign`] when a file of
    /// somebody else is in the way: then nothing has changed. [`WriteError::Disk`] when the machine refuses: then
    /// every file is whole, old or new, and the next write completes what is missing.
    pub fn finish(self, staged: Vec<Staged>) -> Result<Report, WriteError> {
        let new = self.new_manifest(&staged)?;
        let written = staged.iter().filter(|staged| staged.change != Change::None).count();
        let removed = if self.place.is_fresh {
            apply::become_output(&self.place, &new)?;
            0
        } else {
            apply::move_in(&self.place, &self.old, &new, &staged)?
        };
        Ok(Report { outputs: staged.len(), written, unchanged: staged.len() - written, removed })
    }

    fn change(&self, path: &str, bytes: &[u8]) -> Result<Change, WriteError> {
        if self.place.is_fresh {
            return Ok(Change::File);
        }
        match path::occupant(&self.place.out, path).at(&self.place, path)? {
            Occupant::Nothing => Ok(Change::File),
            Occupant::Folder => Ok(Change::OverFolder),
            Occupant::Under(file) => Ok(Change::UnderFile(file)),
            Occupant::Other(other) => Err(self.place.foreign(&other)),
            Occupant::File(length) => {
                let is_same =
                    length == bytes.len() as u64 && fs::read(self.place.out.join(path)).at(&self.place, path)? == bytes;
                if is_same {
                    Ok(Change::None)
                } else if self.old.contains(path) {
                    Ok(Change::File)
                } else {
                    Err(self.place.foreign(path))
                }
            }
        }
    }

    /// The manifest of what is staged; an output twice, or a file that another output needs as a folder, is an error.
    fn new_manifest(&self, staged: &[Staged]) -> Result<Manifest, WriteError> {
        let mut hashes = BTreeMap::new();
        for Staged { path, hash, .. } in staged {
            if hashes.insert(path.clone(), hash.clone()).is_some() {
                return Err(WriteError::Path { path: path.clone() });
            }
        }
        let clash = hashes.keys().find(|path| path::folders_above(path).any(|folder| hashes.contains_key(folder)));
        match clash {
            Some(path) => Err(WriteError::Path { path: path.clone() }),
            None => Ok(Manifest::new(hashes)),
        }
    }
}

/// Writes a file in the staging folder, and makes the folders above it where they are missing.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(path, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, bytes)
        }
        result => result,
    }
}

fn is_clash(error: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, IsADirectory, NotADirectory};
    matches!(error.kind(), AlreadyExists | IsADirectory | NotADirectory)
}
