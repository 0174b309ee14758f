//! What stands on the pages of the made-up site.

use super::build::{BASE, page, pages, words};

#[test]
fn x() {
    let (_, p) = (BASE, words(page("")));
    println!("{p} {}", pages().count());
}
