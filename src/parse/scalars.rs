//! Single values: what each type accepts, as officers really write, and what it says when it refuses.

use super::{
    contact::{is_email, is_phone, is_url},
    dates::{self, DateError},
    fields::{Demand, group},
    reader::{Reader, Spot},
    yaml::Node,
};
use crate::{
    diagnostic::{Code, near},
    model::{Deadline, Field, FieldType, Period, Reference, Step, Validity, Value},
};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Letters that nobody sees and that come along when text is pasted: zero-width signs, soft hyphens, marks of direction.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}')
}

/// Whether a type may also be written as a mapping of its own.
pub(crate) fn takes_mapping(kind: FieldType) -> bool {
    matches!(kind, FieldType::Period | FieldType::Validity | FieldType::Deadline)
}

/// Reads a scalar.
pub(crate) fn scalar(reader: &mut Reader<'_>, node: &Node, field: &Field) -> Option<Value> {
    use FieldType as T;
    match (field.kind, node) {
        (T::Text | T::Prose | T::Phone | T::Email | T::Url | T::File | T::Ref | T::Refs, Node::Number(_)) => {
            let written = reader.written();
            told(reader, Code::NumberForText, field, written)
        }
        (T::Bool, Node::Bool(value)) => Some(Value::Bool(*value)),
        (T::Number, Node::Number(number)) => in_range(reader, *number, field),
        // Years are numbers in YAML, and dates in content.
        (T::Date | T::Period | T::Deadline | T::Validity, Node::Number(_)) => text(reader, &reader.written(), field),
        (T::Text | T::Prose, Node::Text(written)) => text(reader, &clean(written), field),
        (_, Node::Text(written)) => text(reader, unquoted(&clean(written)), field),
        _ => refused(reader, field),
    }
}

/// Reads a period, a validity or a deadline that is written as a mapping.
pub(crate) fn mapping(reader: &mut Reader<'_>, node: &Node, field: &Field) -> Option<Value> {
    if field.kind == FieldType::Deadline {
        let mut reason = Field::new("ingen", FieldType::Text);
        reason.alias = Some("none".into());
        reason.required = true;
        let fields = group(reader, node, &[reason], Demand::Complete);
        return fields.text("ingen").map(|text| Value::Deadline(Deadline::None(text.to_owned())));
    }
    let side = |key: &str, alias: &str| {
        let mut side = Field::new(key, FieldType::Text);
        side.alias = Some(alias.into());
        side
    };
    let Node::Map(entries) = node else { return None };
    // Sides are dates; numbers (years) and words are both read as written.
    let entries = entries.iter().map(|(key, value)| {
        (key.clone(), if let Node::Number(year) = value { Node::Text(year.to_string()) } else { value.clone() })
    });
    let fields =
        group(reader, &Node::Map(entries.collect()), &[side("från", "from"), side("till", "to")], Demand::Complete);
    let mut read = |key: &str| match fields.text(key) {
        None | Some("tills vidare" | "until further notice") => Some(None),
        Some(written) => match dates::date(written) {
            Ok(date) => Some(Some(date)),
            Err(error) => {
                reader.down(Step::Key(key.to_owned()), |reader| date_refused(reader, error, key, written));
                None
            }
        },
    };
    let (from, to) = (read("från"), read("till"));
    span(reader, Period { from: from?, to: to? }, field)
}

/// Tells that the type does not accept what is written.
pub(crate) fn refused(reader: &mut Reader<'_>, field: &Field) -> Option<Value> {
    let written = reader.written().chars().take(60).collect();
    told(reader, Code::WrongType, field, written)
}

/// Composed letters, no invisible signs, plain spaces at the ends.
fn clean(written: &str) -> Cow<'_, str> {
    // Nearly all texts are composed already; to look costs less than to compose them anew.
    let is_clean =
        is_latin(written) || (is_nfc_quick(written.chars()) == IsNormalized::Yes && !written.contains(is_invisible));
    if is_clean {
        return Cow::Borrowed(written.trim());
    }
    Cow::Owned(written.nfc().filter(|character| !is_invisible(*character)).collect::<String>().trim().to_owned())
}

/// Whether a text has only signs up to U+00FF, and of those beyond ASCII only such as are written with the byte of `å`:
/// they are composed, and can be seen.
pub(super) fn is_latin(text: &str) -> bool {
    text.bytes().fold(true, |is_latin, byte| is_latin & (byte < 0xC2 || byte == 0xC3))
}

/// Without the typographic quotes that a word processor puts around a value: they belong to text alone.
pub(super) fn unquoted(written: &str) -> &str {
    let quotes = |sign| matches!(sign, '”' | '“' | '„' | '’' | '‘');
    if written.starts_with(quotes) && written.ends_with(quotes) { written.trim_matches(quotes).trim() } else { written }
}

fn text(reader: &mut Reader<'_>, written: &str, field: &Field) -> Option<Value> {
    use FieldType as T;
    match field.kind {
        T::Text => short_enough(reader, written, field).map(Value::Text),
        T::Prose => short_enough(reader, written, field).map(Value::Prose),
        T::Ref | T::Refs => Some(Value::Reference(Reference::new(written).into())),
        T::Choice | T::Status => choice(reader, written, field),
        T::Bool => match written.to_lowercase().as_str() {
            "ja" | "yes" | "true" => Some(Value::Bool(true)),
            "nej" | "no" | "false" => Some(Value::Bool(false)),
            _ => refused(reader, field),
        },
        T::Number => match number(written) {
            Some(number) => in_range(reader, number, field),
            None => refused(reader, field),
        },
        T::Date => match dates::date(written) {
            Ok(date) => Some(Value::Date(date)),
            Err(error) => date_refused(reader, error, &field.key, written),
        },
        T::Period => match dates::period(written) {
            Ok(period) => span(reader, period, field),
            Err(error) => period_refused(reader, error, field, written),
        },
        T::Validity => match dates::validity(written) {
            Ok(validity) => span(reader, validity.period, field),
            Err(error) => period_refused(reader, error, field, written),
        },
        T::Deadline => match dates::deadline(written) {
            Ok(deadline) => Some(Value::Deadline(deadline)),
            Err(DateError::Impossible) => date_refused(reader, DateError::Impossible, &field.key, written),
            Err(DateError::Unread) => told(reader, Code::DeadlineUnread, field, written.to_owned()),
        },
        T::Duration => match dates::duration(written) {
            Some(duration) => Some(Value::Duration(duration)),
            None => told(reader, Code::DurationUnread, field, written.to_owned()),
        },
        T::Url if is_url(written) => Some(Value::Url(written.to_owned())),
        T::Url => told(reader, Code::UrlUnread, field, written.to_owned()),
        T::Email if is_email(written) => Some(Value::Email(written.to_owned())),
        T::Email => told(reader, Code::EmailUnread, field, written.to_owned()),
        T::Phone if is_phone(written) => Some(Value::Phone(written.to_owned())),
        T::Phone => told(reader, Code::PhoneUnread, field, written.to_owned()),
        T::File => Some(Value::File(written.trim_start_matches("./").to_owned())),
        _ => refused(reader, field),
    }
}

fn told(reader: &mut Reader<'_>, code: Code, field: &Field, written: String) -> Option<Value> {
    let told = reader.tell(code, Spot::Value);
    told.arguments = vec![("key", field.key.to_string()), ("written", written)];
    if code == Code::WrongType {
        told.arguments.push(("expected", expected(field).to_owned()));
    }
    None
}

/// The key of the text that says how a field is written.
fn expected(field: &Field) -> &'static str {
    use FieldType as T;
    match field.kind {
        T::Text => "type-text",
        T::Prose => "type-prose",
        T::Number => "type-number",
        T::Bool => "type-bool",
        T::Date => "type-date",
        T::Period => "type-period",
        T::Deadline => "type-deadline",
        T::Duration => "type-duration",
        T::Choice | T::Status => "type-choice",
        T::Url => "type-url",
        T::Email => "type-email",
        T::Phone => "type-phone",
        T::File => "type-file",
        T::Ref => "type-ref",
        T::Refs => "type-refs",
        T::List => match (&*field.key, field.fields.len()) {
            ("bilagor", _) => "type-files",
            ("ändringar", _) => "type-changes",
            (_, 1) => "type-texts",
            _ => "type-list",
        },
        T::Group if &*field.key == "återkallad" => "type-withdrawn",
        T::Group => "type-group",
        T::Place => "type-place",
        T::Decision => "type-decision",
        T::Validity => "type-validity",
        T::Goals => "type-goals",
        T::Commitments => "type-commitments",
        T::Questions => "type-questions",
        T::Series => "type-series",
        T::Schedule => "type-schedule",
        T::Members => "type-members",
        T::Findings => "type-findings",
        T::Steps => "type-steps",
        T::Log => "type-log",
        T::Sources => "type-sources",
        T::Label => "type-local",
    }
}

fn date_refused(reader: &mut Reader<'_>, error: DateError, key: &str, written: &str) -> Option<Value> {
    let code = if error == DateError::Impossible { Code::DateImpossible } else { Code::DateUnread };
    reader.tell(code, Spot::Value).arguments = vec![("key", key.to_owned()), ("written", written.to_owned())];
    None
}

fn period_refused(reader: &mut Reader<'_>, error: DateError, field: &Field, written: &str) -> Option<Value> {
    match error {
        DateError::Impossible => date_refused(reader, error, &field.key, written),
        DateError::Unread => told(reader, Code::PeriodUnread, field, written.to_owned()),
    }
}

fn span(reader: &mut Reader<'_>, period: Period, field: &Field) -> Option<Value> {
    if period.is_reversed() {
        let iso = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let told = reader.tell(Code::PeriodReversed, Spot::Value);
        told.arguments =
            vec![("key", field.key.to_string()), ("from", iso(period.first_day())), ("to", iso(period.last_day()))];
        return None;
    }
    Some(if field.kind == FieldType::Validity { Value::Validity(Validity { period }) } else { Value::Period(period) })
}

fn short_enough(reader: &mut Reader<'_>, written: &str, field: &Field) -> Option<String> {
    // No text has more letters than bytes.
    let too_long = field.max_length.filter(|limit| written.len() > *limit);
    let too_long = too_long.map(|limit| (written.chars().count(), limit)).filter(|(length, limit)| length > limit);
    if let Some((length, limit)) = too_long {
        let told = reader.tell(Code::TextTooLong, Spot::Value);
        told.arguments =
            vec![("key", field.key.to_string()), ("length", length.to_string()), ("limit", limit.to_string())];
    }
    Some(written.to_owned())
}

fn in_range(reader: &mut Reader<'_>, number: f64, field: &Field) -> Option<Value> {
    let below = field.min.is_some_and(|min| number < min);
    let above = field.max.is_some_and(|max| number > max);
    if below || above {
        let limit = |limit: Option<f64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
        let told = reader.tell(Code::NumberOutside, Spot::Value);
        told.arguments = vec![
            ("key", field.key.to_string()),
            ("written", number.to_string()),
            ("min", limit(field.min)),
            ("max", limit(field.max)),
        ];
        return None;
    }
    Some(Value::Number(number))
}

fn choice(reader: &mut Reader<'_>, written: &str, field: &Field) -> Option<Value> {
    let meant = written.to_lowercase().replace(' ', "_");
    if let Some(choice) = field
        .choices
        .iter()
        .find(|choice| *choice.key == meant || choice.label.en.to_lowercase() == written.to_lowercase())
    {
        return Some(Value::Choice(choice.key.clone()));
    }
    let keys: Vec<&str> = field.choices.iter().map(|choice| &*choice.key).collect();
    let near = near(&meant, keys.iter().copied()).unwrap_or_default().to_owned();
    let told = reader.tell(Code::ChoiceUnknown, Spot::Value);
    told.arguments = vec![
        ("key", field.key.to_string()),
        ("written", written.to_owned()),
        ("choices", keys.join(", ")),
        ("near", near),
    ];
    None
}

/// A number as Swedish writes it: decimal comma, spaces between thousands, a real minus, a percent sign after.
fn number(written: &str) -> Option<f64> {
    let plain: String = written
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '−' => '-',
            other => other,
        })
        .collect();
    let plain = plain.trim_end_matches('%');
    let digits = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    plain.parse().ok().filter(|_| digits)
}
