//! Small sites with what goes wrong in them: every folder in `tests/sites` is loaded and checked, and what is told is
//! compared with its `expected.txt`. `BLESS=1` rewrites it; read what was written.

use insyn::{
    check::check,
    diagnostic::{Diagnostic, Style, human},
    load::{Drafts, Options, load},
    texts::Language,
};
use std::{env, fs, path::Path};

fn told(root: &Path) -> Vec<Diagnostic> {
    let today = "2026-11-22".parse().expect("a day");
    let (site, mut told) = load(&Options { root: root.to_owned(), today, drafts: Drafts::Hidden });
    told.extend(site.as_ref().map(check).unwrap_or_default());
    told
}

fn shown(root: &Path) -> String {
    // The folder of the test is another on every machine.
    human(&told(root), Language::Swedish, Style::Plain).replace(&root.display().to_string(), "…")
}

#[test]
fn every_site_tells_what_is_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut sites: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    sites.sort();
    let mut wrong = Vec::new();
    for site in sites.iter().filter(|site| site.join("expected.txt").exists() || env::var_os("BLESS").is_some()) {
        let (shown, expected) = (shown(site), site.join("expected.txt"));
        if env::var_os("BLESS").is_some() {
            fs::write(&expected, &shown).unwrap();
        } else if fs::read_to_string(&expected).unwrap() != shown {
            wrong.push(format!("{}:\n{shown}", site.display()));
        }
    }
    assert!(wrong.is_empty(), "run with BLESS=1 and read the difference:\n{}", wrong.join("\n"));
}
