//! Reads a site's own files, once each, and puts them together: settings, declarations, documents, attachments.
//! Sole reader of `content/`. What the files say is understood in `parse`; rules across documents are in `check`.

mod documents;
mod files;
mod places;
mod remembered;
mod whole;

pub use remembered::Remembered;

use crate::{
    carried,
    diagnostic::{Code, Diagnostic},
    model::{Collection, Digest, Digester, SearchWords, Settings, Site},
    parse::{self, Shapes},
};
use documents::Reading;
use files::Tree;
use jiff::civil::Date;
use places::Layout;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};
use whole::Whole;

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

/// Reads a site. The site is there when settings and declarations could be read, whatever the documents say;
/// it must not be written when any diagnostic is an error. What is `remembered` is used for files whose bytes are the same,
/// and never changes what is read.
pub fn load(options: &Options, remembered: Remembered) -> (Option<Site>, Vec<Diagnostic>, Remembered) {
    again(options, remembered, &[])
}

/// Reads a site again of which only some files have changed. The same as `load`, and sooner where all of them are documents
/// that were there before and still are.
pub fn again(
    options: &Options,
    remembered: Remembered,
    changed: &[PathBuf],
) -> (Option<Site>, Vec<Diagnostic>, Remembered) {
    match look(options, remembered, changed) {
        Ok(looked) => {
            let (site, diagnostics, remembered) = looked.site(options);
            (Some(site), diagnostics, remembered)
        }
        Err(unread) => (None, unread.told, unread.remembered),
    }
}

/// A site that could not be read: its settings are missing or say nothing that can be used, or it has no content.
pub struct Unread {
    /// What stands in the way.
    pub told: Vec<Diagnostic>,
    /// What there was to remember before.
    pub remembered: Remembered,
}

/// Reads the files of a site, of which nothing is put together yet: where they say the same as the last time, it need not be.
/// When it is known which files have `changed` since what is remembered, nothing else is read; none means that nothing is
/// known.
///
/// # Errors
/// When there are no settings or no content.
pub fn look(options: &Options, remembered: Remembered, changed: &[PathBuf]) -> Result<Looked, Box<Unread>> {
    if !changed.is_empty() {
        match whole::again(options, remembered, changed) {
            Ok(whole) => return Ok(Looked { whole, remembered: Remembered::default() }),
            Err(remembered) => return look(options, *remembered, &[]),
        }
    }
    let shapes = Shapes::read();
    let mut diagnostics = Vec::new();
    let settings = settings(&options.root, &shapes, &mut diagnostics);
    let content = options.root.join("content");
    if !content.is_dir() {
        diagnostics.push(Diagnostic::new(Code::ContentMissing, "content").with("path", content.display().to_string()));
        return Err(Unread { told: diagnostics, remembered: remembered.behind() }.into());
    }
    let mut tree = files::walk(&content);
    diagnostics.append(&mut tree.diagnostics);
    let collections = collections(&tree, &shapes, &mut diagnostics);
    let Some(settings) = settings else {
        search_words(&tree, &shapes, &remembered, &mut diagnostics);
        return Err(Unread { told: diagnostics, remembered: remembered.behind() }.into());
    };
    let layout = Layout::new(&collections, &settings.variants, &tree);
    let reading = Reading { layout, collections: &collections, known: remembered.known() };
    // The words are a long file, and nothing else would be read meanwhile.
    let (search_words, read) =
        rayon::join(|| search_words(&tree, &shapes, &remembered, &mut diagnostics), || reading.all(&tree.files));
    let told = std::mem::take(&mut diagnostics);
    let whole = Whole { root: options.root.clone(), settings, collections, search_words, tree, read, told };
    Ok(Looked { whole, remembered })
}

/// The files of a site, read and not put together.
pub struct Looked {
    whole: Whole,
    /// Where the fields lie of documents that are known.
    remembered: Remembered,
}

impl Looked {
    /// The name of the theme.
    pub fn theme(&self) -> &str {
        self.whole.settings.theme()
    }

    /// Tells apart all that the site is made of, and the day; `None` when some of it could not be read.
    pub fn digest(&self, options: &Options) -> Option<Digest> {
        self.whole.digest(options)
    }

    /// What to remember when no site is made of it.
    pub fn unused(self) -> Remembered {
        Remembered::of(self.whole)
    }

    /// Puts the site together, with what is to be told of it and what to remember.
    pub fn site(self, options: &Options) -> (Site, Vec<Diagnostic>, Remembered) {
        let Self { mut whole, remembered } = self;
        whole.unpack(&remembered);
        drop(remembered);
        let (site, diagnostics) = whole.site(options);
        (site, diagnostics, Remembered::of(whole))
    }
}

/// Lets go of what is needed only to tell where in the files something is wrong, which takes a tenth of the memory of a
/// site. What was loaded can then still be left for a later run.
pub fn all_is_told(site: &mut Site, loaded: &mut Remembered) {
    if let Some(whole) = loaded.whole.as_mut().and_then(Arc::get_mut) {
        whole.all_is_told(&mut site.documents);
    }
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
    let keys = sources.keys().cloned().collect::<Vec<_>>().join("\n");
    let mut collections = Vec::with_capacity(sources.len());
    for (key, (path, bytes)) in sources {
        match parse::text(&bytes, &path) {
            Ok(source) => {
                let (collection, mut told) = parse::collection(source, &path, &key, &shapes);
                diagnostics.append(&mut told);
                collections.extend(collection.map(|collection| declared(collection, &keys)));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    collections
}

/// A declaration with what tells it from any other: its text, and the keys of all collections, which it may name.
fn declared(collection: Collection, keys: &str) -> Collection {
    let parts = [env!("CARGO_PKG_VERSION"), &*collection.path, &*collection.source, keys];
    Collection { digest: Digester::new().list(parts).end(), ..collection }
}

/// The carried words of the search; a file of the site's own replaces the carried one. With them what tells them from any
/// others, where nothing was wrong.
fn search_words(
    tree: &Tree,
    shapes: &Shapes,
    remembered: &Remembered,
    diagnostics: &mut Vec<Diagnostic>,
) -> (SearchWords, Option<Digest>) {
    let mut all = Digester::new();
    let mut sources = Vec::new();
    let before = diagnostics.len();
    for name in files::SEARCH_WORDS {
        match source_of(tree, name) {
            Ok((path, source)) => {
                all.part(source.as_bytes());
                sources.push((name.rsplit('/').next().unwrap_or_default(), path, source));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let digest = all.end();
    let is_whole = diagnostics.len() == before;
    if let Some(words) = remembered.search_words(&digest).filter(|_| is_whole) {
        return (words.clone(), Some(digest));
    }
    let mut words = SearchWords::default();
    for (name, path, source) in sources {
        diagnostics.extend(parse::search_words(&mut words, (name, &path), source, shapes));
    }
    (words, (diagnostics.len() == before).then_some(digest))
}

fn source_of(tree: &Tree, name: &str) -> Result<(Arc<str>, Arc<str>), Diagnostic> {
    if let Some(file) = tree.search_words.iter().find(|file| file.name == name) {
        let bytes = file.read()?;
        return Ok((file.path.clone(), parse::text(&bytes, &file.path)?));
    }
    let path: Arc<str> = format!("content/{name}").into();
    let carried = carried::below("content").find(|(carried, _)| *carried == name);
    let source = parse::text(carried.map(|(_, bytes)| bytes).unwrap_or_default(), &path)?;
    Ok((path, source))
}
