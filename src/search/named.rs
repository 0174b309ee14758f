//! Files that are named by their bytes. What is made of the same as the last time has the same name, and is not
//! compressed again.

use super::{
    build::Made,
    deflate::Deflate,
    file::{File, LETTERS, bits, name, path},
    remembered::Key,
};
use rustc_hash::FxHashMap;

/// What such files were made of, before and now.
pub(super) struct Named<'a> {
    before: FxHashMap<Key, u64>,
    /// What those of this time are made of, and their names.
    pub(super) made: Vec<(Key, u64)>,
    sink: &'a (dyn Fn(Made) + Sync),
}

/// A file whose name is known.
pub(super) struct Packed {
    /// What it is made of.
    pub(super) key: Key,
    /// What its name is made of.
    pub(super) bits: u64,
    /// Its bytes, where it is not as before.
    pub(super) bytes: Option<Vec<u8>>,
}

impl<'a> Named<'a> {
    /// `before` is what was made the last time.
    pub(super) fn new(before: &[(Key, u64)], sink: &'a (dyn Fn(Made) + Sync)) -> Self {
        Self { before: before.iter().copied().collect(), made: Vec::new(), sink }
    }

    /// Forgets what was made the last time.
    pub(super) fn forget(&mut self) {
        self.before.clear();
    }

    /// A file by what it is made of, which `bytes` makes unless it is known.
    pub(super) fn packed(&self, key: Key, bytes: impl FnOnce() -> Vec<u8>) -> Packed {
        match self.before.get(&key) {
            Some(bits) => Packed { key, bits: *bits, bytes: None },
            None => {
                let bytes = bytes();
                Packed { key, bits: bits(&bytes), bytes: Some(bytes) }
            }
        }
    }

    /// Gives out a file with a name of so many letters, and tells the name.
    pub(super) fn give(&mut self, folder: &str, letters: u32, packed: Packed) -> String {
        let name = name(packed.bits, letters);
        let path = path(folder, &name);
        self.made.push((packed.key, packed.bits));
        (self.sink)(match packed.bytes {
            Some(bytes) => Made::File(File { path, bytes }),
            None => Made::Kept(path),
        });
        name
    }

    /// Gives out a file that stands alone in the root, and tells its name.
    pub(super) fn file(&mut self, folder: &str, rows: &[&[u8]]) -> String {
        let packed = self.packed(key(folder, rows), || Deflate::best().rows(rows));
        self.give(folder, LETTERS, packed)
    }
}

/// Stands for what a file is made of.
pub(super) fn key(folder: &str, rows: &[&[u8]]) -> Key {
    let mut hash = blake3::Hasher::new();
    for row in [folder.as_bytes()].iter().chain(rows) {
        hash.update(&(row.len() as u64).to_le_bytes());
        hash.update(row);
    }
    super::remembered::key(hash.finalize())
}
