//! What a text holds that rules look at: links, images, headings, HTML, tables; and its plain words.

use super::{line::is_line, parser, plain::Plain};
use crate::diagnostic::Span;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Something written in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The target of a link or image; the HTML itself.
    pub written: String,
    /// The text of a link, or the alternative text of an image.
    pub text: String,
    /// Where it stands; line and column count from 1 in the text that was scanned.
    pub span: Span,
}

/// A heading as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The number of `#`, 1–6.
    pub level: u8,
    /// Its text.
    pub title: String,
    /// Where it stands.
    pub span: Span,
}

/// What a text holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scan {
    /// Links, in order.
    pub links: Vec<Written>,
    /// Images, in order.
    pub images: Vec<Written>,
    /// Headings, in order.
    pub headings: Vec<Title>,
    /// HTML, in order; neighbouring lines are one.
    pub raw_html: Vec<Written>,
    /// Where a link was begun and not finished.
    pub unfinished: Vec<Span>,
    /// Tables whose heading row is empty.
    pub tables_without_heading: Vec<Span>,
    /// The words, a line for each block, without code blocks, HTML and targets.
    pub text: String,
}

/// Looks through a text.
pub fn scan(markdown: &str) -> Scan {
    if is_line(markdown) {
        return Scan { text: format!("{markdown}\n"), ..Scan::default() };
    }
    let mut scanner = Scanner {
        lines: Lines::new(markdown),
        open: Vec::new(),
        head: None,
        plain: Plain::default(),
        html_until: 0,
        words: None,
        scan: Scan::default(),
    };
    for (event, range) in parser(markdown).into_offset_iter() {
        scanner.event(event, range);
    }
    scanner.end_words();
    Scan { text: scanner.plain.text, ..scanner.scan }
}

struct Scanner<'m> {
    lines: Lines<'m>,
    /// Links, images and headings that have begun, with the length of the plain text before them.
    open: Vec<(Range<usize>, String, usize)>,
    /// The heading row that is being read, with the length of the plain text before it.
    head: Option<usize>,
    plain: Plain,
    /// The last line of HTML so far.
    html_until: u32,
    /// Where the words stand that are being read; the parser gives them in pieces.
    words: Option<Range<usize>>,
    scan: Scan,
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let before = self.plain.text.len();
        let is_text = self.plain.is_text();
        self.plain.take(&event);
        match event {
            Event::Text(_) if is_text => {
                let start = self.words.take().map_or(range.start, |words| words.start);
                self.words = Some(start..range.end);
                return;
            }
            _ => self.end_words(),
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range, before),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html.trim(), range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let words = self.plain.text.len();
        match tag {
            Tag::Link { dest_url, link_type, .. } => {
                let written =
                    if *link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.open.push((range, written, words));
            }
            Tag::Image { dest_url, .. } => self.open.push((range, dest_url.to_string(), words)),
            Tag::Heading { .. } => self.open.push((range, String::new(), words)),
            Tag::TableHead => self.head = Some(words),
            _ => {}
        }
    }

    /// Ends what was open; `until` is where its words end.
    fn end(&mut self, tag: TagEnd, range: Range<usize>, until: usize) {
        match tag {
            TagEnd::Link => {
                let written = self.close(until);
                self.scan.links.extend(written);
            }
            TagEnd::Image => {
                let written = self.close(until);
                self.scan.images.extend(written);
            }
            TagEnd::Heading(level) => {
                let closed = self.close(until);
                let title = |Written { text, span, .. }| Title { level: level as u8, title: text, span };
                self.scan.headings.extend(closed.map(title));
            }
            TagEnd::TableHead => {
                let is_empty = |from: usize| self.plain.text[from..until].trim_matches([';', ' ']).is_empty();
                if self.head.take().is_some_and(is_empty) {
                    self.scan.tables_without_heading.push(self.lines.span(&range));
                }
            }
            _ => {}
        }
    }

    fn end_words(&mut self) {
        let Some(range) = self.words.take() else { return };
        let found = half_link(&self.lines.text[range.clone()]);
        let place = found.map(|(start, end)| range.start + start..range.start + end);
        self.scan.unfinished.extend(place.map(|place| self.lines.span(&place)));
    }

    fn close(&mut self, until: usize) -> Option<Written> {
        let (range, written, from) = self.open.pop()?;
        let text = self.plain.text[from..until].trim().to_owned();
        let source = &self.lines.text[range.clone()];
        // The target itself is shown where it stands in the text, else all of the link.
        let exact =
            Some(&written).filter(|written| !written.is_empty()).and_then(|written| source.rfind(written.as_str()));
        let range = exact.map_or(range.clone(), |start| range.start + start..range.start + start + written.len());
        Some(Written { written, text, span: self.lines.span(&range) })
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        let span = self.lines.span(&range);
        let follows = self.html_until > 0 && self.html_until + 1 >= span.line;
        self.html_until = span.line;
        if !follows && !html.is_empty() {
            self.scan.raw_html.push(Written {
                written: html.lines().next().unwrap_or_default().to_owned(),
                text: String::new(),
                span,
            });
        }
    }
}

/// Where plain text holds the signs of a link: `](`, `[text] (a/b)` or `[text(a/b)`.
fn half_link(text: &str) -> Option<(usize, usize)> {
    if !text.as_bytes().contains(&b'[') && !text.as_bytes().contains(&b']') {
        return None;
    }
    let path = |rest: &str| rest.split(')').next().is_some_and(|path| path.contains('/') && !path.contains(' '));
    if text.contains("\\[") || text.contains("\\]") {
        return None;
    }
    let glued = text.find("](").map(|place| (place, place + 2));
    let apart = || text.find("] (").filter(|place| path(&text[place + 3..])).map(|place| (place, place + 3));
    let open = || {
        let start = text.find('[')?;
        let (words, rest) = text[start..].split_once('(')?;
        (!words.contains(']') && path(rest)).then_some((start, start + words.len() + 1))
    };
    glued.or_else(apart).or_else(open)
}

/// Lines of a text, to tell places. They are counted on from the place that was told before, which is never far.
struct Lines<'m> {
    text: &'m str,
    /// A place, and the lines that end before it.
    counted: (usize, usize),
}

impl<'m> Lines<'m> {
    fn new(text: &'m str) -> Self {
        Self { text, counted: (0, 0) }
    }

    /// The place of a range; only its first line is marked.
    fn span(&mut self, range: &Range<usize>) -> Span {
        let count = |range: Range<usize>| breaks(&self.text.as_bytes()[range]);
        let (place, lines) = self.counted;
        let lines =
            if place <= range.start { lines + count(place..range.start) } else { lines - count(range.start..place) };
        self.counted = (range.start, lines);
        let start = self.text[..range.start].rfind('\n').map_or(0, |place| place + 1);
        let end = self.text[range.start..range.end].find('\n').map_or(range.end, |length| range.start + length);
        let count = |text: &str| u32::try_from(text.trim_end().chars().count()).unwrap_or(u32::MAX);
        let before = u32::try_from(self.text[start..range.start].chars().count()).unwrap_or(u32::MAX);
        Span {
            line: u32::try_from(lines + 1).unwrap_or(u32::MAX),
            column: before.saturating_add(1),
            length: count(&self.text[range.start..end]),
        }
    }
}

/// How many lines end in some bytes; in pieces short enough for a byte to count, which the processor does for many at once.
fn breaks(bytes: &[u8]) -> usize {
    let of = |piece: &[u8]| piece.iter().fold(0_u8, |count, byte| count + u8::from(*byte == b'\n'));
    bytes.chunks(0xff).map(|piece| usize::from(of(piece))).sum()
}
