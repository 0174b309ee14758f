//! One source of Fluent texts: its faults with their lines, and where each key stands.

use super::TextError;
use fluent_bundle::FluentResource;
use std::collections::BTreeMap;

/// A source that has been read, with whatever could be understood of it.
pub(super) struct Read {
    pub(super) resource: FluentResource,
    /// Each key and its line, counted from 1. May hold a word that is no key: the bundle knows better.
    pub(super) keys: Vec<(String, u32)>,
    pub(super) errors: Vec<TextError>,
}

/// Reads one source; a fault in one text leaves the others standing.
pub(super) fn read(name: &str, text: &str) -> Read {
    let error = |line, message| TextError { name: name.to_owned(), line, message };
    let text = text.trim_start_matches('\u{feff}').to_owned();
    let keys = keys(&text);
    let mut errors = Vec::new();
    let mut first = BTreeMap::new();
    for (key, line) in &keys {
        if let Some(earlier) = first.insert(key, *line) {
            errors.push(error(*line, format!("`{key}` is already defined on line {earlier}")));
        }
    }
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, faults)| {
        for fault in faults {
            errors.push(error(line_at(resource.source(), fault.pos.start), fault.to_string()));
        }
        resource
    });
    Read { resource, keys, errors }
}

/// Fluent has its keys, and nothing else that reads `word =`, in the first column.
fn keys(text: &str) -> Vec<(String, u32)> {
    let key = |line: &str| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let named = key.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && key.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_');
        named.then(|| key.to_owned())
    };
    (1..).zip(text.lines()).filter_map(|(number, line)| Some((key(line)?, number))).collect()
}

fn line_at(text: &str, position: usize) -> u32 {
    let before = text.as_bytes().iter().take(position);
    let breaks = before.filter(|byte| **byte == b'\n').count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}
