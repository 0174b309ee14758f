//! Whatever happens to a site's files between two builds, what was remembered changes nothing that is read or told.

use insyn::{
    check::{self, check},
    diagnostic::Diagnostic,
    load::{self, Drafts, Options, again, load},
    model::Site,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Something that somebody does to the files.
#[derive(Debug, Clone)]
enum Edit {
    /// Puts a text at the end of a file.
    Append(Index, &'static str),
    /// Replaces words everywhere in a file.
    Replace(Index, &'static str, &'static str),
    Rename(Index, Index),
    Remove(Index),
    /// Writes a file anew, whatever is there.
    Write(&'static str, &'static str),
}

const TEXTS: &[&str] = &[
    "\nEn mening till.\n",
    "\n## En ny rubrik\n\n[Läs mer](aktorer/saknas) och [hit](#en-ny-rubrik).\n",
    "\n[Startsidan](om#ingen-rubrik)\n",
    "\n<b>nej</b> 121212-1212\n",
];

const WORDS: &[(&str, &str)] = &[
    ("titel:", "titel: Ny"),
    ("titel:", "tittel:"),
    ("status: ", "status: klart # "),
    ("##", "###"),
    ("id:", "id: x"),
    ("läge:", "läge: pausad #"),
    ("ersätter:", "ersätter: [om] #"),
    ("granskad:", "granskad: 2031-01-01 #"),
    ("datum:", "datum: 2030-01-01 #"),
    ("skriv_inte:", "skriv_inte: [mening] #"),
    ("aktorer/", "aktorer/x"),
    ("---", "----"),
    ("e", "\u{e9}"),
];

const FILES: &[(&str, &str)] = &[
    ("content/om.md", "---\ntitel: Om\nkort: kort\n---\n\n## Rubrik\n\n[x](om#rubrik)\n"),
    ("content/om.md", "---\ntitel: Om\nutkast: ja\n---\n"),
    ("content/ny.md", "---\ntitel: Ny\nid: om\ntidigare: [om]\n---\n\n![bild](ny.png)\n"),
    ("content/ny.png", "ingen bild"),
    ("content/ny.en.md", "---\ntitel: New\n---\n\n[x](ny#finns-inte)\n"),
    ("content/_collections/aktorer.yaml", "namn: Aktörer\nental: aktör\nförklaring: De\nroller: [aktör]\nfält: []\n"),
    ("content/_collections/egen.yaml", "namn: Egna\nental: egen\nförklaring: De\n"),
    ("content/egen/en.md", "---\ntitel: En\nersätter: om\n---\n"),
    ("insyn.yaml", "titel: { sv: Prov }\nbase_url: https://insyn.example/\nspråk: sv\nutgivare: { namn: Prov }\n"),
    ("insyn.yaml", "titel: [\n"),
    ("content/_sok/hela.txt", "ett\ntvå\n"),
    ("content/_sok/akut.yaml", "- situation: akut\n  ord: [hjälp]\n"),
];

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<Index>();
    prop_oneof![
        4 => (place.clone(), prop::sample::select(TEXTS)).prop_map(|(file, text)| Edit::Append(file, text)),
        6 => (place.clone(), prop::sample::select(WORDS)).prop_map(|(file, (from, to))| Edit::Replace(file, from, to)),
        1 => (place.clone(), place.clone()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => place.prop_map(Edit::Remove),
        3 => prop::sample::select(FILES).prop_map(|(path, text)| Edit::Write(path, text)),
    ]
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of our own obeys") {
        let path = entry.expect("a folder of our own obeys").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// Does an edit, and gives the paths that it touched.
fn make(edit: &Edit, root: &Path) -> Vec<PathBuf> {
    let files = files(&root.join("content"));
    let at = |place: &Index| files[place.index(files.len())].clone();
    match edit {
        Edit::Append(file, text) => {
            let path = at(file);
            let old = fs::read(&path).expect("a folder of our own obeys");
            fs::write(&path, [&old, text.as_bytes()].concat()).expect("a folder of our own obeys");
            vec![path]
        }
        Edit::Replace(file, from, to) => {
            let path = at(file);
            if let Ok(old) = fs::read_to_string(&path) {
                fs::write(&path, old.replace(from, to)).expect("a folder of our own obeys");
            }
            vec![path]
        }
        Edit::Rename(from, to) => {
            let (from, to) = (at(from), at(to).with_file_name("flyttad.md"));
            fs::rename(&from, &to).expect("a folder of our own obeys");
            vec![from, to]
        }
        Edit::Remove(file) => {
            fs::remove_file(at(file)).expect("a folder of our own obeys");
            vec![at(file)]
        }
        Edit::Write(path, text) => {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder of our own obeys")).expect("a folder of our own obeys");
            fs::write(&path, text).expect("a folder of our own obeys");
            vec![path]
        }
    }
}

/// Everything that is known of a site, in words that can be compared.
fn shown(site: Option<&Site>, told: &[Diagnostic]) -> String {
    let Some(site) = site else { return format!("{told:#?}") };
    let mut hidden: Vec<_> = site.hidden.iter().collect();
    hidden.sort();
    let Site { settings, collections, search_words, documents, attachments, relations, .. } = site;
    format!(
        "{told:#?} {settings:?} {collections:?} {search_words:?} {documents:#?} {attachments:?} {relations:?} {hidden:?}"
    )
}

/// What a build between two others leaves: as it is, or by way of a file.
#[derive(Debug, Clone, Copy)]
enum Way {
    Same,
    File,
}

fn kept<T: serde::Serialize + serde::de::DeserializeOwned>(remembered: T, way: Way) -> T {
    match way {
        Way::Same => remembered,
        Way::File => serde_json::from_str(&serde_json::to_string(&remembered).expect("a folder of our own obeys"))
            .expect("a folder of our own obeys"),
    }
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let to = to.join(file.strip_prefix(from).expect("a folder of our own obeys"));
        fs::create_dir_all(to.parent().expect("a folder of our own obeys")).expect("a folder of our own obeys");
        fs::copy(file, to).expect("a folder of our own obeys");
    }
}

fn example() -> (tempfile::TempDir, Options) {
    let folder = tempfile::tempdir().expect("a folder of our own obeys");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exempel");
    copy(&example.join("content"), &folder.path().join("content"));
    fs::copy(example.join("insyn.yaml"), folder.path().join("insyn.yaml")).expect("a folder of our own obeys");
    let today = "2026-11-22".parse().expect("a folder of our own obeys");
    let options = Options { root: folder.path().to_owned(), today, drafts: Drafts::Hidden };
    (folder, options)
}

fn clean(options: &Options) -> String {
    let (site, mut told, _) = load(options, load::Remembered::default());
    told.extend(site.as_ref().map(|site| check(site, check::Remembered::default()).0).unwrap_or_default());
    shown(site.as_ref(), &told)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_remembered_changes_nothing(
        rounds in vec((vec(edit(), 1..4), prop_oneof![Just(Way::Same), Just(Way::File)], any::<bool>()), 1..6)
    ) {
        let (folder, options) = example();
        let (site, _, mut loaded) = load(&options, load::Remembered::default());
        let mut checked = check(&site.expect("a folder of our own obeys"), check::Remembered::default()).1;
        for (edits, way, is_told) in rounds {
            let changed: Vec<PathBuf> = edits.iter().flat_map(|edit| make(edit, folder.path())).collect();
            let before = kept(loaded, way);
            let (site, mut told, after) =
                if is_told { again(&options, before, &changed) } else { load(&options, before) };
            loaded = after;
            if let Some(site) = &site {
                let (more, after) = check(site, kept(checked, way));
                told.extend(more);
                checked = after;
            }
            prop_assert!(shown(site.as_ref(), &told) == clean(&options), "{edits:?} {way:?} {is_told}");
        }
    }
}

/// A day later other things are late, though no file has changed.
#[test]
fn the_day_is_no_part_of_what_is_remembered() {
    let (_folder, mut options) = example();
    let (site, _, loaded) = load(&options, load::Remembered::default());
    let checked = check(&site.expect("a folder of our own obeys"), check::Remembered::default()).1;
    options.today = "2031-03-04".parse().expect("a folder of our own obeys");
    let (site, mut told, _) = load(&options, loaded);
    told.extend(check(site.as_ref().expect("a folder of our own obeys"), checked).0);
    assert!(shown(site.as_ref(), &told) == clean(&options));
}

/// Settings that cannot be read give no site, and nobody must be shown the site of before as if they could.
#[test]
fn broken_settings_are_told_until_they_are_mended() {
    let (folder, options) = example();
    let settings = folder.path().join("insyn.yaml");
    let document = folder.path().join("content/om.md");
    let loaded = load(&options, load::Remembered::default()).2;
    fs::write(&settings, "titel: [\n").expect("a folder of our own obeys");
    let (site, _, loaded) = again(&options, loaded, &[settings]);
    assert!(site.is_none());
    fs::write(&document, "---\ntitel: Om\n---\n").expect("a folder of our own obeys");
    let (site, told, _) = again(&options, loaded, &[document]);
    assert!(site.is_none() && shown(None, &told) == clean(&options), "{told:#?}");
}

/// A file that came from somewhere else, or was damaged where nobody looked.
#[test]
fn what_is_damaged_is_read_anew() {
    let (_folder, options) = example();
    let remembered = load(&options, load::Remembered::default()).2;
    let whole = serde_json::to_value(&remembered).expect("a folder of our own obeys");
    for (key, damaged) in [("values", serde_json::json!([1, 2, 3])), ("keys", serde_json::json!([]))] {
        let mut whole = whole.clone();
        whole["heaps"]
            .as_array_mut()
            .expect("a folder of our own obeys")
            .iter_mut()
            .for_each(|heap| heap[key] = damaged.clone());
        let remembered = serde_json::from_value(whole).expect("a folder of our own obeys");
        let (site, mut told, _) = load(&options, remembered);
        told.extend(check(site.as_ref().expect("a folder of our own obeys"), check::Remembered::default()).0);
        assert!(shown(site.as_ref(), &told) == clean(&options), "{key}");
    }
}

/// A body that changes no heading is the matter of its own document alone.
#[test]
fn other_documents_are_not_checked_again() {
    let (folder, options) = example();
    let (site, _, loaded) = load(&options, load::Remembered::default());
    let before = check(&site.expect("a folder of our own obeys"), check::Remembered::default()).1;
    let mut marked = serde_json::to_value(&before).expect("a folder of our own obeys");
    for checked in marked["documents"].as_array_mut().expect("a folder of our own obeys") {
        checked["told"] = serde_json::json!([]);
    }
    let path = folder.path().join("content/om.md");
    fs::write(
        &path,
        fs::read_to_string(&path).expect("a folder of our own obeys") + "\nEn mening till.\n\n<b>nej</b>\n",
    )
    .expect("a folder of our own obeys");
    let (site, _, _) = again(&options, loaded, &[path]);
    let told = check(
        &site.expect("a folder of our own obeys"),
        serde_json::from_value(marked).expect("a folder of our own obeys"),
    )
    .0;
    assert!(!told.is_empty() && told.iter().all(|told| &*told.path == "content/om.md"), "{told:#?}");
}
