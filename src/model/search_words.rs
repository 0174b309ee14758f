//! What a site's files in `content/_sok/` say of the language that its search meets.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The words of the search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SearchWords {
    /// Words that lead to others.
    pub synonyms: Vec<Synonyms>,
    /// Words of need, by the situation of the contacts that they lead to.
    pub urgent: Vec<Urgent>,
    /// Words that compounds are made of.
    pub parts: Vec<Arc<str>>,
    /// Words that look like compounds and are none.
    pub whole: Vec<Arc<str>>,
}

/// Words or phrases that lead to others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Synonyms {
    /// All mean the same.
    Same(Vec<Arc<str>>),
    /// Who looks for one of the first also finds the others.
    Lead {
        /// What people write.
        from: Vec<Arc<str>>,
        /// What documents say.
        to: Vec<Arc<str>>,
    },
}

/// Words that call for a contact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Urgent {
    /// The situation that contacts are marked with.
    pub situation: Arc<str>,
    /// Situations whose first contact is shown as well.
    pub also: Vec<Arc<str>>,
    /// Words or phrases.
    pub words: Vec<Arc<str>>,
}
