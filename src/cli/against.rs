//! `insyn check --against`: what was told before must still be told. Compares the site with an earlier revision: a log is
//! only added to, and a page that was published does not vanish. Reads the revision through `history`.

use super::{build, failure::Failure, history::History, terminal::Terminal};
use crate::{
    diagnostic::{Code, Diagnostic, promote},
    load::{self, Drafts},
    model::{Address, Collection, Document, FieldPath, FieldType, Fields, Site, Step, Value, Variant, walk::walk},
    parse,
    pipeline::{self, Options, Strictness},
};
use std::{collections::HashMap, time::Instant};

/// Looks a site through and compares it with a revision, and gives what the program ends with.
pub(super) fn check(options: &Options, revision: &str, terminal: &Terminal) -> Result<u8, Failure> {
    let start = Instant::now();
    let history = History::open(&options.root, revision)?;
    let mut outcome = terminal.working(|| pipeline::check(options));
    // Drafts are there as files: making a draft of a page is another matter than losing it.
    let load = load::Options { root: options.root.clone(), today: options.today, drafts: Drafts::Shown };
    if let (Some(site), ..) = load::load(&load, load::Remembered::default()) {
        let mut told = compared(&site, &history)?;
        if options.strictness == Strictness::Strict {
            promote(&mut told);
        }
        outcome.diagnostics.append(&mut told);
    }
    build::tell_checked(&outcome, start.elapsed(), terminal)
}

fn compared(site: &Site, history: &History) -> Result<Vec<Diagnostic>, Failure> {
    let mut told = Vec::new();
    let by_path: HashMap<&str, &Document> = site.originals().map(|(_, document)| (&*document.path, document)).collect();
    let moved = moved(site);
    for (path, bytes) in history.documents()? {
        let address = address(&path);
        let now = by_path.get(path.as_str()).or_else(|| moved.get(address.path()));
        match now {
            Some(document) => told.extend(altered(site, document, &bytes, history.revision())),
            // A file that is there but cannot be read is told by the check itself.
            None if history.is_in_work(&path) => {}
            None => told.push(Diagnostic::new(Code::PageGone, path).with("address", address.path())),
        }
    }
    Ok(told)
}

/// The address that a content file of an earlier revision had.
fn address(path: &str) -> Address {
    let name = path.strip_prefix("content/").unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let folder = stem.strip_suffix("/_index").or_else(|| stem.strip_suffix("/index")).unwrap_or(stem);
    Address::new(&Variant::Original, if folder == "_index" { "" } else { folder })
}

/// Documents by the addresses that they had before, as `tidigare` tells.
fn moved(site: &Site) -> HashMap<String, &Document> {
    let mut moved = HashMap::new();
    for (_, document) in site.originals() {
        for earlier in document.fields.groups("tidigare").filter_map(|earlier| earlier.text("text")) {
            moved.insert(format!("/{}/", earlier.trim_matches('/')), document);
        }
    }
    moved
}

/// The entries of the earlier text's logs that are not in the document as it is now.
fn altered(site: &Site, now: &Document, bytes: &[u8], revision: &str) -> Vec<Diagnostic> {
    let collection = site.collection_of(now);
    let place = parse::Place {
        path: now.path.clone(),
        name: now.name.clone(),
        collection: now.collection,
        scope: now.scope.clone(),
        variant: now.variant.clone(),
        whole: now.whole.clone(),
        address: now.address.clone(),
    };
    // What was wrong with the earlier text is past; whatever could be read of it is held against the new.
    let (Some(before), _) = parse::document(bytes, place, collection) else { return Vec::new() };
    let after = logs(&now.fields, collection);
    let mut told = Vec::new();
    for log in logs(&before.fields, collection) {
        let kept = after.iter().find(|other| other.key == log.key);
        let mut left: Vec<&Value> = kept.map_or_else(Vec::new, |kept| kept.entries.iter().collect());
        for (index, entry) in log.entries.iter().enumerate() {
            if let Some(place) = left.iter().position(|other| *other == entry) {
                left.remove(place);
                continue;
            }
            let way = kept.map_or_else(|| log.way.clone(), |kept| kept.way.clone());
            let way = [way, vec![Step::Index(index)]].concat();
            let diagnostic = Diagnostic::new(Code::LogAltered, now.path.clone());
            let diagnostic = diagnostic.at(parse::locate(now, collection, &way), &now.text.whole());
            told.push(diagnostic.with("entry", shown(entry)).with("revision", revision));
        }
    }
    told
}

struct Log {
    /// The item that it belongs to, by its id where it has one, and the field.
    key: (String, String),
    way: FieldPath,
    entries: Vec<Value>,
}

fn logs(fields: &Fields, collection: &Collection) -> Vec<Log> {
    let mut logs = Vec::new();
    walk(fields, &collection.fields, &mut |visited| {
        if let (FieldType::Log, Value::List(entries)) = (visited.field.kind, visited.value) {
            let item = visited.part.map_or_else(|| format!("{:?}", visited.path()), str::to_owned);
            logs.push(Log {
                key: (item, visited.field.key.to_string()),
                way: visited.path(),
                entries: entries.clone(),
            });
        }
    });
    logs
}

/// An entry as its writer knows it again.
fn shown(entry: &Value) -> String {
    let date = entry.as_group().and_then(|entry| entry.date("datum")).map(|date| date.iso()).unwrap_or_default();
    let text = entry.as_group().and_then(|entry| entry.text("text")).unwrap_or_default();
    format!("{date} {text}").trim().to_owned()
}
