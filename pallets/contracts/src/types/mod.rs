//! Records of contracts: their terms, where they stand, and their registration.

/// What every stored type derives.
macro_rules! stored {
	($($item:item)*) => { $(
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
	)* };
}

mod money;
mod record;
mod registration;
mod terms;

pub use money::*;
pub use quanqi_types::{ContractKind, ContractState, Party, PartyRole, Seal};
pub use record::*;
pub use registration::*;
pub use terms::*;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::PalletError;
use quanqi_title::DecisionRef;
use quanqi_types::{bounds::MAX_LABEL_BYTES, ContractId, Digest, MemberId, ShortId, Text};
use scale_info::TypeInfo;

/// A short text: a number, a name, a label.
pub type Label = Text<MAX_LABEL_BYTES>;

/// The contract an error names. `0xffffff` stands for one that does not fit; ask **check**.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	PalletError,
)]
pub struct ContractInTheWay(pub [u8; 3]);

impl From<ContractId> for ContractInTheWay {
	fn from(contract: ContractId) -> Self {
		Self(ShortId::new(contract.0).0)
	}
}

stored! {
	/// A decision as an authority's call states it; the authority is who signs.
	pub struct DecisionDocument {
		/// Number of the document.
		pub document: Label,
		/// Digest of the document.
		pub digest: Digest,
	}
}

impl DecisionDocument {
	/// The decision of this authority.
	pub fn of(self, authority: MemberId) -> DecisionRef {
		DecisionRef { authority, document: self.document, digest: self.digest }
	}
}
