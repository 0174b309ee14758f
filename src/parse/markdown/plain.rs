//! The words of a text without its marks.

use super::{line::is_line, parser};
use pulldown_cmark::{Event, Tag, TagEnd};

/// The words of a text: a line for each block, without code blocks, HTML and targets.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    /// What has been read so far.
    pub(super) text: String,
    in_code: bool,
}

impl Plain {
    /// Takes the next event of the parser.
    pub(super) fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) if !self.in_code => self.text.push_str(text),
            Event::Code(text) => self.text.push_str(text),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(tag) => self.end(*tag),
            _ => {}
        }
    }

    /// Whether the next text is words and no code.
    pub(super) fn is_text(&self) -> bool {
        !self.in_code
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::TableCell => self.text.push_str("; "),
            TagEnd::Heading(_) | TagEnd::TableHead => self.text.push('\n'),
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableRow
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
                if !self.text.ends_with('\n') =>
            {
                self.text.push('\n');
            }
            _ => {}
        }
    }
}

/// The words of a text without its marks.
pub fn plain(markdown: &str) -> String {
    if is_line(markdown) {
        return markdown.to_owned();
    }
    let mut plain = Plain::default();
    for event in parser(markdown) {
        plain.take(&event);
    }
    plain.text.trim().to_owned()
}
