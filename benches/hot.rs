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
    render::{self, Output, Sink},
    theme::{Object, Shared, Theme, View},
};
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
        let site = load(&folder, load::Remembered::default()).0;
        let theme = Theme::read(folder.path(), "insyn").expect("the carried theme is sound");
        Self { folder, site, theme }
    }

    /// The path of some document with a body.
    fn document(&self) -> String {
        let document = self.site.documents.iter().find(|document| document.path.contains("/trygghetsplaner/"));
        document.map(|document| document.path.to_string()).expect("the generator makes such pages")
    }

    fn view(&self) -> View {
        let path = self.document();
        let address = path.trim_start_matches("content").trim_end_matches("md").trim_end_matches('.').to_owned();
        render::view(&self.site, &self.theme, &address).expect("every document has a page")
    }
}

fn load(folder: &TempDir, remembered: load::Remembered) -> (Site, load::Remembered) {
    let root: PathBuf = folder.path().join("site");
    let options = load::Options { root, today: jiff::civil::date(2026, 11, 22), drafts: Drafts::Hidden };
    let (site, _, remembered) = load::load(&options, remembered);
    (site.expect("the generated site is sound"), remembered)
}

/// Takes outputs and lets them go; those of before are always there.
struct Gone;

impl Sink for Gone {
    type Taken = ();

    fn take(&self, output: Output) {
        drop(black_box(output));
    }

    fn keep(&self, _path: &str) -> Option<()> {
        Some(())
    }
}

fn render(made: &Made, remembered: render::Remembered) -> render::Remembered {
    match render::render(&made.site, &made.theme, remembered, &Gone) {
        Ok((_, remembered)) => remembered,
        Err(told) => panic!("{told:?}"),
    }
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
    bencher.bench(|| load(&made.folder, load::Remembered::default()));
}

/// The same with pages: YAML, fields, links both ways. A hundredth of the difference is one document.
#[divan::bench]
fn load_100_pages(bencher: Bencher) {
    let made = Made::new(PAGES);
    bencher.bench(|| load(&made.folder, load::Remembered::default()));
}

/// The same when it is all remembered.
#[divan::bench]
fn load_100_pages_again(bencher: Bencher) {
    let made = Made::new(PAGES);
    let before = || load(&made.folder, load::Remembered::default()).1;
    bencher.with_inputs(before).bench_values(|remembered| load(&made.folder, remembered));
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

/// The template of a document, from its view: that is made into the values of templates first.
#[divan::bench]
fn draw_document(bencher: Bencher) {
    let made = Made::new(PAGES);
    let view = made.view();
    let template = view["page"]["template"].as_str().expect("a view names its template").to_owned();
    let (shared, own) = parted(&made.theme, view);
    bencher.bench(|| made.theme.draw(&template, &shared, &own));
}

/// What a page shares with others, and its own.
fn parted(theme: &Theme, view: View) -> (Shared, View) {
    let View::Object(pieces) = view else { panic!("the view of a page has names") };
    let (mut shared, mut own) = (Object::default(), Object::default());
    for (name, piece) in pieces {
        let part = if matches!(&*name, "doc" | "page") { &mut own } else { &mut shared };
        part.set(name, piece);
    }
    (theme.shared(&View::Object(shared)), View::Object(own))
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
    bencher.bench(|| render(&made, render::Remembered::default()));
}

/// The same when it is all remembered.
#[divan::bench]
fn render_100_pages_again(bencher: Bencher) {
    let made = Made::new(PAGES);
    let before = || render(&made, render::Remembered::default());
    bencher.with_inputs(before).bench_values(|remembered| render(&made, remembered));
}

/// The search index of a site.
#[divan::bench]
fn search_index_of_100_pages(bencher: Bencher) {
    let made = Made::new(PAGES);
    bencher.bench(|| render::search_index(&made.site, &made.theme));
}
