//! A document: one source file, read and complete. It never changes after that.

use super::{
    address::{Address, Variant},
    change::{Change, Withdrawn},
    date::DateValue,
    decision::Decision,
    digest::Digest,
    duration::Duration,
    file_text::FileText,
    validity::{Validity, ValidityFacts, review_due},
    value::{Fields, Value},
};
use std::sync::Arc;

/// The place of a document in `Site::documents`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentIndex(pub u32);

/// The place of a collection in `Site::collections`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CollectionIndex(pub u32);

/// One source file.
#[derive(Debug, Clone)]
pub struct Document {
    /// Tells it from any other by all that it was read from: bytes, place and declaration.
    pub digest: Digest,
    /// The same, but for its Markdown.
    pub facts: Digest,
    /// The content path without suffix: `lekeberg/medborgarloften/2021-2022`; the same for every variant.
    pub name: Arc<str>,
    /// The file, from the site's root.
    pub path: Arc<str>,
    /// What kind it is.
    pub collection: CollectionIndex,
    /// The scope's folder; `None` at the root.
    pub scope: Option<Arc<str>>,
    /// Original, easy-read or translation.
    pub variant: Variant,
    /// The name of the whole that this is a part of.
    pub whole: Option<Arc<str>>,
    /// Where it stands on the site.
    pub address: Address,
    /// The values of its fields.
    pub fields: Fields,
    /// The text of the file.
    pub text: FileText,
}

impl Document {
    /// The Markdown.
    pub fn body(&self) -> &str {
        self.text.body()
    }

    /// The title; every document has one.
    pub fn title(&self) -> &str {
        self.fields.text("titel").unwrap_or_default()
    }

    /// The short version; empty where the collection does not ask for one.
    pub fn summary(&self) -> &str {
        self.fields.text("kortversion").unwrap_or_default()
    }

    /// The identity that lasts when the file moves.
    pub fn id(&self) -> &str {
        self.fields.text("id").unwrap_or(&self.name)
    }

    /// Whether it is the original.
    pub fn is_original(&self) -> bool {
        self.variant == Variant::Original
    }

    /// What the document says of how long it is valid.
    pub fn validity(&self) -> Option<Validity> {
        self.fields.iter().find_map(|(_, value)| match value {
            Value::Validity(validity) => Some(*validity),
            _ => None,
        })
    }

    /// The decision that it rests on; only governing documents have one.
    pub fn decision(&self) -> Option<Decision<'_>> {
        self.fields.group("beslut").map(|fields| Decision { fields })
    }

    /// The day of the decision.
    pub fn decided(&self) -> Option<DateValue> {
        self.decision().and_then(Decision::date)
    }

    /// The last day on which something on its page changed, as far as it tells.
    pub fn last_change(&self) -> Option<DateValue> {
        let changes = Change::of(&self.fields).filter_map(Change::date);
        let own = ["uppdaterad", "publicerad"].into_iter().filter_map(|key| self.fields.date(key));
        changes.chain(own).max()
    }

    /// What its state is computed from, but for supersession, which only the site knows.
    ///
    /// `review_every` is the collection's interval; the document's own comes first.
    pub fn validity_facts(&self, review_every: Option<Duration>) -> ValidityFacts {
        let validity = self.validity();
        let every = match self.fields.get("granskas") {
            Some(Value::Duration(duration)) => Some(*duration),
            _ => review_every,
        };
        let began = validity.and_then(|validity| validity.period.first_day());
        let began = began.or_else(|| self.decided().map(DateValue::last_day));
        ValidityFacts {
            validity,
            withdrawn: Withdrawn::of(&self.fields).and_then(Withdrawn::date),
            superseded: None,
            review_due: every.and_then(|every| review_due(every, self.fields.date("granskad"), began)),
        }
    }
}
