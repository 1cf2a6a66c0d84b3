//! Titles: the only way to change rights in an achievement.

use alloc::vec::Vec;
use quanqi_title::{Act, Actor, Cause, Consent, LegalDate, Refusal, TitleBody};
use quanqi_types::{AchievementId, Moment};
use sp_runtime::DispatchError;

/// A step that a pallet wants taken. The rights pallet adds number, block, time and statute values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
	/// Whose act it is.
	pub actor: Actor,
	/// What it is done for.
	pub cause: Cause,
	/// The day the law counts from, where it is not the block's.
	pub legal_date: Option<LegalDate>,
	/// Consents that the calling pallet has established.
	pub consents: Vec<Consent>,
	/// What is to happen.
	pub act: Act,
}

/// Titles and histories as other pallets see them.
pub trait Titles {
	/// The present title.
	fn title(achievement: AchievementId) -> Option<TitleBody>;

	/// Whether a step would be lawful now, without writing.
	fn check(achievement: AchievementId, step: &Step) -> Result<(), Refusal>;

	/// Appends the step to the history when it is lawful; its entry's number.
	fn append(achievement: AchievementId, step: Step) -> Result<u32, DispatchError>;

	/// Time of the present block.
	fn now() -> Moment;
}
