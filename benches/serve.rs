//! How soon an open page learns of a saved file, and whether the preview's memory grows:
//! `cargo bench --bench serve -- [PAGES] [--edits N]`. It starts `insyn serve` on a generated site, listens to its
//! stream of events as a browser does, and saves one document after another.

mod generator;
#[path = "measure/machine.rs"]
mod machine;

use generator::{Kind, Options, SEED};
use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const PAGES: usize = 10_000;
const EDITS: usize = 200;
/// Edits after which memory is read the first time.
const EARLY: usize = 100;
/// The first build of a large site, and whatever else takes longer than one would wait.
const PATIENCE: Duration = Duration::from_secs(900);
/// What a quick editor leaves between two savings.
const PAUSE: Duration = Duration::from_millis(30);

fn main() -> io::Result<()> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if !given.iter().any(|argument| argument == "--bench") {
        println!("figures are only worth something from `cargo bench --bench serve -- [PAGES] [--edits N]`");
        return Ok(());
    }
    let (pages, edits) = numbers(&given);
    let folder = tempfile::tempdir()?;
    let made = generator::write(folder.path(), &Options { pages, seed: SEED, kind: Kind::Full, has_peers: false })?;
    eprintln!("{pages} pages of {} words; {} words differ", made.words / made.documents, made.distinct);

    let site = folder.path().join("site");
    let mut preview = Preview::start(&site, &folder.path().join("out/public"))?;
    let documents = documents(&site.join("content"))?;
    let (mut times, mut whole, mut early) = (Vec::with_capacity(edits), Vec::with_capacity(edits), None);
    let (before, cpu) = (preview.memory(), preview.cpu());
    for number in 0..edits {
        // Neighbours in a list are not saved one after the other.
        let path = &documents[number * 7919 % documents.len()];
        let text = format!("{}\nEn mening till, nummer {number}.\n", fs::read_to_string(path)?);
        let start = Instant::now();
        fs::write(path, text)?;
        let told = preview.wait()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        if told == Told::Page {
            preview.wait()?;
        }
        whole.push(start.elapsed().as_secs_f64() * 1e3);
        if number + 1 == EARLY {
            early = Some(preview.memory());
        }
        thread::sleep(PAUSE);
    }
    let each = (preview.cpu() - cpu) * 1e3 / edits as f64;
    times.sort_by(f64::total_cmp);
    whole.sort_by(f64::total_cmp);
    let of = |times: &[f64], share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
    let at = |share| of(&times, share);
    println!("{}\n", machine::line());
    println!(
        "| pages | edits | p50 ms | p95 ms | max ms | all, p50 ms | all, p95 ms | CPU ms an edit | memory MB before | after 100 edits | after all |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    println!(
        "| {pages} | {edits} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} | {each:.0} | {before:.0} | {} | {:.0} |",
        at(0.5),
        at(0.95),
        at(1.0),
        of(&whole, 0.5),
        of(&whole, 0.95),
        early.map_or_else(|| "–".to_owned(), |early| format!("{early:.0}")),
        preview.memory(),
    );
    Ok(())
}

/// The number of pages, and of edits.
fn numbers(given: &[String]) -> (usize, usize) {
    let (mut pages, mut edits, mut is_edits) = (PAGES, EDITS, false);
    for argument in given {
        match argument.parse() {
            Ok(number) if is_edits => edits = usize::max(number, 1),
            Ok(number) => pages = number,
            Err(_) => {}
        }
        is_edits = argument == "--edits";
    }
    (pages, edits)
}

/// What the preview tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The page that was saved can be seen; the rest follows.
    Page,
    /// Everything is built.
    Build,
}

/// A running preview, and its stream of events.
struct Preview {
    program: Child,
    events: BufReader<TcpStream>,
}

impl Preview {
    /// Starts it, and waits until the first build is shown.
    fn start(site: &Path, out: &Path) -> io::Result<Self> {
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent)?;
        }
        // Whoever asks for port 0 gets a free one, which is free again when it is let go.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut command = Command::new(env!("CARGO_BIN_EXE_insyn"));
        command.args(["serve", "--today", "2026-11-22", "--port", &port.to_string(), "--root"]).arg(site);
        let mut program = command.arg("--out").arg(out).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        match connect(port) {
            Ok(events) => {
                let mut preview = Self { program, events };
                preview.wait()?;
                Ok(preview)
            }
            Err(error) => {
                program.kill()?;
                program.wait()?;
                Err(error)
            }
        }
    }

    /// Waits for what is told next.
    fn wait(&mut self) -> io::Result<Told> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.events.read_line(&mut line)? == 0 {
                return Err(io::Error::other("the preview has ended"));
            }
            if line.starts_with("data:") {
                let told: serde_json::Value = serde_json::from_str(line.trim_start_matches("data:").trim())?;
                return match (&told["failed"], told["early"]["build"] == told["build"]) {
                    (serde_json::Value::Bool(false), true) => Ok(Told::Page),
                    (serde_json::Value::Bool(false), false) => Ok(Told::Build),
                    _ => Err(io::Error::other(line)),
                };
            }
        }
    }

    /// Megabytes of memory that it holds.
    fn memory(&self) -> f64 {
        let held = machine::told(&format!("/proc/{}/status", self.program.id()), "VmRSS");
        held.split(' ').next().and_then(|number| number.parse::<f64>().ok()).unwrap_or_default() * 1024.0 / 1e6
    }

    /// Seconds of processor time that it has used.
    fn cpu(&self) -> f64 {
        let told = fs::read_to_string(format!("/proc/{}/stat", self.program.id())).unwrap_or_default();
        // After the name: user and system time are the twelfth and thirteenth, in hundredths.
        let after = told.rsplit_once(") ").map_or("", |(_, after)| after);
        after.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        if self.program.kill().and_then(|()| self.program.wait()).is_err() {
            eprintln!("the preview could not be ended");
        }
    }
}

/// The stream of events, when the preview listens.
fn connect(port: u16) -> io::Result<BufReader<TcpStream>> {
    let start = Instant::now();
    let mut stream = loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => break stream,
            Err(error) if start.elapsed() > PATIENCE => return Err(error),
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    };
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /_insyn/events HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/event-stream\r\n\r\n")?;
    Ok(BufReader::new(stream))
}

/// The pages proper.
fn documents(content: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![content.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().contains("/trygghets") && path.extension().is_some_and(|end| end == "md") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
