//! The Markdown of a document, looked through once, and the anchors that its page has.

use crate::{
    model::{Document, FieldPath, Site, Value, walk::walk},
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
    pub(super) fn new(site: &Site, document: &'a Document) -> Self {
        let declared = &site.collection_of(document).fields;
        let mut proses = Vec::new();
        let mut parts = Vec::new();
        walk(&document.fields, declared, &mut |visited| match visited.value {
            Value::Prose(_) => proses.push(visited.path.clone()),
            Value::Text(id) if &*visited.field.key == "id" && visited.path.len() > 1 => {
                parts.push((id.clone(), visited.path.clone()))
            }
            _ => {}
        });
        let fields = proses.into_iter().filter_map(|way| Text::of_field(document, way));
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

impl<'a> Text<'a> {
    fn of_field(document: &'a Document, way: FieldPath) -> Option<Self> {
        let markdown = prose(&document.fields, &way)?;
        Some(Self { scan: scan(markdown), way: Some(way), markdown })
    }
}

/// The prose at a way.
fn prose<'a>(fields: &'a crate::model::Fields, way: &[crate::model::Step]) -> Option<&'a str> {
    use crate::model::Step;
    let (first, rest) = way.split_first()?;
    let Step::Key(key) = first else { return None };
    let mut value = fields.get(key)?;
    for step in rest {
        value = match (step, value) {
            (Step::Key(key), Value::Group(fields)) => fields.get(key)?,
            (Step::Index(index), Value::List(values)) => values.get(*index)?,
            _ => return None,
        };
    }
    value.as_text()
}
