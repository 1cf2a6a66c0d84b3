use crate::{mock::*, types::*};
use codec::{Decode, Encode};
use frame_support::{assert_ok, traits::Hooks};
use quanqi_title::{ConsentRole, Reason};
use quanqi_traits::testing::FakeStatutes;
use quanqi_types::{GrantId, RuleId, StatuteValue};

#[test]
fn grants_should_come_in_pages() {
	patent(|| {
		for _ in 0..5 {
			proposed(ownership());
		}
		let ids = |page: &crate::runtime_api::GrantPage| -> Vec<u64> {
			page.items.iter().map(|view| view.id.0).collect()
		};
		let first = Grants::grant_page(None, 3);
		assert_eq!((ids(&first), first.next), (vec![1, 2, 3], Some(GrantId(3))));
		let rest = Grants::grant_page(first.next, 3);
		assert_eq!((ids(&rest), rest.next), (vec![4, 5], None));
		let first = Grants::grant_page_of(WORK, None, 3);
		assert_eq!((ids(&first), first.next), (vec![1, 2, 3], Some(GrantId(3))));
		let rest = Grants::grant_page_of(WORK, first.next, 3);
		assert_eq!((ids(&rest), rest.next), (vec![4, 5], None));
	});
}

#[test]
fn grant_should_say_who_approved_accepted_and_is_missing() {
	ExtBuilder::default().with_institute().build_and_execute(|| {
		let id = closed(ownership());
		assert_ok!(accept(STUDENT, id));
		let view = Grants::grant_view(id).unwrap();
		assert_eq!((view.approvals, view.accepted), (1, vec![member(STUDENT)]));
		assert_eq!(view.missing, [(member(INSTITUTE), ConsentRole::CoOwner)]);
		assert_ok!(consent(INSTITUTE, id, ConsentRole::CoOwner));
		assert!(Grants::grant_view(id).unwrap().missing.is_empty());
	});
}

#[test]
fn check_should_say_yes_and_whom_to_ask() {
	ExtBuilder::default().with_institute().build_and_execute(|| {
		let answer = Grants::check_terms(member(UNIVERSITY), ownership());
		assert!(answer.lawful, "{answer:?}");
		assert_eq!(answer.missing, [(member(INSTITUTE), ConsentRole::CoOwner)]);
		assert_eq!(answer.judged.len(), 2);
	});
}

/// The numbers required and found stand beside the name of the rule, in full.
#[test]
fn check_should_name_the_rule_and_the_numbers() {
	patent(|| {
		let floor = StatuteValue::Ppm(750_001);
		FakeStatutes::set(RuleId::CompleterIncomeFloor, start(), floor);
		let answer = Grants::check_terms(member(UNIVERSITY), ownership());
		assert_eq!((answer.lawful, answer.error.as_deref()), (false, Some("G8BelowFloor")));
		let found = answer.judged.iter().find(|j| j.rule == RuleId::CompleterIncomeFloor).unwrap();
		assert_eq!((found.required, found.found, found.binding), (750_001, 750_000, true));
	});
}

/// G6: the title's refusal, with the record in the way.
#[test]
fn check_should_show_the_titles_refusal() {
	patent(|| {
		let mut terms = long_term(&[years(10)]);
		let Content::LongTermUse { subject_to, .. } = &mut terms.content else {
			panic!("a use right")
		};
		subject_to.try_push(77).unwrap();
		let answer = Grants::check_terms(member(UNIVERSITY), terms);
		let refusal = answer.refusal.unwrap();
		assert_eq!((refusal.reason, refusal.with), (Reason::SubjectToUnknown, Some(77)));
		assert!(!answer.lawful);
	});
}

#[test]
fn check_should_say_no_when_the_unit_is_nobody() {
	patent(|| {
		let answer = Grants::check_terms(member(99), ownership());
		assert_eq!(answer.error.as_deref(), Some("no such member"));
	});
}

#[test]
fn integrity_test_should_pass_when_the_weights_fit() {
	<Grants as Hooks<u64>>::integrity_test();
}

/// The encoding of a record is for ever.
#[test]
fn record_should_keep_its_encoding() {
	patent(|| {
		for terms in [ownership(), long_term(&[years(5), years(5)])] {
			let record = Record::V1(grant(agreed(terms)));
			let bytes = record.encode();
			assert_eq!(bytes[0], 1);
			assert_eq!(Record::decode(&mut &bytes[..]).unwrap(), record);
			let json = serde_json::to_string(&record).unwrap();
			assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
		}
	});
}

#[test]
fn codes_should_keep_their_numbers() {
	let statuses = [
		GrantStatus::Proposed,
		GrantStatus::Approved,
		GrantStatus::Noticed,
		GrantStatus::Agreed,
		GrantStatus::Effective,
		GrantStatus::Rejected,
		GrantStatus::Withdrawn,
		GrantStatus::Rescinded,
	];
	for (number, status) in statuses.iter().enumerate() {
		assert_eq!(status.encode(), [number as u8]);
	}
	let payees = [
		IncomePayee::Completers,
		IncomePayee::Contributors,
		IncomePayee::Unit,
		IncomePayee::Department,
		IncomePayee::Fund,
		IncomePayee::Other,
	];
	for (number, payee) in payees.iter().enumerate() {
		assert_eq!(payee.encode(), [number as u8]);
	}
}
