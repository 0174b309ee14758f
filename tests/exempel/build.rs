//! Builds the made-up site into a folder that goes away with the test, and reads what came out.

pub(crate) use crate::folder::files;
use insyn::{
    diagnostic::{Diagnostic, Severity, Style, human},
    load::Drafts,
    pipeline::{self, Options, Outcome, Strictness},
    texts::Language,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// The day that the made-up site is made for.
const TODAY: &str = "2026-11-22";

/// The path of `base_url`, which every link within the site begins with.
pub(crate) const BASE: &str = "/insyn/";

/// The folder of the made-up site.
pub(crate) fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exempel")
}

/// Builds the site in `root` into `out`; a site that is wrong fails the test with all that is wrong.
pub(crate) fn build(root: &Path, out: &Path) -> Outcome {
    let options = Options {
        root: root.to_owned(),
        out: out.to_owned(),
        today: TODAY.parse().unwrap(),
        drafts: Drafts::Hidden,
        strictness: Strictness::Lenient,
        twins: insyn::write::Twins::None,
    };
    let outcome = pipeline::build(&options);
    let is_error = |told: &&Diagnostic| told.severity == Severity::Error;
    let errors: Vec<Diagnostic> = outcome.diagnostics.iter().filter(is_error).cloned().collect();
    let told = human(&errors, Language::Swedish, Style::Plain);
    assert!(errors.is_empty() && outcome.report.is_some(), "the made-up site does not build:\n{told}");
    outcome
}

/// The outputs of one build, which all tests of pages share.
pub(crate) static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    build(&source(), &out);
    files(&out)
});

/// Every page that is a whole HTML document, with its text.
pub(crate) fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let pages = SITE.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// The HTML of the page at an address without the base path, such as `exempelkommun/`.
pub(crate) fn page(address: &str) -> &'static str {
    let path = format!("{address}index.html");
    let bytes = SITE.get(&path).unwrap_or_else(|| panic!("no page {path}"));
    std::str::from_utf8(bytes).unwrap()
}

/// The words of a page as a reader sees them: no marks, one space between words.
pub(crate) fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            character if !inside => text.push(character),
            _ => {}
        }
    }
    let text = text
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let text = text.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ");
    // Marks between elements stand close to the word before them, as they do on the screen.
    text.replace(" ,", ",").replace(" .", ".")
}
