//! `insyn init`.
use super::{failure::Failure, terminal::Terminal};
use std::path::Path;
pub(super) fn init(folder: &Path, terminal: &Terminal) -> Result<u8, Failure> {
    terminal.say(&folder.display().to_string());
    Ok(0)
}
