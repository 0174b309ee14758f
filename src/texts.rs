//! Interface texts in Fluent: reading of sources, choice of language, plurals, numbers in the manner of the language.
//! Sole owner of fluent-bundle and unic-langid. Knows no text by name: a caller brings the sources and asks by key.

mod number;
mod source;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::collections::BTreeMap;
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// Swedish, the language of the content.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// Every language, Swedish first.
    pub const ALL: &'static [Language] = &[Language::Swedish, Language::English];

    /// The code in addresses, file names and `lang`: `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Swedish => "sv",
            Language::English => "en",
        }
    }

    /// Reads `sv`, `sv-SE`, `sv_SE.UTF-8` and their like. `None` for any other language.
    pub fn parse(written: &str) -> Option<Language> {
        let code = written.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Language::ALL.iter().copied().find(|language| code.eq_ignore_ascii_case(language.code()))
    }

    fn identifier(self) -> LanguageIdentifier {
        self.code().parse().expect("`sv` and `en` are language codes")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// The value of `{ $name }` in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Shown as it stands.
    Text(String),
    /// Chooses the plural form, and is shown with the language's own decimal sign and groups of three.
    Number(f64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        // Counts of things on a site stay far below 2^53, where a float ceases to hold every whole number.
        Argument::Number(number as f64)
    }
}

/// Something wrong in a source of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextError {
    /// The name of the source, as it was given to [`Texts::new`].
    pub name: String,
    /// Counts from 1; 0 means the whole source.
    pub line: u32,
    /// What is wrong, in English: it speaks to who writes a theme.
    pub message: String,
}

impl fmt::Display for TextError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.name, self.line, self.message)
    }
}

impl std::error::Error for TextError {}

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    places: BTreeMap<String, Place>,
}

/// Where a text was defined last.
struct Place {
    name: String,
    line: u32,
}

impl Texts {
    /// Reads `(name, source)` in order; a text in a later source replaces the one of an earlier.
    ///
    /// # Errors
    ///
    /// All faults of all sources: what is not Fluent, a key twice in one source, a text that refers to one that does not
    /// exist or to itself.
    pub fn new(language: Language, sources: &[(&str, &str)]) -> Result<Texts, Vec<TextError>> {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Isolating marks around arguments would end up in titles, file names and search words.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Swedish => number::swedish,
            Language::English => number::english,
        }));
        let (mut places, mut errors) = (BTreeMap::new(), Vec::new());
        for (name, text) in sources {
            let read = source::read(name, text);
            bundle.add_resource_overriding(read.resource);
            errors.extend(read.errors);
            for (key, line) in read.keys {
                places.insert(key, Place { name: (*name).to_owned(), line });
            }
        }
        places.retain(|key, _| bundle.has_message(key));
        let texts = Texts { language, bundle, places };
        errors.extend(texts.broken_references());
        if errors.is_empty() { Ok(texts) } else { Err(errors) }
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `key`; `None` if there is none. An argument that is not given stands as `{$name}`.
    pub fn get(&self, key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.format(key, None, Some(arguments)).map(|(text, _)| text)
    }

    /// The text of `key.attribute`; `None` if there is none.
    pub fn attribute(&self, key: &str, attribute: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.format(key, Some(attribute), Some(arguments)).map(|(text, _)| text)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Every text that needs no argument, in order of key; `-` in keys is `_`, so that a template can name them.
    pub fn plain(&self) -> Vec<(String, String)> {
        let plain = |key: &str| {
            let (text, errors) = self.format(key, None, None)?;
            errors.is_empty().then(|| (key.replace('-', "_"), text))
        };
        self.keys().filter_map(plain).collect()
    }

    fn broken_references(&self) -> Vec<TextError> {
        let mut errors = Vec::new();
        for (key, place) in &self.places {
            let attributes = self.bundle.get_message(key).into_iter().flat_map(|message| {
                message.attributes().map(|attribute| attribute.id().to_owned()).collect::<Vec<_>>()
            });
            let parts = std::iter::once(None).chain(attributes.map(Some));
            let faults =
                parts.filter_map(|part| self.format(key, part.as_deref(), None)).flat_map(|(_, faults)| faults);
            errors.extend(faults.filter(|fault| !is_argument(fault)).map(|fault| TextError {
                name: place.name.clone(),
                line: place.line,
                message: format!("`{key}`: {fault}"),
            }));
        }
        errors
    }

    fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        arguments: Option<&[(&str, Argument)]>,
    ) -> Option<(String, Vec<FluentError>)> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let arguments = arguments.map(fluent_arguments);
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments.as_ref(), &mut errors).into_owned();
        Some((text, errors))
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Texts").field("language", &self.language).field("keys", &self.places.len()).finish()
    }
}

/// Arguments are given when a text is shown; that one is missing before says nothing.
fn is_argument(fault: &FluentError) -> bool {
    matches!(fault, FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { .. })))
}

fn fluent_arguments<'a>(arguments: &'a [(&str, Argument)]) -> FluentArgs<'a> {
    let value = |argument: &'a Argument| match argument {
        Argument::Text(text) => FluentValue::from(text.as_str()),
        Argument::Number(number) => FluentValue::from(*number),
    };
    arguments.iter().map(|(name, argument)| ((*name).to_owned(), value(argument))).collect()
}

#[cfg(test)]
mod tests;
