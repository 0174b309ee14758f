//! What the index knows from the build before: all that documents came to, so that only those that are new or changed
//! are weighed, and of each file what it was made of, so that only files that change are compressed.

use super::documents::Documents;
use serde::{Deserialize, Serialize};

/// Stands for what something is made of: a part of a BLAKE3 hash, so that no two things share one.
pub type Key = [u8; 16];

/// What an index remembers. Empty for a build that knows nothing; whatever stands in it, the files are the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The words that compounds are made of.
    pub(super) lexicon: Key,
    /// The documents, in order.
    pub(super) documents: Documents,
    /// Every word with its documents, as `rows` writes them.
    #[serde(with = "serde_bytes")]
    pub(super) rows: Vec<u8>,
    /// Files that are named by their bytes: what each was made of, and its name.
    pub(super) files: Vec<(Key, u64)>,
    /// How many letters the names of the files of words have.
    pub(super) letters: u32,
    /// What the root was made of.
    pub(super) root: Key,
}

/// As much of a hash as is kept.
pub(super) fn key(hash: blake3::Hash) -> Key {
    let ([key, _], _) = hash.as_bytes().as_chunks() else { unreachable!("a hash is as long as two keys") };
    *key
}
