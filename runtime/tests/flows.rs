//! What institutions do, from registration to decision, over all pallets.

use crate::common::{calls::version, records::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_achievements::{types::Declaration, Call as Achievements, Error as AchievementsError};
use pallet_consortium::{
	types::{Document, SuccessionCause},
	Call as Members, Error as MembersError,
};
use pallet_rights::{Behalf, Call as Rights, Error as RightsError};
use pallet_statutes::{Call as Statutes, Error as StatutesError};
use quanqi_runtime::{
	Achievements as Register, Consortium, Rights as Ledger, Runtime, RuntimeEvent, Statutes as Law,
};
use quanqi_title::{ConsentRole, Correction, HoldTarget};
use quanqi_types::{
	AchievementId, AchievementKind, Commitment, ConsentAct, ConsentRule, LedgerStatus, MandateId,
	MemberId, OfficialStatus, Permission, RuleId, Shares, StatuteValue, UseForm, WHOLE_PPM,
};
use sp_runtime::DispatchResult;

/// Every member asked agrees to the last request, with these keys.
fn everyone_agrees(keys: &[(MemberId, Key)]) {
	for (member, role) in missing() {
		let key = keys.iter().find(|(known, _)| *known == member).expect("its key is known").1;
		assert_ok!(consent(key, role));
	}
}

#[test]
fn achievement_should_be_registered_when_every_co_owner_confirmed() {
	run(|| {
		let owners = [(ALICE, 600_000), (BOB, 400_000)];
		let achievement = submit(owned_by(application(ALICE, "A-1"), &owners));
		assert_eq!(Register::record(achievement).unwrap().ledger_status, LedgerStatus::Disclosed);
		assert!(Ledger::title_view(achievement).is_none());
		let not_awaited = AchievementsError::<Runtime>::NotForOwner;
		assert_noop!(confirm(Key::Charlie, achievement, BOB), not_awaited);
		assert_ok!(confirm(Key::Bob, achievement, BOB));
		assert_eq!(Register::record(achievement).unwrap().ledger_status, LedgerStatus::Registered);
		assert_eq!((owned(achievement, ALICE), owned(achievement, BOB)), (600_000, 400_000));
		assert_eq!(Ledger::holdings_page(BOB, None, 10), [achievement]);
	});
}

/// An application of two universities, with one completer; who the completer is.
fn joint_application() -> (AchievementId, MemberId) {
	let completer = sponsor_person(Key::Ferdie);
	let completers = vec![completer].try_into().unwrap();
	let declaration = Declaration { completers, ..application(ALICE, "A-1") };
	let owners = [(ALICE, 600_000), (BOB, 400_000)];
	let achievement = submit(owned_by(declaration, &owners));
	assert_ok!(confirm(Key::Bob, achievement, BOB));
	(achievement, completer)
}

/// The office grants an application.
fn granted(achievement: AchievementId) -> DispatchResult {
	let mut attestation = act_of_office(achievement, OfficialStatus::Granted, date(2026, 11, 10));
	attestation.becomes = Some(AchievementKind::InventionPatent);
	call(Key::Charlie, Achievements::attest_status { attestation })
}

#[test]
fn status_should_follow_the_office_when_a_member_that_is_no_party_attests_it() {
	run(|| {
		let (achievement, _) = joint_application();
		let attestation = act_of_office(achievement, OfficialStatus::Granted, date(2026, 11, 10));
		let by_party = Achievements::attest_status { attestation };
		let party = AchievementsError::<Runtime>::AuthorityIsParty;
		assert_noop!(call(Key::Bob, by_party), party);
		assert_ok!(granted(achievement));
		let title = title(achievement);
		assert_eq!(title.kind, AchievementKind::InventionPatent);
		assert_eq!(title.official_status, OfficialStatus::Granted);
		// Patent Law art. 42: twenty years from filing.
		assert_eq!(title.protection_until, Some(date(2045, 3, 1).start()));
	});
}

/// From the application to the buyer's share: T2 (Patent Law art. 10) and T8 (art. 14).
#[test]
fn share_should_move_on_the_offices_date_when_everyone_agreed() {
	run(|| {
		let (achievement, completer) = joint_application();
		assert_ok!(granted(achievement));
		let buyer = sponsor_enterprise(Key::Eve);
		assert_ok!(agree_transfer(achievement, buyer, 300_000));
		assert!(missing().contains(&(BOB, ConsentRole::CoOwner)));
		assert!(missing().contains(&(buyer, ConsentRole::Recipient)));
		assert!(missing().contains(&(completer, ConsentRole::PreEmption)));
		everyone_agrees(&[(BOB, Key::Bob), (buyer, Key::Eve), (completer, Key::Ferdie)]);

		let number = agreed(achievement);
		assert_eq!(owned(achievement, buyer), 0);
		let office_date = now();
		advance_days(20);
		assert_ok!(attest_transfer(achievement, number, office_date));
		assert_eq!((owned(achievement, ALICE), owned(achievement, buyer)), (300_000, 300_000));
		let entry = Ledger::history_page(achievement, number + 1, 1).remove(0);
		assert_eq!(entry.body().legal_date.unwrap().moment, office_date);
		assert_replays(achievement);
	});
}

/// T8: who has a pre-emption and says nothing has waived it after a month.
#[test]
fn share_should_be_agreed_when_the_completers_silence_is_due() {
	run(|| {
		let (achievement, completer) = joint_application();
		let buyer = sponsor_enterprise(Key::Eve);
		assert_ok!(agree_transfer(achievement, buyer, 300_000));
		let request = last_request();
		for (member, role) in missing().into_iter().filter(|(member, _)| *member != completer) {
			let key = if member == BOB { Key::Bob } else { Key::Eve };
			assert_ok!(consent(key, role));
		}
		assert_eq!(missing(), [(completer, ConsentRole::PreEmption)]);
		advance_days(29);
		assert!(title(achievement).agreed_transfers.is_empty());
		advance_days(5);
		let deemed = last_of(|event| match event {
			RuntimeEvent::Rights(pallet_rights::Event::ConsentDeemed {
				request, member, ..
			}) => Some((request, member)),
			_ => None,
		});
		assert_eq!(deemed, (request, completer));
		agreed(achievement);
		assert_replays(achievement);
	});
}

/// Civil Code art. 847: the completer waives on its own, or its sponsor does under a mandate it gave.
#[test]
fn pre_emption_should_be_waived_when_an_agent_of_the_completer_does() {
	run(|| {
		let (achievement, completer) = joint_application();
		let buyer = sponsor_enterprise(Key::Eve);
		assert_ok!(agree_transfer(achievement, buyer, 300_000));
		let give = Members::give_mandate {
			principal: completer,
			agent: DAVE,
			permissions: permissions(&[Permission::Dispose]),
			until: in_days(30),
			document: digest(1),
		};
		assert_ok!(call(Key::Ferdie, give));
		let behalf = Behalf::Mandate(MandateId(1));
		let request = last_request();
		assert_ok!(call(Key::Dave, Rights::waive { request, behalf }));
		assert!(!missing().contains(&(completer, ConsentRole::PreEmption)));
	});
}

/// A licence to a member that everyone agreed to; its number.
fn licensed(achievement: AchievementId, form: UseForm, holder: (MemberId, Key)) -> u32 {
	let number = title(achievement).entries;
	assert_ok!(grant_use(achievement, licence(form, holder.0)));
	everyone_agrees(&[holder, (BOB, Key::Bob)]);
	assert!(title(achievement).right(number).is_some());
	number
}

/// T4: the refusal names the ordinary licence; subject to it, the exclusive one stands.
#[test]
fn exclusive_licence_should_be_refused_naming_the_ordinary_one_unless_subject_to_it() {
	run(|| {
		let achievement = own_patent("A-1");
		let ordinary = licensed(achievement, UseForm::Ordinary, (CHARLIE, Key::Charlie));
		let mut terms = licence(UseForm::Exclusive, DAVE);
		assert_noop!(grant_use(achievement, terms.clone()), law!(T4, OrdinaryInTheWay, ordinary));
		terms.subject_to = vec![ordinary].try_into().unwrap();
		let exclusive = title(achievement).entries;
		assert_ok!(grant_use(achievement, terms));
		everyone_agrees(&[(DAVE, Key::Dave)]);
		assert_eq!(title(achievement).right(exclusive).unwrap().terms.form, UseForm::Exclusive);
		assert_noop!(
			grant_use(achievement, licence(UseForm::Ordinary, BOB)),
			law!(T4, ExclusiveInTheWay, exclusive)
		);
		assert_replays(achievement);
	});
}

/// T6: a licence outlives the transfer of the share it came from.
#[test]
fn licence_should_survive_when_the_share_is_transferred() {
	run(|| {
		let achievement = own_patent("A-1");
		let right = licensed(achievement, UseForm::Ordinary, (DAVE, Key::Dave));
		assert_ok!(agree_transfer(achievement, BOB, WHOLE_PPM));
		everyone_agrees(&[(BOB, Key::Bob)]);
		let number = agreed(achievement);
		assert_ok!(attest_transfer(achievement, number, now()));
		assert_eq!(owned(achievement, BOB), WHOLE_PPM);
		assert!(title(achievement).right(right).is_some());
	});
}

/// T9: a pledge starts with the office's registration, and stands in the way of a transfer.
#[test]
fn pledge_should_stand_in_the_way_when_the_office_registered_it() {
	run(|| {
		let achievement = own_patent("A-1");
		let pledge = Rights::pledge {
			achievement,
			pledgee: BOB,
			target: HoldTarget::Share(ALICE),
			ppm: WHOLE_PPM,
			secured: Commitment([1; 32]),
			until: None,
			mandate: None,
		};
		assert_ok!(call(Key::Alice, pledge));
		let request = last_request();
		assert_ok!(consent(Key::Bob, ConsentRole::Recipient));
		assert!(title(achievement).pledges.is_empty());
		let pledged = title(achievement).entries;
		let (office_number, office_date) = (text("质 1"), now());
		let attest = Rights::attest_pledge { request, office_number, office_date };
		assert_ok!(call(Key::Charlie, attest));
		assert_eq!(title(achievement).pledges[0].sequence, pledged);

		assert_ok!(agree_transfer(achievement, DAVE, WHOLE_PPM));
		assert!(missing().contains(&(BOB, ConsentRole::Pledgee)));
		let release =
			Rights::release_pledge { achievement, pledge: pledged, decision: None, mandate: None };
		assert_ok!(call(Key::Bob, release));
		assert!(title(achievement).pledges.is_empty());
		assert_replays(achievement);
	});
}

/// T10: an order blocks disposals until it is lifted, and no owner orders it.
#[test]
fn hold_should_block_a_transfer_until_it_is_lifted() {
	run(|| {
		let achievement = own_patent("A-1");
		let hold = |order| Rights::hold {
			achievement,
			target: HoldTarget::Whole,
			until: Some(in_days(90)),
			order,
		};
		let by_owner = call(Key::Alice, hold(document("裁 1")));
		assert_eq!(by_owner, Err(law!(T10, AuthorityIsParty, ALICE.0).into()));
		assert_ok!(call(Key::Dave, hold(document("裁 1"))));
		let refused = law!(T10, HoldInTheWay, 1);
		assert_noop!(agree_transfer(achievement, BOB, 1), refused);
		let lift = Rights::lift_hold { achievement, hold: 1, order: document("裁 2") };
		assert_ok!(call(Key::Dave, lift));
		assert_ok!(agree_transfer(achievement, BOB, 1));
	});
}

/// T12: a hold is over when its time is, though nobody closed it; the calendar closes it later.
#[test]
fn hold_should_be_closed_by_the_calendar_when_its_time_is_over() {
	run(|| {
		let achievement = own_patent("A-1");
		let (target, until) = (HoldTarget::Whole, Some(in_days(5)));
		let order = document("裁 1");
		assert_ok!(call(Key::Dave, Rights::hold { achievement, target, until, order }));
		advance_days(4);
		assert_eq!(title(achievement).holds.len(), 1);
		advance_days(3);
		assert!(title(achievement).holds.is_empty());
		assert_replays(achievement);
	});
}

/// T12: every right that is over is closed from the cursor on, however long the chain slept.
#[test]
fn rights_should_be_closed_by_the_calendar_when_the_chain_slept() {
	run(|| {
		let first = own_patent("A-1");
		let second = own_patent("A-2");
		for achievement in [first, second] {
			licensed(achievement, UseForm::Ordinary, (DAVE, Key::Dave));
		}
		advance_days(400);
		for achievement in [first, second] {
			assert!(title(achievement).rights.is_empty());
			assert_replays(achievement);
		}
	});
}

/// T11: nothing is edited; an entry sets the earlier one right.
#[test]
fn correction_should_set_the_owners_right_when_it_is_decided() {
	run(|| {
		let achievement = shared_patent("A-1");
		let correct = || Rights::correct {
			achievement,
			correction: Box::new(Correction {
				corrects: 0,
				owners: Some(shares(&[(ALICE, 500_000), (BOB, 500_000)])),
				ends_right: None,
				right: None,
				status: None,
			}),
			decision: document("判 1"),
		};
		let first = Ledger::history_page(achievement, 0, 1);
		assert!(call(Key::Bob, correct()).is_err());
		assert_ok!(call(Key::Dave, correct()));
		assert_eq!(owned(achievement, BOB), 500_000);
		assert_eq!(Ledger::history_page(achievement, 0, 1), first);
		assert_replays(achievement);
	});
}

/// A merger: recorded with the members, then moved title by title, then the holder unit changed.
#[test]
fn succession_should_move_members_titles_and_records_when_it_is_decided() {
	run(|| {
		let achievements = [shared_patent("A-1"), own_patent("A-2"), shared_patent("A-3")];
		let record = Members::record_succession {
			member: ALICE,
			successor: CHARLIE,
			cause: SuccessionCause::Merger,
			decision: Document { number: text("合并 1"), digest: digest(8) },
		};
		assert_ok!(call(Key::Dave, record));
		let succeed = Rights::succeed {
			from: ALICE,
			heirs: Shares::single(CHARLIE),
			achievements: achievements.to_vec().try_into().unwrap(),
			decision: document("合并 1"),
		};
		assert_ok!(call(Key::Dave, succeed));
		for achievement in achievements {
			let change = Achievements::change_holder {
				achievement,
				holder: CHARLIE,
				document: text("合并 1"),
				digest: digest(8),
			};
			assert_ok!(call(Key::Dave, change));
			assert_eq!(owned(achievement, ALICE), 0);
			assert_eq!(Register::record(achievement).unwrap().holder, CHARLIE);
			assert_replays(achievement);
		}
		assert!(Ledger::holdings_page(ALICE, None, 10).is_empty());
		let mut holdings = Ledger::holdings_page(CHARLIE, None, 10);
		holdings.sort();
		assert_eq!(holdings, achievements);
		// The successor disposes of what it took over.
		let transfer =
			Rights::agree_transfer { achievement: achievements[1], to: BOB, ppm: 1, mandate: None };
		assert_ok!(call(Key::Charlie, transfer));
	});
}

/// A suspended member signs nothing; its administrator gives the consents that fall to it.
#[test]
fn consent_should_come_from_the_administrator_when_the_member_is_suspended() {
	run(|| {
		let achievement = shared_patent("A-1");
		suspend(BOB);
		assert_ok!(grant_use(achievement, licence(UseForm::Exclusive, CHARLIE)));
		let suspended = MembersError::<Runtime>::MemberSuspended;
		assert_noop!(consent(Key::Bob, ConsentRole::CoOwner), suspended);
		let behalf = Behalf::Administered(BOB);
		let request = last_request();
		let role = ConsentRole::CoOwner;
		let consent_for_bob = || Rights::consent { request, role, behalf };
		let nobody = RightsError::<Runtime>::NotAdministrator;
		assert_noop!(call(Key::Dave, consent_for_bob()), nobody);
		let appoint = Members::appoint_administrator {
			member: BOB,
			administrator: DAVE,
			decision: Document { number: text("判 4"), digest: digest(9) },
		};
		// Bob's seat votes on nothing while it is suspended.
		assert_ok!(motion_of(&[Key::Alice, Key::Charlie, Key::Dave], appoint));
		assert_ok!(call(Key::Dave, consent_for_bob()));
		assert_ok!(consent(Key::Charlie, ConsentRole::Recipient));
		assert_eq!(title(achievement).rights.len(), 1);
	});
}

/// Rights belong to the member, never to a key: a new key disposes of what the lost one registered.
#[test]
fn rights_should_stay_when_the_council_gives_the_member_new_keys() {
	run(|| {
		let achievement = own_patent("A-1");
		let account = Key::Eve.to_account_id();
		assert_ok!(motion(Members::reset_keys { member: ALICE, account }));
		let revoked = MembersError::<Runtime>::KeyRevoked;
		assert_noop!(agree_transfer(achievement, BOB, 1), revoked);
		let transfer = Rights::agree_transfer { achievement, to: BOB, ppm: 1, mandate: None };
		assert_ok!(call(Key::Eve, transfer));
	});
}

/// A statute that the council changes governs from its own day on.
#[test]
fn statute_should_govern_from_its_day_when_the_council_changes_it() {
	run(|| {
		let achievement = shared_patent("A-1");
		let rule = RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::OrdinaryLicence);
		let version = version(StatuteValue::Consent(ConsentRule::All), in_days(10));
		assert_ok!(motion(Statutes::set { rule, version }));
		let value = |at| Law::version_on(rule, at).unwrap().value;
		assert_eq!(value(now()), StatuteValue::Consent(ConsentRule::Any));
		assert_eq!(value(in_days(10)), StatuteValue::Consent(ConsentRule::All));

		assert_ok!(grant_use(achievement, licence(UseForm::Ordinary, CHARLIE)));
		assert_eq!(missing(), [(CHARLIE, ConsentRole::Recipient)]);
		assert_ok!(consent(Key::Charlie, ConsentRole::Recipient));
		advance_days(11);
		assert_ok!(grant_use(achievement, licence(UseForm::Ordinary, DAVE)));
		assert!(missing().contains(&(BOB, ConsentRole::CoOwner)));
		// What was granted by the old law stands, and still replays.
		assert_replays(achievement);
	});
}

/// The history of a statute is not rewritten.
#[test]
fn statute_should_be_refused_when_it_begins_before_the_last_one() {
	run(|| {
		let rule = RuleId::CouncilThreshold;
		let set = |days| Statutes::set {
			rule,
			version: version(StatuteValue::Ppm(700_000), in_days(days)),
		};
		assert_ok!(motion(set(10)));
		let not_later = StatutesError::<Runtime>::NotLater.into();
		assert_eq!(motion(set(9)), Err(not_later));
	});
}

/// The council's own threshold is a statute: unanimity from its day on.
#[test]
fn council_should_need_every_seat_when_the_threshold_is_raised() {
	run(|| {
		let rule = RuleId::CouncilThreshold;
		let version = version(StatuteValue::Ppm(WHOLE_PPM), in_days(5));
		assert_ok!(motion_of(&SEATS[..3], Statutes::set { rule, version }));
		let rename = |name| Members::rename { member: DAVE, name: text(name) };
		assert_ok!(motion_of(&SEATS[..3], rename("甲大学")));
		advance_days(6);
		let refused = Err(sp_runtime::DispatchError::BadOrigin);
		assert_eq!(motion_of(&SEATS[..3], rename("乙大学")), refused);
		assert_ok!(motion(rename("乙大学")));
	});
}

/// A decision voids a wrong record: its identifier is free, and its title is closed.
#[test]
fn identifier_should_be_free_again_when_its_record_was_voided() {
	run(|| {
		let wrong = own_patent("A-1");
		let again = owned_by(patent(ALICE, "A-1"), &[(ALICE, WHOLE_PPM)]);
		let submission = Box::new(again.clone());
		let taken = AchievementsError::<Runtime>::IdentifierTaken(wrong.into());
		let register = Achievements::register { submission, mandate: None };
		assert_noop!(call(Key::Alice, register), taken);
		let (document, digest) = (text("判 5"), digest(5));
		let void = Achievements::void { achievement: wrong, document, digest };
		assert_ok!(call(Key::Dave, void));
		assert_eq!(title(wrong).ledger_status, LedgerStatus::Voided);
		assert!(agree_transfer(wrong, BOB, 1).is_err());
		submit(again);
	});
}

/// An institution that joins works as the founders do, and its seat counts.
#[test]
fn seat_should_count_when_an_admitted_institution_is_given_one() {
	run(|| {
		let member = admit(Key::Eve, quanqi_types::Capabilities::NONE);
		assert_ok!(motion(Members::set_seat { member, seated: true }));
		assert_eq!(Consortium::seat_views().len(), 5);
		let rename = Members::rename { member, name: text("新院") };
		// Three of five are below two thirds, four are not.
		let three = motion_of(&SEATS[..3], rename.clone());
		assert_eq!(three, Err(sp_runtime::DispatchError::BadOrigin));
		assert_ok!(motion_of(&[Key::Eve, Key::Alice, Key::Bob, Key::Charlie], rename));
	});
}
