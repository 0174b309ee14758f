//! Text in, model out. Pure: no file is opened here, and every problem is a diagnostic with its place.

mod collection;
mod contact;
mod dates;
mod declaration;
mod document;
mod fields;
mod front_matter;
pub mod highlight;
mod lost;
pub mod markdown;
mod reader;
mod scalars;
mod search_words;
mod settings;
mod shapes;
mod yaml;

pub(crate) use collection::collection;
pub(crate) use document::{Place, document};
pub(crate) use front_matter::{normalized, text};
pub(crate) use search_words::search_words;
pub(crate) use settings::settings;
pub(crate) use shapes::Shapes;

use crate::{
    diagnostic::{Code, Diagnostic, Span},
    model::{Collection, Document, Settings, Step},
};
use std::sync::Arc;

/// The place of a value in a document's file, found again by reading its text: for rules that look across documents.
pub fn locate(document: &Document, collection: &Collection, way: &[Step]) -> Span {
    let text = document.text.whole();
    let reader = reader::Reader::new(document.path.clone(), &text, document.text.front());
    reader.span(way, reader::Spot::Value, &collection.fields)
}

/// The place of a key of a declaration, or of the first line.
pub fn locate_declared(collection: &Collection, key: &str) -> Span {
    let split = front_matter::whole(collection.source.clone());
    let reader = reader::Reader::new(collection.path.clone(), &collection.source, split.front);
    reader.span(&[Step::Key(key.to_owned())], reader::Spot::Value, &shapes::collection_form())
}

/// The place of a setting, or of the nearest one above it that is written.
pub fn locate_setting(settings: &Settings, way: &[Step]) -> Span {
    let split = front_matter::whole(settings.source.clone());
    let reader = reader::Reader::new(settings.path.clone(), &settings.source, split.front);
    reader.span(way, reader::Spot::Value, &[])
}

fn syntax(split: &front_matter::Split, path: &Arc<str>, problem: &yaml::SyntaxProblem) -> Diagnostic {
    let before = split.source[..split.front.start].matches('\n').count();
    let before = u32::try_from(before).unwrap_or(u32::MAX);
    let key = problem.arguments.iter().find(|(name, _)| problem.code == Code::KeyDuplicate && *name == "key");
    let length = key.map_or(1, |(_, key)| u32::try_from(key.chars().count()).unwrap_or(1));
    let span = Span {
        line: problem.line + before,
        column: problem.column,
        length: if problem.column > 0 { length } else { 0 },
    };
    let mut diagnostic = Diagnostic::new(problem.code, path.clone()).at(span, &split.source);
    diagnostic.arguments.clone_from(&problem.arguments);
    for (name, value) in &mut diagnostic.arguments {
        // Lines in arguments are counted from the front matter as well.
        if let ("first", Ok(line)) = (*name, value.parse::<u32>()) {
            *value = (line + before).to_string();
        }
    }
    diagnostic
}
