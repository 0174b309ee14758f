//! Links between documents, seen from both ends. They are written on one side only; the other is derived.

use super::{
    document::{Document, DocumentIndex},
    field::{Field, Label, Trail},
    site::Site,
    value::{Fields, Reference, Value},
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::{ops::Range, sync::Arc};

/// What kind of link a field makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The declared key.
    pub key: Arc<str>,
    /// The label on the side where it is written.
    pub label: Label,
    /// The label on the other side; `None` where the declaration gives none.
    pub back: Option<Label>,
    /// Place in the trail.
    pub trail: Option<Trail>,
}

impl From<&Field> for Link {
    fn from(field: &Field) -> Self {
        Self { key: field.key.clone(), label: field.label.clone(), back: field.back.clone(), trail: field.trail }
    }
}

/// One link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The document that writes it.
    pub from: DocumentIndex,
    /// The document that it points at.
    pub to: DocumentIndex,
    /// What kind of link.
    pub link: Arc<Link>,
}

/// Every link of the site, by both ends, in the order of the sources.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// In order of the documents that write them.
    all: Vec<Relation>,
    /// Where those of each document begin in `all`, and where the last end.
    outgoing: Vec<u32>,
    /// Places in `all`, in order of the documents that they point at.
    incoming: Vec<u32>,
    /// Where those of each document begin in `incoming`, and where the last end.
    arrivals: Vec<u32>,
}

impl Relations {
    /// Finds the links that the originals of a site write; dangling references are none.
    pub(super) fn new(site: &Site) -> Self {
        let all = found(site);
        let count = site.documents.len();
        let outgoing = starts(count, all.iter().map(|relation| relation.from));
        let arrivals = starts(count, all.iter().map(|relation| relation.to));
        let mut incoming = vec![0; all.len()];
        let mut next = arrivals.clone();
        for (place, relation) in (0u32..).zip(&all) {
            let slot = &mut next[relation.to.0 as usize];
            incoming[*slot as usize] = place;
            *slot += 1;
        }
        Self { all, outgoing, incoming, arrivals }
    }

    /// Links that the document writes.
    pub fn from(&self, document: DocumentIndex) -> impl Iterator<Item = &Relation> {
        self.all[span(&self.outgoing, document)].iter()
    }

    /// Links that point at the document.
    pub fn to(&self, document: DocumentIndex) -> impl Iterator<Item = &Relation> {
        self.incoming[span(&self.arrivals, document)].iter().map(|place| &self.all[*place as usize])
    }
}

fn span(starts: &[u32], document: DocumentIndex) -> Range<usize> {
    let place = document.0 as usize;
    starts[place] as usize..starts[place + 1] as usize
}

/// Where each document's begin when they stand in order of the documents.
fn starts(count: usize, documents: impl Iterator<Item = DocumentIndex>) -> Vec<u32> {
    let mut starts = vec![0; count + 1];
    documents.for_each(|document| starts[document.0 as usize + 1] += 1);
    for place in 0..count {
        starts[place + 1] += starts[place];
    }
    starts
}

/// How many documents one thread looks through before it takes others.
const AT_ONCE: usize = 512;

fn found(site: &Site) -> Vec<Relation> {
    let originals: Vec<_> = site.originals().collect();
    let found: Vec<Vec<Relation>> = originals.par_chunks(AT_ONCE).map(|originals| written(site, originals)).collect();
    // Room for all at once: a list that grows has its memory cleared and copied over and over.
    let mut all = Vec::with_capacity(found.iter().map(Vec::len).sum());
    found.into_iter().for_each(|found| all.extend(found));
    all
}

/// The links that some documents write.
fn written(site: &Site, originals: &[(DocumentIndex, &Document)]) -> Vec<Relation> {
    // A declaration is the same for every document of its collection, so its address tells it apart.
    let mut links: FxHashMap<*const Field, Arc<Link>> = FxHashMap::default();
    let mut room = String::new();
    let mut relations = Vec::new();
    for &(from, document) in originals {
        let declared = &site.collection_of(document).fields;
        references(&document.fields, declared, &mut |field, reference| {
            let scope = document.scope.as_deref();
            let Some(target) = site.resolve_in(&mut room, reference, scope) else { return };
            let link = links.entry(std::ptr::from_ref(field)).or_insert_with(|| Arc::new(field.into())).clone();
            relations.push(Relation { from, to: target.document, link });
        });
    }
    relations
}

/// Visits every reference in the order of `walk`, with what declares it and without keeping the way to it.
fn references(fields: &Fields, declared: &[Field], visit: &mut dyn FnMut(&Field, &Reference)) {
    for (field, value) in fields.with(declared) {
        below(value, field, visit);
    }
}

fn below(value: &Value, field: &Field, visit: &mut dyn FnMut(&Field, &Reference)) {
    match value {
        Value::Reference(reference) => visit(field, reference),
        Value::List(values) => values.iter().for_each(|value| below(value, field, visit)),
        Value::Group(fields) => references(fields, &field.fields, visit),
        _ => {}
    }
}
