//! Why an entry is not lawful: the rule, the reason, and the record in the way.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The rule of the domain that refuses (docs/domain.md §6).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo, Serialize, Deserialize)]
pub enum Rule {
	/// The entry itself is malformed: order, time, bounds.
	#[codec(index = 0)]
	Form,
	/// Shares always sum.
	#[codec(index = 1)]
	T1,
	/// A share moves only from who has it, when the law lets it move.
	#[codec(index = 2)]
	T2,
	/// What a use right is and when it ends.
	#[codec(index = 3)]
	T3,
	/// Conflicts.
	#[codec(index = 4)]
	T4,
	/// Sublicences.
	#[codec(index = 5)]
	T5,
	/// Survival of use rights.
	#[codec(index = 6)]
	T6,
	/// Division and transfer of use rights.
	#[codec(index = 7)]
	T7,
	/// Consents.
	#[codec(index = 8)]
	T8,
	/// Pledges.
	#[codec(index = 9)]
	T9,
	/// Holds.
	#[codec(index = 10)]
	T10,
	/// Corrections.
	#[codec(index = 11)]
	T11,
	/// Time and status.
	#[codec(index = 12)]
	T12,
}

/// A refusal (拒绝).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo, Serialize, Deserialize)]
pub struct Refusal {
	/// The rule that refuses.
	pub rule: Rule,
	/// What about it.
	pub reason: Reason,
	/// The entry number of the record in the way, or the member whose consent is missing.
	pub with: Option<u32>,
}
