//! The hot functions, each alone, on a generated site of 100 pages: `cargo bench --bench hot -- [NAME]`.
//! Figures steer while one works; what is written down comes from `peers`, which measures whole builds.

mod generator;

use divan::{Bencher, black_box};
use generator::{Kind, Options, SEED};
use insyn::{
    load::{self, Drafts},
    model::Site,
    parse::{
        highlight::Highlighter,
        markdown::{self, Links, Terms, Words},
    },
    render,
    theme::Theme,
};
use serde_json::Value;
use std::{fs, path::PathBuf};
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PAGES: usize = 100;

fn main() {
    divan::main();
}

/// A site on disk, and what is made of it before anything is timed.
struct Made {
    folder: TempDir,
    site: Site,
    theme: Theme,
}

impl Made {
    fn new(pages: usize) -> Self {
        let folder = tempfile::tempdir().expect("the machine has a folder for what is temporary");
        let options = Options { pages, seed: SEED, kind: Kind::Full, has_peers: false };
        let made = generator::write(folder.path(), &options).expect("the folder can be written");
        assert!(made.documents > 0 && made.words > made.distinct, "the pages have words");
        let site = load(&folder);
        let theme = Theme::read(folder.path(), "insyn").expect("the carried theme is sound");
        Self { folder, site, theme }
    }

    /// The path of some document with a body.
    fn document(&self) -> String {
        let document = self.site.documents.iter().find(|document| document.path.contains("/trygghetsplaner/"));
        document.map(|document| document.path.to_string()).expect("the generator makes such pages")
    }

    fn view(&self) -> Value {
        let path = self.document();
        let address = path.trim_start_matches("content").trim_end_matches("md").trim_end_matches('.').to_owned();
        render::view(&self.site, &self.theme, &address).expect("every document has a page")
    }
}

fn load(folder: &TempDir) -> Site {
    let root: PathBuf = folder.path().join("site");
    let options = load::Options { root, today: jiff::civil::date(2026, 11, 22), drafts: Drafts::Hidden };
    load::load(&options).0.expect("the generated site is sound")
}

struct Nowhere;

impl Links for Nowhere {
    fn link(&self, written: &str) -> Option<String> {
        Some(format!("/{written}/"))
    }

    fn image(&self, _written: &str) -> Option<String> {
        None
    }
}

/// Declarations, settings and the least of documents: what reading costs before the first page.
#[divan::bench]
fn load_without_pages(bencher: Bencher) {
    let made = Made::new(1);
    bencher.bench(|| load(&made.folder));
}

/// The same with pages: YAML, fields, links both ways. A hundredth of the difference is one document.
#[divan::bench]
fn load_100_pages(bencher: Bencher) {
    let made = Made::new(PAGES);
    bencher.bench(|| load(&made.folder));
}

/// The body of one document.
#[divan::bench]
fn markdown_to_html(bencher: Bencher) {
    let made = Made::new(PAGES);
    let text = fs::read_to_string(made.folder.path().join("site").join(made.document())).expect("it was just written");
    let body = text.splitn(3, "---\n").nth(2).expect("there is front matter above");
    let (highlighter, terms, words) = (Highlighter::new(), Terms::new(Vec::new()), Words::default());
    let context =
        markdown::Context { links: &Nowhere, highlighter: &highlighter, terms: &terms, words: &words, level: 2 };
    bencher.bench_local(|| markdown::render(black_box(body), &context, &mut markdown::Page::default()));
}

/// The template of a document, from its view as JSON.
#[divan::bench]
fn draw_document(bencher: Bencher) {
    let made = Made::new(PAGES);
    let view = made.view();
    let template = view["page"]["template"].as_str().expect("a view names its template");
    bencher.bench(|| made.theme.draw(black_box(template), &view));
}

/// Writing a view as JSON and hashing it.
#[divan::bench]
fn hash_view(bencher: Bencher) {
    let view = Made::new(PAGES).view();
    bencher.bench(|| blake3::hash(&serde_json::to_vec(black_box(&view)).expect("a view is JSON")));
}

/// All outputs of a site.
#[divan::bench]
fn render_100_pages(bencher: Bencher) {
    let made = Made::new(PAGES);
    bencher.bench(|| render::render(&made.site, &made.theme));
}

/// The search index of a site.
#[divan::bench]
fn search_index_of_100_pages(bencher: Bencher) {
    let made = Made::new(PAGES);
    bencher.bench(|| render::search_index(&made.site, &made.theme));
}
