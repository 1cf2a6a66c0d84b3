//! The presets, and what a genesis refuses.

use crate::common::*;
use pallet_consortium::{SeatAccounts, Seats, Validators};
use quanqi_runtime::{
	configs::CouncilCollective, genesis_config_presets, AccountId, Aura, Consortium, Grandpa,
	Runtime, RuntimeGenesisConfig, Session, Statutes, System,
};
use quanqi_types::{Capability, MemberId};
use serde_json::{json, Value};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::BuildStorage;

fn read(configuration: Value) -> Result<RuntimeGenesisConfig, serde_json::Error> {
	serde_json::from_value(configuration)
}

/// Accounts of the first seats, ascending.
fn seats(count: u32) -> Vec<AccountId> {
	let mut seats: Vec<_> =
		(1..=count).map(|member| Consortium::seat_account(MemberId(member))).collect();
	seats.sort();
	seats
}

#[test]
fn presets_should_build_when_the_node_asks_for_them() {
	let names = genesis_config_presets::preset_names();
	let found: Vec<_> = names.iter().map(|name| name.to_string()).collect();
	assert_eq!(found, ["development", "local_testnet"]);
	for name in found {
		genesis_of(&name).execute_with(check_invariants);
	}
}

#[test]
fn preset_should_be_none_when_the_name_is_unknown() {
	assert_eq!(genesis_config_presets::get_preset(&"main".into()), None);
}

#[test]
fn local_testnet_should_have_four_institutions_that_may_do_everything() {
	genesis_of("local_testnet").execute_with(|| {
		assert_eq!(Seats::<Runtime>::get().to_vec(), [ALICE, BOB, CHARLIE, DAVE]);
		assert_eq!(Validators::<Runtime>::get().to_vec(), [ALICE, BOB, CHARLIE, DAVE]);
		for (member, key) in (1..).zip(SEATS) {
			let view = Consortium::member_by_account(&key.to_account_id()).unwrap();
			assert_eq!(view.id, MemberId(member));
			let capable = |capability: &Capability| view.capabilities.contains(*capability);
			assert!(Capability::ALL.iter().all(capable));
		}
		assert!(Statutes::is_test_network());
	});
}

/// Validator ids are seat accounts, so that no rotation of keys drops a vote or a proof.
#[test]
fn session_should_have_the_seats_as_validators_when_the_chain_begins() {
	for (preset, count) in [("development", 1), ("local_testnet", 4)] {
		genesis_of(preset).execute_with(|| {
			assert_eq!(Session::validators(), seats(count));
			let council = pallet_collective::Members::<Runtime, CouncilCollective>::get();
			assert_eq!(council, seats(count));
		});
	}
}

/// The consortium is built before the session, which asks it who validates: keys alone do not.
#[test]
fn session_should_leave_an_institution_out_when_it_has_keys_but_does_not_validate() {
	let mut whole = configuration(&preset("local_testnet"));
	whole["consortium"]["institutions"][3]["validator"] = json!(false);
	let storage = read(whole).ok().unwrap().build_storage().unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		assert_eq!(Session::validators(), seats(3));
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 3);
	});
}

#[test]
fn consensus_should_have_the_well_known_keys_when_the_chain_begins() {
	genesis_of("local_testnet").execute_with(|| {
		let aura: Vec<_> = pallet_aura::Authorities::<Runtime>::get().into_inner();
		let sr25519 = Sr25519Keyring::iter().take(4).map(|key| key.public().into());
		assert_eq!(sorted(aura), sorted(sr25519.collect()));
		let grandpa = Grandpa::grandpa_authorities();
		assert!(grandpa.iter().all(|(_, weight)| *weight == 1));
		let found = grandpa.into_iter().map(|(key, _)| key).collect();
		let ed25519 = Ed25519Keyring::iter().take(4).map(|key| key.public().into());
		assert_eq!(sorted(found), sorted(ed25519.collect()));
		assert_eq!(Aura::slot_duration(), 1_000);
	});
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
	list.sort();
	list
}

/// Accounts that the chain knows are never reaped: a reaped one would begin again with nonce 0.
#[test]
fn seats_and_keys_should_have_providers_when_the_chain_begins() {
	genesis_of("local_testnet").execute_with(|| {
		for seat in seats(4) {
			assert!(SeatAccounts::<Runtime>::contains_key(&seat));
			assert_eq!((System::providers(&seat), System::consumers(&seat)), (1, 1));
		}
		for key in SEATS {
			assert_eq!(System::providers(&key.to_account_id()), 1);
		}
	});
}

#[test]
fn genesis_should_refuse_a_field_when_it_is_unknown() {
	let whole = configuration(&preset("local_testnet"));
	assert!(read(whole.clone()).is_ok());
	let places = [
		"",
		"/consortium",
		"/consortium/quota",
		"/consortium/institutions/0",
		"/consortium/institutions/0/keys/0",
		"/session",
		"/statutes",
		"/council",
		"/aura",
		"/grandpa",
		"/system",
	];
	for place in places {
		let mut changed = whole.clone();
		let object = changed.pointer_mut(place).expect("the place is there");
		object.as_object_mut().expect("it is an object").insert("typo".into(), json!(1));
		let error = read(changed).err().expect(place).to_string();
		assert!(error.contains("typo"), "{place}: {error}");
	}
}

/// The message of a genesis that must not be built.
fn refusal(change: impl FnOnce(&mut Value)) -> String {
	let mut whole = configuration(&preset("local_testnet"));
	change(&mut whole);
	let config = read(whole).unwrap();
	let panic = std::panic::catch_unwind(|| config.build_storage()).expect_err("it was built");
	panic.downcast_ref::<String>().cloned().unwrap_or_default()
}

#[test]
fn genesis_should_be_refused_when_a_validator_lacks_the_capability() {
	let message = refusal(|whole| {
		whole["consortium"]["institutions"][0]["capabilities"] = json!(["register"]);
		whole["consortium"]["institutions"][0]["jurisdiction"] = Value::Null;
	});
	assert!(message.contains("validator of Alice"), "{message}");
}

#[test]
fn genesis_should_be_refused_when_two_institutions_have_one_credit_code() {
	let message = refusal(|whole| {
		let code = whole["consortium"]["institutions"][0]["credit_code"].clone();
		whole["consortium"]["institutions"][1]["credit_code"] = code;
	});
	assert!(message.contains("IdentityTaken"), "{message}");
}

#[test]
fn genesis_should_be_refused_when_its_quota_leaves_no_room_for_a_block() {
	let message = refusal(|whole| {
		whole["consortium"]["quota"]["ref_time"] = json!(1);
	});
	assert!(message.contains("quota"), "{message}");
}
