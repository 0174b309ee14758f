//! What a second build writes.
