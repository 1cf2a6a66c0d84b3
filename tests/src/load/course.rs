//! What became of each call.

use crate::rpc::Hash;
use std::{
	collections::BTreeMap,
	sync::{Mutex, MutexGuard, PoisonError},
	time::{Duration, Instant},
};

/// The answer to a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
	/// The node took the call into its pool.
	Accepted,
	/// The node refused it for good, and said why.
	Refused(String),
	/// Not offered any more, because an earlier call of the same key was refused for good.
	Stranded,
}

/// The course of one call; times count from the start of the run.
#[derive(Clone, Debug, Default)]
pub struct Course {
	/// When it was due (paced) or first sent (burst).
	pub submitted: Option<Duration>,
	/// What the node answered in the end.
	pub answer: Option<Answer>,
	/// How often the node pushed it back before that.
	pub pushed_back: u64,
	/// When a node other than the one that took it had it in a finalised block.
	pub finalised: Option<Duration>,
}

/// A finalised block with calls of the run.
#[derive(Clone, Debug)]
pub struct SeenBlock {
	/// Its height.
	pub number: u64,
	/// Its hash.
	pub hash: Hash,
	/// The calls of the run in it: the position in the block, and the call's index.
	pub calls: Vec<(u32, usize)>,
}

/// The record of a run, shared by all that send and watch.
#[derive(Debug)]
pub struct Record {
	start: Instant,
	inner: Mutex<Inner>,
}

/// The record's contents.
#[derive(Debug, Default)]
pub struct Inner {
	/// One course per call.
	pub courses: Vec<Course>,
	/// The blocks in which the calls were seen, by height.
	pub blocks: BTreeMap<u64, SeenBlock>,
	/// When the last of them was seen.
	pub last_progress: Option<Duration>,
	/// How often a connection to a node broke.
	pub disconnections: u64,
	/// Why nodes pushed calls back, with numbers.
	pub push_backs: BTreeMap<String, u64>,
}

impl Record {
	/// An empty record of `count` calls that starts now.
	pub fn new(count: usize) -> Self {
		let inner = Inner { courses: vec![Course::default(); count], ..Inner::default() };
		Self { start: Instant::now(), inner: Mutex::new(inner) }
	}

	/// Time since the start.
	pub fn elapsed(&self) -> Duration {
		self.start.elapsed()
	}

	/// The moment a duration after the start.
	pub fn moment(&self, after: Duration) -> Instant {
		self.start + after
	}

	/// The contents, for reading and writing.
	pub fn lock(&self) -> MutexGuard<'_, Inner> {
		// Each holder leaves the record whole, so a panic elsewhere spoils nothing here.
		self.inner.lock().unwrap_or_else(PoisonError::into_inner)
	}

	/// Notes that a call was due or sent at a time; only the first such note counts.
	pub fn note_submitted(&self, call: usize, at: Duration) {
		if let Some(course) = self.lock().courses.get_mut(call) {
			course.submitted.get_or_insert(at);
		}
	}

	/// Notes the final answer to a call.
	pub fn note_answer(&self, call: usize, answer: Answer) {
		if let Some(course) = self.lock().courses.get_mut(call) {
			course.answer = Some(answer);
		}
	}

	/// Notes that a node pushed a call back for now.
	pub fn note_push_back(&self, call: usize, reason: &str) {
		let mut inner = self.lock();
		if let Some(course) = inner.courses.get_mut(call) {
			course.pushed_back = course.pushed_back.saturating_add(1);
		}
		let count = inner.push_backs.entry(reason.into()).or_default();
		*count = count.saturating_add(1);
	}

	/// Notes a finalised block and the calls found in it.
	pub fn note_block(&self, block: SeenBlock, at: Duration) {
		let mut inner = self.lock();
		for (_, call) in &block.calls {
			if let Some(course) = inner.courses.get_mut(*call) {
				course.finalised.get_or_insert(at);
			}
		}
		inner.last_progress = Some(at);
		// Two observers see parts of the same block.
		match inner.blocks.get_mut(&block.number) {
			Some(seen) => seen.calls.extend(block.calls),
			None => {
				inner.blocks.insert(block.number, block);
			}
		}
	}

	/// How many accepted calls are not yet seen in a finalised block.
	pub fn outstanding(&self) -> usize {
		self.lock()
			.courses
			.iter()
			.filter(|course| course.answer == Some(Answer::Accepted) && course.finalised.is_none())
			.count()
	}
}
