//! Validation that does not lose transactions.
//!
//! The SDK's single-state pool removes a transaction when a validation of it fails, whatever the
//! reason. Under load there are short forks, and a validation that waited in line may then be asked
//! about a block that has meanwhile been discarded: the pool would take the missing state for a
//! fault of the transaction and drop a call that RPC had accepted. It also validates all that it
//! holds again and again, after every block.

use async_trait::async_trait;
use parking_lot::Mutex;
use sc_transaction_pool::{ChainApi, ValidateTransactionPriority};
use sc_transaction_pool_api::TransactionSource;
use sp_blockchain::{HeaderBackend, TreeRoute};
use sp_core::traits::SpawnEssentialNamed;
use sp_runtime::{
	generic::BlockId,
	traits::{Block as BlockT, NumberFor, SaturatedConversion, Saturating},
	transaction_validity::{TransactionValidity, TransactionValidityError, UnknownTransaction},
};
use std::{
	future::Future,
	sync::Arc,
	time::{Duration, Instant},
};

/// Transactions that are looked at again in a second. A call that became unlawful while it waited
/// is found out by the author of a block anyway; this finds it on nodes that make none.
const REVALIDATIONS_PER_SECOND: u32 = 50;

/// Blocks without finality beyond which nothing is looked at again: the finalised state is then too
/// old to judge by.
const RECENT_BLOCKS: u64 = 8;

tokio::task_local! {
	static REVALIDATION: ();
}

/// Marks everything that the pool spawns under this name as looking again.
const REVALIDATION_TASK: &str = "txpool-background";

/// The heads of the chain.
pub(crate) trait Heads<Block: BlockT>: Send + Sync {
	/// The best block.
	fn best(&self) -> (NumberFor<Block>, Block::Hash);
	/// The best finalised block.
	fn finalized(&self) -> (NumberFor<Block>, Block::Hash);
}

impl<Block: BlockT, C: HeaderBackend<Block>> Heads<Block> for C {
	fn best(&self) -> (NumberFor<Block>, Block::Hash) {
		let info = self.info();
		(info.best_number, info.best_hash)
	}

	fn finalized(&self) -> (NumberFor<Block>, Block::Hash) {
		let info = self.info();
		(info.finalized_number, info.finalized_hash)
	}
}

/// Validation on top of the SDK's.
pub(crate) struct SteadyApi<Api, Chain> {
	inner: Api,
	chain: Arc<Chain>,
	budget: Mutex<Budget>,
}

impl<Api, Chain> SteadyApi<Api, Chain> {
	/// Validation with `inner`, at the heads of `chain`.
	pub(super) fn new(inner: Api, chain: Arc<Chain>) -> Self {
		Self { inner, chain, budget: Mutex::new(Budget::new(REVALIDATIONS_PER_SECOND)) }
	}
}

/// No verdict: the pool keeps the transaction as it is.
fn undecided() -> TransactionValidity {
	Err(TransactionValidityError::Unknown(UnknownTransaction::CannotLookup))
}

fn is_invalid<E>(result: &Result<TransactionValidity, E>) -> bool {
	matches!(result, Ok(Err(TransactionValidityError::Invalid(_))))
}

impl<Block, Api, Chain> SteadyApi<Api, Chain>
where
	Block: BlockT,
	Api: ChainApi<Block = Block>,
	Chain: Heads<Block>,
{
	/// A transaction that waits is judged only when it is invalid both in what is final and in
	/// what is best. One of them alone may change: the best block may be left for another, and the
	/// finalised one may not know yet what the transaction builds on.
	async fn look_again(
		&self,
		source: TransactionSource,
		transaction: Arc<Block::Extrinsic>,
		priority: ValidateTransactionPriority,
	) -> Result<TransactionValidity, Api::Error> {
		let (finalized_number, finalized) = self.chain.finalized();
		let (best_number, best) = self.chain.best();
		let behind: u64 = best_number.saturating_sub(finalized_number).saturated_into();
		if behind > RECENT_BLOCKS || !self.budget.lock().take(Instant::now()) {
			return Ok(undecided());
		}
		let at_finalized =
			self.inner.validate_transaction(finalized, source, transaction.clone(), priority).await;
		if !is_invalid(&at_finalized) {
			return Ok(undecided());
		}
		let at_best = self.inner.validate_transaction(best, source, transaction, priority).await;
		if is_invalid(&at_best) {
			at_best
		} else {
			Ok(undecided())
		}
	}
}

#[async_trait]
impl<Block, Api, Chain> ChainApi for SteadyApi<Api, Chain>
where
	Block: BlockT,
	Api: ChainApi<Block = Block>,
	Chain: Heads<Block>,
{
	type Block = Block;
	type Error = Api::Error;

	async fn validate_transaction(
		&self,
		at: Block::Hash,
		source: TransactionSource,
		transaction: Arc<Block::Extrinsic>,
		priority: ValidateTransactionPriority,
	) -> Result<TransactionValidity, Self::Error> {
		if REVALIDATION.try_with(|()| ()).is_ok() {
			return self.look_again(source, transaction, priority).await;
		}
		let result =
			self.inner.validate_transaction(at, source, transaction.clone(), priority).await;
		match result {
			// The block may have been discarded while this waited. What a block contains is asked
			// about that block's parent and nothing else.
			Err(_) if source != TransactionSource::InBlock => {
				let (_, best) = self.chain.best();
				self.inner.validate_transaction(best, source, transaction, priority).await
			}
			result => result,
		}
	}

	fn validate_transaction_blocking(
		&self,
		at: Block::Hash,
		source: TransactionSource,
		transaction: Arc<Block::Extrinsic>,
	) -> Result<TransactionValidity, Self::Error> {
		self.inner.validate_transaction_blocking(at, source, transaction)
	}

	fn block_id_to_number(
		&self,
		at: &BlockId<Block>,
	) -> Result<Option<NumberFor<Block>>, Self::Error> {
		self.inner.block_id_to_number(at)
	}

	fn block_id_to_hash(&self, at: &BlockId<Block>) -> Result<Option<Block::Hash>, Self::Error> {
		self.inner.block_id_to_hash(at)
	}

	fn hash_and_length(&self, transaction: &Block::Extrinsic) -> (Block::Hash, usize) {
		self.inner.hash_and_length(transaction)
	}

	async fn block_body(
		&self,
		at: Block::Hash,
	) -> Result<Option<Vec<Block::Extrinsic>>, Self::Error> {
		self.inner.block_body(at).await
	}

	fn block_header(&self, at: Block::Hash) -> Result<Option<Block::Header>, Self::Error> {
		self.inner.block_header(at)
	}

	fn tree_route(
		&self,
		from: Block::Hash,
		to: Block::Hash,
	) -> Result<TreeRoute<Block>, Self::Error> {
		self.inner.tree_route(from, to)
	}
}

/// Spawns the pool's tasks, and tells which of them looks at transactions again.
#[derive(Clone)]
pub(super) struct Spawner<S>(pub(super) S);

impl<S: SpawnEssentialNamed + Clone> SpawnEssentialNamed for Spawner<S> {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		future: futures::future::BoxFuture<'static, ()>,
	) {
		self.0.spawn_essential_blocking(name, group, future);
	}

	fn spawn_essential(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		future: futures::future::BoxFuture<'static, ()>,
	) {
		if name == REVALIDATION_TASK {
			self.0.spawn_essential(name, group, Box::pin(looking_again(future)));
		} else {
			self.0.spawn_essential(name, group, future);
		}
	}
}

/// Runs a future whose validations are of transactions that wait in the pool.
fn looking_again<F: Future>(future: F) -> impl Future<Output = F::Output> {
	REVALIDATION.scope((), future)
}

/// So many in a second.
struct Budget {
	per_second: u32,
	left: u32,
	since: Option<Instant>,
}

impl Budget {
	fn new(per_second: u32) -> Self {
		Self { per_second, left: per_second, since: None }
	}

	fn take(&mut self, now: Instant) -> bool {
		let over =
			self.since.is_none_or(|since| now.duration_since(since) >= Duration::from_secs(1));
		if over {
			self.since = Some(now);
			self.left = self.per_second;
		}
		let Some(left) = self.left.checked_sub(1) else { return false };
		self.left = left;
		true
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_runtime::{opaque, Hash};
	use sc_transaction_pool_api::error::Error as PoolError;
	use sp_runtime::{
		transaction_validity::{InvalidTransaction, ValidTransaction},
		OpaqueExtrinsic,
	};
	use std::collections::HashMap;

	const BEST: u8 = 2;
	const FINALIZED: u8 = 1;
	const DISCARDED: u8 = 9;

	fn hash(block: u8) -> Hash {
		Hash::repeat_byte(block)
	}

	/// A chain with one verdict at each block, and no state for any other block.
	#[derive(Default)]
	struct Verdicts(HashMap<Hash, TransactionValidity>);

	#[async_trait]
	impl ChainApi for Verdicts {
		type Block = opaque::Block;
		type Error = PoolError;

		async fn validate_transaction(
			&self,
			at: Hash,
			_: TransactionSource,
			_: Arc<OpaqueExtrinsic>,
			_: ValidateTransactionPriority,
		) -> Result<TransactionValidity, PoolError> {
			self.0
				.get(&at)
				.cloned()
				.ok_or_else(|| PoolError::InvalidBlockId("state already discarded".into()))
		}

		fn validate_transaction_blocking(
			&self,
			_: Hash,
			_: TransactionSource,
			_: Arc<OpaqueExtrinsic>,
		) -> Result<TransactionValidity, PoolError> {
			Err(PoolError::ImmediatelyDropped)
		}

		fn block_id_to_number(&self, _: &BlockId<opaque::Block>) -> Result<Option<u32>, PoolError> {
			Ok(None)
		}

		fn block_id_to_hash(&self, _: &BlockId<opaque::Block>) -> Result<Option<Hash>, PoolError> {
			Ok(None)
		}

		fn hash_and_length(&self, _: &OpaqueExtrinsic) -> (Hash, usize) {
			(Hash::zero(), 0)
		}

		async fn block_body(&self, _: Hash) -> Result<Option<Vec<OpaqueExtrinsic>>, PoolError> {
			Ok(None)
		}

		fn block_header(&self, _: Hash) -> Result<Option<opaque::Header>, PoolError> {
			Ok(None)
		}

		fn tree_route(&self, _: Hash, _: Hash) -> Result<TreeRoute<opaque::Block>, PoolError> {
			Err(PoolError::ImmediatelyDropped)
		}
	}

	struct Chain {
		behind: u32,
	}

	impl Heads<opaque::Block> for Chain {
		fn best(&self) -> (u32, Hash) {
			(100, hash(BEST))
		}

		fn finalized(&self) -> (u32, Hash) {
			(100 - self.behind, hash(FINALIZED))
		}
	}

	fn valid() -> TransactionValidity {
		Ok(ValidTransaction::default())
	}

	fn stale() -> TransactionValidity {
		Err(InvalidTransaction::Stale.into())
	}

	fn api(verdicts: &[(u8, TransactionValidity)], behind: u32) -> SteadyApi<Verdicts, Chain> {
		let verdicts = verdicts.iter().map(|(block, verdict)| (hash(*block), verdict.clone()));
		SteadyApi::new(Verdicts(verdicts.collect()), Arc::new(Chain { behind }))
	}

	async fn validate(
		api: &SteadyApi<Verdicts, Chain>,
		at: u8,
		source: TransactionSource,
	) -> Result<TransactionValidity, PoolError> {
		let transaction = Arc::new(OpaqueExtrinsic::from_blob(Vec::new()));
		api.validate_transaction(
			hash(at),
			source,
			transaction,
			ValidateTransactionPriority::Submitted,
		)
		.await
	}

	#[tokio::test]
	async fn validation_should_be_repeated_at_the_best_block_when_its_block_was_discarded() {
		let api = api(&[(BEST, valid())], 1);
		let result = validate(&api, DISCARDED, TransactionSource::External).await;
		assert_eq!(result.expect("it was repeated"), valid());
	}

	#[tokio::test]
	async fn validation_should_fail_when_the_parent_of_a_block_was_discarded() {
		let api = api(&[(BEST, valid())], 1);
		assert!(validate(&api, DISCARDED, TransactionSource::InBlock).await.is_err());
	}

	#[tokio::test]
	async fn waiting_transaction_should_be_kept_when_it_is_invalid_on_the_best_block_alone() {
		let api = api(&[(BEST, stale()), (FINALIZED, valid())], 1);
		let result = looking_again(validate(&api, BEST, TransactionSource::External)).await;
		assert_eq!(result.expect("no failure"), undecided());
	}

	#[tokio::test]
	async fn waiting_transaction_should_be_kept_when_it_is_invalid_on_the_finalised_block_alone() {
		let api = api(&[(BEST, valid()), (FINALIZED, stale())], 1);
		let result = looking_again(validate(&api, BEST, TransactionSource::External)).await;
		assert_eq!(result.expect("no failure"), undecided());
	}

	#[tokio::test]
	async fn waiting_transaction_should_be_dropped_when_it_is_invalid_on_both() {
		let api = api(&[(BEST, stale()), (FINALIZED, stale())], 1);
		let result = looking_again(validate(&api, BEST, TransactionSource::External)).await;
		assert_eq!(result.expect("no failure"), stale());
	}

	#[tokio::test]
	async fn waiting_transaction_should_be_kept_when_states_are_discarded() {
		let api = api(&[], 1);
		let result = looking_again(validate(&api, BEST, TransactionSource::External)).await;
		assert_eq!(result.expect("no failure"), undecided());
	}

	#[tokio::test]
	async fn waiting_transaction_should_be_kept_when_finality_lags() {
		let api = api(&[(BEST, stale()), (FINALIZED, stale())], 9);
		let result = looking_again(validate(&api, BEST, TransactionSource::External)).await;
		assert_eq!(result.expect("no failure"), undecided());
	}

	#[test]
	fn budget_should_be_used_up_within_a_second_and_be_new_in_the_next() {
		let start = Instant::now();
		let mut budget = Budget::new(2);
		assert!(budget.take(start));
		assert!(budget.take(start));
		assert!(!budget.take(start + Duration::from_millis(999)));
		assert!(budget.take(start + Duration::from_secs(1)));
	}
}
