//! `insyn new`: a new document, put where it belongs. Its text is made in `scaffold`.

use super::{arguments::Wanted, failure::Failure, scaffold, terminal::Terminal};
use crate::{
    diagnostic::{exit_code, near},
    load::{self, Drafts},
    model::{
        Address, Collection, Site, Variant,
        address::{is_slug, slug},
        collection::SCOPE,
    },
    pipeline::Options,
};
use std::{fs, path::Path};

/// Makes a document, and gives what the program ends with.
pub(super) fn new(options: &Options, wanted: &Wanted, terminal: &Terminal) -> Result<u8, Failure> {
    let load = load::Options { root: options.root.clone(), today: options.today, drafts: Drafts::Shown };
    let (site, diagnostics, _) = load::load(&load, load::Remembered::default());
    let Some(site) = site else {
        terminal.show(&diagnostics);
        return Ok(exit_code(&diagnostics));
    };
    let collection = collection(&site, &wanted.collection)?;
    let scope = wanted.scope.as_deref().map(|written| scope(&site, written)).transpose()?;
    let file = file_name(wanted)?;
    let folder = scope.map_or_else(|| collection.key.to_string(), |scope| format!("{scope}/{}", collection.key));
    let name = format!("{folder}/{file}");
    let folder = options.root.join("content").join(folder);
    for taken in [format!("{file}.md"), format!("{file}.yaml"), file.clone()] {
        if folder.join(&taken).exists() {
            return Err(Failure::usage("fail-exists").with("path", folder.join(taken).display().to_string()));
        }
    }
    let wanted =
        scaffold::Wanted { collections: &site.collections, collection, title: wanted.title.trim(), name: &name };
    let path = folder.join(format!("{file}.md"));
    put(&path, &scaffold::document(wanted, &terminal.words))?;
    let address = Address::new(&Variant::Original, &name);
    let shown = path.strip_prefix(".").unwrap_or(&path).display().to_string();
    terminal.conclude(&terminal.words.with("created", &[("path", shown.into())]))?;
    terminal.say(&terminal.words.with("created-next", &[("address", address.path().into())]));
    Ok(0)
}

/// The collection of a key, or of what it is called in either language, in singular or plural.
fn collection<'a>(site: &'a Site, written: &str) -> Result<&'a Collection, Failure> {
    let listed = || site.collections.iter().filter(|collection| collection.is_listed());
    let names = |collection: &'a Collection| {
        let Collection { key, name, singular, .. } = collection;
        [&**key, &name.sv, &singular.sv, &name.en, &singular.en]
    };
    let is_meant = |collection: &&Collection| &*collection.key == written;
    let is_called = |collection: &&'a Collection| names(collection).iter().any(|name| slug(name) == slug(written));
    if let Some(found) = listed().find(is_meant).or_else(|| listed().find(is_called)) {
        return Ok(found);
    }
    let nearest = near(written, listed().flat_map(names));
    let near = listed().find(|collection| nearest.is_some_and(|near| names(collection).contains(&near)));
    let choices: Vec<&str> = listed().map(|collection| &*collection.key).collect();
    let failure = Failure::usage("fail-collection").with("written", written).with("choices", choices.join(", "));
    Err(failure.with("near", near.map(|collection| collection.key.to_string()).unwrap_or_default()))
}

/// The scope of a folder, or of the title of its page.
fn scope<'a>(site: &'a Site, written: &str) -> Result<&'a str, Failure> {
    let scopes = || {
        let own = site.originals().map(|(_, page)| page).filter(|page| &*site.collection_of(page).key == SCOPE);
        own.filter_map(|page| Some((page.scope.as_deref()?, page.title())))
    };
    let is_meant = |(folder, title): &(&str, &str)| *folder == slug(written) || slug(title) == slug(written);
    if let Some((folder, _)) = scopes().find(is_meant) {
        return Ok(folder);
    }
    let nearest = near(written, scopes().flat_map(|(folder, title)| [folder, title]));
    let near = scopes().find(|(folder, title)| nearest.is_some_and(|near| near == *folder || near == *title));
    let choices: Vec<&str> = scopes().map(|(folder, _)| folder).collect();
    let failure = Failure::usage("fail-scope").with("written", written).with("choices", choices.join(", "));
    Err(failure.with("near", near.map_or("", |(folder, _)| folder)))
}

fn file_name(wanted: &Wanted) -> Result<String, Failure> {
    let written = wanted.name.as_deref().unwrap_or(&wanted.title);
    let name = slug(written);
    // A title becomes a name; a name that was given must be one.
    let is_good = if wanted.name.is_some() { is_slug(written) } else { !name.is_empty() };
    // `index` is the file of a document in parts, not a document of its own.
    if is_good && name != "index" {
        return Ok(name);
    }
    let near = if name == "index" { String::new() } else { name };
    Err(Failure::usage("fail-name").with("written", written).with("near", near))
}

/// Writes a file that is whole or absent.
fn put(path: &Path, text: &str) -> Result<(), Failure> {
    let refused = |error: std::io::Error| Failure::machine(path, &error);
    let folder = path.parent().expect("a file has a folder");
    fs::create_dir_all(folder).map_err(refused)?;
    // Hidden names are no content, should the program end before the file has its own.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = folder.join(format!(".{name}.new"));
    let written = fs::write(&unfinished, text).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // What could not be written may not be there to remove either; the first error is the one to tell.
        _ = fs::remove_file(&unfinished);
    }
    written.map_err(refused)
}
