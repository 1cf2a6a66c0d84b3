//! The calls: what comes in, and the function that does it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Enter an achievement into the trial-first pool (入池).
		///
		/// With `ask`, those whose consent the law of titles wants (T4, T8, T9) are asked; without, the
		/// call fails with the title's own refusal where one is missing.
		/// Origin: a key of an owner that may dispose, or its agent. Emits [`Event::PoolEntered`] or
		/// [`Event::EntryProposed`]. Fails with R1 to R6, or the refusal of the law of titles.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::enter_pool())]
		pub fn enter_pool(
			origin: OriginFor<T>,
			achievement: AchievementId,
			terms: Box<EntryTerms>,
			ask: bool,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_enter_pool(who, achievement, *terms, ask, mandate)
		}

		/// Agree to a proposed entry (T4, T8, T9). The last consent enters it.
		///
		/// Origin: a key of the member asked that may dispose, or its agent. Emits
		/// [`Event::EntryAgreed`] and, with the last one, [`Event::PoolEntered`].
		/// Fails with [`Error::NotAsked`] where this consent is not missing.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::agree_to_entry())]
		pub fn agree_to_entry(
			origin: OriginFor<T>,
			achievement: AchievementId,
			proposer: MemberId,
			number: u32,
			role: ConsentRole,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_agree_to_entry(who, achievement, proposer, number, role, mandate)
		}

		/// Take a proposed entry back.
		///
		/// Origin: a key that may dispose of who proposed it, or its agent.
		/// Emits [`Event::ProposalWithdrawn`]. Fails with [`Error::NoSuchProposal`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_proposal(who, achievement, mandate)
		}

		/// Take an achievement out of the pool (出池). Trials that were accepted go on (R22).
		///
		/// Origin: a key that may dispose of the owner that entered it, or, once that one has sold its
		/// share, of any owner; or its agent. Emits [`Event::PoolLeft`]. Fails with [`Error::NotInPool`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::leave_pool())]
		pub fn leave_pool(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave_pool(who, achievement, mandate)
		}

		/// Say why an idle achievement does not enter the pool (R21).
		///
		/// Origin: a key of holder or owner that may register, or its agent.
		/// Emits [`Event::PoolDeclined`]. Fails with [`Error::NotIdle`] where it is not idle.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::decline_pool())]
		pub fn decline_pool(
			origin: OriginFor<T>,
			achievement: AchievementId,
			reason: DeclineReason,
			document: Digest,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decline_pool(who, achievement, reason, document, mandate)
		}

		/// Tell a conversion that no entry shows: own use, joint use, equity, another way (R19).
		///
		/// Origin: a key of holder or owner that may register, or its agent.
		/// Emits [`Event::ConversionNoted`]. Fails with [`Error::ShownByEntries`] for transfers and
		/// licences, [`Error::InFuture`] for a day to come.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::note_conversion())]
		pub fn note_conversion(
			origin: OriginFor<T>,
			achievement: AchievementId,
			way: ConversionWay,
			at: Moment,
			evidence: Digest,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_note_conversion(who, achievement, way, at, evidence, mandate)
		}

		/// Ask for a trial under a pool entry, on its standard contract (申请试用).
		///
		/// Origin: a key of the user that may dispose, or its agent. It is the user's acceptance of the
		/// use right. Emits [`Event::TrialRequested`]. Fails with R1, R7, R18.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::request())]
		pub fn request(
			origin: OriginFor<T>,
			achievement: AchievementId,
			entry: u32,
			standard_contract: Digest,
			broker: Option<Brokerage>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request(who, achievement, entry, standard_contract, broker, mandate)
		}

		/// Take a request back before the trial runs.
		///
		/// Origin: a key of the user that may dispose, or its agent. Emits [`Event::StateChanged`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(
			origin: OriginFor<T>,
			trial: TrialId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, trial, mandate)
		}

		/// Refuse a request, or an accepted trial that does not run yet (R8).
		///
		/// Origin: a key of the unit that may approve. Emits [`Event::StateChanged`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::refuse())]
		pub fn refuse(
			origin: OriginFor<T>,
			trial: TrialId,
			reasons: Option<Digest>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_refuse(who, trial, reasons)
		}

		/// Give the unit's internal approval (内控审批, R8).
		///
		/// Origin: a key of the unit that may approve. Emits [`Event::StateChanged`].
		/// Fails with [`Error::TooManyTrials`] where the pool entry has no place left (R9).
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::approve())]
		pub fn approve(origin: OriginFor<T>, trial: TrialId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(who, trial)
		}

		/// Agree to a trial's start or extension where the law of titles asks more than unit and user.
		///
		/// Origin: a key of the member asked that may dispose, or its agent. Emits
		/// [`Event::TrialAgreed`]. Fails with [`Error::NotAsked`] where this consent is not missing.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::agree())]
		pub fn agree(
			origin: OriginFor<T>,
			trial: TrialId,
			role: ConsentRole,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_agree(who, trial, role, mandate)
		}

		/// Start an accepted trial: its use right is granted (R10).
		///
		/// Origin: a key of the unit that may dispose, or its agent. Emits [`Event::TrialStarted`].
		/// Fails with R1, R5, or the refusal of the law of titles.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::start())]
		pub fn start(
			origin: OriginFor<T>,
			trial: TrialId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_start(who, trial, mandate)
		}

		/// Ask for more time, counted from the present end (R5).
		///
		/// Origin: a key of the user that may dispose, or its agent. It is the user's acceptance of the
		/// longer use right. Emits [`Event::ExtensionAsked`]. Fails with [`Error::TrialTooLong`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::ask_extension())]
		pub fn ask_extension(
			origin: OriginFor<T>,
			trial: TrialId,
			more: Term,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_ask_extension(who, trial, more, mandate)
		}

		/// Extend a trial by what its user asked for: a longer right replaces the present one.
		///
		/// Origin: a key of the unit that may dispose, or its agent. Emits [`Event::TrialExtended`].
		/// Fails with [`Error::NoExtension`], or the refusal of the law of titles.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::extend())]
		pub fn extend(
			origin: OriginFor<T>,
			trial: TrialId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_extend(who, trial, mandate)
		}

		/// Declare to convert (R11), with an offer where the tie rule takes one (R13).
		///
		/// Origin: a key of the user that may dispose, or its agent.
		/// Emits [`Event::ConversionDeclared`]. Fails with [`Error::TooLate`] after the time to declare.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::declare_conversion())]
		pub fn declare_conversion(
			origin: OriginFor<T>,
			trial: TrialId,
			offer: Option<Amount>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_declare_conversion(who, trial, offer, mandate)
		}

		/// Choose who goes first among those who declared to convert (R13).
		///
		/// Origin: a key of the unit that may dispose, or its agent. Emits [`Event::UserChosen`].
		/// Fails with [`Error::NothingToChoose`] under another tie rule.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::choose())]
		pub fn choose(
			origin: OriginFor<T>,
			trial: TrialId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_choose(who, trial, mandate)
		}

		/// Declare to stop (R11), or that a declared conversion comes to nothing. The use right ends.
		///
		/// Origin: a key of the user that may dispose, or its agent. Emits [`Event::StateChanged`].
		/// Fails with [`Error::TooLate`] after the time to declare.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::declare_stop())]
		pub fn declare_stop(
			origin: OriginFor<T>,
			trial: TrialId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_declare_stop(who, trial, mandate)
		}

		/// Close a trial whose user stopped, or whose declared conversion came to nothing in its time.
		///
		/// Origin: a key of the unit that may dispose, or its agent. Emits [`Event::StateChanged`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::close())]
		pub fn close(
			origin: OriginFor<T>,
			trial: TrialId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close(who, trial, mandate)
		}

		/// End a trial by decision (R14).
		///
		/// Origin: a key with authority of a member that may adjudicate and is neither a party nor a
		/// party's sponsor. Emits [`Event::TrialTerminated`]. Fails with [`Error::AuthorityIsParty`].
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::terminate())]
		pub fn terminate(
			origin: OriginFor<T>,
			trial: TrialId,
			document: Text<MAX_LABEL_BYTES>,
			digest: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_terminate(who, trial, document, digest)
		}

		/// Record the policy of a trial (R15).
		///
		/// Origin: a key that may dispose of a member that may insure and is no party.
		/// Emits [`Event::TrialInsured`]. Fails with [`Error::AlreadyInsured`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::insure())]
		pub fn insure(
			origin: OriginFor<T>,
			trial: TrialId,
			number: Text<MAX_LABEL_BYTES>,
			document: Digest,
			premium: Amount,
			voucher: Amount,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_insure(who, trial, number, document, premium, voucher)
		}

		/// Attest that the voucher of a trial's policy was redeemed (创新券兑付, R16).
		///
		/// Origin: a key with authority of a member that may attest payments and is neither user nor
		/// insurer. Emits [`Event::VoucherRedeemed`]. Fails with [`Error::AlreadyRedeemed`],
		/// [`Error::ReferenceNotSha256`], or [`Error::ReferenceUsed`], which names the other trial.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::redeem_voucher())]
		pub fn redeem_voucher(
			origin: OriginFor<T>,
			trial: TrialId,
			reference: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_redeem_voucher(who, trial, reference)
		}

		/// Record a service around a trial (R17).
		///
		/// Origin: a key that may dispose of provider or payer, or its agent; one of the two is a party
		/// of the trial. Emits [`Event::ServiceRecorded`]. Fails with [`Error::NotParty`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::record_service())]
		pub fn record_service(
			origin: OriginFor<T>,
			trial: TrialId,
			service: Service,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_record_service(who, trial, service, mandate)
		}

		/// Do what is due of a trial: flag the end of a silent one, close a stopped one.
		///
		/// Origin: anyone. Fails with [`Error::NothingDue`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::settle())]
		pub fn settle(origin: OriginFor<T>, trial: TrialId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle(trial)
		}
	}
}
