//! Records and their transitions.

mod declaration;
mod groups;
mod record;

pub use declaration::*;
pub use groups::*;
pub use record::*;

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::traits::PalletError;
use quanqi_types::{bounds::MAX_LABEL_BYTES, AchievementId, ShortId, Text};
use scale_info::TypeInfo;

/// A short text: a label, a programme, a document number.
pub type Label = Text<MAX_LABEL_BYTES>;

/// The record an error names, in the three bytes an error has room for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct RecordInTheWay(pub ShortId);

impl PalletError for RecordInTheWay {
	const MAX_ENCODED_SIZE: usize = 3;
}

impl From<AchievementId> for RecordInTheWay {
	fn from(id: AchievementId) -> Self {
		Self(ShortId::new(id.0))
	}
}
