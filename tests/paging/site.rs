//! The large made-up site: scopes that each promise a lot, with everything that is listed somewhere.

use crate::folder::files;
use insyn::{
    load::Drafts,
    pipeline::{self, Options, Strictness},
    write::Twins,
};
use std::{collections::BTreeMap, fs, path::Path};

/// Scopes.
pub(crate) const SCOPES: usize = 70;
/// Pledges of a scope, with a commitment each.
pub(crate) const EACH: usize = 20;
/// Commitments in all.
pub(crate) const COMMITMENTS: usize = SCOPES * EACH;
/// Terms of the glossary.
pub(crate) const TERMS: usize = 60;
/// Documents but the home page: pledges, for each scope its own page, a contact and an audit, terms, an actor, a subject, an
/// audience and a source.
pub(crate) const DOCUMENTS: usize = COMMITMENTS + 3 * SCOPES + TERMS + 4;

/// What titles begin with.
const LETTERS: [&str; 9] = ["112-", "Apel", "Asp", "Björk", "Oxel", "Ås", "Äppel", "Öl", "Zon"];

/// Builds the site; its pages by their address.
pub(crate) fn pages() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let out = folder.path().join("public");
    let outcome = pipeline::build(&Options {
        root: folder.path().to_owned(),
        out: out.clone(),
        today: "2026-11-22".parse().unwrap(),
        drafts: Drafts::Hidden,
        strictness: Strictness::Lenient,
        twins: Twins::None,
    });
    assert!(outcome.report.is_some(), "{:?}", outcome.diagnostics.first());
    let found = files(&out).into_iter().filter_map(|(path, bytes)| {
        let above = path.strip_suffix("index.html").filter(|above| above.is_empty() || above.ends_with('/'))?;
        Some((format!("/{above}"), String::from_utf8(bytes).unwrap()))
    });
    found.collect()
}

fn write(root: &Path) {
    let write = |path: &str, front: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = if path.extension().is_some_and(|ending| ending == "md") {
            format!("---\n{front}\n---\n")
        } else {
            front.to_owned()
        };
        fs::write(path, text).unwrap();
    };
    write(
        "insyn.yaml",
        "titel: { sv: Stor }\nbase_url: \"https://stor.example/\"\nspråk: sv\nnoindex: ja\nutgivare: { namn: Ingen }\n",
    );
    write("content/_index.md", "titel: Stor\nkortversion: En stor påhittad webbplats.");
    write("content/aktorer/kommunen.md", "titel: Kommunen\nkortversion: Påhittad.\nslag: kommun");
    write("content/amnen/trafik.md", "titel: Trafik\nkortversion: Påhittat.");
    write("content/malgrupper/boende.md", "titel: Boende\nkortversion: Påhittade.");
    write("content/kallor/bok.md", "titel: Bok\nkortversion: Påhittad.\nutgivare: Ingen\ndatum: 2025\nslag: rapport");
    for term in 0..TERMS {
        write(&format!("content/ordlista/ord-{term}.md"), &format!("titel: Ord{term}\nförklaring: Ett påhittat ord."));
    }
    for scope in 0..SCOPES {
        let folder = format!("content/k{scope:02}");
        write(&format!("{folder}/_index.md"), &format!("titel: Kommun {scope}\nkortversion: Påhittad."));
        write(
            &format!("{folder}/kontakter/vakt.md"),
            &format!(
                "titel: Vakt {scope}\nkortversion: Påhittad.\nfunktion: Vakt\nnär_text: Alltid.\nsituation: engagera_dig\ntelefon: \"112\""
            ),
        );
        write(&format!("{folder}/granskningar/g.md"), &audit(scope));
        for number in 0..EACH {
            write(&format!("{folder}/medborgarloften/lofte-{number}.md"), &pledge(scope, number));
        }
    }
}

fn audit(scope: usize) -> String {
    format!(
        "titel: Granskning {scope}\nkortversion: Påhittad.\ngranskare: aktorer/kommunen\ndatum: 2025-11\nomfattning: Allt.\nslutsatser:\n  - {{ id: s1, slag: risk, text: En risk., svar: okänt }}\nkällfel:\n  - {{ källa: kallor/bok, ställe: sida {scope}, text: Fel. }}"
    )
}

fn pledge(scope: usize, number: usize) -> String {
    let letter = LETTERS[(scope + number) % LETTERS.len()];
    let status = if number.is_multiple_of(2) { "planerat" } else { "pågår" };
    format!(
        "titel: {letter}löfte {scope} {number}\nkortversion: Påhittat.\nparter: [aktorer/kommunen]\nämnen: [amnen/trafik]\nmålgrupper: [malgrupper/boende]\ngiltighet: 2026-2027\nbeslut: okänt\nproblem: okänt\npublicerad: 2025-{:02}-01\nåtaganden:\n  - id: forsta\n    rubrik: Göra något\n    ansvarig: [aktorer/kommunen]\n    senast: okänt\n    status: {status}",
        number % 12 + 1
    )
}
