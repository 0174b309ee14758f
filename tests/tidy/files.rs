//! The project's files as the rules of `tidy` need them: what git tracks, Rust sources, style sheets and texts.

use crate::source::{Source, in_name};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Colours by name that people write; `transparent`, `currentColor` and the system's own are no literals.
const NAMED_COLOURS: &[&str] = &[
    "aqua",
    "beige",
    "black",
    "blue",
    "brown",
    "coral",
    "crimson",
    "cyan",
    "darkblue",
    "darkgray",
    "darkgreen",
    "darkgrey",
    "darkred",
    "dimgray",
    "firebrick",
    "fuchsia",
    "gainsboro",
    "gold",
    "gray",
    "green",
    "grey",
    "indigo",
    "ivory",
    "lavender",
    "lightblue",
    "lightgray",
    "lightgreen",
    "lightgrey",
    "lightyellow",
    "lime",
    "magenta",
    "maroon",
    "midnightblue",
    "navy",
    "olive",
    "orange",
    "pink",
    "purple",
    "rebeccapurple",
    "red",
    "royalblue",
    "salmon",
    "silver",
    "slategray",
    "snow",
    "steelblue",
    "teal",
    "tomato",
    "violet",
    "white",
    "whitesmoke",
    "yellow",
];

const COLOUR_FUNCTIONS: &[&str] =
    &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with every problem on a line of its own, in order; passes if there is none.
pub(crate) fn report(rule: &str, problems: impl IntoIterator<Item = String>) {
    let problems: Vec<String> = problems.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    assert!(problems.is_empty(), "{rule}:\n  {}\n", problems.join("\n  "));
}

/// The files of the project that are there: those git tracks, and those it would let be added.
pub(crate) fn tracked() -> impl Iterator<Item = String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the project's files");
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let listed = String::from_utf8(listed.stdout).expect("paths are UTF-8");
    let files: BTreeSet<String> =
        listed.lines().map(str::to_owned).filter(|path| root().join(path).is_file()).collect();
    files.into_iter()
}

pub(crate) fn in_folder(folder: &str) -> impl Iterator<Item = String> {
    tracked().filter(move |path| path.rsplit_once('/').is_some_and(|(parent, _)| parent == folder))
}

/// The engine and its tests; the sites that tests build are no code.
pub(crate) fn rust_sources() -> &'static [Source] {
    // Read once: every rule asks for them.
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let ours = |path: &String| path.ends_with(".rs") && (path.starts_with("src/") || path.starts_with("tests/"));
        tracked().filter(ours).map(|path| Source::read(root(), &path)).collect()
    });
    &SOURCES
}

/// Places in the engine's code where one of the words stands and the rule holds for that line.
pub(crate) fn lines_with(words: &[&str], holds: impl Fn(&Source, usize) -> bool) -> Vec<String> {
    let mut problems = Vec::new();
    for source in rust_sources().iter().filter(|source| source.path.starts_with("src/")) {
        for word in words {
            let lines = source.find(word).into_iter().map(|at| source.line_of(at));
            problems.extend(
                lines.filter(|&line| holds(source, line)).map(|line| format!("{}:{line}: `{word}`", source.path)),
            );
        }
    }
    problems
}

/// Whether a folder is named by itself in a line, rather than as the end of another word or address.
pub(crate) fn stands_alone(line: &str, folder: &str) -> bool {
    let free = |at: usize| !line[..at].ends_with(|c: char| in_name(c) || "./-}$*~".contains(c));
    line.match_indices(folder).any(|(at, _)| free(at))
}

/// Colours written out in the style sheets; a sheet that is not there has none.
pub(crate) fn literal_colours(sheets: &[String]) -> Vec<String> {
    let mut problems = Vec::new();
    for path in sheets {
        let Ok(text) = std::fs::read_to_string(root().join(path)) else { continue };
        let text = without_css_comments(&text);
        let mut line = 1;
        for piece in text.split_inclusive([';', '{', '}']) {
            let value = piece.split_once(':').filter(|_| !piece.ends_with('{')).map_or("", |(_, value)| value);
            if let Some(colour) = colour_in(value) {
                let skipped = piece.len() - piece.trim_start().len();
                let start = line + piece[..skipped].matches('\n').count();
                problems.push(format!("{path}:{start}: `{colour}`"));
            }
            line += piece.matches('\n').count();
        }
    }
    problems
}

fn without_css_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.push_str(before);
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept + rest
}

fn colour_in(value: &str) -> Option<String> {
    let lower = value.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !in_name(c) && !"#-(".contains(c)).collect();
    let hex = |word: &str| {
        let digits = word.strip_prefix('#').unwrap_or_default();
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit())
    };
    let function = |word: &str| {
        COLOUR_FUNCTIONS
            .iter()
            .any(|name| word.rsplit_once(name).is_some_and(|(b, _)| !b.ends_with(['-', '_']) && !b.ends_with(in_name)))
    };
    let named = |word: &str| word.split('(').any(|part| NAMED_COLOURS.contains(&part) || hex(part));
    words.into_iter().find(|word| hex(word) || function(word) || named(word)).map(str::to_owned)
}

/// Keys of Fluent texts that one language has and the other lacks, for each folder that holds texts.
pub(crate) fn untranslated() -> Vec<String> {
    let mut folders: BTreeMap<String, ()> = BTreeMap::new();
    // The small sites of the tests are broken on purpose.
    let own = tracked().filter(|path| !path.starts_with("tests/sites/"));
    for path in own.filter(|path| path.ends_with("/sv.ftl") || path.ends_with("/en.ftl")) {
        folders.insert(path[..path.len() - "sv.ftl".len()].to_owned(), ());
    }
    let mut problems = Vec::new();
    for folder in folders.keys() {
        let (swedish, english) = (format!("{folder}sv.ftl"), format!("{folder}en.ftl"));
        for (has, lacks) in [(&swedish, &english), (&english, &swedish)] {
            let other = fluent_keys(&root().join(lacks));
            let missing = fluent_keys(&root().join(has)).into_iter().filter(|(key, _)| !other.contains_key(key));
            problems.extend(missing.map(|(key, line)| format!("{has}:{line}: `{key}` is missing in {lacks}")));
        }
    }
    problems
}

/// Messages, terms and attributes of a Fluent file, with their lines; a file that is not there has none.
fn fluent_keys(path: &PathBuf) -> BTreeMap<String, usize> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let (mut keys, mut message) = (BTreeMap::new(), String::new());
    for (number, line) in text.lines().enumerate() {
        let Some((name, _)) = line.split_once('=') else { continue };
        let is_key =
            |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        let attribute = name.trim_start().strip_prefix('.').map(str::trim_end).filter(|_| line.starts_with(' '));
        if let Some(attribute) = attribute.filter(|name| is_key(name)) {
            keys.insert(format!("{message}.{attribute}"), number + 1);
        } else if is_key(name.trim_end()) && !name.starts_with(' ') {
            name.trim_end().clone_into(&mut message);
            keys.insert(message.clone(), number + 1);
        }
    }
    keys
}

/// Texts of the theme that no template shows (`t.key`) and no source names, whole (`"key"`) or by its beginning
/// or end (`"status-{}"`, `"{}-lead"`).
pub(crate) fn unused_texts() -> Vec<String> {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("a tracked file can be read");
    let below = |folder: &str| tracked().filter(|path| path.starts_with(folder)).map(|path| read(&path)).collect();
    let (templates, sources): (String, String) = (below("themes/insyn/templates/"), below("src/"));
    let literals = || sources.split('"');
    let beginnings = literals().map(|text| text.split_once('{').map_or(text, |(beginning, _)| beginning));
    let beginnings: Vec<&str> = beginnings.filter(|text| text.len() > 2 && text.ends_with('-')).collect();
    let endings = literals().filter_map(|text| text.rsplit_once('}').map(|(_, ending)| ending));
    let endings: Vec<&str> = endings.filter(|text| text.len() > 2 && text.starts_with('-')).collect();
    let path = "themes/insyn/texts/sv.ftl";
    let is_used = |key: &str| {
        templates.contains(&format!("t.{}", key.replace('-', "_")))
            || sources.contains(&format!("\"{key}\""))
            || beginnings.iter().any(|beginning| key.starts_with(beginning))
            || endings.iter().any(|ending| key.ends_with(ending))
    };
    let unused = fluent_keys(&root().join(path)).into_iter().filter(|(key, _)| !is_used(key));
    unused.map(|(key, line)| format!("{path}:{line}: `{key}`")).collect()
}
