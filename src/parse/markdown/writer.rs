//! Events of a text to HTML. Everything that comes from the text is escaped, and only known elements are written.

mod elements;

use super::{
    Context, Heading, Page, Rendered,
    escape::{escape, push},
    line::is_line,
    parser,
};
use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

/// Whether blocks are written, or only what stands in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Blocks,
    Inline,
}

pub(super) struct Writer<'c, 'p> {
    context: &'c Context<'c>,
    page: &'p mut Page,
    flow: Flow,
    /// What is written; headings, cells and footnotes are written apart and put in when they end.
    out: Vec<String>,
    /// Room of texts that were written apart, to be used again.
    spare: Vec<String>,
    headings: Vec<Heading>,
    /// How many elements around keep terms from being linked.
    sealed: usize,
    /// Words of the heading, image or code block that is open.
    words: String,
    /// The language of the code block that is open.
    code: Option<String>,
    /// The url and title of the image that is open, and how many images are open in it.
    image: Option<(Option<String>, String, usize)>,
    /// What ends each open link and quote.
    ends: Vec<&'static str>,
    table: Table,
    notes: Notes,
}

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

/// Footnotes: their labels in order of use, and their HTML.
#[derive(Default)]
struct Notes {
    used: Vec<(String, String)>,
    written: Vec<(String, String)>,
    open: Vec<String>,
}

impl<'c, 'p> Writer<'c, 'p> {
    pub(super) fn new(context: &'c Context<'c>, page: &'p mut Page, flow: Flow) -> Self {
        Self {
            context,
            page,
            flow,
            out: vec![String::new()],
            spare: Vec::new(),
            headings: Vec::new(),
            sealed: 0,
            words: String::new(),
            code: None,
            image: None,
            ends: Vec::new(),
            table: Table::default(),
            notes: Notes::default(),
        }
    }

    pub(super) fn run(mut self, markdown: &str) -> Rendered {
        // Tags take about a quarter of what words do.
        self.out[0].reserve(markdown.len() + markdown.len() / 4 + 16);
        if is_line(markdown) {
            self.block("<p>");
            self.text(markdown);
            self.block("</p>\n");
        } else {
            self.parsed(markdown);
            self.footnotes();
        }
        Rendered { html: self.out.pop().unwrap_or_default(), headings: self.headings }
    }

    fn parsed(&mut self, markdown: &str) {
        // The parser gives words in pieces, and a term may stand across them.
        let mut words = String::new();
        for event in parser(markdown) {
            match event {
                Event::Text(text) => words.push_str(&text),
                // A break within a paragraph is white space.
                Event::SoftBreak => words.push('\n'),
                event => {
                    if !words.is_empty() {
                        self.text(&words);
                        words.clear();
                    }
                    self.event(event);
                }
            }
        }
        self.text(&words);
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) if self.image.is_none() || matches!(tag, Tag::Image { .. }) => self.start(tag),
            Event::End(tag) if self.image.is_none() || tag == TagEnd::Image => self.end(tag),
            // Words have been gathered by `run`.
            Event::Start(_) | Event::End(_) | Event::Text(_) | Event::SoftBreak => {}
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.inline_code(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.text(&html),
            Event::FootnoteReference(label) => self.reference(&label),
            Event::HardBreak => self.write("<br>\n"),
            Event::Rule => self.block("<hr>\n"),
            Event::TaskListMarker(done) => self.task(done),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block("<p>"),
            Tag::Heading { .. } => self.begin_words(),
            Tag::BlockQuote(kind) => self.quote(kind),
            Tag::CodeBlock(kind) => {
                self.words.clear();
                self.code = Some(match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default().to_owned(),
                    CodeBlockKind::Indented => String::new(),
                });
            }
            Tag::HtmlBlock => {
                self.sealed += 1;
                self.block("<p>");
            }
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(first)) => self.block(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.block("<li>"),
            Tag::FootnoteDefinition(label) => {
                self.notes.open.push(label.to_string());
                self.out.push(String::new());
            }
            Tag::DefinitionList => self.block("<dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>"),
            Tag::DefinitionListDefinition => self.block("<dd>"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => {
                self.table.in_head = true;
                self.sealed += 1;
                self.block("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.block("<tr>");
            }
            Tag::TableCell => self.begin_apart(),
            Tag::Emphasis => self.write("<em>"),
            Tag::Strong => self.write("<strong>"),
            Tag::Strikethrough => self.write("<del>"),
            Tag::Superscript => self.write("<sup>"),
            Tag::Subscript => self.write("<sub>"),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title),
            Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.block("</p>\n"),
            TagEnd::Heading(level) => self.heading(level as u8),
            TagEnd::BlockQuote(_) => {
                let end = self.ends.pop().unwrap_or_default();
                self.block(end);
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::HtmlBlock => {
                self.sealed -= 1;
                self.block("</p>\n");
            }
            TagEnd::List(true) => self.block("</ol>\n"),
            TagEnd::List(false) => self.block("</ul>\n"),
            TagEnd::Item => self.block("</li>\n"),
            TagEnd::FootnoteDefinition => {
                let (label, html) = (self.notes.open.pop().unwrap_or_default(), self.out.pop().unwrap_or_default());
                self.notes.written.push((label, html));
            }
            TagEnd::DefinitionList => self.block("</dl>\n"),
            TagEnd::DefinitionListTitle => self.block("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.block("</dd>\n"),
            TagEnd::Table => self.block("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.sealed -= 1;
                self.block("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.block("</tr>\n"),
            TagEnd::TableCell => self.cell(),
            TagEnd::Emphasis => self.write("</em>"),
            TagEnd::Strong => self.write("</strong>"),
            TagEnd::Strikethrough => self.write("</del>"),
            TagEnd::Superscript => self.write("</sup>"),
            TagEnd::Subscript => self.write("</sub>"),
            TagEnd::Link => {
                self.sealed -= 1;
                let end = self.ends.pop().unwrap_or_default();
                self.write(end);
            }
            TagEnd::Image => self.end_image(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Writes apart from what is around, until `end_apart`.
    fn begin_apart(&mut self) {
        let room = self.spare.pop().unwrap_or_default();
        self.out.push(room);
    }

    /// Writes what was written apart.
    fn end_apart(&mut self, mut html: String) {
        self.write(&html);
        html.clear();
        self.spare.push(html);
    }

    /// Writes several parts of the HTML itself.
    fn write_all(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.write(part));
    }

    /// Writes a part of the HTML itself.
    fn write(&mut self, html: &str) {
        if self.image.is_none() {
            self.out.last_mut().expect("the page is always open").push_str(html);
        }
    }

    /// Writes the tag of a block; without blocks, a space keeps their words apart.
    fn block(&mut self, html: &str) {
        match self.flow {
            Flow::Blocks => self.write(html),
            Flow::Inline if self.out.last().is_some_and(|out| !out.is_empty() && !out.ends_with([' ', '\n'])) => {
                self.write(" ")
            }
            Flow::Inline => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.words.push_str(text);
        if self.code.is_some() || self.image.is_some() {
            return;
        }
        if self.sealed > 0 {
            push(self.out.last_mut().expect("the page is always open"), text);
        } else {
            self.text_with_terms(text);
        }
    }

    fn text_with_terms(&mut self, text: &str) {
        let out = self.out.last_mut().expect("the page is always open");
        let mut rest = text;
        while let Some(met) = self.context.terms.first(rest, &self.page.terms) {
            push(out, &rest[..met.span.start]);
            self.page.terms.extend(self.context.terms.places_of(&met.term.url).chain([met.place]));
            let (url, explanation) = (escape(&met.term.url), escape(&met.term.explanation));
            out.push_str(&format!("<a class=\"term\" href=\"{url}\" title=\"{explanation}\">"));
            push(out, &rest[met.span.clone()]);
            out.push_str("</a>");
            rest = &rest[met.span.end..];
        }
        push(out, rest);
    }
}
