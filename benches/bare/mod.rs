//! The bare pipeline: what a build could cost at the least. It reads the sources, reads their YAML, turns their Markdown
//! into HTML, draws our own document template from ready views, hashes the pages and writes them. Nothing is checked,
//! linked, listed or indexed. Each step is done for all pages before the next begins, so that each can be timed.

use crate::measure;
use insyn::{
    carried,
    theme::{Object, View},
};
use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;
use serde_json::Value;
use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    time::Instant,
};
use tera::{Context, Tera};

/// The argument that asks for it.
pub(crate) const TASK: &str = "bare-pipeline";

/// A page on its way.
struct Page {
    /// Its folder below the output folder.
    path: PathBuf,
    title: String,
    html: String,
}

/// A view that was made before the clock starts: that of one document, which stands for all of its kind.
struct Ready {
    template: String,
    /// What all pages of a kind share.
    shared: Object,
    document: View,
    page: View,
}

/// Builds the pages of `site` in `out` from the views in a file, and prints as JSON what each step took: its name,
/// seconds of processor time, and seconds on the clock.
///
/// # Errors
/// When a file cannot be read or written, or is not what the generator writes.
pub(crate) fn main(site: &Path, out: &Path, views: &Path) -> io::Result<()> {
    let tera = templates()?;
    let views: Vec<Value> = serde_json::from_slice(&fs::read(views)?)?;
    let mut keys = HashMap::new();
    let views: Vec<Ready> = views.into_iter().map(|view| ready(view, &mut keys)).collect();
    let mut steps = Steps::default();
    let sources = steps.time("reading", || read(&site.join("content")))?;
    let titles =
        steps.time("YAML", || sources.par_iter().map(|(_, text)| title(text)).collect::<io::Result<Vec<_>>>())?;
    let bodies: Vec<String> =
        steps.time("Markdown", || Ok(sources.par_iter().map(|(_, text)| markdown(text)).collect()))?;
    let pages: Vec<Page> = sources
        .into_iter()
        .zip(titles)
        .zip(bodies)
        .map(|(((path, _), title), html)| Page { path, title, html })
        .collect();
    let drawn = steps.time("rendering", || draw(&tera, &views, &pages))?;
    let hashes: Vec<blake3::Hash> =
        steps.time("hashing", || Ok(drawn.par_iter().map(|html| blake3::hash(html.as_bytes())).collect()))?;
    steps.time("writing", || {
        pages.par_iter().zip(&drawn).try_for_each(|(page, html)| write(&out.join(&page.path), html))
    })?;
    // The hashes are of use to somebody, so that they are not left out.
    if hashes.len() != pages.len() {
        return Err(io::Error::other("a page has no hash"));
    }
    println!("{}", serde_json::to_string(&steps.0)?);
    Ok(())
}

/// What each step took.
#[derive(Default)]
struct Steps(Vec<(&'static str, f64, f64)>);

impl Steps {
    fn time<T>(&mut self, name: &'static str, step: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let (cpu, clock) = (measure::own_cpu()?, Instant::now());
        let made = step()?;
        let wall = clock.elapsed().as_secs_f64();
        self.0.push((name, measure::own_cpu()? - cpu, wall));
        Ok(made)
    }
}

/// The templates that the program carries, read by the same rules as its own.
fn templates() -> io::Result<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    let sources: Vec<(&str, &str)> = carried::below("themes/insyn/templates")
        .map(|(path, bytes)| Ok((path, std::str::from_utf8(bytes).map_err(io::Error::other)?)))
        .collect::<io::Result<_>>()?;
    tera.add_raw_templates(sources).map_err(io::Error::other)?;
    Ok(tera)
}

/// Every source with the path of its page, in order.
fn read(content: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let (mut files, mut folders) = (Vec::new(), vec![content.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|extension| extension == "md") {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    let page = |file: &PathBuf| {
        let below = file.strip_prefix(content).unwrap_or(file).with_extension("");
        let path =
            if below.ends_with("_index") { below.parent().map(Path::to_owned).unwrap_or_default() } else { below };
        Ok((path, fs::read_to_string(file)?))
    };
    files.par_iter().map(page).collect()
}

fn split(source: &str) -> (&str, &str) {
    source.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n")).unwrap_or_default()
}

/// Reads the front matter whole, and keeps the title.
fn title(source: &str) -> io::Result<String> {
    let fields: serde_yaml::Value = serde_yaml::from_str(split(source).0).map_err(io::Error::other)?;
    Ok(fields.get("titel").and_then(serde_yaml::Value::as_str).unwrap_or_default().to_owned())
}

fn markdown(source: &str) -> String {
    let body = split(source).1;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM;
    let mut html = String::with_capacity(body.len() * 5 / 4);
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(body, options));
    html
}

/// Draws all pages, with what they share made into the values of templates once, and their own part once each.
fn draw(tera: &Tera, views: &[Ready], pages: &[Page]) -> io::Result<Vec<String>> {
    let shared: Vec<Context> = views.iter().map(|view| context(view.shared.clone())).collect();
    let draw = |(number, page): (usize, &Page)| {
        let kind = number % views.len();
        let (mut document, mut around) = (views[kind].document.clone(), views[kind].page.clone());
        document["title"] = page.title.as_str().into();
        document["body_html"] = page.html.as_str().into();
        around["heading"] = page.title.as_str().into();
        around["title"] = page.title.as_str().into();
        let mut context = shared[kind].clone();
        context.insert("doc", &document);
        context.insert("page", &around);
        tera.render(&views[kind].template, &context).map_err(io::Error::other)
    };
    pages.par_iter().enumerate().map(draw).collect()
}

fn context(object: Object) -> Context {
    let mut context = Context::new();
    object.into_iter().for_each(|(name, view)| context.insert(name, &view));
    context
}

/// A view as the program itself would have made it: its keys are texts that are never copied.
fn ready(view: Value, keys: &mut HashMap<String, &'static str>) -> Ready {
    let template = view["page"]["template"].as_str().unwrap_or_default().to_owned();
    let (mut shared, mut document, mut page) = (Object::default(), View::Null, View::Null);
    if let View::Object(pieces) = plain(view, keys) {
        for (name, piece) in pieces {
            match &*name {
                "doc" => document = piece,
                "page" => page = piece,
                _ => shared.set(name, piece),
            }
        }
    }
    Ready { template, shared, document, page }
}

fn plain(value: Value, keys: &mut HashMap<String, &'static str>) -> View {
    match value {
        Value::Null => View::Null,
        Value::Bool(yes) => yes.into(),
        Value::Number(number) => number.as_i64().map_or_else(|| number.as_f64().into(), View::Integer),
        Value::String(text) => text.into(),
        Value::Array(items) => View::List(items.into_iter().map(|item| plain(item, keys)).collect()),
        Value::Object(pieces) => {
            let mut object = Object::with_capacity(pieces.len());
            for (name, piece) in pieces {
                let key = *keys.entry(name).or_insert_with_key(|name| Box::leak(name.clone().into_boxed_str()));
                object.add(key, plain(piece, keys));
            }
            View::Object(object)
        }
    }
}

fn write(folder: &Path, html: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("index.html"), html)
}
