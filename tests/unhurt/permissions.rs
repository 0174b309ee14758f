//! Permissions that are missing or lost. They do not stop root, so root runs these tests as nobody.

use super::*;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

/// Runs the test `name` as nobody when we are root; says whether it did.
fn ran_as_nobody(name: &str) -> bool {
    let home = tempfile::tempdir().unwrap();
    if fs::metadata(home.path()).unwrap().uid() != 0 {
        return false;
    }
    let wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    passed(&again_behind(&wrapper, &format!("permissions::{name}")).expect("setpriv, of util-linux"));
    true
}

/// Takes the rights `mode` for as long as something is done.
fn with_rights<T>(path: &Path, mode: u32, done: impl FnOnce() -> T) -> T {
    let before = fs::metadata(path).unwrap().permissions();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let result = done();
    fs::set_permissions(path, before).unwrap();
    result
}

#[test]
fn folders_that_may_not_be_written() {
    if ran_as_nobody("folders_that_may_not_be_written") {
        return;
    }
    let versions = Versions::new();
    let (home, out) = (versions.home.path(), versions.out());
    with_rights(home, 0o555, || refused(versions.build(0), &out, 3, &["I0603", "public"]));
    assert!(!out.exists());
    versions.completes(0);
    with_rights(&out, 0o555, || refused(versions.build(1), &out, 3, &["I0603", "public"]));
    with_rights(home, 0o555, || {
        with_rights(&out, 0o555, || refused(versions.build(1), &out, 3, &["I0603", "public"]));
    });
    with_rights(&out, 0o000, || {
        let output = versions.build(1).output().unwrap();
        assert_eq!(code(&output), Some(3), "{}", said(&output));
    });
    assert!(tree(&out) == versions.clean[0]);
    assert_eq!(left(home), Vec::<String>::new());
    // Where only the output folder may be written that is enough.
    fs::remove_file(home.join(".insyn-lock-public")).unwrap();
    with_rights(home, 0o555, || {
        assert!(built(&versions.source(1), &out).contains_key("index.html"));
        assert_eq!(left(&out), [MANIFEST]);
    });
}

#[test]
fn permission_lost_inside_the_output() {
    if ran_as_nobody("permission_lost_inside_the_output") {
        return;
    }
    let versions = Versions::new();
    let out = versions.out();
    versions.completes(0);
    for folder in ["exempelkommun", "exempelkommun/medborgarloften/belysta-gangvagar", "search"] {
        with_rights(&out.join(folder), 0o555, || refused(versions.build(1), &out, 3, &["I0603", folder]));
        assert_eq!(left(versions.home.path()), Vec::<String>::new());
    }
    with_rights(&out.join("index.html"), 0o000, || {
        let output = versions.build(1).output().unwrap();
        assert!(matches!(code(&output), Some(0 | 3)), "{}", said(&output));
    });
    versions.completes(1);
}

#[test]
fn permission_lost_on_sources() {
    if ran_as_nobody("permission_lost_on_sources") {
        return;
    }
    let versions = Versions::new();
    versions.completes(0);
    let root = versions.source(0);
    let refused = |exit, words: &[&str]| refused(versions.build(0), &versions.out(), exit, words);
    change(&root, "insyn.yaml", "Exempelkommuns", "Nya");
    with_rights(&root.join(PLEDGE), 0o000, || refused(1, &["I0001", PLEDGE]));
    with_rights(&root.join("content/exempelkommun/kallor"), 0o000, || refused(1, &["content/exempelkommun/kallor"]));
    with_rights(&root.join("insyn.yaml"), 0o000, || refused(1, &["insyn.yaml"]));
    with_rights(&root.join("content"), 0o000, || refused(1, &["content"]));
    assert_eq!(left(versions.home.path()), Vec::<String>::new());
}
