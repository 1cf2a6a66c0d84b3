#![doc = include_str!("../README.md")]

pub mod council;
pub mod error;
pub mod keys;
pub mod load;
pub mod network;
pub mod rpc;
pub mod wait;

pub use error::{Error, Result};
