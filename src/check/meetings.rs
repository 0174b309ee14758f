//! Councils and their meetings: did as many take place as were decided?

use super::case::Case;
use crate::{
    diagnostic::Code,
    model::{DocumentIndex, Role},
};
use std::collections::{BTreeMap, BTreeSet};

/// The field in which a council says how many meetings it holds in a year.
const PROMISED: &str = "möten_per_år";

/// Counts the meetings of each year that has ended. A year of which nothing is told says nothing of how many there were.
pub(super) fn check(case: &mut Case<'_>) {
    let Some(promised) = case.document.fields.number(PROMISED).filter(|_| case.collection.has(Role::Council)) else {
        return;
    };
    let mut years: BTreeMap<i16, BTreeSet<DocumentIndex>> = BTreeMap::new();
    for relation in case.site.relations.to(case.index) {
        let document = case.site.document(relation.from);
        let collection = case.site.collection_of(document);
        // The field that says who met is the collection's own; a common one, such as `relaterat`, says less.
        let own = collection.fields[collection.own..].iter().any(|field| field.key == relation.link.key);
        if let Some(date) = document.fields.date(&collection.sort.0).filter(|_| own && collection.has(Role::Meeting)) {
            years.entry(date.first_day().year()).or_default().insert(relation.from);
        }
    }
    for (year, meetings) in years.into_iter().filter(|(year, _)| *year < case.site.today.year()) {
        let counted = u32::try_from(meetings.len()).unwrap_or(u32::MAX);
        if f64::from(counted) < promised {
            case.tell_field(Code::MeetingsFewer, PROMISED).arguments =
                vec![("written", promised.to_string()), ("counted", counted.to_string()), ("year", year.to_string())];
        }
    }
}
