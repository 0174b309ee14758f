//! Sentences and paragraphs about the subjects of one page. How they are laid out is decided in `page`.

use super::{
    rng::Rng,
    words::{Form, Noun, Words},
};

/// Nouns that are the page's own subjects, which a real text comes back to.
const ON_TOPIC: f64 = 0.2;

/// Writes about one page.
pub(crate) struct Prose<'a> {
    words: &'a Words,
    /// The subjects; the first is what the page is about.
    pub(crate) topics: Vec<Noun>,
    /// The municipality, or another place.
    pub(crate) place: String,
    pub(crate) rng: Rng,
}

impl<'a> Prose<'a> {
    pub(crate) fn new(words: &'a Words, place: String, mut rng: Rng) -> Self {
        let topics = (0..4).map(|_| words.compound(&mut rng)).collect();
        Self { words, topics, place, rng }
    }

    /// Sentences, together a text of at least so many words.
    pub(crate) fn paragraph(&mut self, words: usize) -> String {
        let mut text = self.sentence();
        while text.split(' ').count() < words {
            text.push(' ');
            text.push_str(&self.sentence());
        }
        text
    }

    /// One sentence, with a capital and a full stop.
    pub(crate) fn sentence(&mut self) -> String {
        let words = self.words;
        let pattern = self.rng.pick(words.section("sentences"));
        let mut text = String::new();
        for slot in pattern.split(' ') {
            let bare = slot.trim_end_matches([',', ':']);
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.fill(bare));
            text.push_str(&slot[bare.len()..]);
        }
        text.push('.');
        capital(&text)
    }

    /// A noun with an article, a heading, or any other single slot of a sentence (`words.txt` lists them).
    pub(crate) fn fill(&mut self, slot: &str) -> String {
        match slot {
            "E" | "N" | "F" | "P" | "G" | "A" | "M" => self.noun(slot),
            "V" => format!("{}ar", self.verb()),
            "I" => format!("{}a", self.verb()),
            "D" => format!("{}ade", self.verb()),
            "U" => format!("{}at", self.verb()),
            "S" => format!("{}as", self.verb()),
            "B" => (*self.rng.pick(self.words.section("adverbs"))).to_owned(),
            "L" => self.any_place(),
            "W" => format!("{} {}", self.rng.pick(self.words.section("streets")), 1 + self.rng.below(99)),
            "Y" => (2012 + self.rng.below(18)).to_string(),
            "T" => self.number(),
            literal => literal.to_owned(),
        }
    }

    fn noun(&mut self, slot: &str) -> String {
        let noun = if self.rng.chance(ON_TOPIC) {
            self.rng.pick(&self.topics).clone()
        } else {
            self.words.noun(&mut self.rng)
        };
        let adjective = self.words.adjective(&mut self.rng);
        let (indefinite, definite) = noun.articles();
        match slot {
            "E" => format!("{indefinite} {}", noun.form(Form::Singular)),
            "N" => noun.form(Form::Definite),
            "F" => noun.form(Form::Plural),
            "P" => noun.form(Form::DefinitePlural),
            "G" => format!("{}s", noun.form(Form::Definite)),
            "A" => format!("{definite} {adjective} {}", noun.form(Form::Definite)),
            _ => format!("{adjective} {}", noun.form(Form::Plural)),
        }
    }

    fn verb(&mut self) -> &'static str {
        self.words.verb(&mut self.rng)
    }

    fn any_place(&mut self) -> String {
        if self.rng.chance(0.7) { self.place.clone() } else { self.words.place(self.rng.below(self.words.places())) }
    }

    /// Most numbers in texts are small.
    fn number(&mut self) -> String {
        let most = [12, 100, 1000, 20_000][self.rng.below(4)];
        (2 + self.rng.below(most)).to_string()
    }

    /// What a table or a list has in a cell.
    pub(crate) fn item(&mut self) -> String {
        let noun = self.words.noun(&mut self.rng);
        capital(&noun.form(if self.rng.chance(0.5) { Form::Plural } else { Form::Singular }))
    }

    /// A heading of the usual ones, or one about a subject.
    pub(crate) fn heading(&mut self) -> String {
        if self.rng.chance(0.5) {
            return (*self.rng.pick(self.words.section("headings"))).to_owned();
        }
        let topic = self.rng.pick(&self.topics).form(Form::Plural);
        capital(&format!("{topic} i {}", self.place))
    }
}

pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
