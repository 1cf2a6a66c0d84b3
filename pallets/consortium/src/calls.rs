//! The calls: what comes in, and the function that does it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Admit an organisation.
		///
		/// Origin: the council. Emits [`Event::MemberAdmitted`] and [`Event::KeyBound`] for each key.
		/// Fails with [`Error::IdentityTaken`] when another member has the same credit code or
		/// register number, and with [`Error::PersonNeedsSponsor`] for a person.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::admit(count(application.keys.len())))]
		pub fn admit(
			origin: OriginFor<T>,
			application: Application<T::AccountId>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_admit(&application).map(|_| ())
		}

		/// Admit up to 200 organisations.
		///
		/// Origin: the council. Emits [`Event::MemberAdmitted`] or [`Event::BulkItemRefused`] for
		/// each, and [`Event::BulkFinished`].
		#[pallet::call_index(1)]
		#[pallet::weight(
			T::WeightInfo::admit_many(count(applications.len()), keys_of(applications))
		)]
		pub fn admit_many(
			origin: OriginFor<T>,
			applications: Applications<T::AccountId>,
			mode: BulkMode,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::in_bulk(&applications, mode, Self::do_admit)
		}

		/// Rename an organisation; it stays the same member.
		///
		/// Origin: the council. Emits [`Event::NameChanged`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::rename())]
		pub fn rename(
			origin: OriginFor<T>,
			member: MemberId,
			name: Text<MAX_NAME_BYTES>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_rename(member, name)
		}

		/// Change the place and the credit code of a member; it stays the same member.
		///
		/// Origin: the council. Emits [`Event::LocationChanged`] and [`Event::CreditCodeChanged`]
		/// for what changed.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::change_registration())]
		pub fn change_registration(
			origin: OriginFor<T>,
			member: MemberId,
			location: Location,
			credit_code: Option<CreditCode>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_change_registration(member, location, credit_code)
		}

		/// Change the kind of an organisation and whether the state established it.
		///
		/// Origin: the council. Emits [`Event::KindChanged`] and [`Event::StateEstablishedChanged`]
		/// for what changed.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::change_kind())]
		pub fn change_kind(
			origin: OriginFor<T>,
			member: MemberId,
			kind: MemberKind,
			state_established: bool,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_change_kind(member, kind, state_established)
		}

		/// Change what a member may do.
		///
		/// Origin: the council. Emits [`Event::CapabilitiesChanged`] and
		/// [`Event::JurisdictionChanged`] for what changed. Fails with [`Error::StillValidator`] when
		/// a validating member would lose the capability to validate.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::change_capabilities())]
		pub fn change_capabilities(
			origin: OriginFor<T>,
			member: MemberId,
			capabilities: Capabilities,
			jurisdiction: Option<u32>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_change_capabilities(member, capabilities, jurisdiction)
		}

		/// Suspend an active member: it signs nothing until it is reinstated.
		///
		/// Origin: the council. Emits [`Event::StatusChanged`]. Errors:
		/// [`Error::CouncilCouldNotDecide`] when the seats that can still vote would not reach the
		/// council's threshold.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_suspend(member)
		}

		/// Reinstate a suspended member; its administrator's appointment ends.
		///
		/// Origin: the council. Emits [`Event::StatusChanged`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::reinstate())]
		pub fn reinstate(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_reinstate(member)
		}

		/// Expel a member for good. It loses its seat, validator and nodes; its rights stay.
		///
		/// Origin: the council. Emits [`Event::StatusChanged`] and what follows from it. Fails with
		/// [`Error::LastSeat`] and [`Error::TooFewValidators`] where the consortium would be left
		/// without council or validators.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::expel())]
		pub fn expel(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_expel(member)
		}

		/// Give an organisation a seat in the council, or take its seat.
		///
		/// Origin: the council. Emits [`Event::SeatChanged`], and [`Event::SeatAccountOpened`] with
		/// the first seat.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::set_seat())]
		pub fn set_seat(origin: OriginFor<T>, member: MemberId, seated: bool) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_seat(member, seated)
		}

		/// Name the members whose nodes validate, from the session after the next.
		///
		/// Origin: the council. Emits [`Event::ValidatorsChanged`]. Each is active, may Validate and
		/// has registered session keys as its seat.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_validators(count(validators.len())))]
		pub fn set_validators(
			origin: OriginFor<T>,
			validators: BoundedVec<MemberId, T::MaxValidators>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_validators(validators)
		}

		/// Decide that a call be dispatched as root once the governed delay is over.
		///
		/// Origin: the council at the threshold for enactments. Emits
		/// [`Event::EnactmentScheduled`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::schedule_enactment())]
		pub fn schedule_enactment(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResult {
			let votes = T::EnactOrigin::ensure_origin(origin)?;
			Self::do_schedule_enactment(&call, &votes)
		}

		/// Cancel an enactment that waits.
		///
		/// Origin: the council. Emits [`Event::EnactmentCancelled`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::cancel_enactment())]
		pub fn cancel_enactment(origin: OriginFor<T>, enactment: u32) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_cancel_enactment(enactment)
		}

		/// Dispatch as root what the council decided, after its delay. The only way to root.
		///
		/// Origin: any key of an active member. Emits [`Event::Enacted`] with the result: a call that
		/// fails is not tried again. Fails with [`Error::EnactmentWeightTooLow`] when
		/// `call_weight_limit` is below the weight of the call.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::enact().saturating_add(*call_weight_limit))]
		pub fn enact(
			origin: OriginFor<T>,
			enactment: u32,
			call_weight_limit: Weight,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (member, _) = Self::active_key(&who)?;
			Self::do_enact(member, enactment, call_weight_limit)
		}

		/// Set what every member may use in one window.
		///
		/// Origin: the council. Emits [`Event::QuotaChanged`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_quota())]
		pub fn set_quota(origin: OriginFor<T>, quota: Quota) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_quota(quota)
		}

		/// Give a member one new full key in place of all it had: its first one, or instead of lost
		/// ones.
		///
		/// Origin: the council. Emits [`Event::KeyRevoked`] for each old key and
		/// [`Event::KeyBound`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::reset_keys())]
		pub fn reset_keys(
			origin: OriginFor<T>,
			member: MemberId,
			account: T::AccountId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_reset_keys(member, account)
		}

		/// Bring a person or an enterprise into the consortium and vouch for it.
		///
		/// Origin: a key with the permission Sponsor of a member that may Sponsor. Emits
		/// [`Event::MemberAdmitted`] and [`Event::KeyBound`] for each key. Fails with
		/// [`Error::SponsorQuotaExceeded`] when the sponsor has as many members as the statute allows.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::sponsor(count(application.keys.len())))]
		pub fn sponsor(
			origin: OriginFor<T>,
			application: Application<T::AccountId>,
		) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::do_sponsor(sponsor, &application).map(|_| ())
		}

		/// Sponsor up to 200 persons and enterprises.
		///
		/// Origin: as for [`Pallet::sponsor`]. Emits [`Event::MemberAdmitted`] or
		/// [`Event::BulkItemRefused`] for each, and [`Event::BulkFinished`].
		#[pallet::call_index(17)]
		#[pallet::weight(
			T::WeightInfo::sponsor_many(count(applications.len()), keys_of(applications))
		)]
		pub fn sponsor_many(
			origin: OriginFor<T>,
			applications: Applications<T::AccountId>,
			mode: BulkMode,
		) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::in_bulk(&applications, mode, |application| Self::do_sponsor(sponsor, application))
		}

		/// Give a member another sponsor.
		///
		/// Origin: the council. Emits [`Event::SponsorChanged`]. The new sponsor may Sponsor and has
		/// room in its quota.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::replace_sponsor())]
		pub fn replace_sponsor(
			origin: OriginFor<T>,
			member: MemberId,
			sponsor: MemberId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_replace_sponsor(member, sponsor)
		}

		/// Offer to hand a sponsored member over to another sponsor, or take the offer back.
		///
		/// Origin: a key with the permission Sponsor of the present sponsor. Emits
		/// [`Event::SponsorshipOffered`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::offer_sponsorship())]
		pub fn offer_sponsorship(
			origin: OriginFor<T>,
			member: MemberId,
			to: Option<MemberId>,
		) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::do_offer_sponsorship(sponsor, member, to)
		}

		/// Take over a member whose sponsorship was offered.
		///
		/// Origin: a key with the permission Sponsor of the member it was offered to. Emits
		/// [`Event::SponsorChanged`].
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::accept_sponsorship())]
		pub fn accept_sponsorship(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			let sponsor = Self::ensure_sponsor(origin)?;
			Self::do_accept_sponsorship(sponsor, member)
		}

		/// Bind a further key to the caller's member.
		///
		/// Origin: a full key. Emits [`Event::KeyBound`]. Fails with [`Error::KeyTaken`] or
		/// [`Error::KeyWasRevoked`] when the account was ever a key.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::add_key())]
		pub fn add_key(
			origin: OriginFor<T>,
			account: T::AccountId,
			permissions: Permissions,
		) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_add_key(member, account, permissions)
		}

		/// Revoke a key of the caller's member for good.
		///
		/// Origin: a full key. Emits [`Event::KeyRevoked`]. Fails with [`Error::LastFullKey`] for the
		/// last full key.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::revoke_key())]
		pub fn revoke_key(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_revoke_key(member, &account)
		}

		/// Change what a key of the caller's member may do.
		///
		/// Origin: a full key. Emits [`Event::KeyPermissionsChanged`]. Fails with
		/// [`Error::LastFullKey`] when no full key would be left.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::set_key_permissions())]
		pub fn set_key_permissions(
			origin: OriginFor<T>,
			account: T::AccountId,
			permissions: Permissions,
		) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_set_key_permissions(member, &account, permissions)
		}

		/// Dispatch a call as the seat of the caller's member.
		///
		/// Origin: a key with the permission Seat. Emits [`Event::ActedAsSeat`]. Fails with
		/// [`Error::CallNotForSeats`] for other calls than those of a seat.
		#[pallet::call_index(24)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(T::WeightInfo::act_as_seat().saturating_add(info.call_weight), info.class)
		})]
		pub fn act_as_seat(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_act_as_seat(who, *call)
		}

		/// Name the nodes of the caller's member.
		///
		/// Origin: a full key. Emits [`Event::NodeIdsChanged`]. Fails with [`Error::NodeTaken`] when a
		/// node is another member's.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::set_node_ids(count(node_ids.len())))]
		pub fn set_node_ids(
			origin: OriginFor<T>,
			node_ids: BoundedVec<NodeId, ConstU32<MAX_NODES>>,
		) -> DispatchResult {
			let member = Self::ensure_full_key(origin)?;
			Self::do_set_node_ids(member, node_ids)
		}

		/// Let `agent` act in the name of `principal`.
		///
		/// Origin: a full key of the principal; or, for a sponsored person, a key with the permission
		/// Sponsor of its sponsor. Emits [`Event::MandateGiven`].
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::give_mandate())]
		pub fn give_mandate(
			origin: OriginFor<T>,
			principal: MemberId,
			agent: MemberId,
			permissions: Permissions,
			until: Moment,
			document: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_give_mandate(&who, principal, agent, permissions, until, document)
		}

		/// End a mandate.
		///
		/// Origin: a full key of the principal or the agent, or a key with the permission Sponsor of
		/// the principal's sponsor if a sponsor gave it. Emits [`Event::MandateRevoked`].
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::revoke_mandate())]
		pub fn revoke_mandate(origin: OriginFor<T>, mandate: MandateId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_mandate(&who, mandate)
		}

		/// Appoint a member that gives the consents which fall to a suspended or expelled one.
		///
		/// Origin: the council, or a key with the permission Authority of a member that may
		/// Adjudicate and is no party. Emits [`Event::AdministratorAppointed`].
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::appoint_administrator())]
		pub fn appoint_administrator(
			origin: OriginFor<T>,
			member: MemberId,
			administrator: MemberId,
			decision: Document,
		) -> DispatchResult {
			let decider = Self::ensure_decider(origin, &[member, administrator])?;
			Self::do_appoint_administrator(decider, member, administrator, decision)
		}

		/// End the appointment of a member's administrator.
		///
		/// Origin: as for [`Pallet::appoint_administrator`]. Emits [`Event::AdministratorRemoved`].
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::remove_administrator())]
		pub fn remove_administrator(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			Self::ensure_decider(origin, &[member])?;
			Self::do_remove_administrator(member)
		}

		/// Record who takes over from a member by death, merger, division or dissolution.
		///
		/// Origin: the council, or a key with the permission Authority of a member that may
		/// Adjudicate and is no party. Emits [`Event::SuccessionRecorded`]. Moves no right.
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::record_succession())]
		pub fn record_succession(
			origin: OriginFor<T>,
			member: MemberId,
			successor: MemberId,
			cause: SuccessionCause,
			decision: Document,
		) -> DispatchResult {
			let decider = Self::ensure_decider(origin, &[member, successor])?;
			Self::do_record_succession(decider, member, successor, cause, decision)
		}
	}
}
