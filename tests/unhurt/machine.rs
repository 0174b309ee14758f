//! A machine without room: a full disk, a limit on files, and an output folder that is a disk of its own.

use super::*;
use std::os::unix::process::ExitStatusExt;

/// Builds behind a shell that allows no file larger than `blocks` of 512 bytes.
fn limited(build: &Command, blocks: u64, then: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{then} ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
    shell.arg(build.get_program()).args(build.get_args()).current_dir(build.get_current_dir().unwrap());
    shell.env("LC_ALL", "sv_SE.UTF-8").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    shell
}

/// A limit refuses like a full disk does, and can be set anywhere.
#[test]
fn a_write_that_is_refused_changes_nothing() {
    let versions = Versions::new();
    let blocks = 8;
    let refused_or_killed = |is_first: bool| {
        refused(limited(&versions.build(1), blocks, "trap '' XFSZ;"), &versions.out(), 3, &["I0603", "public"]);
        assert_eq!(left(versions.home.path()), Vec::<String>::new());
        // Without the trap the system kills the build.
        let killed = limited(&versions.build(1), blocks, "").output().unwrap();
        assert!(killed.status.signal().is_some() || !killed.status.success(), "{}", said(&killed));
        match is_first {
            true => assert!(!versions.out().exists()),
            false => assert!(tree(&versions.out()) == versions.clean[0], "the old site was touched"),
        }
    };
    refused_or_killed(true);
    versions.completes(0);
    fs::write(versions.out().join("CNAME"), "theirs").unwrap();
    refused(limited(&versions.build(1), blocks, "trap '' XFSZ;"), &versions.out(), 3, &["I0603", "public"]);
    fs::remove_file(versions.out().join("CNAME")).unwrap();
    refused_or_killed(false);
    versions.completes(1);
}

fn sh(script: &str) {
    let output = Command::new("sh").args(["-ec", script]).output().unwrap();
    assert!(output.status.success(), "{script}: {}", said(&output));
}

/// The tests that mount a disk of their own run behind this: what they mount is seen by nobody else, and goes with them.
/// Where neither is allowed `a_write_that_is_refused_changes_nothing` stands alone.
#[test]
fn disks_of_their_own() {
    let wrappers: [&[&str]; 2] = [&["unshare", "--mount"], &["unshare", "--mount", "--map-root-user"]];
    for name in ["machine::a_full_disk", "machine::an_output_folder_that_is_a_disk"] {
        let output = wrappers.iter().find_map(|wrapper| again_behind(wrapper, name));
        match output {
            Some(output) => passed(&output),
            None => println!("no disk can be mounted here: {name} has not been run"),
        }
    }
}

/// Room that a tree takes on a disk, in kilobytes.
fn room(tree: &Tree) -> usize {
    tree.values().map(|bytes| bytes.len().div_ceil(4096) * 4).sum()
}

#[test]
#[ignore = "it mounts a disk: run by `disks_of_their_own`"]
fn a_full_disk() {
    let mut versions = Versions::new();
    let disk = versions.home.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let resize = |options: &str| sh(&format!("mount -t tmpfs -o {options} tmpfs '{}'", disk.display()));
    let needed = room(&versions.clean[0]).max(room(&versions.clean[1]));
    resize(&format!("size={}k", needed / 2));
    let out = disk.join("public");
    refused(build(&versions.source(0), &out), &out, 3, &["I0603", "public"]);
    assert!(!out.exists() && left(&disk).is_empty());

    // Room for the old site, and for half of the new one beside it.
    resize(&format!("remount,size={}k", needed + needed / 2));
    assert!(built(&versions.source(0), &out) == versions.clean[0]);
    fs::write(disk.join("theirs"), "theirs").unwrap();
    for _ in 0..3 {
        refused(build(&versions.source(1), &out), &out, 3, &["I0603", "public"]);
        assert!(left(&disk).is_empty(), "{:?}", left(&disk));
    }
    // No room at all, not even for names.
    let names = format!("$(($(find '{}' | wc -l) + 20))", disk.display());
    resize(&format!("remount,size={}k,nr_inodes={names}", needed * 4));
    refused(build(&versions.source(1), &out), &out, 3, &["I0603", "public"]);
    resize(&format!("remount,size={}k,nr_inodes=10000", needed * 4));
    assert!(built(&versions.source(1), &out) == versions.clean[1]);
    assert_eq!(fs::read(disk.join("theirs")).unwrap(), b"theirs");
    sh(&format!("umount '{}'", disk.display()));
    versions.clean = Default::default();
}

#[test]
#[ignore = "it mounts a disk: run by `disks_of_their_own`"]
fn an_output_folder_that_is_a_disk() {
    let versions = Versions::new();
    let (out, needed) = (versions.out(), room(&versions.clean[0]).max(room(&versions.clean[1])));
    fs::create_dir(&out).unwrap();
    sh(&format!("mount -t tmpfs -o size={}k tmpfs '{}'", needed * 5 / 2, out.display()));
    let ours = |found: &Tree| {
        let is_ours = |path: &&String| !path.starts_with(".insyn-lock-") && !path.starts_with(".insyn-cache-");
        found.keys().filter(is_ours).map(|path| (path.clone(), found[path].clone())).collect::<Tree>()
    };
    for version in [0, 1, 0] {
        assert!(ours(&built(&versions.source(version), &out)) == versions.clean[version]);
    }
    sh(&format!("mount -o remount,size={}k '{}'", needed * 5 / 4, out.display()));
    refused(versions.build(1), &out, 3, &["I0603", "public"]);
    sh(&format!("mount -o remount,ro '{}'", out.display()));
    refused(versions.build(1), &out, 3, &["I0603", "public"]);
    sh(&format!("mount -o remount,rw,size={}k '{}'", needed * 4, out.display()));
    assert!(ours(&built(&versions.source(1), &out)) == versions.clean[1]);
    sh(&format!("umount '{}'", out.display()));
}
