//! How much each word tells of a document: BM25F with weights by field, quantised to fifteen levels. A document is
//! weighed on its own, by constants and not by averages of the site, so that an edit changes nothing of other documents.

use super::{
    entry::{Entry, Text},
    letters::words,
    register::Batch,
    vocabulary::{Meaning, Stops, Term, Vocabulary, Way},
};
use std::ops::Range;

/// The weight of words in a title.
const TITLE: f32 = 6.0;
/// The weight of words in a short version.
const LEAD: f32 = 3.0;
/// From this weight on words of no meaning are found as well: a page called «Om» has no other.
const STOPS_FROM: f32 = 3.0;
/// The most that words of a part weigh in the whole that it belongs to.
const PART_IN_WHOLE: f32 = 1.5;
/// How much the title of the whole weighs in its parts.
const WHOLE_IN_PART: f32 = 0.8;
/// The k1 of BM25, for each field on its own: a word that comes again tells less each time.
const SATURATION: f32 = 1.2;

/// How a field counts.
#[derive(Debug, Clone, Copy)]
struct Field {
    /// What a word weighs.
    weight: f32,
    /// The b of BM25: how much it matters that the field is longer than usual.
    slope: f32,
    /// The usual number of words.
    usual: f32,
}

impl Field {
    /// A body.
    const fn long(weight: f32) -> Self {
        Self { weight, slope: 0.75, usual: 180.0 }
    }

    /// A title, or another line or two.
    const fn short(weight: f32) -> Self {
        Self { weight, slope: 0.3, usual: 6.0 }
    }

    /// What stands in for the length of a document in BM25.
    #[expect(clippy::cast_precision_loss, reason = "texts have fewer than sixteen million words")]
    fn norm(self, length: usize) -> f32 {
        1.0 / (1.0 - self.slope + self.slope * length as f32 / self.usual)
    }
}

/// The lowest weight that is told apart, and the ratio between a level and the next.
const LOWEST: f32 = 0.15;
const RATIO: f32 = 1.42;
/// The number of levels, from 1.
pub(super) const LEVELS: u8 = 15;

/// A word of a document: how much it tells there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weighed {
    /// 0 for the document, else the number of the part, from 1.
    pub(super) unit: u32,
    /// The word.
    pub(super) term: Term,
    /// The level, 1 to `LEVELS`.
    pub(super) level: u8,
}

fn level(weight: f32) -> u8 {
    let steps = ((weight / LOWEST).ln() / RATIO.ln()).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "kept between the first and last level"
    )]
    let level = steps.clamp(0.0, f32::from(LEVELS - 1)) as u8;
    level + 1
}

/// Weighs the words of a document and of each of its parts, in order of part. Which form of a word it has is told by
/// `tables` until the next document.
pub(super) fn weigh(entry: &Entry, vocabulary: &mut Vocabulary<'_>, tables: &mut Tables) -> Vec<Weighed> {
    let mut weighed = Vec::new();
    tables.begin();
    let title = tables.read(&entry.title, vocabulary);
    let lead = tables.read(&entry.lead, vocabulary);
    tables.field(vocabulary, Field::short(TITLE), std::slice::from_ref(&title));
    tables.field(vocabulary, Field::short(LEAD), &[lead]);
    for (weight, texts) in by_weight(&entry.texts) {
        let field = if weight > 1.0 { Field::short(weight) } else { Field::long(weight) };
        let texts: Vec<Read> = texts.into_iter().map(|text| tables.read(text, vocabulary)).collect();
        tables.field(vocabulary, field, &texts);
    }
    let parts = entry.parts.iter().flat_map(|part| [part.title.as_str(), part.text.as_str()]);
    let parts: Vec<Read> = parts.map(|text| tables.read(text, vocabulary)).collect();
    tables.field(vocabulary, Field::long(PART_IN_WHOLE), &parts);
    let body = tables.read(&entry.body, vocabulary);
    tables.field(vocabulary, Field::long(1.0), &[body]);
    tables.end(0, entry.prior, &mut weighed);
    for (number, part) in (1..).zip(parts.chunks_exact(2)) {
        tables.field(vocabulary, Field::short(TITLE), &part[..1]);
        tables.field(vocabulary, Field::long(2.0), &part[1..]);
        tables.field(vocabulary, Field::short(WHOLE_IN_PART), std::slice::from_ref(&title));
        tables.end(number, entry.prior, &mut weighed);
    }
    weighed
}

/// Texts of one weight are one field, as BM25F has it.
fn by_weight(texts: &[Text]) -> Vec<(f32, Vec<&str>)> {
    let mut fields: Vec<(f32, Vec<&str>)> = Vec::new();
    for text in texts {
        match fields.iter_mut().find(|(weight, _)| weight.total_cmp(&text.weight).is_eq()) {
            Some((_, known)) => known.push(&text.words),
            None => fields.push((text.weight, vec![&text.words])),
        }
    }
    fields
}

/// A text that has been read.
#[derive(Debug, Clone)]
struct Read {
    /// Where what its words stand for is in the tables.
    meanings: Range<usize>,
    /// The number of its words, and how many of them are stop words.
    words: usize,
    silent: usize,
}

/// What a term has gathered in the document that is being weighed.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// In the field that is being counted, how often it stands there, by way.
    counts: [u16; 2],
    /// What it weighs so far in the document or part.
    gathered: f32,
    /// The document that `form` is of.
    document: u32,
    /// The best form that it has there.
    form: u16,
}

/// What is kept from document to document, for its memory only: tables by the number of a term, and which of their
/// places are in use. Going through what a text has touched is much quicker than sorting its words.
#[derive(Default)]
pub(super) struct Tables {
    slots: Vec<Slot>,
    /// The terms of the field that is being counted.
    counted: Vec<Term>,
    /// Those of the document or part.
    met: Vec<Term>,
    /// The words of the text that is being read.
    batch: Batch,
    /// What the words of the document stand for. Parts are read once and counted twice.
    meanings: Vec<Meaning>,
    /// The stop words that the document has, whether they count or not.
    stops: Stops,
    /// Which document it is.
    document: u32,
}

impl Tables {
    /// The best form of a term in the document that was weighed last.
    pub(super) fn form(&self, term: Term) -> u32 {
        u32::from(self.slots[term as usize].form)
    }

    /// The stop words of the document that was weighed last.
    pub(super) fn stops(&self) -> Stops {
        self.stops
    }

    fn begin(&mut self) {
        self.meanings.clear();
        self.stops = Stops::default();
        self.document += 1;
    }

    fn read(&mut self, text: &str, vocabulary: &mut Vocabulary<'_>) -> Read {
        let start = self.meanings.len();
        let (mut count, mut silent) = (0, 0);
        self.batch.clear();
        words(text, |word| self.batch.add(word.text, word.is_acronym));
        vocabulary.read(&mut self.batch, |stop, meanings, is_acronym| {
            count += 1;
            let is_silent = stop.is_some() && !is_acronym;
            silent += usize::from(is_silent);
            self.meanings.extend(meanings.iter().map(|meaning| Meaning { is_silent, ..*meaning }));
            if let Some(stop) = stop {
                self.stops.add(stop);
            }
        });
        self.slots.resize(vocabulary.terms.len(), Slot::default());
        Read { meanings: start..self.meanings.len(), words: count, silent }
    }

    fn field(&mut self, vocabulary: &Vocabulary<'_>, field: Field, texts: &[Read]) {
        let has_stops = field.weight >= STOPS_FROM;
        let length = texts.iter().map(|text| if has_stops { text.words } else { text.words - text.silent }).sum();
        for text in texts {
            for meaning in &self.meanings[text.meanings.clone()] {
                if meaning.is_silent && !has_stops {
                    continue;
                }
                let slot = &mut self.slots[meaning.term as usize];
                if slot.counts == [0; 2] {
                    self.counted.push(meaning.term);
                }
                let count = &mut slot.counts[meaning.way as usize];
                *count = count.saturating_add(1);
                if slot.document != self.document {
                    (slot.document, slot.form) = (self.document, meaning.form);
                } else if slot.form != meaning.form {
                    slot.form = vocabulary.better(meaning.term, slot.form, meaning.form);
                }
            }
        }
        self.count(field.weight, field.norm(length));
    }

    /// Of the ways in which a field has a word the best counts: parts are no better than the word itself.
    fn count(&mut self, weight: f32, norm: f32) {
        let once = saturated(1, norm);
        let saturated = |times| match times {
            0 => 0.0,
            1 => once,
            _ => saturated(times, norm),
        };
        for term in self.counted.drain(..) {
            let slot = &mut self.slots[term as usize];
            let counts = std::mem::take(&mut slot.counts);
            let ways = Way::WEIGHTS.iter().zip(counts).map(|(way, times)| way * saturated(times));
            if slot.gathered == 0.0 {
                self.met.push(term);
            }
            slot.gathered += weight * ways.fold(0.0, f32::max);
        }
    }

    fn end(&mut self, unit: u32, prior: f32, weighed: &mut Vec<Weighed>) {
        for term in self.met.drain(..) {
            let weight = std::mem::take(&mut self.slots[term as usize].gathered);
            weighed.push(Weighed { unit, term, level: level(weight * prior) });
        }
    }
}

fn saturated(times: u16, norm: f32) -> f32 {
    let times = f32::from(times) * norm;
    times * (SATURATION + 1.0) / (times + SATURATION)
}
