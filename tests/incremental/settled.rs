//! A site of which nothing has changed is not put together again. Nobody may notice.

use super::site::{Place, Source, files, told};
use insyn::{
    diagnostic::Severity,
    pipeline::{self, Options, Strictness},
};
use std::fs;

/// The made-up site with something to warn of.
fn warned() -> Source {
    let mut source = Source::of("tests/exempel");
    source.files.insert("content/anteckning.xyz".into(), b"x".to_vec());
    source
}

#[test]
fn what_was_told_is_told_again() {
    let (mut place, source) = (Place::new(), warned());
    place.put(&source);
    let first = place.build(&source);
    assert!(first.report.is_some(), "{:#?}", first.diagnostics);
    assert!(told(&first).iter().any(|told| told.severity == Severity::Warning), "{:#?}", first.diagnostics);
    let (cache, public) = (fs::read(place.cache()).unwrap(), files(&place.out("public")));
    let second = place.build(&source);
    assert_eq!((told(&second), second.documents), (told(&first), first.documents));
    assert_eq!(
        second.report.map(|report| (report.written, report.outputs)),
        first.report.map(|report| (0, report.outputs))
    );
    assert_eq!(fs::read(place.cache()).unwrap(), cache);
    let strict = Options { strictness: Strictness::Strict, ..place.options(&source, "public") };
    let refused = pipeline::build(&strict);
    assert!(refused.report.is_none() && refused.diagnostics.iter().any(|told| told.severity == Severity::Error));
    assert_eq!(files(&place.out("public")), public);
}
