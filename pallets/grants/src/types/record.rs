//! The record of a grant, and how it came into effect.

use super::terms::Terms;
use quanqi_title::MandateRef;
use quanqi_types::{
	bounds::MAX_SHARE_LINES, BoundedVec, ConstU32, Digest, MandateId, MemberId, Moment, NoticeId,
	Period, Ppm, RuleId,
};

stored! {
	/// A grant, by version of its layout.
	#[serde(rename_all = "kebab-case", tag = "layout")]
	pub enum Record {
		/// Version 1.
		#[codec(index = 1)]
		#[serde(rename = "1")]
		V1(Grant),
	}

	/// A grant (赋权).
	pub struct Grant {
		/// The unit that grants.
		pub unit: MemberId,
		/// Which version of the terms this is, from 0. An amendment is the next one: what was approved,
		/// noticed or accepted of an earlier one counts for nothing.
		pub version: u32,
		/// The terms.
		pub terms: Terms,
		/// How many keys of the unit must approve: the unit's number on the day of this version.
		pub approvals_needed: u8,
		/// Where it stands.
		pub status: GrantStatus,
		/// When this version was proposed.
		pub proposed: Moment,
		/// The notice of this version.
		pub notice: Option<NoticeId>,
		/// When that notice closed.
		pub notice_closed: Option<Moment>,
		/// When it was agreed: its own date, whose law judges it.
		pub agreed: Option<Moment>,
		/// What statutes said of it on that date.
		pub judged: BoundedVec<Judged, ConstU32<4>>,
		/// What it did to the title.
		pub effects: Effects,
		/// When it came into effect.
		pub effective: Option<Moment>,
		/// When it was rejected, withdrawn or rescinded, and the digest of the document behind it.
		pub ended: Option<(Moment, Option<Digest>)>,
	}

	/// Where a grant stands.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum GrantStatus {
		/// Proposed (提出): keys of the unit approve.
		#[codec(index = 0)]
		Proposed,
		/// Approved (批准).
		#[codec(index = 1)]
		Approved,
		/// Noticed (公示): objections, and then the team accepts.
		#[codec(index = 2)]
		Noticed,
		/// Agreed (签约): it binds, and waits for the office (T2).
		#[codec(index = 3)]
		Agreed,
		/// Effective (生效).
		#[codec(index = 4)]
		Effective,
		/// Rejected (否决): an objection was upheld or the unit refused.
		#[codec(index = 5)]
		Rejected,
		/// Withdrawn (撤回).
		#[codec(index = 6)]
		Withdrawn,
		/// Rescinded (解除), or failed before it took effect: reversed by entries.
		#[codec(index = 7)]
		Rescinded,
	}

	/// What a statute says of a grant. Parts are ppm, lengths seconds, a code found counts as one.
	#[derive(Copy)]
	pub struct Judged {
		/// The rule.
		pub rule: RuleId,
		/// Since when the version that governs does.
		pub effective_from: Moment,
		/// Whether it refuses; it only flags otherwise.
		pub binding: bool,
		/// What it requires.
		pub required: u64,
		/// What the terms have.
		pub found: u64,
	}

	/// What a grant did to the title.
	#[serde(rename_all = "kebab-case")]
	pub enum Effects {
		/// Nothing yet.
		#[codec(index = 0)]
		None,
		/// Shares move to these members.
		#[codec(index = 1)]
		Shares(BoundedVec<Line, ConstU32<MAX_SHARE_LINES>>),
		/// A use right.
		#[codec(index = 2)]
		Use {
			/// Its number in the title.
			right: u32,
			/// From when to when it was granted.
			period: Period,
			/// When it ended, once it has.
			ended: Option<Moment>,
		},
	}

	/// A share on its way to a member.
	#[derive(Copy)]
	pub struct Line {
		/// Who receives.
		pub member: MemberId,
		/// How much of the whole.
		pub ppm: Ppm,
		/// How far it is.
		pub state: LineState,
	}

	/// How far a share is.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum LineState {
		/// Agreed by this entry; it waits for the office.
		#[codec(index = 0)]
		Agreed(u32),
		/// It moved.
		#[codec(index = 1)]
		Moved,
		/// What was agreed fell away.
		#[codec(index = 2)]
		Cancelled,
		/// Its return is agreed by this entry; it waits for the office.
		#[codec(index = 3)]
		Returning(u32),
		/// It returned to the unit.
		#[codec(index = 4)]
		Returned,
	}

	/// A member's word, and who gave it for it.
	#[derive(Copy)]
	pub struct Acceptance {
		/// Whose.
		pub member: MemberId,
		/// The mandate used, if an agent acted.
		pub mandate: Option<MandateRef>,
	}

	/// In whose name somebody consents.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum Behalf {
		/// In the name of its own member.
		#[codec(index = 0)]
		Own,
		/// In the name of the principal of this mandate (委托).
		#[codec(index = 1)]
		Mandate(MandateId),
		/// In the name of this suspended member, whose administrator it is.
		#[codec(index = 2)]
		Administered(MemberId),
	}
}

impl Judged {
	/// Whether the terms have what the rule requires.
	pub fn is_met(&self) -> bool {
		self.found >= self.required
	}
}

impl GrantStatus {
	/// Whether nothing is agreed yet, so that terms can change and the unit can step back.
	pub fn is_before_agreement(self) -> bool {
		matches!(self, Self::Proposed | Self::Approved | Self::Noticed)
	}

	/// Whether it binds.
	pub fn is_in_force(self) -> bool {
		matches!(self, Self::Agreed | Self::Effective)
	}
}

impl Grant {
	/// The lines of shares, where it is about shares.
	pub fn lines(&self) -> &[Line] {
		match &self.effects {
			Effects::Shares(lines) => lines,
			Effects::None | Effects::Use { .. } => &[],
		}
	}

	/// Whether a share still waits for the office.
	pub fn waits_for_office(&self) -> bool {
		self.lines().iter().any(|line| line.state.entry().is_some())
	}
}

impl LineState {
	/// The entry that agreed a transfer which has not become effective.
	pub fn entry(self) -> Option<u32> {
		match self {
			Self::Agreed(entry) | Self::Returning(entry) => Some(entry),
			Self::Moved | Self::Cancelled | Self::Returned => None,
		}
	}
}
