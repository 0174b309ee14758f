//! What is remembered of documents beside their words, and what the columns of facets and of days are made of.

use super::{entry::FacetValue, remembered::Key, vocabulary::Stops};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Documents as columns: a few large pieces are read quicker than many small ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Documents {
    /// The key of each.
    #[serde(with = "serde_bytes")]
    keys: Vec<u8>,
    /// What the card of each is made of.
    #[serde(with = "serde_bytes")]
    cards: Vec<u8>,
    /// The stop words that each has.
    #[serde(with = "serde_bytes")]
    stops: Vec<u8>,
    /// Their numbers, in rising order.
    pub(super) numbers: Vec<u32>,
    /// The day of each, as a place in `days` from 1; 0 for none.
    pub(super) dates: Vec<u32>,
    /// Where the values of each end in `values`.
    ends: Vec<u32>,
    /// The values of facets of all, one after the other, as places in `facets`.
    values: Vec<u32>,
    /// The days, in the order in which they were met.
    pub(super) days: Vec<String>,
    /// Facets with values, in the order in which they were met.
    pub(super) facets: Vec<(String, String)>,
}

/// What is told of a document.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Its key.
    pub(super) key: Key,
    /// What its card is made of.
    pub(super) card: Key,
    /// The stop words that it has.
    pub(super) stops: Stops,
    /// Its number.
    pub(super) number: u32,
    /// The day that it is sorted by.
    pub(super) date: Option<String>,
    /// Its values of facets.
    pub(super) values: Vec<FacetValue>,
}

impl Documents {
    /// The keys, in order.
    pub(super) fn keys(&self) -> &[Key] {
        self.keys.as_chunks().0
    }

    /// What the cards are made of, in order.
    pub(super) fn cards(&self) -> &[Key] {
        self.cards.as_chunks().0
    }

    /// The stop words that some document has.
    pub(super) fn stops(&self) -> Stops {
        let mut all = Stops::default();
        self.stops_of_each().iter().for_each(|stops| all.extend(stops));
        all
    }

    /// The stop words of a document that is known by its place.
    pub(super) fn stops_of(&self, place: usize) -> Stops {
        Stops(self.stops_of_each()[place])
    }

    fn stops_of_each(&self) -> &[[u8; Stops::LENGTH]] {
        self.stops.as_chunks().0
    }

    /// The numbers with the places of values of facets.
    pub(super) fn values(&self) -> impl Iterator<Item = (u32, &[u32])> {
        self.numbers.iter().enumerate().map(|(place, number)| (*number, self.values_of(place)))
    }

    fn values_of(&self, place: usize) -> &[u32] {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.values[start as usize..self.ends[place] as usize]
    }
}

/// Gathers documents, in order.
#[derive(Default)]
pub(super) struct Gathered {
    documents: Documents,
    days: FxHashMap<String, u32>,
    facets: FxHashMap<(String, String), u32>,
    /// The places of days and values that are remembered, by their places there.
    days_before: Vec<Option<u32>>,
    facets_before: Vec<Option<u32>>,
}

impl Gathered {
    /// Adds a document that was read.
    pub(super) fn add(&mut self, told: Told) {
        let date = told.date.map(|day| self.day(&day));
        for value in told.values {
            self.facet((value.facet.to_string(), value.value.to_string()));
        }
        self.end((told.key, told.card, told.stops), told.number, date);
    }

    /// Adds a document as it is remembered, by its place there.
    pub(super) fn add_as_before(&mut self, before: &Documents, place: usize, number: u32) {
        let date = before.dates[place].checked_sub(1).map(|date| {
            let date = date as usize;
            self.days_before.resize(before.days.len(), None);
            let known = self.days_before[date].unwrap_or_else(|| self.day(&before.days[date]));
            *self.days_before[date].insert(known)
        });
        self.facets_before.resize(before.facets.len(), None);
        for value in before.values_of(place) {
            let value = *value as usize;
            match self.facets_before[value] {
                Some(known) => self.documents.values.push(known),
                None => self.facets_before[value] = Some(self.facet(before.facets[value].clone())),
            }
        }
        self.end((before.keys()[place], before.cards()[place], before.stops_of(place)), number, date);
    }

    /// All of them.
    pub(super) fn documents(self) -> Documents {
        self.documents
    }

    fn end(&mut self, (key, card, stops): (Key, Key, Stops), number: u32, date: Option<u32>) {
        let documents = &mut self.documents;
        documents.keys.extend(key);
        documents.cards.extend(card);
        documents.stops.extend(stops.0);
        documents.numbers.push(number);
        documents.dates.push(date.map_or(0, |date| date + 1));
        documents.ends.push(count(documents.values.len()));
    }

    fn day(&mut self, day: &str) -> u32 {
        if let Some(place) = self.days.get(day) {
            return *place;
        }
        self.documents.days.push(day.to_owned());
        let place = count(self.documents.days.len() - 1);
        self.days.insert(day.to_owned(), place);
        place
    }

    fn facet(&mut self, value: (String, String)) -> u32 {
        let place = match self.facets.get(&value) {
            Some(place) => *place,
            None => {
                self.documents.facets.push(value.clone());
                let place = count(self.documents.facets.len() - 1);
                self.facets.insert(value, place);
                place
            }
        };
        self.documents.values.push(place);
        place
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("documents are counted in 32 bits")
}
