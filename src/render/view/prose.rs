//! Markdown on a page: links found, ids kept apart, each glossary term explained where it first stands.

use crate::{
    model::{Document, Reference},
    parse::markdown::{self, Heading, Links},
    render::{edition::Edition, own},
};
use std::cell::RefCell;

/// The texts of one page, which share ids and first uses of terms.
pub(in crate::render) struct Prose<'a> {
    edition: Edition<'a>,
    document: &'a Document,
    page: RefCell<markdown::Page>,
}

impl<'a> Prose<'a> {
    /// The texts of a document's page; `taken` are ids that stand on it already.
    pub(in crate::render) fn new(
        edition: Edition<'a>,
        document: &'a Document,
        taken: impl IntoIterator<Item = String>,
    ) -> Self {
        let mut page = markdown::Page::default();
        for id in taken {
            page.ids.reserve(&id);
        }
        page.skip_term(&edition.tools.terms, &edition.path(document.address.path()));
        Self { edition, document, page: RefCell::new(page) }
    }

    /// A short text below a heading of its own, as HTML.
    pub(in crate::render) fn html(&self, markdown: &str) -> String {
        self.render(markdown, 4).html
    }

    /// The body of a page as HTML, with its headings.
    pub(in crate::render) fn body(&self, markdown: &str) -> (String, Vec<Heading>) {
        let rendered = self.render(markdown, 2);
        (rendered.html, rendered.headings)
    }

    fn render(&self, markdown: &str, level: u8) -> markdown::Rendered {
        if markdown.trim().is_empty() {
            return markdown::Rendered::default();
        }
        let tools = self.edition.tools;
        let context = markdown::Context {
            links: self,
            highlighter: &tools.highlighter,
            terms: &tools.terms,
            words: &tools.words,
            level,
        };
        markdown::render(markdown, &context, &mut self.page.borrow_mut())
    }
}

impl Links for Prose<'_> {
    fn link(&self, written: &str) -> Option<String> {
        if written.starts_with('#') {
            return Some(written.to_owned());
        }
        let reference = Reference::new(written);
        match self.edition.resolve(self.document, &reference) {
            Some(target) => Some(self.edition.url(target.document, target.part)),
            None => match self.edition.site.attachment(self.document, written) {
                Some(name) => Some(self.edition.path(&format!("/{name}"))),
                None => own::engine_page(written).map(|path| self.edition.page(path)),
            },
        }
    }

    fn image(&self, written: &str) -> Option<String> {
        self.edition.site.attachment(self.document, written).map(|name| self.edition.path(&format!("/{name}")))
    }
}
