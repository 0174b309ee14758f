//! Why a text is not YAML: the parser's words, turned into our own diagnostics.
//! Slips that the parser notices late, or not at all, are looked for in `slips`.

use super::{SyntaxProblem, slips, spans};
use crate::diagnostic::Code;

/// How our own visitor begins its words on a key that stands twice.
pub(super) const DUPLICATE: &str = "duplicate key: ";

/// What the parser's words mean, with the place where the slip was made rather than where it was noticed.
pub(super) fn problem(text: &str, error: &serde_yaml::Error) -> SyntaxProblem {
    let message = error.to_string();
    let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
    let found = |code, line: usize, column: usize, arguments| SyntaxProblem {
        code,
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: u32::try_from(column).unwrap_or(0),
        arguments,
    };
    let line_text = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    if let Some(start) = message.find(DUPLICATE) {
        let key = message[start + DUPLICATE.len()..].split(" at line").next().unwrap_or_default();
        let (first, second) = spans::duplicate(text, key).unwrap_or((1, (line, 0)));
        return found(
            Code::KeyDuplicate,
            second.0,
            second.1,
            vec![("key", key.to_owned()), ("first", first.to_string())],
        );
    }
    if message.contains("repetition limit") {
        // The parser gives no place; the first name that is given for repeating is where it begins.
        let first = text.lines().position(|line| line.contains(": &")).map_or(line, |index| index + 1);
        return found(Code::YamlRepetition, first, 0, Vec::new());
    }
    if message.contains("recursion limit") {
        return found(Code::YamlDepth, line, 0, Vec::new());
    }
    if let Some((line, column)) = tab(text, line) {
        return found(Code::YamlTab, line, column, Vec::new());
    }
    if let Some((line, column, quote)) = open_quote(text, &message) {
        let quote = quote.to_string();
        return found(Code::YamlQuote, line, column, vec![("quote", quote.clone()), ("closing", quote)]);
    }
    if let Some(slip) = slips::in_value(text, line) {
        return found(slip.code, slip.line, slip.column, slip.arguments);
    }
    if let Some((line, column, key, value)) = inner_colon(text, line, line_text) {
        let (quote, value) = slips::quoted(&value);
        return found(Code::YamlColon, line, column, vec![("key", key), ("value", value), ("quote", quote)]);
    }
    if let Some((line, column)) = opened(&message, "while parsing a flow ") {
        return open_bracket(text, line, column).map_or_else(
            || found(Code::YamlSyntax, line, column, Vec::new()),
            |(bracket, closing)| {
                let arguments = vec![("quote", bracket.to_string()), ("closing", closing.to_string())];
                found(Code::YamlQuote, line, column, arguments)
            },
        );
    }
    if let Some(slip) = slips::in_line(text, line) {
        return found(slip.code, slip.line, slip.column, slip.arguments);
    }
    found(Code::YamlSyntax, line, column, Vec::new())
}

/// The place where something that never ends was opened: after `what`, in the parser's own words.
fn opened(message: &str, what: &str) -> Option<(usize, usize)> {
    let rest = &message[message.find(what)? + what.len()..];
    let rest = &rest[rest.find("at line ")?..];
    let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// A tab in the indentation of the line or the one before: the parser reports it late.
fn tab(text: &str, line: usize) -> Option<(usize, usize)> {
    let near = text.lines().enumerate().skip(line.saturating_sub(2)).take(3);
    let mut indents = near.map(|(index, content)| (index + 1, &content[..content.len() - content.trim_start().len()]));
    indents.find_map(|(line, indent)| indent.find('\t').map(|column| (line, column + 1)))
}

/// The place where a quote that never ends was opened.
fn open_quote(text: &str, message: &str) -> Option<(usize, usize, char)> {
    let (line, column) = opened(message, "while scanning a quoted scalar ")?;
    let quote = text.lines().nth(line - 1)?.chars().nth(column - 1)?;
    Some((line, column, quote))
}

/// The bracket that was opened and never closed, with the one that closes it.
fn open_bracket(text: &str, line: usize, column: usize) -> Option<(char, char)> {
    match text.lines().nth(line.checked_sub(1)?)?.chars().nth(column.checked_sub(1)?)? {
        '[' => Some(('[', ']')),
        '{' => Some(('{', '}')),
        _ => None,
    }
}

/// `titel: Plan: trygghet`: a colon and a space inside a value that has no quotes.
fn inner_colon(text: &str, line: usize, line_text: &str) -> Option<(usize, usize, String, String)> {
    let before = line.checked_sub(2).and_then(|index| text.lines().nth(index)).unwrap_or_default();
    let candidates = [(line, line_text), (line.saturating_sub(1), before)];
    candidates.into_iter().find_map(|(line, content)| {
        let (key, value) = content.split_once(": ")?;
        let value = value.trim();
        let quoted = value.starts_with(['"', '\'', '[', '{', '|', '>', '#']);
        let is_flow = key.trim_start_matches([' ', '-']).starts_with(['{', '[']);
        if quoted || is_flow || !(value.contains(": ") || value.ends_with(':')) {
            return None;
        }
        let column =
            content.chars().count() - content.trim_start().chars().count() + key.trim_start().chars().count() + 3;
        Some((line, column, key.trim().trim_start_matches("- ").to_owned(), value.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::diagnostic::Code;

    #[test]
    fn problems_are_told_in_our_own_terms() {
        let bomb = format!("a: &a [x,x,x,x,x,x,x,x,x]\n{}", bomb_lines());
        let deep = format!("a: {}", "[".repeat(20_000));
        for (text, code, line, column) in [
            ("titel: Plan: trygghet\n", Code::YamlColon, 1, 8),
            ("a: 1\n\tb: 2\n", Code::YamlTab, 2, 1),
            ("a: 1\nb: \"öppet\nc: 3\n", Code::YamlQuote, 2, 4),
            ("a: 1\nb: 2\na: 3\n", Code::KeyDuplicate, 3, 1),
            ("b: 1\na: [1, 2\n", Code::YamlQuote, 2, 4),
            (&bomb, Code::YamlRepetition, 1, 0),
            (&deep, Code::YamlDepth, 0, 0),
        ] {
            let found = parse(text).unwrap_err();
            assert_eq!(found.code, code, "{found:?}");
            if line > 0 {
                assert_eq!((found.line, found.column), (line, column), "{code:?}");
            }
        }
    }

    fn bomb_lines() -> String {
        let letters = "abcdefghi".as_bytes();
        letters
            .windows(2)
            .map(|pair| {
                format!("{1}: &{1} [*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0}]\n", pair[0] as char, pair[1] as char)
            })
            .collect()
    }
}
