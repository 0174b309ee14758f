//! What the pages of a generated site rest on: settings, declarations, home pages, subjects, audiences, organisations.

use super::{
    Kind, Options, html,
    page::{ACTORS, AUDIENCES, COLLECTIONS, STATES, SUBJECTS, slug},
    words::Words,
};

/// A document that pages refer to.
pub(crate) struct Support {
    /// Below `content/`, without suffix.
    pub(crate) path: String,
    title: String,
    /// More lines of front matter.
    fields: &'static str,
}

impl Support {
    pub(crate) fn markdown(&self) -> String {
        format!("---\ntitel: {0}\nkortversion: Sidan om {0}.\n{1}---\n", self.title, self.fields)
    }

    pub(crate) fn html(&self) -> String {
        html::document(&self.title, &format!("<p>Sidan om {}.</p>\n", self.title))
    }
}

/// How many documents are not pages proper.
pub(crate) fn count(options: &Options) -> usize {
    match options.kind {
        Kind::Plain => 1,
        Kind::Full => 1 + options.scopes() + SUBJECTS.len() + AUDIENCES.len() + ACTORS.len(),
    }
}

/// Every document that is not one of the pages proper.
pub(crate) fn documents(options: &Options) -> Vec<Support> {
    let support = |path: String, title: &str, fields| Support { path, title: title.to_owned(), fields };
    let mut documents = vec![support("_index".to_owned(), "Påhittad webbplats", "")];
    if options.kind == Kind::Plain {
        return documents;
    }
    let words = Words::new();
    for number in 0..options.scopes() {
        let name = words.place(number);
        documents.push(support(format!("{}/_index", slug(&name)), &name, ""));
    }
    let lists: [(&str, &[&str], &str); 3] =
        [("amnen", &SUBJECTS, ""), ("malgrupper", &AUDIENCES, ""), ("aktorer", &ACTORS, "slag: kommun\n")];
    for (collection, titles, fields) in lists {
        documents.extend(titles.iter().map(|title| support(format!("{collection}/{}", slug(title)), title, fields)));
    }
    documents
}

/// The settings and the declarations: path below the site's folder, and text.
pub(crate) fn declarations(options: &Options) -> Vec<(String, String)> {
    let settings = "titel: { sv: Påhittad webbplats }\nbase_url: \"https://insyn.example/\"\nspråk: sv\nnoindex: ja\n\
                    utgivare: { namn: Påhittad utgivare }\n";
    let mut files = vec![("insyn.yaml".to_owned(), settings.to_owned())];
    for (key, plural, singular) in COLLECTIONS {
        let name = format!(
            "namn: {{ sv: {plural} }}\nental: {{ sv: {singular} }}\nförklaring: {{ sv: Påhittade sidor för prov. }}\n\
             ingress: {{ sv: Påhittade sidor för prov. }}\n"
        );
        let rest = if options.kind == Kind::Plain { "valfria: [kortversion]\n".to_owned() } else { fields() };
        files.push((format!("content/_collections/{key}.yaml"), name + &rest));
    }
    files
}

fn fields() -> String {
    let states = STATES.map(|(key, label)| format!("{{ nyckel: {key}, etikett: {{ sv: {label} }} }}")).join(", ");
    let field = |key: &str, rest: &str, label: &str| {
        format!("  - {{ nyckel: {key}, {rest}, etikett: {{ sv: {label} }}, hjälp: {{ sv: Påhittat. }} }}\n")
    };
    [
        "granskas: 20 år\nfält:\n".to_owned(),
        field("läge", &format!("typ: val, facett: true, val: [{states}]"), "Läge"),
        field("parter", "typ: refs, till: [aktorer]", "Parter"),
        field("period", "typ: period", "Period"),
        field("diarienummer", "typ: text", "Diarienummer"),
        field("kostnad", "typ: tal", "Kostnad i kronor"),
        field("beskrivning", "typ: prosa, vikt: 2", "Beskrivning"),
        field("åtaganden", "typ: åtaganden, vikt: 2", "Åtaganden"),
    ]
    .concat()
}
