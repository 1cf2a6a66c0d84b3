//! Removal of transactions that were judged, and of no others.

use sc_transaction_pool_api::{
	BlockHash, InPoolTransaction, TransactionFor, TransactionPool, TransactionSource, TxHash,
	TxInvalidityReportMap,
};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};
use std::{collections::HashSet, sync::Arc};

/// Whether an error met while making a block says that the transaction will never be valid. A stale
/// or a future nonce may only say that the pool's picture was not of the parent of this block.
pub(super) fn is_verdict(error: Option<&TransactionValidityError>) -> bool {
	!matches!(
		error,
		Some(
			TransactionValidityError::Unknown(_)
				| TransactionValidityError::Invalid(
					InvalidTransaction::Stale
						| InvalidTransaction::Future
						| InvalidTransaction::ExhaustsResources
				)
		)
	)
}

/// Removes transactions. The SDK removes with each all that follow it from the same account, which
/// nobody has judged; those are returned as second, for [`take_back`].
pub(super) async fn remove<P: TransactionPool>(
	pool: &P,
	at: Option<BlockHash<P>>,
	judged: TxInvalidityReportMap<TxHash<P>>,
) -> (Vec<Arc<P::InPoolTransaction>>, Vec<TransactionFor<P>>) {
	let hashes: HashSet<_> = judged.keys().cloned().collect();
	let removed = pool.report_invalid(at, judged).await;
	let followers = removed
		.iter()
		.filter(|transaction| !hashes.contains(transaction.hash()))
		.map(|transaction| (**transaction.data()).clone())
		.collect();
	(removed, followers)
}

/// Takes transactions again that went because of another.
pub(super) async fn take_back<P: TransactionPool>(
	pool: &P,
	at: BlockHash<P>,
	transactions: Vec<TransactionFor<P>>,
) {
	if !transactions.is_empty() {
		// Each that is not valid by itself is refused by itself.
		let _ = pool.submit_at(at, TransactionSource::External, transactions).await;
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::mock::{fill, hash, pool, Ledger, BEST},
		*,
	};
	use sp_runtime::transaction_validity::UnknownTransaction;

	#[test]
	fn transaction_should_stay_when_the_author_met_it_at_the_wrong_moment() {
		for error in [
			InvalidTransaction::Stale.into(),
			InvalidTransaction::Future.into(),
			InvalidTransaction::ExhaustsResources.into(),
			TransactionValidityError::Unknown(UnknownTransaction::Custom(1)),
		] {
			assert!(!is_verdict(Some(&error)), "{error:?}");
		}
	}

	#[test]
	fn transaction_should_go_when_it_can_never_be_valid() {
		assert!(is_verdict(Some(&InvalidTransaction::BadProof.into())));
		assert!(is_verdict(Some(&InvalidTransaction::Custom(1).into())));
		assert!(is_verdict(None));
	}

	#[tokio::test]
	async fn followers_should_come_back_when_what_they_follow_is_removed() {
		let pool = pool(Ledger::new());
		let hashes = fill(&pool, 0, 3).await;
		let at = hash(BEST);
		let judged = [(hashes[0], None)].into_iter().collect();

		let (removed, followers) = remove(&*pool, Some(at), judged).await;
		assert_eq!((removed.len(), followers.len()), (3, 2));
		assert_eq!(pool.status().ready, 0);

		take_back(&*pool, at, followers).await;
		// They wait for a new transaction with the nonce before theirs.
		assert_eq!((pool.status().ready, pool.status().future), (0, 2));
	}
}
