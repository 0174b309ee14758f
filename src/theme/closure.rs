//! What a template draws with: those that it extends or includes, and the components that it calls, and theirs.
//! Found by name in the text, which at worst takes in one too many.

use super::files::Files;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

/// What a template may put around the name of another.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The number of something that can be hashed; the same in every run of one build of the program. 64 bits of SipHash: that
/// two things to say share one is not to be expected in the lifetime of a site.
pub(crate) fn mark(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// What is found in the texts of templates.
pub(super) struct Closures {
    /// A number for each template, which stands for its text and the texts of all that it draws with.
    pub(super) marks: BTreeMap<String, u64>,
    /// For each template the components that it calls in its own text, not in those that it extends or includes.
    pub(super) calls: BTreeMap<String, BTreeSet<String>>,
}

/// Looks through the templates of a theme.
pub(super) fn closures(files: &Files) -> Closures {
    let texts: BTreeMap<&str, String> = files
        .iter()
        .filter_map(|(path, bytes)| {
            Some((path.strip_prefix("templates/")?, String::from_utf8_lossy(bytes).into_owned()))
        })
        .collect();
    let mut components: HashMap<&str, Vec<&str>> = HashMap::new();
    for (path, text) in &texts {
        for name in defined(text) {
            components.entry(name).or_default().push(path);
        }
    }
    let mut calls: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut needs: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for (path, text) in &texts {
        let names = |other: &&str| QUOTES.iter().any(|quote| text.contains(&format!("{quote}{other}{quote}")));
        let quoted = texts.keys().copied().filter(names);
        let called: BTreeSet<&str> = called(text).filter(|name| components.contains_key(name)).collect();
        needs.insert(path, quoted.chain(called.iter().flat_map(|name| &components[name]).copied()).collect());
        calls.insert((*path).to_owned(), called.into_iter().map(str::to_owned).collect());
    }
    let marks = texts.keys().map(|path| ((*path).to_owned(), mark(&closure(path, &needs, &texts)))).collect();
    Closures { marks, calls }
}

/// The texts of a template and of everything that it needs.
fn closure<'a>(
    path: &'a str,
    needs: &HashMap<&'a str, BTreeSet<&'a str>>,
    texts: &'a BTreeMap<&str, String>,
) -> BTreeMap<&'a str, &'a String> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![path];
    while let Some(path) = waiting.pop() {
        let Some((path, text)) = texts.get_key_value(path) else { continue };
        if found.insert(*path, text).is_none() {
            waiting.extend(needs.get(path).into_iter().flatten());
        }
    }
    found
}

/// The components that a text defines: `{% component card(…) %}`.
fn defined(text: &str) -> impl Iterator<Item = &str> {
    text.split("component ").skip(1).map(name)
}

/// Everything that a text may call: `{{ <card /> }}`, `{% <call_box> %}`. HTML elements are among them, and no component
/// has their names.
fn called(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).map(name)
}

/// The name that a text begins with, after any room.
fn name(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> BTreeMap<String, u64> {
        let files = files.iter().map(|(path, text)| (format!("templates/{path}"), text.as_bytes().to_vec()));
        closures(&files.collect()).marks
    }

    #[test]
    fn a_template_changes_with_what_it_draws_with_and_no_more() {
        let files = [
            ("base.html", "{{ <head /> }}"),
            ("list.html", "{% extends \"base.html\" %}{{ <card /> }}"),
            ("text.html", "{% extends \"base.html\" %}"),
            ("parts/head.html", "{% component head() %}<h1>{% endcomponent head %}"),
            ("parts/cards.html", "{% component card() %}{% include \"dot.html\" %}{% endcomponent card %}"),
            ("dot.html", "."),
        ];
        let before = of(&files);
        for (changed, touched) in [
            ("parts/head.html", &["base.html", "list.html", "parts/head.html", "text.html"][..]),
            ("dot.html", &["dot.html", "list.html", "parts/cards.html"]),
            ("text.html", &["text.html"]),
        ] {
            let edited = files.map(|(path, text)| {
                (path, if path == changed { "{% component head() %}!{% component card() %}" } else { text })
            });
            let after = of(&edited);
            let differ: Vec<&str> =
                before.iter().filter(|(path, mark)| after[*path] != **mark).map(|(path, _)| path.as_str()).collect();
            let others = touched.iter().filter(|path| !differ.contains(path)).count();
            assert_eq!(others, 0, "{changed}: {differ:?}");
        }
        assert_eq!(of(&files), before);
    }
}
