//! A change makes anew what is made of it, and writes what shows it: no more.

use super::site::{Place, Source, files};
use insyn::{
    load,
    render::{self, Output, Remembered, Sink},
    theme::Theme,
    write::MANIFEST,
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

const WORDS: (&str, &str) = ("Två rubriker med samma text", "Ett helt nytt stycke");

#[test]
fn new_words_in_a_text_write_its_page_and_the_files_of_the_search_that_hold_them() {
    let written = written(TEXT, WORDS);
    let (searched, shown): (Vec<&String>, Vec<&String>) = written.iter().partition(|path| path.starts_with("search/"));
    assert_eq!(shown, [MANIFEST, "exempelkommun/rapporter/textprov/index.html"]);
    let of = |start: &str| searched.iter().filter(|path| path.starts_with(start)).count();
    let [cards, roots, lists, terms] = ["search/docs/", "search/root.bin", "search/words/", "search/terms/"].map(of);
    assert_eq!((cards, roots, cards + roots + lists + terms), (1, 1, searched.len()), "{searched:?}");
    assert!(lists <= 1 && (1..=8).contains(&terms), "{searched:?}");
}

#[test]
fn new_words_in_a_text_draw_its_page_and_no_other() {
    let drawn = redrawn(TEXT, WORDS);
    assert!(drawn.iter().eq(["exempelkommun/rapporter/textprov/index.html"]), "{drawn:#?}");
}

#[test]
fn a_template_draws_its_pages_and_no_others() {
    let drawn = redrawn("themes/insyn/templates/board.html", ("<h2>", "<h2 class=\"a\">"));
    assert!(drawn.len() > 10 && drawn.iter().all(|path| path.starts_with("laget/")), "{drawn:#?}");
    let drawn = redrawn("themes/insyn/templates/parts/board_item.html", ("<h3>", "<h3 class=\"a\">"));
    assert!(drawn.len() > 10 && drawn.iter().all(|path| path.starts_with("laget/")), "{drawn:#?}");
    let drawn = redrawn("themes/insyn/templates/parts/steps.html", ("<li", "<li data-a"));
    assert!(drawn.contains("exempelkommun/informationsblad/hot-2026/index.html"), "{drawn:#?}");
    let without = ["laget/", "sok/", "404.html", "exempelkommun/nyheter/index.html"];
    let other: Vec<&String> = drawn.iter().filter(|path| without.iter().any(|start| path.starts_with(start))).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn a_declaration_draws_pages_that_read_it() {
    let words = ("ental: { sv: Lägesbild", "ental: { sv: Bild");
    let drawn = redrawn("content/_collections/lagesbilder.yaml", words);
    assert!(drawn.contains("exempelkommun/lagesbilder/2026-10/index.html"), "{drawn:#?}");
    let other: Vec<&String> =
        drawn.iter().filter(|path| path.contains("nyheter/nyhet-") || path.contains("404")).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn a_title_draws_pages_that_name_the_document() {
    let drawn = redrawn("content/exempelkommun/tjanster/lampappen.md", ("titel: ", "titel: Nya "));
    for path in ["exempelkommun/tjanster/lampappen/index.html", "exempelkommun/tjanster/index.html", "sok/index.html"] {
        assert!(drawn.contains(path), "{path}: {drawn:#?}");
    }
    let other: Vec<&String> =
        drawn.iter().filter(|path| path.contains("nyheter/nyhet-") || path.contains("404")).collect();
    assert!(other.is_empty(), "{other:?}");
}
