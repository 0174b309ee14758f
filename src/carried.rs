//! The theme and the collections that the program carries. A site's own file at the same path replaces one of them.

/// Every carried file, by its path from a site's root, in order.
pub const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/carried.rs"));

/// The carried files below a folder, by their path from it.
pub fn below(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> + use<'_> {
    FILES.iter().filter_map(move |(path, bytes)| {
        let rest = path.strip_prefix(folder)?.strip_prefix('/')?;
        Some((rest, *bytes))
    })
}
