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
mod search;
mod view;
mod words;

use crate::{
    diagnostic::{Code, Diagnostic, near},
    model::{Site, Variant},
    parse::locate_declared,
    theme::Theme,
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

/// Renders a site.
///
/// # Errors
/// A diagnostic for each template that is missing or fails on a page, with the page.
pub fn render(site: &Site, theme: &Theme) -> Result<Vec<Output>, Vec<Diagnostic>> {
    let missing = missing_templates(site, theme);
    if !missing.is_empty() {
        return Err(missing);
    }
    let order = Order::swedish();
    let variants: Vec<Variant> =
        std::iter::once(Variant::Original).chain(site.settings.variants.iter().cloned()).collect();
    let tools: Vec<Tools> = variants.iter().map(|variant| Tools::new(site, theme, variant, &order)).collect();
    let editions: Vec<Edition<'_>> = variants
        .iter()
        .zip(&tools)
        .map(|(variant, tools)| Edition::new((site, theme), variant, tools, &order))
        .collect();
    let assets = Assets::new(site, theme);
    let plans: Vec<_> = editions.iter().flat_map(|edition| pages::plan(*edition)).collect();
    let drawn: Vec<Result<Output, Diagnostic>> = plans.par_iter().map(|plan| draw(plan, &assets)).collect();
    let mut outputs = Vec::with_capacity(drawn.len());
    let mut diagnostics = Vec::new();
    for result in drawn {
        match result {
            Ok(output) => outputs.push(output),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if !diagnostics.is_empty() {
        return Err(once_each(diagnostics));
    }
    outputs.extend(assets.outputs());
    outputs.extend(plain::outputs(editions[0], &plans));
    outputs.extend(search::outputs(editions[0]));
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(outputs)
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
    let variants = std::iter::once(Variant::Original).chain(site.settings.variants.iter().cloned());
    for variant in variants {
        let tools = Tools::new(site, theme, &variant, &order);
        let edition = Edition::new((site, theme), &variant, &tools, &order);
        let assets = Assets::new(site, theme);
        let plans = pages::plan(edition);
        if let Some(plan) = plans.iter().find(|plan| plan.address.path() == wanted) {
            return Some(view::frame::view(edition, &assets, pages::page(plan)));
        }
    }
    None
}

fn draw(plan: &pages::Plan<'_>, assets: &Assets) -> Result<Output, Diagnostic> {
    let page = pages::page(plan);
    let template = page.template.clone();
    let view = view::frame::view(plan.edition, assets, page);
    match plan.edition.theme.draw(&template, &view) {
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
