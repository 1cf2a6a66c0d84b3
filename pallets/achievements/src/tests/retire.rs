use crate::{mock::*, Error, Event, Retirements};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{Act, Actor, Cause, Reason};
use quanqi_traits::{testing::FakeStatutes, testing::FakeTitles, Step, Titles};
use quanqi_types::{
	AchievementId, AchievementKind, ConsentAct, ConsentRule, LedgerStatus, MemberId, Moment,
	RuleId, StatuteValue, WHOLE_PPM,
};
use sp_runtime::{DispatchError, DispatchResult};

fn retire(by: u32, achievement: AchievementId) -> DispatchResult {
	Achievements::retire(signed(by), achievement, None)
}

#[test]
fn retire_should_end_record_and_title_when_the_owner_is_sole() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Retired);
		let title = FakeTitles::title(achievement).unwrap();
		assert_eq!(title.ledger_status, LedgerStatus::Retired);
		System::assert_last_event(Event::Retired { achievement }.into());
	});
}

/// T8: all co-owners by default.
#[test]
fn retire_should_wait_for_every_co_owner() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register_shared("A1");
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Registered);
		System::assert_last_event(
			Event::RetirementDeclared { achievement, owner: MemberId(UNIVERSITY) }.into(),
		);
		// Again from the same owner changes nothing.
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Registered);
		assert_ok!(retire(INSTITUTE, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Retired);
		assert!(!Retirements::<Test>::contains_key(achievement));
	});
}

/// T8: the rule is the statute's, not this pallet's.
#[test]
fn retire_should_need_no_other_when_the_statute_says_any() {
	ExtBuilder.build_and_execute(|| {
		let rule = RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::Retire);
		FakeStatutes::set(rule, Moment(1), StatuteValue::Consent(ConsentRule::Any));
		let achievement = register_shared("A1");
		assert_ok!(retire(INSTITUTE, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Retired);
	});
}

#[test]
fn retire_should_keep_the_identifier_taken() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_noop!(
			Achievements::register(signed(UNIVERSITY), Box::new(sole(patent("A1"))), None),
			Error::<Test>::IdentifierTaken(achievement.into())
		);
	});
}

#[test]
fn retire_should_refuse_when_not_an_owner_or_not_registered() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_noop!(retire(ENTERPRISE, achievement), Error::<Test>::NotOwner);
		let waiting = register(shared(patent("A2")));
		assert_noop!(retire(UNIVERSITY, waiting), Error::<Test>::WrongLedgerStatus);
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_noop!(retire(UNIVERSITY, achievement), Error::<Test>::WrongLedgerStatus);
	});
}

#[test]
fn take_back_retirement_should_undo_the_declaration() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register_shared("A1");
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_ok!(Achievements::take_back_retirement(signed(UNIVERSITY), achievement, None));
		System::assert_last_event(
			Event::RetirementTakenBack { achievement, owner: MemberId(UNIVERSITY) }.into(),
		);
		assert_ok!(retire(INSTITUTE, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Registered);
	});
}

#[test]
fn take_back_retirement_should_refuse_when_nothing_was_declared() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register_shared("A1");
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_noop!(
			Achievements::take_back_retirement(signed(INSTITUTE), achievement, None),
			Error::<Test>::NotDeclared
		);
	});
}

fn sell_share(achievement: AchievementId, from: u32, to: u32, ppm: u32) {
	let consents = [UNIVERSITY, INSTITUTE, ENTERPRISE, PROFESSOR, STUDENT]
		.into_iter()
		.flat_map(|member| {
			use quanqi_title::ConsentRole::{CoOwner, PreEmption, Recipient};
			[CoOwner, PreEmption, Recipient].map(|role| quanqi_title::Consent {
				member: MemberId(member),
				role,
				deemed: false,
				mandate: None,
			})
		})
		.collect();
	let step = Step {
		actor: Actor { member: MemberId(from), mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents,
		act: Act::ShareTransferred { agreed: None, from: MemberId(from), to: MemberId(to), ppm },
	};
	assert_ok!(FakeTitles::append(achievement, step));
}

/// T2: who sold its share since has no say any more.
#[test]
fn retire_should_forget_the_declaration_of_who_sold_its_share() {
	ExtBuilder.build_and_execute(|| {
		let kind = AchievementKind::Software;
		let rule = RuleId::Consent(kind, ConsentAct::Transfer);
		FakeStatutes::set(rule, Moment(0), StatuteValue::Consent(ConsentRule::All));
		let term = quanqi_types::Term { number: 30, unit: quanqi_types::TermUnit::Day };
		FakeStatutes::set(
			RuleId::PreEmptionPeriod(quanqi_types::PreEmption::Completer),
			Moment(0),
			StatuteValue::Term(term),
		);
		let achievement = register(shared(software("A1")));
		assert_ok!(Achievements::confirm(
			signed(INSTITUTE),
			achievement,
			MemberId(INSTITUTE),
			None
		));
		assert_ok!(retire(INSTITUTE, achievement));
		sell_share(achievement, INSTITUTE, ENTERPRISE, WHOLE_PPM / 2);
		assert_ok!(retire(UNIVERSITY, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Registered);
		assert_ok!(retire(ENTERPRISE, achievement));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Retired);
	});
}

/// T6: what others still hold keeps the record; the title's refusal passes through.
#[test]
fn retire_should_refuse_when_the_title_does() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let rule = RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::OrdinaryLicence);
		FakeStatutes::set(rule, Moment(0), StatuteValue::Consent(ConsentRule::Any));
		let grant = quanqi_title::UseGrant {
			grantor: MemberId(UNIVERSITY),
			form: quanqi_types::UseForm::Ordinary,
			basis: quanqi_title::UseBasis::Licence,
			holders: quanqi_types::Shares::single(MemberId(ENTERPRISE)),
			scope: quanqi_types::Scope {
				territories: quanqi_types::Territories::AllExcept(Default::default()),
				fields: quanqi_types::FieldsOfUse::All,
				acts: quanqi_types::Acts(31),
			},
			period: quanqi_types::Period { from: now(), until: None },
			transferable: false,
			sublicensable: false,
			sublicences_survive: false,
			subject_to: Default::default(),
			replaces: None,
		};
		let accepts = quanqi_title::Consent {
			member: MemberId(ENTERPRISE),
			role: quanqi_title::ConsentRole::Recipient,
			deemed: false,
			mandate: None,
		};
		let step = Step {
			actor: Actor { member: MemberId(UNIVERSITY), mandate: None },
			cause: Cause::Declaration,
			legal_date: None,
			consents: vec![accepts],
			act: Act::UseGranted(Box::new(grant)),
		};
		assert_ok!(FakeTitles::append(achievement, step));
		assert_noop!(
			retire(UNIVERSITY, achievement),
			DispatchError::Other(Reason::RightsStand.as_str())
		);
	});
}
