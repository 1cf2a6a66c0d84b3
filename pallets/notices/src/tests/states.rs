//! Every call in every state: the table of the README.

use crate::{mock::*, types::*, Error};
use frame_support::assert_ok;
use quanqi_types::NoticeId;
use sp_runtime::{DispatchError, DispatchResult};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
	None,
	Running,
	Suspended,
	OverSuspended,
	Due,
	Closed,
	Withdrawn,
	Upheld,
}

const ALL: [State; 8] = [
	State::None,
	State::Running,
	State::Suspended,
	State::OverSuspended,
	State::Due,
	State::Closed,
	State::Withdrawn,
	State::Upheld,
];

/// A notice in a state.
fn in_state(state: State) -> NoticeId {
	if state == State::None {
		return NoticeId(9);
	}
	let id = opened();
	if matches!(state, State::Suspended | State::OverSuspended | State::Upheld) {
		assert_ok!(object(ENTERPRISE, id));
	}
	if matches!(state, State::OverSuspended | State::Due | State::Closed) {
		go_to(notice(id).window.end);
	}
	let ended = match state {
		State::Closed => Notices::close(signed(STRANGER), id),
		State::Withdrawn => Notices::withdraw(signed(UNIVERSITY), id, None),
		State::Upheld => decide(REGULATOR, id, 0, Ruling::Upheld),
		_ => Ok(()),
	};
	assert_ok!(ended);
	id
}

/// What a call comes to in each state, in the order of [`ALL`].
fn check(call: impl Fn(NoticeId) -> DispatchResult, expected: [Option<Error<Test>>; 8]) {
	for (state, expected) in ALL.into_iter().zip(expected) {
		ExtBuilder.build_and_execute(|| {
			let id = in_state(state);
			let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
			let expected = expected.map(DispatchError::from);
			assert_eq!(call(id).err(), expected, "{state:?}");
			let after = sp_io::storage::root(sp_core::storage::StateVersion::V1);
			assert_eq!(before == after, expected.is_some(), "{state:?}");
		});
	}
}

#[test]
fn object_should_be_taken_while_the_window_runs_and_refused_in_every_other_state() {
	use Error::{NoSuchNotice, NotOpen, WindowOver};
	let expected = [
		Some(NoSuchNotice),
		None,
		None,
		Some(WindowOver),
		Some(WindowOver),
		Some(NotOpen),
		Some(NotOpen),
		Some(NotOpen),
	];
	check(|id| object(AGENT, id), expected);
}

#[test]
fn decide_should_be_taken_while_an_objection_is_undecided_and_refused_in_every_other_state() {
	use Error::{NoSuchNotice, NoSuchObjection, NotOpen};
	let expected = || {
		[
			Some(NoSuchNotice),
			Some(NoSuchObjection),
			None,
			None,
			Some(NoSuchObjection),
			Some(NotOpen),
			Some(NotOpen),
			Some(NotOpen),
		]
	};
	check(|id| decide(REGULATOR, id, 0, Ruling::Dismissed), expected());
	check(|id| decide(REGULATOR, id, 0, Ruling::Upheld), expected());
}

#[test]
fn withdraw_should_be_taken_in_every_open_state_and_refused_in_every_other() {
	use Error::{NoSuchNotice, NotOpen};
	let ended = || Some(NotOpen);
	let expected = [Some(NoSuchNotice), None, None, None, None, ended(), ended(), ended()];
	check(|id| Notices::withdraw(signed(UNIVERSITY), id, None), expected);
}

#[test]
fn close_should_be_taken_when_due_and_refused_in_every_other_state() {
	use Error::{NoSuchNotice, NotOpen, Suspended, WindowRuns};
	let expected = [
		Some(NoSuchNotice),
		Some(WindowRuns),
		Some(Suspended),
		Some(Suspended),
		None,
		Some(NotOpen),
		Some(NotOpen),
		Some(NotOpen),
	];
	check(|id| Notices::close(signed(STRANGER), id), expected);
}

/// N2.
#[test]
fn open_should_be_taken_when_nothing_of_the_subject_is_open() {
	let again = |_| {
		let origin = signed(INSTITUTE);
		let parties = Default::default();
		Notices::open_price_notice(origin, PATENT, digest(1), digest(2), parties, None)
	};
	let open = || Some(Error::OpenAlready);
	check(again, [None, open(), open(), open(), open(), None, None, None]);
}
