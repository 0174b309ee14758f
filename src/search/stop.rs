//! Words that say nothing of what a text is about. They are found in titles only, and a query that has other words does
//! without them. In order, for a quick look-up. `client.js` has the same.

pub(super) const STOP: &[&str] = &[
    "alla", "allt", "andra", "annan", "annat", "att", "av", "bara", "blev", "bli", "blir", "blivit", "både", "de",
    "dem", "den", "denna", "deras", "dess", "dessa", "det", "detta", "din", "dina", "dit", "ditt", "dock", "du",
    "där", "därför", "då", "efter", "eftersom", "eller", "en", "enligt", "ens", "er", "ett", "finns", "från", "få",
    "får", "för", "genom", "gjort", "gör", "göra", "ha", "hade", "han", "hans", "har", "hennes", "hon", "hos", "hur",
    "här", "in", "inga", "ingen", "inget", "innan", "inom", "inte", "ja", "jag", "ju", "kan", "kunde", "man", "med",
    "medan", "mellan", "men", "mer", "mest", "min", "mina", "mitt", "mot", "mycket", "många", "måste", "nej", "ni",
    "nog", "nu", "när", "någon", "något", "några", "och", "också", "om", "oss", "på", "redan", "samt", "sedan", "sen",
    "sig", "sin", "sina", "sitt", "ska", "skall", "skulle", "som", "så", "sådan", "sådana", "sådant", "till", "tills",
    "under", "upp", "ur", "ut", "utan", "vad", "var", "vara", "varför", "varit", "varje", "vem", "vi", "via", "vid",
    "vilka", "vilken", "vilket", "vill", "väl", "än", "är", "även", "åt",
];

/// Whether a word is one of them.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}
