//! Compares whole builds: insyn clean and after small changes, Hugo, Pagefind on Hugo's output, and the bare pipeline
//! below which no build gets, in turn on the same pages: `cargo bench --bench peers -- [PAGES…] [--runs N] [--alone]`.
//! What the figures mean is told in `docs/benchmarks.md`; the pages come from `generator`.

mod bare;
mod figures;
mod generator;
mod index;
mod measure;
mod pagefind;
mod rounds;

use std::{io, path::Path};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [100, 1_000, 10_000];
const RUNS: usize = 3;

/// Who is measured beside insyn and the bare pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Company {
    /// Hugo and Pagefind.
    Peers,
    /// Nobody: for a size that the others have no room for, or while one tries something.
    None,
}

fn main() -> io::Result<()> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    match given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [index::TASK, site, out] => return index::main(Path::new(site), Path::new(out)),
        [bare::TASK, site, out, views] => return bare::main(Path::new(site), Path::new(out), Path::new(views)),
        _ => {}
    }
    if !given.iter().any(|argument| argument == "--bench") {
        println!("figures are only worth something from `cargo bench --bench peers -- [PAGES…] [--runs N] [--alone]`");
        return Ok(());
    }
    let company = if given.iter().any(|argument| argument == "--alone") { Company::None } else { Company::Peers };
    let (sizes, runs) = numbers(&given);
    if company == Company::Peers {
        pagefind::install()?;
        rounds::hugo::install()?;
    }
    let start = figures::start_up()?;
    let mut sites = Vec::new();
    let folder = tempfile::tempdir()?;
    for pages in sizes {
        sites.push(rounds::measure(pages, runs, (company, &folder.path().join(pages.to_string())))?);
    }
    figures::print(&sites, runs, start);
    Ok(())
}

/// The numbers of pages, and of runs.
fn numbers(given: &[String]) -> (Vec<usize>, usize) {
    let (mut sizes, mut runs, mut is_runs) = (Vec::new(), RUNS, false);
    for argument in given {
        match argument.parse() {
            Ok(number) if is_runs => runs = usize::max(number, 1),
            Ok(number) => sizes.push(number),
            Err(_) => {}
        }
        is_runs = argument == "--runs";
    }
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    (sizes, runs)
}
