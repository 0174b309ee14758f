//! Facets as columns: for each document number the values that it has, as runs.

use super::{
    build::Known,
    deflate::Deflate,
    entry::FacetValue,
    file::{File, LETTERS},
    postings::number,
};
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

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

/// The column of a facet. `documents` are the numbers and values of all documents, in order; `label` tells what people
/// see of a value.
pub(super) fn column(facet: &Facet, documents: &[Known], label: &dyn Fn(&FacetValue) -> String) -> Option<Column> {
    let mut labels: BTreeMap<&str, &FacetValue> = BTreeMap::new();
    for value in documents.iter().flat_map(|known| &known.values).filter(|value| value.facet == facet.key) {
        labels.entry(&value.value).or_insert(value);
    }
    if labels.is_empty() {
        return None;
    }
    let places: FxHashMap<&str, usize> = labels.keys().enumerate().map(|(place, value)| (*value, place)).collect();
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    let mut known: BTreeMap<Vec<usize>, u32> = BTreeMap::from([(Vec::new(), 0)]);
    let mut runs: Vec<(u32, u32)> = Vec::new();
    let mut next = 0;
    for Known { number: document, values, .. } in documents {
        let mut set: Vec<usize> =
            values.iter().filter(|value| value.facet == facet.key).map(|value| places[&*value.value]).collect();
        set.sort_unstable();
        set.dedup();
        let place = *known.entry(set).or_insert_with_key(|set| {
            sets.push(set.clone());
            u32::try_from(sets.len() - 1).expect("there are fewer sets than documents")
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
    let values: Vec<Value> = labels.values().map(|value| json!([&*value.value, label(value)])).collect();
    let table = json!({ "k": &*facet.key, "l": facet.label, "v": values, "s": sets, "o": u8::from(facet.offered == Offered::ForOneKind) });
    Some(Column { table, bytes, offered: facet.offered })
}

/// Facets as the root has them, the columns that go with it, and the files of the others.
pub(super) fn published(columns: Vec<Column>) -> (Vec<Value>, Vec<u8>, Vec<File>) {
    let mut deflate = Deflate::best();
    let small: usize = columns
        .iter()
        .filter(|column| column.offered != Offered::WithResults)
        .map(|column| deflate.bytes(&column.bytes).len())
        .sum();
    let (mut tables, mut inline, mut files) = (Vec::new(), Vec::new(), Vec::new());
    for Column { mut table, bytes, offered } in columns {
        if offered == Offered::WithResults || small <= SMALL {
            table["n"] = json!(bytes.len());
            inline.extend(bytes);
        } else {
            let file = File::named("facets", LETTERS, deflate.bytes(&bytes));
            table["c"] = json!(file.name());
            files.push(file);
        }
        tables.push(table);
    }
    (tables, inline, files)
}
