//! Folders that cannot be used together, folders of others, and two builds at once.

use super::*;
use insyn::write::{Remembered, Writer};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{MetadataExt, symlink};
use std::process::Child;
use std::time::{Duration, SystemTime};

#[test]
fn output_and_sources_are_kept_apart() {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("site");
    site(&root);
    symlink(root.join("content/exempelkommun"), root.join("link")).unwrap();
    symlink(&root, home.path().join("again")).unwrap();
    let outside = home.path().join("outside");
    fs::rename(root.join("content"), &outside).unwrap();
    let before = tree(home.path());
    let beside = |out: &str| build(&root, &root.join(out));
    fs::rename(&outside, root.join("content")).unwrap();
    for out in ["content", "content/public", "content/exempelkommun", ".", "..", "link", "link/public", "/"] {
        refused(beside(out), &root, 2, &["I0602"]);
    }
    for out in ["../again", "../again/content", "../again/content/new/public"] {
        refused(beside(out), &root, 2, &["I0602"]);
    }
    // Content that is a link to a folder in the output.
    fs::create_dir(home.path().join("public")).unwrap();
    fs::rename(root.join("content"), home.path().join("public/content")).unwrap();
    symlink(home.path().join("public/content"), root.join("content")).unwrap();
    refused(beside("../public"), home.path(), 2, &["I0602"]);
    fs::remove_file(root.join("content")).unwrap();
    fs::rename(home.path().join("public/content"), &outside).unwrap();
    assert!(tree(home.path()) == before, "something was written or removed");
}

#[test]
fn a_link_that_leads_nowhere_is_somebody_elses() {
    let home = tempfile::tempdir().unwrap();
    site(home.path());
    let out = home.path().join("public");
    symlink(home.path().join("gone"), &out).unwrap();
    refused(build(home.path(), &out), home.path(), 3, &["I0601", "public"]);
    assert!(out.is_symlink());
    assert_eq!(left(home.path()), Vec::<String>::new());
}

#[test]
fn files_of_others_stay() {
    let versions = Versions::new();
    built(&versions.source(0), &versions.out());
    let theirs = ["CNAME", ".well-known/security.txt", "exempelkommun/foto/bild.jpg", "assets/own.css"];
    for path in theirs {
        let path = versions.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "theirs").unwrap();
    }
    for version in [1, 0, 1] {
        let mut found = built(&versions.source(version), &versions.out());
        for path in theirs {
            assert_eq!(found.remove(path).as_deref(), Some(&b"theirs"[..]), "{path}");
        }
        assert!(found == versions.clean[version]);
    }
    // One of theirs where a page of ours must go.
    let page = versions.clean[0].keys().find(|path| !versions.clean[1].contains_key(*path)).unwrap();
    fs::create_dir_all(versions.out().join(page).parent().unwrap()).unwrap();
    fs::write(versions.out().join(page), "theirs").unwrap();
    refused(versions.build(0), &versions.out(), 3, &["I0601", page]);
}

#[test]
fn the_second_of_two_builds_says_so() {
    let versions = Versions::new();
    versions.completes(0);
    let first = Writer::open(&versions.out(), Remembered::default()).unwrap();
    refused(versions.build(1), &versions.out(), 3, &["I0604", "public"]);
    drop(first);
    versions.completes(1);
}

#[test]
fn many_builds_at_once_leave_one_site() {
    let versions = Versions::new();
    for round in 0..4 {
        let children: Vec<Child> = (0..5).map(|child| versions.build((child + round) % 2).spawn().unwrap()).collect();
        let mut succeeded = 0;
        for child in children {
            let output = child.wait_with_output().unwrap();
            match code(&output) {
                Some(0) => succeeded += 1,
                Some(3) => assert!(said(&output).contains("I0604"), "{}", said(&output)),
                other => panic!("{other:?}: {}", said(&output)),
            }
        }
        assert!(succeeded > 0, "round {round}");
        let found = tree(&versions.out());
        assert!(versions.clean.contains(&found), "round {round}: a mixture");
        assert_eq!(left(versions.home.path()), Vec::<String>::new());
    }
}

/// A preview that ends with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

#[cfg(feature = "serve")]
#[test]
fn a_build_beside_a_preview_leaves_a_whole_site() {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("site");
    site(&root);
    let mut preview = command(&root, &["serve", "--port", "0", "--today", TODAY, "--lang", "en"]);
    let mut serving = Serving(preview.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut lines = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    lines.next().expect("the first build").unwrap();
    lines.next().expect("the address").unwrap();
    for round in 0..6 {
        let title = format!("Löften {round}");
        let settings = fs::read_to_string(root.join("insyn.yaml")).unwrap();
        let line = settings.lines().position(|line| line.starts_with("  sv: ")).unwrap();
        let changed = settings.lines().enumerate().map(|(at, text)| match at == line {
            true => format!("  sv: {title}\n"),
            false => format!("{text}\n"),
        });
        fs::write(root.join("insyn.yaml"), changed.collect::<String>()).unwrap();
        let output = build(&root, &root.join("public")).output().unwrap();
        assert!(matches!(code(&output), Some(0 | 3)), "{}", said(&output));
        assert!(code(&output) == Some(0) || said(&output).contains("I0604"), "{}", said(&output));
    }
    let told: Vec<String> = lines.by_ref().take(1).map(Result::unwrap).collect();
    assert_eq!(told.len(), 1, "the preview goes on");
    drop(serving);
    let clean = built(&root, &home.path().join("clean"));
    assert!(built(&root, &root.join("public")) == clean);
    assert_eq!(left(&root), Vec::<String>::new());
}

/// What makes a file another one for rsync and its like: time and inode.
fn stamps(out: &Path) -> BTreeMap<String, (i64, i64, u64)> {
    let stamp = |path: String| {
        let metadata = fs::metadata(out.join(&path)).unwrap();
        (path, (metadata.mtime(), metadata.mtime_nsec(), metadata.ino()))
    };
    tree(out).into_keys().map(stamp).collect()
}

#[test]
fn a_file_that_did_not_change_keeps_its_time() {
    let versions = Versions::new();
    versions.completes(0);
    let (before, times) = (tree(&versions.out()), stamps(&versions.out()));
    assert!(built(&versions.source(0), &versions.out()) == before);
    assert_eq!(stamps(&versions.out()), times, "nothing changed");

    let pledge = "content/exempelkommun/medborgarloften/gangvag-1.md";
    change(&versions.source(0), pledge, "titel: 1 ", "titel: Ett ");
    let after = built(&versions.source(0), &versions.out());
    let now = stamps(&versions.out());
    let mut changed = Vec::new();
    for (path, bytes) in &after {
        let is_same = before.get(path) == Some(bytes);
        assert_eq!(times.get(path) == now.get(path), is_same, "{path}");
        changed.extend((!is_same).then_some(path.as_str()));
    }
    assert!(changed.contains(&"exempelkommun/medborgarloften/gangvag-1/index.html"), "{changed:?}");
    assert!(changed.len() < before.len() / 2, "one title was changed: {changed:?}");
}

#[test]
fn the_clock_may_be_set_back_or_forward() {
    let versions = Versions::new();
    let day = Duration::from_secs(24 * 60 * 60);
    let times = [SystemTime::UNIX_EPOCH + day, SystemTime::now() + day * 20_000];
    for (round, time) in times.into_iter().enumerate() {
        versions.completes(round % 2);
        let date = |folder: &Path| {
            for path in tree(folder).into_keys() {
                // Root of the folder's own: reading is enough to set times.
                fs::File::options().append(true).open(folder.join(path)).unwrap().set_modified(time).unwrap();
            }
        };
        date(&versions.out());
        date(&versions.source(0));
        date(&versions.source(1));
        let before = stamps(&versions.out());
        versions.completes(round % 2);
        assert_eq!(stamps(&versions.out()), before, "what did not change keeps its time, whatever it is");
        versions.completes((round + 1) % 2);
        // The same length and the same time: only the bytes tell.
        let page = versions.out().join("index.html");
        let mut bytes = fs::read(&page).unwrap();
        bytes.reverse();
        fs::write(&page, bytes).unwrap();
        fs::File::options().append(true).open(&page).unwrap().set_modified(time).unwrap();
        versions.completes((round + 1) % 2);
    }
}
