//! Files that no repository can carry: links out of the content, huge and unreadable ones, names that are no text.
//! They are made when the test runs.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use insyn::{
    check::{self, check},
    diagnostic::{Diagnostic, Severity, gravest},
    load::{self, Drafts, Options, load},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const SETTINGS: &str = "titel: Prov\nbase_url: \"https://insyn.example/\"\nutgivare: { namn: Prov }\nnoindex: ja\n";
const PAGE: &str = "---\ntitel: Sida\nkortversion: Kort.\n---\n";

struct Folder {
    root: tempfile::TempDir,
}

impl Folder {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(root.path().join("insyn.yaml"), SETTINGS).unwrap();
        Self { root }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join("content").join(name)
    }

    fn told(&self) -> Vec<Diagnostic> {
        told(self.root.path())
    }

    /// Number, file and severity of everything told.
    fn codes(&self) -> Vec<(&'static str, String)> {
        self.told().iter().map(|told| (told.code.number(), told.path.to_string())).collect()
    }
}

fn told(root: &Path) -> Vec<Diagnostic> {
    let today = "2026-11-22".parse().expect("a day");
    let (site, mut told, _) =
        load(&Options { root: root.to_owned(), today, drafts: Drafts::Hidden }, load::Remembered::default());
    told.extend(site.as_ref().map(|site| check(site, check::Remembered::default()).0).unwrap_or_default());
    told
}

fn one(code: &'static str, path: &str) -> Vec<(&'static str, String)> {
    vec![(code, path.to_owned())]
}

#[test]
fn byte_order_mark_and_windows_line_breaks_are_accepted() {
    let folder = Folder::new();
    fs::write(folder.path("sida.md"), format!("\u{feff}{PAGE}\nText.\n").replace('\n', "\r\n")).unwrap();
    fs::write(folder.path("gammal.md"), PAGE.replace('\n', "\r")).unwrap();
    assert_eq!(folder.codes(), []);
}

#[test]
#[cfg(unix)]
fn links_out_of_the_content_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (folder, other) = (Folder::new(), tempfile::tempdir().unwrap());
    fs::write(other.path().join("hemlig.md"), PAGE).unwrap();
    fs::write(folder.path("sida.md"), PAGE).unwrap();
    symlink(other.path().join("hemlig.md"), folder.path("fil.md")).unwrap();
    symlink(other.path(), folder.path("mapp")).unwrap();
    symlink("finns-inte.md", folder.path("ingenstans.md")).unwrap();
    symlink("ring.md", folder.path("ring.md")).unwrap();
    symlink("..", folder.path("upp")).unwrap();
    symlink("sida.md", folder.path("inom.md")).unwrap();
    let paths = ["fil.md", "ingenstans.md", "mapp", "ring.md", "upp"].map(|name| ("I0006", format!("content/{name}")));
    assert_eq!(folder.codes(), paths);
}

#[test]
fn huge_files_are_not_read() {
    let folder = Folder::new();
    for (name, megabytes) in [("sida.md", 50), ("film.mp4", 101)] {
        fs::File::create(folder.path(name)).unwrap().set_len(megabytes * 1024 * 1024).unwrap();
    }
    assert_eq!(folder.codes(), [("I0003", "content/film.mp4".to_owned()), ("I0003", "content/sida.md".to_owned())]);
}

#[test]
fn names_that_differ_in_case_only_are_told() {
    let folder = Folder::new();
    fs::write(folder.path("sida.md"), PAGE).unwrap();
    fs::write(folder.path("Sida.md"), PAGE).unwrap();
    // Where the file system sees no difference there is one file, under the name that came first.
    let told = folder.codes();
    assert!(told == one("I0005", "content/Sida.md") || told.is_empty(), "{told:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_text_are_told() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let folder = Folder::new();
    fs::write(folder.root.path().join("content").join(OsStr::from_bytes(b"r\xe5d.md")), PAGE).unwrap();
    assert_eq!(folder.codes(), one("I0005", "content/r\u{fffd}d.md"));
}

#[test]
fn a_folder_with_the_name_of_a_file_is_a_folder() {
    let folder = Folder::new();
    fs::create_dir(folder.path("sida.md")).unwrap();
    fs::write(folder.path("sida.md").join("a.md"), PAGE).unwrap();
    assert_eq!(folder.codes(), one("I0005", "content/sida.md/a.md"));
}

#[test]
#[cfg(unix)]
fn unreadable_files_are_told_together() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    const CHILD: &str = "INSYN_TEST_UNPRIVILEGED";
    if let Some(root) = std::env::var_os(CHILD) {
        let told = told(Path::new(&root));
        let codes: Vec<_> = told.iter().map(|told| (told.code.number(), &*told.path)).collect();
        assert_eq!(codes, [("I0001", "content/dold"), ("I0001", "content/sida.md")]);
        assert_eq!(gravest(&told), Some(Severity::Error));
        return;
    }
    let folder = Folder::new();
    fs::write(folder.path("sida.md"), PAGE).unwrap();
    fs::create_dir(folder.path("dold")).unwrap();
    fs::set_permissions(folder.root.path(), fs::Permissions::from_mode(0o755)).unwrap();
    for name in ["sida.md", "dold"] {
        fs::set_permissions(folder.path(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    let is_root = fs::read(folder.path("sida.md")).is_ok();
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "unreadable_files_are_told_together"]).env(CHILD, folder.root.path());
    if is_root {
        // Permissions say nothing to root, so somebody else has to look.
        child.uid(65534).gid(65534).current_dir("/");
    }
    let ended = child.output();
    fs::set_permissions(folder.path("dold"), fs::Permissions::from_mode(0o755)).unwrap();
    match ended {
        Ok(ended) => assert!(
            ended.status.success(),
            "{}{}",
            String::from_utf8_lossy(&ended.stdout),
            String::from_utf8_lossy(&ended.stderr)
        ),
        Err(error) if is_root => eprintln!("skipped: run by root, and no other user may run the test: {error}"),
        Err(error) => panic!("{error}"),
    }
}
