//! The calls: what comes in, and the function that does it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Agree to transfer a share (转让) to another member; it moves on the office's date (T2).
		///
		/// Origin: a key of the giving owner that may dispose, or its agent. Opens a request while consents
		/// are missing. Emits [`Event::TransferAgreed`] or [`Event::RequestOpened`].
		/// Fails with the rule that the transfer would break.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::agree_transfer(MAX_LIVE_RIGHTS))]
		pub fn agree_transfer(
			origin: OriginFor<T>,
			achievement: AchievementId,
			to: MemberId,
			ppm: Ppm,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_agree_transfer(who, achievement, to, ppm, mandate)?;
			Ok(Some(T::WeightInfo::agree_transfer(rights)).into())
		}

		/// Cancel an agreed transfer that has not become effective.
		///
		/// Origin: a key of either party that may dispose, or its agent; or, with a decision, of a member
		/// that may adjudicate. Emits [`Event::TransferCancelled`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T2`] where nothing of that number is agreed.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::cancel_transfer(MAX_LIVE_RIGHTS))]
		pub fn cancel_transfer(
			origin: OriginFor<T>,
			achievement: AchievementId,
			agreed: u32,
			decision: Option<DecisionDocument>,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_cancel_transfer(who, achievement, agreed, decision, mandate)?;
			Ok(Some(T::WeightInfo::cancel_transfer(rights)).into())
		}

		/// Attest that the office registered an agreed transfer: the share moves on its date (T2).
		///
		/// Origin: a key with authority of a member that may attest registers.
		/// Emits [`Event::ShareTransferred`].
		/// Fails with [`Error::NotAgreed`] where nothing of that number is agreed.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::attest_transfer(MAX_LIVE_RIGHTS))]
		pub fn attest_transfer(
			origin: OriginFor<T>,
			achievement: AchievementId,
			agreed: u32,
			office_number: Text<MAX_LABEL_BYTES>,
			office_date: Moment,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights =
				Self::do_attest_transfer(who, achievement, agreed, office_number, office_date)?;
			Ok(Some(T::WeightInfo::attest_transfer(rights)).into())
		}

		/// Transfer a share where no office has to register it: software and know-how (T2).
		///
		/// `agreed` names the agreed transfer it fulfils, if there is one.
		/// Origin: a key of the giving owner that may dispose, or its agent. Opens a request while consents
		/// are missing. Emits [`Event::ShareTransferred`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T2`] for rights whose transfer an office registers.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::transfer_now(MAX_LIVE_RIGHTS))]
		pub fn transfer_now(
			origin: OriginFor<T>,
			achievement: AchievementId,
			agreed: Option<u32>,
			to: MemberId,
			ppm: Ppm,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_transfer_now(who, achievement, agreed, to, ppm, mandate)?;
			Ok(Some(T::WeightInfo::transfer_now(rights)).into())
		}

		/// Grant a use right (使用权): a licence, or a sublicence of a right one holds (T3 to T5).
		///
		/// `obstacles` says whether those whose records stand in the way are asked, or the call refused.
		/// Origin: a key of the grantor that may dispose, or its agent. Opens a request while consents are
		/// missing. Emits [`Event::UseGranted`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T4`] and the number of the right in the way.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::grant_use(MAX_LIVE_RIGHTS))]
		pub fn grant_use(
			origin: OriginFor<T>,
			achievement: AchievementId,
			terms: Box<UseGrant>,
			obstacles: Obstacles,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_grant_use(who, achievement, terms, obstacles, mandate)?;
			Ok(Some(T::WeightInfo::grant_use(rights)).into())
		}

		/// Transfer a part of a use right to another member (T7).
		///
		/// Origin: a key of the giving holder that may dispose, or its agent. Opens a request while consents
		/// are missing. Emits [`Event::UseHoldersChanged`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T7`] where the terms do not allow it.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::transfer_use(MAX_LIVE_RIGHTS))]
		pub fn transfer_use(
			origin: OriginFor<T>,
			achievement: AchievementId,
			right: u32,
			to: MemberId,
			ppm: Ppm,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_transfer_use(who, achievement, right, to, ppm, mandate)?;
			Ok(Some(T::WeightInfo::transfer_use(rights)).into())
		}

		/// Divide a use right among holders (使用权份额, T7).
		///
		/// Origin: a key of a holder that may dispose, or its agent. Opens a request while consents are
		/// missing. Emits [`Event::UseHoldersChanged`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T7`] where the terms do not allow it.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::divide_use(MAX_LIVE_RIGHTS))]
		pub fn divide_use(
			origin: OriginFor<T>,
			achievement: AchievementId,
			right: u32,
			holders: Shares,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_divide_use(who, achievement, right, holders, mandate)?;
			Ok(Some(T::WeightInfo::divide_use(rights)).into())
		}

		/// End a use right: surrendered by its holders, by its terms, or by decision (T6).
		///
		/// Origin: a key of a party that may dispose, or its agent; or, with a decision, of a member that may
		/// adjudicate. Opens a request while consents are missing.
		/// Emits [`Event::UseEnded`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T6`] where a long-term right would be cut short.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::end_use(MAX_LIVE_RIGHTS))]
		pub fn end_use(
			origin: OriginFor<T>,
			achievement: AchievementId,
			right: u32,
			reason: EndReason,
			decision: Option<DecisionDocument>,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_end_use(who, achievement, right, reason, decision, mandate)?;
			Ok(Some(T::WeightInfo::end_use(rights)).into())
		}

		/// Agree to pledge (质押) a share or use right; it starts with the office's registration (T9).
		///
		/// For rights that an office registers, opens a request that waits for consents and then for the office.
		/// Origin: a key of the pledgor that may dispose, or its agent. Emits [`Event::RequestOpened`], and
		/// [`Event::RequestAgreed`] once everyone agreed.
		/// Fails with the rule that the pledge would break.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::pledge(MAX_LIVE_RIGHTS))]
		#[allow(clippy::too_many_arguments, reason = "what the call carries")]
		pub fn pledge(
			origin: OriginFor<T>,
			achievement: AchievementId,
			pledgee: MemberId,
			target: HoldTarget,
			ppm: Ppm,
			secured: Commitment,
			until: Option<Moment>,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights =
				Self::do_pledge(who, achievement, pledgee, target, ppm, secured, until, mandate)?;
			Ok(Some(T::WeightInfo::pledge(rights)).into())
		}

		/// Attest that the office registered an agreed pledge (T9).
		///
		/// Origin: a key with authority of a member that may attest registers. Emits [`Event::PledgeMade`].
		/// Fails with [`Error::NotAwaitingOffice`] while consents are missing.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::attest_pledge(MAX_LIVE_RIGHTS))]
		pub fn attest_pledge(
			origin: OriginFor<T>,
			request: RequestId,
			office_number: Text<MAX_LABEL_BYTES>,
			office_date: Moment,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_attest_pledge(who, request, office_number, office_date)?;
			Ok(Some(T::WeightInfo::attest_pledge(rights)).into())
		}

		/// Release a pledge (T9).
		///
		/// Origin: a key of the pledgee that may dispose, or its agent; or, with a decision, of a member that
		/// may adjudicate. Emits [`Event::PledgeReleased`].
		/// Fails with [`Error::T9`] where there is no such pledge.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::release_pledge(MAX_LIVE_RIGHTS))]
		pub fn release_pledge(
			origin: OriginFor<T>,
			achievement: AchievementId,
			pledge: u32,
			decision: Option<DecisionDocument>,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_release_pledge(who, achievement, pledge, decision, mandate)?;
			Ok(Some(T::WeightInfo::release_pledge(rights)).into())
		}

		/// Block disposals of a title, a share or a use right by order (保全, T10).
		///
		/// Origin: a key with authority of a member that may adjudicate, or relay an outside court's orders,
		/// and is no party. Emits [`Event::HoldPlaced`].
		/// Fails with [`Error::T10`] where the authority is a party.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::hold(MAX_LIVE_RIGHTS))]
		pub fn hold(
			origin: OriginFor<T>,
			achievement: AchievementId,
			target: HoldTarget,
			until: Option<Moment>,
			order: DecisionDocument,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_hold(who, achievement, target, until, order)?;
			Ok(Some(T::WeightInfo::hold(rights)).into())
		}

		/// Renew a hold with a new end (T10).
		///
		/// Origin: as for `hold`. Emits [`Event::HoldPlaced`].
		/// Fails with [`Error::NotAgreed`] where there is no such hold.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::renew_hold(MAX_LIVE_RIGHTS))]
		pub fn renew_hold(
			origin: OriginFor<T>,
			achievement: AchievementId,
			hold: u32,
			until: Option<Moment>,
			order: DecisionDocument,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_renew_hold(who, achievement, hold, until, order)?;
			Ok(Some(T::WeightInfo::renew_hold(rights)).into())
		}

		/// Lift a hold before its time (T10).
		///
		/// Origin: as for `hold`. Emits [`Event::HoldLifted`].
		/// Fails with [`Error::T10`] where there is no such hold.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::lift_hold(MAX_LIVE_RIGHTS))]
		pub fn lift_hold(
			origin: OriginFor<T>,
			achievement: AchievementId,
			hold: u32,
			order: DecisionDocument,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_lift_hold(who, achievement, hold, order)?;
			Ok(Some(T::WeightInfo::lift_hold(rights)).into())
		}

		/// Enter an achievement into the trial-first pool (先用后转).
		///
		/// Origin: a key of an owner that may dispose, or its agent. Opens a request while consents are
		/// missing. Emits [`Event::PoolEntered`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T4`] and the right in the way.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::enter_pool(MAX_LIVE_RIGHTS))]
		pub fn enter_pool(
			origin: OriginFor<T>,
			achievement: AchievementId,
			terms: PoolTerms,
			obstacles: Obstacles,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_enter_pool(who, achievement, terms, obstacles, mandate)?;
			Ok(Some(T::WeightInfo::enter_pool(rights)).into())
		}

		/// Take an achievement out of the pool. Trials that run go on.
		///
		/// Origin: a key of an owner that may dispose, or its agent. Emits [`Event::PoolLeft`].
		/// Fails where it is not in the pool.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::leave_pool(MAX_LIVE_RIGHTS))]
		pub fn leave_pool(
			origin: OriginFor<T>,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_leave_pool(who, achievement, mandate)?;
			Ok(Some(T::WeightInfo::leave_pool(rights)).into())
		}

		/// Keep rights of a scope and period for one member (预留).
		///
		/// Origin: a key of an owner that may dispose, or its agent. Opens a request while consents are
		/// missing. Emits [`Event::ReservationMade`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T4`] and the right in the way.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::reserve(MAX_LIVE_RIGHTS))]
		#[allow(clippy::too_many_arguments, reason = "what the call carries")]
		pub fn reserve(
			origin: OriginFor<T>,
			achievement: AchievementId,
			beneficiary: MemberId,
			scope: Box<Scope>,
			period: Period,
			obstacles: Obstacles,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights =
				Self::do_reserve(who, achievement, beneficiary, scope, period, obstacles, mandate)?;
			Ok(Some(T::WeightInfo::reserve(rights)).into())
		}

		/// End a reservation before its time.
		///
		/// Origin: a key of a party that may dispose, or its agent; or, with a decision, of a member that may
		/// adjudicate. Emits [`Event::ReservationEnded`] or [`Event::RequestOpened`].
		/// Fails where there is no such reservation.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::end_reservation(MAX_LIVE_RIGHTS))]
		pub fn end_reservation(
			origin: OriginFor<T>,
			achievement: AchievementId,
			reservation: u32,
			decision: Option<DecisionDocument>,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights =
				Self::do_end_reservation(who, achievement, reservation, decision, mandate)?;
			Ok(Some(T::WeightInfo::end_reservation(rights)).into())
		}

		/// Set the co-owners' own rules of consent (约定, T8), which go before the defaults.
		///
		/// Origin: a key of an owner that may dispose, or its agent. Opens a request until all co-owners
		/// agree. Emits [`Event::AgreementSet`] or [`Event::RequestOpened`].
		/// Fails with [`Error::T8`] where the agreement is malformed.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::set_agreement(MAX_LIVE_RIGHTS))]
		pub fn set_agreement(
			origin: OriginFor<T>,
			achievement: AchievementId,
			agreement: Agreement,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_set_agreement(who, achievement, agreement, mandate)?;
			Ok(Some(T::WeightInfo::set_agreement(rights)).into())
		}

		/// Pass everything a member has in these achievements to its heirs or successors (继受), by decision.
		///
		/// An achievement where it cannot be done, or where nothing is left to pass, is skipped with its
		/// reason, so the call can be repeated until `holdings` of the member is empty.
		/// Origin: a key with authority of a member that may adjudicate.
		/// Emits [`Event::MemberSucceeded`] or [`Event::SuccessionSkipped`] for each achievement.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::succeed(MAX_LIVE_RIGHTS)
			.saturating_mul(u64::try_from(achievements.len()).unwrap_or(u64::MAX).saturating_add(1)))]
		pub fn succeed(
			origin: OriginFor<T>,
			from: MemberId,
			heirs: Shares,
			achievements: BoundedVec<AchievementId, T::MaxSuccession>,
			decision: DecisionDocument,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let weight = Self::do_succeed(who, from, heirs, achievements, decision)?;
			Ok(Some(weight).into())
		}

		/// Set right an earlier entry by decision (更正, T11). Nothing is edited.
		///
		/// Origin: a key with authority of a member that may adjudicate. Emits [`Event::EntryCorrected`].
		/// Fails with [`Error::T11`] where the correction does not hold.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::correct(MAX_LIVE_RIGHTS))]
		pub fn correct(
			origin: OriginFor<T>,
			achievement: AchievementId,
			correction: Box<Correction>,
			decision: DecisionDocument,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_correct(who, achievement, correction, decision)?;
			Ok(Some(T::WeightInfo::correct(rights)).into())
		}

		/// Agree to a step that waits for it. The last consent takes the step.
		///
		/// Origin: a key of the member asked that may dispose, its agent, or its administrator while it is
		/// suspended. Emits [`Event::ConsentGiven`], and the step's events when it is taken.
		/// Fails with [`Error::NotAsked`], or with the rule that now refuses the step: the request stays.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::consent(MAX_LIVE_RIGHTS))]
		pub fn consent(
			origin: OriginFor<T>,
			request: RequestId,
			role: ConsentRole,
			behalf: Behalf,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_consent(who, request, role, behalf)?;
			Ok(Some(T::WeightInfo::consent(rights)).into())
		}

		/// Waive a pre-emption (放弃优先受让权, T8). The last consent takes the step.
		///
		/// Origin: as for `consent`. Emits [`Event::ConsentGiven`], and the step's events when it is taken.
		/// Fails with [`Error::NotAsked`] where no pre-emption of this member is in question.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::waive(MAX_LIVE_RIGHTS))]
		pub fn waive(
			origin: OriginFor<T>,
			request: RequestId,
			behalf: Behalf,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_consent(who, request, ConsentRole::PreEmption, behalf)?;
			Ok(Some(T::WeightInfo::waive(rights)).into())
		}

		/// Refuse a step that waits for one's consent. Where it cannot do without, the request is over.
		///
		/// Origin: as for `consent`. Emits [`Event::ConsentRefused`] and perhaps [`Event::RequestClosed`].
		/// Fails with [`Error::NotAsked`].
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::refuse(MAX_LIVE_RIGHTS))]
		pub fn refuse(
			origin: OriginFor<T>,
			request: RequestId,
			role: ConsentRole,
			behalf: Behalf,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_refuse(who, request, role, behalf)?;
			Ok(Some(T::WeightInfo::refuse(rights)).into())
		}

		/// Withdraw a request one made.
		///
		/// Origin: a key of who asked that may dispose, or its agent. Emits [`Event::RequestClosed`].
		/// Fails with [`Error::NotAsker`].
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::withdraw(MAX_LIVE_RIGHTS))]
		pub fn withdraw(
			origin: OriginFor<T>,
			request: RequestId,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let rights = Self::do_withdraw(who, request, mandate)?;
			Ok(Some(T::WeightInfo::withdraw(rights)).into())
		}

		/// Count the silence that is due on a request (T8), or close it when it lapsed.
		///
		/// Origin: anyone. Emits [`Event::ConsentDeemed`], and the step's events when it is taken.
		/// Fails with [`Error::NothingDue`], or with the rule that now refuses the step: the request stays.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::poke(MAX_LIVE_RIGHTS))]
		pub fn poke(origin: OriginFor<T>, request: RequestId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let rights = Self::do_poke(request)?;
			Ok(Some(T::WeightInfo::poke(rights)).into())
		}

		/// Write the closing entries that are due in a title (T12).
		///
		/// Origin: anyone. Emits an event for each thing closed. Fails with [`Error::NothingDue`].
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::close_due(MAX_LIVE_RIGHTS))]
		pub fn close_due(
			origin: OriginFor<T>,
			achievement: AchievementId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let rights = Self::do_close_due(achievement)?;
			Ok(Some(T::WeightInfo::close_due(rights)).into())
		}
	}
}
