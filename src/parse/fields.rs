//! Values of declared fields: from a YAML tree and a declaration to `Fields`, with a diagnostic for whatever does not fit.
//! What a scalar of each type accepts is in `scalars`.

use super::{
    lost,
    reader::{Reader, Spot},
    scalars,
    yaml::Node,
};
use crate::{
    diagnostic::{Code, Span, near},
    model::{
        Field, FieldType, Fields, Step, Value,
        address::{is_slug, slug},
    },
};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// The word for "nobody has told".
pub(crate) const UNKNOWN: &[&str] = &["okänt", "okänd", "unknown"];

/// Whether required fields must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Demand {
    /// A complete document.
    Complete,
    /// A variant or a set of defaults, which sets only some.
    Partial,
}

/// Reads a mapping as the declared fields.
pub(crate) fn group(reader: &mut Reader<'_>, node: &Node, declared: &[Field], demand: Demand) -> Fields {
    let Node::Map(entries) = node else {
        reader.tell(Code::YamlNotMapping, Spot::Value);
        return Fields::default();
    };
    let mut read: Vec<(&Field, Value)> = Vec::with_capacity(entries.len());
    for (written, node) in entries {
        reader.way.push(Step::Key(written.clone()));
        let key = plain_key(written);
        match declared.iter().find(|field| field.answers_to(&key)) {
            None => unknown_key(reader, &key, declared),
            Some(field) if read.iter().any(|(known, _)| known.key == field.key) => {
                let first = first_of(reader, field);
                let told = reader.tell(Code::KeyDuplicate, Spot::Key);
                told.arguments = vec![("key", key.into_owned()), ("first", first.line.to_string())];
            }
            Some(field) => {
                if let Some(value) = value(reader, node, field, demand) {
                    read.push((field, value));
                }
            }
        }
        reader.way.pop();
    }
    if demand == Demand::Complete {
        missing(reader, &read, entries, declared);
    }
    let mut entries = Vec::with_capacity(read.len());
    for field in declared {
        if let Some(place) = read.iter().position(|(known, _)| std::ptr::eq(*known, field)) {
            entries.push((field.key.clone(), read.swap_remove(place).1));
        }
    }
    Fields::of(entries)
}

/// Where a field stands that is written again, by its key or its alias.
fn first_of(reader: &Reader<'_>, field: &Field) -> Span {
    let (_, above) = reader.way.split_last().expect("a key is being read");
    let first = [above, &[Step::Key(field.key.to_string())]].concat();
    reader.span(&first, Spot::Key, std::slice::from_ref(field))
}

/// A key as it is meant: composed letters, nothing invisible, `_` for spaces, lower case.
pub(crate) fn plain_key(written: &str) -> Cow<'_, str> {
    let is_plain = |sign: char| matches!(sign, 'a'..='z' | '0'..='9' | '_' | 'å' | 'ä' | 'ö');
    if written.chars().all(is_plain) {
        return Cow::Borrowed(written);
    }
    let signs = written.trim().nfc().flat_map(char::to_lowercase).filter(|c| !scalars::is_invisible(*c));
    Cow::Owned(signs.map(|c| if c.is_whitespace() { '_' } else { c }).collect())
}

fn unknown_key(reader: &mut Reader<'_>, key: &str, declared: &[Field]) {
    // The key itself is what an editor is to write; the alias only counts where no key is near.
    let keys = near(key, declared.iter().map(|field| &*field.key));
    let near = keys
        .or_else(|| near(key, declared.iter().filter_map(|field| field.alias.as_deref())))
        .unwrap_or_default()
        .to_owned();
    reader.tell(Code::KeyUnknown, Spot::Key).arguments = vec![("key", key.to_owned()), ("near", near)];
}

fn missing(reader: &mut Reader<'_>, read: &[(&Field, Value)], entries: &[(String, Node)], declared: &[Field]) {
    for field in declared.iter().filter(|field| field.required) {
        if read.iter().any(|(known, _)| known.key == field.key) {
            continue;
        }
        // A field that was written and refused has been told of already.
        let written = entries.iter().any(|(key, node)| field.answers_to(&plain_key(key)) && *node != Node::Null);
        if !written {
            let told = reader.tell_below(Code::FieldMissing, &[Step::Key(field.key.to_string())], Spot::Key);
            told.arguments = vec![("key", field.key.to_string()), ("help", field.help.sv.clone())];
        }
    }
}

/// Reads one value; `None` when it is empty or was refused.
fn value(reader: &mut Reader<'_>, node: &Node, field: &Field, demand: Demand) -> Option<Value> {
    match node {
        // What was written and lost is no missing field.
        Node::Null => lost::instead_of_value(reader, field).then_some(Value::Unknown),
        Node::Text(text) if is_unknown(text) => Some(Value::Unknown),
        _ if field.kind == FieldType::Refs || field.kind.is_group_list() => list(reader, node, field, demand),
        Node::Text(text) if field.kind == FieldType::Label => Some(label(text)),
        Node::Map(_) if field.kind.is_group() => Some(Value::Group(group(reader, node, &field.fields, demand))),
        Node::Map(_) if scalars::takes_mapping(field.kind) => scalars::mapping(reader, node, field),
        _ => scalars::scalar(reader, node, field),
    }
}

fn list(reader: &mut Reader<'_>, node: &Node, field: &Field, demand: Demand) -> Option<Value> {
    let one = std::slice::from_ref(node);
    let several = comma_list(node, field);
    let nodes = match (node, &several) {
        (_, Some(several)) => several.as_slice(),
        (Node::List(nodes), None) => nodes.as_slice(),
        _ => one,
    };
    if !matches!(node, Node::List(_)) && field.kind != FieldType::Refs && !matches!(node, Node::Map(_)) {
        return scalars::refused(reader, field);
    }
    let mut values = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        reader.way.push(Step::Index(index));
        if let Some(value) = item(reader, node, field, demand) {
            values.push(value);
        }
        reader.way.pop();
    }
    count(reader, nodes.len(), field);
    ids(reader, &values, field);
    Some(Value::List(values))
}

/// References with commas between them and no brackets: a path holds no comma, so what is meant is plain.
fn comma_list(node: &Node, field: &Field) -> Option<Vec<Node>> {
    let Node::Text(written) = node else { return None };
    let several = field.kind == FieldType::Refs && written.contains(',');
    several.then(|| written.split(',').map(|part| Node::Text(part.trim().to_owned())).collect())
}

fn item(reader: &mut Reader<'_>, node: &Node, field: &Field, demand: Demand) -> Option<Value> {
    match node {
        Node::Text(text) if is_unknown(text) => Some(Value::Unknown),
        _ if field.kind == FieldType::Refs => scalars::scalar(reader, node, field),
        Node::Map(_) => Some(Value::Group(group(reader, node, &field.fields, demand))),
        // A list of one-field groups may be written as plain values.
        _ if field.fields.len() == 1 || field.fields.first().is_some_and(|first| &*first.key == "text") => {
            let only = &field.fields[0];
            let value = value(reader, node, only, demand)?;
            let mut fields = Fields::default();
            fields.set(only.key.clone(), value);
            Some(Value::Group(fields))
        }
        _ => scalars::refused(reader, field),
    }
}

fn count(reader: &mut Reader<'_>, items: usize, field: &Field) {
    #[expect(clippy::cast_precision_loss, reason = "lists in content are short")]
    let number = items as f64;
    let limit = match (field.min, field.max) {
        (Some(min), _) if number < min => Some((Code::TooFew, min)),
        (_, Some(max)) if number > max => Some((Code::TooMany, max)),
        _ => None,
    };
    if let Some((code, limit)) = limit {
        let told = reader.tell(code, Spot::Key);
        told.arguments =
            vec![("key", field.key.to_string()), ("count", items.to_string()), ("limit", limit.to_string())];
    }
}

/// Ids of items are anchors: plain ASCII, and unique in the list.
fn ids(reader: &mut Reader<'_>, values: &[Value], field: &Field) {
    if !field.fields.iter().any(|field| &*field.key == "id") {
        return;
    }
    let mut seen: Vec<(&str, usize)> = Vec::new();
    for (index, id) in
        values.iter().enumerate().filter_map(|(index, value)| Some((index, value.as_group()?.text("id")?)))
    {
        let place = |index| [Step::Index(index), Step::Key("id".into())];
        if !is_slug(id) {
            reader.tell_below(Code::IdUnread, &place(index), Spot::Value).arguments =
                vec![("id", id.to_owned()), ("suggestion", slug(id))];
        }
        if let Some((_, first)) = seen.iter().find(|(known, _)| *known == id) {
            let first = reader.span(&reader.below(&place(*first)), Spot::Value, &[]).line.to_string();
            reader.tell_below(Code::IdDuplicate, &place(index), Spot::Value).arguments =
                vec![("id", id.to_owned()), ("first", first)];
        }
        seen.push((id, index));
    }
}

fn label(text: &str) -> Value {
    let mut fields = Fields::default();
    fields.set("sv".into(), Value::Text(text.to_owned()));
    Value::Group(fields)
}

fn is_unknown(text: &str) -> bool {
    let plain = scalars::unquoted(text.trim());
    UNKNOWN.iter().any(|word| plain.eq_ignore_ascii_case(word))
}
