//! Changes as they are made by editors and people, and what is told of them.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use insyn::watch::{Watcher, watch};

/// Longer than any change should take to be told, also on a busy machine.
const LONG: Duration = Duration::from_secs(10);

/// Long enough to trust that nothing was told.
const SHORT: Duration = Duration::from_millis(150);

struct Site {
    folder: tempfile::TempDir,
    told: Receiver<Vec<PathBuf>>,
    _watcher: Watcher,
}

/// A site with `content/a.md` and `insyn.yaml`, watched.
fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("content")).unwrap();
    fs::write(path("content/a.md"), "a").unwrap();
    fs::write(path("insyn.yaml"), "").unwrap();
    let (tell, told) = channel();
    let watched = [path("content"), path("insyn.yaml"), path("themes")];
    let watcher = watch(&watched, &[path("content/public")], move |paths| drop(tell.send(paths))).unwrap();
    Site { folder, told, _watcher: watcher }
}

impl Site {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    /// All that is told until `name` is, or something above it.
    fn told_of(&self, name: &str) -> Vec<Vec<PathBuf>> {
        let path = self.path(name);
        let mut told = Vec::new();
        while !told.iter().flatten().any(|told: &PathBuf| path.starts_with(told)) {
            told.push(self.told.recv_timeout(LONG).unwrap_or_else(|_| panic!("{name} was not told: {told:?}")));
        }
        told
    }

    fn is_quiet(&self) -> bool {
        self.told.recv_timeout(SHORT).is_err()
    }
}

/// Lets what is under way be told, so that the next change stands alone.
fn settle(site: &Site) {
    while !site.is_quiet() {}
}

#[test]
fn saving_in_place_by_renaming_and_by_removing_are_changes() {
    let site = site();
    site.write("content/a.md", "in place");
    assert_eq!(site.told_of("content/a.md"), [[site.path("content/a.md")]]);
    site.write("content/.a.md.tmp", "renamed");
    fs::rename(site.path("content/.a.md.tmp"), site.path("content/a.md")).unwrap();
    assert_eq!(site.told_of("content/a.md"), [[site.path("content/a.md")]]);
    fs::remove_file(site.path("content/a.md")).unwrap();
    site.write("content/a.md", "again");
    site.told_of("content/a.md");
    settle(&site);
    fs::write(site.path("insyn.yaml~"), "x").unwrap();
    fs::rename(site.path("insyn.yaml~"), site.path("insyn.yaml")).unwrap();
    assert_eq!(site.told_of("insyn.yaml"), [[site.path("insyn.yaml")]]);
}

#[test]
fn what_is_no_source_is_not_told() {
    let site = site();
    for name in [
        "public/index.html",
        ".insyn-stage-public/a",
        "other.txt",
        "content/.git/index",
        "content/.a.md.swp",
        "content/public/index.html",
    ] {
        site.write(name, "x");
    }
    fs::read(site.path("content/a.md")).unwrap();
    assert_eq!(site.told.recv_timeout(SHORT).ok(), None);
}

#[test]
fn a_thousand_changes_are_few_calls_and_none_is_lost() {
    let site = site();
    for number in 0..1000 {
        site.write(&format!("content/{number}.md"), "x");
    }
    let mut told = site.told_of("content/999.md");
    while let Ok(more) = site.told.recv_timeout(SHORT) {
        told.push(more);
    }
    assert!(told.len() <= 20, "{} calls", told.len());
    let all: std::collections::BTreeSet<&Path> = told.iter().flatten().map(PathBuf::as_path).collect();
    assert_eq!(all.len(), 1000);
}

#[test]
fn new_folders_are_watched() {
    let site = site();
    site.write("content/plan/2020/index.md", "x");
    site.told_of("content/plan/2020/index.md");
    settle(&site);
    site.write("content/plan/2020/index.md", "y");
    assert_eq!(site.told_of("content/plan/2020/index.md").concat(), [site.path("content/plan/2020/index.md")]);
    site.write("themes/own/a.html", "x");
    site.told_of("themes/own/a.html");
    settle(&site);
    site.write("themes/own/b.html", "x");
    assert_eq!(site.told_of("themes/own/b.html").concat(), [site.path("themes/own/b.html")]);
}

#[test]
fn the_content_folder_may_go_and_come_back() {
    let site = site();
    for round in 0..3 {
        fs::remove_dir_all(site.path("content")).unwrap();
        site.told_of("content");
        if round == 1 {
            settle(&site);
        }
        site.write("content/new/b.md", "b");
        site.told_of("content/new/b.md");
        settle(&site);
        site.write("content/new/b.md", "c");
        assert_eq!(site.told_of("content/new/b.md").concat(), [site.path("content/new/b.md")], "round {round}");
        fs::rename(site.path("content"), site.path("away")).unwrap();
        site.told_of("content");
        fs::rename(site.path("away"), site.path("content")).unwrap();
        site.told_of("content");
        settle(&site);
        site.write("content/d.md", "d");
        assert_eq!(site.told_of("content/d.md").concat(), [site.path("content/d.md")], "round {round}");
    }
}

#[test]
fn a_dropped_watcher_tells_nothing_more() {
    let Site { folder, told, _watcher: watcher } = site();
    drop(watcher);
    fs::write(folder.path().join("content/a.md"), "x").unwrap();
    assert!(told.recv_timeout(LONG).is_err());
}
