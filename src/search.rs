//! The search index: from the words of documents to files that a browser fetches by need. Pure, and told nothing of
//! sites: `render` makes the entries. How a query is answered stands in `search/client.js`; what is
//! published of it, in `search/client.min.js`.

mod answers;
mod build;
mod card;
mod deflate;
mod dictionary;
mod documents;
mod entry;
mod facets;
mod file;
mod letters;
mod merge;
mod named;
mod numbers;
mod postings;
mod register;
mod remembered;
mod root;
mod rows;
mod shards;
mod split;
mod stem;
mod stop;
mod synonyms;
#[cfg(test)]
mod tests;
mod vocabulary;
mod weigh;

pub use answers::{Answer, Answers};
pub use build::{Index, Made, index};
pub use deflate::gzip;
pub use entry::{Entry, FacetValue, Part, Text, Version};
pub use facets::{Facet, Offered};
pub use file::File;
pub use remembered::{Key, Remembered};
pub use split::Lexicon;
pub use synonyms::Synonyms;

/// What is known of the language beside the texts.
#[derive(Debug, Clone, Default)]
pub struct Language {
    /// What compounds are made of.
    pub lexicon: Lexicon,
    /// What words lead to.
    pub synonyms: Synonyms,
}

/// The client as it is published: `client.js` without what only readers need.
pub const CLIENT: &str = include_str!("search/client.min.js");
