//! The `insyn` program: arguments in, exit code out.
use insyn::{diagnostic::*, load::*, pipeline, texts::Language};
fn main() {
    let o = pipeline::Options {
        root: ".".into(),
        out: "public".into(),
        today: jiff::civil::date(2026, 11, 22),
        drafts: Drafts::Hidden,
        strictness: pipeline::Strictness::Lenient,
    };
    let outcome = pipeline::build(&o);
    println!("{}", human(&outcome.diagnostics, Language::Swedish, Style::Plain));
    println!("{:?}", outcome.report);
}
