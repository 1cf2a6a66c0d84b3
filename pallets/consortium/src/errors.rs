//! Errors: each names the rule that a call broke.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// No member has this number.
		UnknownMember,
		/// The account is no key of a member.
		NotAMemberKey,
		/// The key was revoked and signs nothing any more.
		KeyRevoked,
		/// The member is suspended and signs nothing until it is reinstated.
		MemberSuspended,
		/// The member was expelled.
		MemberExpelled,
		/// The key may not do this for its member.
		PermissionMissing,
		/// The member may not do this.
		CapabilityMissing,
		/// Another member has this credit code, register number or commitment.
		IdentityTaken(MemberRef),
		/// A person is known by a commitment, never by a name.
		PersonNeedsCommitment,
		/// An organisation is known by its name.
		OrganisationNeedsName,
		/// The name is not UTF-8, is empty or has control characters.
		NameNotText,
		/// No division of GB/T 2260 or country of ISO 3166 has this code, or the register is no text.
		LocationUnknown,
		/// A person's place is a division: a register's number would name the person.
		PersonInRegister,
		/// A domestic organisation has a unified social credit code.
		CreditCodeMissing,
		/// Persons and foreign organisations have no unified social credit code.
		CreditCodeUnexpected,
		/// The state establishes organisations only.
		PersonStateEstablished,
		/// Who registers contracts has a jurisdiction.
		JurisdictionMissing,
		/// Who registers no contracts has no jurisdiction.
		JurisdictionUnexpected,
		/// No division of GB/T 2260 has this code.
		JurisdictionUnknown,
		/// A person runs no validator.
		PersonValidates,
		/// A person stays a person, an organisation an organisation.
		PersonKindFixed,
		/// A person's commitment stands for ever.
		CommitmentFixed,
		/// Nothing would change.
		Unchanged,
		/// The member's status does not allow this step.
		WrongStatus,
		/// The validating member would lose what a validator needs.
		StillValidator,
		/// The council admits this kind; only persons and enterprises are sponsored.
		KindNotSponsored,
		/// The council alone gives capabilities.
		CapabilitiesByCouncilOnly,
		/// The council admits no persons: an institution that knows them sponsors them.
		PersonNeedsSponsor,
		/// The sponsor already has as many members as the statute allows.
		SponsorQuotaExceeded,
		/// The member is not sponsored by the caller.
		NotTheSponsor,
		/// The sponsorship was not offered to the caller.
		SponsorshipNotOffered,
		/// A member does not sponsor itself.
		SelfSponsored,
		/// The account is already a key, of this member.
		KeyTaken(MemberRef),
		/// The account was a key, of this member: a revoked key is never bound again.
		KeyWasRevoked(MemberRef),
		/// The account is no live key of the caller's member.
		NotAKeyOfMember,
		/// A member has at most 16 keys.
		TooManyKeys,
		/// The first keys of a member include a full one.
		NoFullKey,
		/// The last full key of a member stays.
		LastFullKey,
		/// The same account twice.
		KeyRepeated,
		/// A key may do at least one thing.
		KeyWithoutPermission,
		/// The member has no seat account.
		NoSeatAccount,
		/// A seat does not do this.
		CallNotForSeats,
		/// The council has no more seats.
		TooManySeats,
		/// The last seat of the council stays.
		LastSeat,
		/// Persons have no seat.
		PersonSeated,
		/// The set of validators never falls below its floor.
		TooFewValidators,
		/// The same validator twice.
		ValidatorRepeated,
		/// The seat of the member has registered no session keys.
		SessionKeysMissing(MemberRef),
		/// The bytes are no peer id of libp2p.
		NotAPeerId,
		/// The same node twice.
		NodeRepeated,
		/// The node is another member's.
		NodeTaken(MemberRef),
		/// No mandate has this number.
		UnknownMandate,
		/// A member gives no mandate to itself.
		SelfMandate,
		/// A mandate covers at least one kind of act, and neither keys nor the seat.
		PermissionNotDelegable,
		/// A mandate ends later than now.
		MandateEndsInPast,
		/// Only the principal gives this mandate, or its sponsor if it is a person.
		NotPrincipalNorSponsor,
		/// Only the principal, its sponsor and the agent revoke a mandate.
		NotOfMandate,
		/// Another member is the agent of this mandate.
		NotTheAgent(MandateShort),
		/// The mandate was revoked.
		MandateRevoked(MandateShort),
		/// The mandate is over.
		MandateOver(MandateShort),
		/// The mandate does not cover this kind of act.
		NotCoveredByMandate(MandateShort),
		/// A former sponsor gave the mandate.
		MandateOfFormerSponsor(MandateShort),
		/// The agent is itself a party to the act (Civil Code art. 168).
		AgentIsParty(MandateShort),
		/// The sponsor that gave the mandate is itself a party to the act (Civil Code art. 168).
		SponsorIsParty(MandateShort),
		/// Who decides is no party.
		AdjudicatorIsParty,
		/// The number of the document is not UTF-8, is empty or has control characters.
		DocumentNumberNotText,
		/// An administrator is appointed for a suspended or expelled member only.
		MemberSignsItself,
		/// A member does not administer itself.
		SelfAdministration,
		/// The member has no administrator.
		NoAdministrator,
		/// A member does not succeed itself.
		SelfSuccession,
		/// This succession is recorded already.
		SuccessionRepeated,
		/// A member has at most 16 successors.
		TooManySuccessors,
		/// Death ends persons; merger, division and dissolution end organisations.
		CauseDoesNotFitKind,
		/// No statute says how long an enactment waits.
		EnactDelayNotGoverned,
		/// As many enactments wait as may wait at the same time.
		TooManyEnactments,
		/// The call is too long to wait for its enactment.
		EnactmentTooLong,
		/// No enactment waits under this number.
		UnknownEnactment,
		/// The delay of the enactment is not over.
		EnactmentNotDue,
		/// The present runtime does not know the call; the council cancels it.
		EnactmentUndecodable,
		/// The call needs more weight than the caller allows for.
		EnactmentWeightTooLow,
		/// A quota leaves room for one full block at least, or the council itself could not act.
		QuotaTooSmall,
		/// The numbers for this kind of record are used up.
		NumbersUsedUp,
		/// So many seats would be suspended that the council could pass no motion any more, not even
		/// one that reinstates them.
		CouncilCouldNotDecide,
	}

	impl<T> From<Fault> for Error<T> {
		fn from(fault: Fault) -> Self {
			match fault {
				Fault::PersonNeedsCommitment => Self::PersonNeedsCommitment,
				Fault::OrganisationNeedsName => Self::OrganisationNeedsName,
				Fault::NameNotText => Self::NameNotText,
				Fault::LocationUnknown => Self::LocationUnknown,
				Fault::PersonInRegister => Self::PersonInRegister,
				Fault::CreditCodeMissing => Self::CreditCodeMissing,
				Fault::CreditCodeUnexpected => Self::CreditCodeUnexpected,
				Fault::PersonStateEstablished => Self::PersonStateEstablished,
				Fault::JurisdictionMissing => Self::JurisdictionMissing,
				Fault::JurisdictionUnexpected => Self::JurisdictionUnexpected,
				Fault::JurisdictionUnknown => Self::JurisdictionUnknown,
				Fault::PersonValidates => Self::PersonValidates,
				Fault::NoFullKey => Self::NoFullKey,
				Fault::KeyRepeated => Self::KeyRepeated,
				Fault::KeyWithoutPermission => Self::KeyWithoutPermission,
			}
		}
	}
}
