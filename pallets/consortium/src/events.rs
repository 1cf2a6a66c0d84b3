//! Events: what happened to members, keys, seats, validators and enactments.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A member was admitted by the council, or by its sponsor.
		MemberAdmitted {
			/// The new member.
			member: MemberId,
			/// What it is.
			kind: MemberKind,
			/// Who sponsors it.
			sponsor: Option<MemberId>,
			/// What it may do.
			capabilities: Capabilities,
		},
		/// One item of a bulk call was refused; the others stand.
		BulkItemRefused {
			/// Its place in the call, from 0.
			index: u32,
			/// Why.
			error: DispatchError,
		},
		/// A bulk call is through.
		BulkFinished {
			/// Items that were taken.
			taken: u32,
			/// Items that were refused.
			refused: u32,
		},
		/// An organisation has another name.
		NameChanged {
			/// The member.
			member: MemberId,
			/// Its name before.
			old: Text<MAX_NAME_BYTES>,
			/// Its name now.
			new: Text<MAX_NAME_BYTES>,
		},
		/// An organisation has another credit code.
		CreditCodeChanged {
			/// The member.
			member: MemberId,
			/// Its code before.
			old: Option<CreditCode>,
			/// Its code now.
			new: Option<CreditCode>,
		},
		/// A member is at another place.
		LocationChanged {
			/// The member.
			member: MemberId,
			/// Its place before.
			old: Location,
			/// Its place now.
			new: Location,
		},
		/// A member is of another kind.
		KindChanged {
			/// The member.
			member: MemberId,
			/// Its kind before.
			old: MemberKind,
			/// Its kind now.
			new: MemberKind,
		},
		/// A member counts as established by the state, or no longer.
		StateEstablishedChanged {
			/// The member.
			member: MemberId,
			/// Before.
			old: bool,
			/// Now.
			new: bool,
		},
		/// A member may do other things.
		CapabilitiesChanged {
			/// The member.
			member: MemberId,
			/// What it could do.
			old: Capabilities,
			/// What it can do.
			new: Capabilities,
		},
		/// A member registers contracts of another division.
		JurisdictionChanged {
			/// The member.
			member: MemberId,
			/// The division before.
			old: Option<u32>,
			/// The division now.
			new: Option<u32>,
		},
		/// A member was suspended, reinstated or expelled.
		StatusChanged {
			/// The member.
			member: MemberId,
			/// Its status before.
			old: MemberStatus,
			/// Its status now.
			new: MemberStatus,
		},
		/// The sponsor of a member offers to hand over, or no longer.
		SponsorshipOffered {
			/// The sponsored member.
			member: MemberId,
			/// To whom it was offered before.
			old: Option<MemberId>,
			/// To whom it is offered now.
			new: Option<MemberId>,
		},
		/// A member has another sponsor.
		SponsorChanged {
			/// The sponsored member.
			member: MemberId,
			/// Its sponsor before.
			old: Option<MemberId>,
			/// Its sponsor now.
			new: MemberId,
		},
		/// An account was bound as a key of a member.
		KeyBound {
			/// The member.
			member: MemberId,
			/// The account.
			account: T::AccountId,
			/// What the key may do.
			permissions: Permissions,
		},
		/// A key was revoked for good.
		KeyRevoked {
			/// The member.
			member: MemberId,
			/// The account.
			account: T::AccountId,
			/// What the key could do.
			permissions: Permissions,
		},
		/// A key may do other things.
		KeyPermissionsChanged {
			/// The member.
			member: MemberId,
			/// The account.
			account: T::AccountId,
			/// What the key could do.
			old: Permissions,
			/// What it can do.
			new: Permissions,
		},
		/// The seat account of an institution was opened.
		SeatAccountOpened {
			/// The institution.
			member: MemberId,
			/// Its seat account.
			account: T::AccountId,
		},
		/// A member was given a seat in the council, or its seat was taken.
		SeatChanged {
			/// The member.
			member: MemberId,
			/// Whether it had a seat.
			old: bool,
			/// Whether it has one.
			new: bool,
		},
		/// A key acted as the seat of its member.
		ActedAsSeat {
			/// The member.
			member: MemberId,
			/// The account of the key.
			key: T::AccountId,
		},
		/// Other members validate, from the session after the next.
		ValidatorsChanged {
			/// Who validated.
			old: Vec<MemberId>,
			/// Who validates.
			new: Vec<MemberId>,
		},
		/// A member has other nodes.
		NodeIdsChanged {
			/// The member.
			member: MemberId,
			/// Its nodes before.
			old: Vec<NodeId>,
			/// Its nodes now.
			new: Vec<NodeId>,
		},
		/// A mandate was given.
		MandateGiven {
			/// The mandate.
			mandate: MandateId,
			/// What it says.
			terms: Mandate,
		},
		/// A mandate was revoked.
		MandateRevoked {
			/// The mandate.
			mandate: MandateId,
			/// Who revoked it.
			by: MemberId,
		},
		/// A member was appointed to give the consents that fall to another.
		AdministratorAppointed {
			/// For whom.
			member: MemberId,
			/// Who did it before.
			old: Option<MemberId>,
			/// Who does it now.
			new: MemberId,
			/// Who decided.
			decided_by: Decider,
		},
		/// An administrator's appointment ended.
		AdministratorRemoved {
			/// For whom it was.
			member: MemberId,
			/// Whose appointment it was.
			administrator: MemberId,
		},
		/// A member's successor was recorded. The rights move by entries in each history.
		SuccessionRecorded {
			/// Whose successor.
			member: MemberId,
			/// Who takes over.
			successor: MemberId,
			/// Why.
			cause: SuccessionCause,
			/// Who decided.
			decided_by: Decider,
		},
		/// The council decided that a call be dispatched as root.
		EnactmentScheduled {
			/// The enactment.
			enactment: u32,
			/// Hash of the encoded call.
			call_hash: T::Hash,
			/// From when on it can be enacted.
			due: Moment,
			/// Seats that voted for it.
			approvals: u32,
			/// Seats in the council.
			seats: u32,
		},
		/// A waiting enactment was cancelled.
		EnactmentCancelled {
			/// The enactment.
			enactment: u32,
		},
		/// A call was dispatched as root.
		Enacted {
			/// The enactment.
			enactment: u32,
			/// The member that brought it.
			by: MemberId,
			/// What came of it.
			result: DispatchResult,
		},
		/// Members may use more or less in one window.
		QuotaChanged {
			/// The quota before.
			old: Quota,
			/// The quota now.
			new: Quota,
		},
	}
}
