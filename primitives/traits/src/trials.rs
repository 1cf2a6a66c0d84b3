//! Trials (先用后转) as contracts see them, and the clock of idle achievements.

use quanqi_title::Entry;
use quanqi_types::{AchievementId, Amount, ContractId, MemberId, Moment, TrialId};
use sp_runtime::DispatchResult;

/// What a contract says that converts a trial.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conversion {
	/// The trial.
	pub trial: TrialId,
	/// The achievement it tried.
	pub achievement: AchievementId,
	/// Who converts: the trial's user.
	pub user: MemberId,
	/// The price allocated to this achievement; `None` when sealed, undivided or open.
	pub price: Option<Amount>,
}

/// Trials as other pallets see them.
pub trait Trials {
	/// Refuses a contract that the trial's declared terms do not allow.
	fn check_conversion(conversion: &Conversion) -> DispatchResult;

	/// The contract is signed by all: the trial is converted, its use right ends or is replaced.
	fn converted(conversion: &Conversion, contract: ContractId) -> DispatchResult;

	/// A trial whose user has declared to convert, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_declared(achievement: AchievementId, user: MemberId) -> TrialId;
}

/// Told of every entry that is appended to any history. It is how the idle clock learns of
/// transfers and licences, whichever area made them.
pub trait OnEntry {
	/// The entry was appended.
	fn entry_appended(achievement: AchievementId, entry: &Entry);
}

impl OnEntry for () {
	fn entry_appended(_: AchievementId, _: &Entry) {}
}

impl<A: OnEntry, B: OnEntry> OnEntry for (A, B) {
	fn entry_appended(achievement: AchievementId, entry: &Entry) {
		A::entry_appended(achievement, entry);
		B::entry_appended(achievement, entry);
	}
}

/// The idle clock, for conversions that no entry shows: equity, own use, joint use.
pub trait IdleClock {
	/// The achievement was converted at this moment by this contract.
	fn note_conversion(achievement: AchievementId, at: Moment, contract: ContractId);

	/// What this contract converted without an entry is undone.
	fn undo_conversion(achievement: AchievementId, contract: ContractId);
}

impl IdleClock for () {
	fn note_conversion(_: AchievementId, _: Moment, _: ContractId) {}
	fn undo_conversion(_: AchievementId, _: ContractId) {}
}
