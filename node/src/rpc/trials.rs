//! The trial-first pool and trials (先用后转), and the idle clock.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_trials::{
	runtime_api::TrialsApi,
	views::{CheckAnswer, CheckQuestion, EntryView, IdlePage, PoolPage, TrialPage, TrialView},
	Proposal, ServiceRecord,
};
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_types::{AchievementId, MemberId, TrialId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Records on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 50;

/// Questions about trials. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "trials")]
pub(crate) trait Trials {
	/// Everything known of a trial.
	#[method(name = "get")]
	fn get(&self, trial: TrialId, at: Option<Hash>) -> Result<Answer<Option<TrialView>>, Error>;

	/// A page of the trials of an achievement, in the order of the index.
	#[method(name = "of")]
	fn of(
		&self,
		achievement: AchievementId,
		after: Option<TrialId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<TrialPage>, Error>;

	/// A page of the trials that a member asked for, in the order of the index.
	#[method(name = "by")]
	fn by(
		&self,
		user: MemberId,
		after: Option<TrialId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<TrialPage>, Error>;

	/// A page of the paid services around a trial, from number `from` on.
	#[method(name = "services")]
	fn services(
		&self,
		trial: TrialId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<ServiceRecord>>, Error>;

	/// A pool entry: this one, or the one by which the achievement is in the pool.
	#[method(name = "entry")]
	fn entry(
		&self,
		achievement: AchievementId,
		entry: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Option<EntryView>>, Error>;

	/// A page of the pool, in the order of the index.
	#[method(name = "pool")]
	fn pool(
		&self,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<PoolPage>, Error>;

	/// Entries into the pool that wait for consents.
	#[method(name = "proposals")]
	fn proposals(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Vec<Proposal>>, Error>;

	/// Idle achievements (三年未转化), for a reader that may Audit. A page looks at `limit` achievements
	/// after one, and may so be empty and not the last.
	#[method(name = "idle")]
	fn idle(
		&self,
		reader: MemberId,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<IdlePage>, Error>;

	/// Would this be done now? Writes nothing.
	#[method(name = "check")]
	fn check(
		&self,
		member: MemberId,
		question: CheckQuestion,
		at: Option<Hash>,
	) -> Result<Answer<CheckAnswer>, Error>;
}

/// Answers from the client's state.
pub(super) struct TrialsRpc<C>(pub(super) Arc<C>);

impl<C> TrialsServer for TrialsRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: TrialsApi<Block>,
{
	fn get(&self, trial: TrialId, at: Option<Hash>) -> Result<Answer<Option<TrialView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().trials_get(hash, trial))
	}

	fn of(
		&self,
		achievement: AchievementId,
		after: Option<TrialId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<TrialPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_of(hash, achievement, after, limit)
		})
	}

	fn by(
		&self,
		user: MemberId,
		after: Option<TrialId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<TrialPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_by(hash, user, after, limit)
		})
	}

	fn services(
		&self,
		trial: TrialId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<ServiceRecord>>, Error> {
		let (from, limit) = (from.unwrap_or_default(), limit.unwrap_or(DEFAULT_PAGE));
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_services(hash, trial, from, limit)
		})
	}

	fn entry(
		&self,
		achievement: AchievementId,
		entry: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Option<EntryView>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_entry(hash, achievement, entry)
		})
	}

	fn pool(
		&self,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<PoolPage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| client.runtime_api().trials_pool(hash, after, limit))
	}

	fn proposals(
		&self,
		achievement: AchievementId,
		at: Option<Hash>,
	) -> Result<Answer<Vec<Proposal>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_proposals(hash, achievement)
		})
	}

	fn idle(
		&self,
		reader: MemberId,
		after: Option<AchievementId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<IdlePage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		let asked = answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_idle(hash, reader, after, limit)
		})?;
		let value = asked.value.map_err(|refusal| Error::of_refusal(&refusal))?;
		Ok(Answer { at: asked.at, value })
	}

	fn check(
		&self,
		member: MemberId,
		question: CheckQuestion,
		at: Option<Hash>,
	) -> Result<Answer<CheckAnswer>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().trials_check(hash, member, question)
		})
	}
}
