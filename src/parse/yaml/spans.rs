//! Where keys and values stand in a YAML text. Built only when there is something to tell about it.

use saphyr_parser::{Event, Marker, Parser, Span as Range};

/// A place: line and column from 1, in characters.
pub(super) type Place = (usize, usize);

/// A node of the text, with the places of its keys and its own.
#[derive(Debug, Clone)]
pub(crate) struct Spans {
    start: Marker,
    end: Marker,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Scalar,
    List(Vec<Spans>),
    Map(Vec<(String, Spans, Spans)>),
}

/// A place with a length, counted from the beginning of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Line, from 1.
    pub(crate) line: u32,
    /// Column, from 1.
    pub(crate) column: u32,
    /// Length in characters; 1 where it goes on to another line.
    pub(crate) length: u32,
    /// The characters from the start of the text.
    pub(crate) range: (usize, usize),
}

impl Spans {
    /// Reads a text; `None` when it is not YAML.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut events = Vec::new();
        for event in Parser::new_from_str(text) {
            let (event, range) = event.ok()?;
            events.push((event, range));
        }
        let mut events = events.into_iter().filter(|(event, _)| {
            !matches!(
                event,
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd
            )
        });
        let first = events.next()?;
        node(first, &mut events)
    }

    /// The value under a key that `matches`, with the place of the key.
    pub(crate) fn entry(&self, matches: &dyn Fn(&str) -> bool) -> Option<(&Spans, &Spans)> {
        match &self.content {
            Content::Map(entries) => {
                entries.iter().find(|(key, _, _)| matches(key)).map(|(_, key, value)| (key, value))
            }
            _ => None,
        }
    }

    /// The item at a place of a list.
    pub(crate) fn item(&self, index: usize) -> Option<&Spans> {
        match &self.content {
            Content::List(items) => items.get(index),
            _ => None,
        }
    }

    /// Where it stands.
    pub(crate) fn found(&self) -> Found {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        let one_line = self.start.line() == self.end.line() && matches!(self.content, Content::Scalar);
        let length = if one_line { self.end.col() - self.start.col() } else { 1 };
        Found {
            line: number(self.start.line()),
            column: number(self.start.col() + 1),
            length: number(length.max(1)),
            range: (self.start.index(), self.end.index()),
        }
    }
}

fn node<'i>((event, range): (Event<'i>, Range), rest: &mut impl Iterator<Item = (Event<'i>, Range)>) -> Option<Spans> {
    let mut spans = Spans { start: range.start, end: range.end, content: Content::Scalar };
    match event {
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match rest.next()? {
                    (Event::SequenceEnd, _) => break,
                    next => items.push(node(next, rest)?),
                }
            }
            spans.content = Content::List(items);
        }
        Event::MappingStart(..) => {
            let mut entries = Vec::new();
            loop {
                match rest.next()? {
                    (Event::MappingEnd, _) => break,
                    (Event::Scalar(key, ..), range) => {
                        let place = Spans { start: range.start, end: range.end, content: Content::Scalar };
                        let value = rest.next()?;
                        entries.push((key.to_string(), place, node(value, rest)?));
                    }
                    other => {
                        let place = node(other, rest)?;
                        let value = rest.next()?;
                        entries.push((String::new(), place, node(value, rest)?));
                    }
                }
            }
            spans.content = Content::Map(entries);
        }
        _ => {}
    }
    Some(spans)
}

/// The line of the first and the place of the second of a key that stands twice in one mapping.
pub(super) fn duplicate(text: &str, key: &str) -> Option<(usize, Place)> {
    fn search(spans: &Spans, key: &str) -> Option<(usize, Place)> {
        match &spans.content {
            Content::Scalar => None,
            Content::List(items) => items.iter().find_map(|item| search(item, key)),
            Content::Map(entries) => {
                let mut same = entries.iter().filter(|(name, _, _)| name == key).map(|(_, place, _)| place.start);
                match (same.next(), same.next()) {
                    (Some(first), Some(second)) => Some((first.line(), (second.line(), second.col() + 1))),
                    _ => entries.iter().find_map(|(_, _, value)| search(value, key)),
                }
            }
        }
    }
    search(&Spans::read(text)?, key)
}
