//! Motions of the council (理事会): proposing, voting and closing as the seats of institutions.

use super::{read::At, Chain, Hash, Receipt, Wait};
use crate::{
	error::{Error, Result},
	keys::Key,
	output::Progress,
};
use codec::{Decode, Encode};
use frame_support::dispatch::GetDispatchInfo;
use pallet_consortium::runtime_api::SeatView;
use quanqi_runtime::{AccountId, Runtime, RuntimeCall, RuntimeEvent};
use quanqi_types::{Moment, RuleId, StatuteValue, StatuteVersion, WHOLE_PPM};
use serde::Serialize;
use sp_runtime::traits::{BlakeTwo256, Hash as _};

type Instance = pallet_collective::Instance1;

/// The votes on a motion, as the collective stores them.
#[derive(Clone, Debug, Decode, Serialize)]
pub struct Votes {
	/// Number of the motion.
	pub index: u32,
	/// Votes in favour that it needs.
	pub threshold: u32,
	/// Seats in favour.
	pub ayes: Vec<AccountId>,
	/// Seats against.
	pub nays: Vec<AccountId>,
	/// The block at which voting ends.
	pub end: u32,
}

/// A motion that is open.
#[derive(Clone, Debug)]
pub struct Motion {
	/// The hash by which it is voted on.
	pub hash: Hash,
	/// What it would do.
	pub call: RuntimeCall,
	/// How the seats voted.
	pub votes: Votes,
}

/// What became of a motion.
#[derive(Debug)]
pub enum Outcome {
	/// It was carried out; what that did is in the receipt.
	CarriedOut(Receipt),
	/// It was only asked about: it would be put, and needs so many votes.
	Asked {
		/// What putting it would do.
		receipt: Receipt,
		/// Votes in favour that it needs.
		threshold: u32,
	},
	/// It waits for more votes.
	Open {
		/// The hash by which it is voted on.
		hash: Hash,
		/// Votes in favour so far.
		ayes: u32,
		/// Votes in favour that it needs.
		threshold: u32,
	},
}

/// Whether a motion asks for root.
fn asks_for_root(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Consortium(pallet_consortium::Call::schedule_enactment { .. }))
}

/// Seats that make a part of all seats, rounded up, at least one.
pub fn needed_seats(seats: u32, threshold_ppm: u32) -> u32 {
	let needed = (u64::from(seats) * u64::from(threshold_ppm)).div_ceil(u64::from(WHOLE_PPM));
	u32::try_from(needed).unwrap_or(u32::MAX).max(1)
}

/// A call dispatched as the seat of the signer's member.
pub fn as_seat(call: impl Into<RuntimeCall>) -> RuntimeCall {
	pallet_consortium::Call::act_as_seat { call: Box::new(call.into()) }.into()
}

impl Chain {
	/// The seats of the council.
	pub async fn seats(&self, at: At) -> Result<Vec<SeatView<AccountId>>> {
		self.call_api("ConsortiumApi_seats", (), at).await
	}

	/// The motions that are open.
	pub async fn motions(&self, at: At) -> Result<Vec<Motion>> {
		let key = pallet_collective::Proposals::<Runtime, Instance>::hashed_key();
		let hashes: Vec<Hash> = self.storage(&key, at).await?.unwrap_or_default();
		let mut motions = Vec::new();
		for hash in hashes {
			motions.extend(self.motion(hash, at).await?);
		}
		Ok(motions)
	}

	/// An open motion by its hash.
	pub async fn motion(&self, hash: Hash, at: At) -> Result<Option<Motion>> {
		let name = quanqi_runtime::Hash::from(hash.0);
		let call = pallet_collective::ProposalOf::<Runtime, Instance>::hashed_key_for(name);
		let votes = pallet_collective::Voting::<Runtime, Instance>::hashed_key_for(name);
		let call: Option<RuntimeCall> = self.storage(&call, at).await?;
		let votes: Option<Votes> = self.storage(&votes, at).await?;
		Ok(call.zip(votes).map(|(call, votes)| Motion { hash, call, votes }))
	}

	/// Votes in favour that a motion needs by the statute of today.
	async fn votes_needed(&self, call: &RuntimeCall, at: At) -> Result<u32> {
		let rule = match asks_for_root(call) {
			true => RuleId::EnactThreshold,
			false => RuleId::CouncilThreshold,
		};
		let now: Moment = self.time(at).await?;
		let version: Option<StatuteVersion> =
			self.call_api("StatutesApi_statutes_value", (rule, now), at).await?;
		let ppm = match version.map(|version| version.value) {
			Some(StatuteValue::Ppm(ppm)) => ppm,
			_ => WHOLE_PPM,
		};
		let seats = u32::try_from(self.seats(at).await?.len()).unwrap_or(u32::MAX);
		Ok(needed_seats(seats, ppm))
	}

	/// Proposes a call to the council, votes for it with these keys and, when they are enough,
	/// carries it out.
	pub async fn decide(
		&self,
		proposer: &Key,
		voters: &[Key],
		call: RuntimeCall,
		wait: Wait,
		progress: &Progress,
	) -> Result<Outcome> {
		let at = self.finalised().await?;
		let name = Hash::from(BlakeTwo256::hash_of(&call).0);
		// The same motion may be open already, from a run that had too few votes.
		if let Some(open) = self.motion(name, at).await?.filter(|_| self.dry_run.is_none()) {
			return self.go_on(proposer, voters, open, wait, progress).await;
		}
		let threshold = self.votes_needed(&call, at).await?;
		let length = u32::try_from(call.encoded_size()).unwrap_or(u32::MAX);
		let propose = pallet_collective::Call::<Runtime, Instance>::propose {
			threshold,
			proposal: Box::new(call.clone()),
			length_bound: length,
		};
		progress.step("proposing the motion");
		let receipt = self.submit(proposer, &as_seat(propose), wait, progress).await?;
		if threshold < 2 {
			return Ok(Outcome::CarriedOut(receipt));
		}
		if self.dry_run.is_some() {
			return Ok(Outcome::Asked { receipt, threshold });
		}
		let index = proposed_index(&receipt.events).ok_or_else(|| {
			Error::Node("the motion was proposed, but the block does not say its number".into())
		})?;
		let votes = Votes { index, threshold, ayes: Vec::new(), nays: Vec::new(), end: 0 };
		self.go_on(proposer, voters, Motion { hash: name, call, votes }, wait, progress).await
	}

	/// Votes for a motion that is open with these keys and, when they are enough, carries it out.
	async fn go_on(
		&self,
		proposer: &Key,
		voters: &[Key],
		motion: Motion,
		wait: Wait,
		progress: &Progress,
	) -> Result<Outcome> {
		let Motion { hash, call, votes } = motion;
		let mut keys = vec![proposer];
		keys.extend(voters.iter().filter(|voter| voter.account() != proposer.account()));
		let ayes = self.vote_with(&keys, hash, &votes, wait, progress).await?;
		if ayes < votes.threshold {
			return Ok(Outcome::Open { hash, ayes, threshold: votes.threshold });
		}
		let closed = self.close(proposer, hash, votes.index, &call, wait, progress);
		closed.await.map(Outcome::CarriedOut)
	}

	/// Votes in favour with each of these keys until there are enough; how many that are. A seat that
	/// is in favour already does not vote again.
	async fn vote_with(
		&self,
		keys: &[&Key],
		hash: Hash,
		votes: &Votes,
		wait: Wait,
		progress: &Progress,
	) -> Result<u32> {
		let at = self.finalised().await?;
		let seats = self.seats(at).await?;
		let mut ayes = u32::try_from(votes.ayes.len()).unwrap_or(u32::MAX);
		for (place, key) in keys.iter().enumerate() {
			if ayes >= votes.threshold {
				break;
			}
			let member = self.member_of(&key.account(), at).await?.map(|member| member.id);
			let seat = seats.iter().find(|seat| Some(seat.member) == member);
			if seat.is_some_and(|seat| votes.ayes.contains(&seat.account)) {
				continue;
			}
			// The last vote is waited for as the caller asked, unless a closing follows it.
			let closes = ayes.saturating_add(1) >= votes.threshold;
			let is_last = place.saturating_add(1) == keys.len();
			let wait = if is_last && !closes { wait } else { Wait::Best };
			progress.step(&format!("voting with {}", key.label));
			let receipt = self.vote(key, hash, votes.index, true, wait, progress).await?;
			ayes = receipt.events.iter().rev().find_map(votes_in_favour).unwrap_or(ayes);
		}
		Ok(ayes)
	}

	/// Votes on a motion as the seat of the key's member.
	pub async fn vote(
		&self,
		key: &Key,
		hash: Hash,
		index: u32,
		approve: bool,
		wait: Wait,
		progress: &Progress,
	) -> Result<Receipt> {
		let vote = pallet_collective::Call::<Runtime, Instance>::vote {
			proposal: hash.0.into(),
			index,
			approve,
		};
		self.submit(key, &as_seat(vote), wait, progress).await
	}

	/// Closes a motion that has its votes, which carries it out.
	pub async fn close(
		&self,
		key: &Key,
		hash: Hash,
		index: u32,
		call: &RuntimeCall,
		wait: Wait,
		progress: &Progress,
	) -> Result<Receipt> {
		let close = pallet_collective::Call::<Runtime, Instance>::close {
			proposal_hash: hash.0.into(),
			index,
			proposal_weight_bound: call.get_dispatch_info().call_weight,
			length_bound: u32::try_from(call.encoded_size()).unwrap_or(u32::MAX),
		};
		progress.step("closing the motion");
		self.submit(key, &as_seat(close), wait, progress).await
	}
}

fn proposed_index(events: &[RuntimeEvent]) -> Option<u32> {
	events.iter().find_map(|event| match event {
		RuntimeEvent::Council(pallet_collective::Event::Proposed { proposal_index, .. }) => {
			Some(*proposal_index)
		}
		_ => None,
	})
}

fn votes_in_favour(event: &RuntimeEvent) -> Option<u32> {
	match event {
		RuntimeEvent::Council(pallet_collective::Event::Voted { yes, .. }) => Some(*yes),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn needed_seats_should_be_rounded_up() {
		assert_eq!(needed_seats(4, 500_001), 3);
		assert_eq!(needed_seats(4, 500_000), 2);
		assert_eq!(needed_seats(3, 666_667), 3);
		assert_eq!(needed_seats(4, 750_000), 3);
		assert_eq!(needed_seats(1, 1), 1);
	}

	#[test]
	fn votes_should_be_read_as_the_collective_writes_them() {
		let bytes =
			(3u32, 2u32, vec![AccountId::new([1; 32])], Vec::<AccountId>::new(), 99u32).encode();
		let votes = Votes::decode(&mut bytes.as_slice()).unwrap();
		assert_eq!((votes.index, votes.threshold, votes.ayes.len(), votes.end), (3, 2, 1, 99));
	}
}
