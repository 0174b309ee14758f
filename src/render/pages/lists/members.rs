//! Which documents a list holds, in which order, and where it stands.

use crate::{
    model::{Address, Collection, DocumentIndex, Value as FieldValue, Variant, collection::SortOrder},
    render::edition::Edition,
};
use std::cmp::Ordering;

/// Where a list stands: in this edition, or in the original where the edition has none.
pub(super) fn base(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Address {
    let variant = if exists(edition, collection) { edition.variant } else { &Variant::Original };
    let path = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    Address::new(variant, &path)
}

/// Whether an edition has the list: the original always, another where a document has that version.
pub(in crate::render) fn exists(edition: Edition<'_>, collection: &Collection) -> bool {
    let site = edition.site;
    collection.is_listed()
        && site.indexed().any(|(_, document)| {
            site.collection_of(document).key == collection.key && document.variant == *edition.variant
        })
}

/// The address of a list, that of the original where the edition has none.
pub(in crate::render) fn url(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> String {
    let scope = scope.filter(|scope| !members(edition, collection, Some(scope)).is_empty());
    edition.path(base(edition, collection, scope).path())
}

/// The documents of a collection in the order that it declares.
pub(in crate::render) fn members(
    edition: Edition<'_>,
    collection: &Collection,
    scope: Option<&str>,
) -> Vec<DocumentIndex> {
    let site = edition.site;
    let here = site.originals().filter(|(_, document)| {
        site.collection_of(document).key == collection.key && (scope.is_none() || document.scope.as_deref() == scope)
    });
    let mut found: Vec<DocumentIndex> = here.map(|(index, _)| index).collect();
    let (key, order) = &collection.sort;
    found.sort_by(|a, b| {
        let by_field = compare(edition, *a, *b, key);
        let by_field = if *order == SortOrder::Falling { by_field.reverse() } else { by_field };
        by_field.then_with(|| edition.order.compare(edition.title(*a), edition.title(*b)))
    });
    found
}

fn compare(edition: Edition<'_>, a: DocumentIndex, b: DocumentIndex, key: &str) -> Ordering {
    let (a, b) = (edition.fields(a), edition.fields(b));
    match (a.get(key), b.get(key)) {
        (Some(FieldValue::Text(a)), Some(FieldValue::Text(b))) => match (a.parse::<f64>(), b.parse::<f64>()) {
            // Numbers written as text, `2` and `10`, are still numbers.
            (Ok(a), Ok(b)) => a.total_cmp(&b),
            _ => edition.order.compare(a, b),
        },
        (Some(FieldValue::Number(a)), Some(FieldValue::Number(b))) => a.total_cmp(b),
        (Some(FieldValue::Date(a)), Some(FieldValue::Date(b))) => a.cmp(b),
        (Some(FieldValue::Period(a)), Some(FieldValue::Period(b))) => a.first_day().cmp(&b.first_day()),
        (Some(FieldValue::Validity(a)), Some(FieldValue::Validity(b))) => {
            a.period.first_day().cmp(&b.period.first_day())
        }
        (Some(FieldValue::Choice(a)), Some(FieldValue::Choice(b))) => a.cmp(b),
        // What is not told comes last, whichever the order of the rest: `reverse` above would put it first otherwise.
        (a, b) => is_told(a).cmp(&is_told(b)),
    }
}

fn is_told(value: Option<&FieldValue>) -> bool {
    !matches!(value, None | Some(FieldValue::Unknown))
}
