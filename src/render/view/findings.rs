//! What an audit found, what it is about, and what was answered.

use super::{card, commitments::sources, facts::Shown};
use crate::model::{
    Finding, FindingKind, Reference,
    finding::{AnswerStatus, FindingAnswer},
};
use crate::theme::{View, view};

/// One finding.
pub(in crate::render) fn finding(shown: Shown<'_>, finding: Finding<'_>) -> View {
    let Shown { edition, document, prose } = shown;
    let fields = finding.fields;
    let kind = finding.kind().map(|kind| label(shown, kind)).unwrap_or_default();
    let about: Vec<View> = finding.about().filter_map(|reference| self::about(shown, reference)).collect();
    let answers: Vec<View> = finding.answers().map(|answer| self::answer(shown, answer)).collect();
    view!({
        "id": finding.id(),
        "number": fields.text("nr"),
        "html": fields.text("text").map(|text| prose.html(text)),
        "kind": { "key": fields.text("slag").unwrap_or_default(), "label": fields.text("rubrik").map_or(kind.clone(), |heading| format!("{kind}: {heading}")) },
        "about": about,
        "unanswered": !finding.is_answered(),
        "answers": answers,
        "sources": sources(edition, document, fields),
    })
}

fn label(shown: Shown<'_>, kind: FindingKind) -> String {
    shown.edition.words.text(&format!("finding-{}", kind.key()), &[])
}

/// The card of what a finding is about; a part goes by its own heading.
fn about(shown: Shown<'_>, reference: &Reference) -> Option<View> {
    let target = shown.edition.resolve(shown.document, reference)?;
    let mut card = card::card(shown.edition, target.document);
    let link = shown.edition.link(target.document, target.part);
    card["title"] = link["title"].clone();
    card["url"] = link["url"].clone();
    Some(card)
}

fn answer(shown: Shown<'_>, answer: FindingAnswer<'_>) -> View {
    let words = shown.edition.words;
    let status = answer.status().map(|status| {
        let text = match status {
            AnswerStatus::Ongoing => "answer-status-ongoing",
            AnswerStatus::Mended => "answer-status-done",
            AnswerStatus::Rejected => "answer-status-rejected",
            AnswerStatus::Unknown => "answer-status-unknown",
        };
        view!({ "key": status.key(), "tone": status.tone(), "label": words.text(text, &[]) })
    });
    view!({
        "html": answer.text().map(|text| shown.prose.html(text)),
        "by": shown.edition.field_link(shown.document, answer.fields, "av"),
        "date": answer.date().map(|date| words.date_view(date)),
        "status": status,
    })
}
