//! The whole runtime, in process: what no pallet's own tests can see.

mod common;
mod extensions;
mod filters;
mod fixed_for_ever;
mod flows;
mod limits;
mod matrix;
mod presets;
mod root;
mod validators;
