use super::*;
use crate::{GenesisConfig, Members, Seats, Validators};
use sp_runtime::BuildStorage;

fn try_build(change: impl Fn(&mut GenesisConfig<Test>)) {
	let mut genesis =
		GenesisConfig::<Test> { institutions: ExtBuilder::founders(), ..Default::default() };
	change(&mut genesis);
	let storage =
		RuntimeGenesisConfig { consortium: genesis, ..Default::default() }.build_storage().unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| Consortium::do_try_state().unwrap());
}

#[test]
fn genesis_should_found_the_institutions_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Members::<Test>::iter().count(), 4);
		assert_eq!(Seats::<Test>::get().into_inner(), (1..=4).map(id).collect::<Vec<_>>());
		assert_eq!(Validators::<Test>::get().len(), 4);
		assert_eq!(System::providers(&Consortium::seat_account(id(4))), 1);
		assert_eq!(crate::NextMemberId::<Test>::get(), 5);
	});
}

#[test]
fn genesis_should_take_one_validator_and_nodes() {
	try_build(|genesis| {
		genesis.institutions.truncate(1);
		genesis.institutions[0].node_ids = vec![node_id(1)];
	});
}

#[test]
#[should_panic(expected = "IdentityTaken")]
fn genesis_should_panic_when_two_institutions_share_a_credit_code() {
	try_build(|genesis| genesis.institutions[1].credit_code = Some(credit_code(1)));
}

#[test]
#[should_panic(expected = "validator of 机构 1")]
fn genesis_should_panic_when_a_validator_may_not_validate() {
	try_build(|genesis| genesis.institutions[0].capabilities.remove(Capability::Validate));
}

#[test]
#[should_panic(expected = "NodeTaken")]
fn genesis_should_panic_when_two_institutions_share_a_node() {
	try_build(|genesis| {
		genesis.institutions[0].node_ids = vec![node_id(1)];
		genesis.institutions[1].node_ids = vec![node_id(1)];
	});
}

#[test]
#[should_panic(expected = "leaves no room for a block")]
fn genesis_should_panic_when_the_quota_is_too_small() {
	try_build(|genesis| genesis.quota.bytes = 1);
}

#[test]
fn genesis_json_should_round_trip_and_refuse_unknown_fields() {
	let genesis =
		GenesisConfig::<Test> { institutions: ExtBuilder::founders(), ..Default::default() };
	let json = serde_json::to_value(&genesis).unwrap();
	let back: GenesisConfig<Test> = serde_json::from_value(json.clone()).unwrap();
	assert_eq!(back.institutions, genesis.institutions);
	let mut unknown = json;
	unknown["institutions"][0]["seats"] = true.into();
	assert!(serde_json::from_value::<GenesisConfig<Test>>(unknown).is_err());
}

#[test]
fn genesis_json_should_need_little_for_an_institution() {
	let json = serde_json::json!({
		"kind": "enterprise",
		"name": "某公司",
		"credit_code": credit_code(9).to_string(),
		"location": { "division": 330_100 },
	});
	let institution: crate::Institution<AccountId> = serde_json::from_value(json).unwrap();
	assert!(!institution.seat && institution.keys.is_empty());
}
