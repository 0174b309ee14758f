//! The accessibility statement and the privacy page, from the settings.
//! The parts of the statement: 2018:1937 and what Digg asks for (`digg.se`, Skapa en tillgänglighetsredogörelse).

use crate::theme::{View, view};
use crate::{
    model::{DocumentIndex, Fields, Value as FieldValue},
    render::{edition::Edition, view::frame},
};

/// The accessibility statement, as Markdown made into a page.
pub(super) fn accessibility(edition: Edition<'_>, files: &[File]) -> View {
    let settings = &edition.site.settings;
    let text = |key: &str, arguments: &[(&str, &str)]| edition.words.text(key, arguments);
    let Some(fields) = settings.fields.group("tillgänglighet") else {
        return page(edition, &text("accessibility-missing", &[]));
    };
    let value = |key: &str| fields.text(key).map_or_else(|| text("missing", &[]), str::to_owned);
    let date = |key: &str| match fields.get(key) {
        Some(FieldValue::Date(date)) => edition.words.date(*date),
        _ => text("missing", &[]),
    };
    let compliance = text(&format!("accessibility-{}", compliance(fields)), &[]);
    let report = settings.text_in("återkoppling", "webbadress").map(|url| format!("<{url}>"));
    let report = report.or_else(|| settings.text_in("återkoppling", "epost").map(|email| format!("<{email}>")));
    let sections = [
        (None, text("accessibility-intro", &[("actor", &value("aktör")), ("service", &value("tjänst"))])),
        (Some("accessibility-how"), text("accessibility-compliance", &[("compliance", &compliance)])),
        (Some("accessibility-defects"), defects(edition, fields, files)),
        (
            Some("accessibility-report"),
            format!("{}\n\n{}", text("accessibility-report-text", &[]), report.unwrap_or_else(|| text("missing", &[]))),
        ),
        (Some("accessibility-supervision"), text("accessibility-supervision-text", &[("url", &value("anmälan"))])),
        (Some("accessibility-burden"), value("oskäligt_betungande")),
        (Some("accessibility-outside"), value("utanför_lagen")),
        (
            Some("accessibility-tested"),
            format!(
                "{}\n\n{}",
                value("metod"),
                text("accessibility-dates", &[("assessed", &date("bedömd")), ("updated", &date("uppdaterad"))])
            ),
        ),
    ];
    let told = sections
        .into_iter()
        .map(|(heading, body)| heading.map_or_else(|| body.clone(), |key| format!("## {}\n\n{body}", text(key, &[]))));
    page(edition, &told.collect::<Vec<_>>().join("\n\n"))
}

fn compliance(fields: &Fields) -> &'static str {
    match fields.text("förenlighet") {
        Some("helt") => "fully",
        Some("delvis") => "partly",
        _ => "not",
    }
}

/// How many files that are not accessible the statement names.
const FILES: usize = 100;

/// A file that says of itself that it is not accessible: its document, and which of the document's, from 0.
pub(in crate::render) type File = (DocumentIndex, usize);

/// The files that say so of themselves.
pub(super) fn inaccessible(edition: Edition<'_>) -> Vec<File> {
    let mut found = Vec::new();
    for (index, document) in edition.site.originals() {
        let files = document.fields.groups("bilagor").enumerate();
        found.extend(files.filter(|(_, file)| !file.is_yes("tillgänglig")).map(|(place, _)| (index, place)));
    }
    found
}

/// What is known not to be accessible: what the settings tell, and files that say so of themselves.
fn defects(edition: Edition<'_>, fields: &Fields, files: &[File]) -> String {
    let mut lines: Vec<String> = fields
        .groups("brister")
        .map(|defect| match defect.text("skäl") {
            Some(reason) => format!("- {} ({reason})", defect.text("text").unwrap_or_default()),
            None => format!("- {}", defect.text("text").unwrap_or_default()),
        })
        .collect();
    for (index, place) in files.iter().take(FILES) {
        let document = edition.site.document(*index);
        let title = document.fields.groups("bilagor").nth(*place).and_then(|file| file.text("titel"));
        let arguments = [("file", title.unwrap_or_default()), ("page", document.title())];
        lines.push(format!("- {}", edition.words.text("accessibility-file", &arguments)));
    }
    if let Some(shown) = edition.words.shown(FILES, files.len()) {
        lines.push(format!("- {shown}"));
    }
    if lines.is_empty() { edition.words.text("accessibility-no-defects", &[]) } else { lines.join("\n") }
}

/// The privacy page.
pub(super) fn privacy(edition: Edition<'_>) -> View {
    let settings = &edition.site.settings;
    let told = settings.label("integritet", edition.words.language).map(str::to_owned);
    page(edition, &told.unwrap_or_else(|| edition.words.text("missing", &[])))
}

fn page(edition: Edition<'_>, markdown: &str) -> View {
    let Some((first, _)) = edition.site.originals().next() else { return view!({ "html": "", "toc": [] }) };
    let (html, toc) = frame::prose(edition, edition.site.home().unwrap_or(first), markdown);
    view!({ "html": html, "toc": toc })
}
