//! Builds that are killed, at random moments, hundreds of times.

use super::*;
use insyn::write::{Remembered, Writer};
use std::os::unix::process::ExitStatusExt;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

const SIGKILL: i32 = 9;
/// Builds that each thread starts in order to kill them.
const ROUNDS: u64 = 100;

/// When to kill.
enum Moment {
    /// So long after the start.
    Anywhere(Duration),
    /// So long after the first trace of what is staged: reading takes most of a build, and cannot hurt.
    Writing(Duration),
}

/// Waits for the moment and kills; says whether there was anything left to kill.
fn kill(mut child: Child, moment: &Moment, stage: &Path) -> bool {
    let wait = match moment {
        Moment::Anywhere(wait) => wait,
        Moment::Writing(wait) => {
            while !stage.exists() && child.try_wait().unwrap().is_none() {
                sleep(Duration::from_micros(200));
            }
            wait
        }
    };
    sleep(*wait);
    // It may have ended already.
    _ = child.kill();
    child.wait().unwrap().signal() == Some(SIGKILL)
}

/// How long a build takes in all, and from the first trace of what is staged.
fn durations(versions: &Versions) -> (Duration, Duration) {
    let start = Instant::now();
    let mut child = versions.build(0).spawn().unwrap();
    while !versions.home.path().join(".insyn-stage-public").exists() && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(200));
    }
    let reading = start.elapsed();
    assert!(child.wait().unwrap().success());
    (start.elapsed(), start.elapsed().saturating_sub(reading))
}

/// Kills builds of both versions in turn; gives how many really were.
fn kill_many(seed: u64) -> u64 {
    let versions = Versions::new();
    let stage = versions.home.path().join(".insyn-stage-public");
    let mut numbers = Numbers(seed);
    let (whole, writing) = durations(&versions);
    let mut within = |duration: Duration| {
        let end = u64::try_from(duration.as_micros()).unwrap().max(1);
        Duration::from_micros(numbers.below(end + end / 10))
    };
    let mut killed = 0;
    for round in 0..ROUNDS {
        let version = usize::from(round % 2 == 0);
        // Every eighth is a first build.
        let is_first = round % 8 == 7;
        if is_first {
            fs::remove_dir_all(versions.out()).unwrap();
        }
        let moment = if round % 3 == 0 { Moment::Anywhere(within(whole)) } else { Moment::Writing(within(writing)) };
        killed += u64::from(kill(versions.build(version).spawn().unwrap(), &moment, &stage));
        if versions.out().exists() {
            let found = tree(&versions.out());
            assert!(!is_first || found == versions.clean[version], "round {round}: a first build is whole or absent");
            is_old_or_new(&found, [&versions.clean[0], &versions.clean[1]]);
        } else {
            assert!(is_first, "round {round}");
        }
        if is_first || round % 6 == 0 {
            versions.completes(usize::from(round % 3 == 0));
        }
    }
    killed
}

#[test]
fn a_killed_build_leaves_old_or_new_files_and_the_next_completes_it() {
    let others = std::thread::spawn(|| kill_many(1));
    let killed = kill_many(2) + others.join().unwrap();
    assert!(killed >= ROUNDS, "only {killed} builds were killed while they ran");
}

/// Outputs that could hardly differ more: files are folders in the other version, and large ones differ at their end.
fn outputs(version: u8) -> Tree {
    let mut files = Tree::new();
    for number in 0..24 {
        let is_file = number % 2 == version;
        let path = if is_file { format!("x{number}/y") } else { format!("x{number}/y/z/index.html") };
        files.insert(path, vec![version; 10]);
        files.insert(format!("same/{number}.txt"), vec![number; 10]);
        files.insert(format!("only-{version}/{number}/index.html"), vec![number; 10]);
        let mut large = vec![number; 50_000];
        large.push(version);
        files.insert(format!("large/{number}.html"), large);
    }
    files
}

fn write(version: u8, out: &Path, old: Remembered) -> Remembered {
    let writer = Writer::open(out, old).unwrap();
    let output = |(path, bytes)| writer.stage(insyn::write::Output { path, bytes }).unwrap();
    let staged = outputs(version).into_iter().map(output).collect();
    writer.finish(staged).unwrap().1
}

/// The program that `a_killed_write_leaves_old_or_new_files` kills: it writes the two versions in turn, for ever.
#[test]
#[ignore = "it ends only when it is killed"]
fn writes_for_ever() {
    let out = PathBuf::from(std::env::var_os("INSYN_TESTED_OUT").expect("where to write"));
    let mut remembered = Remembered::default();
    for turn in 0.. {
        remembered = write(turn % 2, &out, remembered);
    }
}

#[test]
fn a_killed_write_leaves_old_or_new_files() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("public");
    let clean = [0, 1].map(|version| {
        let out = home.path().join("clean").join(version.to_string());
        write(version, &out, Remembered::default());
        tree(&out)
    });
    let mut numbers = Numbers(3);
    for round in 0..200 {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::writes_for_ever", "--include-ignored"])
            .env("INSYN_TESTED_OUT", &out)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let wait = Duration::from_micros(5_000 + numbers.below(50_000));
        assert!(kill(child, &Moment::Anywhere(wait), &out), "it ended by itself");
        if out.exists() {
            is_old_or_new(&tree(&out), [&clean[0], &clean[1]]);
        }
        if round % 4 == 0 {
            let version = u8::try_from(round / 4 % 2).unwrap();
            write(version, &out, Remembered::default());
            assert!(tree(&out) == clean[usize::from(version)], "round {round}");
            assert_eq!(left(home.path()), Vec::<String>::new());
        }
    }
}
