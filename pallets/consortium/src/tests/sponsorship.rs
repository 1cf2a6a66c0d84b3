use super::*;
use crate::{
	types::{Application, BulkMode, IdentityKey},
	ByIdentity, Members, SponsorOffers, Sponsored,
};
use quanqi_types::{Capabilities, Commitment, MemberKind};

#[test]
fn sponsor_should_bring_in_a_person_by_commitment() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::sponsor(key_of(1), person(7)));
		let key = IdentityKey::Commitment(Commitment([7; 32]));
		assert_eq!(ByIdentity::<Test>::get(key), Some(id(5)));
		assert_eq!(Members::<Test>::get(id(5)).unwrap().sponsor, Some(id(1)));
		assert_eq!(Sponsored::<Test>::get(id(1)), 1);
		assert_last(Event::MemberAdmitted {
			member: id(5),
			kind: MemberKind::Person,
			sponsor: Some(id(1)),
			capabilities: Capabilities::NONE,
		});
	});
}

#[test]
fn sponsor_should_bring_in_an_enterprise_with_its_key() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::sponsor(key_of(1), enterprise(60)));
		add_key_of_enterprise();
	});
}

fn add_key_of_enterprise() {
	assert_ok!(Consortium::add_key(
		signed(account(60)),
		account(61),
		permissions(&[Permission::Dispose])
	));
}

#[test]
fn sponsor_should_be_refused_when_the_sponsor_may_not() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Register]);
		let call = |origin| Consortium::sponsor(origin, person(7));
		assert_noop!(call(council()), DispatchError::BadOrigin);
		assert_noop!(call(signed(account(99))), Error::<Test>::NotAMemberKey);
		assert_noop!(call(signed(account(11))), Error::<Test>::PermissionMissing);
		assert_noop!(call(key_of(3)), Error::<Test>::CapabilityMissing);
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_noop!(call(key_of(1)), Error::<Test>::MemberSuspended);
	});
}

#[test]
fn sponsor_should_be_refused_when_the_application_is_the_councils() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Consortium::sponsor(key_of(1), university(7)),
			Error::<Test>::KindNotSponsored
		);
		let mut capable = enterprise(7);
		capable.capabilities.insert(Capability::Register);
		assert_noop!(
			Consortium::sponsor(key_of(1), capable),
			Error::<Test>::CapabilitiesByCouncilOnly
		);
		let named = Application { identity: university(7).identity, ..person(7) };
		assert_noop!(Consortium::sponsor(key_of(1), named), Error::<Test>::PersonNeedsCommitment);
		let coded = Application { credit_code: Some(credit_code(8)), ..person(7) };
		assert_noop!(Consortium::sponsor(key_of(1), coded), Error::<Test>::CreditCodeUnexpected);
		let established = Application { state_established: true, ..person(7) };
		assert_noop!(
			Consortium::sponsor(key_of(1), established),
			Error::<Test>::PersonStateEstablished
		);
	});
}

#[test]
fn sponsor_should_register_nothing_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_noop!(
			Consortium::sponsor(key_of(2), person(7)),
			Error::<Test>::IdentityTaken(anna.into())
		);
	});
}

#[test]
fn sponsor_should_be_refused_when_the_quota_is_full() {
	ExtBuilder::default().build_and_execute(|| {
		(1..=3).for_each(|number| {
			sponsor(number);
		});
		assert_noop!(
			Consortium::sponsor(key_of(1), person(4)),
			Error::<Test>::SponsorQuotaExceeded
		);
	});
}

#[test]
fn sponsor_should_be_refused_when_no_statute_gives_a_quota() {
	ExtBuilder::default().sponsor_quota(None).build_and_execute(|| {
		assert_noop!(
			Consortium::sponsor(key_of(1), person(4)),
			Error::<Test>::SponsorQuotaExceeded
		);
	});
}

#[test]
fn sponsor_many_should_take_what_the_quota_allows_when_each_stands_on_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		let all: Vec<_> = (1..=5).map(person).collect();
		assert_noop!(
			Consortium::sponsor_many(
				key_of(1),
				all.clone().try_into().unwrap(),
				BulkMode::AllOrNone
			),
			Error::<Test>::SponsorQuotaExceeded
		);
		assert_ok!(Consortium::sponsor_many(
			key_of(1),
			all.try_into().unwrap(),
			BulkMode::EachOnItsOwn
		));
		assert_eq!(Sponsored::<Test>::get(id(1)), 3);
		assert_last(Event::BulkFinished { taken: 3, refused: 2 });
	});
}

#[test]
fn sponsor_many_should_be_refused_when_the_caller_may_not_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let all = vec![person(1)].try_into().unwrap();
		assert_noop!(
			Consortium::sponsor_many(key_of(3), all, BulkMode::EachOnItsOwn),
			Error::<Test>::CapabilityMissing
		);
	});
}

#[test]
fn replace_sponsor_should_move_the_count_when_the_council_agrees() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::replace_sponsor(council(), anna, id(2)));
		assert_eq!(Sponsored::<Test>::get(id(1)), 0);
		assert_eq!(Sponsored::<Test>::get(id(2)), 1);
		assert_last(Event::SponsorChanged { member: anna, old: Some(id(1)), new: id(2) });
	});
}

#[test]
fn replace_sponsor_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let replace = |member, sponsor| Consortium::replace_sponsor(council(), member, sponsor);
		assert_noop!(Consortium::replace_sponsor(key_of(1), anna, id(2)), DispatchError::BadOrigin);
		assert_noop!(replace(anna, id(1)), Error::<Test>::Unchanged);
		assert_noop!(replace(anna, anna), Error::<Test>::SelfSponsored);
		assert_noop!(replace(anna, id(3)), Error::<Test>::CapabilityMissing);
		assert_noop!(replace(id(2), id(1)), Error::<Test>::KindNotSponsored);
		for number in 1..=3 {
			assert_ok!(Consortium::sponsor(key_of(2), person(number)));
		}
		assert_noop!(replace(anna, id(2)), Error::<Test>::SponsorQuotaExceeded);
	});
}

#[test]
fn sponsorship_should_pass_when_the_old_offers_and_the_new_accepts() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::offer_sponsorship(key_of(1), anna, Some(id(2))));
		assert_last(Event::SponsorshipOffered { member: anna, old: None, new: Some(id(2)) });
		assert_ok!(Consortium::accept_sponsorship(key_of(2), anna));
		assert_eq!(Members::<Test>::get(anna).unwrap().sponsor, Some(id(2)));
		assert_eq!(SponsorOffers::<Test>::get(anna), None);
	});
}

#[test]
fn offer_sponsorship_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let offer = |from, to| Consortium::offer_sponsorship(key_of(from), anna, to);
		assert_noop!(offer(2, Some(id(2))), Error::<Test>::NotTheSponsor);
		assert_noop!(offer(1, Some(id(1))), Error::<Test>::Unchanged);
		assert_noop!(offer(1, Some(anna)), Error::<Test>::SelfSponsored);
		assert_noop!(offer(1, Some(id(3))), Error::<Test>::CapabilityMissing);
		assert_noop!(offer(1, None), Error::<Test>::Unchanged);
	});
}

#[test]
fn accept_sponsorship_should_be_refused_when_it_was_not_offered_or_was_taken_back() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let accept = |by| Consortium::accept_sponsorship(key_of(by), anna);
		assert_noop!(accept(2), Error::<Test>::SponsorshipNotOffered);
		assert_ok!(Consortium::offer_sponsorship(key_of(1), anna, Some(id(2))));
		assert_noop!(accept(1), Error::<Test>::SponsorshipNotOffered);
		assert_ok!(Consortium::offer_sponsorship(key_of(1), anna, None));
		assert_noop!(accept(2), Error::<Test>::SponsorshipNotOffered);
	});
}
