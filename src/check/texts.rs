//! The Markdown of a document, looked through once, and the anchors that its page has.

use crate::{
    model::{Document, Field, FieldPath, Value, walk::walk},
    parse::markdown::{Ids, Scan, scan},
};

/// A Markdown text of a document.
pub(super) struct Text<'a> {
    /// The field that holds it; `None` for the body.
    pub(super) way: Option<FieldPath>,
    /// What it holds.
    pub(super) scan: Scan,
    /// The text itself.
    pub(super) markdown: &'a str,
}

/// What the rules need to know of a document and its page.
pub(super) struct Sheet<'a> {
    /// Its texts, the body last.
    pub(super) texts: Vec<Text<'a>>,
    /// Ids of items: what `#part` may name.
    pub(super) parts: Vec<(String, FieldPath)>,
    /// Everything on the page that a link may end at.
    pub(super) anchors: Ids,
}

impl<'a> Sheet<'a> {
    /// Reads the texts of a document.
    pub(super) fn new(document: &'a Document, declared: &'a [Field]) -> Self {
        let mut proses = Vec::new();
        let mut parts = Vec::new();
        walk(&document.fields, declared, &mut |visited| match visited.value {
            Value::Prose(text) => proses.push((visited.path(), text.as_str())),
            Value::Text(id) if &*visited.field.key == "id" && visited.depth() > 1 => {
                parts.push((id.clone(), visited.path()))
            }
            _ => {}
        });
        let fields = proses.into_iter().map(|(way, markdown)| Text { way: Some(way), scan: scan(markdown), markdown });
        let body = Text { way: None, scan: scan(document.body()), markdown: document.body() };
        let texts: Vec<Text<'a>> = fields.chain([body]).collect();
        let mut anchors = Ids::default();
        // A section of the page has the key of its field for id.
        document.fields.iter().for_each(|(key, _)| anchors.reserve(key));
        parts.iter().for_each(|(id, _)| anchors.reserve(id));
        for title in texts.iter().flat_map(|text| &text.scan.headings) {
            anchors.take(&title.title);
        }
        Self { texts, parts, anchors }
    }
}
