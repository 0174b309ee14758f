//! The Markdown of a document, looked through once, and the anchors that its page has.

use super::language::lix;
use crate::{
    model::{Document, Field, FieldPath, Fields, Value, walk::walk},
    parse::markdown::{Ids, Scan, scan},
};

/// A Markdown text of a document.
pub(super) struct Text<'a> {
    /// The field that holds it; `None` for the body.
    pub(super) way: Option<FieldPath>,
    /// What it holds, where that is more than words: most texts are a few sentences.
    scan: Option<Box<Scan>>,
    /// The text itself.
    pub(super) markdown: &'a str,
}

/// What a text holds that holds nothing but words.
static NOTHING: Scan = Scan {
    links: Vec::new(),
    images: Vec::new(),
    headings: Vec::new(),
    raw_html: Vec::new(),
    unfinished: Vec::new(),
    tables_without_heading: Vec::new(),
    text: String::new(),
};

impl<'a> Text<'a> {
    /// A text that was looked through. Sheets of a whole site are kept at once, and nobody asks for the words again.
    pub(super) fn new(way: Option<FieldPath>, markdown: &'a str, mut scan: Scan) -> Self {
        scan.text = String::new();
        scan.links.shrink_to_fit();
        scan.headings.shrink_to_fit();
        Self { way, scan: (scan != NOTHING).then(|| scan.into()), markdown }
    }

    /// What it holds beside words.
    pub(super) fn scan(&self) -> &Scan {
        self.scan.as_deref().unwrap_or(&NOTHING)
    }
}

/// What the rules need to know of a document and its page.
pub(super) struct Sheet<'a> {
    /// Its texts, the body last.
    pub(super) texts: Vec<Text<'a>>,
    /// Ids of items: what `#part` may name.
    pub(super) parts: Vec<(String, FieldPath)>,
    /// Everything on the page that a link may end at.
    pub(super) anchors: Anchors<'a>,
    /// How hard the body is to read, where it is long enough to tell.
    pub(super) lix: Option<u32>,
}

/// The ids of a page. Those of its sections are the keys of its fields, which the document has already.
pub(super) struct Anchors<'a> {
    fields: &'a Fields,
    /// The others, in order of alphabet.
    others: Box<[Box<str>]>,
}

impl<'a> Anchors<'a> {
    fn new(fields: &'a Fields, ids: &Ids) -> Self {
        let others = ids.sorted().into_iter().filter(|id| fields.get(id).is_none());
        Self { fields, others: others.map(Into::into).collect() }
    }

    /// Whether an id is on the page.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.others.binary_search_by(|known| (**known).cmp(id)).is_ok() || self.fields.get(id).is_some()
    }

    /// All ids, those of sections first.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(key, _)| &**key).chain(self.others.iter().map(|id| &**id))
    }
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
        let body = scan(document.body());
        let lix = lix(&body.text);
        let fields = proses.into_iter().map(|(way, markdown)| Text::new(Some(way), markdown, scan(markdown)));
        let mut texts: Vec<Text<'a>> = fields.chain([Text::new(None, document.body(), body)]).collect();
        texts.shrink_to_fit();
        parts.shrink_to_fit();
        let mut anchors = Ids::default();
        parts.iter().for_each(|(id, _)| anchors.reserve(id));
        for title in texts.iter().flat_map(|text| &text.scan().headings) {
            // A section of the page has the key of its field for id.
            anchors.take_beside(&title.title, |id| document.fields.get(id).is_some());
        }
        let anchors = Anchors::new(&document.fields, &anchors);
        Self { texts, parts, anchors, lix }
    }
}
