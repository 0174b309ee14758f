//! Links between documents, seen from both ends. They are written on one side only; the other is derived.

use super::{
    document::DocumentIndex,
    field::{Field, Label, Trail},
};
use std::{collections::HashMap, sync::Arc};

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
    /// The part of it that the reference stands in.
    pub from_part: Option<Arc<str>>,
    /// The document that it points at.
    pub to: DocumentIndex,
    /// The part of it.
    pub to_part: Option<Arc<str>>,
    /// What kind of link.
    pub link: Arc<Link>,
}

/// Every link of the site, by both ends, in the order of the sources.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    all: Vec<Relation>,
    outgoing: HashMap<DocumentIndex, Vec<u32>>,
    incoming: HashMap<DocumentIndex, Vec<u32>>,
}

impl Relations {
    /// Indexes links by both ends.
    pub fn new(all: Vec<Relation>) -> Self {
        let mut relations = Self::default();
        for (place, relation) in (0u32..).zip(&all) {
            relations.outgoing.entry(relation.from).or_default().push(place);
            relations.incoming.entry(relation.to).or_default().push(place);
        }
        relations.all = all;
        relations
    }

    /// Links that the document writes.
    pub fn from(&self, document: DocumentIndex) -> impl Iterator<Item = &Relation> {
        self.places(self.outgoing.get(&document))
    }

    /// Links that point at the document.
    pub fn to(&self, document: DocumentIndex) -> impl Iterator<Item = &Relation> {
        self.places(self.incoming.get(&document))
    }

    fn places<'a>(&'a self, places: Option<&'a Vec<u32>>) -> impl Iterator<Item = &'a Relation> {
        places.into_iter().flatten().map(|place| &self.all[*place as usize])
    }
}
