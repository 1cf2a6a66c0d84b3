//! What certificates are made from: this node's database, and what GRANDPA keeps in it.

use super::Error;
use codec::{Decode, DecodeAll, Encode};
use quanqi_certificate::{
	finality::{Authorities, Authority, Justification},
	header::Header,
	Finalised,
};
use quanqi_runtime::{opaque::Block, BlockNumber, Hash};
use quanqi_types::{BoundedVec, Hash256};
use sc_client_api::{backend::TrieCacheContext, Backend};
use sc_consensus_grandpa::{best_justification, SharedAuthoritySet, GRANDPA_ENGINE_ID};
use sp_blockchain::{Backend as _, HeaderBackend};
use sp_core::storage::Storage;
use sp_io::hashing::twox_128;
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{backend::AsTrieBackend, Backend as StateBackend};
use std::sync::Arc;

/// What making a certificate reads of a chain.
pub(crate) trait Chain {
	/// The state of one block, kept as long as this is.
	type State: StateBackend<BlakeTwo256> + AsTrieBackend<BlakeTwo256>;

	/// The hash of the first block.
	fn genesis_hash(&self) -> Hash256;

	/// The authority sets as far as the node knows them.
	fn sets(&self) -> Result<Sets, Error>;

	/// The justification of the last block that the node finalised.
	fn best_justification(&self) -> Result<Option<Justification>, Error>;

	/// The header of a block that is in the database.
	fn header(&self, hash: Hash256) -> Result<Header, Error>;

	/// The final block of a number, if its justification is kept too.
	fn finalised(&self, number: u32) -> Result<Option<Finalised>, Error>;

	/// The state after a block; `None` when it is no longer kept.
	fn state(&self, hash: Hash256) -> Result<Option<Self::State>, Error>;
}

/// The authority sets of a chain, as far as a node knows them.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
	/// The number of the present set.
	pub(crate) present: u64,
	/// Its authorities.
	pub(crate) authorities: Authorities,
	/// The authorities of set 0.
	pub(crate) first_authorities: Authorities,
	/// Sets that have ended, each with its last block, ascending.
	pub(crate) ended: Vec<(u64, u32)>,
}

impl Sets {
	/// The set that finalises a block.
	pub(crate) fn of_block(&self, number: u32) -> u64 {
		let ended = self.ended.iter().find(|(_, last)| *last >= number);
		ended.map_or(self.present, |(set, _)| *set)
	}

	/// The last block of a set: the one that announces the next.
	pub(crate) fn last_block(&self, set: u64) -> Option<u32> {
		self.ended.iter().find(|(ended, _)| *ended == set).map(|(_, last)| *last)
	}
}

/// The authorities of set 0, as the first state of a chain lists them.
pub(crate) fn first_authorities(first_state: &Storage) -> Result<Authorities, String> {
	let key = [twox_128(b"Grandpa"), twox_128(b"Authorities")].concat();
	let value = first_state.top.get(&key).ok_or("the chain spec names no validators")?;
	Authorities::decode_all(&mut value.as_slice())
		.map_err(|error| format!("the validators of the chain spec: {error}"))
}

/// The node's own chain.
pub(crate) struct NodeChain<B> {
	backend: Arc<B>,
	authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	first_authorities: Authorities,
}

impl<B: Backend<Block>> NodeChain<B> {
	/// The chain in this database.
	pub(crate) fn new(
		backend: Arc<B>,
		authority_set: SharedAuthoritySet<Hash, BlockNumber>,
		first_authorities: Authorities,
	) -> Self {
		Self { backend, authority_set, first_authorities }
	}

	fn present_authorities(&self) -> Result<Authorities, Error> {
		let voters = self.authority_set.current_authorities();
		let authorities = voters.iter().map(|(id, voter)| {
			let id = <[u8; 32]>::try_from(AsRef::<[u8]>::as_ref(id)).map_err(Error::internal)?;
			Ok(Authority { id, weight: voter.weight().get() })
		});
		let authorities = authorities.collect::<Result<Vec<_>, Error>>()?;
		BoundedVec::try_from(authorities).map_err(|_| Error::internal("too many authorities"))
	}
}

/// The same value in the certificate's own types, whose encodings are the chain's.
fn recode<T: Decode>(value: impl Encode) -> Result<T, Error> {
	T::decode_all(&mut value.encode().as_slice()).map_err(Error::internal)
}

impl<B: Backend<Block>> Chain for NodeChain<B> {
	type State = B::State;

	fn genesis_hash(&self) -> Hash256 {
		self.backend.blockchain().info().genesis_hash.0
	}

	fn sets(&self) -> Result<Sets, Error> {
		// Three questions, and the set may change between them: what is asked around the other two
		// must be the same.
		loop {
			let present = self.authority_set.set_id();
			let authorities = self.present_authorities()?;
			let ended = recode(self.authority_set.authority_set_changes())?;
			if self.authority_set.set_id() == present {
				let first_authorities = self.first_authorities.clone();
				return Ok(Sets { present, authorities, first_authorities, ended });
			}
		}
	}

	fn best_justification(&self) -> Result<Option<Justification>, Error> {
		let best = best_justification::<_, Block>(&*self.backend).map_err(Error::internal)?;
		best.map(recode).transpose()
	}

	fn header(&self, hash: Hash256) -> Result<Header, Error> {
		let header = self.backend.blockchain().header(hash.into()).map_err(Error::internal)?;
		recode(header.ok_or_else(|| Error::internal("a final block has no header"))?)
	}

	fn finalised(&self, number: u32) -> Result<Option<Finalised>, Error> {
		let blocks = self.backend.blockchain();
		let Some(hash) = blocks.hash(number).map_err(Error::internal)? else { return Ok(None) };
		let kept = blocks.justifications(hash).map_err(Error::internal)?;
		let Some(encoded) = kept.and_then(|kept| kept.into_justification(GRANDPA_ENGINE_ID)) else {
			return Ok(None);
		};
		let justification =
			Justification::decode_all(&mut encoded.as_slice()).map_err(Error::internal)?;
		Ok(Some(Finalised { header: self.header(hash.0)?, justification }))
	}

	fn state(&self, hash: Hash256) -> Result<Option<Self::State>, Error> {
		match self.backend.state_at(hash.into(), TrieCacheContext::Untrusted) {
			Ok(state) => Ok(Some(state)),
			// The SDK has no error of its own for a state that is no longer kept.
			Err(sp_blockchain::Error::UnknownBlock(_)) => Ok(None),
			Err(error) => Err(Error::internal(error)),
		}
	}
}
