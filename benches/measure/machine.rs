//! What the machine is, for the line above each table.

use std::fs;

/// Processor, cores and memory in one line.
pub(crate) fn line() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let memory = memory_available() as f64 / 1e9;
    format!("Machine: {}, {cores} cores, {memory:.0} GB of free memory", told("/proc/cpuinfo", "model name"))
}

/// Bytes of memory that a new process could have.
pub(crate) fn memory_available() -> u64 {
    let told = told("/proc/meminfo", "MemAvailable");
    told.split(' ').next().and_then(|number| number.parse::<u64>().ok()).unwrap_or_default() * 1024
}

/// The value of the first line of a file of the system that has this name.
pub(crate) fn told(file: &str, name: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name));
    line.and_then(|line| line.split_once(':')).map_or_else(String::new, |(_, value)| value.trim().to_owned())
}
