//! The scenes of the benchmarks: a title, its pool entry and a trial in any state.

use super::*;

pub(super) const ID: AchievementId = AchievementId(77);
pub(super) const TRIAL: TrialId = TrialId(0);
/// No entry of the title: the one before those that the benchmarks make.
pub(super) const EARLIER_ENTRY: u32 = u32::MAX;
/// Rights in the title, beside the trial's own.
pub(super) const RIGHTS: u32 = 200;
/// Co-owners that nobody looks up: numbers far from those of members with keys.
pub(super) const FIRST_CO_OWNER: u32 = 1_000_000;
pub(super) const KIND: AchievementKind = AchievementKind::InventionPatent;

pub(super) struct Party<T: Config> {
	pub(super) account: T::AccountId,
	pub(super) member: MemberId,
}

impl<T: Config> Party<T> {
	pub(super) fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}

	pub(super) fn actor(&self) -> Actor {
		Actor { member: self.member, mandate: None }
	}
}

pub(super) fn party<T: Config>(seed: u32) -> Party<T> {
	let (account, member) = T::Members::benchmark_member(seed);
	Party { account, member }
}

pub(super) fn term(number: u32, unit: TermUnit) -> StatuteValue {
	StatuteValue::Term(Term { number, unit })
}

pub(super) fn set_statutes<T: Config>() {
	let set = |rule, value| T::Statutes::benchmark_set(rule, value);
	set(RuleId::TrialMaximum, term(24, TermUnit::Month));
	set(RuleId::TrialDeclarationPeriod, term(30, TermUnit::Day));
	// Everything is idle at once: a benchmark has no years to wait.
	set(RuleId::IdlePeriod, term(0, TermUnit::Day));
	set(RuleId::IdleClockStart, StatuteValue::Number(0));
	set(RuleId::VoucherShare, StatuteValue::Ppm(800_000));
	set(RuleId::FacilitationFee, StatuteValue::Ppm(50_000));
	for act in [ConsentAct::PoolEntry, ConsentAct::OrdinaryLicence] {
		set(RuleId::Consent(KIND, act), StatuteValue::Consent(ConsentRule::Any));
	}
}

pub(super) fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

pub(super) fn label() -> Text<MAX_LABEL_BYTES> {
	Text::new(&"x".repeat(MAX_LABEL_BYTES as usize)).unwrap()
}

pub(super) fn scope() -> Scope {
	Scope {
		territories: Territories::AllExcept(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	}
}

pub(super) fn consent(member: MemberId, role: ConsentRole) -> Consent {
	Consent { member, role, deemed: false, mandate: None }
}

pub(super) fn declared(actor: Actor, act: Act, consents: Vec<Consent>) -> Step {
	Step { actor, cause: Cause::Declaration, legal_date: None, consents, act }
}

pub(super) fn later<T: Config>() -> Moment {
	Moment(T::Titles::now().0 + 315_360_000_000)
}

pub(super) fn right<T: Config>(unit: MemberId, user: MemberId, basis: UseBasis) -> UseGrant {
	let from = T::Titles::now();
	UseGrant {
		grantor: unit,
		form: UseForm::Ordinary,
		basis,
		holders: Shares::single(user),
		scope: scope(),
		period: Period { from, until: Some(later::<T>()) },
		transferable: false,
		sublicensable: false,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

/// Those who act in a trial.
pub(super) struct Scene<T: Config> {
	pub(super) unit: Party<T>,
	pub(super) user: Party<T>,
	pub(super) other: Party<T>,
	pub(super) broker: Party<T>,
	pub(super) authority: Party<T>,
}

impl<T: Config> Scene<T> {
	/// A full title, paid by public money.
	pub(super) fn new() -> Self {
		set_statutes::<T>();
		let scene = Self {
			unit: party(0),
			user: party(1),
			other: party(2),
			broker: party(3),
			authority: party(4),
		};
		scene.register();
		scene
	}

	pub(super) fn register(&self) {
		let co_owners = (2..MAX_SHARE_LINES).map(|n| MemberId(FIRST_CO_OWNER + n));
		let small = co_owners.chain([self.other.member]);
		let small = small.map(|member| ShareLine { member, ppm: 1_000 });
		let ppm = WHOLE_PPM - 1_000 * (MAX_SHARE_LINES - 1);
		let lines = small.chain([ShareLine { member: self.unit.member, ppm }]);
		let owners = Shares::new(lines, ShareBasis::Agreed).expect("they sum to the whole; qed");
		let consents = owners.members().map(|m| consent(m, ConsentRole::CoOwner)).collect();
		let registration = Registration {
			achievement: ID,
			kind: KIND,
			owners,
			status: OfficialStatus::Granted,
			protection_until: None,
			pre_emption: BoundedVec::new(),
		};
		let act = Act::Registered(Box::new(registration));
		T::Titles::append(ID, declared(self.unit.actor(), act, consents)).unwrap();
		let facts = AchievementFacts {
			holder: self.unit.member,
			kind: KIND,
			ledger_status: LedgerStatus::Registered,
			official_status: OfficialStatus::Granted,
			protection_until: None,
			funding: FundingKind::Fiscal,
			service: true,
			exclusion: None,
			completers: Vec::new(),
			completed: Some(T::Titles::now()),
		};
		T::Achievements::benchmark_set(ID, facts);
		for _ in 0..RIGHTS {
			self.grant(UseBasis::Trial);
		}
	}

	/// One more right of the user; its number.
	pub(super) fn grant(&self, basis: UseBasis) -> u32 {
		let grant = right::<T>(self.unit.member, self.user.member, basis);
		let accepts = consent(self.user.member, ConsentRole::Recipient);
		let act = Act::UseGranted(Box::new(grant));
		let mut step = declared(self.unit.actor(), act, [accepts].into());
		step.cause = Cause::Trial(TrialId(0));
		T::Titles::append(ID, step).unwrap()
	}

	pub(super) fn terms(&self) -> EntryTerms {
		EntryTerms {
			reason: EntryReason::Idle,
			conversion: ConversionTerms::Cap(Amount::fen(1_000_000)),
			tie: TieRule::HolderChooses,
			trial_length: Term { number: 6, unit: TermUnit::Month },
			parallel_limit: MAX_PARALLEL_TRIALS,
			standard_contract: digest(3),
			operator: Some(self.broker.member),
			scope: scope(),
			period: Period { from: T::Titles::now(), until: Some(later::<T>()) },
		}
	}

	/// Puts the achievement into the pool, all places but one taken; the entry's number.
	pub(super) fn enter(&self) -> u32 {
		let terms = self.terms();
		let pool = PoolTerms {
			by: self.unit.member,
			scope: terms.scope.clone(),
			period: terms.period,
			standard_contract: terms.standard_contract,
		};
		let step = declared(self.unit.actor(), Act::PoolEntered(pool), Vec::new());
		let entry = T::Titles::append(ID, step).unwrap();
		put_entry::<T>(ID, entry, self.unit.member, terms);
		OpenEntries::<T>::insert(ID, entry);
		entry
	}

	/// A trial in this state, with a broker and, where it runs, its right.
	pub(super) fn trial(&self, state: TrialState) -> TrialId {
		let entry = self.enter();
		let has_run = !matches!(state, TrialState::Requested | TrialState::Accepted);
		let run = has_run.then(|| run::<T>(self.grant(UseBasis::Trial)));
		let fee = BrokersFee::Amount(Amount::fen(500_000));
		let broker = Some(Brokerage { broker: self.broker.member, fee });
		put_trial::<T>(ID, entry, self.user.member, broker, state, run)
	}

	/// An entry whose time is over and that no call has closed yet, with a request that lapses (R22).
	pub(super) fn run_out(&self) {
		put_entry::<T>(ID, EARLIER_ENTRY, self.unit.member, self.terms());
		OpenEntries::<T>::insert(ID, EARLIER_ENTRY);
		put_trial::<T>(ID, EARLIER_ENTRY, self.user.member, None, TrialState::Requested, None);
	}

	/// As many consents as there can be.
	pub(super) fn agreed(&self) {
		let one = |n| consent(MemberId(FIRST_CO_OWNER + n), ConsentRole::CoOwner);
		let most = (2..MAX_SHARE_LINES).map(one).collect();
		Agreed::<T>::insert(TRIAL, BoundedVec::truncate_from(most));
	}
}

pub(super) fn put_entry<T: Config>(
	achievement: AchievementId,
	entry: u32,
	by: MemberId,
	terms: EntryTerms,
) {
	let record = PoolEntry {
		by,
		terms,
		entered: T::Titles::now(),
		left: None,
		active: MAX_PARALLEL_TRIALS - 1,
		chosen: None,
		flags: BoundedVec::new(),
	};
	PoolEntries::<T>::insert(achievement, entry, EntryRecord::V1(record));
}

pub(super) fn run<T: Config>(right: u32) -> Run {
	let started = T::Titles::now();
	let (until, declare_by) = (later::<T>(), later::<T>());
	Run { right, started, until, declare_by, is_end_told: false }
}

/// Writes a trial as if calls had led there, with all contenders there can be.
pub(super) fn put_trial<T: Config>(
	achievement: AchievementId,
	entry: u32,
	user: MemberId,
	broker: Option<Brokerage>,
	state: TrialState,
	run: Option<Run>,
) -> TrialId {
	let id = crate::NextTrial::<T>::get();
	crate::NextTrial::<T>::put(TrialId(id.0 + 1));
	let now = T::Titles::now();
	let trial = Trial {
		achievement,
		entry,
		user,
		user_mandate: None,
		broker,
		state,
		requested: now,
		since: now,
		run,
		extension: None,
		due: run.map(|run| run.until),
		policy: None,
		services: 0,
		converted: None,
		flags: BoundedVec::new(),
	};
	TrialsOf::<T>::insert(achievement, id, ());
	TrialsBy::<T>::insert(user, id, ());
	OpenTrials::<T>::insert(achievement, user, id);
	if state == TrialState::Requested {
		Requests::<T>::insert((achievement, entry), id, ());
	}
	if let Some(run) = run {
		TrialOfRight::<T>::insert(achievement, run.right, id);
	}
	let contender = |trial| {
		let (offer, priority_until) = (Some(Amount::fen(1)), now);
		Contender { trial, offer, priority_until, was_chosen: false }
	};
	let others = (0..MAX_PARALLEL_TRIALS - 1).map(|n| contender(TrialId(1_000_000 + u64::from(n))));
	let own = (state == TrialState::ConvertDeclared).then(|| contender(id));
	let all = others.chain(own).collect::<Vec<_>>();
	Contenders::<T>::insert(achievement, entry, BoundedVec::truncate_from(all));
	Pallet::<T>::save(id, trial);
	id
}

/// A trial whose user has declared to convert, in a title that is there: for the benchmarks of other
/// areas. Any price will do.
pub(crate) fn declared_trial<T: Config>(achievement: AchievementId, user: MemberId) -> TrialId {
	set_statutes::<T>();
	let title = T::Titles::title(achievement).expect("the caller made a title; qed");
	let unit = title.owners.members().find(|owner| *owner != user).expect("it is owned; qed");
	let mut consents: Vec<_> =
		title.owners.members().map(|owner| consent(owner, ConsentRole::CoOwner)).collect();
	consents.push(consent(user, ConsentRole::Recipient));
	let grant = right::<T>(unit, user, UseBasis::Trial);
	let actor = Actor { member: unit, mandate: None };
	let mut step = declared(actor, Act::UseGranted(Box::new(grant)), consents);
	step.cause = Cause::Trial(TrialId(0));
	let right = T::Titles::append(achievement, step).expect("everyone agreed; qed");
	let terms = EntryTerms {
		reason: EntryReason::Voluntary,
		conversion: ConversionTerms::ToBeAgreed,
		tie: TieRule::FirstDeclared,
		trial_length: Term { number: 6, unit: TermUnit::Month },
		parallel_limit: MAX_PARALLEL_TRIALS,
		standard_contract: digest(3),
		operator: None,
		scope: scope(),
		period: Period { from: T::Titles::now(), until: Some(later::<T>()) },
	};
	put_entry::<T>(achievement, right, unit, terms);
	let run = Some(run::<T>(right));
	put_trial::<T>(achievement, right, user, None, TrialState::ConvertDeclared, run)
}

pub(super) fn state<T: Config>() -> TrialState {
	let TrialRecord::V1(trial) = Trials::<T>::get(TRIAL).unwrap();
	trial.state
}

pub(super) fn change<T: Config>(change: impl FnOnce(&mut Trial)) {
	let TrialRecord::V1(mut trial) = Trials::<T>::get(TRIAL).unwrap();
	change(&mut trial);
	Pallet::<T>::save(TRIAL, trial);
}
