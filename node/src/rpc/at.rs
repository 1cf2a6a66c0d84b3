//! The block that an answer holds at.

use super::error::Error;
use quanqi_runtime::{opaque::Block, BlockNumber, Hash};
use serde::Serialize;
use sp_api::ApiError;
use sp_blockchain::HeaderBackend;

/// A block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct BlockReference {
	/// Its height.
	pub(super) number: BlockNumber,
	/// Its hash.
	pub(super) hash: Hash,
}

/// An answer, and the block at which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Answer<T> {
	/// The block.
	pub(super) at: BlockReference,
	/// The answer.
	pub(super) value: T,
}

/// The block to answer at: the one asked for, otherwise the best finalised one, because only what
/// is final can be relied on.
pub(super) fn resolve<C: HeaderBackend<Block>>(
	client: &C,
	at: Option<Hash>,
) -> Result<BlockReference, Error> {
	let info = client.info();
	match at {
		None => Ok(BlockReference { number: info.finalized_number, hash: info.finalized_hash }),
		Some(hash) => client
			.number(hash)
			.map_err(|error| Error::Internal(error.to_string()))?
			.map(|number| BlockReference { number, hash })
			.ok_or_else(|| Error::UnknownBlock(format!("{hash:?}"))),
	}
}

/// Asks the runtime at the block wanted, and says at which it answered.
pub(super) fn answer<C, T>(
	client: &C,
	at: Option<Hash>,
	ask: impl FnOnce(&C, Hash) -> Result<T, ApiError>,
) -> Result<Answer<T>, Error>
where
	C: HeaderBackend<Block>,
{
	let at = resolve(client, at)?;
	let value = ask(client, at.hash).map_err(|error| Error::of_runtime(at.hash, &error))?;
	Ok(Answer { at, value })
}
