//! What a second build writes: nothing when nothing has changed, and only what shows it when one document has.

use super::build::{build, files, source};
use insyn::write::MANIFEST;
use std::{
    collections::BTreeSet,
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

/// The outputs that a change of words rewrites, each with whether it shows the new words.
fn rewritten(name: &str, from: &str, to: &str) -> Vec<(String, bool)> {
    let (folder, out) = copy();
    build(folder.path(), &out);
    let before = files(&out);
    change(folder.path(), name, from, to);
    let report = build(folder.path(), &out).report.unwrap();
    let after = files(&out);
    assert_eq!(
        before.keys().collect::<BTreeSet<_>>(),
        after.keys().collect::<BTreeSet<_>>(),
        "no output comes or goes"
    );
    let changed = after.iter().filter(|(path, bytes)| *path != MANIFEST && before[*path] != **bytes);
    let changed: Vec<_> =
        changed.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).contains(to))).collect();
    assert_eq!(report.written, changed.len(), "what is written is what has changed");
    changed
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
    let changed = rewritten(
        "content/exempelkommun/tjanster/lampappen.md",
        "En påhittad app för trasiga lampor.",
        "En helt ny kortversion.",
    );
    let silent: Vec<_> = changed.iter().filter(|(_, shows)| !shows).collect();
    assert!(silent.is_empty(), "rewritten without showing the summary: {silent:?}");
    assert!((1..=16).contains(&changed.len()), "{changed:?}");
}

#[test]
fn a_new_body_rewrites_only_its_page() {
    let changed =
        rewritten("content/exempelkommun/rapporter/textprov.md", "Två rubriker med samma text", "Ett helt nytt stycke");
    let paths: Vec<_> = changed.iter().map(|(path, _)| path.as_str()).collect();
    assert!(paths.contains(&"exempelkommun/rapporter/textprov/index.html") && paths.len() <= 4, "{paths:?}");
    assert!(changed.iter().all(|(_, shows)| *shows), "{changed:?}");
}
