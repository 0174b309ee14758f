//! Tells when sources change; the sole owner of `notify`. What a change means is decided by the caller.
//!
//! Editors save in many ways (in place, by renaming a new file over the old, by removing and writing again), so a
//! change is only told as the set of paths it touched, once they have been quiet for a moment. A folder is watched
//! from above as well, so that it may be removed and come back.

mod root;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher};

use crate::diagnostic::{Code, Diagnostic};

use root::Roots;

/// How long nothing must change before a change is told.
const QUIET: Duration = Duration::from_millis(8);

/// The longest that a change is held back while others keep coming.
const PATIENCE: Duration = Duration::from_millis(250);

/// Watches until it is dropped. A call of `on_change` that is under way then still ends.
#[derive(Debug)]
pub struct Watcher {
    signals: Sender<Signal>,
}

/// Why nothing can be watched.
#[derive(Debug)]
pub struct WatchError {
    path: PathBuf,
    source: notify::Error,
}

impl WatchError {
    /// The problem as it is shown.
    pub fn diagnostic(&self) -> Diagnostic {
        let path = self.path.to_string_lossy().replace('\\', "/");
        Diagnostic::new(Code::FileUnreadable, path).with("reason", self.source.to_string())
    }
}

#[derive(Debug)]
enum Signal {
    Changed(Vec<PathBuf>),
    /// The system lost count: anything may have changed.
    Lost,
    Stop,
}

/// Calls `on_change` with what has changed under `paths`, on a thread of its own and never twice at once; what
/// changes while it runs is told when it returns.
///
/// `paths` are folders and files, which need not exist yet; below `ignored` nothing counts as a change, nor do hidden
/// files, repositories, and what editors put beside the file they save. The paths told are absolute, each once, in
/// order. A folder among them means that everything below it may have changed.
///
/// # Errors
/// When the system allows no more watches, or a folder may not be read.
pub fn watch(
    paths: &[PathBuf],
    ignored: &[PathBuf],
    on_change: impl FnMut(Vec<PathBuf>) + Send + 'static,
) -> Result<Watcher, WatchError> {
    let (signals, received) = mpsc::channel();
    let of_system = signals.clone();
    // A signal that nobody receives any more belongs to a watcher that was dropped.
    let handler = move |event| signal(event).map_or((), |signal| drop(of_system.send(signal)));
    let failed = |source| WatchError { path: paths.first().cloned().unwrap_or_default(), source };
    let watcher: RecommendedWatcher = notify::recommended_watcher(handler).map_err(failed)?;
    let mut roots = Roots::new(watcher, paths, ignored)?;
    roots.arm_all()?;
    thread::spawn(move || listen(roots, &received, on_change));
    Ok(Watcher { signals })
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // A thread that is gone needs no stop.
        drop(self.signals.send(Signal::Stop));
    }
}

/// What an event of the system is to us; reading a file is nothing.
fn signal(event: notify::Result<Event>) -> Option<Signal> {
    let Ok(event) = event else { return Some(Signal::Lost) };
    match event.kind {
        _ if event.need_rescan() => Some(Signal::Lost),
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Signal::Changed(event.paths)),
        EventKind::Access(_) => None,
        _ => Some(Signal::Changed(event.paths)),
    }
}

fn listen(mut roots: Roots, received: &Receiver<Signal>, mut on_change: impl FnMut(Vec<PathBuf>)) {
    let mut changed = BTreeSet::new();
    let mut since = Instant::now();
    loop {
        let signal = match changed.is_empty() {
            true => received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            false => received.recv_timeout(QUIET.min(PATIENCE.saturating_sub(since.elapsed()))),
        };
        let was_empty = changed.is_empty();
        match signal {
            Ok(Signal::Changed(paths)) => changed.extend(roots.relevant(paths)),
            Ok(Signal::Lost) => changed.extend(roots.paths()),
            Err(RecvTimeoutError::Timeout) => {
                roots.arm_returned(&changed);
                on_change(std::mem::take(&mut changed).into_iter().collect());
            }
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        }
        if was_empty {
            since = Instant::now();
        }
    }
}

/// Whether the name is one that editors, systems and repositories use beside the files they keep.
fn is_noise(name: &str) -> bool {
    let is_hidden = name.starts_with('.') && name != ".well-known";
    let is_backup = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
    let is_swap = [".swp", ".swo", ".swx", ".tmp", ".crdownload", ".part"].iter().any(|end| name.ends_with(end));
    // Vim writes `4913` to see whether it may; JetBrains editors write through `___jb_tmp___` and `___jb_old___`.
    let is_trial = name == "4913" || name.ends_with("___jb_tmp___") || name.ends_with("___jb_old___");
    is_hidden || is_backup || is_swap || is_trial || matches!(name, "node_modules" | "Thumbs.db")
}

/// Whether any name between `root` and `path` is noise.
fn is_below_noise(root: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.iter().any(|name| is_noise(&name.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_of_editors_is_no_change() {
        for path in [".insyn-stage-public/a", ".git/index", "a/.a.md.swp", "a.md~", "4913", "a/#a.md#", ".#a.md"] {
            assert!(is_below_noise(Path::new("/site"), &Path::new("/site").join(path)), "{path}");
        }
        for path in ["a.md", "a/b.yaml", "", "49135.md", ".well-known/security.txt"] {
            assert!(!is_below_noise(Path::new("/.hidden/site"), &Path::new("/.hidden/site").join(path)), "{path}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        let event = |kind| signal(Ok(Event::new(kind).add_path("a".into())));
        assert!(event(EventKind::Access(AccessKind::Open(AccessMode::Any))).is_none());
        assert!(matches!(event(EventKind::Modify(notify::event::ModifyKind::Any)), Some(Signal::Changed(_))));
        assert!(matches!(signal(Err(notify::Error::generic("lost"))), Some(Signal::Lost)));
    }
}
