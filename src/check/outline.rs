//! What rules may know of a document other than the one they look at, and the digest that tells when any of it changes.
//! Both stand here so that they stay the same: a rule that is to see more is given more here.

use super::texts::Sheet;
use crate::model::{Collection, DateValue, Digest, Digester, Document, Fields, Role, Site, Value, walk::walk};

/// A document as the rules of another see it.
#[derive(Clone, Copy)]
pub(super) struct Outline<'k> {
    document: &'k Document,
    collection: &'k Collection,
}

impl<'k> Outline<'k> {
    /// The outline of a document.
    pub(super) fn new(site: &'k Site, document: &'k Document) -> Self {
        Self { document, collection: site.collection_of(document) }
    }

    /// Its name.
    pub(super) fn name(self) -> &'k str {
        &self.document.name
    }

    /// Its title.
    pub(super) fn title(self) -> &'k str {
        self.document.title()
    }

    /// Its collection.
    pub(super) fn collection(self) -> &'k Collection {
        self.collection
    }

    /// The key of the state that a collaboration is in.
    pub(super) fn condition(self) -> Option<&'k str> {
        match self.document.fields.get("läge").filter(|_| self.collection.has(Role::Collaboration)) {
            Some(Value::Choice(state)) => Some(state),
            _ => None,
        }
    }

    /// The day that its list is sorted by.
    pub(super) fn day(self) -> Option<DateValue> {
        self.document.fields.date(&self.collection.sort.0)
    }

    /// The spellings that a term of the glossary warns about.
    pub(super) fn avoided(self) -> impl Iterator<Item = &'k str> {
        let spellings = self.document.fields.groups("skriv_inte").filter_map(|item| item.text("text"));
        spellings.filter(|_| self.collection.has(Role::Glossary))
    }

    /// Tells apart all of the above, the parts and anchors of the page, the links that other rules follow, and what the
    /// rules between documents look at.
    pub(super) fn digest(self, sheet: &Sheet<'_>) -> Digest {
        let mut all = Digester::new();
        let Self { document, collection } = self;
        all.part(&collection.digest);
        let texts = [&*document.name, &*document.path, document.variant.code(), document.address.path()];
        all.list(texts);
        let fields = &document.fields;
        for key in ["titel", "id", "kort"] {
            all.list(fields.text(key));
        }
        all.list(fields.list("tidigare").iter().filter_map(|value| value.as_group()?.text("text")));
        all.list(fields.references("ersätter").flat_map(|target| [target.path.as_str(), part(target.part.as_deref())]));
        all.list(self.condition());
        all.list(self.avoided());
        let validity = document.validity().and_then(|validity| validity.period.first_day());
        let decided = document.decided().map(DateValue::first_day);
        let days = [validity, decided].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        all.list(days.iter().map(String::as_str));
        all.list(self.day().map(DateValue::iso).as_deref());
        if collection.has(Role::Meeting) {
            links(&mut all, fields, collection);
        }
        all.list(sheet.parts.iter().map(|(id, _)| id.as_str()));
        all.list(sheet.anchors.all());
        all.end()
    }
}

/// A part, told from none.
fn part(part: Option<&str>) -> &str {
    part.unwrap_or("\u{0}")
}

fn links(all: &mut Digester, fields: &Fields, collection: &Collection) {
    walk(fields, &collection.fields, &mut |visited| {
        if let Value::Reference(target) = visited.value {
            all.list([&*visited.field.key, target.path.as_str(), part(target.part.as_deref())]);
        }
    });
}
