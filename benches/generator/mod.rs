//! Makes sites for the benches: made-up Swedish pages by the hundred or the hundred thousand, as sources for insyn and
//! as bare HTML for others, and words to search them for. The same options always give the same bytes.
//! Nothing in them is true of any municipality; the names are put together from parts.

mod html;
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

/// Makes a site in a folder: `site/` for insyn, the same pages in `html/`, and `queries.txt`.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn write(folder: &Path, options: &Options) -> io::Result<Made> {
    let words = Words::new();
    let (content, html) = (folder.join("site/content"), folder.join("html"));
    for (path, text) in support::declarations(options) {
        put(&folder.join("site").join(path), &text)?;
    }
    for document in support::documents(options) {
        put(&content.join(format!("{}.md", document.path)), &document.markdown())?;
        put(&html.join(format!("{}.html", document.path)), &document.html())?;
    }
    folders(folder, options)?;
    let hasher = RandomState::new();
    let counted: Vec<(usize, HashSet<u64>)> = (0..options.documents())
        .collect::<Vec<_>>()
        .par_chunks(1000)
        .map(|numbers| {
            let mut count = (0, HashSet::new());
            for number in numbers {
                let page = page::page(&words, options, *number);
                let path = path(&page.place, &words);
                let resolve = |number| page::place(&words, options, number);
                let target = |number| path_and_title(&resolve(number), &words);
                fs::write(content.join(format!("{path}.md")), markdown::markdown(&page, &target))?;
                let text = html::html(&page, &target);
                for word in html::words(&text) {
                    count.0 += 1;
                    count.1.insert(hasher.hash_one(word.to_lowercase()));
                }
                fs::write(html.join(format!("{path}.html")), text)?;
            }
            Ok(count)
        })
        .collect::<io::Result<_>>()?;
    put(&folder.join("queries.txt"), &queries::queries(&words, options).join("\n"))?;
    let distinct: HashSet<u64> = counted.iter().flat_map(|(_, hashes)| hashes).copied().collect();
    let documents = options.documents();
    Ok(Made { documents, words: counted.iter().map(|(count, _)| count).sum(), distinct: distinct.len() })
}

/// All folders that pages go in, so that they are made once.
fn folders(folder: &Path, options: &Options) -> io::Result<()> {
    let words = Words::new();
    for root in ["site/content", "html"] {
        for (collection, ..) in page::COLLECTIONS {
            for number in 0..options.scopes() {
                fs::create_dir_all(folder.join(root).join(page::slug(&words.place(number))).join(collection))?;
            }
            if options.scopes() == 0 {
                fs::create_dir_all(folder.join(root).join(collection))?;
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
