use crate::{mock::*, types::*, BundleOf, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{AchievementId, MemberId};
use sp_runtime::DispatchResult;

fn two() -> (AchievementId, AchievementId) {
	(register(sole(patent("A1"))), register(sole(patent("A2"))))
}

fn link(by: u32, achievement: AchievementId, relative: AchievementId) -> DispatchResult {
	Achievements::link_family(signed(by), achievement, relative, None)
}

#[test]
fn link_family_should_found_a_family_and_let_others_join() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		let third = register(sole(patent("A3")));
		assert_ok!(link(UNIVERSITY, second, first));
		assert_ok!(link(UNIVERSITY, third, second));
		let family = Achievements::view(first).unwrap().family.unwrap();
		assert_eq!(Achievements::family(family), vec![first, second, third]);
		System::assert_last_event(
			Event::FamilyLinked { achievement: third, relative: second, family }.into(),
		);
	});
}

#[test]
fn link_family_should_refuse_when_it_is_the_same_record_or_in_a_family() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		assert_noop!(link(UNIVERSITY, first, first), Error::<Test>::SameRecord);
		assert_ok!(link(UNIVERSITY, second, first));
		assert_noop!(link(UNIVERSITY, second, first), Error::<Test>::InFamilyAlready);
	});
}

#[test]
fn link_family_should_refuse_when_the_relative_is_anothers() {
	ExtBuilder.build_and_execute(|| {
		let own = register(sole(patent("A1")));
		let declaration = Declaration {
			identifiers: vec![internal_of(INSTITUTE, "B1")].try_into().unwrap(),
			..patent("B1")
		};
		let submission = owned_by(declaration, &[(INSTITUTE, 1_000_000)]);
		assert_ok!(Achievements::register(signed(INSTITUTE), Box::new(submission), None));
		let others = last_id();
		assert_noop!(link(UNIVERSITY, own, others), Error::<Test>::NotWriter);
		assert_noop!(link(UNIVERSITY, others, own), Error::<Test>::NotWriter);
	});
}

#[test]
fn unlink_family_should_take_the_record_out() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		assert_ok!(link(UNIVERSITY, second, first));
		let family = Achievements::view(first).unwrap().family.unwrap();
		assert_ok!(Achievements::unlink_family(signed(UNIVERSITY), first, None));
		assert_eq!(Achievements::family(family), vec![second]);
		System::assert_last_event(Event::FamilyUnlinked { achievement: first, family }.into());
		assert_noop!(
			Achievements::unlink_family(signed(UNIVERSITY), first, None),
			Error::<Test>::NotInFamily
		);
	});
}

fn bundle(by: u32, records: &[AchievementId]) -> DispatchResult {
	let records = records.to_vec().try_into().unwrap();
	Achievements::create_bundle(signed(by), label("成果包"), records, None)
}

#[test]
fn create_bundle_should_list_its_records() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		assert_ok!(bundle(UNIVERSITY, &[first, second]));
		let number = Achievements::view(first).unwrap().bundle.unwrap();
		assert_eq!(Achievements::bundle(number).unwrap().achievements.to_vec(), [first, second]);
		System::assert_last_event(
			Event::BundleCreated { bundle: number, maker: MemberId(UNIVERSITY), records: 2 }.into(),
		);
	});
}

#[test]
fn create_bundle_should_refuse_when_below_two_or_not_ascending() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		assert_noop!(bundle(UNIVERSITY, &[first]), Error::<Test>::BundleTooSmall);
		for wrong in [[second, first], [first, first]] {
			assert_noop!(bundle(UNIVERSITY, &wrong), Error::<Test>::BundleNotAscending);
		}
	});
}

#[test]
fn create_bundle_should_refuse_and_name_the_record_when_it_is_in_another() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		let third = register(sole(patent("A3")));
		assert_ok!(bundle(UNIVERSITY, &[first, second]));
		assert_noop!(
			bundle(UNIVERSITY, &[second, third]),
			Error::<Test>::InBundleAlready(second.into())
		);
	});
}

#[test]
fn create_bundle_should_refuse_when_a_record_is_anothers() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		assert_noop!(bundle(INSTITUTE, &[first, second]), Error::<Test>::NotWriter);
	});
}

#[test]
fn dissolve_bundle_should_free_its_records() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		assert_ok!(bundle(UNIVERSITY, &[first, second]));
		let number = BundleOf::<Test>::get(first).unwrap();
		assert_noop!(
			Achievements::dissolve_bundle(signed(INSTITUTE), number, None),
			Error::<Test>::NotMaker
		);
		assert_ok!(Achievements::dissolve_bundle(signed(UNIVERSITY), number, None));
		System::assert_last_event(
			Event::BundleDissolved { bundle: number, maker: MemberId(UNIVERSITY) }.into(),
		);
		assert_ok!(bundle(UNIVERSITY, &[first, second]));
	});
}

#[test]
fn dissolve_bundle_should_refuse_when_there_is_none() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			Achievements::dissolve_bundle(signed(UNIVERSITY), BundleId(4), None),
			Error::<Test>::NoSuchBundle
		);
	});
}

#[test]
fn withdraw_disclosure_should_leave_family_and_bundle() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = two();
		let waiting = register(shared(patent("A3")));
		assert_ok!(link(UNIVERSITY, waiting, first));
		assert_ok!(bundle(UNIVERSITY, &[first, second, waiting]));
		assert_ok!(Achievements::withdraw_disclosure(signed(UNIVERSITY), waiting, None));
		let number = BundleOf::<Test>::get(first).unwrap();
		assert_eq!(Achievements::bundle(number).unwrap().achievements.to_vec(), [first, second]);
	});
}
