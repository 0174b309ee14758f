//! The text of a source file in two halves: what stands before the Markdown, which is needed only to tell where something
//! is wrong, and the Markdown, which pages are made of. The first half may be let go when all has been told.

use std::ops::Range;

/// The text of a source file, normalised line breaks excepted.
#[derive(Debug, Clone)]
pub struct FileText {
    /// `None` when it has been let go.
    head: Option<Box<str>>,
    front: Range<u32>,
    body_start: u32,
    body: Box<str>,
}

impl FileText {
    /// A text in which the front matter stands at `front`, and the Markdown from a place after it to the end.
    pub(crate) fn new(text: &str, front: &Range<usize>, body_start: usize) -> Self {
        let (head, body) = text.split_at(body_start);
        let place = |place: usize| u32::try_from(place).expect("larger files are not read");
        Self {
            head: Some(head.into()),
            front: place(front.start)..place(front.end),
            body_start: place(body_start),
            body: body.into(),
        }
    }

    /// All of it; only the Markdown when the rest has been let go.
    pub fn whole(&self) -> String {
        [self.head(), &self.body].concat()
    }

    /// Where the front matter stands in the whole; nowhere when it has been let go.
    pub fn front(&self) -> Range<usize> {
        if self.head.is_some() { self.front.start as usize..self.front.end as usize } else { 0..0 }
    }

    /// How many lines stand before the Markdown.
    pub fn lines_before(&self) -> usize {
        self.head().matches('\n').count()
    }

    /// Where the front matter stands in the file, and where the Markdown begins.
    pub(crate) fn places(&self) -> (Range<u32>, u32) {
        (self.front.clone(), self.body_start)
    }

    /// The Markdown.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Lets go of what stands before the Markdown: nothing is to be told of it any more.
    pub(crate) fn let_go_of_head(&mut self) {
        self.head = None;
    }

    /// What stands before the Markdown; nothing when it has been let go.
    pub(crate) fn head(&self) -> &str {
        self.head.as_deref().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_markdown_stays() {
        let written = "---\ntitel: Å\n---\nText\n";
        let mut text = FileText::new(written, &(4..14), 18);
        let told = |text: &FileText| (text.whole(), text.body().to_owned());
        assert_eq!(told(&text), (written.to_owned(), "Text\n".to_owned()));
        assert_eq!((&written[text.front()], text.lines_before()), ("titel: Å\n", 3));
        let copy = text.clone();
        text.let_go_of_head();
        assert_eq!(told(&text), ("Text\n".to_owned(), "Text\n".to_owned()));
        assert_eq!((text.front(), text.lines_before(), text.places()), (0..0, 0, copy.places()));
        assert_eq!(told(&copy).0, written);
    }
}
