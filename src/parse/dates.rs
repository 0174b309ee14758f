//! Dates, periods, deadlines and durations as officers write them; every accepted form stands in the tests.

use crate::model::{DateValue, Deadline, Duration, Period, Validity, date::MONTHS};
use jiff::civil::Date;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateError {
    /// The form is not known.
    Unread,
    /// The form is known and the day does not exist.
    Impossible,
}

/// Reads a date: `2021-06-18`, `2021-06`, `2021`, `5/3 2021`, `18 juni 2021`, `juni 2021`.
pub(crate) fn date(written: &str) -> Result<DateValue, DateError> {
    let text = plain(written);
    let words: Vec<&str> = text.split([' ', '/', '-', '.']).filter(|word| !word.is_empty()).collect();
    let slashed = text.contains('/');
    match words.as_slice() {
        [y] => year(y).map(DateValue::Year),
        [m, y] if month_name(m).is_some() => Ok(DateValue::Month(year(y)?, month_name(m).ok_or(DateError::Unread)?)),
        [y, m] if y.len() == 4 => month(year(y)?, number(m)?),
        [d, m, y] if month_name(m).is_some() => day(year(y)?, month_name(m).ok_or(DateError::Unread)?, number(d)?),
        [d, m, y] if slashed => day(year(y)?, number(m)?, number(d)?),
        [y, m, d] if y.len() == 4 => day(year(y)?, number(m)?, number(d)?),
        _ => Err(DateError::Unread),
    }
}

/// Reads a period: `2021-2022`, `2021–2022`, `2020-09-24/2020-10-16`, `2020-09-24 – 2020-10-16`, `2022-`, `2021`.
pub(crate) fn period(written: &str) -> Result<Period, DateError> {
    let text = plain(written);
    let open = text.ends_with('-') || text.starts_with('-');
    if let (false, Ok(value)) = (open, date(&text)) {
        // A lone date is a period of that length.
        return Ok(Period { from: Some(value), to: Some(value) });
    }
    let (from, to) = text
        .split_once(" till ")
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.split_once('/'))
        .or_else(|| text.split_once('-'))
        .ok_or(DateError::Unread)?;
    let side = |text: &str| match text.trim() {
        "" | "tills vidare" => Ok(None),
        text => date(text).map(Some),
    };
    let period = Period { from: side(from)?, to: side(to)? };
    if period.from.is_none() && period.to.is_none() { Err(DateError::Unread) } else { Ok(period) }
}

/// Reads how long something is valid: a period, or `tills vidare`.
pub(crate) fn validity(written: &str) -> Result<Validity, DateError> {
    if matches!(plain(written).as_str(), "tills vidare" | "until further notice") {
        return Ok(Validity { period: Period { from: None, to: None } });
    }
    period(written).map(|period| Validity { period })
}

/// Reads a deadline: a date of any precision, `2021 kv 2`, `fortlöpande`; a reason for none is a group of its own.
pub(crate) fn deadline(written: &str) -> Result<Deadline, DateError> {
    let text = plain(written);
    if matches!(text.as_str(), "fortlöpande" | "kontinuerligt" | "löpande" | "continuous") {
        return Ok(Deadline::Continuous);
    }
    let words: Vec<&str> = text.split(' ').collect();
    match words.as_slice() {
        [y, "kv" | "kvartal", q] | ["kv" | "kvartal", q, y] => quarter(y, q),
        [y, q] if q.strip_prefix('q').or_else(|| q.strip_prefix("kv")).is_some() => {
            quarter(y, q.trim_start_matches(['q', 'k', 'v']))
        }
        _ => date(&text).map(Deadline::Date),
    }
}

/// Reads a duration: `1 år`, `6 månader`, `2 veckor`, `30 dagar`, `P1Y6M`.
pub(crate) fn duration(written: &str) -> Option<Duration> {
    let text = plain(written);
    let mut duration = Duration::default();
    if let Some(iso) = text.strip_prefix('p') {
        let mut digits = String::new();
        for character in iso.chars() {
            if character.is_ascii_digit() {
                digits.push(character);
            } else {
                add_unit(&mut duration, digits.parse().ok()?, &character.to_string())?;
                digits.clear();
            }
        }
        return (digits.is_empty() && duration != Duration::default()).then_some(duration);
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty() && *word != "och").collect();
    for pair in words.chunks(2) {
        let [count, unit] = pair else { return None };
        add_unit(&mut duration, count.parse().ok()?, unit)?;
    }
    (duration != Duration::default()).then_some(duration)
}

fn add_unit(duration: &mut Duration, count: i16, unit: &str) -> Option<()> {
    let place = match unit {
        "år" | "year" | "years" | "y" => &mut duration.years,
        "månad" | "månader" | "mån" | "month" | "months" | "m" => &mut duration.months,
        "vecka" | "veckor" | "week" | "weeks" | "w" => &mut duration.weeks,
        "dag" | "dagar" | "day" | "days" | "d" => &mut duration.days,
        _ => return None,
    };
    *place = place.checked_add(count)?;
    Some(())
}

fn quarter(y: &str, q: &str) -> Result<Deadline, DateError> {
    match (year(y)?, number(q)?) {
        (year, quarter @ 1..=4) => Ok(Deadline::Quarter(year, quarter)),
        _ => Err(DateError::Impossible),
    }
}

fn day(year: i16, month: i8, day: i8) -> Result<DateValue, DateError> {
    Date::new(year, month, day).map(DateValue::Day).map_err(|_| DateError::Impossible)
}

fn month(year: i16, month: i8) -> Result<DateValue, DateError> {
    if (1..=12).contains(&month) { Ok(DateValue::Month(year, month)) } else { Err(DateError::Impossible) }
}

fn year(text: &str) -> Result<i16, DateError> {
    match text.parse() {
        Ok(year @ 1800..=2999) if text.len() == 4 => Ok(year),
        _ => Err(DateError::Unread),
    }
}

fn number(text: &str) -> Result<i8, DateError> {
    if text.is_empty() || text.len() > 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Unread);
    }
    text.parse().map_err(|_| DateError::Unread)
}

fn month_name(text: &str) -> Option<i8> {
    let found = MONTHS.iter().position(|month| *month == text || (text.len() >= 3 && month.starts_with(text)))?;
    i8::try_from(found + 1).ok()
}

/// Lower case, one kind of dash and space, nothing invisible.
fn plain(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    for character in written.trim().chars().flat_map(char::to_lowercase) {
        match character {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => text.push('-'),
            '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' => {}
            character if character.is_whitespace() => {
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            character => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them() {
        for (written, iso) in [
            ("2021-06-18", "2021-06-18"),
            ("2021-06", "2021-06"),
            ("2021", "2021"),
            ("5/3 2021", "2021-03-05"),
            ("18 juni 2021", "2021-06-18"),
            ("18 juni\u{a0}2021", "2021-06-18"),
            ("Oktober 2020", "2020-10"),
            ("31 dec 2020", "2020-12-31"),
            ("2021\u{2011}06\u{2011}18", "2021-06-18"),
        ] {
            assert_eq!(date(written).map(DateValue::iso), Ok(iso.to_owned()), "{written}");
        }
        for (written, error) in [
            ("2021-02-30", DateError::Impossible),
            ("2021-13", DateError::Impossible),
            ("31/4 2021", DateError::Impossible),
            ("snart", DateError::Unread),
            ("", DateError::Unread),
            ("21-06-18", DateError::Unread),
        ] {
            assert_eq!(date(written), Err(error), "{written}");
        }
    }

    #[test]
    fn periods_as_people_write_them() {
        for (written, from, to) in [
            ("2021-2022", "2021", "2022"),
            ("2021–2022", "2021", "2022"),
            ("2020-09-24/2020-10-16", "2020-09-24", "2020-10-16"),
            ("2020-09-24 – 2020-10-16", "2020-09-24", "2020-10-16"),
            ("2022-", "2022", ""),
            ("2021", "2021", "2021"),
        ] {
            let period = period(written).unwrap();
            let iso = |side: Option<DateValue>| side.map(DateValue::iso).unwrap_or_default();
            assert_eq!((iso(period.from), iso(period.to)), (from.to_owned(), to.to_owned()), "{written}");
        }
        assert!(period("2022-2021").unwrap().is_reversed());
        assert_eq!(period("-"), Err(DateError::Unread));
        assert_eq!(validity("tills vidare").unwrap().period.last_day(), None);
    }

    #[test]
    fn deadlines_as_people_write_them() {
        for (written, last) in [
            ("2020-12-31", Some("2020-12-31")),
            ("oktober 2020", Some("2020-10-31")),
            ("2020-10", Some("2020-10-31")),
            ("2021 kv 2", Some("2021-06-30")),
            ("kvartal 2 2021", Some("2021-06-30")),
            ("2021 Q2", Some("2021-06-30")),
            ("2020", Some("2020-12-31")),
            ("kontinuerligt", None),
        ] {
            let found = deadline(written).unwrap().last_day().map(|date| date.to_string());
            assert_eq!(found.as_deref(), last, "{written}");
        }
    }

    #[test]
    fn durations_as_people_write_them() {
        for (written, iso) in [
            ("1 år", "P1Y"),
            ("6 månader", "P6M"),
            ("P1Y6M", "P1Y6M"),
            ("1 år och 6 månader", "P1Y6M"),
            ("2 veckor", "P2W"),
        ] {
            assert_eq!(duration(written).map(Duration::iso).as_deref(), Some(iso), "{written}");
        }
        for written in ["", "P", "snart", "1", "år"] {
            assert_eq!(duration(written), None, "{written}");
        }
    }
}
