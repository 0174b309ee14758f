//! Settings: can the colours be read and seen, and is there what a real site needs?

use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Settings, Step},
    parse::locate_setting,
};

/// What text of normal size needs against its ground, by WCAG 2.2.
const REQUIRED: f64 = 4.5;

/// What a site that is not a demonstration needs: the way to a setting, and why.
const NEEDED: &[(&[&str], &str)] = &[
    (&["utgivare", "orgnr"], "why-organisation-number"),
    (&["återkoppling"], "why-feedback"),
    (&["tillgänglighet"], "why-accessibility"),
    (&["integritet"], "why-privacy"),
];

/// Holds the settings against the rules.
pub(super) fn check(settings: &Settings) -> Vec<Diagnostic> {
    let mut told = colours(settings);
    let is_shown = settings.fields.group("demonstration").is_none() && !settings.is_hidden();
    if is_shown {
        told.extend(needed(settings));
    }
    told
}

fn colours(settings: &Settings) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let Some(colours) = settings.fields.group("färger") else { return told };
    for (key, value) in colours.iter() {
        let Some(written) = value.as_text() else { continue };
        let name = format!("färger.{key}");
        let at = |code| at(settings, &["färger", key], code).with("key", name.clone()).with("written", written);
        match luminance(written) {
            None => told.push(at(Code::ColourUnread)),
            // Only the brand's colour is a ground for white text and a text on white.
            Some(colour) if &**key == "märke" => {
                let ratio = 1.05 / (colour + 0.05);
                if ratio < REQUIRED {
                    told.push(at(Code::ColourContrast).with("ratio", shown(ratio)).with("required", shown(REQUIRED)));
                }
            }
            Some(_) => {}
        }
    }
    told
}

fn needed(settings: &Settings) -> Vec<Diagnostic> {
    let missing = NEEDED.iter().filter(|(way, _)| match way {
        [group, key] => settings.text_in(group, key).is_none(),
        [key] => settings
            .fields
            .group(key)
            .is_none_or(|group| group.iter().all(|(_, value)| *value == crate::model::Value::Unknown)),
        _ => false,
    });
    missing
        .map(|(way, why)| at(settings, way, Code::SettingNeeded).with("key", way.join(".")).with("why", *why))
        .collect()
}

fn at(settings: &Settings, way: &[&str], code: Code) -> Diagnostic {
    let way: Vec<Step> = way.iter().map(|key| Step::Key((*key).to_owned())).collect();
    Diagnostic::new(code, settings.path.clone()).at(locate_setting(settings, &way), &settings.source)
}

/// A number with two decimals, as Swedish writes it; cut, so that what is too little never looks enough.
fn shown(number: f64) -> String {
    format!("{:.2}", (number * 100.0).floor() / 100.0).replace('.', ",")
}

/// The relative luminance of `#rrggbb`, 0–1, by WCAG.
fn luminance(written: &str) -> Option<f64> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |range: std::ops::Range<usize>| {
        let value = f64::from(u8::from_str_radix(&digits[range], 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * part(0..2)? + 0.7152 * part(2..4)? + 0.0722 * part(4..6)?)
}

#[cfg(test)]
mod tests {
    use super::{luminance, shown};

    #[test]
    fn contrast_against_white() {
        for (colour, ratio) in
            [("#000000", "21,00"), ("#ffffff", "1,00"), ("#767676", "4,54"), ("#777777", "4,47"), ("#0b4a5e", "9,74")]
        {
            assert_eq!(shown(1.05 / (luminance(colour).unwrap() + 0.05)), ratio, "{colour}");
        }
        for unread in ["blå", "#fff", "#12345g", "123456", "#å1234"] {
            assert_eq!(luminance(unread), None, "{unread}");
        }
    }
}
