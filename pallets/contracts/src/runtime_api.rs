//! Questions anyone can ask of a block (domain §11).

use crate::{
	views::{CheckAnswer, CheckQuestion, ContractView, PaymentView},
	DistributionRecord, Evidence, IncomeSource, Label, PriceEventId, PriceRecord,
};
use alloc::vec::Vec;
use quanqi_types::{ContractId, Date, Digest, MandateId, MemberId, Moment};

/// Most records in one answer.
pub const MAX_PAGE: u32 = 256;

sp_api::decl_runtime_apis! {
	/// Contracts, price events, payments and distributions, and whether something would be lawful.
	pub trait ContractsApi {
		/// A contract with its terms, signatures, effects and registration.
		fn contract(contract: ContractId) -> Option<ContractView>;

		/// Contracts that a member is a party of, at most `limit` and [`MAX_PAGE`]; the next page
		/// begins after the last of this one. In no particular order.
		fn contracts_of(
			member: MemberId,
			after: Option<ContractId>,
			limit: u32,
		) -> Vec<ContractId>;

		/// The contract that took this key (C4).
		fn contract_by_key(seller: MemberId, number: Label, date: Date) -> Option<ContractId>;

		/// The contract that this instrument is of (C4).
		fn contract_by_instrument(instrument: Digest) -> Option<ContractId>;

		/// A price event.
		fn price_event(price_event: PriceEventId) -> Option<PriceRecord>;

		/// Payments and refunds from number `from` on, at most `limit` and [`MAX_PAGE`].
		fn payments(contract: ContractId, from: u32, limit: u32) -> Vec<PaymentView>;

		/// Evidence from number `from` on, at most `limit` and [`MAX_PAGE`].
		fn evidence(contract: ContractId, from: u32, limit: u32) -> Vec<Evidence>;

		/// How a payment or equity is distributed: by the payee first, then by the other owners who have
		/// divided their parts of it. Empty where nobody has yet.
		fn distributions(contract: ContractId, source: IncomeSource) -> Vec<DistributionRecord>;

		/// The bytes that a party's ed25519 key signs for the version that waits (C3).
		fn payload_to_sign(
			contract: ContractId,
			signer: MemberId,
			mandate: Option<MandateId>,
			valid_until: Moment,
		) -> Option<Vec<u8>>;

		/// **Check**: would this be lawful now? Writes nothing.
		fn check(question: CheckQuestion) -> CheckAnswer;
	}
}
