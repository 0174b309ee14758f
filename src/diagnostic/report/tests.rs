//! What people and machines see: layout, alignment, order, counts, and that no sign of a file steers a terminal.

use super::*;
use std::time::{Duration, Instant};

fn at(line: u32, column: u32, length: u32) -> Span {
    Span { line, column, length }
}

fn plain(diagnostic: Diagnostic) -> String {
    human(&[diagnostic], Language::Swedish, Style::Plain)
}

fn number_for_text() -> Diagnostic {
    let source = "---\ntitel: Å\nkommun: 1480\n---\n";
    let path = "content/kommun/mapp/2018.md";
    Diagnostic::new(Code::NumberForText, path).at(at(3, 9, 4), source).with("key", "kommun").with("written", "1480")
}

#[test]
fn the_layout_is_the_promised_one() {
    let expected = r#"fel[I0107]: fältet `kommun` lästes som talet 1480
  --> content/kommun/mapp/2018.md:3:9
   |
 3 | kommun: 1480
   |         ^^^^ ska vara text
   = tips: sätt citattecken om värdet: "1480"
"#;
    assert_eq!(plain(number_for_text()), expected);
    let coloured = human(&[number_for_text()], Language::Swedish, Style::Colour);
    assert!(coloured.contains('\u{1b}'));
    let bare: String = coloured.lines().map(|line| without_colour(line) + "\n").collect();
    assert_eq!(bare, expected);
}

#[test]
fn english_for_who_asks_for_it() {
    let expected = r#"error[I0107]: the field `kommun` was read as the number 1480
  --> content/kommun/mapp/2018.md:3:9
   |
 3 | kommun: 1480
   |         ^^^^ should be text
   = help: put quotes around the value: "1480"
"#;
    assert_eq!(human(&[number_for_text()], Language::English, Style::Plain), expected);
}

#[test]
fn a_problem_of_a_whole_file_has_no_excerpt() {
    let whole = Diagnostic::new(Code::FileEmpty, "content/a.md");
    let expected =
        "fel[I0004]: filen är tom\n  --> content/a.md\n   = tips: skriv sidans uppgifter i filen, eller ta bort den\n";
    assert_eq!(plain(whole.clone()), expected);
    for (span, place) in [(at(7, 0, 0), "a.md:7\n"), (at(7, 2, 1), "a.md:7:2\n")] {
        let text = plain(Diagnostic { span, ..whole.clone() });
        assert!(text.contains(place), "{text}");
    }
}

#[test]
fn the_spot_stands_under_what_it_means() {
    for (line, span, source, marks) in [
        ("Å och 日本: y", at(1, 7, 2), "Å och 日本: y", "         ^^^^ tabb"),
        ("→x: y", at(1, 1, 1), "\tx: y", "   ^ tabb"),
        ("a\u{301}b c", at(1, 4, 1), "a\u{301}b c", "     ^ tabb"),
        ("  hela raden", at(1, 0, 0), "  hela raden", "     ^^^^^^^^^^ tabb"),
        ("kort", at(1, 90, 3), "kort", "       ^ tabb"),
        ("kort", at(1, 3, 90), "kort", "     ^^ tabb"),
        ("⍽a\u{fffd}b", at(1, 2, 1), "\u{a0}a\u{200b}b", "    ^ tabb"),
    ] {
        let text = plain(Diagnostic::new(Code::YamlTab, "a.yaml").at(span, source));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[3], format!(" 1 | {line}"));
        assert_eq!(lines[4], format!("   |{}", &marks[2..]), "{source:?} {span:?}");
    }
}

#[test]
fn a_long_line_is_cut_around_the_spot() {
    let source = format!("text: {}fel{}", "åäö ".repeat(200_000), " slut".repeat(200_000));
    let started = Instant::now();
    let text = plain(Diagnostic::new(Code::KeyUnknown, "a.yaml").at(at(1, 800_007, 3), &source).with("key", "fel"));
    assert!(started.elapsed() < Duration::from_secs(5));
    assert!(text.contains("a.yaml:1:800007\n"), "{text}");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[3].contains("... ") || lines[3].contains("..."), "{text}");
    assert!(lines[3].chars().count() <= WIDTH + 8, "{text}");
    let spot = lines[4].chars().position(|sign| sign == '^').unwrap();
    assert_eq!(lines[3].chars().skip(spot).take(3).collect::<String>(), "fel");
}

#[test]
fn control_signs_reach_no_terminal() {
    let evil = "x\u{1b}[31m\u{7}\u{202e}y\u{9b}2J";
    let diagnostic = Diagnostic::new(Code::TermDrifts, format!("a{evil}.md"))
        .at(at(1, 1, 3), evil)
        .with("written", evil)
        .with("right", evil);
    let text = plain(diagnostic);
    let hidden: Vec<_> =
        text.chars().filter(|sign| *sign != '\n' && sign.is_control() || *sign == '\u{202e}').collect();
    assert!(hidden.is_empty(), "{hidden:?} {text}");
}

#[test]
fn the_engines_own_words_keep_their_shape() {
    let reason = "okänt fält `titel`\n   --> b.html:2:11\n    |\n  2 | {{ r.titel }}\n";
    let text = plain(Diagnostic::new(Code::TemplateBroken, "themes/b.html").with("reason", reason));
    let expected = "fel[I0206]: temats fil går inte att läsa: okänt fält `titel`
  --> themes/b.html
   =  --> b.html:2:11
       |
     2 | {{ r.titel }}
   = tips: rätta raden som anges
";
    assert_eq!(text, expected);
}

#[test]
fn order_is_path_line_column_code() {
    let place =
        |code, path: &str, line, column| Diagnostic { span: at(line, column, 1), ..Diagnostic::new(code, path) };
    let diagnostics = [
        place(Code::KeyUnknown, "b.md", 1, 1),
        place(Code::KeyUnknown, "a.md", 10, 1),
        place(Code::KeyUnknown, "a.md", 9, 2),
        place(Code::KeyUnknown, "a.md", 9, 1),
        place(Code::YamlTab, "a.md", 9, 1),
        place(Code::FileEmpty, "a.md", 0, 0),
    ];
    let read: serde_json::Value = serde_json::from_str(&json(&diagnostics, Language::English)).unwrap();
    let order: Vec<_> = read
        .as_array()
        .unwrap()
        .iter()
        .map(|item| format!("{} {}:{} {}", item["path"], item["line"], item["column"], item["code"]).replace('"', ""))
        .collect();
    assert_eq!(
        order,
        ["a.md 0:0 I0004", "a.md 9:1 I0104", "a.md 9:1 I0109", "a.md 9:2 I0109", "a.md 10:1 I0109", "b.md 1:1 I0109"]
    );
}

#[test]
fn json_is_one_array_of_records() {
    let expected = r#"[
  {
    "code": "I0107",
    "severity": "error",
    "path": "content/kommun/mapp/2018.md",
    "line": 3,
    "column": 9,
    "message": "fältet `kommun` lästes som talet 1480",
    "hint": "sätt citattecken om värdet: \"1480\""
  }
]
"#;
    assert_eq!(json(&[number_for_text()], Language::Swedish), expected);
    assert_eq!(json(&[], Language::Swedish), "[]\n");
}

#[test]
fn many_of_a_kind_are_counted() {
    let mut diagnostics = vec![Diagnostic::new(Code::TableHeader, "a.md"); SHOWN_OF_A_CODE + 37];
    diagnostics.push(Diagnostic::new(Code::FileEmpty, "z.md"));
    let text = human(&diagnostics, Language::Swedish, Style::Plain);
    assert_eq!(text.matches("varning[I0411]: tabellen").count(), SHOWN_OF_A_CODE);
    assert!(text.ends_with("\n\nvarning[I0411]: 37 till av samma slag visas inte\n"), "{text}");
    assert_eq!(json(&diagnostics, Language::Swedish).matches("I0411").count(), SHOWN_OF_A_CODE + 37);
}

#[test]
fn the_summary_counts_in_words() {
    let diagnostics = [Code::FileEmpty, Code::FileEmpty, Code::TableHeader, Code::TextHard, Code::TextHard]
        .map(|code| Diagnostic::new(code, "a"));
    assert_eq!(summary(&diagnostics, Language::Swedish), "2 fel, 1 varning, 2 noter");
    assert_eq!(summary(&diagnostics, Language::English), "2 errors, 1 warning, 2 notes");
    assert_eq!(summary(&diagnostics[2..3], Language::Swedish), "1 varning");
    assert_eq!(summary(&[], Language::Swedish), "inga fel");
    assert_eq!(human(&[], Language::Swedish, Style::Colour), "");
}
