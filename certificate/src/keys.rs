//! Storage keys that a certificate proves (docs/fixed-for-ever.md): part of format 1.

use alloc::vec::Vec;
use blake2::{digest::consts::U16, Blake2b, Digest as _};
use codec::Encode;
use core::fmt;
use core::hash::Hasher as _;
use quanqi_types::{AchievementId, ContractId, MemberId};
use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;

/// `twox_128` of the names of pallets and items.
mod prefix {
	pub(super) type Prefix = [u8; 16];

	pub(super) const SYSTEM: Prefix = 0x26aa394eea5630e07c48ae0c9558cef7_u128.to_be_bytes();
	pub(super) const LAST_UPGRADE: Prefix = 0xf9cce9c888469bb1a0dceaa129672ef8_u128.to_be_bytes();
	pub(super) const RIGHTS: Prefix = 0xe6db5de4d122bdc28700f68909e7478c_u128.to_be_bytes();
	pub(super) const HEADS: Prefix = 0x1b3c252fcb29d88eff4f3de5de4476c3_u128.to_be_bytes();
	pub(super) const TITLES: Prefix = 0xf8159bc380412dee85b4896a51afe25d_u128.to_be_bytes();
	pub(super) const ACHIEVEMENTS: Prefix = 0x96681922372b886407df5a8512d0f91a_u128.to_be_bytes();
	pub(super) const CONSORTIUM: Prefix = 0x5bb421b7c3d48cbf791b03e020c9ea0d_u128.to_be_bytes();
	pub(super) const CONTRACTS: Prefix = 0x4342193e496fab7ec59d615ed0dc5530_u128.to_be_bytes();
	pub(super) const TERMS_OF: Prefix = 0x2755595f145597f0bedee157980c2b8d_u128.to_be_bytes();
	pub(super) const MEMBERS: Prefix = 0xba7fb8745735dc3be2a2c61a72c39e78_u128.to_be_bytes();
}

/// An item of the state that a certificate proves.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
	/// The version of the runtime: `System.LastRuntimeUpgrade`.
	RuntimeVersion,
	/// The head of the achievement's history: `Rights.Heads`.
	Head(AchievementId),
	/// Its title: `Rights.Titles`.
	Title(AchievementId),
	/// Its record: `Achievements.Achievements`.
	Record(AchievementId),
	/// The record of a member: `Consortium.Members`.
	Member(MemberId),
	/// Where a contract stands: `Contracts.Contracts`.
	Contract(ContractId),
	/// The terms of a version of a contract: `Contracts.TermsOf`.
	Terms(ContractId, u32),
}

/// A key with its own hash before it.
fn blake2_128_concat(pallet: prefix::Prefix, item: prefix::Prefix, key: impl Encode) -> Vec<u8> {
	let key = key.encode();
	let mut hasher = Blake2b::<U16>::new();
	hasher.update(&key);
	[&pallet[..], &item, &hasher.finalize(), &key].concat()
}

/// One key, or one part of a key, with its own short hash before it.
fn twox_64_concat(key: impl Encode) -> Vec<u8> {
	let key = key.encode();
	let mut hasher = XxHash64::with_seed(0);
	hasher.write(&key);
	[&hasher.finish().to_le_bytes()[..], &key].concat()
}

impl Item {
	/// Where it stands in the state.
	pub fn key(&self) -> Vec<u8> {
		match self {
			Self::RuntimeVersion => [prefix::SYSTEM, prefix::LAST_UPGRADE].concat(),
			Self::Head(id) => blake2_128_concat(prefix::RIGHTS, prefix::HEADS, id),
			Self::Title(id) => blake2_128_concat(prefix::RIGHTS, prefix::TITLES, id),
			Self::Record(id) => blake2_128_concat(prefix::ACHIEVEMENTS, prefix::ACHIEVEMENTS, id),
			Self::Member(id) => blake2_128_concat(prefix::CONSORTIUM, prefix::MEMBERS, id),
			Self::Contract(id) => {
				[&prefix::CONTRACTS[..], &prefix::CONTRACTS, &twox_64_concat(id)].concat()
			}
			Self::Terms(id, version) => [
				&prefix::CONTRACTS[..],
				&prefix::TERMS_OF,
				&twox_64_concat(id),
				&twox_64_concat(version),
			]
			.concat(),
		}
	}
}

impl fmt::Display for Item {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::RuntimeVersion => f.write_str("the version of the runtime"),
			Self::Head(id) => write!(f, "the head of achievement {id}"),
			Self::Title(id) => write!(f, "the title of achievement {id}"),
			Self::Record(id) => write!(f, "the record of achievement {id}"),
			Self::Member(id) => write!(f, "the record of member {id}"),
			Self::Contract(id) => write!(f, "contract {id}"),
			Self::Terms(id, version) => {
				write!(f, "the terms of version {version} of contract {id}")
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_crypto_hashing::{blake2_128, twox_128, twox_64};

	fn key(pallet: &str, item: &str, key: Option<Vec<u8>>) -> Vec<u8> {
		let mut bytes = [twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat();
		if let Some(key) = key {
			bytes.extend(blake2_128(&key));
			bytes.extend(key);
		}
		bytes
	}

	#[test]
	fn keys_should_be_those_that_are_fixed_for_ever() {
		let id = AchievementId(0x0102_0304_0506_0708);
		let id_key = || Some(id.0.to_le_bytes().to_vec());
		assert_eq!(Item::RuntimeVersion.key(), key("System", "LastRuntimeUpgrade", None));
		assert_eq!(Item::Head(id).key(), key("Rights", "Heads", id_key()));
		assert_eq!(Item::Title(id).key(), key("Rights", "Titles", id_key()));
		assert_eq!(Item::Record(id).key(), key("Achievements", "Achievements", id_key()));
		let member = Some(7u32.to_le_bytes().to_vec());
		assert_eq!(Item::Member(MemberId(7)).key(), key("Consortium", "Members", member));
		let contract = ContractId(0x0807_0605_0403_0201);
		let hashed = |part: &[u8]| [&twox_64(part)[..], part].concat();
		let of_contract = [key("Contracts", "Contracts", None), hashed(&contract.0.to_le_bytes())];
		assert_eq!(Item::Contract(contract).key(), of_contract.concat());
		let of_version = [
			key("Contracts", "TermsOf", None),
			hashed(&contract.0.to_le_bytes()),
			hashed(&3u32.to_le_bytes()),
		];
		assert_eq!(Item::Terms(contract, 3).key(), of_version.concat());
	}
}
