//! What a list or the board can be narrowed to, as plain links that all its pages share. A facet of many values shows the
//! most common ones, and a page of its own has them all.

use super::{home_crumb, paging::Numbered};
use crate::theme::{View, view};
use crate::{
    model::{Address, DocumentIndex, address::FACET},
    render::{
        edition::Edition,
        marks::{Marks, mark},
        view::frame::Page,
    },
};
use std::{cmp::Reverse, sync::Arc};

/// Up to how many values a facet shows on every page.
const SHOWN: usize = 60;
/// How many values stand on a page that has them all.
const PER_PAGE: usize = 300;

/// A facet of a list.
pub(super) struct Facet {
    /// The key, as it stands in addresses.
    pub(super) segment: String,
    /// What people see of it.
    pub(super) label: String,
    /// Its values, in the order of their addresses.
    pub(super) values: Vec<FacetValue>,
    key: String,
    base: Address,
    /// Places of values in the order in which they are shown.
    order: Vec<usize>,
    /// Whether each of them is shown on every page.
    common: Vec<bool>,
    /// Stands for all that it shows.
    pub(super) mark: u64,
}

/// A value of a facet.
pub(super) struct FacetValue {
    /// What people see of it.
    pub(super) label: String,
    /// Where the list begins that is narrowed to it.
    pub(super) address: Address,
    /// How many are found there.
    pub(super) count: usize,
}

/// What stands below a list, told to those that come from elsewhere.
#[derive(Clone)]
pub(super) struct Below {
    /// The heading of the list.
    pub(super) title: String,
    /// Where it stands.
    pub(super) url: String,
    /// The kind that the menu marks.
    pub(super) kind: String,
    /// The scope that it belongs to.
    pub(super) scope: Option<DocumentIndex>,
}

/// A page of all values of a facet.
pub(in crate::render) struct ValuesPlan {
    facet: Arc<Facet>,
    below: Below,
    page: Numbered<usize>,
}

impl ValuesPlan {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let Below { title, url, kind, scope } = &self.below;
        let scope = scope.map(|scope| marks.document(scope));
        mark(&(self.facet.mark, self.page.identity(mark), title, url, kind, scope))
    }
}

impl Facet {
    /// A facet of the list at an address, by its key, its segment and its label; values are added in the order of what
    /// stands in their addresses.
    pub(super) fn new((key, segment, label): (&str, String, String), list: &Address) -> Self {
        let base = list.join(&format!("{FACET}/{segment}"));
        Self {
            segment,
            label,
            values: Vec::new(),
            key: key.to_owned(),
            base,
            order: Vec::new(),
            common: Vec::new(),
            mark: 0,
        }
    }

    /// Adds a value.
    pub(super) fn add(&mut self, value: &str, label: String, count: usize) {
        self.values.push(FacetValue { label, address: self.base.join(value), count });
    }

    /// Puts the values in the order of the alphabet, and chooses those that are shown on every page.
    pub(super) fn sort(&mut self, edition: Edition<'_>) {
        let places = edition.order.places(self.values.iter().map(|value| &*value.label));
        self.sort_by(|place, _| places[place]);
    }

    /// Puts the values in an order of their own.
    pub(super) fn sort_by(&mut self, key: impl Fn(usize, &FacetValue) -> u32) {
        self.order = (0..self.values.len()).collect();
        self.order.sort_by_key(|place| key(*place, &self.values[*place]));
        let mut by_count = self.order.clone();
        by_count.sort_by_key(|place| Reverse(self.values[*place].count));
        self.common = vec![false; self.values.len()];
        by_count.into_iter().take(SHOWN).for_each(|place| self.common[place] = true);
        let values: Vec<_> = self.values.iter().map(|value| (&value.label, &value.address, value.count)).collect();
        self.mark = mark(&(&self.key, &self.label, &self.base, values, &self.order));
    }

    /// The facet as templates see it, with the place of the value that is chosen.
    pub(super) fn view(&self, edition: Edition<'_>, chosen: Option<usize>) -> View {
        let places = self.order.iter().copied().filter(|place| self.common[*place] || chosen == Some(*place));
        let values: Vec<View> = places.map(|place| self.value(edition, (place, chosen))).collect();
        let more = self.is_long().then(|| {
            let title = edition.words.count("all-values", self.values.len());
            view!({ "title": title, "url": edition.path(self.base.path()) })
        });
        view!({ "key": &self.key, "label": &self.label, "values": values, "more": more })
    }

    fn value(&self, edition: Edition<'_>, (place, chosen): (usize, Option<usize>)) -> View {
        let value = &self.values[place];
        let url = edition.path(value.address.path());
        view!({ "label": &value.label, "url": url, "count": value.count, "current": chosen == Some(place) })
    }

    fn is_long(&self) -> bool {
        self.values.len() > SHOWN
    }
}

/// The pages of all values of a facet, where it does not show them all itself.
pub(super) fn plan(facet: &Arc<Facet>, below: &Below) -> Vec<(Address, ValuesPlan)> {
    if !facet.is_long() {
        return Vec::new();
    }
    let pages = Numbered::all(&facet.base, facet.order.clone(), PER_PAGE).into_iter();
    let plan =
        |page: Numbered<usize>| (page.address(), ValuesPlan { facet: facet.clone(), below: below.clone(), page });
    pages.map(plan).collect()
}

/// The page of all values of a facet.
pub(super) fn page(edition: Edition<'_>, address: Address, plan: &ValuesPlan) -> Page {
    let (facet, below) = (&*plan.facet, &plan.below);
    let arguments = [("title", &*below.title), ("facet", &*facet.label.to_lowercase())];
    let heading = plan.page.heading(edition, edition.words.text("title-values", &arguments));
    let mut page = Page::new(address, "values.html", heading);
    page.kind = Some(below.kind.clone());
    page.scope = below.scope;
    page.crumbs = home_crumb(edition);
    page.crumbs.extend(below.scope.map(|scope| edition.link(scope, None)));
    page.crumbs.push(view!({ "title": &below.title, "url": &below.url }));
    let items: Vec<View> = plan.page.here().iter().map(|place| facet.value(edition, (*place, None))).collect();
    page.content = view!({ "values": { "label": &facet.label, "items": items, "pages": plan.page.links(edition) } });
    page
}
