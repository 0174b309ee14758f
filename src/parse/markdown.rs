//! Markdown to HTML, and what rules need to know of a text; sole owner of pulldown-cmark.
//! Where links lead is decided by whoever calls (`Links`). HTML in a text never passes through: it is shown as text.

mod escape;
mod ids;
mod line;
mod plain;
mod scan;
mod terms;
#[cfg(test)]
mod tests;
mod writer;

pub use escape::escape;
pub use ids::Ids;
pub use plain::plain;
pub use scan::{Scan, Title, Written, scan};
pub use terms::{Term, Terms};

use super::highlight::Highlighter;
use pulldown_cmark::{Options, Parser};
use rustc_hash::FxHashSet;
use writer::{Flow, Writer};

/// How a text's targets are found.
pub trait Links {
    /// The url of an internal target as it is written, `lekeberg/rad/bra#motes` or `#motes`; `None` shows plain text.
    fn link(&self, written: &str) -> Option<String>;
    /// The url of an image file; `None` shows its alternative text.
    fn image(&self, written: &str) -> Option<String>;
}

/// Words that the HTML needs beside those of the text, in the language of the interface.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// What a table is called: `Tabell`.
    pub table: String,
    /// What the footnotes are called: `Noter`.
    pub footnotes: String,
    /// The label of the way back from a footnote: `Tillbaka till texten`.
    pub back: String,
    /// A task that is done: `Klart`.
    pub done: String,
    /// A task that is not: `Inte klart`.
    pub not_done: String,
    /// Titles of alerts: note, tip, important, warning, caution.
    pub alerts: [String; 5],
}

/// What is the same for every text of a site in one language.
pub struct Context<'a> {
    /// Where links lead.
    pub links: &'a dyn Links,
    /// Colours of code.
    pub highlighter: &'a Highlighter,
    /// Terms of the glossary.
    pub terms: &'a Terms,
    /// Words of the interface.
    pub words: &'a Words,
    /// The level that `##` becomes, 2–5: 2 for a body, 3 for a text below a heading of its own.
    pub level: u8,
}

/// What the texts of one page share: ids are used once, and a term is explained where it is first met.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Ids in use; those of parts are taken before a text is rendered.
    pub ids: Ids,
    terms: FxHashSet<usize>,
}

impl Page {
    /// Leaves out a term by its url: for the page that explains it.
    pub fn skip_term(&mut self, terms: &Terms, url: &str) {
        self.terms.extend(terms.places_of(url));
    }
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The level on the page, 2–6.
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// Its text.
    pub title: String,
}

/// A text as HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// The HTML, in blocks.
    pub html: String,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
}

/// Renders a text.
pub fn render(markdown: &str, context: &Context<'_>, page: &mut Page) -> Rendered {
    Writer::new(context, page, Flow::Blocks).run(markdown)
}

/// Renders a text of one paragraph without its `<p>`; other blocks give only their words.
pub fn inline(markdown: &str, context: &Context<'_>, page: &mut Page) -> String {
    Writer::new(context, page, Flow::Inline).run(markdown).html.trim().to_owned()
}

/// Where a link leads, by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// Within the site.
    Internal,
    /// `https:` or `http:`.
    Web,
    /// `mailto:` or `tel:`.
    Direct,
    /// Anything else, `javascript:` among it.
    Refused,
}

/// Where a link leads, by its form alone.
pub fn destination(written: &str) -> Destination {
    // Browsers drop control characters in addresses, so that `java\tscript:` would be read as a scheme.
    if written.starts_with("//") || written.contains(|sign: char| sign.is_control() || sign == '\\') {
        return Destination::Refused;
    }
    let Some((scheme, rest)) = written.split_once(':') else { return Destination::Internal };
    if scheme.contains(['/', '#', '?']) {
        return Destination::Internal;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" if rest.starts_with("//") => Destination::Web,
        "mailto" | "tel" => Destination::Direct,
        _ => Destination::Refused,
    }
}

fn parser(markdown: &str) -> Parser<'_> {
    // Each is named: `Options::all()` would choose old footnotes, and what a later version adds.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    Parser::new_ext(markdown, options)
}
