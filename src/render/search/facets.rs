//! Facets of the search: kind, place of the documents, and whatever declarations mark as a facet.

use crate::{
    model::{DocumentIndex, Field, FieldType, Site, ValidityState, Value, walk::walk},
    render::{edition::Edition, view::state::dashed},
    search::{Facet, FacetValue, Offered},
};
use std::sync::Arc;

/// What documents of a kind are.
const KIND: &str = "kind";
/// Which municipality a document is of.
const SCOPE: &str = "scope";

/// The facets that are offered: kind and municipality, those of fields that every document may have, then those of single
/// kinds, each in the order of the declarations.
pub(super) fn facets(edition: Edition<'_>, documents: &[DocumentIndex]) -> Vec<Facet> {
    let site = edition.site;
    let text = |key: &str| edition.words.text(key, &[]);
    let mut facets = vec![
        Facet { key: KIND.into(), label: text("search-kind"), offered: Offered::WithResults },
        Facet { key: SCOPE.into(), label: text("search-scope"), offered: Offered::WithResults },
    ];
    let mut of_kinds = Vec::new();
    for collection in &site.collections {
        if !documents.iter().any(|index| site.collection_of(site.document(*index)).key == collection.key) {
            continue;
        }
        for (place, field) in collection.fields.iter().enumerate() {
            if field.facet || field.kind == FieldType::Validity {
                let list = if place < collection.own || field.kind == FieldType::Validity {
                    &mut facets
                } else {
                    &mut of_kinds
                };
                add(list, edition, field, if place < collection.own { Offered::Always } else { Offered::ForOneKind });
            }
            for inner in field
                .fields
                .iter()
                .filter(|inner| inner.facet && matches!(inner.kind, FieldType::Choice | FieldType::Status))
            {
                add(&mut facets, edition, inner, Offered::Always);
            }
        }
    }
    of_kinds.retain(|facet| facets.iter().all(|known| known.key != facet.key));
    facets.extend(of_kinds);
    facets
}

fn add(facets: &mut Vec<Facet>, edition: Edition<'_>, field: &Field, offered: Offered) {
    let is_time = field.kind == FieldType::Validity;
    let offered = if is_time { Offered::Always } else { offered };
    if facets.iter().all(|known| *known.key != *field.key) {
        let label = field.label.text(edition.words.language).to_owned();
        facets.push(Facet { key: field.key.clone(), label, offered });
    }
}

/// The values of a document.
pub(super) fn values(edition: Edition<'_>, index: DocumentIndex) -> Vec<FacetValue> {
    let site = edition.site;
    let document = site.document(index);
    let collection = site.collection_of(document);
    let mut values = vec![FacetValue { facet: KIND.into(), value: collection.key.clone() }];
    if let Some(folder) = document.scope.as_ref().filter(|folder| site.scope(folder).is_some()) {
        values.push(FacetValue { facet: SCOPE.into(), value: folder.clone() });
    }
    walk(&document.fields, &collection.fields, &mut |visited| {
        let value: Option<Arc<str>> = match visited.value {
            Value::Reference(reference) if visited.field.facet => {
                edition.resolve(document, reference).map(|target| site.document(target.document).name.clone())
            }
            Value::Choice(key) if visited.field.facet => Some(key.clone()),
            Value::Validity(_) => Some(site.state(index).state)
                .filter(|state| *state != ValidityState::Undated)
                .map(|state| state.key().into()),
            _ => None,
        };
        values.extend(value.map(|value| FacetValue { facet: visited.field.key.clone(), value }));
    });
    values
}

/// What people see of a value.
pub(super) fn label(edition: Edition<'_>, value: &FacetValue) -> String {
    let site = edition.site;
    let key = &*value.value;
    match &*value.facet {
        KIND => site.collection(key).map(|(_, collection)| collection.singular.text(edition.words.language).to_owned()),
        SCOPE => site.scope(key).map(|scope| edition.title(scope).to_owned()),
        facet => {
            let choice = || {
                let field = declared(site)
                    .find(|field| *field.key == *facet && field.choices.iter().any(|choice| *choice.key == *key))?;
                Some(field.choice_label(key, edition.words.language).to_owned())
            };
            let state = || {
                ValidityState::ALL
                    .iter()
                    .find(|state| state.key() == key)
                    .map(|_| edition.words.text(&format!("state-{}", dashed(key)), &[]))
            };
            site.named(key).map(|index| edition.title(index).to_owned()).or_else(choice).or_else(state)
        }
    }
    .unwrap_or_else(|| key.to_owned())
}

/// Every declared field, and those inside.
fn declared(site: &Site) -> impl Iterator<Item = &Field> {
    let fields = site.collections.iter().flat_map(|collection| &collection.fields);
    fields.flat_map(|field| std::iter::once(field).chain(&field.fields))
}
