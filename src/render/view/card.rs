//! Cards: a document as it is seen from another page.

use super::{facts::dial, state};
use crate::theme::{View, view};
use crate::{
    model::{Collection, Commitment, DocumentIndex, FieldType, Progress, Role, Value as FieldValue},
    render::{edition::Edition, listing},
};

/// The card of a document.
pub(in crate::render) fn card(edition: Edition<'_>, index: DocumentIndex) -> View {
    let site = edition.site;
    let document = site.document(index);
    let collection = site.collection_of(document);
    let shown = edition.shown(index);
    let scope = document.scope.as_deref().and_then(|scope| site.scope(scope)).filter(|scope| *scope != index);
    view!({
        "title": shown.title(),
        "url": edition.url(index, None),
        "summary": shown.fields.text("kortversion").or_else(|| document.fields.text("kortversion")),
        "kind": kind(edition, collection),
        "scope": scope.map(|scope| edition.link(scope, None)),
        "meta": meta(edition, index),
        "state": state::state(edition, index),
        "progress": state::progress(edition, &progress(edition, index)),
        "lang": edition.foreign(index),
        "note": null,
        "phone": phone(edition, index),
    })
}

/// What kind of document it is, with the list of them.
pub(in crate::render) fn kind(edition: Edition<'_>, collection: &Collection) -> View {
    view!({
        "key": &*collection.key,
        "title": collection.singular.text(edition.words.language),
        "url": collection.is_listed().then(|| listing::url(edition, collection, None)),
    })
}

/// How far the commitments of a document and its parts have come.
pub(in crate::render) fn progress(edition: Edition<'_>, index: DocumentIndex) -> Progress {
    let parts = edition.site.parts_of(index);
    let documents = std::iter::once(index).chain(parts.iter().copied());
    documents.flat_map(|index| commitments(edition, index)).map(Commitment::status).collect()
}

/// The commitments of a document, whatever their field is called.
pub(in crate::render) fn commitments<'a>(edition: Edition<'a>, index: DocumentIndex) -> Vec<Commitment<'a>> {
    let document = edition.site.document(index);
    let declared = &edition.site.collection_of(document).fields;
    let keys = declared.iter().filter(|field| field.kind == FieldType::Commitments).map(|field| &field.key);
    keys.flat_map(|key| document.fields.groups(key)).map(|fields| Commitment { fields }).collect()
}

/// The first phone number of a document: `{text, url}`.
pub(in crate::render) fn phone(edition: Edition<'_>, index: DocumentIndex) -> Option<View> {
    let document = edition.site.document(index);
    document.fields.iter().find_map(|(_, value)| match value {
        FieldValue::Phone(number) => Some(view!({ "text": number, "url": dial(number) })),
        _ => None,
    })
}

/// A few words about a document: its period where it has no state, its date, its place in a whole.
fn meta(edition: Edition<'_>, index: DocumentIndex) -> Vec<String> {
    let document = edition.site.document(index);
    let collection = edition.site.collection_of(document);
    let wanted = |kind: FieldType| matches!(kind, FieldType::Period | FieldType::Date);
    let own = collection.fields.iter().skip(collection.own).filter(|field| wanted(field.kind));
    let mut meta: Vec<String> = own
        .filter_map(|field| match document.fields.get(&field.key)? {
            FieldValue::Period(period) => Some(edition.words.period(*period)),
            FieldValue::Date(date) => {
                let label = field.label.text(edition.words.language);
                Some(format!("{label}: {}", edition.words.date(*date)))
            }
            _ => None,
        })
        .take(1)
        .collect();
    if collection.has(Role::Source)
        && let Some(publisher) = document.fields.text("utgivare")
    {
        meta.push(publisher.to_owned());
    }
    meta
}
