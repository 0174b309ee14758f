//! `init` and `new`: what they make can be built at once, and they take nothing from anybody.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn insyn(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_insyn"));
    command.current_dir(folder).args(arguments).args(["--lang", "sv"]);
    command.output().expect("the program is built")
}

/// What it printed for people, after it ended as it should.
fn ended(output: &Output, code: i32) -> String {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{told}");
    told
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the test's folder is its own");
    let mut names: Vec<_> = entries
        .map(|entry| {
            entry
                .expect("the test's folder is its own")
                .file_name()
                .into_string()
                .expect("the test's folder is its own")
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_site_builds_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let told = ended(&insyn(folder.path(), &["init", "ny/webbplats"]), 0);
    assert!(told.contains("insyn serve"), "{told}");
    let site = folder.path().join("ny/webbplats");
    assert_eq!(names(&site), ["content", "insyn.yaml"]);
    assert_eq!(ended(&insyn(&site, &["build", "--strict"]), 0), "");
    let collections = fs::read_dir(site.join("content")).unwrap().count();
    assert!(!site.join("content/_collections").exists() && !site.join("themes").exists() && collections > 1);
}

#[test]
fn a_folder_that_holds_something_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("brev.txt"), "mitt").unwrap();
    assert!(ended(&insyn(folder.path(), &["init"]), 2).contains("inte tom"));
    assert_eq!(names(folder.path()), ["brev.txt"]);
    let repository = tempfile::tempdir().unwrap();
    fs::create_dir(repository.path().join(".git")).unwrap();
    ended(&insyn(repository.path(), &["init"]), 0);
    assert_eq!(names(repository.path()), [".git", "content", "insyn.yaml"]);
}

#[test]
fn a_new_document_of_every_collection_builds() {
    let site = tempfile::tempdir().unwrap();
    ended(&insyn(site.path(), &["init"]), 0);
    let declarations = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/_collections");
    let listed = names(&declarations).into_iter().filter(|name| !name.starts_with('_'));
    for (number, name) in listed.enumerate() {
        let key = name.trim_end_matches(".yaml");
        ended(&insyn(site.path(), &["new", key, &format!("Prov {number}: {key}"), "--scope", "exempelkommun"]), 0);
    }
    ended(&insyn(site.path(), &["build"]), 0);
}

#[test]
fn a_document_is_put_where_it_is_meant_to_be() {
    let site = tempfile::tempdir().unwrap();
    ended(&insyn(site.path(), &["init"]), 0);
    for (arguments, path) in [
        (&["Kontakt", "Övre Åker", "--scope", "Exempelkommun"][..], "exempelkommun/kontakter/ovre-aker.md"),
        (&["medborgarlöften", "2027–2028", "--scope", "exempelkommun"], "exempelkommun/medborgarloften/2027-2028.md"),
        (&["kontakter", "112", "--name", "larm"], "kontakter/larm.md"),
        (&["pledge to citizens", "Torg"], "medborgarloften/torg.md"),
    ] {
        ended(&insyn(site.path(), &[&["new"], arguments].concat()), 0);
        assert!(site.path().join("content").join(path).is_file(), "{path}");
    }
    assert_eq!(names(&site.path().join("content/kontakter")), ["larm.md"], "nothing unfinished is left");
}

#[test]
fn a_document_that_cannot_be_made_is_refused_with_advice() {
    let site = tempfile::tempdir().unwrap();
    ended(&insyn(site.path(), &["init"]), 0);
    let taken = site.path().join("content/exempelkommun/kontakter/vaxeln.md");
    let before = fs::read_to_string(&taken).unwrap();
    for (arguments, said) in [
        (&["kontakter", "Växeln", "--scope", "exempelkommun"][..], "finns redan"),
        (&["kontakten", "Nytt", "--scope", "exempelkommun"], "menade du `kontakter`?"),
        (&["kontakter", "Nytt", "--scope", "exempelkomun"], "menade du `exempelkommun`?"),
        (&["kontakter", "Nytt", "--name", "Nytt namn"], "--name nytt-namn"),
        (&["kontakter", "!!!"], "--name"),
        (&["kontakter", "index"], "--name"),
    ] {
        let told = ended(&insyn(site.path(), &[&["new"], arguments].concat()), 2);
        assert!(told.contains(said), "{arguments:?}: {told}");
    }
    assert_eq!(fs::read_to_string(&taken).unwrap(), before);
    let nowhere = tempfile::tempdir().unwrap();
    assert!(ended(&insyn(nowhere.path(), &["new", "kontakter", "A"]), 1).contains("insyn.yaml"));
}
