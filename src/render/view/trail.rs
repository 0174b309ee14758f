//! The trail of a document, both ways: what it is built on, depends on, leads to, who follows it up and who audited it.

use super::card::card;
use crate::theme::{View, view};
use crate::{
    model::{DocumentIndex, Relation, Role, Trail, Value as FieldValue},
    render::{edition::Edition, listing, seen::Seen},
};
use std::collections::{BTreeMap, HashSet};

/// The field of links that an editor wants shown, whatever they lead to.
const RELATED: &str = "relaterat";

/// How many documents of a kind a page shows of those that point at it.
const OF_A_KIND: usize = 12;

/// The place of links that have none in the trail: last.
const MENTIONED: usize = 9;

/// How many documents a group of the trail shows: it stands folded beside the page.
const OF_A_GROUP: usize = 60;

/// Links to show, by their place in the trail and their label.
type Groups = BTreeMap<(usize, String), Group>;

/// Links of one label, each target once.
#[derive(Default)]
struct Group {
    key: String,
    items: Vec<DocumentIndex>,
    known: HashSet<DocumentIndex>,
}

/// The trail: groups in the order why, on what, what follows, with a card for each document.
pub(in crate::render) fn trail(edition: Edition<'_>, index: DocumentIndex) -> Vec<View> {
    let mut groups = Groups::new();
    let language = edition.words.language;
    for relation in shown(edition.site, edition.site.links_from(index)).filter(|relation| relation.to != index) {
        let place = place(relation.link.trail, Side::Written);
        add(&mut groups, place, relation.link.label.text(language), relation.to);
    }
    // A door of the home page says nothing of where it leads.
    let listed = |relation: &&Relation| edition.site.kind_of(relation.from).is_listed();
    let back = shown(edition.site, edition.site.links_to(index)).filter(|relation| relation.from != index);
    for relation in back.filter(listed) {
        let place = place(relation.link.trail, Side::Derived);
        let mentioned = edition.words.text("back-mentioned", &[]);
        let label = relation.link.back.as_ref().map_or(mentioned.as_str(), |label| label.text(language));
        add(&mut groups, place, label, relation.from);
    }
    once(&mut groups);
    let view = |((_, label), Group { key, items, .. }): ((usize, String), Group)| {
        let some = &items[..items.len().min(OF_A_GROUP)];
        let shown = edition.words.shown(some.len(), items.len());
        view!({ "key": key, "label": label, "count": items.len(), "items": cards(edition, some), "shown": shown })
    };
    groups.into_iter().map(view).collect()
}

/// A mere mention says nothing more of what the trail names already.
fn once(groups: &mut Groups) {
    let mut seen: HashSet<DocumentIndex> = HashSet::new();
    for ((place, _), group) in groups.iter_mut() {
        if *place == MENTIONED {
            group.items.retain(|index| !seen.contains(index));
        }
        seen.extend(&group.items);
    }
    groups.retain(|_, group| !group.items.is_empty());
}

/// What other pages of some role say: everything that points at an audience, subject, place or source, by kind.
pub(in crate::render) fn groups(edition: Edition<'_>, index: DocumentIndex) -> Vec<View> {
    let site = edition.site;
    let mut by_kind: BTreeMap<u32, Vec<DocumentIndex>> = BTreeMap::new();
    for relation in site.links_to(index) {
        let listed = site.kind_of(relation.from).is_listed();
        if relation.from == index || !listed || !is_elsewhere(site, relation) {
            continue;
        }
        let documents = by_kind.entry(site.document(relation.from).collection.0).or_default();
        // Links come in the order of the documents that write them.
        if documents.last() != Some(&relation.from) {
            documents.push(relation.from);
        }
    }
    let mut groups: Vec<View> = by_kind
        .into_iter()
        .map(|(kind, mut found)| {
            let collection = site.collection_at(kind as usize);
            found.sort_by_key(|index| edition.place(*index));
            let items: Vec<View> = found.iter().take(OF_A_KIND).map(|index| card(edition, *index)).collect();
            let label = collection.name.text(edition.words.language);
            let more = (found.len() > OF_A_KIND).then(|| {
                let title = edition.words.count("documents-count", found.len());
                view!({ "title": title, "url": listing::url(edition, collection, None) })
            });
            view!({ "label": label, "kind": &*collection.key, "items": items, "more": more })
        })
        .collect();
    groups.sort_by(|a, b| {
        edition.order.compare(a["label"].as_str().unwrap_or_default(), b["label"].as_str().unwrap_or_default())
    });
    groups
}

/// Cards for a trail, with the risk where what is pointed at does not work as it should.
pub(in crate::render) fn cards(edition: Edition<'_>, items: &[DocumentIndex]) -> Vec<View> {
    let card = |index: &DocumentIndex| {
        let mut card = card(edition, *index);
        card["note"] = view!(risk(edition, *index));
        card
    };
    items.iter().map(card).collect()
}

/// What a collaboration says of itself when it does not work in full: "begränsad (enligt revisionen april 2022)".
pub(in crate::render) fn risk(edition: Edition<'_>, index: DocumentIndex) -> Option<String> {
    let document = edition.site.document(index);
    if !edition.site.collection_of(document).has(Role::Collaboration) {
        return None;
    }
    let key = match document.fields.get("läge")? {
        FieldValue::Choice(key) => key,
        FieldValue::Unknown => return Some(edition.words.text("risk-unknown", &[])),
        _ => return None,
    };
    if &**key == "aktiv" {
        return None;
    }
    let fields = edition.fields(index);
    let label = edition.choice(document, "läge", key).to_lowercase();
    Some(match fields.text("läge_enligt") {
        Some(according) => format!("{label} ({according})"),
        None => label,
    })
}

enum Side {
    Written,
    Derived,
}

/// Links that the trail shows.
fn shown<'a>(site: Seen<'a>, relations: impl Iterator<Item = &'a Relation>) -> impl Iterator<Item = &'a Relation> {
    relations.filter(move |relation| !is_elsewhere(site, relation))
}

/// Whether a link has a place of its own on the page: what a page is about, whom it is for, where its facts stand, who
/// answers for it.
fn is_elsewhere(site: Seen<'_>, relation: &Relation) -> bool {
    let target = site.kind_of(relation.to);
    let about = [Role::Source, Role::Audience, Role::Subject, Role::Place];
    let answers = [Role::Actor, Role::Contact];
    let has = |roles: &[Role]| roles.iter().any(|role| target.has(*role));
    has(&about) || (has(&answers) && relation.link.trail.is_none() && &*relation.link.key != RELATED)
}

/// The order of the trail, and the name that templates know it by.
fn place(trail: Option<Trail>, side: Side) -> (usize, &'static str) {
    match (trail, side) {
        (Some(Trail::BuiltOn), Side::Written) => (0, "built_on"),
        (Some(Trail::DependsOn), Side::Written) => (1, "depends_on"),
        (Some(Trail::PartOf), Side::Written) => (2, "part_of"),
        (Some(Trail::LeadsTo), Side::Written) | (Some(Trail::BuiltOn | Trail::PartOf), Side::Derived) => {
            (3, "leads_to")
        }
        (Some(Trail::DependsOn), Side::Derived) => (4, "needed_by"),
        (Some(Trail::FollowedUpBy), _) => (5, "followed_up"),
        (Some(Trail::Audits), Side::Derived) => (6, "audited"),
        (Some(Trail::Audits), Side::Written) => (7, "audits"),
        (Some(Trail::LeadsTo), Side::Derived) => (8, "led_here"),
        (None, _) => (MENTIONED, "related"),
    }
}

fn add(groups: &mut Groups, (place, key): (usize, &str), label: &str, index: DocumentIndex) {
    let group = groups.entry((place, label.to_owned())).or_default();
    if group.key.is_empty() {
        group.key = key.to_owned();
    }
    if group.known.insert(index) {
        group.items.push(index);
    }
}
