//! Finds the files below `content/`; sole owner of walkdir. Nothing outside the folder is ever followed or read.

use crate::diagnostic::{Code, Diagnostic};
use rayon::prelude::*;
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};
use walkdir::{DirEntry, WalkDir};

/// The largest source file that is read, in bytes.
const LARGEST_SOURCE: u64 = 2 * 1024 * 1024;
/// The largest attachment that is copied, in bytes.
const LARGEST_ATTACHMENT: u64 = 100 * 1024 * 1024;
/// Endings of files that may be attached.
const ATTACHMENTS: &[&str] =
    &["pdf", "png", "jpg", "jpeg", "webp", "svg", "csv", "json", "xlsx", "ods", "docx", "odt", "txt", "mp4", "vtt"];

/// The files that say what is known of the words that people search with.
pub(super) const SEARCH_WORDS: &[&str] =
    &["_sok/akut.yaml", "_sok/hela.txt", "_sok/stammar.txt", "_sok/synonymer.yaml"];

/// A file below `content/`.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// The path from `content/`, with `/`.
    pub(super) name: String,
    /// The path from the site's root, with `/`.
    pub(super) path: Arc<str>,
    full: PathBuf,
}

/// Everything found below `content/`, in order of name.
#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    /// Declarations of collections.
    pub(super) declarations: Vec<File>,
    /// Words of the search.
    pub(super) search_words: Vec<File>,
    /// Documents and attachments.
    pub(super) files: Vec<File>,
    /// What could not be walked.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl File {
    /// Lets go of where it lies: it is not read again.
    pub(super) fn let_go_of_names(&mut self) {
        (self.name, self.full) = Default::default();
    }

    /// The file name without its ending.
    pub(super) fn stem(&self) -> &str {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    }

    /// Whether it has one of some endings, however it is written.
    fn ends_in(&self, endings: &[&str]) -> bool {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
    }

    /// Whether it is Markdown or YAML.
    pub(super) fn is_source(&self) -> bool {
        self.ends_in(&["md", "yaml"])
    }

    /// Whether it may be attached to a page.
    pub(super) fn is_attachment(&self) -> bool {
        self.ends_in(ATTACHMENTS)
    }

    /// Reads it, into room of its own.
    ///
    /// # Errors
    /// A diagnostic when it is too large or cannot be read.
    pub(super) fn read(&self) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::new();
        self.read_into(&mut bytes).map(|()| bytes)
    }

    /// Reads it in place of what `bytes` holds.
    ///
    /// # Errors
    /// A diagnostic when it is too large or cannot be read.
    pub(super) fn read_into(&self, bytes: &mut Vec<u8>) -> Result<(), Diagnostic> {
        let unreadable = |error: std::io::Error| {
            Diagnostic::new(Code::FileUnreadable, self.path.clone()).with("reason", error.to_string())
        };
        let limit = if self.is_source() { LARGEST_SOURCE } else { LARGEST_ATTACHMENT };
        bytes.clear();
        let file = fs::File::open(&self.full).map_err(unreadable)?;
        let read = (&file).take(limit + 1).read_to_end(bytes).map_err(unreadable)?;
        if u64::try_from(read).unwrap_or(u64::MAX) > limit {
            let size = file.metadata().map_err(unreadable)?.len();
            let told = Diagnostic::new(Code::FileTooLarge, self.path.clone());
            return Err(told.with("size", megabytes(size)).with("limit", megabytes(limit)));
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / (1024.0 * 1024.0)).replace('.', ",")
}

/// Walks a content folder: what stands first in it, and then below each of its folders, several at a time.
pub(super) fn walk(content: &Path) -> Tree {
    let inside = std::fs::canonicalize(content).unwrap_or_else(|_| content.to_owned());
    let top: Vec<_> = entries(WalkDir::new(content).max_depth(1)).collect();
    let below = |entry: walkdir::Result<DirEntry>| {
        let mut tree = Tree::default();
        let folder = entry.as_ref().ok().filter(|entry| entry.file_type().is_dir());
        match folder.map(|folder| entries(WalkDir::new(folder.path()))) {
            Some(entries) => entries.for_each(|entry| add(entry, (content, &inside), &mut tree)),
            None => add(entry, (content, &inside), &mut tree),
        }
        tree
    };
    let trees: Vec<Tree> = top.into_par_iter().map(below).collect();
    let mut tree = Tree::default();
    for below in trees {
        tree.declarations.extend(below.declarations);
        tree.search_words.extend(below.search_words);
        tree.files.extend(below.files);
        tree.diagnostics.extend(below.diagnostics);
    }
    tree
}

fn entries(walk: WalkDir) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    walk.min_depth(1).sort_by_file_name().into_iter().filter_entry(|entry| !is_ignored(entry))
}

fn add(entry: walkdir::Result<DirEntry>, (content, inside): (&Path, &Path), tree: &mut Tree) {
    match entry {
        Ok(entry) => visit(&entry, content, inside, tree),
        Err(error) => {
            let path = error
                .path()
                .map_or_else(|| "content".to_owned(), |path| format!("content/{}", name_from(path, content)));
            let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            tree.diagnostics.push(Diagnostic::new(Code::FileUnreadable, path).with("reason", reason));
        }
    }
}

fn visit(entry: &DirEntry, content: &Path, inside: &Path, tree: &mut Tree) {
    let name = name_from(entry.path(), content);
    let path: Arc<str> = format!("content/{name}").into();
    if entry.path_is_symlink() {
        let target = std::fs::canonicalize(entry.path());
        let outside = !target.as_ref().is_ok_and(|target| target.starts_with(inside) && target.is_file());
        if outside {
            let shown = std::fs::read_link(entry.path()).map(|target| target.display().to_string()).unwrap_or_default();
            tree.diagnostics.push(Diagnostic::new(Code::LinkOutside, path).with("target", shown));
            return;
        }
    } else if entry.file_type().is_dir() {
        return;
    }
    let file = File { name, path, full: entry.path().to_owned() };
    match file.name.strip_prefix("_collections/") {
        Some(rest) if file.ends_in(&["yaml"]) && !rest.contains('/') => tree.declarations.push(file),
        None if SEARCH_WORDS.contains(&file.name.as_str()) => tree.search_words.push(file),
        None if !file.name.starts_with("_sok/") && (file.is_source() || file.is_attachment()) => tree.files.push(file),
        _ => tree.diagnostics.push(Diagnostic::new(Code::FileUnknown, file.path.clone()).with("name", file.name)),
    }
}

/// Files that systems and editors leave behind.
fn is_ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.starts_with('#')
        || matches!(&*name, "Thumbs.db" | "desktop.ini")
}

fn name_from(path: &Path, content: &Path) -> String {
    // What is walked to begins as the folder does; only odd names, and other systems, need a closer look.
    let plain = path.to_str().zip(content.to_str()).filter(|_| std::path::MAIN_SEPARATOR == '/');
    let rest = plain.and_then(|(path, content)| path.strip_prefix(content)?.strip_prefix('/'));
    if let Some(rest) = rest.filter(|rest| !rest.contains("//")) {
        return rest.to_owned();
    }
    let rest = path.strip_prefix(content).unwrap_or(path);
    let names: Vec<_> = rest.iter().map(|part| part.to_string_lossy()).collect();
    names.join("/")
}
