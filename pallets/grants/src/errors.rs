//! Why the pallet refuses. Each error names the rule that it comes from.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// The rule that is broken. The refusals of the title (G6: T1 to T12) pass through as they are.
	#[pallet::error]
	#[derive(PartialEq, Eq)]
	pub enum Error<T> {
		/// No grant has this number.
		NoSuchGrant,
		/// The grant's status does not allow it.
		WrongStatus,
		/// The grant has other terms by now: this is not their version.
		VersionDiffers,
		/// Only the unit that grants may.
		NotUnit,
		/// G1: there is no such achievement, or it is not registered.
		G1NotRegistered,
		/// G1: it is no service achievement (职务科技成果).
		G1NotServiceAchievement,
		/// G1: a natural person grants nothing: the unit does.
		G1NotAUnit,
		/// G1: the unit owns less than the share, promised parts not counted. Per mille.
		G1ShareTooSmall(Numbers),
		/// G1: a grant of no share, or of more than the whole.
		G1WrongShare,
		/// G2: the achievement has an exclusion class.
		G2Excluded,
		/// G3: the legal basis is none of the governed list.
		G3UnknownLegalBasis,
		/// G4: a beneficiary is no completer of the achievement.
		G4NotCompleter,
		/// G4: the representative is none of the team, or there is none to hold for it.
		G4RepresentativeNotInTeam,
		/// G4: a title has no room for so many agreed transfers; let the representative hold.
		G4TeamTooLarge,
		/// G4: a beneficiary's part comes to nothing.
		G4PartTooSmall,
		/// G4: the member is none of the team.
		G4NotBeneficiary,
		/// G4: not the representative that the terms name.
		G4NotRepresentative,
		/// G4: the member has accepted already.
		G4AcceptedAlready,
		/// G4: somebody of the team has not accepted.
		G4AcceptanceMissing,
		/// G5: the committed terms come to less than the statute requires. Months.
		G5TooShort(Numbers),
		/// G5: a committed term is empty, or the end cannot be counted.
		G5WrongLength,
		/// G6: the title needs no such consent of this member now.
		G6NotAsked,
		/// G6: there is no room for more consents.
		G6TooManyConsents,
		/// G6: nobody may consent for this member: neither key, agent nor appointed administrator.
		G6NotForMember,
		/// G7: the agreement accepted is not the one of the terms.
		G7AgreementDiffers,
		/// G8: completers and contributors get less than the floor. Per mille.
		G8BelowFloor(Numbers),
		/// G8: the income split does not ascend, repeats a payee, or does not sum to the whole.
		G8WrongSplit,
		/// No statute of the day says what the rule requires.
		NotGoverned,
		/// A unit needs between 1 and 16 approvals.
		WrongNumberOfApprovals,
		/// This key has approved already.
		ApprovedAlready,
		/// The notice is not over.
		NoticeRuns,
		/// An amendment keeps to its achievement.
		AchievementDiffers,
		/// No share of the grant waits for the office.
		NothingToAttest,
		/// The authority is a party of the grant, or sponsors one.
		AuthorityIsParty,
		/// The member is no party of the grant, or none of whom something returns.
		NotParty,
		/// The member has declared the rescission already.
		DeclaredAlready,
		/// A party has not declared the rescission.
		DeclarationMissing,
		/// A text is empty, not UTF-8, or has a control character.
		InvalidText,
		/// There are no numbers left.
		NumbersExhausted,
	}
}
