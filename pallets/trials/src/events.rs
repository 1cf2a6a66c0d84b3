//! Events, one per fact.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An entry into the pool waits for consents.
		EntryProposed {
			/// Of which achievement.
			achievement: AchievementId,
			/// Who proposed it.
			by: MemberId,
			/// The proposal's number.
			number: u32,
			/// Whose consent is missing, and in which capacity.
			missing: BoundedVec<(MemberId, ConsentRole), ConstU32<MAX_CONSENTS>>,
		},
		/// A member agreed to a proposed entry.
		EntryAgreed {
			/// Of which achievement.
			achievement: AchievementId,
			/// The proposal's number.
			number: u32,
			/// Who agreed.
			member: MemberId,
			/// In which capacity.
			role: ConsentRole,
		},
		/// A proposed entry was taken back.
		ProposalWithdrawn {
			/// Of which achievement.
			achievement: AchievementId,
			/// Who had proposed it.
			by: MemberId,
			/// The proposal's number.
			number: u32,
		},
		/// An achievement entered the pool.
		PoolEntered {
			/// Which.
			achievement: AchievementId,
			/// The number of the title's entry.
			entry: u32,
			/// The owner that entered it.
			by: MemberId,
			/// Why.
			reason: EntryReason,
		},
		/// An achievement left the pool. Its trials go on.
		PoolLeft {
			/// Which.
			achievement: AchievementId,
			/// The number of the entry by which it was in.
			entry: u32,
		},
		/// A pool entry goes against a rule that only encourages.
		EntryFlagged {
			/// Of which achievement.
			achievement: AchievementId,
			/// The number of the title's entry.
			entry: u32,
			/// What was found wanting.
			flag: Flag,
		},
		/// The holder keeps an idle achievement out of the pool.
		PoolDeclined {
			/// Which.
			achievement: AchievementId,
			/// Why, by whom, when.
			declination: Declination,
		},
		/// An achievement was converted.
		ConversionNoted {
			/// Which.
			achievement: AchievementId,
			/// How, when, by whose word.
			conversion: NotedConversion,
		},
		/// A conversion does not stand any more.
		ConversionUndone {
			/// Of which achievement.
			achievement: AchievementId,
			/// Which.
			conversion: NotedConversion,
		},
		/// A user asked for a trial.
		TrialRequested {
			/// Its number.
			trial: TrialId,
			/// Of which achievement.
			achievement: AchievementId,
			/// Under which pool entry.
			entry: u32,
			/// Who asked.
			user: MemberId,
			/// Who brought the two together.
			broker: Option<Brokerage>,
		},
		/// A trial moved on.
		StateChanged {
			/// Which.
			trial: TrialId,
			/// Where it stood.
			old: TrialState,
			/// Where it stands.
			new: TrialState,
			/// Digest of the reasons, where some were given.
			reasons: Option<Digest>,
		},
		/// A member whose consent the law of titles asks for agreed to a trial.
		TrialAgreed {
			/// To which.
			trial: TrialId,
			/// Who agreed.
			member: MemberId,
			/// In which capacity.
			role: ConsentRole,
		},
		/// The use right of a trial was granted.
		TrialStarted {
			/// Which.
			trial: TrialId,
			/// The right's number in the title.
			right: u32,
			/// First moment after it.
			until: Moment,
			/// First moment at which it is too late to declare.
			declare_by: Moment,
		},
		/// A user asked for more time.
		ExtensionAsked {
			/// For which trial.
			trial: TrialId,
			/// How much more.
			more: Term,
		},
		/// A trial was extended.
		TrialExtended {
			/// Which.
			trial: TrialId,
			/// The use right that replaces the one before.
			right: u32,
			/// Its end before.
			old_until: Moment,
			/// Its end now.
			until: Moment,
		},
		/// The days of a trial are over; its user can still declare.
		TrialRanOut {
			/// Which.
			trial: TrialId,
			/// First moment at which it is too late to declare.
			declare_by: Moment,
		},
		/// A user declared to convert.
		ConversionDeclared {
			/// Its trial.
			trial: TrialId,
			/// What it offers, if it said so.
			offer: Option<Amount>,
			/// First moment at which it no longer goes before others.
			priority_until: Moment,
		},
		/// The holder chose who goes first.
		UserChosen {
			/// In which achievement.
			achievement: AchievementId,
			/// Under which pool entry.
			entry: u32,
			/// Who was chosen before.
			old: Option<TrialId>,
			/// Who is chosen now.
			new: TrialId,
			/// First moment at which it no longer goes before others.
			priority_until: Moment,
		},
		/// A trial was converted.
		TrialConverted {
			/// Which.
			trial: TrialId,
			/// By which contract, at what price, with what fee for the broker.
			converted: Converted,
		},
		/// A trial was ended by decision.
		TrialTerminated {
			/// Which.
			trial: TrialId,
			/// The decision.
			decision: DecisionRef,
		},
		/// A trial was insured.
		TrialInsured {
			/// Which.
			trial: TrialId,
			/// By whom.
			insurer: MemberId,
			/// The premium.
			premium: Amount,
			/// How much of it a voucher bears.
			voucher: Amount,
		},
		/// The voucher of a trial's policy was redeemed.
		VoucherRedeemed {
			/// Of which trial.
			trial: TrialId,
			/// The reference of the payment.
			reference: Digest,
			/// Who attests it.
			attested_by: MemberId,
		},
		/// A service around a trial was recorded.
		ServiceRecorded {
			/// Around which.
			trial: TrialId,
			/// Its number there.
			number: u32,
			/// The service.
			service: Service,
		},
		/// A trial goes against a rule that only encourages, or is to be noted.
		TrialFlagged {
			/// Which.
			trial: TrialId,
			/// What was found wanting.
			flag: Flag,
		},
		/// What is due of a trial could not be done; it is tried again on the next day.
		SettlingFailed {
			/// Which.
			trial: TrialId,
			/// Why.
			error: DispatchError,
		},
	}
}
