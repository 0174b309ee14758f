//! insyn compiles Markdown and YAML about a municipality's safety work into a public website.
//!
//! The pipeline, in the order of the modules: `load` reads the sources into a [`model::Site`], `check` holds the
//! rules across documents, `render` makes the outputs, `write` puts them in place.

pub mod cache;
pub mod carried;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod render;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod texts;
pub mod theme;
#[cfg(feature = "serve")]
pub mod watch;
pub mod write;
