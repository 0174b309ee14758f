//! Sources that come and go while a build reads them.

use super::*;
use insyn::load::Drafts;
use insyn::pipeline::{self, Options, Strictness};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Makes and removes files of all kinds, and folders, until it is told to end.
fn disturb(content: &Path, is_over: &AtomicBool) {
    let pledge = fs::read_to_string(content.join("exempelkommun/medborgarloften/belysta-gangvagar.md")).unwrap();
    let mut numbers = Numbers(4);
    while !is_over.load(Ordering::Relaxed) {
        let number = numbers.below(6);
        let folder = content.join(format!("exempelkommun/kommer-och-gar-{}", numbers.below(2)));
        let file = match numbers.below(4) {
            0 => content.join(format!("exempelkommun/medborgarloften/ny-{number}.md")),
            1 => content.join(format!("exempelkommun/medborgarloften/belysta-gangvagar-{number}.pdf")),
            2 => content.join(format!("exempelkommun/kallor/kalla-{number}.md")),
            _ => folder.join(format!("medborgarloften/ny-{number}.md")),
        };
        // What is there already, or gone already, is well.
        _ = fs::create_dir_all(file.parent().unwrap());
        _ = fs::write(&file, &pledge);
        std::thread::sleep(Duration::from_micros(numbers.below(3000)));
        _ = fs::remove_file(&file);
        if numbers.below(3) == 0 {
            _ = fs::remove_dir_all(&folder);
        }
    }
}

#[test]
fn files_that_vanish_while_they_are_read_are_told_of() {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("site");
    site(&root);
    let out = root.join("public");
    let options = Options {
        root: root.clone(),
        out: out.clone(),
        today: TODAY.parse().unwrap(),
        drafts: Drafts::Hidden,
        strictness: Strictness::Lenient,
        twins: insyn::write::Twins::None,
    };
    assert!(pipeline::build(&options).report.is_some());
    let is_over = AtomicBool::new(false);
    let (mut good, mut refused) = (0, 0);
    std::thread::scope(|scope| {
        let ends = Ends(&is_over);
        scope.spawn(|| disturb(&root.join("content"), &is_over));
        let start = Instant::now();
        while good + refused < 100 || (refused == 0 && start.elapsed() < Duration::from_secs(30)) {
            let before = tree(&out);
            let outcome = pipeline::build(&options);
            let found = tree(&out);
            if outcome.report.is_some() {
                good += 1;
                let is_whole = |(path, bytes): (&String, &Vec<u8>)| {
                    !path.ends_with(".html") || bytes.ends_with(b"</html>\n") || bytes.ends_with(b"</html>")
                };
                assert!(found.iter().all(is_whole), "half a page");
            } else {
                refused += 1;
                assert!(!outcome.diagnostics.is_empty(), "nothing is said");
                assert!(found == before, "the old site was touched: {:?}", outcome.diagnostics);
            }
        }
        drop(ends);
    });
    println!("{good} builds went well, {refused} told what was wrong");
    let content = root.join("content");
    for path in tree(&content).into_keys().filter(|path| path.contains("ny-") || path.contains("kommer-")) {
        fs::remove_file(content.join(path)).unwrap();
    }
    for folder in ["kommer-och-gar-0", "kommer-och-gar-1"] {
        _ = fs::remove_dir_all(content.join("exempelkommun").join(folder));
    }
    let clean = built(&root, &home.path().join("clean"));
    assert!(built(&root, &out) == clean);
}

/// Ends the disturbance also when an assertion fails.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
