//! The text of a new document: every field that its collection declares, each with what the declaration says of it.
//! Pure; where the file goes is decided in `new`.

use super::texts::Words;
use crate::model::{Collection, Field, FieldType, Role};
use std::fmt::Write as _;

/// What is known of the document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// Every collection of the site.
    pub(super) collections: &'a [Collection],
    /// The one that it belongs to.
    pub(super) collection: &'a Collection,
    /// The heading of its page.
    pub(super) title: &'a str,
    /// The content path without suffix.
    pub(super) name: &'a str,
}

/// The whole text. What is required is there, `okänt` where nobody has told yet, so that the document can be built at
/// once; the rest stands behind `#`.
pub(super) fn document(wanted: Wanted<'_>, words: &Words) -> String {
    let language = words.language().code();
    let Wanted { collection, title, name, .. } = wanted;
    let mut paper = Paper { text: String::from("---\n"), wanted, words };
    paper.remark(&sentences(collection.singular.text(language), collection.explanation.text(language)));
    paper.remark(&words.text("scaffold-required"));
    // A picture may not be published until somebody has cleared it, so it begins as a draft.
    let waits = collection.has(Role::Picture);
    let is_set =
        |field: &&Field| field.required || matches!(&*field.key, "titel" | "id") || (waits && &*field.key == "utkast");
    for field in collection.fields.iter().filter(is_set) {
        paper.text.push('\n');
        paper.explain(field);
        match &*field.key {
            "titel" => paper.line(&format!("{}: {}", field.key, quoted(title))),
            "id" => paper.line(&format!("{}: {name}", field.key)),
            "utkast" => paper.line(&format!("{}: ja", field.key)),
            _ => paper.required(field),
        }
    }
    let (common, own) = collection.fields.split_at(collection.own);
    for (heading, fields) in [("scaffold-optional", own), ("scaffold-common", common)] {
        let optional: Vec<&Field> = fields.iter().filter(|field| !is_set(field)).collect();
        if !optional.is_empty() {
            paper.text.push('\n');
            paper.remark(&words.text(heading));
        }
        for field in optional {
            paper.text.push('\n');
            paper.explain(field);
            paper.example(field);
        }
    }
    paper.line("---");
    paper.text
}

/// A text as YAML reads it whatever it holds: JSON is YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn sentences(first: &str, second: &str) -> String {
    if second.is_empty() { format!("{first}.") } else { format!("{first}. {second}") }
}

struct Paper<'a> {
    text: String,
    wanted: Wanted<'a>,
    words: &'a Words,
}

impl Paper<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn remark(&mut self, remark: &str) {
        self.line(&format!("# {}", remark.split_whitespace().collect::<Vec<_>>().join(" ")));
    }

    /// What the field is for, and what may be written.
    fn explain(&mut self, field: &Field) {
        let language = self.words.language().code();
        self.remark(&sentences(field.label.text(language), field.help.text(language)));
        if !field.choices.is_empty() {
            let choices: Vec<&str> = field.choices.iter().map(|choice| &*choice.key).collect();
            self.remark(&self.words.with("scaffold-choices", &[("choices", choices.join(", ").into())]));
        }
        let collections = self.collections(field);
        if !collections.is_empty() {
            let arguments = [("collections", collections.join(", ").into())];
            self.remark(&self.words.with("scaffold-references", &arguments));
        }
    }

    /// The collections that a reference may point at, those of a role by their own names.
    fn collections(&self, field: &Field) -> Vec<String> {
        let of_role = |name: &str| {
            let role = Role::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role);
            let has = |collection: &&Collection| role.is_some_and(|role| collection.has(role));
            self.wanted.collections.iter().filter(has).map(|collection| collection.key.to_string()).collect()
        };
        let named = |to: &str| to.strip_prefix('@').map_or_else(|| vec![to.to_owned()], of_role);
        field.to.iter().flat_map(|to| named(to)).collect()
    }

    fn required(&mut self, field: &Field) {
        self.line(&format!("{}: okänt", field.key));
        if !field.fields.is_empty() {
            self.remark(&self.words.text("scaffold-instead"));
            self.example(field);
        }
    }

    /// The field behind a `#`, empty, with the parts that it needs.
    fn example(&mut self, field: &Field) {
        self.line(&format!("#{}:{}", field.key, if field.kind == FieldType::Refs { " []" } else { "" }));
        let needed = |part: &&Field| part.required || !field.fields.iter().any(|part| part.required);
        for (place, part) in field.fields.iter().filter(needed).enumerate() {
            let mut line = match (field.kind.is_group_list(), place) {
                (true, 0) => format!("#  - {}:", part.key),
                (true, _) => format!("#    {}:", part.key),
                (false, _) => format!("#  {}:", part.key),
            };
            let language = self.words.language().code();
            let choices: Vec<&str> = part.choices.iter().map(|choice| &*choice.key).collect();
            let help =
                if part.help.text(language).is_empty() { part.label.text(language) } else { part.help.text(language) };
            let said = if choices.is_empty() { help.to_owned() } else { choices.join(", ") };
            write!(line, "  # {said}").expect("writing to text cannot fail");
            self.line(&line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{carried, parse, texts::Language};

    fn collections() -> Vec<Collection> {
        let shapes = parse::Shapes::read();
        let declarations = carried::below("content/_collections");
        let read = declarations.filter_map(|(name, bytes)| {
            let source = std::str::from_utf8(bytes).expect("carried declarations are text").into();
            parse::collection(source, &name.into(), name.strip_suffix(".yaml")?, &shapes).0
        });
        read.collect()
    }

    #[test]
    fn a_new_document_of_any_collection_can_be_read() {
        let collections = collections();
        let title = r#"Torg: "trygga" # 1"#;
        for (collection, language) in collections.iter().flat_map(|one| Language::ALL.iter().map(move |l| (one, *l))) {
            let wanted = Wanted { collections: &collections, collection, title, name: "a/b" };
            let text = document(wanted, &Words::new(language));
            let place = parse::Place {
                path: "content/a/b.md".into(),
                name: "a/b".into(),
                collection: crate::model::CollectionIndex(0),
                scope: None,
                variant: crate::model::Variant::Original,
                whole: None,
                address: crate::model::Address::new(&crate::model::Variant::Original, "a/b"),
            };
            let (read, told) = parse::document(text.as_bytes(), place, collection);
            assert!(told.is_empty(), "{}: {told:?}\n{text}", collection.key);
            assert_eq!(read.expect("nothing was told").title(), title);
        }
    }

    #[test]
    fn every_field_may_be_taken_into_use() {
        let collections = collections();
        for collection in &collections {
            let wanted = Wanted { collections: &collections, collection, title: "T", name: "a/b" };
            let text = document(wanted, &Words::new(Language::Swedish));
            for field in &collection.fields {
                let written = [format!("\n{}:", field.key), format!("\n#{}:", field.key)];
                assert!(written.iter().any(|line| text.contains(line)), "{}: {}", collection.key, field.key);
            }
        }
    }
}
