//! A theme: templates, texts and static files, carried by the program or taken from the site's own `themes/`.
//! Sole owner of tera. It draws what it is given; what a page holds is decided in `render`.

mod closure;
mod fault;
mod files;
mod view;

use closure::Closures;
pub(crate) use closure::mark;
pub use fault::Fault;
pub(crate) use view::view;
pub use view::{Object, View};

use crate::{
    diagnostic::{Code, Diagnostic, Span},
    parse,
    texts::{Language, Texts},
};
use std::{collections::BTreeMap, path::Path};
use tera::{Context, ErrorKind, Tera, Value};

/// A theme, read and checked.
pub struct Theme {
    tera: Tera,
    swedish: Interface,
    english: Interface,
    closures: Closures,
    /// Stands for every file of the theme.
    pub mark: u64,
    /// Static files by their path below `static/`.
    pub statics: BTreeMap<String, Vec<u8>>,
}

/// The texts of the interface in one language.
#[derive(Debug)]
pub struct Interface {
    /// Texts with arguments and without.
    pub texts: Texts,
    /// Texts without arguments, as templates see them: `t.skip_link`.
    pub plain: View,
    /// Stands for all of them.
    pub mark: u64,
}

/// What many pages share, ready for templates.
pub struct Shared(Context);

/// The order in which the stylesheet is put together.
const STYLES: [&str; 6] = ["tokens", "base", "layout", "parts", "search", "print"];

impl Theme {
    /// Reads the theme of a name: the carried files, each replaced by the site's own at the same path.
    ///
    /// # Errors
    /// A diagnostic for each file that cannot be read, template that is broken, and text that is missing in a language.
    pub fn read(root: &Path, name: &str) -> Result<Self, Vec<Diagnostic>> {
        let files = files::read(root, name)?;
        let mut diagnostics = Vec::new();
        let tera = templates(&files, name, &mut diagnostics);
        let (all, closures) = (mark(&files), closure::closures(&files));
        let swedish = interface(&files, name, Language::Swedish, &mut diagnostics);
        let english = interface(&files, name, Language::English, &mut diagnostics);
        if let (Some(swedish), Some(english)) = (&swedish, &english) {
            complete(name, &swedish.texts, &english.texts, &mut diagnostics);
        }
        match (tera, swedish, english) {
            (Some(tera), Some(swedish), Some(english)) if diagnostics.is_empty() => {
                let statics = files
                    .into_iter()
                    .filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?.to_owned(), bytes)));
                Ok(Self { tera, swedish, english, closures, mark: all, statics: statics.collect() })
            }
            _ => Err(diagnostics),
        }
    }

    /// The interface in a language; Swedish for anything but English.
    pub fn interface(&self, language: &str) -> &Interface {
        if language == "en" { &self.english } else { &self.swedish }
    }

    /// Whether there is a template of a name.
    pub fn has(&self, template: &str) -> bool {
        self.tera.contains_template(template)
    }

    /// Stands for a template and for all that it draws with; another number says that pages may come out another way.
    pub fn mark(&self, template: &str) -> Option<u64> {
        self.closures.marks.get(template).copied()
    }

    /// The names of all templates.
    pub fn templates(&self) -> impl Iterator<Item = &str> {
        self.tera.get_template_names()
    }

    /// The stylesheet: the theme's files in the order of their layers.
    pub fn stylesheet(&self) -> String {
        let files = STYLES.iter().filter_map(|name| self.statics.get(&format!("css/{name}.css")));
        files.map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect::<Vec<_>>().join("\n")
    }

    /// Makes what many pages share ready for templates, once for all of them.
    pub fn shared(&self, view: &View) -> Shared {
        Shared(context(view))
    }

    /// Draws a page: what it shares with others, and what is its own, which comes first where both have a key.
    ///
    /// # Errors
    /// The engine's words on what failed, with the template and the place in it.
    pub fn draw(&self, template: &str, shared: &Shared, own: &View) -> Result<Vec<u8>, Fault> {
        // The values are counted references: nothing but the top of the shared part is copied.
        let mut all = shared.0.clone();
        all.extend(context(own));
        let mut html = Vec::with_capacity(PAGE_SIZE);
        match self.tera.render_to(template, &all, &mut html) {
            Ok(()) => Ok(html),
            Err(error) => Err(fault_in(template, &error)),
        }
    }

    /// Draws a part of pages: the component gets the view as `item`, and from what all pages share what it asks for.
    ///
    /// # Errors
    /// The same as of a page.
    pub fn component(&self, name: &str, shared: &Shared, item: &View) -> Result<View, Fault> {
        let mut own = Context::new();
        own.insert_value("item", item.value());
        match self.tera.render_component_with_implicits(name, &own, &shared.0, None, true) {
            Ok(html) => Ok(View::Drawn(Value::safe_string(&html))),
            Err(error) => Err(fault_in("", &error)),
        }
    }

    /// Whether a template calls a component itself: then it can take what the component has drawn already.
    pub fn calls(&self, template: &str, component: &str) -> bool {
        self.closures.calls.get(template).is_some_and(|names| names.contains(component))
    }
}

/// Room for a page before its size is known, in bytes: most are smaller.
const PAGE_SIZE: usize = 48 * 1024;

/// A view as the engine wants it.
fn context(view: &View) -> Context {
    let mut context = Context::new();
    if let View::Object(object) = view {
        object.iter().for_each(|(name, view)| context.insert_value(name.clone(), view.value()));
    }
    context
}

/// What the engine says of a template that failed.
fn fault_in(template: &str, error: &tera::Error) -> Fault {
    let first = fault::faults(&chain(error)).into_iter().next().unwrap_or_default();
    let template = if first.template.is_empty() { template.to_owned() } else { first.template };
    Fault { template, ..first }
}

/// The whole chain of causes: the outer words alone name no line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_words = cause.to_string();
        if !words.contains(&cause_words) {
            words.push('\n');
            words.push_str(&cause_words);
        }
        source = cause.source();
    }
    words
}

fn templates(files: &files::Files, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    let mut sources = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("templates/")) {
        match parse::text(bytes, &format!("themes/{name}/{path}")) {
            Ok(text) => sources.push((path.trim_start_matches("templates/"), text)),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    match tera.add_raw_templates(sources.iter().map(|(path, text)| (*path, &**text)).collect::<Vec<_>>()) {
        Ok(()) => Some(tera),
        Err(error) => {
            let names: Vec<&str> = sources.iter().map(|(path, _)| *path).collect();
            let found = match error.kind() {
                ErrorKind::MissingParent { current, parent } => vec![fault::parent(current, parent, &sources)],
                _ => fault::faults(&chain(&error)),
            };
            diagnostics.extend(found.into_iter().map(|fault| fault.broken(name, &names)));
            None
        }
    }
}

fn interface(
    files: &files::Files,
    name: &str,
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Interface> {
    let path = format!("texts/{}.ftl", language.code());
    let full = format!("themes/{name}/{path}");
    let source = match parse::text(files.get(&path).map_or(&[], Vec::as_slice), &full) {
        Ok(source) => source,
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return None;
        }
    };
    match Texts::new(language, &[(&full, &source)]) {
        Ok(texts) => {
            let plain = texts.plain().into_iter().map(|(key, text)| (key, View::Text(text)));
            Some(Interface { plain: View::Object(plain.collect()), texts, mark: mark(&source) })
        }
        Err(errors) => {
            diagnostics.extend(errors.into_iter().map(|error| {
                let span = Span { line: error.line, column: 0, length: 0 };
                Diagnostic::new(Code::TemplateBroken, error.name).at(span, &source).with("reason", error.message)
            }));
            None
        }
    }
}

/// Every text in both languages: a page half in one and half in another is worse than an error.
fn complete(name: &str, swedish: &Texts, english: &Texts, diagnostics: &mut Vec<Diagnostic>) {
    let pairs = [(swedish, english, "en"), (english, swedish, "sv")];
    for (from, other, language) in pairs {
        for key in from.keys().filter(|key| !other.keys().any(|known| known == *key)) {
            let path = format!("themes/{name}/texts/{language}.ftl");
            diagnostics.push(Diagnostic::new(Code::TextMissing, path).with("key", key).with("language", language));
        }
    }
}
