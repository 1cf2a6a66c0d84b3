//! Where a contract stands, who signed it, and what became of its effects.

use super::Label;
use quanqi_title::MandateRef;
use quanqi_types::{
	bounds::MAX_CONTRACT_PARTIES, AchievementId, BoundedVec, ConstU32, ContractState, Digest,
	MemberId, Moment,
};

/// Signatures of one version, in the order they came.
pub type Signatures = BoundedVec<Signature, ConstU32<MAX_CONTRACT_PARTIES>>;

stored! {
	/// A contract beside its terms.
	pub struct Contract {
		/// Where it stands.
		pub state: ContractState,
		/// The version in force; zero while there is none.
		pub version: u32,
		/// The version that waits for signatures, if one does.
		pub pending: Option<Pending>,
		/// When every party had signed the first version.
		pub signed_at: Option<Moment>,
		/// When it ended.
		pub ended_at: Option<Moment>,
		/// Effects applied so far: the next one's number.
		pub effects: u32,
		/// Payments and refunds so far: the next one's number.
		pub payments: u32,
		/// Pieces of evidence so far: the next one's number.
		pub evidence: u32,
	}

	/// A version that waits for signatures.
	#[derive(Copy)]
	pub struct Pending {
		/// Its number, from one.
		pub version: u32,
		/// Who drafted it.
		pub by: MemberId,
		/// When: silence on a pre-emption counts from here (T8).
		pub at: Moment,
	}

	/// How a signature came.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum Means {
		/// By a call of the party's key.
		#[codec(index = 0)]
		Call,
		/// By an ed25519 signature that somebody brought.
		#[codec(index = 1)]
		Ed25519,
	}

	/// A party's signature (签署).
	#[derive(Copy)]
	pub struct Signature {
		/// Whose.
		pub member: MemberId,
		/// The mandate used, when an agent signed.
		pub mandate: Option<MandateRef>,
		/// When it was recorded.
		pub at: Moment,
		/// How it came.
		pub means: Means,
	}

	/// What became of an effect.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum EffectState {
		/// A transfer of a share is agreed and waits for the office or its date (T2).
		#[codec(index = 0)]
		Agreed,
		/// It stands in the title's history.
		#[codec(index = 1)]
		Done,
		/// It moves no right itself: equity, a converted trial, joint use.
		#[codec(index = 2)]
		Recorded,
		/// A future achievement that does not exist yet.
		#[codec(index = 3)]
		Awaited,
		/// An agreed transfer fell away.
		#[codec(index = 4)]
		Cancelled,
		/// Undone by an amendment, the end of the contract or its rescission.
		#[codec(index = 5)]
		Undone,
	}

	/// An effect as it was applied.
	#[derive(Copy)]
	pub struct AppliedEffect {
		/// The version that it stands in.
		pub version: u32,
		/// Its place in that version's effects.
		pub index: u32,
		/// The achievement, where it is about one: of a future one, from its delivery on.
		pub achievement: Option<AchievementId>,
		/// The entry that made it.
		pub entry: Option<u32>,
		/// What became of it.
		pub state: EffectState,
	}

	/// How the parties end a contract.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum Ending {
		/// All is performed.
		#[codec(index = 0)]
		Performed,
		/// It ends for the future: what is not effective yet falls away, licences end.
		#[codec(index = 1)]
		Terminated,
		/// It is undone: reversing entries (C10).
		#[codec(index = 2)]
		Rescinded,
	}

	/// An ending that the parties agree to one by one.
	pub struct EndingAgreed {
		/// Which ending.
		pub ending: Ending,
		/// Digest of what they agreed.
		pub document: Digest,
		/// Who agreed.
		pub signatures: Signatures,
	}

	/// What a piece of evidence is about (C12).
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum EvidenceKind {
		/// Performance: a delivery, an acceptance (履行).
		#[codec(index = 0)]
		Performance,
		/// Industrialisation: production, sales (产业化).
		#[codec(index = 1)]
		Industrialisation,
	}

	/// A piece of evidence (C12).
	pub struct Evidence {
		/// What about.
		pub kind: EvidenceKind,
		/// What it is called.
		pub label: Label,
		/// Digest of the document.
		pub digest: Digest,
		/// Who attests it.
		pub attester: MemberId,
		/// The date it is of.
		pub date: Moment,
		/// When it was recorded.
		pub recorded: Moment,
	}
}

impl From<Ending> for ContractState {
	fn from(ending: Ending) -> Self {
		match ending {
			Ending::Performed => Self::Performed,
			Ending::Terminated => Self::Terminated,
			Ending::Rescinded => Self::Rescinded,
		}
	}
}
