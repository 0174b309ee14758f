//! Makes one site and lets every program build it in turn, several times, so that what else the machine does falls on
//! all of them alike. What comes of it is printed by `figures`.

mod edits;
pub(crate) mod hugo;

use crate::{
    Company, bare,
    generator::{self, Kind, Options},
    index,
    measure::{self, Cost, Disk, machine},
    pagefind,
};
use edits::Edits;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

/// Our program, as it is released.
pub(crate) const INSYN: &str = env!("CARGO_BIN_EXE_insyn");
const TODAY: &str = "2026-11-22";
/// From this size Pagefind needs the memory of a large machine: of 22 GB it was killed.
const LARGE: usize = 100_000;
const MEMORY_FOR_LARGE: u64 = 32 << 30;

/// What was measured on a site.
pub(crate) struct Figures {
    pub(crate) pages: usize,
    /// Each program or step, in the order of a round.
    pub(crate) steps: Vec<Step>,
    /// Seconds of processor time of our search index alone, in each round.
    pub(crate) index: Vec<f64>,
    /// The steps of the bare pipeline in each round: name, seconds of processor time, seconds on the clock.
    pub(crate) bare: Vec<Vec<(String, f64, f64)>>,
}

/// A program, or what it was asked to do.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    /// What it cost in each round.
    pub(crate) costs: Vec<Cost>,
    /// How many files it says it wrote.
    pub(crate) written: Option<usize>,
    /// What lies in its output folder.
    pub(crate) disk: Disk,
}

/// Measures a site of so many pages in so many rounds, in a folder that is there for good: clean builds first, since edits
/// leave removed files behind, and those make new ones slow (see `fresh`).
///
/// # Errors
/// When a folder cannot be written, or a program fails.
pub(crate) fn measure(pages: usize, runs: usize, (company, folder): (Company, &Path)) -> io::Result<Figures> {
    let has_peers = company == Company::Peers;
    let options = Options { pages, seed: generator::SEED, kind: Kind::Full, has_peers };
    let made = generator::write(folder, &options)?;
    eprintln!("{pages} pages of {} words; {} words differ", made.words / made.documents, made.distinct);
    let mut round = Round { folder, company, figures: Figures::new(pages) };
    let edits = Edits::new(&folder.join("site"))?;
    fs::write(round.at("views.json"), serde_json::to_string(&round.views(&edits)?)?)?;
    for run in 0..runs {
        eprintln!("{pages} pages, round {} of {runs}", run + 1);
        round.clean()?;
        round.index()?;
        round.theirs()?;
        round.bare()?;
    }
    for run in 0..runs {
        eprintln!("{pages} pages, edits, round {} of {runs}", run + 1);
        round.edits(&edits)?;
    }
    Ok(round.figures)
}

impl Figures {
    fn new(pages: usize) -> Self {
        Self { pages, steps: Vec::new(), index: Vec::new(), bare: Vec::new() }
    }

    /// The step of a name, if it was taken.
    pub(crate) fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.name == name)
    }

    fn add(&mut self, name: &'static str, cost: Cost, (written, disk): (Option<usize>, Disk)) {
        eprintln!("  {name}: {:.2} s of CPU, {:.2} s, {:.0} MB", cost.cpu(), cost.wall, cost.peak as f64 / 1e6);
        match self.steps.iter_mut().find(|step| step.name == name) {
            Some(step) => step.costs.push(cost),
            None => self.steps.push(Step { name, costs: vec![cost], written, disk }),
        }
    }
}

/// What the rounds of one site have in common.
struct Round<'a> {
    folder: &'a Path,
    company: Company,
    figures: Figures,
}

impl Round<'_> {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Our clean build.
    fn clean(&mut self) -> io::Result<()> {
        // What is remembered between builds lies beside the output folder, and goes with it.
        fresh(&self.at("ours"))?;
        self.build(CLEAN)
    }

    /// Our builds with nothing changed, and after each edit. The sources end as they were, and so does what is made of them.
    fn edits(&mut self, edits: &Edits) -> io::Result<()> {
        self.build(UNCHANGED)?;
        for edit in &edits.all {
            edit.make()?;
            self.build(edit.name)?;
        }
        edits.all.iter().try_for_each(edits::Edit::undo)?;
        self.built().map(|_| ())
    }

    fn build(&mut self, name: &'static str) -> io::Result<()> {
        let (cost, said) = self.built()?;
        let disk = if name == CLEAN { measure::disk(&self.at("ours/public"), &|_| true)? } else { Disk::default() };
        self.figures.add(name, cost, (written(&said), disk));
        Ok(())
    }

    fn built(&self) -> io::Result<(Cost, String)> {
        let (site, out) = (self.at("site"), self.at("ours/public"));
        let (site, out) = (site.to_string_lossy(), out.to_string_lossy());
        let arguments = ["build", "--root", &site, "--out", &out, "--today", TODAY, "--lang", "en", "--color", "never"];
        let command: Vec<&str> = std::iter::once(INSYN).chain(arguments).collect();
        self.run(&command)
    }

    /// Our search index alone, which is part of our build.
    fn index(&mut self) -> io::Result<()> {
        let out = self.at("index");
        fresh(&out)?;
        let (_, said) =
            self.run(&[&this()?, index::TASK, &self.at("site").to_string_lossy(), &out.to_string_lossy()])?;
        self.figures.index.push(said.trim().parse().map_err(io::Error::other)?);
        Ok(())
    }

    /// Hugo, and Pagefind on what it made.
    fn theirs(&mut self) -> io::Result<()> {
        if self.company == Company::None {
            return Ok(());
        }
        let (site, out) = (self.at("hugo"), self.at("theirs"));
        fresh(&out)?;
        let (site, out) = (site.to_string_lossy(), out.to_string_lossy());
        let hugo = hugo::program()?;
        let (cost, _) = self.run(&[&hugo, "--quiet", "--noBuildLock", "--source", &site, "--destination", &out])?;
        self.figures.add(HUGO, cost, (None, measure::disk(Path::new(&*out), &|_| true)?));
        if self.figures.pages >= LARGE && machine::memory_available() < MEMORY_FOR_LARGE {
            return Ok(());
        }
        let index = self.at("pagefind");
        fresh(&index)?;
        let (cost, _) =
            self.run(&[&pagefind::program()?, "--site", &out, "--output-path", &index.to_string_lossy()])?;
        self.figures.add(PAGEFIND, cost, (None, measure::disk(&index, &|_| true)?));
        Ok(())
    }

    /// The bare pipeline, in a process of its own so that its memory is its own.
    fn bare(&mut self) -> io::Result<()> {
        let out = self.at("bare");
        fresh(&out)?;
        let given = ["site", "bare", "views.json"].map(|name| self.at(name).to_string_lossy().into_owned());
        let (cost, said) = self.run(&[&this()?, bare::TASK, &given[0], &given[1], &given[2]])?;
        self.figures.bare.push(serde_json::from_str(&said)?);
        self.figures.add(BARE, cost, (None, measure::disk(&out, &|_| true)?));
        Ok(())
    }

    /// A command, once what earlier ones wrote is on the disk.
    fn run(&self, command: &[&str]) -> io::Result<(Cost, String)> {
        let ended = Command::new("sync").status()?;
        if !ended.success() {
            return Err(io::Error::other("sync failed"));
        }
        measure::run(self.folder, command)
    }

    /// A view for each collection.
    fn views(&self, edits: &Edits) -> io::Result<Vec<serde_json::Value>> {
        let site = self.at("site");
        let view = |address: &String| {
            let ended = Command::new(INSYN).args(["view", address, "--today", TODAY, "--root"]).arg(&site).output()?;
            Ok(serde_json::from_slice(&ended.stdout)?)
        };
        edits.one_of_each.iter().map(view).collect()
    }
}

pub(crate) const CLEAN: &str = "insyn, clean";
pub(crate) const UNCHANGED: &str = "nothing changed";
pub(crate) const HUGO: &str = "Hugo 0.168";
pub(crate) const PAGEFIND: &str = "Pagefind 1.6 on its output";
pub(crate) const BARE: &str = "bare pipeline";

/// An empty folder. What was in its place is put aside and removed when all is measured: on ext4 making many files soon after
/// many were removed costs seconds in the kernel.
fn fresh(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        let aside = (1..).map(|number| folder.with_extension(format!("aside-{number}"))).find(|aside| !aside.exists());
        fs::rename(folder, aside.unwrap_or_default())?;
    }
    fs::create_dir_all(folder)
}

/// The number before `written` in what our program says.
fn written(said: &str) -> Option<usize> {
    let number = said.split(" written").next()?.rsplit(' ').next()?;
    number.replace(',', "").parse().ok()
}

/// This program, which does some of the tasks itself.
fn this() -> io::Result<String> {
    Ok(std::env::current_exe()?.to_string_lossy().into_owned())
}
