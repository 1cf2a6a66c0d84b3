//! What clients ask about statutes.

use alloc::vec::Vec;
use quanqi_types::{Moment, RuleId, StatuteVersion};

sp_api::decl_runtime_apis! {
	/// Legal numbers by rule and date.
	pub trait StatutesApi {
		/// The version of a rule that governs at a moment; `None` where none had begun.
		fn statutes_value(rule: RuleId, at: Moment) -> Option<StatuteVersion>;

		/// Every version of a rule, ascending by the moment it begins.
		fn statutes_versions(rule: RuleId) -> Vec<StatuteVersion>;

		/// The rules that have a version, in order.
		fn statutes_rules() -> Vec<RuleId>;

		/// Whether genesis declared a test network, where periods may count minutes.
		fn statutes_is_test_network() -> bool;
	}
}
