//! Words numbered as they are met, each with what is known of it. Millions of words are looked up, and most are short:
//! those are compared as two numbers, which lie beside what is known of the word.

mod batch;

pub(super) use batch::Batch;
use rustc_hash::FxHasher;
use std::hash::Hasher as _;

/// Words, and something of each.
#[derive(Debug, Clone)]
pub(super) struct Register<T> {
    /// Each at the place that the hash of its word tells or after it. At least half of them are empty.
    places: Vec<Place>,
    entries: Vec<(Key, T)>,
    /// The words that are not told by their keys, one after the other.
    long: String,
    /// Where each of them ends.
    ends: Vec<u32>,
}

/// A place for a word: whatever is not looked for is told by the hash alone, nearly always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    /// The upper half of the hash.
    hash: u32,
    /// The number plus one; 0 where there is none.
    number: u32,
}

impl Place {
    fn new(hash: u64, number: u32) -> Self {
        Self { hash: u32::try_from(hash >> 32).expect("it is the upper half"), number }
    }
}

/// A word of up to fifteen bytes, and zeros, which no word has. Of longer ones the hash, and with `LONG` which of the
/// long ones it is, from 1; 0 while that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key(u64, u64);

/// Marks the key of a long word: the last byte of a short one is 0.
const LONG: u64 = 0xff << 56;

impl Key {
    fn new(word: &str) -> Self {
        short(word.as_bytes()).unwrap_or_else(|| Self(hash_of(word), LONG))
    }

    /// The letters of a short word.
    fn letters(self, bytes: &mut [u8; 16]) -> &str {
        *bytes = (u128::from(self.1) << 64 | u128::from(self.0)).to_le_bytes();
        let length = bytes.iter().position(|byte| *byte == 0).unwrap_or_default();
        std::str::from_utf8(&bytes[..length]).expect("it was made of a word")
    }

    /// Both halves of a product, as wyhash has it: every letter tells in every bit, also where words differ late.
    fn hash(self) -> u64 {
        let rest = if self.1 >= LONG { LONG } else { self.1 };
        let product = u128::from(self.0 ^ 0xa076_1d64_78bd_642f) * u128::from(rest ^ 0xe703_7ed1_a0b4_28db);
        let [low, high] = [product, product >> 64].map(|half| half & u128::from(u64::MAX));
        u64::try_from(low ^ high).expect("it is half as long")
    }
}

/// Where a word that is not known belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vacant {
    key: Key,
    place: usize,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { places: vec![Place::default(); 1 << 10], entries: Vec::new(), long: String::new(), ends: Vec::new() }
    }
}

impl<T> Register<T> {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// The number of a word.
    ///
    /// # Errors
    /// Where it would stand, for `add`, when it is not known.
    pub(super) fn number(&self, word: &str) -> Result<u32, Vacant> {
        let key = Key::new(word);
        let hash = key.hash();
        let mut place = self.place(hash);
        loop {
            place = self.likely(place, hash);
            match self.places[place].number.checked_sub(1) {
                None => return Err(Vacant { key, place }),
                Some(number) if self.is(number, key, word) => return Ok(number),
                Some(_) => place = self.place(place as u64 + 1),
            }
        }
    }

    /// The first place from one on that is empty or has this hash.
    fn likely(&self, mut place: usize, hash: u64) -> usize {
        while let Place { number: 1.., .. } = self.places[place]
            && self.places[place] != Place::new(hash, self.places[place].number)
        {
            place = self.place(place as u64 + 1);
        }
        place
    }

    fn is(&self, number: u32, key: Key, word: &str) -> bool {
        let known = self.entries[number as usize].0;
        known == key || (key.1 == LONG && known.0 == key.0 && known.1 > LONG && self.long(known) == word)
    }

    /// Adds a word, and tells its number.
    pub(super) fn add(&mut self, Vacant { mut key, place }: Vacant, word: &str, of_word: T) -> u32 {
        if key.1 == LONG {
            self.long.push_str(word);
            self.ends.push(count(self.long.len()));
            key.1 |= self.ends.len() as u64;
        }
        self.entries.push((key, of_word));
        let number = count(self.entries.len());
        self.places[place] = Place::new(key.hash(), number);
        if self.entries.len() * 2 > self.places.len() {
            self.grow();
        }
        number - 1
    }

    /// What is known of the word of a number.
    pub(super) fn get(&self, number: u32) -> &T {
        &self.entries[number as usize].1
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, number: u32) -> &mut T {
        &mut self.entries[number as usize].1
    }

    fn grow(&mut self) {
        self.places = vec![Place::default(); self.places.len() * 4];
        for (number, (key, _)) in (1..).zip(&self.entries) {
            let hash = key.hash();
            let mut place = self.place(hash);
            while self.places[place].number > 0 {
                place = self.place(place as u64 + 1);
            }
            self.places[place] = Place::new(hash, number);
        }
    }

    fn place(&self, hash: u64) -> usize {
        #[expect(clippy::cast_possible_truncation, reason = "as many bits as there are places")]
        let hash = hash as usize;
        hash & (self.places.len() - 1)
    }

    fn long(&self, key: Key) -> &str {
        let place = (key.1 & !LONG) as usize - 1;
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.long[start as usize..self.ends[place] as usize]
    }
}

/// The key of a word of up to fifteen bytes: read as numbers that overlap, which is quicker than byte by byte.
fn short(word: &[u8]) -> Option<Key> {
    let length = word.len();
    match (word.first_chunk::<8>(), word.last_chunk::<8>(), word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (Some(first), Some(last), ..) if length < 16 => {
            let rest = u64::from_le_bytes(*last) >> (8 * (15 - length)) >> 8;
            Some(Key(u64::from_le_bytes(*first), rest))
        }
        (Some(_), ..) => None,
        (_, _, Some(first), Some(last)) => {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            Some(Key(u64::from(first) | u64::from(last) << (8 * (length - 4)), 0))
        }
        _ => Some(Key(word.iter().rev().fold(0, |key, byte| key << 8 | u64::from(*byte)), 0)),
    }
}

fn hash_of(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("a site has fewer than four thousand million words")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_lengths_are_told_apart() {
        let mut words: Vec<String> = (1..40).map(|length| "a".repeat(length)).collect();
        words.extend((1..40).map(|length| "a".repeat(length) + "b"));
        words.extend((1..40).map(|length| "b".to_owned() + &"a".repeat(length)));
        words.extend((0..2_000).map(|number| format!("ord{number}")));
        words.extend((0..2_000).map(|number| format!("ett långt ord {number}")));
        let mut batch = Batch::default();
        words.iter().for_each(|word| batch.add(word, word.len() > 20));
        let mut told = Vec::new();
        batch.each(|word, is_long| told.push((word.map_err(str::to_owned), is_long)));
        assert!(
            told.iter()
                .zip(&words)
                .all(|((told, is_long), word)| told.as_ref() == Err(word) && *is_long == (word.len() > 20))
        );
        let mut register = Register::new();
        for (number, word) in (0..).zip(&words) {
            let vacant = register.number(word).expect_err(word);
            assert_eq!(register.add(vacant, word, word.clone()), number);
        }
        for (number, word) in (0..).zip(&words) {
            assert_eq!(register.number(word).ok(), Some(number), "{word}");
            assert_eq!(register.get(number), word);
        }
        register.find(&mut batch);
        let mut number = 0;
        batch.each(|found, _| {
            match found {
                Ok(found) => assert_eq!(found, number),
                Err(word) => assert_eq!(register.number(word).ok(), Some(number), "{word}"),
            }
            number += 1;
        });
    }
}
