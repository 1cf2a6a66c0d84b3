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

/// `Serialize` and `Deserialize` through `Display` and `FromStr`.
macro_rules! serde_as_text {
	($name:ty) => {
		impl serde::Serialize for $name {
			fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
				serializer.collect_str(self)
			}
		}

		impl<'de> serde::Deserialize<'de> for $name {
			fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
				let text =
					<alloc::string::String as serde::Deserialize>::deserialize(deserializer)?;
				text.parse().map_err(serde::de::Error::custom)
			}
		}
	};
}
pub(crate) use serde_as_text;

pub mod amount;
mod application_number;
pub mod bounds;
mod check;
pub mod codes;
pub mod contract;
mod credit_code;
pub mod date;
pub mod digest;
pub mod identifier;
pub mod ids;
pub mod merkle;
pub mod scope;
pub mod shares;
pub mod statute;
pub mod term;
mod territory;
pub mod text;

pub use amount::{Amount, AmountError, Currency};
pub use bounded_collections::{BoundedVec, ConstU32};
pub use codes::*;
pub use contract::{ContractKind, ContractState, Party, PartyRole, Seal};
pub use date::{Date, Moment, Period};
pub use digest::{Commitment, Digest, Hash256};
pub use identifier::{
	ApplicationNumber, ApplicationNumberError, CreditCode, CreditCodeError, Identifier,
	IdentifierError, IdentifierScheme,
};
pub use ids::{
	AchievementId, ContractId, GrantId, MandateId, MemberId, NoticeId, ShortId, TrialId, UseRightId,
};
pub use scope::{Acts, FieldOfUse, FieldsOfUse, Scope, ScopeError, Territories, Territory};
pub use shares::{Ppm, ShareBasis, ShareLine, Shares, SharesError, WHOLE_PPM};
pub use statute::{
	ConsentAct, ConsentRule, Force, PreEmption, RuleId, StatuteStatus, StatuteValue, StatuteVersion,
};
pub use term::{Term, TermEnd, TermUnit, WorkingCalendar};
pub use text::{Text, TextError};
