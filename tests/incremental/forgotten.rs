//! What a page can read without anybody thinking of it: each is changed, and the pages must follow.

use super::site::{Place, Source, differences, files};
use insyn::{
    pipeline::{self, Options},
    write,
};

/// Builds a site, changes it, builds again and compares with a clean build.
fn follows(before: &Source, after: &Source) {
    let mut place = Place::new();
    for source in [before, after] {
        place.put(source);
        let outcome = place.build(source);
        assert!(outcome.report.is_some(), "{:#?}", outcome.diagnostics);
    }
    let (_, clean) = place.build_clean(after);
    let found = differences(&files(&place.out("public")), &clean);
    assert!(found.is_empty(), "not as a clean build: {found:#?}");
}

/// The made-up site with files of its own; a file without text is none.
fn with(own: &[(&str, &str)]) -> Source {
    let mut source = Source::of("tests/exempel");
    source.files.extend(own.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    source
}

const LEAF: &str = "themes/insyn/templates/scope.html";
const OTHER: &str = "themes/insyn/templates/other.html";

#[test]
fn a_template_that_is_named_in_single_quotes() {
    let leaf = "{% extends 'other.html' %}";
    follows(&with(&[(LEAF, leaf), (OTHER, "<p>Ett")]), &with(&[(LEAF, leaf), (OTHER, "<p>Två")]));
}

#[test]
fn a_template_that_is_named_in_backticks() {
    let leaf = "{% include `other.html` %}";
    follows(&with(&[(LEAF, leaf), (OTHER, "<p>Ett")]), &with(&[(LEAF, leaf), (OTHER, "<p>Två")]));
}

#[test]
fn a_component_that_is_called_with_room_around_its_name() {
    let leaf = "{{ < other /> }}";
    let other = |text: &str| format!("{{% component other()%}}<p>{text}{{% endcomponent other %}}");
    follows(&with(&[(LEAF, leaf), (OTHER, &other("Ett"))]), &with(&[(LEAF, leaf), (OTHER, &other("Två"))]));
}

/// A folder whose name begins the name of another: `mal` and `malgrupper`.
#[test]
fn a_name_in_a_scope_that_takes_the_place_of_one_at_the_root() {
    let page = (
        "content/mal/nyheter/nytt.md",
        "---\ntitel: Nytt\nkortversion: Kort.\ndatum: 2026-04-04\n---\n\nFör [boende](malgrupper/boende).\n",
    );
    let place = ("content/mal/_index.md", "---\ntitel: Mal\nkortversion: En påhittad kommun.\n---\n");
    let group = ("content/mal/malgrupper/boende.md", "---\ntitel: Boende i Mal\nkortversion: Kort.\n---\n");
    let other = ("content/mal/malgrupper/andra.md", "---\ntitel: Andra i Mal\nkortversion: Kort.\n---\n");
    follows(&with(&[page, place, other]), &with(&[page, place, other, group]));
}

#[test]
fn a_document_that_takes_the_place_of_a_copy() {
    let folder = "content/exempelkommun/medborgarloften";
    let site = with(&[]);
    let text = site
        .text("content/exempelkommun/medborgarloften/2028.md")
        .replace("titel: ", "ersätter: [medborgarloften/2023]\ntitel: ");
    let (earlier, later) = (format!("{folder}/2029.md"), format!("{folder}/2030.md"));
    follows(&with(&[(&earlier, &text)]), &with(&[(&earlier, &text), (&later, &text)]));
    follows(&with(&[(&earlier, &text)]), &with(&[(&later, &text)]));
}

#[test]
fn the_size_of_a_file() {
    let name = "content/exempelkommun/rapporter/lamprapporten.csv";
    follows(&with(&[]), &with(&[(name, &"a;b\n".repeat(900))]));
}

/// The first build makes the folder that the cache lies in.
#[test]
fn a_folder_above_the_outputs_that_is_not_there_yet() {
    let (mut place, source) = (Place::new(), Source::of("tests/exempel"));
    place.put(&source);
    let options = Options { out: place.out("above/public"), ..place.options(&source, "public") };
    pipeline::build(&options);
    assert!(write::cache_path(&options.out).is_some_and(|cache| cache.exists()));
}

/// Nothing is written by the second build, and the third is none the wiser.
#[test]
fn a_cache_that_was_removed_is_left_again() {
    let (mut place, source) = (Place::new(), Source::of("tests/exempel"));
    place.put(&source);
    place.build(&source);
    std::fs::remove_file(place.cache()).unwrap();
    place.build(&source);
    assert!(place.cache().exists(), "every later build would be as slow as the first");
}
