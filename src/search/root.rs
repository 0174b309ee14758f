//! The file that is fetched first: where words stand, what facets there are, the rules of the language.

use super::{
    Index, answers,
    build::Known,
    deflate::Deflate,
    facets,
    file::{File, LETTERS},
    postings::number,
    shards::{Shards, write_text},
    stem::rules,
    stop::STOP,
};
use serde_json::json;
use std::collections::BTreeMap;

/// The form of the files. A client that knows another says so instead of guessing.
const FORM: u32 = 1;

/// The root, and the files that only it names: of facets, days and answers.
pub(super) fn root(index: &Index<'_>, documents: &[Known], shards: &Shards, words: &File) -> Vec<File> {
    let columns = index.facets.iter().filter_map(|facet| facets::column(facet, documents, index.label));
    let (tables, columns, column_files) = facets::published(columns.collect());
    let mut files = column_files;
    let dates = dates(documents);
    let names: String = shards.files.iter().map(|shard| shard.file.name()).collect();
    let borders: Vec<&str> = shards.files.iter().map(|shard| shard.from.as_str()).collect();
    let mut head = json!({
        "v": FORM,
        "n": documents.len(),
        "m": documents.last().map_or(0, |known| known.number + 1),
        "b": borders.join("\n"),
        "t": names,
        "l": shards.letters,
        "w": words.name(),
        "d": dates.name(),
        "f": tables,
        "g": [STOP.join(" "), rules()],
    });
    files.push(dates);
    if let Some((file, hints)) = answers::published(&index.answers) {
        head["a"] = json!([file.name(), hints]);
        files.push(file);
    }
    let head = head.to_string();
    let mut length = Vec::new();
    number(u32::try_from(head.len()).expect("the root is small"), &mut length);
    length.extend_from_slice(head.as_bytes());
    files.push(File { path: "root.bin".into(), bytes: Deflate::best().rows(&[&length, &columns]) });
    files
}

/// The days that documents are sorted by: for each number, its place in the list of days.
fn dates(documents: &[Known]) -> File {
    let mut days: BTreeMap<&str, u32> =
        documents.iter().filter_map(|known| Some((known.date.as_deref()?, 0))).collect();
    for (place, number) in (1..).zip(days.values_mut()) {
        *number = place;
    }
    let mut bytes = Vec::new();
    let list: Vec<&str> = days.keys().copied().collect();
    write_text(&list.join(" "), &mut bytes);
    let mut next = 0;
    for known in documents {
        for _ in next..known.number {
            number(0, &mut bytes);
        }
        let place = known.date.as_deref().map_or(0, |date| days[date]);
        number(place, &mut bytes);
        next = known.number + 1;
    }
    File::named("dates", LETTERS, Deflate::best().bytes(&bytes))
}
