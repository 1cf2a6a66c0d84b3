//! Looking again at transactions that wait.
//!
//! A call may become unlawful while it waits, and a copy of a call may reach the pool after a block
//! that contains it. Authors meet these when they make a block; here they are found and removed.

use super::{
	removal::{remove, take_back},
	steady::Heads,
	Gate,
};
use parking_lot::Mutex;
use sc_transaction_pool::{BasicPool, ChainApi, ValidateTransactionPriority};
use sc_transaction_pool_api::{
	InPoolTransaction, TransactionPool, TransactionSource, TxHash, TxInvalidityReportMap,
};
use sp_runtime::{
	traits::{Block as BlockT, SaturatedConversion, Saturating},
	transaction_validity::TransactionValidityError,
};
use std::{collections::HashSet, hash::Hash, sync::Arc, time::Duration};

/// Time between two sweeps.
const PERIOD: Duration = Duration::from_secs(5);

/// Transactions looked at in a sweep beside the suspects.
const OTHERS_PER_SWEEP: usize = 50;

/// Blocks without finality beyond which nothing is looked at again: the finalised state is then too
/// old to judge by.
const RECENT_BLOCKS: u64 = 8;

/// Suspects kept at most. An author names those again that found no room.
const MOST_SUSPECTS: usize = 1_000;

/// Transactions that an author could not put into a block, for a reason that may pass.
pub(super) struct Suspects<H>(Mutex<HashSet<H>>);

impl<H: Hash + Eq> Suspects<H> {
	/// None yet.
	pub(super) fn new() -> Self {
		Self(Mutex::new(HashSet::new()))
	}

	/// Notes transactions to look at in the next sweep.
	pub(super) fn note(&self, hashes: impl IntoIterator<Item = H>) {
		let mut suspects = self.0.lock();
		let room = MOST_SUSPECTS.saturating_sub(suspects.len());
		suspects.extend(hashes.into_iter().take(room));
	}

	fn take(&self) -> HashSet<H> {
		std::mem::take(&mut *self.0.lock())
	}
}

type InPool<Api, Block> = Arc<<BasicPool<Api, Block> as TransactionPool>::InPoolTransaction>;

/// Goes through a pool, a few transactions at a time.
pub(super) struct Sweep<Block: BlockT, Api: ChainApi<Block = Block>, Chain> {
	/// The pool.
	pub(super) pool: Arc<BasicPool<Api, Block>>,
	/// The chain to judge by.
	pub(super) chain: Arc<Chain>,
	/// How many ready transactions were passed in this round.
	pub(super) passed: usize,
}

impl<Block, Api, Chain> Sweep<Block, Api, Chain>
where
	Block: BlockT,
	Api: ChainApi<Block = Block> + 'static,
	Chain: Heads<Block>,
{
	/// Sweeps for ever.
	pub(super) async fn run(mut self, gate: Arc<Gate<TxHash<BasicPool<Api, Block>>>>) {
		loop {
			tokio::time::sleep(PERIOD).await;
			self.sweep(gate.suspects.take()).await;
		}
	}

	async fn sweep(&mut self, suspects: HashSet<TxHash<BasicPool<Api, Block>>>) {
		if !self.is_finality_recent() {
			return;
		}
		let mut judged = TxInvalidityReportMap::default();
		for transaction in self.batch(suspects) {
			if let Some(error) = self.fault_of(&transaction).await {
				judged.insert(*transaction.hash(), Some(error));
			}
		}
		let (_, best) = self.chain.best();
		let (_, followers) = remove(&*self.pool, Some(best), judged).await;
		take_back(&*self.pool, best, followers).await;
	}

	fn is_finality_recent(&self) -> bool {
		let (finalized, _) = self.chain.finalized();
		let (best, _) = self.chain.best();
		best.saturating_sub(finalized).saturated_into::<u64>() <= RECENT_BLOCKS
	}

	fn batch(
		&mut self,
		suspects: HashSet<TxHash<BasicPool<Api, Block>>>,
	) -> Vec<InPool<Api, Block>> {
		let mut batch: Vec<_> =
			suspects.iter().filter_map(|suspect| self.pool.ready_transaction(suspect)).collect();
		let others: Vec<_> = self.pool.ready().skip(self.passed).take(OTHERS_PER_SWEEP).collect();
		let is_last = others.len() < OTHERS_PER_SWEEP;
		self.passed = if is_last { 0 } else { self.passed.saturating_add(OTHERS_PER_SWEEP) };
		batch.extend(others.into_iter().filter(|other| !suspects.contains(other.hash())));
		batch
	}

	/// What is wrong with a transaction both in what is final and in what is best. One of them
	/// alone may change: the best block may be left for another, and the finalised one may not know
	/// yet what the transaction builds on.
	async fn fault_of(&self, transaction: &InPool<Api, Block>) -> Option<TransactionValidityError> {
		let (_, finalized) = self.chain.finalized();
		self.fault_at(finalized, transaction).await?;
		let (_, best) = self.chain.best();
		self.fault_at(best, transaction).await
	}

	async fn fault_at(
		&self,
		at: Block::Hash,
		transaction: &InPool<Api, Block>,
	) -> Option<TransactionValidityError> {
		let (source, priority) =
			(TransactionSource::External, ValidateTransactionPriority::Submitted);
		let data = transaction.data().clone();
		match self.pool.api().validate_transaction(at, source, data, priority).await {
			Ok(Err(error @ TransactionValidityError::Invalid(_))) => Some(error),
			_ => None,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::mock::{fill, pool, Chain, Ledger, BEST, DISCARDED, FINALIZED},
		*,
	};
	use quanqi_runtime::opaque;

	type MockSweep = Sweep<opaque::Block, Ledger, Chain>;

	/// A pool of three transactions of one account, of which the second meets this fault.
	async fn swept(fault_at: &[u8], behind: u32) -> MockSweep {
		let pool = pool(Ledger::new());
		fill(&pool, 0, 3).await;
		pool.api().add_fault(0, 1, fault_at);
		let mut sweep = Sweep { pool, chain: Arc::new(Chain { behind }), passed: 0 };
		sweep.sweep(HashSet::new()).await;
		sweep
	}

	#[tokio::test]
	async fn transaction_should_go_and_its_followers_stay_when_it_is_invalid_on_both_heads() {
		let status = swept(&[FINALIZED, BEST], 1).await.pool.status();
		assert_eq!((status.ready, status.future), (1, 1));
	}

	#[tokio::test]
	async fn transaction_should_stay_when_it_is_invalid_on_one_head_alone() {
		for head in [BEST, FINALIZED, DISCARDED] {
			assert_eq!(swept(&[head], 1).await.pool.status().ready, 3);
		}
	}

	#[tokio::test]
	async fn transaction_should_stay_when_finality_lags() {
		assert_eq!(swept(&[FINALIZED, BEST], 9).await.pool.status().ready, 3);
	}

	#[tokio::test]
	async fn sweep_should_come_to_every_transaction_in_turn_and_begin_again() {
		let pool = pool(Ledger::new());
		fill(&pool, 0, 60).await;
		let mut sweep = Sweep { pool, chain: Arc::new(Chain { behind: 1 }), passed: 0 };
		let seen = |sweep: &MockSweep, nonce| sweep.pool.api().validations(0, nonce) - 1;
		sweep.sweep(HashSet::new()).await;
		assert_eq!((seen(&sweep, 0), seen(&sweep, 59)), (1, 0));
		sweep.sweep(HashSet::new()).await;
		assert_eq!((seen(&sweep, 0), seen(&sweep, 59)), (1, 1));
		sweep.sweep(HashSet::new()).await;
		assert_eq!((seen(&sweep, 0), seen(&sweep, 59)), (2, 1));
	}

	#[tokio::test]
	async fn suspect_should_be_looked_at_in_the_next_sweep() {
		let pool = pool(Ledger::new());
		let hashes = fill(&pool, 0, 60).await;
		pool.api().add_fault(0, 59, &[FINALIZED, BEST]);
		let mut sweep = Sweep { pool, chain: Arc::new(Chain { behind: 1 }), passed: 0 };
		sweep.sweep([hashes[59]].into()).await;
		assert_eq!(sweep.pool.status().ready, 59);
	}

	#[test]
	fn suspects_should_be_given_once_and_stay_within_their_number() {
		let suspects = Suspects::new();
		suspects.note(0..MOST_SUSPECTS + 1);
		assert_eq!(suspects.take().len(), MOST_SUSPECTS);
		assert!(suspects.take().is_empty());
	}
}
