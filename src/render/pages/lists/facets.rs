//! Facets: the values of declared fields that a list can be narrowed to.

use crate::{
    model::{Address, Collection, DocumentIndex, Field, Value as FieldValue, address::slug},
    render::{edition::Edition, pages::facet::Facet, view::state::dashed},
};
use std::{collections::BTreeMap, sync::Arc};

/// From how many documents on a list has facets: fewer are taken in at a glance.
const FACETED: usize = 8;

/// The documents that a list is narrowed to, by the places of a facet and of its value.
pub(super) type Narrowed = Vec<((usize, usize), Vec<DocumentIndex>)>;

/// The facets of some documents, which are listed at an address: declared fields with at least two values between them.
pub(super) fn facets(
    edition: Edition<'_>,
    collection: &Collection,
    (base, documents): (&Address, &[DocumentIndex]),
) -> (Vec<Arc<Facet>>, Narrowed) {
    let (mut facets, mut narrowed) = (Vec::new(), Narrowed::new());
    if documents.len() < FACETED {
        return (facets, narrowed);
    }
    for field in collection.fields.iter().filter(|field| field.facet) {
        let found = found(edition, field, documents);
        if found.len() > 1 {
            let label = field.label.text(edition.words.language).to_owned();
            let mut facet = Facet::new((&field.key, slug(&field.key), label), base);
            for (value, (label, documents)) in found {
                facet.add(&value, label, documents.len());
                narrowed.push(((facets.len(), facet.values.len() - 1), documents));
            }
            facet.sort(edition);
            facets.push(Arc::new(facet));
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
