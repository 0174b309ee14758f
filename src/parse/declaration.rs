//! Declared fields: from the YAML of `fält` to `Field`. The form that they are checked against is in `shapes`.

use super::{
    fields::{Demand, group, plain_key},
    reader::{Reader, Spot},
    shapes::{Shapes, field_form},
    yaml::Node,
};
use crate::{
    diagnostic::{Code, near},
    model::{Field, FieldType, Fields, Label, Role, Step, Trail, field::Choice},
};
use std::sync::Arc;

/// Reads a list of declared fields.
pub(crate) fn fields(reader: &mut Reader<'_>, node: &Node, shapes: &Shapes) -> Vec<Field> {
    let Node::List(nodes) = node else {
        if *node != Node::Null {
            told_type(reader, "list");
        }
        return Vec::new();
    };
    let mut fields: Vec<Field> = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        reader.way.push(Step::Index(index));
        if let Some(field) = field(reader, node, shapes) {
            if fields.iter().any(|known| known.key == field.key) {
                reader.tell(Code::FieldTwice, Spot::Value).arguments = vec![("key", field.key.to_string())];
            }
            fields.push(field);
        }
        reader.way.pop();
    }
    fields
}

fn told_type(reader: &mut Reader<'_>, expected: &str) {
    let key = reader
        .way
        .iter()
        .rev()
        .find_map(|step| if let Step::Key(key) = step { Some(key.clone()) } else { None })
        .unwrap_or_default();
    let written = reader.written().chars().take(60).collect();
    let told = reader.tell(Code::WrongType, Spot::Value);
    told.arguments = vec![("key", key), ("written", written), ("expected", format!("type-{expected}"))];
}

fn field(reader: &mut Reader<'_>, node: &Node, shapes: &Shapes) -> Option<Field> {
    let Node::Map(entries) = node else {
        reader.tell(Code::YamlNotMapping, Spot::Value);
        return None;
    };
    let (nested, plain) = apart(entries, &[("fält", "fields"), ("val", "choices")]);
    let told = reader.diagnostics.len();
    let form = group(reader, &Node::Map(plain), &field_form(), Demand::Complete);
    let kind = kind(reader, &form);
    let trail = trail(reader, &form);
    let below =
        |name: &str| nested.iter().find(|(key, _, _)| *key == name).map(|(_, written, node)| (written.clone(), *node));
    targets(reader, &form, shapes);
    let (own, choices) = (below("fält"), below("val"));
    let own = own.map(|(written, node)| reader.down(Step::Key(written), |reader| fields(reader, node, shapes)));
    let choices =
        choices.map(|(written, node)| reader.down(Step::Key(written), |reader| self::choices(reader, node, shapes)));
    let key: Arc<str> = form.text("nyckel").unwrap_or_default().into();
    let (kind, label) = (kind?, label(&form, "etikett").unwrap_or_else(|| Label::same(&key)));
    if reader.diagnostics.len() > told && key.is_empty() {
        return None;
    }
    Some(Field {
        alias: form.text("alias").map(Into::into),
        help: self::label(&form, "hjälp").unwrap_or_default(),
        required: form.is_yes("krävs"),
        min: form.number("minst"),
        max: form.number("högst"),
        max_length: form.number("längst").map(whole),
        facet: form.is_yes("facett"),
        weight: form.number("vikt").unwrap_or(1.0),
        to: texts(&form, "till"),
        back: self::label(&form, "bakåt"),
        trail,
        choices: choices
            .unwrap_or_else(|| if kind == FieldType::Status { shapes.statuses().to_vec() } else { Vec::new() }),
        fields: own.unwrap_or_else(|| shapes.of(kind).to_vec()),
        key,
        kind,
        label,
    })
}

/// The collections and roles that a reference may point at must be there.
fn targets(reader: &mut Reader<'_>, form: &Fields, shapes: &Shapes) {
    for (index, written) in texts(form, "till").into_iter().enumerate() {
        let way = [Step::Key("till".into()), Step::Index(index)];
        match written.strip_prefix('@') {
            Some(name) => _ = role(reader, name, &way),
            None => known(reader, &written, &way, shapes),
        }
    }
}

/// Tells of a collection that nobody declares.
pub(super) fn known(reader: &mut Reader<'_>, name: &str, way: &[Step], shapes: &Shapes) {
    let keys = &shapes.collections;
    if !keys.is_empty() && !keys.iter().any(|key| key == name) {
        let near = near(name, keys.iter().map(String::as_str)).unwrap_or_default().to_owned();
        reader.tell_below(Code::CollectionUnknown, way, Spot::Value).arguments =
            vec![("name", name.to_owned()), ("near", near)];
    }
}

/// The role of a name; tells when there is none.
pub(super) fn role(reader: &mut Reader<'_>, written: &str, way: &[Step]) -> Option<Role> {
    let found = Role::NAMES.iter().find(|(name, _)| *name == written).map(|(_, role)| *role);
    if found.is_none() {
        let names: Vec<&str> = Role::NAMES.iter().map(|(name, _)| *name).collect();
        let near = near(written, names.iter().copied()).unwrap_or_default().to_owned();
        let told = reader.tell_below(Code::RoleUnknown, way, Spot::Value);
        told.arguments = vec![("written", written.to_owned()), ("choices", names.join(", ")), ("near", near)];
    }
    found
}

/// An entry that is read on its own: what it is called, how it was written, and what it holds.
pub(super) type Apart<'n> = (&'static str, String, &'n Node);

/// Takes the entries of some keys out of a mapping: those, and a copy of the rest.
pub(super) fn apart<'n>(
    entries: &'n [(String, Node)],
    keys: &[(&'static str, &'static str)],
) -> (Vec<Apart<'n>>, Vec<(String, Node)>) {
    let mut out = Vec::new();
    let mut rest = Vec::new();
    for (written, node) in entries {
        let plain = plain_key(written);
        match keys.iter().find(|(key, alias)| plain == *key || plain == *alias) {
            Some((key, _)) => out.push((*key, written.clone(), node)),
            None => rest.push((written.clone(), node.clone())),
        }
    }
    (out, rest)
}

fn kind(reader: &mut Reader<'_>, form: &Fields) -> Option<FieldType> {
    let Some(written) = form.text("typ") else { return Some(FieldType::Text) };
    let found = FieldType::named(written);
    if found.is_none() {
        let names: Vec<&str> = FieldType::ALL.iter().map(|kind| kind.name()).collect();
        let english = FieldType::ALL.iter().map(|kind| kind.english());
        let near = near(written, names.iter().copied().chain(english)).unwrap_or_default().to_owned();
        let told = reader.tell_below(Code::TypeUnknown, &[Step::Key("typ".into())], Spot::Value);
        told.arguments = vec![("written", written.to_owned()), ("choices", names.join(", ")), ("near", near)];
    }
    found
}

fn trail(reader: &mut Reader<'_>, form: &Fields) -> Option<Trail> {
    let written = form.text("spår")?;
    let found = Trail::NAMES.iter().find(|(name, _)| *name == written).map(|(_, trail)| *trail);
    if found.is_none() {
        let names: Vec<&str> = Trail::NAMES.iter().map(|(name, _)| *name).collect();
        let near = near(written, names.iter().copied()).unwrap_or_default().to_owned();
        let told = reader.tell_below(Code::ChoiceUnknown, &[Step::Key("spår".into())], Spot::Value);
        told.arguments = vec![
            ("key", "spår".into()),
            ("written", written.to_owned()),
            ("choices", names.join(", ")),
            ("near", near),
        ];
    }
    found
}

fn choices(reader: &mut Reader<'_>, node: &Node, shapes: &Shapes) -> Vec<Choice> {
    let plain: Vec<Node> = match node {
        Node::List(nodes) => nodes.iter().map(spelled_out).collect(),
        _ => Vec::new(),
    };
    fields(reader, &Node::List(plain), shapes)
        .into_iter()
        .map(|field| Choice { key: field.key, label: field.label })
        .collect()
}

/// A choice may be written as a word alone.
fn spelled_out(node: &Node) -> Node {
    match node {
        Node::Text(_) => Node::Map(vec![("nyckel".into(), node.clone())]),
        other => other.clone(),
    }
}

/// The texts of a label field.
pub(super) fn label(fields: &Fields, key: &str) -> Option<Label> {
    let texts = fields.group(key)?;
    let sv = texts.text("sv")?;
    Some(Label { sv: sv.to_owned(), en: texts.text("en").unwrap_or(sv).to_owned() })
}

/// The words of a list of words.
pub(super) fn texts(fields: &Fields, key: &str) -> Vec<Arc<str>> {
    fields.groups(key).filter_map(|item| item.text("text").map(Into::into)).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a limit of characters, checked to be small and not negative"
)]
fn whole(number: f64) -> usize {
    number.clamp(0.0, 1_000_000.0) as usize
}
