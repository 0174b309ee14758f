//! What the board can be narrowed to: a status, somebody responsible, a subject, a scope.

use super::{BOARD, Entry};
use crate::{
    model::{
        Address, DocumentIndex, Status, Variant,
        address::{FACET, slug},
    },
    render::{edition::Edition, pages::lists::target_slug, view::state},
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

/// The filter by scope.
const SCOPE: &str = "kommun";
/// What it can be narrowed by, with the keys of their texts.
const KINDS: [(&str, &str); 4] =
    [("status", "field-status"), ("ansvarig", "field-responsible"), ("amne", "field-subject"), (SCOPE, "field-scope")];

/// What the board is narrowed to.
pub(super) struct Filter {
    key: &'static str,
    value: String,
    label: String,
    count: usize,
}

/// Every filter, and the order in which those of each kind are shown.
pub(super) struct Filters {
    /// In the order of their addresses.
    pub(super) all: Vec<Filter>,
    shown: Vec<(&'static str, &'static str, Vec<usize>)>,
}

impl Filter {
    /// Where its pages begin.
    pub(super) fn address(&self) -> Address {
        address(self.key, &self.value)
    }

    /// The heading of its pages.
    pub(super) fn heading(&self, edition: Edition<'_>, title: &str) -> String {
        let facet = KINDS.iter().find(|(key, _)| *key == self.key).map(|(_, text)| edition.words.text(text, &[]));
        let facet = facet.unwrap_or_default().to_lowercase();
        edition.words.text("title-facet", &[("title", title), ("facet", &facet), ("value", &self.label)])
    }
}

fn address(key: &str, value: &str) -> Address {
    Address::new(&Variant::Original, BOARD).join(&format!("{FACET}/{key}/{value}"))
}

/// The board of a scope.
pub(in crate::render::pages) fn scope_url(edition: Edition<'_>, scope: &str) -> String {
    edition.path(address(SCOPE, &slug(scope)).path())
}

impl Filters {
    /// The filters as templates see them.
    pub(super) fn views(&self, edition: Edition<'_>, chosen: Option<usize>) -> Vec<Value> {
        let value = |place: &usize| {
            let filter = &self.all[*place];
            let url = edition.path(filter.address().path());
            json!({ "label": filter.label, "url": url, "count": filter.count, "current": chosen == Some(*place) })
        };
        let view = |(key, text, places): &(&str, &str, Vec<usize>)| {
            let values: Vec<Value> = places.iter().map(value).collect();
            json!({ "key": key, "label": edition.words.text(text, &[]), "values": values })
        };
        self.shown.iter().map(view).collect()
    }
}

/// The filters of some commitments, with the places of those that belong to each.
pub(super) fn filters(edition: Edition<'_>, entries: &[Entry<'_>]) -> (Filters, Vec<Vec<u32>>) {
    let mut gathered = Gathered { edition, values: HashMap::new(), found: BTreeMap::new() };
    for (place, entry) in (0u32..).zip(entries) {
        gathered.add(place, entry);
    }
    let mut all = Vec::new();
    let mut found = Vec::new();
    for ((key, value), (label, places)) in gathered.found {
        all.push(Filter { key, value, label, count: places.len() });
        found.push(places);
    }
    let kinds = KINDS.into_iter().map(|(key, text)| (key, text, shown(edition, &all, key)));
    let shown = kinds.filter(|(_, _, places)| !places.is_empty()).collect();
    (Filters { all, shown }, found)
}

/// The filters of a kind: statuses in their own order, everything else in that of the alphabet.
fn shown(edition: Edition<'_>, all: &[Filter], key: &str) -> Vec<usize> {
    let mut places: Vec<usize> = (0..all.len()).filter(|place| all[*place].key == key).collect();
    let status = |filter: &Filter| Status::ALL.iter().position(|known| state::dashed(known.key()) == filter.value);
    if key == "status" {
        places.sort_by_key(|place| status(&all[*place]));
    } else {
        places.sort_by(|a, b| edition.order.compare(&all[*a].label, &all[*b].label));
    }
    places
}

/// The filters that are found commitment by commitment; what a document is called in an address is found once.
struct Gathered<'a> {
    edition: Edition<'a>,
    values: HashMap<DocumentIndex, String>,
    found: BTreeMap<(&'static str, String), (String, Vec<u32>)>,
}

impl Gathered<'_> {
    fn add(&mut self, place: u32, (index, commitment): &Entry<'_>) {
        let edition = self.edition;
        let document = edition.site.document(*index);
        let status = commitment.status();
        self.put(place, ("status", state::dashed(status.key())), || {
            state::status(edition, status)["label"].as_str().unwrap_or_default().to_owned()
        });
        let subjects = edition.targets(document, commitment.fields, "ämnen");
        let subjects =
            if subjects.is_empty() { edition.targets(document, &document.fields, "ämnen") } else { subjects };
        let responsible = edition.targets(document, commitment.fields, "ansvarig");
        for (key, targets) in [("ansvarig", responsible), ("amne", subjects)] {
            for target in targets {
                let value = self.values.entry(target).or_insert_with(|| target_slug(edition, target)).clone();
                self.put(place, (key, value), || edition.title(target).to_owned());
            }
        }
        if let Some(folder) = document.scope.as_deref()
            && let Some(scope) = edition.site.scope(folder)
        {
            self.put(place, (SCOPE, slug(folder)), || edition.title(scope).to_owned());
        }
    }

    /// A commitment may name a target twice, and comes once.
    fn put(&mut self, place: u32, filter: (&'static str, String), label: impl FnOnce() -> String) {
        let (_, places) = self.found.entry(filter).or_insert_with(|| (label(), Vec::new()));
        if places.last() != Some(&place) {
            places.push(place);
        }
    }
}
