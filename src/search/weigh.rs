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
/// The b of BM25 and the usual number of words, for bodies and for short fields.
const BODY: (f32, f32) = (0.75, 180.0);
const SHORT: (f32, f32) = (0.3, 6.0);

/// The lowest weight that is told apart, and the ratio between a level and the next.
const LOWEST: f32 = 0.15;
const RATIO: f32 = 1.42;
/// The number of levels, from 1.
pub(super) const LEVELS: u8 = 15;

/// A word of a document: how much it tells there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept between the first and last level")]
    let level = steps.clamp(0.0, f32::from(LEVELS - 1)) as u8;
    level + 1
}

/// Weighs the words of a document and of each of its parts, in order of part and word.
pub(super) fn weigh(entry: &Entry, vocabulary: &mut Vocabulary<'_>) -> Vec<Weighed> {
    let mut weighed = Vec::new();
    let mut unit = Unit::default();
    unit.field(vocabulary, TITLE, SHORT, &[&entry.title]);
    unit.field(vocabulary, LEAD, SHORT, &[&entry.lead]);
    for (weight, texts) in by_weight(&entry.texts) {
        unit.field(vocabulary, weight, if weight > 1.0 { SHORT } else { BODY }, &texts);
    }
    let parts = entry.parts.iter().flat_map(|part| [part.title.as_str(), part.text.as_str()]);
    let in_whole: Vec<&str> = parts.collect();
    unit.field(vocabulary, PART_IN_WHOLE, BODY, &in_whole);
    unit.field(vocabulary, 1.0, BODY, &[&entry.body]);
    unit.end(0, entry.prior, &mut weighed);
    for (number, part) in (1..).zip(&entry.parts) {
        of_part(&mut unit, vocabulary, entry, part);
        unit.end(number, entry.prior, &mut weighed);
    }
    weighed
}

fn of_part(unit: &mut Unit, vocabulary: &mut Vocabulary<'_>, entry: &Entry, part: &Part) {
    unit.field(vocabulary, TITLE, SHORT, &[&part.title]);
    unit.field(vocabulary, 2.0, BODY, &[&part.text]);
    unit.field(vocabulary, WHOLE_IN_PART, SHORT, &[&entry.title]);
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

/// A document or part while its fields come.
#[derive(Default)]
struct Unit {
    /// What each word has gathered; several entries for a word that stands in several fields.
    gathered: Vec<(Term, f32)>,
    /// Kept from field to field, for its memory only.
    counted: Vec<(Term, Way)>,
}

impl Unit {
    fn field(&mut self, vocabulary: &mut Vocabulary<'_>, weight: f32, (slope, usual): (f32, f32), texts: &[&str]) {
        self.counted.clear();
        let mut length = 0;
        for text in texts {
            let counted = &mut self.counted;
            words(text, |word| {
                let entry = vocabulary.word(word.text);
                if word.is_acronym || weight >= STOPS_FROM || !entry.is_stop {
                    counted.extend_from_slice(&entry.stands_for);
                    length += 1;
                }
            });
        }
        self.count(weight, length_norm(length, slope, usual));
    }

    /// Of the ways in which a field has a word the best counts: parts are no better than the word itself.
    fn count(&mut self, weight: f32, norm: f32) {
        self.counted.sort_unstable();
        for of_term in self.counted.chunk_by(|a, b| a.0 == b.0) {
            let ways = of_term.chunk_by(|a, b| a.1 == b.1);
            let best = ways.map(|same| Way::WEIGHTS[same[0].1 as usize] * saturated(same.len(), norm));
            self.gathered.push((of_term[0].0, weight * best.fold(0.0, f32::max)));
        }
    }

    fn end(&mut self, unit: u32, prior: f32, weighed: &mut Vec<Weighed>) {
        self.gathered.sort_unstable_by_key(|(term, _)| *term);
        for same in self.gathered.chunk_by(|a, b| a.0 == b.0) {
            let weight: f32 = same.iter().map(|(_, weight)| weight).sum();
            weighed.push(Weighed { unit, term: same[0].0, level: level(weight * prior) });
        }
        self.gathered.clear();
    }
}

#[expect(clippy::cast_precision_loss, reason = "a word stands a few thousand times in a text at most")]
fn saturated(times: usize, norm: f32) -> f32 {
    let times = times as f32 * norm;
    times * (SATURATION + 1.0) / (times + SATURATION)
}

#[expect(clippy::cast_precision_loss, reason = "texts have fewer than sixteen million words")]
fn length_norm(length: usize, slope: f32, usual: f32) -> f32 {
    1.0 / (1.0 - slope + slope * length as f32 / usual)
}
