//! Who owns which third-party package: the one file, or the one room, that may name it.
//! A package that is neither common to all nor owned here may be named by one file, whichever it is.

use crate::files::root;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Packages that any room may use.
const COMMON: &[&str] = &[
    "serde",
    "serde_bytes",
    "serde_json",
    "jiff",
    "rayon",
    "blake3",
    "rustc_hash",
    "unicode_normalization",
    "proptest",
    "tempfile",
];

/// Packages and the start of the path of their owner, a file or a folder.
const OWNERS: &[(&[&str], &str)] = &[
    (&["serde_yaml", "yaml_serde", "saphyr_parser"], "src/parse/yaml"),
    (&["pulldown_cmark"], "src/parse/markdown"),
    (&["syntect"], "src/parse/highlight"),
    (&["xxhash_rust"], "src/model/digest"),
    (&["simdutf8"], "src/parse/front_matter"),
    (&["flate2"], "src/search/deflate"),
    (&["brotli"], "src/write/twins"),
    (&["walkdir"], "src/load"),
    (&["postcard"], "src/cache"),
    (&["tera"], "src/theme"),
    (&["notify", "notify_debouncer_full"], "src/watch"),
    (&["axum", "tower_http", "tokio"], "src/serve"),
    (&["fluent_bundle", "unic_langid"], "src/texts"),
    (&["annotate_snippets"], "src/diagnostic/report"),
    (&["clap", "clap_complete", "clap_mangen", "indicatif"], "src/cli"),
];

/// Packages that belong together: one file names them all.
const TOGETHER: &[&[&str]] = &[&["icu_collator", "icu_locale_core", "icu_normalizer"]];

/// Every place that names a package it does not own.
pub(crate) fn strangers(sources: &[Source]) -> Vec<String> {
    let mut problems = Vec::new();
    let engine = || sources.iter().filter(|source| source.path.starts_with("src/"));
    for (packages, owner) in OWNERS {
        for package in *packages {
            for source in engine().filter(|source| !owns(owner, &source.path)) {
                problems.extend(
                    lines_naming(source, package)
                        .map(|line| format!("{}:{line}: `{package}` belongs to {owner}", source.path)),
                );
            }
        }
    }
    for packages in with_one_file() {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for source in engine() {
            if let Some(line) = packages.iter().find_map(|package| lines_naming(source, package).next()) {
                named.insert(&source.path, line);
            }
        }
        let places: Vec<String> = named.iter().map(|(path, line)| format!("{path}:{line}")).collect();
        if places.len() > 1 {
            problems.push(format!(
                "{}: `{}` is named by several files; let one own it",
                places.join(", "),
                packages.join("`, `")
            ));
        }
    }
    problems
}

/// `src/load` owns `src/load.rs` and everything in `src/load/`, but not `src/loader.rs`; `src/parse/markdown` owns
/// `src/parse/markdown_links.rs` too.
fn owns(owner: &str, path: &str) -> bool {
    path.strip_prefix(owner).is_some_and(|rest| rest.starts_with(['.', '/', '_']))
}

fn with_one_file() -> Vec<Vec<String>> {
    let owned: BTreeSet<&str> = OWNERS.iter().flat_map(|(packages, _)| packages.iter().copied()).collect();
    let mut groups: Vec<Vec<String>> =
        TOGETHER.iter().map(|group| group.iter().map(|name| (*name).to_owned()).collect()).collect();
    for package in declared() {
        let known = COMMON.contains(&package.as_str()) || owned.contains(package.as_str());
        if !known && !groups.iter().flatten().any(|name| *name == package) {
            groups.push(vec![package]);
        }
    }
    groups
}

/// The names of all dependencies in Cargo.toml, as code writes them.
fn declared() -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml is part of the project");
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| inside && !line.starts_with('#')) {
            names.push(name.trim().replace('-', "_"));
        }
    }
    names
}

/// Lines where the package is named: before `::`, or straight after `use`.
fn lines_naming<'a>(source: &'a Source, package: &'a str) -> impl Iterator<Item = usize> + 'a {
    source.find(package).into_iter().filter(move |&at| is_path_root(source, at, package)).map(|at| source.line_of(at))
}

fn is_path_root(source: &Source, at: usize, package: &str) -> bool {
    let before: String = source.code[at.saturating_sub(40)..at].iter().collect();
    let goes_on = source.code[at + package.chars().count()..].starts_with(&[':', ':']);
    let before = before.trim_end();
    let inside_path = before.strip_suffix("::").is_some_and(|path| path.ends_with(crate::source::in_name));
    (goes_on && !inside_path) || before.ends_with(" use") || before.ends_with("\nuse") || before == "use"
}
