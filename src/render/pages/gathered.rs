//! What the home page and the pages of scopes tell of all documents: found once for an edition, before any is drawn.

use super::registers::{changes::Told, missing};
use crate::{
    model::{
        Collection, Commitment, DocumentIndex, Progress, Role, Status, ValidityState,
        collection::{HOME, SCOPE},
    },
    render::{
        edition::Edition,
        listing,
        marks::{Marks, mark},
        view::card,
    },
};
use std::{cmp::Reverse, collections::HashMap, sync::Arc};

/// How many pledges the home page shows.
const PLEDGES: usize = 6;
/// How many changes the home page shows.
const LATEST: usize = 5;
/// How many pledges a scope's page shows.
const OF_A_SCOPE: usize = 12;
/// How many documents of a kind a scope's page shows.
const OF_A_KIND: usize = 4;
/// Up to how many scopes have cards on the home page; more are plain links, by name.
pub(super) const SCOPE_CARDS: usize = 12;

/// What a page tells of other documents.
pub(in crate::render) enum Gathered {
    /// Nothing that is not in its own fields and links.
    Nothing,
    /// What the home page tells.
    Home(Arc<Home>),
    /// What a scope's page tells.
    Scope(Arc<Scope>),
}

impl Gathered {
    /// Stands for everything that is told.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let names = |documents: &[DocumentIndex]| -> Vec<u64> {
            documents.iter().map(|index| marks.document(*index)).collect()
        };
        let come = |progress: &Progress| -> Vec<(Status, usize)> { progress.segments().collect() };
        match self {
            Self::Nothing => 0,
            Self::Home(home) => {
                let Home { pledges, progress, scopes, latest, missing } = &**home;
                let scopes: Vec<_> =
                    scopes.iter().map(|(index, progress)| (marks.document(*index), come(progress))).collect();
                let latest: Vec<u64> = latest.iter().map(|told| told.identity(marks)).collect();
                mark(&(names(pledges), come(progress), scopes, latest, missing))
            }
            Self::Scope(scope) => {
                let Scope { pledges, promised, progress, has_board, contacts, kinds } = &**scope;
                let kinds: Vec<_> =
                    kinds.iter().map(|kind| (kind.collection, kind.count, names(&kind.first))).collect();
                mark(&(names(pledges), promised, come(progress), has_board, names(contacts), kinds))
            }
        }
    }
}

/// What the home page tells of the site.
pub(in crate::render) struct Home {
    /// The first pledges.
    pub(super) pledges: Vec<DocumentIndex>,
    /// How far all of them have come.
    pub(super) progress: Progress,
    /// Scopes, each with how far its pledges have come.
    pub(super) scopes: Vec<(DocumentIndex, Progress)>,
    /// The latest changes.
    pub(super) latest: Vec<Told>,
    /// How many values are missing.
    pub(super) missing: usize,
}

/// What a scope's page tells of the scope.
#[derive(Default)]
pub(in crate::render) struct Scope {
    /// The first pledges.
    pub(super) pledges: Vec<DocumentIndex>,
    /// How many pledges there are.
    pub(super) promised: usize,
    /// How far all of them have come.
    pub(super) progress: Progress,
    /// Whether it has a board: something in it is promised.
    pub(super) has_board: bool,
    /// Its contacts, by name.
    pub(super) contacts: Vec<DocumentIndex>,
    /// Its documents by kind.
    pub(super) kinds: Vec<Kind>,
}

/// Documents of a kind in a scope.
pub(super) struct Kind {
    /// The place of its collection.
    pub(super) collection: usize,
    /// How many there are.
    pub(super) count: usize,
    /// The first of them.
    pub(super) first: Vec<DocumentIndex>,
}

/// What is gathered for an edition, once one of its pages asks.
pub(super) struct Gathering<'a> {
    edition: Edition<'a>,
    changes: &'a [Told],
    found: Option<Found<'a>>,
}

struct Found<'a> {
    home: Arc<Home>,
    scopes: HashMap<&'a str, Arc<Scope>>,
}

/// Whether the page of a document tells of others: the home page and those of scopes do.
pub(super) fn gathers(edition: Edition<'_>, index: DocumentIndex) -> bool {
    let key = &*edition.site.collection_of(edition.site.document(index)).key;
    key == HOME || key == SCOPE
}

impl<'a> Gathering<'a> {
    /// Nothing is looked for yet.
    pub(super) fn new(edition: Edition<'a>, changes: &'a [Told]) -> Self {
        Self { edition, changes, found: None }
    }

    /// What the page of a document tells of others.
    pub(super) fn of(&mut self, index: DocumentIndex) -> Gathered {
        if !gathers(self.edition, index) {
            return Gathered::Nothing;
        }
        let document = self.edition.site.document(index);
        let key = &*self.edition.site.collection_of(document).key;
        let found = self.found.get_or_insert_with(|| Found::new(self.edition, self.changes));
        match document.scope.as_deref().filter(|_| key == SCOPE) {
            Some(folder) => Gathered::Scope(found.scopes.get(folder).cloned().unwrap_or_default()),
            None => Gathered::Home(found.home.clone()),
        }
    }
}

impl<'a> Found<'a> {
    fn new(edition: Edition<'a>, changes: &[Told]) -> Self {
        let site = edition.site;
        let mut scopes: HashMap<&str, Scope> = HashMap::new();
        let mut progress = Progress::default();
        let mut pledges = Vec::new();
        for (index, come) in promises(edition, &mut scopes) {
            progress.add_all(&come);
            if pledges.len() < PLEDGES {
                pledges.push(index);
            }
            if let Some(folder) = site.document(index).scope.as_deref() {
                let scope = scopes.entry(folder).or_default();
                scope.promised += 1;
                scope.progress.add_all(&come);
                if scope.pledges.len() < OF_A_SCOPE {
                    scope.pledges.push(index);
                }
            }
        }
        for (index, contact) in site.with_role(Role::Contact) {
            if let Some(folder) = contact.scope.as_deref() {
                scopes.entry(folder).or_default().contacts.push(index);
            }
        }
        kinds(edition, &mut scopes);
        let come =
            |folder: Option<&str>| folder.and_then(|folder| scopes.get(folder)).map(|scope| scope.progress.clone());
        let of_scopes =
            site.scopes().map(|(index, document)| (index, come(document.scope.as_deref()).unwrap_or_default()));
        let mut of_scopes: Vec<(DocumentIndex, Progress)> = of_scopes.collect();
        if of_scopes.len() > SCOPE_CARDS {
            of_scopes.sort_by_key(|(index, _)| edition.ordered().title(*index));
        }
        let home = Home {
            pledges,
            progress,
            scopes: of_scopes,
            latest: changes.iter().take(LATEST).copied().collect(),
            missing: missing::missing(edition).0,
        };
        let scopes = scopes.into_iter().map(|(folder, scope)| (folder, Arc::new(scope)));
        Self { home: Arc::new(home), scopes: scopes.collect() }
    }
}

/// What is promised, pledges first, then every other whole with commitments; what is in force before what is not, the
/// latest first. What was superseded or withdrawn is no promise any more. Marks the scopes that promise anything.
fn promises<'a>(edition: Edition<'a>, scopes: &mut HashMap<&'a str, Scope>) -> Vec<(DocumentIndex, Progress)> {
    let site = edition.site;
    let own = |index| -> Progress { card::commitments(edition, index).into_iter().map(Commitment::status).collect() };
    let mut found = Vec::new();
    for (index, document) in site.originals() {
        let mut come = own(index);
        if let Some(folder) = document.scope.as_deref().filter(|_| come.total() > 0) {
            scopes.entry(folder).or_default().has_board = true;
        }
        if document.whole.is_some() {
            continue;
        }
        site.parts_of(index).iter().for_each(|part| come.add_all(&own(*part)));
        let rank = if come.total() > 0 { rank(edition, index) } else { GONE };
        if rank < GONE {
            let end = document.validity().and_then(|validity| validity.period.last_day());
            let pledge = site.collection_of(document).has(Role::Pledge);
            let place = (Reverse(pledge), rank, Reverse(end), edition.ordered().title(index));
            found.push((place, index, come));
        }
    }
    found.sort_by_key(|(place, ..)| *place);
    found.into_iter().map(|(_, index, come)| (index, come)).collect()
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

/// The kinds that a scope's page shows, in the order of the menu.
fn kinds<'a>(edition: Edition<'a>, scopes: &mut HashMap<&'a str, Scope>) {
    let site = edition.site;
    // These have a place of their own on the page, or on no scope's page.
    let elsewhere = [Role::Pledge, Role::Contact, Role::Source, Role::Place, Role::Subject, Role::Audience];
    let mut collections: Vec<(usize, &Collection)> = site.collections().iter().enumerate().collect();
    collections.retain(|(_, collection)| collection.is_listed() && !elsewhere.iter().any(|role| collection.has(*role)));
    collections.sort_by(|(_, a), (_, b)| {
        let menu = |collection: &Collection| collection.menu.unwrap_or(i64::MAX);
        menu(a).cmp(&menu(b)).then_with(|| edition.order.compare(&a.name.sv, &b.name.sv))
    });
    for (place, collection) in collections {
        for (folder, members) in listing::by_scope(edition, collection) {
            let first = members.iter().take(OF_A_KIND).copied().collect();
            let kind = Kind { collection: place, count: members.len(), first };
            scopes.entry(folder).or_default().kinds.push(kind);
        }
    }
}
