//! What lies in a folder, for tests that look at outputs.

use std::{collections::BTreeMap, fs, path::Path};

/// Every file below `folder`, by its path from there.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(above) = folders.pop() {
        for entry in fs::read_dir(above).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("it lies below");
                let name = below.to_str().expect("our paths are UTF-8").replace('\\', "/");
                found.insert(name, fs::read(path).expect("the file can be read"));
            }
        }
    }
    found
}
