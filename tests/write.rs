//! The output folder after a write, seen from outside: what is there, what was touched, what was left alone.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[cfg(unix)]
#[path = "write/permissions.rs"]
mod permissions;
#[path = "write/remembered.rs"]
mod remembered;
#[path = "write/sequences.rs"]
mod sequences;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use insyn::diagnostic::Code;
use insyn::write::{MANIFEST, Output, Remembered, Report, WriteError, Writer, write};

fn outputs(files: &[(&str, &str)]) -> Vec<Output> {
    files.iter().map(|(path, text)| Output { path: (*path).into(), bytes: text.as_bytes().into() }).collect()
}

fn report(written: usize, unchanged: usize, removed: usize) -> Report {
    Report { outputs: written + unchanged, written, unchanged, removed }
}

/// Every file and folder below `folder`, with what the files hold; folders end with `/`.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(above) = folders.pop() {
        for entry in fs::read_dir(above).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() && !path.is_symlink() {
                found.insert(format!("{name}/"), String::new());
                folders.push(path);
            } else {
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// A folder to write in, that no folder of an earlier build is in.
fn place() -> (tempfile::TempDir, PathBuf) {
    let site = tempfile::tempdir().unwrap();
    let out = site.path().join("public");
    (site, out)
}

/// Makes a file look old, so that a write to it shows.
fn make_old(path: &Path) -> SystemTime {
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
    old
}

fn foreign_path(result: Result<Report, WriteError>) -> String {
    match result.unwrap_err() {
        WriteError::Foreign { path } => path,
        other => panic!("{other:?}"),
    }
}

#[test]
fn first_write_leaves_the_outputs_and_the_manifest() {
    let (site, out) = place();
    let files = [("index.html", "start"), ("plan/index.html", "plan"), ("robots.txt", "")];
    assert_eq!(write(outputs(&files), &out).unwrap(), report(3, 0, 0));
    let found = tree(&out);
    for (path, text) in files {
        assert_eq!(found[path], text, "{path}");
    }
    let listed: Vec<&str> = found[MANIFEST].lines().map(|line| line.split_once(' ').unwrap().1).collect();
    assert_eq!(listed, ["index.html", "plan/index.html", "robots.txt"]);
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(!site.path().join(".insyn-stage-public").exists());
}

#[test]
fn unchanged_files_keep_their_times() {
    let (_site, out) = place();
    write(outputs(&[("a/index.html", "a"), ("b.txt", "b")]), &out).unwrap();
    let old = make_old(&out.join("a/index.html"));
    let old_manifest = make_old(&out.join(MANIFEST));
    make_old(&out.join("b.txt"));
    let again = outputs(&[("a/index.html", "a"), ("b.txt", "b")]);
    assert_eq!(write(again, &out).unwrap(), report(0, 2, 0));
    assert_eq!(fs::metadata(out.join(MANIFEST)).unwrap().modified().unwrap(), old_manifest);
    assert_eq!(write(outputs(&[("a/index.html", "a"), ("b.txt", "c")]), &out).unwrap(), report(1, 1, 0));
    assert_eq!(fs::metadata(out.join("a/index.html")).unwrap().modified().unwrap(), old);
    assert_ne!(fs::metadata(out.join("b.txt")).unwrap().modified().unwrap(), old);
}

#[test]
fn a_file_that_is_no_longer_an_output_goes_with_its_empty_folders() {
    let (_site, out) = place();
    write(outputs(&[("a/b/c/index.html", "c"), ("a/index.html", "a")]), &out).unwrap();
    assert_eq!(write(outputs(&[("a/index.html", "a")]), &out).unwrap(), report(0, 1, 1));
    assert!(!out.join("a/b").exists());
    assert_eq!(write(outputs(&[]), &out).unwrap(), report(0, 0, 1));
    assert_eq!(tree(&out).into_keys().collect::<Vec<_>>(), [MANIFEST]);
}

#[test]
fn files_of_others_are_left_alone() {
    let (_site, out) = place();
    fs::create_dir_all(out.join("a")).unwrap();
    fs::write(out.join("CNAME"), "exempel.se").unwrap();
    fs::write(out.join("a/own.txt"), "own").unwrap();
    write(outputs(&[("a/index.html", "a"), ("b/index.html", "b")]), &out).unwrap();
    assert_eq!(write(outputs(&[("b/index.html", "b")]), &out).unwrap(), report(0, 1, 1));
    let found = tree(&out);
    assert_eq!(found["CNAME"], "exempel.se");
    assert_eq!(found["a/own.txt"], "own");
    assert!(!found.contains_key("a/index.html"));
}

#[test]
fn a_file_of_somebody_else_in_the_way_stops_the_write() {
    let (_site, out) = place();
    write(outputs(&[("a/index.html", "a")]), &out).unwrap();
    fs::write(out.join("robots.txt"), "theirs").unwrap();
    fs::create_dir(out.join("plan")).unwrap();
    fs::write(out.join("plan/note.txt"), "theirs").unwrap();
    let before = tree(&out);
    for (path, foreign) in
        [("robots.txt", "robots.txt"), ("robots.txt/index.html", "robots.txt"), ("plan", "plan/note.txt")]
    {
        let result = write(outputs(&[("a/index.html", "new"), (path, "ours")]), &out);
        assert_eq!(foreign_path(result), format!("{}/{foreign}", out.display()), "{path}");
        assert_eq!(tree(&out), before, "{path}");
    }
    let error = write(outputs(&[("robots.txt", "ours")]), &out).unwrap_err();
    assert_eq!(error.diagnostic().code, Code::ForeignFile);
}

#[test]
fn the_same_bytes_are_ours_when_the_manifest_was_lost() {
    let (_site, out) = place();
    write(outputs(&[("index.html", "start")]), &out).unwrap();
    fs::remove_file(out.join(MANIFEST)).unwrap();
    assert_eq!(write(outputs(&[("index.html", "start")]), &out).unwrap(), report(0, 1, 0));
    assert_eq!(write(outputs(&[("index.html", "new")]), &out).unwrap(), report(1, 0, 0));
}

#[cfg(unix)]
#[test]
fn links_in_the_folder_are_never_followed() {
    use std::os::unix::fs::symlink;
    let (site, out) = place();
    let outside = site.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("index.html"), "theirs").unwrap();
    write(outputs(&[("a/index.html", "a"), ("b.txt", "b")]), &out).unwrap();
    fs::remove_dir_all(out.join("a")).unwrap();
    symlink(&outside, out.join("a")).unwrap();
    fs::remove_file(out.join("b.txt")).unwrap();
    symlink(outside.join("index.html"), out.join("b.txt")).unwrap();

    for path in ["a/index.html", "a/new.html", "b.txt", "b.txt/index.html"] {
        foreign_path(write(outputs(&[(path, "ours")]), &out));
    }
    assert_eq!(write(outputs(&[]), &out).unwrap(), report(0, 0, 0), "what a link hides is not removed");
    assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "theirs");
    assert!(out.join("a").is_symlink() && out.join("b.txt").is_symlink());
}

#[cfg(unix)]
#[test]
fn the_output_folder_itself_may_be_a_link() {
    let (site, out) = place();
    let real = site.path().join("disk/www");
    fs::create_dir_all(&real).unwrap();
    std::os::unix::fs::symlink(&real, &out).unwrap();
    write(outputs(&[("index.html", "start")]), &out).unwrap();
    assert_eq!(fs::read_to_string(real.join("index.html")).unwrap(), "start");
    assert!(out.is_symlink());
}

#[test]
fn a_manifest_that_was_tampered_with_leads_nowhere() {
    let (site, out) = place();
    write(outputs(&[("index.html", "start")]), &out).unwrap();
    let victim = site.path().join("victim.txt");
    fs::write(&victim, "theirs").unwrap();
    let lines = format!("0 ../victim.txt\n0 {}\n<<<<<<< HEAD\nodd\n0 \n0 index.html\n", victim.display());
    fs::write(out.join(MANIFEST), lines).unwrap();
    assert_eq!(write(outputs(&[]), &out).unwrap(), report(0, 0, 1));
    assert_eq!(fs::read_to_string(victim).unwrap(), "theirs");
}

#[test]
fn paths_that_no_output_may_have() {
    for path in ["../a", "/a", "a/../../b", "", "a\\b", "a//b", MANIFEST] {
        let (site, out) = place();
        let error = write(outputs(&[(path, "x")]), &out).unwrap_err();
        assert!(matches!(error, WriteError::Path { .. }), "{path}: {error:?}");
        assert!(!out.exists() && !site.path().join("a").exists(), "{path}");
    }
    for clash in [["a", "a"], ["a", "a/b/c"]] {
        let (_site, out) = place();
        let error = write(outputs(&clash.map(|path| (path, "x"))), &out).unwrap_err();
        assert!(matches!(error, WriteError::Path { .. }), "{clash:?}: {error:?}");
    }
}

#[test]
fn a_second_build_on_the_same_folder_is_refused() {
    let (_site, out) = place();
    let first = Writer::open(&out, Remembered::default()).unwrap();
    let error = write(outputs(&[("a", "b")]), &out).unwrap_err();
    assert!(matches!(error, WriteError::Running { .. }), "{error:?}");
    assert_eq!(error.diagnostic().code, Code::BuildRunning);
    drop(first);
    write(outputs(&[("a", "b")]), &out).unwrap();
}

#[test]
fn an_abandoned_write_changes_nothing() {
    let (site, out) = place();
    write(outputs(&[("a", "old"), ("b", "old")]), &out).unwrap();
    let before = tree(&out);
    let writer = Writer::open(&out, Remembered::default()).unwrap();
    writer.stage(outputs(&[("a", "new")]).remove(0)).unwrap();
    drop(writer);
    assert_eq!(tree(&out), before);
    assert!(!site.path().join(".insyn-stage-public").exists());
}

/// A killed build leaves a staging folder, the manifest of old and new files, and some files moved.
#[test]
fn the_build_after_a_killed_one_completes_it() {
    let (site, out) = place();
    write(outputs(&[("a", "old"), ("b", "old"), ("gone/c", "old")]), &out).unwrap();
    let manifest = fs::read_to_string(out.join(MANIFEST)).unwrap();
    fs::write(out.join(MANIFEST), format!("{manifest}0 new/d\n")).unwrap();
    fs::write(out.join("a"), "new").unwrap();
    fs::create_dir(out.join("new")).unwrap();
    fs::write(out.join("new/d"), "half").unwrap();
    let stage = site.path().join(".insyn-stage-public");
    fs::create_dir_all(stage.join("left")).unwrap();
    fs::write(stage.join("left/over"), "x").unwrap();

    let files = [("a", "new"), ("b", "new"), ("new/d", "new")];
    assert_eq!(write(outputs(&files), &out).unwrap(), report(2, 1, 1));
    let (_other, clean) = place();
    write(outputs(&files), &clean).unwrap();
    assert_eq!(tree(&out), tree(&clean));
    assert!(!stage.exists());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let (_site, out) = place();
    write(outputs(&[("a", "file"), ("b/c/d", "deep"), ("b/e", "e")]), &out).unwrap();
    assert_eq!(write(outputs(&[("a/index.html", "a"), ("b", "b")]), &out).unwrap(), report(2, 0, 3));
    assert_eq!(fs::read_to_string(out.join("a/index.html")).unwrap(), "a");
    assert_eq!(fs::read_to_string(out.join("b")).unwrap(), "b");
}
