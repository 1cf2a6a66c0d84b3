//! The consortium of the first block.

use crate::{
	types::{Application, Identity, KeyGrant, NodeId},
	Config, GenesisConfig, Pallet, QuotaLimit, Seats, Validators,
};
use alloc::{format, vec::Vec};
use core::fmt::Debug;
use frame_support::{traits::InitializeMembers, BoundedVec};
use quanqi_types::{
	bounds::MAX_NAME_BYTES, Capabilities, Capability, CreditCode, Location, MemberId, MemberKind,
	Text,
};
use serde::{Deserialize, Serialize};

/// An institution (机构) that founds the consortium.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Institution<AccountId> {
	/// University, exchange, bureau and so on; no person.
	pub kind: MemberKind,
	/// Its name.
	pub name: Text<MAX_NAME_BYTES>,
	/// Its unified social credit code, if it is domestic.
	#[serde(default)]
	pub credit_code: Option<CreditCode>,
	/// Where it is.
	pub location: Location,
	/// Whether the state established it.
	#[serde(default)]
	pub state_established: bool,
	/// What it may do.
	#[serde(default)]
	pub capabilities: Capabilities,
	/// Division in which it registers technology contracts.
	#[serde(default)]
	pub jurisdiction: Option<u32>,
	/// Its keys, a full one among them.
	#[serde(default = "Vec::new")]
	pub keys: Vec<KeyGrant<AccountId>>,
	/// Whether it has a seat in the council.
	#[serde(default)]
	pub seat: bool,
	/// Whether its node validates from the first block on.
	#[serde(default)]
	pub validator: bool,
	/// Peer ids of its nodes.
	#[serde(default)]
	pub node_ids: Vec<NodeId>,
}

/// The value, or no chain: a genesis that contradicts itself must not start one.
#[allow(clippy::panic, reason = "a genesis that contradicts itself must not start a chain")]
fn demand<V, E: Debug>(result: Result<V, E>, what: &str, whose: &str) -> V {
	match result {
		Ok(value) => value,
		Err(error) => panic!("genesis of the consortium: {what} of {whose}: {error:?}"),
	}
}

/// Writes the founding institutions, their seats and their validators. Runs before the genesis of
/// the session, which needs the providers of the seat accounts.
pub(crate) fn build<T: Config>(genesis: &GenesisConfig<T>) {
	QuotaLimit::<T>::put(genesis.quota);
	let quota = Pallet::<T>::leaves_room_for_a_block(&genesis.quota);
	demand(quota.then_some(()).ok_or("leaves no room for a block"), "quota", "every member");

	let (mut seats, mut validators) = (Vec::new(), Vec::new());
	for institution in &genesis.institutions {
		let member = found::<T>(institution);
		if institution.seat {
			Pallet::<T>::open_seat_account(member);
			seats.push(member);
		}
		if institution.validator {
			validators.push(member);
		}
	}
	T::Council::initialize_members(&Pallet::<T>::seat_accounts(&seats));
	Seats::<T>::put(demand(BoundedVec::try_from(seats), "seats", "the council"));
	Validators::<T>::put(demand(BoundedVec::try_from(validators), "validators", "the chain"));
}

fn found<T: Config>(institution: &Institution<T::AccountId>) -> MemberId {
	let whose = format!("{}", institution.name);
	let application = Application {
		kind: institution.kind,
		identity: Identity::Named(institution.name.clone()),
		credit_code: institution.credit_code,
		location: institution.location.clone(),
		state_established: institution.state_established,
		capabilities: institution.capabilities,
		jurisdiction: institution.jurisdiction,
		keys: demand(institution.keys.clone().try_into(), "keys", &whose),
	};
	let member = demand(Pallet::<T>::do_admit(&application), "admission", &whose);
	if institution.validator {
		let may_validate = institution.capabilities.contains(Capability::Validate);
		demand(may_validate.then_some(()).ok_or("capability missing"), "validator", &whose);
	}
	if !institution.node_ids.is_empty() {
		let nodes = demand(institution.node_ids.clone().try_into(), "node ids", &whose);
		demand(Pallet::<T>::do_set_node_ids(member, nodes), "node ids", &whose);
	}
	member
}
