//! Choice of language, plurals, numbers, sources over sources, and faults with their lines.

use super::*;

fn swedish(source: &str) -> Texts {
    Texts::new(Language::Swedish, &[("sv.ftl", source)]).unwrap()
}

#[test]
fn languages_are_read_from_codes_and_locales() {
    for (written, language) in [
        ("sv", Some(Language::Swedish)),
        ("sv_SE.UTF-8", Some(Language::Swedish)),
        ("SV-fi", Some(Language::Swedish)),
        ("en", Some(Language::English)),
        ("en-US", Some(Language::English)),
        ("C.UTF-8", None),
        ("svenska", None),
        ("", None),
    ] {
        assert_eq!(Language::parse(written), language, "{written}");
    }
}

#[test]
fn plurals_and_numbers_follow_the_language() {
    let source = "pages = { $count ->\n    [one] { $count } sida\n   *[other] { $count } sidor\n }\n";
    let english = Texts::new(Language::English, &[("en.ftl", source)]).unwrap();
    for (count, sv, en) in [
        (0.0, "0 sidor", "0 sidor"),
        (1.0, "1 sida", "1 sida"),
        (999.0, "999 sidor", "999 sidor"),
        (1234.0, "1\u{a0}234 sidor", "1,234 sidor"),
        (-1234567.25, "−1\u{a0}234\u{a0}567,25 sidor", "−1,234,567.25 sidor"),
    ] {
        let arguments = [("count", Argument::Number(count))];
        assert_eq!(swedish(source).get("pages", &arguments).unwrap(), sv);
        assert_eq!(english.get("pages", &arguments).unwrap(), en);
    }
}

#[test]
fn text_arguments_stand_as_they_are() {
    let texts = swedish("found = träffar på { $words }\n    .title = Sök { $words }\n");
    let arguments = [("words", Argument::from("<b>2021</b> å"))];
    assert_eq!(texts.get("found", &arguments).unwrap(), "träffar på <b>2021</b> å");
    assert_eq!(texts.attribute("found", "title", &arguments).unwrap(), "Sök <b>2021</b> å");
    assert_eq!(texts.get("lost", &arguments), None);
    assert_eq!(texts.attribute("found", "lost", &arguments), None);
}

#[test]
fn a_later_source_replaces_an_earlier() {
    let sources = [("theme", "a = tema\nb = tema\n"), ("site", "b = plats\n")];
    let texts = Texts::new(Language::Swedish, &sources).unwrap();
    assert_eq!(texts.plain(), [("a".into(), "tema".into()), ("b".into(), "plats".into())]);
}

#[test]
fn plain_holds_texts_without_arguments() {
    let texts = swedish("skip-link = Till innehållet\ncount = { $count } sidor\nhome = { skip-link }!\n-term = x\n");
    let expected = [("home".into(), "Till innehållet!".into()), ("skip_link".into(), "Till innehållet".into())];
    assert_eq!(texts.plain(), expected);
    assert_eq!(texts.keys().collect::<Vec<_>>(), ["count", "home", "skip-link"]);
}

#[test]
fn every_fault_is_told_with_its_line() {
    let theme = "\u{feff}a = ett\n\nb = { $\nc = { missing }\nd = { d }\na = två\n";
    let errors = Texts::new(Language::Swedish, &[("theme", theme), ("site", "e = { -term }\n")]).unwrap_err();
    let places: Vec<_> = errors.iter().map(|error| (error.name.as_str(), error.line)).collect();
    assert_eq!(places, [("theme", 6), ("theme", 3), ("theme", 4), ("theme", 5), ("site", 1)], "{errors:#?}");
}

#[test]
fn texts_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
}
