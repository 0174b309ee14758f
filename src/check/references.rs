//! References in fields: does the target exist, is it of the right collection, does it have the part?

use super::case::Case;
use crate::{
    diagnostic::{Code, near},
    model::{Collection, Document, Field, FieldPath, FieldType, Reference, Role, Site, Step, Value, walk::walk},
};

/// Holds every reference of a document against the site.
pub(super) fn check(case: &mut Case<'_>) {
    let mut found = Vec::new();
    let mut goals = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| match visited.value {
        Value::Reference(reference) if !is_default(case.document, case.collection, visited.path) => {
            found.push((reference.clone(), visited.field.clone(), visited.path.clone()))
        }
        Value::List(items) if visited.field.kind == FieldType::Commitments => {
            let written = items
                .iter()
                .enumerate()
                .filter_map(|(index, item)| Some((index, item.as_group()?.text("mål")?.to_owned())));
            goals.extend(written.map(|(index, goal)| {
                (goal, [visited.path.as_slice(), &[Step::Index(index), Step::Key("mål".into())]].concat())
            }));
        }
        _ => {}
    });
    for (reference, field, way) in &found {
        one(case, reference, field, way);
    }
    for (goal, way) in &goals {
        goal_of(case, goal, way);
    }
    unique_ids(case);
}

/// Items of a variant belong to items of the original, by id.
pub(super) fn variant(case: &mut Case<'_>) {
    let original = case.site.original_of(case.document);
    let ids = &case.sheet_of(original).parts;
    for (id, way) in &case.sheet().parts {
        if !ids.iter().any(|(known, _)| known == id) {
            let near = near(id, ids.iter().map(|(known, _)| known.as_str())).unwrap_or_default();
            let written = case.document.name.to_string();
            case.tell(Code::ReferencePart, way).arguments =
                vec![("written", written), ("part", id.clone()), ("near", near.to_owned())];
        }
    }
}

fn one(case: &mut Case<'_>, reference: &Reference, field: &Field, way: &FieldPath) {
    let key = field.key.to_string();
    let written = reference.written();
    let Some(target) = case.site.resolve(reference, case.scope()) else {
        if !is_hidden(case.site, reference, case.scope()) {
            let near = suggestion(case.site, case.document, &reference.path, &field.to).unwrap_or_default();
            case.tell(Code::ReferenceDangling, way).arguments =
                vec![("key", key), ("written", written), ("near", near)];
        }
        return;
    };
    let document = case.site.document(target.document);
    if !fits(case.site, document, field) {
        let found = case.site.collection_of(document).key.to_string();
        let expected = collections(case.site, field).join(", ");
        case.tell(Code::ReferenceCollection, way).arguments =
            vec![("key", key), ("written", written.clone()), ("found", found), ("expected", expected)];
    }
    let parts = &case.sheet_of(target.document).parts;
    if let Some(part) = target.part.filter(|part| !parts.iter().any(|(id, _)| id == part)) {
        let near = near(part, parts.iter().map(|(id, _)| id.as_str())).unwrap_or_default().to_owned();
        case.tell(Code::ReferencePart, way).arguments =
            vec![("written", written), ("part", part.to_owned()), ("near", near)];
    }
}

/// Whether the value comes from the declaration: what a site does not have of that is left out, and no fault of the document.
fn is_default(document: &Document, collection: &Collection, way: &FieldPath) -> bool {
    let Some(Step::Key(key)) = way.first() else { return false };
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

/// Whether the field may point at the document.
fn fits(site: &Site, document: &Document, field: &Field) -> bool {
    let collection = site.collection_of(document);
    field.to.is_empty()
        || field.to.iter().any(|to| match role(to) {
            Some(role) => collection.has(role),
            None => **to == *collection.key,
        })
}

/// The collections that a field may point at, by key.
fn collections<'s>(site: &'s Site, field: &'s Field) -> Vec<&'s str> {
    let with_role = |to: &'s str| {
        site.collections.iter().filter(move |collection| role(to).is_some_and(|role| collection.has(role)))
    };
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

/// Whether the target waits for its day or is a draft.
pub(super) fn is_hidden(site: &Site, reference: &Reference, scope: Option<&str>) -> bool {
    let near = scope.is_some_and(|scope| site.hidden.contains(format!("{scope}/{}", reference.path).as_str()));
    near || site.hidden.contains(reference.path.as_str())
}

/// What was probably meant: the same without an ending, a name that is nearly the same, or the same name in another folder.
pub(super) fn suggestion(
    site: &Site,
    document: &Document,
    written: &str,
    to: &[std::sync::Arc<str>],
) -> Option<String> {
    let scope = document.scope.as_deref();
    let plain = written.trim_start_matches("./").trim_start_matches("../").trim_start_matches("content/");
    let plain = plain.trim_end_matches(".md").trim_end_matches(".yaml").trim_matches('/');
    if plain != written && site.resolve(&Reference::new(plain), scope).is_some() {
        return Some(plain.to_owned());
    }
    let inside = |name: &'_ str| scope.and_then(|scope| name.strip_prefix(scope)?.strip_prefix('/').map(str::to_owned));
    let fitting = Field { to: to.to_vec(), ..Field::new("", FieldType::Ref) };
    let fitting = site.originals().filter(|(_, found)| !found.name.is_empty() && fits(site, found, &fitting));
    let fitting: Vec<(String, &str)> = fitting
        .map(|(_, found)| (inside(&found.name).unwrap_or_else(|| found.name.to_string()), found.title()))
        .collect();
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
