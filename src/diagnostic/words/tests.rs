//! The two languages against each other, against the table of codes and against the content format.

mod table;

use super::super::Code;
use super::*;
use std::collections::{BTreeMap, BTreeSet};

const SWEDISH: &str = include_str!("../sv.ftl");
const ENGLISH: &str = include_str!("../en.ftl");

/// The arguments of each key and of each `key.attribute`.
fn arguments(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (mut found, mut key, mut part) = (BTreeMap::new(), String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" = ") {
            match name.trim_start().strip_prefix('.') {
                Some(attribute) if name.starts_with("    .") => part = format!("{key}.{attribute}"),
                _ if !name.starts_with(' ') => (key, part) = (name.to_owned(), name.to_owned()),
                _ => {}
            }
        }
        let names = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '_').collect::<String>()
        });
        found.entry(part.clone()).or_insert_with(BTreeSet::new).extend(names);
    }
    found.remove("");
    found
}

/// The arguments that the doc comment of each code names.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let (mut found, mut named) = (BTreeMap::new(), BTreeSet::new());
    for line in include_str!("../codes.rs").lines().map(str::trim) {
        if let Some((_, names)) = line.split_once("Arguments: ") {
            named = names.split('`').skip(1).step_by(2).filter(|name| !name.contains('-')).map(str::to_owned).collect();
        } else if let Some((_, number)) = line.split_once(" = \"I") {
            let number = format!("I{}", &number[..4]);
            found.insert(number, std::mem::take(&mut named));
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_with_the_same_arguments() {
    assert_eq!(arguments(SWEDISH), arguments(ENGLISH));
}

#[test]
fn every_code_has_message_and_hint_and_nothing_else_is_a_code() {
    let known: BTreeSet<_> = Code::ALL.iter().map(|code| code.number().to_owned()).collect();
    assert_eq!(known.len(), Code::ALL.len(), "a number is used twice");
    let texts = arguments(SWEDISH);
    for number in &known {
        assert!(texts.contains_key(number) && texts.contains_key(&format!("{number}.hint")), "{number}");
    }
    for key in texts.keys().filter(|key| key.starts_with('I')) {
        let (number, attribute) = key.split_once('.').unwrap_or((key, "hint"));
        assert!(known.contains(number) && ["hint", "label"].contains(&attribute), "{key}");
    }
}

#[test]
fn the_texts_use_what_the_codes_document() {
    let mut used: BTreeMap<String, BTreeSet<String>> =
        Code::ALL.iter().map(|code| (code.number().to_owned(), BTreeSet::new())).collect();
    for (key, names) in arguments(SWEDISH).into_iter().filter(|(key, _)| key.starts_with('I')) {
        used.entry(key[..5].to_owned()).or_default().extend(names);
    }
    assert_eq!(used, documented());
}

#[test]
fn every_type_of_the_content_format_is_explained() {
    let format = include_str!("../../../docs/format.md");
    let (_, rest) = format.split_once("## 5. Types").unwrap();
    let (table, _) = rest.split_once("###").unwrap();
    let words = Words::new(Language::Swedish);
    // The first column holds `typ` [alias]; the texts go by the alias, or by the name if there is none.
    let first_column = table.lines().filter(|row| row.starts_with("| `")).filter_map(|row| row.split('|').nth(1));
    for cell in first_column.flat_map(|column| column.split(", ")) {
        let name = cell.split(['[', ']']).nth(1).unwrap_or(cell).trim().trim_matches('`');
        assert!(words.texts.get(&format!("type-{name}"), &[]).is_some(), "type-{name}");
    }
}

#[test]
fn values_are_shown_so_that_they_can_be_read() {
    let words = Words::new(Language::Swedish);
    let message =
        |value: &str| words.message(&Diagnostic::new(Code::WrongType, "a").with("key", "titel").with("written", value));
    assert_eq!(message(" "), "fältet `titel` kan inte vara `(tomt)`");
    assert_eq!(message("a\n  b\t1480"), "fältet `titel` kan inte vara `a b 1480`");
    assert_eq!(message(&"å".repeat(81)), format!("fältet `titel` kan inte vara `{}…`", "å".repeat(80)));
}

#[test]
fn hints_choose_their_words_by_what_is_known() {
    let words = Words::new(Language::Swedish);
    let near = |near: &str| words.hint(&Diagnostic::new(Code::ReferenceDangling, "a").with("near", near)).unwrap();
    assert_eq!(near("mapp/namn2"), "menade du `mapp/namn2`?");
    assert_eq!(near(""), "skriv mapp och filnamn utan ändelse, till exempel `mapp/namn`");
    let expected = Diagnostic::new(Code::WrongType, "a").with("expected", "type-bool");
    assert_eq!(words.hint(&expected).unwrap(), "skriv ja eller nej");
    let limits = |min: &str, max: &str| {
        words.hint(&Diagnostic::new(Code::NumberOutside, "a").with("min", min).with("max", max)).unwrap()
    };
    assert_eq!(limits("0", "100"), "skriv ett tal från 0 till 100");
    assert_eq!(limits("0", ""), "skriv ett tal som är minst 0");
    assert_eq!(limits("", "7,5"), "skriv ett tal som är högst 7,5");
}
