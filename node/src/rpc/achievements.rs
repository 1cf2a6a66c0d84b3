//! Registered achievements (科技成果).

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_achievements::runtime_api::{AchievementPage, AchievementView, AchievementsApi};
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_types::{AchievementId, Identifier, MemberId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Records on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 50;

/// Questions about the register. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "achievements")]
pub(crate) trait Achievements {
	/// Everything known of a record.
	#[method(name = "get")]
	fn get(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Option<AchievementView>>, Error>;

	/// The achievement that an identifier names.
	#[method(name = "byIdentifier")]
	fn by_identifier(
		&self,
		identifier: Identifier,
		at: Option<Hash>,
	) -> Result<Answer<Option<AchievementId>>, Error>;

	/// A page of records, ascending.
	#[method(name = "list")]
	fn list(
		&self,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<AchievementPage>, Error>;

	/// A page of the records of a holder.
	#[method(name = "byHolder")]
	fn by_holder(
		&self,
		holder: MemberId,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<AchievementPage>, Error>;
}

/// Answers from the client's state.
pub(super) struct AchievementsRpc<C>(pub(super) Arc<C>);

impl<C> AchievementsServer for AchievementsRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: AchievementsApi<Block>,
{
	fn get(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Option<AchievementView>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().achievements_get(hash, achievement)
		})
	}

	fn by_identifier(
		&self,
		identifier: Identifier,
		at: Option<Hash>,
	) -> Result<Answer<Option<AchievementId>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().achievements_by_identifier(hash, identifier)
		})
	}

	fn list(
		&self,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<AchievementPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().achievements_list(hash, after, limit)
		})
	}

	fn by_holder(
		&self,
		holder: MemberId,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<AchievementPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().achievements_by_holder(hash, holder, after, limit)
		})
	}
}
