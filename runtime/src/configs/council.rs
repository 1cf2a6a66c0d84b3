//! `Council`: the motions of the institutions with a seat. Membership follows the consortium's
//! register; the pallet has no way of its own to change it.

use crate::{
	AccountId, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, DAYS, MAXIMUM_BLOCK_WEIGHT,
	MAXIMUM_COUNCIL_MOTIONS, MAXIMUM_COUNCIL_SEATS,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, NeverEnsureOrigin},
	weights::Weight,
};
use sp_runtime::Perbill;

/// The one collective of this chain.
pub type CouncilCollective = pallet_collective::Instance1;

parameter_types! {
	/// A motion may use half of a block, so that the block which closes it has room for more.
	pub MaximumMotionWeight: Weight = Perbill::from_percent(50) * MAXIMUM_BLOCK_WEIGHT;
}

impl pallet_collective::Config<CouncilCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU32<{ 7 * DAYS }>;
	type MaxProposals = ConstU32<MAXIMUM_COUNCIL_MOTIONS>;
	type MaxMembers = ConstU32<MAXIMUM_COUNCIL_SEATS>;
	// A seat that does not vote has not agreed.
	type DefaultVote = NoUnlessVoted;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	type SetMembersOrigin = NeverEnsureOrigin<()>;
	type MaxProposalWeight = MaximumMotionWeight;
	type DisapproveOrigin = NeverEnsureOrigin<()>;
	type KillOrigin = NeverEnsureOrigin<AccountId>;
	type Consideration = ();
}

/// Counts a seat that has not voted as a vote against.
pub struct NoUnlessVoted;

impl pallet_collective::DefaultVote for NoUnlessVoted {
	fn default_vote(
		_prime_vote: Option<bool>,
		_yes_votes: pallet_collective::MemberCount,
		_no_votes: pallet_collective::MemberCount,
		_len: pallet_collective::MemberCount,
	) -> bool {
		false
	}
}
