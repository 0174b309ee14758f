//! Splits a source file into its front matter and its Markdown. Accepts a byte order mark and Windows line breaks.

use crate::diagnostic::{Code, Diagnostic, Span};
use std::{borrow::Cow, ops::Range, sync::Arc};

/// A source split in two; both ranges are of `source`.
#[derive(Debug, Clone)]
pub(crate) struct Split {
    /// The text with `\n` line breaks and without a byte order mark.
    pub(crate) source: Arc<str>,
    /// The YAML.
    pub(crate) front: Range<usize>,
    /// The Markdown; empty in a file that is only YAML.
    pub(crate) body: Range<usize>,
}

/// Turns bytes into text with one kind of line break.
///
/// # Errors
/// A diagnostic when the bytes are not UTF-8, with the line of the first that is not.
pub(crate) fn text(bytes: &[u8], path: &str) -> Result<Arc<str>, Diagnostic> {
    normalized(bytes, path).map(Into::into)
}

/// The same, which is the bytes themselves where they are as they should be.
pub(crate) fn normalized<'b>(bytes: &'b [u8], path: &str) -> Result<Cow<'b, str>, Diagnostic> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) if text.contains('\r') => Ok(text.replace("\r\n", "\n").replace('\r', "\n").into()),
        Ok(text) => Ok(text.into()),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let span = Span { line: u32::try_from(line).unwrap_or(u32::MAX), column: 0, length: 0 };
            let shown = String::from_utf8_lossy(bytes);
            let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
            Err(Diagnostic::new(Code::FileNotUtf8, path).at(span, &shown).with("byte", format!("{byte:#04x}")))
        }
    }
}

/// Finds the front matter of a Markdown file.
///
/// # Errors
/// A diagnostic when there is none or when it never ends.
pub(crate) fn split(source: Arc<str>, path: &str) -> Result<Split, Diagnostic> {
    let first = Span { line: 1, column: 1, length: 0 };
    let start = match source.find('\n') {
        Some(end) if source[..end].trim_end() == "---" => end + 1,
        _ => return Err(Diagnostic::new(Code::FrontMatterMissing, path).at(first, &source)),
    };
    let mut offset = start;
    for line in source[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let body = offset + line.len()..source.len();
            return Ok(Split { source: source.clone(), front: start..offset, body });
        }
        offset += line.len();
    }
    Err(Diagnostic::new(Code::FrontMatterUnclosed, path).at(Span { length: 3, ..first }, &source))
}

/// A file that is only YAML; a line of `---` at its top is allowed.
pub(crate) fn whole(source: Arc<str>) -> Split {
    let start = if source.starts_with("---\n") { 4 } else { 0 };
    let end = source.len();
    Split { source, front: start..end, body: end..end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_whatever_the_line_breaks() {
        for bytes in
            ["---\ntitel: Å\n---\nText\n", "---\r\ntitel: Å\r\n---\r\nText\r\n", "\u{feff}---\ntitel: Å\n--- \nText\n"]
        {
            let split = split(text(bytes.as_bytes(), "a.md").unwrap(), "a.md").unwrap();
            assert_eq!(&split.source[split.front], "titel: Å\n");
            assert_eq!(&split.source[split.body], "Text\n");
        }
    }

    #[test]
    fn tells_what_is_missing() {
        for (source, code) in [
            ("# Rubrik\n", Code::FrontMatterMissing),
            ("", Code::FrontMatterMissing),
            ("---\ntitel: Å\n", Code::FrontMatterUnclosed),
        ] {
            assert_eq!(split(source.into(), "a.md").unwrap_err().code, code);
        }
        let latin = text(b"---\ntitel: H\xe4r\n", "a.md").unwrap_err();
        assert_eq!((latin.code, latin.span.line), (Code::FileNotUtf8, 2));
    }
}
