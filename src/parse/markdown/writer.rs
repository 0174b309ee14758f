//! Events of a text to HTML. Everything that comes from the text is escaped, and only known elements are written.

use super::{
    Context, Destination, Heading, Page, Rendered, destination,
    escape::{escape, push},
    terms::{is_of_word, word_length},
};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd, TextMergeStream,
};

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

    pub(super) fn run(mut self, parser: Parser<'_>) -> Rendered {
        // A break within a paragraph is white space, and a term may stand across it.
        let events =
            parser.map(|event| if event == Event::SoftBreak { Event::Text(CowStr::Borrowed("\n")) } else { event });
        for event in TextMergeStream::new(events) {
            self.event(event);
        }
        self.footnotes();
        Rendered { html: self.out.pop().unwrap_or_default(), headings: self.headings }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) if self.image.is_none() || matches!(tag, Tag::Image { .. }) => self.start(tag),
            Event::End(tag) if self.image.is_none() || tag == TagEnd::Image => self.end(tag),
            Event::Start(_) | Event::End(_) => {}
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.inline_code(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.text(&html),
            Event::FootnoteReference(label) => self.reference(&label),
            Event::SoftBreak => self.write("\n"),
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
            Tag::TableCell => self.out.push(String::new()),
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
        while !rest.is_empty() {
            let length = word_length(rest);
            if length == 0 {
                let next = rest.find(is_of_word).unwrap_or(rest.len());
                push(out, &rest[..next]);
                rest = &rest[next..];
                continue;
            }
            let Some(met) = self.context.terms.at(rest, &self.page.terms) else {
                push(out, &rest[..length]);
                rest = &rest[length..];
                continue;
            };
            self.page.terms.extend(self.context.terms.places_of(&met.term.url).chain([met.place]));
            let (url, explanation) = (escape(&met.term.url), escape(&met.term.explanation));
            out.push_str(&format!("<a class=\"term\" href=\"{url}\" title=\"{explanation}\">"));
            push(out, &rest[..met.length]);
            out.push_str("</a>");
            rest = &rest[met.length..];
        }
    }

    fn inline_code(&mut self, code: &str) {
        self.words.push_str(code);
        self.write(&format!("<code>{}</code>", escape(code)));
    }

    fn begin_words(&mut self) {
        self.words.clear();
        self.sealed += 1;
        self.out.push(String::new());
    }

    fn heading(&mut self, written: u8) {
        self.sealed -= 1;
        let html = self.out.pop().unwrap_or_default();
        let title = self.words.trim().replace('\n', " ");
        if self.flow == Flow::Inline {
            return self.write(&html);
        }
        // A level that is too high is told by `check`; here it must only never stand beside the title.
        let level = (written.max(2) - 2 + self.context.level).clamp(2, 6);
        let id = self.page.ids.take(&title);
        self.write(&format!("<h{level} id=\"{id}\">{html}</h{level}>\n"));
        self.headings.push(Heading { level, id, title });
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) {
        let Some(kind) = kind else {
            self.ends.push("</blockquote>\n");
            return self.block("<blockquote>\n");
        };
        let (name, place) = match kind {
            BlockQuoteKind::Note => ("note", 0),
            BlockQuoteKind::Tip => ("tip", 1),
            BlockQuoteKind::Important => ("important", 2),
            BlockQuoteKind::Warning => ("warning", 3),
            BlockQuoteKind::Caution => ("caution", 4),
        };
        let title = escape(&self.context.words.alerts[place]);
        self.ends.push("</aside>\n");
        self.block(&format!("<aside class=\"alert alert-{name}\"><p class=\"alert-title\">{title}</p>\n"));
    }

    fn code_block(&mut self) {
        let language = self.code.take().unwrap_or_default();
        let code = std::mem::take(&mut self.words);
        let coloured = self.context.highlighter.html(&code, &language);
        let class =
            if language.is_empty() { String::new() } else { format!(" class=\"language-{}\"", escape(&language)) };
        let inside = coloured.unwrap_or_else(|| escape(&code));
        // The block scrolls sideways, so it must be reachable from the keyboard.
        self.block(&format!("<pre tabindex=\"0\"><code{class}>{inside}</code></pre>\n"));
    }

    fn table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table { alignments, ..Table::default() };
        let table = &self.context.words.table;
        let label = self.headings.last().map_or_else(|| table.clone(), |heading| format!("{table}: {}", heading.title));
        self.block(&format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table>\n",
            escape(&label)
        ));
    }

    fn cell(&mut self) {
        let html = self.out.pop().unwrap_or_default();
        let alignment = self.table.alignments.get(self.table.column);
        let class = match alignment {
            Some(Alignment::Right) => " class=\"number\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        self.table.column += 1;
        // A heading cell with nothing in it would be read out as a heading without a name.
        if self.table.in_head && !html.trim().is_empty() {
            self.block(&format!("<th scope=\"col\"{class}>"));
            self.write(&html);
            self.block("</th>");
        } else {
            self.block(&format!("<td{class}>"));
            self.write(&html);
            self.block("</td>");
        }
    }

    fn link(&mut self, kind: LinkType, written: &str) {
        self.sealed += 1;
        let written = if kind == LinkType::Email { format!("mailto:{written}") } else { written.to_owned() };
        let url = match destination(&written) {
            Destination::Web => Some((written, " rel=\"external noopener\"")),
            Destination::Direct => Some((written, "")),
            Destination::Internal => self.context.links.link(&written).map(|url| (url, "")),
            Destination::Refused => None,
        };
        match url {
            Some((url, rel)) => {
                self.write(&format!("<a href=\"{}\"{rel}>", escape(&url)));
                self.ends.push("</a>");
            }
            None => self.ends.push(""),
        }
    }

    fn image(&mut self, written: &str, title: &str) {
        if let Some((_, _, depth)) = &mut self.image {
            *depth += 1;
            return;
        }
        let url = if destination(written) == Destination::Internal { self.context.links.image(written) } else { None };
        // A heading's words go on after the picture in it.
        self.out.push(std::mem::take(&mut self.words));
        self.image = Some((url, title.to_owned(), 0));
    }

    fn end_image(&mut self) {
        let Some((url, title, depth)) = self.image.take() else { return };
        if depth > 0 {
            self.image = Some((url, title, depth - 1));
            return;
        }
        let alt = std::mem::take(&mut self.words);
        self.words = self.out.pop().unwrap_or_default();
        self.words.push_str(&alt);
        let alt = escape(alt.trim());
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(&title)) };
        match url {
            Some(url) => self.write(&format!("<img src=\"{}\" alt=\"{alt}\"{title} loading=\"lazy\">", escape(&url))),
            None => self.write(&alt),
        }
    }

    fn task(&mut self, done: bool) {
        let words = self.context.words;
        let (sign, word) = if done { ("☑", &words.done) } else { ("☐", &words.not_done) };
        self.write(&format!("<span class=\"task\" role=\"img\" aria-label=\"{}\">{sign}</span> ", escape(word)));
    }

    fn reference(&mut self, label: &str) {
        let known = self.notes.used.iter().position(|(used, _)| used == label);
        let number = known.map_or(self.notes.used.len(), |place| place) + 1;
        if known.is_some() {
            let id = self.notes.used[number - 1].1.clone();
            return self.write(&format!("<sup class=\"footnote\"><a href=\"#{id}\">{number}</a></sup>"));
        }
        let id = self.page.ids.take(&format!("not-{number}"));
        self.write(&format!("<sup class=\"footnote\"><a href=\"#{id}\" id=\"{id}-text\">{number}</a></sup>"));
        self.notes.used.push((label.to_owned(), id));
    }

    /// The notes in the order in which the text uses them; those that it does not use are left out.
    fn footnotes(&mut self) {
        if self.notes.used.is_empty() || self.flow == Flow::Inline {
            return;
        }
        let words = self.context.words;
        let notes = std::mem::take(&mut self.notes);
        self.write(&format!("<section class=\"footnotes\" aria-label=\"{}\"><ol>\n", escape(&words.footnotes)));
        for (label, id) in &notes.used {
            let html = notes.written.iter().find(|(written, _)| written == label).map_or("", |(_, html)| html);
            let back = format!(" <a href=\"#{id}-text\" aria-label=\"{}\">↩</a>", escape(&words.back));
            let html = html.trim_end();
            let html =
                html.strip_suffix("</p>").map_or_else(|| format!("{html}{back}"), |html| format!("{html}{back}</p>"));
            self.write(&format!("<li id=\"{id}\">{html}</li>\n"));
        }
        self.write("</ol></section>\n");
    }
}
