//! What one check leaves for the next: what was told of each document, and what that was decided by.

use crate::{
    diagnostic::Diagnostic,
    model::{Digest, Digester, Site},
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize, Serializer};

/// What one check leaves for the next.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Remembered {
    /// Tells apart everything that the rules of a document may look at beside the document itself.
    pub(super) surroundings: Digest,
    /// Whether nothing was told between documents.
    pub(super) is_silent_between: bool,
    #[serde(serialize_with = "kept")]
    pub(super) documents: Vec<Checked>,
}

/// What was told of a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Checked {
    pub(super) document: Digest,
    /// Tells apart what the rules of other documents may know of it.
    pub(super) outline: Digest,
    pub(super) told: Vec<Diagnostic>,
}

impl Remembered {
    /// What was told, by document.
    pub(super) fn by_document(&self) -> FxHashMap<&Digest, &Checked> {
        self.documents.iter().map(|checked| (&checked.document, checked)).collect()
    }
}

fn kept<S: Serializer>(documents: &[Checked], serializer: S) -> Result<S::Ok, S::Error> {
    let can_be_kept = |checked: &&Checked| checked.told.iter().all(Diagnostic::can_be_kept);
    serializer.collect_seq(documents.iter().filter(can_be_kept).collect::<Vec<_>>())
}

/// Tells apart everything that the rules of a document may look at beside the document itself.
pub(super) fn surroundings(site: &Site, outlines: &[Digest]) -> Digest {
    let mut all = Digester::new();
    let alone = [env!("CARGO_PKG_VERSION"), &site.today.to_string(), &site.settings.source];
    all.list(alone);
    let mut hidden: Vec<&str> = site.hidden.iter().map(|name| &**name).collect();
    hidden.sort_unstable();
    all.list(hidden).list(site.attachments.keys().map(|name| &**name));
    site.collections
        .iter()
        .map(|collection| &collection.digest)
        .chain(outlines)
        .for_each(|digest| _ = all.part(digest));
    all.end()
}
