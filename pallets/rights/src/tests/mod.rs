//! Tests: one file per call, then what concerns several.

use crate::{
	mock::*, Behalf, Error, Event, RequestOutcome, RequestState, Requests, RequestsOf, ShortRef,
	Why,
};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{ConsentRole, Reason};
use quanqi_types::{MemberId, UseForm, WHOLE_PPM};

mod agree_transfer;
mod attest_pledge;
mod attest_transfer;
mod calendar;
mod cancel_transfer;
mod close_due;
mod consent;
mod correct;
mod corrupted;
mod divide_use;
mod end_reservation;
mod end_use;
mod enter_pool;
mod errors;
mod grant_use;
mod hold;
mod keys;
mod leave_pool;
mod lift_hold;
mod pledge;
mod poke;
mod questions;
mod refuse;
mod release_pledge;
mod renew_hold;
mod reserve;
mod sequences;
mod set_agreement;
mod succeed;
mod titles;
mod transfer_now;
mod transfer_use;
mod waive;
mod withdraw;

/// A refusal of the law: `refused!(T4, ExclusiveInTheWay, 7)`.
macro_rules! refused {
	($rule:ident, $reason:ident) => {
		crate::Error::<Test>::$rule(Why(Reason::$reason), ShortRef::new(None))
	};
	($rule:ident, $reason:ident, $with:expr) => {
		crate::Error::<Test>::$rule(Why(Reason::$reason), ShortRef::new(Some($with)))
	};
}
use refused;

/// Everyone asked agrees to the last request.
fn everyone_agrees() {
	let id = last_request();
	let Some(view) = Rights::request_view(id) else { return };
	for missing in view.missing {
		assert_ok!(Rights::consent(key(missing.member.0), id, missing.role, Behalf::Own));
	}
}

/// A licence that everyone agreed to; its number.
fn licensed(form: UseForm) -> u32 {
	granted(licence(form))
}

/// A use right that everyone agreed to; its number.
fn granted(terms: quanqi_title::UseGrant) -> u32 {
	let grantor = terms.grantor.0;
	let number = title().entries;
	assert_ok!(Rights::grant_use(
		key(grantor),
		PATENT,
		Box::new(terms),
		crate::Obstacles::Refuse,
		None
	));
	everyone_agrees();
	assert!(title().right(number).is_some(), "the right was granted");
	System::reset_events();
	number
}

/// A transfer that everyone agreed to; its number.
fn transfer_agreed(from: u32, to: u32, ppm: u32) -> u32 {
	let number = title().entries;
	assert_ok!(Rights::agree_transfer(key(from), PATENT, MemberId(to), ppm, None));
	everyone_agrees();
	assert!(title().agreed_transfers.iter().any(|agreed| agreed.sequence == number));
	System::reset_events();
	number
}

/// Whom the last request still waits for.
fn missing() -> Vec<(u32, ConsentRole)> {
	let view = Rights::request_view(last_request()).expect("a request is open");
	view.missing.iter().map(|missing| (missing.member.0, missing.role)).collect()
}
