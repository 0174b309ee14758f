//! Series of figures: what is measured, its values, and where the measure changed. The words of the fields stand in
//! `parse/shapes/series.yaml`. No figure is computed here that a source does not tell.

use super::{
    date::DateValue,
    period::Period,
    value::{Fields, Value},
};

/// One measure through time, or over groups.
#[derive(Debug, Clone, Copy)]
pub struct Series<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

/// What is good, of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// Lower is better.
    LowerBetter,
    /// Higher is better.
    HigherBetter,
    /// Neither.
    Neutral,
}

impl Polarity {
    /// Every polarity.
    pub const ALL: [Self; 3] = [Self::LowerBetter, Self::HigherBetter, Self::Neutral];

    /// The polarity that a written word means.
    pub fn written(word: &str) -> Option<Self> {
        match word {
            "lägre_bättre" => Some(Self::LowerBetter),
            "högre_bättre" => Some(Self::HigherBetter),
            "neutral" => Some(Self::Neutral),
            _ => None,
        }
    }

    /// The name that texts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::LowerBetter => "lower_better",
            Self::HigherBetter => "higher_better",
            Self::Neutral => "neutral",
        }
    }
}

/// How a measure stands beside that of somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Higher than theirs.
    Higher,
    /// Lower than theirs.
    Lower,
    /// Equal to theirs.
    Equal,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 3] = [Self::Higher, Self::Lower, Self::Equal];

    /// The direction that a written word means.
    pub fn written(word: &str) -> Option<Self> {
        match word {
            "högre" => Some(Self::Higher),
            "lägre" => Some(Self::Lower),
            "lika" => Some(Self::Equal),
            _ => None,
        }
    }

    /// The name that texts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Equal => "equal",
        }
    }
}

impl<'a> Series<'a> {
    /// What the figures count: `procent`.
    pub fn unit(self) -> Option<&'a str> {
        self.fields.text("enhet")
    }

    /// Whether the figures are shares of a whole.
    pub fn is_percent(self) -> bool {
        self.unit().is_some_and(|unit| unit.contains("procent") || unit == "%")
    }

    /// What is good; `None` where nobody has told.
    pub fn polarity(self) -> Option<Polarity> {
        self.fields.text("polaritet").and_then(Polarity::written)
    }

    /// The values, in the order in which they are written.
    pub fn rows(self) -> impl Iterator<Item = Row<'a>> {
        self.fields.groups("värden").map(|fields| Row { fields })
    }

    /// The rows that are known to exist and whose value nobody has told.
    pub fn missing(self) -> impl Iterator<Item = Row<'a>> {
        self.rows().filter(|row| row.number().is_none())
    }

    /// What a full bar stands for: 100 for percent, else the largest value; 0 where nothing is told.
    pub fn scale(self) -> f64 {
        if self.is_percent() { 100.0 } else { self.rows().filter_map(Row::largest).fold(0.0, f64::max) }
    }

    /// How the sources compare it with others.
    pub fn comparisons(self) -> impl Iterator<Item = Comparison<'a>> {
        self.fields.groups("jämförelser").map(|fields| Comparison { fields })
    }

    /// Where the measure changed.
    pub fn breaks(self) -> impl Iterator<Item = Break<'a>> {
        self.fields.groups("brott").map(|fields| Break { fields })
    }

    /// Whether two values measure the same thing: no break lies between them.
    ///
    /// Values of the same time always do. Where a time or the day of a break is not told, nobody knows: `false`.
    pub fn is_comparable(self, one: Row<'_>, other: Row<'_>) -> bool {
        let (one, other) = (one.period(), other.period());
        one == other || self.breaks().all(|change| change.leaves_together(one, other))
    }
}

/// A value of a series.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Row<'a> {
    /// The time that it is about.
    pub fn period(self) -> Option<Period> {
        self.fields.get("period").and_then(Value::as_period)
    }

    /// The group that it is about.
    pub fn group(self) -> Option<&'a str> {
        self.fields.text("grupp")
    }

    /// The value, or the lower bound where a source gives two; `None` where nobody has told.
    pub fn number(self) -> Option<f64> {
        self.fields.number("värde")
    }

    /// The upper bound, where a source gives two.
    pub fn upper_bound(self) -> Option<f64> {
        self.fields.number("värde_högst")
    }

    /// How exact it is, in words: `cirka`.
    pub fn about(self) -> Option<&'a str> {
        self.fields.text("ungefär")
    }

    /// The largest value that it can mean.
    pub fn largest(self) -> Option<f64> {
        self.upper_bound().or_else(|| self.number())
    }

    /// The length of its bar, 0–100; `None` where there is no value, or none that a bar can show.
    pub fn share(self, scale: f64) -> Option<f64> {
        let number = self.number().filter(|number| scale > 0.0 && *number >= 0.0);
        number.map(|number| (number / scale * 100.0).clamp(0.0, 100.0))
    }
}

/// A comparison that a source makes.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Comparison<'a> {
    /// With whom.
    pub fn with(self) -> &'a str {
        self.fields.text("med").unwrap_or_default()
    }

    /// How it stands beside theirs; `None` where nobody has told.
    pub fn direction(self) -> Option<Direction> {
        self.fields.text("riktning").and_then(Direction::written)
    }

    /// What the reader needs to know of it.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }
}

/// A change of the measure: values on its two sides are not comparable.
#[derive(Debug, Clone, Copy)]
pub struct Break<'a> {
    /// The fields of the item.
    pub fields: &'a Fields,
}

impl<'a> Break<'a> {
    /// From when it is measured in the new way.
    pub fn date(self) -> Option<DateValue> {
        self.fields.date("år")
    }

    /// What was changed.
    pub fn text(self) -> Option<&'a str> {
        self.fields.text("text")
    }

    /// Whether both times lie on the same side of the break, as far as is told.
    fn leaves_together(self, one: Option<Period>, other: Option<Period>) -> bool {
        let side = self.is_after(one);
        side.is_some() && side == self.is_after(other)
    }

    /// Whether a time lies after the break; `None` where it lies on both sides, or nobody knows.
    fn is_after(self, period: Option<Period>) -> Option<bool> {
        let (day, period) = (self.date()?.first_day(), period?);
        match (period.first_day(), period.last_day()) {
            (Some(first), _) if first >= day => Some(true),
            (_, Some(last)) if last < day => Some(false),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
