//! Small sites with what goes wrong in them: every folder in `tests/sites` is loaded and checked (and drawn, where it has
//! a theme), and what is told is compared with its `expected.txt`. `BLESS=1` rewrites it; read what was written.

use insyn::{
    check::{self, check},
    diagnostic::{Diagnostic, Style, human},
    load::{self, Drafts, Options, load},
    model::{Commitment, Status},
    pipeline::{self, Strictness},
    texts::Language,
};
use std::{env, fs, path::Path};

fn told(root: &Path) -> Vec<Diagnostic> {
    let today = "2026-11-22".parse().expect("a day");
    if root.join("themes").exists() {
        let (root, out) = (root.to_owned(), root.join("public"));
        let options = pipeline::Options {
            root,
            out,
            today,
            drafts: Drafts::Hidden,
            strictness: Strictness::Lenient,
            twins: insyn::write::Twins::None,
        };
        return pipeline::check(&options).diagnostics;
    }
    let (site, mut told, _) =
        load(&Options { root: root.to_owned(), today, drafts: Drafts::Hidden }, load::Remembered::default());
    told.extend(site.as_ref().map(|site| check(site, check::Remembered::default()).0).unwrap_or_default());
    told
}

fn shown(root: &Path) -> String {
    // The folder of the test is another on every machine.
    human(&told(root), Language::Swedish, Style::Plain).replace(&root.display().to_string(), "…")
}

/// What officers really type is read as they meant it.
#[test]
fn slips_are_read_as_they_were_meant() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/accepted");
    let today = "2026-11-22".parse().expect("a day");
    let site = load(&Options { root, today, drafts: Drafts::Hidden }, load::Remembered::default()).0.unwrap();
    let fields = |name: &str| &site.document(site.named(name).unwrap()).fields;
    let pledge = fields("medborgarloften/slarvigt");
    assert_eq!(pledge.text("titel"), Some("Medborgarlöfte"), "no soft hyphen and no zero-width space");
    assert_eq!(pledge.date("granskad").unwrap().iso(), "2026-06-18");
    let commitments: Vec<_> = pledge.groups("åtaganden").map(|fields| Commitment { fields }).collect();
    let days: Vec<_> =
        commitments.iter().map(|commitment| commitment.deadline().unwrap().last_day().unwrap().to_string()).collect();
    assert_eq!(days, ["2027-12-31", "2027-03-05", "2027-12-31"]);
    assert_eq!(commitments[0].status(), Status::Ongoing);
    assert_eq!(commitments[2].fields.group("mått").unwrap().number("mål"), Some(37.8));
    assert_eq!(fields("platser/torget").group("läge").unwrap().number("lat"), Some(59.2));
    assert!(!fields("kontakter/vaxeln").is_yes("nationell"));
    assert_eq!(fields("kontakter/vaxeln").get("telefon").unwrap().as_text(), Some("0114\u{a0}14–14"));
    assert!(fields("kontakter/vaxeln").is_unknown("epost"), "quotes of a word processor are no part of a value");
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
