//! A ledger with a patent and a piece of software, and the members of a small consortium.

use crate::{self as pallet_contracts, income::*, *};
use frame_support::{
	derive_impl,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, Refusal, Registration as FirstEntry, TitleBody,
	UseBasis, UseGrant,
};
use quanqi_traits::{
	testing::{FakeAchievements, FakeMembers, FakeNotices, FakeStatutes, FakeTitles},
	AchievementFacts, Conversion, FundingKind, IdleClock, NewNotice, NoticeOutcome, NoticeSubject,
	Notices, OnEntry, Step, Titles, Trials,
};
use quanqi_types::{
	date::DAY_MS, AchievementId, AchievementKind, Acts, Amount, BoundedVec, Capability, ConsentAct,
	ConsentRule, ContractId, Currency, Date, Digest, FieldsOfUse, LedgerStatus, Location, MemberId,
	MemberKind, Moment, OfficialStatus, Period, Ppm, PreEmption, RuleId, Scope, ShareBasis,
	ShareLine, Shares, StatuteValue, Term, TermUnit, Territories, TrialId, UseForm, WHOLE_PPM,
};
use sp_runtime::{traits::Convert, BuildStorage, DispatchError, DispatchResult};
use std::{cell::RefCell, collections::BTreeMap};

pub(crate) const UNIVERSITY: u32 = 1;
pub(crate) const INSTITUTE: u32 = 2;
pub(crate) const ENTERPRISE: u32 = 3;
pub(crate) const BUYER: u32 = 4;
/// May attest payments.
pub(crate) const BANK: u32 = 5;
/// Registers contracts in Zhejiang.
pub(crate) const BUREAU: u32 = 6;
/// May adjudicate.
pub(crate) const COURT: u32 = 7;
/// Registers contracts in Jiangsu.
pub(crate) const OTHER_BUREAU: u32 = 8;
pub(crate) const COMPLETER: u32 = 9;
pub(crate) const AGENT: u32 = 10;
/// An exchange in Zhejiang.
pub(crate) const EXCHANGE: u32 = 11;
/// An enterprise abroad.
pub(crate) const FOREIGN: u32 = 12;
/// Has no number in the consortium.
pub(crate) const STRANGER: u32 = 99;

pub(crate) const PATENT: AchievementId = AchievementId(1);
pub(crate) const SOFTWARE: AchievementId = AchievementId(2);
/// Owned by the institute, which the state did not establish here.
pub(crate) const OTHER_PATENT: AchievementId = AchievementId(3);
pub(crate) const TRIAL: TrialId = TrialId(5);
pub(crate) const ID: ContractId = ContractId(0);

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		TechnologyContracts: pallet_contracts,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

/// The titles of the tests, which tell the pallet of every entry as the rights pallet does.
pub struct ToldTitles;

impl Titles for ToldTitles {
	fn title(achievement: AchievementId) -> Option<TitleBody> {
		FakeTitles::title(achievement)
	}

	fn check(achievement: AchievementId, step: &Step) -> Result<(), Refusal> {
		FakeTitles::check(achievement, step)
	}

	fn append(achievement: AchievementId, step: Step) -> Result<u32, DispatchError> {
		let sequence = FakeTitles::append(achievement, step)?;
		let history = FakeTitles::history(achievement);
		TechnologyContracts::entry_appended(achievement, &history[sequence as usize]);
		Ok(sequence)
	}

	fn now() -> Moment {
		FakeTitles::now()
	}
}

thread_local! {
	static KEYS: RefCell<BTreeMap<[u8; 32], u64>> = RefCell::default();
}

/// Accounts of ed25519 keys, as a test says; account 0 is nobody's.
pub struct KeyBook;

impl Convert<[u8; 32], u64> for KeyBook {
	fn convert(key: [u8; 32]) -> u64 {
		KEYS.with_borrow(|keys| keys.get(&key).copied().unwrap_or_default())
	}
}

/// An ed25519 key of a member.
pub(crate) fn offline_key(member: u32) -> sp_core::ed25519::Pair {
	use sp_core::Pair;
	let pair = sp_core::ed25519::Pair::from_seed(&[member as u8; 32]);
	KEYS.with_borrow_mut(|keys| keys.insert(pair.public().0, u64::from(member)));
	pair
}

/// One trial of the patent by the enterprise, whose fixed price is 100 yuan.
pub struct OneTrial;

pub(crate) const TRIAL_PRICE: Amount = Amount::fen(10_000);

impl Trials for OneTrial {
	fn check_conversion(conversion: &Conversion) -> DispatchResult {
		let is_known = conversion.trial == TRIAL && conversion.user == MemberId(ENTERPRISE);
		match is_known && conversion.price.is_none_or(|price| price == TRIAL_PRICE) {
			true => Ok(()),
			false => Err(DispatchError::Other("outside the declared terms")),
		}
	}

	fn converted(_: &Conversion, contract: ContractId) -> DispatchResult {
		frame_support::storage::unhashed::put(b"mock/converted", &contract);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_declared(_: AchievementId, _: MemberId) -> TrialId {
		TRIAL
	}
}

/// By which contract the trial was converted.
pub(crate) fn converted_by() -> Option<ContractId> {
	frame_support::storage::unhashed::get(b"mock/converted")
}

/// Conversions that the idle clock was told of.
pub struct Clock;

impl IdleClock for Clock {
	fn note_conversion(achievement: AchievementId, _: Moment) {
		let mut known = idle_conversions();
		known.push(achievement);
		frame_support::storage::unhashed::put(b"mock/idle", &known);
	}
}

pub(crate) fn idle_conversions() -> Vec<AchievementId> {
	frame_support::storage::unhashed::get_or_default(b"mock/idle")
}

impl pallet_contracts::Config for Test {
	type Members = FakeMembers;
	type Statutes = FakeStatutes;
	type Achievements = FakeAchievements;
	type Titles = ToldTitles;
	type Notices = FakeNotices;
	type Trials = OneTrial;
	type IdleClock = Clock;
	type KeyToAccount = KeyBook;
	type WeightInfo = ();
}

/// The first moment of every test: 2026-11-23, a Monday, 10 in the morning in China.
pub(crate) fn start() -> Moment {
	let day = Date::from_calendar(2026, 11, 23).unwrap();
	day.start().checked_add_ms(10 * 3_600_000).unwrap()
}

/// A moment some days from the start of a test.
pub(crate) fn in_days(days: u64) -> Moment {
	start().checked_add_ms(days * DAY_MS).unwrap()
}

/// Lets time pass, with no block in between.
pub(crate) fn advance_days(days: u64) {
	FakeTitles::set_now(FakeTitles::now().checked_add_ms(days * DAY_MS).unwrap());
	System::set_block_number(System::block_number() + 1);
}

/// A block's look at what is due.
pub(crate) fn poll() {
	let mut meter = WeightMeter::with_limit(Weight::MAX);
	TechnologyContracts::on_poll(System::block_number(), &mut meter);
}

/// How a ledger begins.
pub(crate) struct Ledger {
	owners: Shares,
	pre_emption: Vec<(MemberId, PreEmption)>,
}

impl Ledger {
	/// A patent and a piece of software that the university owns alone.
	pub(crate) fn new() -> Self {
		Self { owners: Shares::single(MemberId(UNIVERSITY)), pre_emption: Vec::new() }
	}

	pub(crate) fn owned_by(mut self, owners: &[(u32, Ppm)]) -> Self {
		self.owners = shares(owners);
		self
	}

	pub(crate) fn pre_empted_by(mut self, member: u32) -> Self {
		self.pre_emption.push((MemberId(member), PreEmption::Completer));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			FakeTitles::set_now(start());
			KEYS.with_borrow_mut(BTreeMap::clear);
			admit_everyone();
			set_statutes();
			FakeAchievements::clear();
			self.register(PATENT, AchievementKind::InventionPatent);
			self.register(SOFTWARE, AchievementKind::Software);
			let other = Self::new().owned_by(&[(INSTITUTE, WHOLE_PPM)]);
			other.register(OTHER_PATENT, AchievementKind::InventionPatent);
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks every invariant after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			TechnologyContracts::do_try_state().unwrap();
		});
	}

	fn register(&self, achievement: AchievementId, kind: AchievementKind) {
		let registration = FirstEntry {
			achievement,
			kind,
			owners: self.owners.clone(),
			status: OfficialStatus::Granted,
			protection_until: Some(in_days(3_650)),
			pre_emption: BoundedVec::try_from(self.pre_emption.clone()).unwrap(),
		};
		let actor = Actor { member: self.owners.lines()[0].member, mandate: None };
		let consent =
			|member| Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None };
		let step = Step {
			actor,
			cause: Cause::Declaration,
			legal_date: None,
			consents: self.owners.members().map(consent).collect(),
			act: Act::Registered(Box::new(registration)),
		};
		FakeTitles::append(achievement, step).unwrap();
		let facts = AchievementFacts {
			holder: actor.member,
			kind,
			ledger_status: LedgerStatus::Registered,
			official_status: OfficialStatus::Granted,
			protection_until: Some(in_days(3_650)),
			funding: FundingKind::Fiscal,
			service: true,
			exclusion: None,
			completers: vec![MemberId(COMPLETER)],
			completed: None,
		};
		FakeAchievements::set(achievement, facts);
	}
}

fn admit_everyone() {
	FakeMembers::clear();
	let kinds = [
		(UNIVERSITY, MemberKind::University, 330_106),
		(INSTITUTE, MemberKind::Institute, 320_100),
		(ENTERPRISE, MemberKind::Enterprise, 330_200),
		(BUYER, MemberKind::Enterprise, 330_500),
		(BANK, MemberKind::Financier, 330_100),
		(BUREAU, MemberKind::Bureau, 330_000),
		(COURT, MemberKind::Regulator, 330_000),
		(OTHER_BUREAU, MemberKind::Bureau, 320_000),
		(COMPLETER, MemberKind::Person, 330_106),
		(AGENT, MemberKind::Agency, 330_100),
		(EXCHANGE, MemberKind::Exchange, 330_100),
	];
	for (member, kind, place) in kinds {
		FakeMembers::admit(member, kind, member == UNIVERSITY);
		FakeMembers::set_location(member, Location::Division(place));
	}
	FakeMembers::admit(FOREIGN, MemberKind::Enterprise, false);
	let register = label("register 1");
	let country = "DE".parse().unwrap();
	FakeMembers::set_location(FOREIGN, Location::Foreign { country, register });
	FakeMembers::grant(BANK, Capability::AttestPayments);
	FakeMembers::grant(COURT, Capability::Adjudicate);
	for (bureau, division) in [(BUREAU, 330_000), (OTHER_BUREAU, 320_000)] {
		FakeMembers::grant(bureau, Capability::RegisterContracts);
		FakeMembers::set_jurisdiction(bureau, division);
	}
}

fn set_statutes() {
	FakeStatutes::clear();
	for kind in AchievementKind::ALL {
		for act in ConsentAct::ALL {
			let rule = match act {
				ConsentAct::OwnUse | ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry => {
					ConsentRule::Any
				}
				_ => ConsentRule::All,
			};
			let id = RuleId::Consent(*kind, *act);
			FakeStatutes::set(id, Moment(0), StatuteValue::Consent(rule));
		}
	}
	let term = |number, unit| StatuteValue::Term(Term { number, unit });
	let values = [
		(RuleId::PreEmptionPeriod(PreEmption::Completer), term(15, TermUnit::Day)),
		(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false)),
		(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(700_000)),
		(RuleId::IncomeFloorBase, StatuteValue::Number(0)),
		(RuleId::CountedReceipts, StatuteValue::Number(0)),
		(RuleId::ContractDecisionPeriod, term(15, TermUnit::Day)),
		(RuleId::LargeContractDecisionPeriod, term(30, TermUnit::Day)),
		(RuleId::LargeContractAmount, StatuteValue::Amount(Amount::fen(500_000_000))),
	];
	for (rule, value) in values {
		FakeStatutes::set(rule, Moment(0), value);
	}
}

pub(crate) fn member(member: u32) -> MemberId {
	MemberId(member)
}

/// A key of a member.
pub(crate) fn key(member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(u64::from(member))
}

pub(crate) fn label(words: &str) -> Label {
	Label::new(words).unwrap()
}

pub(crate) fn digest(seed: u8) -> Digest {
	Digest::Sha256([seed; 32])
}

pub(crate) fn shares(lines: &[(u32, Ppm)]) -> Shares {
	let lines =
		lines.iter().map(|(member, ppm)| ShareLine { member: MemberId(*member), ppm: *ppm });
	Shares::new(lines, ShareBasis::Agreed).unwrap()
}

pub(crate) fn everywhere() -> Scope {
	Scope {
		territories: Territories::AllExcept(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	}
}

/// A licence for a year, everywhere.
pub(crate) fn licence(grantor: u32, holder: u32, form: UseForm) -> UseGrant {
	UseGrant {
		grantor: MemberId(grantor),
		form,
		basis: UseBasis::Licence,
		holders: Shares::single(MemberId(holder)),
		scope: everywhere(),
		period: Period { from: start(), until: Some(in_days(365)) },
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

pub(crate) fn fixed(amount: Amount) -> ConsiderationTerms {
	let parts = vec![ConsiderationPart::LumpSum(amount)].try_into().unwrap();
	let currency = amount.currency;
	ConsiderationTerms::Open(Consideration { currency, parts, total: Total::Fixed(amount) })
}

/// The price of the contract of every test: 100 yuan.
pub(crate) const PRICE: Amount = Amount::fen(10_000);

/// Terms between a seller and a buyer for 100 yuan, without any effect yet.
pub(crate) fn terms(kind: ContractKind, seller: u32, buyer: u32) -> Terms {
	let party = |member, role| Party { member: MemberId(member), role };
	Terms {
		kind,
		number: label("ZD-2026-001"),
		date: start().date(),
		parties: vec![party(seller, PartyRole::Seller), party(buyer, PartyRole::Buyer)]
			.try_into()
			.unwrap(),
		instrument: digest(1),
		effects: BoundedVec::new(),
		undoes: BoundedVec::new(),
		prices: PriceAllocation::Undivided,
		price_events: BoundedVec::new(),
		consideration: fixed(PRICE),
		seal: None,
	}
}

pub(crate) fn with(mut terms: Terms, effects: Vec<Effect>) -> Terms {
	terms.effects = effects.try_into().unwrap();
	terms
}

pub(crate) fn add_party(mut terms: Terms, member: u32, role: PartyRole) -> Terms {
	terms.parties.try_push(Party { member: MemberId(member), role }).unwrap();
	terms
}

/// A transfer of a share, of patent and software on signing.
pub(crate) fn transfer(achievement: AchievementId, from: u32, to: u32, ppm: Ppm) -> Effect {
	Effect::TransferShare { achievement, from: MemberId(from), to: MemberId(to), ppm, on: None }
}

pub(crate) fn grant(achievement: AchievementId, form: UseForm, to: u32) -> Effect {
	let grantor = owner_of(achievement);
	Effect::GrantUse { achievement, terms: Box::new(licence(grantor, to, form)) }
}

fn owner_of(achievement: AchievementId) -> u32 {
	title(achievement).owners.lines()[0].member.0
}

/// The whole patent, from the institute to the enterprise: no law asks for a price event.
pub(crate) fn plain_transfer() -> Terms {
	let effects = vec![transfer(OTHER_PATENT, INSTITUTE, ENTERPRISE, WHOLE_PPM)];
	with(terms(ContractKind::Transfer, INSTITUTE, ENTERPRISE), effects)
}

/// An ordinary licence of the institute's patent to the enterprise.
pub(crate) fn plain_licence() -> Terms {
	let effects = vec![grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE)];
	with(terms(ContractKind::Licence, INSTITUTE, ENTERPRISE), effects)
}

/// A licence of the university's patent to the enterprise, at a price found at the exchange.
pub(crate) fn university_licence() -> Terms {
	let event = record_auction(vec![PATENT], Price::Amount(PRICE));
	let effects = vec![grant(PATENT, UseForm::Ordinary, ENTERPRISE)];
	let mut terms = with(terms(ContractKind::Licence, UNIVERSITY, ENTERPRISE), effects);
	terms.price_events = vec![event].try_into().unwrap();
	terms
}

/// An auction of achievements of the university at the exchange of its province.
pub(crate) fn auction(achievements: Vec<AchievementId>, price: Price) -> PriceEvent {
	let lots: Vec<_> = achievements
		.into_iter()
		.map(|achievement| Lot {
			subject: LotSubject::Achievement(achievement),
			interest: LotInterest::Unstated,
		})
		.collect();
	PriceEvent {
		mode: PriceMode::Auction,
		venue: Some(Venue { place: Named::Member(MemberId(EXCHANGE)), rules: None }),
		holder: Named::Member(MemberId(UNIVERSITY)),
		buyer: None,
		related_party: false,
		lots: lots.try_into().unwrap(),
		allocation: Allocation::Undivided,
		starting: None,
		reserve: None,
		valuation: None,
		appraisal: None,
		price,
		outcome: PriceOutcome::Sold,
		date: EventDate::Day(start().date()),
		digest: digest(200),
		notice: None,
	}
}

pub(crate) fn record_auction(achievements: Vec<AchievementId>, price: Price) -> PriceEventId {
	record(auction(achievements, price))
}

pub(crate) fn record(event: PriceEvent) -> PriceEventId {
	let id = NextPriceEvent::<Test>::get();
	TechnologyContracts::record_price_event(key(UNIVERSITY), Box::new(event), None).unwrap();
	id
}

/// A notice of a price, ended as said.
pub(crate) fn price_notice(outcome: Option<NoticeOutcome>) -> quanqi_types::NoticeId {
	let subject = NoticeSubject::Price { achievement: PATENT, terms: digest(200) };
	let notice = NewNotice {
		by: MemberId(UNIVERSITY),
		subject,
		parties: vec![MemberId(UNIVERSITY)],
		document: digest(200),
	};
	let notice = FakeNotices::open(notice).unwrap();
	if let Some(outcome) = outcome {
		FakeNotices::end(notice, outcome);
	}
	notice
}

/// Drafts terms by their first party; the contract's number.
pub(crate) fn draft(terms: &Terms) -> ContractId {
	let id = NextContract::<Test>::get();
	let by = terms.parties[0].member.0;
	TechnologyContracts::draft(key(by), Box::new(terms.clone()), None).unwrap();
	id
}

/// What a call with a refund of weight fails with.
pub(crate) type Outcome =
	Result<(), sp_runtime::DispatchErrorWithPostInfo<frame_support::dispatch::PostDispatchInfo>>;

/// Everyone who has not signed signs the version that waits.
pub(crate) fn sign_all(id: ContractId) -> Outcome {
	let version = Contracts::<Test>::get(id).unwrap().pending.unwrap().version;
	let terms = TermsOf::<Test>::get(id, version).unwrap();
	let signed = SignaturesOf::<Test>::get(id, version);
	for member in terms.members() {
		if signed.iter().all(|signature| signature.member != member) {
			TechnologyContracts::sign(key(member.0), id, version, terms.hash(), None)?;
		}
	}
	Ok(())
}

/// A contract that everyone signed.
pub(crate) fn signed(terms: &Terms) -> ContractId {
	let id = draft(terms);
	sign_all(id).unwrap();
	System::reset_events();
	id
}

/// Everyone agrees to an ending.
pub(crate) fn end_all(id: ContractId, ending: Ending) -> Outcome {
	let terms = TermsOf::<Test>::get(id, 1).unwrap();
	for member in terms.members() {
		TechnologyContracts::end(key(member.0), id, ending, digest(90), None)?;
	}
	Ok(())
}

pub(crate) fn contract(id: ContractId) -> Contract {
	Contracts::<Test>::get(id).unwrap()
}

pub(crate) fn effect(id: ContractId, number: u32) -> AppliedEffect {
	Effects::<Test>::get(id, number).unwrap()
}

pub(crate) fn title(achievement: AchievementId) -> TitleBody {
	FakeTitles::title(achievement).unwrap()
}

pub(crate) fn decision(number: &str) -> DecisionDocument {
	DecisionDocument { document: label(number), digest: digest(91) }
}

/// A payment to the seller, on the first part of the consideration.
pub(crate) fn payment(seed: u8, payer: u32, payee: u32, amount: Amount) -> PaymentAttested {
	PaymentAttested {
		kind: PaymentKind::Payment,
		reference: digest(seed),
		part: 0,
		amount: PaidAmount::Open(amount),
		payer: MemberId(payer),
		payee: MemberId(payee),
		date: FakeTitles::now(),
	}
}

/// The office's registration of an agreed transfer, as the rights pallet takes it.
pub(crate) fn office_registers(achievement: AchievementId, agreed: u32) {
	let found = title(achievement);
	let found = found.agreed_transfers.iter().find(|known| known.sequence == agreed).unwrap();
	let act = Act::ShareTransferred {
		agreed: Some(agreed),
		from: found.from,
		to: found.to,
		ppm: found.ppm,
	};
	let moment = FakeTitles::now();
	let attested_by = MemberId(COURT);
	let step = Step {
		actor: Actor { member: attested_by, mandate: None },
		cause: Cause::Office(label("CN-1")),
		legal_date: Some(quanqi_title::LegalDate { moment, attested_by }),
		consents: Vec::new(),
		act,
	};
	ToldTitles::append(achievement, step).unwrap();
}

/// A hold on the whole title; its entry's number.
pub(crate) fn hold(achievement: AchievementId, days: u64) -> u32 {
	let step = Step {
		actor: Actor { member: MemberId(COURT), mandate: None },
		cause: Cause::Decision(decision("H-1").of(MemberId(COURT))),
		legal_date: None,
		consents: Vec::new(),
		act: Act::Held {
			target: quanqi_title::HoldTarget::Whole,
			until: FakeTitles::now().checked_add_ms(days * DAY_MS),
			renews: None,
		},
	};
	ToldTitles::append(achievement, step).unwrap()
}

/// A currency other than yuan.
pub(crate) const EUR: Currency = Currency(*b"EUR");

/// Events of this pallet since the last look.
pub(crate) fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// A ledger with nothing on it, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn bare() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		FakeTitles::set_now(start());
		FakeMembers::clear();
		FakeStatutes::clear();
		FakeAchievements::clear();
	});
	ext
}
