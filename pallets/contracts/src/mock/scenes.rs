//! Terms, price events and acts that tests begin from.

use super::*;

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

/// A third of the buyer's net profit: nobody knows what it comes to.
pub(crate) fn royalty() -> ConsiderationTerms {
	let rate = RoyaltyRate::Ppm(300_000);
	let part = ConsiderationPart::Royalty { rate, base: RoyaltyBase::NetProfit, cap: None };
	let parts = vec![part].try_into().unwrap();
	ConsiderationTerms::Open(Consideration { currency: Currency::CNY, parts, total: Total::Open })
}

/// An amount that is owed only if something happens.
pub(crate) fn capped(amount: Amount) -> ConsiderationTerms {
	let condition = label("approval");
	let part = ConsiderationPart::Contingent { condition, amount: Some(amount) };
	let (currency, parts) = (amount.currency, vec![part].try_into().unwrap());
	ConsiderationTerms::Open(Consideration { currency, parts, total: Total::Capped(amount) })
}

/// A price of one achievement alone.
pub(crate) fn allocated(achievement: AchievementId, price: Amount) -> PriceAllocation {
	PriceAllocation::Allocated(vec![AllocatedPrice { achievement, price }].try_into().unwrap())
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
