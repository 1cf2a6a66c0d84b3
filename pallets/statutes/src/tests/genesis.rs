use crate::{defaults::first_versions, mock::*, GenesisConfig};
use quanqi_types::{RuleId, StatuteValue, Term, TermUnit};
use sp_runtime::BuildStorage;

#[test]
fn genesis_should_hold_every_first_version_when_nothing_else_is_said() {
	let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		for (rule, version) in first_versions() {
			assert_eq!(Statutes::version_on(rule, version.effective_from), Some(version));
		}
		assert!(!Statutes::is_test_network());
		Statutes::do_try_state().unwrap();
	});
}

#[test]
fn genesis_should_be_the_same_when_written_as_json_and_read_back() {
	let config = GenesisConfig::<Test>::default();
	let json = serde_json::to_string(&config).unwrap();
	let read: GenesisConfig<Test> = serde_json::from_str(&json).unwrap();
	assert_eq!(read.versions, config.versions);
	assert_eq!(read.test_network, config.test_network);
}

#[test]
fn genesis_should_be_refused_when_it_has_an_unknown_field() {
	let json = r#"{"testNetwork":true,"versions":[],"extra":1}"#;
	assert!(serde_json::from_str::<GenesisConfig<Test>>(json).is_err());
}

#[test]
#[should_panic(expected = "NotLater")]
fn genesis_should_stop_when_versions_do_not_ascend() {
	let rule = RuleId::PublicNoticePeriod;
	ExtBuilder::default().with(rule, days(5, 1)).with(rule, days(5, 2)).build();
}

#[test]
#[should_panic(expected = "MinutesOutsideTestNetwork")]
fn genesis_should_stop_when_minutes_are_outside_a_test_network() {
	let minute = Term { number: 1, unit: TermUnit::Minute };
	ExtBuilder::default()
		.with(RuleId::PublicNoticePeriod, version(0, StatuteValue::Term(minute)))
		.build();
}
