//! Any call (调用), before it is signed.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use quanqi_runtime::{
	call_check::{CallAnswer, CallsApi},
	opaque::Block,
	AccountId, Hash,
};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::Bytes;
use std::sync::Arc;

/// Questions about calls. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "calls")]
pub(crate) trait Calls {
	/// Would this call, in SCALE and hexadecimal, be done now if this account signed it? Writes
	/// nothing.
	#[method(name = "check")]
	fn check(
		&self,
		who: AccountId,
		call: Bytes,
		at: Option<Hash>,
	) -> Result<Answer<CallAnswer>, Error>;
}

/// Answers from the client's state.
pub(super) struct CallsRpc<C>(pub(super) Arc<C>);

impl<C> CallsServer for CallsRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: CallsApi<Block>,
{
	fn check(
		&self,
		who: AccountId,
		call: Bytes,
		at: Option<Hash>,
	) -> Result<Answer<CallAnswer>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().check(hash, who, call.0))
	}
}
