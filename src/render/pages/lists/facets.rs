//! Facets: the values of declared fields that a list can be narrowed to.

use crate::{
    model::{
        Address, Collection, DocumentIndex, Field, Value as FieldValue,
        address::{FACET, slug},
    },
    render::{edition::Edition, view::state::dashed},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// From how many documents on a list has facets: fewer are taken in at a glance.
const FACETED: usize = 8;

/// A facet of a list.
pub(super) struct Facet {
    /// The declared key.
    key: String,
    /// What people see of it.
    pub(super) label: String,
    /// Its values, in the order of their addresses.
    pub(super) values: Vec<FacetValue>,
    /// Places of values, in the order in which they are shown.
    shown: Vec<usize>,
}

/// A value of a facet.
pub(super) struct FacetValue {
    /// What people see of it.
    pub(super) label: String,
    /// Where the list begins that is narrowed to it.
    pub(super) address: Address,
    count: usize,
}

/// The documents that a list is narrowed to, by the places of a facet and of its value.
pub(super) type Narrowed = Vec<((usize, usize), Vec<DocumentIndex>)>;

/// The facets of some documents, which are listed at an address: declared fields with at least two values between them.
pub(super) fn facets(
    edition: Edition<'_>,
    collection: &Collection,
    (base, documents): (&Address, &[DocumentIndex]),
) -> (Vec<Facet>, Narrowed) {
    let (mut facets, mut narrowed) = (Vec::new(), Narrowed::new());
    if documents.len() < FACETED {
        return (facets, narrowed);
    }
    for field in collection.fields.iter().filter(|field| field.facet) {
        let found = found(edition, field, documents);
        if found.len() > 1 {
            let mut facet = Facet::new(edition, field);
            for (value, (label, documents)) in found {
                let address = base.join(&format!("{FACET}/{}/{value}", slug(&field.key)));
                facet.values.push(FacetValue { label, address, count: documents.len() });
                narrowed.push(((facets.len(), facet.values.len() - 1), documents));
            }
            facet.sort(edition);
            facets.push(facet);
        }
    }
    (facets, narrowed)
}

/// The values that some documents have of a field, by what stands in addresses, each with its label.
fn found(
    edition: Edition<'_>,
    field: &Field,
    documents: &[DocumentIndex],
) -> BTreeMap<String, (String, Vec<DocumentIndex>)> {
    let mut values: BTreeMap<String, (String, Vec<DocumentIndex>)> = BTreeMap::new();
    for index in documents {
        let document = edition.site.document(*index);
        for (value, label) in facet_values(edition, *index, document.fields.get(&field.key), field) {
            let (_, found) = values.entry(value).or_insert_with(|| (label, Vec::new()));
            // A document may have a value twice, and comes once.
            if found.last() != Some(index) {
                found.push(*index);
            }
        }
    }
    values
}

impl Facet {
    fn new(edition: Edition<'_>, field: &Field) -> Self {
        let label = field.label.text(edition.words.language).to_owned();
        Self { key: field.key.to_string(), label, values: Vec::new(), shown: Vec::new() }
    }

    fn sort(&mut self, edition: Edition<'_>) {
        let label = |place: &usize| &*self.values[*place].label;
        self.shown = (0..self.values.len()).collect();
        self.shown.sort_by(|a, b| edition.order.compare(label(a), label(b)));
    }

    /// The facet as templates see it, with the place of the value that is chosen.
    pub(super) fn view(&self, edition: Edition<'_>, chosen: Option<usize>) -> Value {
        let value = |place: &usize| {
            let value = &self.values[*place];
            let url = edition.path(value.address.path());
            json!({ "label": value.label, "url": url, "count": value.count, "current": chosen == Some(*place) })
        };
        json!({ "key": self.key, "label": self.label, "values": self.shown.iter().map(value).collect::<Vec<_>>() })
    }
}

fn facet_values(
    edition: Edition<'_>,
    index: DocumentIndex,
    value: Option<&FieldValue>,
    field: &Field,
) -> Vec<(String, String)> {
    let document = edition.site.document(index);
    match value {
        Some(FieldValue::List(values)) => {
            values.iter().flat_map(|value| facet_values(edition, index, Some(value), field)).collect()
        }
        Some(FieldValue::Reference(reference)) => {
            let target = edition.resolve(document, reference).map(|target| target.document);
            target.map(|target| (target_slug(edition, target), edition.title(target).to_owned())).into_iter().collect()
        }
        Some(FieldValue::Choice(key)) => vec![(slug(key), field.choice_label(key, edition.words.language).to_owned())],
        Some(FieldValue::Validity(_)) => {
            let state = edition.site.state(index).state.key();
            let key = dashed(state);
            vec![(key.clone(), edition.words.text(&format!("state-{key}"), &[]))]
        }
        _ => Vec::new(),
    }
}

/// A short name for a target: its last part, with the scope before it where it has one.
pub(in crate::render::pages) fn target_slug(edition: Edition<'_>, index: DocumentIndex) -> String {
    let document = edition.site.document(index);
    let last = document.name.rsplit('/').next().unwrap_or_default();
    document.scope.as_deref().map_or_else(|| last.to_owned(), |scope| format!("{scope}-{last}"))
}
