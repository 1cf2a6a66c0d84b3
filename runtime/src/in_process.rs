//! A chain in one process and without a node, on which the tests of the runtime and the rehearsal of
//! a scenario play: blocks with a clock, transactions with real signatures, every invariant.
//!
//! All functions work on the state of the externalities they run in.

use crate::{
	AccountId, Executive, Hash, Header, Nonce, Runtime, RuntimeCall, Signature, SignedPayload,
	System, TxExtension, UncheckedExtrinsic, SLOT_DURATION_MILLISECONDS, VERSION,
};
use codec::Encode;
use quanqi_types::Moment;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_runtime::{
	generic::Era, traits::Header as _, ApplyExtrinsicResult, Digest, DigestItem, TryRuntimeError,
};

/// Hash that stands for the genesis block, which no one made.
pub fn genesis_hash() -> Hash {
	Hash::repeat_byte(0x71)
}

/// Opens the block after `parent`: digest of the slot, time inherent, and the look at what is due.
/// Returns what became of the inherent.
#[must_use = "a block whose time was not taken has no time"]
pub fn open_block(parent: Hash, now: Moment) -> ApplyExtrinsicResult {
	let slot = now.0.checked_div(SLOT_DURATION_MILLISECONDS).unwrap_or_default();
	let slot = DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode());
	let number = System::block_number().saturating_add(1);
	let digest = Digest { logs: vec![slot] };
	Executive::initialize_block(&Header::new(
		number,
		Hash::default(),
		Hash::default(),
		parent,
		digest,
	));
	let time = pallet_timestamp::Call::<Runtime>::set { now: now.0 };
	let applied = Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(time.into()));
	Executive::inherents_applied();
	applied
}

/// Closes the open block; its hash is the next one's parent.
pub fn close_block() -> Hash {
	Executive::finalize_block().hash()
}

/// What a transaction carries besides its call.
pub fn extension(nonce: Nonce, era: Era) -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(era),
		pallet_consortium::CheckMember::new(),
		frame_system::CheckNonce::from(nonce),
		pallet_consortium::CheckQuota::new(),
		frame_system::CheckWeight::new(),
		frame_system::WeightReclaim::new(),
	)
}

/// A transaction signed for a chain with this genesis, alive from the block `born` on.
pub fn sign(
	call: RuntimeCall,
	extension: TxExtension,
	(genesis, born): (Hash, Hash),
	signer: AccountId,
	signature: impl FnOnce(&[u8]) -> Signature,
) -> UncheckedExtrinsic {
	let versions = (VERSION.spec_version, VERSION.transaction_version);
	let implicit = ((), (), versions.0, versions.1, genesis, born, (), (), (), (), ());
	let payload = SignedPayload::from_raw(call, extension, implicit);
	let signature = payload.using_encoded(signature);
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, signer.into(), signature, extension)
}

/// Every invariant of every pallet of this project; the pallet whose invariant is broken, and how.
pub fn check_invariants() -> Result<(), (&'static str, TryRuntimeError)> {
	let checked = [
		("consortium", crate::Consortium::do_try_state()),
		("statutes", crate::Statutes::do_try_state()),
		("achievements", crate::Achievements::do_try_state()),
		("rights", crate::Rights::do_try_state()),
		("notices", crate::Notices::do_try_state()),
		("grants", crate::Grants::do_try_state()),
		("trials", crate::Trials::do_try_state()),
		("contracts", crate::Contracts::do_try_state()),
	];
	checked.into_iter().try_for_each(|(pallet, outcome)| outcome.map_err(|error| (pallet, error)))
}
