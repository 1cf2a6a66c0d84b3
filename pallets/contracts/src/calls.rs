//! The calls: what comes in, and the function that does it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Draft a contract (起草合同): its first version, to be signed by every party (C1, C2, C4).
		///
		/// Origin: a key of a party that may dispose, or its agent. Emits [`Event::Drafted`].
		/// Fails with the rule that the terms break, [`Error::KeyTaken`] or [`Error::InstrumentTaken`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::draft(
			u32::try_from(terms.effects.len()).unwrap_or(u32::MAX)
		))]
		pub fn draft(
			origin: OriginFor<T>,
			terms: Box<Terms>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_draft(who, *terms, mandate)
		}

		/// Draft an amendment (变更): the next version, to be signed by every party.
		///
		/// Its effects are added to those of earlier versions; `undoes` names those it undoes.
		/// Origin: a key of a party that may dispose, or its agent. Emits [`Event::Drafted`].
		/// Fails with [`Error::AmendmentDiffers`] where kind, number, date or parties are others, and with
		/// [`Error::PriceDiffers`] where what stands would stand at another price.
		// It is judged with the effects of all earlier versions.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::draft(MAX_CONTRACT_EFFECTS))]
		pub fn amend(
			origin: OriginFor<T>,
			contract: ContractId,
			terms: Box<Terms>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_amend(who, contract, *terms, mandate)
		}

		/// Withdraw a version that not every party has signed; of the first version, the contract.
		///
		/// Origin: a key of any party that may dispose, or its agent. Emits [`Event::Withdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(
			origin: OriginFor<T>,
			contract: ContractId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, contract, mandate)
		}

		/// Sign a version (签署, C3). With the last signature the version binds, all or none (C6).
		///
		/// `terms` is the hash of the terms that the signer means.
		/// Origin: a key of the party that may dispose, or its agent. Emits [`Event::PartySigned`], and with
		/// the last signature [`Event::Signed`] and [`Event::EffectApplied`] for each effect.
		/// Fails with the rule of the title that an effect would break, before anyone is bound.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::sign(MAX_CONTRACT_EFFECTS))]
		pub fn sign(
			origin: OriginFor<T>,
			contract: ContractId,
			version: u32,
			terms: Hash256,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let effects = Self::do_sign(who, contract, version, terms, mandate)?;
			Ok(Some(T::WeightInfo::sign(effects)).into())
		}

		/// Bring a signature that a party's ed25519 key made off line (C3).
		///
		/// Origin: any account. Emits what [`Pallet::sign`] emits.
		/// Fails with [`Error::WrongSignature`] for any other chain, contract, version, signer, role or
		/// terms, and with [`Error::SignatureExpired`] after its time.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::bring_signature(MAX_CONTRACT_EFFECTS))]
		pub fn bring_signature(
			origin: OriginFor<T>,
			contract: ContractId,
			version: u32,
			signature: OfflineSignature,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let effects = Self::do_bring_signature(contract, version, signature)?;
			Ok(Some(T::WeightInfo::bring_signature(effects)).into())
		}

		/// Claim a pre-emption (主张优先受让权) against the version that waits: silence counts no more (T8).
		///
		/// Origin: a key of who has the pre-emption, or its agent. Emits [`Event::PreEmptionClaimed`].
		/// Fails with [`Error::NoPreEmption`] for anyone else.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::claim_pre_emption())]
		pub fn claim_pre_emption(
			origin: OriginFor<T>,
			contract: ContractId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim_pre_emption(who, contract, mandate)
		}

		/// Agree to an ending; with the last party's agreement the contract ends (C10).
		///
		/// Performed needs every seller and buyer, the other endings every party. Another ending or
		/// document replaces the one that was open.
		/// Origin: a key of a party that may dispose, or its agent. Emits [`Event::EndingAgreed`], and at the
		/// end [`Event::StateChanged`] and [`Event::EffectUndone`] for each effect undone.
		/// Fails with the rule of the title, or [`Error::LaterTransferInTheWay`], where a later right stands
		/// in the way.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::end(MAX_CONTRACT_EFFECTS))]
		pub fn end(
			origin: OriginFor<T>,
			contract: ContractId,
			ending: Ending,
			document: Digest,
			mandate: Option<MandateId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let effects = Self::do_end(who, contract, ending, document, mandate)?;
			Ok(Some(T::WeightInfo::end(effects)).into())
		}

		/// Terminate or rescind a contract by decision (C10).
		///
		/// Origin: a key with authority of a member that may adjudicate, is no party and sponsors none.
		/// Emits what the last [`Pallet::end`] emits.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::end_by_decision(MAX_CONTRACT_EFFECTS))]
		pub fn end_by_decision(
			origin: OriginFor<T>,
			contract: ContractId,
			ending: Ending,
			decision: DecisionDocument,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let effects = Self::do_end_by_decision(who, contract, ending, decision)?;
			Ok(Some(T::WeightInfo::end_by_decision(effects)).into())
		}

		/// Deliver a future achievement that the contract assigned (C2): its share goes over by T2.
		///
		/// Origin: a key of the assignor that may dispose, or its agent. Emits [`Event::FutureDelivered`].
		/// Fails with the rule of the title that the transfer would break.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::deliver_future())]
		pub fn deliver_future(
			origin: OriginFor<T>,
			contract: ContractId,
			effect: u32,
			achievement: AchievementId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deliver_future(who, contract, effect, achievement, mandate)
		}

		/// Make a transfer effective whose agreed day has come and that the calendar has not handled.
		///
		/// Origin: any account. The title says `ShareTransferred`. Fails with [`Error::NotDue`] before.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::complete_transfer())]
		pub fn complete_transfer(
			origin: OriginFor<T>,
			contract: ContractId,
			effect: u32,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_complete_transfer(contract, effect)
		}

		/// Submit a contract for registration (申请认定登记) to the bureau with the jurisdiction (C5).
		///
		/// Origin: a key of a seller that may dispose, or its agent; of a buyer where every seller is abroad.
		/// Emits [`Event::Submitted`]. Fails with [`Error::OutsideJurisdiction`] at any other bureau.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::submit())]
		pub fn submit(
			origin: OriginFor<T>,
			contract: ContractId,
			bureau: MemberId,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_submit(who, contract, bureau, mandate)
		}

		/// Apply for a change or the cancellation of a registration, at the same bureau (C5).
		///
		/// Origin: a key of who may submit, or its agent. Emits [`Event::Applied`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::apply())]
		pub fn apply(
			origin: OriginFor<T>,
			contract: ContractId,
			kind: ApplicationKind,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_apply(who, contract, kind, mandate)
		}

		/// Hold an application disputed, so that the longer time applies; before the ordinary time is over.
		///
		/// Origin: a key with authority of the bureau. Emits [`Event::HeldDisputed`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::hold_disputed())]
		pub fn hold_disputed(
			origin: OriginFor<T>,
			contract: ContractId,
			reason: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_hold_disputed(who, contract, reason)
		}

		/// Decide on the application before the bureau (C5). No right moves (C6).
		///
		/// Origin: a key with authority of the bureau. Emits [`Event::RegistrationDecided`], flagged where it
		/// is late. Fails with [`Error::DecisionUnfit`] for anything that was not applied for.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(
			origin: OriginFor<T>,
			contract: ContractId,
			decision: Box<Decision>,
			document: Option<Digest>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decide(who, contract, *decision, document)
		}

		/// Revoke a registration (撤销登记) for the reason of a code (C5). No right moves (C6).
		///
		/// Origin: a key with authority of the bureau. Emits [`Event::RegistrationDecided`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::revoke())]
		pub fn revoke(
			origin: OriginFor<T>,
			contract: ContractId,
			reason: RevocationReason,
			document: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(who, contract, reason, document)
		}

		/// Add evidence of performance or industrialisation (C12).
		///
		/// Origin: a key of a party that may dispose; or a key with authority of a member that may audit,
		/// register contracts, attest payments or operate the pool. Emits [`Event::EvidenceAdded`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::add_evidence())]
		pub fn add_evidence(
			origin: OriginFor<T>,
			contract: ContractId,
			kind: EvidenceKind,
			label: Label,
			digest: Digest,
			date: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_evidence(who, contract, kind, label, digest, date)
		}

		/// Record a price event (定价) with its outcome (C7).
		///
		/// Origin: a key of the holder that may dispose, or its agent; or a key with authority of the
		/// exchange that ran it. Emits [`Event::PriceEventRecorded`].
		/// Fails with what C7 asks for and does not find, such as [`Error::NoticeMissing`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::record_price_event(
			u32::try_from(event.achievements().count()).unwrap_or(u32::MAX)
		))]
		pub fn record_price_event(
			origin: OriginFor<T>,
			event: Box<PriceEvent>,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_record_price_event(who, *event, mandate)
		}

		/// Attest a payment or refund (C8).
		///
		/// Origin: a key with authority of an exchange, bank or bureau that may attest payments and is no
		/// party. Emits [`Event::PaymentAttested`]. Fails with [`Error::PaymentKnown`] where it was attested
		/// before and with [`Error::PaymentTooLarge`] above what is fixed.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::attest_payment())]
		pub fn attest_payment(
			origin: OriginFor<T>,
			contract: ContractId,
			payment: PaymentAttested,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest_payment(who, contract, payment)
		}

		/// Distribute a payment or equity (收益分配, C9); parked where a hold is on the title.
		///
		/// `co_owners_paid` says that every other owner is a seller that is paid by itself.
		/// Origin: a key that may dispose, or an agent, of the payee, or of an owner to whom the payee's
		/// distribution gives a part. Emits [`Event::Distributed`].
		/// Fails with [`Error::BelowFloor`] and the ppm required, or [`Error::DistributionUnfit`].
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::distribute())]
		pub fn distribute(
			origin: OriginFor<T>,
			contract: ContractId,
			source: IncomeSource,
			deductions: BoundedVec<Deduction, ConstU32<MAX_DEDUCTIONS>>,
			split: Box<Split>,
			co_owners_paid: bool,
			mandate: Option<MandateId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_distribute(who, contract, source, deductions, &split, co_owners_paid, mandate)
		}

		/// Release a unit's distribution once no hold parks it any longer.
		///
		/// Origin: any account. Emits [`Event::DistributionReleased`]. Fails with [`Error::HoldInTheWay`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::release())]
		pub fn release(
			origin: OriginFor<T>,
			contract: ContractId,
			source: IncomeSource,
			unit: MemberId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release(contract, source, unit)
		}
	}
}
