//! Finds the folder of a site.

use super::failure::Failure;
use std::path::{Path, PathBuf};

const SETTINGS: &str = "insyn.yaml";

/// The folder given, or the nearest one from the current folder and upwards that holds settings; the current folder
/// where there is none, so that what is missing is told of the place where somebody stands.
///
/// # Errors
/// When the folder given is none.
pub(super) fn root(given: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(given) = given {
        let is_folder = given.is_dir();
        return is_folder
            .then(|| given.to_owned())
            .ok_or_else(|| Failure::usage("fail-root").with("path", given.display().to_string()));
    }
    let here = PathBuf::from(".");
    if here.join(SETTINGS).is_file() {
        return Ok(here);
    }
    let current = std::env::current_dir().map_err(|error| Failure::machine(&here, &error))?;
    let above = current.ancestors().skip(1).find(|folder| folder.join(SETTINGS).is_file());
    Ok(above.map_or(here, Path::to_owned))
}
