//! What an editor may change between two builds, one thing at a time: a text, a title, a template, a declaration.

use insyn::carried;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The edits of a site.
pub(crate) struct Edits {
    /// In the order in which they are made; each stays until all are undone.
    pub(crate) all: Vec<Edit>,
    /// The address of one document of each collection of pages.
    pub(crate) one_of_each: Vec<String>,
}

/// One file before and after.
pub(crate) struct Edit {
    pub(crate) name: &'static str,
    path: PathBuf,
    before: String,
    after: String,
}

impl Edit {
    fn new(name: &'static str, path: PathBuf, change: &dyn Fn(&str) -> String) -> io::Result<Self> {
        let before = fs::read_to_string(&path)?;
        let after = change(&before);
        if before == after {
            return Err(io::Error::other(format!("{}: nothing to change", path.display())));
        }
        Ok(Self { name, path, before, after })
    }

    /// Saves the file as it is to be.
    pub(crate) fn make(&self) -> io::Result<()> {
        fs::write(&self.path, &self.after)
    }

    /// Saves the file as it was.
    pub(crate) fn undo(&self) -> io::Result<()> {
        fs::write(&self.path, &self.before)
    }
}

impl Edits {
    /// The edits of a generated site, which gets a template of its own for one of them.
    pub(crate) fn new(site: &Path) -> io::Result<Self> {
        let template = "themes/insyn/templates/document.html";
        let carried = carried::FILES.iter().find(|(path, _)| *path == template).map_or(&[][..], |(_, bytes)| bytes);
        let own = site.join(template);
        fs::create_dir_all(own.parent().unwrap_or(site))?;
        fs::write(&own, carried)?;

        let content = site.join("content");
        let collections = below(&content.join("_collections"))?;
        let mut documents = Vec::new();
        for scope in below(&content)?.iter().filter(|scope| scope.join("_index.md").exists()) {
            for collection in below(scope)?.iter().filter(|folder| folder.is_dir()) {
                documents.extend(below(collection)?);
            }
        }
        let mut one_of_each = Vec::new();
        for collection in collections.iter().filter_map(|path| path.file_stem()) {
            let of_it = |path: &&PathBuf| path.parent().and_then(Path::file_name) == Some(collection);
            if let Some(path) = documents.iter().find(of_it) {
                let below = path.strip_prefix(&content).unwrap_or(path).with_extension("");
                one_of_each.push(format!("/{}/", below.display()));
            }
        }
        let nth = |part: usize| documents[documents.len() * part / 4].clone();
        let all = vec![
            Edit::new("one text changed", nth(1), &|text| format!("{text}\nEn mening till om lekplatsen.\n"))?,
            Edit::new("one title changed", nth(2), &|text| text.replacen("titel: \"", "titel: \"Nya ", 1))?,
            Edit::new("a template changed", own, &|text| {
                text.replacen("{% endblock main %}", "<hr>\n{% endblock main %}", 1)
            })?,
            Edit::new("a declaration changed", collections[0].clone(), &|text| {
                text.replacen("sv: Diarienummer", "sv: Ärendenummer", 1)
            })?,
        ];
        Ok(Self { all, one_of_each })
    }
}

/// What lies in a folder, in order.
fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
