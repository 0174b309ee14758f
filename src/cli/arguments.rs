//! Which arguments there are, and what was given. Their words stand in `sv.ftl` and `en.ftl`, so that help is read in the
//! language of whoever asks for it; clap only brings the form.

use super::{
    terminal::{Colour, Format},
    texts::Words,
};
use crate::{load::Drafts, pipeline::Strictness, texts::Language, write::Twins};
use clap::{Arg, ArgAction, ArgMatches, Command, builder::PossibleValue};
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::PathBuf;

/// What was asked for.
#[derive(Debug)]
pub(super) enum Request {
    Build {
        twins: Twins,
    },
    Check {
        /// The revision that logs are compared with.
        against: Option<String>,
    },
    #[cfg(feature = "serve")]
    Serve {
        address: std::net::SocketAddr,
    },
    New(Wanted),
    Init {
        folder: PathBuf,
    },
    View {
        path: String,
    },
    Completions {
        shell: Shell,
    },
    Man {
        command: Option<String>,
    },
}

/// The document that `new` is to make.
#[derive(Debug)]
pub(super) struct Wanted {
    /// A collection, by its key or by what it is called.
    pub(super) collection: String,
    /// The heading of the page.
    pub(super) title: String,
    /// The folder of the scope; the root of the content where none is given.
    pub(super) scope: Option<String>,
    /// The file name without its ending; made from the title where none is given.
    pub(super) name: Option<String>,
}

/// Everything that was given.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) root: Option<PathBuf>,
    pub(super) out: Option<PathBuf>,
    pub(super) today: Option<Date>,
    pub(super) drafts: Drafts,
    pub(super) strictness: Strictness,
    pub(super) format: Format,
    pub(super) colour: Colour,
    pub(super) request: Request,
}

impl Given {
    /// Reads what clap has found to be right.
    pub(super) fn new(matches: &ArgMatches) -> Self {
        let (name, own) = matches.subcommand().expect("clap refuses arguments without a command");
        let choice = |name: &str| own.get_one::<String>(name).map(String::as_str);
        Self {
            root: own.get_one("root").cloned(),
            out: own.get_one("out").cloned(),
            today: own.get_one("today").copied(),
            drafts: if own.get_flag("drafts") { Drafts::Shown } else { Drafts::Hidden },
            strictness: if own.get_flag("strict") { Strictness::Strict } else { Strictness::Lenient },
            format: if choice("format") == Some("json") { Format::Json } else { Format::Human },
            colour: match choice("color") {
                Some("always") => Colour::Always,
                Some("never") => Colour::Never,
                _ => Colour::Auto,
            },
            request: request(name, own),
        }
    }
}

fn request(name: &str, own: &ArgMatches) -> Request {
    let text = |name: &str| own.get_one::<String>(name).cloned();
    let needed = |name: &str| text(name).expect("clap refuses a command without what it needs");
    match name {
        "build" => Request::Build { twins: if own.get_flag("compress") { Twins::Compressed } else { Twins::None } },
        "check" => Request::Check { against: text("against") },
        #[cfg(feature = "serve")]
        "serve" => {
            let mut address = crate::serve::ADDRESS;
            address.set_ip(own.get_one("address").copied().unwrap_or(address.ip()));
            address.set_port(own.get_one("port").copied().unwrap_or(address.port()));
            Request::Serve { address }
        }
        "new" => Request::New(Wanted {
            collection: needed("collection"),
            title: needed("title"),
            scope: text("scope"),
            name: text("name"),
        }),
        "init" => Request::Init { folder: own.get_one("folder").cloned().unwrap_or_else(|| ".".into()) },
        "view" => Request::View { path: needed("path") },
        "completions" => Request::Completions { shell: *own.get_one("shell").expect("clap asks for it") },
        "man" => Request::Man { command: text("command") },
        other => unreachable!("`{other}` is no command of `command`"),
    }
}

/// The program and its commands.
pub(super) fn command(words: &Words) -> Command {
    let sub = |name: &'static str| with_help(Command::new(name), words, name);
    let mut commands = vec![
        sub("build").arg(flag("compress", words)),
        sub("check").arg(option("against", words)),
        sub("new").args([
            positional("collection", words).required(true),
            positional("title", words).required(true),
            option("scope", words),
            option("name", words),
        ]),
        sub("init").arg(positional("folder", words).value_parser(clap::value_parser!(PathBuf))),
        sub("view").arg(positional("path", words).required(true)),
        sub("completions").arg(
            positional("shell", words)
                .required(true)
                .value_parser(clap::value_parser!(Shell))
                .hide_possible_values(true),
        ),
        sub("man").arg(positional("command", words)),
    ];
    if cfg!(feature = "serve") {
        let port = option("port", words).value_parser(clap::value_parser!(u16));
        let address = option("address", words).value_parser(clap::value_parser!(std::net::IpAddr));
        commands.insert(2, sub("serve").args([port, address]));
    }
    with_help(Command::new("insyn"), words, "insyn")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(words.text("help-version")))
        .args(common(words))
        .subcommands(commands)
}

/// The options of every command.
fn common(words: &Words) -> Vec<Arg> {
    let folder = |name| option(name, words).value_parser(clap::value_parser!(PathBuf));
    let options = [
        folder("root"),
        folder("out"),
        option("today", words).value_parser(|written: &str| written.parse::<Date>()),
        choice("lang", words, &["sv", "en"]),
        flag("strict", words),
        flag("drafts", words),
        choice("format", words, &["human", "json"]),
        choice("color", words, &["auto", "always", "never"]),
    ];
    options.into_iter().map(|option| option.global(true)).collect()
}

fn option(name: &'static str, words: &Words) -> Arg {
    positional(name, words).long(name)
}

fn flag(name: &'static str, words: &Words) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help(name, words))
}

fn positional(name: &'static str, words: &Words) -> Arg {
    Arg::new(name).value_name(value_name(name, words.language())).help(help(name, words))
}

fn choice(name: &'static str, words: &Words, values: &[&'static str]) -> Arg {
    let values: Vec<PossibleValue> = values.iter().map(|value| PossibleValue::new(*value)).collect();
    option(name, words).value_parser(values).hide_possible_values(true)
}

/// What stands for the value in help: clap keeps such words for as long as the program runs.
fn value_name(name: &str, language: Language) -> &'static str {
    let (swedish, english) = match name {
        "root" | "out" | "scope" | "folder" => ("mapp", "folder"),
        "today" => ("datum", "date"),
        "lang" => ("sv|en", "sv|en"),
        "format" => ("human|json", "human|json"),
        "color" => ("auto|always|never", "auto|always|never"),
        "port" => ("nummer", "number"),
        "address" | "path" => ("adress", "address"),
        "collection" => ("samling", "collection"),
        "title" => ("titel", "title"),
        "name" => ("namn", "name"),
        "shell" => ("skal", "shell"),
        "command" => ("kommando", "command"),
        _ => ("revision", "revision"),
    };
    if language == Language::Swedish { swedish } else { english }
}

fn help(name: &str, words: &Words) -> String {
    words.text(&format!("help-{name}"))
}

/// What a command says of itself; every word comes from the texts.
fn with_help(command: Command, words: &Words, name: &'static str) -> Command {
    let is_whole = name == "insyn";
    let usage = words.text(&format!("usage-{name}"));
    let mut template = format!("{{about}}\n\n{}: {usage}\n", words.text("heading-usage"));
    if is_whole {
        template += &format!("\n{}:\n{{subcommands}}\n", words.text("heading-commands"));
    }
    if ["new", "init", "view", "completions", "man"].contains(&name) {
        template += &format!("\n{}:\n{{positionals}}\n", words.text("heading-arguments"));
    }
    template += &format!(
        "\n{}:\n{{options}}\n\n{}:{{after-help}}\n",
        words.text("heading-options"),
        words.text("heading-examples")
    );
    command
        .about(words.text(&format!("about-{name}")))
        .override_usage(usage)
        .after_help(words.text(&format!("examples-{name}")))
        .help_template(template)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.text("help-help")))
}

/// The language asked for, before anything else is understood: help and refusals are told in it.
pub(super) fn language_asked(arguments: &[std::ffi::OsString]) -> Option<Language> {
    let mut asked = arguments.iter().enumerate().filter_map(|(place, argument)| {
        let written = match argument.to_str()?.strip_prefix("--lang")? {
            "" => arguments.get(place + 1)?.to_str()?,
            rest => rest.strip_prefix('=')?,
        };
        Language::parse(written)
    });
    asked.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        for language in Language::ALL {
            command(&Words::new(*language)).debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_before_the_rest() {
        for (written, language) in [
            (vec!["insyn", "--lang", "en", "build"], Some(Language::English)),
            (vec!["insyn", "build", "--lang=sv"], Some(Language::Swedish)),
            (vec!["insyn", "build", "--lang"], None),
            (vec!["insyn", "build", "--language=en"], None),
        ] {
            let arguments: Vec<_> = written.iter().map(std::ffi::OsString::from).collect();
            assert_eq!(language_asked(&arguments), language, "{written:?}");
        }
    }
}
