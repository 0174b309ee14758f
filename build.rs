//! Packs the theme and the collections into the program, so that it needs no files of its own beside it.

use std::{env, fmt::Write as _, fs, io, path::Path, path::PathBuf};

fn main() -> io::Result<()> {
    let mut list = String::from("&[\n");
    for folder in ["themes/insyn", "content/_collections", "content/_sok"] {
        println!("cargo::rerun-if-changed={folder}");
        for path in files(Path::new(folder))? {
            let name = path.to_string_lossy().replace('\\', "/");
            let full = fs::canonicalize(&path)?;
            writeln!(list, "    ({name:?}, include_bytes!({:?})),", full).map_err(io::Error::other)?;
        }
    }
    list.push_str("]\n");
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("no OUT_DIR"))?;
    fs::write(out.join("carried.rs"), list)
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
