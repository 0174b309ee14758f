//! The search index: from the words of documents to files that a browser fetches by need. Pure, and told nothing of
//! sites: `render` makes the entries. How a query is answered stands in `search/client.js`, which is published as it is.

mod answers;
mod build;
mod card;
mod deflate;
mod dictionary;
mod entry;
mod facets;
mod file;
mod letters;
mod numbers;
mod postings;
mod shards;
mod split;
mod stem;
mod stop;
mod synonyms;
mod vocabulary;
mod weigh;

pub use answers::{Answer, Answers};
pub use build::{Index, index};
pub use entry::{Entry, FacetValue, Part, Text, Version};
pub use facets::{Facet, Offered};
pub use file::File;
pub use split::Lexicon;
pub use synonyms::Synonyms;

/// What is known of the language beside the texts.
#[derive(Debug, Clone, Default)]
pub struct Language {
    /// What compounds are made of.
    pub lexicon: Lexicon,
    /// What words bring with them.
    pub synonyms: Synonyms,
}

/// The client as it is published, with the lists that it shares with the index. Comments and indentation are for
/// whoever reads the source.
pub fn client() -> String {
    let lists = [
        ("@@STOP@@", stop::STOP.join(" ")),
        ("@@INFLECTIONS@@", stem::INFLECTIONS.join(" ")),
        ("@@VERBS@@", stem::VERBS.join(" ")),
        ("@@SHORTEST@@", stem::SHORTEST.join("|")),
        ("@@DERIVATIONS@@", stem::DERIVATIONS.iter().map(|(ending, left)| format!("{left}{ending}")).collect::<Vec<_>>().join(" ")),
    ];
    let source = include_str!("search/client.js");
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let text = lines.fold(String::new(), |text, line| text + line + "\n");
    lists.iter().fold(text, |text, (place, list)| text.replace(place, list))
}
