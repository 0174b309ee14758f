//! The `insyn` program: arguments in, exit code out.
use insyn::{diagnostic::*, load::*, texts::Language};
fn main() {
    let o = Options { root: ".".into(), today: "2026-11-22".parse().unwrap(), drafts: Drafts::Hidden };
    let (site, d) = load(&o);
    println!("{}", human(&d, Language::Swedish, Style::Plain));
    println!("{} {}", summary(&d, Language::Swedish), site.map_or(0, |s| s.documents.len()));
}
