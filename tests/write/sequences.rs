//! Whatever was written before, the folder ends as if it had been written once.

use super::*;
use std::collections::BTreeSet;

use proptest::prelude::*;

/// Sets of outputs over few names, so that files and folders often trade places. The text is a digit.
fn set() -> impl Strategy<Value = BTreeMap<String, String>> {
    let path = prop::sample::select(vec!["a", "b", "a/a", "a/b", "b/a", "a/a/a", "a/a/b", "b/a/index.html"]);
    prop::collection::btree_map(path, 0..3u8, 0..6).prop_map(|files: BTreeMap<&str, u8>| {
        let names: BTreeSet<&str> = files.keys().copied().collect();
        let stands = |path: &str| !path.match_indices('/').any(|(end, _)| names.contains(&path[..end]));
        files.iter().filter(|(path, _)| stands(path)).map(|(path, text)| ((*path).into(), text.to_string())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_sequence_of_writes_ends_as_a_clean_write(sets in prop::collection::vec(set(), 1..6)) {
        let (_site, out) = place();
        for files in &sets {
            let before = if out.exists() { tree(&out) } else { BTreeMap::new() };
            let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            let told = write(outputs(&files), &out).unwrap();
            let unchanged = files.iter().filter(|(path, text)| before.get(*path).is_some_and(|old| old == text)).count();
            prop_assert_eq!(told.unchanged, unchanged);
            let (_other, clean) = place();
            write(outputs(&files), &clean).unwrap();
            prop_assert_eq!(tree(&out), tree(&clean));
        }
    }
}

/// A file that somebody changed between two builds, by its number among those that are there, and the digit in it.
fn touch() -> impl Strategy<Value = Option<(usize, u8)>> {
    prop::option::of((0..6usize, 0..3u8))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    /// Whichever write is remembered, and whatever was done to our files meanwhile.
    #[test]
    fn what_is_remembered_changes_no_outcome(
        steps in prop::collection::vec((set(), touch(), any::<prop::sample::Index>()), 1..7),
    ) {
        let (_site, out) = place();
        let mut earlier = vec![(BTreeMap::new(), Remembered::default())];
        for (files, touch, which) in steps {
            if let Some((path, text)) = touch.and_then(|(at, text)| Some((earlier.last()?.0.keys().nth(at)?, text))) {
                fs::write(out.join(path), text.to_string()).unwrap();
            }
            let (then, remembered) = which.get(&earlier).clone();
            let writer = Writer::open(&out, remembered).unwrap();
            let staged = files.iter().map(|(path, text)| {
                let kept = (then.get(path) == Some(text)).then(|| writer.keep(path)).flatten();
                kept.unwrap_or_else(|| writer.stage(outputs(&[(path, text)]).remove(0)).unwrap())
            });
            let staged = staged.collect();
            let (_, remembered) = writer.finish(staged).unwrap();
            let (_other, clean) = place();
            let texts: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            write(outputs(&texts), &clean).unwrap();
            prop_assert_eq!(tree(&out), tree(&clean));
            earlier.push((files, remembered));
        }
    }
}
