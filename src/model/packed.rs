//! Values of fields as bytes, to be kept between builds. Keys and choices are few and come again and again: they stand in
//! a table beside the bytes, so that all values share them. Bytes that are damaged give nothing, whatever they hold.

#[cfg(test)]
mod tests;

use super::{
    date::DateValue,
    deadline::Deadline,
    duration::Duration,
    period::Period,
    validity::Validity,
    value::{Fields, Reference, Value},
};
use jiff::civil::Date;
use std::{collections::HashMap, sync::Arc};

/// Deeper values are not kept; declarations nest no deeper than a few steps.
const DEEPEST: u8 = 32;

/// Puts values into bytes.
#[derive(Default)]
pub(crate) struct Packer {
    /// Keys and choices, in the order in which they were met.
    pub(crate) keys: Vec<Arc<str>>,
    /// Everything that was put in so far.
    pub(crate) bytes: Vec<u8>,
    places: HashMap<Arc<str>, usize>,
}

impl Packer {
    /// Puts in named values.
    pub(crate) fn fields(&mut self, fields: &Fields) {
        self.count(fields.iter().count());
        for (key, value) in fields.iter() {
            self.key(key);
            self.value(value);
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Unknown => self.bytes.push(0),
            Value::Text(text) => self.tagged(1, text),
            Value::Prose(text) => self.tagged(2, text),
            Value::Number(number) => {
                self.bytes.push(3);
                self.bytes.extend(number.to_le_bytes());
            }
            Value::Bool(value) => self.bytes.extend([4, u8::from(*value)]),
            Value::Date(date) => {
                self.bytes.push(5);
                self.date(*date);
            }
            Value::Period(period) => self.period(6, *period),
            Value::Deadline(deadline) => self.deadline(deadline),
            Value::Duration(Duration { years, months, weeks, days }) => {
                self.bytes.push(8);
                self.bytes.extend([years, months, weeks, days].into_iter().flat_map(|count| count.to_le_bytes()));
            }
            Value::Validity(Validity { period }) => self.period(9, *period),
            Value::Choice(key) => {
                self.bytes.push(10);
                self.key(key);
            }
            Value::Url(text) => self.tagged(11, text),
            Value::Email(text) => self.tagged(12, text),
            Value::Phone(text) => self.tagged(13, text),
            Value::File(text) => self.tagged(14, text),
            Value::Reference(reference) => {
                self.tagged(if reference.part.is_some() { 16 } else { 15 }, &reference.path);
                reference.part.iter().for_each(|part| self.text(part));
            }
            Value::List(values) => {
                self.bytes.push(17);
                self.count(values.len());
                values.iter().for_each(|value| self.value(value));
            }
            Value::Group(fields) => {
                self.bytes.push(18);
                self.fields(fields);
            }
        }
    }

    fn deadline(&mut self, deadline: &Deadline) {
        self.bytes.push(7);
        match deadline {
            Deadline::Date(date) => self.date(*date),
            Deadline::Quarter(year, quarter) => {
                let [low, high] = year.to_le_bytes();
                self.bytes.extend([3, low, high, quarter.to_le_bytes()[0]]);
            }
            Deadline::Continuous => self.bytes.push(4),
            Deadline::None(reason) => self.tagged(5, reason),
        }
    }

    fn period(&mut self, tag: u8, period: Period) {
        self.bytes.extend([tag, u8::from(period.from.is_some()) | u8::from(period.to.is_some()) << 1]);
        period.from.into_iter().chain(period.to).for_each(|date| self.date(date));
    }

    fn date(&mut self, date: DateValue) {
        let (tag, year, rest) = match date {
            DateValue::Day(date) => (0, date.year(), [date.month(), date.day()]),
            DateValue::Month(year, month) => (1, year, [month, 0]),
            DateValue::Year(year) => (2, year, [0, 0]),
        };
        let [low, high] = year.to_le_bytes();
        self.bytes.extend([tag, low, high, rest[0].to_le_bytes()[0], rest[1].to_le_bytes()[0]]);
    }

    fn key(&mut self, key: &Arc<str>) {
        let next = self.keys.len();
        let place = *self.places.entry(key.clone()).or_insert(next);
        if place == next {
            self.keys.push(key.clone());
        }
        self.count(place);
    }

    fn tagged(&mut self, tag: u8, text: &str) {
        self.bytes.push(tag);
        self.text(text);
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend(text.as_bytes());
    }

    fn count(&mut self, count: usize) {
        push_count(&mut self.bytes, count);
    }
}

/// Puts in a number: seven bits in each byte, the lowest first.
pub(crate) fn push_count(bytes: &mut Vec<u8>, mut count: usize) {
    while count >= 0x80 {
        bytes.push(u8::try_from(count & 0x7f).unwrap_or(0) | 0x80);
        count >>= 7;
    }
    bytes.push(u8::try_from(count).unwrap_or(0));
}

/// Takes a number of up to 32 bits out again; `None` where none ends.
pub(crate) fn take_count(bytes: &mut &[u8]) -> Option<usize> {
    let mut count = 0;
    for place in 0..5 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        count |= usize::from(byte & 0x7f) << (7 * place);
        if *byte < 0x80 {
            return Some(count);
        }
    }
    None
}

/// Takes values out of bytes again.
pub(crate) struct Unpacker<'b> {
    /// Keys and choices, as `Packer` left them.
    pub(crate) keys: &'b [Arc<str>],
    /// What has not been taken out yet.
    pub(crate) bytes: &'b [u8],
}

impl<'b> Unpacker<'b> {
    /// Takes out named values; `None` when the bytes do not hold any.
    pub(crate) fn fields(&mut self) -> Option<Fields> {
        self.group(0)
    }

    fn group(&mut self, depth: u8) -> Option<Fields> {
        let count = self.count()?;
        let mut entries = Vec::with_capacity(count.min(self.bytes.len()));
        for _ in 0..count {
            entries.push((self.key()?, self.value(depth)?));
        }
        Some(Fields::of(entries))
    }

    fn value(&mut self, depth: u8) -> Option<Value> {
        let deeper = (depth < DEEPEST).then_some(depth + 1)?;
        Some(match self.byte()? {
            0 => Value::Unknown,
            1 => Value::Text(self.text()?),
            2 => Value::Prose(self.text()?),
            3 => Value::Number(f64::from_le_bytes(self.array()?)),
            4 => Value::Bool(self.byte()? == 1),
            5 => Value::Date(self.date()?),
            6 => Value::Period(self.period()?),
            7 => Value::Deadline(self.deadline()?),
            8 => {
                let [years, months, weeks, days] =
                    [self.array()?, self.array()?, self.array()?, self.array()?].map(i16::from_le_bytes);
                Value::Duration(Duration { years, months, weeks, days })
            }
            9 => Value::Validity(Validity { period: self.period()? }),
            10 => Value::Choice(self.key()?),
            11 => Value::Url(self.text()?),
            12 => Value::Email(self.text()?),
            13 => Value::Phone(self.text()?),
            14 => Value::File(self.text()?),
            15 => Value::Reference(Reference { path: self.text()?, part: None }.into()),
            16 => Value::Reference(Reference { path: self.text()?, part: Some(self.text()?) }.into()),
            17 => {
                let count = self.count()?;
                let mut values = Vec::with_capacity(count.min(self.bytes.len()));
                for _ in 0..count {
                    values.push(self.value(deeper)?);
                }
                Value::List(values)
            }
            18 => Value::Group(self.group(deeper)?),
            _ => return None,
        })
    }

    fn deadline(&mut self) -> Option<Deadline> {
        match self.bytes.first()? {
            3 => {
                let [_, low, high, quarter] = self.array()?;
                let (year, quarter) = (i16::from_le_bytes([low, high]), i8::from_le_bytes([quarter]));
                Date::new(year, 1, 1).ok().filter(|_| (1..=4).contains(&quarter))?;
                Some(Deadline::Quarter(year, quarter))
            }
            4 => self.byte().map(|_| Deadline::Continuous),
            5 => {
                self.byte()?;
                Some(Deadline::None(self.text()?))
            }
            _ => self.date().map(Deadline::Date),
        }
    }

    fn period(&mut self) -> Option<Period> {
        let sides = self.byte()?;
        let mut side = |mask: u8| if sides & mask == 0 { Some(None) } else { self.date().map(Some) };
        Some(Period { from: side(1)?, to: side(2)? })
    }

    fn date(&mut self) -> Option<DateValue> {
        let [tag, low, high, month, day] = self.array()?;
        let year = i16::from_le_bytes([low, high]);
        let [month, day] = [month, day].map(|number| i8::from_le_bytes([number]));
        match tag {
            0 => Date::new(year, month, day).ok().map(DateValue::Day),
            1 => Date::new(year, month, 1).ok().map(|_| DateValue::Month(year, month)),
            2 => Date::new(year, 1, 1).ok().map(|_| DateValue::Year(year)),
            _ => None,
        }
    }

    fn key(&mut self) -> Option<Arc<str>> {
        let place = self.count()?;
        self.keys.get(place).cloned()
    }

    fn text(&mut self) -> Option<String> {
        let length = self.count()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }

    fn count(&mut self) -> Option<usize> {
        take_count(&mut self.bytes)
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (array, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*array)
    }
}
