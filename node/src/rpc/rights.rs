//! Titles (权属), histories and requests, and whether a step would be lawful.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_rights::{
	runtime_api::RightsApi,
	views::{CheckAnswer, CheckQuestion, RequestView, TitleView},
	RequestId,
};
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_title::{Entry, Head};
use quanqi_types::{AchievementId, MemberId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Entries or achievements on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 100;

/// Questions about rights. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "rights")]
pub(crate) trait Rights {
	/// The present title of an achievement.
	#[method(name = "title")]
	fn title(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Option<TitleView>>, Error>;

	/// A page of its history from entry `from` on.
	#[method(name = "history")]
	fn history(
		&self,
		achievement: AchievementId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<Entry>>, Error>;

	/// What a state proof of it attests.
	#[method(name = "head")]
	fn head(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Option<Head>>, Error>;

	/// Would this step be lawful now? Writes nothing.
	#[method(name = "check")]
	fn check(
		&self,
		question: CheckQuestion,
		at: Option<Hash>,
	) -> Result<Answer<CheckAnswer>, Error>;

	/// Its requests that are not over.
	#[method(name = "requests")]
	fn requests(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Vec<RequestView>>, Error>;

	/// One request.
	#[method(name = "request")]
	fn request(
		&self,
		request: RequestId,
		at: Option<Hash>,
	) -> Result<Answer<Option<RequestView>>, Error>;

	/// A page of the achievements in whose titles a member is named.
	#[method(name = "holdings")]
	fn holdings(
		&self,
		member: MemberId,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<AchievementId>>, Error>;
}

/// Answers from the client's state.
pub(super) struct RightsRpc<C>(pub(super) Arc<C>);

impl<C> RightsServer for RightsRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: RightsApi<Block>,
{
	fn title(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Option<TitleView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().title(hash, achievement))
	}

	fn history(
		&self,
		achievement: AchievementId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<Entry>>, Error> {
		let (from, limit) = (from.unwrap_or_default(), limit.unwrap_or(DEFAULT_PAGE));
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().history(hash, achievement, from, limit)
		})
	}

	fn head(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Option<Head>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().head(hash, achievement))
	}

	fn check(
		&self,
		question: CheckQuestion,
		at: Option<Hash>,
	) -> Result<Answer<CheckAnswer>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().check(hash, question))
	}

	fn requests(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Vec<RequestView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().requests(hash, achievement))
	}

	fn request(
		&self,
		request: RequestId,
		at: Option<Hash>,
	) -> Result<Answer<Option<RequestView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().request(hash, request))
	}

	fn holdings(
		&self,
		member: MemberId,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<AchievementId>>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().holdings(hash, member, after, limit)
		})
	}
}
