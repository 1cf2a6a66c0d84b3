//! Numbers that name records. A number is given once and never reused.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! small_id {
	($(#[$doc:meta])* $name:ident) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		#[serde(transparent)]
		pub struct $name(pub u32);

		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				self.0.fmt(f)
			}
		}
	};
}

macro_rules! large_id {
	($(#[$doc:meta])* $name:ident) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		pub struct $name(pub u64);

		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				self.0.fmt(f)
			}
		}

		impl Serialize for $name {
			fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
				serialize_integer(u128::from(self.0), serializer)
			}
		}

		impl<'de> Deserialize<'de> for $name {
			fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
				let value = deserialize_integer(deserializer)?;
				u64::try_from(value).map(Self).map_err(serde::de::Error::custom)
			}
		}
	};
}

small_id! {
	/// A member (成员) of the consortium. Rights belong to it, never to a key.
	MemberId
}
large_id! {
	/// An achievement (科技成果): one right in one jurisdiction.
	AchievementId
}
large_id! {
	/// A mandate (授权委托): who may act for whom.
	MandateId
}
large_id! {
	/// A public notice (公示).
	NoticeId
}
large_id! {
	/// A grant (赋权) to completers.
	GrantId
}
large_id! {
	/// A trial (先用后转).
	TrialId
}
large_id! {
	/// A technology contract (技术合同).
	ContractId
}

/// A use right (使用权): the achievement, and the sequence number of the entry that created it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct UseRightId {
	/// The achievement that the right is in.
	pub achievement: AchievementId,
	/// The entry that created the right.
	pub sequence: u32,
}

/// A record's number inside an error, which has room for three bytes. `0xffffff` stands for every
/// number that does not fit; zero for none.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ShortId(pub [u8; 3]);

impl ShortId {
	/// The number in short, or the mark for "does not fit".
	pub fn new(id: u64) -> Self {
		match id.to_le_bytes() {
			[a, b, c, 0, 0, 0, 0, 0] => Self([a, b, c]),
			_ => Self([0xff; 3]),
		}
	}

	/// The number, or `None` where it did not fit.
	pub fn get(self) -> Option<u32> {
		let [a, b, c] = self.0;
		let value = u32::from_le_bytes([a, b, c, 0]);
		(value != 0x00ff_ffff).then_some(value)
	}
}

/// Writes an integer as a JSON number up to 2^53, as a string above: beyond, JSON readers round.
pub(crate) fn serialize_integer<S: Serializer>(
	value: u128,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	const EXACT: u128 = 1 << 53;
	match u64::try_from(value) {
		Ok(small) if value <= EXACT => serializer.serialize_u64(small),
		_ => serializer.collect_str(&value),
	}
}

/// Reads what [`serialize_integer`] wrote.
pub(crate) fn deserialize_integer<'de, D: Deserializer<'de>>(
	deserializer: D,
) -> Result<u128, D::Error> {
	struct Integer;
	impl serde::de::Visitor<'_> for Integer {
		type Value = u128;

		fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
			f.write_str("a non-negative integer, or one written as a string")
		}

		fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<u128, E> {
			Ok(u128::from(value))
		}

		fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<u128, E> {
			u128::try_from(value).map_err(E::custom)
		}

		fn visit_u128<E: serde::de::Error>(self, value: u128) -> Result<u128, E> {
			Ok(value)
		}

		fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<u128, E> {
			value.parse().map_err(E::custom)
		}
	}
	deserializer.deserialize_any(Integer)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn json_should_write_a_string_when_the_integer_is_above_two_to_the_53() {
		let largest_exact = 1u64 << 53;
		assert_eq!(serde_json::to_string(&ContractId(largest_exact)).unwrap(), "9007199254740992");
		assert_eq!(
			serde_json::to_string(&ContractId(largest_exact + 1)).unwrap(),
			"\"9007199254740993\""
		);
	}

	#[test]
	fn json_should_read_numbers_and_strings_alike() {
		assert_eq!(serde_json::from_str::<AchievementId>("7").unwrap(), AchievementId(7));
		assert_eq!(
			serde_json::from_str::<AchievementId>("\"18446744073709551615\"").unwrap(),
			AchievementId(u64::MAX)
		);
		assert!(serde_json::from_str::<AchievementId>("-1").is_err());
		assert!(serde_json::from_str::<AchievementId>("\"18446744073709551616\"").is_err());
	}

	#[test]
	fn short_id_should_mark_numbers_that_do_not_fit() {
		assert_eq!(ShortId::new(0x00ff_fffe).get(), Some(0x00ff_fffe));
		assert_eq!(ShortId::new(0x00ff_ffff).get(), None);
		assert_eq!(ShortId::new(u64::MAX).get(), None);
		assert_eq!(ShortId::default().get(), Some(0));
	}
}
