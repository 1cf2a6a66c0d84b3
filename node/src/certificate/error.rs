//! Why the node makes no certificate.

use quanqi_certificate::finality::Justification;
use quanqi_types::{AchievementId, ContractId};

/// Why the node makes no certificate.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Error {
	/// No title of this number at the anchor.
	#[error("achievement {0} has no title at the last block with a proof of finality")]
	UnknownAchievement(AchievementId),
	/// No such contract at the anchor.
	#[error("there is no contract {0} at the last block with a proof of finality")]
	UnknownContract(ContractId),
	/// Not every party has signed the version, or there is no such version.
	#[error("contract {contract} has no version {version} that every party signed")]
	NotSigned {
		/// The contract.
		contract: ContractId,
		/// The version; 0 where none is in force.
		version: u32,
	},
	/// A contract about something else.
	#[error("contract {0} has nothing to do with the achievement")]
	OtherContract(ContractId),
	/// The node has finalised nothing itself yet.
	#[error("this node has no proof of finality yet; ask again when it has finalised a block")]
	NothingJustified,
	/// The verifier's set is newer than the anchor's.
	#[error(
		"no block is finalised by authority set {from_set} yet; the last one is by set {present}"
	)]
	SetNotReached {
		/// The set asked for.
		from_set: u64,
		/// The anchor's.
		present: u64,
	},
	/// A change of validators that this node has no proof of.
	#[error(
		"this node has no proof of how authority set {0} ended; ask a node that has synchronised \
		 every block, or start from a later checkpoint"
	)]
	ChangeUnknown(u64),
	/// A change of validators that its own validators did not finalise.
	#[error(
		"authority set {0} was replaced without its own validators; start from a later checkpoint"
	)]
	ForcedChange(u64),
	/// It would not fit into a certificate.
	#[error("{what}: {count}, and a certificate holds at most {most}")]
	TooMuch {
		/// What is too much.
		what: &'static str,
		/// How much there is.
		count: u64,
		/// How much may be.
		most: u64,
	},
	/// The state of the anchor is gone.
	#[error("the state of block {0} is no longer kept by this node; ask again")]
	StatePruned(u32),
	/// As many are being made as may be at once.
	#[error("this node is making as many certificates as it may at once; ask again")]
	Busy,
	/// The database failed, or what was made does not verify.
	#[error("{0}")]
	Internal(String),
}

impl Error {
	/// What something that cannot happen is told as.
	pub(super) fn internal(error: impl ToString) -> Self {
		Self::Internal(error.to_string())
	}

	/// A justification of the database that does not show what the chain rests on.
	pub(super) fn unfit(justification: &Justification) -> Self {
		let number = justification.commit.target_number;
		Self::Internal(format!("the proof of finality of block {number} does not hold"))
	}

	/// Its code among those that begin with `base`.
	pub(crate) fn code(&self, base: i32) -> i32 {
		let own = match self {
			Self::Internal(_) => 0,
			Self::UnknownAchievement(_) => 21,
			Self::NothingJustified => 22,
			Self::SetNotReached { .. } => 23,
			Self::ChangeUnknown(_) => 24,
			Self::ForcedChange(_) => 25,
			Self::TooMuch { .. } => 26,
			Self::StatePruned(_) => 27,
			Self::Busy => 28,
			Self::UnknownContract(_) => 29,
			Self::NotSigned { .. } => 30,
			Self::OtherContract(_) => 31,
		};
		base.saturating_add(own)
	}

	/// Refuses a number above its bound.
	pub(super) fn check_bound(what: &'static str, count: u64, most: u64) -> Result<(), Self> {
		match count <= most {
			true => Ok(()),
			false => Err(Self::TooMuch { what, count, most }),
		}
	}
}
