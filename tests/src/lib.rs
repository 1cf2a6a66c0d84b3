#![doc = include_str!("../README.md")]

pub mod command;
pub mod council;
pub mod error;
pub mod events;
pub mod keys;
pub mod load;
pub mod network;
pub mod next_runtime;
pub mod rpc;
pub mod session;
pub mod wait;

pub use error::{Error, Result};
