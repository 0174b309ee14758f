//! What the board can be narrowed to: a status, somebody responsible, a subject, a scope.

use super::{BOARD, Entry};
use crate::{
    model::{
        Address, DocumentIndex, Status, Variant,
        address::{FACET, slug},
    },
    render::{
        edition::Edition,
        pages::{facet::Facet, lists::target_slug},
        view::state,
    },
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

const STATUS: &str = "status";
const RESPONSIBLE: &str = "ansvarig";
const SUBJECT: &str = "amne";
const SCOPE: &str = "kommun";
/// What it can be narrowed by, with the keys of their texts.
const KINDS: [(&str, &str); 4] =
    [(STATUS, "field-status"), (RESPONSIBLE, "field-responsible"), (SUBJECT, "field-subject"), (SCOPE, "field-scope")];

/// A filter by its key and what it is about: a status by its place, anything else by its document.
type Filter = (&'static str, u32);

/// The commitments that the board is narrowed to, by the places of a facet and of its value.
type Narrowed = Vec<((usize, usize), Vec<u32>)>;

/// The board of a scope.
pub(in crate::render::pages) fn scope_url(edition: Edition<'_>, scope: &str) -> String {
    let address = Address::new(&Variant::Original, BOARD).join(&format!("{FACET}/{SCOPE}/{}", slug(scope)));
    edition.path(address.path())
}

/// What the commitments of a board can be narrowed by, with the places of those that belong to each value.
pub(super) fn filters(edition: Edition<'_>, base: &Address, entries: &[Entry<'_>]) -> (Vec<Arc<Facet>>, Narrowed) {
    let mut found: HashMap<Filter, Vec<u32>> = HashMap::new();
    for (place, entry) in (0u32..).zip(entries) {
        for filter in of(edition, entry) {
            let places = found.entry(filter).or_default();
            // A commitment may name somebody twice, and comes once.
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    let (mut facets, mut narrowed) = (Vec::new(), Narrowed::new());
    for (key, text) in KINDS {
        let mut facet = Facet::new((key, key.to_owned(), edition.words.text(text, &[])), base);
        for (value, (label, places)) in named(edition, &found, key) {
            facet.add(&value, label, places.len());
            narrowed.push(((facets.len(), facet.values.len() - 1), places));
        }
        if key == STATUS {
            facet.sort_by(|_, value| status_place(edition, &value.label));
        } else {
            facet.sort(edition);
        }
        if !facet.values.is_empty() {
            facets.push(Arc::new(facet));
        }
    }
    // In the order of addresses.
    narrowed.sort_by_key(|((facet, value), _)| (facets[*facet].segment.clone(), *value));
    (facets, narrowed)
}

/// What a commitment belongs to.
fn of(edition: Edition<'_>, (index, commitment): &Entry<'_>) -> Vec<Filter> {
    let document = edition.site.document(*index);
    let mut found = vec![(STATUS, place_of(commitment.status()))];
    let subjects = edition.targets(document, commitment.fields, "ämnen");
    let subjects = if subjects.is_empty() { edition.targets(document, &document.fields, "ämnen") } else { subjects };
    let responsible = edition.targets(document, commitment.fields, "ansvarig");
    found.extend(responsible.into_iter().map(|target| (RESPONSIBLE, target.0)));
    found.extend(subjects.into_iter().map(|target| (SUBJECT, target.0)));
    let scope = document.scope.as_deref().and_then(|folder| edition.site.scope(folder));
    found.extend(scope.map(|scope| (SCOPE, scope.0)));
    found
}

/// The filters of a key by what stands in their addresses, with their labels. What is called the same is one.
fn named(edition: Edition<'_>, found: &HashMap<Filter, Vec<u32>>, key: &str) -> BTreeMap<String, (String, Vec<u32>)> {
    let mut filters: Vec<(u32, &Vec<u32>)> =
        found.iter().filter(|((known, _), _)| *known == key).map(|((_, about), places)| (*about, places)).collect();
    filters.sort_unstable_by_key(|(about, _)| *about);
    let mut named: BTreeMap<String, (String, Vec<u32>)> = BTreeMap::new();
    for (about, places) in filters {
        let (value, label) = name(edition, (key, about));
        let (_, all) = named.entry(value).or_insert_with(|| (label, Vec::new()));
        all.extend(places);
    }
    for (_, places) in named.values_mut() {
        places.sort_unstable();
        places.dedup();
    }
    named
}

/// What a filter is called in addresses, and its label.
fn name(edition: Edition<'_>, (key, about): (&str, u32)) -> (String, String) {
    let target = DocumentIndex(about);
    match key {
        STATUS => {
            let status = Status::ALL[about as usize];
            (state::dashed(status.key()), status_label(edition, status))
        }
        SCOPE => {
            let folder = edition.site.document(target).scope.as_deref().unwrap_or_default();
            (slug(folder), edition.title(target).to_owned())
        }
        _ => (target_slug(edition, target), edition.title(target).to_owned()),
    }
}

/// The place of a status in the order in which statuses are always shown.
fn place_of(status: Status) -> u32 {
    (0u32..).zip(Status::ALL).find(|(_, known)| *known == status).map_or(0, |(place, _)| place)
}

fn status_label(edition: Edition<'_>, status: Status) -> String {
    state::status(edition, status)["label"].as_str().unwrap_or_default().to_owned()
}

fn status_place(edition: Edition<'_>, label: &str) -> u32 {
    Status::ALL.into_iter().find(|status| status_label(edition, *status) == label).map_or(0, place_of)
}
