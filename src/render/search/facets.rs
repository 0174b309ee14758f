//! Facets of the search: kind, place of the documents, and whatever declarations mark as a facet.

use crate::{
    model::{
        Collection, CollectionIndex, DocumentIndex, Field, FieldType, Site, ValidityState, Value, collection::HOME,
        walk::walk,
    },
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
pub(super) fn facets(edition: Edition<'_>) -> Vec<Facet> {
    let site = edition.site.all();
    let text = |key: &str| edition.words.text(key, &[]);
    let mut facets = vec![
        Facet { key: KIND.into(), label: text("search-kind"), offered: Offered::WithResults },
        Facet { key: SCOPE.into(), label: text("search-scope"), offered: Offered::WithResults },
    ];
    let mut of_kinds = Vec::new();
    let searched = |(index, collection): &(CollectionIndex, &Collection)| {
        &*collection.key != HOME && !site.members(*index).is_empty()
    };
    for (_, collection) in (0..).map(CollectionIndex).zip(&site.collections).filter(searched) {
        for (place, field) in collection.fields.iter().enumerate() {
            if field.kind == FieldType::Validity || (field.facet && place < collection.own) {
                add(&mut facets, edition, field, Offered::Always);
            } else if field.facet {
                add(&mut of_kinds, edition, field, Offered::ForOneKind);
            }
            let is_told = |inner: &&Field| inner.facet && matches!(inner.kind, FieldType::Choice | FieldType::Status);
            for inner in field.fields.iter().filter(is_told) {
                add(&mut facets, edition, inner, Offered::Always);
            }
        }
    }
    of_kinds.retain(|facet| facets.iter().all(|known| known.key != facet.key));
    facets.extend(of_kinds);
    facets
}

/// Fields of one key are one facet, whatever declares them.
fn add(facets: &mut Vec<Facet>, edition: Edition<'_>, field: &Field, offered: Offered) {
    if facets.iter().all(|known| *known.key != *field.key) {
        let label = field.label.text(edition.words.language).to_owned();
        facets.push(Facet { key: field.key.clone(), label, offered });
    }
}

/// The values of a document.
pub(super) fn values(edition: Edition<'_>, index: DocumentIndex) -> Vec<FacetValue> {
    let site = edition.site.all();
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
    let site = edition.site.all();
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
