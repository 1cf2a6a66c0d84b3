//! The whole runtime, in process: what no pallet's own tests can see.

mod certificate;
mod check;
mod common;
mod contracts;
mod conversion;
mod extensions;
mod filters;
mod fixed_for_ever;
mod flows;
mod granting;
mod limits;
mod matrix;
mod presets;
mod root;
mod sequences;
mod validators;
