//! Grants as they are stored.

/// Derives of everything that is stored, encoded in calls and written as JSON.
macro_rules! stored {
	($($item:item)*) => {
		$(
			#[derive(
				Clone,
				PartialEq,
				Eq,
				Debug,
				codec::Encode,
				codec::Decode,
				codec::DecodeWithMemTracking,
				codec::MaxEncodedLen,
				scale_info::TypeInfo,
				serde::Serialize,
				serde::Deserialize,
			)]
			$item
		)*
	};
}

mod numbers;
mod record;
mod terms;

pub use numbers::Numbers;
pub use record::{
	Acceptance, Behalf, Effects, Grant, GrantStatus, Judged, Line, LineState, Record,
};
pub use terms::{Content, Holding, IncomeLine, IncomePayee, Length, Terms};
