//! Compressed twins: beside the right files, made when they are asked for, gone when they are not.

use super::*;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt;

fn compressed(folder: &Path, out: &Path) -> Tree {
    let output = build(folder, out).arg("--compress").output().unwrap();
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    tree(out)
}

fn is_twin(path: &str) -> bool {
    path.ends_with(".br") || path.ends_with(".gz")
}

/// What a program of the system makes of bytes.
fn piped(program: &str, bytes: &[u8]) -> Vec<u8> {
    let mut child = Command::new(program).arg("-dc").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    child.wait_with_output().unwrap().stdout
}

#[test]
fn twins_stand_beside_text_and_go_when_they_are_no_longer_wanted() {
    let versions = Versions::new();
    let out = versions.out();
    let found = compressed(&versions.source(0), &out);
    let plain: Tree = found.clone().into_iter().filter(|(path, _)| !is_twin(path)).collect();
    let twins: Vec<&String> = found.keys().filter(|path| is_twin(path)).collect();
    for (path, bytes) in plain.iter().filter(|(path, _)| *path != MANIFEST) {
        assert_eq!(versions.clean[0].get(path), Some(bytes), "{path}");
        let is_text = [".html", ".css", ".js", ".svg", ".xml", ".txt"].iter().any(|ending| path.ends_with(ending));
        for ending in [".br", ".gz"] {
            assert_eq!(found.contains_key(&format!("{path}{ending}")), is_text && bytes.len() > 200, "{path}{ending}");
        }
    }
    let page = "exempelkommun/index.html";
    assert_eq!(piped("gzip", &found[&format!("{page}.gz")]), found[page]);
    let manifest = String::from_utf8_lossy(&found[MANIFEST]);
    assert!(twins.iter().all(|twin| manifest.contains(&format!(" {twin}\n"))));

    assert!(compressed(&versions.source(0), &versions.home.path().join("other")) == found, "the same bytes every time");
    versions.completes(0);
    assert!(compressed(&versions.source(0), &out) == found, "twins come also when nothing else changed");
    let other = compressed(&versions.source(1), &out);
    assert!(other == compressed(&versions.source(1), &versions.home.path().join("other")));
    versions.completes(1);
}

#[test]
fn twins_are_made_only_for_what_changed() {
    let versions = Versions::new();
    let (root, out) = (versions.source(0), versions.out());
    let before = compressed(&root, &out);
    let inode = |path: &str| fs::metadata(out.join(path)).unwrap().ino();
    let inodes: BTreeMap<&String, u64> = before.keys().map(|path| (path, inode(path))).collect();
    change(&root, "content/exempelkommun/medborgarloften/gangvag-1.md", "titel: 1 ", "titel: Ett ");
    // One is missing, one is damaged: both are mended.
    fs::remove_file(out.join("exempelkommun/index.html.br")).unwrap();
    fs::write(out.join("index.html.gz"), "damaged").unwrap();
    let after = compressed(&root, &out);
    assert!(after == compressed(&root, &versions.home.path().join("other")));
    for (path, old) in inodes.iter().filter(|(path, _)| before.get(**path) == after.get(**path)) {
        let is_mended = ["exempelkommun/index.html.br", "index.html.gz"].contains(&path.as_str());
        assert!(is_mended || inode(path) == *old, "{path} was written anew");
    }
}
