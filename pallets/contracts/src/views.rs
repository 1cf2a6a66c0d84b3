//! Answers to the questions of the runtime API, as clients read them.

use crate::{
	impls::Agreed,
	income::{
		ConsiderationRefusal, Deduction, Distribution, DistributionRefusal, Payments, PriceEvent,
		PriceJudgement, Split,
	},
	runtime_api::MAX_PAGE,
	signing::SigningPayload,
	AppliedEffect, Config, Contract, ContractKey, Contracts, ContractsOf, Distributions, Effects,
	EndingAgreed, Endings, Error, Evidence, EvidenceOf, IncomeSource, Instruments, Keys, Label,
	PaidOn, Pallet, Payment, PaymentsOf, PriceEventId, PriceEvents, PriceRecord, Registration,
	Registrations, Signatures, SignaturesOf, Terms, TermsOf,
};
use alloc::{boxed::Box, format, string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::storage::{with_transaction, TransactionOutcome};
use quanqi_title::Refusal;
use quanqi_traits::Titles;
use quanqi_types::{
	bounds::MAX_DEDUCTIONS, AchievementId, BoundedVec, ConstU32, ContractId, Date, Digest, Hash256,
	MandateId, MemberId, Moment,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, SaturatedConversion};

/// One version of a contract.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct VersionView {
	/// Its number.
	pub version: u32,
	/// Its terms.
	pub terms: Terms,
	/// Their hash, which signatures bind.
	#[serde(with = "quanqi_types::digest::hex_hash")]
	pub terms_hash: Hash256,
	/// Who signed.
	pub signatures: Signatures,
	/// Parties that have not signed.
	pub missing: Vec<MemberId>,
}

/// A contract and all about it but its payments and evidence.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct ContractView {
	/// Its number.
	pub id: ContractId,
	/// Where it stands.
	pub contract: Contract,
	/// Every version, from the first; the last may wait for signatures.
	pub versions: Vec<VersionView>,
	/// What became of its effects, by number.
	pub effects: Vec<AppliedEffect>,
	/// An ending that some parties agreed to.
	pub ending: Option<EndingAgreed>,
	/// Its registration.
	pub registration: Option<Registration>,
	/// What was paid on each part of an open consideration.
	pub paid: Option<Payments>,
}

/// A payment with its number and whether it is distributed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct PaymentView {
	/// Its number.
	pub number: u32,
	/// The payment or refund.
	pub payment: Payment,
	/// Whether it is distributed.
	pub distributed: bool,
}

/// Something one would like to do.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum CheckQuestion {
	/// Would these terms bind, were every party to sign them now as a new contract?
	#[codec(index = 0)]
	Terms(Box<Terms>),
	/// Would the version that waits bind, were every party to sign it now?
	#[codec(index = 1)]
	Sign(ContractId),
	/// Could this price event be recorded?
	#[codec(index = 2)]
	PriceEvent(Box<PriceEvent>),
	/// Could this income be distributed so?
	#[codec(index = 3)]
	Distribute {
		/// Of which contract.
		contract: ContractId,
		/// The unit that distributes.
		unit: MemberId,
		/// What.
		source: IncomeSource,
		/// Costs.
		deductions: BoundedVec<Deduction, ConstU32<MAX_DEDUCTIONS>>,
		/// Among whom.
		split: Split,
		/// Whether co-owners are paid by themselves.
		co_owners_paid: bool,
	},
}

/// Why not.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Obstacle {
	/// The law of titles refuses a step in an achievement: the rule, the reason, the record in the way.
	#[codec(index = 0)]
	Title {
		/// In which achievement.
		achievement: AchievementId,
		/// The refusal.
		refusal: Refusal,
	},
	/// The consideration is refused (C8).
	#[codec(index = 1)]
	Consideration(ConsiderationRefusal),
	/// The distribution is refused (C9), with the number required and the number found.
	#[codec(index = 2)]
	Distribution(DistributionRefusal),
	/// Any other rule, by the name of its error.
	#[codec(index = 3)]
	Error(String),
}

/// The answer.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckAnswer {
	/// Yes.
	#[codec(index = 0)]
	Lawful,
	/// Yes, and so it would be judged.
	#[codec(index = 1)]
	Price(PriceJudgement),
	/// Yes, and so it would be divided.
	#[codec(index = 2)]
	Divided(Box<Distribution>),
	/// No.
	#[codec(index = 3)]
	Refused(Obstacle),
}

fn refused(error: DispatchError) -> CheckAnswer {
	let name = match error {
		DispatchError::Module(module) => match module.message {
			Some(message) => String::from(message),
			None => format!("module {} error {:?}", module.index, module.error),
		},
		other => format!("{other:?}"),
	};
	CheckAnswer::Refused(Obstacle::Error(name))
}

impl<T: Config> Pallet<T> {
	/// A contract as clients read it.
	pub fn contract_view(id: ContractId) -> Option<ContractView> {
		let contract = Contracts::<T>::get(id)?;
		let last = contract.pending.map_or(contract.version, |pending| pending.version);
		let versions = (1..=last).filter_map(|version| Self::version_view(id, version)).collect();
		let effects =
			(0..contract.effects).filter_map(|number| Effects::<T>::get(id, number)).collect();
		Some(ContractView {
			id,
			contract,
			versions,
			effects,
			ending: Endings::<T>::get(id),
			registration: Registrations::<T>::get(id),
			paid: PaidOn::<T>::get(id),
		})
	}

	fn version_view(id: ContractId, version: u32) -> Option<VersionView> {
		let terms = TermsOf::<T>::get(id, version)?;
		let signatures = SignaturesOf::<T>::get(id, version);
		let has_signed =
			|member: &MemberId| signatures.iter().any(|signed| signed.member == *member);
		let missing = terms.members().into_iter().filter(|member| !has_signed(member)).collect();
		Some(VersionView { version, terms_hash: terms.hash(), terms, signatures, missing })
	}

	/// Contracts of a party, by page.
	pub fn contracts_of(
		member: MemberId,
		after: Option<ContractId>,
		limit: u32,
	) -> Vec<ContractId> {
		let limit = limit.min(MAX_PAGE).saturated_into();
		match after {
			None => ContractsOf::<T>::iter_key_prefix(member).take(limit).collect(),
			Some(after) => {
				let from = ContractsOf::<T>::hashed_key_for(member, after);
				ContractsOf::<T>::iter_key_prefix_from(member, from).take(limit).collect()
			}
		}
	}

	/// The contract that took a key.
	pub fn contract_by_key(seller: MemberId, number: Label, date: Date) -> Option<ContractId> {
		Keys::<T>::get(ContractKey { seller, number, date })
	}

	/// The contract of an instrument.
	pub fn contract_by_instrument(instrument: Digest) -> Option<ContractId> {
		Instruments::<T>::get(instrument)
	}

	/// A price event.
	pub fn price_event(id: PriceEventId) -> Option<PriceRecord> {
		PriceEvents::<T>::get(id)
	}

	/// Payments and refunds, by page.
	pub fn payments(id: ContractId, from: u32, limit: u32) -> Vec<PaymentView> {
		let view = |number| {
			let payment = PaymentsOf::<T>::get(id, number)?;
			let key = (id, IncomeSource::Payment(number), payment.paid.payee);
			let distributed = Distributions::<T>::contains_key(key);
			Some(PaymentView { number, payment, distributed })
		};
		let until = from.saturating_add(limit.min(MAX_PAGE));
		(from..until).map_while(view).collect()
	}

	/// Evidence, by page.
	pub fn evidence(id: ContractId, from: u32, limit: u32) -> Vec<Evidence> {
		let until = from.saturating_add(limit.min(MAX_PAGE));
		(from..until).map_while(|number| EvidenceOf::<T>::get(id, number)).collect()
	}

	/// The distributions of a payment or equity: the payee's, then by unit those of other owners.
	pub fn distributions_of(
		id: ContractId,
		source: IncomeSource,
	) -> Vec<crate::DistributionRecord> {
		let payment = source.payment().and_then(|number| PaymentsOf::<T>::get(id, number));
		let payee = payment.map(|payment| payment.paid.payee);
		let mut all: Vec<_> = Distributions::<T>::iter_prefix_values((id, source)).collect();
		all.sort_by_key(|record| {
			let unit = record.distribution.unit;
			(Some(unit) != payee, unit)
		});
		all
	}

	/// What a party's key signs for the version that waits.
	pub fn payload_to_sign(
		id: ContractId,
		signer: MemberId,
		mandate: Option<MandateId>,
		valid_until: Moment,
	) -> Option<Vec<u8>> {
		let version = Contracts::<T>::get(id)?.pending?.version;
		let terms = TermsOf::<T>::get(id, version)?;
		let genesis = Self::genesis();
		SigningPayload::new(genesis, id, version, &terms, signer, mandate, valid_until)
			.map(|payload| payload.bytes())
	}

	/// **Check**: what a call would say, without writing.
	pub fn check(question: CheckQuestion) -> CheckAnswer {
		match question {
			CheckQuestion::Terms(terms) => Self::check_new(&terms),
			CheckQuestion::Sign(id) => Self::check_sign(id),
			CheckQuestion::PriceEvent(event) => {
				// Who records it is not asked: everything else is.
				match Self::judged(event.holder.member().unwrap_or_default(), *event) {
					Ok(record) => CheckAnswer::Price(record.judgement),
					Err(error) => refused(error),
				}
			}
			CheckQuestion::Distribute {
				contract,
				unit,
				source,
				deductions,
				split,
				co_owners_paid,
			} => {
				match Self::distribution(
					contract,
					unit,
					source,
					&deductions,
					&split,
					co_owners_paid,
				) {
					Ok(Ok(distribution)) => CheckAnswer::Divided(Box::new(distribution)),
					Ok(Err(refusal)) => CheckAnswer::Refused(Obstacle::Distribution(refusal)),
					Err(error) => refused(error),
				}
			}
		}
	}

	fn check_new(terms: &Terms) -> CheckAnswer {
		if let Some(Err(refusal)) = terms.consideration.open().map(|owed| owed.check()) {
			return CheckAnswer::Refused(Obstacle::Consideration(refusal));
		}
		let id = crate::NextContract::<T>::get();
		if let Err(error) = Self::check_terms(id, terms, None) {
			return refused(error);
		}
		let contract = Contract {
			state: crate::ContractState::Draft,
			version: 0,
			pending: None,
			signed_at: None,
			ended_at: None,
			effects: 0,
			payments: 0,
			evidence: 0,
		};
		Self::try_to_bind(id, contract, 1, terms, Self::present())
	}

	fn check_sign(id: ContractId) -> CheckAnswer {
		let Some(contract) = Contracts::<T>::get(id) else {
			return refused(Error::<T>::UnknownContract.into());
		};
		let Some(pending) = contract.pending else {
			return refused(Error::<T>::WrongVersion.into());
		};
		match TermsOf::<T>::get(id, pending.version) {
			Some(terms) => Self::try_to_bind(id, contract, pending.version, &terms, pending.at),
			None => refused(Error::<T>::WrongVersion.into()),
		}
	}

	/// Binds as if every party had signed, and takes it back.
	fn try_to_bind(
		id: ContractId,
		contract: Contract,
		version: u32,
		terms: &Terms,
		since: Moment,
	) -> CheckAnswer {
		let at = Self::present();
		let signed =
			|member| crate::Signature { member, mandate: None, at, means: crate::Means::Call };
		let signatures: Vec<_> = terms.members().into_iter().map(signed).collect();
		let signatures = Signatures::truncate_from(signatures);
		let agreed = Agreed::by(&signatures).with_silence_since(id, since);
		let answer = with_transaction(|| {
			// So that effects of a contract that does not exist yet can be looked up.
			TermsOf::<T>::insert(id, version, terms);
			let mut trace = None;
			let answer = match Self::bind(id, contract, version, terms, &agreed, &mut trace) {
				Ok(()) => CheckAnswer::Lawful,
				Err(error) => Self::obstacle(trace, error),
			};
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
		});
		answer.unwrap_or_else(refused)
	}

	/// The refusal of the law of titles in full, where it is one.
	fn obstacle(
		trace: Option<(AchievementId, quanqi_traits::Step)>,
		error: DispatchError,
	) -> CheckAnswer {
		match trace.map(|(achievement, step)| (achievement, T::Titles::check(achievement, &step))) {
			Some((achievement, Err(refusal))) => {
				CheckAnswer::Refused(Obstacle::Title { achievement, refusal })
			}
			_ => refused(error),
		}
	}
}
