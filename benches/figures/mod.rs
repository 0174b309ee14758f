//! Prints the figures of whole builds as the tables of `docs/benchmarks.md`: medians, ratios, growth.

use crate::{
    measure::{Cost, machine},
    rounds::{BARE, CLEAN, Figures, HUGO, INSYN, PAGEFIND, Step},
};
use std::{io, process::Command, time::Instant};

const STARTS: usize = 50;
const NONE: &str = "–";

/// Milliseconds from start to end of `insyn --help`, the median of many.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn start_up() -> io::Result<f64> {
    let mut times = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let start = Instant::now();
        Command::new(INSYN).arg("--help").output()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(median(times))
}

/// All tables, and the machine above them.
pub(crate) fn print(sites: &[Figures], runs: usize, start: f64) {
    println!("{}; medians of {runs} rounds; `insyn --help` {start:.1} ms\n", machine::line());
    head("| pages | build | user s | system s | wall s | peak memory MB | files | on disk MB | written |");
    for site in sites {
        for step in &site.steps {
            println!("{}", built(site.pages, step));
        }
    }
    println!();
    head("| pages | step of the bare pipeline | CPU s | wall s |");
    for site in sites {
        print_bare(site);
    }
    println!();
    head("| pages | what | insyn | aim |");
    for (number, site) in sites.iter().enumerate() {
        for (what, value, aim) in ratios(site).into_iter().chain(growth(number.checked_sub(1).map(|n| &sites[n]), site))
        {
            println!("| {} | {what} | {value} | {aim} |", site.pages);
        }
    }
}

fn head(columns: &str) {
    println!("{columns}");
    println!("|{}", "---|".repeat(columns.matches('|').count() - 1));
}

fn built(pages: usize, step: &Step) -> String {
    let of = |what: &dyn Fn(&Cost) -> f64| median(step.costs.iter().map(what).collect());
    let (files, megabytes) = match step.disk.files {
        0 => (NONE.to_owned(), NONE.to_owned()),
        files => (files.to_string(), format!("{:.1}", step.disk.bytes as f64 / 1e6)),
    };
    format!(
        "| {pages} | {} | {:.2} | {:.2} | {:.2} | {:.0} | {files} | {megabytes} | {} |",
        step.name,
        of(&|cost| cost.user),
        of(&|cost| cost.system),
        of(&|cost| cost.wall),
        of(&|cost| cost.peak as f64 / 1e6),
        step.written.map_or_else(|| NONE.to_owned(), |written| written.to_string()),
    )
}

fn print_bare(site: &Figures) {
    let Some(first) = site.bare.first() else { return };
    for (place, (name, ..)) in first.iter().enumerate() {
        let cpu = median(site.bare.iter().map(|steps| steps[place].1).collect());
        let wall = median(site.bare.iter().map(|steps| steps[place].2).collect());
        println!("| {} | {name} | {cpu:.2} | {wall:.2} |", site.pages);
    }
}

type Line = (String, String, &'static str);

/// Our clean build beside the peers and the floor, and the later builds beside the clean one.
fn ratios(site: &Figures) -> Vec<Line> {
    let clean = figures(site, CLEAN);
    let mut lines = Vec::new();
    let mut line = |what: &str, value: String, aim| lines.push((what.to_owned(), value, aim));
    let Some(clean) = clean else { return lines };
    if let (Some(hugo), Some(pagefind)) = (figures(site, HUGO), figures(site, PAGEFIND)) {
        line("user CPU of Hugo + Pagefind", ratio(clean.user, hugo.user + pagefind.user), "≤ 0.10");
        line("wall of Hugo + Pagefind", ratio(clean.wall, hugo.wall + pagefind.wall), "≤ 0.125");
        line("memory of the larger of them", ratio(clean.peak, hugo.peak.max(pagefind.peak)), NONE);
    }
    let index = median(site.index.clone());
    line("CPU of the search index alone", format!("{index:.2} s"), NONE);
    if let Some(bare) = figures(site, BARE) {
        line("user CPU without the index, of the bare pipeline", ratio(clean.user - index, bare.user), "≤ 2.0");
    }
    line("peak memory of the clean build", format!("{:.0} MB", clean.peak / 1e6), memory_aim(site.pages));
    let later = site.steps.iter().filter(|step| step.written.is_some() && step.name != CLEAN);
    for (step, aim) in later.zip(["≤ 0.05", "≤ 0.08", NONE, NONE, NONE]) {
        if let Some(cost) = figures(site, step.name) {
            line(&format!("CPU with {}, of the clean build", step.name), ratio(cost.cpu, clean.cpu), aim);
        }
    }
    lines
}

fn memory_aim(pages: usize) -> &'static str {
    match pages {
        10_000 => "≤ 250 MB",
        100_000 => "≤ 1 200 MB",
        _ => NONE,
    }
}

/// The processor time of a page, and how it grew from the smaller site.
fn growth(smaller: Option<&Figures>, site: &Figures) -> Vec<Line> {
    let each = |site: &Figures| Some(figures(site, CLEAN)?.cpu / site.pages as f64);
    let Some(here) = each(site) else { return Vec::new() };
    let mut lines = vec![("CPU of a page".to_owned(), format!("{:.3} ms", here * 1e3), NONE)];
    if let Some((smaller, there)) = smaller.and_then(|smaller| Some((smaller, each(smaller)?))) {
        let aim = if site.pages == 100_000 && smaller.pages == 10_000 { "≤ 1.10" } else { NONE };
        lines.push((format!("the same, of that at {}", smaller.pages), ratio(here, there), aim));
    }
    lines
}

/// Medians.
struct Medians {
    user: f64,
    /// User and system time together.
    cpu: f64,
    wall: f64,
    /// Bytes.
    peak: f64,
}

fn figures(site: &Figures, name: &str) -> Option<Medians> {
    let costs = &site.step(name)?.costs;
    let of = |what: &dyn Fn(&Cost) -> f64| median(costs.iter().map(what).collect());
    Some(Medians {
        user: of(&|cost| cost.user),
        cpu: of(&Cost::cpu),
        wall: of(&|cost| cost.wall),
        peak: of(&|cost| cost.peak as f64),
    })
}

fn ratio(part: f64, whole: f64) -> String {
    if whole > 0.0 { format!("{:.3}", part / whole) } else { NONE.to_owned() }
}

/// The middle of the values, or the lower of the two in the middle; 0 of none.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}
