//! Errors: each names its rule. A refusal of the law of titles comes as the error of the rights pallet.

use crate::rules::Fault;
use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	#[derive(PartialEq, Eq)]
	pub enum Error<T> {
		/// There is no contract of this number.
		UnknownContract,
		/// There is no achievement of this number.
		UnknownAchievement,
		/// There is no member of this number.
		UnknownMember,
		/// The contract has no effect of this number.
		UnknownEffect,
		/// C1: a contract has two or more parties.
		TooFewParties,
		/// C1: a member is a party once.
		PartyRepeated,
		/// C1: a contract has a seller, and somebody who takes.
		RoleMissing,
		/// C1: who acts is no party of the contract.
		NotParty,
		/// C2: a contract of this kind cannot have this effect.
		EffectUnfit,
		/// C2: a transfer moves a share or a use right, a licence grants a use right.
		EffectMissing,
		/// C2: who gives or receives by an effect is a party.
		EffectPartyMissing,
		/// C2: the effect says what cannot be.
		EffectMalformed,
		/// C2: a date is agreed only for software and know-how; the office's date decides otherwise.
		OfficeDateDecides,
		/// C2: the price is allocated to just the achievements, and sums exactly to the total.
		PriceUnallocated,
		/// C2: an amendment keeps kind, number, date and parties.
		AmendmentDiffers,
		/// C2: the contract has no room for another effect or version.
		TooManyEffects,
		/// A number, label or date is none.
		WrongText,
		/// The terms are larger than their bound.
		TermsTooLarge,
		/// The contract is in a state in which this cannot be done.
		WrongState,
		/// Another version waits for signatures.
		VersionPending,
		/// No version of this number waits for signatures.
		WrongVersion,
		/// C3: the terms are not those that the signer meant.
		TermsDiffer,
		/// C3: the party has signed already.
		AlreadySigned,
		/// C3: the signature is not by the key over this payload.
		WrongSignature,
		/// C3: the signature's time is over.
		SignatureExpired,
		/// C3: the key signs for another member.
		NotSigner,
		/// C4: the instrument's digest is SHA-256, so that one text has one digest.
		WrongInstrument,
		/// C4: the seller's number of this date is this contract's.
		KeyTaken(ContractInTheWay),
		/// C4: the instrument is this contract's.
		InstrumentTaken(ContractInTheWay),
		/// C5: the bureau's jurisdiction does not cover who submits.
		OutsideJurisdiction,
		/// C5: the seller submits; the buyer only where every seller is abroad.
		NotApplicant,
		/// C5: it is another bureau's.
		NotBureau,
		/// C5: the contract is registered, or before a bureau, already.
		AlreadySubmitted,
		/// C5: nothing is before the bureau.
		NothingSubmitted,
		/// C5: the decision is not on what was applied for.
		DecisionUnfit,
		/// C5: the contract is not registered.
		NotRegistered,
		/// C5: the technology amount is not above the total, in one currency.
		AmountsUnfit,
		/// C5: who decides is a party.
		BureauIsParty,
		/// C10: who decides is a party, or a party's sponsor.
		AuthorityIsParty,
		/// C10: a transfer that was agreed later stands in the way: the entry of this number.
		LaterTransferInTheWay([u8; 3]),
		/// C10: a decision terminates or rescinds; it does not find performed.
		EndingUnfit,
		/// C10: the party has agreed to this ending already.
		AlreadyAgreed,
		/// T8: only who has a pre-emption in an achievement of the contract claims it.
		NoPreEmption,
		/// T2: the transfer is not due, or does not wait for a date.
		NotDue,
		/// C11: a sealed contract shows no amount, and an open one hides none.
		SealMismatch,
		/// C12: only a party, or a member that may audit, register contracts, attest payments or operate
		/// the pool attests evidence.
		NotAttester,
		/// C12: the date is in the future.
		DateInFuture,
		/// C7: a price event is named once.
		PriceEventRepeated,
		/// C7: there is no price event of this number.
		UnknownPriceEvent,
		/// C7: the price event does not agree with itself; **check** says how.
		PriceEventMalformed,
		/// C7: the holder records a price event, or the exchange that ran it.
		NotPriceRecorder,
		/// C7: the reserve is set by the holder and its completers (S2 §1).
		ReserveUnfit,
		/// C7: agreement pricing with a related party names the version of the venue's rules (S2 §1).
		VenueRulesMissing,
		/// C7: without exemption the unit records whether it appraises, and appraises then.
		AppraisalMissing,
		/// C7: agreement pricing of a state-established holder needs a closed notice of name and price
		/// (Promotion Law art. 18).
		NoticeMissing,
		/// C7: a state-established holder disposes of a service achievement at a price found in a price
		/// event of its own, sold.
		PriceEventMissing,
		/// C7: the contract's price, buyer or right is another than the price event's. R12: an amendment
		/// changes the price at which a trial was converted.
		PriceDiffers,
		/// C8: the consideration is not proper.
		ConsiderationMalformed,
		/// C8: payments are attested by an exchange, a bank or a bureau that may attest them and is no party.
		NotPaymentAttester,
		/// C8: this payment was attested already.
		PaymentKnown,
		/// C8: the payment would exceed what is fixed, or what was paid.
		PaymentTooLarge,
		/// C8: the payment is not proper: its parties, its currency or its digest.
		PaymentMalformed,
		/// C9: there is no payment of this number, or it is no income to distribute.
		UnknownPayment,
		/// C9: the unit has distributed the payment, or its part of it, already.
		DistributedAlready,
		/// C9: only who received the payment distributes it, and then an owner its part of it.
		NotPayee,
		/// C9: the lines are not proper or do not sum exactly to the base.
		DistributionUnfit,
		/// C9: completers and contributors get less than the floor of the date: this many ppm are required.
		BelowFloor([u8; 3]),
		/// C9: a hold parks the distribution.
		HoldInTheWay,
		/// C9: the distribution is not parked.
		NotParked,
		/// A statute value that decides is missing.
		StatuteMissing,
		/// Numbers are used up.
		NumbersUsedUp,
		/// C7: a listing or an auction has a venue, which neither sells nor buys.
		VenueMissing,
		/// C7: what the price event found a price for was sold by this contract.
		PriceEventUsed(ContractInTheWay),
	}
}

impl<T> From<Fault> for crate::Error<T> {
	fn from(fault: Fault) -> Self {
		match fault {
			Fault::TooFewParties => Self::TooFewParties,
			Fault::PartyRepeated => Self::PartyRepeated,
			Fault::RoleMissing => Self::RoleMissing,
			Fault::EffectUnfit => Self::EffectUnfit,
			Fault::EffectMissing => Self::EffectMissing,
			Fault::EffectPartyMissing => Self::EffectPartyMissing,
			Fault::EffectMalformed => Self::EffectMalformed,
			Fault::PriceUnallocated => Self::PriceUnallocated,
			Fault::WrongInstrument => Self::WrongInstrument,
			Fault::WrongText => Self::WrongText,
			Fault::PriceEventRepeated => Self::PriceEventRepeated,
			Fault::SealMismatch => Self::SealMismatch,
			Fault::TermsTooLarge => Self::TermsTooLarge,
		}
	}
}
