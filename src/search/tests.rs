//! The search seen from within: how lists are written, files cut and named, and what an edit changes.

mod lists;
mod remembered;
mod sites;
mod vectors;
