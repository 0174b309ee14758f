//! Where nothing has changed but the Markdown of some documents, every page is planned as it was: those of these documents
//! are made, all others are kept, and none need be planned again.

use super::{
    Sink,
    edition::Edition,
    marks::Marks,
    pages::{self, Plan},
    remembered::{Pages, Remembered},
};
use crate::model::DocumentIndex;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// How many texts may have changed. Pages of places gather from all documents, and planned one by one cost as much as all.
const MOST: usize = 16;

/// What is to be made of an edited site, and what stays.
pub(super) struct Edited<'a, T> {
    /// The pages of documents whose text has changed.
    pub(super) plans: Vec<Plan<'a>>,
    /// What the sink made of all other pages, and of the sitemaps.
    pub(super) kept: Vec<T>,
    /// What these pages were made of.
    pub(super) pages: Pages,
}

/// Looks whether no more than a few texts have changed; `None` when pages must be planned. `facts` stand for everything that
/// they are planned by.
pub(super) fn edited<'a, S: Sink>(
    editions: &'a [Edition<'a>],
    (marks, facts): (&Marks, u64),
    remembered: &mut Remembered,
    sink: &S,
) -> Option<Edited<'a, S::Taken>> {
    let changed = remembered.changed_texts(marks, facts)?;
    if changed.len() > MOST {
        return None;
    }
    let pages_of = |index: &DocumentIndex| {
        let index = *index;
        let shown = editions.iter().filter(move |edition| edition.site.variant_of(index, edition.variant).is_some());
        shown.map(move |edition| pages::document(edition, index)).collect::<Vec<_>>()
    };
    let plans: Vec<Plan<'_>> = changed.iter().flat_map(pages_of).collect();
    let made: FxHashSet<String> = plans.iter().map(Plan::file).collect();
    let numbers = marks.numbering.with_all_texts(&changed);
    let others = remembered.pages.par_iter().filter(|(path, _)| !made.contains(&***path));
    let kept = others.map(|(path, known)| if known.reads_any(&numbers) { None } else { sink.keep(path) });
    let sitemaps = remembered.sitemaps.par_iter().map(|path| sink.keep(path));
    let kept = kept.chain(sitemaps).collect::<Option<Vec<_>>>()?;
    let mut pages = remembered.take_pages().1;
    pages.retain(|path, _| !made.contains(&**path));
    Some(Edited { plans, kept, pages })
}
