//! What many pages have alike is drawn once, and no page may show it: they come out as if each had drawn it itself.

use super::site::{Files, Place, Source, differences, told};
use insyn::diagnostic::Code;
use std::{fs, path::Path};

const THEME: &str = "themes/insyn/templates";

fn carried(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(THEME).join(name)).unwrap()
}

/// The made-up site with templates of its own.
fn with(own: &[(&str, &str)]) -> Source {
    let mut source = Source::of("tests/exempel");
    source.files.extend(own.iter().map(|(name, text)| (format!("{THEME}/{name}"), text.as_bytes().to_vec())));
    source
}

fn built(source: &Source) -> Files {
    let mut place = Place::new();
    place.put(source);
    let (outcome, files) = place.build_clean(source);
    assert!(outcome.report.is_some(), "{:#?}", outcome.diagnostics);
    files
}

/// A template that does not call the component is given what it is drawn from, and draws it for itself.
#[test]
fn pages_come_out_as_if_each_had_drawn_its_pieces() {
    let alone = |name: &str, taken: &str, alone: &str| {
        let text = carried(name);
        assert!(text.contains(taken), "{name} takes its pieces otherwise: {taken}");
        text.replace(taken, alone)
    };
    let list = alone(
        "list.html",
        "{% if i is string %}{{ i }}{% else %}{{ <list_item item={i} /> }}{% endif %}",
        "{{ <card card={i} level={2} /> }}",
    );
    let header =
        "{% if page.header is string %}{{ page.header }}{% else %}{{ <page_header item={page} /> }}{% endif %}";
    let base = alone("base.html", header, "{{ <site_header /> }}");
    let taken = "{% if i is string %}{{ i }}{% else %}{{ <board_item item={i} /> }}{% endif %}";
    let board = alone("board.html", taken, "{{ <alone item={i} /> }}");
    let component = carried("parts/board_item.html").replace("board_item", "alone");
    let own =
        [("list.html", &*list), ("base.html", &*base), ("board.html", &*board), ("parts/alone.html", &*component)];
    let found = differences(&built(&with(&[])), &built(&with(&own)));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_list_of_ones_own_is_given_cards() {
    let list = "{% extends \"list.html\" %}{% block items %}{% for c in list.items %}<i>{{ c.title }}, {{ c.kind.key }}</i>\
                {% endfor %}{% endblock items %}";
    let declared = "content/_collections/lagesbilder.yaml";
    let mut source = with(&[("egen.html", list)]);
    let text = format!("{}\nlistmall: egen.html\n", fs::read_to_string(declared).unwrap());
    source.files.insert(declared.to_owned(), text.into_bytes());
    let files = built(&source);
    let page = std::str::from_utf8(&files["exempelkommun/lagesbilder/index.html"]).unwrap();
    assert!(page.contains(", lagesbilder</i>"), "{page}");
}

#[test]
fn a_component_of_ones_own_is_on_all_lists() {
    let own = "{% component list_item(item) %}<i>{{ item.title }}</i>{% endcomponent list_item %}";
    let files = built(&with(&[("parts/list_item.html", own)]));
    for path in ["lagesbilder/index.html", "exempelkommun/lagesbilder/index.html"] {
        let page = std::str::from_utf8(&files[path]).unwrap();
        assert!(page.contains("<li><i>") && !page.contains("class=\"card\""), "{path}: {page}");
    }
}

#[test]
fn a_component_that_fails_is_told_with_its_place() {
    let own = "{% component list_item(item) %}\n{{ item.rubrik.text }}{% endcomponent list_item %}";
    let source = with(&[("parts/list_item.html", own)]);
    let mut place = Place::new();
    place.put(&source);
    let (outcome, files) = place.build_clean(&source);
    let failed: Vec<_> = told(&outcome).into_iter().filter(|told| told.code == Code::TemplateFailed).collect();
    let [diagnostic] = failed[..] else { panic!("{failed:#?}") };
    assert_eq!(*diagnostic.path, format!("{THEME}/parts/list_item.html"));
    assert_eq!(diagnostic.span.line, 2);
    assert!(files.is_empty());
}
