//! Bytes of bounded length, hexadecimal in JSON.

use alloc::{string::String, vec::Vec};
use codec::{Decode, Encode};
use core::ops::Deref;
use quanqi_types::{BoundedVec, ConstU32};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// At most `N` bytes, whatever they say.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Encode, Decode)]
pub struct Bytes<const N: u32>(BoundedVec<u8, ConstU32<N>>);

impl<const N: u32> Bytes<N> {
	/// The bytes, or `None` where they are more than `N`.
	pub fn new(bytes: Vec<u8>) -> Option<Self> {
		BoundedVec::try_from(bytes).ok().map(Self)
	}
}

impl<const N: u32> Deref for Bytes<N> {
	type Target = [u8];

	fn deref(&self) -> &[u8] {
		&self.0
	}
}

impl<const N: u32> Serialize for Bytes<N> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&hex::encode(&**self))
	}
}

impl<'de, const N: u32> Deserialize<'de> for Bytes<N> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		let bytes = hex::decode(text).map_err(serde::de::Error::custom)?;
		Self::new(bytes).ok_or_else(|| serde::de::Error::custom("more bytes than the bound"))
	}
}
