//! Real networks of real nodes, driven from outside, and the parts of the load tool.
//!
//! - [`network`] starts node processes on loopback, kills, pauses and restarts them. It is the only
//!   place with processes and ports.
//! - [`wait`] is the only place with pauses: tests wait for conditions, never for times.
//! - [`load`] signs many calls, sends them and follows them to finality: the library behind the
//!   binary `quanqi-load` and the burst tests.
//!
//! The node's binary is found by the variable `QUANQI_NODE`, else next to the test's own target
//! folder; `cargo build --release -p quanqi-node` makes it.

pub mod error;
pub mod keys;
pub mod load;
pub mod network;
pub mod rpc;
pub mod wait;

pub use error::{Error, Result};
