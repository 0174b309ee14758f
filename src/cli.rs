//! The command line: arguments in, exit code out. The only room that reads the clock and the environment, and the only
//! one that prints. `arguments` says what may be written, `terminal` how it is answered; each command has its own file.

mod against;
mod arguments;
mod build;
mod failure;
mod folder;
mod history;
mod init;
mod new;
mod paper;
mod refusal;
mod scaffold;
#[cfg(feature = "serve")]
mod serve;
mod terminal;
mod texts;
mod view;

use crate::{load::Drafts, pipeline, texts::Language, write::Twins};
use arguments::{Given, Request};
use clap::error::ErrorKind;
use failure::Failure;
use std::{ffi::OsString, process::ExitCode};
use terminal::Terminal;
use texts::Words;

/// What ends a program whose arguments cannot be used.
const USAGE: u8 = 2;

/// Runs the program with the arguments that it was started with.
///
/// Ends with 0 when all is well, 1 when something is wrong in the site's own files, 2 when the arguments or the folders
/// cannot be used, 3 when the machine refuses.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words = Words::new(language(&arguments));
    let command = arguments::command(&words);
    let ended = match command.clone().try_get_matches_from(&arguments) {
        Ok(matches) => {
            let given = Given::new(&matches);
            let terminal = Terminal::new(words, &given);
            obey(&given, &terminal).unwrap_or_else(|failure| terminal.fail(&failure))
        }
        Err(error) => refuse(&error, &command, words),
    };
    ExitCode::from(ended)
}

/// Does what was asked for.
///
/// # Errors
/// What cannot be told as a diagnostic, because it is about no file of the site.
fn obey(given: &Given, terminal: &Terminal) -> Result<u8, Failure> {
    match &given.request {
        Request::Build { twins } => build::build(&pipeline::Options { twins: *twins, ..options(given)? }, terminal),
        Request::Check { against: None } => build::check(&options(given)?, terminal),
        Request::Check { against: Some(revision) } => against::check(&options(given)?, revision, terminal),
        #[cfg(feature = "serve")]
        Request::Serve { address } => serve::serve(&options(given)?, *address, terminal),
        Request::New(wanted) => new::new(&options(given)?, wanted, terminal),
        Request::Init { folder } => init::init(folder, terminal),
        Request::View { path } => view::view(&options(given)?, path, terminal),
        Request::Completions { shell } => paper::completions(*shell, terminal),
        Request::Man { command } => paper::man(command.as_deref(), terminal),
    }
}

fn options(given: &Given) -> Result<pipeline::Options, Failure> {
    let root = folder::root(given.root.as_deref())?;
    Ok(pipeline::Options {
        out: given.out.clone().unwrap_or_else(|| root.join(folder_of(given.drafts))),
        root,
        today: given.today.unwrap_or_else(today),
        drafts: given.drafts,
        strictness: given.strictness,
        twins: Twins::None,
    })
}

/// Where a site is built when nobody says. Drafts have a folder of their own: in `public/` they would be published with
/// the rest, and missed as pages that are gone when they are hidden again.
fn folder_of(drafts: Drafts) -> &'static str {
    match drafts {
        Drafts::Hidden => "public",
        Drafts::Shown => ".insyn-utkast",
    }
}

/// The day in Stockholm, wherever the machine stands.
fn today() -> jiff::civil::Date {
    let zone = jiff::tz::TimeZone::get("Europe/Stockholm").expect("the program carries the time zones");
    jiff::Zoned::now().with_time_zone(zone).date()
}

/// The language asked for, else that of the environment, else that of the site. A site's own language can only be
/// Swedish, which is also what is spoken where there is no site, so no file need be read.
fn language(arguments: &[OsString]) -> Language {
    let of_environment = || {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(std::env::var_os).find(|value| !value.is_empty());
        set.and_then(|value| Language::parse(&value.to_string_lossy()))
    };
    arguments::language_asked(arguments).or_else(of_environment).unwrap_or_default()
}

/// Answers arguments that ask for help or that cannot be used.
fn refuse(error: &clap::Error, command: &clap::Command, words: Words) -> u8 {
    let terminal = Terminal::plain(words);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal.answer(&error.render().to_string()).map_or_else(|failure| terminal.fail(&failure), |()| 0)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            terminal.say(&command.clone().render_help().to_string());
            USAGE
        }
        _ => terminal.fail(&refusal::refusal(error, command, &terminal.words)),
    }
}
