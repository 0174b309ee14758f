//! `docs/koder.md`, made from the table of codes and the Swedish texts. `BLESS=1 cargo test` writes it anew.

use super::*;

const INTRODUCTION: &str = "# Koder

Allt som insyn kan säga om en webbplats filer. Koden står i varje meddelande, till exempel `fel[I0107]`, och ändrar aldrig
betydelse. `…` står för det som gäller just din fil. Listan skapas ur programmet och ändras inte för hand.

- **fel**: inget skrivs förrän det är rättat.
- **varning**: webbplatsen byggs ändå; med `--strict` räknas varningen som ett fel.
- **not**: bara en upplysning, även med `--strict`.

Programmet slutar med 0 när inget fel finns, annars med den högsta slutkoden bland felen (`strikt`: med `--strict`):

| slutkod | betyder |
|---|---|
| 1 | något i webbplatsens egna filer |
| 2 | kommandoraden, eller mappar som inte går att använda tillsammans |
| 3 | datorn: disken, rättigheter, eller något annat som är i vägen |
";

const PARTS: [(&str, &str); 7] = [
    ("I00", "Filer och mappar"),
    ("I01", "Uppgifterna överst i filen"),
    ("I02", "Inställningar, samlingar och tema"),
    ("I03", "Hänvisningar och regler mellan dokument"),
    ("I04", "Texten"),
    ("I05", "Aktualitet, ärlighet och språk"),
    ("I06", "Skrivning och dator"),
];

/// The words with `…` for every argument; those that may be missing are, so that the hint is the general one.
fn pattern(code: Code) -> Diagnostic {
    let source: &'static str = include_str!("../../sv.ftl");
    let name = |rest: &'static str| rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').next();
    let names =
        source.split('$').skip(1).filter_map(name).filter(|name| !["near", "help", "suggestion"].contains(name));
    names.fold(Diagnostic::new(code, ""), |diagnostic, name| diagnostic.with(name, "…"))
}

fn row(code: Code, words: &Words) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let diagnostic = pattern(code);
    let exit = match code.severity() {
        Severity::Error => code.exit_code().to_string(),
        Severity::Warning => format!("0, strikt {}", code.exit_code()),
        Severity::Note => "0".to_owned(),
    };
    let (message, hint) = (cell(&words.message(&diagnostic)), cell(&words.hint(&diagnostic).unwrap()));
    format!("| {} | {} | {exit} | {message} | {hint} |\n", code.number(), words.severity(code.severity()))
}

fn table() -> String {
    let words = Words::new(Language::Swedish);
    let mut text = INTRODUCTION.to_owned();
    for (prefix, title) in PARTS {
        let head = "| kod | slag | slutkod | meddelande | råd |\n|---|---|---|---|---|";
        text.push_str(&format!("\n## {prefix}xx: {title}\n\n{head}\n"));
        let codes = Code::ALL.iter().filter(|code| code.number().starts_with(prefix));
        text.extend(codes.map(|code| row(*code, &words)));
    }
    text
}

#[test]
fn the_document_is_what_the_table_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/koder.md");
    let table = table();
    assert!(!table.contains("{$"), "an argument is not in the list of patterns");
    assert_eq!(table.lines().filter(|line| line.starts_with("| I0")).count(), Code::ALL.len());
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), table, "run with BLESS=1 and read the difference");
}
