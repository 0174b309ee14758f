//! A file of the index, and its name: what it holds, so that browsers may keep it for good.

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path from the folder of the index.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file whose name tells its bytes, in so many letters.
    pub(super) fn named(folder: &str, letters: u32, bytes: Vec<u8>) -> Self {
        let bits = bits(&bytes);
        // Lower case and digits only: some file systems know no other case.
        let letter = |place: u32| {
            let digit = usize::try_from((bits >> (place * 5)) & 31).expect("below 32");
            char::from(b"abcdefghijklmnopqrstuvwxyz234567"[digit])
        };
        let name: String = (0..letters).map(letter).collect();
        Self { path: format!("{folder}/{name}.bin"), bytes }
    }

    /// The name without folder and ending.
    pub(super) fn name(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }
}

/// What a name is made of, five bits a letter from the lowest on.
pub(super) fn bits(bytes: &[u8]) -> u64 {
    blake3::hash(bytes).as_bytes()[..8].iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// The letters of a name that stands alone in the root.
pub(super) const LETTERS: u32 = 8;
