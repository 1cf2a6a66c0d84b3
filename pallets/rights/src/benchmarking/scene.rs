//! The scenes of the benchmarks: a title with everything that it can have.

use super::*;

pub(super) const ID: AchievementId = AchievementId(1);
/// Numbers of records that a title starts with, above those of its rights.
pub(super) const AGREED: u32 = 900;
pub(super) const PLEDGE: u32 = 901;
pub(super) const HOLD: u32 = 902;
pub(super) const RESERVATION: u32 = 903;
pub(super) const POOL: u32 = 904;
pub(super) const ENTRIES: u32 = 1_000;
/// Co-owners that nobody looks up: numbers far from those of members with keys.
pub(super) const FIRST_CO_OWNER: u32 = 1_000_000;

pub(super) struct Party<T: Config> {
	pub(super) account: T::AccountId,
	pub(super) member: MemberId,
}

impl<T: Config> Party<T> {
	pub(super) fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}
}

/// A title with `r` rights, and those who act in it.
pub(super) struct Scene<T: Config> {
	pub(super) owner: Party<T>,
	pub(super) other: Party<T>,
	pub(super) holder: Party<T>,
	pub(super) authority: Party<T>,
	pub(super) now: Moment,
	pub(super) later: Moment,
	pub(super) body: TitleBody,
}

pub(super) fn party<T: Config>(seed: u32) -> Party<T> {
	let (account, member) = T::Members::benchmark_member(seed);
	Party { account, member }
}

pub(super) fn provinces() -> Territories {
	let codes = [11..=15u8, 21..=23, 31..=37, 41..=46, 50..=54, 61..=65];
	let provinces = codes.into_iter().flatten().map(Territory::Province).collect::<Vec<_>>();
	Territories::Only(BoundedVec::truncate_from(provinces))
}

pub(super) fn scope() -> Scope {
	Scope { territories: provinces(), fields: FieldsOfUse::All, acts: Acts::ALL }
}

pub(super) fn sixty_four(first: MemberId) -> Shares {
	let others = (1..MAX_SHARE_LINES).map(|n| MemberId(FIRST_CO_OWNER + n));
	let lines = others.map(|member| ShareLine { member, ppm: 1_000 });
	let rest = WHOLE_PPM - 1_000 * (MAX_SHARE_LINES - 1);
	let lines = lines.chain([ShareLine { member: first, ppm: rest }]);
	Shares::new(lines, ShareBasis::Agreed).expect("they sum to the whole; qed")
}

pub(super) fn set_statutes<T: Config>(kind: AchievementKind) {
	for act in [
		ConsentAct::OrdinaryLicence,
		ConsentAct::ExclusiveLicence,
		ConsentAct::PoolEntry,
		ConsentAct::Transfer,
		ConsentAct::Pledge,
	] {
		// Who enters the pool or keeps rights for another is measured taking the step.
		let rule = match act {
			ConsentAct::PoolEntry | ConsentAct::ExclusiveLicence => ConsentRule::Any,
			_ => ConsentRule::All,
		};
		T::Statutes::benchmark_set(RuleId::Consent(kind, act), StatuteValue::Consent(rule));
	}
	let days = StatuteValue::Term(Term { number: 15, unit: TermUnit::Day });
	T::Statutes::benchmark_set(RuleId::PreEmptionPeriod(PreEmption::Completer), days);
	T::Statutes::benchmark_set(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false));
}

impl<T: Config> Scene<T> {
	pub(super) fn new(r: u32, kind: AchievementKind) -> Self {
		set_statutes::<T>(kind);
		let (owner, other, holder, authority) = (party(0), party(1), party(2), party(3));
		let owners = sixty_four(owner.member);
		let now = Pallet::<T>::present();
		let later = Moment(now.0 + 315_360_000_000);
		let mut scene =
			Self { body: body(kind, owners), owner, other, holder, authority, now, later };
		for sequence in 1..=r {
			let right = UseRight { sequence, terms: scene.terms() };
			scene.body.rights.try_push(right).expect("r is within the bound; qed");
		}
		scene
	}

	/// Writes the title as if its history had led there.
	pub(super) fn store(&self) {
		let title = Title::V1(self.body.clone());
		Heads::<T>::insert(ID, Head::new([0; 32], &title));
		for member in crate::rules::named_in(&self.body) {
			Holdings::<T>::insert(member, ID, ());
		}
		Pallet::<T>::schedule_title(ID, &self.body);
		Titles::<T>::insert(ID, title);
	}

	/// An ordinary licence to one holder, for provinces one by one.
	pub(super) fn terms(&self) -> UseGrant {
		UseGrant {
			grantor: self.owner.member,
			form: UseForm::Ordinary,
			basis: UseBasis::Licence,
			holders: Shares::single(self.holder.member),
			scope: scope(),
			period: Period { from: self.now, until: Some(self.later) },
			transferable: true,
			sublicensable: true,
			sublicences_survive: false,
			subject_to: BoundedVec::new(),
			replaces: None,
		}
	}

	pub(super) fn agree_transfer(&mut self) {
		let agreed = AgreedTransfer {
			sequence: AGREED,
			from: self.owner.member,
			to: self.other.member,
			ppm: 1_000,
			enforced: false,
		};
		self.body.agreed_transfers.try_push(agreed).expect("there is room; qed");
	}

	pub(super) fn pledge(&mut self) {
		let pledge = Pledge {
			sequence: PLEDGE,
			pledgor: self.owner.member,
			pledgee: self.other.member,
			target: HoldTarget::Share(self.owner.member),
			ppm: 1_000,
			secured: Commitment([0; 32]),
			until: None,
		};
		self.body.pledges.try_push(pledge).expect("there is room; qed");
	}

	pub(super) fn hold(&mut self) {
		let order = DecisionRef {
			authority: self.authority.member,
			document: label(),
			digest: Digest::Sha256([0; 32]),
		};
		let target = HoldTarget::Share(self.owner.member);
		let hold = Hold { sequence: HOLD, order, target, until: None };
		self.body.holds.try_push(hold).expect("there is room; qed");
	}

	pub(super) fn reserve(&mut self, until: Moment) {
		let reservation = Reservation {
			sequence: RESERVATION,
			beneficiary: self.other.member,
			scope: scope(),
			period: Period { from: Moment(0), until: Some(until) },
		};
		self.body.reservations.try_push(reservation).expect("there is room; qed");
	}

	pub(super) fn pool_terms(&self) -> PoolTerms {
		PoolTerms {
			by: self.owner.member,
			scope: scope(),
			period: Period { from: self.now, until: Some(self.later) },
			standard_contract: Digest::Sha256([0; 32]),
		}
	}

	/// Consents of every co-owner.
	pub(super) fn co_owners(&self) -> Vec<Consent> {
		let consent =
			|member| Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None };
		self.body.owners.members().map(consent).collect()
	}

	/// A request by the owner, as if it had been opened; its number.
	pub(super) fn request(
		&self,
		state: RequestState,
		act: Act,
		consents: Vec<Consent>,
	) -> RequestId {
		let request = Request {
			achievement: ID,
			state,
			actor: Actor { member: self.owner.member, mandate: None },
			cause: Cause::Declaration,
			legal_date: None,
			act,
			opened_at: self.now,
			consents: BoundedVec::truncate_from(consents),
			refused: BoundedVec::new(),
			silence: BoundedVec::new(),
		};
		self.put_request(request)
	}

	pub(super) fn put_request(&self, request: Request) -> RequestId {
		// Full lists: the request is the last of as many as there can be.
		let last = T::MaxRequests::get().saturating_sub(1);
		NextRequest::<T>::put(last + 1);
		let list = (0..=last).map(|id| (id, self.owner.member)).collect::<Vec<_>>();
		RequestsOf::<T>::insert(ID, BoundedVec::truncate_from(list));
		Pallet::<T>::save(last, &request);
		last
	}
}

pub(super) fn body(kind: AchievementKind, owners: Shares) -> TitleBody {
	TitleBody {
		achievement: ID,
		kind,
		entries: ENTRIES,
		last_time: Moment(0),
		ledger_status: LedgerStatus::Registered,
		official_status: OfficialStatus::Granted,
		protection_until: None,
		owners,
		pre_emption: BoundedVec::new(),
		agreement: None,
		agreed_transfers: BoundedVec::new(),
		rights: BoundedVec::new(),
		pledges: BoundedVec::new(),
		holds: BoundedVec::new(),
		reservations: BoundedVec::new(),
		pool: None,
	}
}

pub(super) fn label() -> Text<MAX_LABEL_BYTES> {
	Text(BoundedVec::truncate_from([b'x'; MAX_LABEL_BYTES as usize].to_vec()))
}

pub(super) fn decision() -> DecisionDocument {
	DecisionDocument { document: label(), digest: Digest::Sha256([0; 32]) }
}

pub(super) fn entries<T: Config>() -> u32 {
	Titles::<T>::get(ID).map_or(0, |title| title.body().entries)
}

pub(super) const PATENT: AchievementKind = AchievementKind::InventionPatent;

pub(super) fn accepts(member: MemberId) -> Consent {
	Consent { member, role: ConsentRole::Recipient, deemed: false, mandate: None }
}
