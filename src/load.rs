//! Reads a site's own files, once each, and puts them together: settings, declarations, documents, attachments.
//! Sole reader of `content/`. What the files say is understood in `parse`; rules across documents are in `check`.

mod files;
mod places;

use crate::{
    carried,
    diagnostic::{Code, Diagnostic},
    model::{
        Collection, CollectionIndex, Document, SearchWords, Settings, Site, Variant,
        site::{Attachment, Parts},
    },
    parse::{self, Shapes},
};
use files::{File, Tree};
use jiff::civil::Date;
use places::{Kind, Layout};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::{Path, PathBuf},
    sync::Arc,
};

/// Whether drafts and documents of coming days are part of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    Hidden,
    /// They are shown, for the editor's own eyes.
    Shown,
}

/// What to load.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `insyn.yaml` and `content/`.
    pub root: PathBuf,
    /// The day that the site is made for.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
}

/// What one load leaves for the next: files with the hash of their bytes, and what was read from them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Remembered {}

/// Reads a site. The site is there when settings and declarations could be read, whatever the documents say;
/// it must not be written when any diagnostic is an error. What is `remembered` is used for files whose bytes are the same,
/// and never changes what is read.
pub fn load(options: &Options, remembered: Remembered) -> (Option<Site>, Vec<Diagnostic>, Remembered) {
    let shapes = Shapes::read();
    let mut diagnostics = Vec::new();
    let settings = settings(&options.root, &shapes, &mut diagnostics);
    let content = options.root.join("content");
    if !content.is_dir() {
        diagnostics.push(Diagnostic::new(Code::ContentMissing, "content").with("path", content.display().to_string()));
        return (None, diagnostics, remembered);
    }
    let mut tree = files::walk(&content);
    diagnostics.append(&mut tree.diagnostics);
    let collections = collections(&tree, &shapes, &mut diagnostics);
    let search_words = search_words(&tree, &shapes, &mut diagnostics);
    let Some(settings) = settings else { return (None, diagnostics, remembered) };
    let layout = Layout::new(&collections, &settings.variants, &tree);
    let found = documents(&tree, &layout, &collections, &mut diagnostics);
    let (documents, mut hidden) = published(found.documents, options);
    hidden.extend(found.refused);
    let attachments = found.attachments;
    let parts = Parts { settings, today: options.today, collections, search_words, documents, attachments, hidden };
    (Some(Site::new(parts)), diagnostics, Remembered {})
}

/// Reads a site again of which only some files have changed. The same as `load`, and sooner where all of them are documents
/// that were there before and still are.
pub fn again(
    options: &Options,
    remembered: Remembered,
    changed: &[PathBuf],
) -> (Option<Site>, Vec<Diagnostic>, Remembered) {
    let _ = changed;
    load(options, remembered)
}

fn settings(root: &Path, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) -> Option<Settings> {
    let path: Arc<str> = "insyn.yaml".into();
    let bytes = match std::fs::read(root.join(&*path)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            diagnostics.push(Diagnostic::new(Code::SettingsMissing, path).with("path", root.display().to_string()));
            return None;
        }
        Err(error) => {
            diagnostics.push(Diagnostic::new(Code::FileUnreadable, path).with("reason", error.to_string()));
            return None;
        }
    };
    match parse::text(&bytes, &path) {
        Ok(source) => {
            let (settings, mut told) = parse::settings(source, &path, shapes);
            diagnostics.append(&mut told);
            settings
        }
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// The carried declarations and the site's own, which come first where both have one, in order of key.
fn collections(tree: &Tree, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) -> Vec<Collection> {
    let mut sources: BTreeMap<String, (Arc<str>, Vec<u8>)> = BTreeMap::new();
    for (name, bytes) in carried::below("content/_collections") {
        if let Some(key) = name.strip_suffix(".yaml") {
            sources.insert(key.to_owned(), (format!("content/_collections/{name}").into(), bytes.to_vec()));
        }
    }
    for file in &tree.declarations {
        match file.read() {
            Ok(bytes) => _ = sources.insert(file.stem().to_owned(), (file.path.clone(), bytes)),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let shapes = shapes.among(sources.keys().cloned());
    let mut collections = Vec::with_capacity(sources.len());
    for (key, (path, bytes)) in sources {
        match parse::text(&bytes, &path) {
            Ok(source) => {
                let (collection, mut told) = parse::collection(source, &path, &key, &shapes);
                diagnostics.append(&mut told);
                collections.extend(collection);
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    collections
}

/// The carried words of the search; a file of the site's own replaces the carried one.
fn search_words(tree: &Tree, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) -> SearchWords {
    let mut words = SearchWords::default();
    for name in files::SEARCH_WORDS {
        let own = tree.search_words.iter().find(|file| file.name == *name);
        let read = match own {
            Some(file) => file.read().and_then(|bytes| Ok((file.path.clone(), parse::text(&bytes, &file.path)?))),
            None => {
                let path: Arc<str> = format!("content/{name}").into();
                let carried = carried::below("content").find(|(carried, _)| carried == name);
                let bytes = carried.map(|(_, bytes)| bytes).unwrap_or_default();
                parse::text(bytes, &path).map(|source| (path, source))
            }
        };
        match read {
            Ok((path, source)) => {
                let name = name.rsplit('/').next().unwrap_or_default();
                diagnostics.extend(parse::search_words(&mut words, (name, &path), source, shapes));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    words
}

/// What the files of the content folder gave.
#[derive(Default)]
struct Found {
    documents: Vec<Arc<Document>>,
    attachments: BTreeMap<Arc<str>, Attachment>,
    /// Names of documents that could not be read: links to them are no errors of their own.
    refused: Vec<Arc<str>>,
}

fn documents(tree: &Tree, layout: &Layout<'_>, collections: &[Collection], diagnostics: &mut Vec<Diagnostic>) -> Found {
    let read: Vec<(Read, Vec<Diagnostic>)> = tree.files.par_iter().map(|file| one(file, layout, collections)).collect();
    let mut all = Found::default();
    for (found, mut told) in read {
        diagnostics.append(&mut told);
        match found {
            Read::Document(document) => all.documents.push(document),
            Read::Attachment(attachment) => _ = all.attachments.insert(attachment.name.clone(), attachment),
            Read::Refused(name) => all.refused.push(name),
            Read::Nothing => {}
        }
    }
    addresses(&all.documents, diagnostics);
    alone(&all.documents, layout, diagnostics);
    let originals = all.documents.iter().filter(|document| document.is_original());
    let names: HashSet<Arc<str>> = originals.map(|document| document.name.clone()).collect();
    all.documents.retain(|document| names.contains(&document.name));
    all
}

enum Read {
    Document(Arc<Document>),
    Attachment(Attachment),
    Refused(Arc<str>),
    Nothing,
}

fn one(file: &File, layout: &Layout<'_>, collections: &[Collection]) -> (Read, Vec<Diagnostic>) {
    let kind = match layout.kind(file) {
        Ok(kind) => kind,
        Err(diagnostic) => return (Read::Nothing, vec![diagnostic]),
    };
    let bytes = match file.read() {
        Ok(bytes) => bytes,
        Err(diagnostic) => {
            let refused = match kind {
                Kind::Document(place) => Read::Refused(place.name),
                Kind::Attachment => Read::Nothing,
            };
            return (refused, vec![diagnostic]);
        }
    };
    match kind {
        Kind::Attachment => {
            (Read::Attachment(Attachment { name: file.name.as_str().into(), bytes: bytes.into() }), Vec::new())
        }
        Kind::Document(place) => {
            let CollectionIndex(index) = place.collection;
            let name = place.name.clone();
            let (document, told) = parse::document(&bytes, *place, &collections[index as usize]);
            (document.map_or(Read::Refused(name), |document| Read::Document(Arc::new(document))), told)
        }
    }
}

/// Two sources with one address, also where only the case differs: many file systems and servers see no difference.
fn addresses(documents: &[Arc<Document>], diagnostics: &mut Vec<Diagnostic>) {
    let mut taken: HashMap<String, &Document> = HashMap::new();
    for document in documents {
        if let Some(other) = taken.insert(document.address.path().to_lowercase(), document) {
            let told = Diagnostic::new(Code::AddressTaken, document.path.clone());
            diagnostics.push(told.with("address", document.address.path()).with("other", &*other.path));
        }
    }
}

fn alone(documents: &[Arc<Document>], layout: &Layout<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let names: HashSet<&str> =
        documents.iter().filter(|document| document.is_original()).map(|document| &*document.name).collect();
    for document in documents.iter().filter(|document| !names.contains(&*document.name)) {
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

/// Takes away drafts and what is for a later day, with its variants; their names are kept so that links to them are no errors.
fn published(documents: Vec<Arc<Document>>, options: &Options) -> (Vec<Arc<Document>>, HashSet<Arc<str>>) {
    if options.drafts == Drafts::Shown {
        return (documents, HashSet::new());
    }
    let waits = |document: &&Arc<Document>| {
        let later = document.fields.date("publiceras").is_some_and(|date| date.first_day() > options.today);
        document.variant == Variant::Original && (document.fields.is_yes("utkast") || later)
    };
    let hidden: HashSet<Arc<str>> = documents.iter().filter(waits).map(|document| document.name.clone()).collect();
    let documents = documents.into_iter().filter(|document| !hidden.contains(&document.name)).collect();
    (documents, hidden)
}
