//! The calls of notices, grants, trials and contracts.

use super::{super::deals::*, *};
use pallet_grants::{types::Behalf, Call as Grants};
use pallet_notices::{types::Ruling, Call as Notices};
use pallet_technology_contracts::{
	income::{Price, PriceMode, Split},
	signing::OfflineSignature,
	ApplicationKind, Call as Contracts, ContractKind, Decision, DecisionDocument, Effect, Ending,
	EvidenceKind, IncomeSource, PaidAmount, PaymentAttested, PaymentKind, RevocationReason,
};
use pallet_trials::{
	Call as Trials, ConversionTerms, ConversionWay, DeclineReason, Service, ServiceKind,
};
use quanqi_types::{Amount, ContractId, GrantId, NoticeId, TrialId};

/// Registered, Alice's; her completer is granted a share of it.
const GRANTED: AchievementId = AchievementId(4);
/// Registered, Alice's; in the pool, and Dave asks for a trial.
const POOLED: AchievementId = AchievementId(5);
/// Registered, Alice's; Bob's exclusive licence stands in the way of its entry.
const LICENSED: AchievementId = AchievementId(6);
/// The grant, agreed.
const GRANT: GrantId = GrantId(1);
/// The notice of the grant.
const NOTICE: NoticeId = NoticeId(1);
/// Dave's trial.
const TRIAL: TrialId = TrialId(0);
/// Not signed by anyone.
const DRAFTED: ContractId = ContractId(0);
/// In force; it assigns what does not exist yet.
const SIGNED: ContractId = ContractId(1);

/// What a call needs that looks at its subject before it asks who signs.
pub(super) fn prepare_grant() {
	let completer = sponsor_person(Key::One);
	assert_eq!(completed_patent("A-4", completer), GRANTED);
	assert_eq!(own_patent("A-5"), POOLED);
	assert_eq!(own_patent("A-6"), LICENSED);
	assert_eq!(noticed(grant_terms(GRANTED, completer, 800_000)), GRANT);
	assert_eq!(last_notice(), NOTICE);
	advance_days(20);
	accepted_and_agreed(GRANT, Key::One);
}

/// A trial, a proposed pool entry, and contracts.
pub(super) fn prepare_deals() {
	enter_pool(POOLED, entry_terms(ConversionTerms::ToBeAgreed)).unwrap();
	assert_eq!(request_trial(Key::Dave, POOLED), TRIAL);
	grant_use(LICENSED, licence(UseForm::Exclusive, BOB)).unwrap();
	consent(Key::Bob, ConsentRole::Recipient).unwrap();
	let terms = Box::new(entry_terms(ConversionTerms::ToBeAgreed));
	let propose = Trials::enter_pool { achievement: LICENSED, terms, ask: true, mandate: None };
	call(Key::Alice, propose).unwrap();
	assert_eq!(draft(service_terms(50)), DRAFTED);
	let future = Effect::AssignFuture { label: text("新方法"), from: ALICE, to: BOB, ppm: 1 };
	let terms = contract_terms(ContractKind::Development, BOB, 51, vec![future]);
	assert_eq!(signed_by(&[Key::Alice, Key::Bob], terms), SIGNED);
}

fn service_terms(seed: u8) -> pallet_technology_contracts::Terms {
	contract_terms(ContractKind::Service, BOB, seed, Vec::new())
}

pub(super) fn every_call() -> impl Iterator<Item = (Who, RuntimeCall)> {
	fn into<C: Into<RuntimeCall>>((who, call): (Who, C)) -> (Who, RuntimeCall) {
		(who, call.into())
	}
	let notices = notices().into_iter().map(into);
	let grants = grants().into_iter().map(into);
	let trials = pool().into_iter().chain(trials()).map(into);
	let contracts = drafting().into_iter().chain(registering()).chain(performing()).map(into);
	notices.chain(grants).chain(trials).chain(contracts)
}

const DISPOSES: Who = Who::Key(Permission::Dispose);
const WRITES: Who = Who::Key(Permission::Register);
const DECIDES: Who = Who::Able(Permission::Authority, Capability::Adjudicate);
const ATTESTS_PAYMENTS: Who = Who::Able(Permission::Authority, Capability::AttestPayments);
const REGISTERS: Who = Who::Able(Permission::Authority, Capability::RegisterContracts);

fn notices() -> Vec<(Who, Notices<Runtime>)> {
	let (notice, mandate) = (NOTICE, None);
	let (achievement, terms, document) = (OWN, digest(60), digest(61));
	let parties = BoundedVec::new();
	let open = Notices::open_price_notice { achievement, terms, document, parties, mandate };
	let decide = Notices::decide {
		notice,
		objection: 0,
		ruling: Ruling::Dismissed,
		document: text("异 1"),
		digest: digest(62),
	};
	vec![
		(DISPOSES, open),
		(DISPOSES, Notices::object { notice, evidence: digest(63), mandate }),
		(DECIDES, decide),
		(DISPOSES, Notices::withdraw { notice, mandate }),
		(Who::Anyone, Notices::close { notice }),
	]
}

fn grants() -> Vec<(Who, Grants<Runtime>)> {
	let (grant, version, mandate) = (GRANT, 0, None);
	let terms = || Box::new(grant_terms(GRANTED, BOB, 1));
	// Any other unit is told that the grant is not its own, before its capability is looked at.
	let approves = Who::Key(Permission::Approve);
	let attests = Who::Able(Permission::Authority, Capability::AttestRegister);
	let (role, behalf) = (ConsentRole::CoOwner, Behalf::Own);
	let (office_number, office_date) = (text("国知发 4"), start());
	let document = digest(64);
	vec![
		(Who::Key(Permission::Full), Grants::set_approvals { number: 2 }),
		(DISPOSES, Grants::propose { terms: terms() }),
		(DISPOSES, Grants::amend { grant, terms: terms() }),
		(approves, Grants::approve { grant, version }),
		(approves, Grants::refuse { grant, document }),
		(DISPOSES, Grants::withdraw { grant }),
		(DISPOSES, Grants::publish { grant, document }),
		(DISPOSES, Grants::accept { grant, version, agreement: digest(20), mandate }),
		(DISPOSES, Grants::consent { grant, version, role, behalf }),
		(DISPOSES, Grants::agree { grant }),
		(attests, Grants::attest { grant, office_number, office_date }),
		(DISPOSES, Grants::declare_rescission { grant, document, mandate }),
		(DISPOSES, Grants::rescind { grant }),
		(
			DECIDES,
			Grants::rescind_by_decision { grant, document: text("判 6"), digest: digest(65) },
		),
	]
}

fn pool() -> Vec<(Who, Trials<Runtime>)> {
	let (achievement, mandate) = (POOLED, None);
	let terms = Box::new(entry_terms(ConversionTerms::ToBeAgreed));
	let reason = DeclineReason::NotRipe;
	let (way, at) = (ConversionWay::OwnUse, start());
	vec![
		(DISPOSES, Trials::enter_pool { achievement: OWN, terms, ask: false, mandate }),
		(
			DISPOSES,
			Trials::agree_to_entry {
				achievement: LICENSED,
				proposer: ALICE,
				number: 0,
				role: ConsentRole::BlockingHolder,
				mandate,
			},
		),
		(DISPOSES, Trials::withdraw_proposal { achievement: LICENSED, mandate }),
		(DISPOSES, Trials::leave_pool { achievement, mandate }),
		(WRITES, Trials::decline_pool { achievement, reason, document: digest(66), mandate }),
		(WRITES, Trials::note_conversion { achievement, way, at, evidence: digest(67), mandate }),
		(
			DISPOSES,
			Trials::request {
				achievement,
				entry: 1,
				standard_contract: digest(30),
				broker: None,
				mandate,
			},
		),
	]
}

fn trials() -> Vec<(Who, Trials<Runtime>)> {
	let (trial, mandate) = (TRIAL, None);
	let approves = Who::Key(Permission::Approve);
	let insures = Who::Able(Permission::Dispose, Capability::Insure);
	let service = Service {
		kind: ServiceKind::Support,
		provider: ALICE,
		payer: DAVE,
		amount: PRICE,
		document: digest(68),
	};
	let insure = Trials::insure {
		trial,
		number: text("保 1"),
		document: digest(69),
		premium: PRICE,
		voucher: Amount::fen(8_000),
	};
	let terminate = Trials::terminate { trial, document: text("裁 3"), digest: digest(70) };
	let role = ConsentRole::CoOwner;
	vec![
		(DISPOSES, Trials::withdraw { trial, mandate }),
		(approves, Trials::refuse { trial, reasons: None }),
		(approves, Trials::approve { trial }),
		(DISPOSES, Trials::agree { trial, role, mandate }),
		(DISPOSES, Trials::start { trial, mandate }),
		(DISPOSES, Trials::ask_extension { trial, more: months(1), mandate }),
		(DISPOSES, Trials::extend { trial, mandate }),
		(DISPOSES, Trials::declare_conversion { trial, offer: None, mandate }),
		(DISPOSES, Trials::choose { trial, mandate }),
		(DISPOSES, Trials::declare_stop { trial, mandate }),
		(DISPOSES, Trials::close { trial, mandate }),
		(DECIDES, terminate),
		(insures, insure),
		(ATTESTS_PAYMENTS, Trials::redeem_voucher { trial, reference: digest(71) }),
		(DISPOSES, Trials::record_service { trial, service, mandate }),
		(Who::Anyone, Trials::settle { trial }),
	]
}

fn drafting() -> Vec<(Who, Contracts<Runtime>)> {
	let (contract, version, mandate) = (DRAFTED, 1, None);
	let terms = service_terms(50).hash();
	let signature = OfflineSignature {
		signer: BOB,
		mandate,
		key: [1; 32],
		valid_until: in_days(60),
		signature: [0; 64],
	};
	let ending = Ending::Terminated;
	let decision = DecisionDocument { document: text("判 7"), digest: digest(72) };
	let deliver =
		Contracts::deliver_future { contract: SIGNED, effect: 0, achievement: OWN, mandate };
	let amended = Box::new(service_terms(51));
	vec![
		(DISPOSES, Contracts::draft { terms: Box::new(service_terms(52)), mandate }),
		(DISPOSES, Contracts::amend { contract: SIGNED, terms: amended, mandate }),
		(DISPOSES, Contracts::withdraw { contract, mandate }),
		(DISPOSES, Contracts::sign { contract, version, terms, mandate }),
		(Who::Anyone, Contracts::bring_signature { contract, version, signature }),
		(DISPOSES, Contracts::claim_pre_emption { contract, mandate }),
		(DISPOSES, Contracts::end { contract: SIGNED, ending, document: digest(73), mandate }),
		(DECIDES, Contracts::end_by_decision { contract: SIGNED, ending, decision }),
		(DISPOSES, deliver),
		(Who::Anyone, Contracts::complete_transfer { contract: SIGNED, effect: 0 }),
	]
}

fn registering() -> Vec<(Who, Contracts<Runtime>)> {
	let (contract, mandate) = (SIGNED, None);
	let kind = ApplicationKind::Cancel;
	let decision = Box::new(Decision::Return(text("材料不全")));
	let reason = RevocationReason::Fictitious;
	vec![
		(DISPOSES, Contracts::submit { contract, bureau: CHARLIE, mandate }),
		(DISPOSES, Contracts::apply { contract, kind, mandate }),
		(REGISTERS, Contracts::hold_disputed { contract, reason: digest(74) }),
		(REGISTERS, Contracts::decide { contract, decision, document: None }),
		(REGISTERS, Contracts::revoke { contract, reason, document: digest(75) }),
	]
}

fn performing() -> Vec<(Who, Contracts<Runtime>)> {
	let (contract, mandate) = (SIGNED, None);
	let payment = PaymentAttested {
		kind: PaymentKind::Payment,
		reference: digest(76),
		part: 0,
		amount: PaidAmount::Open(PRICE),
		payer: BOB,
		payee: ALICE,
		date: start(),
	};
	let source = IncomeSource::Payment(0);
	let evidence = Contracts::add_evidence {
		contract,
		kind: EvidenceKind::Performance,
		label: text("验收"),
		digest: digest(77),
		date: start(),
	};
	let event = Box::new(price_event(PriceMode::Auction, OWN, Price::Amount(PRICE)));
	let distribute = Contracts::distribute {
		contract,
		source,
		deductions: BoundedVec::new(),
		split: Box::new(Split(BoundedVec::new())),
		co_owners_paid: false,
		mandate,
	};
	vec![
		(Who::OneOfTwo, evidence),
		(Who::OneOfTwo, Contracts::record_price_event { event, mandate }),
		(ATTESTS_PAYMENTS, Contracts::attest_payment { contract, payment }),
		(DISPOSES, distribute),
		(Who::Anyone, Contracts::release { contract, source, unit: ALICE }),
	]
}
