//! YAML in, a plain tree out; sole owner of the YAML packages. Values have no places: those are found in `spans`,
//! which reads the text a second time and only when there is something to tell.

mod problem;
mod slips;
mod spans;

pub(crate) use spans::Spans;

use crate::diagnostic::Code;
use problem::{DUPLICATE, problem};
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
    fn values_keep_what_officers_write() {
        let node = parse("kod: 0114\nja: no\ndag: 2021-06-18\ntal: 37.8\n").unwrap();
        let Node::Map(entries) = node else { panic!("a mapping") };
        assert_eq!(entries[0].1, Node::Text("0114".into()));
        assert_eq!(entries[1].1, Node::Text("no".into()));
        assert_eq!(entries[2].1, Node::Text("2021-06-18".into()));
        assert_eq!(entries[3].1, Node::Number(37.8));
    }
}
