//! What a page has to say of itself before it says anything else: over, withdrawn, at risk.

use super::{facts::Shown, state, trail};
use crate::theme::{View, view};
use crate::{
    model::{DocumentIndex, Fields, Role, SourceError, Trail, ValidityState, Value as FieldValue, Withdrawn},
    render::edition::Edition,
};

/// The notices of a document.
pub(in crate::render) fn notices(shown: Shown<'_>, index: DocumentIndex, fields: &Fields) -> Vec<View> {
    let edition = shown.edition;
    let mut notices: Vec<View> = time(edition, index, fields).into_iter().collect();
    notices.extend(risks(shown, index));
    let errors = SourceError::of(fields).count();
    if errors > 0 {
        let title = edition.words.count("notice-source-errors", errors);
        notices.push(notice(
            "info",
            &title,
            "",
            Some(("#kallforteckning", &edition.words.text("notice-source-errors-link", &[]))),
        ));
    }
    notices
}

/// A notice; `link` is an address and its words.
fn notice(tone: &str, title: &str, html: &str, link: Option<(&str, &str)>) -> View {
    let (url, label) = link.unzip();
    view!({ "tone": tone, "title": title, "html": html, "url": url, "url_label": label })
}

fn time(edition: Edition<'_>, index: DocumentIndex, fields: &Fields) -> Option<View> {
    let words = edition.words;
    let document = edition.site.document(index);
    let dated = edition.site.state(index);
    let date = dated.date.map(|date| words.day(date)).unwrap_or_default();
    let explained = format!("{}#{}", edition.page(state::EXPLAINED), dated.state.key());
    let link = words.text("notice-explained-link", &[]);
    let told = |key: &str, text: &str| {
        let html = if text.is_empty() { String::new() } else { format!("<p>{}</p>", words.text(text, &[])) };
        notice(state::tone(dated.state), &words.text(key, &[("date", &date)]), &html, Some((&explained, &link)))
    };
    let pledge = edition.site.collection_of(document).has(Role::Pledge);
    let without_result = fields.text("resultat").is_none();
    match dated.state {
        ValidityState::Expired if pledge && without_result => {
            Some(told("notice-period-passed", "notice-period-passed-text"))
        }
        ValidityState::Expired => Some(told("notice-expired", "notice-expired-text")),
        ValidityState::Expiring => Some(told("notice-expiring", "")),
        ValidityState::ReviewOverdue => Some(told("notice-review-overdue", "")),
        ValidityState::NotYet => Some(told("notice-not-yet", "")),
        ValidityState::Withdrawn => {
            let reason = Withdrawn::of(fields).and_then(Withdrawn::reason).unwrap_or_default();
            let html = format!("<p>{}</p>", escape(reason));
            Some(notice("bad", &words.text("notice-withdrawn", &[("date", &date)]), &html, None))
        }
        ValidityState::Superseded => {
            let successor = edition.site.superseded_by(index)?;
            let html = format!(
                "<p>{}</p>",
                escape(&words.text("notice-superseded-text", &[("title", edition.title(successor))]))
            );
            let url = edition.url(successor, None);
            Some(notice(
                "warn",
                &words.text("notice-superseded", &[]),
                &html,
                Some((&url, &words.text("notice-superseded-link", &[]))),
            ))
        }
        ValidityState::InForce | ValidityState::Undated => None,
    }
}

/// What it depends on and what does not work in full.
fn risks(shown: Shown<'_>, index: DocumentIndex) -> Vec<View> {
    let edition = shown.edition;
    let depends = edition.site.links_from(index).filter(|relation| relation.link.trail == Some(Trail::DependsOn));
    let mut seen = Vec::new();
    let mut notices = Vec::new();
    for relation in depends {
        if seen.contains(&relation.to) {
            continue;
        }
        seen.push(relation.to);
        if let Some(risk) = trail::risk(edition, relation.to) {
            let title = edition.title(relation.to);
            let text = edition.words.text("notice-depends", &[("title", title), ("risk", &risk)]);
            let reason = reason(edition, relation.to).map(|reason| shown.prose.html(&reason)).unwrap_or_default();
            notices.push(notice("warn", &text, &reason, Some((&edition.url(relation.to, None), title))));
        }
    }
    notices
}

fn reason(edition: Edition<'_>, index: DocumentIndex) -> Option<String> {
    match edition.fields(index).get("läge_skäl")? {
        FieldValue::Text(text) | FieldValue::Prose(text) => Some(text.clone()),
        _ => None,
    }
}

/// A text as HTML.
pub(in crate::render) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
