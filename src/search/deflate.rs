//! Compression in the form that browsers undo themselves (zlib, RFC 1950, which ends with a checksum: what is damaged
//! is noticed). Sole owner of flate2.

use flate2::{Compress, Compression, FlushCompress, write::GzEncoder};
use std::io::Write as _;

/// A compressor.
pub(super) struct Deflate {
    inner: Compress,
}

impl Deflate {
    /// For what is fetched with every query. On lists of numbers the higher levels take twice as long and give more bytes.
    pub(super) fn best() -> Self {
        Self { inner: Compress::new(Compression::new(6), true) }
    }

    /// For excerpts, of which there are many.
    pub(super) fn quick() -> Self {
        Self { inner: Compress::new(Compression::new(2), true) }
    }

    /// Compresses one row of bytes. The compressor may be used again.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.rows(&[bytes])
    }

    /// Compresses rows that have little in common, one after the other, each with codes of its own.
    pub(super) fn rows(&mut self, rows: &[&[u8]]) -> Vec<u8> {
        self.inner.reset();
        let length: usize = rows.iter().map(|row| row.len()).sum();
        let mut packed = Vec::with_capacity(length / 2 + 64);
        let (last, before) = rows.split_last().expect("there is a row");
        for row in before {
            self.feed(row, FlushCompress::Sync, &mut packed);
        }
        self.feed(last, FlushCompress::Finish, &mut packed);
        packed
    }

    fn feed(&mut self, row: &[u8], flush: FlushCompress, packed: &mut Vec<u8>) {
        let begun = self.inner.total_in();
        loop {
            packed.reserve(row.len() / 4 + 64);
            let consumed = usize::try_from(self.inner.total_in() - begun).expect("within the row");
            let status = self.inner.compress_vec(&row[consumed..], packed, flush).expect("the compressor is in order");
            let consumed = usize::try_from(self.inner.total_in() - begun).expect("within the row");
            let done = match flush {
                FlushCompress::Finish => status == flate2::Status::StreamEnd,
                _ => consumed == row.len() && packed.len() < packed.capacity(),
            };
            if done {
                return;
            }
        }
    }
}

/// Compresses in the form that servers send ready-made (gzip, RFC 1952). Nothing in it tells when it was made.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(9));
    packed.write_all(bytes).and_then(|()| packed.finish()).expect("memory takes whatever is written to it")
}

/// What was compressed.
#[cfg(test)]
pub(super) fn inflated(packed: &[u8]) -> Vec<u8> {
    let mut inner = flate2::Decompress::new(true);
    let mut bytes = Vec::with_capacity(1 << 16);
    loop {
        bytes.reserve(1 << 16);
        let consumed = usize::try_from(inner.total_in()).unwrap();
        let status = inner.decompress_vec(&packed[consumed..], &mut bytes, flate2::FlushDecompress::None).unwrap();
        if status == flate2::Status::StreamEnd {
            return bytes;
        }
    }
}
