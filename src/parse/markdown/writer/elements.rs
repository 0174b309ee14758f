//! Elements of the HTML that are more than a tag: headings, alerts, code, tables, links, images, tasks and footnotes.

use super::{
    super::{Destination, Heading, destination, escape::escape},
    Flow, Table, Writer,
};
use pulldown_cmark::{Alignment, BlockQuoteKind, LinkType};

impl Writer<'_, '_> {
    pub(super) fn inline_code(&mut self, code: &str) {
        self.words.push_str(code);
        self.write_all(&["<code>", &escape(code), "</code>"]);
    }

    pub(super) fn begin_words(&mut self) {
        self.words.clear();
        self.sealed += 1;
        self.begin_apart();
    }

    pub(super) fn heading(&mut self, written: u8) {
        self.sealed -= 1;
        let html = self.out.pop().unwrap_or_default();
        let title = self.words.trim().replace('\n', " ");
        if self.flow == Flow::Inline {
            return self.end_apart(html);
        }
        // A level that is too high is told by `check`; here it must only never stand beside the title.
        let level = (written.max(2) - 2 + self.context.level).clamp(2, 6);
        let id = self.page.ids.take(&title);
        let number = ["2", "3", "4", "5", "6"][usize::from(level - 2)];
        self.write_all(&["<h", number, " id=\"", &id, "\">"]);
        self.end_apart(html);
        self.write_all(&["</h", number, ">\n"]);
        self.headings.push(Heading { level, id, title });
    }

    pub(super) fn quote(&mut self, kind: Option<BlockQuoteKind>) {
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
        self.ends.push("</div>\n");
        self.block(&format!("<div role=\"note\" class=\"alert alert-{name}\"><p class=\"alert-title\">{title}</p>\n"));
    }

    pub(super) fn code_block(&mut self) {
        let language = self.code.take().unwrap_or_default();
        let code = std::mem::take(&mut self.words);
        let coloured = self.context.highlighter.html(&code, &language);
        let class =
            if language.is_empty() { String::new() } else { format!(" class=\"language-{}\"", escape(&language)) };
        let inside = coloured.unwrap_or_else(|| escape(&code));
        // The block scrolls sideways, so it must be reachable from the keyboard.
        self.block(&format!("<pre tabindex=\"0\"><code{class}>{inside}</code></pre>\n"));
    }

    pub(super) fn table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table { alignments, ..Table::default() };
        let table = &self.context.words.table;
        let label = self.headings.last().map_or_else(|| table.clone(), |heading| format!("{table}: {}", heading.title));
        self.block(&format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table>\n",
            escape(&label)
        ));
    }

    pub(super) fn cell(&mut self) {
        let html = self.out.pop().unwrap_or_default();
        let alignment = self.table.alignments.get(self.table.column);
        let class = match alignment {
            Some(Alignment::Right) => " class=\"number\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        self.table.column += 1;
        // A heading cell with nothing in it would be read out as a heading without a name.
        let is_heading = self.table.in_head && !html.trim().is_empty();
        let (begin, end) = if is_heading { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        match self.flow {
            Flow::Blocks => self.write_all(&[begin, class, ">"]),
            Flow::Inline => self.block(begin),
        }
        self.end_apart(html);
        self.block(end);
    }

    pub(super) fn link(&mut self, kind: LinkType, written: &str) {
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
                self.write_all(&["<a href=\"", &escape(&url), "\"", rel, ">"]);
                self.ends.push("</a>");
            }
            None => self.ends.push(""),
        }
    }

    pub(super) fn image(&mut self, written: &str, title: &str) {
        if let Some((_, _, depth)) = &mut self.image {
            *depth += 1;
            return;
        }
        let url = if destination(written) == Destination::Internal { self.context.links.image(written) } else { None };
        // A heading's words go on after the picture in it.
        self.out.push(std::mem::take(&mut self.words));
        self.image = Some((url, title.to_owned(), 0));
    }

    pub(super) fn end_image(&mut self) {
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

    pub(super) fn task(&mut self, done: bool) {
        let words = self.context.words;
        let (sign, word) = if done { ("☑", &words.done) } else { ("☐", &words.not_done) };
        self.write(&format!("<span class=\"task\" role=\"img\" aria-label=\"{}\">{sign}</span> ", escape(word)));
    }

    pub(super) fn reference(&mut self, label: &str) {
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
    pub(super) fn footnotes(&mut self) {
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
