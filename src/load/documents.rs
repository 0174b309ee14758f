//! Reads the files of documents and attachments, each once and several at a time.

use super::{
    files::File,
    places::{Kind, Layout},
    remembered::{Heaps, Known, PackedDocument},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{self, Collection, CollectionIndex, Digest, Digester, Document, site::Attachment},
    parse::{self, Place},
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

/// What one file gave.
#[derive(Debug, Clone)]
pub(super) struct One {
    pub(super) read: Read,
    pub(super) told: Vec<Diagnostic>,
}

/// What a file turned out to be.
#[derive(Debug, Clone)]
pub(super) enum Read {
    Document(Arc<Document>),
    /// A document that is known, whose fields are not taken out yet.
    Packed(Box<PackedDocument>),
    Attachment(Attachment),
    /// The name of a document that could not be read: links to it are no errors of their own.
    Refused(Arc<str>),
    Nothing,
}

impl One {
    /// Tells apart whatever it was made of; `None` when it could not be read.
    pub(super) fn digest(&self) -> Option<&Digest> {
        match &self.read {
            Read::Document(document) => Some(&document.digest),
            Read::Packed(packed) => Some(&packed.document.digest),
            Read::Attachment(attachment) => Some(&attachment.digest),
            Read::Refused(_) | Read::Nothing => None,
        }
    }

    /// Takes out the fields of a document that is known.
    pub(super) fn unpack(&mut self, heaps: &Heaps<'_>, collections: &[Collection]) {
        let told = std::mem::take(&mut self.told);
        *self = match std::mem::replace(&mut self.read, Read::Nothing) {
            Read::Packed(packed) => match heaps.fields(&packed) {
                Some(fields) => Self { read: Read::Document(Arc::new(Document { fields, ..packed.document })), told },
                // Whatever lies there, the text says what it said.
                None => parsed_again(packed.document, collections),
            },
            read => Self { read, told },
        };
    }
}

fn parsed_again(document: Document, collections: &[Collection]) -> One {
    let Document { digest, name, path, collection, scope, variant, whole, address, text, .. } = document;
    let place = Place { path, name, collection, scope, variant, whole, address };
    parsed(text.whole().as_bytes(), place, (&collections[collection.0 as usize], digest))
}

fn parsed(bytes: &[u8], place: Place, (collection, digest): (&Collection, Digest)) -> One {
    let (name, at) = (place.name.clone(), place.clone());
    let (document, told) = parse::document(bytes, place, collection);
    let read = document.map_or(Read::Refused(name), |document| {
        let facts = self::digest(document.text.head().as_bytes(), &at, collection);
        Read::Document(Arc::new(Document { digest, facts, ..document }))
    });
    One { read, told }
}

/// What the files of the content folder gave.
#[derive(Default)]
pub(super) struct Found {
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) attachments: BTreeMap<Arc<str>, Attachment>,
    pub(super) refused: Vec<Arc<str>>,
}

/// What is needed to read a file.
pub(super) struct Reading<'a> {
    pub(super) layout: Layout<'a>,
    pub(super) collections: &'a [Collection],
    pub(super) known: Known<'a>,
}

impl Reading<'_> {
    /// Reads files, in their order.
    pub(super) fn all(&self, files: &[File]) -> Vec<One> {
        files.par_iter().map_init(Vec::new, |bytes, file| self.one(file, bytes)).collect()
    }

    /// Reads one file. `bytes` is room to read in, which is taken over from file to file.
    pub(super) fn one(&self, file: &File, bytes: &mut Vec<u8>) -> One {
        let kind = match self.layout.kind(file) {
            Ok(kind) => kind,
            Err(diagnostic) => return One { read: Read::Nothing, told: vec![diagnostic] },
        };
        match (kind, file.read_into(bytes)) {
            (Kind::Document(place), Ok(())) => self.document(*place, bytes),
            (Kind::Document(place), Err(told)) => One { read: Read::Refused(place.name), told: vec![told] },
            (Kind::Attachment, Err(told)) => One { read: Read::Nothing, told: vec![told] },
            (Kind::Attachment, Ok(())) => {
                let digest = model::digest(bytes);
                let attachment = Attachment { name: file.name.as_str().into(), bytes: bytes.as_slice().into(), digest };
                One { read: Read::Attachment(attachment), told: Vec::new() }
            }
        }
    }

    fn document(&self, place: Place, bytes: &[u8]) -> One {
        let CollectionIndex(index) = place.collection;
        let collection = &self.collections[index as usize];
        let digest = digest(bytes, &place, collection);
        let known = self.known.recall(&place, &digest, || parse::normalized(bytes, &place.path).ok());
        known.unwrap_or_else(|| parsed(bytes, place, (collection, digest)))
    }
}

/// Tells apart whatever a document is made of: its bytes, its place and its declaration.
fn digest(bytes: &[u8], place: &Place, collection: &Collection) -> Digest {
    let [scope, whole] = [&place.scope, &place.whole].map(|name| name.as_deref().unwrap_or_default());
    let place = [&*place.path, &*place.name, scope, place.variant.code(), whole];
    Digester::new().part(bytes).part(&collection.digest).list(place).end()
}

/// Puts together what files gave, and tells what is wrong between them.
pub(super) fn gathered(read: &[One], layout: &Layout<'_>, diagnostics: &mut Vec<Diagnostic>) -> Found {
    let mut all = Found { documents: Vec::with_capacity(read.len()), ..Found::default() };
    for One { read, told } in read {
        diagnostics.extend(told.iter().cloned());
        match read {
            Read::Document(document) => all.documents.push(document.clone()),
            Read::Attachment(attachment) => {
                all.attachments.insert(attachment.name.clone(), attachment.clone());
            }
            Read::Refused(name) => all.refused.push(name.clone()),
            Read::Packed(_) | Read::Nothing => {}
        }
    }
    addresses(&all.documents, diagnostics);
    let originals = all.documents.iter().filter(|document| document.is_original());
    let names: FxHashSet<Arc<str>> = originals.map(|document| document.name.clone()).collect();
    alone(&all.documents, &names, layout, diagnostics);
    all.documents.retain(|document| document.is_original() || names.contains(&document.name));
    all
}

/// Two sources with one address, also where only the case differs: many file systems and servers see no difference.
fn addresses(documents: &[Arc<Document>], diagnostics: &mut Vec<Diagnostic>) {
    let mut taken: FxHashMap<Cow<'_, str>, &Document> = FxHashMap::default();
    for document in documents {
        let path = document.address.path();
        let is_plain = path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let path = if is_plain { Cow::Borrowed(path) } else { Cow::Owned(path.to_lowercase()) };
        if let Some(other) = taken.insert(path, document) {
            let told = Diagnostic::new(Code::AddressTaken, document.path.clone());
            diagnostics.push(told.with("address", document.address.path()).with("other", &*other.path));
        }
    }
}

fn alone(
    documents: &[Arc<Document>],
    names: &FxHashSet<Arc<str>>,
    layout: &Layout<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for document in documents.iter().filter(|document| !document.is_original() && !names.contains(&document.name)) {
        // When the original itself could not be read, that has been told.
        if !layout.has_original(document) {
            let file = document.path.rsplit('/').next().unwrap_or_default();
            let original = file.replace(&format!(".{}.", document.variant.code()), ".");
            diagnostics.push(
                Diagnostic::new(Code::VariantAlone, document.path.clone())
                    .with("name", file)
                    .with("original", original),
            );
        }
    }
}
