//! Any sequence of calls, lawful or not, keeps every invariant, and a refused call changes nothing.

use super::*;
use crate::types::{BulkMode, Document, SuccessionCause};
use frame_support::weights::Weight;
use proptest::prelude::*;
use quanqi_types::{MandateId, Moment, Text};
use sp_runtime::StateVersion;

#[derive(Clone, Debug)]
enum Step {
	Admit(u32),
	Sponsor(u32, u8),
	SponsorMany(u32, u8),
	Suspend(u32),
	Reinstate(u32),
	Expel(u32),
	Offer(u32, u32, u32),
	Accept(u32, u32),
	ReplaceSponsor(u32, u32),
	AddKey(u32, u32, u8),
	RevokeKey(u32, u32),
	SetPermissions(u32, u32, u8),
	ResetKeys(u32, u32),
	Capabilities(u32, bool, bool),
	SetSeat(u32, bool),
	SetValidators(Vec<u32>),
	SetNodes(u32, Vec<u8>),
	GiveMandate(u32, u32, u32),
	RevokeMandate(u32, u64),
	Appoint(u32, u32),
	Succeed(u32, u32),
	Schedule,
	Enact(u32, u32),
	Wait(u64),
}

const KEYS: u32 = 14;
const MEMBERS: u32 = 9;

fn step() -> impl Strategy<Value = Step> {
	let key = || 1..=KEYS;
	let member = || 1..=MEMBERS;
	prop_oneof![
		(1u32..=KEYS).prop_map(Step::Admit),
		(key(), 0u8..9).prop_map(|(by, number)| Step::Sponsor(by, number)),
		(key(), 0u8..9).prop_map(|(by, number)| Step::SponsorMany(by, number)),
		member().prop_map(Step::Suspend),
		member().prop_map(Step::Reinstate),
		member().prop_map(Step::Expel),
		(key(), member(), member()).prop_map(|(by, whom, to)| Step::Offer(by, whom, to)),
		(key(), member()).prop_map(|(by, whom)| Step::Accept(by, whom)),
		(member(), member()).prop_map(|(whom, to)| Step::ReplaceSponsor(whom, to)),
		(key(), key(), 0u8..4).prop_map(|(by, new, kind)| Step::AddKey(by, new, kind)),
		(key(), key()).prop_map(|(by, old)| Step::RevokeKey(by, old)),
		(key(), key(), 0u8..4).prop_map(|(by, key, kind)| Step::SetPermissions(by, key, kind)),
		(member(), key()).prop_map(|(whom, key)| Step::ResetKeys(whom, key)),
		(member(), any::<bool>(), any::<bool>())
			.prop_map(|(whom, validate, sponsor)| Step::Capabilities(whom, validate, sponsor)),
		(member(), any::<bool>()).prop_map(|(whom, seated)| Step::SetSeat(whom, seated)),
		prop::collection::vec(member(), 0..6).prop_map(Step::SetValidators),
		(key(), prop::collection::vec(0u8..5, 0..3))
			.prop_map(|(by, nodes)| Step::SetNodes(by, nodes)),
		(key(), member(), member()).prop_map(|(by, whom, to)| Step::GiveMandate(by, whom, to)),
		(key(), 1u64..4).prop_map(|(by, mandate)| Step::RevokeMandate(by, mandate)),
		(member(), member()).prop_map(|(whom, to)| Step::Appoint(whom, to)),
		(member(), member()).prop_map(|(whom, to)| Step::Succeed(whom, to)),
		Just(Step::Schedule),
		(key(), 1u32..4).prop_map(|(by, number)| Step::Enact(by, number)),
		(1u64..3).prop_map(Step::Wait),
	]
}

fn permission_set(kind: u8) -> quanqi_types::Permissions {
	match kind {
		0 => permissions(&[Permission::Full]),
		1 => permissions(&[Permission::Sponsor]),
		2 => permissions(&[Permission::Seat, Permission::Authority]),
		_ => permissions(&[]),
	}
}

fn decision() -> Document {
	Document { number: Text::new("1").unwrap(), digest: digest(1) }
}

/// Runs a step; whether it was lawful.
fn run(step: &Step) -> bool {
	let key = |number: &u32| key_of(*number);
	let member = |number: &u32| id(*number);
	match step {
		Step::Admit(number) => Consortium::admit(council(), university(*number)).is_ok(),
		Step::Sponsor(by, number) => Consortium::sponsor(key(by), person(*number)).is_ok(),
		Step::SponsorMany(by, number) => {
			let all = vec![person(*number), enterprise(u32::from(*number) + 1)];
			let mode = BulkMode::EachOnItsOwn;
			Consortium::sponsor_many(key(by), all.try_into().unwrap(), mode).is_ok()
		}
		Step::Suspend(whom) => Consortium::suspend(council(), member(whom)).is_ok(),
		Step::Reinstate(whom) => Consortium::reinstate(council(), member(whom)).is_ok(),
		Step::Expel(whom) => run_in_layer(|| Consortium::expel(council(), member(whom))),
		Step::Offer(by, whom, to) => {
			Consortium::offer_sponsorship(key(by), member(whom), Some(member(to))).is_ok()
		}
		Step::Accept(by, whom) => {
			run_in_layer(|| Consortium::accept_sponsorship(key(by), member(whom)))
		}
		Step::ReplaceSponsor(whom, to) => {
			run_in_layer(|| Consortium::replace_sponsor(council(), member(whom), member(to)))
		}
		Step::AddKey(by, new, kind) => {
			Consortium::add_key(key(by), account(*new), permission_set(*kind)).is_ok()
		}
		Step::RevokeKey(by, old) => Consortium::revoke_key(key(by), account(*old)).is_ok(),
		Step::SetPermissions(by, whose, kind) => {
			Consortium::set_key_permissions(key(by), account(*whose), permission_set(*kind)).is_ok()
		}
		Step::ResetKeys(whom, new) => {
			run_in_layer(|| Consortium::reset_keys(council(), member(whom), account(*new)))
		}
		Step::Capabilities(whom, validate, sponsor) => {
			let mut set = quanqi_types::Capabilities::NONE;
			validate.then(|| set.insert(Capability::Validate));
			sponsor.then(|| set.insert(Capability::Sponsor));
			FakeSession::register(*whom);
			Consortium::change_capabilities(council(), member(whom), set, None).is_ok()
		}
		Step::SetSeat(whom, seated) => {
			Consortium::set_seat(council(), member(whom), *seated).is_ok()
		}
		Step::SetValidators(list) => {
			let list: Vec<_> = list.iter().map(member).collect();
			Consortium::set_validators(council(), list.try_into().unwrap()).is_ok()
		}
		Step::SetNodes(by, nodes) => {
			let nodes: Vec<_> = nodes.iter().copied().map(node_id).collect();
			Consortium::set_node_ids(key(by), nodes.try_into().unwrap()).is_ok()
		}
		Step::GiveMandate(by, whom, to) => {
			let what = permissions(&[Permission::Dispose]);
			let until = Moment(START + 100 * ONE_DAY);
			Consortium::give_mandate(key(by), member(whom), member(to), what, until, digest(1))
				.is_ok()
		}
		Step::RevokeMandate(by, mandate) => {
			Consortium::revoke_mandate(key(by), MandateId(*mandate)).is_ok()
		}
		Step::Appoint(whom, to) => {
			Consortium::appoint_administrator(council(), member(whom), member(to), decision())
				.is_ok()
		}
		Step::Succeed(whom, to) => {
			let cause = SuccessionCause::Merger;
			Consortium::record_succession(council(), member(whom), member(to), cause, decision())
				.is_ok()
		}
		Step::Schedule => {
			let items = vec![(b"key".to_vec(), b"value".to_vec())];
			let call = Box::new(frame_system::Call::set_storage { items }.into());
			Consortium::schedule_enactment(council(), call).is_ok()
		}
		Step::Enact(by, number) => {
			let limit = Weight::from_parts(1_000_000_000_000, 1_000_000);
			Consortium::enact(key(by), *number, limit).is_ok()
		}
		Step::Wait(days) => {
			let now = <Clock as frame_support::traits::Time>::now();
			Clock::set(now + days * ONE_DAY);
			true
		}
	}
}

/// As a transaction does: what a refused call wrote is taken back.
fn run_in_layer(call: impl FnOnce() -> sp_runtime::DispatchResult) -> bool {
	frame_support::storage::with_storage_layer(call).is_ok()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(32))]

	#[test]
	fn sequences_should_keep_every_invariant(steps in prop::collection::vec(step(), 1..60)) {
		ExtBuilder::default().build().execute_with(|| -> Result<(), TestCaseError> {
			for step in &steps {
				let before = sp_io::storage::root(StateVersion::V1);
				let lawful = frame_support::storage::with_storage_layer(|| {
					match run(step) {
						true => Ok(()),
						false => Err(DispatchError::Other("refused")),
					}
				})
				.is_ok();
				if !lawful {
					prop_assert_eq!(before, sp_io::storage::root(StateVersion::V1));
				}
				let state = Consortium::do_try_state();
				prop_assert!(state.is_ok(), "after {:?}: {:?}", step, state);
			}
			Ok(())
		})?;
	}
}
