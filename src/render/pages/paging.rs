//! What is too long for one page stands on several: what each of them holds, where it stands, and the links between.

use crate::theme::{View, view};
use crate::{
    model::{Address, address::NUMBERED},
    render::{edition::Edition, marks::mark},
};
use std::sync::Arc;

/// Up to how many pages each has its number.
const NUMBERS: usize = 10;
/// How many numbers stand together around the current one, where there are more.
const AROUND: usize = 5;

/// One page of some items, which all its pages share.
pub(in crate::render) struct Numbered<T> {
    base: Address,
    items: Arc<[T]>,
    size: usize,
    number: usize,
}

impl<T> Numbered<T> {
    /// Every page of some items, so many to each; one page where there are none.
    pub(super) fn all(base: &Address, items: impl Into<Arc<[T]>>, size: usize) -> Vec<Self> {
        let items = items.into();
        let total = items.len().div_ceil(size).max(1);
        (1..=total).map(|number| Self { base: base.clone(), items: items.clone(), size, number }).collect()
    }

    /// Where it stands.
    pub(super) fn address(&self) -> Address {
        address(&self.base, self.number)
    }

    /// How many items there are on all pages.
    pub(super) fn count(&self) -> usize {
        self.items.len()
    }

    /// How many stand on the pages before.
    pub(super) fn before(&self) -> usize {
        (self.number - 1) * self.size
    }

    /// What stands on this page.
    pub(super) fn here(&self) -> &[T] {
        let end = self.items.len().min(self.before() + self.size);
        &self.items[self.before()..end]
    }

    /// Stands for the page and what it holds; each item by what stands for it.
    pub(super) fn identity(&self, item: impl Fn(&T) -> u64) -> u64 {
        let here: Vec<u64> = self.here().iter().map(item).collect();
        mark(&(self.base.path(), self.number, self.items.len(), here))
    }

    /// Whether it is the first page, which tells of the whole.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }

    /// The heading of the whole, with the number of the page after the first.
    pub(super) fn heading(&self, edition: Edition<'_>, heading: String) -> String {
        if self.is_first() {
            return heading;
        }
        edition.words.text("title-page", &[("title", &heading), ("number", &self.number.to_string())])
    }

    /// The links between the pages; `None` where there is only one.
    pub(super) fn links(&self, edition: Edition<'_>) -> Option<View> {
        let total = self.items.len().div_ceil(self.size);
        if total < 2 {
            return None;
        }
        let url = |number: usize| edition.path(address(&self.base, number).path());
        let item = |number: Option<usize>| view!({ "number": number, "url": number.map(url), "current": number == Some(self.number) });
        let items: Vec<View> = window(self.number, total).into_iter().map(item).collect();
        let previous = (self.number > 1).then(|| url(self.number - 1));
        let next = (self.number < total).then(|| url(self.number + 1));
        Some(view!({ "current": self.number, "total": total, "items": items, "prev": previous, "next": next }))
    }
}

fn address(base: &Address, number: usize) -> Address {
    if number > 1 { base.join(&format!("{NUMBERED}/{number}")) } else { base.clone() }
}

/// The numbers that a page shows: the first, the last and some around its own; `None` where numbers are left out. A
/// single number is never left out, since what tells of it takes the same room.
fn window(current: usize, total: usize) -> Vec<Option<usize>> {
    if total <= NUMBERS {
        return (1..=total).map(Some).collect();
    }
    let start = current.saturating_sub(AROUND / 2).clamp(1, total - AROUND + 1);
    let mut shown = Vec::with_capacity(AROUND + 4);
    for number in [1].into_iter().chain(start..start + AROUND).chain([total]) {
        let last = shown.last().copied().flatten().unwrap_or(0);
        match number.saturating_sub(last) {
            0 => continue,
            1 => {}
            2 => shown.push(Some(last + 1)),
            _ => shown.push(None),
        }
        shown.push(Some(number));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::window;

    fn told(current: usize, total: usize) -> String {
        let numbers = window(current, total).into_iter();
        numbers.map(|number| number.map_or("…".into(), |number| number.to_string())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_around_the_current_one() {
        for (current, total, shown) in [
            (1, 1, "1"),
            (3, 10, "1 2 3 4 5 6 7 8 9 10"),
            (1, 11, "1 2 3 4 5 … 11"),
            (4, 11, "1 2 3 4 5 6 … 11"),
            (5, 11, "1 2 3 4 5 6 7 … 11"),
            (6, 11, "1 … 4 5 6 7 8 … 11"),
            (7, 11, "1 … 5 6 7 8 9 10 11"),
            (11, 11, "1 … 7 8 9 10 11"),
            (200, 400, "1 … 198 199 200 201 202 … 400"),
            (400, 400, "1 … 396 397 398 399 400"),
        ] {
            assert_eq!(told(current, total), shown, "page {current} of {total}");
        }
    }

    #[test]
    fn every_page_shows_its_number_and_its_neighbours() {
        for total in 1..40 {
            for current in 1..=total {
                let shown = window(current, total);
                let near = [1, current.saturating_sub(1).max(1), current, (current + 1).min(total), total];
                assert!(near.iter().all(|number| shown.contains(&Some(*number))), "page {current} of {total}");
                assert!(shown.len() <= 10 && shown.windows(2).all(|pair| pair[0].is_some() || pair[1].is_some()));
            }
        }
    }
}
