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

const ID: AchievementId = AchievementId(1);
/// Numbers of records that a title starts with, above those of its rights.
const AGREED: u32 = 900;
const PLEDGE: u32 = 901;
const HOLD: u32 = 902;
const RESERVATION: u32 = 903;
const POOL: u32 = 904;
const ENTRIES: u32 = 1_000;
/// Co-owners that nobody looks up: numbers far from those of members with keys.
const FIRST_CO_OWNER: u32 = 1_000_000;

struct Party<T: Config> {
	account: T::AccountId,
	member: MemberId,
}

impl<T: Config> Party<T> {
	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}
}

/// A title with `r` rights, and those who act in it.
struct Scene<T: Config> {
	owner: Party<T>,
	other: Party<T>,
	holder: Party<T>,
	authority: Party<T>,
	now: Moment,
	later: Moment,
	body: TitleBody,
}

fn party<T: Config>(seed: u32) -> Party<T> {
	let (account, member) = T::Members::benchmark_member(seed);
	Party { account, member }
}

fn provinces() -> Territories {
	let codes = [11..=15u8, 21..=23, 31..=37, 41..=46, 50..=54, 61..=65];
	let provinces = codes.into_iter().flatten().map(Territory::Province).collect::<Vec<_>>();
	Territories::Only(BoundedVec::truncate_from(provinces))
}

fn scope() -> Scope {
	Scope { territories: provinces(), fields: FieldsOfUse::All, acts: Acts::ALL }
}

fn sixty_four(first: MemberId) -> Shares {
	let others = (1..MAX_SHARE_LINES).map(|n| MemberId(FIRST_CO_OWNER + n));
	let lines = others.map(|member| ShareLine { member, ppm: 1_000 });
	let rest = WHOLE_PPM - 1_000 * (MAX_SHARE_LINES - 1);
	let lines = lines.chain([ShareLine { member: first, ppm: rest }]);
	Shares::new(lines, ShareBasis::Agreed).expect("they sum to the whole; qed")
}

fn set_statutes<T: Config>(kind: AchievementKind) {
	for act in [
		ConsentAct::OrdinaryLicence,
		ConsentAct::ExclusiveLicence,
		ConsentAct::PoolEntry,
		ConsentAct::Transfer,
		ConsentAct::Pledge,
	] {
		// Who enters the pool or keeps rights for another is measured taking the step.
		let rule = match act {
			ConsentAct::PoolEntry | ConsentAct::ExclusiveLicence => ConsentRule::Any,
			_ => ConsentRule::All,
		};
		T::Statutes::benchmark_set(RuleId::Consent(kind, act), StatuteValue::Consent(rule));
	}
	let days = StatuteValue::Term(Term { number: 15, unit: TermUnit::Day });
	T::Statutes::benchmark_set(RuleId::PreEmptionPeriod(PreEmption::Completer), days);
	T::Statutes::benchmark_set(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false));
}

impl<T: Config> Scene<T> {
	fn new(r: u32, kind: AchievementKind) -> Self {
		set_statutes::<T>(kind);
		let (owner, other, holder, authority) = (party(0), party(1), party(2), party(3));
		let owners = sixty_four(owner.member);
		let now = Pallet::<T>::present();
		let later = Moment(now.0 + 315_360_000_000);
		let mut scene =
			Self { body: body(kind, owners), owner, other, holder, authority, now, later };
		for sequence in 1..=r {
			let right = UseRight { sequence, terms: scene.terms() };
			scene.body.rights.try_push(right).expect("r is within the bound; qed");
		}
		scene
	}

	/// Writes the title as if its history had led there.
	fn store(&self) {
		let title = Title::V1(self.body.clone());
		Heads::<T>::insert(ID, Head::new([0; 32], &title));
		for member in crate::rules::named_in(&self.body) {
			Holdings::<T>::insert(member, ID, ());
		}
		Pallet::<T>::schedule_title(ID, &self.body);
		Titles::<T>::insert(ID, title);
	}

	/// An ordinary licence to one holder, for provinces one by one.
	fn terms(&self) -> UseGrant {
		UseGrant {
			grantor: self.owner.member,
			form: UseForm::Ordinary,
			basis: UseBasis::Licence,
			holders: Shares::single(self.holder.member),
			scope: scope(),
			period: Period { from: self.now, until: Some(self.later) },
			transferable: true,
			sublicensable: true,
			sublicences_survive: false,
			subject_to: BoundedVec::new(),
			replaces: None,
		}
	}

	fn agree_transfer(&mut self) {
		let agreed = AgreedTransfer {
			sequence: AGREED,
			from: self.owner.member,
			to: self.other.member,
			ppm: 1_000,
			enforced: false,
		};
		self.body.agreed_transfers.try_push(agreed).expect("there is room; qed");
	}

	fn pledge(&mut self) {
		let pledge = Pledge {
			sequence: PLEDGE,
			pledgor: self.owner.member,
			pledgee: self.other.member,
			target: HoldTarget::Share(self.owner.member),
			ppm: 1_000,
			secured: Commitment([0; 32]),
			until: None,
		};
		self.body.pledges.try_push(pledge).expect("there is room; qed");
	}

	fn hold(&mut self) {
		let order = DecisionRef {
			authority: self.authority.member,
			document: label(),
			digest: Digest::Sha256([0; 32]),
		};
		let target = HoldTarget::Share(self.owner.member);
		let hold = Hold { sequence: HOLD, order, target, until: None };
		self.body.holds.try_push(hold).expect("there is room; qed");
	}

	fn reserve(&mut self, until: Moment) {
		let reservation = Reservation {
			sequence: RESERVATION,
			beneficiary: self.other.member,
			scope: scope(),
			period: Period { from: Moment(0), until: Some(until) },
		};
		self.body.reservations.try_push(reservation).expect("there is room; qed");
	}

	fn pool_terms(&self) -> PoolTerms {
		PoolTerms {
			by: self.owner.member,
			scope: scope(),
			period: Period { from: self.now, until: Some(self.later) },
			standard_contract: Digest::Sha256([0; 32]),
		}
	}

	/// Consents of every co-owner.
	fn co_owners(&self) -> Vec<Consent> {
		let consent =
			|member| Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None };
		self.body.owners.members().map(consent).collect()
	}

	/// A request by the owner, as if it had been opened; its number.
	fn request(&self, state: RequestState, act: Act, consents: Vec<Consent>) -> RequestId {
		let request = Request {
			achievement: ID,
			state,
			actor: Actor { member: self.owner.member, mandate: None },
			cause: Cause::Declaration,
			legal_date: None,
			act,
			opened_at: self.now,
			consents: BoundedVec::truncate_from(consents),
			refused: BoundedVec::new(),
			silence: BoundedVec::new(),
		};
		self.put_request(request)
	}

	fn put_request(&self, request: Request) -> RequestId {
		// Full lists: the request is the last of as many as there can be.
		let last = T::MaxRequests::get().saturating_sub(1);
		NextRequest::<T>::put(last + 1);
		let list = (0..=last).map(|id| (id, self.owner.member)).collect::<Vec<_>>();
		RequestsOf::<T>::insert(ID, BoundedVec::truncate_from(list));
		Pallet::<T>::save(last, &request);
		last
	}
}

fn body(kind: AchievementKind, owners: Shares) -> TitleBody {
	TitleBody {
		achievement: ID,
		kind,
		entries: ENTRIES,
		last_time: Moment(0),
		ledger_status: LedgerStatus::Registered,
		official_status: OfficialStatus::Granted,
		protection_until: None,
		owners,
		pre_emption: BoundedVec::new(),
		agreement: None,
		agreed_transfers: BoundedVec::new(),
		rights: BoundedVec::new(),
		pledges: BoundedVec::new(),
		holds: BoundedVec::new(),
		reservations: BoundedVec::new(),
		pool: None,
	}
}

fn label() -> Text<MAX_LABEL_BYTES> {
	Text(BoundedVec::truncate_from([b'x'; MAX_LABEL_BYTES as usize].to_vec()))
}

fn decision() -> DecisionDocument {
	DecisionDocument { document: label(), digest: Digest::Sha256([0; 32]) }
}

fn entries<T: Config>() -> u32 {
	Titles::<T>::get(ID).map_or(0, |title| title.body().entries)
}

const PATENT: AchievementKind = AchievementKind::InventionPatent;

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

fn accepts(member: MemberId) -> Consent {
	Consent { member, role: ConsentRole::Recipient, deemed: false, mandate: None }
}
