//! What templates see: plain data, built before the template runs. `docs/views.md` is the contract.

pub(super) mod card;
pub(super) mod commitments;
pub(super) mod document;
pub(super) mod facts;
pub(super) mod findings;
pub(super) mod frame;
pub(super) mod notices;
pub(super) mod prose;
pub(super) mod sections;
pub(super) mod series;
pub(super) mod state;
pub(super) mod trail;
