//! What happened to notices.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened to a notice.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A notice was opened: from now on any active member may object.
		NoticeOpened {
			/// The notice.
			notice: NoticeId,
			/// Who gave it.
			by: MemberId,
			/// What it makes public.
			subject: NoticeSubject,
			/// Digest of the text as published.
			document: Digest,
			/// The length of the window, by the statute of the day (N1).
			window: Term,
			/// First moment after the window.
			window_end: Moment,
			/// The mandate used, if an agent acted.
			mandate: Option<MandateId>,
		},
		/// A member objected: the notice is suspended until this is decided.
		ObjectionRaised {
			/// The notice.
			notice: NoticeId,
			/// The objection's number in it.
			objection: u32,
			/// Who objected.
			by: MemberId,
			/// Digest of the evidence.
			evidence: Digest,
			/// First moment at which a decision is late (N6).
			deadline: Moment,
			/// The mandate used, if an agent acted.
			mandate: Option<MandateId>,
		},
		/// An objection was decided.
		ObjectionDecided {
			/// The notice.
			notice: NoticeId,
			/// The objection's number in it.
			objection: u32,
			/// Who decided.
			by: MemberId,
			/// What.
			ruling: Ruling,
			/// The deadline that the statute gave.
			deadline: Moment,
			/// Whether it came after that.
			late: bool,
		},
		/// A notice ended; the area that opened it was told.
		NoticeOver {
			/// The notice.
			notice: NoticeId,
			/// What it made public.
			subject: NoticeSubject,
			/// How it ended.
			outcome: NoticeOutcome,
			/// The moment that counts.
			at: Moment,
		},
	}
}
