//! What one build leaves for the next, in one file beside the output folder. Sole owner of postcard. The file may be
//! deleted at any time; one that is damaged, or that another build of the program wrote, counts as none.

use postcard::{from_bytes, to_extend};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How the file begins: its form, and the program that wrote it.
const BEGINNING: &str = concat!("insyn-cache 1 ", env!("INSYN_ENGINE"), "\n");
/// The length of a hash.
const HASH: usize = blake3::OUT_LEN;

/// What was left, in parts that are read one by one.
#[derive(Debug, Default)]
pub struct Cache {
    bytes: Vec<u8>,
}

/// What is to be left.
#[derive(Debug, Default)]
pub struct Leaving {
    parts: Vec<u8>,
}

impl Cache {
    /// Reads what the last build left; nothing where there is no file that can be used.
    pub fn read(path: &Path) -> Self {
        // Whatever stands in the way of reading, a build without the file comes out the same.
        let bytes = fs::read(path).unwrap_or_default();
        let begins = bytes.starts_with(BEGINNING.as_bytes());
        let whole = begins && bytes.get(BEGINNING.len()..).is_some_and(is_whole);
        Self { bytes: if whole { bytes } else { Vec::new() } }
    }

    /// Whether there is nothing that can be used.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// A part by its name; the part of an empty build where it is not there or cannot be read.
    pub fn part<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        let mut rest = self.bytes.get(BEGINNING.len() + HASH..).unwrap_or_default();
        while let Some((found, bytes, after)) = first_part(rest) {
            if found == name.as_bytes() {
                return from_bytes(bytes).unwrap_or_default();
            }
            rest = after;
        }
        T::default()
    }
}

/// Whether the hash that the bytes begin with is that of the rest.
fn is_whole(bytes: &[u8]) -> bool {
    let Some((hash, parts)) = bytes.split_at_checked(HASH) else { return false };
    blake3::hash(parts).as_bytes() == hash
}

/// The name and the bytes of the first part, and what follows it.
fn first_part(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (name, rest) = piece(bytes)?;
    let (part, after) = piece(rest)?;
    Some((name, part, after))
}

/// A piece, which its length stands before, and what follows it.
fn piece(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)
}

impl Leaving {
    /// Adds a part.
    pub fn part(&mut self, name: &str, part: &impl Serialize) {
        self.length(name.len());
        self.parts.extend_from_slice(name.as_bytes());
        let place = self.parts.len();
        self.length(0);
        let start = self.parts.len();
        let parts = std::mem::take(&mut self.parts);
        self.parts = to_extend(part, parts).expect("what is remembered is plain data");
        let length = (self.parts.len() - start) as u64;
        self.parts[place..start].copy_from_slice(&length.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        self.parts.extend_from_slice(&(length as u64).to_le_bytes());
    }

    /// Writes the file, whole or not at all.
    ///
    /// # Errors
    /// When the machine refuses; the next build is then slower, and no worse.
    pub fn write(self, path: &Path) -> io::Result<()> {
        let staged = beside(path);
        let written = fs::File::create(&staged).and_then(|mut file| {
            io::Write::write_all(&mut file, BEGINNING.as_bytes())?;
            io::Write::write_all(&mut file, blake3::hash(&self.parts).as_bytes())?;
            io::Write::write_all(&mut file, &self.parts)
        });
        let moved = written.and_then(|()| fs::rename(&staged, path));
        if moved.is_err() {
            // What is left half-written would only take up room; there may be nothing to remove.
            let _ = fs::remove_file(&staged);
        }
        moved
    }
}

/// Where the file is written before it is put in its place.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(folder: &Path) -> PathBuf {
        let path = folder.join("cache");
        let mut leaving = Leaving::default();
        leaving.part("one", &vec![1_u32, 2]);
        leaving.part("two", &"två".to_owned());
        leaving.write(&path).unwrap();
        path
    }

    #[test]
    fn parts_are_read_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::read(&written(folder.path()));
        assert_eq!(cache.part::<String>("two"), "två");
        assert_eq!(cache.part::<Vec<u32>>("one"), [1, 2]);
        assert_eq!(cache.part::<Vec<u32>>("three"), [0_u32; 0]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_damaged_file_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path());
        let whole = fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            fs::write(&path, &damaged).unwrap();
            assert_eq!(Cache::read(&path).part::<Vec<u32>>("one"), [0_u32; 0], "bit turned at {place}");
            fs::write(&path, &whole[..place]).unwrap();
            assert_eq!(Cache::read(&path).part::<Vec<u32>>("one"), [0_u32; 0], "cut at {place}");
        }
        assert_eq!(Cache::read(&folder.path().join("none")).part::<Vec<u32>>("one"), [0_u32; 0]);
    }
}
