use super::*;
use crate::diagnostic::Span;

#[test]
fn look() {
    let src = "---\ntitel: x\nkommun: 1480\n";
    let s = |line, column, length| Span {
        line,
        column,
        length,
    };
    let long = format!("text: {}fel{}", "åäö ".repeat(100), " slut".repeat(100));
    let d = [
        Diagnostic::new(Code::NumberForText, "content/lulea/medborgarloften/2018.md")
            .at(s(3, 9, 4), src)
            .with("key", "kommun")
            .with("written", "1480"),
        Diagnostic::new(Code::SettingsMissing, "insyn.yaml").with("path", "insyn.yaml"),
        Diagnostic::new(Code::YamlTab, "a.yaml").at(s(1, 1, 1), "\tx: y"),
        Diagnostic::new(Code::YamlTab, "a2.yaml").at(s(12, 3, 1), &("\n".repeat(11) + "å日本: y")),
        Diagnostic::new(Code::KeyUnknown, "b.yaml")
            .at(s(1, 407, 3), &long)
            .with("key", "fel")
            .with("near", ""),
        Diagnostic::new(Code::KeyUnknown, "c.yaml")
            .at(s(1, 0, 0), "  abc de")
            .with("key", "fel")
            .with("near", "fält"),
        Diagnostic::new(Code::YamlQuote, "d.yaml")
            .at(s(1, 6, 0), "a: \"b")
            .with("quote", "\""),
        Diagnostic::new(Code::YamlQuote, "e.yaml")
            .at(s(1, 60, 0), "a: \"b")
            .with("quote", "\""),
        Diagnostic::new(Code::YamlQuote, "f.yaml")
            .at(s(2, 1, 0), "\n\n")
            .with("quote", "\""),
        Diagnostic::new(Code::TemplateBroken, "f.yaml")
            .with("reason", "first\n   --> x.html:1:1\n  | b"),
        Diagnostic {
            span: s(3, 0, 0),
            ..Diagnostic::new(Code::YamlQuote, "g.yaml").with("quote", "\"")
        },
    ];
    println!("{}", human(&d, Language::Swedish, Style::Plain));
    println!(
        "{}",
        human(&d[..2], Language::Swedish, Style::Colour).replace('\u{1b}', "^")
    );
    println!("{}", json(&d[..2], Language::Swedish));
    println!("{}", summary(&d, Language::English));
}
