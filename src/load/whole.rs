//! Everything that was read for a site, kept so that it can be put together again when only some of it has changed.

use super::{
    Drafts, Options, Remembered,
    documents::{One, Read, Reading, gathered},
    files::{File, Tree},
    places::Layout,
};
use crate::{
    diagnostic::Diagnostic,
    model::{Collection, Digest, Digester, Document, SearchWords, Settings, Site, Variant, site::Parts},
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Everything that was read for a site.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    pub(super) root: PathBuf,
    pub(super) settings: Settings,
    pub(super) collections: Vec<Collection>,
    /// With what tells them from any others, where nothing was wrong.
    pub(super) search_words: (SearchWords, Option<Digest>),
    pub(super) tree: Tree,
    /// What each file of the tree gave, in order.
    pub(super) read: Vec<One>,
    /// What was told before the first document was read.
    pub(super) told: Vec<Diagnostic>,
}

impl Whole {
    /// Takes out the fields of documents that are known, as they are remembered.
    pub(super) fn unpack(&mut self, remembered: &Remembered) {
        let heaps = remembered.heaps();
        self.read.par_iter_mut().for_each(|one| one.unpack(&heaps, &self.collections));
    }

    /// Tells apart all that a site is made of; `None` when some of it could not be read.
    pub(super) fn digest(&self, options: &Options) -> Option<Digest> {
        let mut all = Digester::new();
        all.part(format!("{} {:?} {:?}", options.today, options.drafts, self.told).as_bytes());
        all.part(self.settings.source.as_bytes()).part(&self.search_words.1?);
        self.collections.iter().for_each(|collection| _ = all.part(&collection.digest));
        for (file, one) in self.tree.files.iter().zip(&self.read) {
            all.part(file.name.as_bytes()).part(one.digest()?);
        }
        Some(all.end())
    }

    /// Puts the site together.
    pub(super) fn site(&self, options: &Options) -> (Site, Vec<Diagnostic>) {
        let mut diagnostics = self.told.clone();
        let layout = Layout::new(&self.collections, &self.settings.variants, &self.tree);
        let found = gathered(&self.read, &layout, &mut diagnostics);
        let (documents, mut hidden) = published(found.documents, options);
        hidden.extend(found.refused);
        let parts = Parts {
            settings: self.settings.clone(),
            today: options.today,
            collections: self.collections.clone(),
            search_words: self.search_words.0.clone(),
            documents,
            attachments: found.attachments,
            hidden,
        };
        (Site::new(parts), diagnostics)
    }

    /// Lets go of the heads of the documents that a site has, which it shares with what was read: for as long as each is
    /// changed, it is the site's alone.
    pub(super) fn all_is_told(&mut self, documents: &mut [Arc<Document>]) {
        self.tree.files.iter_mut().for_each(File::let_go_of_names);
        let shown: FxHashSet<*const Document> = documents.iter().map(Arc::as_ptr).collect();
        let mut places: FxHashMap<*const Document, usize> = FxHashMap::default();
        for (place, one) in self.read.iter_mut().enumerate() {
            let Read::Document(document) = &one.read else { continue };
            let address = Arc::as_ptr(document);
            if shown.contains(&address) {
                places.insert(address, place);
                one.read = Read::Nothing;
            }
        }
        for document in documents {
            let place = places.get(&Arc::as_ptr(document));
            if let Some(document) = Arc::get_mut(document) {
                document.text.let_go_of_head();
            }
            if let Some(place) = place {
                self.read[*place].read = Read::Document(document.clone());
            }
        }
    }

    /// The places of changed files in the tree; `None` when one of them is anything but a document that was there and is.
    fn places(&self, options: &Options, changed: &[PathBuf]) -> Option<Vec<usize>> {
        let content = options.root.join("content");
        let roots = [std::path::absolute(&content).ok()?, content.canonicalize().ok()?];
        let place = |path: &PathBuf| {
            let path = std::path::absolute(path).ok()?;
            let below = roots.iter().find_map(|root| path.strip_prefix(root).ok())?;
            let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
            let name = names?.join("/");
            let place = self.tree.files.iter().position(|file| file.name == name && file.is_source())?;
            // A link may lead anywhere by now, so the walk has to look at it.
            is_plain(&path).then_some(place)
        };
        changed.iter().map(place).collect()
    }
}

fn is_plain(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|entry| entry.is_file())
}

/// Reads only the changed files; `Err` gives back what was remembered when more than that must be read.
pub(super) fn again(options: &Options, remembered: Remembered, changed: &[PathBuf]) -> Result<Whole, Box<Remembered>> {
    let whole = remembered.latest().filter(|whole| whole.root == options.root);
    let Some(places) = whole.and_then(|whole| whole.places(options, changed)) else { return Err(remembered.into()) };
    let Some(mut next) = remembered.whole.map(Arc::unwrap_or_clone) else { return Err(Box::default()) };
    let nothing = Remembered::default();
    let layout = Layout::new(&next.collections, &next.settings.variants, &next.tree);
    let reading = Reading { layout, collections: &next.collections, known: nothing.known() };
    for place in places {
        next.read[place] = reading.one(&next.tree.files[place], &mut Vec::new());
    }
    Ok(next)
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
