//! The scenes of the benchmarks: parties, titles and terms.

use super::*;
/// A party of terms; the scene's own is called `Party` too.
use crate::types::Party as Party_;

pub(super) const ID: ContractId = ContractId(0);
/// Use rights that each title has before the contract.
pub(super) const RIGHTS: u32 = 16;
/// The first achievement of a scene.
pub(super) const FIRST: u64 = 7_000;
/// Where everyone of a scene is.
pub(super) const DIVISION: u32 = 330_100;
pub(super) const PRICE: Amount = Amount::fen(1_000_000_000);

pub(super) struct Party<T: Config> {
	pub(super) account: T::AccountId,
	pub(super) member: MemberId,
}

impl<T: Config> Party<T> {
	pub(super) fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}
}

pub(super) fn party<T: Config>(seed: u32) -> Party<T> {
	let (account, member) = T::Members::benchmark_member(seed);
	T::Members::benchmark_place(member, MemberKind::University, DIVISION);
	Party { account, member }
}

/// Who attests, decides and registers: no party of any contract.
pub(super) fn authority<T: Config>() -> Party<T> {
	let authority = party::<T>(100);
	T::Members::benchmark_place(authority.member, MemberKind::Bureau, DIVISION);
	authority
}

pub(super) fn long_label() -> Label {
	let length = usize::try_from(MAX_LABEL_BYTES).expect("a small bound; qed");
	Text(alloc::vec![b'x'; length].try_into().expect("just the bound; qed"))
}

pub(super) fn digest(seed: u32) -> Digest {
	let mut bytes = [0xdd; 32];
	bytes[..4].copy_from_slice(&seed.to_le_bytes());
	Digest::Sha256(bytes)
}

pub(super) fn set_statutes<T: Config>() {
	for kind in [AchievementKind::InventionPatent, AchievementKind::Software] {
		for act in [ConsentAct::OrdinaryLicence, ConsentAct::Transfer] {
			let rule = StatuteValue::Consent(ConsentRule::All);
			T::Statutes::benchmark_set(RuleId::Consent(kind, act), rule);
		}
	}
	let term = StatuteValue::Term(Term::new(30, TermUnit::WorkingDay));
	for rule in [
		RuleId::PreEmptionPeriod(PreEmption::Completer),
		RuleId::ContractDecisionPeriod,
		RuleId::LargeContractDecisionPeriod,
	] {
		T::Statutes::benchmark_set(rule, term.clone());
	}
	T::Statutes::benchmark_set(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false));
	T::Statutes::benchmark_set(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(700_000));
	T::Statutes::benchmark_set(RuleId::LargeContractAmount, StatuteValue::Amount(Amount::fen(1)));
}

pub(super) fn scope() -> Scope {
	Scope {
		territories: Territories::AllExcept(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	}
}

pub(super) fn licence(grantor: MemberId, holder: MemberId) -> UseGrant {
	let now = Moment(0);
	UseGrant {
		grantor,
		form: UseForm::Ordinary,
		basis: UseBasis::Licence,
		holders: Shares::single(holder),
		scope: scope(),
		period: Period { from: now, until: None },
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

pub(super) fn step(member: MemberId, other: MemberId, act: Act) -> Step {
	let consent = |member, role| Consent { member, role, deemed: false, mandate: None };
	let recipient =
		matches!(act, Act::UseGranted(_)).then(|| consent(other, ConsentRole::Recipient));
	Step {
		actor: Actor { member, mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents: recipient.into_iter().collect(),
		act,
	}
}

/// Registers an achievement of one owner, with use rights in its title.
pub(super) fn register<T: Config>(
	achievement: AchievementId,
	kind: AchievementKind,
	owner: MemberId,
	holder: MemberId,
	completer: MemberId,
) {
	let pre_emption = (completer != owner)
		.then_some((completer, PreEmption::Completer))
		.into_iter()
		.collect::<Vec<_>>();
	let registration = FirstEntry {
		achievement,
		kind,
		owners: Shares::single(owner),
		status: OfficialStatus::Granted,
		protection_until: None,
		pre_emption: BoundedVec::truncate_from(pre_emption),
	};
	let act = Act::Registered(Box::new(registration));
	T::Titles::append(achievement, step(owner, holder, act)).expect("a new title; qed");
	for _ in 0..RIGHTS {
		let act = Act::UseGranted(Box::new(licence(owner, holder)));
		T::Titles::append(achievement, step(owner, holder, act)).expect("no conflict; qed");
	}
	let facts = AchievementFacts {
		holder: owner,
		kind,
		ledger_status: LedgerStatus::Registered,
		official_status: OfficialStatus::Granted,
		protection_until: None,
		funding: FundingKind::Fiscal,
		service: false,
		exclusion: None,
		completers: alloc::vec![completer],
		completed: None,
	};
	T::Achievements::benchmark_set(achievement, facts);
}

/// As many price events as terms can name, each of all achievements that an event can be about.
fn price_events<T: Config>(seller: MemberId, venue: MemberId) -> Vec<PriceEventId> {
	let most = MAX_LOTS * MAX_LOT_ACHIEVEMENTS;
	let event = PriceEvent { price: Price::Open, ..event(seller, venue, most) };
	let events: Vec<_> = (0..MAX_CONTRACT_PRICE_EVENTS).map(u64::from).collect();
	for id in &events {
		let judgement =
			PriceJudgement { appraisal: AppraisalGround::NotStateEstablished, notice: None };
		let at = Pallet::<T>::present();
		let record = PriceRecord { by: seller, at, event: event.clone(), judgement };
		PriceEvents::<T>::insert(id, record);
		NextPriceEvent::<T>::put(id + 1);
	}
	events
}

/// The parties of a scene, and the terms between them.
pub(super) struct Scene<T: Config> {
	pub(super) seller: Party<T>,
	pub(super) buyer: Party<T>,
	pub(super) others: Vec<Party<T>>,
	pub(super) terms: Terms,
}

impl<T: Config> Scene<T> {
	/// A licence of `e` patents between 64 parties.
	pub(super) fn licence(e: u32) -> Self {
		let effect = |achievement, seller, buyer| Effect::GrantUse {
			achievement,
			terms: Box::new(licence(seller, buyer)),
		};
		let mut scene =
			Self::new(ContractKind::Licence, AchievementKind::InventionPatent, e, effect);
		if e == 0 {
			scene.terms.kind = ContractKind::Service;
		}
		scene
	}

	pub(super) fn new(
		kind: ContractKind,
		achievements: AchievementKind,
		e: u32,
		effect: impl Fn(AchievementId, MemberId, MemberId) -> Effect,
	) -> Self {
		set_statutes::<T>();
		let (seller, buyer) = (party::<T>(0), party::<T>(1));
		let others: Vec<_> = (2..MAX_CONTRACT_PARTIES).map(party::<T>).collect();
		let of = |found: &Party<T>, role| Party_ { member: found.member, role };
		let mut parties = alloc::vec![of(&seller, PartyRole::Seller), of(&buyer, PartyRole::Buyer)];
		parties.extend(others.iter().map(|other| of(other, PartyRole::Consenter)));
		let mut effects = Vec::new();
		for number in 0..e {
			let achievement = AchievementId(FIRST + u64::from(number));
			let completer = others[0].member;
			register::<T>(achievement, achievements, seller.member, buyer.member, completer);
			effects.push(effect(achievement, seller.member, buyer.member));
		}
		let price_events = match e {
			0 => Vec::new(),
			_ => price_events::<T>(seller.member, others[1].member),
		};
		let lump = ConsiderationPart::LumpSum(PRICE);
		let terms = Terms {
			kind,
			number: long_label(),
			date: Pallet::<T>::present().date(),
			parties: parties.try_into().expect("at most 64 parties; qed"),
			instrument: digest(0),
			effects: effects.try_into().expect("e is within the bound; qed"),
			undoes: BoundedVec::new(),
			prices: PriceAllocation::Undivided,
			price_events: BoundedVec::truncate_from(price_events),
			consideration: ConsiderationTerms::Open(Consideration {
				currency: Currency::CNY,
				parts: alloc::vec![lump].try_into().expect("one part; qed"),
				total: Total::Fixed(PRICE),
			}),
			seal: None,
		};
		Self { seller, buyer, others, terms }
	}

	pub(super) fn draft(&self) {
		let terms = Box::new(self.terms.clone());
		Pallet::<T>::draft(self.seller.origin().into(), terms, None).expect("proper terms; qed");
	}

	/// Every party but the seller has signed.
	pub(super) fn almost_signed(&self) {
		self.draft();
		let hash = self.terms.hash();
		for party in self.others.iter().chain([&self.buyer]) {
			Pallet::<T>::sign(party.origin().into(), ID, 1, hash, None).expect("a party; qed");
		}
	}

	pub(super) fn signed(&self) {
		self.almost_signed();
		let hash = self.terms.hash();
		Pallet::<T>::sign(self.seller.origin().into(), ID, 1, hash, None).expect("lawful; qed");
		assert_eq!(state::<T>(), ContractState::Signed);
	}

	pub(super) fn payment(&self) -> PaymentAttested {
		PaymentAttested {
			kind: PaymentKind::Payment,
			reference: digest(1),
			part: 0,
			amount: PaidAmount::Open(PRICE),
			payer: self.buyer.member,
			payee: self.seller.member,
			date: Pallet::<T>::present(),
		}
	}

	/// Each party owned a like part of every achievement of the contract.
	pub(super) fn owned_by_all(&self) {
		let owners = Shares::equal(self.terms.members()).expect("at most 64 parties; qed");
		let achievements: Vec<_> = OwnersAtSigning::<T>::iter_key_prefix(ID).collect();
		for achievement in achievements {
			OwnersAtSigning::<T>::insert(ID, achievement, &owners);
		}
	}

	/// A split of as many lines as there can be.
	pub(super) fn split() -> Box<Split> {
		let people = Payee::Completers(People { root: [1; 32], count: 9 });
		let node = |payee| SplitNode { parent: None, weight: 1, target: SplitTarget::Payee(payee) };
		let nodes = core::iter::repeat_with(|| node(people.clone())).take(32);
		Box::new(Split(BoundedVec::truncate_from(nodes.collect())))
	}

	pub(super) fn deductions() -> BoundedVec<Deduction, quanqi_types::ConstU32<MAX_DEDUCTIONS>> {
		let deduction =
			|| Deduction { label: long_label(), quantity: Quantity::Money(Amount::fen(1)) };
		let all = core::iter::repeat_with(deduction).take(16);
		BoundedVec::truncate_from(all.collect())
	}
}

pub(super) fn state<T: Config>() -> ContractState {
	Contracts::<T>::get(ID).expect("the contract exists; qed").state
}

pub(super) fn statement() -> Statement {
	Statement {
		kind: ContractKind::Licence,
		amounts: StatedAmounts::Open { total: PRICE, technology: PRICE },
		number: long_label(),
		scheme: long_label(),
	}
}

pub(super) fn submit<T: Config>(scene: &Scene<T>) -> Party<T> {
	let bureau = authority::<T>();
	Pallet::<T>::submit(scene.seller.origin().into(), ID, bureau.member, None)
		.expect("the bureau's jurisdiction; qed");
	bureau
}

pub(super) fn event(holder: MemberId, venue: MemberId, a: u32) -> PriceEvent {
	let lots = (0..a.div_ceil(32)).map(|lot| {
		let first = u64::from(lot) * 32;
		let last = u64::from(a).min(first + 32);
		let bundle: Vec<_> = (first..last).map(|n| AchievementId(FIRST + n)).collect();
		let subject = match bundle.len() {
			1 => LotSubject::Achievement(bundle[0]),
			_ => LotSubject::Bundle(BoundedVec::truncate_from(bundle)),
		};
		Lot { subject, interest: LotInterest::Unstated }
	});
	let lots: Vec<_> = lots.collect();
	PriceEvent {
		mode: PriceMode::Auction,
		venue: Some(Venue { place: Named::Member(venue), rules: None }),
		holder: Named::Member(holder),
		buyer: None,
		related_party: false,
		lots: BoundedVec::truncate_from(lots),
		allocation: Allocation::Undivided,
		starting: None,
		reserve: None,
		valuation: None,
		appraisal: Some(AppraisalDecision { appraise: false, by: holder, digest: digest(5) }),
		price: Price::Amount(PRICE),
		outcome: PriceOutcome::Sold,
		date: EventDate::Unstated,
		digest: digest(6),
		notice: None,
	}
}
