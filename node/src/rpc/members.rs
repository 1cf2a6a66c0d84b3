//! Members (成员) of the consortium.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_consortium::runtime_api::{ConsortiumApi, MemberView, SeatView};
use quanqi_runtime::{opaque::Block, AccountId, Hash};
use quanqi_types::{CreditCode, MemberId};
use serde::Deserialize;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::crypto::Ss58Codec;
use std::sync::Arc;

/// Members on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 50;

/// How a caller names a member: its number, its credit code, or an account that is its key or seat.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum MemberName {
	/// Its number.
	Id(MemberId),
	/// Its unified social credit code, or an SS58 account.
	Text(String),
}

/// Questions about members. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "members")]
pub(crate) trait Members {
	/// Everything known of a member.
	#[method(name = "get")]
	fn get(
		&self,
		member: MemberName,
		at: Option<Hash>,
	) -> Result<Answer<Option<MemberView<AccountId>>>, Error>;

	/// A page of members with numbers above `after`.
	#[method(name = "list")]
	fn list(
		&self,
		after: Option<MemberId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<MemberView<AccountId>>>, Error>;

	/// The seats of the council.
	#[method(name = "seats")]
	fn seats(&self, at: Option<Hash>) -> Result<Answer<Vec<SeatView<AccountId>>>, Error>;

	/// The validators.
	#[method(name = "validators")]
	fn validators(&self, at: Option<Hash>) -> Result<Answer<Vec<SeatView<AccountId>>>, Error>;
}

/// Answers from the client's state.
pub(super) struct MembersRpc<C>(pub(super) Arc<C>);

impl<C> MembersServer for MembersRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: ConsortiumApi<Block, AccountId>,
{
	fn get(
		&self,
		member: MemberName,
		at: Option<Hash>,
	) -> Result<Answer<Option<MemberView<AccountId>>>, Error> {
		let text = match member {
			MemberName::Id(id) => {
				return answer(&*self.0, at, |client, hash| client.runtime_api().member(hash, id));
			}
			MemberName::Text(text) => text,
		};
		if let Ok(account) = AccountId::from_ss58check(&text) {
			return answer(&*self.0, at, |client, hash| {
				client.runtime_api().member_by_account(hash, account)
			});
		}
		let code = CreditCode::parse(&text).map_err(|error| Error::Parameter {
			field: "member",
			message: format!("`{text}` is no number, no account and no credit code: {error}"),
		})?;
		answer(&*self.0, at, |client, hash| client.runtime_api().member_by_credit_code(hash, code))
	}

	fn list(
		&self,
		after: Option<MemberId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<MemberView<AccountId>>>, Error> {
		let (after, limit) = (after.unwrap_or_default(), limit.unwrap_or(DEFAULT_PAGE));
		answer(&*self.0, at, |client, hash| client.runtime_api().members(hash, after, limit))
	}

	fn seats(&self, at: Option<Hash>) -> Result<Answer<Vec<SeatView<AccountId>>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().seats(hash))
	}

	fn validators(&self, at: Option<Hash>) -> Result<Answer<Vec<SeatView<AccountId>>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().validators(hash))
	}
}
