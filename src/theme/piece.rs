//! Pieces: parts that many pages have alike, each drawn once by a component of the theme and then put into all of them.

use super::{Fault, Shared, Theme, View};
use serde::ser::{Serialize, Serializer};
use std::{
    fmt,
    sync::{Mutex, PoisonError},
};
use tera::Value;

/// A part of pages: what it shows until it is first drawn, and how it looks from then on.
pub struct Piece {
    component: &'static str,
    state: Mutex<State>,
}

enum State {
    Undrawn(View),
    Drawn(Result<Value, Fault>),
}

impl Piece {
    /// A piece that a component draws, to which the view comes as `item`.
    pub fn new(component: &'static str, view: View) -> Self {
        Self { component, state: Mutex::new(State::Undrawn(view)) }
    }

    /// How it looks, as text that is escaped already.
    ///
    /// # Errors
    /// The engine's words where the component fails.
    pub(super) fn drawn(&self, theme: &Theme, shared: &Shared) -> Result<Value, Fault> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let State::Undrawn(view) = &mut *state {
            let view = std::mem::take(view);
            *state = State::Drawn(theme.component(self.component, shared, view));
        }
        match &*state {
            State::Drawn(drawn) => drawn.clone(),
            State::Undrawn(_) => unreachable!("it was drawn above"),
        }
    }
}

impl Serialize for Piece {
    /// What it shows; once it is drawn, its HTML.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &*self.state.lock().unwrap_or_else(PoisonError::into_inner) {
            State::Undrawn(view) => view.serialize(serializer),
            State::Drawn(Ok(value)) => value.serialize(serializer),
            State::Drawn(Err(_)) => serializer.serialize_none(),
        }
    }
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "piece of {}", self.component)
    }
}
