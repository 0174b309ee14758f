//! What is printed, and where: results on standard output, all else on standard error. Sole owner of anstream.

use super::{arguments::Given, failure::Failure, texts::Words};
use crate::diagnostic::{self, Diagnostic, Style};
use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::{self, IsTerminal as _, Write as _},
    path::Path,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

/// Work that takes longer than this shows that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);

/// How diagnostics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people, on standard error.
    Human,
    /// One array, alone on standard output.
    Json,
}

/// When there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// On a screen that shows them, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Whoever reads what the program says.
#[derive(Debug)]
pub(super) struct Terminal {
    pub(super) words: Words,
    format: Format,
    style: Style,
}

impl Terminal {
    pub(super) fn new(words: Words, given: &Given) -> Self {
        let style = match given.colour {
            Colour::Always => Style::Colour,
            Colour::Never => Style::Plain,
            Colour::Auto if AutoStream::choice(&io::stderr()) == ColorChoice::Never => Style::Plain,
            Colour::Auto => Style::Colour,
        };
        Self { words, format: given.format, style }
    }

    /// For answers that come before the arguments are understood.
    pub(super) fn plain(words: Words) -> Self {
        Self { words, format: Format::Human, style: Style::Plain }
    }

    /// Writes a result on standard output, whole.
    ///
    /// # Errors
    /// When standard output refuses. That its reader left early is no error: then nobody wants the rest.
    pub(super) fn answer(&self, text: &str) -> Result<(), Failure> {
        let mut output = io::stdout().lock();
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::machine(Path::new("standard output"), &error))
            }
            _ => Ok(()),
        }
    }

    /// Writes a line on standard error.
    pub(super) fn say(&self, text: &str) {
        // Where standard error is closed there is nobody to tell.
        _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
    }

    /// Tells what came of a command in one line: on standard output, unless that is kept for JSON.
    pub(super) fn conclude(&self, text: &str) -> Result<(), Failure> {
        match self.format {
            Format::Human => self.answer(&format!("{}\n", text.trim_end())),
            Format::Json => {
                self.say(text);
                Ok(())
            }
        }
    }

    /// Tells diagnostics in the format asked for. As JSON there is always an array, be it empty.
    pub(super) fn tell(&self, diagnostics: &[Diagnostic]) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.answer(&diagnostic::json(diagnostics, self.words.language())),
            Format::Human if diagnostics.is_empty() => Ok(()),
            Format::Human => {
                self.show(diagnostics);
                Ok(())
            }
        }
    }

    /// Tells diagnostics to people, whatever the format.
    pub(super) fn show(&self, diagnostics: &[Diagnostic]) {
        if !diagnostics.is_empty() {
            self.say(&diagnostic::human(diagnostics, self.words.language(), self.style));
            self.say("");
        }
    }

    /// Tells why a command ended, and gives what the program ends with.
    pub(super) fn fail(&self, failure: &Failure) -> u8 {
        let (message, hint) = failure.told(&self.words);
        let (red, cyan, plain) = match self.style {
            Style::Colour => ("\u{1b}[1;31m", "\u{1b}[1;36m", "\u{1b}[0m"),
            Style::Plain => ("", "", ""),
        };
        self.say(&format!("{red}{}{plain}: {message}", self.words.text("error")));
        if let Some(hint) = hint {
            self.say(&format!("  = {cyan}{}{plain}: {hint}", self.words.text("tip")));
        }
        failure.exit
    }

    /// Works, and shows on a screen that it goes on when it takes its time.
    pub(super) fn working<T>(&self, work: impl FnOnce() -> T) -> T {
        if self.format == Format::Json || !io::stderr().is_terminal() {
            return work();
        }
        let (working, ended) = mpsc::channel::<()>();
        let text = self.words.text("working");
        thread::scope(|scope| {
            scope.spawn(move || {
                if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    let spinner = spinner(text);
                    // Nothing is ever sent: the wait ends when the work does.
                    _ = ended.recv();
                    spinner.finish_and_clear();
                }
            });
            let result = work();
            drop(working);
            result
        })
    }
}

fn spinner(text: String) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}").expect("the template is right");
    let spinner =
        ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style).with_message(text);
    spinner.enable_steady_tick(Duration::from_millis(120));
    spinner
}
