//! Addresses: the only place that knows how a path in `content/` becomes a path on the site.

use std::{fmt, sync::Arc};

/// First segments that the engine's own pages use; no scope, collection or page may be named so.
pub const RESERVED: &[&str] = &[
    "assets",
    "en",
    "fel-i-kallor",
    "integritet",
    "laget",
    "lattlast",
    "nytt",
    "sa-bedoms-laget",
    "saknas",
    "search",
    "slutsatser",
    "sok",
    "tillganglighet",
    "404",
    "filer",
];

/// The segment under a list's address where its facets begin.
pub const FACET: &str = "efter";
/// The segment under a list's address where its later pages begin.
pub const NUMBERED: &str = "sida";

/// The list from A to Ö; the pages of its letters stand below it.
pub const LETTERED: &str = "sok";

/// Whether a page comes and goes with what it lists: one of a facet's, a later one, or that of a letter. The path is
/// that of the site, without a slash before it.
pub fn is_passing(path: &str) -> bool {
    let has = |segment: &str| path.contains(&format!("/{segment}/"));
    let below = path.strip_prefix(LETTERED).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1);
    has(FACET) || has(NUMBERED) || below
}

/// Which version of a document: the original, a translation or the easy-read one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Variant {
    /// The Swedish original.
    Original,
    /// Easy-read Swedish.
    EasyRead,
    /// A translation, by its language tag.
    Translation(Arc<str>),
}

impl Variant {
    /// The suffix in file names and the first segment of addresses; empty for the original.
    pub fn code(&self) -> &str {
        match self {
            Self::Original => "",
            Self::EasyRead => "lattlast",
            Self::Translation(language) => language,
        }
    }

    /// The variant of a suffix.
    pub fn named(code: &str) -> Self {
        match code {
            "" => Self::Original,
            "lattlast" => Self::EasyRead,
            language => Self::Translation(language.into()),
        }
    }

    /// The language tag of its text, BCP 47.
    pub fn language(&self) -> &str {
        match self {
            Self::Original | Self::EasyRead => "sv",
            Self::Translation(language) => language,
        }
    }

    /// The language of the interface around it: English for English, else Swedish.
    pub fn interface(&self) -> &'static str {
        match self {
            Self::Translation(language) if &**language == "en" => "en",
            _ => "sv",
        }
    }
}

/// The path of a page on the site, from its root, with a slash at both ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(Arc<str>);

impl Address {
    /// The address of segments such as `lekeberg/medborgarloften`; empty segments make the root.
    pub fn new(variant: &Variant, path: &str) -> Self {
        let segments = [variant.code(), path.trim_matches('/')];
        let mut address = String::from("/");
        for segment in segments.into_iter().filter(|segment| !segment.is_empty()) {
            address.push_str(segment);
            address.push('/');
        }
        Self(address.into())
    }

    /// A page below this one.
    #[must_use]
    pub fn join(&self, path: &str) -> Self {
        Self(format!("{}{}/", self.0, path.trim_matches('/')).into())
    }

    /// The path of the file that answers to it, from the output's root.
    pub fn file(&self) -> String {
        format!("{}index.html", &self.0[1..])
    }

    /// The path from the site's root.
    pub fn path(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name of a file or folder in plain ASCII: `Övre Åker` gives `ovre-aker`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        let plain = match character {
            'å' | 'ä' | 'á' | 'à' | 'â' => 'a',
            'ö' | 'ø' | 'ó' | 'ô' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' => 'u',
            'í' | 'ï' => 'i',
            other => other,
        };
        if plain.is_ascii_alphanumeric() {
            slug.push(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Whether a name is already what `slug` would make of it.
pub fn is_slug(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !name.is_empty()
        && name.bytes().all(plain)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_of_a_path() {
        let english = Variant::named("en");
        for (variant, path, address, file) in [
            (&Variant::Original, "", "/", "index.html"),
            (
                &Variant::Original,
                "lekeberg/kontakter/112",
                "/lekeberg/kontakter/112/",
                "lekeberg/kontakter/112/index.html",
            ),
            (&english, "", "/en/", "en/index.html"),
            (&Variant::EasyRead, "hot", "/lattlast/hot/", "lattlast/hot/index.html"),
        ] {
            let made = Address::new(variant, path);
            assert_eq!((made.path(), made.file().as_str()), (address, file));
        }
    }

    proptest::proptest! {
        #[test]
        fn a_slug_is_what_slug_leaves(name in "[a-cA å-]{0,6}") {
            proptest::prop_assert_eq!(is_slug(&name), !name.is_empty() && slug(&name) == name);
        }
    }

    #[test]
    fn pages_that_come_and_go() {
        for path in ["laget/sida/2/", "kontakter/efter/situation/brand/", "sok/a-ring/", "sok/a/sida/2/"] {
            assert!(is_passing(path), "{path}");
        }
        for path in ["sok/", "laget/", "sokord/a/", "lekeberg/"] {
            assert!(!is_passing(path), "{path}");
        }
    }

    #[test]
    fn slugs_are_plain_ascii() {
        for (text, slugged) in [
            ("Övre Åker", "ovre-aker"),
            ("Tryggare badplatser!", "tryggare-badplatser"),
            ("2020–2021", "2020-2021"),
            ("  --", ""),
        ] {
            assert_eq!(slug(text), slugged);
            assert!(is_slug(slugged) || slugged.is_empty());
        }
    }
}
