//! The home page and a scope's own page: search, doors, what is promised and how it goes, whom to call.

use super::registers;
use crate::theme::{View, view};
use crate::{
    model::{Collection, Document, DocumentIndex, Progress, Role, ValidityState},
    parse::markdown::plain,
    render::{
        edition::Edition,
        listing,
        view::{
            card,
            facts::{self, Shown},
            frame,
            prose::Prose,
            state,
        },
    },
};

/// How many pledges the home page shows.
const PLEDGES: usize = 6;
/// How many documents of a kind a scope's page shows.
const OF_A_KIND: usize = 4;
/// How many changes the home page shows.
const LATEST: usize = 5;

/// The view of the home page.
pub(super) fn home(edition: Edition<'_>, index: DocumentIndex) -> View {
    let document = edition.site.document(index);
    let fields = edition.fields(index);
    let search = edition.page("sok");
    let suggestions = fields.groups("förslag").filter_map(|item| item.text("text"));
    let suggestions: Vec<View> = suggestions
        .map(|text| view!({ "title": text, "url": format!("{search}#q={}", frame::percent(text)) }))
        .collect();
    let door = |door: &crate::model::Fields| {
        let link = edition.field_link(document, door, "mål");
        view!({ "title": door.text("rubrik"), "url": link["url"].clone(), "text": door.text("text") })
    };
    let pledges = promises(edition, None);
    let (missing, _) = registers::missing_fields(edition);
    let pledge_list = edition.site.collections().iter().find(|collection| collection.has(Role::Pledge));
    let contact_list = edition.site.collections().iter().find(|collection| collection.has(Role::Contact));
    let calls: Vec<View> =
        edition.targets(document, &fields, "ring").into_iter().map(|index| call(edition, index)).collect();
    let lead = fields.text("ledtext").map(plain).or_else(|| fields.text("kortversion").map(str::to_owned));
    view!({
        "body_html": frame::prose(edition, index, edition.shown(index).body()).0,
        "lead": lead,
        "search_suggestions": suggestions,
        "doors": fields.groups("dörrar").map(door).collect::<Vec<_>>(),
        "pledges": pledges.iter().take(PLEDGES).map(|index| card::card(edition, *index)).collect::<Vec<_>>(),
        "progress": state::progress(edition, &total(edition, &pledges)),
        "pledges_url": pledge_list.map(|collection| listing::url(edition, collection, None)),
        "calls": calls,
        "contacts_url": contact_list.map(|collection| listing::url(edition, collection, None)),
        "scopes": edition.site.scopes().map(|(index, _)| scope_card(edition, index)).collect::<Vec<_>>(),
        "latest": registers::changes(edition).into_iter().take(LATEST).collect::<Vec<_>>(),
        "missing": { "count": missing, "url": edition.page("saknas"), "text": edition.words.count("missing-count", missing) },
        "collections": shelves(edition),
    })
}

fn scope_card(edition: Edition<'_>, index: DocumentIndex) -> View {
    let mut view = card::card(edition, index);
    view["scope"] = View::Null;
    let folder = edition.site.document(index).scope.clone();
    view["progress"] = view!(state::progress(edition, &total(edition, &promises(edition, folder.as_deref()))));
    view
}

/// Whom to call in a situation: the situation first, then the number.
fn call(edition: Edition<'_>, index: DocumentIndex) -> View {
    let document = edition.site.document(index);
    let situation = document.fields.text("situation").map(|key| edition.choice(document, "situation", key));
    view!({
        "situation": situation.unwrap_or_else(|| edition.title(index).to_owned()),
        "title": edition.title(index),
        "phone": card::phone(edition, index),
        "url": edition.url(index, None),
        "why": edition.fields(index).text("när_text").or_else(|| edition.shown(index).fields.text("kortversion")),
    })
}

/// What is promised on the site or in a scope, pledges first, then every other whole with commitments; what is in force
/// before what is not, the latest first. What was superseded or withdrawn is no promise any more.
fn promises(edition: Edition<'_>, scope: Option<&str>) -> Vec<DocumentIndex> {
    let site = edition.site;
    let here =
        |document: &Document| document.whole.is_none() && (scope.is_none() || document.scope.as_deref() == scope);
    let wholes = site.originals().filter(|(_, document)| here(document)).map(|(index, _)| index);
    let mut found: Vec<DocumentIndex> =
        wholes.filter(|index| rank(edition, *index) < GONE && card::progress(edition, *index).total() > 0).collect();
    let end = |index: &DocumentIndex| site.document(*index).validity().and_then(|validity| validity.period.last_day());
    let pledge = |index: &DocumentIndex| site.collection_of(site.document(*index)).has(Role::Pledge);
    found.sort_by(|a, b| {
        let by_kind = pledge(b).cmp(&pledge(a)).then_with(|| rank(edition, *a).cmp(&rank(edition, *b)));
        let by_time = by_kind.then_with(|| end(b).cmp(&end(a)));
        by_time.then_with(|| edition.order.compare(edition.title(*a), edition.title(*b)))
    });
    found
}

/// The rank of what is no promise any more.
const GONE: u8 = 4;

/// What is in force comes first, then what says no time, what has not begun and what has ended.
fn rank(edition: Edition<'_>, index: DocumentIndex) -> u8 {
    match edition.site.state(index).state {
        ValidityState::InForce | ValidityState::Expiring | ValidityState::ReviewOverdue => 0,
        ValidityState::Expired => 1,
        ValidityState::Undated => 2,
        ValidityState::NotYet => 3,
        ValidityState::Superseded | ValidityState::Withdrawn => GONE,
    }
}

fn total(edition: Edition<'_>, documents: &[DocumentIndex]) -> Progress {
    let mut total = Progress::default();
    for index in documents {
        total.add_all(&card::progress(edition, *index));
    }
    total
}

/// Every list of the site.
fn shelves(edition: Edition<'_>) -> Vec<View> {
    let collections = edition.site.collections().iter().filter(|collection| listing::exists(edition, collection));
    let mut shelves: Vec<View> = collections.map(|collection| shelf(edition, collection, None)).collect();
    shelves.sort_by(|a, b| {
        edition.order.compare(a["title"].as_str().unwrap_or_default(), b["title"].as_str().unwrap_or_default())
    });
    shelves
}

fn shelf(edition: Edition<'_>, collection: &Collection, scope: Option<&str>) -> View {
    let language = edition.words.language;
    view!({
        "title": collection.name.text(language),
        "url": listing::url(edition, collection, scope),
        "count": listing::members(edition, collection, scope).len(),
        "text": collection.lead.text(language),
    })
}

/// The view of a scope's own page.
pub(super) fn scope(edition: Edition<'_>, index: DocumentIndex) -> View {
    let site = edition.site;
    let document = site.document(index);
    let folder = document.scope.as_deref();
    let fields = edition.fields(index);
    let prose = Prose::new(edition, document, Vec::new());
    let shown = Shown { edition, document, prose: &prose };
    let pledges = promises(edition, folder);
    let named = edition.targets(document, &fields, "ring");
    let local =
        site.with_role(Role::Contact).filter(|(_, contact)| contact.scope.as_deref() == folder).map(|(index, _)| index);
    let mut contacts = named;
    for contact in local {
        if !contacts.contains(&contact) {
            contacts.push(contact);
        }
    }
    let elsewhere = [Role::Pledge, Role::Contact, Role::Source, Role::Place, Role::Subject, Role::Audience];
    let mut collections: Vec<&Collection> =
        site.collections().iter().filter(|collection| collection.is_listed()).collect();
    collections.retain(|collection| {
        !elsewhere.iter().any(|role| collection.has(*role)) && !listing::members(edition, collection, folder).is_empty()
    });
    collections.sort_by(|a, b| {
        let menu = |collection: &Collection| collection.menu.unwrap_or(i64::MAX);
        menu(a).cmp(&menu(b)).then_with(|| edition.order.compare(&a.name.sv, &b.name.sv))
    });
    let group = |collection: &&Collection| {
        let items: Vec<View> = listing::members(edition, collection, folder)
            .into_iter()
            .take(OF_A_KIND)
            .map(|index| card::card(edition, index))
            .collect();
        view!({ "kind": shelf(edition, collection, folder), "items": items })
    };
    view!({
        "title": edition.title(index),
        "summary": fields.text("kortversion"),
        "body_html": prose.body(edition.shown(index).body()).0,
        "facts": facts::facts(shown, &fields),
        "pledges": pledges.iter().map(|index| card::card(edition, *index)).collect::<Vec<_>>(),
        "progress": state::progress(edition, &total(edition, &pledges)),
        "groups": collections.iter().map(group).collect::<Vec<_>>(),
        "contacts": contacts.iter().map(|index| card::card(edition, *index)).collect::<Vec<_>>(),
        "state_url": super::board::scope_url(edition, folder),
    })
}
