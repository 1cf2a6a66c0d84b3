//! What is stored of pool entries, trials and conversions.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::PalletError as PalletErrorSize, PalletError};
use quanqi_types::{bounds::MAX_TRIAL_FLAGS, BoundedVec, ConstU32, ExclusionClass, Ppm};
use scale_info::{Type, TypeInfo};
use serde::{Deserialize, Serialize};

/// A record that is stored and shown to clients.
macro_rules! record {
	($item:item) => {
		#[derive(
			Clone,
			PartialEq,
			Eq,
			Debug,
			codec::Encode,
			codec::Decode,
			codec::DecodeWithMemTracking,
			codec::MaxEncodedLen,
			scale_info::TypeInfo,
			serde::Serialize,
			serde::Deserialize,
		)]
		$item
	};
}

/// A closed list, or a choice of small values.
macro_rules! choice {
	($item:item) => {
		#[derive(
			Clone,
			Copy,
			PartialEq,
			Eq,
			Debug,
			codec::Encode,
			codec::Decode,
			codec::DecodeWithMemTracking,
			codec::MaxEncodedLen,
			scale_info::TypeInfo,
			serde::Serialize,
			serde::Deserialize,
		)]
		#[serde(rename_all = "kebab-case")]
		$item
	};
}

mod clock;
mod pool;
mod trial;

pub use clock::{
	Clock, ClockRecord, ConversionWay, Declination, DeclineReason, IdleItem, NotedConversion,
};
pub use pool::{
	Contender, ConversionTerms, EntryReason, EntryRecord, EntryTerms, PoolEntry, Proposal, TieRule,
};
pub use trial::{
	Brokerage, BrokersFee, Converted, DueItem, Extension, FeeLine, Policy, Run, Service,
	ServiceKind, ServiceRecord, Trial, TrialRecord, TrialState,
};

/// What a rule that only encourages found wanting, or what is good to know. Raised once, never
/// lowered.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
	/// Longer than the statute's trial (R5), in days.
	#[codec(index = 0)]
	LongerThanStatute {
		/// Days the statute would allow.
		required: u32,
		/// Days found.
		found: u32,
	},
	/// The voucher bears less of the premium than the statute says (R15), in ppm.
	#[codec(index = 1)]
	VoucherBelow {
		/// Part the statute says.
		required: Ppm,
		/// Part found.
		found: Ppm,
	},
	/// The broker's fee is below the statute's floor (R18), in ppm of the price.
	#[codec(index = 2)]
	FeeBelow {
		/// Part the statute says.
		required: Ppm,
		/// Part found.
		found: Ppm,
	},
	/// The broker's fee could not be judged: the price is sealed, open, or in another currency (R18).
	#[codec(index = 3)]
	FeeNotJudged,
	/// The user declared nothing in time (R11).
	#[codec(index = 4)]
	EndedUndeclared,
	/// Days were counted by Monday to Friday, because no working calendar of the year is governed.
	#[codec(index = 5)]
	CalendarMissing,
}

/// Flags of one record.
pub type Flags = BoundedVec<Flag, ConstU32<MAX_TRIAL_FLAGS>>;

/// A number inside an error, which has room for three bytes: ppm or days. `0xffffff` stands for
/// every number that does not fit.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError,
)]
pub struct Found(pub [u8; 3]);

impl Found {
	/// The number in short.
	pub fn new(number: u64) -> Self {
		match number.to_le_bytes() {
			[a, b, c, 0, 0, 0, 0, 0] => Self([a, b, c]),
			_ => Self([0xff; 3]),
		}
	}

	/// The number, or `None` where it did not fit.
	pub fn get(self) -> Option<u32> {
		let [a, b, c] = self.0;
		let number = u32::from_le_bytes([a, b, c, 0]);
		(number != 0x00ff_ffff).then_some(number)
	}
}

/// The exclusion class in the way, as it stands in an error: one byte, described in the metadata as
/// the code it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking)]
pub struct ExclusionInTheWay(pub ExclusionClass);

impl PalletErrorSize for ExclusionInTheWay {
	// A code has no fields; `integrity_test` checks it against the encoding.
	const MAX_ENCODED_SIZE: usize = 1;
}

impl TypeInfo for ExclusionInTheWay {
	type Identity = ExclusionClass;

	fn type_info() -> Type {
		ExclusionClass::type_info()
	}
}

#[cfg(test)]
mod tests {
	use super::Found;

	#[test]
	fn found_should_mark_numbers_that_do_not_fit() {
		assert_eq!(Found::new(1_000_000).get(), Some(1_000_000));
		assert_eq!(Found::new(0x00ff_ffff).get(), None);
		assert_eq!(Found::new(u64::MAX).get(), None);
	}
}
