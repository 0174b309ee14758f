//! Words that the glossary asks nobody to write, as they stand in titles, short versions and texts of Swedish originals.

use super::{case::Case, outline::Outline, texts::Text};
use crate::{
    diagnostic::{Code, Span},
    model::{FieldPath, Role, Site, Step},
    parse::markdown::Scan,
};

/// A spelling to avoid, and the term as it is written.
pub(super) struct Avoided {
    written: String,
    right: String,
}

/// Every spelling that the glossary warns about.
pub(super) fn avoided(site: &Site) -> Vec<Avoided> {
    let terms = site.with_role(Role::Glossary).map(|(_, term)| Outline::new(site, term));
    let spellings = terms.flat_map(|term| {
        term.avoided().map(move |written| Avoided { written: written.to_owned(), right: term.title().to_owned() })
    });
    spellings.collect()
}

/// Looks for the spellings in a document.
pub(super) fn check(case: &mut Case<'_>, avoided: &[Avoided]) {
    if avoided.is_empty() {
        return;
    }
    let fields = &case.document.fields;
    let short = ["titel", "kortversion"].into_iter().filter_map(|key| Some((key, fields.text(key)?)));
    let short: Vec<Text<'_>> = short
        .map(|(key, markdown)| Text::new(Some(vec![Step::Key(key.to_owned())]), markdown, Scan::default()))
        .collect();
    // What a source got wrong is quoted as it stands there.
    let is_quote = |way: &FieldPath| way.first() == Some(&Step::Key("källfel".to_owned()));
    let sheet = case.sheet();
    let long = sheet.texts.iter().filter(|text| !text.way.as_ref().is_some_and(is_quote));
    for text in short.iter().chain(long) {
        for term in avoided {
            for span in places(text.markdown, &term.written) {
                case.tell_in(Code::TermDrifts, text, (span, &term.written)).arguments =
                    vec![("written", term.written.clone()), ("right", term.right.clone())];
            }
        }
    }
}

/// Where a word stands as a whole in a text, code and targets of links left out.
fn places(text: &str, word: &str) -> Vec<Span> {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for (start, _) in line.match_indices(word) {
            let (before, after) = (&line[..start], &line[start + word.len()..]);
            let inside = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric());
            let whole = !inside(before.chars().next_back()) && !inside(after.chars().next());
            let target = before.rfind("](").is_some_and(|open| !before[open..].contains(')'));
            let code = before.matches('`').count() % 2 == 1;
            if whole && !target && !code {
                let (line, column) = (number(index + 1), number(before.chars().count() + 1));
                found.push(Span { line, column, length: number(word.chars().count()) });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn whole_words_in_what_is_read() {
        for (text, columns) in [
            ("Rådet heter BRÅ.", vec![13]),
            ("bRÅ BRÅN xBRÅ", vec![]),
            ("Vi\nkan `BRÅ` och [BRÅ](a/BRÅ), BRÅ-möte.", vec![16, 29]),
        ] {
            assert_eq!(places(text, "BRÅ").iter().map(|span| span.column).collect::<Vec<_>>(), columns, "{text}");
        }
    }
}
