//! What each word of the texts stands for in the index: its own stem, and those of the parts of a compound. Found out
//! once for each word, however often it stands in the texts.

use super::{
    register::{Batch, Register},
    split::Lexicon,
    stem::stem,
    stop::{STOP, stop},
};

/// The number of a stem in a vocabulary.
pub(super) type Term = u32;

/// In what way a word stands for a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// It is the word.
    Own = 0,
    /// It is a part of the compound.
    Part = 1,
}

impl Way {
    /// How much an occurrence counts beside that of the word itself.
    pub(super) const WEIGHTS: [f32; 2] = [1.0, 0.5];
}

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The stem.
    pub(super) term: Term,
    /// Whether it is the word or a part of it.
    pub(super) way: Way,
    /// Which of the stem's forms it is.
    pub(super) form: u16,
    /// Whether the word tells nothing where it stands.
    pub(super) is_silent: bool,
}

/// A word looked up.
#[derive(Debug, Clone, Copy)]
struct Entry {
    stop: Option<u8>,
    meanings: Meanings,
}

/// What it stands for.
#[derive(Debug, Clone, Copy)]
enum Meanings {
    /// Itself.
    One(Meaning),
    /// Itself and its parts: where they stand among the meanings of all words.
    Several(u32, u32),
}

/// A stem with the forms in which it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelled {
    /// The stem.
    pub(super) stem: Box<str>,
    /// Words that have it.
    pub(super) forms: Vec<Box<str>>,
}

/// Some stop words, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stops(pub(super) [u8; Stops::LENGTH]);

impl Stops {
    /// How many bytes they take.
    pub(super) const LENGTH: usize = STOP.len().div_ceil(8);

    /// Adds one.
    pub(super) fn add(&mut self, stop: u8) {
        self.0[usize::from(stop / 8)] |= 1 << (stop % 8);
    }

    /// Adds others.
    pub(super) fn extend(&mut self, others: &[u8; Self::LENGTH]) {
        self.0.iter_mut().zip(others).for_each(|(known, other)| *known |= other);
    }

    fn has(&self, stop: u8) -> bool {
        self.0[usize::from(stop / 8)] >> (stop % 8) & 1 == 1
    }
}

/// The words of some texts.
pub(super) struct Vocabulary<'l> {
    lexicon: &'l Lexicon,
    words: Register<Entry>,
    meanings: Vec<Meaning>,
    stems: Register<()>,
    /// What each part of compounds stands for, by its number in the lexicon.
    parts: Vec<Option<Meaning>>,
    /// The stems, by number.
    pub(super) terms: Vec<Spelled>,
}

impl<'l> Vocabulary<'l> {
    /// An empty one.
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            words: Register::new(),
            meanings: Vec::new(),
            stems: Register::new(),
            parts: Vec::new(),
            terms: Vec::new(),
        }
    }

    /// Tells `found` of each word of a batch which stop word it is, one that says nothing of what a text is about, what
    /// it stands for, and its mark.
    pub(super) fn read(&mut self, batch: &mut Batch, mut found: impl FnMut(Option<u8>, &[Meaning], bool)) {
        self.words.find(batch);
        batch.each(|number, is_marked| {
            let number = number.unwrap_or_else(|word| self.number(word));
            let entry = self.words.get(number);
            let meanings = match &entry.meanings {
                Meanings::One(meaning) => std::slice::from_ref(meaning),
                Meanings::Several(start, end) => &self.meanings[*start as usize..*end as usize],
            };
            found(entry.stop, meanings, is_marked);
        });
    }

    /// The number of a word in lower case.
    fn number(&mut self, word: &str) -> u32 {
        self.words.number(word).unwrap_or_else(|vacant| {
            let entry = self.look_up(word);
            self.words.add(vacant, word, entry)
        })
    }

    /// The stems of some stop words.
    pub(super) fn stems_of(mut self, stops: &Stops) -> Vec<Spelled> {
        let met = STOP.iter().zip(0..).filter(|(_, place)| stops.has(*place));
        for (word, _) in met {
            self.number(word);
        }
        self.terms
    }

    /// The better of two forms of a stem: the shorter one.
    pub(super) fn better(&self, term: Term, one: u16, other: u16) -> u16 {
        let forms = &self.terms[term as usize].forms;
        if rank(&forms[other as usize]) < rank(&forms[one as usize]) { other } else { one }
    }

    fn look_up(&mut self, word: &str) -> Entry {
        let stem = stem(word);
        let mut found = vec![self.meaning(&stem, word, Way::Own)];
        for part in self.lexicon.split(word, &stem) {
            found.push(self.part(part));
        }
        found.sort_unstable_by_key(|meaning| (meaning.term, meaning.way));
        found.dedup_by(|again, first| {
            let is_same = again.term == first.term;
            if is_same {
                first.form = self.better(first.term, first.form, again.form);
            }
            is_same
        });
        let meanings = match found[..] {
            [meaning] => Meanings::One(meaning),
            _ => {
                let start = count(self.meanings.len());
                self.meanings.extend(found);
                Meanings::Several(start, count(self.meanings.len()))
            }
        };
        Entry { stop: stop(word), meanings }
    }

    fn part(&mut self, number: u32) -> Meaning {
        let place = number as usize;
        if self.parts.len() <= place {
            self.parts.resize(place + 1, None);
        }
        if let Some(known) = self.parts[place] {
            return known;
        }
        let part = self.lexicon.part(number);
        let meaning = self.meaning(&part.stem, &part.word, Way::Part);
        self.parts[place] = Some(meaning);
        meaning
    }

    fn meaning(&mut self, stem: &str, form: &str, way: Way) -> Meaning {
        let term = self.stems.number(stem).unwrap_or_else(|vacant| {
            self.terms.push(Spelled { stem: stem.into(), forms: Vec::with_capacity(1) });
            self.stems.add(vacant, stem, ())
        });
        let forms = &mut self.terms[term as usize].forms;
        let place = forms.iter().position(|known| **known == *form).unwrap_or_else(|| {
            forms.push(form.into());
            forms.len() - 1
        });
        let form = u16::try_from(place).expect("a stem has as many forms as there are endings");
        Meaning { term, form, way, is_silent: false }
    }
}

/// The order of forms of a stem: the least is shown. The shorter a form is the likelier it is what people write.
pub(super) fn rank(form: &str) -> (bool, usize, &str) {
    (form.is_empty(), form.len(), form)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("a site has fewer than four thousand million words")
}
