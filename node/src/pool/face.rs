//! One side of the pool.

use super::{limits::Side, pace, removal, Gate, OFFERED_AT_ONCE};
use async_trait::async_trait;
use futures::channel::mpsc;
use sc_service::SpawnTaskHandle;
use sc_transaction_pool_api::{
	error::{Error as PoolError, IntoPoolError},
	ChainEvent, ImportNotificationStream, InPoolTransaction, MaintainedTransactionPool, PoolStatus,
	ReadyTransactions, TransactionFor, TransactionPool, TransactionSource,
	TransactionStatusStreamFor, TxHash, TxInvalidityReportMap,
};
use sp_runtime::{traits::Block as BlockT, transaction_validity::InvalidTransaction};
use std::{collections::HashMap, pin::Pin, sync::Arc, time::Instant};

/// How many times longer an author waits for the pool than it asks to: with an eighth of the time
/// for a block asked for, half of it.
const AUTHOR_PATIENCE: u32 = 4;

type Ready<P> =
	Box<dyn ReadyTransactions<Item = Arc<<P as TransactionPool>::InPoolTransaction>> + Send>;

/// The pool as one side sees it. Everything that is not said here is the pool's own.
pub(crate) struct Face<P: TransactionPool> {
	pool: Arc<P>,
	gate: Arc<Gate<P::Hash, TransactionFor<P>>>,
	side: Side,
	spawner: SpawnTaskHandle,
}

impl<P: TransactionPool> Face<P> {
	/// The pool as clients of this node see it, and as its own transactions are announced.
	pub(crate) fn for_rpc(
		pool: Arc<P>,
		gate: Arc<Gate<P::Hash, TransactionFor<P>>>,
		spawner: SpawnTaskHandle,
	) -> Arc<Self> {
		Arc::new(Self { pool, gate, side: Side::Rpc, spawner })
	}

	/// The pool as peers see it.
	pub(crate) fn for_network(
		pool: Arc<P>,
		gate: Arc<Gate<P::Hash, TransactionFor<P>>>,
		spawner: SpawnTaskHandle,
	) -> Arc<Self> {
		Arc::new(Self { pool, gate, side: Side::Network, spawner })
	}

	/// The pool as the author of blocks sees it.
	pub(crate) fn for_author(
		pool: Arc<P>,
		gate: Arc<Gate<P::Hash, TransactionFor<P>>>,
		spawner: SpawnTaskHandle,
	) -> Arc<Self> {
		Arc::new(Self { pool, gate, side: Side::Author, spawner })
	}

	fn admit(&self) -> Result<(), FaceError<P::Error>> {
		if self.gate.limits.admit(self.side, &self.pool.status()) {
			Ok(())
		} else {
			Err(self.error(PoolError::ImmediatelyDropped.into()))
		}
	}

	fn error(&self, error: P::Error) -> FaceError<P::Error> {
		FaceError { side: self.side, error }
	}

	/// A copy of what a client hands in: it is this node's to bring to its end.
	fn to_keep(&self, transaction: &TransactionFor<P>) -> Option<TransactionFor<P>> {
		(self.side == Side::Rpc).then(|| transaction.clone())
	}

	fn keep(&self, hash: P::Hash, transaction: Option<TransactionFor<P>>) {
		if let Some(transaction) = transaction {
			self.gate.keeper.keep(hash, transaction, Instant::now());
		}
	}
}

/// Why a transaction was not taken. RPC shows both forms, so that they are the pool's own.
#[derive(thiserror::Error)]
#[error("{error}")]
pub(crate) struct FaceError<E: std::error::Error> {
	side: Side,
	error: E,
}

impl<E: std::error::Error> std::fmt::Debug for FaceError<E> {
	fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		std::fmt::Debug::fmt(&self.error, formatter)
	}
}

impl<E: std::error::Error + From<PoolError>> From<PoolError> for FaceError<E> {
	fn from(error: PoolError) -> Self {
		Self { side: Side::Rpc, error: error.into() }
	}
}

impl<E: IntoPoolError> IntoPoolError for FaceError<E> {
	/// The network counts a pool error as a fault of the peer. A peer is not at fault when the
	/// transaction was good and is late, or when there is no room for it here.
	fn into_pool_error(self) -> Result<PoolError, Self> {
		let Self { side, error } = self;
		let error = error.into_pool_error().map_err(|error| Self { side, error })?;
		let innocent = matches!(
			error,
			PoolError::ImmediatelyDropped
				| PoolError::TemporarilyBanned
				| PoolError::TooLowPriority { .. }
				| PoolError::InvalidTransaction(InvalidTransaction::Stale)
		);
		if side == Side::Network && innocent {
			return Ok(PoolError::AlreadyImported(Box::new(())));
		}
		Ok(error)
	}
}

/// The first transactions that peers have not heard of from somebody else.
struct Offered<P: TransactionPool> {
	ready: Ready<P>,
	gate: Arc<Gate<P::Hash, TransactionFor<P>>>,
	now: Instant,
	left: usize,
}

impl<P: TransactionPool> Iterator for Offered<P> {
	type Item = Arc<P::InPoolTransaction>;

	fn next(&mut self) -> Option<Self::Item> {
		self.left = self.left.checked_sub(1)?;
		let (gate, now) = (&self.gate, self.now);
		self.ready
			.find(|transaction| gate.relays.lock().held_until(transaction.hash(), now).is_none())
	}
}

impl<P: TransactionPool> ReadyTransactions for Offered<P> {
	fn report_invalid(&mut self, transaction: &Self::Item) {
		self.ready.report_invalid(transaction);
	}
}

#[async_trait]
impl<P> TransactionPool for Face<P>
where
	P: TransactionPool + 'static,
	P::InPoolTransaction: Send + Sync,
{
	type Block = P::Block;
	type Hash = P::Hash;
	type InPoolTransaction = P::InPoolTransaction;
	type Error = FaceError<P::Error>;

	async fn submit_at(
		&self,
		at: <Self::Block as BlockT>::Hash,
		source: TransactionSource,
		transactions: Vec<TransactionFor<Self>>,
	) -> Result<Vec<Result<TxHash<Self>, Self::Error>>, Self::Error> {
		self.admit()?;
		let to_keep: Vec<_> = transactions.iter().map(|one| self.to_keep(one)).collect();
		let results = self
			.pool
			.submit_at(at, source, transactions)
			.await
			.map_err(|error| self.error(error))?;
		for (result, transaction) in results.iter().zip(to_keep) {
			if let Ok(hash) = result {
				self.keep(hash.clone(), transaction);
			}
		}
		Ok(results.into_iter().map(|result| result.map_err(|error| self.error(error))).collect())
	}

	async fn submit_one(
		&self,
		at: <Self::Block as BlockT>::Hash,
		source: TransactionSource,
		transaction: TransactionFor<Self>,
	) -> Result<TxHash<Self>, Self::Error> {
		self.admit()?;
		if self.side == Side::Network {
			let hash = self.pool.hash_of(&transaction);
			self.gate.relays.lock().note(hash, Instant::now());
		}
		let to_keep = self.to_keep(&transaction);
		let submitted = self.pool.submit_one(at, source, transaction).await;
		let hash = submitted.map_err(|error| self.error(error))?;
		self.keep(hash.clone(), to_keep);
		Ok(hash)
	}

	async fn submit_and_watch(
		&self,
		at: <Self::Block as BlockT>::Hash,
		source: TransactionSource,
		transaction: TransactionFor<Self>,
	) -> Result<Pin<Box<TransactionStatusStreamFor<Self>>>, Self::Error> {
		self.admit()?;
		let to_keep = self.to_keep(&transaction);
		let hash = self.pool.hash_of(&transaction);
		let watched = self.pool.submit_and_watch(at, source, transaction).await;
		let stream = watched.map_err(|error| self.error(error))?;
		self.keep(hash, to_keep);
		Ok(stream)
	}

	async fn ready_at(&self, at: <Self::Block as BlockT>::Hash) -> Ready<P> {
		self.pool.ready_at(at).await
	}

	fn ready(&self) -> Ready<P> {
		let ready = self.pool.ready();
		match self.side {
			Side::Rpc | Side::Author => ready,
			Side::Network => Box::new(Offered::<P> {
				ready,
				gate: self.gate.clone(),
				now: Instant::now(),
				left: OFFERED_AT_ONCE,
			}),
		}
	}

	async fn report_invalid(
		&self,
		at: Option<<Self::Block as BlockT>::Hash>,
		invalid: TxInvalidityReportMap<TxHash<Self>>,
	) -> Vec<Arc<Self::InPoolTransaction>> {
		if self.side == Side::Rpc {
			// An operator takes them out by hand.
			self.gate.keeper.forget(invalid.keys());
		}
		let (judged, suspects): (TxInvalidityReportMap<_>, TxInvalidityReportMap<_>) =
			invalid.into_iter().partition(|(_, error)| removal::is_verdict(error.as_ref()));
		self.gate.suspects.note(suspects.into_keys());
		let (removed, followers) = removal::remove(&*self.pool, at, judged).await;
		if let (Some(at), false) = (at, followers.is_empty()) {
			// An author does not wait for it.
			let pool = self.pool.clone();
			self.spawner.spawn("take-back", Some("transaction-pool"), async move {
				removal::take_back(&*pool, at, followers).await;
			});
		}
		removed
	}

	fn futures(&self) -> Vec<Self::InPoolTransaction> {
		self.pool.futures()
	}

	fn status(&self) -> PoolStatus {
		self.pool.status()
	}

	fn import_notification_stream(&self) -> ImportNotificationStream<TxHash<Self>> {
		let (sink, announced) = mpsc::channel(0);
		let imported = self.pool.import_notification_stream();
		self.spawner.spawn(
			"paced-gossip",
			Some("transaction-pool"),
			pace::run(self.gate.clone(), imported, sink),
		);
		announced
	}

	fn on_broadcasted(&self, propagations: HashMap<TxHash<Self>, Vec<String>>) {
		self.pool.on_broadcasted(propagations);
	}

	fn hash_of(&self, transaction: &TransactionFor<Self>) -> TxHash<Self> {
		self.pool.hash_of(transaction)
	}

	fn ready_transaction(&self, hash: &TxHash<Self>) -> Option<Arc<Self::InPoolTransaction>> {
		self.pool.ready_transaction(hash)
	}

	/// An author waits longer than it asks to: without the picture that follows the parent, what
	/// the parent contains is tried again, and what follows from it is passed over.
	async fn ready_at_with_timeout(
		&self,
		at: <Self::Block as BlockT>::Hash,
		timeout: std::time::Duration,
	) -> Ready<P> {
		let timeout = match self.side {
			Side::Author => timeout.saturating_mul(AUTHOR_PATIENCE),
			Side::Rpc | Side::Network => timeout,
		};
		self.pool.ready_at_with_timeout(at, timeout).await
	}
}

#[async_trait]
impl<P> MaintainedTransactionPool for Face<P>
where
	P: MaintainedTransactionPool + 'static,
	P::InPoolTransaction: Send + Sync,
{
	async fn maintain(&self, event: ChainEvent<Self::Block>) {
		self.pool.maintain(event).await;
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn seen_by(side: Side, error: PoolError) -> PoolError {
		let error = FaceError { side, error };
		error.into_pool_error().expect("it is a pool error")
	}

	#[test]
	fn peer_should_not_be_blamed_when_there_is_no_room() {
		let seen = seen_by(Side::Network, PoolError::ImmediatelyDropped);
		assert!(matches!(seen, PoolError::AlreadyImported(_)));
	}

	#[test]
	fn peer_should_not_be_blamed_when_its_transaction_is_late() {
		let seen = seen_by(Side::Network, PoolError::InvalidTransaction(InvalidTransaction::Stale));
		assert!(matches!(seen, PoolError::AlreadyImported(_)));
	}

	#[test]
	fn peer_should_be_blamed_when_a_signature_is_bad() {
		let seen =
			seen_by(Side::Network, PoolError::InvalidTransaction(InvalidTransaction::BadProof));
		assert!(matches!(seen, PoolError::InvalidTransaction(_)));
	}

	#[test]
	fn client_should_be_told_when_there_is_no_room() {
		let seen = seen_by(Side::Rpc, PoolError::ImmediatelyDropped);
		assert!(matches!(seen, PoolError::ImmediatelyDropped));
	}
}
