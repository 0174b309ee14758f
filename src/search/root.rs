//! The file that is fetched first: where words stand, what facets there are, the rules of the language.

use super::{
    Index, answers,
    documents::Documents,
    facets,
    named::Named,
    postings::number,
    shards::{Shards, write_text},
    stem::rules,
    stop::STOP,
};
use serde_json::json;

/// The form of the files. A client that knows another says so instead of guessing.
const FORM: u32 = 1;

/// What the root holds, in two rows. The files that only it names, of facets, days and answers, are given out.
pub(super) fn root(
    index: &Index<'_>,
    documents: &Documents,
    (shards, words): (&Shards, &str),
    named: &mut Named<'_>,
) -> [Vec<u8>; 2] {
    let columns = index.facets.iter().filter_map(|facet| facets::column(facet, documents, index.label));
    let (tables, columns) = facets::published(columns.collect(), named);
    let mut head = json!({
        "v": FORM,
        "n": documents.numbers.len(),
        "m": documents.numbers.last().map_or(0, |number| number + 1),
        "b": shards.borders.join("\n"),
        "t": shards.names,
        "l": shards.letters,
        "w": words,
        "d": named.file("dates", &[&dates(documents)]),
        "f": tables,
        "g": [STOP.join(" "), rules()],
    });
    if let Some((text, hints)) = answers::published(&index.answers) {
        head["a"] = json!([named.file("answers", &[text.as_bytes()]), hints]);
    }
    let head = head.to_string();
    let mut length = Vec::new();
    number(u32::try_from(head.len()).expect("the root is small"), &mut length);
    length.extend_from_slice(head.as_bytes());
    [length, columns]
}

/// The days that documents are sorted by: for each number, its place in the list of days.
fn dates(documents: &Documents) -> Vec<u8> {
    let mut days: Vec<(&str, usize)> = documents.days.iter().map(String::as_str).zip(1..).collect();
    days.sort_unstable();
    let mut places = vec![0; days.len() + 1];
    for (place, (_, met)) in (1..).zip(&days) {
        places[*met] = place;
    }
    let mut bytes = Vec::new();
    let list: Vec<&str> = days.iter().map(|(day, _)| *day).collect();
    write_text(&list.join(" "), &mut bytes);
    let mut next = 0;
    for (document, date) in documents.numbers.iter().zip(&documents.dates) {
        for _ in next..*document {
            number(0, &mut bytes);
        }
        number(places[*date as usize], &mut bytes);
        next = document + 1;
    }
    bytes
}
