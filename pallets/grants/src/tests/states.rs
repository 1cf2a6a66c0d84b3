//! Every call in every status: the table of the README.

use crate::{mock::*, types::*, Call, Error};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::ConsentRole;
use quanqi_traits::{testing::FakeTitles, NoticeOutcome};
use quanqi_types::GrantId;
use sp_runtime::{traits::Dispatchable, DispatchError};

const ALL: [GrantStatus; 8] = [
	GrantStatus::Proposed,
	GrantStatus::Approved,
	GrantStatus::Noticed,
	GrantStatus::Agreed,
	GrantStatus::Effective,
	GrantStatus::Rejected,
	GrantStatus::Withdrawn,
	GrantStatus::Rescinded,
];

/// A grant in a status; the notice of a noticed one has closed and everyone accepted.
fn in_status(wanted: GrantStatus) -> GrantId {
	let terms = ownership();
	let id = match wanted {
		GrantStatus::Proposed => proposed(terms),
		GrantStatus::Approved => approved(terms),
		GrantStatus::Noticed => accepted(terms),
		GrantStatus::Agreed => agreed(terms),
		GrantStatus::Effective => effective(terms),
		GrantStatus::Rejected => {
			let id = noticed(terms);
			end_notice(id, NoticeOutcome::Upheld);
			id
		}
		GrantStatus::Withdrawn => {
			let id = noticed(terms);
			assert_ok!(Grants::withdraw(signed(UNIVERSITY), id));
			id
		}
		GrantStatus::Rescinded => {
			let id = agreed(terms);
			assert_ok!(decide(REGULATOR, id));
			id
		}
	};
	assert_eq!(status(id), wanted);
	id
}

/// Who makes each call, and in which statuses it is not a wrong one.
fn calls(grant: GrantId) -> Vec<(u32, Call<Test>, &'static [GrantStatus])> {
	use GrantStatus::*;
	let terms = Box::new(ownership());
	let (version, mandate) = (0, None);
	let (digest_, document) = (digest(3), text("1"));
	vec![
		(UNIVERSITY, Call::amend { grant, terms }, &[Proposed, Approved, Noticed]),
		(UNIVERSITY, Call::approve { grant, version }, &[Proposed]),
		(UNIVERSITY, Call::refuse { grant, document: digest_ }, &[Proposed, Approved, Noticed]),
		(UNIVERSITY, Call::withdraw { grant }, &[Proposed, Approved, Noticed]),
		(UNIVERSITY, Call::publish { grant, document: digest_ }, &[Approved]),
		(PROFESSOR, Call::accept { grant, version, agreement: digest(1), mandate }, &[Noticed]),
		(UNIVERSITY, Call::agree { grant }, &[Noticed]),
		(
			PROFESSOR,
			Call::declare_rescission { grant, document: digest_, mandate },
			&[Agreed, Effective],
		),
		(PROFESSOR, Call::rescind { grant }, &[Agreed, Effective]),
		(
			REGULATOR,
			Call::rescind_by_decision { grant, document, digest: digest_ },
			&[Agreed, Effective],
		),
	]
}

#[test]
fn calls_should_be_refused_in_every_status_not_in_the_table() {
	for wanted in ALL {
		for number in 0..calls(GrantId(1)).len() {
			patent(|| {
				let id = in_status(wanted);
				let (by, call, allowed) = calls(id).remove(number);
				let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
				let result = RuntimeCall::from(call.clone()).dispatch(signed(by));
				let wrong: DispatchError = Error::<Test>::WrongStatus.into();
				let is_wrong = result.is_err_and(|error| error.error == wrong);
				assert_eq!(is_wrong, !allowed.contains(&wanted), "{call:?} in {wanted:?}");
				if is_wrong {
					let after = sp_io::storage::root(sp_core::storage::StateVersion::V1);
					assert_eq!(before, after);
				}
			});
		}
	}
}

/// Nothing is asked where nothing comes next.
#[test]
fn consent_should_be_refused_in_every_status_not_in_the_table() {
	for wanted in ALL {
		patent(|| {
			let id = in_status(wanted);
			let refused = consent(INSTITUTE, id, ConsentRole::CoOwner);
			assert_eq!(refused, Err(Error::<Test>::G6NotAsked.into()));
		});
	}
}

#[test]
fn attest_should_be_refused_in_every_status_but_agreed() {
	for wanted in ALL.into_iter().filter(|status| *status != GrantStatus::Agreed) {
		patent(|| {
			let id = in_status(wanted);
			assert_noop!(attest(OFFICE, id), Error::<Test>::NothingToAttest);
		});
	}
}

#[test]
fn calls_should_be_refused_when_there_is_no_such_grant() {
	patent(|| {
		for (by, call, _) in calls(GrantId(9)) {
			let result = RuntimeCall::from(call.clone()).dispatch(signed(by));
			let error = result.unwrap_err().error;
			assert_eq!(error, Error::<Test>::NoSuchGrant.into(), "{call:?}");
		}
		assert_noop!(attest(OFFICE, GrantId(9)), Error::<Test>::NoSuchGrant);
	});
}

/// Only the unit that grants: no other owner, beneficiary or authority.
#[test]
fn calls_of_the_unit_should_be_refused_when_another_member_makes_them() {
	for wanted in [GrantStatus::Proposed, GrantStatus::Approved, GrantStatus::Noticed] {
		for other in [INSTITUTE, PROFESSOR, REGULATOR, OFFICE, AGENT] {
			ExtBuilder::default().with_institute().build_and_execute(|| {
				let id = in_status(wanted);
				for (by, call, _) in calls(id).into_iter().filter(|(by, ..)| *by == UNIVERSITY) {
					assert_eq!(by, UNIVERSITY);
					let result = RuntimeCall::from(call.clone()).dispatch(signed(other));
					let error = result.unwrap_err().error;
					assert_eq!(error, Error::<Test>::NotUnit.into(), "{call:?}");
				}
			});
		}
	}
}

/// A suspended unit signs nothing.
#[test]
fn calls_of_the_unit_should_be_refused_when_it_is_suspended() {
	patent(|| {
		let id = in_status(GrantStatus::Noticed);
		let suspended = quanqi_traits::MemberStatus::Suspended;
		quanqi_traits::testing::FakeMembers::set_status(UNIVERSITY, suspended);
		for (_, call, _) in calls(id).into_iter().filter(|(by, ..)| *by == UNIVERSITY) {
			let result = RuntimeCall::from(call).dispatch(signed(UNIVERSITY));
			let error = result.unwrap_err().error;
			assert_eq!(error, DispatchError::Other("member not active"));
		}
		assert!(FakeTitles::history(WORK).len() == 1);
	});
}
