//! The site's settings, as `insyn.yaml` gives them; which keys there are is declared in `parse/shapes/settings.yaml`.

use super::{address::Variant, value::Fields};
use std::sync::Arc;

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Every value, by declared key.
    pub fields: Fields,
    /// The versions of documents that the site has besides the original, in the order of the switcher.
    pub variants: Vec<Variant>,
    /// The file they came from.
    pub path: Arc<str>,
    /// Its text, for messages.
    pub source: Arc<str>,
}

impl Settings {
    /// A text that is given in each language of the interface, such as `titel`.
    pub fn label(&self, key: &str, language: &str) -> Option<&str> {
        let texts = self.fields.group(key)?;
        texts.text(language).or_else(|| texts.text("sv"))
    }

    /// A text in a group, such as `utgivare` and `namn`.
    pub fn text_in(&self, group: &str, key: &str) -> Option<&str> {
        self.fields.group(group)?.text(key)
    }

    /// The name of the theme.
    pub fn theme(&self) -> &str {
        self.fields.text("tema").unwrap_or("insyn")
    }

    /// The address of the site without a slash at its end: scheme, host and path.
    pub fn base_url(&self) -> &str {
        self.fields.text("base_url").unwrap_or_default().trim_end_matches('/')
    }

    /// The path of `base_url`, without a slash at its end; empty for a site at the root of its host.
    pub fn base_path(&self) -> &str {
        let url = self.base_url();
        let host = url.find("://").map_or(0, |start| start + 3);
        url[host..].find('/').map_or("", |slash| &url[host + slash..])
    }

    /// Whether search engines are asked to stay away.
    pub fn is_hidden(&self) -> bool {
        self.fields.is_yes("noindex")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Value;

    #[test]
    fn base_path_of_an_address() {
        for (url, path) in [
            ("https://insyn.example/", ""),
            ("https://insyn.example", ""),
            ("https://www.example/trygg/insyn/", "/trygg/insyn"),
        ] {
            let mut fields = Fields::default();
            fields.set("base_url".into(), Value::Url(url.into()));
            let settings = Settings { fields, variants: Vec::new(), path: "insyn.yaml".into(), source: "".into() };
            assert_eq!(settings.base_path(), path, "{url}");
        }
    }
}
