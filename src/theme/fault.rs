//! What the template engine says of a broken template, taken apart: the reason, the template, the place, the line.

use crate::diagnostic::{Code, Diagnostic, Span, near};
use std::sync::Arc;

/// A fault in a template.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fault {
    /// The template that holds it; empty when the engine names none.
    pub template: String,
    /// The place in it.
    pub span: Span,
    /// The line that the place is on.
    pub excerpt: Option<String>,
    /// The engine's words, without place and excerpt.
    pub reason: String,
    /// A template that is named and is not there.
    pub missing: Option<String>,
}

impl Fault {
    /// A template that cannot be read.
    pub(super) fn broken(self, theme: &str, templates: &[&str]) -> Diagnostic {
        match self.missing.clone() {
            Some(name) => {
                let near = near(&name, templates.iter().copied()).unwrap_or_default();
                self.tell(Code::TemplateMissing, theme).with("name", name).with("near", near)
            }
            None => {
                let reason = self.reason.clone();
                self.tell(Code::TemplateBroken, theme).with("reason", reason)
            }
        }
    }

    /// A template that fails on a page.
    pub fn failed(self, theme: &str, page: &str) -> Diagnostic {
        let reason = self.reason.clone();
        self.tell(Code::TemplateFailed, theme).with("page", page).with("reason", reason)
    }

    fn tell(self, code: Code, theme: &str) -> Diagnostic {
        let path = format!("themes/{theme}/templates/{}", self.template);
        let mut told = Diagnostic::new(code, path.trim_end_matches('/'));
        told.span = self.span;
        told.excerpt = self.excerpt;
        told
    }
}

/// Reads the engine's report, which may hold many faults: `error: …`, `--> base.html:3:7`, the line, and `^^^` below it.
pub(super) fn faults(words: &str) -> Vec<Fault> {
    let report = words.trim();
    let parts = report.strip_prefix("error: ").unwrap_or(report).split("\nerror: ");
    parts.map(fault).collect()
}

fn fault(part: &str) -> Fault {
    // Where the template was called from is another place than where it fails.
    let own = part.split("\nnote: ").next().unwrap_or(part);
    let Some((reason, rest)) = own.split_once("--> ") else {
        return Fault { reason: part.trim().to_owned(), ..Fault::default() };
    };
    let (place, shown) = rest.split_once('\n').unwrap_or((rest, ""));
    let mut parts = place.trim().rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    let (column, line) = (number(), number());
    let template = parts.next().unwrap_or_default().to_owned();
    let excerpt = shown.lines().find_map(|shown| {
        let (counted, text) = shown.split_once('|')?;
        (counted.trim().parse() == Ok(line)).then(|| text.strip_prefix(' ').unwrap_or(text).to_owned())
    });
    let carets = shown
        .lines()
        .find_map(|line| line.split_once('|').map(|(_, text)| text.trim()).filter(|text| text.starts_with('^')));
    let length = carets.map_or(u32::from(column > 0), |carets| u32::try_from(carets.len()).unwrap_or(1));
    let reason = reason.trim().trim_end_matches('.').to_owned();
    let missing = reason.strip_prefix("Unknown template `").and_then(|name| name.strip_suffix('`')).map(str::to_owned);
    Fault { template, span: Span { line, column, length }, excerpt, reason, missing }
}

/// A template that extends one that is not there: the engine gives no place, so it is looked for.
pub(super) fn parent(current: &str, parent: &str, sources: &[(&str, Arc<str>)]) -> Fault {
    let source = sources.iter().find(|(name, _)| *name == current).map_or("", |(_, source)| &**source);
    let found = source.lines().zip(1..).find_map(|(line, number)| Some((line, number, line.find(parent)?)));
    let (span, excerpt) = found.map_or((Span::default(), None), |(line, number, start)| {
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(0);
        (Span { line: number, column: count(&line[..start]) + 1, length: count(parent) }, Some(line.to_owned()))
    });
    let (template, missing) = (current.to_owned(), Some(parent.to_owned()));
    Fault { template, span, excerpt, reason: String::new(), missing }
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn a_report_is_taken_apart() {
        let report = "error: Found `}` but expected }}.\n --> a/b.html:4:20\n   |\n 4 |   <p>{{ x }</p>\n   |          ^\n\n\
                      error: Unknown template `c.html`\n  --> a.html:12:1\n    |\n 12 | {% include \"c.html\" %}\n    | ^^\n\n\
                      note: called from d.html:2:12\n   |\n 2 | x\n";
        let found = faults(report);
        let places: Vec<_> = found
            .iter()
            .map(|fault| (&*fault.template, fault.span.line, fault.span.column, fault.span.length))
            .collect();
        assert_eq!(places, [("a/b.html", 4, 20, 1), ("a.html", 12, 1, 2)]);
        assert_eq!(found[0].reason, "Found `}` but expected }}");
        assert_eq!(found[0].excerpt.as_deref(), Some("  <p>{{ x }</p>"));
        assert_eq!(found[1].missing.as_deref(), Some("c.html"));
        assert_eq!(faults("no place at all")[0].reason, "no place at all");
    }
}
