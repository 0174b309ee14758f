//! Words of a text that are looked up together, so that they need not wait for memory one after the other.

use super::{Key, LONG, Register, count};

/// Words that are looked up together.
#[derive(Default)]
pub(in crate::search) struct Batch {
    words: Vec<Asked>,
    /// The long ones, one after the other.
    letters: String,
}

/// A word of a batch.
struct Asked {
    key: Key,
    hash: u64,
    number: u32,
    /// Where the long words end up to here.
    end: u32,
    is_marked: bool,
}

/// Stands for no number.
const UNKNOWN: u32 = u32::MAX;

impl Batch {
    /// Makes it empty, and keeps its memory.
    pub(in crate::search) fn clear(&mut self) {
        self.words.clear();
        self.letters.clear();
    }

    /// Adds a word, with a mark that its reader is told of.
    pub(in crate::search) fn add(&mut self, word: &str, is_marked: bool) {
        let key = Key::new(word);
        if key.1 == LONG {
            self.letters.push_str(word);
        }
        self.words.push(Asked { key, hash: key.hash(), number: UNKNOWN, end: count(self.letters.len()), is_marked });
    }

    /// Tells `found` of each word in order: its number where it was found, else the word; and its mark.
    pub(in crate::search) fn each(&self, mut found: impl FnMut(Result<u32, &str>, bool)) {
        let mut start = 0;
        for Asked { key, number, end, is_marked, .. } in &self.words {
            let end = *end as usize;
            match *number {
                UNKNOWN if end > start => found(Err(&self.letters[start..end]), *is_marked),
                UNKNOWN => found(Err(key.letters(&mut [0; 16])), *is_marked),
                number => found(Ok(number), *is_marked),
            }
            start = end;
        }
    }
}

impl<T> Register<T> {
    /// Finds the numbers of most of the words of a batch that are known; `number` finds those of the others. Looked up
    /// together, words need not wait for memory one after the other.
    pub(in crate::search) fn find(&self, batch: &mut Batch) {
        for asked in &mut batch.words {
            asked.number = self.places[self.likely(self.place(asked.hash), asked.hash)].number;
        }
        let mut start = 0;
        for asked in &mut batch.words {
            let end = asked.end as usize;
            let is_known = asked.number > 0 && self.is(asked.number - 1, asked.key, &batch.letters[start..end]);
            asked.number = if is_known { asked.number - 1 } else { UNKNOWN };
            start = end;
        }
    }
}
