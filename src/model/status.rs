//! The status of a commitment: a word that a party has written, never one that is computed.

/// What a party says of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Done, with evidence in the log.
    Done,
    /// Under way.
    Ongoing,
    /// Done in part.
    PartlyDone,
    /// Planned and not begun.
    Planned,
    /// Late, because a party says so.
    Delayed,
    /// Moved to a later plan or date.
    Deferred,
    /// Stopped.
    Stopped,
    /// Nobody has told.
    Unknown,
}

impl Status {
    /// Every status, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::Ongoing,
        Self::PartlyDone,
        Self::Planned,
        Self::Delayed,
        Self::Deferred,
        Self::Stopped,
        Self::Unknown,
    ];

    /// The status that a written word means; anything else is unknown.
    pub fn written(word: &str) -> Self {
        match word {
            "klart" => Self::Done,
            "pågår" => Self::Ongoing,
            "delvis" => Self::PartlyDone,
            "planerat" => Self::Planned,
            "försenat" => Self::Delayed,
            "framflyttat" => Self::Deferred,
            "avbrutet" => Self::Stopped,
            _ => Self::Unknown,
        }
    }

    /// The name that views and texts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ongoing => "ongoing",
            Self::PartlyDone => "partly_done",
            Self::Planned => "planned",
            Self::Delayed => "delayed",
            Self::Deferred => "deferred",
            Self::Stopped => "stopped",
            Self::Unknown => "unknown",
        }
    }

    /// How it is coloured: `good`, `info`, `warn`, `bad` or `none`.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Done => "good",
            Self::Ongoing | Self::Planned => "info",
            Self::PartlyDone | Self::Deferred => "warn",
            Self::Delayed | Self::Stopped => "bad",
            Self::Unknown => "none",
        }
    }

    /// Whether nothing more is expected: a passed deadline then needs no notice.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Stopped | Self::Deferred)
    }
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn every_status_has_one_word() {
        let words = ["klart", "pågår", "delvis", "planerat", "försenat", "framflyttat", "avbrutet", "okänt"];
        let read: Vec<_> = words.iter().map(|word| Status::written(word)).collect();
        assert_eq!(read, Status::ALL);
    }
}
