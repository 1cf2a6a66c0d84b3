//! Technology contracts (技术合同), price events, payments and distributions.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_technology_contracts::{
	runtime_api::ContractsApi,
	views::{CheckAnswer, CheckQuestion, ContractView, PaymentView},
	DistributionRecord, Evidence, IncomeSource, Label, PriceEventId, PriceRecord,
};
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_types::{ContractId, Date, Digest, MandateId, MemberId, Moment};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::Bytes;
use std::sync::Arc;

/// Records on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 100;

/// Questions about contracts. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "contracts")]
pub(crate) trait Contracts {
	/// A contract with its terms, signatures, effects and registration.
	#[method(name = "get")]
	fn get(
		&self,
		contract: ContractId,
		at: Option<Hash>,
	) -> Result<Answer<Option<ContractView>>, Error>;

	/// A page of the contracts that a member is a party of, in no particular order.
	#[method(name = "of")]
	fn of(
		&self,
		member: MemberId,
		after: Option<ContractId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<ContractId>>, Error>;

	/// The contract that took the key of this seller, number and date (C4).
	#[method(name = "byKey")]
	fn by_key(
		&self,
		seller: MemberId,
		number: Label,
		date: Date,
		at: Option<Hash>,
	) -> Result<Answer<Option<ContractId>>, Error>;

	/// The contract that a signed instrument is of, by its digest (C4).
	#[method(name = "byInstrument")]
	fn by_instrument(
		&self,
		instrument: Digest,
		at: Option<Hash>,
	) -> Result<Answer<Option<ContractId>>, Error>;

	/// A price event (定价).
	#[method(name = "priceEvent")]
	fn price_event(
		&self,
		price_event: PriceEventId,
		at: Option<Hash>,
	) -> Result<Answer<Option<PriceRecord>>, Error>;

	/// A page of payments and refunds, from number `from` on.
	#[method(name = "payments")]
	fn payments(
		&self,
		contract: ContractId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<PaymentView>>, Error>;

	/// A page of the evidence of performance, from number `from` on.
	#[method(name = "evidence")]
	fn evidence(
		&self,
		contract: ContractId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<Evidence>>, Error>;

	/// The distributions (收益分配) of a payment or equity: the payee's, then those of other owners.
	#[method(name = "distributions")]
	fn distributions(
		&self,
		contract: ContractId,
		source: IncomeSource,
		at: Option<Hash>,
	) -> Result<Answer<Vec<DistributionRecord>>, Error>;

	/// The bytes, in hexadecimal, that a party's ed25519 key signs for the version that waits (C3).
	#[method(name = "payloadToSign")]
	fn payload_to_sign(
		&self,
		contract: ContractId,
		signer: MemberId,
		mandate: Option<MandateId>,
		valid_until: Moment,
		at: Option<Hash>,
	) -> Result<Answer<Option<Bytes>>, Error>;

	/// Would this be lawful now? Writes nothing.
	#[method(name = "check")]
	fn check(
		&self,
		question: CheckQuestion,
		at: Option<Hash>,
	) -> Result<Answer<CheckAnswer>, Error>;
}

/// Answers from the client's state.
pub(super) struct ContractsRpc<C>(pub(super) Arc<C>);

impl<C> ContractsServer for ContractsRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: ContractsApi<Block>,
{
	fn get(
		&self,
		contract: ContractId,
		at: Option<Hash>,
	) -> Result<Answer<Option<ContractView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().contract(hash, contract))
	}

	fn of(
		&self,
		member: MemberId,
		after: Option<ContractId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<ContractId>>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().contracts_of(hash, member, after, limit)
		})
	}

	fn by_key(
		&self,
		seller: MemberId,
		number: Label,
		date: Date,
		at: Option<Hash>,
	) -> Result<Answer<Option<ContractId>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().contract_by_key(hash, seller, number, date)
		})
	}

	fn by_instrument(
		&self,
		instrument: Digest,
		at: Option<Hash>,
	) -> Result<Answer<Option<ContractId>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().contract_by_instrument(hash, instrument)
		})
	}

	fn price_event(
		&self,
		price_event: PriceEventId,
		at: Option<Hash>,
	) -> Result<Answer<Option<PriceRecord>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().price_event(hash, price_event))
	}

	fn payments(
		&self,
		contract: ContractId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<PaymentView>>, Error> {
		let (from, limit) = (from.unwrap_or_default(), limit.unwrap_or(DEFAULT_PAGE));
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().payments(hash, contract, from, limit)
		})
	}

	fn evidence(
		&self,
		contract: ContractId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<Evidence>>, Error> {
		let (from, limit) = (from.unwrap_or_default(), limit.unwrap_or(DEFAULT_PAGE));
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().evidence(hash, contract, from, limit)
		})
	}

	fn distributions(
		&self,
		contract: ContractId,
		source: IncomeSource,
		at: Option<Hash>,
	) -> Result<Answer<Vec<DistributionRecord>>, Error> {
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().distributions(hash, contract, source)
		})
	}

	fn payload_to_sign(
		&self,
		contract: ContractId,
		signer: MemberId,
		mandate: Option<MandateId>,
		valid_until: Moment,
		at: Option<Hash>,
	) -> Result<Answer<Option<Bytes>>, Error> {
		answer(&*self.0, at, |client, hash| {
			let api = client.runtime_api();
			let payload = api.payload_to_sign(hash, contract, signer, mandate, valid_until)?;
			Ok(payload.map(Bytes))
		})
	}

	fn check(
		&self,
		question: CheckQuestion,
		at: Option<Hash>,
	) -> Result<Answer<CheckAnswer>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().check(hash, question))
	}
}
