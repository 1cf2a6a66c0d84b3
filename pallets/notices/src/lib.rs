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
	use crate::types::*;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use quanqi_traits::{
		Achievements, Calendar, Members, NoticeOutcome, NoticeSubject, OnNoticeOver, Statutes,
		Titles,
	};
	use quanqi_types::{
		bounds::{MAX_LABEL_BYTES, MAX_NAMED_PARTIES},
		AchievementId, Date, Digest, MandateId, MemberId, Moment, NoticeId, Term, Text,
	};

	pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Parties that who opens a price notice names: the buyer, a broker.
	pub type NamedParties = BoundedVec<MemberId, ConstU32<MAX_NAMED_PARTIES>>;

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is an account, and what may it do.
		type Members: Members<Self::AccountId>;

		/// The window, and the time to decide, by the law of a day.
		type Statutes: Statutes;

		/// Who holds an achievement, and who made it.
		type Achievements: Achievements;

		/// Who owns it; the time.
		type Titles: Titles;

		/// The areas whose subjects are noticed.
		type OnNoticeOver: OnNoticeOver;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Public notices.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Numbers begin at 1: in an error, 0 means no record.
	#[pallet::type_value]
	pub fn FirstId() -> u64 {
		1
	}

	/// The number of the next notice.
	#[pallet::storage]
	pub type NextId<T> = StorageValue<_, u64, ValueQuery, FirstId>;

	/// The notices; none is ever removed.
	// Numbers are given by the chain: nobody can choose keys that lie close together.
	#[pallet::storage]
	pub type Notices<T> = StorageMap<_, Twox64Concat, NoticeId, Record>;

	/// The objections to each notice, by number from 0.
	#[pallet::storage]
	pub type Objections<T> =
		StorageDoubleMap<_, Twox64Concat, NoticeId, Twox64Concat, u32, ObjectionRecord>;

	/// How many objections a member raised to a notice, and the one of them that is undecided.
	#[pallet::storage]
	pub type Objectors<T> =
		StorageDoubleMap<_, Twox64Concat, NoticeId, Twox64Concat, MemberId, Objector>;

	/// The open notice of each subject (N2).
	// The terms in a subject are chosen by who opens it: a hash that cannot be steered.
	#[pallet::storage]
	pub type OpenOf<T> = StorageMap<_, Blake2_128Concat, NoticeSubject, NoticeId>;

	/// Notices whose window is over on a day (China Standard Time), from its first moment on.
	#[pallet::storage]
	pub type Due<T> = StorageDoubleMap<_, Twox64Concat, Date, Twox64Concat, NoticeId, ()>;

	/// On which day each notice stands in [`Due`].
	#[pallet::storage]
	pub type Scheduled<T> = StorageMap<_, Twox64Concat, NoticeId, Date>;

	/// The first day whose notices have not all been looked at.
	#[pallet::storage]
	pub type DueCursor<T> = StorageValue<_, Date>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Closes what is due, within what the block has left. Late is harmless: the moment that
		/// counts is the one the law gives (N8).
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::handle_due(meter);
		}

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
		/// Give notice of the name and price of an achievement (定价公示; Promotion Law art. 18).
		///
		/// Origin: a key that may dispose, of the holder or an owner, or its agent. `terms` is the
		/// digest of name, price and terms, `document` that of the text as published; `parties` names
		/// the buyer and whoever else has a part in it: they decide no objection.
		/// Emits [`Event::NoticeOpened`].
		/// Fails with [`Error::NotHolder`] (N10), [`Error::OpenAlready`] (N2) or
		/// [`Error::WindowNotGoverned`] (N1).
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open_price_notice())]
		pub fn open_price_notice(
			origin: OriginFor<T>,
			achievement: AchievementId,
			terms: Digest,
			document: Digest,
			parties: NamedParties,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_price_notice(who, achievement, terms, document, parties, mandate)
		}

		/// Object to an open notice (异议), with the digest of the evidence. Until it is decided the
		/// notice does not close (N4).
		///
		/// Origin: a key of any active member that may dispose, or its agent.
		/// Emits [`Event::ObjectionRaised`].
		/// Fails with [`Error::WindowOver`] (N3), [`Error::UndecidedAlready`],
		/// [`Error::TooManyOwnObjections`] or [`Error::TooManyObjections`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::object())]
		pub fn object(
			origin: OriginFor<T>,
			notice: NoticeId,
			evidence: Digest,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object(who, notice, evidence, mandate)
		}

		/// Decide an objection (异议处理). Upholding it ends the notice (N7); dismissing the last
		/// one closes a notice whose window is over (N8). After the deadline it is valid, and flagged
		/// late (N6).
		///
		/// Origin: a key with authority, of a member that may adjudicate, is neither a party nor a
		/// party's sponsor, and did not object itself (N5).
		/// Emits [`Event::ObjectionDecided`], and [`Event::NoticeOver`] when the notice ends.
		/// Fails with [`Error::DeciderIsParty`], [`Error::DeciderIsSponsor`],
		/// [`Error::NoSuchObjection`] or [`Error::DecidedAlready`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(
			origin: OriginFor<T>,
			notice: NoticeId,
			objection: u32,
			ruling: Ruling,
			document: Text<MAX_LABEL_BYTES>,
			digest: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decide(who, notice, objection, ruling, document, digest)
		}

		/// Take an open notice back (N9).
		///
		/// Origin: a key that may dispose, of who gave notice, or its agent.
		/// Emits [`Event::NoticeOver`]. Fails with [`Error::NotGiver`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(
			origin: OriginFor<T>,
			notice: NoticeId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, notice, mandate)
		}

		/// Close a notice whose window is over and to which no objection is undecided (N8).
		///
		/// Origin: anyone. Emits [`Event::NoticeOver`].
		/// Fails with [`Error::WindowRuns`] or [`Error::Suspended`] (N4).
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::close())]
		pub fn close(origin: OriginFor<T>, notice: NoticeId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close(notice)
		}
	}
}
