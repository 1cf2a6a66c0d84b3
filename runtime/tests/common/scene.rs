//! A trial, its conversion by a contract, and what the contract brings in.

use super::{deals::*, records::*, *};
use frame_support::assert_ok;
use pallet_technology_contracts::{
	income::{Payee, People, Price, PriceMode, Quantity, Split, SplitNode, SplitTarget},
	Call as Contracts, ContractKind, ContractState, Decision, Distributions, Effect, EffectState,
	Error as ContractsError, IncomeSource, PaidAmount, PartyRole, PaymentAttested, PaymentKind,
	StatedAmounts, Statement, Terms,
};
use pallet_trials::{Call as Trials, ConversionTerms, TrialRecord, TrialState};
use quanqi_types::{AchievementId, Amount, BoundedVec, ContractId, TrialId, WHOLE_PPM};

/// A patent that is tried, its completer and who tries it.
pub(crate) struct Scene {
	pub(crate) achievement: AchievementId,
	pub(crate) completer: MemberId,
	pub(crate) user: MemberId,
	pub(crate) trial: TrialId,
}

pub(crate) fn start_trial(trial: TrialId) {
	assert_ok!(call(Key::Alice, Trials::approve { trial }));
	assert_ok!(call(Key::Alice, Trials::start { trial, mandate: None }));
}

/// A running trial by an enterprise, under these terms of conversion.
pub(crate) fn running_on(conversion: ConversionTerms) -> Scene {
	let completer = sponsor_person(Key::Ferdie);
	let user = sponsor_enterprise(Key::Eve);
	let achievement = completed_patent("A-1", completer);
	assert_ok!(enter_pool(achievement, entry_terms(conversion)));
	let trial = request_trial(Key::Eve, achievement);
	start_trial(trial);
	Scene { achievement, completer, user, trial }
}

pub(crate) fn running() -> Scene {
	running_on(ConversionTerms::Fixed(PRICE))
}

pub(crate) fn declare(key: Key, trial: TrialId) -> DispatchResult {
	call(key, Trials::declare_conversion { trial, offer: None, mandate: None })
}

pub(crate) fn declared() -> Scene {
	let scene = running();
	assert_ok!(declare(Key::Eve, scene.trial));
	scene
}

pub(crate) fn state_of(trial: TrialId) -> TrialState {
	let TrialRecord::V1(trial) = pallet_trials::Trials::<Runtime>::get(trial).unwrap();
	trial.state
}

/// The whole patent goes to who tried it, for 100 yuan.
pub(crate) fn conversion_terms(scene: &Scene) -> Terms {
	let Scene { achievement, completer, user, trial } = *scene;
	let effects = vec![
		Effect::TransferShare { achievement, from: ALICE, to: user, ppm: WHOLE_PPM, on: None },
		Effect::ConvertTrial { trial, achievement, user },
	];
	let terms = contract_terms(ContractKind::Transfer, user, 80, effects);
	let mut terms = with_party(terms, completer, PartyRole::Consenter);
	let event = price_event(PriceMode::TrialFirst, achievement, Price::Amount(PRICE));
	terms.price_events = vec![record_price(event)].try_into().unwrap();
	terms
}

pub(crate) const PARTIES: [Key; 3] = [Key::Alice, Key::Ferdie, Key::Eve];

/// A conversion that every party signed.
pub(crate) fn converted() -> (Scene, ContractId) {
	let scene = declared();
	let contract = signed_by(&PARTIES, conversion_terms(&scene));
	(scene, contract)
}

pub(crate) fn contract_state(contract: ContractId) -> ContractState {
	pallet_technology_contracts::Contracts::<Runtime>::get(contract).unwrap().state
}

pub(crate) fn effect_state(contract: ContractId, effect: u32) -> EffectState {
	pallet_technology_contracts::Effects::<Runtime>::get(contract, effect).unwrap().state
}

pub(crate) fn submit_to(bureau: MemberId, contract: ContractId) -> DispatchResult {
	call(Key::Alice, Contracts::submit { contract, bureau, mandate: None })
}

/// Charlie's university registers the contract.
pub(crate) fn register(contract: ContractId) {
	assert_ok!(submit_to(CHARLIE, contract));
	let statement = Statement {
		kind: ContractKind::Transfer,
		amounts: StatedAmounts::Open { total: PRICE, technology: PRICE },
		number: text("2026330000000001"),
		scheme: text("技术合同登记号"),
	};
	let decision = Box::new(Decision::Register(statement));
	assert_ok!(call(Key::Charlie, Contracts::decide { contract, decision, document: None }));
}

/// A bank that may attest payments.
pub(crate) fn bank() -> MemberId {
	let capabilities = [Capability::AttestPayments].into_iter().collect::<Capabilities>();
	admit_as(MemberKind::Financier, Key::One, capabilities)
}

pub(crate) fn pay(
	payer: MemberId,
	contract: ContractId,
	reference: u8,
	amount: Amount,
) -> DispatchResult {
	let payment = PaymentAttested {
		kind: PaymentKind::Payment,
		reference: digest(reference),
		part: 0,
		amount: PaidAmount::Open(amount),
		payer,
		payee: ALICE,
		date: now(),
	};
	call(Key::One, Contracts::attest_payment { contract, payment })
}

/// So much to the completers, so much to the unit.
pub(crate) fn distribute(contract: ContractId, people: u64, unit: u64) -> DispatchResult {
	let node =
		|weight, payee| SplitNode { parent: None, weight, target: SplitTarget::Payee(payee) };
	let completers = Payee::Completers(People { root: [1; 32], count: 1 });
	let nodes = vec![node(people, completers), node(unit, Payee::Unit { label: None })];
	let distribute = Contracts::distribute {
		contract,
		source: IncomeSource::Payment(0),
		deductions: BoundedVec::new(),
		split: Box::new(Split(nodes.try_into().unwrap())),
		co_owners_paid: false,
		mandate: None,
	};
	call(Key::Alice, distribute)
}

pub(crate) fn below_floor() -> ContractsError<Runtime> {
	let [a, b, c, _] = 700_000u32.to_le_bytes();
	ContractsError::BelowFloor([a, b, c])
}

/// The fen of each line of the first payment.
pub(crate) fn lines(contract: ContractId) -> Vec<u128> {
	let key = (contract, IncomeSource::Payment(0), ALICE);
	let record = Distributions::<Runtime>::get(key).unwrap();
	let amount = |quantity| match quantity {
		Quantity::Money(amount) => amount.minor,
		other => panic!("it is money: {other:?}"),
	};
	record.distribution.lines.iter().map(|line| amount(line.quantity)).collect()
}
