//! The state machine of Quanqi: which pallets, which limits, which origins. Wiring only; every
//! business rule lives in a pallet or in `quanqi-title`.

#![cfg_attr(not(feature = "std"), no_std)]
#![allow(missing_docs, reason = "the runtime macros generate public items without documentation")]
// `#[frame_support::runtime]` nests one type per pallet.
#![recursion_limit = "256"]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod call_check;
pub mod call_filter;
pub mod configs;
pub mod constants;
pub mod genesis_config_presets;
#[cfg(feature = "std")]
pub mod in_process;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

#[cfg(feature = "std")]
pub use apis::{api, RuntimeApi};
pub use constants::*;

/// Types that the node knows without knowing the runtime's calls.
pub mod opaque {
	use super::*;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// Block header.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// Block whose transactions are bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
	/// The session keys of a validator: it authors blocks with the first and finalises with the
	/// second.
	pub struct SessionKeys {
		/// Signs blocks (sr25519).
		pub aura: Aura,
		/// Signs finality votes (ed25519).
		pub grandpa: Grandpa,
	}
}

/// Writes the version once for both of its numbers: the attribute wants a number and no constant.
macro_rules! version {
	($spec_version:tt) => {
		/// The version of the state machine. `spec_version` rises with every release that changes
		/// it, `transaction_version` whenever a signed call would be read differently.
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: Cow::Borrowed("quanqi"),
			impl_name: Cow::Borrowed("quanqi"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 1,
			apis: apis::RUNTIME_API_VERSIONS,
			transaction_version: 1,
			system_version: 1,
		};
	};
}

#[cfg(not(feature = "next-release"))]
version!(1);
#[cfg(feature = "next-release")]
version!(2);

/// Block number.
pub type BlockNumber = u32;
/// Any signature a key of a member may use.
pub type Signature = MultiSignature;
/// An account: a key of a member, or the seat of an institution.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// Count of calls an account has made.
pub type Nonce = u32;
/// Block and state hash.
pub type Hash = sp_core::H256;
/// How a transaction names its signer.
pub type Address = MultiAddress<AccountId, ()>;
/// Block header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// Block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// What every transaction passes before its call runs, in this order.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	// Before the nonce: who is no member learns that, not the state of an account.
	pallet_consortium::CheckMember<Runtime>,
	frame_system::CheckNonce<Runtime>,
	pallet_consortium::CheckQuota<Runtime>,
	frame_system::CheckWeight<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction as it travels.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// The bytes a transaction signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Runs blocks and transactions.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

// Genesis and hooks run in the order written here, not by index: `Session` needs what
// `Consortium` builds.
#[frame_support::runtime(legacy_ordering)]
mod runtime {
	/// The runtime.
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;

	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;

	// Before `Session`, whose genesis needs the providers of the seat accounts.
	#[runtime::pallet_index(11)]
	pub type Statutes = pallet_statutes;

	#[runtime::pallet_index(10)]
	pub type Consortium = pallet_consortium;

	#[runtime::pallet_index(2)]
	pub type Aura = pallet_aura;

	#[runtime::pallet_index(3)]
	pub type Authorship = pallet_authorship;

	#[runtime::pallet_index(4)]
	pub type Session = pallet_session;

	#[runtime::pallet_index(5)]
	pub type Grandpa = pallet_grandpa;

	#[runtime::pallet_index(6)]
	pub type Council = pallet_collective<Instance1>;

	#[runtime::pallet_index(12)]
	pub type Achievements = pallet_achievements;

	#[runtime::pallet_index(13)]
	pub type Rights = pallet_rights;

	#[runtime::pallet_index(14)]
	pub type Notices = pallet_notices;

	#[runtime::pallet_index(15)]
	pub type Grants = pallet_grants;

	#[runtime::pallet_index(16)]
	pub type Trials = pallet_trials;

	#[runtime::pallet_index(17)]
	pub type Contracts = pallet_technology_contracts;
}
