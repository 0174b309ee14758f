//! Compressed twins of outputs, which a server sends instead of compressing a page for every visitor.
//! Which outputs have them is decided here; that they are outputs like the rest, in `write`. Sole owner of brotli.

use brotli::enc::BrotliEncoderParams;

use crate::search::gzip;

/// Whether outputs get compressed twins beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Twins {
    /// No, and those of an earlier build go.
    #[default]
    None,
    /// `index.html.br` and `index.html.gz` beside `index.html`.
    Compressed,
}

/// What makes one kind of twin.
type Compress = fn(&[u8]) -> Vec<u8>;

/// What is added to the path of an output, and what makes the twin's bytes.
pub(super) const KINDS: [(&str, Compress); 2] = [(".br", brotli), (".gz", gzip)];

/// Text; images, fonts and the search index are compressed already.
const ENDINGS: &[&str] = &["html", "css", "js", "json", "xml", "svg", "txt", "ics", "csv"];

/// In bytes: what is smaller travels in one packet with its headers, compressed or not.
const SMALLEST: u64 = 200;

/// The steps above this one take ten times as long, and save a twentieth.
const QUALITY: i32 = 9;

/// Whether an output has twins.
pub(super) fn has_twins(path: &str, length: u64) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    length > SMALLEST && ENDINGS.contains(&ending)
}

/// The output that a path is a twin of; the path itself when it is none.
pub(super) fn original(path: &str) -> &str {
    KINDS.iter().find_map(|(ending, _)| path.strip_suffix(ending)).unwrap_or(path)
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams { quality: QUALITY, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).expect("memory takes whatever is written to it");
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_of_some_length_has_twins() {
        for path in ["index.html", "a/b.css", "nytt/feed.xml", "robots.txt"] {
            assert!(has_twins(path, 201) && !has_twins(path, 200), "{path}");
        }
        for path in ["a.png", "search/root.bin", "CNAME", "a.woff2", "index.html.br", "a.html/b"] {
            assert!(!has_twins(path, 10_000), "{path}");
        }
    }

    #[test]
    fn twins_hold_the_same_bytes_and_are_smaller() {
        let text = "Kommunen lovar att laga lampor i centrum. ".repeat(50).into_bytes();
        let mut inflated = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(&text), &mut inflated).unwrap();
        assert_eq!(inflated, text);
        for (ending, compress) in KINDS {
            assert!(compress(&text).len() < text.len() / 5, "{ending}");
            assert_eq!(compress(&text), compress(&text), "{ending}");
        }
        assert_eq!(gzip(&text)[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], "no name and no time");
    }
}
