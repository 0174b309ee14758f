//! Slips of the hand that YAML reports badly: a sign at the wrong place, a missing space or colon, a crooked indentation.
//! Looked for near the line where the parser stopped, and only after it has stopped: none of this is a fault in itself.

use crate::diagnostic::Code;

/// A slip, at a line and column that count from 1; column 0 means the whole line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) code: Code,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) arguments: Vec<(&'static str, String)>,
}

/// Signs that mean something to YAML at the beginning of a value.
const SIGNS: &[char] = &['@', '`', '%', '*', '&', '!', ','];
/// Signs that word processors put before the items of a list.
const BULLETS: &[char] = &['–', '—', '•', '·', '*', '◦', '▪'];

/// A line of the text, with what the rules ask of it.
struct Line<'t> {
    /// From 1.
    number: usize,
    /// Its blanks, `- ` counted as such.
    indent: usize,
    /// What comes after them.
    content: &'t str,
    /// The whole.
    whole: &'t str,
}

impl<'t> Line<'t> {
    fn new(number: usize, whole: &'t str) -> Self {
        let mut content = whole.trim_start();
        while let Some(rest) = content.strip_prefix("- ") {
            content = rest.trim_start();
        }
        let indent = whole.chars().count() - content.chars().count();
        Self { number, indent, content: content.trim_end(), whole }
    }

    /// Key and value, where the line is `key: value` or `key:`.
    fn entry(&self) -> Option<(&'t str, &'t str)> {
        let (key, value) = self.content.split_once(": ").or_else(|| Some((self.content.strip_suffix(':')?, "")))?;
        (!key.starts_with(['"', '\'', '[', '{', '#'])).then(|| (key, value.trim()))
    }

    fn slip(&self, code: Code, before: usize, arguments: Vec<(&'static str, String)>) -> Slip {
        Slip { code, line: self.number, column: self.indent + before + 1, arguments }
    }
}

/// A slip in one value, on the line where the parser stopped or the one before.
pub(super) fn in_value(text: &str, line: usize) -> Option<Slip> {
    near(text, line)
        .iter()
        .find_map(|line| blanks(line).or_else(|| bullet(line)).or_else(|| space(line)))
        .or_else(|| near(text, line).iter().find_map(|line| sign(line).or_else(|| inner_quote(line))))
        .or_else(|| open_quote(text, line))
}

/// A slip in how lines stand to each other.
pub(super) fn in_line(text: &str, line: usize) -> Option<Slip> {
    let lines = near(text, line);
    let crooked = lines.first().filter(|found| found.number == line).and_then(|found| indent(text, found));
    crooked.or_else(|| lines.iter().find_map(|line| colon(text, line)))
}

/// The quotes that fit around a value, and the value as it is to stand between them.
pub(super) fn quoted(value: &str) -> (String, String) {
    let inner = value.trim_matches(|sign| matches!(sign, '"' | '”' | '“' | '„'));
    if inner.contains('"') { ("'".into(), inner.replace('\'', "''")) } else { ("\"".into(), inner.to_owned()) }
}

/// The line of a number and the one before it that holds anything, unless they are part of a block of text.
fn near(text: &str, number: usize) -> Vec<Line<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let last = number.min(lines.len());
    let filled = (0..last).rev().filter(|index| !lines[*index].trim().is_empty()).take(2);
    filled.filter(|index| !in_block(&lines, *index)).map(|index| Line::new(index + 1, lines[index])).collect()
}

/// Whether the line is part of a text that began with `|` or `>` on a line above.
fn in_block(lines: &[&str], index: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut own = indent(lines[index]);
    for line in lines[..index].iter().rev().filter(|line| !line.trim().is_empty()) {
        if indent(line) < own {
            own = indent(line);
            if line.trim_end().trim_end_matches(['-', '+']).ends_with(['|', '>']) {
                return true;
            }
        }
    }
    false
}

/// Hard blanks in the indentation, from a web page or a word processor.
fn blanks(line: &Line<'_>) -> Option<Slip> {
    let column = line.whole.chars().take(line.indent).position(|sign| !sign.is_ascii())?;
    Some(Slip { code: Code::YamlIndent, line: line.number, column: column + 1, arguments: Vec::new() })
}

fn bullet(line: &Line<'_>) -> Option<Slip> {
    let sign = line.content.chars().next().filter(|sign| BULLETS.contains(sign))?;
    line.content[sign.len_utf8()..].starts_with(char::is_whitespace).then_some(())?;
    Some(line.slip(Code::YamlBullet, 0, vec![("sign", sign.to_string())]))
}

/// `titel:Plan`, or a hard blank after the colon.
fn space(line: &Line<'_>) -> Option<Slip> {
    let (key, rest) = line.content.split_once(':')?;
    let is_key = key.chars().all(|sign| sign.is_alphanumeric() || sign == '_') && key.contains(char::is_alphabetic);
    let glued = rest.starts_with(|sign: char| !matches!(sign, ' ' | '\t')) && !rest.starts_with("//");
    (is_key && glued).then(|| {
        let arguments = vec![("key", key.to_owned()), ("value", rest.trim().to_owned())];
        line.slip(Code::YamlSpace, key.chars().count(), arguments)
    })
}

/// A sign at the beginning of a value that makes YAML read something else than text.
fn sign(line: &Line<'_>) -> Option<Slip> {
    let (key, value) = line.entry()?;
    let first = value.chars().next()?;
    let rest = &value[first.len_utf8()..];
    let after = |closing: char| rest.rsplit_once(closing).is_some_and(|(_, after)| is_text(after));
    let wrong = match first {
        '-' | '?' => rest.starts_with(' '),
        '|' | '>' => is_text(rest.trim_start_matches(['-', '+', '1', '2', '3', '4'])),
        '[' => after(']'),
        '{' => after('}'),
        _ => SIGNS.contains(&first),
    };
    wrong.then(|| {
        let (quote, value) = quoted(value);
        let arguments = vec![("key", key.to_owned()), ("sign", first.to_string()), ("value", value), ("quote", quote)];
        line.slip(Code::YamlSign, key.chars().count() + 2, arguments)
    })
}

fn is_text(after: &str) -> bool {
    let after = after.trim();
    !after.is_empty() && !after.starts_with(['#', ','])
}

/// `titel: "Om "trygghet" i staden"`: the quote ends in the middle of the value.
fn inner_quote(line: &Line<'_>) -> Option<Slip> {
    let (key, value) = line.entry()?;
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let end = closing(value, quote)?;
    is_text(&value[end + 1..]).then(|| {
        let before = key.chars().count() + 2 + value[..end].chars().count();
        line.slip(Code::YamlInnerQuote, before, vec![("key", key.to_owned()), ("quote", quote.to_string())])
    })
}

/// The place of the quote that ends a quoted value.
fn closing(value: &str, quote: char) -> Option<usize> {
    let mut signs = value.char_indices().skip(1).peekable();
    while let Some((place, sign)) = signs.next() {
        let doubled = quote == '\'' && sign == quote && signs.peek().is_some_and(|(_, next)| *next == quote);
        if doubled || (quote == '"' && sign == '\\') {
            signs.next();
        } else if sign == quote {
            return Some(place);
        }
    }
    None
}

/// A quote that is open at the end of its line, where the next line is an entry of its own.
fn open_quote(text: &str, last: usize) -> Option<Slip> {
    let lines: Vec<&str> = text.lines().take(last).collect();
    (0..lines.len().saturating_sub(1)).filter(|index| !in_block(&lines, *index)).find_map(|index| {
        let line = Line::new(index + 1, lines[index]);
        let (key, value) = line.entry()?;
        let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
        let next = Line::new(index + 2, lines[index + 1]);
        let open = closing(value, quote).is_none() && next.indent <= line.indent && next.entry().is_some();
        open.then(|| {
            let quote = quote.to_string();
            line.slip(Code::YamlQuote, key.chars().count() + 2, vec![("quote", quote.clone()), ("closing", quote)])
        })
    })
}

/// An entry that is indented more than the one above, which has its value already, or one step beside it.
fn indent(text: &str, line: &Line<'_>) -> Option<Slip> {
    let (_, _) = line.entry()?;
    let above = near(text, line.number - 1).into_iter().next()?;
    let (_, value) = above.entry()?;
    let deeper = line.indent > above.indent && !value.is_empty();
    let beside = line.indent.abs_diff(above.indent) == 1;
    (deeper || beside).then(|| line.slip(Code::YamlIndent, 0, Vec::new()))
}

/// A line without a colon where an entry must stand.
fn colon(text: &str, line: &Line<'_>) -> Option<Slip> {
    let above = near(text, line.number.saturating_sub(1)).into_iter().next();
    let is_item = line.whole.trim_start().starts_with("- ");
    let own = line.whole.len() - line.whole.trim_start().len();
    let level =
        above.as_ref().is_none_or(|above| if is_item { own <= above.indent } else { line.indent <= above.indent });
    let filled = above.is_none_or(|above| above.entry().is_none_or(|(_, value)| !value.is_empty() || !is_item));
    let plain = line.entry().is_none() && !line.content.starts_with(['#', '[', '{', '"', '\'', ']', '}']);
    (level && filled && plain).then(|| Slip {
        code: Code::YamlNoColon,
        line: line.number,
        column: 0,
        arguments: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::diagnostic::Code;

    #[test]
    fn slips_are_told_where_they_were_made() {
        for (text, code, line, column) in [
            ("titel:Plan\nslag: råd\n", Code::YamlSpace, 1, 6),
            ("titel:\u{a0}Plan\nslag: råd\n", Code::YamlSpace, 1, 6),
            ("id: a\ntitel:Plan\nslag: råd\n", Code::YamlSpace, 2, 6),
            ("id: a\ntitel Plan\nslag: råd\n", Code::YamlNoColon, 2, 0),
            ("titel Plan\nslag: råd\n", Code::YamlNoColon, 1, 0),
            ("text: Vi\n- går\nslag: råd\n", Code::YamlNoColon, 2, 0),
            ("text: |\nVi går.\nslag: råd\n", Code::YamlNoColon, 2, 0),
            ("titel: @polisen\n", Code::YamlSign, 1, 8),
            ("id: a\ntitel: %del\n", Code::YamlSign, 2, 8),
            ("titel: `kod`\nid: a\n", Code::YamlSign, 1, 8),
            ("titel: *Plan* nu\nid: a\n", Code::YamlSign, 1, 8),
            ("titel: - Plan\nid: a\n", Code::YamlSign, 1, 8),
            ("titel: > 10 år\nid: a\n", Code::YamlSign, 1, 8),
            ("titel: [Plan] nu\nid: a\n", Code::YamlSign, 1, 8),
            ("titel: \"Om \"trygghet\" nu\"\nid: a\n", Code::YamlInnerQuote, 1, 12),
            ("titel: 'Lars's plan'\nid: a\n", Code::YamlInnerQuote, 1, 13),
            ("titel: \"Plan\nid: a\ntext: \"Ett\"\n", Code::YamlQuote, 1, 8),
            ("titel: Plan\n  id: a\n", Code::YamlIndent, 2, 3),
            ("a:\n  - id: a\n     text: b\n", Code::YamlIndent, 3, 6),
            ("a:\n   - id: a\n    text: b\n", Code::YamlIndent, 3, 5),
            ("a:\n  - id: a\n\u{a0}   text: b\n    c: d\n", Code::YamlIndent, 3, 1),
            ("a:\n  – id: a\n    text: b\n", Code::YamlBullet, 2, 3),
        ] {
            let found = parse(text).expect_err(text);
            assert_eq!((found.code, found.line, found.column), (code, line, column), "{text}");
        }
    }
}
