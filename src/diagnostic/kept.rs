//! Diagnostics as they are kept between builds: codes by their number, arguments by the names that the program holds.

use super::{Code, Diagnostic, Span};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The same as a diagnostic, in plain values. A severity is that of its code, for `promote` comes after all that is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    code: String,
    path: String,
    span: (u32, u32, u32),
    arguments: Vec<(String, String)>,
    excerpt: Option<String>,
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let arguments = self.arguments.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let kept = Kept {
            code: self.code.number().to_owned(),
            path: self.path.to_string(),
            span: (self.span.line, self.span.column, self.span.length),
            arguments: arguments.collect(),
            excerpt: self.excerpt.clone(),
        };
        kept.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Diagnostic {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::deserialize(deserializer)?;
        let code = Code::numbered(&kept.code).ok_or_else(|| D::Error::custom("no code of this number"))?;
        let arguments = kept.arguments.into_iter().map(|(name, value)| Some((code.argument(&name)?, value)));
        let arguments: Option<Vec<_>> = arguments.collect();
        let (line, column, length) = kept.span;
        Ok(Self {
            code,
            severity: code.severity(),
            path: kept.path.into(),
            span: Span { line, column, length },
            arguments: arguments.ok_or_else(|| D::Error::custom("no argument of this name"))?,
            excerpt: kept.excerpt,
        })
    }
}

impl Diagnostic {
    /// Whether it comes back the same when it has been kept.
    pub(crate) fn can_be_kept(&self) -> bool {
        self.severity == self.code.severity()
            && self.arguments.iter().all(|(name, _)| self.code.argument(name).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let span = Span { line: 1, column: 2, length: 3 };
        let told = Diagnostic::new(Code::KeyUnknown, "content/a.md").at(span, "titel: Å");
        let told = told.with("key", "tittel").with("near", "titel");
        assert!(told.can_be_kept());
        let text = serde_json::to_string(&told).unwrap();
        assert_eq!(serde_json::from_str::<Diagnostic>(&text).unwrap(), told);
        for (from, to) in [("I0", "X0"), ("near", "fjärran")] {
            assert!(serde_json::from_str::<Diagnostic>(&text.replace(from, to)).is_err(), "{to}");
        }
        assert!(!told.with("nobody-knows", "").can_be_kept());
    }
}
