//! The list of our files in the output folder: what tells them from the files of others.
//! One line for each, `<blake3 of the bytes, hexadecimal> <path>`, sorted by path. It is an output like the rest, so
//! it says nothing that differs between two builds of the same site.

use std::collections::BTreeMap;
use std::fs;
use std::io;

use super::error::{Disk, WriteError};
use super::path::{self, Occupant};
use super::place::Place;

/// The manifest's name in the output folder.
pub const MANIFEST: &str = ".insyn-manifest";

/// Path to hash, for each of our files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Manifest(BTreeMap<String, String>);

impl Manifest {
    pub(super) fn new(hashes: BTreeMap<String, String>) -> Self {
        Self(hashes)
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
        let hashes = lines.filter(|(_, path)| path::is_valid(path)).map(|(hash, path)| (path.into(), hash.into()));
        Ok(Self(hashes.collect()))
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Our files of both; where both have one, the hash of `newer`.
    pub(super) fn union(&self, newer: &Self) -> Self {
        let mut union = self.0.clone();
        union.extend(newer.0.clone());
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
        self.0.iter().map(|(path, hash)| format!("{hash} {path}\n")).collect()
    }
}
