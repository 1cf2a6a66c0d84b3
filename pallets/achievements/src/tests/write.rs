use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{
	bounds::{MAX_EVIDENCE, MAX_IDENTIFIERS},
	AchievementId, Commitment, Identifier, IdentifierScheme, MemberId, Text,
};
use sp_runtime::DispatchResult;

fn report(byte: u8) -> Evidence {
	Evidence { digest: digest(byte), label: label("中试报告") }
}

fn add(by: u32, achievement: AchievementId, evidence: Evidence) -> DispatchResult {
	Achievements::add_evidence(signed(by), achievement, evidence, None)
}

#[test]
fn add_evidence_should_be_for_the_holder_while_disclosed() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		assert_ok!(add(UNIVERSITY, achievement, report(1)));
		assert_noop!(add(INSTITUTE, achievement, report(2)), Error::<Test>::NotWriter);
	});
}

#[test]
fn add_evidence_should_be_for_any_owner_when_registered() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register_shared("A1");
		assert_ok!(add(INSTITUTE, achievement, report(1)));
		assert_noop!(add(ENTERPRISE, achievement, report(2)), Error::<Test>::NotWriter);
		System::assert_last_event(
			Event::EvidenceAdded { achievement, evidence: report(1), by: MemberId(INSTITUTE) }
				.into(),
		);
	});
}

#[test]
fn add_evidence_should_let_one_report_serve_many_records() {
	ExtBuilder.build_and_execute(|| {
		for number in ["A1", "A2"] {
			let achievement = register(sole(patent(number)));
			assert_ok!(add(UNIVERSITY, achievement, report(1)));
		}
	});
}

#[test]
fn add_evidence_should_refuse_when_repeated_or_full() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		for byte in 0..u8::try_from(MAX_EVIDENCE).unwrap() {
			assert_ok!(add(UNIVERSITY, achievement, report(byte)));
		}
		assert_noop!(add(UNIVERSITY, achievement, report(0)), Error::<Test>::RepeatedEvidence);
		assert_noop!(add(UNIVERSITY, achievement, report(99)), Error::<Test>::TooMuchEvidence);
	});
}

#[test]
fn add_evidence_should_refuse_when_the_record_has_ended() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(Achievements::retire(signed(UNIVERSITY), achievement, None));
		assert_noop!(add(UNIVERSITY, achievement, report(1)), Error::<Test>::WrongLedgerStatus);
	});
}

fn grant_number(text: &str) -> Identifier {
	Identifier::new(IdentifierScheme::Grant, *b"CN", None, text).unwrap()
}

fn name(achievement: AchievementId, identifier: Identifier) -> DispatchResult {
	Achievements::add_identifier(signed(UNIVERSITY), achievement, identifier, None)
}

#[test]
fn add_identifier_should_name_the_record() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let identifier = grant_number("CN111111111B");
		assert_ok!(name(achievement, identifier.clone()));
		assert_eq!(Achievements::by_identifier(&identifier), Some(achievement));
		System::assert_last_event(
			Event::IdentifierAdded { achievement, identifier, by: MemberId(UNIVERSITY) }.into(),
		);
	});
}

#[test]
fn add_identifier_should_refuse_and_name_the_earlier_record_when_taken() {
	ExtBuilder.build_and_execute(|| {
		let earlier = register(sole(patent("A1")));
		let later = register(sole(patent("A2")));
		assert_ok!(name(earlier, grant_number("CN111111111B")));
		assert_noop!(
			name(later, grant_number("CN111111111B")),
			Error::<Test>::IdentifierTaken(earlier.into())
		);
	});
}

#[test]
fn add_identifier_should_refuse_when_full_or_of_another_register() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let software =
			Identifier::new(IdentifierScheme::SoftwareRegistration, *b"CN", None, "2020SR1");
		assert_noop!(name(achievement, software.unwrap()), Error::<Test>::WrongScheme);
		for number in 1..MAX_IDENTIFIERS {
			assert_ok!(name(achievement, grant_number(&format!("CN11111111{number}B"))));
		}
		assert_noop!(
			name(achievement, grant_number("CN222222222B")),
			Error::<Test>::TooManyIdentifiers
		);
	});
}

const TEXT: &str = "一种保密的方法";

fn sealed() -> AchievementId {
	let title = TitleText::Sealed(Commitment::new([9; 32], TEXT.as_bytes()));
	register(sole(Declaration { title, ..application("A1") }))
}

fn publish(achievement: AchievementId, salt: u8, text: &str) -> DispatchResult {
	let text = Text(text.as_bytes().to_vec().try_into().unwrap());
	Achievements::publish_title(signed(UNIVERSITY), achievement, [salt; 32], text, None)
}

#[test]
fn publish_title_should_show_the_text_when_it_opens_the_commitment() {
	ExtBuilder.build_and_execute(|| {
		let achievement = sealed();
		assert_ok!(publish(achievement, 9, TEXT));
		assert_eq!(record(achievement).title, TitleText::Open(Text::new(TEXT).unwrap()));
		let old = Commitment::new([9; 32], TEXT.as_bytes());
		let new = Text::new(TEXT).unwrap();
		System::assert_last_event(Event::TitlePublished { achievement, old, new }.into());
		assert_noop!(publish(achievement, 9, TEXT), Error::<Test>::NotSealed);
	});
}

#[test]
fn publish_title_should_refuse_when_salt_or_text_is_wrong() {
	ExtBuilder.build_and_execute(|| {
		let achievement = sealed();
		assert_noop!(publish(achievement, 8, TEXT), Error::<Test>::WrongOpening);
		assert_noop!(publish(achievement, 9, "另一种方法"), Error::<Test>::WrongOpening);
		assert_noop!(publish(achievement, 9, ""), Error::<Test>::InvalidText);
	});
}
