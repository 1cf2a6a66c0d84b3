//! Why the register refuses.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// The rule that is broken, with the record in the way where there is one.
	#[pallet::error]
	pub enum Error<T> {
		/// The identifier names an earlier record already: one identifier, one achievement. If that one
		/// is wrong, have it voided by decision.
		IdentifierTaken(RecordInTheWay),
		/// No record has this number.
		NoSuchAchievement,
		/// The record's ledger status does not allow it.
		WrongLedgerStatus,
		/// The record is not waiting for co-owners.
		NotDisclosed,
		/// The member is no co-owner whose confirmation is missing.
		NotAwaited,
		/// Neither the owner's own key, nor its agent, nor its appointed administrator.
		NotForOwner,
		/// The member is not the holder of the record.
		NotHolder,
		/// The member may not write about the record: the holder may while it is disclosed, its owners
		/// once it is registered.
		NotWriter,
		/// The member owns no share of it.
		NotOwner,
		/// The authority holds, owns or co-owns the record: nobody decides its own matter.
		AuthorityIsParty,
		/// No such member, or it was expelled.
		UnknownMember,
		/// A completer is no natural person of the consortium.
		CompleterNotPerson,
		/// The parts are no shares: a zero part, a repeated owner, or a sum other than 1 000 000 ppm.
		InvalidShares,
		/// The holder is not among the owners.
		HolderNotOwner,
		/// A text is empty, not UTF-8, or has a control character.
		InvalidText,
		/// The record names no register's number; a holder can give an internal one.
		NoIdentifier,
		/// An identifier fails its check digit, its form, or is not canonical.
		InvalidIdentifier,
		/// An identifier of a register that has no rights of this kind.
		WrongScheme,
		/// An internal number given by another member than the holder.
		IssuerNotHolder,
		/// A completer is named twice.
		RepeatedCompleter,
		/// A day that is no day, or has not come yet.
		DateInFuture,
		/// Rights of this kind cannot be declared in this status; what ended needs no registration.
		WrongStatusForKind,
		/// The status cannot follow the one attested last.
		WrongStatusOrder,
		/// The office's act is dated before the one attested last.
		AttestationOutOfOrder,
		/// The office's act is dated before the filing day.
		BeforeFiling,
		/// The record cannot become this kind, or an application is granted without saying as what.
		WrongKind,
		/// Completers, commissioner and co-developers are more than a title has room for.
		TooManyPreEmptions,
		/// The day of review has come already.
		ReviewNotAhead,
		/// The record is not excluded.
		NotExcluded,
		/// The document is there already.
		RepeatedEvidence,
		/// The record has no room for more evidence.
		TooMuchEvidence,
		/// The record has no room for another identifier.
		TooManyIdentifiers,
		/// The title can be read already.
		NotSealed,
		/// Text and salt do not open the commitment.
		WrongOpening,
		/// The owner has not declared to retire the record.
		NotDeclared,
		/// A record is no relative of itself.
		SameRecord,
		/// The record has a family already; unlink it first.
		InFamilyAlready,
		/// The record has no family.
		NotInFamily,
		/// A bundle has at least two records.
		BundleTooSmall,
		/// The records of a bundle ascend, each once.
		BundleNotAscending,
		/// The record is in another bundle.
		InBundleAlready(RecordInTheWay),
		/// No bundle has this number.
		NoSuchBundle,
		/// The member did not make the bundle.
		NotMaker,
		/// It is the holder already.
		SameHolder,
		/// There are no numbers left.
		NumbersExhausted,
		/// The protection term of the kind cannot be counted from its day.
		ProtectionNotCountable,
	}
}
