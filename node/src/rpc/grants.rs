//! Grants to completers (赋权).

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_grants::{
	runtime_api::{GrantCheck, GrantPage, GrantView, GrantsApi},
	types::Terms,
};
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_types::{AchievementId, GrantId, MemberId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Records on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 50;

/// Questions about grants. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "grants")]
pub(crate) trait Grants {
	/// A grant.
	#[method(name = "get")]
	fn get(&self, grant: GrantId, at: Option<Hash>) -> Result<Answer<Option<GrantView>>, Error>;

	/// A page of grants, ascending.
	#[method(name = "list")]
	fn list(
		&self,
		after: Option<GrantId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<GrantPage>, Error>;

	/// A page of the grants of an achievement, ascending.
	#[method(name = "of")]
	fn of(
		&self,
		achievement: AchievementId,
		after: Option<GrantId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<GrantPage>, Error>;

	/// How many keys of a unit must approve.
	#[method(name = "approvalsNeeded")]
	fn approvals_needed(&self, unit: MemberId, at: Option<Hash>) -> Result<Answer<u8>, Error>;

	/// Would these terms be lawful now? Writes nothing.
	#[method(name = "check")]
	fn check(
		&self,
		unit: MemberId,
		terms: Terms,
		at: Option<Hash>,
	) -> Result<Answer<GrantCheck>, Error>;
}

/// Answers from the client's state.
pub(super) struct GrantsRpc<C>(pub(super) Arc<C>);

impl<C> GrantsServer for GrantsRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: GrantsApi<Block>,
{
	fn get(&self, grant: GrantId, at: Option<Hash>) -> Result<Answer<Option<GrantView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().grant(hash, grant))
	}

	fn list(
		&self,
		after: Option<GrantId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<GrantPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| client.runtime_api().grants(hash, after, limit))
	}

	fn of(
		&self,
		achievement: AchievementId,
		after: Option<GrantId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<GrantPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().grants_of(hash, achievement, after, limit)
		})
	}

	fn approvals_needed(&self, unit: MemberId, at: Option<Hash>) -> Result<Answer<u8>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().approvals_needed(hash, unit))
	}

	fn check(
		&self,
		unit: MemberId,
		terms: Terms,
		at: Option<Hash>,
	) -> Result<Answer<GrantCheck>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().check(hash, unit, terms))
	}
}
