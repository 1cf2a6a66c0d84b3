use crate::{mock::*, types::*, ByHolder, ByIdentifier, Error, Event, NextId};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::Act;
use quanqi_traits::{
	testing::{FakeMembers, FakeTitles},
	MemberStatus, Titles,
};
use quanqi_types::{
	AchievementId, AchievementKind, Identifier, IdentifierScheme, LedgerStatus, MandateId,
	MemberId, OfficialStatus, PreEmption, Text, WHOLE_PPM,
};
use sp_runtime::DispatchError;

fn try_register(submission: Submission) -> sp_runtime::DispatchResult {
	Achievements::register(signed(UNIVERSITY), Box::new(submission), None)
}

#[test]
fn register_should_begin_the_title_at_once_when_the_owner_is_sole() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_eq!(achievement, AchievementId(1));
		let title = FakeTitles::title(achievement).unwrap();
		assert_eq!(title.owners.part_of(MemberId(UNIVERSITY)), WHOLE_PPM);
		assert_eq!(title.ledger_status, LedgerStatus::Registered);
		assert_eq!(title.kind, AchievementKind::InventionPatent);
		assert_eq!(record(achievement).registered_at, Some(now()));
		System::assert_has_event(
			Event::Disclosed { achievement, holder: MemberId(UNIVERSITY), mandate: None }.into(),
		);
		System::assert_last_event(
			Event::Registered { achievement, holder: MemberId(UNIVERSITY) }.into(),
		);
	});
}

#[test]
fn register_should_wait_for_the_others_when_there_are_co_owners() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Disclosed);
		assert_eq!(FakeTitles::title(achievement), None);
		let view = Achievements::view(achievement).unwrap();
		assert_eq!(view.awaited, vec![MemberId(INSTITUTE)]);
		assert!(view.owners.unwrap().contains(MemberId(INSTITUTE)));
	});
}

/// The title protects an invention to the twentieth anniversary of filing, that day excluded.
#[test]
fn register_should_compute_the_end_of_protection_from_the_filing_day() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let end = Some(date(2040, 3, 1).start());
		assert_eq!(FakeTitles::title(achievement).unwrap().protection_until, end);
		assert_eq!(record(achievement).protection_until, end);
	});
}

#[test]
fn register_should_use_the_law_of_the_filing_day_when_the_term_has_changed() {
	ExtBuilder.build_and_execute(|| {
		let design = |number, filed| {
			let declaration =
				Declaration { kind: AchievementKind::Design, filed: Some(filed), ..patent(number) };
			record(register(sole(declaration))).protection_until
		};
		assert_eq!(design("A1", date(2021, 5, 31)), Some(date(2031, 5, 31).start()));
		assert_eq!(design("A2", date(2021, 6, 1)), Some(date(2036, 6, 1).start()));
	});
}

#[test]
fn register_should_know_no_end_of_protection_when_the_kind_has_none() {
	ExtBuilder.build_and_execute(|| {
		for declaration in [software("A1"), application("A2")] {
			assert_eq!(record(register(sole(declaration))).protection_until, None);
		}
	});
}

fn pre_emptions(achievement: AchievementId) -> Vec<(MemberId, PreEmption)> {
	FakeTitles::title(achievement).unwrap().pre_emption.into_inner()
}

/// T8, Civil Code art. 847.
#[test]
fn register_should_name_completers_for_pre_emption_when_it_is_a_service_achievement() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let expected = [PROFESSOR, STUDENT].map(|m| (MemberId(m), PreEmption::Completer));
		assert_eq!(pre_emptions(achievement), expected);
		let private = Declaration { service: false, ..patent("A2") };
		assert_eq!(pre_emptions(register(sole(private))), vec![]);
	});
}

/// T8, Civil Code art. 859.
#[test]
fn register_should_name_the_commissioner_for_pre_emption_when_there_is_one() {
	ExtBuilder.build_and_execute(|| {
		let commissioned = Declaration {
			service: false,
			funding: Funding::Commissioned { commissioner: MemberId(ENTERPRISE) },
			..application("A1")
		};
		let achievement = register(sole(commissioned));
		let expected = vec![(MemberId(ENTERPRISE), PreEmption::Commissioner)];
		assert_eq!(pre_emptions(achievement), expected);
	});
}

/// T8, Civil Code art. 860.
#[test]
fn register_should_name_co_developers_for_pre_emption_when_it_is_an_application() {
	ExtBuilder.build_and_execute(|| {
		let alone = |declaration| Declaration { service: false, ..declaration };
		let confirm = |achievement| {
			let institute = MemberId(INSTITUTE);
			assert_ok!(Achievements::confirm(signed(INSTITUTE), achievement, institute, None));
			pre_emptions(achievement)
		};
		let joint = confirm(register(shared(alone(application("A1")))));
		let expected = [UNIVERSITY, INSTITUTE].map(|m| (MemberId(m), PreEmption::CoDeveloper));
		assert_eq!(joint, expected);
		assert_eq!(confirm(register(shared(alone(patent("A2"))))), vec![]);
	});
}

#[test]
fn register_should_refuse_and_name_the_earlier_record_when_the_identifier_is_taken() {
	ExtBuilder.build_and_execute(|| {
		let earlier = register(shared(patent("A1")));
		assert_noop!(
			try_register(sole(patent("A1"))),
			Error::<Test>::IdentifierTaken(earlier.into())
		);
	});
}

#[test]
fn register_should_refuse_when_one_record_names_a_number_twice() {
	ExtBuilder.build_and_execute(|| {
		let mut declaration = patent("A1");
		declaration.identifiers.try_push(internal("A1")).unwrap();
		let own = AchievementId(NextId::<Test>::get());
		assert_noop!(try_register(sole(declaration)), Error::<Test>::IdentifierTaken(own.into()));
	});
}

#[test]
fn register_should_index_record_by_number_and_holder() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_eq!(ByIdentifier::<Test>::get(internal("A1")), Some(achievement));
		assert!(ByHolder::<Test>::contains_key(MemberId(UNIVERSITY), achievement));
	});
}

#[test]
fn register_should_refuse_when_the_member_may_not_register() {
	ExtBuilder.build_and_execute(|| {
		let submission = owned_by(patent("A1"), &[(ENTERPRISE, 1_000_000)]);
		assert_noop!(
			Achievements::register(signed(ENTERPRISE), Box::new(submission), None),
			DispatchError::Other("not capable")
		);
	});
}

#[test]
fn register_should_refuse_when_the_member_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::set_status(UNIVERSITY, MemberStatus::Suspended);
		assert_noop!(try_register(sole(patent("A1"))), DispatchError::Other("member not active"));
	});
}

#[test]
fn register_should_be_in_the_name_of_the_principal_when_under_mandate() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::mandate(7, UNIVERSITY, ENTERPRISE);
		assert_ok!(Achievements::register(
			signed(ENTERPRISE),
			Box::new(sole(patent("A1"))),
			Some(MandateId(7))
		));
		assert_eq!(record(last_id()).holder, MemberId(UNIVERSITY));
		let history = FakeTitles::history(last_id());
		assert_eq!(history[0].body().actor.mandate.unwrap().agent, MemberId(ENTERPRISE));
		assert!(matches!(history[0].body().act, Act::Registered(_)));
	});
}

/// Civil Code art. 168.
#[test]
fn register_should_refuse_the_agent_when_it_is_an_owner_itself() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::mandate(7, UNIVERSITY, INSTITUTE);
		assert_noop!(
			Achievements::register(
				signed(INSTITUTE),
				Box::new(shared(patent("A1"))),
				Some(MandateId(7))
			),
			DispatchError::Other("the agent is a party")
		);
	});
}

#[test]
fn register_should_refuse_when_the_holder_owns_nothing() {
	ExtBuilder.build_and_execute(|| {
		let submission = owned_by(patent("A1"), &[(INSTITUTE, 1_000_000)]);
		assert_noop!(try_register(submission), Error::<Test>::HolderNotOwner);
	});
}

/// T1.
#[test]
fn register_should_refuse_when_the_parts_do_not_sum_to_the_whole() {
	ExtBuilder.build_and_execute(|| {
		let submission = owned_by(patent("A1"), &[(UNIVERSITY, 500_000), (INSTITUTE, 499_999)]);
		assert_noop!(try_register(submission), Error::<Test>::InvalidShares);
	});
}

#[test]
fn register_should_refuse_when_an_owner_or_commissioner_is_unknown_or_expelled() {
	ExtBuilder.build_and_execute(|| {
		let stranger = owned_by(patent("A1"), &[(UNIVERSITY, 500_000), (99, 500_000)]);
		assert_noop!(try_register(stranger), Error::<Test>::UnknownMember);
		FakeMembers::set_status(INSTITUTE, MemberStatus::Expelled);
		assert_noop!(try_register(shared(patent("A1"))), Error::<Test>::UnknownMember);
		let funding = Funding::Commissioned { commissioner: MemberId(99) };
		let declaration = Declaration { funding, ..patent("A1") };
		assert_noop!(try_register(sole(declaration)), Error::<Test>::UnknownMember);
	});
}

fn refused(change: impl FnOnce(&mut Declaration), error: Error<Test>) {
	ExtBuilder.build_and_execute(|| {
		let mut declaration = patent("A1");
		change(&mut declaration);
		assert_noop!(try_register(sole(declaration)), error);
	});
}

#[test]
fn register_should_refuse_when_a_completer_is_no_natural_person() {
	refused(
		|declaration| declaration.completers = vec![MemberId(ENTERPRISE)].try_into().unwrap(),
		Error::CompleterNotPerson,
	);
}

#[test]
fn register_should_refuse_when_a_completer_is_unknown() {
	refused(
		|declaration| declaration.completers = vec![MemberId(98)].try_into().unwrap(),
		Error::UnknownMember,
	);
}

#[test]
fn register_should_refuse_when_a_completer_is_named_twice() {
	refused(
		|declaration| {
			declaration.completers = vec![MemberId(PROFESSOR); 2].try_into().unwrap();
		},
		Error::RepeatedCompleter,
	);
}

#[test]
fn register_should_refuse_when_there_is_no_identifier() {
	refused(|declaration| declaration.identifiers = Default::default(), Error::NoIdentifier);
}

#[test]
fn register_should_refuse_when_an_internal_number_is_anothers() {
	refused(
		|declaration| {
			declaration.identifiers = vec![internal_of(INSTITUTE, "A1")].try_into().unwrap();
		},
		Error::IssuerNotHolder,
	);
}

#[test]
fn register_should_refuse_when_a_check_digit_is_wrong() {
	refused(
		|declaration| {
			let mut forged =
				Identifier::new(IdentifierScheme::Application, *b"CN", None, "2020101234566")
					.unwrap_or_else(|_| internal("A1"));
			forged.scheme = IdentifierScheme::Application;
			forged.issuer = None;
			forged.text = b"2020101234560".to_vec().try_into().unwrap();
			if forged.validate().is_ok() {
				forged.text = b"2020101234561".to_vec().try_into().unwrap();
			}
			declaration.identifiers = vec![forged].try_into().unwrap();
		},
		Error::InvalidIdentifier,
	);
}

#[test]
fn register_should_refuse_when_the_register_has_no_such_rights() {
	refused(
		|declaration| {
			let number =
				Identifier::new(IdentifierScheme::SoftwareRegistration, *b"CN", None, "2020SR001");
			declaration.identifiers = vec![number.unwrap()].try_into().unwrap();
		},
		Error::WrongScheme,
	);
}

#[test]
fn register_should_refuse_when_a_day_has_not_come() {
	refused(|declaration| declaration.completed = Some(date(2026, 11, 22)), Error::DateInFuture);
	refused(|declaration| declaration.filed = Some(date(2026, 11, 22)), Error::DateInFuture);
}

#[test]
fn register_should_leave_the_end_of_protection_open_when_no_filing_day_is_known() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(Declaration { filed: None, ..patent("A1") }));
		assert_eq!(FakeTitles::title(achievement).unwrap().protection_until, None);
	});
}

#[test]
fn register_should_refuse_when_the_declared_right_has_ended() {
	refused(|declaration| declaration.status = OfficialStatus::Lapsed, Error::WrongStatusForKind);
}

#[test]
fn register_should_refuse_when_a_text_is_none() {
	let no_text = || Text(vec![0xff].try_into().unwrap());
	refused(
		|declaration| declaration.title = TitleText::Open(Text(vec![0xff].try_into().unwrap())),
		Error::InvalidText,
	);
	refused(
		|declaration| declaration.funding = Funding::Fiscal { programme: no_text() },
		Error::InvalidText,
	);
	refused(
		|declaration| {
			let evidence = Evidence { digest: digest(1), label: no_text() };
			declaration.evidence = vec![evidence].try_into().unwrap();
		},
		Error::InvalidText,
	);
	refused(
		|declaration| {
			let symbol = no_text();
			let classification = Classification { scheme: ClassificationScheme::Ipc, symbol };
			declaration.classifications = vec![classification].try_into().unwrap();
		},
		Error::InvalidText,
	);
}

#[test]
fn register_should_refuse_when_pre_emption_holders_are_too_many() {
	ExtBuilder.build_and_execute(|| {
		let persons: Vec<_> = (100..164).collect();
		for person in &persons {
			FakeMembers::admit(*person, quanqi_types::MemberKind::Person, false);
		}
		let completers: Vec<_> = persons.into_iter().map(MemberId).collect();
		let full = Declaration { completers: completers.try_into().unwrap(), ..application("A1") };
		assert_noop!(try_register(shared(full.clone())), Error::<Test>::TooManyPreEmptions);
		assert_ok!(try_register(sole(full)));
	});
}
