//! What a site's content was at an earlier revision; the only file that runs Git.

use super::failure::Failure;
use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
};

/// A revision of a site.
#[derive(Debug)]
pub(super) struct History {
    root: PathBuf,
    /// As it was asked for.
    revision: String,
    /// The commit's own name, which cannot be taken for an option.
    commit: String,
}

impl History {
    /// Finds a revision.
    ///
    /// # Errors
    /// When Git is not there, the site is in no repository, or the repository has no such revision.
    pub(super) fn open(root: &Path, revision: &str) -> Result<Self, Failure> {
        let asked = format!("{revision}^{{commit}}");
        let mut history = Self { root: root.to_owned(), revision: revision.to_owned(), commit: String::new() };
        let found = history.run(&["rev-parse", "--verify", "--end-of-options", &asked], Vec::new())?;
        let found = String::from_utf8_lossy(&found);
        // Some versions of Git say the separator as well.
        history.commit = found.lines().last().unwrap_or_default().trim().to_owned();
        Ok(history)
    }

    /// The revision as it was asked for.
    pub(super) fn revision(&self) -> &str {
        &self.revision
    }

    /// Whether the file is in the working folder now.
    pub(super) fn is_in_work(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }

    /// Every original document of the revision, by its path from the site's root.
    ///
    /// # Errors
    /// When Git refuses.
    pub(super) fn documents(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let listed = self.run(&["ls-tree", "-r", "-z", "--name-only", &self.commit, "--", "content"], Vec::new())?;
        let listed = String::from_utf8_lossy(&listed);
        let paths: Vec<&str> = listed.split('\0').filter(|path| is_document(path)).collect();
        let asked: String = paths.iter().map(|path| format!("{}:./{path}\n", self.commit)).collect();
        let answered = self.run(&["cat-file", "--batch"], asked.into_bytes())?;
        Ok(paths.into_iter().map(str::to_owned).zip(blobs(&answered)).collect())
    }

    /// Runs Git in the site's folder, gives it `input` and takes what it answers.
    fn run(&self, arguments: &[&str], input: Vec<u8>) -> Result<Vec<u8>, Failure> {
        let absent = |error: io::Error| Failure::usage("fail-no-git").with("reason", error.to_string());
        let output = self.answered(arguments, input).map_err(absent)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let reason = String::from_utf8_lossy(&output.stderr);
        let reason = reason.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
        Err(Failure::usage("fail-git").with("revision", &self.revision).with("reason", reason))
    }

    fn answered(&self, arguments: &[&str], input: Vec<u8>) -> io::Result<Output> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.root).args(arguments);
        let mut git = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let mut stdin = git.stdin.take().ok_or_else(|| io::Error::other("no standard input"))?;
        // Git answers while it is asked, so asking on this thread could leave both waiting.
        let asking = thread::spawn(move || stdin.write_all(&input));
        let output = git.wait_with_output()?;
        // Where Git ended early its own message says why.
        _ = asking.join();
        Ok(output)
    }
}

/// Variants only overlay words and hold no log; their originals stand for them.
fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".yaml"));
    stem.is_some_and(|stem| !stem.contains('.')) && !path.starts_with("content/_collections/")
}

/// The contents in an answer of `git cat-file --batch`: a line that ends in the size, the bytes, a line break.
fn blobs(answered: &[u8]) -> Vec<Vec<u8>> {
    let mut blobs = Vec::new();
    let mut rest = answered;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(&rest[..end]);
        let size: usize = line.rsplit(' ').next().and_then(|size| size.parse().ok()).unwrap_or(0);
        let bytes = rest.get(end + 1..end + 1 + size).unwrap_or_default();
        blobs.push(bytes.to_vec());
        rest = rest.get(end + 2 + size..).unwrap_or_default();
    }
    blobs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_taken_apart_by_their_size() {
        let answer = b"aa blob 4\na\nb\n\nbb blob 0\n\ncc blob 1\nz\n";
        assert_eq!(blobs(answer), [b"a\nb\n".to_vec(), Vec::new(), b"z".to_vec()]);
    }

    #[test]
    fn only_originals_are_documents() {
        for (path, is) in [
            ("content/a/b.md", true),
            ("content/a/b.yaml", true),
            ("content/a/b.en.md", false),
            ("content/_collections/a.yaml", false),
            ("content/a/b.pdf", false),
        ] {
            assert_eq!(is_document(path), is, "{path}");
        }
    }
}
