//! The fields that types bring along, and those that every document has. Their words stand in `shapes/*.yaml`, in the
//! same form as a collection's own fields; only the form itself (`form`) is written in Rust.

use super::{declaration, reader::Reader, yaml};
use crate::model::{Field, FieldType, field::Choice};

const SHAPES: &[(FieldType, &str, &str)] = &[
    (FieldType::Status, "status", include_str!("shapes/status.yaml")),
    (FieldType::Label, "label", include_str!("shapes/label.yaml")),
    (FieldType::Sources, "sources", include_str!("shapes/sources.yaml")),
    (FieldType::Decision, "decision", include_str!("shapes/decision.yaml")),
    (FieldType::Place, "place", include_str!("shapes/place.yaml")),
    (FieldType::Log, "log", include_str!("shapes/log.yaml")),
    (FieldType::Goals, "goals", include_str!("shapes/goals.yaml")),
    (FieldType::Commitments, "commitments", include_str!("shapes/commitments.yaml")),
    (FieldType::Questions, "questions", include_str!("shapes/questions.yaml")),
    (FieldType::Series, "series", include_str!("shapes/series.yaml")),
    (FieldType::Schedule, "schedule", include_str!("shapes/schedule.yaml")),
    (FieldType::Members, "members", include_str!("shapes/members.yaml")),
    (FieldType::Findings, "findings", include_str!("shapes/findings.yaml")),
    (FieldType::Steps, "steps", include_str!("shapes/steps.yaml")),
];

/// Every built-in declaration, read once for a load.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shapes {
    types: Vec<(FieldType, Vec<Field>)>,
    status: Vec<Choice>,
    /// The fields of every document.
    pub(crate) common: Vec<Field>,
    /// The fields that the role `styrande` adds.
    pub(crate) governing: Vec<Field>,
    /// The keys of `insyn.yaml`.
    pub(crate) settings: Vec<Field>,
    /// The keys of an item of `synonymer.yaml`.
    pub(crate) synonyms: Vec<Field>,
    /// The keys of an item of `akut.yaml`.
    pub(crate) urgent: Vec<Field>,
    /// The keys of the site's collections; none while the built-in declarations are read.
    pub(crate) collections: Vec<String>,
}

impl Shapes {
    /// Reads the built-in declarations. Later ones may use earlier ones.
    pub(crate) fn read() -> Self {
        let mut shapes = Self::default();
        for (kind, name, text) in SHAPES {
            if *kind == FieldType::Status {
                shapes.status = declared(&shapes, name, text)
                    .into_iter()
                    .map(|field| Choice { key: field.key, label: field.label })
                    .collect();
            } else {
                let fields = declared(&shapes, name, text);
                shapes.types.push((*kind, fields));
            }
        }
        shapes.common = declared(&shapes, "common", include_str!("shapes/common.yaml"));
        shapes.governing = declared(&shapes, "governing", include_str!("shapes/governing.yaml"));
        shapes.settings = declared(&shapes, "settings", include_str!("shapes/settings.yaml"));
        shapes.synonyms = declared(&shapes, "synonyms", include_str!("shapes/synonyms.yaml"));
        shapes.urgent = declared(&shapes, "urgent", include_str!("shapes/urgent.yaml"));
        shapes
    }

    /// The same, for declarations that may name each other.
    pub(crate) fn among(&self, collections: impl Iterator<Item = String>) -> Self {
        Self { collections: collections.collect(), ..self.clone() }
    }

    /// The fields that a type brings along; none for a scalar.
    pub(crate) fn of(&self, kind: FieldType) -> &[Field] {
        self.types.iter().find(|(known, _)| *known == kind).map_or(&[], |(_, fields)| fields)
    }

    /// The statuses of commitments.
    pub(crate) fn statuses(&self) -> &[Choice] {
        &self.status
    }
}

fn declared(shapes: &Shapes, name: &str, text: &str) -> Vec<Field> {
    let node =
        yaml::parse(text).unwrap_or_else(|problem| panic!("the built-in declaration {name} is not YAML: {problem:?}"));
    let mut reader = Reader::new(name.into(), text, 0..text.len());
    let fields = declaration::fields(&mut reader, &node, shapes);
    assert!(reader.diagnostics.is_empty(), "the built-in declaration {name} is wrong: {:?}", reader.diagnostics);
    fields
}

/// The form of a declared field: what `nyckel`, `typ` and the others accept.
pub(crate) fn field_form() -> Vec<Field> {
    use FieldType as T;
    vec![
        required(form("nyckel", "key", T::Text)),
        form("alias", "english_key", T::Text),
        form("typ", "type", T::Text),
        label("etikett", "label"),
        label("hjälp", "help"),
        form("krävs", "required", T::Bool),
        form("minst", "min", T::Number),
        form("högst", "max", T::Number),
        form("längst", "max_length", T::Number),
        form("facett", "facet", T::Bool),
        form("vikt", "weight", T::Number),
        words("till", "to"),
        label("bakåt", "back"),
        form("spår", "trail", T::Text),
    ]
}

/// The form of a declared collection, but for its `fält` and `standard`, which are read on their own.
pub(crate) fn collection_form() -> Vec<Field> {
    use FieldType as T;
    vec![
        required(label("namn", "name")),
        required(label("ental", "singular")),
        required(label("förklaring", "explanation")),
        label("ingress", "lead"),
        words("roller", "roles"),
        form("delar", "parts", T::Text),
        form("mall", "template", T::Text),
        form("listmall", "list_template", T::Text),
        form("sortera", "sort", T::Text),
        form("granskas", "review_every", T::Duration),
        form("schema", "schema_type", T::Text),
        words("målgrupper", "audiences"),
        words("valfria", "optional"),
        form("meny", "menu", T::Number),
    ]
}

fn form(key: &str, alias: &str, kind: FieldType) -> Field {
    Field { alias: Some(alias.into()), ..Field::new(key, kind) }
}

fn label(key: &str, alias: &str) -> Field {
    let texts = vec![required(Field::new("sv", FieldType::Text)), Field::new("en", FieldType::Text)];
    Field { fields: texts, ..form(key, alias, FieldType::Label) }
}

fn words(key: &str, alias: &str) -> Field {
    Field { fields: vec![required(Field::new("text", FieldType::Text))], ..form(key, alias, FieldType::List) }
}

fn required(field: Field) -> Field {
    Field { required: true, ..field }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_declarations_are_whole() {
        let shapes = Shapes::read();
        for kind in FieldType::ALL.iter().filter(|kind| kind.is_group_list() || kind.is_group()) {
            let declared_on_the_spot = matches!(kind, FieldType::List | FieldType::Group);
            assert_eq!(shapes.of(*kind).is_empty(), declared_on_the_spot, "{}", kind.name());
        }
        for field in shapes.common.iter().chain(&shapes.governing) {
            assert!(!field.label.en.is_empty() && !field.help.sv.is_empty(), "{} needs label and help", field.key);
        }
        assert_eq!(shapes.statuses().len(), 7);
    }
}
