use crate::{mock::*, types::*, Achievements as Records, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{AchievementId, MemberId, OfficialStatus};
use sp_runtime::DispatchError;

fn three(second: &str) -> crate::pallet::Submissions {
	vec![sole(patent("A1")), sole(patent(second)), shared(patent("A3"))].try_into().unwrap()
}

fn bulk(submissions: crate::pallet::Submissions, mode: BulkMode) -> sp_runtime::DispatchResult {
	Achievements::register_bulk(signed(UNIVERSITY), submissions, mode, None)
}

#[test]
fn register_bulk_should_register_all_when_each_is_lawful() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bulk(three("A2"), BulkMode::AllOrNone));
		assert_eq!(Records::<Test>::iter().count(), 3);
		for (index, number) in [(0, 1), (1, 2), (2, 3)] {
			let achievement = AchievementId(number);
			System::assert_has_event(Event::BulkItemRegistered { index, achievement }.into());
		}
	});
}

#[test]
fn register_bulk_should_register_none_when_one_is_refused_and_all_are_asked() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			bulk(three("A1"), BulkMode::AllOrNone),
			Error::<Test>::IdentifierTaken(AchievementId(1).into())
		);
	});
}

#[test]
fn register_bulk_should_name_index_and_earlier_record_when_each_stands_alone() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bulk(three("A1"), BulkMode::Each));
		assert_eq!(Records::<Test>::iter().count(), 2);
		let earlier = AchievementId(1);
		System::assert_has_event(
			Event::BulkItemRefused {
				index: 1,
				error: Error::<Test>::IdentifierTaken(earlier.into()).into(),
				earlier: Some(earlier),
			}
			.into(),
		);
		// The number of the refused item was not used up.
		System::assert_has_event(
			Event::BulkItemRegistered { index: 2, achievement: AchievementId(2) }.into(),
		);
	});
}

#[test]
fn register_bulk_should_name_no_earlier_record_when_another_rule_is_broken() {
	ExtBuilder.build_and_execute(|| {
		let broken = Declaration { identifiers: Default::default(), ..patent("A1") };
		let submissions = vec![sole(broken)].try_into().unwrap();
		assert_ok!(bulk(submissions, BulkMode::Each));
		System::assert_last_event(
			Event::BulkItemRefused {
				index: 0,
				error: Error::<Test>::NoIdentifier.into(),
				earlier: None,
			}
			.into(),
		);
	});
}

#[test]
fn register_bulk_should_refuse_when_the_member_may_not_register() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			Achievements::register_bulk(signed(ENTERPRISE), three("A2"), BulkMode::Each, None),
			DispatchError::Other("not capable")
		);
	});
}

#[test]
fn register_bulk_should_take_200_records_in_one_call() {
	ExtBuilder.build_and_execute(|| {
		let submissions: Vec<_> =
			(0..200).map(|number| sole(software(&format!("S{number}")))).collect();
		assert_ok!(bulk(submissions.try_into().unwrap(), BulkMode::AllOrNone));
		assert_eq!(Records::<Test>::iter().count(), 200);
	});
}

fn lapse(achievement: AchievementId) -> Attestation {
	Attestation {
		achievement,
		status: OfficialStatus::Lapsed,
		legal_date: date(2026, 3, 1),
		document: label("CNIPA-1"),
		becomes: None,
		filed: None,
		protection_until: None,
	}
}

#[test]
fn attest_status_bulk_should_change_all_when_each_is_lawful() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bulk(three("A2"), BulkMode::AllOrNone));
		let acts: Vec<_> = (1..=3).map(|number| lapse(AchievementId(number))).collect();
		let acts = acts.try_into().unwrap();
		assert_ok!(Achievements::attest_status_bulk(signed(OFFICE), acts, BulkMode::AllOrNone));
		for number in 1..=3 {
			assert_eq!(record(AchievementId(number)).official.status, OfficialStatus::Lapsed);
		}
	});
}

#[test]
fn attest_status_bulk_should_change_none_when_one_is_refused_and_all_are_asked() {
	ExtBuilder.build_and_execute(|| {
		register(sole(patent("A1")));
		let acts = vec![lapse(AchievementId(1)), lapse(AchievementId(9))].try_into().unwrap();
		assert_noop!(
			Achievements::attest_status_bulk(signed(OFFICE), acts, BulkMode::AllOrNone),
			Error::<Test>::NoSuchAchievement
		);
	});
}

#[test]
fn attest_status_bulk_should_name_what_is_refused_when_each_stands_alone() {
	ExtBuilder.build_and_execute(|| {
		let known = register(sole(patent("A1")));
		let unknown = AchievementId(9);
		let acts = vec![lapse(unknown), lapse(known)].try_into().unwrap();
		assert_ok!(Achievements::attest_status_bulk(signed(OFFICE), acts, BulkMode::Each));
		assert_eq!(record(known).official.status, OfficialStatus::Lapsed);
		System::assert_has_event(
			Event::BulkAttestationRefused {
				index: 0,
				achievement: unknown,
				error: Error::<Test>::NoSuchAchievement.into(),
			}
			.into(),
		);
		assert_eq!(record(known).official.attested.unwrap().member, MemberId(OFFICE));
	});
}

/// What a record names costs the same in a bulk call as alone.
#[test]
fn weight_of_bulk_should_count_every_member_and_identifier() {
	use crate::weights::WeightInfo;
	let weigh = |declaration| {
		let submissions = vec![sole(declaration)].try_into().unwrap();
		let call =
			crate::Call::<Test>::register_bulk { submissions, mode: BulkMode::Each, mandate: None };
		frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight
	};
	let least = Declaration { completers: Default::default(), ..patent("A1") };
	assert_eq!(weigh(least), <()>::register_bulk(1));
	let more = <()>::register(3, 1).saturating_sub(<()>::register(1, 1));
	assert_eq!(weigh(patent("A1")), <()>::register_bulk(1).saturating_add(more));
}

/// A bulk call leaves exactly the state that its records leave one by one.
#[test]
fn register_bulk_should_leave_the_same_state_as_single_calls() {
	let state_after = |play: fn()| {
		ExtBuilder.build().execute_with(|| {
			play();
			System::reset_events();
			sp_io::storage::root(sp_runtime::StateVersion::V1)
		})
	};
	let together = state_after(|| bulk(three("A2"), BulkMode::AllOrNone).unwrap());
	let on_their_own = state_after(|| bulk(three("A2"), BulkMode::Each).unwrap());
	let one_by_one = state_after(|| {
		for submission in three("A2") {
			register(submission);
		}
	});
	assert_eq!(together, one_by_one);
	assert_eq!(on_their_own, one_by_one);
}
