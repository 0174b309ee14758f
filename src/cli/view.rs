//! `insyn view`: what the template of a page sees.

use super::{failure::Failure, terminal::Terminal};
use crate::{
    diagnostic::exit_code,
    pipeline::{self, Options},
};

/// Prints the view of the page at a path, and gives what the program ends with.
pub(super) fn view(options: &Options, path: &str, terminal: &Terminal) -> Result<u8, Failure> {
    match terminal.working(|| pipeline::view(options, path)) {
        Ok(Some(view)) => {
            let text = serde_json::to_string_pretty(&view).expect("a view is always JSON");
            terminal.answer(&format!("{text}\n"))?;
            Ok(0)
        }
        Ok(None) => Err(Failure::usage("fail-page").with("path", path)),
        Err(diagnostics) => {
            terminal.show(&diagnostics);
            Ok(exit_code(&diagnostics))
        }
    }
}
