//! Series with what sources leave out: values, bounds, times, and the day of a break.

use super::*;

fn row(period: Option<Period>, number: Option<f64>) -> Fields {
    let period = period.map(|period| ("period", Value::Period(period)));
    let number = ("värde", number.map_or(Value::Unknown, Value::Number));
    Fields::from_iter(period.into_iter().chain([number]))
}

fn years(from: i16, to: i16) -> Option<Period> {
    Some(Period { from: Some(DateValue::Year(from)), to: Some(DateValue::Year(to)) })
}

fn series(unit: &str, rows: Vec<Fields>, breaks: &[Value]) -> Fields {
    let groups = |fields: Vec<Fields>| Value::List(fields.into_iter().map(Value::Group).collect());
    let breaks = breaks.iter().map(|day| Fields::from_iter([("år", day.clone())])).collect();
    Fields::from_iter([("enhet", Value::Text(unit.into())), ("värden", groups(rows)), ("brott", groups(breaks))])
}

#[test]
fn a_bar_is_a_share_of_the_scale() {
    for (unit, numbers, scale, shares) in [
        ("procent", vec![Some(25.0), None], 100.0, vec![Some(25.0), None]),
        ("% av de svarande", vec![Some(25.0)], 25.0, vec![Some(100.0)]),
        ("%", vec![Some(140.0)], 100.0, vec![Some(100.0)]),
        ("antal", vec![Some(50.0), Some(200.0), Some(-4.0)], 200.0, vec![Some(25.0), Some(100.0), None]),
        ("antal", vec![Some(0.0)], 0.0, vec![None]),
        ("antal", vec![None], 0.0, vec![None]),
        ("antal", vec![], 0.0, vec![]),
    ] {
        let rows: Vec<Fields> = numbers.iter().map(|number| row(None, *number)).collect();
        let fields = series(unit, rows, &[]);
        let series = Series { fields: &fields };
        assert!((series.scale() - scale).abs() < f64::EPSILON, "{unit} {numbers:?}");
        assert_eq!(series.rows().map(|row| row.share(series.scale())).collect::<Vec<_>>(), shares, "{unit}");
        assert_eq!(series.missing().count(), numbers.iter().filter(|number| number.is_none()).count());
    }
}

#[test]
fn an_upper_bound_sets_the_scale() {
    let mut bounds = row(None, Some(98.0));
    bounds.set("värde_högst".into(), Value::Number(110.0));
    let fields = series("antal", vec![bounds, row(None, Some(55.0))], &[]);
    let series = Series { fields: &fields };
    assert_eq!(series.rows().filter_map(Row::largest).collect::<Vec<_>>(), [110.0, 55.0]);
    assert_eq!(series.rows().nth(1).and_then(|row| row.share(series.scale())), Some(50.0));
}

#[test]
fn values_on_two_sides_of_a_break_are_not_comparable() {
    let in_2023 = [Value::Date(DateValue::Year(2023))];
    let undated = [Value::Unknown];
    let open = |from, to| Some(Period { from, to });
    for (one, other, breaks, is_comparable) in [
        (years(2021, 2021), years(2022, 2022), &in_2023[..], true),
        (years(2022, 2022), years(2023, 2023), &in_2023[..], false),
        (years(2023, 2023), years(2022, 2022), &in_2023[..], false),
        (years(2023, 2023), years(2024, 2025), &in_2023[..], true),
        (years(2022, 2023), years(2024, 2024), &in_2023[..], false),
        (years(2022, 2023), years(2022, 2023), &in_2023[..], true),
        (open(Some(DateValue::Year(2023)), None), years(2025, 2025), &in_2023[..], true),
        (open(None, Some(DateValue::Year(2022))), years(2021, 2021), &in_2023[..], true),
        (open(Some(DateValue::Year(2020)), None), years(2025, 2025), &in_2023[..], false),
        (None, years(2025, 2025), &in_2023[..], false),
        (None, None, &in_2023[..], true),
        (None, years(2025, 2025), &[][..], true),
        (years(2021, 2021), years(2025, 2025), &[][..], true),
        (years(2021, 2021), years(2025, 2025), &undated[..], false),
        (years(2021, 2021), years(2021, 2021), &undated[..], true),
    ] {
        let (one, other) = (row(one, Some(1.0)), row(other, Some(2.0)));
        let fields = series("antal", Vec::new(), breaks);
        let found = Series { fields: &fields }.is_comparable(Row { fields: &one }, Row { fields: &other });
        assert_eq!(found, is_comparable, "{one:?} {other:?} {breaks:?}");
    }
}

#[test]
fn every_polarity_and_direction_has_one_word() {
    assert_eq!(["lägre_bättre", "högre_bättre", "neutral"].map(Polarity::written), Polarity::ALL.map(Some));
    assert_eq!(["högre", "lägre", "lika"].map(Direction::written), Direction::ALL.map(Some));
    assert_eq!((Polarity::written("okänt"), Direction::written("högst")), (None, None));
}

#[test]
fn a_comparison_may_lack_its_direction() {
    for (direction, told) in [(Value::Choice("lägre".into()), Some(Direction::Lower)), (Value::Unknown, None)] {
        let fields = Fields::from_iter([("med", Value::Text("riket".into())), ("riktning", direction)]);
        let comparison = Comparison { fields: &fields };
        assert_eq!((comparison.with(), comparison.direction(), comparison.text()), ("riket", told, None));
    }
}
