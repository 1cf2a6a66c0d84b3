//! Public notices (公示): a window in which objections suspend an effect.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{AchievementId, Digest, GrantId, MemberId, Moment, NoticeId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, DispatchResult};

/// What a notice makes public.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeSubject {
	/// A grant (赋权) to completers.
	#[codec(index = 0)]
	Grant(GrantId),
	/// Name and price of an achievement to be sold by agreement (Promotion Law art. 18).
	#[codec(index = 1)]
	Price {
		/// The achievement.
		achievement: AchievementId,
		/// Digest of what is published: name, price and terms.
		terms: Digest,
	},
}

/// A notice to open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewNotice {
	/// Who gives notice.
	pub by: MemberId,
	/// What it makes public.
	pub subject: NoticeSubject,
	/// Who is a party, and so decides no objection.
	pub parties: Vec<MemberId>,
	/// Digest of the text that is published.
	pub document: Digest,
}

/// How a notice ended.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeOutcome {
	/// The window is over and no objection stands.
	#[codec(index = 0)]
	Closed,
	/// Taken back by who opened it.
	#[codec(index = 1)]
	Withdrawn,
	/// An objection was upheld.
	#[codec(index = 2)]
	Upheld,
}

/// What other areas ask about a notice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeFacts {
	/// Who gave notice.
	pub by: MemberId,
	/// What it made public.
	pub subject: NoticeSubject,
	/// When it was opened.
	pub opened: Moment,
	/// When and how it ended, once it has.
	pub outcome: Option<(Moment, NoticeOutcome)>,
}

/// Notices as other pallets see them.
pub trait Notices {
	/// Opens a notice; its window is the statute's on this day.
	fn open(notice: NewNotice) -> Result<NoticeId, DispatchError>;

	/// Takes an open notice back, because what it made public is given up or changed.
	fn withdraw(notice: NoticeId) -> DispatchResult;

	/// What is known of a notice.
	fn facts(notice: NoticeId) -> Option<NoticeFacts>;

	/// Ends an open notice as if its window were over without objection.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_close(notice: NoticeId);
}

/// Told when a notice is over. The areas whose subjects are noticed implement it.
pub trait OnNoticeOver {
	/// The notice is over. Never fails: what cannot go on is recorded by the area itself.
	fn notice_over(notice: NoticeId, subject: &NoticeSubject, outcome: NoticeOutcome);
}

impl OnNoticeOver for () {
	fn notice_over(_: NoticeId, _: &NoticeSubject, _: NoticeOutcome) {}
}
