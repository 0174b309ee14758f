//! The state of all commitments, and of those of one status, responsible, subject or scope; fifty to a page.

mod filters;

use super::{home_crumb, paging::Numbered};
use crate::{
    model::{Address, Commitment, DocumentIndex, Progress, Status, Variant},
    render::{
        edition::Edition,
        view::{card, commitments, frame::Page, state},
    },
};
use filters::Filters;
pub(super) use filters::scope_url;
use serde_json::{Value, json};
use std::sync::Arc;

/// The path of the board.
const BOARD: &str = "laget";
/// How many commitments stand on a page.
const PER_PAGE: usize = 50;

/// A commitment with the document that it stands in.
type Entry<'a> = (DocumentIndex, Commitment<'a>);

/// Every commitment of the site, by status, and what it can be narrowed to: found once for all pages of the board.
struct Board<'a> {
    entries: Vec<Entry<'a>>,
    filters: Filters,
}

/// One page of the board.
pub(in crate::render) struct BoardPlan<'a> {
    board: Arc<Board<'a>>,
    /// What it is narrowed to, by its place among the filters.
    filter: Option<usize>,
    progress: Arc<Progress>,
    /// Places of entries.
    page: Numbered<u32>,
}

/// Every page of the board.
pub(super) fn plan(edition: Edition<'_>) -> Vec<(Address, BoardPlan<'_>)> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (index, _) in edition.site.originals() {
        entries.extend(card::commitments(edition, index).into_iter().map(|commitment| (index, commitment)));
    }
    // In the order in which statuses are always shown.
    entries.sort_by_key(|(_, commitment)| Status::ALL.iter().position(|known| *known == commitment.status()));
    let (filters, narrowed) = filters::filters(edition, &entries);
    let all: Vec<u32> = (0u32..).zip(&entries).map(|(place, _)| place).collect();
    let board = Arc::new(Board { entries, filters });
    let mut plans = pages(&board, (None, Address::new(&Variant::Original, BOARD)), all);
    for (place, found) in narrowed.into_iter().enumerate() {
        let address = board.filters.all[place].address();
        plans.extend(pages(&board, (Some(place), address), found));
    }
    plans.into_iter().map(|plan| (plan.page.address(), plan)).collect()
}

/// The pages of some commitments.
fn pages<'a>(board: &Arc<Board<'a>>, (filter, base): (Option<usize>, Address), places: Vec<u32>) -> Vec<BoardPlan<'a>> {
    let statuses = places.iter().map(|place| board.entries[*place as usize].1.status());
    let progress: Arc<Progress> = Arc::new(statuses.collect());
    let plan = |page| BoardPlan { board: board.clone(), filter, progress: progress.clone(), page };
    Numbered::all(&base, places, PER_PAGE).into_iter().map(plan).collect()
}

/// A page of the board. Its first page tells of the whole: how far all has come, and what it can be narrowed to.
pub(super) fn page(edition: Edition<'_>, address: Address, plan: &BoardPlan<'_>) -> Page {
    let filters = &plan.board.filters;
    let filter = plan.filter.map(|place| &filters.all[place]);
    let title = edition.words.text("title-board", &[]);
    let whole = filter.map_or_else(|| title.clone(), |filter| filter.heading(edition, &title));
    let heading = plan.page.heading(edition, whole.clone());
    let mut page = Page::new(address, "board.html", heading.clone());
    page.kind = Some(BOARD.into());
    page.dated = true;
    page.crumbs = home_crumb(edition);
    if filter.is_some() || !plan.page.is_first() {
        page.crumbs.push(json!({ "title": title, "url": edition.page(BOARD) }));
    }
    if let Some(filter) = filter.filter(|_| !plan.page.is_first()) {
        page.crumbs.push(json!({ "title": whole, "url": edition.path(filter.address().path()) }));
    }
    let lead = edition.words.text("title-board-lead", &[]);
    page.description = Some(lead.clone());
    let first = plan.page.is_first();
    page.content = json!({ "board": {
        "heading": heading,
        "lead": lead,
        "total": plan.page.count(),
        "progress": if first { state::progress(edition, &plan.progress) } else { None },
        "filters": if first { filters.views(edition, plan.filter) } else { Vec::new() },
        "groups": groups(edition, plan),
        "pages": plan.page.links(edition),
    } });
    page
}

/// By status, with how many there are of each on all pages.
fn groups(edition: Edition<'_>, plan: &BoardPlan<'_>) -> Vec<Value> {
    let here: Vec<&Entry<'_>> = plan.page.here().iter().map(|place| &plan.board.entries[*place as usize]).collect();
    let by_status = here.chunk_by(|(_, a), (_, b)| a.status() == b.status());
    let group = |group: &[&Entry<'_>]| {
        let status = group[0].1.status();
        let count = plan.progress.segments().find(|(known, _)| *known == status).map(|(_, count)| count);
        let items: Vec<Value> = group.iter().map(|(index, commitment)| item(edition, *index, *commitment)).collect();
        json!({ "label": state::status(edition, status)["label"], "count": count, "items": items })
    };
    by_status.map(group).collect()
}

fn item(edition: Edition<'_>, index: DocumentIndex, commitment: Commitment<'_>) -> Value {
    let document = edition.site.document(index);
    json!({
        "heading": commitment.heading(),
        "url": edition.url(index, Some(commitment.id())),
        "status": state::status(edition, commitment.status()),
        "notice": commitments::time_notice(edition, commitment),
        "responsible": edition.field_links(document, commitment.fields, "ansvarig"),
        "deadline": commitments::deadline(edition, commitment.deadline()),
        "doc": edition.link(index, None),
    })
}
