//! A site that a test may change, and its builds: from what was left in a file, from what is held in memory, and clean.

pub(crate) use crate::folder::files;
use insyn::{
    diagnostic::{Code, Diagnostic},
    load::Drafts,
    pipeline::{self, Memory, Options, Outcome, Strictness},
    write::{self, Twins},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// Files by their path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What a site is made of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Source {
    pub(crate) files: Files,
    pub(crate) today: jiff::civil::Date,
    pub(crate) drafts: Drafts,
}

impl Source {
    /// The site in a folder of the project.
    pub(crate) fn of(folder: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut files: Files =
            files(&root.join("content")).into_iter().map(|(name, bytes)| (format!("content/{name}"), bytes)).collect();
        files.insert("insyn.yaml".into(), fs::read(root.join("insyn.yaml")).unwrap());
        Self { files, today: "2026-11-22".parse().unwrap(), drafts: Drafts::Hidden }
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        std::str::from_utf8(&self.files[name]).unwrap()
    }
}

/// A site on disk, with the outputs of each way to build it.
pub(crate) struct Place {
    folder: TempDir,
    on_disk: Files,
    memory: Memory,
}

/// The outputs of the two builds that remember.
pub(crate) const REMEMBERING: [&str; 2] = ["public", "served"];

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), on_disk: Files::new(), memory: Memory::default() }
    }

    pub(crate) fn out(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file in which `pipeline::build` leaves what it remembers.
    pub(crate) fn cache(&self) -> PathBuf {
        write::cache_path(&self.out("public")).unwrap()
    }

    /// Puts the sources on disk; files that are the same are not touched.
    pub(crate) fn put(&mut self, source: &Source) {
        let root = self.out("site");
        for name in self.on_disk.keys().filter(|name| !source.files.contains_key(*name)) {
            fs::remove_file(root.join(name)).unwrap();
        }
        for (name, bytes) in source.files.iter().filter(|(name, bytes)| self.on_disk.get(*name) != Some(bytes)) {
            fs::create_dir_all(root.join(name).parent().unwrap()).unwrap();
            fs::write(root.join(name), bytes).unwrap();
        }
        self.on_disk = source.files.clone();
    }

    /// Writes the files again as they are.
    pub(crate) fn touch(&self) {
        for (name, bytes) in &self.on_disk {
            fs::write(self.out("site").join(name), bytes).unwrap();
        }
    }

    pub(crate) fn options(&self, source: &Source, out: &str) -> Options {
        Options {
            root: self.out("site"),
            out: self.out(out),
            today: source.today,
            drafts: source.drafts,
            strictness: Strictness::Lenient,
            twins: Twins::None,
        }
    }

    /// Builds with what the last build left in a file.
    pub(crate) fn build(&self, source: &Source) -> Outcome {
        pipeline::build(&self.options(source, "public"))
    }

    /// Builds with what the last build left in memory.
    pub(crate) fn build_again(&mut self, source: &Source) -> Outcome {
        let options = self.options(source, "served");
        pipeline::build_again(&options, &mut self.memory)
    }

    /// Builds with nothing remembered, into a folder of its own.
    pub(crate) fn build_clean(&self, source: &Source) -> (Outcome, Files) {
        let out = self.out("clean");
        let outcome = pipeline::build_again(&self.options(source, "clean"), &mut Memory::default());
        let found = if out.exists() { files(&out) } else { Files::new() };
        if out.exists() {
            fs::remove_dir_all(&out).unwrap();
        }
        (outcome, found)
    }
}

/// What was told, but for pages that are gone: only who has built before knows of them.
pub(crate) fn told(outcome: &Outcome) -> Vec<&Diagnostic> {
    outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code != Code::PageGone).collect()
}

/// Paths whose bytes differ or that only one of the two has.
pub(crate) fn differences(a: &Files, b: &Files) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    let name = |files: &Files, name: &str| match files.get(name) {
        Some(bytes) => format!("{} bytes", bytes.len()),
        None => "none".to_owned(),
    };
    let differ = names.into_iter().filter(|path| a.get(*path) != b.get(*path));
    differ.map(|path| format!("{path}: {} and {}", name(a, path), name(b, path))).collect()
}
