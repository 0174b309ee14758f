//! What lists of some roles show besides cards: contacts by situation, terms with their explanations.

use crate::theme::{View, view};
use crate::{
    model::{Collection, DocumentIndex, Role, address::slug, field::Choice},
    render::{
        edition::Edition,
        view::{card, facts::bare, prose::Prose},
    },
};

/// The contacts of a list, in a scope with the national ones before its own: whoever needs help finds a number there too.
pub(super) fn with_national(edition: Edition<'_>, scope: Option<&str>, shown: &[DocumentIndex]) -> Vec<DocumentIndex> {
    if scope.is_none() {
        return shown.to_vec();
    }
    let national = edition.site.with_role(Role::Contact).filter(|(_, document)| document.fields.is_yes("nationell"));
    let national = national.map(|(index, _)| index).filter(|index| !shown.contains(index));
    national.chain(shown.iter().copied()).collect()
}

/// Contacts by situation, in the order in which the declaration gives the situations: what is urgent first.
pub(super) fn situations(edition: Edition<'_>, collection: &Collection, shown: &[DocumentIndex]) -> Vec<View> {
    let Some(field) = collection.field("situation") else { return Vec::new() };
    let situation = |choice: &Choice| {
        let here =
            shown.iter().filter(|index| edition.site.document(**index).fields.text("situation") == Some(&*choice.key));
        let items: Vec<View> = here.map(|index| contact(edition, *index)).collect();
        (!items.is_empty()).then(|| view!({ "key": slug(&choice.key), "label": choice.label.text(edition.words.language), "lead": null, "items": items }))
    };
    field.choices.iter().filter_map(situation).collect()
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
