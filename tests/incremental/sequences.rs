//! Whatever happens between builds, what comes out is what a clean build gives.

use super::{
    edits,
    site::{Files, Place, REMEMBERING, Source, differences, files, told},
    steps::{Cache, Step, Tamper, steps},
};
use insyn::{pipeline::Outcome, write::MANIFEST};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::{fs, path::Path, sync::LazyLock};

/// How many sequences are tried on the made-up site when nobody says otherwise.
const CASES: u32 = 2;

/// A site in the course of a sequence.
struct Life {
    place: Place,
    source: Source,
    /// What a clean build of the sources gives.
    clean: Files,
    /// Earlier sources, of which each could be built.
    earlier: Vec<Source>,
    /// What builds have left in the file beside the output folder.
    left: Vec<Vec<u8>>,
    number: usize,
}

impl Life {
    fn new(source: Source) -> Self {
        let (clean, earlier, left) = (Files::new(), Vec::new(), Vec::new());
        let mut life = Self { place: Place::new(), source, clean, earlier, left, number: 0 };
        assert!(life.builds_the_same(), "the site that a sequence begins with does not build");
        life
    }

    /// Builds in every way and compares; `false` where the site is wrong, which must have left everything as it was.
    fn builds_the_same(&mut self) -> bool {
        self.place.put(&self.source);
        let before = REMEMBERING.map(|name| self.outputs(name));
        let (clean, outputs) = self.place.build_clean(&self.source);
        let left = self.place.build(&self.source);
        let held = self.place.build_again(&self.source);
        for (way, outcome) in [("from a file", &left), ("in memory", &held)] {
            assert_eq!(told(outcome), told(&clean), "what is told by a build that remembers {way}");
            assert_eq!(outcome.documents, clean.documents, "{way}");
            assert_eq!(outcome.report.is_some(), clean.report.is_some(), "{way}: {:?}", outcome.diagnostics);
        }
        if clean.report.is_none() {
            assert_eq!(REMEMBERING.map(|name| self.outputs(name)), before, "a site that is wrong changes nothing");
            return false;
        }
        self.clean = outputs;
        self.is_clean();
        self.counts(&before, [&left, &held]);
        self.earlier.push(self.source.clone());
        self.left.extend(fs::read(self.place.cache()));
        true
    }

    fn is_clean(&self) {
        for name in REMEMBERING {
            let found = differences(&self.outputs(name), &self.clean);
            assert!(found.is_empty(), "{name} is not as a clean build: {found:#?}");
        }
    }

    /// What is reported is what has changed.
    fn counts(&self, before: &[Files; 2], outcomes: [&Outcome; 2]) {
        for (before, outcome) in before.iter().zip(outcomes) {
            let same = |(path, bytes): &(&String, &Vec<u8>)| before.get(*path) == Some(bytes) && *path != MANIFEST;
            let unchanged = self.clean.iter().filter(same).count();
            let report = outcome.report.unwrap();
            assert_eq!((report.outputs, report.unchanged), (self.clean.len() - 1, unchanged));
        }
    }

    fn outputs(&self, name: &str) -> Files {
        let out = self.place.out(name);
        if out.exists() { files(&out) } else { Files::new() }
    }

    fn take(&mut self, step: &Step) {
        self.number += 1;
        let before = self.source.clone();
        match step {
            Step::Edit(edit, which, place) => edits::apply(&mut self.source, (*edit, which, place), self.number),
            Step::Revert(which) => self.source = which.get(&self.earlier).clone(),
            Step::Touch => self.place.touch(),
            Step::Tamper(tamper, which) => self.tamper(*tamper, which),
            Step::Cache(cache, which) => self.change_cache(*cache, which),
        }
        if !self.builds_the_same() {
            self.source = before;
            assert!(self.builds_the_same(), "what could be built can be built again");
        }
    }

    fn tamper(&self, tamper: Tamper, which: &prop::sample::Index) {
        let paths: Vec<&String> = self.clean.keys().filter(|path| *path != MANIFEST).collect();
        let path = *which.get(&paths);
        for name in REMEMBERING {
            let file = self.place.out(name).join(path);
            let mut bytes = self.clean[path].clone();
            match tamper {
                Tamper::Remove => {
                    fs::remove_file(&file).unwrap();
                    continue;
                }
                Tamper::Change => bytes.extend(b"<!-- -->"),
                Tamper::Turn => bytes.iter_mut().take(1).for_each(|byte| *byte ^= 1),
            }
            fs::write(&file, bytes).unwrap();
        }
    }

    fn change_cache(&self, cache: Cache, which: &prop::sample::Index) {
        let path = self.place.cache();
        match cache {
            Cache::Remove => remove(&path),
            Cache::Damage => {
                let mut bytes = self.left.last().cloned().unwrap_or_default();
                let at = which.index(bytes.len().max(1));
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1);
                fs::write(path, bytes).unwrap();
            }
            Cache::OfAnotherSite => fs::write(path, &*OF_ANOTHER_SITE).unwrap(),
            Cache::OfAnEarlierBuild => fs::write(path, which.get(&self.left)).unwrap(),
        }
    }
}

fn remove(path: &Path) {
    if path.exists() {
        fs::remove_file(path).unwrap();
    }
}

/// What a build of another site leaves: the made-up municipality with other words on every page.
static OF_ANOTHER_SITE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut source = Source::of("tests/exempel");
    let text = source.text("insyn.yaml").replace("Insyn i Exempelkommun", "Insyn i en annan kommun");
    source.files.insert("insyn.yaml".into(), text.into_bytes());
    let mut place = Place::new();
    place.put(&source);
    assert!(place.build(&source).report.is_some());
    fs::read(place.cache()).unwrap()
});

/// Tries sequences of steps on a site: `INSYN_CASES` says how many.
fn try_sequences(source: &Source, cases: u32) {
    let cases = std::env::var("INSYN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 60, ..Config::default() };
    let tried = TestRunner::new(config).run(&steps(), |steps| {
        let mut life = Life::new(source.clone());
        for step in &steps {
            life.take(step);
        }
        Ok(())
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
}

#[test]
fn whatever_happens_to_the_made_up_site_its_builds_are_clean() {
    try_sequences(&Source::of("tests/exempel"), CASES);
}

#[test]
fn whatever_happens_to_the_shipped_site_its_builds_are_clean() {
    try_sequences(&Source::of(""), 1);
}
