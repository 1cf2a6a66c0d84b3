use crate::{
	mock::*, types::*, Achievements as Records, BundleOf, ByHolder, ByIdentifier, Disclosures,
	Families, FamilyOf, NextId, Retirements,
};
use frame_support::traits::Hooks;
use proptest::prelude::*;
use quanqi_types::{AchievementId, AchievementKind, LedgerStatus, MemberId, OfficialStatus};
use sp_runtime::{traits::Dispatchable, TryRuntimeError};

fn broken(number: &str) -> bool {
	matches!(Achievements::do_try_state(), Err(TryRuntimeError::Other(why)) if why.starts_with(number))
}

/// Corrupts the storage of two registered records, and one waiting one.
fn corrupted(number: &str, corrupt: impl FnOnce(AchievementId, AchievementId)) {
	ExtBuilder.build().execute_with(|| {
		let registered = register(sole(patent("A1")));
		let waiting = register(shared(patent("A2")));
		Achievements::do_try_state().unwrap();
		corrupt(registered, waiting);
		assert!(broken(number), "{:?}", Achievements::do_try_state());
	});
}

fn change(achievement: AchievementId, change: impl FnOnce(&mut Achievement)) {
	Records::<Test>::mutate(achievement, |found| {
		let Some(Record::V1(record)) = found else { unreachable!() };
		change(record);
	});
}

#[test]
fn integrity_test_should_pass_when_bulk_calls_fit() {
	<Achievements as Hooks<u64>>::integrity_test();
}

#[test]
fn try_state_should_name_i1_when_a_number_was_never_given() {
	corrupted("I1", |_, _| NextId::<Test>::put(2));
}

#[test]
fn try_state_should_name_i2_when_an_identifier_is_lost() {
	corrupted("I2", |_, _| ByIdentifier::<Test>::remove(internal("A1")));
}

#[test]
fn try_state_should_name_i2_when_an_identifier_names_another() {
	corrupted("I2", |_, waiting| ByIdentifier::<Test>::insert(internal("A1"), waiting));
}

#[test]
fn try_state_should_name_i2_when_an_identifier_names_nothing() {
	corrupted("I2", |_, _| ByIdentifier::<Test>::insert(internal("A9"), AchievementId(99)));
}

#[test]
fn try_state_should_name_i3_when_a_record_is_missing_at_its_holder() {
	corrupted("I3", |registered, _| {
		ByHolder::<Test>::remove(MemberId(UNIVERSITY), registered);
	});
}

#[test]
fn try_state_should_name_i3_when_another_holder_lists_the_record() {
	corrupted("I3", |registered, _| {
		ByHolder::<Test>::insert(MemberId(INSTITUTE), registered, ());
	});
}

#[test]
fn try_state_should_name_i4_when_a_disclosed_record_does_not_wait() {
	corrupted("I4", |_, waiting| Disclosures::<Test>::remove(waiting));
}

#[test]
fn try_state_should_name_i4_when_a_registered_record_has_no_title() {
	corrupted("I4", |_, waiting| {
		Disclosures::<Test>::remove(waiting);
		change(waiting, |record| record.ledger_status = LedgerStatus::Registered);
	});
}

#[test]
fn try_state_should_name_i5_when_record_and_title_differ() {
	corrupted("I5", |registered, _| {
		change(registered, |record| record.ledger_status = LedgerStatus::Retired);
	});
}

#[test]
fn try_state_should_name_i6_when_nobody_is_awaited() {
	corrupted("I6", |_, waiting| {
		Disclosures::<Test>::mutate(waiting, |found| {
			let disclosure = found.as_mut().unwrap();
			disclosure.owners = quanqi_types::Shares::single(MemberId(UNIVERSITY));
		});
	});
}

#[test]
fn try_state_should_name_i6_when_a_retirement_is_declared_by_nobody() {
	corrupted("I6", |registered, _| {
		Retirements::<Test>::insert(registered, crate::pallet::Retirement::default());
	});
}

#[test]
fn try_state_should_name_i7_when_family_or_bundle_is_one_sided() {
	corrupted("I7", |registered, _| FamilyOf::<Test>::insert(registered, FamilyId(0)));
	corrupted("I7", |registered, _| Families::<Test>::insert(FamilyId(0), registered, ()));
	corrupted("I7", |registered, _| BundleOf::<Test>::insert(registered, BundleId(0)));
}

/// One random act on one of a few records.
#[derive(Clone, Debug)]
enum Step {
	Register { number: u8, with_institute: bool },
	Confirm(u64),
	Withdraw(u64),
	Attest(u64, OfficialStatus),
	Retire(u64, bool),
	Void(u64),
	Link(u64, u64),
	Unlink(u64),
	Bundle(u64, u64),
	Name(u64, u8),
	Holder(u64, bool),
}

fn step() -> impl Strategy<Value = Step> {
	let id = || 1u64..6;
	prop_oneof![
		3 => (0u8..6, any::<bool>())
			.prop_map(|(number, with_institute)| Step::Register { number, with_institute }),
		2 => id().prop_map(Step::Confirm),
		1 => id().prop_map(Step::Withdraw),
		2 => (id(), proptest::sample::select(OfficialStatus::ALL))
			.prop_map(|(id, status)| Step::Attest(id, status)),
		2 => (id(), any::<bool>()).prop_map(|(id, institute)| Step::Retire(id, institute)),
		1 => id().prop_map(Step::Void),
		1 => (id(), id()).prop_map(|(a, b)| Step::Link(a, b)),
		1 => id().prop_map(Step::Unlink),
		1 => (id(), id()).prop_map(|(a, b)| Step::Bundle(a, b)),
		1 => (id(), 0u8..6).prop_map(|(id, number)| Step::Name(id, number)),
		1 => (id(), any::<bool>()).prop_map(|(id, institute)| Step::Holder(id, institute)),
	]
}

fn unit(institute: bool) -> u32 {
	if institute {
		INSTITUTE
	} else {
		UNIVERSITY
	}
}

/// Who would make the call, and which.
fn call(step: Step) -> (u32, crate::Call<Test>) {
	use crate::Call;
	let mandate = None;
	match step {
		Step::Register { number, with_institute } => {
			let declaration = application(&format!("N{number}"));
			let submission = if with_institute { shared(declaration) } else { sole(declaration) };
			(UNIVERSITY, Call::register { submission: Box::new(submission), mandate })
		}
		Step::Confirm(id) => {
			let owner = MemberId(INSTITUTE);
			(INSTITUTE, Call::confirm { achievement: AchievementId(id), owner, mandate })
		}
		Step::Withdraw(id) => {
			(UNIVERSITY, Call::withdraw_disclosure { achievement: AchievementId(id), mandate })
		}
		Step::Attest(id, status) => {
			let granted = status == OfficialStatus::Granted;
			let attestation = Attestation {
				achievement: AchievementId(id),
				status,
				legal_date: date(2026, 6, 1),
				document: label("1"),
				becomes: granted.then_some(AchievementKind::InventionPatent),
				filed: None,
				protection_until: None,
			};
			(OFFICE, Call::attest_status { attestation })
		}
		Step::Retire(id, institute) => {
			(unit(institute), Call::retire { achievement: AchievementId(id), mandate })
		}
		Step::Void(id) => {
			let (document, digest) = (label("1"), digest(1));
			(REGULATOR, Call::void { achievement: AchievementId(id), document, digest })
		}
		Step::Link(a, b) => {
			let (achievement, relative) = (AchievementId(a), AchievementId(b));
			(UNIVERSITY, Call::link_family { achievement, relative, mandate })
		}
		Step::Unlink(id) => {
			(UNIVERSITY, Call::unlink_family { achievement: AchievementId(id), mandate })
		}
		Step::Bundle(a, b) => {
			let bundle = vec![AchievementId(a), AchievementId(b)].try_into().unwrap();
			(UNIVERSITY, Call::create_bundle { label: label("1"), bundle, mandate })
		}
		Step::Name(id, number) => {
			let identifier = internal(&format!("N{number}"));
			(
				UNIVERSITY,
				Call::add_identifier { achievement: AchievementId(id), identifier, mandate },
			)
		}
		Step::Holder(id, institute) => {
			let (document, digest) = (label("1"), digest(1));
			let (achievement, holder) = (AchievementId(id), MemberId(unit(institute)));
			(REGULATOR, Call::change_holder { achievement, holder, document, digest })
		}
	}
}

/// Tries one act as an extrinsic would; a refusal leaves nothing behind.
fn play(step: Step) {
	let (by, call) = call(step);
	let _ = RuntimeCall::from(call).dispatch(signed(by));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever is tried in whatever order, the invariants hold, and no identifier ever names two
	/// records that are not voided.
	#[test]
	fn invariants_should_hold_after_any_sequence(
		steps in proptest::collection::vec(step(), 1..50),
	) {
		ExtBuilder.build().execute_with(|| {
			for step in steps {
				play(step.clone());
				if let Err(why) = Achievements::do_try_state() {
					panic!("{why:?} after {step:?}");
				}
			}
		});
	}
}
