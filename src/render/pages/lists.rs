//! Lists of a collection: of the whole site, of a scope, and of each value of a facet; fifty documents to a page.

use super::home_crumb;
use crate::{
    model::{
        Address, Collection, DocumentIndex, Role, Value as FieldValue, Variant,
        address::{FACET, NUMBERED, slug},
        collection::SortOrder,
    },
    render::{
        edition::Edition,
        view::{card, frame::Page, prose::Prose},
    },
};
use serde_json::{Value, json};
use std::{cmp::Ordering, collections::BTreeMap};

/// How many documents stand on a page of a list.
const PER_PAGE: usize = 50;

/// One page of a list.
#[derive(Debug, Clone)]
pub(in crate::render) struct ListPlan {
    collection: usize,
    scope: Option<String>,
    facet: Option<(String, String)>,
    number: usize,
}

/// A value of a facet: what is written, what is shown.
type FacetValues = BTreeMap<String, (String, Vec<DocumentIndex>)>;

impl ListPlan {
    /// Where it stands.
    pub(super) fn address(&self, edition: Edition<'_>) -> Address {
        let mut address = base(edition, &edition.site.collections[self.collection], self.scope.as_deref());
        if let Some((key, value)) = &self.facet {
            address = address.join(&format!("{FACET}/{}/{value}", slug(key)));
        }
        if self.number > 1 { address.join(&format!("{NUMBERED}/{}", self.number)) } else { address }
    }
}

fn base(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Address {
    let variant = if exists(edition, collection) { edition.variant } else { &Variant::Original };
    let path = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    Address::new(variant, &path)
}

/// Whether an edition has the list: the original always, another where a document has that version.
pub(in crate::render) fn exists(edition: Edition<'_>, collection: &Collection) -> bool {
    let site = edition.site;
    collection.is_listed()
        && site.indexed().any(|(_, document)| site.collection_of(document).key == collection.key && document.variant == *edition.variant)
}

/// The address of a list, that of the original where the edition has none.
pub(in crate::render) fn url(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> String {
    let scope = scope.filter(|scope| !members(edition, collection, Some(scope)).is_empty());
    edition.path(base(edition, collection, scope).path())
}

/// The documents of a collection in the order that it declares.
pub(in crate::render) fn members(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Vec<DocumentIndex> {
    let site = edition.site;
    let here = site.originals().filter(|(_, document)| site.collection_of(document).key == collection.key && (scope.is_none() || document.scope.as_deref() == scope));
    let mut found: Vec<DocumentIndex> = here.map(|(index, _)| index).collect();
    let (key, order) = &collection.sort;
    found.sort_by(|a, b| {
        let by_field = compare(edition, *a, *b, key);
        let by_field = if *order == SortOrder::Falling { by_field.reverse() } else { by_field };
        by_field.then_with(|| edition.order.compare(edition.title(*a), edition.title(*b)))
    });
    found
}

fn compare(edition: Edition<'_>, a: DocumentIndex, b: DocumentIndex, key: &str) -> Ordering {
    let (a, b) = (edition.fields(a), edition.fields(b));
    match (a.get(key), b.get(key)) {
        (Some(FieldValue::Text(a)), Some(FieldValue::Text(b))) => edition.order.compare(a, b),
        (Some(FieldValue::Number(a)), Some(FieldValue::Number(b))) => a.total_cmp(b),
        (Some(FieldValue::Date(a)), Some(FieldValue::Date(b))) => a.cmp(b),
        (Some(FieldValue::Period(a)), Some(FieldValue::Period(b))) => a.first_day().cmp(&b.first_day()),
        (Some(FieldValue::Validity(a)), Some(FieldValue::Validity(b))) => a.period.first_day().cmp(&b.period.first_day()),
        (Some(FieldValue::Choice(a)), Some(FieldValue::Choice(b))) => a.cmp(b),
        // What is not told comes last, whichever the order of the rest: `reverse` above would put it first otherwise.
        (a, b) => is_told(a).cmp(&is_told(b)),
    }
}

fn is_told(value: Option<&FieldValue>) -> bool {
    !matches!(value, None | Some(FieldValue::Unknown))
}

/// Every page of every list of an edition.
pub(super) fn plan(edition: Edition<'_>) -> Vec<ListPlan> {
    let mut plans = Vec::new();
    let scopes: Vec<String> = edition.site.scopes().filter_map(|(_, document)| document.scope.as_deref().map(str::to_owned)).collect();
    for (place, collection) in edition.site.collections.iter().enumerate().filter(|(_, collection)| exists(edition, collection)) {
        let list = |scope: Option<String>, facet| ListPlan { collection: place, scope, facet, number: 1 };
        let whole = members(edition, collection, None);
        numbered(&mut plans, &list(None, None), whole.len());
        for facet in facets(edition, collection, &whole) {
            for (value, (_, documents)) in facet.values {
                numbered(&mut plans, &list(None, Some((facet.key.clone(), value))), documents.len());
            }
        }
        for scope in &scopes {
            let here = members(edition, collection, Some(scope));
            if !here.is_empty() {
                numbered(&mut plans, &list(Some(scope.clone()), None), here.len());
            }
            // Facets of a scope pay only where the list is longer than one page.
            let facets = if here.len() > PER_PAGE { facets(edition, collection, &here) } else { Vec::new() };
            for facet in facets {
                for (value, (_, documents)) in facet.values {
                    numbered(&mut plans, &list(Some(scope.clone()), Some((facet.key.clone(), value))), documents.len());
                }
            }
        }
    }
    plans
}

fn numbered(plans: &mut Vec<ListPlan>, list: &ListPlan, documents: usize) {
    for number in 1..=documents.div_ceil(PER_PAGE).max(1) {
        plans.push(ListPlan { number, ..list.clone() });
    }
}

struct Facet {
    key: String,
    label: String,
    values: FacetValues,
}

/// The facets of some documents: declared fields with at least two values between them.
fn facets(edition: Edition<'_>, collection: &Collection, documents: &[DocumentIndex]) -> Vec<Facet> {
    let declared = collection.fields.iter().filter(|field| field.facet);
    let facets = declared.map(|field| {
        let mut values = FacetValues::new();
        for index in documents {
            let document = edition.site.document(*index);
            for (value, label) in facet_values(edition, *index, document.fields.get(&field.key), field) {
                let (_, found) = values.entry(value).or_insert_with(|| (label, Vec::new()));
                if !found.contains(index) {
                    found.push(*index);
                }
            }
        }
        Facet { key: field.key.to_string(), label: field.label.text(edition.words.language).to_owned(), values }
    });
    facets.filter(|facet| facet.values.len() > 1).collect()
}

fn facet_values(edition: Edition<'_>, index: DocumentIndex, value: Option<&FieldValue>, field: &crate::model::Field) -> Vec<(String, String)> {
    let document = edition.site.document(index);
    match value {
        Some(FieldValue::List(values)) => values.iter().flat_map(|value| facet_values(edition, index, Some(value), field)).collect(),
        Some(FieldValue::Reference(reference)) => {
            let target = edition.resolve(document, reference).map(|target| target.document);
            target.map(|target| (target_slug(edition, target), edition.title(target).to_owned())).into_iter().collect()
        }
        Some(FieldValue::Choice(key)) => vec![(slug(key), field.choice_label(key, edition.words.language).to_owned())],
        Some(FieldValue::Validity(_)) => {
            let state = edition.site.state(index).state.key();
            let key = super::super::view::state::dashed(state);
            vec![(key.clone(), edition.words.text(&format!("state-{key}"), &[]))]
        }
        _ => Vec::new(),
    }
}

/// A short name for a target: its last part, with the scope before it where it has one.
pub(super) fn target_slug(edition: Edition<'_>, index: DocumentIndex) -> String {
    let document = edition.site.document(index);
    let last = document.name.rsplit('/').next().unwrap_or_default();
    document.scope.as_deref().map_or_else(|| last.to_owned(), |scope| format!("{scope}-{last}"))
}

/// The page of a list.
pub(super) fn page(edition: Edition<'_>, address: Address, list: &ListPlan) -> Page {
    let site = edition.site;
    let collection = &site.collections[list.collection];
    let language = edition.words.language;
    let scope = list.scope.as_deref().and_then(|scope| site.scope(scope));
    let all = members(edition, collection, list.scope.as_deref());
    let facets = facets(edition, collection, &all);
    let chosen = list.facet.as_ref().and_then(|(key, value)| facets.iter().find(|facet| facet.key == *key)?.values.get(value));
    let shown = chosen.map_or(all.as_slice(), |(_, documents)| documents.as_slice());
    let mut heading = collection.name.text(language).to_owned();
    let plain_heading = heading.clone();
    if let Some(scope) = scope {
        heading = edition.words.text("title-in-scope", &[("title", &heading), ("scope", edition.title(scope))]);
    }
    if let Some((label, _)) = chosen {
        heading = edition.words.text("title-facet", &[("title", &heading), ("value", label)]);
    }
    if list.number > 1 {
        heading = edition.words.text("title-page", &[("title", &heading), ("number", &list.number.to_string())]);
    }
    let mut page = Page::new(address, &collection.list_template, heading);
    page.description = Some(collection.lead.text(language).to_owned()).filter(|lead| !lead.is_empty());
    page.kind = Some(collection.key.to_string());
    page.scope = scope;
    page.crumbs = crumbs(edition, list, &plain_heading);
    if list.facet.is_none() && list.number == 1 {
        page.versions = versions(edition, collection, list.scope.as_deref());
    }
    page.content = content(edition, list, shown, &facets);
    page
}

fn crumbs(edition: Edition<'_>, list: &ListPlan, heading: &str) -> Vec<Value> {
    let collection = &edition.site.collections[list.collection];
    let mut crumbs = home_crumb(edition);
    crumbs.extend(list.scope.as_deref().and_then(|scope| edition.site.scope(scope)).map(|scope| edition.link(scope, None)));
    if list.facet.is_some() || list.number > 1 {
        crumbs.push(json!({ "title": heading, "url": url(edition, collection, list.scope.as_deref()) }));
    }
    crumbs
}

fn versions(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Vec<(Variant, Address)> {
    let variants = std::iter::once(Variant::Original).chain(edition.site.settings.variants.iter().cloned());
    let has = |variant: &Variant| edition.site.indexed().any(|(_, document)| edition.site.collection_of(document).key == collection.key && document.variant == *variant);
    let path = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    variants.filter(has).map(|variant| (variant.clone(), Address::new(&variant, &path))).collect()
}

fn content(edition: Edition<'_>, list: &ListPlan, shown: &[DocumentIndex], facets: &[Facet]) -> Value {
    let collection = &edition.site.collections[list.collection];
    let start = (list.number - 1) * PER_PAGE;
    let here: Vec<DocumentIndex> = shown.iter().skip(start).take(PER_PAGE).copied().collect();
    let with_facets = list.scope.is_none() || shown.len() > PER_PAGE;
    let mut content = json!({
        "list": {
            "title": collection.name.text(edition.words.language),
            "lead": collection.lead.text(edition.words.language),
            "count": shown.len(),
            "count_text": edition.words.count("documents-count", shown.len()),
            "scope": list.scope,
            "items": here.iter().map(|index| card::card(edition, *index)).collect::<Vec<_>>(),
            "facets": if with_facets { facets.iter().map(|facet| facet_view(edition, list, facet)).collect() } else { Vec::new() },
            "pages": pages(edition, list, shown.len()),
        }
    });
    if collection.has(Role::Contact) {
        content["situations"] = json!(situations(edition, collection, shown));
    }
    if collection.has(Role::Glossary) {
        content["terms"] = json!(here.iter().map(|index| term(edition, *index)).collect::<Vec<_>>());
    }
    content
}

fn facet_view(edition: Edition<'_>, list: &ListPlan, facet: &Facet) -> Value {
    let mut values: Vec<Value> = facet
        .values
        .iter()
        .map(|(value, (label, documents))| {
            let plan = ListPlan { facet: Some((facet.key.clone(), value.clone())), number: 1, ..list.clone() };
            let current = list.facet.as_ref().is_some_and(|(key, chosen)| *key == facet.key && chosen == value);
            json!({ "label": label, "url": edition.path(plan.address(edition).path()), "count": documents.len(), "current": current })
        })
        .collect();
    values.sort_by(|a, b| edition.order.compare(a["label"].as_str().unwrap_or_default(), b["label"].as_str().unwrap_or_default()));
    json!({ "key": facet.key, "label": facet.label, "values": values })
}

fn pages(edition: Edition<'_>, list: &ListPlan, documents: usize) -> Option<Value> {
    let total = documents.div_ceil(PER_PAGE);
    if total < 2 {
        return None;
    }
    let url = |number: usize| edition.path(ListPlan { number, ..list.clone() }.address(edition).path());
    let items: Vec<Value> = (1..=total).map(|number| json!({ "number": number, "url": url(number), "current": number == list.number })).collect();
    let previous = (list.number > 1).then(|| url(list.number - 1));
    let next = (list.number < total).then(|| url(list.number + 1));
    Some(json!({ "current": list.number, "total": total, "items": items, "prev": previous, "next": next }))
}

/// Contacts by situation, in the order in which the declaration gives the situations: what is urgent first.
fn situations(edition: Edition<'_>, collection: &Collection, shown: &[DocumentIndex]) -> Vec<Value> {
    let Some(field) = collection.field("situation") else { return Vec::new() };
    let situation = |choice: &crate::model::field::Choice| {
        let here = shown.iter().filter(|index| edition.site.document(**index).fields.text("situation") == Some(&*choice.key));
        let items: Vec<Value> = here.map(|index| contact(edition, *index)).collect();
        (!items.is_empty()).then(|| json!({ "key": slug(&choice.key), "label": choice.label.text(edition.words.language), "lead": null, "items": items }))
    };
    field.choices.iter().filter_map(situation).collect()
}

/// A contact: its card, when to use it and how.
fn contact(edition: Edition<'_>, index: DocumentIndex) -> Value {
    let document = edition.site.document(index);
    let fields = edition.fields(index);
    let declared = edition.site.collection_of(document);
    let unknown = declared.fields.iter().filter(|field| fields.is_unknown(&field.key) && matches!(&*field.key, "telefon" | "epost" | "webb" | "tider"));
    let mut view = card::card(edition, index);
    view["when"] = json!(fields.text("när_text"));
    view["email"] = json!(fields.text("epost").map(|email| json!({ "text": email, "url": format!("mailto:{email}") })));
    view["web"] = json!(fields.text("webb").map(|url| json!({ "text": super::super::view::facts::bare(url), "url": url })));
    view["hours"] = json!(fields.text("tider"));
    view["national"] = json!(fields.is_yes("nationell"));
    view["missing"] = json!(unknown.map(|field| field.label.text(edition.words.language)).collect::<Vec<_>>());
    view
}

fn term(edition: Edition<'_>, index: DocumentIndex) -> Value {
    let document = edition.site.document(index);
    let fields = edition.fields(index);
    let prose = Prose::new(edition, document, Vec::new());
    let explanation = fields.text("förklaring").or_else(|| fields.text("kortversion")).unwrap_or_default();
    json!({
        "id": document.name.rsplit('/').next(),
        "term": edition.title(index),
        "full": fields.text("fullständigt"),
        "html": prose.html(explanation),
        "not_same": edition.field_links(document, &fields, "förväxla_inte"),
        "url": edition.url(index, None),
    })
}
