//! Questions anyone can ask of a block (domain §11).

use crate::{
	views::{CheckAnswer, CheckQuestion, RequestView, TitleView},
	RequestId,
};
use alloc::vec::Vec;
use quanqi_title::{Entry, Head};
use quanqi_types::{AchievementId, MemberId};

/// Most entries or achievements in one answer.
pub const MAX_PAGE: u32 = 256;

sp_api::decl_runtime_apis! {
	/// Titles, histories and requests, and whether a step would be lawful.
	pub trait RightsApi {
		/// The present title and what of it is live.
		fn title(achievement: AchievementId) -> Option<TitleView>;

		/// Entries from number `from` on, at most `limit` and [`MAX_PAGE`].
		fn history(achievement: AchievementId, from: u32, limit: u32) -> Vec<Entry>;

		/// What a state proof of the achievement attests.
		fn head(achievement: AchievementId) -> Option<Head>;

		/// Achievements in whose titles a member is named, at most `limit` and [`MAX_PAGE`]; the
		/// next page begins after the last of this one. In no particular order.
		fn holdings(
			member: MemberId,
			after: Option<AchievementId>,
			limit: u32,
		) -> Vec<AchievementId>;

		/// Requests of an achievement that are not over.
		fn requests(achievement: AchievementId) -> Vec<RequestView>;

		/// A request that is not over.
		fn request(request: RequestId) -> Option<RequestView>;

		/// **Check**: would this step be lawful now? Writes nothing.
		fn check(question: CheckQuestion) -> CheckAnswer;
	}
}
