use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{Act, DecisionRef};
use quanqi_traits::{
	testing::{FakeMembers, FakeTitles},
	Titles,
};
use quanqi_types::{AchievementId, Capability, LedgerStatus, MemberId};
use sp_runtime::{DispatchError, DispatchResult};

fn void(by: u32, achievement: AchievementId) -> DispatchResult {
	Achievements::void(signed(by), achievement, label("浙科裁〔2026〕1号"), digest(3))
}

#[test]
fn void_should_end_record_and_title_by_decision() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(void(REGULATOR, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Voided);
		let title = FakeTitles::title(achievement).unwrap();
		assert_eq!(title.ledger_status, LedgerStatus::Voided);
		let history = FakeTitles::history(achievement);
		assert_eq!(history[1].body().act, Act::Retired { voided: true });
		let decision = DecisionRef {
			authority: MemberId(REGULATOR),
			document: label("浙科裁〔2026〕1号"),
			digest: digest(3),
		};
		System::assert_last_event(Event::Voided { achievement, decision }.into());
	});
}

#[test]
fn void_should_free_the_identifier() {
	ExtBuilder.build_and_execute(|| {
		let wrong = register(sole(patent("A1")));
		assert_ok!(void(REGULATOR, wrong));
		let right = register(sole(patent("A1")));
		assert_eq!(Achievements::by_identifier(&internal("A1")), Some(right));
		// The voided record still says which number it had.
		assert_eq!(record(wrong).identifiers.to_vec(), vec![internal("A1")]);
	});
}

#[test]
fn void_should_end_a_disclosure_and_a_retired_record_too() {
	ExtBuilder.build_and_execute(|| {
		let waiting = register(shared(patent("A1")));
		let retired = register(sole(patent("A2")));
		assert_ok!(Achievements::retire(signed(UNIVERSITY), retired, None));
		for achievement in [waiting, retired] {
			assert_ok!(void(REGULATOR, achievement));
			assert_eq!(record(achievement).ledger_status, LedgerStatus::Voided);
		}
	});
}

#[test]
fn void_should_refuse_when_voided_already() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(void(REGULATOR, achievement));
		assert_noop!(void(REGULATOR, achievement), Error::<Test>::WrongLedgerStatus);
	});
}

#[test]
fn void_should_refuse_when_not_an_authority_or_a_party() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::grant(INSTITUTE, Capability::Adjudicate);
		let achievement = register_shared("A1");
		assert_noop!(void(OFFICE, achievement), DispatchError::Other("not capable"));
		assert_noop!(void(INSTITUTE, achievement), Error::<Test>::AuthorityIsParty);
	});
}

#[test]
fn void_should_refuse_when_the_decision_has_no_number() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let no_number = quanqi_types::Text(Default::default());
		assert_noop!(
			Achievements::void(signed(REGULATOR), achievement, no_number, digest(3)),
			Error::<Test>::InvalidText
		);
	});
}

fn change_holder(by: u32, achievement: AchievementId, holder: u32) -> DispatchResult {
	let document = label("浙科裁〔2026〕2号");
	Achievements::change_holder(signed(by), achievement, MemberId(holder), document, digest(4))
}

#[test]
fn change_holder_should_move_the_record_to_the_successor() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(change_holder(REGULATOR, achievement, INSTITUTE));
		assert_eq!(record(achievement).holder, MemberId(INSTITUTE));
		let page = Achievements::page_by_holder(MemberId(INSTITUTE), None, 10);
		assert_eq!(page.items.len(), 1);
		let none = Achievements::page_by_holder(MemberId(UNIVERSITY), None, 10);
		assert_eq!(none.items.len(), 0);
	});
}

#[test]
fn change_holder_should_refuse_when_same_unknown_or_decided_by_a_party() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::grant(UNIVERSITY, Capability::Adjudicate);
		let achievement = register(sole(patent("A1")));
		assert_noop!(change_holder(REGULATOR, achievement, UNIVERSITY), Error::<Test>::SameHolder);
		assert_noop!(change_holder(REGULATOR, achievement, 99), Error::<Test>::UnknownMember);
		for (by, holder) in [(UNIVERSITY, INSTITUTE), (REGULATOR, REGULATOR)] {
			assert_noop!(change_holder(by, achievement, holder), Error::<Test>::AuthorityIsParty);
		}
	});
}
