//! What a run costs: processor time, memory, time, and bytes on disk. Needs Linux and Python 3.

pub(crate) mod machine;

use serde::Deserialize;
use std::{fs, io, path::Path, process::Command};

/// What a process and its children used.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Cost {
    /// Seconds of processor time in the program itself, and in the system for it.
    pub(crate) user: f64,
    pub(crate) system: f64,
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Bytes of memory of the largest process.
    pub(crate) peak: u64,
}

impl Cost {
    /// Seconds of processor time.
    pub(crate) fn cpu(&self) -> f64 {
        self.user + self.system
    }
}

/// Files in a folder.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Disk {
    pub(crate) files: usize,
    pub(crate) bytes: u64,
}

/// Runs a program to its end. What it prints goes to `FOLDER/printed`, and is also the answer.
///
/// # Errors
/// When it cannot be started, or fails.
pub(crate) fn run(folder: &Path, command: &[&str]) -> io::Result<(Cost, String)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/measure/measure.py");
    let told = folder.join("cost.json");
    let ended = Command::new("python3").arg(script).arg(&told).args(command).output()?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr);
        return Err(io::Error::other(format!("{}: {}\n{said}", command.join(" "), ended.status)));
    }
    let cost = serde_json::from_str(&fs::read_to_string(told)?)?;
    Ok((cost, String::from_utf8_lossy(&ended.stdout).into_owned()))
}

/// Counts the files below a folder whose path from there is wanted.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn disk(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> io::Result<Disk> {
    let mut disk = Disk::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().strip_prefix(folder).is_ok_and(|path| wanted(&path.to_string_lossy())) {
                disk.files += 1;
                disk.bytes += entry.metadata()?.len();
            }
        }
    }
    Ok(disk)
}

/// Seconds that all threads of this process have run.
///
/// # Errors
/// When the system does not tell, as none but Linux does.
pub(crate) fn own_cpu() -> io::Result<f64> {
    let mut nanoseconds = 0.0;
    for thread in fs::read_dir("/proc/self/task")? {
        let told = fs::read_to_string(thread?.path().join("schedstat"))?;
        nanoseconds += told.split(' ').next().and_then(|first| first.parse::<f64>().ok()).unwrap_or_default();
    }
    Ok(nanoseconds / 1e9)
}
