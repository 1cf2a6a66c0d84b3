//! Looking again at transactions that wait.
//!
//! A call may become unlawful while it waits, and a copy of a call may reach the pool after a block
//! that contains it. Authors meet these when they make a block; here they are found and removed.
//! Calls that wait for one that is in a block already are put in line again, and those that this
//! node took and that are nowhere any more are handed in again.

use super::{
	keeper::Keeper,
	removal::{remove, take_back},
	steady::Heads,
	Gate,
};
use parking_lot::Mutex;
use sc_transaction_pool::{
	BasicPool, ChainApi, TimedTransactionSource, ValidateTransactionPriority,
};
use sc_transaction_pool_api::{
	error::Error as PoolError, error::IntoPoolError, InPoolTransaction, TransactionPool,
	TransactionSource, TxHash, TxInvalidityReportMap,
};
use sp_blockchain::HashAndNumber;
use sp_runtime::{
	generic::BlockId,
	traits::{Block as BlockT, NumberFor, SaturatedConversion, Saturating},
	transaction_validity::{TransactionValidity, TransactionValidityError},
};
use std::{
	collections::HashSet,
	hash::Hash,
	sync::Arc,
	time::{Duration, Instant},
};

/// Time between two sweeps.
const PERIOD: Duration = Duration::from_secs(5);

/// Transactions looked at in a sweep beside the suspects.
const OTHERS_PER_SWEEP: usize = 50;

/// Blocks without finality beyond which nothing is looked at again: the finalised state is then too
/// old to judge by.
const RECENT_BLOCKS: u64 = 8;

/// Finalised blocks that one sweep reads. Calls in blocks that it passes over are found stale one by
/// one.
const MOST_BLOCKS_READ: u32 = 100;

/// Accounts whose first waiting transaction one sweep looks at.
const MOST_PUT_IN_LINE: usize = 1_000;

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

type Waiting<Api, Block> = <BasicPool<Api, Block> as TransactionPool>::InPoolTransaction;

type InPool<Api, Block> = Arc<Waiting<Api, Block>>;

type KeeperOf<Block> = Keeper<<Block as BlockT>::Hash, <Block as BlockT>::Extrinsic>;

/// Goes through a pool, a few transactions at a time.
pub(super) struct Sweep<Block: BlockT, Api: ChainApi<Block = Block>, Chain> {
	pool: Arc<BasicPool<Api, Block>>,
	/// The chain to judge by.
	chain: Arc<Chain>,
	/// How many ready transactions were passed in this round.
	passed: usize,
	/// The last finalised block that was read.
	read: NumberFor<Block>,
}

impl<Block, Api, Chain> Sweep<Block, Api, Chain>
where
	Block: BlockT,
	Api: ChainApi<Block = Block> + 'static,
	Chain: Heads<Block>,
{
	/// Goes through `pool`, judging by `chain`.
	pub(super) fn new(pool: Arc<BasicPool<Api, Block>>, chain: Arc<Chain>) -> Self {
		let (read, _) = chain.finalized();
		Self { pool, chain, passed: 0, read }
	}

	/// Sweeps for ever.
	pub(super) async fn run(mut self, gate: Arc<Gate<Block::Hash, Block::Extrinsic>>) {
		loop {
			tokio::time::sleep(PERIOD).await;
			self.sweep(gate.suspects.take()).await;
			self.put_in_line().await;
			self.look_after(&gate.keeper, Instant::now()).await;
		}
	}

	/// Puts in line again what waits for nothing any more. A call that came into the pool long after
	/// it was judged waits for one before it that is in a block already and never comes again.
	async fn put_in_line(&self) {
		let (_, best) = self.chain.best();
		let mut released = Vec::new();
		for first in self.first_in_wait() {
			let validity = self.validate_at(best, first.data()).await;
			if validity.is_some_and(|validity| validity.is_ok_and(|it| it.requires.is_empty())) {
				released.push(*first.hash());
			}
		}
		if released.is_empty() {
			return;
		}
		let count = released.len();
		let pool = self.pool.pool().validated_pool();
		// One that is ready by now goes with all that follow it.
		let removed = pool.remove_subtree(&released, false, |_, _| ());
		self.hand_in(removed.iter().map(|transaction| transaction.data().clone())).await;
		log::info!(
			"{count} calls waited for one that is in a block already, and are in line again"
		);
	}

	/// The waiting transactions that wait for one that does not wait with them: the first of each
	/// account.
	fn first_in_wait(&self) -> Vec<Waiting<Api, Block>> {
		let mut waiting = self.pool.futures();
		let provided: HashSet<_> =
			waiting.iter().flat_map(InPoolTransaction::provides).cloned().collect();
		waiting.retain(|one| one.requires().iter().all(|tag| !provided.contains(tag)));
		waiting.truncate(MOST_PUT_IN_LINE);
		waiting
	}

	/// Hands in again what is kept and nowhere to be found. Nothing is looked for that a finalised
	/// block contains.
	async fn look_after(&mut self, keeper: &KeeperOf<Block>, now: Instant) {
		self.forget_final(keeper).await;
		let overdue = keeper.overdue(now);
		let results = self.hand_in(overdue.iter().map(|(_, call)| call.clone())).await;
		let mut found = 0usize;
		for ((hash, call), result) in overdue.iter().zip(results) {
			match result.map_err(IntoPoolError::into_pool_error) {
				Ok(_) => found = found.saturating_add(1),
				Err(Ok(PoolError::InvalidTransaction(_))) if self.is_refused(call).await => {
					keeper.forget([hash]);
				}
				Err(_) => (),
			}
		}
		if found > 0 {
			log::info!("{found} calls that this node took had left its pool and are back");
		}
	}

	/// Hands calls in again. What the pool holds it says so at once. That it pruned a call must not
	/// keep it out.
	async fn hand_in(
		&self,
		calls: impl Iterator<Item = Arc<Block::Extrinsic>>,
	) -> Vec<Result<TxHash<BasicPool<Api, Block>>, Api::Error>> {
		let (number, hash) = self.chain.best();
		let calls = calls.map(|call| (TimedTransactionSource::new_external(false), call));
		let at = HashAndNumber { number, hash };
		let results =
			self.pool.pool().resubmit_at(&at, calls, ValidateTransactionPriority::Submitted).await;
		results.into_iter().map(|result| result.map(|outcome| outcome.hash())).collect()
	}

	async fn forget_final(&mut self, keeper: &KeeperOf<Block>) {
		let (finalized, _) = self.chain.finalized();
		let oldest = finalized.saturating_sub(MOST_BLOCKS_READ.into());
		let mut number = self.read.max(oldest);
		self.read = finalized;
		let api = self.pool.api();
		while number < finalized && !keeper.is_empty() {
			number = number.saturating_add(1u32.into());
			let Ok(Some(hash)) = api.block_id_to_hash(&BlockId::Number(number)) else { continue };
			let calls = api.block_body(hash).await.ok().flatten().unwrap_or_default();
			let hashes: Vec<_> = calls.iter().map(|call| api.hash_and_length(call).0).collect();
			keeper.forget(&hashes);
		}
	}

	async fn is_refused(&self, call: &Arc<Block::Extrinsic>) -> bool {
		self.is_finality_recent() && self.fault_of(call).await.is_some()
	}

	async fn sweep(&mut self, suspects: HashSet<TxHash<BasicPool<Api, Block>>>) {
		if !self.is_finality_recent() {
			return;
		}
		let mut judged = TxInvalidityReportMap::default();
		for transaction in self.batch(suspects) {
			if let Some(error) = self.fault_of(transaction.data()).await {
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
	async fn fault_of(
		&self,
		transaction: &Arc<Block::Extrinsic>,
	) -> Option<TransactionValidityError> {
		let (_, finalized) = self.chain.finalized();
		self.fault_at(finalized, transaction).await?;
		let (_, best) = self.chain.best();
		self.fault_at(best, transaction).await
	}

	async fn fault_at(
		&self,
		at: Block::Hash,
		transaction: &Arc<Block::Extrinsic>,
	) -> Option<TransactionValidityError> {
		match self.validate_at(at, transaction).await {
			Some(Err(error @ TransactionValidityError::Invalid(_))) => Some(error),
			_ => None,
		}
	}

	/// Validates at this block and no other, as the pool does for itself.
	async fn validate_at(
		&self,
		at: Block::Hash,
		transaction: &Arc<Block::Extrinsic>,
	) -> Option<TransactionValidity> {
		let (source, priority) =
			(TransactionSource::External, ValidateTransactionPriority::Maintained);
		let transaction = transaction.clone();
		self.pool.api().validate_transaction(at, source, transaction, priority).await.ok()
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::mock::{fill, hash, pool, transaction, Chain, Ledger, BEST, DISCARDED, FINALIZED},
		*,
	};
	use quanqi_runtime::opaque;

	type MockSweep = Sweep<opaque::Block, Ledger, Chain>;

	/// A pool of three transactions of one account, of which the second meets this fault.
	async fn swept(fault_at: &[u8], behind: u32) -> MockSweep {
		let pool = pool(Ledger::new());
		fill(&pool, 0, 3).await;
		pool.api().add_fault(0, 1, fault_at);
		let mut sweep = Sweep::new(pool, Arc::new(Chain::new(behind)));
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
		let mut sweep = Sweep::new(pool, Arc::new(Chain::new(1)));
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
		let mut sweep = Sweep::new(pool, Arc::new(Chain::new(1)));
		sweep.sweep([hashes[59]].into()).await;
		assert_eq!(sweep.pool.status().ready, 59);
	}

	/// Calls of one account that the pool does not hold, kept since long ago.
	fn kept(calls: u8) -> (MockSweep, KeeperOf<opaque::Block>, Instant) {
		let keeper = Keeper::new(10);
		let since = Instant::now();
		for nonce in 0..calls {
			let call = transaction(0, nonce);
			keeper.keep(Ledger::new().hash_and_length(&call).0, call, since);
		}
		let sweep = Sweep::new(pool(Ledger::new()), Arc::new(Chain::new(1)));
		(sweep, keeper, since + Duration::from_secs(60))
	}

	#[tokio::test]
	async fn kept_call_should_come_back_when_the_pool_has_lost_it() {
		let (mut sweep, keeper, now) = kept(2);
		sweep.look_after(&keeper, now).await;
		assert_eq!(sweep.pool.status().ready, 2);
	}

	#[tokio::test]
	async fn kept_call_should_come_back_when_the_pool_has_banned_it() {
		let (mut sweep, keeper, now) = kept(1);
		let hash = fill(&sweep.pool, 0, 1).await[0];
		remove(&*sweep.pool, None, [(hash, None)].into_iter().collect()).await;
		assert_eq!(sweep.pool.status().ready, 0);
		sweep.look_after(&keeper, now).await;
		assert_eq!(sweep.pool.status().ready, 1);
	}

	#[tokio::test]
	async fn kept_call_should_not_be_validated_again_when_the_pool_has_it() {
		let (mut sweep, keeper, now) = kept(1);
		fill(&sweep.pool, 0, 1).await;
		sweep.look_after(&keeper, now).await;
		assert_eq!(sweep.pool.api().validations(0, 0), 1);
		assert!(!keeper.is_empty());
	}

	#[tokio::test]
	async fn kept_call_should_be_forgotten_when_it_is_invalid_on_both_heads() {
		let (mut sweep, keeper, now) = kept(1);
		sweep.pool.api().add_fault(0, 0, &[BEST]);
		sweep.look_after(&keeper, now).await;
		assert!(!keeper.is_empty());
		sweep.pool.api().add_fault(0, 0, &[FINALIZED]);
		sweep.look_after(&keeper, now).await;
		assert!(keeper.is_empty());
	}

	#[tokio::test]
	async fn kept_call_should_be_forgotten_when_a_finalised_block_contains_it() {
		let (mut sweep, keeper, now) = kept(2);
		sweep.pool.api().set_body(vec![transaction(0, 0)]);
		sweep.read -= 1;
		sweep.look_after(&keeper, now).await;
		let hash = sweep.pool.ready().next().map(|call| *call.hash());
		assert_eq!(sweep.pool.status().ready + sweep.pool.status().future, 1);
		assert_ne!(hash, Some(sweep.pool.api().hash_and_length(&transaction(0, 0)).0));
	}

	/// A pool in which the second call of an account waits for the first.
	async fn waiting() -> MockSweep {
		let sweep = Sweep::new(pool(Ledger::new()), Arc::new(Chain::new(1)));
		for nonce in [1, 2] {
			let call = transaction(0, nonce);
			let submitted = sweep.pool.submit_one(hash(BEST), TransactionSource::External, call);
			submitted.await.expect("it is valid");
		}
		assert_eq!((sweep.pool.status().ready, sweep.pool.status().future), (0, 2));
		sweep
	}

	#[tokio::test]
	async fn waiting_call_should_come_in_line_when_the_one_before_it_is_in_a_block() {
		let sweep = waiting().await;
		sweep.pool.api().use_up(0, 0);
		sweep.put_in_line().await;
		assert_eq!((sweep.pool.status().ready, sweep.pool.status().future), (2, 0));
	}

	#[tokio::test]
	async fn waiting_call_should_wait_on_when_the_one_before_it_is_missing() {
		let sweep = waiting().await;
		sweep.put_in_line().await;
		assert_eq!((sweep.pool.status().ready, sweep.pool.status().future), (0, 2));
	}

	#[test]
	fn suspects_should_be_given_once_and_stay_within_their_number() {
		let suspects = Suspects::new();
		suspects.note(0..MOST_SUSPECTS + 1);
		assert_eq!(suspects.take().len(), MOST_SUSPECTS);
		assert!(suspects.take().is_empty());
	}
}
