//! Writes a generated site for whoever wants to look at one: `cargo bench --bench site -- FOLDER [PAGES] [--plain] [--alone]`.
//! The folder gets `site/` for insyn, the same pages in `html/` and `hugo/` unless they are to be left out, and `queries.txt`.

mod generator;

use generator::{Kind, Options};
use std::{io, path::Path, time::Instant};

fn main() -> io::Result<()> {
    // Cargo adds arguments of its own, which start with dashes.
    let given: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_given = |option: &str| std::env::args().any(|argument| argument == option);
    let kind = if is_given("--plain") { Kind::Plain } else { Kind::Full };
    let Some(folder) = given.first() else {
        println!("usage: cargo bench --bench site -- FOLDER [PAGES] [--plain] [--alone]");
        return Ok(());
    };
    let pages = given.get(1).and_then(|number| number.parse().ok()).unwrap_or(1000);
    let start = Instant::now();
    let options = Options { pages, seed: generator::SEED, kind, has_peers: !is_given("--alone") };
    let made = generator::write(Path::new(folder), &options)?;
    let seconds = start.elapsed().as_secs_f64();
    let each = made.words / made.documents;
    println!("{pages} pages of {each} words, {} different, in {seconds:.1} s", made.distinct);
    Ok(())
}
