//! What lists of some roles show besides cards: contacts by situation, terms with their explanations.

use crate::theme::{View, view};
use crate::{
    model::{Collection, DocumentIndex, address::slug, field::Choice},
    render::{
        edition::Edition,
        view::{card, facts::bare, prose::Prose},
    },
};
use std::collections::HashSet;

/// The contacts of a list by situation, in the order in which the declaration gives the situations: what is urgent first.
/// In a scope the national ones come before its own: whoever needs help finds a number there too.
pub(super) fn contacts(
    edition: Edition<'_>,
    collection: &Collection,
    (national, listed): (&[DocumentIndex], &[DocumentIndex]),
) -> Vec<DocumentIndex> {
    let known: HashSet<DocumentIndex> = listed.iter().copied().collect();
    let national = national.iter().copied().filter(|index| !known.contains(index));
    let mut contacts: Vec<DocumentIndex> = national.chain(listed.iter().copied()).collect();
    contacts.sort_by_key(|index| situation(edition, collection, *index).map_or(usize::MAX, |(place, _)| place));
    contacts
}

/// The situation of a contact, with its place among all.
fn situation<'a>(
    edition: Edition<'a>,
    collection: &'a Collection,
    index: DocumentIndex,
) -> Option<(usize, &'a Choice)> {
    let key = edition.site.document(index).fields.text("situation")?;
    collection.field("situation")?.choices.iter().enumerate().find(|(_, choice)| *choice.key == *key)
}

/// The contacts of a page, by situation.
pub(super) fn situations(edition: Edition<'_>, collection: &Collection, here: &[DocumentIndex]) -> Vec<View> {
    let of = |index: &DocumentIndex| situation(edition, collection, *index);
    let groups = here.chunk_by(|a, b| of(a).map(|(place, _)| place) == of(b).map(|(place, _)| place));
    let view = |group: &[DocumentIndex]| {
        let (_, choice) = of(&group[0])?;
        let items: Vec<View> = group.iter().map(|index| contact(edition, *index)).collect();
        Some(
            view!({ "key": slug(&choice.key), "label": choice.label.text(edition.words.language), "lead": null, "items": items }),
        )
    };
    groups.filter_map(view).collect()
}

/// A contact: its card, when to use it and how.
fn contact(edition: Edition<'_>, index: DocumentIndex) -> View {
    let document = edition.site.document(index);
    let fields = edition.fields(index);
    let declared = edition.site.collection_of(document);
    let unknown = declared
        .fields
        .iter()
        .filter(|field| fields.is_unknown(&field.key) && matches!(&*field.key, "telefon" | "epost" | "webb" | "tider"));
    let mut view = card::card(edition, index);
    view["when"] = view!(fields.text("när_text"));
    view["email"] = view!(fields.text("epost").map(|email| view!({ "text": email, "url": format!("mailto:{email}") })));
    view["web"] = view!(fields.text("webb").map(|url| view!({ "text": bare(url), "url": url })));
    view["hours"] = view!(fields.text("tider"));
    view["national"] = view!(fields.is_yes("nationell"));
    view["missing"] = view!(unknown.map(|field| field.label.text(edition.words.language)).collect::<Vec<_>>());
    view
}

/// A term of the glossary.
pub(super) fn term(edition: Edition<'_>, index: DocumentIndex) -> View {
    let document = edition.site.document(index);
    let fields = edition.fields(index);
    let prose = Prose::new(edition, document, Vec::new());
    let explanation = fields.text("förklaring").or_else(|| fields.text("kortversion")).unwrap_or_default();
    view!({
        "id": document.name.rsplit('/').next(),
        "term": edition.title(index),
        "full": fields.text("fullständigt"),
        "html": prose.html(explanation),
        "not_same": edition.field_links(document, &fields, "förväxla_inte"),
        "url": edition.url(index, None),
    })
}
