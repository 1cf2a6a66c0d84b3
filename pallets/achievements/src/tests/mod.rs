//! Tests of the calls, by call, and of the invariants.

mod attest_status;
mod bulk;
mod confirm;
mod exclusion;
mod groups;
mod invariants;
mod read;
mod register;
mod retire;
mod rules;
mod void;
mod write;
