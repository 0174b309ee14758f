//! What people search a generated site for: words of its titles and of its vocabulary, common and rare, and mistyped.

use super::{
    Options,
    page::place,
    rng::Rng,
    words::{Form, Words},
};

const QUERIES: usize = 40;
/// One query in so many has a misspelling.
const MISSPELT: usize = 10;

/// The queries. The same seed and number of pages give the same ones.
pub(crate) fn queries(words: &Words, options: &Options) -> Vec<String> {
    let mut rng = Rng::new(options.seed, u64::MAX);
    let mut queries = Vec::with_capacity(QUERIES);
    for number in 0..QUERIES {
        let about = place(words, options, rng.below(options.documents())).title.to_lowercase();
        let title: Vec<&str> = about.split(' ').filter(|word| word.chars().count() > 2 && *word != "och").collect();
        let query = match number % 5 {
            // A compound of a title, the place, both, everyday words, and a whole title.
            0 => title[0].to_owned(),
            1 => format!("{} {}", words.noun(&mut rng).form(Form::Plural), title[title.len() - 1]),
            2 => words.compound(&mut rng).form(Form::Definite),
            3 => format!(
                "{} och {}",
                words.noun(&mut rng).form(Form::Singular),
                words.noun(&mut rng).form(Form::Definite)
            ),
            _ => title.iter().take(1 + rng.below(4)).copied().collect::<Vec<_>>().join(" "),
        };
        queries.push(if number % MISSPELT == MISSPELT - 1 { misspelt(&query, &mut rng) } else { query });
    }
    queries
}

/// Two letters in the middle of the text in each other's place, or one left out.
fn misspelt(query: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = query.chars().collect();
    let at = 2 + rng.below(letters.len().saturating_sub(4).max(1));
    if rng.chance(0.5) && at + 1 < letters.len() {
        letters.swap(at, at + 1);
    } else {
        letters.remove(at.min(letters.len() - 1));
    }
    letters.into_iter().collect()
}
