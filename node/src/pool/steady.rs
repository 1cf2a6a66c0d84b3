//! Validation that does not lose transactions.
//!
//! The SDK's single-state pool removes a transaction when a validation of it fails, whatever the
//! reason. Under load there are short forks, and a validation that waited in line may then be asked
//! about a block that has meanwhile been discarded: the pool would take the missing state for a
//! fault of the transaction and drop a call that RPC had accepted. It also validates all that it
//! holds again and again, after every block; that is left to [`super::sweep`].
//!
//! And it validates what is handed in at the block that was best then. A pool remembers for two
//! blocks what they used up; a call that waited longer for its validation would wait for ever for a
//! call before it that is in a block already. What is handed in is therefore judged at the block that
//! is best when its turn comes.

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
use tokio::sync::Semaphore;

/// Validations of what is handed in that are on their way at once: enough for both threads of the
/// SDK that validate, and so few that none of them waits for a block there.
const VALIDATIONS_AT_ONCE: usize = 4;

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
	/// What is handed in is validated in its order.
	turns: Semaphore,
}

impl<Block: BlockT, Api, Chain> SteadyApi<Block, Api, Chain> {
	/// Validation with `inner`, at the heads of `chain`.
	pub(super) fn new(inner: Api, chain: Arc<Chain>) -> Self {
		let turns = Semaphore::new(VALIDATIONS_AT_ONCE);
		Self { inner, chain, known_form: Mutex::new(None), turns }
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
		// The semaphore is never closed.
		let (at, _turn) = match priority {
			ValidateTransactionPriority::Submitted => {
				let turn = self.turns.acquire().await.ok();
				(self.chain.best().1, turn)
			}
			ValidateTransactionPriority::Maintained => (at, None),
		};
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
	use futures::FutureExt;
	use quanqi_runtime::opaque;
	use sc_transaction_pool_api::error::Error as PoolError;
	use sp_runtime::transaction_validity::InvalidTransaction;

	type Steady = SteadyApi<opaque::Block, Ledger, Chain>;

	async fn judge(
		api: &Steady,
		at: u8,
		source: TransactionSource,
		priority: ValidateTransactionPriority,
	) -> Result<TransactionValidity, PoolError> {
		api.validate_transaction(hash(at), source, Arc::new(transaction(0, 0)), priority).await
	}

	async fn validate(
		ledger: Ledger,
		at: u8,
		source: TransactionSource,
	) -> Result<TransactionValidity, PoolError> {
		let api = Steady::new(ledger, Arc::new(Chain::new(1)));
		judge(&api, at, source, ValidateTransactionPriority::Maintained).await
	}

	#[tokio::test]
	async fn validation_should_be_repeated_at_the_best_block_when_its_block_was_discarded() {
		let result = validate(Ledger::new(), DISCARDED, TransactionSource::External).await;
		assert!(result.expect("it was repeated").is_ok());
	}

	#[tokio::test]
	async fn validation_should_be_repeated_at_the_finalised_block_when_the_best_was_discarded() {
		let chain = Arc::new(Chain { best: DISCARDED, ..Chain::new(1) });
		let api = Steady::new(Ledger::new(), chain);
		for priority in
			[ValidateTransactionPriority::Submitted, ValidateTransactionPriority::Maintained]
		{
			let result = judge(&api, DISCARDED, TransactionSource::External, priority).await;
			assert!(result.expect("it was repeated").is_ok());
		}
	}

	#[tokio::test]
	async fn transaction_should_be_judged_at_the_best_block_when_it_was_handed_in_before_it() {
		let ledger = Ledger::new().with_fault(0, 0, &[FINALIZED]);
		let api = Steady::new(ledger, Arc::new(Chain::new(1)));
		let judged = |priority| judge(&api, FINALIZED, TransactionSource::External, priority);
		let submitted = judged(ValidateTransactionPriority::Submitted).await;
		assert!(submitted.expect("no failure").is_ok());
		let maintained = judged(ValidateTransactionPriority::Maintained).await;
		assert!(maintained.expect("no failure").is_err());
	}

	#[tokio::test]
	async fn transaction_should_wait_when_as_many_as_may_be_are_validated() {
		let api = Steady::new(Ledger::new(), Arc::new(Chain::new(1)));
		let all = u32::try_from(VALIDATIONS_AT_ONCE).expect("it is small");
		let turns = api.turns.acquire_many(all).await.expect("it is open");
		let source = TransactionSource::External;
		let mut waiting = judge(&api, BEST, source, ValidateTransactionPriority::Submitted).boxed();
		assert!((&mut waiting).now_or_never().is_none());
		drop(turns);
		assert!(waiting.await.expect("no failure").is_ok());
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
