//! A chain without blocks for the tests: transactions of accounts with nonces, some of them faulty.

use super::steady::Heads;
use async_trait::async_trait;
use parking_lot::Mutex;
use quanqi_runtime::{opaque, Hash};
use sc_transaction_pool::{
	BasicPool, ChainApi, Options, RevalidationType, ValidateTransactionPriority,
};
use sc_transaction_pool_api::{error::Error as PoolError, TransactionPool, TransactionSource};
use sp_blockchain::TreeRoute;
use sp_core::testing::TaskExecutor;
use sp_runtime::{
	generic::BlockId,
	traits::{BlakeTwo256, Hash as _},
	transaction_validity::{InvalidTransaction, TransactionValidity, ValidTransaction},
	OpaqueExtrinsic,
};
use std::{
	collections::{HashMap, HashSet},
	sync::Arc,
};

/// The best block.
pub(super) const BEST: u8 = 2;
/// The finalised block.
pub(super) const FINALIZED: u8 = 1;
/// A block whose state is gone.
pub(super) const DISCARDED: u8 = 9;

const BEST_NUMBER: u32 = 100;

/// The hash of a block.
pub(super) fn hash(block: u8) -> Hash {
	Hash::repeat_byte(block)
}

/// The transaction of an account with a nonce.
pub(super) fn transaction(account: u8, nonce: u8) -> OpaqueExtrinsic {
	OpaqueExtrinsic::from_blob(vec![account, nonce])
}

/// An empty pool on this ledger.
pub(super) fn pool(ledger: Ledger) -> Arc<BasicPool<Ledger, opaque::Block>> {
	Arc::new(BasicPool::with_revalidation_type(
		Options::default(),
		true.into(),
		Arc::new(ledger),
		None,
		RevalidationType::Light,
		TaskExecutor::new(),
		BEST_NUMBER,
		hash(BEST),
		hash(FINALIZED),
	))
}

/// Puts the first transactions of an account into a pool, and returns their hashes.
pub(super) async fn fill(
	pool: &BasicPool<Ledger, opaque::Block>,
	account: u8,
	count: u8,
) -> Vec<Hash> {
	let mut hashes = Vec::new();
	for nonce in 0..count {
		let transaction = transaction(account, nonce);
		let submitted = pool.submit_one(hash(BEST), TransactionSource::External, transaction);
		hashes.push(submitted.await.expect("it is valid"));
	}
	hashes
}

/// The heads of the mock chain.
pub(super) struct Chain {
	/// By how many blocks finality is behind.
	pub(super) behind: u32,
	/// The best block.
	pub(super) best: u8,
}

impl Chain {
	/// A chain whose finality is behind by so many blocks.
	pub(super) fn new(behind: u32) -> Self {
		Self { behind, best: BEST }
	}
}

impl Heads<opaque::Block> for Chain {
	fn best(&self) -> (u32, Hash) {
		(BEST_NUMBER, hash(self.best))
	}

	fn finalized(&self) -> (u32, Hash) {
		(BEST_NUMBER - self.behind, hash(FINALIZED))
	}

	fn has_known_form(&self, _: Hash) -> bool {
		true
	}
}

/// Which transactions are valid where.
#[derive(Default)]
pub(super) struct Ledger {
	faults: Mutex<HashSet<([u8; 2], Hash)>>,
	validations: Mutex<HashMap<[u8; 2], usize>>,
	used_up: Mutex<HashSet<[u8; 2]>>,
	body: Mutex<Option<Vec<OpaqueExtrinsic>>>,
}

impl Ledger {
	/// A ledger on which everything is valid.
	pub(super) fn new() -> Self {
		Self::default()
	}

	/// A ledger on which this transaction has a bad signature at these blocks.
	pub(super) fn with_fault(self, account: u8, nonce: u8, blocks: &[u8]) -> Self {
		self.add_fault(account, nonce, blocks);
		self
	}

	/// Lets this transaction have a bad signature from now on.
	pub(super) fn add_fault(&self, account: u8, nonce: u8, blocks: &[u8]) {
		let faults = blocks.iter().map(|block| ([account, nonce], hash(*block)));
		self.faults.lock().extend(faults);
	}

	/// Lets every block contain these transactions from now on.
	pub(super) fn set_body(&self, transactions: Vec<OpaqueExtrinsic>) {
		*self.body.lock() = Some(transactions);
	}

	/// Lets the state know this transaction from now on, so that none waits for it.
	pub(super) fn use_up(&self, account: u8, nonce: u8) {
		self.used_up.lock().insert([account, nonce]);
	}

	/// How often a transaction was validated.
	pub(super) fn validations(&self, account: u8, nonce: u8) -> usize {
		self.validations.lock().get(&[account, nonce]).copied().unwrap_or(0)
	}

	fn verdict(&self, at: Hash, transaction: &OpaqueExtrinsic) -> TransactionValidity {
		let &[account, nonce] = transaction.inner() else {
			return Err(InvalidTransaction::Call.into());
		};
		*self.validations.lock().entry([account, nonce]).or_default() += 1;
		if self.faults.lock().contains(&([account, nonce], at)) {
			return Err(InvalidTransaction::BadProof.into());
		}
		let before = nonce.checked_sub(1).map(|before| [account, before]);
		let required = before.filter(|before| !self.used_up.lock().contains(before));
		Ok(ValidTransaction {
			requires: required.map(|before| before.to_vec()).into_iter().collect(),
			provides: vec![vec![account, nonce]],
			..Default::default()
		})
	}
}

#[async_trait]
impl ChainApi for Ledger {
	type Block = opaque::Block;
	type Error = PoolError;

	async fn validate_transaction(
		&self,
		at: Hash,
		source: TransactionSource,
		transaction: Arc<OpaqueExtrinsic>,
		_: ValidateTransactionPriority,
	) -> Result<TransactionValidity, PoolError> {
		self.validate_transaction_blocking(at, source, transaction)
	}

	fn validate_transaction_blocking(
		&self,
		at: Hash,
		_: TransactionSource,
		transaction: Arc<OpaqueExtrinsic>,
	) -> Result<TransactionValidity, PoolError> {
		if at == hash(DISCARDED) {
			return Err(PoolError::InvalidBlockId("state already discarded".into()));
		}
		Ok(self.verdict(at, &transaction))
	}

	fn block_id_to_number(&self, _: &BlockId<opaque::Block>) -> Result<Option<u32>, PoolError> {
		Ok(Some(BEST_NUMBER))
	}

	fn block_id_to_hash(&self, _: &BlockId<opaque::Block>) -> Result<Option<Hash>, PoolError> {
		Ok(Some(hash(BEST)))
	}

	fn hash_and_length(&self, transaction: &OpaqueExtrinsic) -> (Hash, usize) {
		(BlakeTwo256::hash(transaction.inner()), transaction.inner().len())
	}

	async fn block_body(&self, _: Hash) -> Result<Option<Vec<OpaqueExtrinsic>>, PoolError> {
		Ok(self.body.lock().clone())
	}

	fn block_header(&self, _: Hash) -> Result<Option<opaque::Header>, PoolError> {
		Ok(None)
	}

	fn tree_route(&self, _: Hash, _: Hash) -> Result<TreeRoute<opaque::Block>, PoolError> {
		Err(PoolError::ImmediatelyDropped)
	}
}
