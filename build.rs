//! Packs the theme and the collections into the program, so that it needs no files of its own beside it.

use std::{
    env,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

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
    fs::write(out.join("carried.rs"), list)?;
    println!("cargo::rustc-env=INSYN_ENGINE={:016x}", engine()?);
    Ok(())
}

/// Stands for everything that the program is made of: what one engine has remembered means nothing to another.
fn engine() -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for folder in ["src", "themes/insyn", "content/_collections", "content/_sok"] {
        println!("cargo::rerun-if-changed={folder}");
        for path in files(Path::new(folder))? {
            path.hash(&mut hasher);
            fs::read(path)?.hash(&mut hasher);
        }
    }
    for file in ["Cargo.toml", "Cargo.lock", "build.rs"] {
        println!("cargo::rerun-if-changed={file}");
        fs::read(file)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
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
