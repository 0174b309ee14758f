//! States, statuses and progress as templates see them.

use crate::theme::{View, view};
use crate::{
    model::{DatedState, DocumentIndex, Progress, Status, ValidityState},
    render::edition::Edition,
};

/// The page that tells how each state is decided.
pub(in crate::render) const EXPLAINED: &str = "sa-bedoms-laget";

/// A status: `{key, tone, label}`.
pub(in crate::render) fn status(edition: Edition<'_>, status: Status) -> View {
    view!({ "key": status.key(), "tone": status.tone(), "label": edition.words.text(&format!("status-{}", dashed(status.key())), &[]) })
}

/// The state of a document, unless it says nothing of its time and is not of a kind that should.
pub(in crate::render) fn state(edition: Edition<'_>, index: DocumentIndex) -> Option<View> {
    let dated = edition.site.state(index);
    let document = edition.site.document(index);
    let collection = edition.site.collection_of(document);
    let timed = collection.fields.iter().any(|field| field.kind == crate::model::FieldType::Validity);
    if dated.state == ValidityState::Undated && !timed {
        return None;
    }
    Some(dated_state(edition, dated, edition.site.superseded_by(index)))
}

fn dated_state(edition: Edition<'_>, dated: DatedState, successor: Option<DocumentIndex>) -> View {
    let words = edition.words;
    let key = dashed(dated.state.key());
    let date = dated.date.map(|date| words.day(date));
    let text = match (dated.state, &date) {
        (ValidityState::InForce, Some(date)) => words.text("state-in-force-until", &[("date", date)]),
        (ValidityState::InForce, None) => words.text("state-in-force-until-further-notice", &[]),
        (ValidityState::Superseded, _) => {
            let title = successor.map(|successor| edition.title(successor)).unwrap_or_default();
            words.text("state-superseded-by", &[("title", title)])
        }
        (ValidityState::Undated, _) | (_, None) => words.text(&format!("state-{key}"), &[]),
        (_, Some(date)) => words.text(&format!("state-{key}-date"), &[("date", date)]),
    };
    view!({
        "key": dated.state.key(),
        "tone": tone(dated.state),
        "label": words.text(&format!("state-{key}"), &[]),
        "text": text,
        "date": dated.date.map(|date| words.day_view(date)),
        "url": format!("{}#{}", edition.page(EXPLAINED), dated.state.key()),
    })
}

/// How a state is coloured.
pub(in crate::render) fn tone(state: ValidityState) -> &'static str {
    match state {
        ValidityState::InForce => "good",
        ValidityState::Expiring | ValidityState::ReviewOverdue | ValidityState::Expired | ValidityState::Superseded => {
            "warn"
        }
        ValidityState::NotYet => "info",
        ValidityState::Withdrawn => "bad",
        ValidityState::Undated => "none",
    }
}

/// How far commitments have come: one segment for each status, told in words as well.
pub(in crate::render) fn progress(edition: Edition<'_>, progress: &Progress) -> Option<View> {
    if progress.total() == 0 {
        return None;
    }
    let words = edition.words;
    let told: Vec<String> = progress
        .segments()
        .map(|(status, count)| words.count(&format!("progress-{}", dashed(status.key())), count))
        .collect();
    let total = progress.total();
    let text = words.texts.get("progress-text", &[("total", total.into()), ("parts", told.join(", ").into())]);
    let segments: Vec<View> = progress
        .segments()
        .map(|(segment, count)| {
            let mut view = status(edition, segment);
            view["count"] = view!(count);
            view
        })
        .collect();
    Some(view!({ "total": total, "text": text, "segments": segments }))
}

/// Keys of texts have hyphens where keys of views have underscores.
pub(in crate::render) fn dashed(key: &str) -> String {
    key.replace('_', "-")
}
