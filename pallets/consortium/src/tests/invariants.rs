//! Each invariant notices the damage it is there for.

use super::*;
use crate::{
	types::{IdentityKey, QuotaUse},
	Administrators, ByIdentity, Enactments, Keys, Mandates, MemberKeys, Members, NextEnactmentId,
	NodeOwners, QuotaLimit, QuotaUsed, SeatAccounts, Seats, SponsorOffers, Sponsored, Successions,
	Validators,
};
use quanqi_traits::MemberStatus;
use quanqi_types::{MandateId, Moment, Permissions};

/// Damages a healthy chain and expects the invariant with this number to fail.
fn damage(invariant: &str, harm: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		sponsor(7);
		assert_ok!(Consortium::set_node_ids(key_of(1), vec![node_id(1)].try_into().unwrap()));
		assert_ok!(Consortium::give_mandate(
			key_of(1),
			id(1),
			id(2),
			permissions(&[Permission::Dispose]),
			Moment(START + 9),
			digest(1),
		));
		Consortium::do_try_state().unwrap();
		harm();
		let failure = format!("{:?}", Consortium::do_try_state().unwrap_err());
		assert!(failure.contains(&format!("{invariant}:")), "{failure}");
	});
}

#[test]
fn i1_should_notice_a_provider_too_many_or_too_few() {
	damage("I1", || {
		System::inc_providers(&account(99));
	});
	damage("I1", || {
		let _ = System::dec_providers(&account(1));
	});
}

#[test]
fn i2_should_notice_a_broken_index() {
	damage("I2", || ByIdentity::<Test>::remove(IdentityKey::CreditCode(credit_code(1))));
	damage("I2", || {
		ByIdentity::<Test>::insert(IdentityKey::CreditCode(credit_code(9)), id(1));
	});
}

#[test]
fn i3_should_notice_a_jurisdiction_without_the_capability() {
	damage("I3", || {
		Members::<Test>::mutate(id(1), |record| {
			record.as_mut().unwrap().jurisdiction = Some(330_000);
		});
	});
}

#[test]
fn i4_should_notice_keys_that_are_not_the_listed_ones() {
	damage("I4", || MemberKeys::<Test>::remove(id(1)));
	damage("I4", || {
		Keys::<Test>::mutate(account(1), |key| {
			key.as_mut().unwrap().permissions = permissions(&[Permission::Seat]);
		});
	});
	damage("I4", || {
		Keys::<Test>::mutate(account(1), |key| {
			key.as_mut().unwrap().revoked = Some(Moment(1));
		});
	});
}

#[test]
fn i5_should_notice_a_wrong_count_or_offer() {
	damage("I5", || Sponsored::<Test>::insert(id(1), 2));
	damage("I5", || Sponsored::<Test>::remove(id(1)));
	damage("I5", || SponsorOffers::<Test>::insert(id(2), id(1)));
	damage("I5", || {
		Members::<Test>::mutate(id(2), |record| {
			record.as_mut().unwrap().sponsor = Some(id(1));
		});
	});
}

#[test]
fn i6_should_notice_a_number_beyond_the_next() {
	damage("I6", || crate::NextMemberId::<Test>::put(2));
	damage("I6", || crate::NextMandateId::<Test>::put(1));
}

#[test]
fn i7_should_notice_a_seat_that_the_collective_does_not_have() {
	damage("I7", || Seats::<Test>::mutate(|seats| seats.truncate(3)));
	damage("I7", || {
		pallet_collective::Members::<Test, Council>::mutate(|members| members.truncate(1));
	});
	damage("I7", || {
		SeatAccounts::<Test>::mutate(Consortium::seat_account(id(1)), |member| {
			*member = Some(id(2));
		});
	});
	damage("I7", || {
		Members::<Test>::mutate(id(4), |record| {
			record.as_mut().unwrap().status = MemberStatus::Expelled;
		});
	});
}

#[test]
fn i8_should_notice_a_validator_that_may_not_validate() {
	damage("I8", || {
		Members::<Test>::mutate(id(1), |record| {
			record.as_mut().unwrap().capabilities.remove(Capability::Validate);
		});
	});
	damage("I8", || {
		let reversed = vec![id(4), id(3), id(2), id(1)];
		Validators::<Test>::put(frame_support::BoundedVec::truncate_from(reversed));
	});
}

#[test]
fn i9_should_notice_a_node_of_someone_else() {
	damage("I9", || NodeOwners::<Test>::insert(node_id(1), id(2)));
	damage("I9", || NodeOwners::<Test>::insert(node_id(2), id(2)));
}

#[test]
fn i10_should_notice_a_mandate_over_the_keys() {
	damage("I10", || {
		Mandates::<Test>::mutate(MandateId(1), |mandate| {
			mandate.as_mut().unwrap().permissions = Permissions::FULL;
		});
	});
	damage("I10", || {
		Mandates::<Test>::mutate(MandateId(1), |mandate| {
			mandate.as_mut().unwrap().agent = id(1);
		});
	});
}

#[test]
fn i11_should_notice_an_administrator_of_a_member_that_signs_itself() {
	let decision = || crate::types::Document {
		number: quanqi_types::Text::new("1").unwrap(),
		digest: digest(1),
	};
	damage("I11", || {
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_ok!(Consortium::appoint_administrator(council(), id(1), id(3), decision()));
		assert!(Administrators::<Test>::contains_key(id(1)));
		Members::<Test>::mutate(id(1), |record| {
			record.as_mut().unwrap().status = MemberStatus::Active;
		});
	});
	damage("I11", || {
		let cause = crate::types::SuccessionCause::Merger;
		assert_ok!(Consortium::record_succession(council(), id(1), id(2), cause, decision()));
		let successions = Successions::<Test>::take(id(1));
		Successions::<Test>::insert(id(99), successions);
	});
}

#[test]
fn i12_should_notice_too_many_enactments() {
	damage("I12", || {
		let remark = frame_system::Call::remark { remark: Vec::new() };
		assert_ok!(Consortium::schedule_enactment(council(), Box::new(remark.into())));
		let waiting = Enactments::<Test>::get(1).unwrap();
		NextEnactmentId::<Test>::put(99);
		(2..20).for_each(|number| Enactments::<Test>::insert(number, waiting.clone()));
	});
}

#[test]
fn i13_should_notice_a_quota_used_by_nobody_or_too_small() {
	damage("I13", || QuotaUsed::<Test>::insert(id(99), QuotaUse::default()));
	damage("I13", || QuotaLimit::<Test>::mutate(|quota| quota.ref_time = 1));
}
