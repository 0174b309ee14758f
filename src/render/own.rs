//! The pages that the engine makes of all documents, whatever the content: their paths and headings.

/// The engine's own pages, by path, with the key of their heading.
pub(super) const OWN: [(&str, &str); 8] = [
    ("sok", "title-az"),
    ("nytt", "title-changes"),
    ("saknas", "title-missing"),
    ("fel-i-kallor", "title-errors"),
    ("slutsatser", "title-findings"),
    ("sa-bedoms-laget", "title-states"),
    ("tillganglighet", "title-accessibility"),
    ("integritet", "title-privacy"),
];

/// The path of one of the engine's own pages that a text links to, `/saknas/` or `saknas`.
pub(super) fn engine_page(written: &str) -> Option<&'static str> {
    let path = written.trim_matches('/');
    let own = OWN.iter().map(|(path, _)| *path).chain(["laget"]);
    own.into_iter().find(|known| *known == path)
}
