//! Folders that may not be written. Root may write anywhere, so these tests run as nobody.

use super::*;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::Command;

/// Runs the test `name` again as nobody when we are root, whom permissions do not stop; says whether it did.
fn ran_as_nobody(name: &str) -> bool {
    let home = tempfile::tempdir().unwrap();
    if fs::metadata(home.path()).unwrap().uid() != 0 {
        return false;
    }
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let program = home.path().join("tests");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&program)
        .args(["--exact", name])
        .env("TMPDIR", home.path())
        .current_dir(home.path())
        .output()
        .expect("setpriv, of util-linux, lets root test permissions");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("1 passed"), "{told}");
    true
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_may_not_be_written_stays_as_it_was() {
    if ran_as_nobody("permissions::a_folder_that_may_not_be_written_stays_as_it_was") {
        return;
    }
    let (_site, out) = place();
    write(outputs(&[("a", "old"), ("b", "old")]), &out).unwrap();
    let before = tree(&out);
    allow(&out, 0o555);
    let error = write(outputs(&[("a", "new"), ("c", "new")]), &out).unwrap_err();
    allow(&out, 0o755);
    assert_eq!(error.diagnostic().code, Code::WriteFailed);
    assert_eq!(tree(&out), before);
}

#[test]
fn only_the_output_folder_needs_to_be_writable() {
    if ran_as_nobody("permissions::only_the_output_folder_needs_to_be_writable") {
        return;
    }
    let (site, out) = place();
    fs::create_dir(&out).unwrap();
    allow(site.path(), 0o555);
    let first = write(outputs(&[("a", "old"), ("b/c", "old")]), &out);
    let second = write(outputs(&[("a", "new")]), &out);
    allow(site.path(), 0o755);
    assert_eq!((first.unwrap(), second.unwrap()), (report(2, 0, 0), report(1, 0, 1)));
}
