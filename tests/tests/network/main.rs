//! Tests on real nodes. One program holds them all: each would otherwise be linked with the whole
//! client library again.

mod burst;
mod certificate;
mod commands;
mod crash;
mod finality;
mod import;
mod metrics;
mod node_commands;
mod questions;
mod refusals;
mod restart;
mod story;
mod upgrade;
mod wrong_input;
