//! The house rules that a machine can hold: layers, sole owners, headers, lengths, and what no code here may say.
//! What the program does is tested elsewhere; here only how its files are laid out. Each failure names file and line.

#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/owners.rs"]
mod owners;
#[path = "tidy/source.rs"]
mod source;

use files::{in_folder, lines_with, report, root, rust_sources, tracked};
use source::Source;

/// The rooms of `src/` in the order of the layers; a room may name itself, its own row and the rows above it.
const LAYERS: &[&[&str]] = &[
    &["diagnostic", "texts", "carried"],
    &["model"],
    &["parse"],
    &["load"],
    &["check"],
    &["theme", "search"],
    &["render"],
    &["write", "cache"],
    &["pipeline"],
    &["watch", "serve"],
    &["cli"],
];

const LONGEST_FILE: usize = 300;

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&room))
}

/// The room of a file: the first part of its path below `src/`. `lib.rs` and `main.rs` stand outside all rooms.
fn room(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    let first = below.split('/').next()?.trim_end_matches(".rs");
    (!["lib", "main"].contains(&first) || below.contains('/')).then_some(first)
}

#[test]
fn every_room_has_a_layer() {
    let unknown = |source: &&Source| room(&source.path).is_some_and(|room| layer(room).is_none());
    report(
        "a room that is not in LAYERS (tests/tidy.rs); is it really a new one?",
        rust_sources().iter().filter(unknown).map(|source| source.path.clone()),
    );
}

#[test]
fn a_room_names_only_layers_below_it() {
    let mut problems = Vec::new();
    for source in rust_sources() {
        let Some(own) = room(&source.path) else { continue };
        for (at, named) in source.rooms_named() {
            let place = format!("{}:{}", source.path, source.line_of(at));
            match (layer(own), layer(&named)) {
                (_, None) => {
                    problems.push(format!("{place}: `{named}` is no room; name things from the room they live in"))
                }
                (Some(own_layer), Some(other))
                    if other > own_layer || (other == own_layer && named != own && other > 0) =>
                {
                    problems.push(format!("{place}: `{own}` must not know of `{named}`, which is not below it"));
                }
                _ => {}
            }
        }
    }
    report("a room may only name rooms below it", problems);
}

#[test]
fn each_package_has_one_owner() {
    report("a package is named outside its owner (tests/tidy/owners.rs)", owners::strangers(rust_sources()));
}

#[test]
fn every_file_opens_with_its_subject() {
    let headless = |source: &&Source| !source.text.starts_with("//! ");
    report("a file must open with `//!`: what it holds, what it does not", {
        rust_sources().iter().filter(headless).map(|source| format!("{}:1", source.path)).collect::<Vec<_>>()
    });
}

#[test]
fn no_file_is_longer_than_300_lines() {
    let long = |source: &Source| {
        let lines = source.text.lines().count();
        (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines; it is two rooms", source.path))
    };
    report("a file is too long", rust_sources().iter().filter_map(long));
}

#[test]
fn no_unwrap_outside_tests() {
    report(
        "use `expect(\"why it cannot fail\")`, or report a diagnostic",
        lines_with(&[".unwrap()", ".unwrap_err()"], |source, line| !source.is_test(line)),
    );
}

#[test]
fn no_result_is_dropped() {
    report(
        "a result is thrown away; report it",
        lines_with(&[".ok();", "filter_map(Result::ok)", "flat_map(Result::ok)"], |source, line| !source.is_test(line)),
    );
}

#[test]
fn only_main_ends_the_process() {
    report(
        "only main.rs may end the process",
        lines_with(&["process::exit", "process::abort"], |s, _| s.path != "src/main.rs"),
    );
}

#[test]
fn only_the_command_line_prints() {
    report(
        "only cli and main.rs may print; return a value or a diagnostic",
        lines_with(&["println!", "print!", "eprintln!", "eprint!"], |source, line| {
            room(&source.path).is_some_and(|room| room != "cli") && !source.is_test(line)
        }),
    );
}

#[test]
fn only_the_command_line_reads_clock_and_environment() {
    let clocks =
        ["SystemTime::now", "Zoned::now", "Timestamp::now", "std::env", "env::var", "env::current_dir", "env::args"];
    report(
        "only cli reads the clock and the environment; take today and folders as arguments",
        lines_with(&clocks, |source, line| {
            room(&source.path).is_some_and(|room| room != "cli") && !source.is_test(line)
        }),
    );
}

#[test]
fn pure_rooms_touch_no_file() {
    let pure = |path: &str| ["model", "parse", "check", "render"].contains(&room(path).unwrap_or_default());
    report(
        "model, parse, check and render take text and give values; they touch no file",
        lines_with(&["std::fs", "fs::read", "fs::write", "File::open", "File::create"], |source, line| {
            pure(&source.path) && !source.is_test(line)
        }),
    );
}

/// A page is kept while nothing has changed that was noted for it.
#[test]
fn makers_of_pages_ask_for_markdown_where_it_is_noted() {
    let is_noted = |path: &str| path == "src/render/seen.rs" || path.starts_with("src/render/search");
    report(
        "the Markdown of a document is asked of `Seen`",
        lines_with(&[".body()", ".text.whole()"], |source, line| {
            room(&source.path) == Some("render") && !is_noted(&source.path) && !source.is_test(line)
        }),
    );
}

#[test]
fn no_state_shared_behind_the_back() {
    report(
        "no global state",
        lines_with(&["static mut", "Mutex<", "RwLock<", "thread_local!"], |source, line| {
            !["watch", "serve", "cli"].contains(&room(&source.path).unwrap_or_default()) && !source.is_test(line)
        }),
    );
}

#[test]
fn nothing_is_left_undone() {
    let words = ["dbg!", "todo!", "unimplemented!"];
    let mut problems = lines_with(&words, |_, _| true);
    // Put together here, so that this file does not find itself.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    for source in rust_sources() {
        for (number, line) in source.text.lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(**mark)) {
                problems.push(format!("{}:{}: {mark}; do it, or open an issue", source.path, number + 1));
            }
        }
    }
    report("something is left undone", problems);
}

#[test]
fn no_rule_is_switched_off_without_a_reason() {
    let never = ["#[allow", "#![allow", "clippy::too_many_lines", "clippy::unwrap_used", "missing_docs", "dead_code"];
    let mut problems = lines_with(&never, |_, _| true);
    for source in rust_sources() {
        let expected = source.find("#[expect(").into_iter().map(|at| (at, source.attribute_at(at)));
        let bare = expected.filter(|(_, attribute)| !attribute.contains("reason ="));
        problems.extend(
            bare.map(|(at, _)| format!("{}:{}: `#[expect]` without a reason", source.path, source.line_of(at))),
        );
    }
    report("mend it; where the rule is wrong here, `#[expect(…, reason = \"…\")]`", problems);
}

#[test]
fn no_collection_is_known_to_the_engine() {
    let keys: Vec<String> = in_folder("content/_collections")
        .filter_map(|path| Some(path.rsplit('/').next()?.strip_suffix(".yaml")?.to_owned()))
        .filter(|key| !key.starts_with('_'))
        .collect();
    let format = std::fs::read_to_string(root().join("docs/format.md")).expect("docs/format.md is part of the project");
    // A word of the format itself (a role, a field) may happen to be the name of a collection too.
    let words: Vec<&str> = format.lines().filter(|line| !line.starts_with("    ")).flat_map(|l| l.split('`')).collect();
    let mut problems = Vec::new();
    for source in rust_sources().iter().filter(|source| source.path.starts_with("src/")) {
        for (line, value) in source.literals.iter().filter(|(line, _)| !source.is_test(*line)) {
            let known = |key: &&String| value.split(['/', '.', '#']).any(|part| part == key.as_str());
            if let Some(key) = keys.iter().filter(|key| !words.contains(&key.as_str())).find(known) {
                problems.push(format!(
                    "{}:{line}: `{key}` is a collection; it belongs in content/ or themes/",
                    source.path
                ));
            }
        }
    }
    report("the engine knows no collection by name", problems);
}

#[test]
fn colours_are_tokens() {
    let sheets = ["base", "layout", "parts", "print"].map(|name| format!("themes/insyn/static/css/{name}.css"));
    report("a colour is written out; name a token of tokens.css", files::literal_colours(&sheets));
}

#[test]
fn texts_are_complete_in_both_languages() {
    report("the languages differ", files::untranslated());
}

#[test]
fn no_text_of_the_theme_is_shown_nowhere() {
    report("a text that no template and no source names", files::unused_texts());
}

#[test]
fn the_project_speaks_of_itself_alone() {
    // Put together here, so that this file does not find itself.
    let hosts = [
        concat!("crates", ".io"),
        concat!("registry.", "npmjs"),
        concat!("npmjs", ".com"),
        concat!("npmjs", ".org"),
        concat!("pypi", ".org"),
        concat!("deb.", "debian.org"),
    ];
    let folders = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
    let mut problems = Vec::new();
    for path in tracked().filter(|path| !path.ends_with("Cargo.lock")) {
        // A file that is not text names nothing.
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else { continue };
        let temporary = path.ends_with(".md").then_some(concat!("/t", "mp/"));
        for (number, line) in text.lines().enumerate() {
            let host = hosts.iter().find(|host| line.contains(**host)).copied();
            let folder = folders.iter().chain(&temporary).find(|folder| files::stands_alone(line, folder)).copied();
            if let Some(word) = host.or(folder) {
                problems.push(format!("{path}:{}: names `{word}`, which is another machine's matter", number + 1));
            }
        }
    }
    report("a project file names a registry's host or a machine's folder", problems);
}
