//! What one build leaves for the next, in one file beside the output folder. Sole owner of postcard. The file may be
//! deleted at any time; one that is damaged, or that another build of the program wrote, counts as none. Parts are written
//! and read one by one: they are large, and never lie in memory together with what they are made of.

use postcard::{from_bytes, to_io};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Seek, SeekFrom, Write},
    ops::Range,
    path::{Path, PathBuf},
};

/// How the file begins: its form, and the program that wrote it.
const BEGINNING: &str = concat!("insyn-cache 2 ", env!("INSYN_ENGINE"), "\n");
/// How it ends: the length of the table of parts, and the hash of the table.
const END: usize = size_of::<u64>() + blake3::OUT_LEN;
/// How much is written at once.
const AT_ONCE: usize = 1 << 16;

/// What was left, in parts that are read one by one.
#[derive(Debug, Default)]
pub struct Cache {
    file: Option<File>,
    /// None where nothing can be used, or something was found to be damaged.
    parts: Vec<Part>,
}

/// Where a part stands, and the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    name: String,
    place: Range<u64>,
    hash: [u8; blake3::OUT_LEN],
}

impl Cache {
    /// Opens what the last build left; nothing where there is no file that can be used.
    pub fn read(path: &Path) -> Self {
        // Whatever stands in the way of reading, a build without the file comes out the same.
        File::open(path).ok().and_then(Self::of).unwrap_or_default()
    }

    fn of(mut file: File) -> Option<Self> {
        let mut beginning = [0; BEGINNING.len()];
        file.read_exact(&mut beginning).ok().filter(|()| beginning == BEGINNING.as_bytes())?;
        let end = file.metadata().ok()?.len().checked_sub(END as u64)?;
        let bytes = piece(&mut file, &(end..end + END as u64))?;
        let (length, hash) = bytes.split_first_chunk()?;
        let table = end.checked_sub(u64::from_le_bytes(*length))?..end;
        let table = piece(&mut file, &table).filter(|table| blake3::hash(table).as_bytes() == hash)?;
        Some(Self { file: Some(file), parts: from_bytes(&table).ok()? })
    }

    /// A part by its name; the part of an empty build where it is not there or cannot be read.
    pub fn part<T: DeserializeOwned + Default>(&mut self, name: &str) -> T {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else { return T::default() };
        let bytes = self.file.as_mut().and_then(|file| piece(file, &part.place));
        let bytes = bytes.filter(|bytes| *blake3::hash(bytes).as_bytes() == part.hash);
        bytes.and_then(|bytes| from_bytes(&bytes).ok()).unwrap_or_else(|| {
            self.parts.clear();
            T::default()
        })
    }
}

/// A piece of the file.
fn piece(file: &mut File, place: &Range<u64>) -> Option<Vec<u8>> {
    let length = usize::try_from(place.end.checked_sub(place.start)?).ok()?;
    let mut bytes = Vec::with_capacity(length);
    file.seek(SeekFrom::Start(place.start)).ok()?;
    file.take(length as u64).read_to_end(&mut bytes).ok().filter(|read| *read == length)?;
    Some(bytes)
}

/// What is to be left: a file that is put in its place when all parts are in it.
#[derive(Debug)]
pub struct Leaving {
    file: BufWriter<Hashed>,
    parts: Vec<Part>,
}

/// A file with the hash of what was last written to it.
#[derive(Debug)]
struct Hashed {
    file: File,
    hasher: blake3::Hasher,
    length: u64,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Leaving {
    /// Writes the file, whole or not at all, by adding its parts.
    ///
    /// # Errors
    /// When the machine refuses; the next build is then slower, and no worse.
    pub fn write(path: &Path, add: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        let staged = beside(path);
        let moved = Self::create(&staged)
            .and_then(|mut leaving| add(&mut leaving).and_then(|()| leaving.end()))
            .and_then(|()| fs::rename(&staged, path));
        if moved.is_err() {
            // What is left half-written would only take up room; there may be nothing to remove.
            let _ = fs::remove_file(&staged);
        }
        moved
    }

    fn create(staged: &Path) -> io::Result<Self> {
        let mut file = File::create(staged)?;
        file.write_all(BEGINNING.as_bytes())?;
        let hashed = Hashed { file, hasher: blake3::Hasher::new(), length: BEGINNING.len() as u64 };
        Ok(Self { file: BufWriter::with_capacity(AT_ONCE, hashed), parts: Vec::new() })
    }

    /// Adds a part.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn part(&mut self, name: &str, part: &impl Serialize) -> io::Result<()> {
        let start = self.file.get_ref().length;
        to_io(part, &mut self.file).map_err(io::Error::other)?;
        let hash = self.hash()?;
        self.parts.push(Part { name: name.to_owned(), place: start..self.file.get_ref().length, hash });
        Ok(())
    }

    /// The hash of what was written since the last.
    fn hash(&mut self) -> io::Result<[u8; blake3::OUT_LEN]> {
        self.file.flush()?;
        let hasher = &mut self.file.get_mut().hasher;
        let hash = hasher.finalize().into();
        hasher.reset();
        Ok(hash)
    }

    fn end(mut self) -> io::Result<()> {
        let start = self.file.get_ref().length;
        to_io(&self.parts, &mut self.file).map_err(io::Error::other)?;
        let hash = self.hash()?;
        let length = self.file.get_ref().length - start;
        self.file.write_all(&length.to_le_bytes())?;
        self.file.write_all(&hash)?;
        self.file.flush()
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
        let add =
            |leaving: &mut Leaving| leaving.part("one", &vec![1_u32, 2]).and(leaving.part("two", &"två".to_owned()));
        Leaving::write(&path, add).unwrap();
        path
    }

    #[test]
    fn parts_are_read_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let mut cache = Cache::read(&written(folder.path()));
        assert!(!cache.parts.is_empty());
        assert_eq!(cache.part::<String>("two"), "två");
        assert_eq!(cache.part::<Vec<u32>>("one"), [1, 2]);
        assert_eq!(cache.part::<Vec<u32>>("three"), [0_u32; 0]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn nothing_is_left_where_a_part_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let refused = Leaving::write(&folder.path().join("cache"), |_| Err(io::ErrorKind::StorageFull.into()));
        assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_damaged_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path());
        let whole = fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            fs::write(&path, &damaged).unwrap();
            let mut cache = Cache::read(&path);
            let (one, two) = (cache.part::<Vec<u32>>("one"), cache.part::<String>("two"));
            assert!(one.is_empty() || one == [1, 2], "bit turned at {place}");
            assert!(two.is_empty() || two == "två", "bit turned at {place}");
            assert!((one.is_empty() || two.is_empty()) && cache.parts.is_empty(), "bit turned at {place}");
            fs::write(&path, &whole[..place]).unwrap();
            assert!(Cache::read(&path).parts.is_empty(), "cut at {place}");
        }
        assert!(Cache::read(&folder.path().join("none")).parts.is_empty());
    }
}
