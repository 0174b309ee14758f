//! What the program makes of words, written down in `tests/search/vectors.json` so that the client can be held to it
//! (`tests/search/vectors.test.mjs`). `BLESS=1` gathers the words of the content anew and writes the file; else the words
//! in the file are compared, so that an edited text changes nothing here.

use crate::search::{
    letters::{fold, words},
    split::Lexicon,
    stem::{rules, stem},
    stop::STOP,
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, env, fs, path::Path};

const FILE: &str = "tests/search/vectors.json";

/// More words than this are thinned out.
const MOST: usize = 5_000;

/// From this many letters on words are taken apart.
const LONG: usize = 8;

/// Words that look odd, beside those of the content.
const ODD: &str = "\
    a å is isar år året åren öar sms b2b 2024 112 e5an café kaféet idé müsli señor łódź ægir ǽgir smørrebrød \
    straße ñ đà москва ёлка αθήνα قطر 日本語 한국어 ﬁl ⅷ ½ m² i\u{307}stanbul brottsförebyggandearbetet \
    trygghetsvandringsledare polispolispolis nattvandrarna ssssssss aaaaaaaa skolskjutsarna gatubelysningen \
    kvinnofridsarbetet familjerådgivningen kyrkogårdarna medborgarlöftenas åååååååå éééééééé vittnesstödet";

/// Texts whose words are not easily told.
const TEXTS: &[&str] = &[
    "",
    " - ",
    "Hot och våld",
    "e-tjänst, E-tjänster och e-post-adress",
    "A-traktor, a-traktorer och EPA-traktor",
    "brotts-förebyggande och barn- och ungdomsstöd",
    "i-a-b-cd -e- f--g h-",
    "e-\u{ad}tjänst e\u{ad}-tjänst e-\u{ad}-tjänst e-\u{ad}",
    "brotts\u{ad}före\u{ad}byggande \u{ad}ord\u{ad} \u{ad}",
    "noll\u{200b}bredd, fog\u{200d}are, \u{feff}märke, ord\u{2060}fog",
    "va\u{30a}ld va\u{308}g o\u{308}ppen ide\u{301} VA\u{30a}LD",
    "våld\u{308} \u{301}akut",
    "SIG sig Sig SoL LVU BRÅ EST:s",
    "BRÅ:s och Brå:s, polisen:s",
    "B B2 2B 4 x 24/7 112 11414 2021–2022 3,5 1 000",
    "kl. 08.30 den 2026-11-22",
    "§ 4 a, 12 kap. 3 § LOU",
    "🚨 larm🚨larm 👩‍👩‍👧 🇸🇪",
    "don’t can't L'École",
    "snake_case a_b #tagg @namn namn@exempel.se https://exempel.se/våld?q=1",
    "ΣΟΦΙΑ σοφός İstanbul ẞtraße ǅ Ⅷ Ⓐ",
    "𝒜𝒷 𐐀𐐀",
    "日本語 한국어 हिन्दी ไทย שלום مرحبا",
    "<script>alert(1)</script> &amp; \"citat\" ”svenskt”",
    "rad\nbryt\ttabb\u{a0}fast\u{2009}tunt",
    "½ m² x² ① ٣",
];

#[test]
fn the_client_is_told_what_the_program_makes_of_words() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if env::var_os("BLESS").is_some() {
        let (found, parts) = gathered();
        fs::write(&path, written(&vectors(&found, &parts))).unwrap();
    }
    let known: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let listed = |list: &Value, text: fn(&Value) -> &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|item| text(item).as_str().unwrap().to_owned()).collect()
    };
    let made = vectors(&listed(&known["words"], |row| &row[0]), &listed(&known["parts"], |part| part));
    for (key, rows) in made.as_object().unwrap() {
        let pairs = rows.as_array().unwrap().iter().zip(known[key].as_array().unwrap());
        let wrong: Vec<_> = pairs.filter(|(made, known)| made != known).take(5).collect();
        assert!(wrong.is_empty() && *rows == known[key], "{FILE}: {key} differs; if it is meant, BLESS=1: {wrong:#?}");
    }
}

/// What is made of words, texts and long words; and what it is made with.
fn vectors(found: &[String], parts: &[String]) -> Value {
    let lexicon = Lexicon::new(parts.iter().map(String::as_str), std::iter::empty());
    let long = found.iter().filter(|word| word.chars().count() >= LONG);
    json!({
        "language": [STOP.join(" "), rules()],
        "parts": parts,
        "texts": TEXTS.iter().map(|text| json!([text, words_of(text)])).collect::<Vec<_>>(),
        "words": found.iter().map(|word| json!([word, fold(word), stem(word)])).collect::<Vec<_>>(),
        "splits": long.map(|word| json!([word, parts_of(word, &lexicon)])).collect::<Vec<_>>(),
    })
}

/// The stems of the parts of a word.
fn parts_of<'l>(word: &str, lexicon: &'l Lexicon) -> Vec<&'l str> {
    lexicon.split(word, &stem(word)).into_iter().map(|part| &*lexicon.part(part).stem).collect()
}

/// The words of a text, and whether each is in capitals.
fn words_of(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    words(text, |word| found.push((word.text.to_owned(), word.is_acronym)));
    found
}

/// The words of the content, and those that compounds are made of.
fn gathered() -> (Vec<String>, Vec<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    for folder in ["content", "tests/search/prov/content"] {
        gather(&root.join(folder), &mut found);
    }
    let step = found.len().div_ceil(MOST).max(1);
    let mut kept: BTreeSet<String> = found.into_iter().step_by(step).collect();
    kept.extend(ODD.split(' ').map(str::to_owned));
    let parts = fs::read_to_string(root.join("content/_sok/stammar.txt")).unwrap();
    let parts =
        parts.lines().map(|line| line.trim().to_lowercase()).filter(|line| !line.is_empty() && !line.starts_with('#'));
    (kept.into_iter().collect(), parts.collect())
}

fn gather(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            words(&fs::read_to_string(&path).unwrap(), |word| {
                found.insert(word.text.to_owned());
            });
        }
    }
}

/// One row a line, so that a difference can be read.
fn written(vectors: &Value) -> String {
    let rows = |list: &Value| {
        let rows: Vec<String> = list.as_array().unwrap().iter().map(Value::to_string).collect();
        rows.join(",\n")
    };
    let parts: Vec<String> =
        vectors.as_object().unwrap().iter().map(|(key, list)| format!("\"{key}\": [\n{}\n]", rows(list))).collect();
    format!("{{\n{}\n}}\n", parts.join(",\n"))
}
