//! Makes sites for the benches: made-up Swedish pages by the hundred or the hundred thousand, as sources for insyn, as
//! sources for Hugo and bare HTML for others, and words to search them for. The same options always give the same bytes.
//! Nothing in them is true of any municipality; the names are put together from parts.

mod html;
mod hugo;
mod markdown;
mod page;
mod prose;
mod queries;
mod rng;
mod support;
mod words;

use rayon::prelude::*;
use std::{
    collections::HashSet,
    fs,
    hash::{BuildHasher, RandomState},
    io,
    path::Path,
};
use words::Words;

/// The seed of the figures in `docs/benchmarks.md`.
pub(crate) const SEED: u64 = 1;

/// What the pages have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A dozen fields, three facets, two commitments; spread over municipalities.
    Full,
    /// Title, collection and body.
    Plain,
}

/// Which site to make.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// All documents of the site, those that the others refer to included.
    pub(crate) pages: usize,
    /// Another seed gives other texts.
    pub(crate) seed: u64,
    /// What the pages have.
    pub(crate) kind: Kind,
    /// Whether the pages are written for other programs as well.
    pub(crate) has_peers: bool,
}

impl Options {
    /// Municipalities.
    fn scopes(&self) -> usize {
        if self.kind == Kind::Plain { 0 } else { (self.pages / 30).clamp(2, 290) }
    }

    /// The pages proper: without home pages, subjects, audiences and organisations.
    fn documents(&self) -> usize {
        self.pages.saturating_sub(support::count(self)).max(1)
    }
}

/// What was made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Made {
    /// Pages proper.
    pub(crate) documents: usize,
    /// Words of all bodies and fields.
    pub(crate) words: usize,
    /// Words that differ, whatever their case.
    pub(crate) distinct: usize,
}

/// Makes a site in a folder: `site/` for insyn, and for other programs the same pages in `html/` and `hugo/`, and
/// `queries.txt`.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn write(folder: &Path, options: &Options) -> io::Result<Made> {
    let words = Words::new();
    for (path, text) in support::declarations(options) {
        put(&folder.join("site").join(path), &text)?;
    }
    for document in support::documents(options) {
        put(&folder.join(format!("site/content/{}.md", document.path)), &document.markdown())?;
        if options.has_peers {
            let path = hugo::path(&document.path);
            put(&folder.join(format!("hugo/content/{path}.md")), &hugo::document(&document.markdown()))?;
            put(&folder.join(format!("html/{}.html", document.path)), &document.html())?;
        }
    }
    folders(folder, options)?;
    if options.has_peers {
        for (path, text) in hugo::files() {
            put(&folder.join("hugo").join(path), &text)?;
        }
        put(&folder.join("queries.txt"), &queries::queries(&words, options).join("\n"))?;
    }
    let hasher = RandomState::new();
    let counted: Vec<(usize, HashSet<u64>)> = (0..options.documents())
        .collect::<Vec<_>>()
        .par_chunks(1000)
        .map(|numbers| {
            let mut count = (0, HashSet::new());
            for number in numbers {
                let html = write_page(folder, (&words, options), *number)?;
                for word in html::words(&html) {
                    count.0 += 1;
                    count.1.insert(hasher.hash_one(word.to_lowercase()));
                }
            }
            Ok(count)
        })
        .collect::<io::Result<_>>()?;
    let distinct: HashSet<u64> = counted.iter().flat_map(|(_, hashes)| hashes).copied().collect();
    let documents = options.documents();
    Ok(Made { documents, words: counted.iter().map(|(count, _)| count).sum(), distinct: distinct.len() })
}

/// Writes one page in every form, and gives its HTML.
fn write_page(folder: &Path, (words, options): (&Words, &Options), number: usize) -> io::Result<String> {
    let page = page::page(words, options, number);
    let path = path(&page.place, words);
    let target = |number| path_and_title(&page::place(words, options, number), words);
    let html = html::html(&page, &target);
    fs::write(folder.join(format!("site/content/{path}.md")), markdown::markdown(&page, &target))?;
    if options.has_peers {
        fs::write(folder.join(format!("hugo/content/{path}.md")), hugo::page(&page, &target))?;
        fs::write(folder.join(format!("html/{path}.html")), &html)?;
    }
    Ok(html)
}

/// All folders that pages go in, so that they are made once.
fn folders(folder: &Path, options: &Options) -> io::Result<()> {
    let words = Words::new();
    let scopes = (0..options.scopes()).map(|number| format!("{}/", page::slug(&words.place(number))));
    let scopes: Vec<String> = if options.scopes() == 0 { vec![String::new()] } else { scopes.collect() };
    for scope in &scopes {
        for (number, (collection, ..)) in page::COLLECTIONS.iter().enumerate() {
            fs::create_dir_all(folder.join(format!("site/content/{scope}{collection}")))?;
            if options.has_peers {
                fs::create_dir_all(folder.join(format!("html/{scope}{collection}")))?;
                put(&folder.join(format!("hugo/content/{scope}{collection}/_index.md")), &hugo::section(number))?;
            }
        }
    }
    Ok(())
}

/// The path of a page below `content/`, without suffix.
fn path(place: &page::Place, words: &Words) -> String {
    let path = format!("{}/{}", page::COLLECTIONS[place.collection].0, place.slug);
    place.scope.map_or_else(|| path.clone(), |scope| format!("{}/{path}", page::slug(&words.place(scope))))
}

fn path_and_title(place: &page::Place, words: &Words) -> (String, String) {
    (path(place, words), place.title.clone())
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
