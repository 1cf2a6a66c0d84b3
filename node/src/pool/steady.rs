//! Validation that does not lose transactions.
//!
//! The SDK's single-state pool removes a transaction when a validation of it fails, whatever the
//! reason. Under load there are short forks, and a validation that waited in line may then be asked
//! about a block that has meanwhile been discarded: the pool would take the missing state for a
//! fault of the transaction and drop a call that RPC had accepted. It also validates all that it
//! holds again and again, after every block; that is left to [`super::sweep`].

use super::{tags, tasks::is_revalidation};
use async_trait::async_trait;
use parking_lot::Mutex;
use quanqi_runtime::VERSION;
use sc_transaction_pool::{ChainApi, ValidateTransactionPriority};
use sc_transaction_pool_api::TransactionSource;
use sp_api::CallApiAt;
use sp_blockchain::{HeaderBackend, TreeRoute};
use sp_core::traits::CallContext;
use sp_runtime::{
	generic::BlockId,
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{
		TransactionValidity, TransactionValidityError, UnknownTransaction, ValidTransaction,
	},
};
use std::sync::Arc;

/// The heads of the chain.
pub(crate) trait Heads<Block: BlockT>: Send + Sync {
	/// The best block.
	fn best(&self) -> (NumberFor<Block>, Block::Hash);
	/// The best finalised block.
	fn finalized(&self) -> (NumberFor<Block>, Block::Hash);
	/// Whether transactions at this block have the form that this node was compiled with.
	fn has_known_form(&self, at: Block::Hash) -> bool;
}

impl<Block: BlockT, C: HeaderBackend<Block> + CallApiAt<Block>> Heads<Block> for C {
	fn best(&self) -> (NumberFor<Block>, Block::Hash) {
		let info = self.info();
		(info.best_number, info.best_hash)
	}

	fn finalized(&self) -> (NumberFor<Block>, Block::Hash) {
		let info = self.info();
		(info.finalized_number, info.finalized_hash)
	}

	fn has_known_form(&self, at: Block::Hash) -> bool {
		self.runtime_version_at(at, CallContext::Offchain)
			.is_ok_and(|version| version.transaction_version == VERSION.transaction_version)
	}
}

/// Validation on top of the SDK's.
pub(crate) struct SteadyApi<Block: BlockT, Api, Chain> {
	inner: Api,
	chain: Arc<Chain>,
	/// The block asked about last, and the answer.
	known_form: Mutex<Option<(Block::Hash, bool)>>,
}

impl<Block: BlockT, Api, Chain> SteadyApi<Block, Api, Chain> {
	/// Validation with `inner`, at the heads of `chain`.
	pub(super) fn new(inner: Api, chain: Arc<Chain>) -> Self {
		Self { inner, chain, known_form: Mutex::new(None) }
	}
}

impl<Block: BlockT, Api, Chain: Heads<Block>> SteadyApi<Block, Api, Chain> {
	/// What a transaction of the block after this one provides, when its bytes say so. All of a
	/// block's transactions are asked about in a row.
	fn provided_in_block(
		&self,
		parent: Block::Hash,
		transaction: &Block::Extrinsic,
	) -> Option<ValidTransaction> {
		let known = *self.known_form.lock();
		let known_form = match known {
			Some((at, known_form)) if at == parent => known_form,
			_ => {
				let known_form = self.chain.has_known_form(parent);
				*self.known_form.lock() = Some((parent, known_form));
				known_form
			}
		};
		let provides = vec![tags::provided(transaction).filter(|_| known_form)?];
		Some(ValidTransaction { provides, ..Default::default() })
	}
}

/// No verdict: the pool keeps the transaction as it is.
fn undecided() -> TransactionValidity {
	Err(TransactionValidityError::Unknown(UnknownTransaction::CannotLookup))
}

#[async_trait]
impl<Block, Api, Chain> ChainApi for SteadyApi<Block, Api, Chain>
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
		if is_revalidation() {
			return Ok(undecided());
		}
		if source == TransactionSource::InBlock {
			// What a block contains is asked about that block's parent and nothing else.
			return match self.provided_in_block(at, &transaction) {
				Some(valid) => Ok(Ok(valid)),
				None => self.inner.validate_transaction(at, source, transaction, priority).await,
			};
		}
		let result =
			self.inner.validate_transaction(at, source, transaction.clone(), priority).await;
		if result.is_ok() {
			return result;
		}
		// The block may have been discarded while this waited, and the best one while it waited
		// again; the state of a finalised block stays.
		let (_, best) = self.chain.best();
		let result =
			self.inner.validate_transaction(best, source, transaction.clone(), priority).await;
		if result.is_ok() {
			return result;
		}
		let (_, finalized) = self.chain.finalized();
		self.inner.validate_transaction(finalized, source, transaction, priority).await
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

#[cfg(test)]
mod tests {
	use super::{
		super::{
			mock::{hash, transaction, Chain, Ledger, BEST, DISCARDED, FINALIZED},
			tasks::revalidating,
		},
		*,
	};
	use quanqi_runtime::opaque;
	use sc_transaction_pool_api::error::Error as PoolError;
	use sp_runtime::transaction_validity::InvalidTransaction;

	async fn validate(
		ledger: Ledger,
		at: u8,
		source: TransactionSource,
	) -> Result<TransactionValidity, PoolError> {
		SteadyApi::<opaque::Block, _, _>::new(ledger, Arc::new(Chain::new(1)))
			.validate_transaction(
				hash(at),
				source,
				Arc::new(transaction(0, 0)),
				ValidateTransactionPriority::Submitted,
			)
			.await
	}

	#[tokio::test]
	async fn validation_should_be_repeated_at_the_best_block_when_its_block_was_discarded() {
		let result = validate(Ledger::new(), DISCARDED, TransactionSource::External).await;
		assert!(result.expect("it was repeated").is_ok());
	}

	#[tokio::test]
	async fn validation_should_be_repeated_at_the_finalised_block_when_the_best_was_discarded() {
		let chain = Arc::new(Chain { best: DISCARDED, ..Chain::new(1) });
		let result = SteadyApi::<opaque::Block, _, _>::new(Ledger::new(), chain)
			.validate_transaction(
				hash(DISCARDED),
				TransactionSource::External,
				Arc::new(transaction(0, 0)),
				ValidateTransactionPriority::Submitted,
			)
			.await;
		assert!(result.expect("it was repeated").is_ok());
	}

	#[tokio::test]
	async fn validation_should_fail_when_the_parent_of_a_block_was_discarded() {
		let result = validate(Ledger::new(), DISCARDED, TransactionSource::InBlock).await;
		assert!(result.is_err());
	}

	#[tokio::test]
	async fn verdict_should_stand_when_there_is_one() {
		let ledger = Ledger::new().with_fault(0, 0, &[FINALIZED]);
		let result = validate(ledger, FINALIZED, TransactionSource::External).await;
		assert_eq!(result.expect("no failure"), Err(InvalidTransaction::BadProof.into()));
	}

	#[tokio::test]
	async fn waiting_transaction_should_be_kept_when_the_pool_looks_at_all_of_them_again() {
		let ledger = Ledger::new().with_fault(0, 0, &[FINALIZED, BEST]);
		let result = revalidating(validate(ledger, BEST, TransactionSource::External)).await;
		assert_eq!(result.expect("no failure"), undecided());
	}
}
