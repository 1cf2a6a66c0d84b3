//! Questions to the chain at one block, answered in the runtime's own types.

use super::{Chain, Hash, Wait};
use crate::{
	error::{Error, Result},
	input::members::MemberRef,
};
use codec::{Decode, DecodeAll, Encode};
use pallet_consortium::{runtime_api::MemberView, types::IdentityKey};
use quanqi_runtime::{AccountId, Runtime};
use quanqi_types::{AchievementId, MemberId, Moment};
use serde::Serialize;
use subxt_rpcs::rpc_params;

/// A member as the chain shows it.
pub type Member = MemberView<AccountId>;

/// The block of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct At {
	/// Its height.
	pub number: u64,
	/// Its hash.
	pub hash: Hash,
}

/// An answer and the block at which it holds, in the form of the node's JSON-RPC.
#[derive(Clone, Debug, Serialize)]
pub struct Answer<T> {
	/// The block.
	pub at: At,
	/// The answer.
	pub value: T,
}

impl<T> Answer<T> {
	/// Another value at the same block.
	pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
		Answer { at: self.at, value: change(self.value) }
	}
}

/// Names the method that did not answer as it should.
fn unreadable(what: &str, error: impl std::fmt::Display) -> Error {
	Error::Node(format!(
		"the answer of {what} cannot be read: {error}; use the release of quanqi that belongs to the \
		 node's runtime"
	))
}

fn from_hex(what: &str, text: &str) -> Result<Vec<u8>> {
	hex::decode(text.trim_start_matches("0x")).map_err(|error| unreadable(what, error))
}

impl Chain {
	/// The last finalised block.
	pub async fn finalised(&self) -> Result<At> {
		let hash: Hash = self.request("chain_getFinalizedHead", rpc_params![]).await?;
		self.block(hash).await
	}

	/// The newest block that calls were waited for in: the best one, or the last final one.
	pub async fn newest(&self, wait: Wait) -> Result<At> {
		match wait {
			Wait::Finalized => self.finalised().await,
			Wait::Best => {
				let hash: Hash = self.request("chain_getBlockHash", rpc_params![]).await?;
				self.block(hash).await
			}
		}
	}

	/// A block by its hash.
	pub async fn block(&self, hash: Hash) -> Result<At> {
		#[derive(serde::Deserialize)]
		struct Header {
			number: String,
		}
		let header: Option<Header> = self.request("chain_getHeader", rpc_params![hash]).await?;
		let header = header.ok_or_else(|| {
			Error::Absent(format!("{} has no block {hash:?}; check --at", self.url))
		})?;
		let number = u64::from_str_radix(header.number.trim_start_matches("0x"), 16)
			.map_err(|error| unreadable("chain_getHeader", error))?;
		Ok(At { number, hash })
	}

	/// The block to ask: the one given, else the last finalised one.
	pub async fn at(&self, hash: Option<Hash>) -> Result<At> {
		match hash {
			Some(hash) => self.block(hash).await,
			None => self.finalised().await,
		}
	}

	/// Calls a runtime API at a block.
	pub async fn call_api<T: Decode>(
		&self,
		method: &str,
		arguments: impl Encode,
		at: At,
	) -> Result<T> {
		let bytes = self.call_api_raw(method, &arguments.encode(), at).await?;
		T::decode_all(&mut bytes.as_slice()).map_err(|error| unreadable(method, error))
	}

	/// The same, arguments and answer being bytes.
	pub async fn call_api_raw(&self, method: &str, arguments: &[u8], at: At) -> Result<Vec<u8>> {
		let arguments = format!("0x{}", hex::encode(arguments));
		let answer: String =
			self.request("state_call", rpc_params![method, arguments, at.hash]).await?;
		from_hex(method, &answer)
	}

	/// A stored value at a block.
	pub async fn storage<T: Decode>(&self, key: &[u8], at: At) -> Result<Option<T>> {
		let key = format!("0x{}", hex::encode(key));
		let value: Option<String> =
			self.request("state_getStorage", rpc_params![key, at.hash]).await?;
		let Some(value) = value else { return Ok(None) };
		let bytes = from_hex("state_getStorage", &value)?;
		T::decode(&mut bytes.as_slice())
			.map(Some)
			.map_err(|error| unreadable("state_getStorage", error))
	}

	/// Many stored values at a block, in the order of their keys.
	pub async fn storage_many<T: Decode>(
		&self,
		keys: &[Vec<u8>],
		at: At,
	) -> Result<Vec<Option<T>>> {
		#[derive(serde::Deserialize)]
		struct Changes {
			changes: Vec<(String, Option<String>)>,
		}
		if keys.is_empty() {
			return Ok(Vec::new());
		}
		let names: Vec<_> = keys.iter().map(|key| format!("0x{}", hex::encode(key))).collect();
		let sets: Vec<Changes> =
			self.request("state_queryStorageAt", rpc_params![&names, at.hash]).await?;
		let found: std::collections::HashMap<String, Option<String>> =
			sets.into_iter().flat_map(|set| set.changes).collect();
		let decode = |name: &String| {
			let Some(value) = found.get(name).cloned().flatten() else { return Ok(None) };
			let bytes = from_hex("state_queryStorageAt", &value)?;
			T::decode(&mut bytes.as_slice())
				.map(Some)
				.map_err(|error| unreadable("state_queryStorageAt", error))
		};
		names.iter().map(decode).collect()
	}

	/// The time of a block.
	pub async fn time(&self, at: At) -> Result<Moment> {
		let key = pallet_timestamp::Now::<Runtime>::hashed_key();
		Ok(Moment(self.storage(&key, at).await?.unwrap_or_default()))
	}

	/// A member by its number.
	pub async fn member(&self, member: MemberId, at: At) -> Result<Option<Member>> {
		self.call_api("ConsortiumApi_member", member, at).await
	}

	/// The member of a key or seat.
	pub async fn member_of(&self, account: &AccountId, at: At) -> Result<Option<Member>> {
		self.call_api("ConsortiumApi_member_by_account", account, at).await
	}

	/// Every member, in order.
	pub async fn members(&self, at: At) -> Result<Vec<Member>> {
		let mut all: Vec<Member> = Vec::new();
		loop {
			let after = all.last().map_or(MemberId(0), |member| member.id);
			let page: Vec<Member> =
				self.call_api("ConsortiumApi_members", (after, 200u32), at).await?;
			if page.is_empty() {
				return Ok(all);
			}
			all.extend(page);
		}
	}

	/// The members that are found by these.
	pub async fn members_by_identity(
		&self,
		keys: &[IdentityKey],
		at: At,
	) -> Result<Vec<Option<MemberId>>> {
		let hashed: Vec<_> =
			keys.iter().map(pallet_consortium::ByIdentity::<Runtime>::hashed_key_for).collect();
		self.storage_many(&hashed, at).await
	}

	/// The achievements that are found by these identifiers.
	pub async fn achievements_by_identifier(
		&self,
		identifiers: &[quanqi_types::Identifier],
		at: At,
	) -> Result<Vec<Option<AchievementId>>> {
		let hashed: Vec<_> = identifiers
			.iter()
			.map(pallet_achievements::ByIdentifier::<Runtime>::hashed_key_for)
			.collect();
		self.storage_many(&hashed, at).await
	}

	/// The number of a member, however it is named. Fails where there is none.
	pub async fn resolve(&self, member: &MemberRef, at: At) -> Result<MemberId> {
		let absent = || {
			Error::argument(
				"member",
				format!(
					"{member}: no such member at block {}; look at `quanqi member list`",
					at.number
				),
			)
		};
		let key = match member {
			MemberRef::Number(number) => {
				return match self.member(*number, at).await? {
					Some(_) => Ok(*number),
					None => Err(absent()),
				}
			}
			MemberRef::CreditCode(code) => IdentityKey::CreditCode(*code),
			MemberRef::Register { country, register } => IdentityKey::Register {
				country: *country,
				register: crate::input::codes::parse_text(register)
					.map_err(|error| Error::argument("member", error))?,
			},
		};
		let found = self.members_by_identity(&[key], at).await?;
		found.first().copied().flatten().ok_or_else(absent)
	}
}
