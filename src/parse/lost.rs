//! Words that YAML takes for a remark, an anchor or a tag: they are written, and reach no page unless somebody tells.

use super::reader::{Reader, Spot};
use crate::{
    diagnostic::{Code, Span},
    model::{Field, FieldPath, Fields, Value, walk::walk},
};

/// Tells of a field that is empty because of the sign that its value begins with, such as `titel: #trygghet`; says
/// whether it is.
pub(super) fn instead_of_value(reader: &mut Reader<'_>, field: &Field) -> bool {
    let key = reader.span(&reader.way, Spot::Key, &[]);
    let after = reader.line(key.line).chars().skip((key.column + key.length).saturating_sub(1) as usize);
    let rest: String = after.collect();
    let Some(value) = rest.strip_prefix(':') else { return false };
    let before = value.chars().take_while(|sign| *sign == ' ').count();
    let value = value.trim();
    // A remark stands a blank away from its sign: `telefon: # frågas om`.
    let Some(sign) = value.chars().next().filter(|sign| matches!(sign, '#' | '&' | '!')) else { return false };
    if value.chars().nth(1).is_none_or(char::is_whitespace) {
        return false;
    }
    let column = key.column + key.length + 1 + u32::try_from(before).unwrap_or(0);
    let length = u32::try_from(value.chars().count()).unwrap_or(0);
    reader.tell_at(Code::YamlSign, Span { line: key.line, column, length }).arguments = vec![
        ("key", field.key.to_string()),
        ("sign", sign.to_string()),
        ("value", value.to_owned()),
        ("quote", "\"".to_owned()),
    ];
    true
}

/// Tells of words after ` #` in texts without quotes. Two blanks before the sign say that a remark is meant.
pub(super) fn after_value(reader: &mut Reader<'_>, fields: &Fields, declared: &[Field]) {
    if !reader.yaml().contains(" #") {
        return;
    }
    let mut texts: Vec<(String, FieldPath)> = Vec::new();
    walk(fields, declared, &mut |visited| {
        if matches!(visited.value, Value::Text(_) | Value::Prose(_)) {
            texts.push((visited.field.key.to_string(), visited.path()));
        }
    });
    for (key, way) in texts {
        let span = reader.span(&way, Spot::Value, declared);
        let signs: Vec<char> = reader.line(span.line).chars().collect();
        let start = span.column.saturating_sub(1) as usize;
        let end = start + span.length as usize;
        let plain = signs.get(start).is_some_and(|sign| !matches!(sign, '"' | '\'' | '|' | '>'));
        if plain && signs.get(end..end + 2) == Some(&[' ', '#']) && end > start {
            let lost: String = signs[end + 1..].iter().collect();
            let length = u32::try_from(lost.chars().count()).unwrap_or(0);
            let column = u32::try_from(end + 2).unwrap_or(0);
            reader.tell_at(Code::TextLost, Span { line: span.line, column, length }).arguments =
                vec![("key", key), ("lost", lost)];
        }
    }
}
