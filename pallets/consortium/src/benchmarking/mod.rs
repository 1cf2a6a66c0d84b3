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

mod scene;

pub(crate) use scene::member;
pub(crate) use scene::person;
pub use scene::BenchmarkHelper;
use scene::*;

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
