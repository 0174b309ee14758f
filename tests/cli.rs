//! The program as it is run: what it prints where, and what it ends with. What a site looks like is tested elsewhere.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
};
use tempfile::TempDir;

const PLEDGE: &str = "content/exempelkommun/medborgarloften/belysta-gangvagar.md";
const LOGGED: &str = "    logg:\n      - datum: 2026-03-01\n        text: Tio lampor lagades.\n        status: pågår\n";

fn insyn(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the program is built")
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_insyn"));
    command.current_dir(folder).args(arguments);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn site() -> TempDir {
    let folder = tempfile::tempdir().expect("the test's folder is its own");
    assert_eq!(code(&insyn(folder.path(), &["init"])), 0);
    folder
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

fn change(folder: &Path, path: &str, old: &str, new: &str) {
    let text = fs::read_to_string(folder.join(path)).expect("the test's folder is its own");
    assert!(text.contains(old), "{path} has no `{old}`");
    fs::write(folder.join(path), text.replace(old, new)).expect("the test's folder is its own");
}

#[test]
fn a_good_site_is_built_and_the_rest_left_alone() {
    let site = site();
    let first = insyn(site.path(), &["build"]);
    assert_eq!((code(&first), err(&first)), (0, String::new()));
    assert!(out(&first).starts_with("8 dokument, "), "{}", out(&first));
    assert!(site.path().join("public/index.html").is_file());
    let second = insyn(&site.path().join("content"), &["build", "--lang", "en"]);
    assert!(out(&second).contains(": 0 written, "), "built anew from a folder below: {}", out(&second));
}

#[test]
fn an_error_in_the_content_writes_nothing_and_ends_with_1() {
    let site = site();
    change(site.path(), PLEDGE, "status: okänt", "status: klar");
    let built = insyn(site.path(), &["build"]);
    assert_eq!(code(&built), 1);
    assert!(err(&built).contains(PLEDGE) && err(&built).contains("`klart`"), "{}", err(&built));
    assert!(out(&built).contains("Inget skrevs: 1 fel"), "{}", out(&built));
    assert!(!site.path().join("public").exists());
    assert_eq!(code(&insyn(site.path(), &["check"])), 1);
}

#[test]
fn json_stands_alone_on_standard_output() {
    let site = site();
    let read = |output: &Output| serde_json::from_slice::<Vec<serde_json::Value>>(&output.stdout).expect("an array");
    assert!(read(&insyn(site.path(), &["build", "--format", "json"])).is_empty());
    change(site.path(), PLEDGE, "status: okänt", "status: klar");
    for command in ["build", "check"] {
        let output = insyn(site.path(), &[command, "--format=json"]);
        let told = read(&output);
        assert_eq!(
            (told.len(), told[0]["path"].as_str(), told[0]["severity"].as_str()),
            (1, Some(PLEDGE), Some("error"))
        );
        assert!(told[0]["line"].as_u64() > Some(1));
        assert!(err(&output).contains("1 fel"), "{}", err(&output));
    }
}

#[test]
fn folders_that_cannot_go_together_end_with_2() {
    let site = site();
    for arguments in [["build", "--out", "content/public"], ["build", "--root", "nowhere"]] {
        assert_eq!(code(&insyn(site.path(), &arguments)), 2, "{arguments:?}");
    }
}

#[test]
fn a_machine_that_refuses_ends_with_3() {
    let site = site();
    fs::write(site.path().join("public"), "a file of somebody else").unwrap();
    let built = insyn(site.path(), &["build"]);
    assert_eq!(code(&built), 3, "{}", err(&built));
    assert_eq!(fs::read_to_string(site.path().join("public")).unwrap(), "a file of somebody else");
}

#[test]
fn strict_makes_errors_of_warnings() {
    let site = site();
    change(site.path(), PLEDGE, "senast: okänt", "senast: 2020-12-31");
    change(site.path(), PLEDGE, "status: okänt", "status: planerat");
    let lenient = insyn(site.path(), &["build"]);
    assert_eq!(code(&lenient), 0, "{}", err(&lenient));
    assert!(err(&lenient).contains("varning[") && out(&lenient).contains("1 varning"), "{}", out(&lenient));
    let strict = insyn(site.path(), &["build", "--strict"]);
    assert_eq!(code(&strict), 1);
    assert!(out(&strict).contains("Inget skrevs: 1 fel"), "{}", out(&strict));
}

#[test]
fn arguments_that_cannot_be_used_end_with_2_and_say_what_was_meant() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, said) in [
        (&["bild"][..], "menade du `build`?"),
        (&["build", "--stric"], "menade du `--strict`?"),
        (&["build", "--today", "i går"], "ett datum så här"),
        (&["build", "--format", "jsn"], "menade du `json`?"),
        (&["new", "kontakt"], "<titel>"),
        (&["build", "--out"], "behöver ett värde"),
        (&["build", "--lang", "en", "--lang", "en"], "--lang"),
        (&["build", "--lang=en", "--stric"], "did you mean `--strict`?"),
        (&[], "Kommandon:"),
    ] {
        let output = insyn(folder.path(), arguments);
        assert_eq!((code(&output), out(&output)), (2, String::new()), "{arguments:?}");
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn help_is_in_the_language_of_who_asks() {
    let folder = tempfile::tempdir().unwrap();
    for (environment, arguments, said) in [
        (&[][..], &["--help"][..], "Användning: insyn"),
        (&[("LANG", "en_US.UTF-8")], &["--help"], "Usage: insyn"),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "sv_SE")], &["--help"], "Användning: insyn"),
        (&[("LANG", "en_US.UTF-8")], &["build", "--help", "--lang", "sv"], "Användning: insyn build"),
        (&[("LANG", "C.UTF-8")], &["new", "-h"], "Exempel:"),
    ] {
        let output = command(folder.path(), arguments).envs(environment.iter().copied()).output().unwrap();
        assert_eq!((code(&output), err(&output)), (0, String::new()), "{arguments:?}");
        assert!(out(&output).contains(said), "{environment:?} {arguments:?}: {}", out(&output));
        let foreign = if said.contains("Usage") { "Användning" } else { "Usage:" };
        assert!(!out(&output).contains(foreign), "{}", out(&output));
    }
}

#[test]
fn what_a_system_asks_for_is_printed() {
    let site = site();
    for (arguments, said) in [
        (&["--version"][..], env!("CARGO_PKG_VERSION")),
        (&["completions", "fish"], "complete -c insyn"),
        (&["man"], ".TH insyn"),
        (&["man", "build"], "--strict"),
        (&["view", "/exempelkommun/"], "\"Exempelkommun\""),
    ] {
        let output = insyn(site.path(), arguments);
        assert_eq!(code(&output), 0, "{arguments:?}: {}", err(&output));
        assert!(out(&output).replace("\\-", "-").contains(said), "{arguments:?}");
    }
    assert_eq!(code(&insyn(site.path(), &["view", "/saknas-helt/"])), 2);
}

#[test]
fn a_log_is_only_added_to_and_a_page_does_not_vanish() {
    let site = site();
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=insyn", "-c", "user.email=insyn@example.se", "-c", "commit.gpgsign=false"];
        let output = Command::new("git").current_dir(site.path()).args(who).args(arguments).output().expect("git");
        assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    };
    change(site.path(), PLEDGE, "    #logg:\n", &format!("{LOGGED}    #logg:\n"));
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "site"]);
    let check = |revision: &str| insyn(site.path(), &["check", "--against", revision, "--today", "2026-11-22"]);
    assert_eq!(code(&check("main")), 0, "{}", err(&check("main")));

    let later = format!("{LOGGED}      - datum: 2026-04-01\n        text: Tjugo till.\n");
    change(site.path(), PLEDGE, LOGGED, &later);
    assert_eq!(code(&check("main")), 0, "an added entry is no change: {}", err(&check("main")));

    change(site.path(), PLEDGE, "Tio lampor", "Elva lampor");
    let altered = check("main");
    assert_eq!(code(&altered), 1);
    assert!(err(&altered).contains("I0605") && err(&altered).contains("Tio lampor"), "{}", err(&altered));

    change(site.path(), PLEDGE, "Elva lampor", "Tio lampor");
    fs::remove_file(site.path().join("content/exempelkommun/kallor/exempel.md")).unwrap();
    let gone = check("main");
    assert!(err(&gone).contains("I0511") && err(&gone).contains("/exempelkommun/kallor/exempel/"), "{}", err(&gone));

    for revision in ["nowhere", "--help"] {
        let unknown = insyn(site.path(), &["check", &format!("--against={revision}")]);
        assert_eq!(code(&unknown), 2, "{}", err(&unknown));
    }
}

/// A preview that ends with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

fn ask(address: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the preview listens");
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("the preview answers");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the preview answers");
    answer
}

#[test]
fn serve_shows_the_site_and_follows_changes_until_it_is_ended() {
    let site = site();
    let child = command(site.path(), &["serve", "--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut serving = Serving(child.unwrap());
    let mut lines = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    let mut next = || lines.next().expect("a line").unwrap();
    assert!(next().starts_with("8 dokument"));
    let said = next();
    let address = said.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
    assert!(ask(&address).contains("Exempelkommuns trygghetslöften"));

    change(site.path(), "insyn.yaml", "Exempelkommuns trygghetslöften", "Andra löften");
    assert!(next().starts_with("8 dokument"));
    assert!(ask(&address).contains("Andra löften"));

    change(site.path(), "insyn.yaml", "base_url:", "bas_url:");
    assert!(next().starts_with("Inget skrevs"));
    assert!(ask(&address).contains("Andra löften"), "the last good site stays");

    if cfg!(unix) {
        let ended = Command::new("kill").args(["-INT", &serving.0.id().to_string()]).status().unwrap();
        assert!(ended.success());
        assert_eq!(serving.0.wait().unwrap().code(), Some(0));
        assert!(site.path().join(".insyn-cache-public").is_file(), "what was made is left for the next run");
    }
}

#[test]
fn serve_starts_on_a_broken_site() {
    let site = site();
    change(site.path(), PLEDGE, "status: okänt", "status: klar");
    let child = command(site.path(), &["serve", "--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut serving = Serving(child.unwrap());
    let mut lines = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    assert!(lines.next().expect("a summary").unwrap().starts_with("Inget skrevs"));
    let said = lines.next().expect("an address").unwrap();
    let address = said.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
    assert!(ask(&address).starts_with("HTTP/1.1 "));
}
