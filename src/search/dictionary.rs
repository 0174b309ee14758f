//! The words that misspellings are compared with and unknown compounds are taken apart by; fetched only when a word is
//! not in the index. The most telling words of the site, as many as fit in a small file.

use super::{
    deflate::Deflate,
    file::{File, LETTERS},
    rows::Row,
    shards::write_shared,
    weigh::LEVELS,
};

/// How many letters, after what is shared with the word before, the file may hold: about 20 kB compressed.
const ROOM: usize = 42_000;
/// The same for a small site, where the other files of a query are small as well.
const SMALL_ROOM: usize = 34_000;
/// From how many documents on a site is not small.
const SMALL: usize = 500;

/// The dictionary of an index, from its rows in order.
pub(super) fn dictionary(rows: &[Row], documents: usize) -> File {
    let mut ranked: Vec<(u32, usize)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| is_told(&row.spelled.surface))
        .map(|(place, Row { postings, .. })| {
            // Words of titles come first, whatever their number.
            let title = if postings.best > LEVELS / 2 + 2 { 1 << 20 } else { 0 };
            (title + postings.documents, place)
        })
        .collect();
    ranked.sort_unstable_by_key(|(rank, place)| (std::cmp::Reverse(*rank), *place));
    let mut room = if documents < SMALL { SMALL_ROOM } else { ROOM };
    let mut places: Vec<usize> = ranked
        .into_iter()
        .map_while(|(_, place)| {
            room = room.checked_sub(rows[place].spelled.surface.len().min(9))?;
            Some(place)
        })
        .collect();
    places.sort_unstable_by_key(|place| &rows[*place].spelled.surface);
    let (mut words, mut ranks) = (Vec::new(), Vec::new());
    let mut before = "";
    for place in places {
        let Row { spelled, postings, .. } = &rows[place];
        write_shared(before, &spelled.surface, &mut words);
        before = &spelled.surface;
        ranks.push(u8::try_from(postings.documents.max(1).ilog2()).unwrap_or(u8::MAX));
    }
    let mut head = Vec::new();
    super::postings::number(u32::try_from(ranks.len()).expect("it is small"), &mut head);
    head.extend(words);
    File::named("words", LETTERS, Deflate::best().rows(&[&head, &ranks]))
}

/// Whether a word is one that people might misspell.
fn is_told(surface: &str) -> bool {
    surface.chars().count() > 2 && surface.chars().all(char::is_alphabetic)
}
