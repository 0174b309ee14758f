//! The pages as Hugo reads them: the same bodies and fields, under the keys that Hugo gives a meaning, and a small site
//! around them. Its templates stand in `hugo/`.

use super::{
    markdown,
    page::{AUDIENCES, COLLECTIONS, Page, STATES, SUBJECTS, slug},
};

/// Files of the site that no page depends on: path below its folder, and text.
const FILES: [(&str, &str); 11] = [
    ("static/stil.css", include_str!("hugo/stil.css")),
    ("layouts/baseof.html", include_str!("hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("hugo/layouts/home.html")),
    ("layouts/list.html", include_str!("hugo/layouts/list.html")),
    ("layouts/page.html", include_str!("hugo/layouts/page.html")),
    ("layouts/_partials/breadcrumbs.html", include_str!("hugo/layouts/_partials/breadcrumbs.html")),
    ("layouts/_partials/card.html", include_str!("hugo/layouts/_partials/card.html")),
    ("layouts/_partials/links.html", include_str!("hugo/layouts/_partials/links.html")),
    ("layouts/_partials/menu.html", include_str!("hugo/layouts/_partials/menu.html")),
    ("layouts/_partials/scopes.html", include_str!("hugo/layouts/_partials/scopes.html")),
    ("layouts/_partials/terms.html", include_str!("hugo/layouts/_partials/terms.html")),
];

/// The settings, the templates, and the pages of those values of facets that are no documents of ours.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files: Vec<_> = FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let menu = [("amnen", "Ämnen"), ("malgrupper", "Målgrupper"), ("lage", "Läge"), ("aktorer", "Aktörer")];
    let entries = menu.map(|(key, title)| format!("    - {{ name: {title}, pageRef: /{key} }}\n"));
    let settings = format!("{}menus:\n  main:\n{}", include_str!("hugo/hugo.yaml"), entries.concat());
    files.push(("hugo.yaml".to_owned(), settings));
    for (key, title) in menu {
        files.push((format!("content/{key}/_index.md"), title_alone(title)));
    }
    for (key, title) in STATES {
        files.push((format!("content/lage/{key}/_index.md"), title_alone(title)));
    }
    files
}

/// The page of a list of one municipality.
pub(crate) fn section(collection: usize) -> String {
    title_alone(COLLECTIONS[collection].1)
}

/// Where a document that pages refer to stands: subjects and audiences are pages of lists.
pub(crate) fn path(path: &str) -> String {
    let is_term = path.starts_with("amnen/") || path.starts_with("malgrupper/");
    if is_term { format!("{path}/_index") } else { path.to_owned() }
}

/// A source of ours under the keys of Hugo.
pub(crate) fn document(source: &str) -> String {
    source.replacen("titel:", "title:", 1)
}

/// The source of a page. `target` tells path and title of another page by its number.
pub(crate) fn page(page: &Page, target: &impl Fn(usize) -> (String, String)) -> String {
    let rooted = |number| {
        let (path, title) = target(number);
        (format!("/{path}/"), title)
    };
    let mut text = document(&markdown::markdown(page, &rooted));
    if let Some(fields) = &page.fields {
        let [first, second] = fields.subjects.map(|subject| slug(SUBJECTS[subject]));
        let audience = slug(AUDIENCES[fields.audience]);
        let state = STATES[fields.state].0;
        for (ours, theirs) in [
            (format!("läge: {state}\n"), format!("lage: [{state}]\n")),
            (format!("ämnen: [amnen/{first}, amnen/{second}]\n"), format!("amnen: [{first}, {second}]\n")),
            (format!("målgrupper: [malgrupper/{audience}]\n"), format!("malgrupper: [{audience}]\n")),
        ] {
            text = text.replacen(&ours, &theirs, 1);
        }
    }
    text
}

fn title_alone(title: &str) -> String {
    format!("---\ntitle: {title}\n---\n")
}
