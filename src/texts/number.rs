//! Numbers inside texts, in the manner of each language: `12 345,6` and `12,345.6`.
//! Years, codes and phone numbers are no numbers in this sense: they are given as text.

use fluent_bundle::FluentValue;

/// The signs that a language writes numbers with.
struct Signs {
    group: char,
    decimal: char,
    minus: char,
}

/// Groups parted by a non-breaking space, decimal comma, a true minus sign. `None` leaves other values to Fluent.
pub(super) fn swedish<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(value, &Signs { group: '\u{a0}', decimal: ',', minus: '\u{2212}' })
}

/// Groups parted by a comma, decimal point, a true minus sign. `None` leaves other values to Fluent.
pub(super) fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(value, &Signs { group: ',', decimal: '.', minus: '\u{2212}' })
}

fn write(value: &FluentValue<'_>, signs: &Signs) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    let (minus, digits) = match plain.strip_prefix('-') {
        Some(digits) => (Some(signs.minus), digits),
        None => (None, &*plain),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut written: String = minus.into_iter().collect();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            written.push(signs.group);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(signs.decimal);
        written.push_str(fraction);
    }
    Some(written)
}
