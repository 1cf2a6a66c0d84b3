//! The pool (成果池): on which terms an achievement may be tried.

use super::Flags;
use quanqi_title::{Actor, Consent};
use quanqi_types::{
	bounds::MAX_CONSENTS, Amount, BoundedVec, ConstU32, Digest, MemberId, Moment, Period, Scope,
	Term, TrialId,
};

choice! {
	/// Why an achievement is in the pool (S3 三(一)).
	pub enum EntryReason {
		/// The holder wants it (自愿).
		#[codec(index = 0)]
		Voluntary,
		/// It was not converted in the statute's years (三年未转化).
		#[codec(index = 1)]
		Idle,
		/// All achievements of a market support trials (网上技术市场全部成果).
		#[codec(index = 2)]
		MarketWide,
	}
}

choice! {
	/// What conversion will cost, declared before any trial.
	pub enum ConversionTerms {
		/// Exactly this price.
		#[codec(index = 0)]
		Fixed(Amount),
		/// By a formula: its document.
		#[codec(index = 1)]
		Formula(Digest),
		/// Not above this price.
		#[codec(index = 2)]
		Cap(Amount),
		/// Both sides agree freely afterwards (S3 二(二)).
		#[codec(index = 3)]
		ToBeAgreed,
	}
}

choice! {
	/// Who goes first when several users of one pool entry declare to convert. No text says.
	pub enum TieRule {
		/// Whoever declared first.
		#[codec(index = 0)]
		FirstDeclared,
		/// Whoever offered most when it declared; of equal offers the earlier.
		#[codec(index = 1)]
		HighestOffer,
		/// Whom the holder chooses.
		#[codec(index = 2)]
		HolderChooses,
	}
}

record! {
	/// The terms of a pool entry. They bind its trials even after it has left the pool (R22).
	pub struct EntryTerms {
		/// Why it enters.
		pub reason: EntryReason,
		/// What conversion will cost.
		pub conversion: ConversionTerms,
		/// Who goes first when several want to convert.
		pub tie: TieRule,
		/// How long a trial lasts.
		pub trial_length: Term,
		/// How many trials there may be at once, accepted ones counted.
		pub parallel_limit: u32,
		/// Digest of the standard trial contract (格式合同文本).
		pub standard_contract: Digest,
		/// Who operates it, if anyone (专责运营机构).
		pub operator: Option<MemberId>,
		/// What trials may use.
		pub scope: Scope,
		/// How long it stands open.
		pub period: Period,
	}
}

record! {
	/// One entry into the pool, by achievement and number of the title's entry.
	pub struct PoolEntry {
		/// The owner that entered it.
		pub by: MemberId,
		/// Its terms.
		pub terms: EntryTerms,
		/// When it entered.
		pub entered: Moment,
		/// When it left, once it has.
		pub left: Option<Moment>,
		/// Trials accepted and not over.
		pub active: u32,
		/// Whom the holder chose, if anyone.
		pub chosen: Option<TrialId>,
		/// What the statute found wanting.
		pub flags: Flags,
	}
}

record! {
	/// A pool entry by the version of its layout.
	pub enum EntryRecord {
		/// Version 1.
		#[codec(index = 1)]
		V1(PoolEntry),
	}
}

record! {
	/// A pool entry that waits for consents (T8).
	pub struct Proposal {
		/// Its number: who agrees names it, so that nobody agrees to other terms.
		pub number: u32,
		/// Who proposed it.
		pub actor: Actor,
		/// The terms.
		pub terms: EntryTerms,
		/// When it was proposed.
		pub opened: Moment,
		/// Consents so far.
		pub consents: BoundedVec<Consent, ConstU32<MAX_CONSENTS>>,
	}
}

record! {
	/// A trial whose user declared to convert, in the order of declarations.
	#[derive(Copy)]
	pub struct Contender {
		/// The trial.
		pub trial: TrialId,
		/// What its user offers, if it said so.
		pub offer: Option<Amount>,
		/// First moment at which it no longer goes before others (R13).
		pub priority_until: Moment,
		/// Whether the holder chose it, and its time has been counted from that choice.
		pub was_chosen: bool,
	}
}
