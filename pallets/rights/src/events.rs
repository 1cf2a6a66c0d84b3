//! Events, one per fact.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An entry was appended to a history.
		EntryAppended {
			/// In which achievement.
			achievement: AchievementId,
			/// The entry's number.
			sequence: u32,
			/// What it does.
			act: ActKind,
			/// In whose name.
			actor: MemberId,
			/// Who acted under a mandate, if anyone.
			agent: Option<MemberId>,
		},
		/// A title came onto the ledger.
		TitleRegistered {
			/// Of which achievement.
			achievement: AchievementId,
			/// Its owners.
			owners: Shares,
		},
		/// The office said something new of the right.
		StatusChanged {
			/// Of which achievement.
			achievement: AchievementId,
			/// What it said before.
			old: OfficialStatus,
			/// What it says now.
			new: OfficialStatus,
		},
		/// A transfer of a share was agreed.
		TransferAgreed {
			/// In which achievement.
			achievement: AchievementId,
			/// The number of the agreement.
			agreed: u32,
			/// Who gives.
			from: MemberId,
			/// Who receives.
			to: MemberId,
			/// How much of the whole, in parts per million.
			ppm: Ppm,
		},
		/// An agreed transfer fell away.
		TransferCancelled {
			/// In which achievement.
			achievement: AchievementId,
			/// The number of the agreement.
			agreed: u32,
		},
		/// A share moved.
		ShareTransferred {
			/// In which achievement.
			achievement: AchievementId,
			/// Who gave.
			from: MemberId,
			/// What it had before, in parts per million.
			from_old: Ppm,
			/// What it has now.
			from_new: Ppm,
			/// Who received.
			to: MemberId,
			/// What it had before.
			to_old: Ppm,
			/// What it has now.
			to_new: Ppm,
		},
		/// A use right came into being.
		UseGranted {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			right: u32,
			/// Exclusive, sole or ordinary.
			form: UseForm,
			/// Who granted it.
			grantor: MemberId,
			/// Who holds it.
			holders: Shares,
			/// The right it replaced, if any.
			replaced: Option<u32>,
		},
		/// The holders of a use right changed: by transfer or division.
		UseHoldersChanged {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			right: u32,
			/// Who held it.
			old: Shares,
			/// Who holds it now.
			new: Shares,
		},
		/// A use right ended.
		UseEnded {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			right: u32,
			/// Why.
			reason: EndReason,
		},
		/// A share or use right was pledged.
		PledgeMade {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			pledge: u32,
			/// Who gave it.
			pledgor: MemberId,
			/// Who holds it.
			pledgee: MemberId,
		},
		/// A pledge ended.
		PledgeReleased {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			pledge: u32,
		},
		/// An authority blocked disposals.
		HoldPlaced {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			hold: u32,
			/// What is held.
			target: HoldTarget,
			/// First moment after it.
			until: Option<Moment>,
			/// The hold it renewed, if any.
			renewed: Option<u32>,
		},
		/// A hold ended.
		HoldLifted {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			hold: u32,
		},
		/// The achievement entered the trial-first pool.
		PoolEntered {
			/// Which achievement.
			achievement: AchievementId,
			/// The owner that entered it.
			by: MemberId,
		},
		/// The achievement left the trial-first pool.
		PoolLeft {
			/// Which achievement.
			achievement: AchievementId,
		},
		/// Rights were kept for one member.
		ReservationMade {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			reservation: u32,
			/// For whom.
			beneficiary: MemberId,
		},
		/// A reservation ended.
		ReservationEnded {
			/// In which achievement.
			achievement: AchievementId,
			/// Its number.
			reservation: u32,
		},
		/// The co-owners set their own rules.
		AgreementSet {
			/// In which achievement.
			achievement: AchievementId,
			/// What was agreed before.
			old: Option<Agreement>,
			/// What is agreed now.
			new: Agreement,
		},
		/// What a member had in a title passed to its heirs.
		MemberSucceeded {
			/// In which achievement.
			achievement: AchievementId,
			/// Whose place.
			from: MemberId,
			/// Who took it.
			heirs: Shares,
		},
		/// A succession did not change this achievement, for this reason.
		SuccessionSkipped {
			/// Which achievement.
			achievement: AchievementId,
			/// Whose place.
			from: MemberId,
			/// Why.
			error: DispatchError,
		},
		/// An earlier entry was set right.
		EntryCorrected {
			/// In which achievement.
			achievement: AchievementId,
			/// The entry that was wrong.
			corrected: u32,
			/// The owners before.
			old_owners: Shares,
			/// The owners now.
			new_owners: Shares,
		},
		/// A title was retired or voided.
		TitleRetired {
			/// Of which achievement.
			achievement: AchievementId,
			/// Its ledger status before.
			old: LedgerStatus,
			/// Its ledger status now.
			new: LedgerStatus,
		},
		/// A step waits for consents.
		RequestOpened {
			/// The request.
			request: RequestId,
			/// In which achievement.
			achievement: AchievementId,
			/// What is to happen.
			act: ActKind,
			/// Who asked.
			asked_by: MemberId,
			/// Whose consent is missing, and in which capacity.
			missing: BoundedVec<(MemberId, ConsentRole), ConstU32<MAX_CONSENTS>>,
		},
		/// A member agreed, or waived its pre-emption.
		ConsentGiven {
			/// To which request.
			request: RequestId,
			/// Who agreed.
			member: MemberId,
			/// In which capacity.
			role: ConsentRole,
			/// Who acted for it: agent or administrator, if anyone.
			by: Option<MemberId>,
		},
		/// A member's silence counted as consent.
		ConsentDeemed {
			/// To which request.
			request: RequestId,
			/// Who was silent.
			member: MemberId,
			/// In which capacity.
			role: ConsentRole,
		},
		/// A member refused; its silence no longer counts.
		ConsentRefused {
			/// Which request.
			request: RequestId,
			/// Who refused.
			member: MemberId,
			/// In which capacity.
			role: ConsentRole,
		},
		/// Everyone agreed; the step waits for the act of the office.
		RequestAgreed {
			/// Which request.
			request: RequestId,
			/// In which achievement.
			achievement: AchievementId,
		},
		/// Silence completed the consents, but the step is not lawful any more. The request stays.
		RequestStalled {
			/// Which request.
			request: RequestId,
			/// Why.
			error: DispatchError,
		},
		/// A request was over.
		RequestClosed {
			/// Which request.
			request: RequestId,
			/// In which achievement.
			achievement: AchievementId,
			/// How.
			outcome: RequestOutcome,
		},
		/// What is due in a title could not be closed; it is tried again on the next day. Rights are
		/// as they are by law all the same (T12).
		ClosingFailed {
			/// In which achievement.
			achievement: AchievementId,
			/// Why.
			error: DispatchError,
		},
	}
}
