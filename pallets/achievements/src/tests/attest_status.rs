use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::Cause;
use quanqi_traits::{
	testing::{FakeMembers, FakeTitles},
	Achievements as _, Titles,
};
use quanqi_types::{
	AchievementId, AchievementKind, Capability, Date, MemberId, Moment, OfficialStatus,
};
use sp_runtime::{DispatchError, DispatchResult};

fn act(achievement: AchievementId, status: OfficialStatus, legal_date: Date) -> Attestation {
	Attestation {
		achievement,
		status,
		legal_date,
		document: label("CNIPA 2026-1"),
		becomes: None,
		filed: None,
		protection_until: None,
	}
}

fn attest(attestation: Attestation) -> DispatchResult {
	Achievements::attest_status(signed(OFFICE), attestation)
}

#[test]
fn attest_status_should_change_record_and_title_on_the_offices_date() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let day = date(2026, 5, 4);
		assert_ok!(attest(act(achievement, OfficialStatus::Lapsed, day)));
		assert_eq!(record(achievement).official.status, OfficialStatus::Lapsed);
		let title = FakeTitles::title(achievement).unwrap();
		assert_eq!(title.official_status, OfficialStatus::Lapsed);
		let history = FakeTitles::history(achievement);
		let entry = history[1].body();
		assert_eq!(entry.cause, Cause::Office(label("CNIPA 2026-1")));
		let legal = entry.legal_date.unwrap();
		assert_eq!((legal.moment, legal.attested_by), (day.start(), MemberId(OFFICE)));
		let kind = AchievementKind::InventionPatent;
		System::assert_last_event(
			Event::StatusAttested {
				achievement,
				old: OfficialStatus::Granted,
				new: OfficialStatus::Lapsed,
				old_kind: kind,
				new_kind: kind,
				protection_until: title.protection_until,
				legal_date: day,
				attested_by: MemberId(OFFICE),
			}
			.into(),
		);
	});
}

/// T12: protection is counted from filing when the application is granted.
#[test]
fn attest_status_should_turn_an_application_into_a_patent_when_granted() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(application("A1")));
		let granted = Attestation {
			becomes: Some(AchievementKind::InventionPatent),
			..act(achievement, OfficialStatus::Granted, date(2026, 6, 1))
		};
		assert_ok!(attest(granted));
		let facts = Achievements::facts(achievement).unwrap();
		assert_eq!(facts.kind, AchievementKind::InventionPatent);
		assert_eq!(facts.protection_until, Some(date(2045, 3, 1).start()));
	});
}

#[test]
fn attest_status_should_refuse_when_an_application_is_granted_as_nothing() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(application("A1")));
		let granted = act(achievement, OfficialStatus::Granted, date(2026, 6, 1));
		for becomes in
			[None, Some(AchievementKind::Software), Some(AchievementKind::PatentApplication)]
		{
			let granted = Attestation { becomes, ..granted.clone() };
			assert_noop!(attest(granted), Error::<Test>::WrongKind);
		}
	});
}

#[test]
fn attest_status_should_refuse_when_a_patent_would_change_its_kind() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let lapsed = Attestation {
			becomes: Some(AchievementKind::UtilityModel),
			..act(achievement, OfficialStatus::Lapsed, date(2026, 6, 1))
		};
		assert_noop!(attest(lapsed), Error::<Test>::WrongKind);
	});
}

/// A variety's protection counts from its grant.
#[test]
fn attest_status_should_count_from_the_grant_when_it_is_a_plant_variety() {
	ExtBuilder.build_and_execute(|| {
		let declaration = Declaration {
			kind: AchievementKind::PlantVariety,
			filed: Some(date(2024, 1, 1)),
			status: OfficialStatus::Filed,
			..patent("V1")
		};
		let achievement = register(sole(declaration));
		assert_eq!(record(achievement).protection_until, None);
		assert_ok!(attest(act(achievement, OfficialStatus::Granted, date(2026, 2, 3))));
		assert_eq!(record(achievement).protection_until, Some(date(2046, 2, 3).start()));
	});
}

#[test]
fn attest_status_should_take_the_attested_end_when_one_is_given() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let end = date(2045, 3, 1).start();
		let extended = Attestation {
			protection_until: Some(end),
			..act(achievement, OfficialStatus::PartlyInvalidated, date(2026, 6, 1))
		};
		assert_ok!(attest(extended));
		assert_eq!(FakeTitles::title(achievement).unwrap().protection_until, Some(end));
	});
}

#[test]
fn attest_status_should_correct_the_filing_day_when_the_register_has_another() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let granted = Attestation {
			filed: Some(date(2020, 3, 2)),
			..act(achievement, OfficialStatus::Granted, date(2022, 6, 1))
		};
		assert_ok!(attest(granted));
		assert_eq!(record(achievement).filed, Some(date(2020, 3, 2)));
		assert_eq!(record(achievement).protection_until, Some(date(2040, 3, 2).start()));
	});
}

#[test]
fn attest_status_should_only_write_the_record_while_disclosed() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(application("A1")));
		assert_ok!(attest(act(achievement, OfficialStatus::Published, date(2026, 6, 1))));
		assert_eq!(FakeTitles::history(achievement), vec![]);
		assert_ok!(Achievements::confirm(
			signed(INSTITUTE),
			achievement,
			MemberId(INSTITUTE),
			None
		));
		let title = FakeTitles::title(achievement).unwrap();
		assert_eq!(title.official_status, OfficialStatus::Published);
	});
}

#[test]
fn attest_status_should_refuse_when_the_member_may_not_attest() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let lapsed = act(achievement, OfficialStatus::Lapsed, date(2026, 6, 1));
		assert_noop!(
			Achievements::attest_status(signed(REGULATOR), lapsed),
			DispatchError::Other("not capable")
		);
	});
}

#[test]
fn attest_status_should_refuse_when_the_office_is_a_party() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::grant(INSTITUTE, Capability::AttestRegister);
		FakeMembers::grant(UNIVERSITY, Capability::AttestRegister);
		let waiting = register(shared(patent("A1")));
		let registered = register_shared("A2");
		for achievement in [waiting, registered] {
			for party in [UNIVERSITY, INSTITUTE] {
				let lapsed = act(achievement, OfficialStatus::Lapsed, date(2026, 6, 1));
				assert_noop!(
					Achievements::attest_status(signed(party), lapsed),
					Error::<Test>::AuthorityIsParty
				);
			}
		}
	});
}

#[test]
fn attest_status_should_refuse_when_the_act_is_in_the_future_or_before_filing() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let on = |day| act(achievement, OfficialStatus::Lapsed, day);
		assert_noop!(attest(on(date(2026, 11, 22))), Error::<Test>::DateInFuture);
		assert_noop!(attest(on(date(2020, 2, 29))), Error::<Test>::BeforeFiling);
	});
}

#[test]
fn attest_status_should_refuse_when_dated_before_the_act_attested_last() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(attest(act(achievement, OfficialStatus::Lapsed, date(2026, 6, 2))));
		let earlier = act(achievement, OfficialStatus::Restored, date(2026, 6, 1));
		assert_noop!(attest(earlier), Error::<Test>::AttestationOutOfOrder);
	});
}

#[test]
fn attest_status_should_refuse_when_the_status_cannot_follow() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(attest(act(achievement, OfficialStatus::Expired, date(2026, 6, 2))));
		let granted = act(achievement, OfficialStatus::Granted, date(2026, 6, 3));
		assert_noop!(attest(granted), Error::<Test>::WrongStatusOrder);
	});
}

#[test]
fn attest_status_should_let_the_titles_refusal_pass() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let restored = act(achievement, OfficialStatus::Restored, date(2026, 6, 3));
		assert_noop!(
			attest(restored),
			DispatchError::Other(quanqi_title::Reason::StatusUnfit.as_str())
		);
	});
}

#[test]
fn attest_status_should_refuse_when_the_document_has_no_number() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let mut lapsed = act(achievement, OfficialStatus::Lapsed, date(2026, 6, 3));
		lapsed.document.0 = Default::default();
		assert_noop!(attest(lapsed), Error::<Test>::InvalidText);
	});
}

/// T12: restoration keeps the end of protection.
#[test]
fn attest_status_should_restore_what_lapsed() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(attest(act(achievement, OfficialStatus::Lapsed, date(2026, 6, 2))));
		assert_ok!(attest(act(achievement, OfficialStatus::Restored, date(2026, 8, 2))));
		let title = FakeTitles::title(achievement).unwrap();
		assert_eq!(title.protection_until, Some(Moment(date(2040, 3, 1).start().0)));
		assert!(title.is_title_live(now()));
	});
}
