//! Questions anyone can ask of a block (domain §11).

use crate::{
	views::{CheckAnswer, CheckQuestion, EntryView, IdlePage, PoolPage, TrialPage, TrialView},
	Proposal, ServiceRecord,
};
use alloc::vec::Vec;
use quanqi_types::{AchievementId, MemberId, TrialId};
use sp_runtime::DispatchError;

/// Most records in one page.
pub const MAX_PAGE: u32 = 100;

/// Most achievements one page of the idle list looks at.
pub const MAX_WALK: u32 = 1_000;

sp_api::decl_runtime_apis! {
	/// The trial-first pool, trials, and the idle clock.
	pub trait TrialsApi {
		/// Everything known of a trial.
		fn trials_get(trial: TrialId) -> Option<TrialView>;

		/// Trials of an achievement after one of them, in the order of the index; at most [`MAX_PAGE`].
		fn trials_of(achievement: AchievementId, after: Option<TrialId>, limit: u32) -> TrialPage;

		/// Trials a member asked for after one of them, in the order of the index; at most
		/// [`MAX_PAGE`].
		fn trials_by(user: MemberId, after: Option<TrialId>, limit: u32) -> TrialPage;

		/// Services around a trial, from a number on; at most [`MAX_PAGE`].
		fn trials_services(trial: TrialId, from: u32, limit: u32) -> Vec<ServiceRecord>;

		/// A pool entry: this one, or the one by which the achievement is in the pool.
		fn trials_entry(achievement: AchievementId, entry: Option<u32>) -> Option<EntryView>;

		/// What is in the pool, after an achievement, in the order of the index; at most [`MAX_PAGE`].
		fn trials_pool(after: Option<AchievementId>, limit: u32) -> PoolPage;

		/// Entries into the pool that wait for consents.
		fn trials_proposals(achievement: AchievementId) -> Vec<Proposal>;

		/// Idle achievements (三年未转化), for a reader that may Audit (R21). A page looks at `limit`
		/// achievements after one, at most [`MAX_WALK`], and may so be empty and not the last.
		fn trials_idle(
			reader: MemberId,
			after: Option<AchievementId>,
			limit: u32,
		) -> Result<IdlePage, DispatchError>;

		/// **Check**: would this be done now? Writes nothing.
		fn trials_check(member: MemberId, question: CheckQuestion) -> CheckAnswer;
	}
}
