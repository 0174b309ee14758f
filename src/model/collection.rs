//! A collection: a kind of document, as `content/_collections/<key>.yaml` declares it.

use super::{
    digest::Digest,
    duration::Duration,
    field::{Field, Label},
    value::Fields,
};
use std::sync::Arc;

macro_rules! roles {
    ($($name:ident $swedish:literal;)*) => {
        /// What the engine does with a collection beyond its field types: a closed list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role { $(#[doc = $swedish] $name,)* }

        impl Role {
            /// Every role with its name in declarations.
            pub const NAMES: &'static [(&'static str, Role)] = &[$(($swedish, Role::$name),)*];
        }
    };
}

roles! {
    Actor "aktör";
    Audience "målgrupp";
    Subject "ämne";
    Place "plats";
    Source "källa";
    Contact "kontakt";
    Glossary "ordlista";
    Governing "styrande";
    Statistics "statistik";
    Pledge "löfte";
    Audit "granskning";
    Picture "lägesbild";
    News "nyhet";
    Protection "skydd";
    Collaboration "samverkan";
    Emergency "akut";
    Meeting "sammanträde";
    Council "råd";
}

/// The key of the declaration of the home page.
pub const HOME: &str = "_home";
/// The key of the declaration of a scope's own page.
pub const SCOPE: &str = "_scope";
/// The key of the declaration of loose pages.
pub const PAGE: &str = "_page";

/// A declared collection.
#[derive(Debug, Clone)]
pub struct Collection {
    /// The folder name and key.
    pub key: Arc<str>,
    /// The plural, for lists.
    pub name: Label,
    /// The singular, for one document.
    pub singular: Label,
    /// One sentence for the editor.
    pub explanation: Label,
    /// One sentence for the visitor, on the list.
    pub lead: Label,
    /// What the engine does with it.
    pub roles: Vec<Role>,
    /// The collection of part files.
    pub parts: Option<Arc<str>>,
    /// The template of a document.
    pub template: Arc<str>,
    /// The template of a list.
    pub list_template: Arc<str>,
    /// The field that lists are sorted by, and whether falling.
    pub sort: (Arc<str>, SortOrder),
    /// The review interval where a document says none.
    pub review_every: Option<Duration>,
    /// The type of schema.org.
    pub schema: Option<Arc<str>>,
    /// Values for fields that a document does not set.
    pub defaults: Fields,
    /// Place in the main navigation.
    pub menu: Option<i64>,
    /// All fields: common, governing where the role says so, and its own, in the order in which they are shown.
    pub fields: Vec<Field>,
    /// Where the collection's own fields begin in `fields`; those before are common to all.
    pub own: usize,
    /// Tells it from any other by all that it was read from.
    pub digest: Digest,
    /// The file that declares it.
    pub path: Arc<str>,
    /// The text of that file.
    pub source: Arc<str>,
}

/// The direction of a sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// Smallest, earliest or A first.
    Rising,
    /// Largest, latest or Ö first.
    Falling,
}

impl Collection {
    /// Whether the collection has a role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| &*field.key == key)
    }

    /// Whether its documents are content of their own (not home, scope or loose pages).
    pub fn is_listed(&self) -> bool {
        !self.key.starts_with('_')
    }
}
