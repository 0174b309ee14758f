//! Static files of the theme: named by their content, so that browsers may keep them for ever.

use super::{Output, edition::Edition};
use crate::theme::{View, view};
use crate::{model::Site, theme::Theme};

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
            .map(|(path, bytes)| (path.clone(), hashed(path, lean(path, bytes))))
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
    pub(super) fn view(&self, edition: Edition<'_>) -> View {
        let url = |output: &Output| edition.path(&format!("/{}", output.path));
        let other = |path: &str| self.others.iter().find(|(known, _)| known == path).map(|(_, output)| url(output));
        view!({
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

/// A script without lines of comment and without indentation, which only we read. A text over several lines means its
/// indentation: a script where one may stand is left as it is, and so is all that is no script.
fn lean(path: &str, bytes: &[u8]) -> Vec<u8> {
    let is_split = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    let script = std::str::from_utf8(bytes).ok().filter(|_| path.ends_with(".js"));
    let Some(script) = script.filter(|script| !script.lines().any(is_split)) else { return bytes.to_vec() };
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
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

#[cfg(test)]
mod tests {
    use super::lean;

    fn published(path: &str, text: &str) -> String {
        String::from_utf8(lean(path, text.as_bytes())).unwrap()
    }

    #[test]
    fn scripts_lose_comments_and_indentation() {
        let script = "// What it does.\nif (a) {\n  // Why.\n  b('https://c'); // stays\n\n}\n";
        assert_eq!(published("js/a.js", script), "if (a) {\nb('https://c'); // stays\n}\n");
    }

    #[test]
    fn texts_over_several_lines_keep_what_they_hold() {
        for script in ["const a = `\n  // b\n`;\n", "const a = 'b\\\n  c';\n"] {
            assert_eq!(published("js/a.js", script), script);
        }
        assert_eq!(published("js/a.js", "  const a = `b ${c}`;\n"), "const a = `b ${c}`;\n");
    }

    #[test]
    fn other_files_are_left_as_they_are() {
        assert_eq!(published("a.svg", "  // a\n"), "  // a\n");
        assert_eq!(lean("js/a.js", b"  \xff"), b"  \xff");
    }
}
