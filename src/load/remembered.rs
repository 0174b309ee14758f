//! What one load leaves for the next. A document is known again by the digest of its bytes and of everything else that it
//! was read by, and by nothing else: no time of a file, no size.

use super::{
    documents::{One, Read},
    files::File,
    whole::Whole,
};
use crate::{
    diagnostic::Diagnostic,
    model::{
        Digest, Document, Fields, FileText, SearchWords,
        packed::{Packer, Unpacker},
    },
    parse::Place,
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{borrow::Cow, ops::Range, sync::Arc};

/// How many documents stand together: they share a table of keys, and each heap is taken up by one thread.
const TOGETHER: usize = 256;

/// What one load leaves for the next. It holds what was read, and goes into a file as plain bytes.
#[derive(Debug, Clone, Default)]
pub struct Remembered {
    /// What this program has loaded; none after coming from a file.
    pub(super) whole: Option<Arc<Whole>>,
    /// Whether files were looked at later that could not become a site: then the whole does not know what they say now.
    is_behind: bool,
    packed: Packed,
}

/// The same as it goes into a file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Packed {
    search_words: Option<(Digest, SearchWords)>,
    heaps: Vec<Heap>,
}

/// Documents of which only the text is missing, which stands in their files.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Heap {
    keys: Vec<String>,
    entries: Vec<Entry>,
    #[serde(with = "serde_bytes")]
    values: Vec<u8>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    path: String,
    digest: Digest,
    facts: Digest,
    front: Range<u32>,
    body_start: u32,
    /// Where its fields stand in the values of the heap.
    values: Range<u32>,
    told: Vec<Diagnostic>,
}

/// What is remembered, ready to be asked.
pub(super) struct Known<'r> {
    whole: FxHashMap<&'r str, &'r One>,
    /// With the number of the heap.
    places: FxHashMap<&'r str, (usize, &'r Entry)>,
}

/// A document that is as it was, but for its fields, which lie in a heap.
#[derive(Debug, Clone)]
pub(super) struct PackedDocument {
    pub(super) document: Document,
    heap: usize,
    values: Range<u32>,
}

/// The heaps, each with its keys.
pub(super) struct Heaps<'r>(Vec<(&'r Heap, Vec<Arc<str>>)>);

impl Remembered {
    /// What was just read.
    pub(super) fn of(whole: Whole) -> Self {
        Self { whole: Some(Arc::new(whole)), ..Self::default() }
    }

    /// The same after a load that gave no site: each document is still known by its bytes.
    pub(super) fn behind(self) -> Self {
        Self { is_behind: true, ..self }
    }

    /// Everything that was read, if nothing has been looked at since.
    pub(super) fn latest(&self) -> Option<&Whole> {
        self.whole.as_deref().filter(|_| !self.is_behind)
    }

    /// Makes it ready to be asked.
    pub(super) fn known(&self) -> Known<'_> {
        let whole = self.whole.iter().flat_map(|whole| whole.tree.files.iter().zip(&whole.read));
        let entries = self.packed.heaps.iter().enumerate();
        let entries = entries.flat_map(|(place, heap)| heap.entries.iter().map(move |entry| (place, entry)));
        Known {
            whole: whole.map(|(file, one)| (&*file.path, one)).collect(),
            places: entries.map(|(place, entry)| (entry.path.as_str(), (place, entry))).collect(),
        }
    }

    /// Where the fields of packed documents lie.
    pub(super) fn heaps(&self) -> Heaps<'_> {
        let keys = |heap: &Heap| heap.keys.iter().map(|key| key.as_str().into()).collect();
        Heaps(self.packed.heaps.iter().map(|heap| (heap, keys(heap))).collect())
    }

    /// The words of the search that were read when everything in their files was the same.
    pub(super) fn search_words(&self, digest: &Digest) -> Option<&SearchWords> {
        let (words, known) = match &self.whole {
            Some(whole) => (&whole.search_words.0, whole.search_words.1.as_ref()?),
            None => self.packed.search_words.as_ref().map(|(known, words)| (words, known))?,
        };
        (known == digest).then_some(words)
    }
}

/// The same of what was just read, of which one heap at a time is packed.
#[derive(Serialize)]
#[serde(rename = "Packed")]
struct Packing<'w> {
    search_words: Option<(&'w Digest, &'w SearchWords)>,
    #[serde(serialize_with = "packed")]
    heaps: &'w Whole,
}

fn packed<S: Serializer>(whole: &Whole, serializer: S) -> Result<S::Ok, S::Error> {
    let read: Vec<(&File, &One)> = whole.tree.files.iter().zip(&whole.read).collect();
    serializer.collect_seq(read.chunks(TOGETHER).map(Heap::new))
}

impl Heap {
    fn new(read: &[(&File, &One)]) -> Self {
        let mut packer = Packer::default();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut entries = Vec::with_capacity(read.len());
        for (file, One { read, told }) in read {
            let Read::Document(document) = read else { continue };
            if told.iter().all(Diagnostic::can_be_kept) {
                let start = packer.bytes.len();
                let (front, body_start) = document.text.places();
                packer.fields(&document.fields);
                entries.push(Entry {
                    path: file.path.to_string(),
                    digest: document.digest,
                    facts: document.facts,
                    front,
                    body_start,
                    values: number(start)..number(packer.bytes.len()),
                    told: told.clone(),
                });
            }
        }
        let keys = packer.keys.iter().map(ToString::to_string).collect();
        Self { keys, entries, values: packer.bytes }
    }
}

impl Known<'_> {
    /// The document that was read when everything was the same, with what was told of it.
    pub(super) fn recall<'s>(
        &self,
        place: &Place,
        digest: &Digest,
        source: impl Fn() -> Option<Cow<'s, str>>,
    ) -> Option<One> {
        if let Some(One { read: Read::Document(document), told }) = self.whole.get(&*place.path) {
            let is_same = document.digest == *digest && document.collection == place.collection;
            return is_same.then(|| One { read: Read::Document(document.clone()), told: told.clone() });
        }
        let (heap, entry) = self.places.get(&*place.path).filter(|(_, entry)| entry.digest == *digest)?;
        let source = source()?;
        let (front, body_start) = (entry.front.start as usize..entry.front.end as usize, entry.body_start as usize);
        source.get(..body_start)?.get(front.clone())?;
        let text = FileText::new(&source, &front, body_start);
        let Place { path, name, collection, scope, variant, whole, address } = place.clone();
        let (digest, facts, fields) = (*digest, entry.facts, Fields::default());
        let document = Document { digest, facts, name, path, collection, scope, variant, whole, address, fields, text };
        let packed = PackedDocument { document, heap: *heap, values: entry.values.clone() };
        Some(One { read: Read::Packed(packed.into()), told: entry.told.clone() })
    }
}

impl Heaps<'_> {
    /// The fields of a document; `None` when they do not lie there.
    pub(super) fn fields(&self, packed: &PackedDocument) -> Option<Fields> {
        let (heap, keys) = self.0.get(packed.heap)?;
        let bytes = heap.values.get(packed.values.start as usize..packed.values.end as usize)?;
        let mut unpacker = Unpacker { keys, bytes };
        unpacker.fields().filter(|_| unpacker.bytes.is_empty())
    }
}

impl Serialize for Remembered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.whole {
            Some(whole) => {
                let (words, digest) = &whole.search_words;
                let search_words = digest.as_ref().map(|digest| (digest, words));
                Packing { search_words, heaps: whole }.serialize(serializer)
            }
            None => self.packed.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Remembered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { packed: Packed::deserialize(deserializer)?, ..Self::default() })
    }
}
