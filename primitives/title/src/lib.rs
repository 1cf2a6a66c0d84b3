#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod entry;
pub mod head;
pub mod refusal;
pub mod state;

pub use entry::{
	Act, Actor, Agreement, AgreementLine, Cause, Consent, ConsentRole, Correction, DecisionRef, EndReason, Entry,
	EntryBody, HoldTarget, LegalDate, MandateRef, PoolTerms, Registration, StatuteUsed, UseBasis, UseGrant,
};
pub use head::{genesis_history_hash, history_hash, title_hash, Head};
pub use refusal::{Reason, Refusal, Rule};
pub use state::{AgreedTransfer, Hold, Pledge, PoolEntry, Reservation, Title, TitleBody, UseRight};
