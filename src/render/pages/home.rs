//! The home page and a scope's own page: search, doors, what is promised and how it goes, whom to call.

use super::{
    board,
    gathered::{Home, Kind, SCOPE_CARDS, Scope},
    registers::changes,
};
use crate::theme::{View, view};
use crate::{
    model::{Collection, DocumentIndex, Progress, Role},
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

/// How many contacts a scope's page shows.
const CONTACTS: usize = 12;

/// The view of the home page.
pub(super) fn home(edition: Edition<'_>, index: DocumentIndex, gathered: &Home) -> View {
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
    let missing = gathered.missing;
    let pledge_list = edition.site.collections().iter().find(|collection| collection.has(Role::Pledge));
    let contact_list = edition.site.collections().iter().find(|collection| collection.has(Role::Contact));
    let calls: Vec<View> =
        edition.targets(document, &fields, "ring").into_iter().map(|index| call(edition, index)).collect();
    let lead = fields.text("ledtext").map(plain).or_else(|| fields.text("kortversion").map(str::to_owned));
    let has_cards = gathered.scopes.len() <= SCOPE_CARDS;
    view!({
        "body_html": frame::prose(edition, index, edition.body(index)).0,
        "lead": lead,
        "search_suggestions": suggestions,
        "doors": fields.groups("dörrar").map(door).collect::<Vec<_>>(),
        "pledges": gathered.pledges.iter().map(|index| card::card(edition, *index)).collect::<Vec<_>>(),
        "progress": state::progress(edition, &gathered.progress),
        "pledges_url": pledge_list.map(|collection| listing::url(edition, collection, None)),
        "calls": calls,
        "contacts_url": contact_list.map(|collection| listing::url(edition, collection, None)),
        "scopes": if has_cards { gathered.scopes.iter().map(|scope| scope_card(edition, scope)).collect() } else { Vec::new() },
        "scope_links": if has_cards { Vec::new() } else { gathered.scopes.iter().map(|(index, _)| edition.link(*index, None)).collect() },
        "latest": gathered.latest.iter().map(|told| changes::view(edition, told)).collect::<Vec<_>>(),
        "missing": { "count": missing, "url": edition.page("saknas"), "text": edition.words.count("missing-count", missing) },
        "collections": shelves(edition),
    })
}

fn scope_card(edition: Edition<'_>, (index, progress): &(DocumentIndex, Progress)) -> View {
    let mut view = card::card(edition, *index);
    view["scope"] = View::Null;
    view["progress"] = view!(state::progress(edition, progress));
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

/// Every list of the site.
fn shelves(edition: Edition<'_>) -> Vec<View> {
    let collections = edition.site.collections().iter().filter(|collection| listing::exists(edition, collection));
    let shelf =
        |collection: &Collection| shelf(edition, collection, (None, listing::members(edition, collection).len()));
    let mut shelves: Vec<View> = collections.map(shelf).collect();
    shelves.sort_by(|a, b| {
        edition.order.compare(a["title"].as_str().unwrap_or_default(), b["title"].as_str().unwrap_or_default())
    });
    shelves
}

fn shelf(edition: Edition<'_>, collection: &Collection, (scope, count): (Option<&str>, usize)) -> View {
    let language = edition.words.language;
    view!({
        "title": collection.name.text(language),
        "url": listing::url(edition, collection, scope),
        "count": count,
        "text": collection.lead.text(language),
    })
}

/// The view of a scope's own page.
pub(super) fn scope(edition: Edition<'_>, index: DocumentIndex, gathered: &Scope) -> View {
    let document = edition.site.document(index);
    let folder = document.scope.as_deref();
    let fields = edition.fields(index);
    let prose = Prose::new(edition, document, Vec::new());
    let shown = Shown { edition, document, prose: &prose };
    let mut contacts = edition.targets(document, &fields, "ring");
    for contact in &gathered.contacts {
        if !contacts.contains(contact) {
            contacts.push(*contact);
        }
    }
    let cards = |documents: &[DocumentIndex]| -> Vec<View> {
        documents.iter().map(|index| card::card(edition, *index)).collect()
    };
    let group = |kind: &Kind| {
        let collection = edition.site.collection_at(kind.collection);
        view!({ "kind": shelf(edition, collection, (folder, kind.count)), "items": cards(&kind.first) })
    };
    let contact_list = edition.site.collections().iter().find(|collection| collection.has(Role::Contact));
    let contact_list = contact_list.filter(|_| contacts.len() > CONTACTS);
    contacts.truncate(CONTACTS);
    view!({
        "title": edition.title(index),
        "summary": fields.text("kortversion"),
        "body_html": prose.body(edition.body(index)).0,
        "facts": facts::facts(shown, &fields),
        "pledges": cards(&gathered.pledges),
        "pledges_shown": edition.words.shown(gathered.pledges.len(), gathered.promised),
        "progress": state::progress(edition, &gathered.progress),
        "groups": gathered.kinds.iter().map(group).collect::<Vec<_>>(),
        "contacts": cards(&contacts),
        "contacts_url": contact_list.map(|collection| listing::url(edition, collection, folder)),
        "state_url": folder.filter(|_| gathered.has_board).map(|folder| board::scope_url(edition, folder)),
    })
}
