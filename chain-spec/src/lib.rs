#![doc = include_str!("../README.md")]

mod build;
mod check;
mod file;
mod genesis;
pub mod key_file;
mod keys;

pub use build::{build, BuildError, BuildOptions, BuiltInstitution, BuiltNetwork};
pub use check::parse;
pub use file::{
	Consortium, FileError, Institution, InstitutionKey, Network, NetworkKind, Statute, Validator,
};
