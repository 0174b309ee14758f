//! The words of an index with where they stand, in the order of their keys.

use super::{
    postings::Postings,
    synonyms::{Nearness, Synonyms},
    vocabulary::Spelled,
};
use rustc_hash::FxHashSet;
use std::cmp::Ordering;

/// A word with its documents, and the words that it leads to.
pub(super) struct Row {
    /// The word.
    pub(super) spelled: Spelled,
    /// Where it stands.
    pub(super) postings: Postings,
    /// The stems that it leads to.
    pub(super) leads: Vec<(String, Nearness)>,
}

impl Row {
    /// About how many bytes it takes before it is compressed.
    pub(super) fn size(&self) -> usize {
        let leads: usize = self.leads.iter().map(|(to, _)| to.len()).sum();
        self.spelled.key.len() + self.postings.size() + leads
    }
}

/// The order of keys, and of stems that share a key.
pub(super) fn order(a: &Row, b: &Row) -> Ordering {
    (&a.spelled.key, &a.spelled.stem).cmp(&(&b.spelled.key, &b.spelled.stem))
}

/// Two lists of rows as one; rows of the same stem are joined.
pub(super) fn merge(earlier: Vec<Row>, later: Vec<Row>) -> Vec<Row> {
    if earlier.is_empty() {
        return later;
    }
    let mut merged: Vec<Row> = Vec::with_capacity(earlier.len() + later.len() / 2);
    let mut later = later.into_iter().peekable();
    for mut row in earlier {
        while let Some(other) = later.next_if(|other| order(other, &row) == Ordering::Less) {
            merged.push(other);
        }
        if let Some(other) = later.next_if(|other| order(other, &row) == Ordering::Equal) {
            row.postings.append(&other.postings);
            row.spelled.meet(&other.spelled.surface);
            row.leads.extend(other.leads);
        }
        merged.push(row);
    }
    merged.extend(later);
    merged
}

/// Adds what words lead to, as far as the site has it.
pub(super) fn with_synonyms(rows: Vec<Row>, synonyms: &Synonyms) -> Vec<Row> {
    let known: FxHashSet<&str> = rows.iter().map(|row| row.spelled.stem.as_str()).collect();
    let has = |stems: &str| stems.split(' ').all(|stem| known.contains(stem));
    let leading = synonyms.all().filter_map(|(stem, word, targets)| {
        let leads: Vec<_> = targets.iter().filter(|(to, _)| has(to)).map(|(to, near)| (to.clone(), *near)).collect();
        let word = if stem.contains(' ') { "" } else { word };
        (!leads.is_empty()).then(|| Row { spelled: Spelled::new(stem, word), postings: Postings::default(), leads })
    });
    let mut leading: Vec<Row> = leading.collect();
    leading.sort_unstable_by(order);
    merge(rows, leading)
}
