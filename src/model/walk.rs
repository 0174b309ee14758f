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
pub struct Visited<'a, 'w> {
    /// The declaration.
    pub field: &'a Field,
    /// The value; items of a list are visited as well, each with the declaration of the list.
    pub value: &'a Value,
    /// The `id` of the nearest item around it.
    pub part: Option<&'a str>,
    way: &'w [Taken<'a>],
}

/// A step as it is taken; most values are passed by, so that only what is kept costs room of its own.
#[derive(Debug, Clone, Copy)]
enum Taken<'a> {
    Key(&'a str),
    Index(usize),
}

impl Visited<'_, '_> {
    /// The way to it.
    pub fn path(&self) -> FieldPath {
        let step = |taken: &Taken<'_>| match taken {
            Taken::Key(key) => Step::Key((*key).to_owned()),
            Taken::Index(index) => Step::Index(*index),
        };
        self.way.iter().map(step).collect()
    }

    /// How many steps lead to it.
    pub fn depth(&self) -> usize {
        self.way.len()
    }

    /// The key of the field at the top that it stands in.
    pub fn top(&self) -> &str {
        match self.way.first() {
            Some(Taken::Key(key)) => key,
            _ => "",
        }
    }
}

/// Visits every value that is set, parents before children.
pub fn walk<'a>(fields: &'a Fields, declared: &'a [Field], visit: &mut dyn FnMut(Visited<'a, '_>)) {
    Walker { visit, way: Vec::new() }.fields(fields, declared, None);
}

struct Walker<'a, 'v> {
    visit: &'v mut dyn FnMut(Visited<'a, '_>),
    way: Vec<Taken<'a>>,
}

impl<'a> Walker<'a, '_> {
    fn fields(&mut self, fields: &'a Fields, declared: &'a [Field], part: Option<&'a str>) {
        let own = if self.way.is_empty() { None } else { fields.text("id") };
        for (field, value) in fields.with(declared) {
            self.way.push(Taken::Key(&field.key));
            self.value(value, field, own.or(part));
            self.way.pop();
        }
    }

    fn value(&mut self, value: &'a Value, field: &'a Field, part: Option<&'a str>) {
        (self.visit)(Visited { field, value, part, way: &self.way });
        match value {
            Value::Group(fields) => self.fields(fields, &field.fields, part),
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.way.push(Taken::Index(index));
                    self.value(value, field, part);
                    self.way.pop();
                }
            }
            _ => {}
        }
    }
}
