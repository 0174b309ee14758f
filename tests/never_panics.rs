//! Whatever stands in the files: loading, checking, telling and rendering end with an answer and never with a panic.

use insyn::{
    check::{self, check},
    diagnostic::{Style, human, json},
    load::{self, Drafts, Options, load},
    parse::{
        highlight::Highlighter,
        markdown::{Context, Links, Page, Term, Terms, Words, inline, render, scan},
    },
    texts::Language,
};
use proptest::{collection::vec, prelude::*};
use std::fs;

const SETTINGS: &str = "titel: Prov\nbase_url: \"https://insyn.example/\"\nutgivare: { namn: Prov }\nnoindex: ja\n";

/// Pieces that YAML, dates and fields are made of, in any order.
const PIECES: &[&str] = &[
    "titel",
    "kortversion",
    "åtaganden",
    "id",
    "rubrik",
    "senast",
    "status",
    "giltighet",
    "beslut",
    "logg",
    "datum",
    ": ",
    ":",
    " ",
    "  ",
    "\n",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "\"",
    "'",
    "|\n",
    ">\n",
    "2021",
    "-02-30",
    "/3 ",
    "2021-2022",
    " kv 5",
    "–",
    "okänt",
    "ja",
    "\t",
    "å",
    "a\u{30a}",
    "\u{ad}",
    "\u{200b}",
    "#",
    "---\n",
    "%",
    "!",
    "?",
    ",",
    "klart",
    "fortlöpande",
    "tills vidare",
    "0114",
    "-1e999",
    ".nan",
    "\r\n",
    "1 år",
    "P1Y",
];

/// Pieces that Markdown is made of.
const MARKS: &[&str] = &[
    "#",
    "##",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "```yaml\n",
    "[",
    "](",
    ")",
    "!",
    "[^1]",
    "[^1]: ",
    "|",
    "|---|\n",
    "- ",
    "- [x] ",
    "> ",
    "> [!NOTE]\n",
    ": ",
    "<b>",
    "<!--",
    "-->",
    "<script>",
    "javascript:",
    "https://a.example",
    "Lägesbilden",
    "EST",
    "å\u{30a}",
    "&amp;",
    "\\",
    "\t",
    "~~",
    "1. ",
    "---\n",
    "\0",
    "\u{fffd}",
];

/// Fields of every type, in one collection or another.
const FIELDS: &[&str] = &[
    "titel",
    "kortversion",
    "id",
    "ägare",
    "kontakt",
    "målgrupper",
    "publicerad",
    "granskad",
    "granskas",
    "publiceras",
    "utkast",
    "kort",
    "tidigare",
    "synonymer",
    "ersätter",
    "återkallad",
    "källor",
    "ändringar",
    "bilagor",
    "beslut",
    "giltighet",
    "diarienummer",
    "känd_av",
    "mål",
    "åtaganden",
    "kanaler",
    "slag",
];

fn of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    vec(prop_oneof![4 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => "\\PC{0,4}"], 0..most)
        .prop_map(|parts| parts.concat())
}

/// A file that is nearly a document.
fn document() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![of(PIECES, 6), "\\PC{0,12}", "[0-9 /–-]{0,12}"];
    let quoted = vec((proptest::sample::select(FIELDS), value), 0..8).prop_map(|fields| {
        let line = |(key, value): (&str, String)| format!("{key}: {}\n", serde_json::Value::String(value));
        fields.into_iter().map(line).collect::<String>()
    });
    let front = prop_oneof![of(PIECES, 40), quoted];
    let whole = (front, of(MARKS, 40)).prop_map(|(front, body)| format!("---\n{front}\n---\n{body}").into_bytes());
    prop_oneof![4 => whole, 1 => vec(any::<u8>(), 0..200)]
}

struct Anywhere;

impl Links for Anywhere {
    fn link(&self, written: &str) -> Option<String> {
        Some(format!("/{written}"))
    }

    fn image(&self, written: &str) -> Option<String> {
        Some(format!("/{written}"))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sites_of_any_files(files in vec(document(), 30), settings in of(PIECES, 20), declaration in of(PIECES, 30)) {
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join("content");
        fs::create_dir_all(content.join("handlingsplaner")).unwrap();
        fs::create_dir_all(content.join("_collections")).unwrap();
        fs::write(root.path().join("insyn.yaml"), format!("{SETTINGS}{settings}")).unwrap();
        fs::write(content.join("_collections/egen.yaml"), declaration).unwrap();
        for (number, file) in files.iter().enumerate() {
            fs::write(content.join(format!("handlingsplaner/nr-{number}.md")), file).unwrap();
        }
        // The settings may be past reading; then the documents are read with good ones.
        for _ in 0..2 {
            let today = "2026-11-22".parse().expect("a day");
            let (site, mut told, _) = load(&Options { root: root.path().to_owned(), today, drafts: Drafts::Shown }, load::Remembered::default());
            told.extend(site.as_ref().map(|site| check(site, check::Remembered::default()).0).unwrap_or_default());
            human(&told, Language::Swedish, Style::Colour);
            json(&told, Language::English);
            fs::write(root.path().join("insyn.yaml"), SETTINGS).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markdown(markdown in prop_oneof![of(MARKS, 60), "\\PC{0,80}"]) {
        let term = |word: &str| Term { word: word.into(), url: "/a/".into(), explanation: "\"<".into() };
        let (words, highlighter) = (Words::default(), Highlighter::new());
        let terms = Terms::new(vec![term("Lägesbild"), term("EST"), term(""), term("å")]);
        let context = Context { links: &Anywhere, highlighter: &highlighter, terms: &terms, words: &words, level: 4 };
        let html = render(&markdown, &context, &mut Page::default()).html;
        prop_assert!(!html.contains("<script"), "{html}");
        prop_assert!(!html.contains("href=\"javascript:"), "{html}");
        inline(&markdown, &context, &mut Page::default());
        scan(&markdown);
    }
}
