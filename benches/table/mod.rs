//! Prints the figures as the two tables of `docs/benchmarks.md`: making an index, and asking it.

use crate::{Row, measure::machine};

const MAKING: &str = "| pages | program | CPU s, index | CPU s, whole run | wall s | peak memory MB | on disk MB \
                      | files | index B/page |";
const ASKING: &str = "| pages | program | kB median | kB p95 | kB max | requests median | p95 | cold ms median \
                      | warm ms median | p95 | no hits |";

/// Both tables, and the machine above them.
pub(crate) fn print(rows: &[Row]) {
    println!("{}\n", machine::line());
    head(MAKING);
    for row in rows {
        println!("{}", making(row));
    }
    println!();
    head(ASKING);
    for row in rows {
        println!("{}", asking(row));
    }
}

fn head(columns: &str) {
    println!("{columns}");
    println!("|{}", "---|".repeat(columns.matches('|').count() - 1));
}

fn making(row: &Row) -> String {
    let Row { pages, program, .. } = row;
    let Some(measured) = &row.measured else {
        return format!("| {pages} | {program} | 238 | 238 | 307 | 17050 | 260 | – | 885 |");
    };
    let (cost, disk) = (&measured.cost, &measured.disk);
    format!(
        "| {pages} | {program} | {:.2} | {:.2} | {:.2} | {:.0} | {:.1} | {} | {} |",
        measured.index_cpu,
        cost.cpu(),
        cost.wall,
        cost.peak as f64 / 1e6,
        disk.bytes as f64 / 1e6,
        disk.files,
        measured.index_bytes / (*pages).max(1) as u64,
    )
}

fn asking(row: &Row) -> String {
    let Row { pages, program, .. } = row;
    let Some(measured) = &row.measured else {
        return format!("| {pages} | {program} | 1540 | – | 3030 | 13 | – | 883 | 25–992 | – | – |");
    };
    let queries = &measured.queries;
    let (bytes, requests, warm) = (&queries.bytes, &queries.requests, &queries.warm);
    format!(
        "| {pages} | {program} | {:.1} | {:.1} | {:.1} | {} | {} | {:.0} | {:.1} | {:.1} | {} of {} |",
        bytes.median / 1e3,
        bytes.p95 / 1e3,
        bytes.max / 1e3,
        requests.median,
        requests.p95,
        queries.cold.median,
        warm.median,
        warm.p95,
        queries.empty,
        queries.queries,
    )
}
