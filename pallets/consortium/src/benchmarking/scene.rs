//! The scenes of the benchmarks: members with keys, seats and mandates.

use super::*;

/// Most keys that the members of a bulk call have together: two for each. The fewest are one for
/// each: a member without keys costs less, and the cost would not be linear in both.
pub(super) const MOST_KEYS: u32 = MAX_BULK_RECORDS * 2;
/// With fewer members there is no room for so many keys.
pub(super) const FEWEST_WITH_ALL_KEYS: u32 = MOST_KEYS.div_ceil(MAX_KEYS);

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Registers session keys for a seat.
	fn register_session_keys(seat: &AccountId);
}

impl<AccountId> BenchmarkHelper<AccountId> for () {
	fn register_session_keys(_: &AccountId) {}
}

/// The longest text of `N` bytes.
pub(super) fn long_text<const N: u32>(first: char) -> Text<N> {
	let rest = usize::try_from(N).unwrap_or_default().saturating_sub(1);
	Text::new(&format!("{first}{}", "x".repeat(rest))).expect("N bytes of letters; qed")
}

/// A foreign register's number, at its longest: nobody else's.
pub(super) fn register(number: u32) -> Location {
	let length = usize::try_from(MAX_LABEL_BYTES).unwrap_or_default();
	let text = format!("{number:0length$}");
	Location::Foreign {
		country: Territory::Country(*b"DE"),
		register: Text::new(&text).expect("MAX_LABEL_BYTES digits; qed"),
	}
}

/// An organisation with `keys` keys that nobody else has.
pub(super) fn organisation<T: Config>(
	seed: u32,
	keys: u32,
	kind: MemberKind,
) -> Application<T::AccountId> {
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
pub(super) fn member_of_many_keys<T: Config>(seed: u32) -> (T::AccountId, MemberId) {
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
pub(super) fn sponsored<T: Config>(sponsor: MemberId, number: u8) -> MemberId {
	sponsored_as::<T>(sponsor, Commitment([number; 32]))
}

pub(super) fn sponsored_as<T: Config>(sponsor: MemberId, commitment: Commitment) -> MemberId {
	allow_sponsoring::<T>();
	let application = Application {
		kind: MemberKind::Person,
		identity: Identity::Committed(commitment),
		location: Location::Division(330_000),
		..organisation::<T>(u32::MAX, 0, MemberKind::Person)
	};
	Pallet::<T>::do_sponsor(sponsor, &application).expect("the quota is large; qed")
}

pub(super) fn allow_sponsoring<T: Config>() {
	T::Statutes::benchmark_set(RuleId::SponsorQuota, StatuteValue::Number(100_000));
}

pub(super) fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("no council"))
}

pub(super) fn digest() -> Digest {
	Digest::Sm3([7; 32])
}

pub(super) fn document() -> Document {
	Document { number: long_text('d'), digest: digest() }
}

pub(super) fn node(number: u32) -> NodeId {
	let mut bytes = vec![0x12, 0x20];
	bytes.extend([0xee; 28]);
	bytes.extend(number.to_le_bytes());
	NodeId(bytes.try_into().expect("34 bytes; qed"))
}

pub(super) fn nodes(
	from: u32,
	count: u32,
) -> BoundedVec<NodeId, frame_support::traits::ConstU32<MAX_NODES>> {
	let list: Vec<_> = (from..from.saturating_add(count)).map(node).collect();
	list.try_into().expect("at most MAX_NODES; qed")
}

/// `count` applications that have `keys` keys together.
pub(super) fn applications<T: Config>(
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
pub(super) fn fill_council<T: Config>(free: u32) {
	let seats: Vec<_> = (0..T::MaxSeats::get().saturating_sub(free))
		.map(|index: u32| member::<T>(index.saturating_add(20_000)).1)
		.collect();
	Seats::<T>::put(BoundedVec::truncate_from(seats));
}

/// An enactment of the longest call that waits already.
pub(super) fn waiting<T: Config>() -> u32 {
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
pub(super) fn mandate<T: Config>() -> (T::AccountId, MemberId, MandateId) {
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
