//! Tests of the calls, one file each, and of the invariants.

mod genesis;
mod invariants;
mod read;
mod set;
mod set_many;
