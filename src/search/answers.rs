//! Words of need: who writes `hotad` is shown whom to call, above all documents.

use super::letters::{fold, words};
use serde_json::{Value, json};

/// Whom to contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What the contact is called.
    pub title: String,
    /// The number as people read it; empty where it is not known.
    pub phone: String,
    /// The path of its page.
    pub path: String,
    /// When to turn to it, in a sentence.
    pub why: String,
}

/// Contacts, and the words that lead to them.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Each contact once.
    pub contacts: Vec<Answer>,
    /// Words or phrases, with the places of contacts, the first first. All words of a phrase must be in the query, in
    /// this form: `hotad` is in need, `hot` may be a subject.
    pub words: Vec<(String, Vec<usize>)>,
}

/// What the file of the answers holds and, for the root, what tells that it is worth fetching: two bytes of each first word.
pub(super) fn published(answers: &Answers) -> Option<(String, Vec<u16>)> {
    let phrases: Vec<(Vec<String>, &Vec<usize>)> =
        answers.words.iter().map(|(words, contacts)| (folded(words), contacts)).collect();
    if phrases.is_empty() || answers.contacts.is_empty() {
        return None;
    }
    let mut hints: Vec<u16> = phrases.iter().filter_map(|(words, _)| Some(hint(words.first()?))).collect();
    hints.sort_unstable();
    hints.dedup();
    let contacts: Vec<Value> =
        answers.contacts.iter().map(|answer| json!([answer.title, answer.phone, answer.path, answer.why])).collect();
    let phrases: Vec<Value> = phrases.iter().map(|(words, contacts)| json!([words.join(" "), contacts])).collect();
    let text = json!({ "c": contacts, "w": phrases }).to_string();
    Some((text, hints))
}

fn folded(phrase: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(phrase, |word| found.push(fold(word.text)));
    found
}

/// Sixteen bits of a word (FNV-1a, the upper half).
fn hint(word: &str) -> u16 {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u16::try_from(hash >> 16).expect("it is the upper half")
}
