//! What one rendering leaves for the next: what each page was made of. A page that is made of the same is kept.

use super::marks::Marks;
use crate::{
    model::{
        DocumentIndex,
        packed::{push_count, take_count},
    },
    search,
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What one rendering leaves for the next. It never changes what comes out, only how soon.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Remembered {
    /// Stands for everything that pages were planned by.
    facts: u64,
    /// What each text said, by number.
    texts: Vec<u64>,
    /// The names of everything that could be read, by number.
    names: Vec<u64>,
    pub(super) pages: Pages,
    /// The paths of the sitemaps.
    pub(super) sitemaps: Vec<Box<str>>,
    /// What the search index was made of.
    pub(super) search: search::Remembered,
}

/// What each page was made of, by its path.
pub(super) type Pages = FxHashMap<Box<str>, Known>;

/// What a page was made of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Known {
    /// The template that drew it.
    template: Box<str>,
    /// The numbers of what was read for it, as `steps`.
    #[serde(with = "serde_bytes")]
    reads: Box<[u8]>,
    /// Stands for all that it was made of.
    mark: u64,
}

/// What a page is made of, beside what it reads of the site.
#[derive(Clone, Copy, Hash)]
pub(super) struct Cause<'a> {
    /// What all pages of an edition share.
    pub(super) shared: u64,
    /// The template, with all that it draws with.
    pub(super) template: Option<u64>,
    /// What was planned for it.
    pub(super) plan: u64,
    /// Its name in the theme.
    pub(super) name: &'a str,
}

impl Known {
    /// What a page is made of that was just drawn, with the numbers of what was read for it, rising.
    pub(super) fn new(cause: &Cause<'_>, numbers: Vec<u32>, marks: &Marks) -> Self {
        let values = numbers.iter().map(|number| marks.values[*number as usize]);
        Self { template: cause.name.into(), mark: combined(cause, values), reads: steps(&numbers) }
    }

    /// Whether any of some things was read for it, whose numbers are given in order, least first.
    pub(super) fn reads_any(&self, some: &[u32]) -> bool {
        let Some(last) = some.last() else { return false };
        numbers(&self.reads).take_while(|number| number <= last).any(|number| some.binary_search(&number).is_ok())
    }

    /// The name of the template.
    pub(super) fn template(&self) -> &str {
        &self.template
    }
}

/// What is remembered, in the numbers of the present site.
pub(super) struct Past {
    pages: Pages,
    /// For each number of the past, the present one of the same thing.
    present: Vec<Option<u32>>,
}

impl Past {
    /// Finds what is remembered in the present site.
    pub(super) fn new((names, pages): (Vec<u64>, Pages), marks: &Marks) -> Self {
        let places: FxHashMap<u64, u32> = marks.names.iter().copied().zip(0..).collect();
        Self { pages, present: names.iter().map(|name| places.get(name).copied()).collect() }
    }

    /// What is known of the page at a path.
    pub(super) fn page(&self, path: &str) -> Option<&Known> {
        self.pages.get(path)
    }

    /// A page in present numbers, if it is made of the same as before.
    pub(super) fn same(&self, known: &Known, cause: &Cause<'_>, marks: &Marks) -> Option<Known> {
        let past = numbers(&known.reads).map(|number| *self.present.get(number as usize)?);
        let mut present = past.collect::<Option<Vec<u32>>>()?;
        present.sort_unstable();
        let values = present.iter().map(|number| marks.values[*number as usize]);
        let mark = combined(cause, values);
        (mark == known.mark).then(|| Known { template: known.template.clone(), reads: steps(&present), mark })
    }
}

impl Remembered {
    /// The texts that have changed, in order; `None` when anything else has, or when nothing is remembered.
    pub(super) fn changed_texts(&self, marks: &Marks, facts: u64) -> Option<Vec<DocumentIndex>> {
        let is_known = !self.pages.is_empty() && self.facts == facts;
        let both = (0..).map(DocumentIndex).zip(marks.texts().iter().zip(&self.texts));
        is_known.then(|| both.filter(|(_, (now, before))| now != before).map(|(index, _)| index).collect())
    }

    /// Takes the pages of the past out, with the names that their numbers stand for.
    pub(super) fn take_pages(&mut self) -> (Vec<u64>, Pages) {
        (std::mem::take(&mut self.names), std::mem::take(&mut self.pages))
    }

    /// What to remember of pages that were drawn or kept.
    pub(super) fn of(
        (marks, facts): (Marks, u64),
        pages: Pages,
        sitemaps: Vec<Box<str>>,
        search: search::Remembered,
    ) -> Self {
        Self { facts, texts: marks.texts().to_vec(), names: marks.names, pages, sitemaps, search }
    }
}

/// Rising numbers, each as the step from the one before, of which most take one byte or two.
fn steps(rising: &[u32]) -> Box<[u8]> {
    let mut bytes = Vec::with_capacity(2 * rising.len());
    let mut before = 0;
    for number in rising {
        push_count(&mut bytes, (number - std::mem::replace(&mut before, *number)) as usize);
    }
    bytes.into()
}

/// The numbers that `steps` was given.
fn numbers(mut steps: &[u8]) -> impl Iterator<Item = u32> {
    let mut number = 0_u32;
    std::iter::from_fn(move || {
        number = number.checked_add(take_count(&mut steps)?.try_into().ok()?)?;
        Some(number)
    })
}

/// The values are of different things in the order of their numbers, which another document can change: they are put in
/// order of their own.
fn combined(cause: &Cause<'_>, values: impl Iterator<Item = u64>) -> u64 {
    let mut values: Vec<u64> = values.collect();
    values.sort_unstable();
    let mut hasher = DefaultHasher::new();
    (cause, values).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{numbers, steps};

    #[test]
    fn numbers_come_back() {
        for rising in [&[][..], &[0], &[0, 1, 127, 128, 300, 70_000, 70_001, u32::MAX]] {
            assert_eq!(numbers(&steps(rising)).collect::<Vec<_>>(), rising);
        }
        assert_eq!(numbers(&[0xff; 9]).count(), 0, "of what no number ends");
    }
}
