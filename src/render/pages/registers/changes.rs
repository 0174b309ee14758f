//! What has changed, newest first: changes of pages, entries in logs, new pages.

use crate::theme::{View, view};
use crate::{
    model::{Change, DateValue, DocumentIndex},
    parse::markdown::plain,
    render::{
        edition::Edition,
        marks::{Marks, mark},
        view::card,
    },
};

/// How many changes stand on a page.
pub(super) const PER_PAGE: usize = 50;

/// A change, by the place where it is told.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Told {
    date: DateValue,
    document: DocumentIndex,
    place: Place,
}

/// Where in a document a change is told, from 0.
#[derive(Debug, Clone, Copy, Hash)]
enum Place {
    /// A change of the page itself.
    Change(usize),
    /// A commitment, and the entry in its log.
    Log(usize, usize),
    /// The day that it was published.
    Published,
}

impl Told {
    /// Stands for the change, by the place where it is told.
    pub(in crate::render::pages) fn identity(&self, marks: &Marks) -> u64 {
        mark(&(self.date, marks.document(self.document), self.place))
    }
}

/// Every change, newest first.
pub(in crate::render::pages) fn changes(edition: Edition<'_>) -> Vec<Told> {
    let mut found = Vec::new();
    for (document, _) in edition.site.originals() {
        let mut add = |date: Option<DateValue>, place| {
            found.extend(date.map(|date| Told { date, document, place }));
        };
        let fields = edition.fields(document);
        for (place, change) in Change::of(&fields).enumerate() {
            add(change.date(), Place::Change(place));
        }
        for (commitment, told) in card::commitments(edition, document).into_iter().enumerate() {
            for (entry, told) in told.log().entries().enumerate() {
                add(told.date(), Place::Log(commitment, entry));
            }
        }
        add(fields.date("publicerad"), Place::Published);
    }
    // Documents stand in the order of their names.
    found.sort_by(|a, b| b.date.cmp(&a.date).then(a.document.cmp(&b.document)));
    found
}

/// A change as templates see it.
pub(in crate::render::pages) fn view(edition: Edition<'_>, told: &Told) -> View {
    let index = told.document;
    let kind = edition.site.collection_of(edition.site.document(index)).singular.text(edition.words.language);
    let (text, part, major) = text(edition, told);
    view!({
        "date": edition.words.date_view(told.date),
        "title": edition.title(index),
        "url": edition.url(index, part),
        "text": text,
        "major": major,
        "kind": kind,
    })
}

/// What is told, of which part, and whether it changes what the page says.
fn text<'a>(edition: Edition<'a>, told: &Told) -> (String, Option<&'a str>, bool) {
    match told.place {
        Place::Change(place) => {
            let fields = edition.fields(told.document);
            let change = Change::of(&fields).nth(place);
            let text = change.and_then(Change::text).map(plain).unwrap_or_default();
            (text, None, change.is_some_and(Change::is_major))
        }
        Place::Log(commitment, entry) => {
            let commitment = card::commitments(edition, told.document).into_iter().nth(commitment);
            let entry = commitment.and_then(|commitment| commitment.log().entries().nth(entry));
            let text = entry.and_then(|entry| entry.text()).map(plain).unwrap_or_default();
            (text, commitment.map(|commitment| commitment.id()), false)
        }
        Place::Published => (edition.words.text("change-new-document", &[]), None, true),
    }
}
