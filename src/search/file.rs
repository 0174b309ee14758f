//! A file of the index, and its name: what it holds, so that browsers may keep it for good.

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path from the folder of the index.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The path of a file in a folder.
pub(super) fn path(folder: &str, name: &str) -> String {
    format!("{folder}/{name}.bin")
}

/// A name of so many letters.
pub(super) fn name(bits: u64, letters: u32) -> String {
    // Lower case and digits only: some file systems know no other case.
    let letter = |place: u32| {
        let digit = usize::try_from((bits >> (place * 5)) & 31).expect("below 32");
        char::from(b"abcdefghijklmnopqrstuvwxyz234567"[digit])
    };
    (0..letters).map(letter).collect()
}

/// What a name is made of, five bits a letter from the lowest on.
pub(super) fn bits(bytes: &[u8]) -> u64 {
    blake3::hash(bytes).as_bytes()[..8].iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// The letters of a name that stands alone in the root.
pub(super) const LETTERS: u32 = 8;
