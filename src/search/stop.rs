//! Words that say nothing of what a text is about. They are found in titles only, and a query that has other words does
//! without them. In order, for a quick look-up.

pub(super) const STOP: &[&str] = &[
    "alla", "allt", "andra", "annan", "annat", "att", "av", "bara", "behöver", "betyder", "blev", "bli", "blir",
    "blivit", "borde", "brukar", "både", "de", "dem", "den", "denna", "deras", "dess", "dessa", "det", "detta", "din",
    "dina", "dit", "ditt", "dock", "du", "där", "därför", "då", "efter", "eftersom", "eller", "en", "enligt", "ens",
    "er", "ett", "finns", "från", "få", "får", "för", "genom", "gick", "gjort", "gäller", "går", "gör", "göra", "ha",
    "hade", "han", "hans", "har", "hennes", "heter", "hitta", "hittar", "hon", "hos", "hur", "här", "in", "inga",
    "ingen", "inget", "innan", "innebär", "inom", "inte", "ja", "jag", "ju", "kan", "kunde", "man", "med", "medan",
    "mellan", "men", "mer", "mest", "min", "mina", "mitt", "mot", "mycket", "många", "måste", "nej", "ni", "nog", "nu",
    "när", "någon", "något", "några", "och", "också", "om", "oss", "på", "redan", "samt", "sedan", "sen", "sig", "sin",
    "sina", "sitt", "ska", "skall", "skulle", "som", "säger", "så", "sådan", "sådana", "sådant", "söker", "till",
    "tills", "tycka", "tycker", "tyckt", "tyckte", "under", "upp", "ur", "ut", "utan", "vad", "var", "vara", "varför",
    "varit", "varje", "vem", "vet", "veta", "vi", "via", "vid", "vilka", "vilken", "vilket", "vill", "väl", "än", "är",
    "även", "åt",
];

/// Whether a word is one of them.
pub(super) fn is_stop(word: &str) -> bool {
    stop(word).is_some()
}

/// The place of a word among them.
pub(super) fn stop(word: &str) -> Option<u8> {
    let place = STOP.binary_search(&word).ok()?;
    Some(u8::try_from(place).expect("there are fewer than 256"))
}
