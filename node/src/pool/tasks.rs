//! The pool's own tasks: which of them looks at transactions again, and which may wait.

use futures::future::BoxFuture;
use sp_core::traits::SpawnEssentialNamed;
use std::future::Future;

/// The SDK's name for the task that validates all that the pool holds again.
const REVALIDATION_TASK: &str = "txpool-background";

/// How the names of the SDK's tasks begin that validate what comes in.
const VALIDATION_TASKS: &str = "transaction-pool-task";

/// By how much the threads that validate stand back. Under a burst they take all the processor
/// time they get, and blocks that come late cost more than calls that wait.
const VALIDATION_NICENESS: i32 = 10;

tokio::task_local! {
	static REVALIDATION: ();
}

/// Whether the pool looks at a transaction again that it already holds.
pub(super) fn is_revalidation() -> bool {
	REVALIDATION.try_with(|()| ()).is_ok()
}

/// Runs a future whose validations are of transactions that the pool already holds.
pub(super) fn revalidating<F: Future>(future: F) -> impl Future<Output = F::Output> {
	REVALIDATION.scope((), future)
}

/// Spawns the pool's tasks.
#[derive(Clone)]
pub(super) struct Spawner<S>(pub(super) S);

impl<S: SpawnEssentialNamed + Clone> SpawnEssentialNamed for Spawner<S> {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		future: BoxFuture<'static, ()>,
	) {
		if name.starts_with(VALIDATION_TASKS) {
			self.0.spawn_essential_blocking(name, group, Box::pin(standing_back(future)));
		} else {
			self.0.spawn_essential_blocking(name, group, future);
		}
	}

	fn spawn_essential(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		future: BoxFuture<'static, ()>,
	) {
		if name == REVALIDATION_TASK {
			self.0.spawn_essential(name, group, Box::pin(revalidating(future)));
		} else {
			self.0.spawn_essential(name, group, future);
		}
	}
}

/// Runs a future that has a thread of its own for as long as the node runs, at a lower priority.
async fn standing_back(future: BoxFuture<'static, ()>) {
	// It works without as well, only less evenly.
	let _ = rustix::process::nice(VALIDATION_NICENESS);
	future.await;
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::executor::block_on;
	use std::sync::mpsc;

	/// Runs what it is given at once, on a thread of its own.
	#[derive(Clone)]
	struct Threads;

	impl SpawnEssentialNamed for Threads {
		fn spawn_essential_blocking(
			&self,
			_: &'static str,
			_: Option<&'static str>,
			future: BoxFuture<'static, ()>,
		) {
			std::thread::spawn(move || block_on(future)).join().expect("it does not panic");
		}

		fn spawn_essential(
			&self,
			name: &'static str,
			group: Option<&'static str>,
			future: BoxFuture<'static, ()>,
		) {
			self.spawn_essential_blocking(name, group, future);
		}
	}

	/// Niceness and mark of a task of this name.
	fn seen_in(name: &'static str) -> (i32, bool) {
		let (sender, receiver) = mpsc::channel();
		let task = async move {
			let niceness = rustix::process::nice(0).expect("it can be read");
			sender.send((niceness, is_revalidation())).expect("the test waits");
		};
		if name == REVALIDATION_TASK {
			Spawner(Threads).spawn_essential(name, None, Box::pin(task));
		} else {
			Spawner(Threads).spawn_essential_blocking(name, None, Box::pin(task));
		}
		receiver.recv().expect("it was sent")
	}

	#[test]
	fn validation_should_stand_back_and_nothing_else() {
		let (usual, _) = seen_in("aura");
		let (validation, _) = seen_in("transaction-pool-task-1");
		assert_eq!(validation, (usual + VALIDATION_NICENESS).min(19));
		assert_eq!(seen_in(REVALIDATION_TASK).0, usual);
	}

	#[test]
	fn revalidation_should_be_known_by_its_task() {
		assert!(seen_in(REVALIDATION_TASK).1);
		assert!(!seen_in("transaction-pool-task-0").1);
	}
}
