//! The words that misspellings are compared with and unknown compounds are taken apart by; fetched only when a word is
//! not in the index. The most telling words of the site, as many as fit in a small file.

use super::{rows::Row, shards::write_shared, weigh::LEVELS};

/// How many letters, after what is shared with the word before, the file may hold: about 20 kB compressed.
const ROOM: usize = 42_000;
/// The same for a small site, where the other files of a query are small as well.
const SMALL_ROOM: usize = 34_000;
/// From how many documents on a site is not small.
const SMALL: usize = 500;

/// The words and their ranks, before compression, from rows in order.
pub(super) fn dictionary(rows: &[Row<'_>], documents: usize) -> [Vec<u8>; 2] {
    let mut ranked: Vec<(u32, usize)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| is_told(row.surface))
        .map(|(place, row)| {
            // Words of titles come first, whatever their number.
            let title = if row.list.size.best > LEVELS / 2 + 2 { 1 << 20 } else { 0 };
            (title + row.list.size.documents, place)
        })
        .collect();
    ranked.sort_unstable_by_key(|(rank, place)| (std::cmp::Reverse(*rank), *place));
    let mut room = if documents < SMALL { SMALL_ROOM } else { ROOM };
    let mut told: Vec<&Row<'_>> = ranked
        .into_iter()
        .map_while(|(_, place)| {
            room = room.checked_sub(rows[place].surface.len().min(9))?;
            Some(&rows[place])
        })
        .collect();
    told.sort_unstable_by_key(|row| row.surface);
    let (mut words, mut ranks) = (Vec::new(), Vec::new());
    let mut before = "";
    for row in told {
        write_shared(before, row.surface, &mut words);
        before = row.surface;
        ranks.push(u8::try_from(row.list.size.documents.max(1).ilog2()).unwrap_or(u8::MAX));
    }
    let mut head = Vec::new();
    super::postings::number(u32::try_from(ranks.len()).expect("it is small"), &mut head);
    head.extend(words);
    [head, ranks]
}

/// Whether a word is one that people might misspell.
fn is_told(surface: &str) -> bool {
    surface.chars().count() > 2 && surface.chars().all(char::is_alphabetic)
}
