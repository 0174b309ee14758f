//! Where facts are written: a source and the place in it, and errors found in a source itself.
//! The words of the fields stand in `parse/shapes/sources.yaml` and `parse/shapes/common.yaml`.

use super::value::{Fields, Reference};

/// A source that a document or an item rests on.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Source<'a> {
    /// The sources that a document or an item gives, in the order in which they are written.
    pub fn of(holder: &'a Fields) -> impl Iterator<Item = Self> {
        holder.groups("källor").map(|fields| Self { fields })
    }

    /// The document that describes it; `None` when nobody has told.
    pub fn document(self) -> Option<&'a Reference> {
        self.fields.references("källa").next()
    }

    /// Where in it: page, heading or lines.
    pub fn place(self) -> Option<&'a str> {
        self.fields.text("ställe")
    }

    /// What the reader needs to know of it.
    pub fn note(self) -> Option<&'a str> {
        self.fields.text("not")
    }
}

/// An error in a source, and how it was read.
#[derive(Debug, Clone, Copy)]
pub struct SourceError<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> SourceError<'a> {
    /// The errors that a document tells of, in the order in which they are written.
    pub fn of(document: &'a Fields) -> impl Iterator<Item = Self> {
        document.groups("källfel").map(|fields| Self { fields })
    }

    /// The source that has it, and where.
    pub fn source(self) -> Source<'a> {
        Source { fields: self.fields }
    }

    /// What is wrong, as Markdown.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Value;

    fn item(text: (&'static str, &str)) -> Value {
        let source = ("källa", Value::Reference(Reference::new("kallor/protokollet").into()));
        Value::Group(Fields::from_iter([
            source,
            ("ställe", Value::Text("s. 20".into())),
            (text.0, Value::Text(text.1.into())),
        ]))
    }

    #[test]
    fn sources_and_their_errors_tell_where() {
        let fields = Fields::from_iter([
            ("källor", Value::List(vec![item(("not", "Enligt intervju.")), Value::Unknown])),
            ("källfel", Value::List(vec![item(("text", "Fel år."))])),
        ]);
        let sources: Vec<_> = Source::of(&fields).collect();
        assert_eq!(sources.len(), 1);
        let document = Reference::new("kallor/protokollet");
        assert_eq!((sources[0].document(), sources[0].place()), (Some(&document), Some("s. 20")));
        assert_eq!(sources[0].note(), Some("Enligt intervju."));
        let error = SourceError::of(&fields).next().unwrap();
        assert_eq!((error.source().document(), error.source().place()), (Some(&document), Some("s. 20")));
        assert_eq!(error.text(), Some("Fel år."));
    }

    #[test]
    fn what_is_not_told_is_missing() {
        let fields = Fields::from_iter([("källor", Value::Unknown)]);
        assert_eq!((Source::of(&fields).count(), SourceError::of(&fields).count()), (0, 0));
        let source = Source { fields: &Fields::default() };
        assert_eq!((source.document(), source.place(), source.note()), (None, None, None));
    }
}
