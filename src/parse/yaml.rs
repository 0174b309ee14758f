//! YAML in, a plain tree out; sole owner of the YAML packages. Values have no places: those are found in `spans`,
//! which reads the text a second time and only when there is something to tell.

mod spans;

pub(crate) use spans::Spans;

use crate::diagnostic::Code;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value as YAML gives it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// Nothing after the colon.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; what was written is only in the source.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in written order.
    Map(Vec<(String, Node)>),
}

/// Why a text is not YAML that we can use, in the terms of our own diagnostics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxProblem {
    /// What is wrong.
    pub(crate) code: Code,
    /// The line in the text, from 1.
    pub(crate) line: u32,
    /// The column, from 1; 0 when only the line is known.
    pub(crate) column: u32,
    /// Arguments of the message.
    pub(crate) arguments: Vec<(&'static str, String)>,
}

/// Reads a text. An empty text is an empty mapping.
pub(crate) fn parse(text: &str) -> Result<Node, SyntaxProblem> {
    match serde_yaml::from_str::<Node>(text) {
        Ok(Node::Null) => Ok(Node::Map(Vec::new())),
        Ok(node) => Ok(node),
        Err(error) => Err(problem(text, &error)),
    }
}

const DUPLICATE: &str = "duplicate key: ";

fn problem(text: &str, error: &serde_yaml::Error) -> SyntaxProblem {
    let message = error.to_string();
    let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
    let found = |code, line: usize, column: usize, arguments| SyntaxProblem {
        code,
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: u32::try_from(column).unwrap_or(0),
        arguments,
    };
    let line_text = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    if let Some(start) = message.find(DUPLICATE) {
        let key = message[start + DUPLICATE.len()..].split(" at line").next().unwrap_or_default();
        let (first, second) = spans::duplicate(text, key).unwrap_or((1, (line, 0)));
        return found(
            Code::KeyDuplicate,
            second.0,
            second.1,
            vec![("key", key.to_owned()), ("first", first.to_string())],
        );
    }
    if message.contains("repetition limit") {
        // The parser gives no place; the first name that is given for repeating is where it begins.
        let first = text.lines().position(|line| line.contains(": &")).map_or(line, |index| index + 1);
        return found(Code::YamlRepetition, first, 0, Vec::new());
    }
    if message.contains("recursion limit") {
        return found(Code::YamlDepth, line, 0, Vec::new());
    }
    if let Some((line, column)) = tab(text, line) {
        return found(Code::YamlTab, line, column, Vec::new());
    }
    if let Some((line, column, quote)) = open_quote(text, &message) {
        return found(Code::YamlQuote, line, column, vec![("quote", quote.to_string())]);
    }
    if let Some((line, column, key, value)) = inner_colon(text, line, line_text) {
        return found(Code::YamlColon, line, column, vec![("key", key), ("value", value)]);
    }
    let (line, column) = opened(&message, "while parsing a flow ").unwrap_or((line, column));
    found(Code::YamlSyntax, line, column, Vec::new())
}

/// The place where something that never ends was opened: after `what`, in the parser's own words.
fn opened(message: &str, what: &str) -> Option<(usize, usize)> {
    let rest = &message[message.find(what)? + what.len()..];
    let rest = &rest[rest.find("at line ")?..];
    let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// A tab in the indentation of the line or the one before: the parser reports it late.
fn tab(text: &str, line: usize) -> Option<(usize, usize)> {
    let near = text.lines().enumerate().skip(line.saturating_sub(2)).take(3);
    let mut indents = near.map(|(index, content)| (index + 1, &content[..content.len() - content.trim_start().len()]));
    indents.find_map(|(line, indent)| indent.find('\t').map(|column| (line, column + 1)))
}

/// The place where a quote that never ends was opened.
fn open_quote(text: &str, message: &str) -> Option<(usize, usize, char)> {
    let (line, column) = opened(message, "while scanning a quoted scalar ")?;
    let quote = text.lines().nth(line - 1)?.chars().nth(column - 1)?;
    Some((line, column, quote))
}

/// `titel: Plan: trygghet`: a colon and a space inside a value that has no quotes.
fn inner_colon(text: &str, line: usize, line_text: &str) -> Option<(usize, usize, String, String)> {
    let before = line.checked_sub(2).and_then(|index| text.lines().nth(index)).unwrap_or_default();
    let candidates = [(line, line_text), (line.saturating_sub(1), before)];
    candidates.into_iter().find_map(|(line, content)| {
        let (key, value) = content.split_once(": ")?;
        let value = value.trim();
        let quoted = value.starts_with(['"', '\'', '[', '{', '|', '>', '#']);
        let is_flow = key.trim_start_matches([' ', '-']).starts_with(['{', '[']);
        if quoted || is_flow || !value.contains(": ") {
            return None;
        }
        let column =
            content.chars().count() - content.trim_start().chars().count() + key.trim_start().chars().count() + 3;
        Some((line, column, key.trim().trim_start_matches("- ").to_owned(), value.to_owned()))
    })
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers in content are small; text is never read as one")]
    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers in content are small; text is never read as one")]
    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map: Vec<(String, Node)> = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Node, Node>()? {
            let key = key_text(key);
            if map.iter().any(|(name, _)| *name == key) {
                return Err(A::Error::custom(format!("{DUPLICATE}{key}")));
            }
            map.push((key, value));
        }
        Ok(Node::Map(map))
    }
}

/// A key as text: years are often written as keys without quotes.
fn key_text(key: Node) -> String {
    match key {
        Node::Text(text) => text,
        Node::Number(number) => number.to_string(),
        Node::Bool(value) => value.to_string(),
        Node::Null | Node::List(_) | Node::Map(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_told_in_our_own_terms() {
        let bomb = format!("a: &a [x,x,x,x,x,x,x,x,x]\n{}", bomb_lines());
        let deep = format!("a: {}", "[".repeat(20_000));
        for (text, code, line, column) in [
            ("titel: Plan: trygghet\n", Code::YamlColon, 1, 8),
            ("a: 1\n\tb: 2\n", Code::YamlTab, 2, 1),
            ("a: 1\nb: \"öppet\nc: 3\n", Code::YamlQuote, 2, 4),
            ("a: 1\nb: 2\na: 3\n", Code::KeyDuplicate, 3, 1),
            ("b: 1\na: [1, 2\n", Code::YamlSyntax, 2, 4),
            (&bomb, Code::YamlRepetition, 1, 0),
            (&deep, Code::YamlDepth, 0, 0),
        ] {
            let found = parse(text).unwrap_err();
            assert_eq!(found.code, code, "{found:?}");
            if line > 0 {
                assert_eq!((found.line, found.column), (line, column), "{code:?}");
            }
        }
    }

    fn bomb_lines() -> String {
        let letters = "abcdefghi".as_bytes();
        letters
            .windows(2)
            .map(|pair| {
                format!("{1}: &{1} [*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0}]\n", pair[0] as char, pair[1] as char)
            })
            .collect()
    }

    #[test]
    fn values_keep_what_officers_write() {
        let node = parse("kod: 0114\nja: no\ndag: 2021-06-18\ntal: 37.8\n").unwrap();
        let Node::Map(entries) = node else { panic!("a mapping") };
        assert_eq!(entries[0].1, Node::Text("0114".into()));
        assert_eq!(entries[1].1, Node::Text("no".into()));
        assert_eq!(entries[2].1, Node::Text("2021-06-18".into()));
        assert_eq!(entries[3].1, Node::Number(37.8));
    }
}
