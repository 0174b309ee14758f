//! What a second build writes: nothing when nothing has changed, and only what shows it, or finds it, when one document
//! has.

use super::build::{build, files, source};
use insyn::write::MANIFEST;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A copy of the made-up site that a test may change, with a place for its output.
fn copy() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files(&source()) {
        if name == "insyn.yaml" || name.starts_with("content/") {
            let path = folder.path().join(&name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let out = folder.path().join("public");
    (folder, out)
}

/// Replaces words in a file, which must hold them once.
fn change(root: &Path, name: &str, from: &str, to: &str) {
    let path = root.join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{name} holds {from} once");
    fs::write(path, text.replace(from, to)).unwrap();
}

/// What a change of words does to the output.
struct Rewritten {
    /// The outputs beside the search that are written anew, each with whether it shows the new words.
    shown: Vec<(String, bool)>,
    /// The files of the search that are written anew, or for the first time.
    searched: Vec<String>,
    /// The files of the search that are gone. Their names tell their bytes, so another has come for each.
    gone: Vec<String>,
    /// How many files of words there were.
    shards: usize,
}

/// The folder of the search.
const SEARCH: &str = "search/";

fn rewritten(name: &str, from: &str, to: &str) -> Rewritten {
    let (folder, out) = copy();
    build(folder.path(), &out);
    let before = files(&out);
    change(folder.path(), name, from, to);
    let report = build(folder.path(), &out).report.unwrap();
    let after = files(&out);
    let mut written: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).collect();
    written.retain(|(path, _)| *path != MANIFEST);
    let gone: Vec<_> = before.keys().filter(|path| !after.contains_key(*path)).cloned().collect();
    assert_eq!((report.written, report.removed), (written.len(), gone.len()), "what is written is what has changed");
    let (searched, shown): (Vec<_>, Vec<_>) = written.into_iter().partition(|(path, _)| path.starts_with(SEARCH));
    assert!(gone.iter().all(|path| path.starts_with(SEARCH)), "no page goes: {gone:?}");
    assert!(shown.iter().all(|(path, _)| before.contains_key(*path)), "no page comes: {shown:?}");
    let shows = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(to);
    Rewritten {
        shown: shown.into_iter().map(|(path, bytes)| (path.clone(), shows(bytes))).collect(),
        searched: searched.into_iter().map(|(path, _)| path.clone()).collect(),
        gone,
        shards: before.keys().filter(|path| path.starts_with(SHARDS)).count(),
    }
}

/// The folder of the files of words.
const SHARDS: &str = "search/terms/";

/// A small edit moves few files of the search: the card of its document, some words, and what names those.
fn moves_few_files_of_the_search(edit: &Rewritten) {
    let Rewritten { searched, gone, shards, .. } = edit;
    let of = |folder: &str| searched.iter().filter(|path| path.starts_with(folder)).count();
    assert_eq!(of("search/docs/"), 1, "one card: {searched:?}");
    assert_eq!(of("search/root.bin"), 1, "the root names the new files: {searched:?}");
    let lost = gone.iter().filter(|path| path.starts_with(SHARDS)).count();
    assert!(*shards > 20 && of(SHARDS).max(lost) * 3 <= *shards, "{} of {shards}: {searched:?}", of(SHARDS));
    assert!(of("search/words/") <= 1, "{searched:?}");
    let known = of("search/docs/") + of("search/root.bin") + of(SHARDS) + of("search/words/");
    assert_eq!(known, searched.len(), "days, filters and answers stay: {searched:?}");
}

#[test]
fn a_second_build_changes_nothing() {
    let (folder, out) = copy();
    let first = build(folder.path(), &out).report.unwrap();
    let before = files(&out);
    let second = build(folder.path(), &out).report.unwrap();
    assert_eq!((second.written, second.unchanged, second.removed), (0, first.outputs, 0));
    assert_eq!(files(&out), before);
}

#[test]
fn the_same_site_gives_the_same_bytes_in_any_folder() {
    let ((one, out_one), (two, out_two)) = (copy(), copy());
    build(one.path(), &out_one);
    build(two.path(), &out_two);
    let (first, second) = (files(&out_one), files(&out_two));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    let different: Vec<_> =
        first.iter().filter(|(path, bytes)| second[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(different.is_empty(), "outputs differ: {different:?}");
}

#[test]
fn a_new_summary_rewrites_only_what_shows_its_card() {
    let edit = rewritten(
        "content/exempelkommun/tjanster/lampappen.md",
        "En påhittad app för trasiga lampor.",
        "En helt ny kortversion.",
    );
    let silent: Vec<_> = edit.shown.iter().filter(|(_, shows)| !shows).collect();
    assert!(silent.is_empty(), "rewritten without showing the summary: {silent:?}");
    assert!((1..=16).contains(&edit.shown.len()), "{:?}", edit.shown);
    moves_few_files_of_the_search(&edit);
}

#[test]
fn a_new_body_rewrites_only_its_page() {
    let edit =
        rewritten("content/exempelkommun/rapporter/textprov.md", "Två rubriker med samma text", "Ett helt nytt stycke");
    let paths: Vec<_> = edit.shown.iter().map(|(path, _)| path.as_str()).collect();
    assert!(paths.contains(&"exempelkommun/rapporter/textprov/index.html") && paths.len() <= 4, "{paths:?}");
    assert!(edit.shown.iter().all(|(_, shows)| *shows), "{:?}", edit.shown);
    moves_few_files_of_the_search(&edit);
}
