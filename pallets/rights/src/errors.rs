//! Errors. A refusal of the law has one variant per rule, with the reason and, where it fits, the
//! number of the entry or member in the way; four bytes in all.

use crate::types::{ShortRef, Why};
use codec::Decode;
use frame_support::pallet_macros::pallet_section;
use quanqi_title::{Refusal, Rule};

#[pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	#[derive(PartialEq, Eq)]
	pub enum Error<T> {
		/// The entry itself is malformed: its order, its time or its bounds.
		Form(Why, ShortRef),
		/// T1: shares always sum to the whole.
		T1(Why, ShortRef),
		/// T2: a share moves only from who has it, when the law lets it move.
		T2(Why, ShortRef),
		/// T3: what a use right is and when it ends.
		T3(Why, ShortRef),
		/// T4: it conflicts with a live right, agreed transfer, reservation or pool entry.
		T4(Why, ShortRef),
		/// T5: a sublicence lies inside its parent.
		T5(Why, ShortRef),
		/// T6: use rights survive; long-term ones are not cut short.
		T6(Why, ShortRef),
		/// T7: use rights are divided and transferred within their terms.
		T7(Why, ShortRef),
		/// T8: a consent is missing.
		T8(Why, ShortRef),
		/// T9: a pledge stands in the way.
		T9(Why, ShortRef),
		/// T10: a hold stands in the way, or who orders it may not.
		T10(Why, ShortRef),
		/// T11: a correction names its entry and its decision.
		T11(Why, ShortRef),
		/// T12: it is not live: past its end, or its right lapsed or was invalidated.
		T12(Why, ShortRef),
		/// There is no title of this number.
		UnknownAchievement,
		/// There is no request of this number: it never was, or it is over.
		UnknownRequest,
		/// The title has no agreed transfer or pledge of this number.
		NotAgreed,
		/// The request waits for the office, no longer for consents.
		NotOpen,
		/// The request does not wait for an act of the office.
		NotAwaitingOffice,
		/// This member's consent is not missing in this capacity.
		NotAsked,
		/// This member agreed already in this capacity.
		AlreadyConsented,
		/// Only who asked can withdraw the request.
		NotAsker,
		/// The achievement has as many open requests as it can have.
		TooManyRequests,
		/// The member has as many open requests in this achievement as one member can have.
		TooManyOwnRequests,
		/// The entry would carry more consents than it can hold.
		TooManyConsents,
		/// There is no member of this number.
		UnknownMember,
		/// An authority decides itself, under no mandate.
		NoMandateForAuthority,
		/// Only a suspended or expelled member is administered.
		NotSuspended,
		/// This member was not appointed to administer the other.
		NotAdministrator,
		/// An administrator agrees to no act in which it is itself a party.
		AdministratorIsParty,
		/// Nothing is due.
		NothingDue,
		/// Numbers of requests are used up.
		NumbersUsedUp,
	}
}

impl<T> From<Refusal> for crate::Error<T> {
	fn from(refusal: Refusal) -> Self {
		let make = match refusal.rule {
			Rule::Form => Self::Form,
			Rule::T1 => Self::T1,
			Rule::T2 => Self::T2,
			Rule::T3 => Self::T3,
			Rule::T4 => Self::T4,
			Rule::T5 => Self::T5,
			Rule::T6 => Self::T6,
			Rule::T7 => Self::T7,
			Rule::T8 => Self::T8,
			Rule::T9 => Self::T9,
			Rule::T10 => Self::T10,
			Rule::T11 => Self::T11,
			Rule::T12 => Self::T12,
		};
		make(Why(refusal.reason), ShortRef::new(refusal.with))
	}
}

/// The refusal behind this pallet's error, for clients that hold the four bytes of a module error.
/// `None` where the error is not a refusal of the law.
pub fn refusal_of(error: [u8; 4]) -> Option<Refusal> {
	let bytes = &mut error.as_slice();
	// The variants of the rules come first, in the order of the rules.
	let rule = Rule::decode(bytes).ok()?;
	let why = Why::decode(bytes).ok()?;
	let with = ShortRef::decode(bytes).ok()?;
	Some(Refusal { rule, reason: why.0, with: with.get() })
}
