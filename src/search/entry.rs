//! What the index is told of each document: its words with their weights, and what a result shows of it.

use std::sync::Arc;

/// Words with a weight; those of a body weigh 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// How much a word counts here.
    pub weight: f32,
    /// The words.
    pub words: String,
}

/// A part of a document with an anchor: a commitment, say. It is found on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The anchor on the page.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// What a document is called in another version of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The code of the version, as in its addresses.
    pub code: String,
    /// The path of the page.
    pub path: String,
    /// The title there.
    pub title: String,
    /// The short version there.
    pub lead: String,
}

/// The value of a facet that a document has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValue {
    /// The facet's key.
    pub facet: Arc<str>,
    /// What filters name.
    pub value: Arc<str>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Its content address, which results name as `id`.
    pub name: String,
    /// The path of its page from the site's own address, without a slash before it.
    pub path: String,
    /// The title.
    pub title: String,
    /// The short version; empty where there is none.
    pub lead: String,
    /// The words of the page, for excerpts.
    pub body: String,
    /// What is searched beside title, short version and body.
    pub texts: Vec<Text>,
    /// How much all its words count: governing documents more than statistics.
    pub prior: f32,
    /// The day it is sorted by, `2026-11-22`.
    pub date: Option<String>,
    /// What state it is in: its key, the tone to show it in, and what people see.
    pub state: Option<[String; 3]>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// Its values of facets.
    pub facets: Vec<FacetValue>,
    /// Its other versions.
    pub versions: Vec<Version>,
}
