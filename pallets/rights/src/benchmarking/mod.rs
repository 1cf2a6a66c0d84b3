//! Benchmarks: titles of 64 owners with `r` use rights near the bound of a title's size, each with an
//! assertion on what it leaves.
//!
//! Calls that ask are measured asking everyone; calls that are taken at once, and the answers to
//! requests, are measured writing the title.

use crate::{
	pallet::{
		Call, Config, DueCursor, Heads, Holdings, NextRequest, Pallet, Requests, RequestsOf, Titles,
	},
	types::*,
};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, weights::WeightMeter, BoundedVec};
use frame_system::RawOrigin;
use quanqi_title::{
	Act, Actor, AgreedTransfer, Agreement, AgreementLine, Cause, Consent, ConsentRole, Correction,
	DecisionRef, EndReason, Head, Hold, HoldTarget, Pledge, PoolEntry, PoolTerms, Reservation,
	Title, TitleBody, UseBasis, UseGrant, UseRight,
};
use quanqi_traits::{Calendar, Members, Statutes};
use quanqi_types::{
	bounds::{MAX_LABEL_BYTES, MAX_SHARE_LINES},
	AchievementId, AchievementKind, Acts, Commitment, ConsentAct, ConsentRule, Date, Digest,
	FieldsOfUse, LedgerStatus, MemberId, Moment, OfficialStatus, Period, PreEmption, RuleId, Scope,
	ShareBasis, ShareLine, Shares, StatuteValue, Term, TermUnit, Territories, Territory, Text,
	UseForm, WHOLE_PPM,
};

mod scene;

use scene::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn agree_transfer(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		// All of it, or there would be a 65th owner.
		let part = scene.body.owners.part_of(scene.owner.member);
		#[extrinsic_call]
		_(scene.owner.origin(), ID, scene.other.member, part, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn cancel_transfer(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		scene.agree_transfer();
		scene.store();
		#[extrinsic_call]
		_(scene.authority.origin(), ID, AGREED, Some(decision()), None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn attest_transfer(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		// With this one out there is room for the 64th owner.
		let owners = scene.body.owners.clone();
		let gone = MemberId(FIRST_CO_OWNER + 1);
		scene.body.owners =
			owners.move_part(gone, scene.owner.member, 1_000).expect("it has that much; qed");
		scene.agree_transfer();
		scene.store();
		#[extrinsic_call]
		_(scene.authority.origin(), ID, AGREED, label(), scene.now);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn transfer_now(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, AchievementKind::Software);
		scene.store();
		let part = scene.body.owners.part_of(scene.owner.member);
		#[extrinsic_call]
		_(scene.owner.origin(), ID, None, scene.other.member, part, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn grant_use(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let terms = Box::new(scene.terms());
		#[extrinsic_call]
		_(scene.owner.origin(), ID, terms, Obstacles::Ask, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn transfer_use(r: Linear<1, 256>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		#[extrinsic_call]
		_(scene.holder.origin(), ID, r, scene.other.member, 1_000, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn divide_use(r: Linear<1, 256>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		// Holders have to be members, so the division is among those that are.
		let half = WHOLE_PPM / 2;
		let holders = [scene.holder.member, scene.other.member];
		let lines = holders.map(|member| ShareLine { member, ppm: half });
		let holders = Shares::new(lines, ShareBasis::Agreed).expect("two halves; qed");
		#[extrinsic_call]
		_(scene.holder.origin(), ID, r, holders, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn end_use(r: Linear<1, 256>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		#[extrinsic_call]
		_(scene.holder.origin(), ID, r, EndReason::Surrendered, None, None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn pledge(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let target = HoldTarget::Share(scene.owner.member);
		let secured = Commitment([0; 32]);
		#[extrinsic_call]
		_(scene.owner.origin(), ID, scene.other.member, target, 1_000, secured, None, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn attest_pledge(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let act = Act::Pledged {
			pledgor: scene.owner.member,
			pledgee: scene.other.member,
			target: HoldTarget::Share(scene.owner.member),
			ppm: 1_000,
			secured: Commitment([0; 32]),
			until: None,
		};
		let mut consents = scene.co_owners();
		consents.push(accepts(scene.other.member));
		let id = scene.request(RequestState::AwaitingOffice, act, consents);
		#[extrinsic_call]
		_(scene.authority.origin(), id, label(), scene.now);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn release_pledge(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		scene.pledge();
		scene.store();
		#[extrinsic_call]
		_(scene.authority.origin(), ID, PLEDGE, Some(decision()), None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn hold(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let until = Some(scene.later);
		#[extrinsic_call]
		_(scene.authority.origin(), ID, HoldTarget::Whole, until, decision());
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn renew_hold(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		scene.hold();
		scene.store();
		#[extrinsic_call]
		_(scene.authority.origin(), ID, HOLD, Some(scene.later), decision());
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn lift_hold(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		scene.hold();
		scene.store();
		#[extrinsic_call]
		_(scene.authority.origin(), ID, HOLD, decision());
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn enter_pool(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let terms = scene.pool_terms();
		#[extrinsic_call]
		_(scene.owner.origin(), ID, terms, Obstacles::Ask, None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn leave_pool(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		scene.body.pool = Some(PoolEntry { sequence: POOL, terms: scene.pool_terms() });
		scene.store();
		#[extrinsic_call]
		_(scene.owner.origin(), ID, None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn reserve(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let period = Period { from: scene.now, until: Some(scene.later) };
		let (beneficiary, scope) = (scene.holder.member, Box::new(scope()));
		#[extrinsic_call]
		_(scene.owner.origin(), ID, beneficiary, scope, period, Obstacles::Ask, None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn end_reservation(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		scene.reserve(scene.later);
		scene.store();
		#[extrinsic_call]
		_(scene.other.origin(), ID, RESERVATION, None, None);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn set_agreement(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let line =
			AgreementLine { act: ConsentAct::Transfer, rule: ConsentRule::All, deemed_after: None };
		let agreement = Agreement {
			lines: BoundedVec::truncate_from([line].to_vec()),
			digest: Digest::Sha256([0; 32]),
		};
		#[extrinsic_call]
		_(scene.owner.origin(), ID, agreement, None);
		assert_eq!(RequestsOf::<T>::get(ID).len(), 1);
	}

	#[benchmark]
	fn succeed(r: Linear<0, 256>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		// The holder's place in every right changes hands.
		let from = if r == 0 { scene.owner.member } else { scene.holder.member };
		let heirs = Shares::single(scene.other.member);
		let list = BoundedVec::truncate_from([ID].to_vec());
		#[extrinsic_call]
		_(scene.authority.origin(), from, heirs, list, decision());
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn correct(r: Linear<0, 256>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let correction = Box::new(Correction {
			corrects: 0,
			owners: Some(Shares::single(scene.owner.member)),
			ends_right: None,
			right: None,
			status: None,
		});
		#[extrinsic_call]
		_(scene.authority.origin(), ID, correction, decision());
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn consent(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let act = Act::UseGranted(Box::new(scene.terms()));
		let id = scene.request(RequestState::Open, act, scene.co_owners());
		#[extrinsic_call]
		_(scene.holder.origin(), id, ConsentRole::Recipient, Behalf::Own);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn waive(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		let waiver = (scene.holder.member, PreEmption::Completer);
		scene.body.pre_emption = BoundedVec::truncate_from([waiver].to_vec());
		let owners = scene.body.owners.clone();
		let gone = MemberId(FIRST_CO_OWNER + 1);
		scene.body.owners =
			owners.move_part(gone, scene.owner.member, 1_000).expect("it has that much; qed");
		scene.store();
		let (from, to) = (scene.owner.member, scene.other.member);
		let act = Act::TransferAgreed { from, to, ppm: 1_000 };
		let mut consents = scene.co_owners();
		consents.push(accepts(to));
		let id = scene.request(RequestState::Open, act, consents);
		#[extrinsic_call]
		_(scene.holder.origin(), id, Behalf::Own);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn refuse(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let act = Act::UseGranted(Box::new(scene.terms()));
		let id = scene.request(RequestState::Open, act, scene.co_owners());
		#[extrinsic_call]
		_(scene.holder.origin(), id, ConsentRole::Recipient, Behalf::Own);
		assert!(Requests::<T>::get(id).is_none());
	}

	#[benchmark]
	fn withdraw(r: Linear<0, 255>) {
		let scene = Scene::<T>::new(r, PATENT);
		scene.store();
		let act = Act::UseGranted(Box::new(scene.terms()));
		let id = scene.request(RequestState::Open, act, scene.co_owners());
		#[extrinsic_call]
		_(scene.owner.origin(), id, None);
		assert!(Requests::<T>::get(id).is_none());
	}

	#[benchmark]
	fn poke(r: Linear<0, 255>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		// One owner, so that there are few consents beside 64 silent pre-emptions.
		scene.body.owners = Shares::single(scene.owner.member);
		let silent: Vec<_> = (1..=64).map(|n| MemberId(FIRST_CO_OWNER + n)).collect();
		let waivers = silent.iter().map(|member| (*member, PreEmption::Completer)).collect();
		scene.body.pre_emption = BoundedVec::truncate_from(waivers);
		scene.store();
		let (from, to) = (scene.owner.member, scene.other.member);
		let act = Act::TransferAgreed { from, to, ppm: 1_000 };
		let id = scene.request(RequestState::Open, act, [accepts(to)].to_vec());
		let mut request = Requests::<T>::get(id).expect("just written; qed");
		let role = ConsentRole::PreEmption;
		let silence = silent.iter().map(|m| Silence { member: *m, role, deemed_from: scene.now });
		request.silence = BoundedVec::truncate_from(silence.collect());
		let id = scene.put_request(request);
		#[extrinsic_call]
		_(scene.authority.origin(), id);
		assert_eq!(entries::<T>(), ENTRIES + 1);
	}

	#[benchmark]
	fn close_due(r: Linear<0, 256>) {
		let mut scene = Scene::<T>::new(r, PATENT);
		let now = scene.now;
		for right in scene.body.rights.iter_mut().take(16) {
			right.terms.period.until = Some(now);
		}
		scene.reserve(now);
		scene.store();
		#[extrinsic_call]
		_(scene.authority.origin(), ID);
		assert!(entries::<T>() > ENTRIES);
	}

	#[benchmark]
	fn due_look() {
		let today = Date::from_moment(Pallet::<T>::present());
		DueCursor::<T>::put(today);
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::handle_due(&mut meter);
		}
		assert_eq!(DueCursor::<T>::get(), today.plus_days(1));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::Ledger::new().build(), crate::mock::Test);
}
