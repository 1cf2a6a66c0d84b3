//! Why a certificate is not valid: one reason, the first in the order of the checks.

use crate::{
	finality::{FinalityError, SetError},
	header::ChangeError,
	keys::Item,
	openings::OpeningError,
	records::ValueError,
	trie::StateError,
	trust::TrustError,
};
use core::fmt;
use quanqi_title::Refusal;
use quanqi_types::ContractId;
use serde::{Deserialize, Serialize};

/// The checks, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
	/// The file is a certificate of a known format, whole and in its one form.
	Form,
	/// It is of the trusted chain.
	Chain,
	/// From the trusted authorities, every handover leads to those of the anchor.
	Authorities,
	/// The anchor is final.
	Finality,
	/// Everything shown is part of the anchor's state.
	State,
	/// The history, done again, leads to the title.
	History,
	/// What is opened is what was sealed.
	Openings,
	/// The anchor is not older than the caller allows.
	Age,
}

/// What an error means for who holds the certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
	/// No certificate, or one that a newer verifier can read. It says nothing about the title.
	Unreadable,
	/// Refused: it proves nothing.
	Invalid,
	/// A fresh certificate, or a fresh checkpoint, is needed. It says nothing against the title.
	Refresh,
}

/// Which finalised block of a certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
	/// A handover, counted from 0.
	Handover(u32),
	/// The anchor.
	Anchor,
}

/// Why a certificate is not valid.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Error {
	/// The file is larger than any certificate.
	TooLarge,
	/// The file does not begin as a certificate does.
	NotACertificate,
	/// The format is newer than this verifier.
	UnknownFormat(u8),
	/// The file is cut off, too long, or not in the format's encoding.
	Malformed,
	/// The same certificate has another encoding, and that one is its file.
	NotCanonical,
	/// The trust file cannot be used.
	Trust(TrustError),
	/// It is of another chain.
	OtherChain,
	/// The anchor's authority set is older than the trusted one.
	Superseded {
		/// The anchor's set.
		set_id: u64,
		/// The trusted set.
		trusted: u64,
	},
	/// The handovers begin after the trusted authority set.
	HandoverMissing {
		/// Where they begin.
		first_set: u64,
		/// The trusted set.
		trusted: u64,
	},
	/// The authority sets are numbered beyond all numbers.
	SetOverflow,
	/// A header announces no authority set that can be followed.
	Change {
		/// The handover.
		step: u32,
		/// Why.
		error: ChangeError,
	},
	/// The authorities that a header announces are no set.
	Authorities {
		/// The handover.
		step: u32,
		/// Why.
		error: SetError,
	},
	/// A block comes before the one in front of it.
	BlocksOutOfOrder(Place),
	/// A block or an announcement cannot be, if the checkpoint is true.
	ContradictsCheckpoint(Place),
	/// A block is not shown to be final.
	Finality {
		/// Which block.
		place: Place,
		/// Why.
		error: FinalityError,
	},
	/// The anchor does not say when it was made.
	NoTime,
	/// The state proof does not show what it has to.
	State {
		/// The value looked for, if it was for one.
		item: Option<Item>,
		/// Why.
		error: StateError,
	},
	/// A proven value cannot be read.
	Value {
		/// Which value.
		item: Item,
		/// Why.
		error: ValueError,
	},
	/// The members are not in ascending order, or one is there twice.
	MembersOutOfOrder,
	/// The contracts are not in ascending order, or one version is there twice.
	ContractsOutOfOrder,
	/// A version of a contract is a draft that not every party signed.
	NotSigned {
		/// The contract.
		contract: ContractId,
		/// The version.
		version: u32,
	},
	/// An entry cannot be read.
	Entry {
		/// Its number.
		number: u32,
		/// Why.
		error: ValueError,
	},
	/// An entry is not lawful after those before it.
	EntryRefused {
		/// Its number.
		number: u32,
		/// The rule and the reason.
		refusal: Refusal,
	},
	/// The history or the title is that of another achievement.
	OtherAchievement,
	/// The history has more or fewer entries than the head says.
	HistoryLength,
	/// The history is not the one that the head stands for.
	HistoryHash,
	/// The title is not the one that the head stands for.
	TitleHash,
	/// The title's ledger status is not the head's.
	HeadStatus,
	/// Neither the history nor the contract's terms connect the contract with the achievement.
	OtherContract(ContractId),
	/// An opening opens nothing.
	Opening {
		/// Its place, from 0.
		number: u32,
		/// Why.
		error: OpeningError,
	},
	/// The anchor is older than the caller allows.
	TooOld {
		/// Its age in full days.
		age_days: u64,
		/// What the caller allows.
		max_days: u32,
	},
}

impl Check {
	/// Every check of a certificate, in order; the last is the caller's own.
	pub const ALL: [Self; 8] = [
		Self::Form,
		Self::Chain,
		Self::Authorities,
		Self::Finality,
		Self::State,
		Self::History,
		Self::Openings,
		Self::Age,
	];
}

impl Error {
	/// Which check failed.
	pub fn check(&self) -> Check {
		match self {
			Self::TooLarge
			| Self::NotACertificate
			| Self::UnknownFormat(_)
			| Self::Malformed
			| Self::NotCanonical => Check::Form,
			Self::Trust(_) | Self::OtherChain => Check::Chain,
			Self::Superseded { .. }
			| Self::HandoverMissing { .. }
			| Self::SetOverflow
			| Self::Change { .. }
			| Self::Authorities { .. }
			| Self::BlocksOutOfOrder(_)
			| Self::ContradictsCheckpoint(_)
			| Self::Finality { place: Place::Handover(_), .. } => Check::Authorities,
			Self::Finality { place: Place::Anchor, .. } | Self::NoTime => Check::Finality,
			Self::State { .. }
			| Self::Value { .. }
			| Self::MembersOutOfOrder
			| Self::ContractsOutOfOrder
			| Self::NotSigned { .. } => Check::State,
			Self::Entry { .. }
			| Self::EntryRefused { .. }
			| Self::OtherAchievement
			| Self::HistoryLength
			| Self::HistoryHash
			| Self::TitleHash
			| Self::HeadStatus => Check::History,
			Self::OtherContract(_) | Self::Opening { .. } => Check::Openings,
			Self::TooOld { .. } => Check::Age,
		}
	}

	/// What it means for who holds the certificate.
	pub fn class(&self) -> Class {
		match self {
			Self::TooLarge
			| Self::NotACertificate
			| Self::UnknownFormat(_)
			| Self::Trust(_)
			// What a final block holds and this cannot read, a newer chain wrote.
			| Self::Value { .. }
			| Self::Entry { error: ValueError::UnknownVersion, .. } => Class::Unreadable,
			Self::Superseded { .. }
			| Self::HandoverMissing { .. }
			| Self::Change { error: ChangeError::ForcedChange, .. }
			| Self::TooOld { .. } => Class::Refresh,
			_ => Class::Invalid,
		}
	}
}

impl core::error::Error for Error {}

impl fmt::Display for Place {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Handover(step) => write!(f, "handover {step}"),
			Self::Anchor => f.write_str("the anchor"),
		}
	}
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::TooLarge => f.write_str("the file is larger than any certificate"),
			Self::NotACertificate => f.write_str("the file is not a certificate"),
			Self::UnknownFormat(version) => {
				write!(f, "format {version} is newer than this verifier: update it")
			}
			Self::Malformed => f.write_str("the file is damaged: it cannot be decoded"),
			Self::NotCanonical => f.write_str("the file is not in the one form of its certificate"),
			Self::Trust(error) => write!(f, "the trust file cannot be used: {error}"),
			Self::OtherChain => f.write_str("the certificate is of another chain"),
			Self::Superseded { set_id, trusted } => write!(
				f,
				"authority set {set_id} is older than the trusted set {trusted}: ask for a fresh certificate"
			),
			Self::HandoverMissing { first_set, trusted } => write!(
				f,
				"the handovers begin with authority set {first_set}, after the trusted set {trusted}: \
				 ask for a certificate with all handovers, or for a fresh checkpoint"
			),
			Self::SetOverflow => f.write_str("the authority sets are numbered beyond all numbers"),
			Self::Change { step, error } => write!(f, "handover {step}: {error}"),
			Self::Authorities { step, error } => write!(f, "handover {step}: {error}"),
			Self::BlocksOutOfOrder(place) => {
				write!(f, "{place} comes before the block in front of it")
			}
			Self::ContradictsCheckpoint(place) => write!(f, "{place} contradicts the checkpoint"),
			Self::Finality { place, error } => {
				write!(f, "{place} is not shown to be final: {error}")
			}
			Self::NoTime => f.write_str("the anchor does not say when it was made"),
			Self::State { item: Some(item), error } => write!(f, "{item}: {error}"),
			Self::State { item: None, error } => write!(f, "the state proof: {error}"),
			Self::Value { item, error } => write!(f, "{item}: {error}"),
			Self::MembersOutOfOrder => f.write_str("the members are not in ascending order"),
			Self::ContractsOutOfOrder => f.write_str("the contracts are not in ascending order"),
			Self::NotSigned { contract, version } => {
				write!(f, "not every party signed version {version} of contract {contract}")
			}
			Self::Entry { number, error } => write!(f, "entry {number}: {error}"),
			Self::EntryRefused { number, refusal } => {
				write!(f, "entry {number} is not lawful: {refusal}")
			}
			Self::OtherAchievement => f.write_str("it is the title of another achievement"),
			Self::HistoryLength => {
				f.write_str("the history has more or fewer entries than the proven head says")
			}
			Self::HistoryHash => f.write_str("the history is not that of the proven head"),
			Self::TitleHash => f.write_str("the title is not that of the proven head"),
			Self::HeadStatus => f.write_str("the ledger status is not that of the proven head"),
			Self::OtherContract(contract) => {
				write!(f, "contract {contract} is not about this achievement")
			}
			Self::Opening { number, error } => write!(f, "opening {number}: {error}"),
			Self::TooOld { age_days, max_days } => {
				write!(f, "the anchor is {age_days} days old, and {max_days} are allowed")
			}
		}
	}
}

/// `Display` by one sentence for each variant.
macro_rules! sentences {
	($name:ty { $($pattern:pat => $sentence:literal,)* }) => {
		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				f.write_str(match self {
					$($pattern => $sentence,)*
				})
			}
		}

		impl core::error::Error for $name {}
	};
}

sentences!(Check {
	Self::Form => "the file is whole and of a known format",
	Self::Chain => "it is of the trusted chain",
	Self::Authorities => "the authorities follow from the trusted ones",
	Self::Finality => "the anchor is final",
	Self::State => "what is shown is part of the anchor's state",
	Self::History => "the history leads to the title",
	Self::Openings => "what is opened is what was sealed",
	Self::Age => "the anchor is recent enough",
});

sentences!(SetError {
	Self::Empty => "there are no authorities",
	Self::Repeated => "an authority is named twice",
	Self::Weightless => "an authority has no weight",
	Self::TooHeavy => "the authorities weigh too much",
});

sentences!(ChangeError {
	Self::NoChange => "the header announces no change of authorities",
	Self::TwoChanges => "the header announces two changes of authorities",
	Self::ForcedChange => "the change of authorities was forced: a new checkpoint is needed",
	Self::DelayedChange => "the change of authorities is delayed",
	Self::MalformedLog => "the announcement cannot be decoded",
});

sentences!(StateError {
	Self::OutOfOrder => "the nodes are not in ascending order, or one is there twice",
	Self::MissingNode => "a node is missing, or the proof is of another state",
	Self::MalformedNode => "a node is not well formed",
	Self::Absent => "the state has no such value",
	Self::UnusedNode => "a node is there that proves nothing",
});

sentences!(ValueError {
	Self::UnknownVersion => "its version is newer than this verifier: update it",
	Self::Malformed => "it cannot be decoded",
});

sentences!(OpeningError {
	Self::OutOfOrder => "the openings are not in ascending order",
	Self::NotProved => "what it opens is not proved here",
	Self::NotSealed => "there is nothing sealed to open",
	Self::Malformed => "it is not put together as what it opens demands",
	Self::WrongOpening => "salt and value are not those that were sealed",
});

impl fmt::Display for TrustError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::UnknownVersion => f.write_str("its version is newer than this verifier"),
			Self::Authorities(error) => error.fmt(f),
		}
	}
}

impl core::error::Error for TrustError {}

impl fmt::Display for FinalityError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::OtherTarget => f.write_str("the justification is for another block"),
			Self::NotAnAuthority(vote) => write!(f, "vote {vote} is from no authority of the set"),
			Self::VotesTwice(vote) => write!(f, "vote {vote} is the second of its authority"),
			Self::Unconnected(vote) => {
				write!(f, "vote {vote} is for a block that does not follow it")
			}
			Self::WrongSignature(vote) => {
				write!(f, "vote {vote} is not signed for this block, round and set")
			}
			Self::BelowThreshold => f.write_str("the votes do not weigh more than two thirds"),
			Self::NoDirectVote => f.write_str("no vote is for the block itself"),
			Self::LaterBlock => f.write_str("the votes make a later block final"),
			Self::RepeatedAncestor => f.write_str("a header is there twice"),
			Self::UnusedAncestor => f.write_str("a header is there that no vote needs"),
			Self::OutOfOrder => f.write_str("votes or headers are not in ascending order"),
			Self::Surplus => f.write_str("there are more votes than needed"),
		}
	}
}

impl core::error::Error for FinalityError {}
