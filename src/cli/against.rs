//! `insyn check --against`.
use super::{build, failure::Failure, terminal::Terminal};
use crate::pipeline::Options;
pub(super) fn check(options: &Options, _revision: &str, terminal: &Terminal) -> Result<u8, Failure> {
    build::check(options, terminal)
}
