//! The state of all commitments, and of those of one status, responsible, subject or scope.

use super::{home_crumb, lists::target_slug};
use crate::theme::{View, view};
use crate::{
    model::{
        Address, Commitment, Document, DocumentIndex, Progress, Status, Variant,
        address::{FACET, slug},
    },
    render::{
        edition::Edition,
        view::{card, commitments, frame::Page, state},
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// The path of the board.
const BOARD: &str = "laget";
/// The filter by scope.
const SCOPE: &str = "kommun";
/// What it can be narrowed by, with the keys of their texts.
const KINDS: [(&str, &str); 4] =
    [("status", "field-status"), ("ansvarig", "field-responsible"), ("amne", "field-subject"), (SCOPE, "field-scope")];

/// What the board is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) struct Filter {
    key: &'static str,
    value: String,
    label: String,
}

/// A commitment with the document that it stands in.
type Entry<'a> = (DocumentIndex, Commitment<'a>);

/// Every commitment of the site, and what belongs to each filter: found once for all pages of the board.
pub(in crate::render) struct Board<'a> {
    entries: Vec<Entry<'a>>,
    filters: BTreeMap<Filter, Vec<usize>>,
}

impl<'a> Board<'a> {
    fn new(edition: Edition<'a>) -> Self {
        let entries: Vec<Entry<'a>> = edition
            .site
            .originals()
            .flat_map(|(index, _)| {
                card::commitments(edition, index).into_iter().map(move |commitment| (index, commitment))
            })
            .collect();
        let mut filters: BTreeMap<Filter, Vec<usize>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            for filter in of(edition, entry) {
                filters.entry(filter).or_default().push(place);
            }
        }
        Self { entries, filters }
    }

    fn shown(&self, filter: Option<&Filter>) -> Vec<&Entry<'a>> {
        match filter {
            None => self.entries.iter().collect(),
            Some(filter) => self.filters.get(filter).into_iter().flatten().map(|place| &self.entries[*place]).collect(),
        }
    }
}

/// One page of the board.
pub(in crate::render) struct BoardPlan<'a> {
    board: Arc<Board<'a>>,
    filter: Option<Filter>,
}

/// Every page of the board.
pub(super) fn plan(edition: Edition<'_>) -> Vec<(Address, BoardPlan<'_>)> {
    let board = Arc::new(Board::new(edition));
    let filters = board.filters.keys().cloned().map(Some);
    let filters: Vec<Option<Filter>> = std::iter::once(None).chain(filters).collect();
    let planned = filters.into_iter().map(|filter| {
        let address = filter.as_ref().map_or_else(|| Address::new(&Variant::Original, BOARD), address);
        (address, BoardPlan { board: board.clone(), filter })
    });
    planned.collect()
}

fn address(filter: &Filter) -> Address {
    Address::new(&Variant::Original, BOARD).join(&format!("{FACET}/{}/{}", filter.key, filter.value))
}

/// The board of a scope, where it has commitments.
pub(super) fn scope_url(edition: Edition<'_>, scope: Option<&str>) -> Option<String> {
    let scope = scope?;
    let here = |document: &Document| document.scope.as_deref() == Some(scope);
    let mut documents = edition.site.originals().filter(|(_, document)| here(document));
    documents.find(|(index, _)| !card::commitments(edition, *index).is_empty())?;
    let filter = Filter { key: SCOPE, value: slug(scope), label: String::new() };
    Some(edition.path(address(&filter).path()))
}

fn of(edition: Edition<'_>, (index, commitment): &Entry<'_>) -> Vec<Filter> {
    let document = edition.site.document(*index);
    let status = commitment.status();
    let label = state::status(edition, status)["label"].as_str().unwrap_or_default().to_owned();
    let mut found = vec![Filter { key: "status", value: state::dashed(status.key()), label }];
    let subjects = edition.targets(document, commitment.fields, "ämnen");
    let subjects = if subjects.is_empty() { edition.targets(document, &document.fields, "ämnen") } else { subjects };
    let responsible = edition.targets(document, commitment.fields, "ansvarig");
    for (key, targets) in [("ansvarig", responsible), ("amne", subjects)] {
        for target in targets {
            let filter = Filter { key, value: target_slug(edition, target), label: edition.title(target).to_owned() };
            if !found.contains(&filter) {
                found.push(filter);
            }
        }
    }
    if let Some(scope) = document.scope.as_deref()
        && let Some(place) = edition.site.scope(scope)
    {
        found.push(Filter { key: SCOPE, value: slug(scope), label: edition.title(place).to_owned() });
    }
    found
}

/// The page of the board.
pub(super) fn page(edition: Edition<'_>, address: Address, plan: &BoardPlan<'_>) -> Page {
    let filter = plan.filter.as_ref();
    let shown = plan.board.shown(filter);
    let title = edition.words.text("title-board", &[]);
    let heading = filter.map_or_else(
        || title.clone(),
        |filter| {
            let facet = KINDS.iter().find(|(key, _)| *key == filter.key).map(|(_, text)| edition.words.text(text, &[]));
            let facet = facet.unwrap_or_default().to_lowercase();
            edition.words.text("title-facet", &[("title", &title), ("facet", &facet), ("value", &filter.label)])
        },
    );
    let mut page = Page::new(address, "board.html", heading.clone());
    page.kind = Some(BOARD.into());
    page.dated = true;
    page.crumbs = home_crumb(edition);
    if filter.is_some() {
        page.crumbs.push(view!({ "title": title, "url": edition.page(BOARD) }));
    }
    let lead = edition.words.text("title-board-lead", &[]);
    page.description = Some(lead.clone());
    let progress: Progress = shown.iter().map(|(_, commitment)| commitment.status()).collect();
    page.content = view!({ "board": {
        "heading": heading,
        "lead": lead,
        "total": shown.len(),
        "progress": state::progress(edition, &progress),
        "filters": filter_views(edition, &plan.board.filters, filter),
        "groups": groups(edition, &shown),
    } });
    page
}

fn filter_views(edition: Edition<'_>, filters: &BTreeMap<Filter, Vec<usize>>, chosen: Option<&Filter>) -> Vec<View> {
    let view = |(key, text): &(&str, &str)| {
        let mut values: Vec<View> = filters
            .iter()
            .filter(|(filter, _)| filter.key == *key)
            .map(|(filter, found)| {
                let url = edition.path(address(filter).path());
                view!({ "label": &filter.label, "url": url, "count": found.len(), "current": chosen == Some(filter) })
            })
            .collect();
        // Statuses stand in their own order, everything else in that of the alphabet.
        let place = |value: &View| {
            Status::ALL.iter().position(|known| state::status(edition, *known)["label"] == value["label"])
        };
        values.sort_by(|a, b| {
            let name = |value: &View| value["label"].as_str().unwrap_or_default().to_owned();
            place(a).cmp(&place(b)).then_with(|| edition.order.compare(&name(a), &name(b)))
        });
        (!values.is_empty()).then(|| view!({ "key": key, "label": edition.words.text(text, &[]), "values": values }))
    };
    KINDS.iter().filter_map(view).collect()
}

/// By status, in the order in which statuses are always shown.
fn groups(edition: Edition<'_>, shown: &[&Entry<'_>]) -> Vec<View> {
    let group = |status: Status| {
        let here = shown.iter().filter(|(_, commitment)| commitment.status() == status);
        let items: Vec<View> = here.map(|(index, commitment)| item(edition, *index, *commitment)).collect();
        (!items.is_empty()).then(|| view!({ "label": state::status(edition, status)["label"].clone(), "items": items }))
    };
    Status::ALL.into_iter().filter_map(group).collect()
}

fn item(edition: Edition<'_>, index: DocumentIndex, commitment: Commitment<'_>) -> View {
    let document = edition.site.document(index);
    view!({
        "heading": commitment.heading(),
        "url": edition.url(index, Some(commitment.id())),
        "status": state::status(edition, commitment.status()),
        "notice": commitments::time_notice(edition, commitment),
        "responsible": edition.field_links(document, commitment.fields, "ansvarig"),
        "deadline": commitments::deadline(edition, commitment.deadline()),
        "doc": card::card(edition, index),
    })
}
