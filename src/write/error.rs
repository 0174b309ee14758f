//! Why a write failed. The words an editor reads are those of the diagnostic that each becomes.

use std::io;

use crate::diagnostic::{Code, Diagnostic};

use super::place::Place;

/// Why the outputs are not in place.
#[derive(Debug)]
pub enum WriteError {
    /// A file, folder or link of somebody else stands where we must write.
    Foreign {
        /// What stands there, with the output folder in front.
        path: String,
    },
    /// Another build is writing to the same folder.
    Running {
        /// The output folder.
        path: String,
    },
    /// A path that no output may have: it leads out of the folder, is empty, is the manifest's, or clashes with
    /// another output. `render` never makes one.
    Path {
        /// The path as it was given.
        path: String,
    },
    /// The machine refused: a full disk, a missing permission.
    Disk {
        /// The file or folder, with the output folder in front.
        path: String,
        /// The system's own reason.
        source: io::Error,
    },
}

impl WriteError {
    /// The problem as it is shown.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::Foreign { path } => about(Code::ForeignFile, path),
            Self::Running { path } => about(Code::BuildRunning, path),
            Self::Path { path } => about(Code::WriteFailed, path).with("reason", "invalid output path"),
            Self::Disk { path, source } => about(Code::WriteFailed, path).with("reason", source.to_string()),
        }
    }
}

fn about(code: Code, path: &str) -> Diagnostic {
    Diagnostic::new(code, path).with("path", path)
}

/// Says which file an error of the machine is about.
pub(super) trait Disk<T> {
    /// `path` is that of an output; empty for the folder itself.
    fn at(self, place: &Place, path: &str) -> Result<T, WriteError>;
}

impl<T> Disk<T> for io::Result<T> {
    fn at(self, place: &Place, path: &str) -> Result<T, WriteError> {
        self.map_err(|source| WriteError::Disk { path: place.shown(path), source })
    }
}
