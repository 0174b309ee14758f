//! Compares our search index with Pagefind's on the same pages: `cargo bench --bench search -- [PAGES…] [--plain]`.
//! What the figures mean is told in `docs/benchmarks.md`; the pages come from `generator`.

mod generator;
mod index;
mod measure;
mod pagefind;
mod table;

use generator::{Kind, Options};
use measure::{Cost, Disk, machine};
use serde::Deserialize;
use std::{io, path::Path, process::Command};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const BENCHES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches");
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// From this size Pagefind needs the memory of a large machine.
const LARGE: usize = 100_000;
const MEMORY_FOR_LARGE: u64 = 20 << 30;

/// One program on one site.
struct Row {
    pages: usize,
    program: &'static str,
    /// `None` where memory is too short: the table then has figures of November 2026, of other made-up pages of the
    /// same kind and ten queries.
    measured: Option<Measured>,
}

/// What was measured.
struct Measured {
    cost: Cost,
    /// Seconds of processor time of the index alone.
    index_cpu: f64,
    disk: Disk,
    /// Bytes of what finds the pages, without what shows them.
    index_bytes: u64,
    queries: Queries,
}

/// What `queries.mjs` tells.
#[derive(Deserialize)]
struct Queries {
    empty: usize,
    queries: usize,
    bytes: Spread,
    requests: Spread,
    cold: Spread,
    warm: Spread,
}

#[derive(Deserialize)]
struct Spread {
    median: f64,
    p95: f64,
    max: f64,
}

fn main() -> io::Result<()> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if let [task, site, out] = given.as_slice()
        && task == index::TASK
    {
        return index::main(Path::new(site), Path::new(out));
    }
    if !given.iter().any(|argument| argument == "--bench") {
        println!("figures are only worth something from `cargo bench --bench search -- [PAGES…] [--plain]`");
        return Ok(());
    }
    let kind = if given.iter().any(|argument| argument == "--plain") { Kind::Plain } else { Kind::Full };
    let mut sizes: Vec<usize> = given.iter().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    pagefind::install()?;
    let mut rows = Vec::new();
    for pages in sizes {
        rows.extend(compare(&Options { pages, seed: generator::SEED, kind, has_peers: true })?);
    }
    table::print(&rows);
    Ok(())
}

/// One site, both programs.
fn compare(options: &Options) -> io::Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let made = generator::write(folder.path(), options)?;
    let pages = options.pages;
    eprintln!("{pages} pages of {} words; {} words differ", made.words / made.documents, made.distinct);
    let mut rows = Vec::new();
    if let Some(measured) = ours(folder.path(), pages)? {
        rows.push(Row { pages, program: "insyn", measured: Some(measured) });
    }
    rows.push(if pages >= LARGE && machine::memory_available() < MEMORY_FOR_LARGE {
        Row { pages, program: "Pagefind 1.6, quoted", measured: None }
    } else {
        Row { pages, program: "Pagefind 1.6", measured: Some(theirs(folder.path(), pages)?) }
    });
    Ok(rows)
}

/// Our index, made by this program in a process of its own; `None` where the library makes none.
fn ours(folder: &Path, pages: usize) -> io::Result<Option<Measured>> {
    let program = std::env::current_exe()?;
    let (site, out) = (folder.join("site"), folder.join("ours"));
    let command = [text(&program), index::TASK.to_owned(), text(&site), text(&out)];
    let (cost, printed) = median(folder, &command, pages)?;
    let Ok(index_cpu) = printed.trim().parse() else { return Ok(None) };
    Ok(Some(Measured {
        cost,
        index_cpu,
        disk: measure::disk(&out, &|_| true)?,
        index_bytes: measure::disk(&out, &|path| !path.ends_with(".js") && !path.starts_with("search/docs/"))?.bytes,
        queries: queries("insyn", folder, &out)?,
    }))
}

fn theirs(folder: &Path, pages: usize) -> io::Result<Measured> {
    let out = folder.join("theirs");
    let command =
        [pagefind::program()?, "--site".into(), text(&folder.join("html")), "--output-path".into(), text(&out)];
    let (cost, _) = median(folder, &command, pages)?;
    Ok(Measured {
        cost,
        index_cpu: cost.cpu(),
        disk: measure::disk(&out, &|_| true)?,
        index_bytes: measure::disk(&out, &|path| path.ends_with(".pf_index"))?.bytes,
        queries: queries("pagefind", folder, &out)?,
    })
}

/// The run with the median of processor time, of three; large sites are run once.
fn median(folder: &Path, command: &[String], pages: usize) -> io::Result<(Cost, String)> {
    let command: Vec<&str> = command.iter().map(String::as_str).collect();
    let runs = if pages >= LARGE { 1 } else { 3 };
    let mut costs = (0..runs).map(|_| measure::run(folder, &command)).collect::<io::Result<Vec<_>>>()?;
    costs.sort_by(|(a, _), (b, _)| a.cpu().total_cmp(&b.cpu()));
    Ok(costs.swap_remove(runs / 2))
}

fn queries(program: &str, folder: &Path, out: &Path) -> io::Result<Queries> {
    let list = folder.join("queries.txt");
    let script = format!("{BENCHES}/queries.mjs");
    let ended = Command::new("node").args([&script, program]).args([out, &list]).output()?;
    if !ended.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&ended.stderr).into_owned()));
    }
    Ok(serde_json::from_slice(&ended.stdout)?)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
