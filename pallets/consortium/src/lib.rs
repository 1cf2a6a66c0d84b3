#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects,
		clippy::panic
	)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::expect_used,
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	reason = "benchmarks never run in a block"
)]
mod benchmarking;
pub mod extensions;
mod genesis;
mod impls;
#[cfg(test)]
mod mock;
pub mod origin;
pub mod rules;
pub mod runtime_api;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use extensions::{CheckMember, CheckQuota};
pub use genesis::Institution;
pub use impls::SEAT_TAG;
pub use origin::{CouncilThreshold, CouncilVotes, EnactThreshold, EnsureCouncil};
pub use pallet::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
#[allow(
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "code that the pallet macro writes; the calls only hand over to `impls`"
)]
pub mod pallet {
	use super::{
		genesis::Institution,
		origin::CouncilVotes,
		rules::Fault,
		types::{
			Administration, Application, BulkMode, Decider, Document, Enactment, IdentityKey,
			KeyRecord, Mandate, MandateShort, MemberRecord, MemberRef, NodeId, Quota, QuotaUse,
			Succession, SuccessionCause, MAX_NODES, MAX_SUCCESSORS,
		},
		weights::WeightInfo,
	};
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::{
		dispatch::{DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{
			Backing, ChangeMembers, ConstU64, Contains, InitializeMembers, Time,
			ValidatorRegistration,
		},
	};
	use frame_system::pallet_prelude::*;
	use quanqi_traits::{MemberStatus, Statutes};
	use quanqi_types::{
		bounds::{MAX_BULK_RECORDS, MAX_KEYS, MAX_NAME_BYTES},
		Capabilities, CreditCode, Digest, Location, MandateId, MemberId, MemberKind, Moment,
		Permissions, Text,
	};
	use sp_runtime::traits::Dispatchable;

	/// Layout of the storage.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Up to 200 applications.
	pub type Applications<AccountId> =
		BoundedVec<Application<AccountId>, ConstU32<MAX_BULK_RECORDS>>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId: From<[u8; 32]>> {
		/// Every call of the runtime, to dispatch as a seat or as root.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
			+ GetDispatchInfo
			+ From<frame_system::Call<Self>>
			+ IsType<<Self as frame_system::Config>::RuntimeCall>;

		/// Decides on members, seats, validators and quotas; [`crate::EnsureCouncil`] with
		/// [`crate::CouncilThreshold`].
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Decides what is enacted as root; [`crate::EnsureCouncil`] with
		/// [`crate::EnactThreshold`].
		type EnactOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Backing>;

		/// Reads the votes behind an origin, and the members that the collective has.
		type CouncilVotes: CouncilVotes<Self::RuntimeOrigin, Self::AccountId>;

		/// The collective that follows the seats.
		type Council: ChangeMembers<Self::AccountId> + InitializeMembers<Self::AccountId>;

		/// Thresholds, the delay of an enactment and the quota of sponsors.
		type Statutes: Statutes;

		/// Milliseconds since the Unix epoch.
		type Time: Time<Moment = u64>;

		/// Whether a seat has registered its session keys: who has none cannot validate.
		type SessionKeys: ValidatorRegistration<Self::AccountId>;

		/// What keys may do as their seat: votes of the council and session keys.
		type SeatCallFilter: Contains<<Self as Config>::RuntimeCall>;

		/// Fewest validators that a decision may leave.
		#[pallet::constant]
		type MinValidators: Get<u32>;

		/// Most validators. It may only grow: stored sets could not be decoded otherwise.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// Most seats of the council. It may only grow: stored sets could not be decoded otherwise.
		#[pallet::constant]
		type MaxSeats: Get<u32>;

		/// Weights of the calls and transaction extensions.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Every member ever admitted. What certificates prove of a member.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageMap<_, Blake2_128Concat, MemberId, MemberRecord, OptionQuery>;

	/// The number the next member gets. Numbers begin with 1.
	#[pallet::storage]
	pub type NextMemberId<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The member that has a credit code, a foreign register's number or a commitment.
	// Keys are chosen by users, so the hasher is a cryptographic one.
	#[pallet::storage]
	pub type ByIdentity<T: Config> =
		StorageMap<_, Blake2_128Concat, IdentityKey, MemberId, OptionQuery>;

	/// Every account that was ever bound as a key.
	#[pallet::storage]
	pub type Keys<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, KeyRecord, OptionQuery>;

	/// The accounts of a member's live keys.
	// Ids are given by the chain, one after the other: no attacker chooses them.
	#[pallet::storage]
	pub type MemberKeys<T: Config> = StorageMap<
		_,
		Twox64Concat,
		MemberId,
		BoundedVec<T::AccountId, ConstU32<MAX_KEYS>>,
		ValueQuery,
	>;

	/// How many members that are not expelled a sponsor has.
	#[pallet::storage]
	pub type Sponsored<T: Config> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// To which member the sponsor of a member offers to hand over.
	#[pallet::storage]
	pub type SponsorOffers<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, MemberId, OptionQuery>;

	/// Whose seat account an account is. A seat account is opened once and never closed.
	#[pallet::storage]
	pub type SeatAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, MemberId, OptionQuery>;

	/// Members with a seat in the council, ascending.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, BoundedVec<MemberId, T::MaxSeats>, ValueQuery>;

	/// Members whose nodes validate, ascending.
	#[pallet::storage]
	pub type Validators<T: Config> =
		StorageValue<_, BoundedVec<MemberId, T::MaxValidators>, ValueQuery>;

	/// Whether the session has yet to be told of new validators.
	#[pallet::storage]
	pub type ValidatorsChanged<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The nodes of a member.
	#[pallet::storage]
	pub type NodeIds<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, BoundedVec<NodeId, ConstU32<MAX_NODES>>, ValueQuery>;

	/// Whose node a peer is.
	#[pallet::storage]
	pub type NodeOwners<T: Config> = StorageMap<_, Blake2_128Concat, NodeId, MemberId, OptionQuery>;

	/// Every mandate ever given.
	#[pallet::storage]
	pub type Mandates<T: Config> = StorageMap<_, Twox64Concat, MandateId, Mandate, OptionQuery>;

	/// The number the next mandate gets. Numbers begin with 1.
	#[pallet::storage]
	pub type NextMandateId<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<1>>;

	/// Who gives the consents that fall to a member that signs nothing itself.
	#[pallet::storage]
	pub type Administrators<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, Administration, OptionQuery>;

	/// Who takes over from a member.
	#[pallet::storage]
	pub type Successions<T: Config> = StorageMap<
		_,
		Twox64Concat,
		MemberId,
		BoundedVec<Succession, ConstU32<MAX_SUCCESSORS>>,
		ValueQuery,
	>;

	/// Calls that wait to be dispatched as root.
	#[pallet::storage]
	pub type Enactments<T: Config> =
		CountedStorageMap<_, Twox64Concat, u32, Enactment, OptionQuery>;

	/// The number the next enactment gets. Numbers begin with 1.
	#[pallet::storage]
	pub type NextEnactmentId<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// What every member may use in one window.
	#[pallet::storage]
	pub type QuotaLimit<T: Config> = StorageValue<_, Quota, ValueQuery>;

	/// What a member has used in the last window in which it sent something.
	#[pallet::storage]
	pub type QuotaUsed<T: Config> = StorageMap<_, Twox64Concat, MemberId, QuotaUse, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The institutions that found the consortium; numbered from 1 in this order.
		pub institutions: Vec<Institution<T::AccountId>>,
		/// What every member may use in one window.
		pub quota: Quota,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			super::genesis::build::<T>(self);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A member was admitted by the council, or by its sponsor.
		MemberAdmitted {
			/// The new member.
			member: MemberId,
			/// What it is.
			kind: MemberKind,
			/// Who sponsors it.
			sponsor: Option<MemberId>,
			/// What it may do.
			capabilities: Capabilities,
		},
		/// One item of a bulk call was refused; the others stand.
		BulkItemRefused {
			/// Its place in the call, from 0.
			index: u32,
			/// Why.
			error: DispatchError,
		},
		/// A bulk call is through.
		BulkFinished {
			/// Items that were taken.
			taken: u32,
			/// Items that were refused.
			refused: u32,
		},
		/// An organisation has another name.
		NameChanged {
			/// The member.
			member: MemberId,
			/// Its name before.
			old: Text<MAX_NAME_BYTES>,
			/// Its name now.
			new: Text<MAX_NAME_BYTES>,
		},
		/// An organisation has another credit code.
		CreditCodeChanged {
			/// The member.
			member: MemberId,
			/// Its code before.
			old: Option<CreditCode>,
			/// Its code now.
			new: Option<CreditCode>,
		},
		/// A member is at another place.
		LocationChanged {
			/// The member.
			member: MemberId,
			/// Its place before.
			old: Location,
			/// Its place now.
			new: Location,
		},
		/// A member is of another kind.
		KindChanged {
			/// The member.
			member: MemberId,
			/// Its kind before.
			old: MemberKind,
			/// Its kind now.
			new: MemberKind,
		},
		/// A member counts as established by the state, or no longer.
		StateEstablishedChanged {
			/// The member.
			member: MemberId,
			/// Before.
			old: bool,
			/// Now.
			new: bool,
		},
		/// A member may do other things.
		CapabilitiesChanged {
			/// The member.
			member: MemberId,
			/// What it could do.
			old: Capabilities,
			/// What it can do.
			new: Capabilities,
		},
		/// A member registers contracts of another division.
		JurisdictionChanged {
			/// The member.
			member: MemberId,
			/// The division before.
			old: Option<u32>,
			/// The division now.
			new: Option<u32>,
		},
		/// A member was suspended, reinstated or expelled.
		StatusChanged {
			/// The member.
			member: MemberId,
			/// Its status before.
			old: MemberStatus,
			/// Its status now.
			new: MemberStatus,
		},
		/// The sponsor of a member offers to hand over, or no longer.
		SponsorshipOffered {
			/// The sponsored member.
			member: MemberId,
			/// To whom it was offered before.
			old: Option<MemberId>,
			/// To whom it is offered now.
			new: Option<MemberId>,
		},
		/// A member has another sponsor.
		SponsorChanged {
			/// The sponsored member.
			member: MemberId,
			/// Its sponsor before.
			old: Option<MemberId>,
			/// Its sponsor now.
			new: MemberId,
		},
		/// An account was bound as a key of a member.
		KeyBound {
			/// The member.
			member: MemberId,
			/// The account.
			account: T::AccountId,
			/// What the key may do.
			permissions: Permissions,
		},
		/// A key was revoked for good.
		KeyRevoked {
			/// The member.
			member: MemberId,
			/// The account.
			account: T::AccountId,
			/// What the key could do.
			permissions: Permissions,
		},
		/// A key may do other things.
		KeyPermissionsChanged {
			/// The member.
			member: MemberId,
			/// The account.
			account: T::AccountId,
			/// What the key could do.
			old: Permissions,
			/// What it can do.
			new: Permissions,
		},
		/// The seat account of an institution was opened.
		SeatAccountOpened {
			/// The institution.
			member: MemberId,
			/// Its seat account.
			account: T::AccountId,
		},
		/// A member was given a seat in the council, or its seat was taken.
		SeatChanged {
			/// The member.
			member: MemberId,
			/// Whether it had a seat.
			old: bool,
			/// Whether it has one.
			new: bool,
		},
		/// A key acted as the seat of its member.
		ActedAsSeat {
			/// The member.
			member: MemberId,
			/// The account of the key.
			key: T::AccountId,
		},
		/// Other members validate, from the session after the next.
		ValidatorsChanged {
			/// Who validated.
			old: Vec<MemberId>,
			/// Who validates.
			new: Vec<MemberId>,
		},
		/// A member has other nodes.
		NodeIdsChanged {
			/// The member.
			member: MemberId,
			/// Its nodes before.
			old: Vec<NodeId>,
			/// Its nodes now.
			new: Vec<NodeId>,
		},
		/// A mandate was given.
		MandateGiven {
			/// The mandate.
			mandate: MandateId,
			/// What it says.
			terms: Mandate,
		},
		/// A mandate was revoked.
		MandateRevoked {
			/// The mandate.
			mandate: MandateId,
			/// Who revoked it.
			by: MemberId,
		},
		/// A member was appointed to give the consents that fall to another.
		AdministratorAppointed {
			/// For whom.
			member: MemberId,
			/// Who did it before.
			old: Option<MemberId>,
			/// Who does it now.
			new: MemberId,
			/// Who decided.
			decided_by: Decider,
		},
		/// An administrator's appointment ended.
		AdministratorRemoved {
			/// For whom it was.
			member: MemberId,
			/// Whose appointment it was.
			administrator: MemberId,
		},
		/// A member's successor was recorded. The rights move by entries in each history.
		SuccessionRecorded {
			/// Whose successor.
			member: MemberId,
			/// Who takes over.
			successor: MemberId,
			/// Why.
			cause: SuccessionCause,
			/// Who decided.
			decided_by: Decider,
		},
		/// The council decided that a call be dispatched as root.
		EnactmentScheduled {
			/// The enactment.
			enactment: u32,
			/// Hash of the encoded call.
			call_hash: T::Hash,
			/// From when on it can be enacted.
			due: Moment,
			/// Seats that voted for it.
			approvals: u32,
			/// Seats in the council.
			seats: u32,
		},
		/// A waiting enactment was cancelled.
		EnactmentCancelled {
			/// The enactment.
			enactment: u32,
		},
		/// A call was dispatched as root.
		Enacted {
			/// The enactment.
			enactment: u32,
			/// The member that brought it.
			by: MemberId,
			/// What came of it.
			result: DispatchResult,
		},
		/// Members may use more or less in one window.
		QuotaChanged {
			/// The quota before.
			old: Quota,
			/// The quota now.
			new: Quota,
		},
	}

	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// No member has this number.
		UnknownMember,
		/// The account is no key of a member.
		NotAMemberKey,
		/// The key was revoked and signs nothing any more.
		KeyRevoked,
		/// The member is suspended and signs nothing until it is reinstated.
		MemberSuspended,
		/// The member was expelled.
		MemberExpelled,
		/// The key may not do this for its member.
		PermissionMissing,
		/// The member may not do this.
		CapabilityMissing,
		/// Another member has this credit code, register number or commitment.
		IdentityTaken(MemberRef),
		/// A person is known by a commitment, never by a name.
		PersonNeedsCommitment,
		/// An organisation is known by its name.
		OrganisationNeedsName,
		/// The name is not UTF-8, is empty or has control characters.
		NameNotText,
		/// No division of GB/T 2260 or country of ISO 3166 has this code, or the register is no text.
		LocationUnknown,
		/// A person's place is a division: a register's number would name the person.
		PersonInRegister,
		/// A domestic organisation has a unified social credit code.
		CreditCodeMissing,
		/// Persons and foreign organisations have no unified social credit code.
		CreditCodeUnexpected,
		/// The state establishes organisations only.
		PersonStateEstablished,
		/// Who registers contracts has a jurisdiction.
		JurisdictionMissing,
		/// Who registers no contracts has no jurisdiction.
		JurisdictionUnexpected,
		/// No division of GB/T 2260 has this code.
		JurisdictionUnknown,
		/// A person runs no validator.
		PersonValidates,
		/// A person stays a person, an organisation an organisation.
		PersonKindFixed,
		/// A person's commitment stands for ever.
		CommitmentFixed,
		/// Nothing would change.
		Unchanged,
		/// The member's status does not allow this step.
		WrongStatus,
		/// The validating member would lose what a validator needs.
		StillValidator,
		/// The council admits this kind; only persons and enterprises are sponsored.
		KindNotSponsored,
		/// The council alone gives capabilities.
		CapabilitiesByCouncilOnly,
		/// The council admits no persons: an institution that knows them sponsors them.
		PersonNeedsSponsor,
		/// The sponsor already has as many members as the statute allows.
		SponsorQuotaExceeded,
		/// The member is not sponsored by the caller.
		NotTheSponsor,
		/// The sponsorship was not offered to the caller.
		SponsorshipNotOffered,
		/// A member does not sponsor itself.
		SelfSponsored,
		/// The account is already a key, of this member.
		KeyTaken(MemberRef),
		/// The account was a key, of this member: a revoked key is never bound again.
		KeyWasRevoked(MemberRef),
		/// The account is no live key of the caller's member.
		NotAKeyOfMember,
		/// A member has at most 16 keys.
		TooManyKeys,
		/// The first keys of a member include a full one.
		NoFullKey,
		/// The last full key of a member stays.
		LastFullKey,
		/// The same account twice.
		KeyRepeated,
		/// A key may do at least one thing.
		KeyWithoutPermission,
		/// The member has no seat account.
		NoSeatAccount,
		/// A seat does not do this.
		CallNotForSeats,
		/// The council has no more seats.
		TooManySeats,
		/// The last seat of the council stays.
		LastSeat,
		/// Persons have no seat.
		PersonSeated,
		/// The set of validators never falls below its floor.
		TooFewValidators,
		/// The same validator twice.
		ValidatorRepeated,
		/// The seat of the member has registered no session keys.
		SessionKeysMissing(MemberRef),
		/// The bytes are no peer id of libp2p.
		NotAPeerId,
		/// The same node twice.
		NodeRepeated,
		/// The node is another member's.
		NodeTaken(MemberRef),
		/// No mandate has this number.
		UnknownMandate,
		/// A member gives no mandate to itself.
		SelfMandate,
		/// A mandate covers at least one kind of act, and neither keys nor the seat.
		PermissionNotDelegable,
		/// A mandate ends later than now.
		MandateEndsInPast,
		/// Only the principal gives this mandate, or its sponsor if it is a person.
		NotPrincipalNorSponsor,
		/// Only the principal, its sponsor and the agent revoke a mandate.
		NotOfMandate,
		/// Another member is the agent of this mandate.
		NotTheAgent(MandateShort),
		/// The mandate was revoked.
		MandateRevoked(MandateShort),
		/// The mandate is over.
		MandateOver(MandateShort),
		/// The mandate does not cover this kind of act.
		NotCoveredByMandate(MandateShort),
		/// A former sponsor gave the mandate.
		MandateOfFormerSponsor(MandateShort),
		/// The agent is itself a party to the act (Civil Code art. 168).
		AgentIsParty(MandateShort),
		/// The sponsor that gave the mandate is itself a party to the act (Civil Code art. 168).
		SponsorIsParty(MandateShort),
		/// Who decides is no party.
		AdjudicatorIsParty,
		/// The number of the document is not UTF-8, is empty or has control characters.
		DocumentNumberNotText,
		/// An administrator is appointed for a suspended or expelled member only.
		MemberSignsItself,
		/// A member does not administer itself.
		SelfAdministration,
		/// The member has no administrator.
		NoAdministrator,
		/// A member does not succeed itself.
		SelfSuccession,
		/// This succession is recorded already.
		SuccessionRepeated,
		/// A member has at most 16 successors.
		TooManySuccessors,
		/// Death ends persons; merger, division and dissolution end organisations.
		CauseDoesNotFitKind,
		/// No statute says how long an enactment waits.
		EnactDelayNotGoverned,
		/// As many enactments wait as may wait at the same time.
		TooManyEnactments,
		/// The call is too long to wait for its enactment.
		EnactmentTooLong,
		/// No enactment waits under this number.
		UnknownEnactment,
		/// The delay of the enactment is not over.
		EnactmentNotDue,
		/// The present runtime does not know the call; the council cancels it.
		EnactmentUndecodable,
		/// The call needs more weight than the caller allows for.
		EnactmentWeightTooLow,
		/// A quota leaves room for one full block at least, or the council itself could not act.
		QuotaTooSmall,
		/// The numbers for this kind of record are used up.
		NumbersUsedUp,
		/// So many seats would be suspended that the council could pass no motion any more, not even
		/// one that reinstates them.
		CouncilCouldNotDecide,
	}

	impl<T> From<Fault> for Error<T> {
		fn from(fault: Fault) -> Self {
			match fault {
				Fault::PersonNeedsCommitment => Self::PersonNeedsCommitment,
				Fault::OrganisationNeedsName => Self::OrganisationNeedsName,
				Fault::NameNotText => Self::NameNotText,
				Fault::LocationUnknown => Self::LocationUnknown,
				Fault::PersonInRegister => Self::PersonInRegister,
				Fault::CreditCodeMissing => Self::CreditCodeMissing,
				Fault::CreditCodeUnexpected => Self::CreditCodeUnexpected,
				Fault::PersonStateEstablished => Self::PersonStateEstablished,
				Fault::JurisdictionMissing => Self::JurisdictionMissing,
				Fault::JurisdictionUnexpected => Self::JurisdictionUnexpected,
				Fault::JurisdictionUnknown => Self::JurisdictionUnknown,
				Fault::PersonValidates => Self::PersonValidates,
				Fault::NoFullKey => Self::NoFullKey,
				Fault::KeyRepeated => Self::KeyRepeated,
				Fault::KeyWithoutPermission => Self::KeyWithoutPermission,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			Self::do_integrity_test();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// Keys named by all applications together.
	fn keys_of<AccountId>(applications: &Applications<AccountId>) -> u32 {
		let keys = applications.iter().map(|application| application.keys.len()).sum::<usize>();
		u32::try_from(keys).unwrap_or(u32::MAX)
	}

	/// A length as weights take it.
	fn count(length: usize) -> u32 {
		u32::try_from(length).unwrap_or(u32::MAX)
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Admit an organisation.
		///
		/// Origin: the council. Emits [`Event::MemberAdmitted`] and [`Event::KeyBound`] for each key.
		/// Fails with [`Error::IdentityTaken`] when another member has the same credit code or
		/// register number, and with [`Error::PersonNeedsSponsor`] for a person.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::admit(count(application.keys.len())))]
		pub fn admit(
			origin: OriginFor<T>,
			application: Application<T::AccountId>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_admit(&application).map(|_| ())
		}

		/// Admit up to 200 organisations.
		///
		/// Origin: the council. Emits [`Event::MemberAdmitted`] or [`Event::BulkItemRefused`] for
		/// each, and [`Event::BulkFinished`].
		#[pallet::call_index(1)]
		#[pallet::weight(
			T::WeightInfo::admit_many(count(applications.len()), keys_of(applications))
		)]
		pub fn admit_many(
			origin: OriginFor<T>,
			applications: Applications<T::AccountId>,
			mode: BulkMode,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::in_bulk(&applications, mode, Self::do_admit)
		}

		/// Rename an organisation; it stays the same member.
		///
		/// Origin: the council. Emits [`Event::NameChanged`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::rename())]
		pub fn rename(
			origin: OriginFor<T>,
			member: MemberId,
			name: Text<MAX_NAME_BYTES>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_rename(member, name)
		}

		/// Change the place and the credit code of a member; it stays the same member.
		///
		/// Origin: the council. Emits [`Event::LocationChanged`] and [`Event::CreditCodeChanged`]
		/// for what changed.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::change_registration())]
		pub fn change_registration(
			origin: OriginFor<T>,
			member: MemberId,
			location: Location,
			credit_code: Option<CreditCode>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_change_registration(member, location, credit_code)
		}

		/// Change the kind of an organisation and whether the state established it.
		///
		/// Origin: the council. Emits [`Event::KindChanged`] and [`Event::StateEstablishedChanged`]
		/// for what changed.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::change_kind())]
		pub fn change_kind(
			origin: OriginFor<T>,
			member: MemberId,
			kind: MemberKind,
			state_established: bool,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_change_kind(member, kind, state_established)
		}

		/// Change what a member may do.
		///
		/// Origin: the council. Emits [`Event::CapabilitiesChanged`] and
		/// [`Event::JurisdictionChanged`] for what changed. Fails with [`Error::StillValidator`] when
		/// a validating member would lose the capability to validate.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::change_capabilities())]
		pub fn change_capabilities(
			origin: OriginFor<T>,
			member: MemberId,
			capabilities: Capabilities,
			jurisdiction: Option<u32>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_change_capabilities(member, capabilities, jurisdiction)
		}

		/// Suspend an active member: it signs nothing until it is reinstated.
		///
		/// Origin: the council. Emits [`Event::StatusChanged`]. Errors:
		/// [`Error::CouncilCouldNotDecide`] when the seats that can still vote would not reach the
		/// council's threshold.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_suspend(member)
		}

		/// Reinstate a suspended member; its administrator's appointment ends.
		///
		/// Origin: the council. Emits [`Event::StatusChanged`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::reinstate())]
		pub fn reinstate(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_reinstate(member)
		}

		/// Expel a member for good. It loses its seat, validator and nodes; its rights stay.
		///
		/// Origin: the council. Emits [`Event::StatusChanged`] and what follows from it. Fails with
		/// [`Error::LastSeat`] and [`Error::TooFewValidators`] where the consortium would be left
		/// without council or validators.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::expel())]
		pub fn expel(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_expel(member)
		}

		/// Give an organisation a seat in the council, or take its seat.
		///
		/// Origin: the council. Emits [`Event::SeatChanged`], and [`Event::SeatAccountOpened`] with
		/// the first seat.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::set_seat())]
		pub fn set_seat(origin: OriginFor<T>, member: MemberId, seated: bool) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_seat(member, seated)
		}

		/// Name the members whose nodes validate, from the session after the next.
		///
		/// Origin: the council. Emits [`Event::ValidatorsChanged`]. Each is active, may Validate and
		/// has registered session keys as its seat.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_validators(count(validators.len())))]
		pub fn set_validators(
			origin: OriginFor<T>,
			validators: BoundedVec<MemberId, T::MaxValidators>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_validators(validators)
		}

		/// Decide that a call be dispatched as root once the governed delay is over.
		///
		/// Origin: the council at the threshold for enactments. Emits
		/// [`Event::EnactmentScheduled`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::schedule_enactment())]
		pub fn schedule_enactment(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResult {
			let votes = T::EnactOrigin::ensure_origin(origin)?;
			Self::do_schedule_enactment(&call, &votes)
		}

		/// Cancel an enactment that waits.
		///
		/// Origin: the council. Emits [`Event::EnactmentCancelled`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::cancel_enactment())]
		pub fn cancel_enactment(origin: OriginFor<T>, enactment: u32) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_cancel_enactment(enactment)
		}

		/// Dispatch as root what the council decided, after its delay. The only way to root.
		///
		/// Origin: any key of an active member. Emits [`Event::Enacted`] with the result: a call that
		/// fails is not tried again. Fails with [`Error::EnactmentWeightTooLow`] when
		/// `call_weight_limit` is below the weight of the call.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::enact().saturating_add(*call_weight_limit))]
		pub fn enact(
			origin: OriginFor<T>,
			enactment: u32,
			call_weight_limit: Weight,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (member, _) = Self::active_key(&who)?;
			Self::do_enact(member, enactment, call_weight_limit)
		}

		/// Set what every member may use in one window.
		///
		/// Origin: the council. Emits [`Event::QuotaChanged`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_quota())]
		pub fn set_quota(origin: OriginFor<T>, quota: Quota) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_quota(quota)
		}

		/// Give a member one new full key in place of all it had: its first one, or instead of lost
		/// ones.
		///
		/// Origin: the council. Emits [`Event::KeyRevoked`] for each old key and
		/// [`Event::KeyBound`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::reset_keys())]
		pub fn reset_keys(
			origin: OriginFor<T>,
			member: MemberId,
			account: T::AccountId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_reset_keys(member, account)
		}

		/// Bring a person or an enterprise into the consortium and vouch for it.
		///
		/// Origin: a key with the permission Sponsor of a member that may Sponsor. Emits
		/// [`Event::MemberAdmitted`] and [`Event::KeyBound`] for each key. Fails with
		/// [`Error::SponsorQuotaExceeded`] when the sponsor has as many members as the statute allows.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::sponsor(count(application.keys.len())))]
		pub fn sponsor(
			origin: OriginFor<T>,
			application: Application<T::AccountId>,
		) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::do_sponsor(sponsor, &application).map(|_| ())
		}

		/// Sponsor up to 200 persons and enterprises.
		///
		/// Origin: as for [`Pallet::sponsor`]. Emits [`Event::MemberAdmitted`] or
		/// [`Event::BulkItemRefused`] for each, and [`Event::BulkFinished`].
		#[pallet::call_index(17)]
		#[pallet::weight(
			T::WeightInfo::sponsor_many(count(applications.len()), keys_of(applications))
		)]
		pub fn sponsor_many(
			origin: OriginFor<T>,
			applications: Applications<T::AccountId>,
			mode: BulkMode,
		) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::in_bulk(&applications, mode, |application| Self::do_sponsor(sponsor, application))
		}

		/// Give a member another sponsor.
		///
		/// Origin: the council. Emits [`Event::SponsorChanged`]. The new sponsor may Sponsor and has
		/// room in its quota.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::replace_sponsor())]
		pub fn replace_sponsor(
			origin: OriginFor<T>,
			member: MemberId,
			sponsor: MemberId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_replace_sponsor(member, sponsor)
		}

		/// Offer to hand a sponsored member over to another sponsor, or take the offer back.
		///
		/// Origin: a key with the permission Sponsor of the present sponsor. Emits
		/// [`Event::SponsorshipOffered`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::offer_sponsorship())]
		pub fn offer_sponsorship(
			origin: OriginFor<T>,
			member: MemberId,
			to: Option<MemberId>,
		) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::do_offer_sponsorship(sponsor, member, to)
		}

		/// Take over a member whose sponsorship was offered.
		///
		/// Origin: a key with the permission Sponsor of the member it was offered to. Emits
		/// [`Event::SponsorChanged`].
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::accept_sponsorship())]
		pub fn accept_sponsorship(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::do_accept_sponsorship(sponsor, member)
		}

		/// Bind a further key to the caller's member.
		///
		/// Origin: a full key. Emits [`Event::KeyBound`]. Fails with [`Error::KeyTaken`] or
		/// [`Error::KeyWasRevoked`] when the account was ever a key.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::add_key())]
		pub fn add_key(
			origin: OriginFor<T>,
			account: T::AccountId,
			permissions: Permissions,
		) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_add_key(member, account, permissions)
		}

		/// Revoke a key of the caller's member for good.
		///
		/// Origin: a full key. Emits [`Event::KeyRevoked`]. Fails with [`Error::LastFullKey`] for the
		/// last full key.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::revoke_key())]
		pub fn revoke_key(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_revoke_key(member, &account)
		}

		/// Change what a key of the caller's member may do.
		///
		/// Origin: a full key. Emits [`Event::KeyPermissionsChanged`]. Fails with
		/// [`Error::LastFullKey`] when no full key would be left.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::set_key_permissions())]
		pub fn set_key_permissions(
			origin: OriginFor<T>,
			account: T::AccountId,
			permissions: Permissions,
		) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_set_key_permissions(member, &account, permissions)
		}

		/// Dispatch a call as the seat of the caller's member.
		///
		/// Origin: a key with the permission Seat. Emits [`Event::ActedAsSeat`]. Fails with
		/// [`Error::CallNotForSeats`] for other calls than those of a seat.
		#[pallet::call_index(24)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(T::WeightInfo::act_as_seat().saturating_add(info.call_weight), info.class)
		})]
		pub fn act_as_seat(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_act_as_seat(who, *call)
		}

		/// Name the nodes of the caller's member.
		///
		/// Origin: a full key. Emits [`Event::NodeIdsChanged`]. Fails with [`Error::NodeTaken`] when a
		/// node is another member's.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::set_node_ids(count(node_ids.len())))]
		pub fn set_node_ids(
			origin: OriginFor<T>,
			node_ids: BoundedVec<NodeId, ConstU32<MAX_NODES>>,
		) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_set_node_ids(member, node_ids)
		}

		/// Let `agent` act in the name of `principal`.
		///
		/// Origin: a full key of the principal; or, for a sponsored person, a key with the permission
		/// Sponsor of its sponsor. Emits [`Event::MandateGiven`].
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::give_mandate())]
		pub fn give_mandate(
			origin: OriginFor<T>,
			principal: MemberId,
			agent: MemberId,
			permissions: Permissions,
			until: Moment,
			document: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_give_mandate(&who, principal, agent, permissions, until, document)
		}

		/// End a mandate.
		///
		/// Origin: a full key of the principal or the agent, or a key with the permission Sponsor of
		/// the principal's sponsor if a sponsor gave it. Emits [`Event::MandateRevoked`].
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::revoke_mandate())]
		pub fn revoke_mandate(origin: OriginFor<T>, mandate: MandateId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_mandate(&who, mandate)
		}

		/// Appoint a member that gives the consents which fall to a suspended or expelled one.
		///
		/// Origin: the council, or a key with the permission Authority of a member that may
		/// Adjudicate and is no party. Emits [`Event::AdministratorAppointed`].
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::appoint_administrator())]
		pub fn appoint_administrator(
			origin: OriginFor<T>,
			member: MemberId,
			administrator: MemberId,
			decision: Document,
		) -> DispatchResult {
			let decider = Self::ensure_decider(origin, &[member, administrator])?;
			Self::do_appoint_administrator(decider, member, administrator, decision)
		}

		/// End the appointment of a member's administrator.
		///
		/// Origin: as for [`Pallet::appoint_administrator`]. Emits [`Event::AdministratorRemoved`].
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::remove_administrator())]
		pub fn remove_administrator(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			Self::ensure_decider(origin, &[member])?;
			Self::do_remove_administrator(member)
		}

		/// Record who takes over from a member by death, merger, division or dissolution.
		///
		/// Origin: the council, or a key with the permission Authority of a member that may
		/// Adjudicate and is no party. Emits [`Event::SuccessionRecorded`]. Moves no right.
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::record_succession())]
		pub fn record_succession(
			origin: OriginFor<T>,
			member: MemberId,
			successor: MemberId,
			cause: SuccessionCause,
			decision: Document,
		) -> DispatchResult {
			let decider = Self::ensure_decider(origin, &[member, successor])?;
			Self::do_record_succession(decider, member, successor, cause, decision)
		}
	}
}
