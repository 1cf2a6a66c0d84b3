use super::*;
use crate::refusal_of;
use codec::Encode;
use quanqi_title::{Refusal, Rule};

fn bytes(error: &Error<Test>) -> [u8; 4] {
	let mut bytes = error.encode();
	bytes.resize(4, 0);
	bytes.try_into().unwrap()
}

#[test]
fn errors_should_read_back_as_the_refusal_for_every_rule_and_reason() {
	let rules = [
		Rule::Form,
		Rule::T1,
		Rule::T2,
		Rule::T3,
		Rule::T4,
		Rule::T5,
		Rule::T6,
		Rule::T7,
		Rule::T8,
		Rule::T9,
		Rule::T10,
		Rule::T11,
		Rule::T12,
	];
	for rule in rules {
		for reason in Reason::ALL {
			for with in [None, Some(0), Some(65_533)] {
				let refusal = Refusal { rule, reason: *reason, with };
				assert_eq!(refusal_of(bytes(&refusal.into())), Some(refusal));
			}
		}
	}
}

#[test]
fn errors_should_leave_the_number_out_when_it_does_not_fit() {
	let refusal = Refusal { rule: Rule::T4, reason: Reason::PoolInTheWay, with: Some(70_000) };
	assert_eq!(refusal_of(bytes(&refusal.into())).unwrap().with, None);
}

#[test]
fn errors_should_be_no_refusal_when_no_rule_refused() {
	assert_eq!(refusal_of(bytes(&Error::UnknownAchievement)), None);
	assert_eq!(refusal_of(bytes(&Error::NumbersUsedUp)), None);
}

#[test]
fn integrity_should_hold_for_the_mock() {
	Rights::check_integrity();
}
