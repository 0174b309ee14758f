//! Where a write happens: the output folder, the staging folder on the same file system, and the lock.
//! The lock file stays when the build is done: removing it would let two builds hold two different files.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::WriteError;

/// The folders of one write. The staging folder is removed and the lock released when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    /// The output folder, with links in its own path resolved.
    pub(super) out: PathBuf,
    /// Outputs are written here first.
    pub(super) stage: PathBuf,
    /// No output folder is there: the staging folder becomes it.
    pub(super) is_fresh: bool,
    /// The output folder as it was given, for messages.
    given: String,
    _lock: File,
}

impl Place {
    /// Takes the lock and makes an empty staging folder; what a killed build left there is removed.
    pub(super) fn take(given: &Path) -> Result<Self, WriteError> {
        let shown = given.to_string_lossy().replace('\\', "/");
        let disk = |source| WriteError::Disk { path: shown.clone(), source };
        let out = resolve(given).map_err(disk)?;
        // A link that leads nowhere is there all the same.
        let is_fresh = out.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        if !is_fresh && !out.is_dir() {
            return Err(WriteError::Foreign { path: shown });
        }
        let (base, lock) = open_lock(&out).map_err(disk)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WriteError::Running { path: shown }),
            // A file system without locks still deserves a build; there, two at once are the caller's concern.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(disk(error)),
        }
        let stage = named(&base, &out, "stage");
        remove_folder(&stage).and_then(|()| fs::create_dir(&stage)).map_err(disk)?;
        Ok(Self { out, stage, is_fresh, given: shown, _lock: lock })
    }

    /// Where an output is staged. Folders are made only if they are to stay; else all files lie side by side, named by
    /// their paths' hashes, so that a build that changes every page makes and removes no folders for it.
    pub(super) fn staged(&self, path: &str) -> PathBuf {
        match self.is_fresh {
            true => self.stage.join(path),
            false => self.stage.join(blake3::hash(path.as_bytes()).to_hex().as_str()),
        }
    }

    /// The path of an output as messages show it; empty for the folder itself.
    pub(super) fn shown(&self, path: &str) -> String {
        match path {
            "" => self.given.clone(),
            path => format!("{}/{path}", self.given.trim_end_matches('/')),
        }
    }

    /// The error that a file of somebody else is in the way.
    pub(super) fn foreign(&self, path: &str) -> WriteError {
        WriteError::Foreign { path: self.shown(path) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // The next build removes what cannot be removed now, and tells why if it cannot either.
        let _ = remove_folder(&self.stage);
    }
}

/// Where a file lies that is kept for the builds of an output folder: beside it. `None` where that is no place for one, as
/// beside a mounted volume, of which it would be no part.
pub(super) fn beside(given: &Path, purpose: &str) -> Option<PathBuf> {
    let full = std::path::absolute(given).ok()?;
    let out = fs::canonicalize(&full).unwrap_or(full);
    let above = fs::canonicalize(out.parent()?).ok()?;
    let is_apart = is_mount(&above, &out).unwrap_or(true);
    (!is_apart).then(|| named(&above, &out, purpose))
}

/// The folder that `given` means; it need not exist, the folder above it is made.
fn resolve(given: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(given) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        result => return result,
    }
    let name = given.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let above = match given.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    fs::create_dir_all(above)?;
    Ok(fs::canonicalize(above)?.join(name))
}

/// The lock file and the folder it lies in: beside the output folder, or in it where we may not write beside it or
/// where it is a file system of its own (a mounted volume), since files cannot be moved between two.
fn open_lock(out: &Path) -> io::Result<(PathBuf, File)> {
    let open = |base: &Path| {
        let path = named(base, out, "lock");
        File::options().create(true).truncate(false).write(true).open(path).map(|lock| (base.to_owned(), lock))
    };
    match out.parent() {
        Some(above) if !is_mount(above, out)? => match open(above) {
            Err(error) if may_not_write(&error) && out.exists() => open(out),
            result => result,
        },
        _ => open(out),
    }
}

fn may_not_write(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

#[cfg(unix)]
fn is_mount(above: &Path, out: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    Ok(out.exists() && fs::metadata(above)?.dev() != fs::metadata(out)?.dev())
}

#[cfg(not(unix))]
fn is_mount(_above: &Path, _out: &Path) -> io::Result<bool> {
    Ok(false)
}

/// `.insyn-stage-public` for the folder `public`.
fn named(base: &Path, out: &Path, purpose: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    base.join(format!(".insyn-{purpose}-{name}"))
}

fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
