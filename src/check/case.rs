//! One document before the rules: what is known of it, and what has been told.

use super::{
    Known,
    outline::Outline,
    texts::{Anchors, Sheet, Text},
};
use crate::{
    diagnostic::{Code, Diagnostic, Span},
    model::{Collection, DatedState, Document, DocumentIndex, Link, Reference, Relation, Role, Step, Target},
    parse::locate,
};
use jiff::civil::Date;

/// A document and what the rules have told about it.
pub(super) struct Case<'k> {
    /// The place of the document.
    pub(super) index: DocumentIndex,
    /// The document.
    pub(super) document: &'k Document,
    /// Its collection.
    pub(super) collection: &'k Collection,
    known: &'k Known<'k>,
    /// What has been told.
    pub(super) told: Vec<Diagnostic>,
}

impl<'k> Case<'k> {
    /// A document of which nothing is told yet.
    pub(super) fn new(known: &'k Known<'k>, index: DocumentIndex) -> Self {
        let document = known.site.document(index);
        Self { index, document, collection: known.site.collection_of(document), known, told: Vec::new() }
    }

    /// What is known of this document's texts.
    pub(super) fn sheet(&self) -> &'k Sheet<'k> {
        self.known.sheet(self.index)
    }

    /// Another document, as far as rules may know it.
    pub(super) fn other(&self, index: DocumentIndex) -> Outline<'k> {
        Outline::new(self.known.site, self.known.site.document(index))
    }

    /// All originals.
    pub(super) fn others(&self) -> impl Iterator<Item = Outline<'k>> {
        let site = self.known.site;
        site.originals().map(|(_, document)| Outline::new(site, document))
    }

    /// The ids of items on another page.
    pub(super) fn other_parts(&self, index: DocumentIndex) -> impl Iterator<Item = &'k str> + Clone + use<'k> {
        self.known.sheet(index).parts.iter().map(|(id, _)| id.as_str())
    }

    /// Everything on another page that a link may end at.
    pub(super) fn other_anchors(&self, index: DocumentIndex) -> &'k Anchors<'k> {
        &self.known.sheet(index).anchors
    }

    /// All collections.
    pub(super) fn collections(&self) -> &'k [Collection] {
        &self.known.site.collections
    }

    /// The site's day.
    pub(super) fn today(&self) -> Date {
        self.known.site.today
    }

    /// What a reference of this document points at.
    pub(super) fn resolve<'r>(&self, reference: &'r Reference) -> Option<Target<'r>> {
        self.known.site.resolve(reference, self.scope())
    }

    /// Whether the target waits for its day or is a draft.
    pub(super) fn is_hidden(&self, reference: &Reference) -> bool {
        let hidden = &self.known.site.hidden;
        let near = self.scope().is_some_and(|scope| hidden.contains(format!("{scope}/{}", reference.path).as_str()));
        near || hidden.contains(reference.path.as_str())
    }

    /// Whether a file that this document names is there.
    pub(super) fn has_attachment(&self, written: &str) -> bool {
        self.known.site.attachment(self.document, written).is_some()
    }

    /// The document in the version of this one, or its original.
    pub(super) fn version_of(&self, index: DocumentIndex) -> DocumentIndex {
        self.known.site.variant_of(index, &self.document.variant).unwrap_or(index)
    }

    /// The original of a document.
    pub(super) fn original_of(&self, index: DocumentIndex) -> DocumentIndex {
        self.known.site.original_of(self.known.site.document(index))
    }

    /// The state of this document.
    pub(super) fn state(&self) -> DatedState {
        self.known.site.state(self.index)
    }

    /// The links that this document writes.
    pub(super) fn links(&self) -> impl Iterator<Item = &'k Relation> {
        self.known.site.relations.from(self.index)
    }

    /// The links of meetings that point at this document.
    pub(super) fn meetings(&self) -> impl Iterator<Item = (DocumentIndex, &'k Link)> {
        let site = self.known.site;
        let meets = |relation: &&Relation| site.collection_of(site.document(relation.from)).has(Role::Meeting);
        site.relations.to(self.index).filter(meets).map(|relation| (relation.from, &*relation.link))
    }

    /// The folder of a scope, where references are looked for first.
    pub(super) fn scope(&self) -> Option<&'k str> {
        self.document.scope.as_deref()
    }

    /// Tells a problem at a field.
    pub(super) fn tell(&mut self, code: Code, way: &[Step]) -> &mut Diagnostic {
        let span = locate(self.document, self.collection, way);
        self.tell_at(code, span)
    }

    /// Tells a problem at a field of the top.
    pub(super) fn tell_field(&mut self, code: Code, key: &str) -> &mut Diagnostic {
        self.tell(code, &[Step::Key(key.to_owned())])
    }

    /// Tells a problem in a text, where `written` stands at `span` of it.
    pub(super) fn tell_in(&mut self, code: Code, text: &Text<'_>, (span, written): (Span, &str)) -> &mut Diagnostic {
        let span = self.place(text, span, written);
        self.tell_at(code, span)
    }

    /// Tells a problem at a place of the file; a place on no line is the whole file.
    pub(super) fn tell_at(&mut self, code: Code, span: Span) -> &mut Diagnostic {
        self.told.push(Diagnostic::new(code, self.document.path.clone()).at(span, &self.document.text.whole()));
        self.told.last_mut().expect("one was pushed")
    }

    fn place(&self, text: &Text<'_>, span: Span, written: &str) -> Span {
        let Some(way) = &text.way else {
            let before = self.document.text.lines_before();
            return Span { line: span.line + u32::try_from(before).unwrap_or(u32::MAX), ..span };
        };
        // YAML folds and indents texts, so the words are looked for from where the field begins.
        let field = locate(self.document, self.collection, way);
        let first = field.line.saturating_sub(1) as usize;
        let source = self.document.text.whole();
        let lines = source.lines().enumerate().skip(first);
        let found = Some(written).filter(|written| !written.is_empty()).and_then(|written| {
            let mut lines = lines;
            lines.find_map(|(index, line)| line.find(written).map(|start| (index, line[..start].chars().count())))
        });
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        found.map_or(field, |(index, before)| Span {
            line: number(index + 1),
            column: number(before + 1),
            length: number(written.chars().count()),
        })
    }
}
