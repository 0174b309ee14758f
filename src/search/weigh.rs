//! How much each word tells of a document: BM25F with weights by field, quantised to fifteen levels. A document is
//! weighed on its own, by constants and not by averages of the site, so that an edit changes nothing of other documents.

use super::{
    entry::{Entry, Part, Text},
    letters::words,
    vocabulary::{Term, Vocabulary, Way},
};

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

/// Weighs the words of a document and of each of its parts, in order of part.
pub(super) fn weigh(entry: &Entry, vocabulary: &mut Vocabulary<'_>, unit: &mut Tables) -> Vec<Weighed> {
    let mut weighed = Vec::new();
    unit.field(vocabulary, Field::short(TITLE), &[&entry.title]);
    unit.field(vocabulary, Field::short(LEAD), &[&entry.lead]);
    for (weight, texts) in by_weight(&entry.texts) {
        let field = if weight > 1.0 { Field::short(weight) } else { Field::long(weight) };
        unit.field(vocabulary, field, &texts);
    }
    let parts = entry.parts.iter().flat_map(|part| [part.title.as_str(), part.text.as_str()]);
    let in_whole: Vec<&str> = parts.collect();
    unit.field(vocabulary, Field::long(PART_IN_WHOLE), &in_whole);
    unit.field(vocabulary, Field::long(1.0), &[&entry.body]);
    unit.end(0, entry.prior, &mut weighed);
    for (number, part) in (1..).zip(&entry.parts) {
        of_part(unit, vocabulary, entry, part);
        unit.end(number, entry.prior, &mut weighed);
    }
    weighed
}

fn of_part(unit: &mut Tables, vocabulary: &mut Vocabulary<'_>, entry: &Entry, part: &Part) {
    unit.field(vocabulary, Field::short(TITLE), &[&part.title]);
    unit.field(vocabulary, Field::long(2.0), &[&part.text]);
    unit.field(vocabulary, Field::short(WHOLE_IN_PART), &[&entry.title]);
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

/// What is kept from document to document, for its memory only: tables by the number of a term, and which of their
/// places are in use. Going through what a text has touched is much quicker than sorting its words.
#[derive(Default)]
pub(super) struct Tables {
    /// In the field that is being read, how often each term stands, by way.
    counts: Vec<[u16; 2]>,
    counted: Vec<Term>,
    /// In the document or part that is being read, what each term has gathered.
    gathered: Vec<f32>,
    met: Vec<Term>,
}

impl Tables {
    fn field(&mut self, vocabulary: &mut Vocabulary<'_>, field: Field, texts: &[&str]) {
        let mut length = 0;
        for text in texts {
            words(text, |word| {
                let entry = vocabulary.word(word.text);
                if !word.is_acronym && field.weight < STOPS_FROM && entry.is_stop {
                    return;
                }
                length += 1;
                for (term, way) in &entry.stands_for {
                    let place = *term as usize;
                    if place >= self.counts.len() {
                        self.counts.resize(place + 1, [0; 2]);
                        self.gathered.resize(place + 1, 0.0);
                    }
                    if self.counts[place] == [0; 2] {
                        self.counted.push(*term);
                    }
                    self.counts[place][*way as usize] = self.counts[place][*way as usize].saturating_add(1);
                }
            });
        }
        self.count(field.weight, field.norm(length));
    }

    /// Of the ways in which a field has a word the best counts: parts are no better than the word itself.
    fn count(&mut self, weight: f32, norm: f32) {
        for term in self.counted.drain(..) {
            let counts = std::mem::take(&mut self.counts[term as usize]);
            let ways = Way::WEIGHTS.iter().zip(counts).map(|(way, times)| way * saturated(times, norm));
            let gathered = &mut self.gathered[term as usize];
            if *gathered == 0.0 {
                self.met.push(term);
            }
            *gathered += weight * ways.fold(0.0, f32::max);
        }
    }

    fn end(&mut self, unit: u32, prior: f32, weighed: &mut Vec<Weighed>) {
        for term in self.met.drain(..) {
            let weight = std::mem::take(&mut self.gathered[term as usize]);
            weighed.push(Weighed { unit, term, level: level(weight * prior) });
        }
    }
}

fn saturated(times: u16, norm: f32) -> f32 {
    let times = f32::from(times) * norm;
    times * (SATURATION + 1.0) / (times + SATURATION)
}
