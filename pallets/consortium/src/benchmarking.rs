//! Worst cases of every call and transaction extension.

use super::*;
use crate::{
	types::{
		Application, BulkMode, Decider, Document, Enactment, Identity, IdentityKey, KeyGrant,
		Mandate, NodeId, Quota, Succession, SuccessionCause, MAX_ENACTMENT_BYTES, MAX_NODES,
		MAX_SUCCESSORS,
	},
	Call,
};
use alloc::{boxed::Box, format, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	weights::Weight,
	BoundedVec,
};
use frame_system::RawOrigin;
use quanqi_traits::Statutes as _;
use quanqi_types::{
	bounds::{MAX_BULK_RECORDS, MAX_KEYS, MAX_LABEL_BYTES, MAX_NAME_BYTES},
	Capabilities, Commitment, Digest, Location, MandateId, MemberId, MemberKind, Moment,
	Permission, Permissions, RuleId, StatuteValue, Territory, Text,
};

/// Most keys that the members of a bulk call have together: two for each. The fewest are one for
/// each: a member without keys costs less, and the cost would not be linear in both.
const MOST_KEYS: u32 = MAX_BULK_RECORDS * 2;
/// With fewer members there is no room for so many keys.
const FEWEST_WITH_ALL_KEYS: u32 = MOST_KEYS.div_ceil(MAX_KEYS);

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Registers session keys for a seat.
	fn register_session_keys(seat: &AccountId);
}

impl<AccountId> BenchmarkHelper<AccountId> for () {
	fn register_session_keys(_: &AccountId) {}
}

/// The longest text of `N` bytes.
fn long_text<const N: u32>(first: char) -> Text<N> {
	let rest = usize::try_from(N).unwrap_or_default().saturating_sub(1);
	Text::new(&format!("{first}{}", "x".repeat(rest))).expect("N bytes of letters; qed")
}

/// A foreign register's number, at its longest: nobody else's.
fn register(number: u32) -> Location {
	let length = usize::try_from(MAX_LABEL_BYTES).unwrap_or_default();
	let text = format!("{number:0length$}");
	Location::Foreign {
		country: Territory::Country(*b"DE"),
		register: Text::new(&text).expect("MAX_LABEL_BYTES digits; qed"),
	}
}

/// An organisation with `keys` keys that nobody else has.
fn organisation<T: Config>(seed: u32, keys: u32, kind: MemberKind) -> Application<T::AccountId> {
	let grant = |index| KeyGrant {
		account: account("member", seed, index),
		permissions: Permissions::FULL,
	};
	Application {
		kind,
		identity: Identity::Named(long_text('o')),
		credit_code: None,
		location: register(seed),
		state_established: false,
		capabilities: Capabilities::NONE,
		jurisdiction: None,
		keys: (0..keys).map(grant).collect::<Vec<_>>().try_into().expect("at most 16 keys; qed"),
	}
}

/// A member with every capability, a seat account and one full key.
pub(crate) fn member<T: Config>(seed: u32) -> (T::AccountId, MemberId) {
	let who: T::AccountId = account("member", seed, 0);
	if let Some(known) = Keys::<T>::get(&who) {
		return (who, known.member);
	}
	let application = Application {
		capabilities: Capabilities::all(),
		jurisdiction: Some(330_000),
		..organisation::<T>(seed, 1, MemberKind::University)
	};
	let member = Pallet::<T>::do_admit(&application).expect("a new number is free; qed");
	(who, member)
}

/// A member like [`member`], with all the keys it can have.
fn member_of_many_keys<T: Config>(seed: u32) -> (T::AccountId, MemberId) {
	let (who, id) = member::<T>(seed);
	for index in 1..MAX_KEYS {
		let key = account("member", seed, index);
		let permissions = Permissions::from_iter([Permission::Dispose]);
		Pallet::<T>::bind_key(id, key, permissions).expect("a new key; qed");
	}
	(who, id)
}

/// A person of one sponsor, the same each time for the same number.
pub(crate) fn person<T: Config>(number: u32) -> MemberId {
	let mut bytes = [0xaa; 32];
	bytes[..4].copy_from_slice(&number.to_le_bytes());
	let commitment = Commitment(bytes);
	if let Some(known) = ByIdentity::<T>::get(IdentityKey::Commitment(commitment)) {
		return known;
	}
	let (_, sponsor) = member::<T>(40_000);
	sponsored_as::<T>(sponsor, commitment)
}

/// A person that a member sponsors.
fn sponsored<T: Config>(sponsor: MemberId, number: u8) -> MemberId {
	sponsored_as::<T>(sponsor, Commitment([number; 32]))
}

fn sponsored_as<T: Config>(sponsor: MemberId, commitment: Commitment) -> MemberId {
	allow_sponsoring::<T>();
	let application = Application {
		kind: MemberKind::Person,
		identity: Identity::Committed(commitment),
		location: Location::Division(330_000),
		..organisation::<T>(u32::MAX, 0, MemberKind::Person)
	};
	Pallet::<T>::do_sponsor(sponsor, &application).expect("the quota is large; qed")
}

fn allow_sponsoring<T: Config>() {
	T::Statutes::benchmark_set(RuleId::SponsorQuota, StatuteValue::Number(100_000));
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("no council"))
}

fn digest() -> Digest {
	Digest::Sm3([7; 32])
}

fn document() -> Document {
	Document { number: long_text('d'), digest: digest() }
}

fn node(number: u32) -> NodeId {
	let mut bytes = vec![0x12, 0x20];
	bytes.extend([0xee; 28]);
	bytes.extend(number.to_le_bytes());
	NodeId(bytes.try_into().expect("34 bytes; qed"))
}

fn nodes(from: u32, count: u32) -> BoundedVec<NodeId, frame_support::traits::ConstU32<MAX_NODES>> {
	let list: Vec<_> = (from..from.saturating_add(count)).map(node).collect();
	list.try_into().expect("at most MAX_NODES; qed")
}

/// `count` applications that have `keys` keys together.
fn applications<T: Config>(
	count: u32,
	keys: u32,
	kind: MemberKind,
) -> pallet::Applications<T::AccountId> {
	let each = keys.checked_div(count).unwrap_or_default();
	let more = keys.checked_rem(count).unwrap_or_default();
	let list: Vec<_> = (0..count)
		.map(|index| {
			let keys = each.saturating_add(u32::from(index < more));
			organisation::<T>(index.saturating_add(10_000), keys, kind)
		})
		.collect();
	list.try_into().expect("at most 200; qed")
}

/// Fills the council but for `free` seats.
fn fill_council<T: Config>(free: u32) {
	let seats: Vec<_> = (0..T::MaxSeats::get().saturating_sub(free))
		.map(|index: u32| member::<T>(index.saturating_add(20_000)).1)
		.collect();
	Seats::<T>::put(BoundedVec::truncate_from(seats));
}

/// An enactment of the longest call that waits already.
fn waiting<T: Config>() -> u32 {
	let room = usize::try_from(MAX_ENACTMENT_BYTES).unwrap_or_default();
	let remark = vec![0u8; room.saturating_sub(16)];
	let call: <T as Config>::RuntimeCall = frame_system::Call::remark { remark }.into();
	let call = BoundedVec::truncate_from(call.encode());
	let enactment = Enactment { call, due: Moment(0), approvals: 1, seats: 1 };
	NextEnactmentId::<T>::put(2);
	Enactments::<T>::insert(1, enactment);
	1
}

/// The mandate that a sponsor gives for a person.
fn mandate<T: Config>() -> (T::AccountId, MemberId, MandateId) {
	let (who, patron) = member::<T>(1);
	let (_, agent) = member::<T>(2);
	let principal = sponsored::<T>(patron, 1);
	let id = MandateId(1);
	let terms = Mandate {
		principal,
		agent,
		permissions: Permissions::from_iter([Permission::Dispose]),
		until: Moment(u64::MAX),
		document: digest(),
		given_by: patron,
		given: Moment(0),
		revoked: None,
	};
	NextMandateId::<T>::put(2);
	Mandates::<T>::insert(id, terms);
	(who, principal, id)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn admit(k: Linear<0, MAX_KEYS>) -> Result<(), BenchmarkError> {
		let application = Application {
			capabilities: Capabilities::all(),
			jurisdiction: Some(330_000),
			..organisation::<T>(1, k, MemberKind::University)
		};
		let before = NextMemberId::<T>::get();
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, application);
		assert!(Members::<T>::contains_key(MemberId(before)));
		Ok(())
	}

	#[benchmark]
	fn admit_many(
		n: Linear<FEWEST_WITH_ALL_KEYS, MAX_BULK_RECORDS>,
		k: Linear<MAX_BULK_RECORDS, MOST_KEYS>,
	) -> Result<(), BenchmarkError> {
		let list = applications::<T>(n, k, MemberKind::University);
		let before = NextMemberId::<T>::get();
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, list, BulkMode::EachOnItsOwn);
		assert_eq!(NextMemberId::<T>::get(), before + n);
		Ok(())
	}

	#[benchmark]
	fn rename() -> Result<(), BenchmarkError> {
		let (_, id) = member::<T>(1);
		let name: Text<MAX_NAME_BYTES> = long_text('n');
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id, name.clone());
		assert_eq!(Pallet::<T>::record(id)?.identity, Identity::Named(name));
		Ok(())
	}

	#[benchmark]
	fn change_registration() -> Result<(), BenchmarkError> {
		let (_, id) = member::<T>(1);
		let location = register(u32::MAX);
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id, location.clone(), None);
		assert_eq!(Pallet::<T>::record(id)?.location, location);
		Ok(())
	}

	#[benchmark]
	fn change_kind() -> Result<(), BenchmarkError> {
		let (_, id) = member::<T>(1);
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id, MemberKind::Hospital, true);
		assert_eq!(Pallet::<T>::record(id)?.kind, MemberKind::Hospital);
		Ok(())
	}

	#[benchmark]
	fn change_capabilities() -> Result<(), BenchmarkError> {
		let application = organisation::<T>(1, 1, MemberKind::University);
		let id = Pallet::<T>::do_admit(&application)?;
		let all = Capabilities::all();
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id, all, Some(330_000));
		assert!(SeatAccounts::<T>::contains_key(Pallet::<T>::seat_account(id)));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let (who, id) = member::<T>(1);
		fill_council::<T>(1);
		Pallet::<T>::do_set_seat(id, true)?;
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id);
		assert!(Pallet::<T>::active_key(&who).is_err());
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (who, id) = member::<T>(1);
		let (_, administrator) = member::<T>(2);
		Pallet::<T>::do_suspend(id)?;
		Pallet::<T>::do_appoint_administrator(Decider::Council, id, administrator, document())?;
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id);
		assert!(Pallet::<T>::active_key(&who).is_ok());
		Ok(())
	}

	#[benchmark]
	fn expel() -> Result<(), BenchmarkError> {
		let (_, patron) = member::<T>(1);
		let (_, id) = member::<T>(2);
		fill_council::<T>(1);
		Pallet::<T>::do_set_seat(id, true)?;
		let mut validators: Vec<_> = Seats::<T>::get().into_inner();
		validators.truncate(usize::try_from(T::MaxValidators::get()).unwrap_or_default());
		validators.retain(|other| *other != id);
		validators.insert(0, id);
		validators.sort();
		Validators::<T>::put(BoundedVec::truncate_from(validators));
		Pallet::<T>::do_set_node_ids(id, nodes(0, MAX_NODES))?;
		Members::<T>::mutate(id, |record| {
			if let Some(record) = record {
				record.kind = MemberKind::Enterprise;
				record.sponsor = Some(patron);
			}
		});
		Sponsored::<T>::insert(patron, 1);
		SponsorOffers::<T>::insert(id, MemberId(9));
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id);
		assert!(!Validators::<T>::get().contains(&id));
		Ok(())
	}

	#[benchmark]
	fn set_seat() -> Result<(), BenchmarkError> {
		let (_, id) = member::<T>(1);
		fill_council::<T>(1);
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id, true);
		assert!(Seats::<T>::get().contains(&id));
		Ok(())
	}

	#[benchmark]
	fn set_validators(v: Linear<1, { T::MaxValidators::get() }>) -> Result<(), BenchmarkError> {
		Validators::<T>::kill();
		let list: Vec<_> = (0..v)
			.map(|index| {
				let (_, id) = member::<T>(index.saturating_add(30_000));
				T::BenchmarkHelper::register_session_keys(&Pallet::<T>::seat_account(id));
				id
			})
			.collect();
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, BoundedVec::truncate_from(list));
		assert!(ValidatorsChanged::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn schedule_enactment() -> Result<(), BenchmarkError> {
		let term = quanqi_types::Term { number: 1, unit: quanqi_types::TermUnit::Day };
		T::Statutes::benchmark_set(RuleId::EnactDelay, StatuteValue::Term(term));
		let room = usize::try_from(MAX_ENACTMENT_BYTES).unwrap_or_default();
		let remark = vec![0u8; room.saturating_sub(16)];
		let call: <T as Config>::RuntimeCall = frame_system::Call::remark { remark }.into();
		let origin = T::EnactOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("no council"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Box::new(call));
		assert_eq!(Enactments::<T>::count(), 1);
		Ok(())
	}

	#[benchmark]
	fn cancel_enactment() -> Result<(), BenchmarkError> {
		let number = waiting::<T>();
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, number);
		assert_eq!(Enactments::<T>::count(), 0);
		Ok(())
	}

	#[benchmark]
	fn enact() -> Result<(), BenchmarkError> {
		let (who, _) = member::<T>(1);
		let number = waiting::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), number, Weight::MAX);
		assert_eq!(Enactments::<T>::count(), 0);
		Ok(())
	}

	#[benchmark]
	fn set_quota() -> Result<(), BenchmarkError> {
		let quota = Quota { window_blocks: 77, ref_time: u64::MAX, bytes: u64::MAX };
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, quota);
		assert_eq!(QuotaLimit::<T>::get(), quota);
		Ok(())
	}

	#[benchmark]
	fn reset_keys() -> Result<(), BenchmarkError> {
		let (_, id) = member_of_many_keys::<T>(1);
		let new: T::AccountId = account("new", 0, 0);
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, id, new.clone());
		assert_eq!(MemberKeys::<T>::get(id).into_inner(), vec![new]);
		Ok(())
	}

	#[benchmark]
	fn sponsor(k: Linear<0, MAX_KEYS>) -> Result<(), BenchmarkError> {
		allow_sponsoring::<T>();
		let (who, patron) = member::<T>(1);
		let application = organisation::<T>(2, k, MemberKind::Enterprise);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), application);
		assert_eq!(Sponsored::<T>::get(patron), 1);
		Ok(())
	}

	#[benchmark]
	fn sponsor_many(
		n: Linear<FEWEST_WITH_ALL_KEYS, MAX_BULK_RECORDS>,
		k: Linear<MAX_BULK_RECORDS, MOST_KEYS>,
	) -> Result<(), BenchmarkError> {
		allow_sponsoring::<T>();
		let (who, patron) = member::<T>(1);
		let list = applications::<T>(n, k, MemberKind::Enterprise);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), list, BulkMode::EachOnItsOwn);
		assert_eq!(Sponsored::<T>::get(patron), n);
		Ok(())
	}

	#[benchmark]
	fn replace_sponsor() -> Result<(), BenchmarkError> {
		let (_, old) = member::<T>(1);
		let (_, new) = member::<T>(2);
		let person = sponsored::<T>(old, 1);
		SponsorOffers::<T>::insert(person, new);
		#[extrinsic_call]
		_(council::<T>()? as T::RuntimeOrigin, person, new);
		assert_eq!(Pallet::<T>::record(person)?.sponsor, Some(new));
		Ok(())
	}

	#[benchmark]
	fn offer_sponsorship() -> Result<(), BenchmarkError> {
		let (who, old) = member::<T>(1);
		let (_, new) = member::<T>(2);
		let person = sponsored::<T>(old, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), person, Some(new));
		assert_eq!(SponsorOffers::<T>::get(person), Some(new));
		Ok(())
	}

	#[benchmark]
	fn accept_sponsorship() -> Result<(), BenchmarkError> {
		let (_, old) = member::<T>(1);
		let (who, new) = member::<T>(2);
		let person = sponsored::<T>(old, 1);
		SponsorOffers::<T>::insert(person, new);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), person);
		assert_eq!(Pallet::<T>::record(person)?.sponsor, Some(new));
		Ok(())
	}

	#[benchmark]
	fn add_key() {
		let (who, id) = member::<T>(1);
		for index in 1..MAX_KEYS - 1 {
			let key = account("member", 1, index);
			assert!(Pallet::<T>::bind_key(id, key, Permissions::FULL).is_ok());
		}
		let new: T::AccountId = account("new", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), new.clone(), Permissions::FULL);
		assert!(MemberKeys::<T>::get(id).contains(&new));
	}

	/// The only other full key stands last, so that every key is looked at.
	#[benchmark]
	fn revoke_key() {
		let (who, id) = member_of_many_keys::<T>(1);
		let last: T::AccountId = account("member", 1, MAX_KEYS - 1);
		Keys::<T>::mutate(&last, |key| {
			if let Some(key) = key {
				key.permissions = Permissions::FULL;
			}
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), who.clone());
		assert!(!MemberKeys::<T>::get(id).contains(&who));
	}

	#[benchmark]
	fn set_key_permissions() {
		let (who, _) = member_of_many_keys::<T>(1);
		let last: T::AccountId = account("member", 1, MAX_KEYS - 1);
		Keys::<T>::mutate(&last, |key| {
			if let Some(key) = key {
				key.permissions = Permissions::FULL;
			}
		});
		let less = Permissions::from_iter([Permission::Dispose]);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), who.clone(), less);
		assert_eq!(Keys::<T>::get(&who).map(|key| key.permissions), Some(less));
	}

	/// The work up to the dispatch is the same whether the runtime lets seats remark or not.
	#[benchmark]
	fn act_as_seat() {
		let (who, _) = member::<T>(1);
		let call = frame_system::Call::remark { remark: Vec::new() };
		let outcome;
		#[block]
		{
			outcome = Pallet::<T>::do_act_as_seat(who, call.into());
		}
		let refused = Error::<T>::CallNotForSeats.into();
		assert!(match outcome {
			Ok(_) => true,
			Err(failure) => failure.error == refused,
		});
	}

	#[benchmark]
	fn set_node_ids(n: Linear<0, MAX_NODES>) {
		let (who, id) = member::<T>(1);
		assert!(Pallet::<T>::do_set_node_ids(id, nodes(1_000, MAX_NODES)).is_ok());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), nodes(0, n));
		assert_eq!(NodeIds::<T>::get(id), nodes(0, n));
	}

	#[benchmark]
	fn give_mandate() {
		let (who, principal, _) = mandate::<T>();
		let (_, agent) = member::<T>(3);
		let what = Permissions::from_iter([Permission::Dispose]);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), principal, agent, what, Moment(u64::MAX), digest());
		assert!(Mandates::<T>::contains_key(MandateId(2)));
	}

	#[benchmark]
	fn revoke_mandate() {
		let (who, _, id) = mandate::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert!(Mandates::<T>::get(id).is_some_and(|mandate| mandate.revoked.is_some()));
	}

	#[benchmark]
	fn appoint_administrator() {
		let (_, id) = member::<T>(1);
		let (_, administrator) = member::<T>(2);
		let (who, _) = member::<T>(3);
		assert!(Pallet::<T>::do_suspend(id).is_ok());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, administrator, document());
		assert!(Administrators::<T>::contains_key(id));
	}

	#[benchmark]
	fn remove_administrator() -> Result<(), BenchmarkError> {
		let (_, id) = member::<T>(1);
		let (_, administrator) = member::<T>(2);
		let (who, _) = member::<T>(3);
		Pallet::<T>::do_suspend(id)?;
		Pallet::<T>::do_appoint_administrator(Decider::Council, id, administrator, document())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert!(!Administrators::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn record_succession() {
		let (_, id) = member::<T>(1);
		let (_, successor) = member::<T>(2);
		let (who, _) = member::<T>(3);
		let known = Succession {
			successor: MemberId(u32::MAX),
			cause: SuccessionCause::Division,
			decided_by: Decider::Council,
			decision: document(),
			recorded: Moment(0),
		};
		let list = vec![known; usize::try_from(MAX_SUCCESSORS - 1).unwrap_or_default()];
		Successions::<T>::insert(id, BoundedVec::truncate_from(list));
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, successor, SuccessionCause::Division, document());
		let full = usize::try_from(MAX_SUCCESSORS).unwrap_or_default();
		assert_eq!(Successions::<T>::get(id).len(), full);
	}

	#[benchmark]
	fn check_member() {
		let (who, id) = member::<T>(1);
		let found;
		#[block]
		{
			found = Pallet::<T>::signing_member(&who);
		}
		assert_eq!(found, Ok(id));
	}

	#[benchmark]
	fn check_quota() {
		let (who, id) = member::<T>(1);
		#[block]
		{
			let signer = Pallet::<T>::signing_member(&who);
			let used =
				signer.and_then(|id| Pallet::<T>::quota_after(id, Weight::from_parts(1, 1), 1));
			if let Ok(used) = used {
				QuotaUsed::<T>::insert(id, used);
			}
		}
		assert_eq!(QuotaUsed::<T>::get(id).bytes, 1);
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test,
	);
}
