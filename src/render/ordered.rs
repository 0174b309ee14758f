//! The documents of each collection in the order that its declaration asks for, and titles in that of the alphabet:
//! found once for an edition, so that pages compare numbers and never words.

use super::order::Order;
use crate::model::{
    Collection, CollectionIndex, Document, DocumentIndex, Site, Value as FieldValue, Variant, collection::SortOrder,
};
use std::{cmp::Ordering, collections::HashMap, sync::Arc};

/// The order of documents, by the titles of one version.
pub(super) struct Ordered {
    lists: HashMap<Arc<str>, Vec<DocumentIndex>>,
    titles: Vec<u32>,
    places: Vec<u32>,
}

impl Ordered {
    /// The documents of the collection of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Vec<DocumentIndex>> {
        self.lists.get(key)
    }

    /// The place of a title among all titles, in the order of the alphabet; the same for the same title.
    pub(super) fn title(&self, index: DocumentIndex) -> u32 {
        self.titles[index.0 as usize]
    }

    /// The place of a document in the list of its collection.
    pub(super) fn place(&self, index: DocumentIndex) -> u32 {
        self.places[index.0 as usize]
    }
}

/// Sorts the documents of every collection, once for an edition.
pub(super) fn ordered(site: &Site, variant: &Variant, order: &Order) -> Ordered {
    let mut ordered = Ordered {
        lists: HashMap::new(),
        titles: titles(site, variant, order),
        places: vec![u32::MAX; site.documents.len()],
    };
    let collections = (0u32..).map(CollectionIndex).zip(&site.collections);
    for (index, collection) in collections.filter(|(_, collection)| collection.is_listed()) {
        let mut found = site.members(index).to_vec();
        sort(&mut found, (site, collection), &ordered.titles, order);
        for (place, index) in (0u32..).zip(&found) {
            ordered.places[index.0 as usize] = place;
        }
        ordered.lists.insert(collection.key.clone(), found);
    }
    ordered
}

fn sort(found: &mut [DocumentIndex], (site, collection): (&Site, &Collection), titles: &[u32], order: &Order) {
    let (key, direction) = &collection.sort;
    let title = |index: &DocumentIndex| titles[index.0 as usize];
    found.sort_by(|a, b| {
        let by_title = title(a).cmp(&title(b));
        let by_field = match &**key {
            TITLE => by_title,
            key => compare(site.document(*a), site.document(*b), (key, order)),
        };
        let by_field = if *direction == SortOrder::Falling { by_field.reverse() } else { by_field };
        by_field.then(by_title)
    });
}

/// The places of the titles of originals in a version.
fn titles(site: &Site, variant: &Variant, order: &Order) -> Vec<u32> {
    let title = |index| site.document(site.variant_of(index, variant).unwrap_or(index)).title();
    let originals: Vec<DocumentIndex> = site.originals().map(|(index, _)| index).collect();
    let mut places = vec![u32::MAX; site.documents.len()];
    for (index, place) in originals.iter().zip(order.places(originals.iter().map(|index| title(*index)))) {
        places[index.0 as usize] = place;
    }
    places
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
