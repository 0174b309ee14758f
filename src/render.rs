//! From a site to its outputs. Pure: the same site and theme give the same bytes, whatever the clock and the folder.
//! What a template sees is built in `view`; which pages there are is decided in `pages`.

mod assets;
mod edition;
mod json_ld;
mod listing;
mod order;
mod ordered;
mod own;
mod pages;
mod plain;
mod reads;
mod search;
mod seen;
mod view;
mod words;

use crate::{
    diagnostic::{Code, Diagnostic, near},
    model::{Site, Variant},
    parse::locate_declared,
    theme::{Shared, Theme},
};
use assets::Assets;
use edition::{Edition, Tools};
use order::Order;
use rayon::prelude::*;

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
}

/// Renders a site, and gives what the sink made of each output, in order of path.
///
/// # Errors
/// A diagnostic for each template that is missing or fails on a page, with the page. The sink may have taken some outputs
/// by then.
pub fn render<S: Sink>(site: &Site, theme: &Theme, sink: &S) -> Result<Vec<S::Taken>, Vec<Diagnostic>> {
    let missing = missing_templates(site, theme);
    if !missing.is_empty() {
        return Err(missing);
    }
    let order = Order::swedish();
    let variants = variants(site);
    let tools: Vec<Tools> = variants.iter().map(|variant| Tools::new(site, theme, variant, &order)).collect();
    let editions: Vec<Edition<'_>> = variants
        .iter()
        .zip(&tools)
        .map(|(variant, tools)| Edition::new((site, theme), variant, tools, &order))
        .collect();
    let assets = Assets::new(site, theme);
    let shared: Vec<Shared> =
        editions.iter().map(|edition| theme.shared(&view::frame::shared(*edition, &assets))).collect();
    let plans: Vec<_> = editions.iter().flat_map(|edition| pages::plan(*edition)).collect();
    let frame = |plan: &pages::Plan<'_>| variants.iter().position(|variant| variant == plan.edition.variant);
    let drawn: Vec<Result<S::Taken, Diagnostic>> = plans
        .par_iter()
        .map(|plan| {
            let shared = &shared[frame(plan).expect("every plan is of one of the editions")];
            draw(plan, shared).map(|output| sink.take(output))
        })
        .collect();
    let (mut taken, mut diagnostics) = (Vec::with_capacity(drawn.len()), Vec::new());
    for result in drawn {
        match result {
            Ok(done) => taken.push(done),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if !diagnostics.is_empty() {
        return Err(once_each(diagnostics));
    }
    let others = assets.outputs().chain(plain::outputs(editions[0], &plans)).chain(search::outputs(editions[0]));
    taken.extend(others.map(|output| sink.take(output)));
    Ok(taken)
}

/// The versions of a site, the original first.
fn variants(site: &Site) -> Vec<Variant> {
    std::iter::once(Variant::Original).chain(site.settings.variants.iter().cloned()).collect()
}

/// The search index and its client alone, which are among the outputs of `render`.
pub fn search_index(site: &Site, theme: &Theme) -> Vec<Output> {
    let order = Order::swedish();
    let tools = Tools::new(site, theme, &Variant::Original, &order);
    search::outputs(Edition::new((site, theme), &Variant::Original, &tools, &order))
}

/// The view that the page at a path is drawn from, as JSON; `None` when there is no such page.
pub fn view(site: &Site, theme: &Theme, path: &str) -> Option<serde_json::Value> {
    let order = Order::swedish();
    let wanted = format!("/{}/", path.trim_matches('/')).replace("//", "/");
    for variant in variants(site) {
        let tools = Tools::new(site, theme, &variant, &order);
        let edition = Edition::new((site, theme), &variant, &tools, &order);
        let assets = Assets::new(site, theme);
        let plans = pages::plan(edition);
        if let Some(plan) = plans.iter().find(|plan| plan.address.path() == wanted) {
            let mut view = view::frame::shared(edition, &assets);
            view::document::merge(&mut view, view::frame::own(edition, pages::page(plan)));
            return Some(view);
        }
    }
    None
}

fn draw(plan: &pages::Plan<'_>, shared: &Shared) -> Result<Output, Diagnostic> {
    let page = pages::page(plan);
    let template = page.template.clone();
    let view = view::frame::own(plan.edition, page);
    match plan.edition.theme.draw(&template, shared, &view) {
        Ok(html) => Ok(Output { path: plan.file.clone(), bytes: html.into_bytes() }),
        Err(fault) => {
            let theme = plan.edition.site.settings.fields.text("tema").unwrap_or("insyn");
            Err(fault.failed(theme, plan.address.path()))
        }
    }
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
