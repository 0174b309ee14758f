//! Lists of a collection: of the whole site, of a scope, and of each value of a facet; fifty documents to a page.

mod facets;
mod roles;

pub(super) use facets::target_slug;

use super::{
    facet::{self, Below, Facet, ValuesPlan},
    home_crumb,
    paging::Numbered,
};
use crate::theme::{View, view};
use crate::{
    model::{Address, Collection, DocumentIndex, Role, Variant},
    render::{
        edition::Edition,
        listing,
        marks::{Marks, mark},
        pieces::{Of, Pieces},
        view::{card, frame::Page},
    },
};
use facets::facets;
use std::sync::Arc;

/// How many documents stand on a page of a list.
const PER_PAGE: usize = 50;

/// One page of a list.
pub(in crate::render) struct ListPlan {
    list: Arc<List>,
    /// The facet and its value that the list is narrowed to, by their places.
    narrowed: Option<(usize, usize)>,
    page: Numbered<DocumentIndex>,
}

/// What all pages of a list share: what it lists, and what it can be narrowed by.
struct List {
    collection: usize,
    scope: Option<String>,
    facets: Vec<Arc<Facet>>,
}

impl ListPlan {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let facets: Vec<u64> = self.list.facets.iter().map(|facet| facet.mark).collect();
        let page = self.page.identity(|index| marks.document(*index));
        mark(&(self.list.collection, &self.list.scope, facets, self.narrowed, page))
    }

    /// The list of the whole site that it belongs to, and how far on in it the page begins; lists of scopes are as planned.
    pub(super) fn turn(&self, edition: Edition<'_>) -> (usize, u32) {
        let first = self.page.here().first().filter(|_| self.list.scope.is_none());
        first.map_or((0, 0), |first| (1 + self.list.collection, edition.ordered().place(*first)))
    }

    /// Where it stands.
    pub(super) fn address(&self) -> Address {
        self.page.address()
    }
}

/// The pages of lists while they are planned.
struct Planner<'a> {
    edition: Edition<'a>,
    /// Contacts for everybody, which every scope's list has too.
    national: Vec<DocumentIndex>,
    lists: Vec<ListPlan>,
    values: Vec<(Address, ValuesPlan)>,
}

/// Every page of every list of an edition, and of all values of facets that have many.
pub(super) fn plan(edition: Edition<'_>) -> (Vec<ListPlan>, Vec<(Address, ValuesPlan)>) {
    let contacts = edition.site.with_role(Role::Contact);
    let national = contacts.filter(|(_, document)| document.fields.is_yes("nationell")).map(|(index, _)| index);
    let mut planner = Planner { edition, national: national.collect(), lists: Vec::new(), values: Vec::new() };
    let collections = edition.site.collections().iter().enumerate();
    for (place, collection) in collections.filter(|(_, collection)| listing::exists(edition, collection)) {
        planner.add(place, None, listing::members(edition, collection));
        for (scope, documents) in listing::by_scope(edition, collection) {
            if edition.site.scope(scope).is_some() {
                planner.add(place, Some(scope), &documents);
            }
        }
    }
    (planner.lists, planner.values)
}

impl Planner<'_> {
    /// Every page of one list: the whole, and each value of its facets.
    fn add(&mut self, place: usize, scope: Option<&str>, documents: &[DocumentIndex]) {
        let edition = self.edition;
        let collection = edition.site.collection_at(place);
        let base = listing::base(edition, collection, scope);
        // Facets of a scope pay only where the list is longer than one page.
        let faceted = scope.is_none() || documents.len() > PER_PAGE;
        let (facets, narrowed) =
            if faceted { facets(edition, collection, (&base, documents)) } else { (Vec::new(), Vec::new()) };
        let below = Below {
            title: collection.name.text(edition.words.language).to_owned(),
            url: edition.path(base.path()),
            kind: collection.key.to_string(),
            scope: scope.and_then(|scope| edition.site.scope(scope)),
        };
        for facet in &facets {
            self.values.extend(facet::plan(facet, &below));
        }
        let list = Arc::new(List { collection: place, scope: scope.map(str::to_owned), facets });
        self.pages(&list, (&base, None), documents);
        for (narrowed, documents) in narrowed {
            let (facet, value) = narrowed;
            self.pages(&list, (&list.facets[facet].values[value].address, Some(narrowed)), &documents);
        }
    }

    /// The pages of some documents of a list.
    fn pages(
        &mut self,
        list: &Arc<List>,
        (base, narrowed): (&Address, Option<(usize, usize)>),
        documents: &[DocumentIndex],
    ) {
        let collection = self.edition.site.collection_at(list.collection);
        let documents: Arc<[DocumentIndex]> = if collection.has(Role::Contact) {
            let national = if list.scope.is_some() { &*self.national } else { &[] };
            roles::contacts(self.edition, collection, (national, documents)).into()
        } else {
            documents.into()
        };
        let pages = Numbered::all(base, documents, PER_PAGE).into_iter();
        self.lists.extend(pages.map(|page| ListPlan { list: list.clone(), narrowed, page }));
    }
}

/// The page of a list.
pub(super) fn page(edition: Edition<'_>, address: Address, (plan, pieces): (&ListPlan, &Pieces<'_>)) -> Page {
    let site = edition.site;
    let list = &*plan.list;
    let collection = site.collection_at(list.collection);
    let language = edition.words.language;
    let scope = list.scope.as_deref().and_then(|scope| site.scope(scope));
    let mut heading = collection.name.text(language).to_owned();
    let plain_heading = heading.clone();
    if let Some(scope) = scope {
        heading = edition.words.text("title-in-scope", &[("title", &heading), ("scope", edition.title(scope))]);
    }
    if let Some((facet, value)) = plan.narrowed {
        let facet = &list.facets[facet];
        let arguments =
            [("title", &*heading), ("facet", &facet.label.to_lowercase()), ("value", &facet.values[value].label)];
        heading = edition.words.text("title-facet", &arguments);
    }
    let heading = plan.page.heading(edition, heading);
    let whole = plan.narrowed.is_none() && plan.page.is_first();
    let mut page = Page::new(address, &collection.list_template, heading);
    page.description = Some(collection.lead.text(language).to_owned()).filter(|lead| !lead.is_empty());
    page.kind = Some(collection.key.to_string());
    page.scope = scope;
    page.crumbs = crumbs(edition, list);
    if whole {
        page.versions = versions(edition, collection, list.scope.as_deref());
    } else {
        let url = listing::url(edition, collection, list.scope.as_deref());
        page.crumbs.push(view!({ "title": plain_heading, "url": url }));
    }
    page.content = content(edition, plan, pieces);
    page
}

fn crumbs(edition: Edition<'_>, list: &List) -> Vec<View> {
    let mut crumbs = home_crumb(edition);
    crumbs.extend(
        list.scope.as_deref().and_then(|scope| edition.site.scope(scope)).map(|scope| edition.link(scope, None)),
    );
    crumbs
}

fn versions(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> Vec<(Variant, Address)> {
    let variants = std::iter::once(Variant::Original).chain(edition.site.settings.variants.iter().cloned());
    let has = |variant: &Variant| listing::has_version(edition, collection, variant);
    let path = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    variants.filter(has).map(|variant| (variant.clone(), Address::new(&variant, &path))).collect()
}

fn content(edition: Edition<'_>, plan: &ListPlan, pieces: &Pieces<'_>) -> View {
    let list = &*plan.list;
    let collection = edition.site.collection_at(list.collection);
    let count = plan.page.count();
    let here = plan.page.here();
    let facets = list.facets.iter().enumerate().map(|(place, facet)| {
        let chosen = plan.narrowed.filter(|(facet, _)| *facet == place).map(|(_, value)| value);
        facet.view(edition, chosen)
    });
    let item = |index: &DocumentIndex| {
        let card = |edition: Edition<'_>| card::card(edition, *index);
        let piece = pieces.piece(edition, (&collection.list_template, Of::ListItem(*index)), card);
        piece.unwrap_or_else(|| card(edition))
    };
    let mut content = view!({
        "list": {
            "title": collection.name.text(edition.words.language),
            "lead": collection.lead.text(edition.words.language),
            "count": count,
            "count_text": edition.words.count("documents-count", count),
            "scope": list.scope.as_deref(),
            "items": here.iter().map(item).collect::<Vec<_>>(),
            "facets": facets.collect::<Vec<_>>(),
            "pages": plan.page.links(edition),
        }
    });
    if collection.has(Role::Contact) {
        content["situations"] = view!(roles::situations(edition, collection, here));
    }
    if collection.has(Role::Glossary) {
        content["terms"] = view!(here.iter().map(|index| roles::term(edition, *index)).collect::<Vec<_>>());
    }
    content
}
