//! References in fields: does the target exist, is it of the right collection, does it have the part?

use super::case::Case;
use crate::{
    diagnostic::{Code, near},
    model::{Collection, Document, Field, FieldPath, FieldType, Reference, Role, Step, Value, walk::walk},
};
use std::sync::Arc;

/// Holds every reference of a document against the site.
pub(super) fn check(case: &mut Case<'_>) {
    let mut found = Vec::new();
    let mut goals = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| match visited.value {
        Value::Reference(reference) if !is_default(case.document, case.collection, visited.top()) => {
            found.push((reference, visited.field, visited.path()))
        }
        Value::List(items) if visited.field.kind == FieldType::Commitments => {
            let written = items
                .iter()
                .enumerate()
                .filter_map(|(index, item)| Some((index, item.as_group()?.text("mål")?.to_owned())));
            goals.extend(written.map(|(index, goal)| {
                (goal, [visited.path().as_slice(), &[Step::Index(index), Step::Key("mål".into())]].concat())
            }));
        }
        _ => {}
    });
    for &(reference, field, ref way) in &found {
        one(case, reference, field, way);
    }
    for (goal, way) in &goals {
        goal_of(case, goal, way);
    }
    unique_ids(case);
}

/// Items of a variant belong to items of the original, by id.
pub(super) fn variant(case: &mut Case<'_>) {
    let ids = case.other_parts(case.original_of(case.index));
    for (id, way) in &case.sheet().parts {
        if !ids.clone().any(|known| known == id) {
            let near = near(id, ids.clone()).unwrap_or_default();
            let written = case.document.name.to_string();
            case.tell(Code::ReferencePart, way).arguments =
                vec![("written", written), ("part", id.clone()), ("near", near.to_owned())];
        }
    }
}

fn one(case: &mut Case<'_>, reference: &Reference, field: &Field, way: &FieldPath) {
    let key = field.key.to_string();
    let written = reference.written();
    let Some(target) = case.resolve(reference) else {
        if !case.is_hidden(reference) {
            let near = suggestion(case, &reference.path, &field.to).unwrap_or_default();
            case.tell(Code::ReferenceDangling, way).arguments =
                vec![("key", key), ("written", written), ("near", near)];
        }
        return;
    };
    let other = case.other(target.document);
    if !fits(other.collection(), &field.to) {
        let found = other.collection().key.to_string();
        let expected = collections(case.collections(), field).join(", ");
        case.tell(Code::ReferenceCollection, way).arguments =
            vec![("key", key), ("written", written.clone()), ("found", found), ("expected", expected)];
    }
    let mut parts = case.other_parts(target.document);
    if let Some(part) = target.part.filter(|part| !parts.clone().any(|id| id == *part)) {
        let near = near(part, &mut parts).unwrap_or_default().to_owned();
        case.tell(Code::ReferencePart, way).arguments =
            vec![("written", written), ("part", part.to_owned()), ("near", near)];
    }
}

/// Whether the value comes from the declaration: what a site does not have of that is left out, and no fault of the document.
fn is_default(document: &Document, collection: &Collection, key: &str) -> bool {
    collection.defaults.get(key).is_some_and(|value| document.fields.get(key) == Some(value))
}

fn goal_of(case: &mut Case<'_>, goal: &str, way: &FieldPath) {
    let mut ids = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| {
        if let (FieldType::Goals, Value::List(goals)) = (visited.field.kind, visited.value) {
            let goals = goals.iter().filter_map(Value::as_group);
            ids.extend(
                goals
                    .flat_map(|goal| {
                        goal.text("id").into_iter().chain(goal.groups("delmål").filter_map(|sub| sub.text("id")))
                    })
                    .map(str::to_owned),
            );
        }
    });
    if !ids.iter().any(|id| id == goal) {
        let near = near(goal, ids.iter().map(String::as_str)).unwrap_or_default().to_owned();
        case.tell(Code::GoalUnknown, way).arguments = vec![("written", goal.to_owned()), ("near", near)];
    }
}

/// Ids are anchors of one page, so they differ between lists too; within one list it has been told when it was read.
fn unique_ids(case: &mut Case<'_>) {
    let parts = &case.sheet().parts;
    for (place, (id, way)) in parts.iter().enumerate() {
        let list = &way[..way.len() - 2];
        let first = parts[..place].iter().find(|(known, other)| known == id && other[..other.len() - 2] != *list);
        if let Some((_, first)) = first {
            let line = crate::parse::locate(case.document, case.collection, first).line;
            case.tell(Code::IdDuplicate, way).arguments = vec![("id", id.clone()), ("first", line.to_string())];
        }
    }
}

/// Whether a field that points at these may point at a document of the collection.
fn fits(collection: &Collection, to: &[Arc<str>]) -> bool {
    to.is_empty()
        || to.iter().any(|to| match role(to) {
            Some(role) => collection.has(role),
            None => **to == *collection.key,
        })
}

/// The collections that a field may point at, by key.
fn collections<'s>(declared: &'s [Collection], field: &'s Field) -> Vec<&'s str> {
    let with_role =
        |to: &'s str| declared.iter().filter(move |collection| role(to).is_some_and(|role| collection.has(role)));
    let keys = field.to.iter().flat_map(|to| match role(to) {
        Some(_) => with_role(to).map(|collection| &*collection.key).collect(),
        None => vec![&**to],
    });
    keys.collect()
}

/// `@aktör` names a role instead of a collection.
fn role(written: &str) -> Option<Role> {
    let name = written.strip_prefix('@')?;
    Role::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
}

/// What was probably meant: the same without an ending, a name that is nearly the same, or the same name in another folder.
pub(super) fn suggestion(case: &Case<'_>, written: &str, to: &[Arc<str>]) -> Option<String> {
    let scope = case.scope();
    let plain = written.trim_start_matches("./").trim_start_matches("../").trim_start_matches("content/");
    let plain = plain.trim_end_matches(".md").trim_end_matches(".yaml").trim_matches('/');
    if plain != written && case.resolve(&Reference::new(plain)).is_some() {
        return Some(plain.to_owned());
    }
    let inside = |name: &'_ str| scope.and_then(|scope| name.strip_prefix(scope)?.strip_prefix('/').map(str::to_owned));
    let fitting = case.others().filter(|found| !found.name().is_empty() && fits(found.collection(), to));
    let fitting: Vec<(String, &str)> =
        fitting.map(|found| (inside(found.name()).unwrap_or_else(|| found.name().to_owned()), found.title())).collect();
    let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    // A long folder must not lend its letters to a short name: `aktorer/ifo` is not nearly `aktorer/bra`.
    let alike = |name: &&str| {
        let (name, written) = (last(name), last(plain));
        near(&written, std::iter::once(&*name)).is_some() || (written.len() > 2 && name.starts_with(&written))
    };
    if let Some(near) = near(plain, fitting.iter().map(|(name, _)| name.as_str()).filter(alike)) {
        return Some(near.to_owned());
    }
    let only = |found: &dyn Fn(&(String, &str)) -> bool| {
        let mut same = fitting.iter().filter(|known| found(known));
        same.next().filter(|_| same.next().is_none()).map(|(name, _)| name.clone())
    };
    let title = || near(written, fitting.iter().map(|(_, title)| *title));
    only(&|(name, _)| last(name) == last(plain)).or_else(|| {
        let title = title()?;
        only(&|(_, known)| *known == title)
    })
}
