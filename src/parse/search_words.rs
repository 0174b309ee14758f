//! The words of the search: `content/_sok/`.

use super::{
    declaration::texts,
    fields::{Demand, group},
    front_matter::whole,
    reader::{Reader, Spot},
    shapes::Shapes,
    syntax,
    yaml::{self, Node},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Field, Fields, SearchWords, Step, Synonyms, Urgent},
};
use std::sync::Arc;

/// Reads one of the files, by its name.
pub(crate) fn search_words(
    words: &mut SearchWords,
    (name, path): (&str, &Arc<str>),
    source: Arc<str>,
    shapes: &Shapes,
) -> Vec<Diagnostic> {
    match name {
        "stammar.txt" => words.parts = lines(&source),
        "hela.txt" => words.whole = lines(&source),
        "synonymer.yaml" => return synonyms(words, path, source, shapes),
        _ => return urgent(words, path, source, shapes),
    }
    Vec::new()
}

/// One word on each line, `#` for remarks.
fn lines(source: &str) -> Vec<Arc<str>> {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.to_lowercase().into()).collect()
}

fn synonyms(words: &mut SearchWords, path: &Arc<str>, source: Arc<str>, shapes: &Shapes) -> Vec<Diagnostic> {
    words.synonyms.clear();
    items(path, source, &shapes.synonyms, |reader, fields| {
        let [same, from, to] = ["lika", "från", "till"].map(|key| texts(fields, key));
        match (same.is_empty(), from.is_empty(), to.is_empty()) {
            (false, ..) => words.synonyms.push(Synonyms::Same(same)),
            (_, false, false) => words.synonyms.push(Synonyms::Lead { from, to }),
            (_, is_from_missing, _) => {
                let key = if is_from_missing { "från" } else { "till" };
                let field = shapes.synonyms.iter().find(|field| &*field.key == key).expect("it is declared");
                let told = reader.tell(Code::FieldMissing, Spot::Key);
                told.arguments = vec![("key", key.to_owned()), ("help", field.help.sv.clone())];
            }
        }
    })
}

fn urgent(words: &mut SearchWords, path: &Arc<str>, source: Arc<str>, shapes: &Shapes) -> Vec<Diagnostic> {
    words.urgent.clear();
    items(path, source, &shapes.urgent, |_, fields| {
        if let Some(situation) = fields.text("situation") {
            let [also, needy] = ["även", "ord"].map(|key| texts(fields, key));
            words.urgent.push(Urgent { situation: situation.into(), also, words: needy });
        }
    })
}

/// Reads a file that is a list, and takes each item with its declared fields.
fn items(
    path: &Arc<str>,
    source: Arc<str>,
    declared: &[Field],
    mut take: impl FnMut(&mut Reader<'_>, &Fields),
) -> Vec<Diagnostic> {
    let split = whole(source);
    let mut reader = Reader::new(path.clone(), &split.source, split.front.clone());
    let nodes = match yaml::parse(reader.yaml()) {
        Ok(Node::List(nodes)) => nodes,
        Ok(Node::Map(entries)) if entries.is_empty() => Vec::new(),
        Ok(_) => {
            reader.tell(Code::YamlNotList, Spot::Value);
            Vec::new()
        }
        Err(problem) => return vec![syntax(&split, path, &problem)],
    };
    for (index, node) in nodes.iter().enumerate() {
        reader.down(Step::Index(index), |reader| {
            let before = reader.diagnostics.len();
            let fields = group(reader, node, declared, Demand::Complete);
            if reader.diagnostics.len() == before {
                take(reader, &fields);
            }
        });
    }
    std::mem::take(&mut reader.diagnostics)
}
