//! Figures: a survey's questions and a statistic's series. Every chart is a table first.

use super::{facts::Shown, state};
use crate::theme::{View, view};
use crate::{
    model::{
        Fields, Question, Series, Shares,
        question::Answer,
        series::{Break, Comparison, Direction, Polarity, Row},
    },
    render::words::Words,
    texts::Argument,
};

/// The section of a field of questions.
pub(super) fn questions(shown: Shown<'_>, items: &[Fields]) -> View {
    view!({ "items": items.iter().map(|fields| question(shown, Question { fields })).collect::<Vec<_>>() })
}

fn question(shown: Shown<'_>, question: Question<'_>) -> View {
    let words = shown.edition.words;
    let answer = |answer: Answer<'_>| {
        let percent = answer.percent();
        view!({
            "text": answer.text(),
            "percent": percent,
            "percent_text": percent.map(|percent| words.text("percent", &[("value", &words.number(percent))])),
            "count_text": answer.count().map(|count| count_text(words, count)),
        })
    };
    view!({
        "id": question.id(),
        "text": question.text(),
        "answers": question.answers().map(answer).collect::<Vec<_>>(),
        "partial": matches!(question.shares(), Shares::Partial(_)),
        "note_html": question.note().map(|text| shown.prose.html(text)),
    })
}

/// `125 svar`
fn count_text(words: Words<'_>, count: f64) -> String {
    words.texts.get("answers-count", &[("count", Argument::Number(count))]).unwrap_or_default()
}

/// The section of a field of series.
pub(super) fn section(shown: Shown<'_>, items: &[Fields]) -> View {
    view!({ "items": items.iter().map(|fields| series(shown, Series { fields })).collect::<Vec<_>>() })
}

fn series(shown: Shown<'_>, series: Series<'_>) -> View {
    let Shown { edition, document, prose } = shown;
    let (words, fields) = (edition.words, series.fields);
    let rows = rows(words, series);
    let comparisons: Vec<View> = series.comparisons().map(|item| comparison(words, item)).collect();
    let change =
        |change: Break<'_>| view!({ "year": change.date().map(|date| words.date(date)), "text": change.text() });
    let polarity = |polarity: Polarity| words.text(&format!("polarity-{}", state::dashed(polarity.key())), &[]);
    view!({
        "id": fields.text("id"),
        "heading": fields.text("rubrik"),
        "unit": series.unit(),
        "polarity": series.polarity().map(polarity),
        "definition_html": fields.text("definition").map(|text| prose.html(text)),
        "source": edition.field_link(document, fields, "källa"),
        "groups": rows.iter().any(|row| !row["group"].is_null()),
        "rows": rows,
        "comparisons": comparisons,
        "breaks": series.breaks().map(change).collect::<Vec<_>>(),
    })
}

fn comparison(words: Words<'_>, comparison: Comparison<'_>) -> View {
    let with = comparison.with();
    let told = |direction: Direction| words.text(&format!("comparison-{}", direction.key()), &[("with", with)]);
    let direction = comparison.direction().map(told);
    view!({ "with": direction.as_deref().unwrap_or(with), "direction": direction, "text": comparison.text() })
}

/// The rows of a series, each told whether it can be compared with the one before it.
fn rows(words: Words<'_>, series: Series<'_>) -> Vec<View> {
    let scale = series.scale();
    let all: Vec<Row<'_>> = series.rows().collect();
    let before = std::iter::once(None).chain(all.iter().copied().map(Some));
    let row = |(row, before): (&Row<'_>, Option<Row<'_>>)| {
        let mut view = self::row(words, *row, scale);
        view["comparable"] = view!(before.is_none_or(|before| series.is_comparable(before, *row)));
        view
    };
    all.iter().zip(before).map(row).collect()
}

fn row(words: Words<'_>, row: Row<'_>, scale: f64) -> View {
    let number = row.number();
    let about = row.about().map(|about| format!("{about} ")).unwrap_or_default();
    let text = match (number, row.upper_bound()) {
        (Some(from), Some(to)) => Some(format!("{about}{}–{}", words.number(from), words.number(to))),
        (Some(number), None) => Some(format!("{about}{}", words.number(number))),
        (None, _) => None,
    };
    let period = row.period().map(|period| words.period(period));
    // A row is headed by its time, or by its group where no time is told.
    let (period, group) = if period.is_some() { (period, row.group()) } else { (row.group().map(str::to_owned), None) };
    view!({ "period": period, "group": group, "text": text, "number": number, "share": row.share(scale) })
}
