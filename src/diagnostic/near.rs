//! "Menade du …?": the candidate that somebody most likely meant. Sole owner of strsim.

/// The candidate nearest to what was written, or `None` if none is near enough.
///
/// Case, å/ä/ö and other marks, and hyphens for spaces or underscores count for nothing; beyond that one slip is
/// forgiven, two from 6 letters, three from 10, none below 3. Of equally near candidates the first in alphabetical order
/// is taken, so that the order of the candidates does not matter.
pub fn near<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(written);
    let letters = folded.chars().count();
    let forgiven = match letters {
        // A single slip in so short a word leaves hardly anything of it.
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    let distance = |candidate: &str| {
        let other = fold(candidate);
        if other.chars().count().abs_diff(letters) > forgiven {
            return None;
        }
        Some(strsim::damerau_levenshtein(&folded, &other)).filter(|distance| *distance <= forgiven)
    };
    let measured = candidates.filter_map(|candidate| Some((distance(candidate)?, candidate)));
    measured.min().map(|(_, candidate)| candidate)
}

fn fold(text: &str) -> String {
    let fold = |sign| match sign {
        'å' | 'ä' | 'à' | 'á' | 'æ' => 'a',
        'ö' | 'ø' | 'ó' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        '_' | ' ' | '–' => '-',
        other => other,
    };
    // A letter may also be written in two parts, `a` and a ring of its own.
    let whole = text.trim().chars().flat_map(char::to_lowercase).filter(|sign| !('\u{300}'..='\u{36f}').contains(sign));
    whole.map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn finds_what_was_meant() {
        let candidates = ["titel", "kortversion", "målgrupper", "ägare", "ämnen", "id", "ersätter", "beror_på", "mål"];
        for (written, meant) in [
            ("Titel", Some("titel")),
            ("tittel", Some("titel")),
            ("tietl", Some("titel")),
            ("malgrupper", Some("målgrupper")),
            ("ma\u{30a}lgrupper", Some("målgrupper")),
            ("malgruper", Some("målgrupper")),
            ("kortverison", Some("kortversion")),
            ("kortfersjon", Some("kortversion")),
            ("agare", Some("ägare")),
            ("ersatt", Some("ersätter")),
            ("Beror på", Some("beror_på")),
            ("ID", Some("id")),
            ("ip", None),
            ("xy", None),
            ("datum", None),
            ("helt annat", None),
            ("", None),
        ] {
            assert_eq!(near(written, candidates.into_iter()), meant, "{written}");
        }
    }

    #[test]
    fn the_order_of_candidates_does_not_matter() {
        assert_eq!(near("bara", ["bora", "bada"].into_iter()), Some("bada"));
        assert_eq!(near("bara", ["bada", "bora"].into_iter()), Some("bada"));
    }
}
