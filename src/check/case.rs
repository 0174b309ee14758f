//! One document before the rules: what is known of it, and what has been told.

use super::{
    Known,
    texts::{Sheet, Text},
};
use crate::{
    diagnostic::{Code, Diagnostic, Span},
    model::{Collection, Document, DocumentIndex, Site, Step},
    parse::locate,
};

/// A document and what the rules have told about it.
pub(super) struct Case<'k> {
    /// The site.
    pub(super) site: &'k Site,
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
        let site = known.site;
        let document = site.document(index);
        Self { site, index, document, collection: site.collection_of(document), known, told: Vec::new() }
    }

    /// What is known of this document's texts.
    pub(super) fn sheet(&self) -> &'k Sheet<'k> {
        self.sheet_of(self.index)
    }

    /// What is known of any document's texts.
    pub(super) fn sheet_of(&self, index: DocumentIndex) -> &'k Sheet<'k> {
        &self.known.sheets[index.0 as usize]
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
        self.told.push(Diagnostic::new(code, self.document.path.clone()).at(span, &self.document.source));
        self.told.last_mut().expect("one was pushed")
    }

    fn place(&self, text: &Text<'_>, span: Span, written: &str) -> Span {
        let source = &*self.document.source;
        let Some(way) = &text.way else {
            let before = source[..self.document.body.start].matches('\n').count();
            return Span { line: span.line + u32::try_from(before).unwrap_or(u32::MAX), ..span };
        };
        // YAML folds and indents texts, so the words are looked for from where the field begins.
        let field = locate(self.document, self.collection, way);
        let first = field.line.saturating_sub(1) as usize;
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
