//! Grants, trials and contracts, as the tests need them.

use super::{records::*, *};
use pallet_achievements::types::Declaration;
use pallet_grants::types::{Content, Holding, IncomeLine, IncomePayee, Terms as GrantTerms};
use pallet_technology_contracts::{
	income::{
		Allocation, AppraisalDecision, Consideration, ConsiderationPart, EventDate, Lot,
		LotInterest, LotSubject, Named, Price, PriceEvent, PriceMode, PriceOutcome, Total, Venue,
	},
	ConsiderationTerms, ContractKind, Effect, Party, PartyRole, PriceAllocation, Terms,
};
use pallet_trials::{ConversionTerms, EntryReason, EntryTerms, TieRule};
use quanqi_types::{
	AchievementId, Amount, BoundedVec, ContractId, ExclusionClass, GrantId, NoticeId, Period, Ppm,
	Scope, Shares, Term, TermUnit, TrialId, WHOLE_PPM,
};

/// The price of every contract that says none of its own: 100 yuan.
pub(crate) const PRICE: Amount = Amount::fen(10_000);

/// A granted patent of Alice's university alone, by one completer.
pub(crate) fn completed_patent(number: &str, completer: MemberId) -> AchievementId {
	let completers = vec![completer].try_into().unwrap();
	let declaration = Declaration { completers, ..patent(ALICE, number) };
	submit(owned_by(declaration, &[(ALICE, WHOLE_PPM)]))
}

/// Dave's university finds an achievement to be one of defence.
pub(crate) fn exclude(achievement: AchievementId) {
	let (class, review_on) = (ExclusionClass::Defence, date(2027, 11, 21));
	let exclude = pallet_achievements::Call::set_exclusion { achievement, class, review_on };
	call(Key::Dave, exclude).unwrap();
}

/// A share for one completer, with 70 % of the income for completers.
pub(crate) fn grant_terms(achievement: AchievementId, completer: MemberId, ppm: Ppm) -> GrantTerms {
	let line = |payee, ppm| IncomeLine { payee, ppm };
	let income = [line(IncomePayee::Completers, 700_000), line(IncomePayee::Unit, 300_000)];
	GrantTerms {
		achievement,
		content: Content::Ownership { ppm, holding: Holding::Each },
		team: Shares::single(completer),
		representative: None,
		legal_basis: 1,
		agreement: digest(20),
		income: income.to_vec().try_into().unwrap(),
	}
}

pub(crate) fn last_grant() -> GrantId {
	GrantId(pallet_grants::NextId::<Runtime>::get() - 1)
}

pub(crate) fn last_notice() -> NoticeId {
	NoticeId(pallet_notices::NextId::<Runtime>::get() - 1)
}

/// Proposes a grant, has it approved and made public; its number.
pub(crate) fn noticed(terms: GrantTerms) -> GrantId {
	let terms = Box::new(terms);
	call(Key::Alice, pallet_grants::Call::propose { terms }).unwrap();
	let grant = last_grant();
	call(Key::Alice, pallet_grants::Call::approve { grant, version: 0 }).unwrap();
	call(Key::Alice, pallet_grants::Call::publish { grant, document: digest(21) }).unwrap();
	grant
}

/// The beneficiary accepts and the unit concludes.
pub(crate) fn accepted_and_agreed(grant: GrantId, beneficiary: Key) {
	let agreement = digest(20);
	let accept = pallet_grants::Call::accept { grant, version: 0, agreement, mandate: None };
	call(beneficiary, accept).unwrap();
	call(Key::Alice, pallet_grants::Call::agree { grant }).unwrap();
}

pub(crate) fn months(number: u32) -> Term {
	Term { number, unit: TermUnit::Month }
}

/// Trials of six months, for two years from today on.
pub(crate) fn entry_terms(conversion: ConversionTerms) -> EntryTerms {
	EntryTerms {
		reason: EntryReason::Voluntary,
		conversion,
		tie: TieRule::FirstDeclared,
		trial_length: months(6),
		parallel_limit: 2,
		standard_contract: digest(30),
		operator: None,
		scope: Scope::everything(),
		period: Period { from: now(), until: Some(in_days(730)) },
	}
}

pub(crate) fn enter_pool(achievement: AchievementId, terms: EntryTerms) -> DispatchResult {
	let (terms, ask, mandate) = (Box::new(terms), false, None);
	call(Key::Alice, pallet_trials::Call::enter_pool { achievement, terms, ask, mandate })
}

/// The number of the entry by which an achievement is in the pool.
pub(crate) fn pool_entry(achievement: AchievementId) -> u32 {
	pallet_trials::OpenEntries::<Runtime>::get(achievement).unwrap()
}

/// Asks for a trial; its number.
pub(crate) fn request_trial(key: Key, achievement: AchievementId) -> TrialId {
	let entry = pool_entry(achievement);
	let (standard_contract, broker, mandate) = (digest(30), None, None);
	let request =
		pallet_trials::Call::request { achievement, entry, standard_contract, broker, mandate };
	call(key, request).unwrap();
	TrialId(pallet_trials::NextTrial::<Runtime>::get().0 - 1)
}

pub(crate) fn fixed(amount: Amount) -> ConsiderationTerms {
	let parts = vec![ConsiderationPart::LumpSum(amount)].try_into().unwrap();
	let currency = amount.currency;
	ConsiderationTerms::Open(Consideration { currency, parts, total: Total::Fixed(amount) })
}

/// Terms between Alice's university and a buyer for 100 yuan; the seed makes number and instrument.
pub(crate) fn contract_terms(
	kind: ContractKind,
	buyer: MemberId,
	seed: u8,
	effects: Vec<Effect>,
) -> Terms {
	let party = |member, role| Party { member, role };
	Terms {
		kind,
		number: text(&format!("Z-{seed}")),
		date: now().date(),
		parties: vec![party(ALICE, PartyRole::Seller), party(buyer, PartyRole::Buyer)]
			.try_into()
			.unwrap(),
		instrument: digest(seed),
		effects: effects.try_into().unwrap(),
		undoes: BoundedVec::new(),
		prices: PriceAllocation::Undivided,
		price_events: BoundedVec::new(),
		consideration: fixed(PRICE),
		seal: None,
	}
}

pub(crate) fn with_party(mut terms: Terms, member: MemberId, role: PartyRole) -> Terms {
	terms.parties.try_push(Party { member, role }).unwrap();
	terms
}

/// A sale of today by Alice's university at Charlie's, which decided not to appraise.
pub(crate) fn price_event(mode: PriceMode, achievement: AchievementId, price: Price) -> PriceEvent {
	let lot =
		Lot { subject: LotSubject::Achievement(achievement), interest: LotInterest::Unstated };
	PriceEvent {
		mode,
		venue: Some(Venue { place: Named::Member(CHARLIE), rules: None }),
		holder: Named::Member(ALICE),
		buyer: None,
		related_party: false,
		lots: vec![lot].try_into().unwrap(),
		allocation: Allocation::Undivided,
		starting: None,
		reserve: None,
		valuation: None,
		appraisal: Some(AppraisalDecision { appraise: false, by: ALICE, digest: digest(40) }),
		price,
		outcome: PriceOutcome::Sold,
		date: EventDate::Day(now().date()),
		digest: digest(41),
		notice: None,
	}
}

/// Records a price event as Alice's university; its number.
pub(crate) fn record_price(event: PriceEvent) -> u64 {
	let number = pallet_technology_contracts::NextPriceEvent::<Runtime>::get();
	let event = Box::new(event);
	let record = pallet_technology_contracts::Call::record_price_event { event, mandate: None };
	call(Key::Alice, record).unwrap();
	number
}

/// Terms with an auction of an achievement for 100 yuan behind them.
pub(crate) fn auctioned(mut terms: Terms, achievement: AchievementId) -> Terms {
	let event = price_event(PriceMode::Auction, achievement, Price::Amount(PRICE));
	terms.price_events = vec![record_price(event)].try_into().unwrap();
	terms
}

pub(crate) fn draft(terms: Terms) -> ContractId {
	try_draft(terms).unwrap();
	ContractId(pallet_technology_contracts::NextContract::<Runtime>::get().0 - 1)
}

pub(crate) fn try_draft(terms: Terms) -> DispatchResult {
	let terms = Box::new(terms);
	call(Key::Alice, pallet_technology_contracts::Call::draft { terms, mandate: None })
}

/// Signs a contract's first version with one key.
pub(crate) fn sign(key: Key, contract: ContractId) -> DispatchResult {
	let terms = pallet_technology_contracts::TermsOf::<Runtime>::get(contract, 1).unwrap().hash();
	let (version, mandate) = (1, None);
	call(key, pallet_technology_contracts::Call::sign { contract, version, terms, mandate })
}

/// Drafts and signs with these keys; its number.
pub(crate) fn signed_by(keys: &[Key], terms: Terms) -> ContractId {
	let contract = draft(terms);
	for key in keys {
		sign(*key, contract).unwrap();
	}
	contract
}

/// An institution of any kind, admitted by motion.
pub(crate) fn admit_as(kind: MemberKind, key: Key, capabilities: Capabilities) -> MemberId {
	let application = Application { kind, ..institute(key, capabilities) };
	let member = MemberId(pallet_consortium::NextMemberId::<Runtime>::get());
	motion(pallet_consortium::Call::admit { application }).unwrap();
	member
}
