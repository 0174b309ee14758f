//! One source file while it is read: collects its problems and finds their places.

use super::yaml::Spans;
use crate::{
    diagnostic::{Code, Diagnostic, Span},
    model::{Field, FieldPath, Step},
};
use std::{cell::OnceCell, ops::Range, sync::Arc};

/// Which end of an entry a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The key.
    Key,
    /// The value.
    Value,
}

/// A file being read.
pub(crate) struct Reader<'s> {
    path: Arc<str>,
    source: &'s str,
    front: Range<usize>,
    spans: OnceCell<Option<Spans>>,
    /// How the value that is being read was reached, as it was written.
    pub(crate) way: FieldPath,
    /// What has been found so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'s> Reader<'s> {
    /// A reader of the YAML that stands at `front` in `source`.
    pub(crate) fn new(path: Arc<str>, source: &'s str, front: Range<usize>) -> Self {
        Self { path, source, front, spans: OnceCell::new(), way: FieldPath::new(), diagnostics: Vec::new() }
    }

    /// The YAML text.
    pub(crate) fn yaml(&self) -> &'s str {
        &self.source[self.front.clone()]
    }

    /// Tells a problem of the value that is being read.
    pub(crate) fn tell(&mut self, code: Code, spot: Spot) -> &mut Diagnostic {
        let span = self.span(&self.way, spot, &[]);
        self.tell_at(code, span)
    }

    /// Tells a problem of something below the value that is being read.
    pub(crate) fn tell_below(&mut self, code: Code, steps: &[Step], spot: Spot) -> &mut Diagnostic {
        let span = self.span(&self.below(steps), spot, &[]);
        self.tell_at(code, span)
    }

    /// The way to something below the value that is being read.
    pub(crate) fn below(&self, steps: &[Step]) -> FieldPath {
        [self.way.as_slice(), steps].concat()
    }

    /// Reads something one step further down.
    pub(crate) fn down<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.way.push(step);
        let value = read(self);
        self.way.pop();
        value
    }

    /// Tells a problem at a place of the file.
    pub(crate) fn tell_at(&mut self, code: Code, span: Span) -> &mut Diagnostic {
        let diagnostic = Diagnostic::new(code, self.path.clone()).at(span, self.source);
        self.diagnostics.push(diagnostic);
        self.diagnostics.last_mut().expect("one was pushed")
    }

    /// What was written where the value that is being read stands, as text.
    pub(crate) fn written(&self) -> String {
        let Some(spans) = self.find(&self.way, &[]) else { return String::new() };
        let (start, end) = spans.1.found().range;
        let from_start = self.yaml().chars().skip(start);
        if end > start + 1 {
            return from_start.take(end - start).collect();
        }
        // A list or mapping is known by where it begins; its first line is enough to know it again.
        from_start.take_while(|sign| *sign != '\n').collect()
    }

    /// A line of the file, counted from 1.
    pub(crate) fn line(&self, number: u32) -> &'s str {
        (number as usize).checked_sub(1).and_then(|index| self.source.lines().nth(index)).unwrap_or_default()
    }

    /// The place of a way; the nearest one above it that is written, or the first line. With `declared`, keys of the
    /// way are declared keys and an alias in the file answers to them.
    pub(crate) fn span(&self, way: &[Step], spot: Spot, declared: &[Field]) -> Span {
        let before = self.source[..self.front.start].matches('\n').count();
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        for length in (1..=way.len()).rev() {
            if let Some((key, value)) = self.find(&way[..length], declared) {
                let exact = length == way.len();
                let found = if spot == Spot::Key || !exact { key } else { value }.found();
                return Span { line: found.line + before, column: found.column, length: found.length };
            }
        }
        Span { line: 1, column: 0, length: 0 }
    }

    fn find(&self, way: &[Step], declared: &[Field]) -> Option<(&Spans, &Spans)> {
        let top = self.spans.get_or_init(|| Spans::read(self.yaml())).as_ref()?;
        let (mut key, mut value, mut fields) = (top, top, declared);
        for step in way {
            match step {
                Step::Key(name) => {
                    let field = fields.iter().find(|field| &*field.key == name.as_str());
                    let matches = |written: &str| {
                        written == name
                            || field.is_some_and(|field| field.answers_to(&super::fields::plain_key(written)))
                    };
                    (key, value) = value.entry(&matches)?;
                    fields = field.map_or(&[], |field| &field.fields);
                }
                Step::Index(index) => {
                    // A single value stands for a list of one.
                    value = value.item(*index).or(if *index == 0 { Some(value) } else { None })?;
                    key = value;
                }
            }
        }
        Some((key, value))
    }
}
