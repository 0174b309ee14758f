//! Source files of documents: front matter, fields, and what the path says of them.

use super::{
    fields::{Demand, group},
    front_matter::{Split, split, text, whole},
    lost,
    reader::Reader,
    syntax, yaml,
};
use crate::{
    diagnostic::{Code, Diagnostic, Span},
    model::{Address, Collection, CollectionIndex, Digest, Document, Field, FieldType, Fields, FileText, Variant},
};
use std::sync::Arc;

/// What is known of a document before it is opened.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The file, from the site's root.
    pub(crate) path: Arc<str>,
    /// The content path without suffix.
    pub(crate) name: Arc<str>,
    /// Its collection.
    pub(crate) collection: CollectionIndex,
    /// The scope's folder.
    pub(crate) scope: Option<Arc<str>>,
    /// Original, easy-read or translation.
    pub(crate) variant: Variant,
    /// The name of the whole that it is a part of.
    pub(crate) whole: Option<Arc<str>>,
    /// Where it stands on the site.
    pub(crate) address: Address,
}

/// Reads one document; `None` when nothing of it can be used.
pub(crate) fn document(bytes: &[u8], place: Place, collection: &Collection) -> (Option<Document>, Vec<Diagnostic>) {
    let path = place.path.clone();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return (None, vec![Diagnostic::new(Code::FileEmpty, path)]);
    }
    let is_yaml = path.ends_with(".yaml");
    let read = text(bytes, &path).and_then(|source| if is_yaml { Ok(whole(source)) } else { split(source, &path) });
    let split = match read {
        Ok(split) => split,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let (fields, diagnostics) = fields(&split, &place, collection);
    let Split { source, front, body } = split;
    let Some(fields) = fields else { return (None, diagnostics) };
    let text = FileText::new(&source, &front, body.start);
    let Place { path, name, collection, scope, variant, whole, address } = place;
    (
        Some(Document {
            digest: Digest::default(),
            facts: Digest::default(),
            name,
            path,
            collection,
            scope,
            variant,
            whole,
            address,
            fields,
            text,
        }),
        diagnostics,
    )
}

fn fields(split: &Split, place: &Place, collection: &Collection) -> (Option<Fields>, Vec<Diagnostic>) {
    let mut reader = Reader::new(place.path.clone(), &split.source, split.front.clone());
    let node = match yaml::parse(reader.yaml()) {
        Ok(node) => node,
        Err(problem) => return (None, vec![syntax(split, &place.path, &problem)]),
    };
    let original = place.variant == Variant::Original;
    if original {
        let mut fields = group(&mut reader, &node, &collection.fields, Demand::Complete);
        for (key, value) in collection.defaults.iter() {
            if fields.get(key).is_none() {
                fields.set(key.clone(), value.clone());
            }
        }
        lost::after_value(&mut reader, &fields, &collection.fields);
        return (Some(fields), reader.diagnostics);
    }
    let allowed = words_only(&collection.fields);
    let fields = group(&mut reader, &node, &allowed, Demand::Partial);
    for diagnostic in &mut reader.diagnostics {
        // A declared field that a variant may not set is another matter than a key that nobody knows.
        let key = diagnostic
            .arguments
            .iter()
            .find(|(name, _)| *name == "key")
            .map(|(_, key)| key.clone())
            .unwrap_or_default();
        if diagnostic.code == Code::KeyUnknown && collection.fields.iter().any(|field| field.answers_to(&key)) {
            diagnostic.code = Code::VariantKey;
        }
    }
    if fields.text("titel").is_none() {
        let first = Span { line: 1, column: 0, length: 0 };
        reader.tell_at(Code::FieldMissing, first).arguments = vec![("key", "titel".into()), ("help", String::new())];
    }
    (Some(fields), reader.diagnostics)
}

/// What a variant may set: words, and the ids that say which item they belong to; see decision 12.
fn words_only(fields: &[Field]) -> Vec<Field> {
    use FieldType as T;
    let keep = |field: &&Field| {
        matches!(field.kind, T::Text | T::Prose)
            || field.kind.is_group_list()
            || matches!(field.kind, T::Group | T::Decision)
    };
    let never = ["kort", "tidigare", "källor", "logg"];
    let kept = fields.iter().filter(keep).filter(|field| !never.contains(&&*field.key));
    kept.map(|field| Field { required: false, min: None, fields: words_only(&field.fields), ..field.clone() }).collect()
}
