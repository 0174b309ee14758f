//! Facets as columns: for each document number the values that it has, as runs.

use super::{deflate::Deflate, documents::Documents, entry::FacetValue, named::Named, postings::number};
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::sync::Arc;

/// When a facet is offered, and whether its column is fetched with the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// Always, and results show its values: its column goes with the root.
    WithResults,
    /// Always.
    Always,
    /// When results are of one kind only: fields of different kinds may share a name.
    ForOneKind,
}

/// A facet that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The key that filters name.
    pub key: Arc<str>,
    /// What people see.
    pub label: String,
    /// When it is offered.
    pub offered: Offered,
}

/// A facet as it is published: its table for the root, and the column.
pub(super) struct Column {
    table: Value,
    bytes: Vec<u8>,
    offered: Offered,
}

/// Columns of more bytes than this in all are files of their own.
const SMALL: usize = 2_000;

/// The column of a facet. `label` tells what people see of a value.
pub(super) fn column(facet: &Facet, documents: &Documents, label: &dyn Fn(&FacetValue) -> String) -> Option<Column> {
    let of_facet = documents.facets.iter().enumerate().filter(|(_, (key, _))| **key == *facet.key);
    let mut values: Vec<(&str, usize)> = of_facet.map(|(place, (_, value))| (value.as_str(), place)).collect();
    if values.is_empty() {
        return None;
    }
    values.sort_unstable();
    let mut places: Vec<Option<usize>> = vec![None; documents.facets.len()];
    for (place, (_, met)) in values.iter().enumerate() {
        places[*met] = Some(place);
    }
    let (sets, bytes) = runs(documents, &places);
    let labelled = |value: &str| label(&FacetValue { facet: facet.key.clone(), value: value.into() });
    let values: Vec<Value> = values.iter().map(|(value, _)| json!([value, labelled(value)])).collect();
    let table = json!({ "k": &*facet.key, "l": facet.label, "v": values, "s": sets, "o": u8::from(facet.offered == Offered::ForOneKind) });
    Some(Column { table, bytes, offered: facet.offered })
}

/// The sets of values that documents have, and for how many numbers each holds. `places` are those of values in the
/// facet, where they are of it.
fn runs(documents: &Documents, places: &[Option<usize>]) -> (Vec<Vec<usize>>, Vec<u8>) {
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    let mut known: FxHashMap<Vec<usize>, u32> = FxHashMap::from_iter([(Vec::new(), 0)]);
    let mut runs: Vec<(u32, u32)> = Vec::new();
    let mut set = Vec::new();
    let mut next = 0;
    for (document, values) in documents.values() {
        set.clear();
        set.extend(values.iter().filter_map(|value| places[*value as usize]));
        set.sort_unstable();
        set.dedup();
        let place = known.get(&set).copied().unwrap_or_else(|| {
            sets.push(set.clone());
            let place = u32::try_from(sets.len() - 1).expect("there are fewer sets than documents");
            known.insert(set.clone(), place);
            place
        });
        // Numbers that are free say what the document before them says: the run goes on.
        let length = document + 1 - next;
        next = document + 1;
        match runs.last_mut() {
            Some((last, run)) if *last == place => *run += length,
            Some((_, run)) => {
                *run += length - 1;
                runs.push((place, 1));
            }
            None => runs.push((place, length)),
        }
    }
    let mut bytes = Vec::new();
    for (place, length) in runs {
        number(place, &mut bytes);
        number(length, &mut bytes);
    }
    (sets, bytes)
}

/// Facets as the root has them, and the columns that go with it. The others are files.
pub(super) fn published(columns: Vec<Column>, named: &mut Named<'_>) -> (Vec<Value>, Vec<u8>) {
    let mut deflate = Deflate::best();
    let small: usize = columns
        .iter()
        .filter(|column| column.offered != Offered::WithResults)
        .map(|column| deflate.bytes(&column.bytes).len())
        .sum();
    let (mut tables, mut inline) = (Vec::new(), Vec::new());
    for Column { mut table, bytes, offered } in columns {
        if offered == Offered::WithResults || small <= SMALL {
            table["n"] = json!(bytes.len());
            inline.extend(bytes);
        } else {
            table["c"] = json!(named.file("facets", &[&bytes]));
        }
        tables.push(table);
    }
    (tables, inline)
}
