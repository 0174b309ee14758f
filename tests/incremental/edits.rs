//! How the sources of a site change in a step. A change that finds nothing to change leaves them as they are.

use super::{site::Source, steps::Edit};
use insyn::{carried, load::Drafts};
use proptest::sample::Index;

/// Changes the sources; `number` keeps what is written apart from step to step.
pub(crate) fn apply(source: &mut Source, (edit, which, place): (Edit, &Index, &Index), number: usize) {
    let words = format!("prov {number}");
    match edit {
        Edit::Body | Edit::Title | Edit::Summary | Edit::Status | Edit::Log | Edit::Term | Edit::Break => {
            change_document(source, (edit, which, place), &words);
        }
        Edit::Add | Edit::Rename | Edit::Delete | Edit::AddScope => move_document(source, (edit, which), number),
        Edit::AddVariant | Edit::ChangeVariant | Edit::DeleteVariant => {
            change_variant(source, (edit, which, place), &words);
        }
        Edit::Declare | Edit::DeclareFacet | Edit::DeclareOrder | Edit::DeclareLabel | Edit::SwapDeclarations => {
            declare(source, (edit, which, place), &words);
        }
        Edit::ShownByAll | Edit::ShownByOne | Edit::InterfaceText | Edit::Style => {
            change_theme(source, (edit, which, place), &words);
        }
        Edit::SiteTitle | Edit::Colour | Edit::Versions | Edit::BaseUrl => change_settings(source, edit, number),
        Edit::File | Edit::AddFile | Edit::SearchWords => change_file(source, (edit, which), number),
        Edit::NextDay => source.today = source.today.tomorrow().unwrap(),
        Edit::NextYear => source.today = source.today.saturating_add(jiff::Span::new().years(1)),
        Edit::YearBefore => source.today = source.today.saturating_sub(jiff::Span::new().years(1)),
        Edit::Drafts => {
            source.drafts = if source.drafts == Drafts::Hidden { Drafts::Shown } else { Drafts::Hidden };
        }
    }
}

/// One of the files that are wanted, in order of name.
fn pick(source: &Source, which: &Index, is_wanted: impl Fn(&str) -> bool) -> Option<String> {
    let names: Vec<&String> = source.files.keys().filter(|name| is_wanted(name)).collect();
    (!names.is_empty()).then(|| (*which.get(&names)).clone())
}

fn is_document(name: &str) -> bool {
    name.starts_with("content/") && name.ends_with(".md")
}

fn is_variant(name: &str) -> bool {
    name.ends_with(".en.md") || name.ends_with(".lattlast.md")
}

/// Writes a file anew, line by line; those for which nothing is given are left out.
fn rewrite(source: &mut Source, name: &str, line: impl FnMut(&str) -> Option<String>) {
    let lines: Vec<String> = source.text(name).lines().filter_map(line).collect();
    source.files.insert(name.to_owned(), (lines.join("\n") + "\n").into_bytes());
}

/// Adds words to a value that stands on one line, inside its quotes where it has them.
fn longer(line: &str, words: &str) -> String {
    match line.strip_suffix('"') {
        Some(open) => format!("{open} {words}\""),
        None => format!("{line} {words}"),
    }
}

/// Changes one of the lines that begin with a key.
fn change_line(source: &mut Source, (name, place): (&str, &Index), key: &str, change: impl Fn(&str) -> String) {
    let is_one = |line: &str| line.trim_start().trim_start_matches("- ").trim_start_matches("{ ").starts_with(key);
    let count = source.text(name).lines().filter(|line| is_one(line)).count();
    let (mut seen, chosen) = (0, if count > 0 { place.index(count) } else { return });
    rewrite(source, name, |line| {
        let is_chosen = is_one(line) && seen == chosen;
        seen += usize::from(is_one(line));
        Some(if is_chosen { change(line) } else { line.to_owned() })
    });
}

fn change_document(source: &mut Source, (edit, which, place): (Edit, &Index, &Index), words: &str) {
    let holds = |key: &str| {
        let with: Vec<&String> = source.files.keys().filter(|name| is_document(name)).collect();
        let with: Vec<&String> = with.into_iter().filter(|name| source.text(name).contains(key)).collect();
        (!with.is_empty()).then(|| (*which.get(&with)).clone())
    };
    let chosen = match edit {
        Edit::Status => holds("status: "),
        Edit::Log => holds("logg:"),
        Edit::Term => pick(source, which, |name| name.starts_with("content/ordlista/")),
        _ => pick(source, which, is_document),
    };
    let Some(name) = chosen else { return };
    let add = |line: &str| longer(line, words);
    match edit {
        Edit::Body => {
            let text = format!("{}\nEn mening till, {words}.\n", source.text(&name));
            source.files.insert(name, text.into_bytes());
        }
        Edit::Title => change_line(source, (&name, place), "titel: ", add),
        Edit::Summary => change_line(source, (&name, place), "kortversion: ", add),
        Edit::Term => {
            let key = if place.index(3) == 0 { "titel: " } else { "förklaring: " };
            change_line(source, (&name, place), key, add);
        }
        Edit::Status => change_line(source, (&name, place), "status: ", |line| {
            let indent = line.split("status: ").next().unwrap_or_default();
            format!("{indent}status: {}", ["planerat", "pågår", "klart", "delvis", "försenat"][words.len() % 5])
        }),
        Edit::Log => change_line(source, (&name, place), "text: ", add),
        _ => {
            let text = source.text(&name).replacen("---\n", "---\ntitel: [\n", 1);
            source.files.insert(name, text.into_bytes());
        }
    }
}

/// A document without what only one document may have: its other addresses.
fn copied(text: &str) -> String {
    let mut is_left_out = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if !line.starts_with([' ', '-']) || line.starts_with("---") {
            is_left_out = line.starts_with("kort:") || line.starts_with("tidigare:") || line.starts_with("id:");
        }
        if !is_left_out {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

fn move_document(source: &mut Source, (edit, which): (Edit, &Index), number: usize) {
    let is_original = |name: &str| is_document(name) && !is_variant(name) && !name.ends_with("index.md");
    let Some(name) = pick(source, which, is_original) else { return };
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    match edit {
        Edit::Add => {
            let text = copied(source.text(&name));
            let stem = if number.is_multiple_of(2) { "aa" } else { "oo" };
            source.files.insert(format!("{folder}/{stem}-prov-{number}.md"), text.into_bytes());
        }
        Edit::Rename => {
            let bytes = source.files.remove(&name).unwrap();
            source.files.insert(format!("{folder}/nytt-namn-{number}.md"), bytes);
        }
        Edit::AddScope => {
            let text = format!("---\ntitel: Provkommun {number}\nkortversion: En påhittad kommun.\n---\n");
            source.files.insert(format!("content/provkommun-{number}/_index.md"), text.into_bytes());
            let text = copied(source.text(&name));
            let kind = folder.rsplit('/').next().unwrap_or_default();
            source.files.insert(format!("content/provkommun-{number}/{kind}/prov.md"), text.into_bytes());
        }
        _ => _ = source.files.remove(&name),
    }
}

fn change_variant(source: &mut Source, (edit, which, place): (Edit, &Index, &Index), words: &str) {
    if let Edit::AddVariant = edit {
        let Some(name) = pick(source, which, |name| is_document(name) && !is_variant(name)) else { return };
        let ending = if place.index(2) == 0 { "en" } else { "lattlast" };
        let text = format!("---\ntitel: Version {words}\n---\n\nOrd, {words}.\n");
        source.files.entry(name.replace(".md", &format!(".{ending}.md"))).or_insert(text.into_bytes());
        return;
    }
    let Some(name) = pick(source, which, |name| is_document(name) && is_variant(name)) else { return };
    match edit {
        Edit::ChangeVariant => change_line(source, (&name, place), "titel: ", |line| longer(line, words)),
        _ => _ = source.files.remove(&name),
    }
}

/// The site's own copy of a carried file, made when it is first changed.
pub(crate) fn own(source: &mut Source, name: &str) {
    if let Some((_, bytes)) = carried::FILES.iter().find(|(path, _)| *path == name) {
        source.files.entry(name.to_owned()).or_insert_with(|| bytes.to_vec());
    }
}

fn declare(source: &mut Source, (edit, which, place): (Edit, &Index, &Index), words: &str) {
    let all: Vec<String> =
        carried::below("content/_collections").map(|(name, _)| format!("content/_collections/{name}")).collect();
    let name = which.get(&all).as_str();
    own(source, name);
    let bilingual = |line: &str| match line.find("\", en:").or_else(|| line.find(", en:")) {
        Some(at) => format!("{} {words}{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    };
    match edit {
        Edit::Declare => change_line(source, (name, place), "namn: ", bilingual),
        Edit::DeclareLabel => change_line(source, (name, place), "etikett: ", bilingual),
        Edit::DeclareFacet => change_line(source, (name, place), "facett: ", |line| {
            if line.contains("true") { line.replace("true", "false") } else { line.replace("false", "true") }
        }),
        Edit::DeclareOrder => change_line(source, (name, place), "sortera: ", |line| {
            let is_other = line == "sortera: titel";
            if is_other { "sortera: -titel".to_owned() } else { "sortera: titel".to_owned() }
        }),
        _ => {
            let other = place.get(&all).as_str();
            own(source, other);
            let (a, b) = (source.files[name].clone(), source.files[other].clone());
            source.files.insert(name.to_owned(), b);
            source.files.insert(other.to_owned(), a);
        }
    }
}

fn change_theme(source: &mut Source, (edit, which, place): (Edit, &Index, &Index), words: &str) {
    let name = match edit {
        Edit::InterfaceText if place.index(3) > 0 => "texts/sv.ftl".to_owned(),
        Edit::InterfaceText => "texts/en.ftl".to_owned(),
        Edit::Style => "static/css/parts.css".to_owned(),
        Edit::ShownByAll => which.get(&["templates/base.html", "templates/parts/site.html"]).to_string(),
        _ => {
            let all: Vec<&str> = carried::below("themes/insyn").map(|(name, _)| name).collect();
            let all: Vec<&str> = all.into_iter().filter(|name| name.starts_with("templates/")).collect();
            which.get(&all).to_string()
        }
    };
    let name = format!("themes/insyn/{name}");
    own(source, &name);
    match edit {
        Edit::InterfaceText => {
            let is_text = |line: &str| line.contains(" = ") && !line.starts_with([' ', '#']) && !line.contains('{');
            let count = source.text(&name).lines().filter(|line| is_text(line)).count();
            let (mut seen, chosen) = (0, which.index(count));
            rewrite(source, &name, |line| {
                let is_chosen = is_text(line) && seen == chosen;
                seen += usize::from(is_text(line));
                Some(if is_chosen { format!("{line} {words}") } else { line.to_owned() })
            });
        }
        Edit::Style => {
            let text = format!("{}\n/* {words} */\n", source.text(&name));
            source.files.insert(name, text.into_bytes());
        }
        _ => {
            let text = source.text(&name);
            let tags = ["<p", "<div", "<section", "<ul", "<li", "<h2", "<h1", "<a"];
            let starts: Vec<usize> =
                tags.iter().flat_map(|tag| text.match_indices(tag)).map(|(at, tag)| at + tag.len()).collect();
            let starts: Vec<usize> = starts.into_iter().filter(|at| text[*at..].starts_with([' ', '>'])).collect();
            if starts.is_empty() {
                return;
            }
            let (before, after) = text.split_at(*place.get(&starts));
            let text = format!("{before} data-prov=\"{words}\"{after}");
            source.files.insert(name, text.into_bytes());
        }
    }
}

fn change_settings(source: &mut Source, edit: Edit, number: usize) {
    rewrite(source, "insyn.yaml", |line| {
        Some(match edit {
            Edit::SiteTitle if line.starts_with("  sv: Insyn i") => format!("  sv: Insyn i prov {number}"),
            Edit::Colour if line.starts_with("  märke: ") => format!("  märke: \"#0b4a{:02x}\"", number % 256),
            Edit::Versions if line.starts_with("varianter: ") => "varianter: [lattlast, en]".to_owned(),
            Edit::BaseUrl if line.starts_with("base_url: ") => {
                format!("base_url: \"https://exempel.example/p{number}/\"")
            }
            _ => line.to_owned(),
        })
    });
}

fn change_file(source: &mut Source, (edit, which): (Edit, &Index), number: usize) {
    match edit {
        Edit::SearchWords => {
            let all: Vec<&str> = carried::below("content/_sok").map(|(name, _)| name).collect();
            let name = format!("content/_sok/{}", which.get(&all));
            own(source, &name);
            let kept = source.text(&name).lines().count().saturating_sub(1);
            let mut seen = 0;
            rewrite(source, &name, |line| {
                seen += 1;
                (seen <= kept).then(|| line.to_owned())
            });
        }
        Edit::AddFile => {
            let Some(name) = pick(source, which, is_document) else { return };
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            source.files.insert(format!("{folder}/bilaga-{number}.csv"), b"a;b\n1;2\n".to_vec());
        }
        _ => {
            let is_file =
                |name: &str| name.starts_with("content/") && !name.ends_with(".md") && !name.ends_with(".yaml");
            let Some(name) = pick(source, which, |name| is_file(name) && !name.starts_with("content/_")) else {
                return;
            };
            source.files.get_mut(&name).unwrap().extend(b"\n1;2".repeat(600 * (number % 2) + 1));
        }
    }
}
