#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
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

mod apply;
mod conflicts;
mod correction;
mod encumbrances;
mod form;
mod invariants;
mod offers;
mod ownership;
mod status;
mod succession;
mod uses;

pub mod act;
pub mod due;
pub mod entry;
pub mod head;
pub mod needs;
pub mod refusal;
pub mod state;

pub use act::{
	Act, Agreement, AgreementLine, Correction, EndReason, HoldTarget, PoolTerms, Registration,
	ShareLines, UseBasis, UseGrant,
};
pub use due::{close_due, due_after, Due};
pub use entry::{
	Actor, Cause, Consent, ConsentRole, DecisionRef, Entry, EntryBody, LegalDate, MandateRef,
	StatuteUsed,
};
pub use form::{fellow_holders, parties};
pub use head::{genesis_history_hash, history_hash, replay, title_hash, Head};
pub use needs::{
	consents_for_registration, consents_needed, statutes_needed, CoOwnersNeeded, ConsentsNeeded,
};
pub use refusal::{Reason, Refusal, Rule};
pub use state::{AgreedTransfer, Hold, Pledge, PoolEntry, Reservation, Title, TitleBody, UseRight};
