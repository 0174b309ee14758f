//! Pages that show one document: home, a scope, a document of a collection, a loose page.

use super::{gathered::Gathered, home, home_crumb};
use crate::theme::{View, view};
use crate::{
    model::{Address, CollectionIndex, DocumentIndex, Role, Value as FieldValue, Variant, collection::PAGE},
    parse::markdown::scan,
    render::{
        edition::Edition,
        listing,
        view::{
            card,
            document::{document, merge},
            facts::Shown,
            frame::{self, Page},
            prose::Prose,
            sections,
        },
    },
};

/// How many documents of a kind an audience's page shows.
const OF_A_KIND: usize = 12;
/// The longest description, in characters.
const DESCRIPTION: usize = 160;

/// The page of a document.
pub(super) fn page(edition: Edition<'_>, address: Address, (index, gathered): (DocumentIndex, &Gathered)) -> Page {
    let site = edition.site;
    let original = site.document(index);
    let collection = site.collection_of(original);
    let fields = edition.fields(index);
    let mut page = Page::new(address, &collection.template, edition.title(index).to_owned());
    page.description = fields.text("kortversion").map(str::to_owned).or_else(|| description(edition, index));
    page.document = Some(index);
    page.kind = Some(collection.key.to_string());
    page.scope = original.scope.as_deref().and_then(|scope| site.scope(scope));
    page.versions = versions(edition, index);
    page.crumbs = crumbs(edition, index, page.scope);
    match gathered {
        Gathered::Home(gathered) => {
            page.template = "home.html".into();
            page.crumbs = Vec::new();
            page.dated = true;
            page.content = view!({ "home": home::home(edition, index, gathered) });
        }
        Gathered::Scope(gathered) => {
            page.template = "scope.html".into();
            page.content = view!({ "scope": home::scope(edition, index, gathered) });
        }
        Gathered::Nothing if &*collection.key == PAGE => {
            page.template = "text.html".into();
            page.dated = &*original.name == "om";
            let (html, toc) = frame::prose(edition, index, edition.body(index));
            page.content = view!({ "text": { "html": html, "toc": toc } });
        }
        Gathered::Nothing => page.content = view!({ "doc": document(edition, index) }),
    }
    if collection.has(Role::Audience) {
        merge(&mut page.content, view!({ "audience": audience(edition, index) }));
        leave_out_gathered(edition, &mut page.content["doc"]["groups"]);
    }
    page
}

/// What a document without a short version says of itself: the beginning of its first longer text, or what it is.
fn description(edition: Edition<'_>, index: DocumentIndex) -> Option<String> {
    let fields = edition.fields(index);
    let first = fields.iter().find_map(|(_, value)| match value {
        FieldValue::Prose(text) => Some(text.clone()),
        _ => None,
    });
    let text = first.unwrap_or_else(|| edition.body(index).to_owned());
    let plain = scan(&text).text;
    let line = plain.trim().lines().next().unwrap_or_default();
    let cut: String = line.chars().take(DESCRIPTION).collect();
    let whole = if cut.len() < line.len() {
        format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
    } else {
        cut
    };
    let named = format!(
        "{}: {}",
        card::card(edition, index)["kind"]["title"].as_str().unwrap_or_default(),
        edition.title(index)
    );
    Some(if whole.is_empty() { named } else { whole })
}

/// Every version of a document, the original first.
fn versions(edition: Edition<'_>, index: DocumentIndex) -> Vec<(Variant, Address)> {
    let original = edition.site.document(index);
    let all = std::iter::once(original).chain(edition.site.variants_of(index).map(|(_, document)| document));
    all.map(|document| (document.variant.clone(), document.address.clone())).collect()
}

fn crumbs(edition: Edition<'_>, index: DocumentIndex, scope: Option<DocumentIndex>) -> Vec<View> {
    let document = edition.site.document(index);
    let mut crumbs = home_crumb(edition);
    if let Some(scope) = scope.filter(|scope| *scope != index) {
        crumbs.push(edition.link(scope, None));
    }
    let whole = document.whole.as_deref().and_then(|whole| edition.site.named(whole));
    let listed = edition.site.collection_of(whole.map_or(document, |whole| edition.site.document(whole)));
    if listed.is_listed() {
        let url = listing::url(edition, listed, document.scope.as_deref());
        crumbs.push(view!({ "title": listed.name.text(edition.words.language), "url": url }));
    }
    crumbs.extend(whole.map(|whole| edition.link(whole, None)));
    crumbs
}

/// Takes kinds that an audience's page gathers on its own out of the groups at its end.
fn leave_out_gathered(edition: Edition<'_>, groups: &mut View) {
    let gathered = [Role::Pledge, Role::Contact, Role::Governing, Role::Protection];
    let is_gathered = |kind: &str| {
        let collection = edition.site.collection(kind).map(|(_, collection)| collection);
        collection.is_some_and(|collection| gathered.iter().any(|role| collection.has(*role)))
    };
    if let View::List(groups) = groups {
        groups.retain(|group| !group["kind"].as_str().is_some_and(is_gathered));
    }
}

/// What an audience's page gathers: what applies, what is promised, whom to call, what to do.
fn audience(edition: Edition<'_>, index: DocumentIndex) -> View {
    let site = edition.site;
    let aimed = |key: &str| matches!(key, "målgrupper" | "känd_av" | "målgrupp");
    let links = site.links_to(index).filter(|relation| aimed(&relation.link.key));
    // Links come in the order of the documents that write them.
    let mut pointing: Vec<DocumentIndex> = links.map(|relation| relation.from).collect();
    pointing.dedup();
    let with = |roles: &[Role]| -> Vec<DocumentIndex> {
        let collection = |index: &DocumentIndex| site.collection_of(site.document(*index));
        let has = |index: &&DocumentIndex| roles.iter().any(|role| collection(index).has(*role));
        pointing.iter().filter(has).copied().collect()
    };
    let promised = with(&[Role::Pledge]);
    let commitments = promised.iter().flat_map(|index| card::commitments(edition, *index));
    let progress = commitments.map(crate::model::Commitment::status).collect();
    let steps = with(&[Role::Emergency]);
    let steps = steps.iter().take(OF_A_KIND).flat_map(|index| emergency(edition, *index));
    let mut view = view!({
        "progress": crate::render::view::state::progress(edition, &progress),
        "steps": steps.collect::<Vec<_>>(),
    });
    let governing = with(&[Role::Governing, Role::Protection]);
    for (key, more_key, found) in [
        ("apply", "apply_more", governing),
        ("promised", "promised_more", promised),
        ("call", "call_more", with(&[Role::Contact])),
    ] {
        let some = &found[..found.len().min(OF_A_KIND)];
        view[key] = view!(some.iter().map(|index| card::card(edition, *index)).collect::<Vec<_>>());
        view[more_key] = view!(more(edition, &found));
    }
    view
}

/// How many of some documents a page shows, with the lists that have them all; `None` where the page has them.
fn more(edition: Edition<'_>, found: &[DocumentIndex]) -> Option<View> {
    let text = edition.words.shown(OF_A_KIND.min(found.len()), found.len())?;
    let mut kinds: Vec<_> = found.iter().map(|index| edition.site.document(*index).collection).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let list = |kind: &CollectionIndex| {
        let collection = edition.site.collection_at(kind.0 as usize);
        let url = listing::url(edition, collection, None);
        view!({ "title": collection.name.text(edition.words.language), "url": url })
    };
    Some(view!({ "text": text, "lists": kinds.iter().map(list).collect::<Vec<_>>() }))
}

/// The steps of a document for emergencies, as a section of another page.
fn emergency(edition: Edition<'_>, index: DocumentIndex) -> Vec<View> {
    let document = edition.site.document(index);
    let prose = Prose::new(edition, document, Vec::new());
    let shown = Shown { edition, document, prose: &prose };
    let fields = edition.fields(index);
    let found = sections::sections(shown, &fields).into_iter().filter(|section| section["type"] == "steps");
    found
        .map(|mut section| {
            section["label"] = view!(edition.title(index));
            section["key"] = view!(crate::model::address::slug(&document.name));
            section
        })
        .collect()
}
