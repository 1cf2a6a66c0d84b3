//! Who may make which call: every call against everyone who may not, and who may.

use crate::{
	common::{
		calls::{every_call, prepare, Who},
		*,
	},
	filters::is_closed,
};
use frame_support::traits::GetCallMetadata;
use pallet_consortium::Error;
use quanqi_runtime::{Runtime, RuntimeCall, RuntimeOrigin};
use quanqi_types::{Capabilities, Capability, Permission};
use sp_runtime::{traits::BadOrigin, DispatchError, DispatchResult};
use std::collections::BTreeSet;

/// Tries every call with an origin; where `expected` gives an error, it must be that one.
fn try_every_call(
	origin: impl Fn() -> RuntimeOrigin,
	expected: impl Fn(Who) -> Option<DispatchError>,
) {
	for (who, call) in every_call() {
		let name = name_of(&call);
		let result = tried(origin(), call);
		match expected(who) {
			Some(error) => assert_eq!(result, Err(error), "{name:?}, open to {who:?}"),
			None => assert!(!is_of_authority(result), "{name:?}, open to {who:?}: {result:?}"),
		}
	}
}

/// Whether a call failed because of who made it.
fn is_of_authority(result: DispatchResult) -> bool {
	let refusals: [DispatchError; 7] = [
		DispatchError::BadOrigin,
		Error::<Runtime>::NotAMemberKey.into(),
		Error::<Runtime>::KeyRevoked.into(),
		Error::<Runtime>::MemberSuspended.into(),
		Error::<Runtime>::MemberExpelled.into(),
		Error::<Runtime>::PermissionMissing.into(),
		Error::<Runtime>::CapabilityMissing.into(),
	];
	result.is_err_and(|error| refusals.contains(&error))
}

fn name_of(call: &RuntimeCall) -> (&'static str, &'static str) {
	let metadata = call.get_call_metadata();
	(metadata.pallet_name, metadata.function_name)
}

fn is_for_council(who: Who) -> bool {
	matches!(who, Who::Council | Who::EnactingCouncil)
}

/// What someone is told whose signature counts for nothing, for this reason.
fn told(who: Who, reason: Error<Runtime>) -> Option<DispatchError> {
	match who {
		Who::Council | Who::EnactingCouncil => Some(BadOrigin.into()),
		Who::Anyone => None,
		_ => Some(reason.into()),
	}
}

#[test]
fn matrix_should_try_every_open_call_of_our_pallets() {
	network().execute_with(|| {
		let tried: BTreeSet<_> = every_call().iter().map(|(_, call)| name_of(call)).collect();
		let of =
			|pallet| RuntimeCall::get_call_names(pallet).iter().map(move |call| (pallet, *call));
		let pallets = [
			"Consortium",
			"Statutes",
			"Achievements",
			"Rights",
			"Notices",
			"Grants",
			"Trials",
			"Contracts",
		];
		let open = pallets.into_iter().flat_map(of).filter(|call| !is_closed(call));
		assert_eq!(tried, open.collect());
	});
}

#[test]
fn call_should_be_refused_when_a_stranger_signs() {
	run(|| {
		prepare();
		try_every_call(|| signed(Key::Ferdie), |who| told(who, Error::NotAMemberKey));
	});
}

#[test]
fn call_should_be_refused_when_the_member_is_suspended() {
	run(|| {
		prepare();
		let member = admit(Key::Eve, Capability::ALL.iter().copied().collect());
		suspend(member);
		try_every_call(|| signed(Key::Eve), |who| told(who, Error::MemberSuspended));
	});
}

#[test]
fn call_should_be_refused_when_the_member_was_expelled() {
	run(|| {
		prepare();
		let member = admit(Key::Eve, Capability::ALL.iter().copied().collect());
		motion(pallet_consortium::Call::expel { member }).unwrap();
		try_every_call(|| signed(Key::Eve), |who| told(who, Error::MemberExpelled));
	});
}

#[test]
fn call_should_be_refused_when_the_key_was_revoked() {
	run(|| {
		prepare();
		let account = Key::Eve.to_account_id();
		let permissions = quanqi_types::Permissions::FULL;
		let account_of = || account.clone();
		let add = pallet_consortium::Call::add_key { account: account_of(), permissions };
		call(Key::Alice, add).unwrap();
		let revoke = pallet_consortium::Call::revoke_key { account: account_of() };
		call(Key::Alice, revoke).unwrap();
		try_every_call(|| signed(Key::Eve), |who| told(who, Error::KeyRevoked));
	});
}

/// The key may give internal approvals only.
#[test]
fn call_should_be_refused_when_the_key_lacks_the_permission() {
	run(|| {
		prepare();
		let permissions = permissions(&[Permission::Approve]);
		let account = Key::Eve.to_account_id();
		call(Key::Alice, pallet_consortium::Call::add_key { account, permissions }).unwrap();
		let expected = |who| match who {
			Who::AnyKey | Who::Key(Permission::Approve) | Who::Able(Permission::Approve, _) => None,
			who => told(who, Error::PermissionMissing),
		};
		try_every_call(|| signed(Key::Eve), expected);
	});
}

/// A key that has every permission but one, for each permission that a call needs.
#[test]
fn call_should_be_refused_when_the_key_lacks_just_its_permission() {
	let all = [
		Permission::Register,
		Permission::Dispose,
		Permission::Approve,
		Permission::Seat,
		Permission::Authority,
		Permission::Sponsor,
	];
	for lacking in all {
		run(|| {
			prepare();
			let held: Vec<_> = all.into_iter().filter(|held| *held != lacking).collect();
			let permissions = permissions(&held);
			let account = Key::Eve.to_account_id();
			call(Key::Alice, pallet_consortium::Call::add_key { account, permissions }).unwrap();
			let missing = |needed| {
				(needed == lacking || needed == Permission::Full)
					.then(|| Error::<Runtime>::PermissionMissing.into())
			};
			let expected = |who| match who {
				Who::Council | Who::EnactingCouncil => Some(BadOrigin.into()),
				// Of two permissions, the other is left.
				Who::Anyone | Who::AnyKey | Who::OneOfTwo => None,
				Who::Key(needed) | Who::Able(needed, _) => missing(needed),
				Who::MayHold | Who::Decider => missing(Permission::Authority),
			};
			try_every_call(|| signed(Key::Eve), expected);
		});
	}
}

/// A member that has every capability but one, for each that a call needs.
#[test]
fn call_should_be_refused_when_the_member_lacks_just_its_capability() {
	for lacking in Capability::ALL {
		run(|| {
			prepare();
			let held = Capability::ALL.iter().copied().filter(|held| held != lacking);
			admit(Key::Eve, held.collect());
			let missing = |needed: Capability| {
				(needed == *lacking).then(|| Error::<Runtime>::CapabilityMissing.into())
			};
			for (who, call) in every_call() {
				let needed = match who {
					Who::Able(_, capability) => missing(capability),
					Who::Decider => missing(Capability::Adjudicate),
					_ => continue,
				};
				let name = name_of(&call);
				let result = tried(signed(Key::Eve), call);
				match needed {
					Some(error) => assert_eq!(result, Err(error), "{name:?}"),
					None => assert!(!is_of_authority(result), "{name:?}: {result:?}"),
				}
			}
		});
	}
}

#[test]
fn hold_should_be_refused_when_the_member_neither_adjudicates_nor_relays() {
	run(|| {
		prepare();
		admit(Key::Eve, Capabilities::NONE);
		for (_, call) in every_call().into_iter().filter(|(who, _)| *who == Who::MayHold) {
			assert_eq!(tried(signed(Key::Eve), call), refused(Error::CapabilityMissing));
		}
	});
}

#[test]
fn call_should_pass_when_who_may_make_it_signs() {
	run(|| {
		prepare();
		for (who, call) in every_call() {
			let name = name_of(&call);
			let origin = match who {
				Who::Council | Who::EnactingCouncil => council(4),
				// Neither Charlie's nor Dave's university is a party of what it decides.
				Who::Able(Permission::Authority, _) | Who::MayHold | Who::Decider => {
					signed(Key::Charlie)
				}
				_ => signed(Key::Alice),
			};
			let result = tried(origin, call);
			assert!(!is_of_authority(result), "{name:?}, open to {who:?}: {result:?}");
		}
	});
}

/// Half of the seats are below every threshold; three of four are not.
#[test]
fn call_should_be_refused_when_too_few_seats_agree() {
	run(|| {
		prepare();
		for (who, call) in every_call().into_iter().filter(|(who, _)| is_for_council(*who)) {
			let name = name_of(&call);
			let few = tried(council(2), call.clone());
			assert_eq!(few, Err(DispatchError::BadOrigin), "{name:?}, open to {who:?}");
			let enough = tried(council(3), call);
			assert!(!is_of_authority(enough), "{name:?}, open to {who:?}: {enough:?}");
		}
	});
}

/// A full key of a member that may do everything is not the council.
#[test]
fn call_of_the_council_should_be_refused_when_a_member_signs_alone() {
	run(|| {
		prepare();
		for (_, call) in every_call().into_iter().filter(|(who, _)| is_for_council(*who)) {
			let name = name_of(&call);
			let result = tried(signed(Key::Alice), call);
			assert_eq!(result, Err(DispatchError::BadOrigin), "{name:?}");
		}
	});
}
