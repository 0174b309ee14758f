//! Every finding of every audit, risks first.

use crate::theme::{View, view};
use crate::{
    model::{Address, DocumentIndex, FieldType, Fields, Finding, FindingKind},
    render::{
        edition::Edition,
        marks::{Marks, mark},
        pages::paging::Numbered,
        view::{facts::Shown, findings::finding, prose::Prose},
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// How many findings stand on a page.
const PER_PAGE: usize = 50;

/// Findings of which nobody has told the kind come last.
type Kind = (bool, Option<FindingKind>);

/// A finding by its document and its place in it, from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    kind: Kind,
    document: DocumentIndex,
    place: usize,
}

/// A page of the findings, with what is told of all of them.
pub(super) struct FindingsPlan {
    /// What stands on it.
    pub(super) page: Numbered<Place>,
    whole: Arc<Whole>,
}

struct Whole {
    unanswered: usize,
    kinds: BTreeMap<Kind, usize>,
}

impl FindingsPlan {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let place = |place: &Place| mark(&(place.kind, marks.document(place.document), place.place));
        mark(&(self.page.identity(place), self.whole.unanswered, &self.whole.kinds))
    }

    /// Where it stands.
    pub(super) fn address(&self) -> Address {
        self.page.address()
    }
}

/// Every page of the findings.
pub(super) fn plan(edition: Edition<'_>, base: &Address) -> impl Iterator<Item = FindingsPlan> {
    let mut whole = Whole { unanswered: 0, kinds: BTreeMap::new() };
    let mut places = Vec::new();
    for (document, original) in edition.site.originals() {
        for (place, item) in of(edition, document, &original.fields).enumerate() {
            let kind = (item.kind().is_none(), item.kind());
            whole.unanswered += usize::from(!item.is_answered());
            *whole.kinds.entry(kind).or_default() += 1;
            places.push(Place { kind, document, place });
        }
    }
    places.sort_by_key(|place| place.kind);
    let whole = Arc::new(whole);
    Numbered::all(base, places, PER_PAGE).into_iter().map(move |page| FindingsPlan { page, whole: whole.clone() })
}

/// The findings of a document, whatever their fields are called.
fn of<'f>(edition: Edition<'f>, index: DocumentIndex, fields: &'f Fields) -> impl Iterator<Item = Finding<'f>> {
    let collection = edition.site.collection_of(edition.site.document(index));
    let declared = collection.fields.iter().filter(|field| field.kind == FieldType::Findings);
    declared.flat_map(|field| fields.groups(&field.key)).map(|fields| Finding { fields })
}

/// A page of the findings as templates see it.
pub(super) fn view(edition: Edition<'_>, plan: &FindingsPlan) -> View {
    let mut views = views(edition, &plan.page);
    let groups = plan.page.here().chunk_by(|a, b| a.kind == b.kind).map(|group| {
        let (_, kind) = group[0].kind;
        let label = kind.map(|kind| edition.words.text(&format!("findings-{}s", kind.key()), &[])).unwrap_or_default();
        let items: Vec<View> = views.drain(..group.len()).collect();
        view!({ "label": label, "count": plan.whole.kinds.get(&group[0].kind).copied(), "items": items })
    });
    let groups: Vec<View> = groups.collect();
    let lead = edition.words.count("unanswered-count", plan.whole.unanswered);
    view!({ "lead": lead, "groups": groups, "pages": plan.page.links(edition) })
}

/// The findings of a page in their order. They are made document by document, since those of a document share the first
/// uses of terms.
fn views(edition: Edition<'_>, page: &Numbered<Place>) -> Vec<View> {
    let places = page.here();
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|at| (places[*at].document, places[*at].place));
    let mut views = vec![View::Null; places.len()];
    for of_one in order.chunk_by(|a, b| places[*a].document == places[*b].document) {
        let index = places[of_one[0]].document;
        let (document, fields) = (edition.site.document(index), edition.fields(index));
        let prose = Prose::new(edition, document, Vec::new());
        let shown = Shown { edition, document, prose: &prose };
        let items: Vec<Finding<'_>> = of(edition, index, &fields).collect();
        for at in of_one {
            let item = items[places[*at].place];
            let mut view = finding(shown, item);
            view["doc"] = edition.link(index, item.id());
            // Findings of several audits stand on one page: their anchors are kept apart by place.
            view["id"] = view!(format!("slutsats-{}", page.before() + at + 1));
            views[*at] = view;
        }
    }
    views
}
