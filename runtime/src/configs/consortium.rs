//! `Consortium` and `Statutes`: who takes part, and which numbers govern.

use crate::{
	configs::CouncilCollective, AccountId, Council, OriginCaller, Runtime, RuntimeCall,
	RuntimeOrigin, Session, Statutes, Timestamp, MAXIMUM_COUNCIL_SEATS, MAXIMUM_STATUTE_BATCH,
	MAXIMUM_STATUTE_VERSIONS, MAXIMUM_VALIDATORS, MINIMUM_VALIDATORS,
};
use alloc::vec::Vec;
use frame_support::traits::{Backing, ConstU32, Contains, GetBacking, OriginTrait};
use pallet_consortium::{CouncilThreshold, CouncilVotes, EnactThreshold, EnsureCouncil};

/// The votes of the one collective.
pub struct VotesOfCouncil;

impl CouncilVotes<RuntimeOrigin, AccountId> for VotesOfCouncil {
	fn votes(origin: &RuntimeOrigin) -> Option<Backing> {
		match origin.caller() {
			OriginCaller::Council(raw) => raw.get_backing(),
			_ => None,
		}
	}

	fn members() -> Vec<AccountId> {
		pallet_collective::Members::<Runtime, CouncilCollective>::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn origin(votes: Backing) -> RuntimeOrigin {
		pallet_collective::RawOrigin::<AccountId, CouncilCollective>::Members(
			votes.approvals,
			votes.eligible,
		)
		.into()
	}
}

/// What keys may do as their institution's seat: its votes and its validator's session keys.
pub struct SeatCalls;

impl Contains<RuntimeCall> for SeatCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Council(
				pallet_collective::Call::propose { .. }
					| pallet_collective::Call::vote { .. }
					| pallet_collective::Call::close { .. }
			) | RuntimeCall::Session(pallet_session::Call::set_keys { .. })
		)
	}
}

/// Gives seats session keys whose private halves exist for one benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub struct FreshSessionKeys;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_consortium::BenchmarkHelper<AccountId> for FreshSessionKeys {
	fn register_session_keys(seat: &AccountId) {
		use codec::Encode;
		let fresh = crate::SessionKeys::generate(&seat.encode(), None);
		let origin = RuntimeOrigin::signed(seat.clone());
		Session::set_keys(origin, fresh.keys, fresh.proof.encode())
			.expect("the seat has an account and proves its keys; qed");
	}
}

impl pallet_consortium::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type CouncilOrigin = EnsureCouncil<Runtime, CouncilThreshold>;
	type EnactOrigin = EnsureCouncil<Runtime, EnactThreshold>;
	type CouncilVotes = VotesOfCouncil;
	type Council = Council;
	type Statutes = Statutes;
	type Time = Timestamp;
	type SessionKeys = Session;
	type SeatCallFilter = SeatCalls;
	type MinValidators = ConstU32<MINIMUM_VALIDATORS>;
	type MaxValidators = ConstU32<MAXIMUM_VALIDATORS>;
	type MaxSeats = ConstU32<MAXIMUM_COUNCIL_SEATS>;
	type WeightInfo = pallet_consortium::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FreshSessionKeys;
}

impl pallet_statutes::Config for Runtime {
	type CouncilOrigin = EnsureCouncil<Runtime, CouncilThreshold>;
	type Time = Timestamp;
	type MaxVersions = ConstU32<MAXIMUM_STATUTE_VERSIONS>;
	type MaxBatch = ConstU32<MAXIMUM_STATUTE_BATCH>;
	type WeightInfo = pallet_statutes::weights::SubstrateWeight<Runtime>;
}
