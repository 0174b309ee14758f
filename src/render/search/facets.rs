//! Facets of the search: kind, place of the documents, and whatever declarations mark as a facet.

use crate::{
    model::{DocumentIndex, Field, FieldType, Value, ValidityState, walk::walk},
    render::{edition::Edition, view::state::dashed},
    search::{Facet, FacetValue, Offered},
};

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
        if !documents.iter().any(|index| &site.collection_of(site.document(*index)).key == &collection.key) {
            continue;
        }
        for (place, field) in collection.fields.iter().enumerate() {
            if field.facet || field.kind == FieldType::Validity {
                let list = if place < collection.own || field.kind == FieldType::Validity { &mut facets } else { &mut of_kinds };
                add(list, edition, field, if place < collection.own { Offered::Always } else { Offered::ForOneKind });
            }
            for inner in field.fields.iter().filter(|inner| inner.facet && inner.kind == FieldType::Choice) {
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
        facets.push(Facet { key: field.key.to_string(), label, offered });
    }
}

/// The values of a document.
pub(super) fn values(edition: Edition<'_>, index: DocumentIndex) -> Vec<FacetValue> {
    let site = edition.site;
    let document = site.document(index);
    let collection = site.collection_of(document);
    let kind = collection.singular.text(edition.words.language).to_owned();
    let mut values = vec![FacetValue { facet: KIND.into(), value: collection.key.to_string(), label: kind }];
    if let Some((folder, scope)) = document.scope.as_deref().and_then(|folder| Some((folder, site.scope(folder)?))) {
        values.push(FacetValue { facet: SCOPE.into(), value: folder.to_owned(), label: edition.title(scope).to_owned() });
    }
    walk(&document.fields, &collection.fields, &mut |visited| {
        let facet = || visited.field.key.to_string();
        match visited.value {
            Value::Reference(reference) if visited.field.facet => {
                if let Some(target) = edition.resolve(document, reference) {
                    let value = site.document(target.document).name.to_string();
                    values.push(FacetValue { facet: facet(), value, label: edition.title(target.document).to_owned() });
                }
            }
            Value::Choice(key) if visited.field.facet => {
                let label = visited.field.choice_label(key, edition.words.language).to_owned();
                values.push(FacetValue { facet: facet(), value: key.to_string(), label });
            }
            Value::Validity(_) => {
                let state = site.state(index).state;
                if state != ValidityState::Undated {
                    let key = dashed(state.key());
                    let label = edition.words.text(&format!("state-{key}"), &[]);
                    values.push(FacetValue { facet: facet(), value: key, label });
                }
            }
            _ => {}
        }
    });
    values
}
