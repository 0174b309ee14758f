//! Static files of the theme: named by their content, so that browsers may keep them for ever.

use super::{Output, edition::Edition};
use crate::{model::Site, theme::Theme};
use serde_json::{Value, json};

/// The assets of a site.
pub(super) struct Assets {
    css: Output,
    theme_css: Output,
    others: Vec<(String, Output)>,
    logo: Option<String>,
}

/// The folder of assets.
const FOLDER: &str = "assets";

impl Assets {
    /// Makes the assets of a theme for a site.
    pub(super) fn new(site: &Site, theme: &Theme) -> Self {
        let others: Vec<(String, Output)> = theme
            .statics
            .iter()
            .filter(|(path, _)| !path.starts_with("css/"))
            .map(|(path, bytes)| (path.clone(), hashed(path, bytes.clone())))
            .collect();
        let mut css = theme.stylesheet();
        for (path, output) in &others {
            // A stylesheet names its fonts by their place beside it in the theme.
            let name = output.path.rsplit('/').next().unwrap_or_default();
            css = css.replace(&format!("../{path}"), name);
        }
        let logo = site
            .settings
            .fields
            .text("logotyp")
            .and_then(|path| site.attachments.get(path))
            .map(|file| file.name.to_string());
        Self {
            css: hashed("insyn.css", css.into_bytes()),
            theme_css: hashed("farger.css", colours(site).into_bytes()),
            others,
            logo,
        }
    }

    /// The addresses of the assets, as templates see them.
    pub(super) fn view(&self, edition: Edition<'_>) -> Value {
        let url = |output: &Output| edition.path(&format!("/{}", output.path));
        let other = |path: &str| self.others.iter().find(|(known, _)| known == path).map(|(_, output)| url(output));
        json!({
            "css": url(&self.css),
            "theme_css": url(&self.theme_css),
            "js": other("js/site.js"),
            "search_js": other("js/search.js"),
            "suggest_js": other("js/suggest.js"),
            "favicon": other("favicon.svg"),
            "logo": self.logo.as_ref().map(|name| edition.path(&format!("/{name}"))),
            "og": null,
        })
    }

    /// The files.
    pub(super) fn outputs(&self) -> impl Iterator<Item = Output> + '_ {
        [&self.css, &self.theme_css].into_iter().chain(self.others.iter().map(|(_, output)| output)).cloned()
    }
}

/// `js/site.js` becomes `assets/site.3f2a….js`; licence texts keep their names.
fn hashed(path: &str, bytes: Vec<u8>) -> Output {
    let file = path.rsplit('/').next().unwrap_or(path);
    let hash = blake3::hash(&bytes).to_hex();
    let name = match file.rsplit_once('.') {
        Some((stem, ending)) if ending != "txt" => format!("{stem}.{}.{ending}", &hash[..10]),
        _ => file.to_owned(),
    };
    Output { path: format!("{FOLDER}/{name}"), bytes }
}

/// The site's own colours over those of the theme.
fn colours(site: &Site) -> String {
    let colour = |key: &str, property: &str| {
        let value = site.settings.text_in("färger", key)?;
        // `check` has refused everything that is no plain colour.
        value.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        Some(format!("  {property}: {value};\n"))
    };
    let lines: String = [colour("märke", "--brand"), colour("accent", "--accent")].into_iter().flatten().collect();
    format!(":root {{\n{lines}}}\n")
}
