//! A build that cannot be hurt: the program as it is run, while it is killed, refused by the machine, or not alone.
//! What a write does when all is well is tested in `write.rs`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "unhurt/folders.rs"]
mod folders;
#[path = "unhurt/killed.rs"]
mod killed;
#[path = "unhurt/machine.rs"]
mod machine;
#[path = "unhurt/permissions.rs"]
mod permissions;
#[path = "unhurt/twins.rs"]
mod twins;
#[path = "unhurt/vanishing.rs"]
mod vanishing;

use insyn::write::MANIFEST;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TODAY: &str = "2026-11-22";
const PLEDGE: &str = "content/exempelkommun/medborgarloften/belysta-gangvagar.md";

/// What lies below a folder: path to bytes; a link's are where it leads.
type Tree = BTreeMap<String, Vec<u8>>;

/// The program; a test that runs as somebody else brings a copy that they may run.
fn program() -> PathBuf {
    std::env::var_os("INSYN_TESTED").map_or_else(|| env!("CARGO_BIN_EXE_insyn").into(), PathBuf::from)
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.current_dir(folder).args(arguments).env("LC_ALL", "sv_SE.UTF-8").stdin(Stdio::null());
    command
}

/// Builds the site of `folder` in `out`.
fn build(folder: &Path, out: &Path) -> Command {
    let mut command = command(folder, &["build", "--today", TODAY, "--out"]);
    command.arg(out).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Builds, which must go well.
fn built(folder: &Path, out: &Path) -> Tree {
    let output = build(folder, out).output().unwrap();
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    tree(out)
}

/// Builds, which the program must refuse with this exit code, these words and no panic; `out` stays as it was.
fn refused(mut build: Command, out: &Path, exit: i32, words: &[&str]) {
    let before = out.exists().then(|| tree(out));
    let output = build.output().unwrap();
    assert_eq!(code(&output), Some(exit), "{}", said(&output));
    for word in words {
        assert!(said(&output).contains(word), "`{word}` is not said: {}", said(&output));
    }
    assert!(out.exists().then(|| tree(out)) == before, "the old site was touched");
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// Everything that was printed.
fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn tree(folder: &Path) -> Tree {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(above) = folders.pop() {
        for entry in fs::read_dir(above).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                let bytes = match path.is_symlink() {
                    true => fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes(),
                    false => fs::read(&path).unwrap(),
                };
                found.insert(name.to_owned(), bytes);
            }
        }
    }
    found
}

/// What lies in the folder of the site beside sources and output, such as staged files, by name.
fn left(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let stays = |name: &String| !name.starts_with(".insyn-lock-") && !name.starts_with(".insyn-cache-");
    fs::read_dir(folder).unwrap().map(name).filter(|name| name.starts_with(".insyn-")).filter(stays).collect()
}

/// Makes the site that `insyn init` makes, in a folder of its own.
fn site(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    assert!(command(folder, &["init"]).output().unwrap().status.success());
}

fn change(folder: &Path, path: &str, old: &str, new: &str) {
    let text = fs::read_to_string(folder.join(path)).unwrap();
    assert!(text.contains(old), "{path} has no `{old}`");
    fs::write(folder.join(path), text.replace(old, new)).unwrap();
}

/// Two versions of a site, `a` and `b`, with pages of their own and hardly a page in common, and what a clean build of
/// each gives.
struct Versions {
    home: tempfile::TempDir,
    clean: [Tree; 2],
}

impl Versions {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let clean = [("a", 0..4), ("b", 2..7)].map(|(name, pledges)| {
            let folder = home.path().join(name);
            site(&folder);
            let pledge = fs::read_to_string(folder.join(PLEDGE)).unwrap();
            for number in pledges {
                let path = folder.join(PLEDGE).with_file_name(format!("gangvag-{number}.md"));
                fs::write(path, pledge.replace("titel: ", &format!("titel: {number} "))).unwrap();
            }
            if name == "b" {
                change(&folder, "insyn.yaml", "Exempelkommuns trygghetslöften", "Andra löften");
            }
            built(&folder, &home.path().join("clean").join(name))
        });
        Self { home, clean }
    }

    fn source(&self, version: usize) -> PathBuf {
        self.home.path().join(["a", "b"][version])
    }

    fn out(&self) -> PathBuf {
        self.home.path().join("public")
    }

    fn build(&self, version: usize) -> Command {
        build(&self.source(version), &self.out())
    }

    /// Builds to the end: the bytes are those of a clean build, and nothing is left beside them.
    fn completes(&self, version: usize) {
        assert!(built(&self.source(version), &self.out()) == self.clean[version], "the next build is not clean");
        assert_eq!(left(self.home.path()), Vec::<String>::new());
    }
}

/// Every file is that of the one site or of the other; the manifest names them all, in whole lines.
fn is_old_or_new(found: &Tree, [a, b]: [&Tree; 2]) {
    for (path, bytes) in found.iter().filter(|(path, _)| *path != MANIFEST) {
        let is_known = [a, b].iter().any(|clean| clean.get(path) == Some(bytes));
        assert!(is_known, "{path} is of neither site, or not whole ({} bytes)", bytes.len());
    }
    let Some(manifest) = found.get(MANIFEST) else {
        assert!(found.is_empty(), "files without a manifest");
        return;
    };
    let manifest = std::str::from_utf8(manifest).unwrap();
    assert!(manifest.is_empty() || manifest.ends_with('\n'), "the manifest is cut");
    let mut named: Vec<&str> = vec![MANIFEST];
    for line in manifest.lines() {
        let (hash, path) = line.split_once(' ').unwrap();
        assert!(hash.len() == 64 && [a, b].iter().any(|clean| clean.contains_key(path)), "{line}");
        named.push(path);
    }
    let unnamed: Vec<&String> = found.keys().filter(|path| !named.contains(&path.as_str())).collect();
    assert!(unnamed.is_empty(), "not in the manifest: {unnamed:?}");
}

/// Numbers that are as good as random, and the same every time.
struct Numbers(u64);

impl Numbers {
    /// A number below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

/// Runs the test `name` again behind `wrapper`, with a copy of the program in a folder that everybody may write to.
/// `None` when the wrapper cannot be used on this machine.
fn again_behind(wrapper: &[&str], name: &str) -> Option<Output> {
    use std::os::unix::fs::PermissionsExt;
    let works = Command::new(wrapper[0]).args(&wrapper[1..]).arg("true").output();
    if !works.is_ok_and(|output| output.status.success()) {
        return None;
    }
    let home = tempfile::tempdir().unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let (tests, insyn) = (home.path().join("tests"), home.path().join("insyn"));
    fs::copy(std::env::current_exe().unwrap(), &tests).unwrap();
    fs::copy(program(), &insyn).unwrap();
    let mut command = Command::new(wrapper[0]);
    command.args(&wrapper[1..]).arg(&tests).args(["--exact", name, "--include-ignored"]);
    command.env("TMPDIR", home.path()).env("INSYN_TESTED", &insyn).current_dir(home.path());
    Some(command.output().unwrap())
}

/// Fails with what the test said that was run again.
fn passed(output: &Output) {
    assert!(output.status.success() && said(output).contains("1 passed"), "{}", said(output));
}
