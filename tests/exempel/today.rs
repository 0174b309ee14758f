//! What the day of the build decides: which names may still be shown, and which occasions are over.

use super::build::{SITE, page, words};

#[test]
fn a_name_is_gone_from_the_day_after_its_last() {
    for gone in ["Borttagen Exempelsson", "Borttagen Namnsson"] {
        for (path, bytes) in SITE.iter() {
            assert!(!String::from_utf8_lossy(bytes).contains(gone), "{path} still names {gone}");
        }
    }
    let council = words(page("exempelkommun/organ/trygghetsradet/"));
    assert!(council.contains("Ordförande Kommunstyrelsen Exempel Exempelsson"), "{council}");
    assert!(council.contains("Förra ordföranden"), "the role stays when the name goes");
    let named = words(page("exempelkommun/kontakter/trygghetssamordnaren/"));
    assert!(named.contains("Person Namn Namn Namnsson"), "{named}");
    let contact = words(page("exempelkommun/kontakter/felanmalan/"));
    assert!(contact.contains("031-390 06 54") && !contact.contains("Person Namn"), "{contact}");
}

#[test]
fn the_basis_of_a_name_is_for_editors() {
    for (path, bytes) in SITE.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for internal in ["Påhittat förtroendeuppdrag", "Påhittad person med uppdrag i tjänsten"] {
            assert!(!html.contains(internal), "{path} shows {internal}");
        }
    }
}

#[test]
fn what_comes_stands_before_what_is_over() {
    let html = page("exempelkommun/organ/trygghetsradet/");
    let place = |heading: &str| html.find(heading).unwrap_or_else(|| panic!("no {heading}"));
    let headings = ["Vintermötet", "Ordinarie möten", "Höstmötet"];
    assert!(headings.map(place).is_sorted(), "the order is not {headings:?}");
}
