//! Stems of Swedish words: what `löfte`, `löftet`, `löften` and `löftena` have in common. Rules of our own, made for
//! search: it matters that the forms of a word meet, not that the stem is a word. The client gets the same rules as
//! patterns.

/// Endings of nouns, verbs and adjectives, by last letter, the longest first. The longest goes that leaves three letters
/// with a vowel among them.
const INFLECTIONS: Endings = &[
    ('a', &["heterna", "andena", "orerna", "arna", "erna", "orna", "ena", "a"]),
    ('d', &["ad"]),
    ('e', &["ande", "aste", "ade", "are", "e"]),
    ('n', &["erheten", "iteten", "anden", "heten", "aden", "aren", "eren", "oren", "ern", "orn", "en"]),
    ('r', &["erheter", "iteter", "heter", "orer", "ar", "er", "or"]),
    ('t', &["andet", "erhet", "aret", "eret", "itet", "oret", "ast", "het", "at", "et"]),
];

/// Endings of verbs in -era and what is made of them. The longest goes that leaves four letters: `kamera` is no verb.
const VERBS: Endings = &[
    ('a', &["eringarna", "isera", "era"]),
    ('d', &["iserad", "erad"]),
    ('e', &["iserade", "erande", "erade"]),
    ('g', &["isering", "ering"]),
    ('n', &["iseringen", "eringen"]),
    ('r', &["eringar", "iserar", "erar"]),
    ('t', &["iserat", "erat"]),
];

/// Endings by their last letter: few of them need be tried.
type Endings = &'static [(char, &'static [&'static str])];

/// Endings that make a word of another, with how many letters each must leave.
const DERIVATIONS: &[(&str, usize)] = &[
    ("ation", 4),
    ("els", 4),
    ("ig", 4),
    ("ing", 4),
    ("ion", 5),
    ("isk", 5),
    ("ism", 5),
    ("ist", 5),
    ("istisk", 5),
    ("lig", 4),
    ("ning", 4),
];

/// The stem of a word in lower case. Words with digits, and of fewer than four letters, are their own stems.
pub(super) fn stem(word: &str) -> String {
    let mut letters = Vec::with_capacity(word.len());
    letters.extend(word.chars());
    if letters.len() < 4 || !letters.iter().all(|sign| is_letter(*sign)) {
        return word.to_owned();
    }
    // `insats` and `plats` are no genitives: their `ats` is no ending of a verb either.
    if !letters.ends_with(&['a', 't', 's']) {
        genitive(&mut letters);
    }
    inflection(&mut letters);
    late_endings(&mut letters);
    derivation(&mut letters);
    genitive(&mut letters);
    tail(&mut letters);
    let mut stem = String::with_capacity(word.len());
    stem.extend(letters);
    stem
}

fn is_letter(sign: char) -> bool {
    matches!(sign, 'a'..='z' | 'å' | 'ä' | 'ö' | 'é') || sign.is_alphabetic()
}

/// `kommunens`, and what a compound leaves behind: `brotts`.
fn genitive(letters: &mut Vec<char>) {
    if let [.., before, 's'] = letters[..]
        && letters.len() > 3
        && before != 's'
        && (!is_vowel(before) || matches!(before, 'a' | 'e'))
    {
        letters.pop();
    }
}

fn inflection(letters: &mut Vec<char>) {
    // `cykeln` is `cykel`; `nyhet` is no `nyh` with an article.
    if letters.ends_with(&['e', 'l', 'n']) {
        letters.pop();
    }
    let is_quality = letters.ends_with(&['h', 'e', 't']);
    let noun = fitting(letters, of_last(INFLECTIONS, letters), 3).find(|ending| !(is_quality && *ending == "et"));
    let verb = fitting(letters, of_last(VERBS, letters), 4).next();
    match (noun.into_iter().chain(verb).map(str::len).max(), &letters[..]) {
        // `året`, `isarna`: the shortest words, whose other forms have endings that leave two letters only.
        (_, [first, second, rest @ ..]) if is_vowel(*first) && !is_vowel(*second) && is_one_of(rest, SHORTEST) => {
            letters.truncate(2);
        }
        (Some(length), _) => letters.truncate(letters.len() - length),
        _ => {}
    }
}

/// Endings of words of two letters.
const SHORTEST: &[&str] = &["ar", "arna", "en", "er", "erna", "et"];

fn is_one_of(letters: &[char], endings: &[&str]) -> bool {
    endings.iter().any(|ending| letters.iter().copied().eq(ending.chars()))
}

/// Endings that may stand where an inflection stood: `frågan`, `miljön`, `socialt`.
fn late_endings(letters: &mut Vec<char>) {
    if fitting(letters, &["an"], 4).next().is_some() {
        letters.truncate(letters.len() - 2);
    }
    if let [.., before, last] = letters[..]
        && letters.len() > 4
        && matches!((before, last), ('ö' | 'y', 'n') | ('l' | 'g' | 'b' | 'm' | 'v' | 'd', 't'))
    {
        letters.pop();
    }
}

fn derivation(letters: &mut Vec<char>) {
    let made = DERIVATIONS.iter().filter(|(ending, left)| fitting(letters, &[ending], *left).next().is_some());
    if let Some(length) = made.map(|(ending, _)| ending.len()).max() {
        letters.truncate(letters.len() - length);
    }
}

/// What forms of a stem still differ in: `cykel` and `cykl`, `trygg` and `tryg`, `klottr` and `klott`.
fn tail(letters: &mut Vec<char>) {
    if let [.., before, 'e', 'l'] = letters[..]
        && letters.len() > 4
        && !is_vowel(before)
    {
        letters.remove(letters.len() - 2);
    }
    if let Some(place) = doubled(letters) {
        letters.remove(place);
    }
    // `vittna` is not `vit`.
    if let [.., before, last] = letters[..]
        && letters.len() > 3
        && letters[..] != ['v', 'i', 't', 'n']
        && match last {
            'r' => matches!(before, 'b' | 'd' | 'f' | 'g' | 'k' | 'm' | 'n' | 'p' | 't' | 'v'),
            'n' => matches!(before, 'd' | 'k' | 'p' | 't' | 'v' | 'x'),
            _ => false,
        }
    {
        letters.pop();
    }
}

/// The place of a doubled consonant at the end, or before a last `l`, `n` or `r`.
fn doubled(letters: &[char]) -> Option<usize> {
    let twin = |end: usize| {
        let place = end.checked_sub(2)?;
        (letters[place] == letters[place + 1] && !is_vowel(letters[place])).then_some(place)
    };
    let last = *letters.last()?;
    twin(letters.len()).or_else(|| matches!(last, 'l' | 'n' | 'r').then(|| twin(letters.len() - 1)).flatten())
}

/// Those of some endings that have the last letter of a word.
fn of_last(endings: Endings, letters: &[char]) -> &'static [&'static str] {
    let found = endings.iter().find(|(last, _)| letters.last() == Some(last));
    found.map_or(&[], |(_, endings)| endings)
}

/// Those of some endings, of plain letters, that stand last and leave so many letters, one of them a vowel.
fn fitting<'e>(letters: &[char], endings: &'e [&'e str], left: usize) -> impl Iterator<Item = &'e str> {
    let vowel = letters.iter().position(|letter| is_vowel(*letter)).unwrap_or(letters.len());
    let most = letters.len().saturating_sub(left.max(vowel + 1));
    endings.iter().copied().filter(move |ending| {
        ending.len() <= most
            && letters.iter().rev().zip(ending.bytes().rev()).all(|(letter, plain)| *letter == char::from(plain))
    })
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'é')
}

/// The same rules for the client: patterns of JavaScript and what takes the place of what they match, one after the other.
/// The index brings them along, so that the client knows no language.
pub(super) fn rules() -> Vec<(String, &'static str)> {
    const VOWEL: &str = "[aeiouyåäöé]";
    const CONSONANT: &str = "[^aeiouyåäöé]";
    let leaving = |endings: &[&str], left: usize| format!("(?<=^.{{{left},}})(?:{})", endings.join("|"));
    let cut = |endings: &[String]| format!("^({CONSONANT}*{VOWEL}.*?)(?:{})$", endings.join("|"));
    let sorted = |endings: Endings| {
        let mut sorted: Vec<&str> = endings.iter().flat_map(|(_, endings)| *endings).copied().collect();
        sorted.sort_unstable();
        sorted
    };
    let nouns = sorted(INFLECTIONS).into_iter().map(|ending| if ending == "et" { "(?<!h)et" } else { ending });
    let nouns: Vec<&str> = nouns.collect();
    let made = |least: usize| {
        let endings = DERIVATIONS.iter().filter(|(_, left)| *left == least).map(|(ending, _)| *ending);
        leaving(&endings.collect::<Vec<_>>(), least)
    };
    vec![
        ("(?<=^.{3,})(?<![siouyåäöé]|at)s$".into(), ""),
        ("eln$".into(), "el"),
        (format!("^({VOWEL}{CONSONANT})(?:{})$", SHORTEST.join("|")), "$1"),
        (cut(&[leaving(&nouns, 3), leaving(&sorted(VERBS), 4)]), "$1"),
        (cut(&[leaving(&["an"], 4)]), "$1"),
        ("(?<=^.{4,})(?:(?<=[öy])n|(?<=[lgbmvd])t)$".into(), ""),
        (cut(&[made(4), made(5)]), "$1"),
        ("(?<=^.{3,})(?<![siouyåäöé])s$".into(), ""),
        (format!("(?<=^.{{2,}}{CONSONANT})el$"), "l"),
        (format!("({CONSONANT})\\1$|({CONSONANT})\\2(?=[lnr]$)"), "$1$2"),
        ("(?<=^.{2,}[bdfgkmnptv])r$|(?<=^.{2,}[dkptvx])(?<!^vit)n$".into(), ""),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line: forms that must have one stem.
    const FAMILIES: &[&str] = &[
        "löfte löftet löften löftena löftes",
        "medborgarlöfte medborgarlöftet medborgarlöften medborgarlöftena",
        "våld våldet våldets",
        "klotter klottret klottra klottrar klottrat",
        "badplats badplatsen badplatser badplatserna badplatsens",
        "nattvandra nattvandrar nattvandrare nattvandrarna nattvandring nattvandringen nattvandringar",
        "medborgare medborgarna medborgaren medborgarnas medborgares",
        "trygg tryggt trygga tryggare trygghet tryggheten trygghetens",
        "polis polisen polisens poliser poliserna polisers",
        "plan planen planer planerna planera planering planeringen",
        "handlingsplan handlingsplanen handlingsplaner handlingsplanerna",
        "överenskommelse överenskommelsen överenskommelser överenskommelserna",
        "insats insatsen insatser insatserna",
        "anmäla anmälan anmäler anmälning anmälningar anmälningarna",
        "samverkan samverka samverkar samverkans",
        "extremism extremismen extremist extremister extremistisk extremistiska",
        "radikalisering radikaliserad radikal radikala radikalt",
        "revisor revisorn revisorer revisorerna revision revisionen revisioner",
        "cykel cykeln cyklar cyklarna cykla",
        "regel regeln regler reglerna",
        "förälder föräldern föräldrar föräldrarna",
        "nummer numret numren",
        "fönster fönstret fönstren",
        "miljö miljön miljöer miljöns",
        "ansvar ansvaret ansvars",
        "kontor kontoret kontoren",
        "kvarter kvarteret kvarteren",
        "undersökning undersökningen undersökningar undersöka",
        "hot hotet hoten hotad hotade hota hotar hotat",
        "brott brottet brotten brottens brotts",
        "år året åren",
        "is isen isar isarna",
        "kamera kameran kameror kamerorna",
        "statistik statistiken",
        "säker säkra säkerhet säkerheten",
        "program programmet programmen",
        "hem hemmet hemmen",
        "aktivitet aktiviteten aktiviteter aktiv aktivt aktiva",
        "kriminalitet kriminaliteten kriminalitetens kriminal",
        "information informera informerar informationen",
        "möte mötet möten mötena mötes",
        "ärende ärendet ärenden ärendena",
        "protokoll protokollet protokollen",
        "indikator indikatorn indikatorer indikatorerna",
        "policy policyn",
        "kurs kursen kurser",
        "vatten vattnet vattnets",
        "skola skolan skolor skolorna skolans skolornas",
        "ungdom ungdomar ungdomarna ungdomen ungdomars",
        "missbruk missbruket missbrukare missbrukaren",
        "stöld stölder stölden stölderna",
        "hinder hindret hindra hindrar",
        "myndighet myndigheten myndigheter myndigheterna",
        "nyhet nyheten nyheter",
    ];

    #[test]
    fn forms_of_a_word_meet() {
        let stems = |family: &str| family.split(' ').map(stem).collect::<std::collections::BTreeSet<String>>();
        let apart: Vec<_> =
            FAMILIES.iter().map(|family| (family, stems(family))).filter(|(_, stems)| stems.len() > 1).collect();
        assert!(apart.is_empty(), "{apart:#?}");
    }
}
