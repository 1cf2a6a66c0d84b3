//! What the calls do, by topic.

mod append;
mod authority;
mod due;
mod emit;
mod requests;
mod steps;
mod titles;

pub(crate) use append::Assessment;
