//! Lists of a collection: of the whole site, of a scope, and of each value of a facet; fifty documents to a page.

mod facets;
mod roles;

pub(super) use facets::target_slug;

use super::home_crumb;
use crate::theme::{View, view};
use crate::{
    model::{
        Address, Collection, DocumentIndex, Role, Variant,
        address::{FACET, NUMBERED, slug},
    },
    render::{
        edition::Edition,
        listing,
        marks::{Marks, mark},
        view::{card, frame::Page},
    },
};
use facets::{Facet, facets};
use std::sync::Arc;

/// How many documents stand on a page of a list.
const PER_PAGE: usize = 50;

/// One page of a list.
#[derive(Clone)]
pub(in crate::render) struct ListPlan {
    collection: usize,
    scope: Option<String>,
    listed: Arc<Listed>,
    facet: Option<(String, String)>,
    number: usize,
}

/// What a list and all its pages share: the documents, and what they can be narrowed by.
struct Listed {
    documents: Vec<DocumentIndex>,
    facets: Vec<Facet>,
}

impl ListPlan {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let documents = self.listed.documents.iter().map(|index| marks.document(*index)).collect::<Vec<_>>();
        let facets: Vec<_> = self.listed.facets.iter().map(|facet| facet.identity(marks)).collect();
        mark(&(self.collection, &self.scope, &self.facet, self.number, documents, facets))
    }

    /// Where it stands.
    pub(super) fn address(&self, edition: Edition<'_>) -> Address {
        let mut address = listing::base(edition, edition.site.collection_at(self.collection), self.scope.as_deref());
        if let Some((key, value)) = &self.facet {
            address = address.join(&format!("{FACET}/{}/{value}", slug(key)));
        }
        if self.number > 1 { address.join(&format!("{NUMBERED}/{}", self.number)) } else { address }
    }
}

/// Every page of every list of an edition.
pub(super) fn plan(edition: Edition<'_>) -> Vec<ListPlan> {
    let mut plans = Vec::new();
    let scopes = edition.site.scopes().filter_map(|(_, document)| document.scope.as_deref());
    let scopes: Vec<Option<&str>> = std::iter::once(None).chain(scopes.map(Some)).collect();
    let collections = edition.site.collections().iter().enumerate();
    for (place, collection) in collections.filter(|(_, collection)| listing::exists(edition, collection)) {
        for scope in &scopes {
            let documents = listing::members(edition, collection, *scope);
            if scope.is_none() || !documents.is_empty() {
                of_one(&mut plans, edition, place, (*scope, documents));
            }
        }
    }
    plans
}

/// Every page of one list: the whole, and each value of its facets.
fn of_one(
    plans: &mut Vec<ListPlan>,
    edition: Edition<'_>,
    place: usize,
    (scope, documents): (Option<&str>, Vec<DocumentIndex>),
) {
    // Facets of a scope pay only where the list is longer than one page.
    let narrowed = scope.is_none() || documents.len() > PER_PAGE;
    let facets = if narrowed { facets(edition, edition.site.collection_at(place), &documents) } else { Vec::new() };
    let listed = Arc::new(Listed { documents, facets });
    let list = |facet| ListPlan {
        collection: place,
        scope: scope.map(str::to_owned),
        listed: listed.clone(),
        facet,
        number: 1,
    };
    numbered(plans, &list(None), listed.documents.len());
    for facet in &listed.facets {
        for (value, (_, documents)) in &facet.values {
            numbered(plans, &list(Some((facet.key.clone(), value.clone()))), documents.len());
        }
    }
}

fn numbered(plans: &mut Vec<ListPlan>, list: &ListPlan, documents: usize) {
    for number in 1..=documents.div_ceil(PER_PAGE).max(1) {
        plans.push(ListPlan { number, ..list.clone() });
    }
}

/// The page of a list.
pub(super) fn page(edition: Edition<'_>, address: Address, list: &ListPlan) -> Page {
    let site = edition.site;
    let collection = site.collection_at(list.collection);
    let language = edition.words.language;
    let scope = list.scope.as_deref().and_then(|scope| site.scope(scope));
    let facets = &list.listed.facets;
    let chosen =
        list.facet.as_ref().and_then(|(key, value)| facets.iter().find(|facet| facet.key == *key)?.values.get(value));
    let shown = chosen.map_or(list.listed.documents.as_slice(), |(_, documents)| documents.as_slice());
    let mut heading = collection.name.text(language).to_owned();
    let plain_heading = heading.clone();
    if let Some(scope) = scope {
        heading = edition.words.text("title-in-scope", &[("title", &heading), ("scope", edition.title(scope))]);
    }
    if let (Some((value, _)), Some((key, _))) = (chosen, &list.facet) {
        let facet = collection.field(key).map(|field| field.label.text(language).to_lowercase()).unwrap_or_default();
        heading = edition.words.text("title-facet", &[("title", &heading), ("facet", &facet), ("value", value)]);
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
    page.content = content(edition, list, shown);
    page
}

fn crumbs(edition: Edition<'_>, list: &ListPlan, heading: &str) -> Vec<View> {
    let collection = edition.site.collection_at(list.collection);
    let mut crumbs = home_crumb(edition);
    crumbs.extend(
        list.scope.as_deref().and_then(|scope| edition.site.scope(scope)).map(|scope| edition.link(scope, None)),
    );
    if list.facet.is_some() || list.number > 1 {
        crumbs.push(view!({ "title": heading, "url": listing::url(edition, collection, list.scope.as_deref()) }));
    }
    crumbs
}

fn versions(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Vec<(Variant, Address)> {
    let variants = std::iter::once(Variant::Original).chain(edition.site.settings.variants.iter().cloned());
    let has = |variant: &Variant| listing::has_version(edition, collection, variant);
    let path = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    variants.filter(has).map(|variant| (variant.clone(), Address::new(&variant, &path))).collect()
}

fn content(edition: Edition<'_>, list: &ListPlan, shown: &[DocumentIndex]) -> View {
    let collection = edition.site.collection_at(list.collection);
    let start = (list.number - 1) * PER_PAGE;
    let here: Vec<DocumentIndex> = shown.iter().skip(start).take(PER_PAGE).copied().collect();
    let mut content = view!({
        "list": {
            "title": collection.name.text(edition.words.language),
            "lead": collection.lead.text(edition.words.language),
            "count": shown.len(),
            "count_text": edition.words.count("documents-count", shown.len()),
            "scope": list.scope.as_deref(),
            "items": here.iter().map(|index| card::card(edition, *index)).collect::<Vec<_>>(),
            "facets": list.listed.facets.iter().map(|facet| facets::view(edition, list, facet)).collect::<Vec<_>>(),
            "pages": pages(edition, list, shown.len()),
        }
    });
    if collection.has(Role::Contact) {
        let shown = roles::with_national(edition, list.scope.as_deref(), shown);
        content["situations"] = view!(roles::situations(edition, collection, &shown));
    }
    if collection.has(Role::Glossary) {
        content["terms"] = view!(here.iter().map(|index| roles::term(edition, *index)).collect::<Vec<_>>());
    }
    content
}

fn pages(edition: Edition<'_>, list: &ListPlan, documents: usize) -> Option<View> {
    let total = documents.div_ceil(PER_PAGE);
    if total < 2 {
        return None;
    }
    let url = |number: usize| edition.path(ListPlan { number, ..list.clone() }.address(edition).path());
    let items: Vec<View> = (1..=total)
        .map(|number| view!({ "number": number, "url": url(number), "current": number == list.number }))
        .collect();
    let previous = (list.number > 1).then(|| url(list.number - 1));
    let next = (list.number < total).then(|| url(list.number + 1));
    Some(view!({ "current": list.number, "total": total, "items": items, "prev": previous, "next": next }))
}
