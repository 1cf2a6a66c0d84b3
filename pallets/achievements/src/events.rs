//! What happened to records.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened to the register.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A record was entered; it waits for its co-owners, if it has any.
		Disclosed {
			/// The record.
			achievement: AchievementId,
			/// Its holder unit.
			holder: MemberId,
			/// The mandate used, if an agent acted.
			mandate: Option<MandateId>,
		},
		/// A co-owner confirmed a disclosure.
		Confirmed {
			/// The record.
			achievement: AchievementId,
			/// The co-owner.
			owner: MemberId,
			/// In whose name the call was made: the co-owner's, or its administrator's.
			by: MemberId,
		},
		/// Every owner confirmed: the record was registered and its title begun.
		Registered {
			/// The record.
			achievement: AchievementId,
			/// Its holder unit.
			holder: MemberId,
		},
		/// The holder withdrew a disclosure; the record was removed.
		DisclosureWithdrawn {
			/// The record.
			achievement: AchievementId,
			/// Its holder unit.
			holder: MemberId,
		},
		/// An item of a bulk registration was taken.
		BulkItemRegistered {
			/// Its place in the call, from 0.
			index: u32,
			/// The record it became.
			achievement: AchievementId,
		},
		/// An item of a bulk registration was refused; the others stand.
		BulkItemRefused {
			/// Its place in the call, from 0.
			index: u32,
			/// Why.
			error: DispatchError,
			/// The earlier record with the same identifier, if that was it.
			earlier: Option<AchievementId>,
		},
		/// An item of a bulk attestation was refused; the others stand.
		BulkAttestationRefused {
			/// Its place in the call, from 0.
			index: u32,
			/// The record.
			achievement: AchievementId,
			/// Why.
			error: DispatchError,
		},
		/// An office's act was attested.
		StatusAttested {
			/// The record.
			achievement: AchievementId,
			/// The status until now.
			old: OfficialStatus,
			/// The status from now on.
			new: OfficialStatus,
			/// The kind until now.
			old_kind: AchievementKind,
			/// The kind from now on: an application becomes a patent by its grant.
			new_kind: AchievementKind,
			/// First moment after protection, when known.
			protection_until: Option<Moment>,
			/// The day of the act.
			legal_date: Date,
			/// Who attested it.
			attested_by: MemberId,
		},
		/// A record was excluded from grants and pools, or its review day changed.
		ExclusionSet {
			/// The record.
			achievement: AchievementId,
			/// The exclusion until now.
			old: Option<Exclusion>,
			/// The exclusion from now on.
			new: Exclusion,
		},
		/// An exclusion was lifted.
		ExclusionLifted {
			/// The record.
			achievement: AchievementId,
			/// The exclusion until now.
			old: Exclusion,
			/// The authority that lifted it.
			by: MemberId,
		},
		/// A document was added.
		EvidenceAdded {
			/// The record.
			achievement: AchievementId,
			/// The document.
			evidence: Evidence,
			/// Who added it.
			by: MemberId,
		},
		/// An identifier was added.
		IdentifierAdded {
			/// The record.
			achievement: AchievementId,
			/// The identifier.
			identifier: Identifier,
			/// Who added it.
			by: MemberId,
		},
		/// A sealed title was published.
		TitlePublished {
			/// The record.
			achievement: AchievementId,
			/// The commitment until now.
			old: Commitment,
			/// The text.
			new: Text<MAX_TITLE_TEXT_BYTES>,
		},
		/// An owner declared to retire a record; others are missing.
		RetirementDeclared {
			/// The record.
			achievement: AchievementId,
			/// The owner.
			owner: MemberId,
		},
		/// An owner took its declaration back.
		RetirementTakenBack {
			/// The record.
			achievement: AchievementId,
			/// The owner.
			owner: MemberId,
		},
		/// The owners retired a record.
		Retired {
			/// The record.
			achievement: AchievementId,
		},
		/// A record was voided by decision; its identifiers are free.
		Voided {
			/// The record.
			achievement: AchievementId,
			/// The decision.
			decision: DecisionRef,
		},
		/// A record joined a family.
		FamilyLinked {
			/// The record.
			achievement: AchievementId,
			/// The record it was linked to.
			relative: AchievementId,
			/// Their family.
			family: FamilyId,
		},
		/// A record left its family.
		FamilyUnlinked {
			/// The record.
			achievement: AchievementId,
			/// The family it left.
			family: FamilyId,
		},
		/// Records were bundled.
		BundleCreated {
			/// The bundle.
			bundle: BundleId,
			/// Who made it.
			maker: MemberId,
			/// How many records it has.
			records: u32,
		},
		/// A bundle was dissolved.
		BundleDissolved {
			/// The bundle.
			bundle: BundleId,
			/// Who had made it.
			maker: MemberId,
		},
		/// Another holder unit took the place of the one before.
		HolderChanged {
			/// The record.
			achievement: AchievementId,
			/// The holder until now.
			old: MemberId,
			/// The holder from now on.
			new: MemberId,
			/// The decision behind it.
			decision: DecisionRef,
		},
	}
}
