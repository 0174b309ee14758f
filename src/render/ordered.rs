//! The documents of each collection in the order that its declaration asks for, found once for an edition.

use super::order::Order;
use crate::model::{
    CollectionIndex, Document, DocumentIndex, Site, Value as FieldValue, Variant, collection::SortOrder,
};
use std::{cmp::Ordering, collections::HashMap, sync::Arc};

/// The documents of each collection of a site, in the order that it declares, by the titles of one version.
pub(super) type Ordered = HashMap<Arc<str>, Vec<DocumentIndex>>;

/// Sorts the documents of every collection, once for an edition.
pub(super) fn ordered(site: &Site, variant: &Variant, order: &Order) -> Ordered {
    let collections = (0u32..).map(CollectionIndex).zip(&site.collections);
    let sorted = collections.filter(|(_, collection)| collection.is_listed()).map(|(index, collection)| {
        let mut found = site.members(index).to_vec();
        let title = |index: DocumentIndex| site.document(site.variant_of(index, variant).unwrap_or(index)).title();
        let (key, direction) = &collection.sort;
        found.sort_by(|a, b| {
            let by_title = order.compare(title(*a), title(*b));
            let by_field = match &**key {
                TITLE => by_title,
                key => compare(site.document(*a), site.document(*b), (key, order)),
            };
            let by_field = if *direction == SortOrder::Falling { by_field.reverse() } else { by_field };
            by_field.then(by_title)
        });
        (collection.key.clone(), found)
    });
    sorted.collect()
}

/// The field whose words differ between versions.
const TITLE: &str = "titel";

fn compare(a: &Document, b: &Document, (key, order): (&str, &Order)) -> Ordering {
    match (a.fields.get(key), b.fields.get(key)) {
        (Some(FieldValue::Text(a)), Some(FieldValue::Text(b))) => match (a.parse::<f64>(), b.parse::<f64>()) {
            // Numbers written as text, `2` and `10`, are still numbers.
            (Ok(a), Ok(b)) => a.total_cmp(&b),
            _ => order.compare(a, b),
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
