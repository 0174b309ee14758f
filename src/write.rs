//! Puts the outputs of a build in their folder; the sole writer of it. Outputs come in as paths and bytes.
//! What they hold is decided in `render`. A file is whole or absent: everything is staged beside the folder and
//! moved in when all has succeeded. Files that are the same already keep their times; files of others are left alone.

mod apply;
mod error;
mod manifest;
mod path;
mod place;
mod remembered;
mod twins;

pub use error::WriteError;
pub use manifest::MANIFEST;
pub use remembered::Remembered;
pub use twins::Twins;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use error::Disk;
use manifest::Manifest;
use path::Occupant;
use place::Place;
use remembered::{Known, Signature};

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
    path: Box<str>,
    hash: Hash,
    change: Change,
    /// The file as it stands in the output folder; what is still staged gets its own when it is moved in.
    signature: Signature,
    /// Its compressed twins.
    twins: Vec<Staged>,
}

impl Staged {
    /// The path of the output.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// blake3 of a file's bytes.
type Hash = [u8; 32];

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
    let writer = Writer::open(out, Remembered::default())?;
    let staged = outputs.into_par_iter().map(|output| writer.stage(output)).collect::<Result<Vec<_>, _>>()?;
    writer.finish(staged).map(|(report, _)| report)
}

/// Where the cache of the builds of an output folder lies, if there is a place for one.
pub fn cache_path(out: &Path) -> Option<PathBuf> {
    place::beside(out, "cache")
}

/// A write under way. Dropped unfinished, it leaves the output folder as it was.
#[derive(Debug)]
pub struct Writer {
    place: Place,
    old: Manifest,
    remembered: Remembered,
    twins: Twins,
}

impl Writer {
    /// Locks the folder `out` against other builds and makes ready to stage. What the last write to this folder left
    /// to remember saves reading files that nobody has touched; without it, or with an old one, the outcome is the same.
    ///
    /// # Errors
    /// [`WriteError::Running`] when another build holds the lock, [`WriteError::Foreign`] when `out` is not a folder,
    /// [`WriteError::Disk`] when the machine refuses.
    pub fn open(out: &Path, remembered: Remembered) -> Result<Self, WriteError> {
        let place = Place::take(out)?;
        let old = Manifest::read(&place)?;
        Ok(Self { place, old, remembered, twins: Twins::None })
    }

    /// The same write, which also makes twins, or does not.
    #[must_use]
    pub fn with_twins(self, twins: Twins) -> Self {
        Self { twins, ..self }
    }

    /// The paths of our files that the folder holds from the build before.
    pub fn published(&self) -> impl Iterator<Item = &str> {
        self.old.paths()
    }

    /// Keeps the output that the remembered write put at `path`, without its bytes; may be called from many threads at
    /// once. `None` when the folder does not hold just that: then it is to be made and staged again.
    pub fn keep(&self, path: &str) -> Option<Staged> {
        let staged = self.keep_alone(path)?;
        let twins = twins::KINDS.iter().filter(|_| self.wants_twins(path, staged.signature.length));
        let twins = twins.map(|(ending, _)| self.keep_alone(&format!("{path}{ending}"))).collect::<Option<Vec<_>>>()?;
        Some(Staged { twins, ..staged })
    }

    /// Keeps everything that the remembered write left; `None` when that is nothing, or not what the folder holds.
    pub fn keep_all(&self) -> Option<Vec<Staged>> {
        // A twin comes with its original, or goes.
        let paths: Vec<&str> = self.remembered.paths().filter(|path| twins::original(path) == *path).collect();
        (!paths.is_empty()).then(|| paths.into_par_iter().map(|path| self.keep(path)).collect())?
    }

    /// Ends with nothing written, and gives back what was remembered.
    pub fn abandon(self) -> Remembered {
        self.remembered
    }

    /// Stages one output; may be called from many threads at once. Nothing in the output folder changes.
    ///
    /// # Errors
    /// [`WriteError::Path`] when the path is none that an output may have, [`WriteError::Foreign`] when a file of
    /// somebody else is in the way, [`WriteError::Disk`] when the machine refuses.
    pub fn stage(&self, output: Output) -> Result<Staged, WriteError> {
        let Output { path, bytes } = output;
        let mut staged = self.stage_alone(path, &bytes)?;
        if self.wants_twins(&staged.path, bytes.len() as u64) {
            // Of an output that is remembered the twins are known, and need not be made to be compared.
            let is_known = self.remembered.get(&staged.path).is_some_and(|known| known.hash == staged.hash);
            for (ending, compress) in twins::KINDS {
                let path = format!("{}{ending}", staged.path);
                let kept = is_known.then(|| self.keep_alone(&path)).flatten();
                staged.twins.push(kept.map_or_else(|| self.stage_alone(path, &compress(&bytes)), Ok)?);
            }
        }
        Ok(staged)
    }

    fn wants_twins(&self, path: &str, length: u64) -> bool {
        self.twins == Twins::Compressed && twins::has_twins(path, length)
    }

    fn keep_alone(&self, path: &str) -> Option<Staged> {
        let known = self.remembered.get(path)?;
        let signature = self.untouched(path, known).or_else(|| self.still_same(path, known))?;
        Some(Staged { path: path.into(), hash: known.hash, change: Change::None, signature, twins: Vec::new() })
    }

    fn stage_alone(&self, path: String, bytes: &[u8]) -> Result<Staged, WriteError> {
        if !path::is_valid(&path) {
            return Err(WriteError::Path { path });
        }
        let hash = *blake3::hash(bytes).as_bytes();
        let known = self.remembered.get(&path).filter(|known| known.hash == hash);
        if let Some(signature) = known.and_then(|known| self.untouched(&path, known)) {
            return Ok(Staged { path: path.into(), hash, change: Change::None, signature, twins: Vec::new() });
        }
        let (change, mut signature) = self.change(&path, bytes)?;
        if change != Change::None {
            signature = match write_new(&self.place.staged(&path), bytes) {
                // Only outputs lie in the staging folder, so this is a file that another output needs as a folder.
                Err(error) if is_clash(&error) => return Err(WriteError::Path { path }),
                result => result.at(&self.place, &path)?,
            }
        }
        Ok(Staged { path: path.into(), hash, change, signature, twins: Vec::new() })
    }

    /// Moves the staged outputs in and removes what is ours and no longer an output. Gives what was done, and what the
    /// next write to this folder may remember.
    ///
    /// `staged` are all outputs of the site, from [`Writer::stage`] and [`Writer::keep`] of this writer.
    ///
    /// # Errors
    /// [`WriteError::Path`] when two outputs cannot stand side by side, [`WriteError::Foreign`] when a file of
    /// somebody else is in the way: then nothing has changed. [`WriteError::Disk`] when the machine refuses: then
    /// every file is whole, old or new, and the next write completes what is missing.
    pub fn finish(self, mut staged: Vec<Staged>) -> Result<(Report, Remembered), WriteError> {
        let Self { place, old, remembered, .. } = self;
        drop(remembered);
        let twins: Vec<Staged> = staged.iter_mut().flat_map(|staged| std::mem::take(&mut staged.twins)).collect();
        staged.extend(twins);
        staged.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let new = new_manifest(&staged)?;
        let outputs = staged.len();
        let written = staged.iter().filter(|staged| staged.change != Change::None).count();
        let (removed, until) = match place.is_fresh {
            true => (0, apply::become_output(&place, &new)?),
            false => apply::move_in(&place, &old, &new, &mut staged)?,
        };
        let files = staged.into_iter().map(|Staged { path, hash, signature, .. }| (path, Known { hash, signature }));
        let remembered = Remembered::new(files.collect(), until);
        Ok((Report { outputs, written, unchanged: outputs - written, removed }, remembered))
    }

    /// The file at `path`, if it shows no sign that anybody has touched it since it was remembered.
    fn untouched(&self, path: &str, known: &Known) -> Option<Signature> {
        let metadata = fs::symlink_metadata(self.place.out.join(path)).ok()?;
        (metadata.is_file() && self.remembered.vouches_for(known, Signature::of(&metadata))).then_some(known.signature)
    }

    /// The file at `path`, if its bytes are those that are remembered, whatever has been done to it.
    fn still_same(&self, path: &str, known: &Known) -> Option<Signature> {
        let Ok(Occupant::File(signature)) = path::occupant(&self.place.out, path) else { return None };
        let is_same = signature.length == known.signature.length
            && *blake3::hash(&fs::read(self.place.out.join(path)).ok()?).as_bytes() == known.hash;
        is_same.then_some(signature)
    }

    /// What `bytes` mean for the file at `path`, and that file when it stays.
    fn change(&self, path: &str, bytes: &[u8]) -> Result<(Change, Signature), WriteError> {
        if self.place.is_fresh {
            return Ok((Change::File, Signature::default()));
        }
        let change = match path::occupant(&self.place.out, path).at(&self.place, path)? {
            Occupant::Nothing => Change::File,
            Occupant::Folder => Change::OverFolder,
            Occupant::Under(file) => Change::UnderFile(file),
            Occupant::Other(other) => return Err(self.place.foreign(&other)),
            Occupant::File(signature) => {
                let is_same = signature.length == bytes.len() as u64
                    && fs::read(self.place.out.join(path)).at(&self.place, path)? == bytes;
                if is_same {
                    return Ok((Change::None, signature));
                }
                if !self.old.contains(path) {
                    return Err(self.place.foreign(path));
                }
                Change::File
            }
        };
        Ok((change, Signature::default()))
    }
}

/// The manifest of what is staged, in order of path; an output twice, or a file that another output needs as a folder,
/// is an error.
fn new_manifest(staged: &[Staged]) -> Result<Manifest, WriteError> {
    let twice = staged.windows(2).find(|pair| pair[0].path == pair[1].path).map(|pair| &*pair[0].path);
    let new = Manifest::new(staged.iter().map(|staged| (staged.path.clone(), staged.hash)).collect());
    let clash = || new.paths().find(|path| path::folders_above(path).any(|folder| new.contains(folder)));
    match twice.or_else(clash) {
        Some(path) => Err(WriteError::Path { path: path.to_owned() }),
        None => Ok(new),
    }
}

/// Writes a file in the staging folder, and makes the folders above it where they are missing.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<Signature> {
    let mut file = match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            File::create(path)?
        }
        result => result?,
    };
    file.write_all(bytes)?;
    Ok(Signature::of(&file.metadata()?))
}

fn is_clash(error: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, IsADirectory, NotADirectory};
    matches!(error.kind(), AlreadyExists | IsADirectory | NotADirectory)
}
