//! What a declaration says of one field: its type and everything that follows from the declaration.

use std::sync::Arc;

/// A text in the languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// Swedish, always there.
    pub sv: String,
    /// English; Swedish where it is not given.
    pub en: String,
}

impl Label {
    /// The same text in every language.
    pub fn same(text: &str) -> Self {
        Self { sv: text.to_owned(), en: text.to_owned() }
    }

    /// The text in a language, `sv` or `en`.
    pub fn text(&self, language: &str) -> &str {
        if language == "en" { &self.en } else { &self.sv }
    }
}

/// One of the values that a choice allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is written.
    pub key: Arc<str>,
    /// What is shown.
    pub label: Label,
}

macro_rules! field_types {
    ($($name:ident $swedish:literal $english:literal;)*) => {
        /// The type of a field. Types carry the behaviour; collections only declare fields of these types.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FieldType { $(#[doc = $swedish] $name,)* }

        impl FieldType {
            /// Every type.
            pub const ALL: &'static [FieldType] = &[$(FieldType::$name,)*];

            /// The name in declarations.
            pub fn name(self) -> &'static str {
                match self { $(FieldType::$name => $swedish,)* }
            }

            /// The English name in declarations.
            pub fn english(self) -> &'static str {
                match self { $(FieldType::$name => $english,)* }
            }
        }
    };
}

field_types! {
    Text "text" "string";
    Prose "prosa" "prose";
    Number "tal" "number";
    Bool "ja_nej" "bool";
    Date "datum" "date";
    Period "period" "time_period";
    Deadline "tidsgräns" "deadline";
    Duration "varaktighet" "duration";
    Choice "val" "choice";
    Url "webbadress" "url";
    Email "epost" "email";
    Phone "telefon" "phone";
    File "fil" "file";
    Ref "ref" "reference";
    Refs "refs" "references";
    List "lista" "list";
    Group "grupp" "group";
    Place "plats" "place";
    Decision "beslut" "decision";
    Validity "giltighet" "validity";
    Goals "mål" "goals";
    Commitments "åtaganden" "commitments";
    Questions "frågor" "questions";
    Series "serie" "series";
    Schedule "tillfällen" "schedule";
    Members "medlemmar" "members";
    Findings "slutsatser" "findings";
    Steps "steg" "steps";
    Log "logg" "log";
    Sources "källor" "sources";
    Status "status" "progress";
    Label "etikett" "label";
}

impl FieldType {
    /// Finds a type by its Swedish or English name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name || kind.english() == name)
    }

    /// Whether the value is a list of groups with fields of their own.
    pub fn is_group_list(self) -> bool {
        use FieldType as T;
        matches!(
            self,
            T::List
                | T::Goals
                | T::Commitments
                | T::Questions
                | T::Series
                | T::Schedule
                | T::Members
                | T::Findings
                | T::Steps
                | T::Log
                | T::Sources
        )
    }

    /// Whether the value is one group with fields of its own.
    pub fn is_group(self) -> bool {
        matches!(self, Self::Group | Self::Place | Self::Decision | Self::Label)
    }
}

/// Where a reference stands in the trail of a document: why, on what, what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trail {
    /// The target is what this is built on.
    BuiltOn,
    /// This depends on the target.
    DependsOn,
    /// This belongs to the target.
    PartOf,
    /// This leads to the target.
    LeadsTo,
    /// The target follows this up.
    FollowedUpBy,
    /// The target is what this audits.
    Audits,
}

impl Trail {
    /// Names in declarations, with the value.
    pub const NAMES: [(&'static str, Trail); 6] = [
        ("bygger_på", Trail::BuiltOn),
        ("beror_på", Trail::DependsOn),
        ("hör_till", Trail::PartOf),
        ("leder_till", Trail::LeadsTo),
        ("följs_upp", Trail::FollowedUpBy),
        ("granskas", Trail::Audits),
    ];
}

/// A declared field.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The Swedish key.
    pub key: Arc<str>,
    /// The English alias.
    pub alias: Option<Arc<str>>,
    /// The type.
    pub kind: FieldType,
    /// What visitors and editors see.
    pub label: Label,
    /// One sentence for the editor.
    pub help: Label,
    /// Whether it must be given (`okänt` is enough).
    pub required: bool,
    /// Smallest number of items, or smallest number.
    pub min: Option<f64>,
    /// Largest number of items, or largest number.
    pub max: Option<f64>,
    /// Longest text, in characters.
    pub max_length: Option<usize>,
    /// Whether lists and search can be narrowed by it.
    pub facet: bool,
    /// Weight in search; body text is 1.
    pub weight: f64,
    /// Collections or roles that a reference may point at; empty means any.
    pub to: Vec<Arc<str>>,
    /// The label of the link as seen from its target.
    pub back: Option<Label>,
    /// Place in the trail.
    pub trail: Option<Trail>,
    /// The values of a choice.
    pub choices: Vec<Choice>,
    /// The fields of a list or group, declared or the type's own.
    pub fields: Vec<Field>,
}

impl Field {
    /// A field with nothing but a key and a type.
    pub fn new(key: &str, kind: FieldType) -> Self {
        Self {
            key: key.into(),
            alias: None,
            kind,
            label: Label::same(key),
            help: Label::default(),
            required: false,
            min: None,
            max: None,
            max_length: None,
            facet: false,
            weight: 1.0,
            to: Vec::new(),
            back: None,
            trail: None,
            choices: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// Whether `written` is the key or its alias.
    pub fn answers_to(&self, written: &str) -> bool {
        &*self.key == written || self.alias.as_deref() == Some(written)
    }

    /// The label of a choice; the key itself where it is not declared.
    pub fn choice_label<'a>(&'a self, key: &'a str, language: &str) -> &'a str {
        self.choices.iter().find(|choice| &*choice.key == key).map_or(key, |choice| choice.label.text(language))
    }
}
