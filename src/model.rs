//! What a site is: plain data with the behaviour that belongs to it. No file is read here and no text is parsed.

pub mod address;
mod catalogue;
pub mod collection;
pub mod commitment;
pub mod date;
pub mod deadline;
pub mod document;
pub mod duration;
pub mod field;
pub mod period;
pub mod relation;
pub mod settings;
pub mod site;
pub mod status;
pub mod validity;
pub mod value;
pub mod walk;

pub use address::{Address, Variant};
pub use collection::{Collection, Role};
pub use commitment::{Commitment, Progress};
pub use date::DateValue;
pub use deadline::Deadline;
pub use document::{CollectionIndex, Document, DocumentIndex};
pub use duration::Duration;
pub use field::{Field, FieldType, Label, Trail};
pub use period::Period;
pub use relation::{Link, Relation, Relations};
pub use settings::Settings;
pub use site::{Site, Target};
pub use status::Status;
pub use validity::{DatedState, Validity, ValidityState};
pub use value::{Fields, Reference, Value};
pub use walk::{FieldPath, Step};
