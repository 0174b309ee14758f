//! A large made-up site, built for real: nothing that it lists may stand on one long page, or on none.
//! The numbers of a page of a list are tested where they are made, in `render::pages::paging`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod folder;
#[path = "paging/site.rs"]
mod site;

use site::{COMMITMENTS, DOCUMENTS, EACH, SCOPES, TERMS};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// The largest page that is allowed here, in bytes.
const LARGEST: usize = 300_000;

/// The pages of the large site, by their address.
static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(site::pages);

/// What stands between two texts, as often as both occur.
fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split_once(after).map(|(found, _)| found))
}

/// The addresses of the pages of a list: the first and those that follow on it, one by one.
fn list(first: &str) -> Vec<&str> {
    let mut pages: Vec<&str> = vec![first];
    while let Some(next) = between(&PAGES[pages[pages.len() - 1]], "<li><a href=\"", "\" rel=\"next\"").last() {
        pages.push(next.rsplit_once('"').map_or(next, |(_, next)| next));
    }
    pages
}

/// What stands between two texts on the pages of a list.
fn listed<'t>(first: &'t str, before: &'t str, after: &'t str) -> Vec<&'t str> {
    list(first).into_iter().flat_map(|page| between(&PAGES[page], before, after)).collect()
}

fn assert_each_once(found: &[&str], count: usize) {
    let different: BTreeSet<&str> = found.iter().copied().collect();
    assert_eq!((found.len(), different.len()), (count, count));
}

#[test]
fn no_page_is_unreasonably_long() {
    let long = PAGES.iter().filter(|(_, html)| html.len() > LARGEST);
    let long: Vec<String> = long.map(|(address, html)| format!("{address} {}", html.len())).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_link_leads_to_a_page() {
    let mut broken = BTreeSet::new();
    for (address, html) in PAGES.iter() {
        for link in between(html, "href=\"/", "\"") {
            let path = format!("/{}", link.split('#').next().unwrap_or_default());
            if path.ends_with('/') && !PAGES.contains_key(&path) {
                broken.insert(format!("{address} links to {path}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn every_page_of_a_list_is_reached_from_the_one_before() {
    for address in PAGES.keys().filter(|address| address.contains("/sida/")) {
        let (first, _) = address.split_once("sida/").unwrap();
        assert!(list(first).contains(&&**address), "{address}");
    }
}

#[test]
fn every_commitment_stands_once_on_the_board_and_on_each_of_its_filters() {
    let heading = ("<h3><a href=\"", "\"");
    let board = listed("/laget/", heading.0, heading.1);
    assert_each_once(&board, COMMITMENTS);
    for (filter, count) in [
        ("/laget/efter/status/planned/", COMMITMENTS / 2),
        ("/laget/efter/ansvarig/kommunen/", COMMITMENTS),
        ("/laget/efter/amne/trafik/", COMMITMENTS),
        ("/laget/efter/kommun/k07/", EACH),
    ] {
        assert_each_once(&listed(filter, heading.0, heading.1), count);
    }
}

#[test]
fn the_first_page_of_the_board_tells_of_the_whole() {
    let pages = list("/laget/");
    let half = format!("<span class=\"count\">{}</span></h2>", COMMITMENTS / 2);
    assert!(PAGES[pages[0]].contains("<div class=\"progress\">") && PAGES[pages[0]].contains(&half));
    assert!(!PAGES[pages[1]].contains("<div class=\"progress\">") && PAGES[pages[1]].contains(&half));
}

#[test]
fn a_long_filter_has_a_page_of_all_its_values() {
    let (shown, all) = (&PAGES["/laget/"], &PAGES["/laget/efter/kommun/"]);
    let scope = "<a href=\"/laget/efter/kommun/k";
    assert!(shown.matches(scope).count() < SCOPES && shown.contains("<a href=\"/laget/efter/kommun/\">"));
    assert_eq!(all.matches(scope).count(), SCOPES);
}

#[test]
fn every_document_stands_under_its_letter() {
    let letters: Vec<&str> = between(&PAGES["/sok/"], "<li><a href=\"/sok/", "\"").collect();
    for letter in ["a", "o", "a-ring", "a-prickar", "o-prickar", "0-9"] {
        assert!(letters.contains(&&*format!("{letter}/")), "{letter} is not among {letters:?}");
    }
    let pages: Vec<String> = letters.iter().map(|letter| format!("/sok/{letter}")).collect();
    let found: Vec<&str> = pages
        .iter()
        .flat_map(|page| list(page))
        .flat_map(|page| between(&PAGES[page], "<ul class=\"az\">", "</ul>"))
        .flat_map(|items| between(items, "<li><a href=\"", "\""))
        .collect();
    assert_each_once(&found, DOCUMENTS);
}

#[test]
fn registers_tell_of_everything_once() {
    // A change for each pledge; something is missing in each of them and in each audit.
    assert_each_once(&listed("/nytt/", "<div><h2><a href=\"", "\""), COMMITMENTS);
    assert_each_once(&listed("/saknas/", "<h2><a href=\"", "\""), COMMITMENTS + SCOPES);
    assert_each_once(&listed("/slutsatser/", "<article class=\"finding\" id=\"", "\""), SCOPES);
    assert_eq!(listed("/fel-i-kallor/", "<article class=\"card\">", "</article>").len(), SCOPES);
    assert!(["/nytt/", "/saknas/", "/slutsatser/", "/fel-i-kallor/"].iter().all(|page| list(page).len() > 1));
}

#[test]
fn lists_of_roles_have_pages_too() {
    assert_each_once(&listed("/kontakter/", "<article class=\"contact\">\n<h3><a href=\"", "\""), SCOPES);
    assert_each_once(&listed("/ordlista/", "<dt><a href=\"", "\""), TERMS);
    assert!(["/kontakter/", "/ordlista/"].iter().all(|page| list(page).len() > 1));
}

#[test]
fn pages_that_gather_show_the_first_and_say_how_many_there_are() {
    // No line breaks within a number.
    let all = format!("{}\u{a0}{:03}", COMMITMENTS / 1000, COMMITMENTS % 1000);
    for (page, told) in [
        ("/k07/", format!("Visar 12 av {EACH}")),
        ("/malgrupper/boende/", format!("Visar 12 av {all}")),
        ("/amnen/trafik/", format!("{all} dokument")),
    ] {
        assert!(PAGES[page].contains(&told), "{page} does not say {told}");
    }
    // The header leads to the list of scopes, which has a plain link to each.
    let links = (0..SCOPES).map(|scope| PAGES["/"].matches(&format!("href=\"/k{scope:02}/\"")).count());
    assert!(links.into_iter().all(|links| links == 1));
}
