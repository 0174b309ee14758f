//! Every kind of value survives, and no bytes do harm.

use super::{Packer, Unpacker};
use crate::model::{DateValue, Deadline, Duration, Fields, Period, Reference, Validity, Value};
use proptest::prelude::*;

fn date() -> impl Strategy<Value = DateValue> {
    let day = (1990i16..2050, 1i8..13, 1i8..29).prop_map(|(y, m, d)| DateValue::Day(jiff::civil::date(y, m, d)));
    let month = (1990i16..2050, 1i8..13).prop_map(|(year, month)| DateValue::Month(year, month));
    prop_oneof![day, month, (1990i16..2050).prop_map(DateValue::Year)]
}

fn period() -> impl Strategy<Value = Period> {
    (proptest::option::of(date()), proptest::option::of(date())).prop_map(|(from, to)| Period { from, to })
}

fn scalar() -> impl Strategy<Value = Value> {
    let reference = ("[a-z/]{0,9}", proptest::option::of("[a-z]{0,5}"))
        .prop_map(|(path, part)| Value::Reference(Reference { path, part }.into()));
    let duration = (any::<i16>(), any::<i16>(), any::<i16>(), any::<i16>())
        .prop_map(|(years, months, weeks, days)| Value::Duration(Duration { years, months, weeks, days }));
    let deadline = prop_oneof![
        date().prop_map(Deadline::Date),
        (1990i16..2050, 1i8..5).prop_map(|(year, quarter)| Deadline::Quarter(year, quarter)),
        Just(Deadline::Continuous),
        ".{0,9}".prop_map(Deadline::None),
    ];
    let texts = prop_oneof![
        ".{0,200}".prop_map(Value::Text),
        ".{0,9}".prop_map(Value::Prose),
        ".{0,9}".prop_map(Value::Url),
        ".{0,9}".prop_map(Value::Email),
        ".{0,9}".prop_map(Value::Phone),
        ".{0,9}".prop_map(Value::File),
        "[a-c]".prop_map(|key| Value::Choice(key.into())),
    ];
    prop_oneof![
        texts,
        Just(Value::Unknown),
        (-1e9..1e9).prop_map(Value::Number),
        any::<bool>().prop_map(Value::Bool),
        date().prop_map(Value::Date),
        period().prop_map(Value::Period),
        period().prop_map(|period| Value::Validity(Validity { period })),
        deadline.prop_map(Value::Deadline),
        duration,
        reference,
    ]
}

fn fields() -> impl Strategy<Value = Fields> {
    let value = scalar().prop_recursive(4, 40, 6, |value| {
        let group = proptest::collection::vec(("[a-e]", value.clone()), 0..5).prop_map(|entries| group(&entries));
        prop_oneof![proptest::collection::vec(value, 0..5).prop_map(Value::List), group.prop_map(Value::Group)]
    });
    proptest::collection::vec(("[a-z]{1,3}", value), 0..9).prop_map(|entries| group(&entries))
}

fn group(entries: &[(String, Value)]) -> Fields {
    entries.iter().map(|(key, value)| (key.as_str(), value.clone())).collect()
}

#[test]
fn values_are_small() {
    assert!(size_of::<Value>() <= 32, "{}", size_of::<Value>());
}

fn packed(fields: &Fields) -> Packer {
    let mut packer = Packer::default();
    packer.fields(fields);
    packer
}

proptest! {
    #[test]
    fn every_value_survives(fields in fields()) {
        let packer = packed(&fields);
        let mut unpacker = Unpacker { keys: &packer.keys, bytes: &packer.bytes };
        prop_assert_eq!(unpacker.fields(), Some(fields));
        prop_assert!(unpacker.bytes.is_empty());
    }

    #[test]
    fn damaged_bytes_do_no_harm(fields in fields(), place in any::<proptest::sample::Index>(), sign in any::<u8>()) {
        let mut packer = packed(&fields);
        *place.get_mut(&mut packer.bytes) = sign;
        let shorter = &packer.bytes[..place.index(packer.bytes.len())];
        for bytes in [packer.bytes.as_slice(), shorter] {
            Unpacker { keys: &packer.keys, bytes }.fields();
        }
    }

    #[test]
    fn any_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        Unpacker { keys: &["a".into(), "b".into()], bytes: &bytes }.fields();
    }
}
