//! The list of our files in the output folder: what tells them from the files of others.
//! One line for each, `<blake3 of the bytes, hexadecimal> <path>`, sorted by path. It is an output like the rest, so
//! it says nothing that differs between two builds of the same site.

use std::cmp::Ordering;
use std::fmt::Write as _;
use std::fs;
use std::io;

use super::Hash;
use super::error::{Disk, WriteError};
use super::path::{self, Occupant};
use super::place::Place;

/// The manifest's name in the output folder.
pub const MANIFEST: &str = ".insyn-manifest";

/// Path and hash of each of our files, in order of path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Manifest(Vec<(Box<str>, Hash)>);

impl Manifest {
    /// `files` are in order of path, each once.
    pub(super) fn new(files: Vec<(Box<str>, Hash)>) -> Self {
        Self(files)
    }

    /// Reads what an earlier build left; empty where there is none.
    ///
    /// A line that cannot be read is skipped: the file it meant is then foreign, which errs on the safe side, and a
    /// manifest that was tampered with never leads to a path outside the folder.
    pub(super) fn read(place: &Place) -> Result<Self, WriteError> {
        match path::occupant(&place.out, MANIFEST).at(place, MANIFEST)? {
            Occupant::Nothing => return Ok(Self::default()),
            Occupant::File(_) => {}
            _ => return Err(place.foreign(MANIFEST)),
        }
        let bytes = fs::read(place.out.join(MANIFEST)).at(place, MANIFEST)?;
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let mut files: Vec<_> = lines.filter(|(_, path)| path::is_valid(path)).map(entry).collect();
        files.sort_unstable();
        files.dedup_by(|a, b| a.0 == b.0);
        Ok(Self(files))
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.0.binary_search_by(|(other, _)| (**other).cmp(path)).is_ok()
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| &**path)
    }

    /// Our files of both; where both have one, the hash of `newer`.
    pub(super) fn union(&self, newer: &Self) -> Self {
        let (mut old, mut new) = (self.0.iter().peekable(), newer.0.iter().peekable());
        let mut union = Vec::with_capacity(newer.0.len());
        while let Some((path, _)) = old.peek() {
            match new.peek().map_or(Ordering::Less, |(newer, _)| path.cmp(newer)) {
                Ordering::Less => union.extend(old.next().cloned()),
                Ordering::Equal => _ = old.next(),
                Ordering::Greater => union.extend(new.next().cloned()),
            }
        }
        union.extend(new.cloned());
        Self(union)
    }

    /// Puts the manifest in place, whole, unless it stands there already.
    pub(super) fn put(&self, place: &Place) -> Result<(), WriteError> {
        let text = self.to_text();
        match fs::read(place.out.join(MANIFEST)) {
            Ok(bytes) if bytes == text.as_bytes() => return Ok(()),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error).at(place, MANIFEST),
            _ => {}
        }
        let staged = place.stage.join(MANIFEST);
        fs::write(&staged, text).and_then(|()| fs::rename(&staged, place.out.join(MANIFEST))).at(place, MANIFEST)
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.0.iter().map(|(path, _)| path.len() + 66).sum());
        for (path, hash) in &self.0 {
            // A text takes whatever is written to it.
            let _ = writeln!(text, "{} {path}", blake3::Hash::from_bytes(*hash).to_hex());
        }
        text
    }
}

/// A line of the manifest. A hash that cannot be read is one that no file has.
fn entry((hash, path): (&str, &str)) -> (Box<str>, Hash) {
    (path.into(), blake3::Hash::from_hex(hash).map_or([0; 32], |hash| *hash.as_bytes()))
}
