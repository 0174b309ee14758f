//! A document's own page.

use super::{
    card,
    commitments::sources,
    facts::{self, Shown},
    notices,
    prose::Prose,
    sections, state, trail,
};
use crate::theme::{View, view};
use crate::{
    model::{Change, DocumentIndex, Field, FieldType, Fields, Role, SourceError, Value as FieldValue, walk::walk},
    parse::markdown::Heading,
    render::edition::Edition,
};

/// The view of a document.
pub(in crate::render) fn document(edition: Edition<'_>, index: DocumentIndex) -> View {
    let site = edition.site;
    let document = site.document(index);
    let fields = edition.fields(index);
    let prose = Prose::new(edition, document, anchors(edition, index));
    let shown = Shown { edition, document, prose: &prose };
    let (body_html, toc) = body(shown, index);
    let sections = sections::sections(shown, &fields);
    let collection = site.collection_of(document);
    let contact = edition.targets(document, &fields, "kontakt").first().map(|index| card::card(edition, *index));
    let asks = fields.get("kontakt").is_some() || collection.has(Role::Pledge) || collection.has(Role::Governing);
    let mut view = view!({
        "id": document.id(),
        "title": edition.title(index),
        "summary": fields.text("kortversion"),
        "lang": edition.language(),
        "kind": card::kind(edition, collection),
        "fallback": fallback(edition, index),
        "state": state::state(edition, index),
        "progress": state::progress(edition, &card::progress(edition, index)),
        "notices": notices::notices(shown, index, &fields),
        "facts": facts::facts(shown, &fields),
        "sections": sections,
        "body_html": body_html,
        "toc": toc.iter().map(heading).collect::<Vec<_>>(),
        "trail": trail::trail(edition, index),
        "groups": trail::groups(edition, index),
        "contact_missing": contact.is_none() && asks,
        "contact": contact,
        "owner": edition.field_link(document, &fields, "ägare"),
        "audiences": edition.field_links(document, &fields, "målgrupper"),
        "subjects": edition.field_links(document, &fields, "ämnen"),
        "places": edition.field_links(document, &fields, "platser"),
    });
    merge(&mut view, family(edition, index));
    merge(&mut view, small_print(shown, index, &fields));
    view
}

/// The body in this edition, else the original's, marked with its language.
fn body(shown: Shown<'_>, index: DocumentIndex) -> (String, Vec<Heading>) {
    let own = shown.edition.body(index);
    if !own.trim().is_empty() || shown.edition.shown(index).is_original() {
        return shown.prose.body(own);
    }
    let (html, toc) = shown.prose.body(shown.edition.site.body(shown.document));
    if html.is_empty() || shown.edition.language() == "sv" {
        (html, toc)
    } else {
        (format!("<div lang=\"sv\">{html}</div>"), toc)
    }
}

/// What to say where a version leaves words to the original.
fn fallback(edition: Edition<'_>, index: DocumentIndex) -> Option<String> {
    let (shown, original) = (edition.shown(index), edition.site.document(index));
    if shown.is_original() {
        return None;
    }
    let declared = &edition.site.collection_of(original).fields;
    let left_out = |field: &Field| {
        field.kind == FieldType::Prose
            && original.fields.text(&field.key).is_some()
            && shown.fields.text(&field.key).is_none()
    };
    let body_left_out = edition.body(index).trim().is_empty() && !edition.site.body(original).trim().is_empty();
    let whole = !body_left_out && !declared.iter().any(left_out);
    let key = if edition.language() == "sv" { "fallback-easy" } else { "fallback-language" };
    (!whole).then(|| edition.words.text(key, &[]))
}

fn heading(heading: &Heading) -> View {
    view!({ "id": &heading.id, "title": &heading.title, "level": heading.level })
}

/// Ids that stand on the page whatever the text says: those of items and of the page's own sections.
pub(in crate::render) fn anchors(edition: Edition<'_>, index: DocumentIndex) -> Vec<String> {
    let document = edition.site.document(index);
    let declared = &edition.site.collection_of(document).fields;
    let frame = [
        "innehall",
        "meny",
        "fakta",
        "delar",
        "kallforteckning",
        "innehallet",
        "ring",
        "galler",
        "lovat",
        "sok",
        "sok-topp",
    ];
    let mut ids: Vec<String> = frame.into_iter().map(str::to_owned).collect();
    ids.extend(declared.iter().map(|field| crate::model::address::slug(&field.key)));
    walk(&document.fields, declared, &mut |visited| {
        if let (FieldType::Text, "id", FieldValue::Text(id)) = (visited.field.kind, &*visited.field.key, visited.value)
        {
            ids.push(id.clone());
        }
    });
    ids
}

/// The whole, the parts, and the neighbours among them.
fn family(edition: Edition<'_>, index: DocumentIndex) -> View {
    let site = edition.site;
    let document = site.document(index);
    let parts = site.parts_of(index).iter().map(|part| {
        let mut card = card::card(edition, *part);
        card["number"] = view!(site.document(*part).fields.text("nr"));
        card
    });
    let whole = document.whole.as_deref().and_then(|whole| site.named(whole));
    let siblings = whole.map(|whole| site.parts_of(whole)).unwrap_or_default();
    let place = siblings.iter().position(|sibling| *sibling == index);
    let previous = place.and_then(|place| siblings.get(place.checked_sub(1)?));
    let next = place.and_then(|place| siblings.get(place + 1));
    let link = |index: &DocumentIndex| edition.link(*index, None);
    view!({
        "parts": parts.collect::<Vec<_>>(),
        "whole": whole.as_ref().map(link),
        "previous": previous.map(link),
        "next": next.map(link),
    })
}

fn small_print(shown: Shown<'_>, index: DocumentIndex, fields: &Fields) -> View {
    let Shown { edition, document, prose } = shown;
    let collection = edition.site.collection_of(document);
    let due = document.validity_facts(collection.review_every).review_due;
    let over = edition.site.state(index).state;
    let asks_review = matches!(
        over,
        crate::model::ValidityState::InForce
            | crate::model::ValidityState::Expiring
            | crate::model::ValidityState::ReviewOverdue
    );
    let source_error = |error: SourceError<'_>| {
        let mut link = edition.source_link(document, error.fields);
        link["place"] = view!(error.source().place());
        link["html"] = view!(error.text().map(|text| prose.html(text)));
        link
    };
    let change = |change: Change<'_>| view!({ "date": change.date().map(|date| edition.words.date_view(date)), "html": change.text().map(|text| prose.html(text)), "major": change.is_major() });
    let changes: Vec<View> = Change::of(fields).rev().map(change).collect();
    view!({
        "sources": sources(edition, document, fields),
        "source_errors": SourceError::of(fields).map(source_error).collect::<Vec<_>>(),
        "changes": changes,
        "published": edition.date(fields, "publicerad"),
        "updated": edition.date(fields, "uppdaterad"),
        "reviewed": edition.date(fields, "granskad"),
        "review_due": due.filter(|_| asks_review).map(|due| edition.words.day_view(due)),
        "files": fields.groups("bilagor").filter_map(|fields| file(shown, fields)).collect::<Vec<_>>(),
        "short_url": fields.text("kort").map(|short| edition.page(short)),
    })
}

#[expect(clippy::cast_precision_loss, reason = "shown in whole kilobytes")]
fn file(shown: Shown<'_>, fields: &Fields) -> Option<View> {
    let Shown { edition, document, .. } = shown;
    let written = fields.text("fil")?;
    let name = edition.site.attachment(document, written)?;
    let size = edition.site.attached(name).map_or(0, |attachment| attachment.bytes.len());
    let kilobytes = edition.words.number((size as f64 / 1024.0).ceil());
    Some(view!({
        "title": fields.text("titel"),
        "url": edition.path(&format!("/{name}")),
        "type": written.rsplit('.').next().unwrap_or_default().to_uppercase(),
        "size": edition.words.text("file-size-kb", &[("size", &kilobytes)]),
        "accessible": fields.is_yes("tillgänglig"),
    }))
}

/// Adds the keys of one view to another.
pub(in crate::render) fn merge(view: &mut View, more: View) {
    if let (View::Object(view), View::Object(more)) = (view, more) {
        view.extend(more);
    }
}
