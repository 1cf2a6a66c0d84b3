//! Events, one per fact. Nothing sealed stands in them (C11).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A version was drafted.
		Drafted {
			/// Of which contract.
			contract: ContractId,
			/// Its number.
			version: u32,
			/// By whom.
			by: MemberId,
			/// What kind of contract.
			kind: ContractKind,
			/// Digest of the instrument.
			instrument: Digest,
			/// Hash of the terms, which signatures bind.
			terms: Hash256,
		},
		/// A version was withdrawn before it bound anyone.
		Withdrawn {
			/// Of which contract.
			contract: ContractId,
			/// Which.
			version: u32,
			/// By whom.
			by: MemberId,
		},
		/// A party signed.
		PartySigned {
			/// Which contract.
			contract: ContractId,
			/// Which version.
			version: u32,
			/// Who.
			member: MemberId,
			/// Who acted for it under a mandate, if anyone.
			agent: Option<MemberId>,
			/// How the signature came.
			means: Means,
		},
		/// Every party has signed: the version binds.
		Signed {
			/// Which contract.
			contract: ContractId,
			/// Which version.
			version: u32,
		},
		/// An effect was applied.
		EffectApplied {
			/// Of which contract.
			contract: ContractId,
			/// Its number over all versions.
			effect: u32,
			/// In which achievement, if in one.
			achievement: Option<AchievementId>,
			/// The entry that made it, if one did.
			entry: Option<u32>,
		},
		/// An effect was undone.
		EffectUndone {
			/// Of which contract.
			contract: ContractId,
			/// Its number.
			effect: u32,
			/// The reversing entry, where one was needed.
			entry: Option<u32>,
		},
		/// A transfer could not be made effective on its day; it is tried again the day after.
		TransferStalled {
			/// Of which contract.
			contract: ContractId,
			/// Which effect.
			effect: u32,
			/// Why.
			error: DispatchError,
		},
		/// A future achievement was delivered.
		FutureDelivered {
			/// Under which contract.
			contract: ContractId,
			/// Which effect.
			effect: u32,
			/// The achievement.
			achievement: AchievementId,
		},
		/// A pre-emption was claimed.
		PreEmptionClaimed {
			/// Against which contract.
			contract: ContractId,
			/// By whom.
			member: MemberId,
		},
		/// A contract moved on.
		StateChanged {
			/// Which.
			contract: ContractId,
			/// Where it stood.
			old: ContractState,
			/// Where it stands.
			new: ContractState,
		},
		/// A party agreed to an ending.
		EndingAgreed {
			/// Of which contract.
			contract: ContractId,
			/// Which ending.
			ending: Ending,
			/// Who agreed.
			member: MemberId,
		},
		/// A contract was submitted for registration.
		Submitted {
			/// Which.
			contract: ContractId,
			/// To which bureau.
			bureau: MemberId,
			/// By whom.
			by: MemberId,
		},
		/// A change or cancellation of a registration was applied for.
		Applied {
			/// Of which contract.
			contract: ContractId,
			/// What for.
			kind: ApplicationKind,
			/// By whom.
			by: MemberId,
		},
		/// The bureau holds an application disputed.
		HeldDisputed {
			/// Of which contract.
			contract: ContractId,
			/// Digest of its reason.
			reason: Digest,
		},
		/// The bureau decided.
		RegistrationDecided {
			/// On which contract.
			contract: ContractId,
			/// The bureau.
			bureau: MemberId,
			/// Where the registration stood.
			old: RegistrationState,
			/// Where it stands.
			new: RegistrationState,
			/// Whether the bureau kept its time.
			timeliness: Timeliness,
		},
		/// Evidence was added.
		EvidenceAdded {
			/// To which contract.
			contract: ContractId,
			/// Its number.
			evidence: u32,
			/// What about.
			kind: EvidenceKind,
			/// Who attests it.
			attester: MemberId,
		},
		/// A price event was recorded.
		PriceEventRecorded {
			/// Its number.
			price_event: PriceEventId,
			/// Who recorded it.
			by: MemberId,
			/// How it ended.
			outcome: PriceOutcome,
			/// On what it stands without, or with, an appraisal.
			appraisal: AppraisalGround,
		},
		/// A payment or refund was attested.
		PaymentAttested {
			/// Of which contract.
			contract: ContractId,
			/// Its number.
			payment: u32,
			/// Payment or refund.
			kind: PaymentKind,
			/// How much, or its commitment.
			amount: PaidAmount,
			/// Who attests it.
			attester: MemberId,
		},
		/// Income was distributed, or parked under a hold.
		Distributed {
			/// Of which contract.
			contract: ContractId,
			/// What was distributed.
			source: IncomeSource,
			/// By which unit.
			unit: MemberId,
			/// Whether it is parked.
			state: DistributionState,
			/// Whether it is below a floor that is only encouraged.
			below_floor: bool,
		},
		/// A parked distribution was released.
		DistributionReleased {
			/// Of which contract.
			contract: ContractId,
			/// What was distributed.
			source: IncomeSource,
			/// By which unit.
			unit: MemberId,
		},
	}
}
