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
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	reason = "benchmarks never run on chain"
)]
mod benchmarking;
mod errors;
mod events;
mod impls;
#[cfg(test)]
mod mock;
pub mod rules;
pub mod runtime_api;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use weights::WeightInfo;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
#[allow(
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "code that the pallet macro writes; the calls only hand over to `impls`"
)]
pub mod pallet {
	use super::*;
	use crate::{impls::weight_of_bulk, types::*};
	use alloc::boxed::Box;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use quanqi_title::{Consent, DecisionRef};
	use quanqi_traits::{Members, Statutes, Titles};
	use quanqi_types::{
		bounds::{MAX_BULK_RECORDS, MAX_SHARE_LINES, MAX_TITLE_TEXT_BYTES},
		AchievementId, AchievementKind, Commitment, Date, Digest, ExclusionClass, Identifier,
		MandateId, MemberId, Moment, OfficialStatus, Text,
	};
	use sp_runtime::DispatchError;

	pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Records to register in one call.
	pub type Submissions = BoundedVec<Submission, ConstU32<MAX_BULK_RECORDS>>;
	/// Acts of an office to attest in one call.
	pub type Attestations = BoundedVec<Attestation, ConstU32<MAX_BULK_RECORDS>>;
	/// Co-owners that declared to retire a record.
	pub type Retirement = BoundedVec<Consent, ConstU32<MAX_SHARE_LINES>>;

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is an account, and what may it do.
		type Members: Members<Self::AccountId>;

		/// Protection terms.
		type Statutes: Statutes;

		/// Titles and histories.
		type Titles: Titles;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The register of achievements.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Numbers begin at 1: in an error, 0 means no record.
	#[pallet::type_value]
	pub fn FirstId() -> u64 {
		1
	}

	/// The number of the next record.
	#[pallet::storage]
	pub type NextId<T> = StorageValue<_, u64, ValueQuery, FirstId>;

	/// The records. Certificates prove these keys and bytes.
	// Numbers are given by the chain, so a cheaper hash would do; the format of certificates fixes this.
	#[pallet::storage]
	pub type Achievements<T> = StorageMap<_, Blake2_128Concat, AchievementId, Record>;

	/// Disclosures that wait for co-owners.
	// Numbers are given by the chain: nobody can choose keys that lie close together.
	#[pallet::storage]
	pub type Disclosures<T> = StorageMap<_, Twox64Concat, AchievementId, Disclosure>;

	/// Which achievement an identifier names.
	// Identifiers are chosen by who submits: a hash that cannot be steered.
	#[pallet::storage]
	pub type ByIdentifier<T> = StorageMap<_, Blake2_128Concat, Identifier, AchievementId>;

	/// The records of a holder unit.
	#[pallet::storage]
	pub type ByHolder<T> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, AchievementId, ()>;

	/// Co-owners that declared to retire a record, while others are missing.
	#[pallet::storage]
	pub type Retirements<T> = StorageMap<_, Twox64Concat, AchievementId, Retirement, ValueQuery>;

	/// The number of the next family.
	#[pallet::storage]
	pub type NextFamily<T> = StorageValue<_, u32, ValueQuery>;

	/// The family of a record.
	#[pallet::storage]
	pub type FamilyOf<T> = StorageMap<_, Twox64Concat, AchievementId, FamilyId>;

	/// The records of a family.
	#[pallet::storage]
	pub type Families<T> =
		StorageDoubleMap<_, Twox64Concat, FamilyId, Twox64Concat, AchievementId, ()>;

	/// The number of the next bundle.
	#[pallet::storage]
	pub type NextBundle<T> = StorageValue<_, u32, ValueQuery>;

	/// The bundles.
	#[pallet::storage]
	pub type Bundles<T> = StorageMap<_, Twox64Concat, BundleId, Bundle>;

	/// The bundle of a record.
	#[pallet::storage]
	pub type BundleOf<T> = StorageMap<_, Twox64Concat, AchievementId, BundleId>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			Self::check_integrity();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Register an achievement (登记). With co-owners it is disclosed until each confirms.
		///
		/// Origin: a key that may register, of an active member with the capability, or its agent; that
		/// member is the holder and one of the owners. Emits [`Event::Disclosed`], and
		/// [`Event::Registered`] for a sole owner.
		/// Fails with [`Error::IdentifierTaken`], which names the earlier record, or with the rule that
		/// the declaration breaks.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register(submission.people(), submission.names()))]
		pub fn register(
			origin: OriginFor<T>,
			submission: Box<Submission>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, *submission, mandate).map(|_| ())
		}

		/// Register up to 200 achievements (批量登记), all or none, or each on its own.
		///
		/// Origin: as for [`Pallet::register`]. Emits what that call emits for each and, item by item,
		/// [`Event::BulkItemRegistered`] or [`Event::BulkItemRefused`].
		/// Fails, when all or none, with the error of the first item that is refused.
		#[pallet::call_index(1)]
		#[pallet::weight(weight_of_bulk::<T::WeightInfo>(submissions))]
		pub fn register_bulk(
			origin: OriginFor<T>,
			submissions: Submissions,
			mode: BulkMode,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_bulk(who, submissions, mode, mandate)
		}

		/// Confirm as co-owner that a disclosure is right. The last one registers it.
		///
		/// Origin: a key that may register, of `owner`, of its agent, or of the administrator appointed
		/// for it while it is suspended. Emits [`Event::Confirmed`], and [`Event::Registered`] with the
		/// last. Fails with [`Error::NotDisclosed`], [`Error::NotAwaited`] or [`Error::NotForOwner`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::confirm())]
		pub fn confirm(
			origin: OriginFor<T>,
			achievement: AchievementId,
			owner: MemberId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm(who, achievement, owner, mandate)
		}

		/// Withdraw a disclosure that is not registered yet. Its identifiers are free again.
		///
		/// Origin: a key of the holder that may register, or its agent.
		/// Emits [`Event::DisclosureWithdrawn`]. Fails with [`Error::NotDisclosed`] or
		/// [`Error::NotHolder`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_disclosure())]
		pub fn withdraw_disclosure(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_disclosure(who, achievement, mandate)
		}

		/// Attest an office's act (官方状态): the status, on the office's date.
		///
		/// Origin: a key with authority of a member that may attest registers and is no party.
		/// Emits [`Event::StatusAttested`]. Fails with [`Error::AuthorityIsParty`], or the rule the act
		/// breaks; the title's own refusals pass through.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::attest_status())]
		pub fn attest_status(origin: OriginFor<T>, attestation: Attestation) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest_status(who, attestation)
		}

		/// Attest up to 200 acts of an office, all or none, or each on its own.
		///
		/// Origin: as for [`Pallet::attest_status`]. Emits [`Event::StatusAttested`] for each, and
		/// [`Event::BulkAttestationRefused`] for those refused on their own.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::attest_status_bulk(
			u32::try_from(attestations.len()).unwrap_or(u32::MAX)
		))]
		pub fn attest_status_bulk(
			origin: OriginFor<T>,
			attestations: Attestations,
			mode: BulkMode,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest_status_bulk(who, attestations, mode)
		}

		/// Exclude a record from grants and pools, by a code alone, or renew the review day.
		///
		/// Origin: a key with authority of a member that may adjudicate and is no party.
		/// Emits [`Event::ExclusionSet`]. Fails with [`Error::ReviewNotAhead`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_exclusion())]
		pub fn set_exclusion(
			origin: OriginFor<T>,
			achievement: AchievementId,
			class: ExclusionClass,
			review_on: Date,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_exclusion(who, achievement, class, review_on)
		}

		/// Lift an exclusion.
		///
		/// Origin: as for [`Pallet::set_exclusion`]. Emits [`Event::ExclusionLifted`].
		/// Fails with [`Error::NotExcluded`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::lift_exclusion())]
		pub fn lift_exclusion(origin: OriginFor<T>, achievement: AchievementId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_lift_exclusion(who, achievement)
		}

		/// Add the digest of a document (证据).
		///
		/// Origin: a key that may register, of the holder of a disclosure or of an owner of a registered
		/// record, or an agent. Emits [`Event::EvidenceAdded`].
		/// Fails with [`Error::NotWriter`], [`Error::RepeatedEvidence`] or [`Error::TooMuchEvidence`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::add_evidence())]
		pub fn add_evidence(
			origin: OriginFor<T>,
			achievement: AchievementId,
			evidence: Evidence,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_evidence(who, achievement, evidence, mandate)
		}

		/// Add an identifier, such as the grant number after publication.
		///
		/// Origin: as for [`Pallet::add_evidence`]. Emits [`Event::IdentifierAdded`].
		/// Fails with [`Error::IdentifierTaken`], which names the earlier record, or
		/// [`Error::TooManyIdentifiers`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::add_identifier())]
		pub fn add_identifier(
			origin: OriginFor<T>,
			achievement: AchievementId,
			identifier: Identifier,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_identifier(who, achievement, identifier, mandate)
		}

		/// Publish a sealed title: show the text and the salt of its commitment.
		///
		/// Origin: as for [`Pallet::add_evidence`]. Emits [`Event::TitlePublished`].
		/// Fails with [`Error::NotSealed`] or [`Error::WrongOpening`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::publish_title())]
		pub fn publish_title(
			origin: OriginFor<T>,
			achievement: AchievementId,
			salt: [u8; 32],
			text: Text<MAX_TITLE_TEXT_BYTES>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_publish_title(who, achievement, salt, text, mandate)
		}

		/// Declare as owner to retire a record (退出). It is retired once the co-owners that T8 asks for
		/// have declared so.
		///
		/// Origin: a key of an owner that may dispose, or its agent. Emits [`Event::RetirementDeclared`]
		/// or [`Event::Retired`]. The title's own refusals pass through.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::retire())]
		pub fn retire(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retire(who, achievement, mandate)
		}

		/// Take back one's declaration to retire a record.
		///
		/// Origin: a key of the owner that may dispose, or its agent.
		/// Emits [`Event::RetirementTakenBack`]. Fails with [`Error::NotDeclared`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::take_back_retirement())]
		pub fn take_back_retirement(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_take_back_retirement(who, achievement, mandate)
		}

		/// Void a record by decision (作废): a wrong or double registration. Its identifiers are free.
		///
		/// Origin: a key with authority of a member that may adjudicate and is no party.
		/// Emits [`Event::Voided`]. Fails with [`Error::WrongLedgerStatus`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::void())]
		pub fn void(
			origin: OriginFor<T>,
			achievement: AchievementId,
			document: Label,
			digest: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_void(who, achievement, document, digest)
		}

		/// Link a record to the family of another (专利族): the same invention elsewhere.
		///
		/// Origin: a key that may register, of who may write about both records, or its agent.
		/// Emits [`Event::FamilyLinked`]. Fails with [`Error::InFamilyAlready`] or
		/// [`Error::SameRecord`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::link_family())]
		pub fn link_family(
			origin: OriginFor<T>,
			achievement: AchievementId,
			relative: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_link_family(who, achievement, relative, mandate)
		}

		/// Take a record out of its family.
		///
		/// Origin: as for [`Pallet::add_evidence`]. Emits [`Event::FamilyUnlinked`].
		/// Fails with [`Error::NotInFamily`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::unlink_family())]
		pub fn unlink_family(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unlink_family(who, achievement, mandate)
		}

		/// Bundle records that are sold together (成果包).
		///
		/// Origin: a key that may register, of who may write about each, or its agent.
		/// Emits [`Event::BundleCreated`]. Fails with [`Error::BundleTooSmall`] below two records,
		/// [`Error::BundleNotAscending`], or [`Error::InBundleAlready`], which names the record.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::create_bundle(
			u32::try_from(bundle.len()).unwrap_or(u32::MAX)
		))]
		pub fn create_bundle(
			origin: OriginFor<T>,
			label: Label,
			bundle: BoundedVec<AchievementId, ConstU32<MAX_BULK_RECORDS>>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_create_bundle(who, label, bundle, mandate)
		}

		/// Dissolve a bundle.
		///
		/// Origin: a key that may register, of who made it, or its agent.
		/// Emits [`Event::BundleDissolved`]. Fails with [`Error::NoSuchBundle`] or
		/// [`Error::NotMaker`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::dissolve_bundle(MAX_BULK_RECORDS))]
		pub fn dissolve_bundle(
			origin: OriginFor<T>,
			bundle: BundleId,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let records = Self::do_dissolve_bundle(who, bundle, mandate)?;
			Ok(Some(T::WeightInfo::dissolve_bundle(records)).into())
		}

		/// Put another holder unit in the place of one that merged, divided or ended (承继). The title
		/// follows by its own entry.
		///
		/// Origin: a key with authority of a member that may adjudicate and is no party.
		/// Emits [`Event::HolderChanged`]. Fails with [`Error::UnknownMember`] or
		/// [`Error::SameHolder`].
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::change_holder())]
		pub fn change_holder(
			origin: OriginFor<T>,
			achievement: AchievementId,
			holder: MemberId,
			document: Label,
			digest: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_change_holder(who, achievement, holder, document, digest)
		}
	}
}
