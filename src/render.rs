//! From a site to its outputs. Pure: the same site and theme give the same bytes, whatever the clock and the folder.
//! What a template sees is built in `view`; which pages there are is decided in `pages`.

mod assets;
mod draw;
mod edited;
mod edition;
mod json_ld;
mod listing;
mod marks;
mod order;
mod ordered;
mod own;
mod pages;
mod pieces;
mod plain;
mod reads;
mod remembered;
mod search;
mod seen;
mod view;
mod words;

use crate::{
    diagnostic::{Code, Diagnostic, near},
    model::{Document, DocumentIndex, Site, Variant},
    parse::locate_declared,
    theme::{Theme, View},
};
pub use remembered::Remembered;

use assets::Assets;
use draw::{Easel, Frame};
use edited::{Edited, edited};
use edition::{Edition, Tools};
use marks::Marks;
use order::Order;
use pieces::Pieces;
use remembered::{Pages, Past};
use std::collections::HashSet;

/// Stands for the program that renders: what another has made is not kept.
const ENGINE: &str = env!("INSYN_ENGINE");

/// One file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The path from the output folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Takes outputs as they are made, from many threads at once, so that they need not all lie in memory.
pub trait Sink: Sync {
    /// What is known of an output that was taken.
    type Taken: Send;

    /// Takes an output.
    fn take(&self, output: Output) -> Self::Taken;

    /// Keeps the output that the rendering before left at a path; `None` where it is no longer there.
    fn keep(&self, path: &str) -> Option<Self::Taken>;
}

/// What a rendering gives: what the sink made of each output, and what to remember for the next.
type Rendered<T> = (Vec<T>, Remembered);

/// Renders a site, in any order. Pages that would come out as they are `remembered` are kept and not made again.
///
/// # Errors
/// A diagnostic for each template that is missing or fails on a page, with the page. The sink may have taken some outputs
/// by then.
pub fn render<S: Sink>(
    site: &Site,
    theme: &Theme,
    mut remembered: Remembered,
    sink: &S,
) -> Result<Rendered<S::Taken>, Vec<Diagnostic>> {
    let missing = missing_templates(site, theme);
    if !missing.is_empty() {
        return Err(missing);
    }
    let order = Order::swedish();
    let variants = variants(site);
    let tools: Vec<Tools> = variants.iter().map(|variant| Tools::new(site, theme, variant)).collect();
    let editions: Vec<Edition<'_>> = variants
        .iter()
        .zip(&tools)
        .map(|(variant, tools)| Edition::new((site, theme), variant, tools, &order))
        .collect();
    let assets = Assets::new(site, theme);
    // The index comes first: what it needs while it is made would, beside what is noted of all pages, be the most that a
    // build ever has in memory.
    let texts = search::key(editions[0].interface().mark);
    let (mut taken, search) = search::index(editions[0], texts, std::mem::take(&mut remembered.search), sink);
    taken.extend(assets.outputs().chain(plain::files(site)).map(|output| sink.take(output)));
    let marks = Marks::new(site, &editions);
    let frames: Vec<Frame<'_>> = editions.iter().map(|edition| frame(*edition, &assets)).collect();
    let facts: Vec<u64> = frames.iter().map(|frame| frame.mark).chain([theme.mark, marks.facts()]).collect();
    let facts = marks::mark(&facts);
    let (plans, mut pages, is_planned) = match edited(&editions, (&marks, facts), &mut remembered, sink) {
        Some(Edited { plans, kept, pages }) => {
            taken.extend(kept);
            (plans, pages, false)
        }
        None => {
            let plans = editions.iter().flat_map(pages::plan).collect();
            (plans, Pages::default(), true)
        }
    };
    let easel = Easel { frames, marks: &marks, past: Past::new(remembered.take_pages(), &marks) };
    let mut diagnostics = Vec::new();
    for result in easel.pages(&plans, sink) {
        match result {
            Ok((done, path, known)) => {
                taken.push(done);
                pages.insert(path, known);
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if !diagnostics.is_empty() {
        return Err(once_each(diagnostics));
    }
    drop(easel);
    if is_planned {
        remembered.sitemaps.clear();
        for sitemap in plain::sitemaps(site, &plans) {
            remembered.sitemaps.push(sitemap.path.as_str().into());
            taken.push(sink.take(sitemap));
        }
    }
    drop(plans);
    Ok((taken, Remembered::of((marks, facts), pages, remembered.sitemaps, search)))
}

/// The pages of the documents that come from some files, `content/lekeberg/om.md`, as `render` makes them. A page that cannot
/// be drawn is left out: `render` tells why.
pub fn early(site: &Site, theme: &Theme, files: &HashSet<String>) -> Vec<Output> {
    let order = Order::swedish();
    let assets = Assets::new(site, theme);
    let mut outputs = Vec::new();
    for variant in variants(site) {
        let wanted =
            |(_, document): &(DocumentIndex, &Document)| document.variant == variant && files.contains(&*document.path);
        let found: Vec<_> = site.indexed().filter(wanted).map(|(_, document)| site.original_of(document)).collect();
        if found.is_empty() {
            continue;
        }
        let tools = Tools::new(site, theme, &variant);
        let edition = Edition::new((site, theme), &variant, &tools, &order);
        let shared = theme.shared(&view::frame::shared(edition, &assets));
        let pieces = Pieces::default();
        for index in found {
            let plan = pages::document(&edition, index);
            let (_, html) = draw::draw(&plan, edition, (&shared, &pieces));
            outputs.extend(html.ok().map(|html| Output { path: plan.file(), bytes: html }));
        }
    }
    outputs
}

/// What the pages of an edition share, and the number that stands for it.
fn frame<'a>(edition: Edition<'a>, assets: &Assets) -> Frame<'a> {
    let shared = view::frame::shared(edition, assets);
    let (interface, settings) = (edition.interface().mark, &edition.site.settings.source);
    let causes = (ENGINE, edition.site.today, interface, settings, edition.tools.mark, format!("{shared:?}"));
    let mark = marks::mark(&causes);
    Frame { variant: edition.variant, shared: edition.theme.shared(&shared), mark }
}

/// The versions of a site, the original first.
fn variants(site: &Site) -> Vec<Variant> {
    std::iter::once(Variant::Original).chain(site.settings.variants.iter().cloned()).collect()
}

/// The search index and its client alone, which are among the outputs of `render`.
pub fn search_index(site: &Site, theme: &Theme) -> Vec<Output> {
    let order = Order::swedish();
    let tools = Tools::new(site, theme, &Variant::Original);
    search::outputs(Edition::new((site, theme), &Variant::Original, &tools, &order))
}

/// The view that the page at a path is drawn from, as JSON; `None` when there is no such page.
pub fn view(site: &Site, theme: &Theme, path: &str) -> Option<View> {
    let order = Order::swedish();
    let wanted = format!("/{}/", path.trim_matches('/')).replace("//", "/");
    for variant in variants(site) {
        let tools = Tools::new(site, theme, &variant);
        let edition = Edition::new((site, theme), &variant, &tools, &order);
        let assets = Assets::new(site, theme);
        let plans = pages::plan(&edition);
        if let Some(plan) = plans.iter().find(|plan| plan.address.path() == wanted) {
            let mut view = view::frame::shared(edition, &assets);
            let pieces = Pieces::default();
            let page = pages::page(plan, edition, &pieces);
            view::document::merge(&mut view, view::frame::own(edition, page, &pieces));
            return Some(view);
        }
    }
    None
}

/// A fault in a template that many pages share is told once, for the first of them.
fn once_each(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let reason = |told: &Diagnostic| told.arguments.iter().find(|(name, _)| *name == "reason").cloned();
    diagnostics.sort_by(|a, b| (&a.path, a.span).cmp(&(&b.path, b.span)));
    diagnostics.dedup_by(|a, b| (&a.path, a.span, reason(a)) == (&b.path, b.span, reason(b)));
    diagnostics
}

/// Templates that declarations name and that the theme does not have.
fn missing_templates(site: &Site, theme: &Theme) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for collection in &site.collections {
        for (key, template) in [("mall", &collection.template), ("listmall", &collection.list_template)] {
            if !theme.has(template) {
                let near = near(template, theme.templates()).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::new(Code::TemplateMissing, collection.path.clone())
                        .at(locate_declared(collection, key), &collection.source)
                        .with("name", &**template)
                        .with("near", near),
                );
            }
        }
    }
    diagnostics
}
