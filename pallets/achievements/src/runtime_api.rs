//! What clients ask about achievements.

use crate::types::{Achievement, Bundle, BundleId, FamilyId, Submission};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use quanqi_types::{AchievementId, Identifier, MemberId, Shares};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchError;

/// Most records in one page.
pub const MAX_PAGE: u32 = 100;

/// Everything known of a record.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct AchievementView {
	/// Its number.
	pub achievement: AchievementId,
	/// The record, with what its title says of kind, statuses and end of protection.
	pub record: Achievement,
	/// Who owns it, or will when all have confirmed.
	pub owners: Option<Shares>,
	/// Co-owners whose confirmation is missing.
	pub awaited: Vec<MemberId>,
	/// Its family.
	pub family: Option<FamilyId>,
	/// Its bundle.
	pub bundle: Option<BundleId>,
}

/// Some records, and where the next page begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct AchievementPage {
	/// The records.
	pub items: Vec<AchievementView>,
	/// Ask for records after this one; `None` after the last page.
	pub next: Option<AchievementId>,
}

sp_api::decl_runtime_apis! {
	/// The register of achievements.
	pub trait AchievementsApi {
		/// Everything known of a record.
		fn achievements_get(achievement: AchievementId) -> Option<AchievementView>;

		/// The achievement that an identifier names.
		fn achievements_by_identifier(identifier: Identifier) -> Option<AchievementId>;

		/// Records after a number, ascending; at most [`MAX_PAGE`].
		fn achievements_list(after: Option<AchievementId>, limit: u32) -> AchievementPage;

		/// Records of a holder after one of them, in the order of the index; at most [`MAX_PAGE`].
		fn achievements_by_holder(
			holder: MemberId,
			after: Option<AchievementId>,
			limit: u32,
		) -> AchievementPage;

		/// The records of a family, ascending.
		fn achievements_family(family: FamilyId) -> Vec<AchievementId>;

		/// A bundle.
		fn achievements_bundle(bundle: BundleId) -> Option<Bundle>;

		/// Whether a holder could register this now; the refusal otherwise. Writes nothing.
		fn achievements_check(holder: MemberId, submission: Submission) -> Result<(), DispatchError>;
	}
}
