//! The way from a verifier's authority set to the anchor: every change of validators between them,
//! and the justification of the anchor, with the fewest votes each.

use super::{chain::Sets, Chain, Error};
use quanqi_certificate::{
	bounds::MAX_HANDOVERS,
	finality::{Authorities, AuthoritySet},
	header::{ChangeError, Header},
	Checkpoint, Finalised, Trust,
};
use quanqi_types::Date;

/// From a verifier's authority set to the anchor.
#[derive(Debug)]
pub(crate) struct Way {
	/// The set that justifies the first block of it.
	pub(crate) first_set: u64,
	/// The set that justifies the anchor.
	pub(crate) set: u64,
	/// The block with which each set between them ended.
	pub(crate) handover: Vec<Finalised>,
	/// The last block that the node finalised.
	pub(crate) anchor: Finalised,
	/// What a verifier who starts there trusts.
	pub(crate) trust: Trust,
}

impl Way {
	/// The way from a set to the last block that the node finalised.
	pub(crate) fn find(chain: &impl Chain, first_set: u64) -> Result<Self, Error> {
		// Which set the block is of is asked afterwards: sets that end meanwhile change nothing.
		let best = chain.best_justification()?.ok_or(Error::NothingJustified)?;
		let sets = chain.sets()?;
		let set = sets.of_block(best.commit.target_number);
		let steps = set
			.checked_sub(first_set)
			.ok_or(Error::SetNotReached { from_set: first_set, present: set })?;
		Error::check_bound("changes of validators", steps, MAX_HANDOVERS.into())?;

		let first_authorities = authorities(chain, &sets, first_set)?;
		let mut present = first_authorities.clone();
		let mut handover = Vec::new();
		for step in first_set..set {
			let block = last_block(chain, &sets, step)?;
			let announced = announced(step, &block.header)?;
			handover.push(trimmed(step, &present, block)?);
			present = announced;
		}
		let anchor =
			Finalised { header: chain.header(best.commit.target_hash)?, justification: best };
		let anchor = trimmed(set, &present, anchor)?;
		let first = handover.first().unwrap_or(&anchor);
		let trust = trust(chain, first_set, first_authorities, &first.header);
		Ok(Self { first_set, set, handover, anchor, trust })
	}

	/// Checks every justification. Whoever makes a certificate of it has this done by the verifier.
	pub(crate) fn check(&self) -> Result<(), Error> {
		let mut authorities = self.trust.authorities().clone();
		for (set, block) in (self.first_set..).zip(self.handover.iter().chain([&self.anchor])) {
			let signers = AuthoritySet::new(set, &authorities).map_err(|_| no_set(set))?;
			let checked = block.justification.check(&block.header, &signers);
			checked.map_err(|_| Error::unfit(&block.justification))?;
			if set < self.set {
				authorities = announced(set, &block.header)?;
			}
		}
		Ok(())
	}
}

/// Who finalises as this set.
fn authorities(chain: &impl Chain, sets: &Sets, set: u64) -> Result<Authorities, Error> {
	if set == sets.present {
		return Ok(sets.authorities.clone());
	}
	match set.checked_sub(1) {
		None => Ok(sets.first_authorities.clone()),
		Some(before) => announced(before, &last_block(chain, sets, before)?.header),
	}
}

/// The last block of a set.
fn last_block(chain: &impl Chain, sets: &Sets, set: u64) -> Result<Finalised, Error> {
	let number = sets.last_block(set).ok_or(Error::ChangeUnknown(set))?;
	chain.finalised(number)?.ok_or(Error::ChangeUnknown(set))
}

/// The authorities that the last block of a set announces.
fn announced(set: u64, header: &Header) -> Result<Authorities, Error> {
	header.announced().map_err(|error| match error {
		// Nothing is announced at the block from which a forced change counts.
		ChangeError::ForcedChange | ChangeError::NoChange => Error::ForcedChange(set),
		ChangeError::TwoChanges | ChangeError::DelayedChange | ChangeError::MalformedLog => {
			Error::Internal(format!("block {} announces no set: {error:?}", header.number))
		}
	})
}

/// A block with the fewest votes.
fn trimmed(set: u64, authorities: &Authorities, block: Finalised) -> Result<Finalised, Error> {
	let signers = AuthoritySet::new(set, authorities).map_err(|_| no_set(set))?;
	let justification = block.justification.trimmed(&signers);
	let justification = justification.ok_or_else(|| Error::unfit(&block.justification))?;
	Ok(Finalised { header: block.header, justification })
}

fn no_set(set: u64) -> Error {
	Error::Internal(format!("the authorities of set {set} are no set"))
}

/// What a verifier trusts to whom the way begins with this set and this block.
fn trust(chain: &impl Chain, set: u64, authorities: Authorities, first: &Header) -> Trust {
	let genesis_hash = chain.genesis_hash();
	if set == 0 {
		return Trust::genesis(genesis_hash, authorities);
	}
	// Nothing is older than the first block of the way, so it serves as the checkpoint.
	let date = first.time().map_or(Date::default(), |time| time.date());
	let (number, hash) = (first.number, first.hash());
	Trust::checkpoint(genesis_hash, Checkpoint { number, hash, set_id: set, authorities, date })
}
