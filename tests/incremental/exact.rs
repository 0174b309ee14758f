//! A change makes anew what is made of it, and writes what shows it: no more.

use super::site::{Place, Source, files};
use insyn::{
    load,
    render::{self, Output, Remembered, Sink},
    theme::Theme,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::MetadataExt as _,
    sync::Mutex,
};

/// Notes what is made; what was there before is kept.
#[derive(Default)]
struct Noting {
    made: Mutex<BTreeSet<String>>,
}

impl Sink for Noting {
    type Taken = ();

    fn take(&self, output: Output) {
        self.made.lock().unwrap().insert(output.path);
    }

    fn keep(&self, _: &str) -> Option<()> {
        Some(())
    }
}

/// The pages that are drawn, after those of which is remembered.
fn drawn(place: &mut Place, source: &Source, remembered: Remembered) -> (BTreeSet<String>, Remembered) {
    place.put(source);
    let options = load::Options { root: place.out("site"), today: source.today, drafts: source.drafts };
    let (site, _, _) = load::load(&options, load::Remembered::default());
    let theme = Theme::read(&place.out("site"), "insyn").unwrap_or_else(|told| panic!("{told:?}"));
    let noting = Noting::default();
    let (_, remembered) = render::render(&site.unwrap(), &theme, remembered, &noting).unwrap();
    let made = noting.made.into_inner().unwrap();
    (made.into_iter().filter(|path| path.ends_with(".html")).collect(), remembered)
}

/// Replaces words in a file, which must hold them.
fn replace(source: &mut Source, name: &str, (from, to): (&str, &str)) {
    let text = source.text(name);
    assert!(text.contains(from), "{name} holds {from}");
    let text = text.replacen(from, to, 1);
    source.files.insert(name.to_owned(), text.into_bytes());
}

/// The pages that are drawn anew when one file changes, as paths without `index.html`.
fn redrawn(name: &str, words: (&str, &str)) -> BTreeSet<String> {
    let (mut place, mut source) = (Place::new(), Source::of("tests/exempel"));
    super::edits::own(&mut source, name);
    let (all, remembered) = drawn(&mut place, &source, Remembered::default());
    let (none, remembered) = drawn(&mut place, &source, remembered);
    assert!(all.len() > 200 && none.is_empty(), "{} pages, {none:?}", all.len());
    replace(&mut source, name, words);
    drawn(&mut place, &source, remembered).0
}

/// Outputs that a change of one file writes.
fn written(name: &str, words: (&str, &str)) -> BTreeSet<String> {
    let (mut place, mut source) = (Place::new(), Source::of("tests/exempel"));
    place.put(&source);
    place.build(&source);
    let before = stamps(&place);
    replace(&mut source, name, words);
    place.put(&source);
    let report = place.build(&source).report.unwrap();
    let after = stamps(&place);
    let written: BTreeSet<String> =
        after.into_iter().filter(|(path, stamp)| before.get(path) != Some(stamp)).map(|(path, _)| path).collect();
    assert_eq!(report.written + 1, written.len(), "the manifest is written too: {written:?}");
    written
}

/// What tells a file that was written from one that was left alone.
fn stamps(place: &Place) -> BTreeMap<String, (u64, i64, i64)> {
    let out = place.out("public");
    let stamp = |path: String| {
        let found = fs::metadata(out.join(&path)).unwrap();
        (path, (found.ino(), found.mtime(), found.mtime_nsec()))
    };
    files(&out).into_keys().map(stamp).collect()
}

const TEXT: &str = "content/exempelkommun/rapporter/textprov.md";

#[test]
fn show() {
    let words = ("Två rubriker med samma text", "Ett helt nytt stycke");
    eprintln!("body drawn {:#?}", redrawn(TEXT, words));
    eprintln!("body written {:#?}", written(TEXT, words));
    eprintln!("board {:#?}", redrawn("themes/insyn/templates/board.html", ("<h3>", "<h3 class=\"a\">")));
    eprintln!("steps {:#?}", redrawn("themes/insyn/templates/parts/steps.html", ("<li", "<li data-a")));
    eprintln!(
        "decl {:#?}",
        redrawn("content/_collections/lagesbilder.yaml", ("ental: { sv: Lägesbild", "ental: { sv: Bild"))
    );
    eprintln!("title {:#?}", redrawn("content/exempelkommun/tjanster/lampappen.md", ("titel: ", "titel: Nya ")));
}
