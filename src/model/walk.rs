//! Walking the values of a document together with what declares them, however deep they are nested.

use super::{
    field::Field,
    value::{Fields, Value},
};

/// One step towards a value: a key or a place in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// The declared key of a field.
    Key(String),
    /// The place in a list, from 0.
    Index(usize),
}

/// The way to a value from the top of the front matter.
pub type FieldPath = Vec<Step>;

/// A value on the way, with its declaration and the part of the document that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Visited<'a> {
    /// The declaration.
    pub field: &'a Field,
    /// The value; items of a list are visited as well, each with the declaration of the list.
    pub value: &'a Value,
    /// The way to it.
    pub path: &'a FieldPath,
    /// The `id` of the nearest item around it.
    pub part: Option<&'a str>,
}

/// Visits every value that is set, parents before children.
pub fn walk(fields: &Fields, declared: &[Field], visit: &mut dyn FnMut(Visited<'_>)) {
    Walker { visit, path: Vec::new() }.fields(fields, declared, None);
}

struct Walker<'v> {
    visit: &'v mut dyn FnMut(Visited<'_>),
    path: FieldPath,
}

impl Walker<'_> {
    fn fields(&mut self, fields: &Fields, declared: &[Field], part: Option<&str>) {
        let part = fields.text("id").filter(|_| !self.path.is_empty()).or(part);
        for (field, value) in fields.with(declared) {
            self.path.push(Step::Key(field.key.to_string()));
            self.value(value, field, part);
            self.path.pop();
        }
    }

    fn value(&mut self, value: &Value, field: &Field, part: Option<&str>) {
        (self.visit)(Visited { field, value, path: &self.path, part });
        match value {
            Value::Group(fields) => self.fields(fields, &field.fields, part),
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.path.push(Step::Index(index));
                    self.value(value, field, part);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }
}
