//! Arguments that clap refuses, told in the language of whoever wrote them.

use super::{failure::Failure, texts::Words};
use crate::diagnostic::near;
use clap::{
    Command,
    error::{ContextKind, ContextValue, ErrorKind},
};

/// What is wrong with the arguments, and what was probably meant.
pub(super) fn refusal(error: &clap::Error, command: &Command, words: &Words) -> Failure {
    use ContextKind as C;
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let written = context(C::InvalidSubcommand);
            let near = near(&written, command.get_subcommands().map(Command::get_name)).map(str::to_owned);
            let near = near.unwrap_or_else(|| context(C::SuggestedSubcommand));
            Failure::usage("fail-command").with("written", written).with("near", near)
        }
        ErrorKind::UnknownArgument => Failure::usage("fail-argument")
            .with("written", context(C::InvalidArg))
            .with("near", context(C::SuggestedArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => value(error, words),
        ErrorKind::MissingRequiredArgument => Failure::usage("fail-missing").with("names", context(C::InvalidArg)),
        ErrorKind::ArgumentConflict => Failure::usage("fail-twice").with("name", context(C::InvalidArg)),
        _ => Failure::usage("fail-arguments").with("reason", error.kind().to_string()),
    }
}

fn value(error: &clap::Error, words: &Words) -> Failure {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (name, written) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    if written.is_empty() {
        return Failure::usage("fail-value-missing").with("name", name);
    }
    let expected = match name.trim_start_matches('-').split(' ').next() {
        Some(option @ ("today" | "port" | "address")) => words.text(&format!("expected-{option}")),
        _ => context(ContextKind::ValidValue),
    };
    let near = near(&written, expected.split(", ")).unwrap_or_default().to_owned();
    Failure::usage("fail-value")
        .with("name", name)
        .with("written", written)
        .with("expected", expected)
        .with("near", near)
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::None => String::new(),
        other => other.to_string(),
    }
}
