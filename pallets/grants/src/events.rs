//! What happened to grants.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened to a grant.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A unit changed how many of its keys must approve.
		ApprovalsSet {
			/// The unit.
			unit: MemberId,
			/// The number until now.
			old: u8,
			/// The number from now on, for terms proposed from now on.
			new: u8,
		},
		/// Terms were proposed.
		Proposed {
			/// The grant.
			grant: GrantId,
			/// The achievement.
			achievement: AchievementId,
			/// The unit that grants.
			unit: MemberId,
			/// How many keys of the unit must approve.
			approvals_needed: u8,
		},
		/// The terms changed: approvals, notice and acceptances count for nothing.
		Amended {
			/// The grant.
			grant: GrantId,
			/// The version until now.
			old: u32,
			/// The version from now on.
			new: u32,
		},
		/// A key of the unit approved.
		ApprovalGiven {
			/// The grant.
			grant: GrantId,
			/// The version of the terms.
			version: u32,
			/// The key.
			key: T::AccountId,
			/// How many have approved.
			given: u8,
			/// How many must.
			needed: u8,
		},
		/// As many keys approved as must.
		Approved {
			/// The grant.
			grant: GrantId,
		},
		/// Public notice was given.
		Noticed {
			/// The grant.
			grant: GrantId,
			/// The notice.
			notice: NoticeId,
			/// Digest of the text as published.
			document: Digest,
		},
		/// The notice closed and no objection stands: the team may accept.
		NoticeClosed {
			/// The grant.
			grant: GrantId,
			/// The notice.
			notice: NoticeId,
			/// The moment that counts.
			at: Moment,
		},
		/// A beneficiary accepted.
		Accepted {
			/// The grant.
			grant: GrantId,
			/// Who.
			member: MemberId,
			/// The mandate used, if its representative acted.
			mandate: Option<MandateId>,
		},
		/// A member consented for the title (T8, T4, T9).
		ConsentGiven {
			/// The grant.
			grant: GrantId,
			/// Who.
			member: MemberId,
			/// In which capacity.
			role: ConsentRole,
			/// The mandate used, if an agent acted.
			mandate: Option<MandateId>,
		},
		/// An encouraged rule was not met when the grant was agreed: recorded, not refused.
		Flagged {
			/// The grant.
			grant: GrantId,
			/// What the statute requires and what was found.
			judged: Judged,
		},
		/// The grant binds (T2).
		Agreed {
			/// The grant.
			grant: GrantId,
			/// The achievement.
			achievement: AchievementId,
		},
		/// A share of the grant moved, or what was agreed fell away.
		LineChanged {
			/// The grant.
			grant: GrantId,
			/// Whose.
			member: MemberId,
			/// How much of the whole.
			ppm: Ppm,
			/// How far it was.
			old: LineState,
			/// How far it is.
			new: LineState,
		},
		/// The grant came into effect.
		Effective {
			/// The grant.
			grant: GrantId,
			/// The achievement.
			achievement: AchievementId,
		},
		/// The use right of the grant ended in the title.
		UseEnded {
			/// The grant.
			grant: GrantId,
			/// The right's number.
			right: u32,
		},
		/// The unit refused it, or an objection was upheld.
		Rejected {
			/// The grant.
			grant: GrantId,
			/// Digest of the unit's reason; `None` where an objection was upheld.
			document: Option<Digest>,
		},
		/// The unit took it back before it was agreed.
		Withdrawn {
			/// The grant.
			grant: GrantId,
		},
		/// A party declared that it rescinds.
		RescissionDeclared {
			/// The grant.
			grant: GrantId,
			/// Who.
			member: MemberId,
			/// Digest of the agreement to rescind.
			document: Digest,
			/// The mandate used, if an agent acted.
			mandate: Option<MandateId>,
		},
		/// It was rescinded by all or by decision, or fell away before it took effect.
		Rescinded {
			/// The grant.
			grant: GrantId,
			/// The authority, where one decided.
			authority: Option<MemberId>,
			/// Digest of the document behind it; `None` where it fell away.
			document: Option<Digest>,
		},
	}
}
