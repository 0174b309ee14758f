//! The folders and files that are watched, and how each is held: a folder with everything below it, and from the
//! folder above, which sees it go and come back; a file only from above, since editors replace it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use super::{WatchError, is_below_noise};

/// All that is watched.
pub(super) struct Roots {
    watcher: RecommendedWatcher,
    /// Absolute.
    roots: Vec<PathBuf>,
    /// Absolute; nothing below counts as a change.
    ignored: Vec<PathBuf>,
}

impl Roots {
    pub(super) fn new(watcher: RecommendedWatcher, paths: &[PathBuf], ignored: &[PathBuf]) -> Result<Self, WatchError> {
        Ok(Self { watcher, roots: absolute(paths)?, ignored: absolute(ignored)? })
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.roots.iter().cloned()
    }

    /// Starts to watch.
    pub(super) fn arm_all(&mut self) -> Result<(), WatchError> {
        let above: BTreeSet<PathBuf> = self.roots.iter().filter_map(|root| existing_above(root)).collect();
        for folder in above {
            // A folder that is watched with everything below would lose that if it were watched again without.
            if !self.roots.iter().any(|root| root.is_dir() && folder.starts_with(root)) {
                self.arm(&folder, RecursiveMode::NonRecursive)?;
            }
        }
        for root in self.roots.clone() {
            if root.is_dir() {
                self.arm(&root, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Watches anew what came back: a watch dies with the folder, also when another takes its name.
    pub(super) fn arm_returned(&mut self, changed: &BTreeSet<PathBuf>) {
        if !self.roots.iter().any(|root| changed.contains(root)) {
            return;
        }
        for root in self.roots.clone().iter().filter(|root| changed.contains(*root)) {
            // It is not watched if the folder went; then there is nothing to end.
            drop(self.watcher.unwatch(root));
        }
        // A folder that cannot be watched now (gone again) is tried again when it next changes.
        drop(self.arm_all());
    }

    /// Those of `paths` that lie under a root and are not noise.
    ///
    /// A path above a root stands for the root: it was moved together with what holds it.
    pub(super) fn relevant(&self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        let mut relevant = Vec::new();
        for path in paths {
            if self.ignored.iter().any(|ignored| path.starts_with(ignored)) {
                continue;
            }
            for root in &self.roots {
                if root.starts_with(&path) {
                    relevant.push(root.clone());
                } else if path.starts_with(root) && !is_below_noise(root, &path) {
                    relevant.push(path.clone());
                }
            }
        }
        relevant
    }

    fn arm(&mut self, path: &Path, mode: RecursiveMode) -> Result<(), WatchError> {
        self.watcher.watch(path, mode).map_err(|source| WatchError { path: path.to_owned(), source })
    }
}

/// The nearest folder above that exists.
fn existing_above(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.is_dir()).map(Path::to_owned)
}

fn absolute(paths: &[PathBuf]) -> Result<Vec<PathBuf>, WatchError> {
    let absolute = |path: &PathBuf| {
        std::path::absolute(path)
            .map_err(|error| WatchError { path: path.clone(), source: notify::Error::io(error).add_path(path.clone()) })
    };
    paths.iter().map(absolute).collect()
}
