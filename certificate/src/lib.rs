#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects,
		clippy::panic
	)
)]

extern crate alloc;

mod bytes;
mod contracts;
mod error;
mod openings;
mod records;
mod trust;
mod verdict;
mod verify;

pub mod bounds;
pub mod finality;
pub mod format;
pub mod header;
pub mod keys;
pub mod trie;

pub use bytes::Bytes;
pub use contracts::{ContractFacts, ContractVersion, ProvenContract, TermsFacts};
pub use error::{Check, Class, Error, Place};
pub use format::{Certificate, Content, Finalised};
pub use openings::{Field, Opening, OpeningError, Sealed, Sibling};
pub use quanqi_types::{ContractKind, ContractState, Party, PartyRole, Seal};
pub use records::{MemberFacts, Naming, RecordFacts, RuntimeVersion, ValueError};
pub use trust::{Checkpoint, Start, Trust, TrustError, TRUST_VERSION};
pub use verdict::{AnchorFacts, Basis, Claims, Verdict};
pub use verify::{advance, claims, verify, verify_decoded};
