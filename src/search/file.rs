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
    /// A file whose name tells its bytes.
    pub(super) fn named(folder: &str, ending: &str, bytes: Vec<u8>) -> Self {
        let hash = blake3::hash(&bytes);
        let mut name = String::new();
        // Lower case and digits only: some file systems know no other case.
        let bits = hash.as_bytes()[..8].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for place in 0..LETTERS {
            let digit = (bits >> (place * 5)) & 31;
            name.push(ALPHABET[usize::try_from(digit).expect("below 32")]);
        }
        Self { path: format!("{folder}/{name}.{ending}"), bytes }
    }

    /// The name without folder and ending.
    pub(super) fn name(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }
}

/// The letters of a name: 35 bits, so that two of a few thousand files of a folder hardly ever share one.
pub(super) const LETTERS: u32 = 7;
const ALPHABET: [char; 32] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x',
    'y', 'z', '2', '3', '4', '5', '6', '7',
];
