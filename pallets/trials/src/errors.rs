//! Why a call is refused. Each error names its rule; the README has the rules.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// The rule that is broken, with the number found or the state in the way where there is one.
	#[pallet::error]
	#[derive(PartialEq, Eq)]
	pub enum Error<T> {
		/// R1: an excluded achievement is neither in the pool nor tried; the class in the way.
		Excluded(ExclusionInTheWay),
		/// R2: the title has no such achievement, or it is not registered.
		UnknownAchievement,
		/// R2: no proposal of this member, or it has another number.
		NoSuchProposal,
		/// R2: the member has a proposal for this achievement already.
		ProposalOpen,
		/// R2: this consent is not missing, in this capacity.
		NotAsked,
		/// R2: the entry would carry more consents than it can hold.
		TooManyConsents,
		/// R2: the achievement is not in the pool by an entry of this pallet.
		NotInPool,
		/// R3: an entry as idle is of an achievement that is idle.
		NotIdle,
		/// R4: no trial at once, or more than the bound.
		WrongParallelLimit,
		/// R4: a trial lasts some time.
		NoTrialLength,
		/// R4: a fixed price leaves nothing to offer.
		TieUnfit,
		/// R4: the currency is none.
		WrongCurrency,
		/// R5: longer than the binding statute allows; the days found.
		TrialTooLong(Found),
		/// R5: the term cannot be counted.
		TermNotCountable,
		/// A rule of the statutes has no value on the date that decides.
		StatuteMissing,
		/// R7: no pool entry of this number.
		NoSuchEntry,
		/// R7: the pool entry is not open any more.
		EntryNotOpen,
		/// R7: the request names another standard contract than the pool entry.
		OtherContract,
		/// R7: an owner needs no trial.
		UserIsOwner,
		/// R7: the user has a trial of this achievement that is not over.
		TrialOpen(Found),
		/// No trial has this number.
		NoSuchTrial,
		/// The state of the trial does not allow it; the state it is in.
		WrongState(TrialState),
		/// R8: not the unit that entered the achievement, nor, once it sold its share, an owner.
		NotUnit,
		/// Not the user of the trial.
		NotUser,
		/// R9: there are as many trials at once as the pool entry allows.
		TooManyTrials(Found),
		/// R11: the time to declare is over.
		TooLate,
		/// R11: an extension is asked for a trial that has not ended.
		TrialOver,
		/// R11: no extension is asked for.
		NoExtension,
		/// R12: the trial's user has not declared to convert; the state it is in.
		NotDeclared(TrialState),
		/// R12: the contract names another achievement or user than the trial.
		OtherTrial,
		/// R12: not the fixed price declared before the trial.
		NotFixedPrice,
		/// R12: above the cap declared before the trial.
		AboveCap,
		/// R12: the terms cannot be tested, because the contract does not show the price.
		PriceHidden,
		/// R13: another trial goes first by the tie rule; its number.
		OtherGoesFirst(Found),
		/// R13: several declared, and the holder has not chosen.
		NotChosenYet,
		/// R13: below what the user offered.
		BelowOffer,
		/// R13: this tie rule takes an offer with the declaration.
		OfferMissing,
		/// R13: the offer is above the cap, or not in its currency or in that of the offers before.
		WrongOffer,
		/// R13: the tie rule leaves the holder no choice.
		NothingToChoose,
		/// R14: who decides is a party, or a party's sponsor.
		AuthorityIsParty,
		/// R14: the document's number is not plain text.
		WrongText,
		/// R15: the trial has a policy already.
		AlreadyInsured,
		/// R15: the insurer is a party of the trial.
		InsurerIsParty,
		/// R15: the voucher bears more than the premium, or another currency.
		VoucherAbovePremium,
		/// R15: the voucher bears less of the premium than the binding statute says; the ppm found.
		VoucherBelow(Found),
		/// R16: no policy with a voucher.
		NoVoucher,
		/// R16: the voucher was redeemed already.
		AlreadyRedeemed,
		/// R16: this reference redeemed the voucher of another trial.
		ReferenceUsed(Found),
		/// R16: who attests is the user or the insurer.
		AttesterIsParty,
		/// R17: neither provider nor payer, or no party of the trial.
		NotParty,
		/// R17: provider and payer are the same.
		SameMember,
		/// R17: as many services as a trial can have.
		TooManyServices,
		/// R18: the broker is the user or an owner.
		BrokerIsParty,
		/// R18: a fee is at most the whole.
		FeeAboveWhole,
		/// R18: the broker's fee is below the binding floor; the ppm found.
		FeeBelow(Found),
		/// R19: transfers and licences are shown by entries.
		ShownByEntries,
		/// R19: a conversion does not lie in the future.
		InFuture,
		/// R21: neither the holder nor an owner.
		NotHolder,
		/// No member of this number.
		UnknownMember,
		/// Nothing is due.
		NothingDue,
		/// There are no numbers left.
		NumbersUsedUp,
		/// R16: a payment is named by the SHA-256 digest of its receipt.
		ReferenceNotSha256,
	}
}
