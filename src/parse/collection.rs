//! Declarations of collections: `content/_collections/<key>.yaml`, told about like any document.

use super::{
    declaration::{Apart, apart, fields as declared_fields, known, label, role, texts},
    fields::{Demand, group},
    front_matter::whole,
    reader::{Reader, Spot},
    shapes::{Shapes, collection_form},
    syntax,
    yaml::{self, Node},
};
use crate::{
    diagnostic::{Code, Diagnostic, near},
    model::{
        Collection, Field, FieldType, Fields, Reference, Role, Step, Value,
        collection::{SCOPE, SortOrder},
    },
};
use std::sync::Arc;

/// Reads one declaration; `None` when it cannot be used at all.
pub(crate) fn collection(
    source: Arc<str>,
    path: &Arc<str>,
    key: &str,
    shapes: &Shapes,
) -> (Option<Collection>, Vec<Diagnostic>) {
    let split = whole(source);
    let mut reader = Reader::new(path.clone(), &split.source, split.front.clone());
    let node = match yaml::parse(reader.yaml()) {
        Ok(node) => node,
        Err(problem) => return (None, vec![syntax(&split, path, &problem)]),
    };
    let Node::Map(entries) = &node else {
        reader.tell(Code::YamlNotMapping, Spot::Value);
        return (None, reader.diagnostics);
    };
    let (nested, plain) = apart(entries, &[("fält", "fields"), ("standard", "defaults")]);
    let form = group(&mut reader, &Node::Map(plain), &collection_form(), Demand::Complete);
    let roles = roles(&mut reader, &form);
    if let Some(parts) = form.text("delar") {
        known(&mut reader, parts, &[Step::Key("delar".into())], shapes);
    }
    let (fields, own) = all_fields(&mut reader, &nested, &roles, (shapes, &form));
    let defaults = defaults(&mut reader, &nested, &fields, &form);
    let sort = sort(&mut reader, &form, &fields);
    let name = label(&form, "namn").unwrap_or_default();
    let text = |key: &str, other: &str| -> Arc<str> { form.text(key).unwrap_or(other).into() };
    let collection = Collection {
        key: key.into(),
        singular: label(&form, "ental").unwrap_or_else(|| name.clone()),
        explanation: label(&form, "förklaring").unwrap_or_default(),
        lead: label(&form, "ingress").unwrap_or_default(),
        parts: form.text("delar").map(Into::into),
        template: text("mall", if key == SCOPE { "scope.html" } else { "document.html" }),
        list_template: text("listmall", "list.html"),
        review_every: match form.get("granskas") {
            Some(Value::Duration(duration)) => Some(*duration),
            _ => None,
        },
        schema: form.text("schema").map(Into::into),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a small whole number; anything else only orders the menu"
        )]
        menu: form.number("meny").map(|number| number as i64),
        digest: Default::default(),
        path: path.clone(),
        source: split.source.clone(),
        name,
        roles,
        sort,
        defaults,
        fields,
        own,
    };
    (Some(collection), reader.diagnostics)
}

fn roles(reader: &mut Reader<'_>, form: &Fields) -> Vec<Role> {
    let named = texts(form, "roller").into_iter().enumerate();
    let read =
        |(index, written): (usize, Arc<str>)| role(reader, &written, &[Step::Key("roller".into()), Step::Index(index)]);
    named.filter_map(read).collect()
}

/// Common fields, governing ones where the role says so, then the collection's own; one declared anew takes its place.
fn all_fields(
    reader: &mut Reader<'_>,
    nested: &[Apart<'_>],
    roles: &[Role],
    (shapes, form): (&Shapes, &Fields),
) -> (Vec<Field>, usize) {
    let own = nested.iter().find(|(key, _, _)| *key == "fält");
    let mut own = own.map_or_else(Vec::new, |(_, written, node)| {
        reader.down(Step::Key(written.clone()), |reader| declared_fields(reader, node, shapes))
    });
    let optional = texts(form, "valfria");
    let mut fields = shapes.common.clone();
    for field in fields.iter_mut().filter(|field| optional.contains(&field.key)) {
        field.required = false;
    }
    let common = fields.len();
    if roles.contains(&Role::Governing) {
        fields.extend(shapes.governing.iter().cloned());
    }
    for field in &mut fields {
        if let Some(place) = own.iter().position(|declared| declared.key == field.key) {
            let declared = own.remove(place);
            if declared.kind != field.kind {
                reserved(reader, nested, field);
            }
            *field = declared;
        }
    }
    fields.extend(own);
    (fields, common)
}

/// A common field means the same everywhere: its words may be declared anew, its type may not.
fn reserved(reader: &mut Reader<'_>, nested: &[Apart<'_>], field: &Field) {
    let Some((_, written, Node::List(nodes))) = nested.iter().find(|(key, _, _)| *key == "fält") else { return };
    let is_it = |node: &Node| match node {
        Node::Map(entries) => entries.iter().any(|(_, value)| *value == Node::Text(field.key.to_string())),
        _ => false,
    };
    let index = nodes.iter().position(is_it).unwrap_or_default();
    let way = [Step::Key(written.clone()), Step::Index(index), Step::Key("typ".into())];
    reader.tell_below(Code::FieldReserved, &way, Spot::Value).arguments =
        vec![("key", field.key.to_string()), ("kind", field.kind.name().to_owned())];
}

/// Values for what a document does not set; `målgrupper` of the declaration is one of them.
fn defaults(reader: &mut Reader<'_>, nested: &[Apart<'_>], fields: &[Field], form: &Fields) -> Fields {
    let standard = nested.iter().find(|(key, _, _)| *key == "standard");
    let mut read = |(_, written, node): &Apart<'_>| {
        reader.down(Step::Key(written.clone()), |reader| group(reader, node, fields, Demand::Partial))
    };
    let mut defaults = standard.map(&mut read).unwrap_or_default();
    let audiences: Vec<Value> =
        texts(form, "målgrupper").iter().map(|written| Value::Reference(Reference::new(written).into())).collect();
    if !audiences.is_empty() {
        defaults.set("målgrupper".into(), Value::List(audiences));
    }
    defaults
}

fn sort(reader: &mut Reader<'_>, form: &Fields, fields: &[Field]) -> (Arc<str>, SortOrder) {
    let written = form.text("sortera").unwrap_or("titel");
    let (key, order) = match written.strip_prefix('-') {
        Some(key) => (key.trim(), SortOrder::Falling),
        None => (written, SortOrder::Rising),
    };
    match fields.iter().find(|field| field.answers_to(key)) {
        Some(field) if !field.kind.is_group_list() => (field.key.clone(), order),
        _ => {
            let near = near(key, fields.iter().filter(|field| field.kind != FieldType::Refs).map(|field| &*field.key))
                .unwrap_or_default();
            let near = near.to_owned();
            reader.tell_below(Code::KeyUnknown, &[Step::Key("sortera".into())], Spot::Value).arguments =
                vec![("key", key.to_owned()), ("near", near)];
            ("titel".into(), SortOrder::Rising)
        }
    }
}
