//! What a write leaves for the next: for each of our files its hash, and what the system says of it as it stands.
//! A file that still looks the same has not been touched, and need not be read. Anything else is only slower: what is
//! remembered wrongly, of another folder or not at all never changes an outcome.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Hash;

/// Our files as a write left them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Remembered {
    files: FxHashMap<Box<str>, Known>,
    /// A moment before the write ended, by the file system's clock. Whoever touches a file afterwards gives it a later
    /// time of change, so the signature of a file whose own is earlier can be believed. Clocks tick slowly: a file of
    /// the last few milliseconds is read anyway.
    until: Stamp,
}

/// Nanoseconds since 1970, by the clock of the file system.
pub(super) type Stamp = i64;

/// One file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) hash: Hash,
    pub(super) signature: Signature,
}

/// What the system says of a file without reading it. Writing to a file, or putting another in its place, gives it
/// another signature: also with the same length, or when the times of the bytes are set back by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Signature {
    pub(super) length: u64,
    /// When the bytes were written.
    modified: Stamp,
    /// When bytes, name or rights were changed, which nobody can choose.
    changed: Stamp,
    inode: u64,
}

impl Signature {
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let stamp = |seconds: i64, nanoseconds: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds);
        Self {
            length: metadata.len(),
            modified: stamp(metadata.mtime(), metadata.mtime_nsec()),
            changed: stamp(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    /// Elsewhere a file is always read: the latest time of change is never before any other.
    #[cfg(not(unix))]
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: 0, changed: Stamp::MAX, inode: 0 }
    }
}

impl Remembered {
    pub(super) fn new(files: FxHashMap<Box<str>, Known>, until: Stamp) -> Self {
        Self { files, until }
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    pub(super) fn get(&self, path: &str) -> Option<&Known> {
        self.files.get(path)
    }

    /// Whether a file that now looks like this has not been touched since.
    pub(super) fn vouches_for(&self, known: &Known, now: Signature) -> bool {
        known.signature == now && now.changed < self.until
    }
}

/// What the file system's clock says, told by a file that is written at `path` for it.
pub(super) fn stamp(path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    std::fs::write(path, bytes)?;
    Ok(Signature::of(&File::open(path)?.metadata()?).changed)
}
