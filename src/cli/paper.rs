//! What a system wants to know about the program: completions for shells, and pages of the manual.

use super::{arguments, failure::Failure, terminal::Terminal};
use crate::diagnostic::near;
use clap_complete::Shell;

/// Prints the completions of a shell.
pub(super) fn completions(shell: Shell, terminal: &Terminal) -> Result<u8, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut arguments::command(&terminal.words), "insyn", &mut bytes);
    terminal.answer(&String::from_utf8_lossy(&bytes))?;
    Ok(0)
}

/// Prints the page of the manual for the program, or for one of its commands.
pub(super) fn man(command: Option<&str>, terminal: &Terminal) -> Result<u8, Failure> {
    let whole = arguments::command(&terminal.words);
    let page = match command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                let near =
                    near(name, whole.get_subcommands().map(clap::Command::get_name)).unwrap_or_default().to_owned();
                return Err(Failure::usage("fail-command").with("written", name).with("near", near));
            }
        },
    };
    let mut bytes = Vec::new();
    clap_mangen::Man::new(page).render(&mut bytes).expect("writing to memory cannot fail");
    terminal.answer(&String::from_utf8_lossy(&bytes))?;
    Ok(0)
}
