//! Persons: named only with a basis and for a time; and no personal identity numbers anywhere.

use super::case::Case;
use crate::{
    diagnostic::{Code, Span},
    model::{FieldPath, Fields, Person, Step, Value, walk::walk},
};

/// Holds every named person against the basis and the day of removal.
pub(super) fn names(case: &mut Case<'_>) {
    let mut found: Vec<(&Fields, FieldPath)> = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| {
        if let Value::Group(fields) = visited.value
            && Person::of(fields, &visited.field.fields).is_some()
        {
            found.push((fields, visited.path()));
        }
    });
    for &(fields, ref way) in &found {
        let person = Person { fields };
        let (Some(key), Some(name)) = (person.key(), person.name().map(str::to_owned)) else { continue };
        let at = |key: &str| [way.as_slice(), &[Step::Key(key.into())]].concat();
        if person.basis().is_none() {
            case.tell(Code::PersonWithoutBasis, &at(key)).arguments = vec![("person", name)];
        } else if let Some(date) = person.remove_after().filter(|_| person.has_expired(case.today())) {
            case.tell(Code::PersonExpired, &at("ta_bort_efter")).arguments =
                vec![("person", name), ("date", date.iso())];
        }
    }
}

/// Looks for personal identity numbers in the whole of a file.
pub(super) fn numbers(case: &mut Case<'_>) {
    let source = case.document.text.whole();
    if !has_run(&source) {
        return;
    }
    for (line, text) in (1..).zip(source.lines()) {
        for (column, length) in in_line(text) {
            case.tell_at(Code::PersonalNumber, Span { line, column, length });
        }
    }
}

/// Column and length of each personal identity number on a line.
fn in_line(line: &str) -> Vec<(u32, u32)> {
    if !has_run(line) {
        return Vec::new();
    }
    let signs: Vec<char> = line.chars().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        let run = signs[place..].iter().take_while(|sign| sign.is_ascii_digit()).count();
        if run == 0 {
            place += 1;
            continue;
        }
        let length = number_at(&signs, place, run);
        if let (Some(length), Ok(column)) = (length, u32::try_from(place + 1)) {
            found.push((column, u32::try_from(length).unwrap_or(0)));
        }
        place += length.unwrap_or(run);
    }
    found
}

/// Whether six digits stand in a row, as in every personal identity number. They cover one byte of every sixth, so the
/// others need no look.
fn has_run(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |place: &usize| bytes[*place].is_ascii_digit();
    (5..bytes.len()).step_by(6).filter(digits).any(|place| {
        let before = (0..place).rev().take_while(digits).count();
        before + (place..bytes.len()).take_while(digits).take(6).count() >= 6
    })
}

/// The length of the number that begins with a run of digits: `ÅÅMMDD-NNNN`, with or without century and hyphen.
fn number_at(signs: &[char], place: usize, run: usize) -> Option<usize> {
    let digit_at = |index: usize| signs.get(index).is_some_and(char::is_ascii_digit);
    let hyphened = matches!(signs.get(place + run), Some('-' | '+' | '–' | '\u{2011}'))
        && (1..=4).all(|step| digit_at(place + run + step));
    let (length, digits): (usize, String) = match run {
        6 | 8 if hyphened => {
            (run + 5, signs[place..place + run + 5].iter().filter(|sign| sign.is_ascii_digit()).collect())
        }
        10 | 12 => (run, signs[place..place + run].iter().collect()),
        _ => return None,
    };
    // Part of a longer number, a path or a name is something else.
    let before = place.checked_sub(1).map(|index| signs[index]);
    let after = signs.get(place + length);
    let joins = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '+' | '–' | '/' | '_');
    let decimal = |sign: char, beyond: bool| matches!(sign, '.' | ',') && beyond;
    let joined_before = before.is_some_and(|sign| joins(sign) || decimal(sign, place >= 2 && digit_at(place - 2)));
    let joined_after = after.is_some_and(|sign| joins(*sign) || decimal(*sign, digit_at(place + length + 1)));
    let short = &digits[digits.len() - 10..];
    (!joined_before && !joined_after && is_dated(short) && has_check_digit(short)).then_some(length)
}

/// Month and day exist; those of coordination numbers are counted from 61.
fn is_dated(digits: &str) -> bool {
    let number = |range: std::ops::Range<usize>| digits[range].parse::<u8>().unwrap_or(0);
    let (month, day) = (number(2..4), number(4..6));
    let day = if day > 60 { day - 60 } else { day };
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=12).contains(&month) && (1..=last).contains(&day)
}

/// The last digit is right by Luhn's rule.
fn has_check_digit(digits: &str) -> bool {
    let doubled = |(index, digit): (usize, u8)| {
        let value = u32::from(digit - b'0') * if index % 2 == 0 { 2 } else { 1 };
        value / 10 + value % 10
    };
    digits.bytes().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::{has_run, in_line};

    #[test]
    fn personal_numbers_and_nothing_else() {
        for (line, found) in [
            // Numbers that are published as examples and belong to nobody.
            ("född 121212-1212.", vec![(6, 11)]),
            ("19121212-1212", vec![(1, 13)]),
            ("191212121212", vec![(1, 12)]),
            ("1212121212 och 121212+1212", vec![(1, 10), (16, 11)]),
            ("121212-1213", vec![]),
            ("121312-1212", vec![]),
            ("dnr 2021/121212-1212", vec![]),
            ("112121212121", vec![]),
            ("1.1212121212", vec![]),
            ("https://a.example/a-121212-1212", vec![]),
            ("08-121 212 12 12", vec![]),
            ("2021-06-18, 2020-09-24/2020-10-16", vec![]),
        ] {
            assert_eq!(in_line(line), found, "{line}");
        }
    }

    #[test]
    fn six_digits_in_a_row_wherever_they_stand() {
        for before in 0..12 {
            for (digits, found) in [("12345", false), ("123456", true), ("1234 56789", false), ("12345678", true)] {
                assert_eq!(has_run(&format!("{}{digits}a", "å".repeat(before))), found, "{before} {digits}");
            }
        }
    }
}
