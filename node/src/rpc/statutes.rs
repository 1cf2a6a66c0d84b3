//! Statutes (法定数值): legal numbers by rule and date.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_statutes::runtime_api::StatutesApi;
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_types::{Date, RuleId, StatuteVersion};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Questions about statutes. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "statutes")]
pub(crate) trait Statutes {
	/// The version of a rule that governs on a day of China Standard Time.
	#[method(name = "value")]
	fn value(
		&self,
		rule: RuleId,
		date: Date,
		at: Option<Hash>,
	) -> Result<Answer<Option<StatuteVersion>>, Error>;

	/// Every version of a rule, ascending by the moment it begins.
	#[method(name = "versions")]
	fn versions(
		&self,
		rule: RuleId,
		at: Option<Hash>,
	) -> Result<Answer<Vec<StatuteVersion>>, Error>;

	/// The rules that have a version.
	#[method(name = "rules")]
	fn rules(&self, at: Option<Hash>) -> Result<Answer<Vec<RuleId>>, Error>;
}

/// Answers from the client's state.
pub(super) struct StatutesRpc<C>(pub(super) Arc<C>);

impl<C> StatutesServer for StatutesRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: StatutesApi<Block>,
{
	fn value(
		&self,
		rule: RuleId,
		date: Date,
		at: Option<Hash>,
	) -> Result<Answer<Option<StatuteVersion>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().statutes_value(hash, rule, date.start())
		})
	}

	fn versions(
		&self,
		rule: RuleId,
		at: Option<Hash>,
	) -> Result<Answer<Vec<StatuteVersion>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().statutes_versions(hash, rule))
	}

	fn rules(&self, at: Option<Hash>) -> Result<Answer<Vec<RuleId>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().statutes_rules(hash))
	}
}
