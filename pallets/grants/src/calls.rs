//! The calls: what comes in, and the function that does it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Set how many keys of one's unit must approve a grant (审批人数), from the next proposal on.
		///
		/// Origin: a full key of the unit. Emits [`Event::ApprovalsSet`].
		/// Fails with [`Error::WrongNumberOfApprovals`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_approvals())]
		pub fn set_approvals(origin: OriginFor<T>, number: u8) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_approvals(who, number)
		}

		/// Propose a grant (提出赋权).
		///
		/// Origin: a key of the unit that may dispose. Emits [`Event::Proposed`].
		/// Fails with the first of G1 to G5 and G8 that the terms break by the law of today.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::propose())]
		pub fn propose(origin: OriginFor<T>, terms: Box<Terms>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose(who, *terms)
		}

		/// Change the terms before they are agreed: the next version, approved and noticed anew. An
		/// open notice is taken back.
		///
		/// Origin: a key of the unit that may dispose. Emits [`Event::Amended`].
		/// Fails as [`Pallet::propose`] does, and with [`Error::WrongStatus`] or
		/// [`Error::AchievementDiffers`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::amend())]
		pub fn amend(origin: OriginFor<T>, grant: GrantId, terms: Box<Terms>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_amend(who, grant, *terms)
		}

		/// Approve a version of the terms (审批), as one of several keys.
		///
		/// Origin: a key of the unit that may approve; the unit has the capability to.
		/// Emits [`Event::ApprovalGiven`], and [`Event::Approved`] with the last.
		/// Fails with [`Error::ApprovedAlready`], [`Error::VersionDiffers`] or [`Error::WrongStatus`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::approve())]
		pub fn approve(origin: OriginFor<T>, grant: GrantId, version: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(who, grant, version)
		}

		/// Refuse a grant that is not agreed (否决).
		///
		/// Origin: as for [`Pallet::approve`]. `document` is the digest of the reason.
		/// Emits [`Event::Rejected`]. Fails with [`Error::WrongStatus`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::refuse())]
		pub fn refuse(origin: OriginFor<T>, grant: GrantId, document: Digest) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_refuse(who, grant, document)
		}

		/// Take a grant back that is not agreed (撤回).
		///
		/// Origin: a key of the unit that may dispose. Emits [`Event::Withdrawn`].
		/// Fails with [`Error::WrongStatus`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, grant: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, grant)
		}

		/// Give public notice of an approved grant (公示).
		///
		/// Origin: a key of the unit that may dispose. `document` is the digest of the text as
		/// published. Emits [`Event::Noticed`]. Fails with [`Error::WrongStatus`], or as notices do.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::publish())]
		pub fn publish(origin: OriginFor<T>, grant: GrantId, document: Digest) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_publish(who, grant, document)
		}

		/// Accept as a beneficiary, once the notice has closed (G4), naming the agreement (G7).
		///
		/// Origin: a key of the beneficiary that may dispose, or its agent: the team's representative
		/// where the terms name one, else one that is no party.
		/// Emits [`Event::Accepted`].
		/// Fails with [`Error::NoticeRuns`], [`Error::G7AgreementDiffers`],
		/// [`Error::G4NotBeneficiary`], [`Error::G4NotRepresentative`] or
		/// [`Error::G4AcceptedAlready`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::accept())]
		pub fn accept(
			origin: OriginFor<T>,
			grant: GrantId,
			version: u32,
			agreement: Digest,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, grant, version, agreement, mandate)
		}

		/// Consent for the title (G6: T8 as co-owner, T4 as holder in the way, T9 as pledgee), to the
		/// agreement, or to the rescission of what is in force.
		///
		/// Origin: a key of the member asked that may dispose, its agent, or the administrator
		/// appointed for it while it is suspended.
		/// Emits [`Event::ConsentGiven`]. Fails with [`Error::G6NotAsked`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::consent(MAX_LIVE_RIGHTS))]
		pub fn consent(
			origin: OriginFor<T>,
			grant: GrantId,
			version: u32,
			role: ConsentRole,
			behalf: Behalf,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_consent(who, grant, version, role, behalf)?;
			Ok(Some(T::WeightInfo::consent(rights)).into())
		}

		/// Conclude the grant (签约): every beneficiary accepted, and it binds. A share of a patent, an
		/// application, a variety or a layout then waits for the office (T2); all else is effective
		/// at once.
		///
		/// Origin: a key of the unit that may dispose.
		/// Emits [`Event::Agreed`], [`Event::Flagged`] for what is only encouraged, and
		/// [`Event::Effective`] where it is.
		/// Fails with [`Error::G4AcceptanceMissing`], with the first of G1 to G5 and G8 that the terms
		/// break by the law of today, or with the title's own refusal (G6).
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::agree(MAX_SHARE_LINES, MAX_LIVE_RIGHTS))]
		pub fn agree(origin: OriginFor<T>, grant: GrantId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (lines, rights) = Self::do_agree(who, grant)?;
			Ok(Some(T::WeightInfo::agree(lines, rights)).into())
		}

		/// Attest that the office entered what the grant agreed, or its return (T2), for every share
		/// that waits.
		///
		/// Origin: a key with authority of a member that may attest registers and is no party.
		/// Emits [`Event::LineChanged`], and [`Event::Effective`] once nothing waits.
		/// Fails with [`Error::NothingToAttest`], or with the title's own refusal (G6).
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::attest(MAX_AGREED_TRANSFERS, MAX_LIVE_RIGHTS))]
		pub fn attest(
			origin: OriginFor<T>,
			grant: GrantId,
			office_number: Text<MAX_LABEL_BYTES>,
			office_date: Moment,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (lines, rights) = Self::do_attest(who, grant, office_number, office_date)?;
			Ok(Some(T::WeightInfo::attest(lines, rights)).into())
		}

		/// Declare as a party that the grant is rescinded (解除), by this document. Another document
		/// begins anew.
		///
		/// Origin: a key that may dispose, or an agent, of the unit, or of a member from whom something
		/// returns. Emits [`Event::RescissionDeclared`].
		/// Fails with [`Error::NotParty`] or [`Error::DeclaredAlready`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::declare_rescission())]
		pub fn declare_rescission(
			origin: OriginFor<T>,
			grant: GrantId,
			document: Digest,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_declare_rescission(who, grant, document, mandate)
		}

		/// Reverse a grant that every party rescinded, by entries: agreed transfers are cancelled,
		/// shares return (T2), the use right is surrendered (T6).
		///
		/// Origin: a key of a party that may dispose. Emits [`Event::Rescinded`].
		/// Fails with [`Error::DeclarationMissing`], or with the title's own refusal.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::rescind(MAX_SHARE_LINES, MAX_LIVE_RIGHTS))]
		pub fn rescind(origin: OriginFor<T>, grant: GrantId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (lines, rights) = Self::do_rescind(who, grant)?;
			Ok(Some(T::WeightInfo::rescind(lines, rights)).into())
		}

		/// Reverse a grant by decision of an authority, by entries.
		///
		/// Origin: a key with authority of a member that may adjudicate, is no party and sponsors
		/// none. Emits [`Event::Rescinded`].
		/// Fails with [`Error::AuthorityIsParty`], or with the title's own refusal, which names the
		/// later right in the way.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::rescind(MAX_SHARE_LINES, MAX_LIVE_RIGHTS))]
		pub fn rescind_by_decision(
			origin: OriginFor<T>,
			grant: GrantId,
			document: Text<MAX_LABEL_BYTES>,
			digest: Digest,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (lines, rights) = Self::do_rescind_by_decision(who, grant, document, digest)?;
			Ok(Some(T::WeightInfo::rescind(lines, rights)).into())
		}
	}
}
