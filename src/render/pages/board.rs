//! The state of all commitments, and of those of one status, responsible, subject or scope; fifty to a page.

mod filters;

use super::{
    facet::{self, Below, Facet, ValuesPlan},
    home_crumb,
    paging::Numbered,
};
use crate::theme::{View, view};
use crate::{
    model::{Address, Commitment, DocumentIndex, Progress, Status, Variant},
    render::{
        edition::Edition,
        marks::{Marks, mark},
        pieces::{Of, Pieces},
        view::{card, commitments, frame::Page, state},
    },
};
pub(super) use filters::scope_url;
use std::sync::Arc;

/// The path of the board.
const BOARD: &str = "laget";
/// What draws it.
const TEMPLATE: &str = "board.html";
/// How many commitments stand on a page.
const PER_PAGE: usize = 50;

/// A commitment with the document that it stands in.
type Entry<'a> = (DocumentIndex, Commitment<'a>);

/// Every commitment of the site, by status, and what it can be narrowed to: found once for all pages of the board.
struct Board<'a> {
    entries: Vec<Entry<'a>>,
    filters: Vec<Arc<Facet>>,
}

/// One page of the board.
pub(in crate::render) struct BoardPlan<'a> {
    board: Arc<Board<'a>>,
    /// The facet and its value that it is narrowed to, by their places.
    narrowed: Option<(usize, usize)>,
    progress: Arc<Progress>,
    /// Places of entries.
    page: Numbered<u32>,
}

impl BoardPlan<'_> {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let entry = |place: &u32| {
            let (index, commitment) = self.board.entries[*place as usize];
            mark(&(marks.document(index), commitment.id(), commitment.heading(), commitment.status()))
        };
        let filters: Vec<u64> = self.board.filters.iter().map(|facet| facet.mark).collect();
        let progress: Vec<(Status, usize)> = self.progress.segments().collect();
        let filters = if self.page.is_first() { filters } else { Vec::new() };
        let narrowed = self.narrowed.map(|(facet, value)| (facet, &self.board.filters[facet].values[value].label));
        mark(&(filters, narrowed, progress, self.page.identity(entry)))
    }

    /// How far on in the whole board the page begins; it comes after all lists.
    pub(super) fn turn(&self) -> (usize, u32) {
        (usize::MAX, self.page.here().first().copied().unwrap_or(0))
    }

    /// Where it stands.
    pub(super) fn address(&self) -> Address {
        self.page.address()
    }
}

/// Every page of the board, and of all values of filters that have many.
pub(super) fn plan(edition: Edition<'_>) -> (Vec<BoardPlan<'_>>, Vec<(Address, ValuesPlan)>) {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (index, _) in edition.site.originals() {
        entries.extend(card::commitments(edition, index).into_iter().map(|commitment| (index, commitment)));
    }
    // In the order in which statuses are always shown.
    entries.sort_by_key(|(_, commitment)| Status::ALL.iter().position(|known| *known == commitment.status()));
    let base = Address::new(&Variant::Original, BOARD);
    let (filters, narrowed) = filters::filters(edition, &base, &entries);
    let all: Vec<u32> = (0u32..).zip(&entries).map(|(place, _)| place).collect();
    let board = Arc::new(Board { entries, filters });
    let mut plans = pages(&board, (None, &base), all);
    for (narrowed, places) in narrowed {
        let (facet, value) = narrowed;
        plans.extend(pages(&board, (Some(narrowed), &board.filters[facet].values[value].address), places));
    }
    let title = edition.words.text("title-board", &[]);
    let below = Below { title, url: edition.path(base.path()), kind: BOARD.into(), scope: None };
    let values = board.filters.iter().flat_map(|facet| facet::plan(facet, &below)).collect();
    (plans, values)
}

/// The pages of some commitments.
fn pages<'a>(
    board: &Arc<Board<'a>>,
    (narrowed, base): (Option<(usize, usize)>, &Address),
    places: Vec<u32>,
) -> Vec<BoardPlan<'a>> {
    let statuses = places.iter().map(|place| board.entries[*place as usize].1.status());
    let progress: Arc<Progress> = Arc::new(statuses.collect());
    let plan = |page| BoardPlan { board: board.clone(), narrowed, progress: progress.clone(), page };
    Numbered::all(base, places, PER_PAGE).into_iter().map(plan).collect()
}

/// A page of the board. Its first page tells of the whole: how far all has come, and what it can be narrowed to.
pub(super) fn page(edition: Edition<'_>, address: Address, (plan, pieces): (&BoardPlan<'_>, &Pieces<'_>)) -> Page {
    let filters = &plan.board.filters;
    let first = plan.page.is_first();
    let title = edition.words.text("title-board", &[]);
    let narrowed = plan.narrowed.map(|(facet, value)| (&filters[facet], &filters[facet].values[value]));
    let whole = narrowed.map_or_else(
        || title.clone(),
        |(facet, value)| {
            let arguments = [("title", &*title), ("facet", &facet.label.to_lowercase()), ("value", &value.label)];
            edition.words.text("title-facet", &arguments)
        },
    );
    let heading = plan.page.heading(edition, whole.clone());
    let mut page = Page::new(address, TEMPLATE, heading.clone());
    page.kind = Some(BOARD.into());
    page.dated = true;
    page.crumbs = home_crumb(edition);
    if narrowed.is_some() || !first {
        page.crumbs.push(view!({ "title": title, "url": edition.page(BOARD) }));
    }
    if let Some((_, value)) = narrowed.filter(|_| !first) {
        page.crumbs.push(view!({ "title": whole, "url": edition.path(value.address.path()) }));
    }
    let lead = edition.words.text("title-board-lead", &[]);
    page.description = Some(lead.clone());
    let chosen = |place: usize| plan.narrowed.filter(|(facet, _)| *facet == place).map(|(_, value)| value);
    let filters = filters.iter().enumerate().filter(|_| first);
    page.content = view!({ "board": {
        "heading": heading,
        "lead": lead,
        "total": plan.page.count(),
        "progress": if first { state::progress(edition, &plan.progress) } else { None },
        "filters": filters.map(|(place, facet)| facet.view(edition, chosen(place))).collect::<Vec<_>>(),
        "groups": groups(edition, plan, pieces),
        "pages": plan.page.links(edition),
    } });
    page
}

/// By status, with how many there are of each on all pages.
fn groups(edition: Edition<'_>, plan: &BoardPlan<'_>, pieces: &Pieces<'_>) -> Vec<View> {
    let entry = |place: u32| &plan.board.entries[place as usize];
    let status_of = |place: u32| entry(place).1.status();
    let by_status = plan.page.here().chunk_by(|a, b| status_of(*a) == status_of(*b));
    let item = |place: &u32| {
        let item = |edition: Edition<'_>| item(edition, entry(*place));
        pieces.piece(edition, (TEMPLATE, Of::BoardItem(*place)), item).unwrap_or_else(|| item(edition))
    };
    let group = |group: &[u32]| {
        let status = status_of(group[0]);
        let count = plan.progress.segments().find(|(known, _)| *known == status).map(|(_, count)| count);
        let items: Vec<View> = group.iter().map(item).collect();
        view!({ "label": state::status(edition, status)["label"].clone(), "count": count, "items": items })
    };
    by_status.map(group).collect()
}

fn item(edition: Edition<'_>, (index, commitment): &Entry<'_>) -> View {
    let (index, commitment) = (*index, *commitment);
    let document = edition.site.document(index);
    view!({
        "heading": commitment.heading(),
        "url": edition.url(index, Some(commitment.id())),
        "status": state::status(edition, commitment.status()),
        "notice": commitments::time_notice(edition, commitment),
        "responsible": edition.field_links(document, commitment.fields, "ansvarig"),
        "deadline": commitments::deadline(edition, commitment.deadline()),
        "doc": edition.link(index, None),
    })
}
