//! Prints diagnostics: for people, as rustc does; for machines, as JSON. Sole owner of annotate-snippets.
//! Writes nowhere: it gives text to whoever owns the terminal.

mod excerpt;

use super::words::Words;
use super::{Code, Diagnostic, Severity, Span};
use crate::texts::Language;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use excerpt::{Excerpt, harmless};
use serde::Serialize;
use std::collections::BTreeMap;

/// More of one code than this are only counted.
const SHOWN_OF_A_CODE: usize = 50;

/// A line wider than this, in columns, is cut around the spot.
const WIDTH: usize = 100;

/// How a report looks on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With ANSI colours.
    Colour,
    /// The same without.
    Plain,
}

/// The diagnostics in order of path, line, column and code, each with its line, the spot and the hint.
/// Empty if there are none; else it ends with a line break.
pub fn human(diagnostics: &[Diagnostic], language: Language, style: Style) -> String {
    let words = Words::new(language);
    let mut counts: BTreeMap<(Code, Severity), usize> = BTreeMap::new();
    let mut blocks = Vec::new();
    for diagnostic in sorted(diagnostics) {
        let count = counts.entry((diagnostic.code, diagnostic.severity)).or_default();
        *count += 1;
        if *count <= SHOWN_OF_A_CODE {
            blocks.push(block(diagnostic, &words, style));
        }
    }
    for (kind, count) in counts.into_iter().filter(|(_, count)| *count > SHOWN_OF_A_CODE) {
        blocks.push(rest(kind, count - SHOWN_OF_A_CODE, &words, style));
    }
    blocks.join("\n")
}

/// One array, sorted as in [`human`], never shortened. `line` and `column` count from 1; 0 means the whole file or line.
pub fn json(diagnostics: &[Diagnostic], language: Language) -> String {
    let words = Words::new(language);
    let records: Vec<Record> =
        sorted(diagnostics).into_iter().map(|diagnostic| Record::new(diagnostic, &words)).collect();
    let mut text = serde_json::to_string_pretty(&records).expect("numbers and text are always JSON");
    text.push('\n');
    text
}

/// How many there are of each severity, without those that there are none of: `3 fel, 1 varning`.
pub fn summary(diagnostics: &[Diagnostic], language: Language) -> String {
    let words = Words::new(language);
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| (severity, count(severity)));
    let told: Vec<_> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(kind, count)| words.count(*kind, *count)).collect();
    if told.is_empty() { words.none() } else { told.join(", ") }
}

/// A diagnostic as other programs read it.
#[derive(Serialize)]
struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    path: &'a str,
    line: u32,
    column: u32,
    message: String,
    hint: Option<String>,
}

impl<'a> Record<'a> {
    fn new(diagnostic: &'a Diagnostic, words: &Words) -> Record<'a> {
        Record {
            code: diagnostic.code.number(),
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            path: &diagnostic.path,
            line: diagnostic.span.line,
            column: diagnostic.span.column,
            message: words.message(diagnostic),
            hint: words.hint(diagnostic),
        }
    }
}

fn sorted(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<_> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| (&diagnostic.path, diagnostic.span.line, diagnostic.span.column, diagnostic.code));
    sorted
}

fn block(diagnostic: &Diagnostic, words: &Words, style: Style) -> String {
    let message = words.message(diagnostic);
    // The template engine explains itself in several lines; only the first is a title.
    let (first, more) = message.split_once('\n').unwrap_or((&message, ""));
    let title = level(diagnostic.severity).with_name(words.severity(diagnostic.severity));
    let title = title.primary_title(harmless(first.trim_end())).id(diagnostic.code.number());
    let path = harmless(&diagnostic.path);
    let line = diagnostic.span.line as usize;
    let (group, margin) = match diagnostic.excerpt.as_deref().map(|text| Excerpt::new(text, diagnostic.span)) {
        Some(excerpt) => {
            let spot =
                AnnotationKind::Primary.span(excerpt.spot).label(words.label(diagnostic).map(|label| harmless(&label)));
            (title.element(Snippet::source(excerpt.text).path(path).line_start(line).annotation(spot)), " ")
        }
        None => (title.element(origin(path, diagnostic.span)), "  "),
    };
    let more = (!more.trim().is_empty()).then(|| Level::NOTE.no_name().message(visible_lines(more)));
    let tip = words.hint(diagnostic).map(|hint| Level::HELP.with_name(words.tip()).message(harmless(&hint)));
    laid_out(&renderer(style).render(&[group.elements(more).elements(tip)]), margin)
}

fn origin(path: String, span: Span) -> Origin<'static> {
    let origin = Origin::path(path);
    match (span.line, span.column) {
        (0, _) => origin,
        (line, 0) => origin.line(line as usize),
        (line, column) => origin.line(line as usize).char_column(column as usize),
    }
}

/// The lines in the position that they had to each other, at the margin.
fn visible_lines(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let lines = text.trim_end().lines().map(|line| harmless(line.get(common..).unwrap_or_default()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The line that stands for those of a kind that are not shown.
fn rest((code, severity): (Code, Severity), count: usize, words: &Words, style: Style) -> String {
    let level = level(severity).with_name(words.severity(severity));
    let title = level.primary_title(words.more(count)).id(code.number());
    format!("{}\n", renderer(style).render(&[Group::with_title(title)]))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn renderer(style: Style) -> Renderer {
    match style {
        Style::Colour => Renderer::styled().term_width(WIDTH),
        Style::Plain => Renderer::plain().term_width(WIDTH),
    }
}

/// Moves all but the title in by `margin`, and takes out the empty margin line above the hint, which only costs space.
fn laid_out(rendered: &str, margin: &str) -> String {
    let lines: Vec<_> = rendered.lines().collect();
    let mut text = String::with_capacity(rendered.len() + 16);
    for (position, line) in lines.iter().enumerate() {
        let next = lines.get(position + 1).map(|next| without_colour(next));
        if without_colour(line).trim() == "|" && next.is_some_and(|next| next.trim_start().starts_with("= ")) {
            continue;
        }
        if position > 0 && !line.is_empty() {
            text.push_str(margin);
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn without_colour(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default();
    parts.fold(first.to_owned(), |bare, part| bare + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests;
