//! What one write remembers for the next: it saves work, and never changes an outcome.

use super::*;

type Files<'a> = &'a [(&'a str, &'a str)];

/// Writes `files`, keeping of them what `kept` names where the writer allows it; gives what was done, what is to be
/// remembered, and which were kept.
fn write_keeping(files: Files, out: &Path, old: Remembered, kept: &[&str]) -> (Report, Remembered, Vec<String>) {
    let writer = Writer::open(out, old).unwrap();
    let mut really = Vec::new();
    let staged = outputs(files).into_iter().map(|output| match writer.keep(&output.path) {
        Some(staged) if kept.contains(&output.path.as_str()) => {
            really.push(output.path);
            staged
        }
        _ => writer.stage(output).unwrap(),
    });
    let staged = staged.collect();
    let (report, remembered) = writer.finish(staged).unwrap();
    (report, remembered, really)
}

/// Waits until the clock of the file system has moved on, which it does every few milliseconds.
fn tick() {
    std::thread::sleep(Duration::from_millis(30));
}

const SITE: Files<'static> = &[("a/index.html", "a"), ("b.txt", "b"), ("c.txt", "c")];

#[test]
fn what_nobody_has_touched_is_kept() {
    let (_site, out) = place();
    let (_, first, kept) = write_keeping(SITE, &out, Remembered::default(), &["b.txt"]);
    assert!(kept.is_empty(), "nothing is remembered yet");
    let (told, second, kept) = write_keeping(SITE, &out, first.clone(), &["a/index.html", "b.txt", "c.txt"]);
    assert_eq!((told, kept.len()), (report(0, 3, 0), 3));
    tick();
    let edited = [("a/index.html", "a"), ("b.txt", "new"), ("c.txt", "c")];
    let (told, third, _) = write_keeping(&edited, &out, second, &["a/index.html", "c.txt"]);
    assert_eq!(told, report(1, 2, 0));
    let (told, ..) = write_keeping(&edited, &out, third, &["a/index.html", "b.txt", "c.txt"]);
    assert_eq!(told, report(0, 3, 0));
    assert_eq!(fs::read_to_string(out.join("b.txt")).unwrap(), "new");
}

#[test]
fn only_a_whole_untouched_file_is_kept() {
    let (_site, out) = place();
    let (_, remembered, _) = write_keeping(SITE, &out, Remembered::default(), &[]);
    let keep = |path: &str| Writer::open(&out, remembered.clone()).unwrap().keep(path).is_some();
    assert!(!keep("d.txt") && !keep("a") && !keep("../b.txt") && !keep(MANIFEST));
    let file = out.join("b.txt");
    let times = fs::metadata(&file).unwrap().modified().unwrap();

    fs::write(&file, "x").unwrap();
    fs::File::options().write(true).open(&file).unwrap().set_modified(times).unwrap();
    assert!(!keep("b.txt"), "other bytes, with the length and the time of before");
    fs::write(&file, "b").unwrap();
    assert!(keep("b.txt"), "touched, but the same again");
    fs::remove_file(&file).unwrap();
    assert!(!keep("b.txt"), "gone");
    fs::create_dir(&file).unwrap();
    assert!(!keep("b.txt"), "a folder");
    fs::rename(&out, out.with_extension("old")).unwrap();
    assert!(!keep("c.txt"), "there is no output folder");
}

/// The clock of a file system moves in steps: within one, a change leaves no trace but in the bytes.
#[test]
fn a_change_right_after_the_write_is_noticed() {
    for round in 0..200 {
        let (_site, out) = place();
        let (_, mut remembered, _) = write_keeping(SITE, &out, Remembered::default(), &[]);
        if round % 2 == 1 {
            let edited = [("a/index.html", "z"), ("b.txt", "z"), ("c.txt", "z")];
            remembered = write_keeping(&edited, &out, remembered, &[]).1;
        }
        fs::write(out.join("b.txt"), "x").unwrap();
        let (told, _, kept) = write_keeping(SITE, &out, remembered, &["b.txt"]);
        assert_eq!((told.outputs, kept.is_empty()), (3, true), "round {round}");
        assert_eq!(fs::read_to_string(out.join("b.txt")).unwrap(), "b", "round {round}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_kept() {
    use std::os::unix::fs::symlink;
    let (site, out) = place();
    let (_, remembered, _) = write_keeping(SITE, &out, Remembered::default(), &[]);
    for path in ["b.txt", "a"] {
        fs::rename(out.join(path), site.path().join("moved")).unwrap();
        symlink(site.path().join("moved"), out.join(path)).unwrap();
        let path = if path == "a" { "a/index.html" } else { path };
        let writer = Writer::open(&out, remembered.clone()).unwrap();
        assert!(path == "a/index.html" || writer.keep(path).is_none(), "{path}");
        let output = outputs(&[(path, "new")]).remove(0);
        assert!(matches!(writer.stage(output), Err(WriteError::Foreign { .. })), "{path}");
        fs::remove_dir_all(site.path().join("moved")).or_else(|_| fs::remove_file(site.path().join("moved"))).unwrap();
    }
}

#[test]
fn what_is_remembered_of_another_folder_misleads_nobody() {
    let (_site, out) = place();
    let (_other, elsewhere) = place();
    write(outputs(&[("b.txt", "old"), ("gone.txt", "x")]), &out).unwrap();
    let (_, foreign, _) = write_keeping(SITE, &elsewhere, Remembered::default(), &[]);
    let (told, _, kept) = write_keeping(SITE, &out, foreign, &["a/index.html", "b.txt", "c.txt"]);
    assert_eq!((told, kept), (report(3, 0, 1), Vec::new()));
    assert_eq!(tree(&out), tree(&elsewhere));
}
