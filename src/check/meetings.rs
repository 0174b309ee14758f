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
    for (from, link) in case.meetings() {
        let (meeting, collection) = (case.other(from), case.other(from).collection());
        // The field that says who met is the collection's own; a common one, such as `relaterat`, says less.
        let own = collection.fields[collection.own..].iter().any(|field| field.key == link.key);
        if let Some(date) = meeting.day().filter(|_| own) {
            years.entry(date.first_day().year()).or_default().insert(from);
        }
    }
    let this_year = case.today().year();
    for (year, meetings) in years.into_iter().filter(|(year, _)| *year < this_year) {
        let counted = u32::try_from(meetings.len()).unwrap_or(u32::MAX);
        if f64::from(counted) < promised {
            case.tell_field(Code::MeetingsFewer, PROMISED).arguments =
                vec![("written", promised.to_string()), ("counted", counted.to_string()), ("year", year.to_string())];
        }
    }
}
