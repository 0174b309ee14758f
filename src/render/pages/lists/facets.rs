//! Facets: the values of declared fields that a list can be narrowed to.

use super::ListPlan;
use crate::theme::{View, view};
use crate::{
    model::{Collection, DocumentIndex, Field, Value as FieldValue, address::slug},
    render::{
        edition::Edition,
        marks::{Marks, mark},
        view::state::dashed,
    },
};
use std::collections::BTreeMap;

/// From how many documents on a list has facets: fewer are taken in at a glance.
const FACETED: usize = 8;

/// A value of a facet: what is written, what is shown.
pub(super) type FacetValues = BTreeMap<String, (String, Vec<DocumentIndex>)>;

/// A facet of a list.
pub(super) struct Facet {
    /// The declared key.
    pub(super) key: String,
    label: String,
    /// Its values.
    pub(super) values: FacetValues,
}

impl Facet {
    /// Stands for all of it.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let values = self.values.iter().map(|(value, (label, documents))| {
            (value, label, documents.iter().map(|index| marks.document(*index)).collect::<Vec<_>>())
        });
        mark(&(&self.key, &self.label, values.collect::<Vec<_>>()))
    }
}

/// The facets of some documents: declared fields with at least two values between them.
pub(super) fn facets(edition: Edition<'_>, collection: &Collection, documents: &[DocumentIndex]) -> Vec<Facet> {
    if documents.len() < FACETED {
        return Vec::new();
    }
    let declared = collection.fields.iter().filter(|field| field.facet);
    let facets = declared.map(|field| {
        let mut values = FacetValues::new();
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
        Facet { key: field.key.to_string(), label: field.label.text(edition.words.language).to_owned(), values }
    });
    facets.filter(|facet| facet.values.len() > 1).collect()
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

/// A facet as templates see it.
pub(super) fn view(edition: Edition<'_>, list: &ListPlan, facet: &Facet) -> View {
    let mut values: Vec<View> = facet
        .values
        .iter()
        .map(|(value, (label, documents))| {
            let plan = ListPlan { facet: Some((facet.key.clone(), value.clone())), number: 1, ..list.clone() };
            let current = list.facet.as_ref().is_some_and(|(key, chosen)| *key == facet.key && chosen == value);
            view!({ "label": label, "url": edition.path(plan.address(edition).path()), "count": documents.len(), "current": current })
        })
        .collect();
    values.sort_by(|a, b| {
        edition.order.compare(a["label"].as_str().unwrap_or_default(), b["label"].as_str().unwrap_or_default())
    });
    view!({ "key": &facet.key, "label": &facet.label, "values": values })
}
