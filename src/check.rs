//! Rules across documents.
use crate::{diagnostic::Diagnostic, model::Site};
/// Placeholder until the rules are merged.
pub fn check(_site: &Site) -> Vec<Diagnostic> {
    Vec::new()
}
