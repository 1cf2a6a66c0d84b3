//! What clients ask about notices, and the answers.

use crate::{pallet::*, types::*};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use quanqi_traits::{Members, NoticeSubject, Titles};
use quanqi_types::{AchievementId, Digest, MemberId, Moment, NoticeId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchError;

/// Most records in one page.
pub const MAX_PAGE: u32 = 100;

/// Everything known of a notice.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct NoticeView {
	/// Its number.
	pub id: NoticeId,
	/// The record.
	pub record: Record,
	/// From when on it can be closed as things stand; `None` when it has ended or is suspended.
	pub closes_at: Option<Moment>,
	/// Whether an undecided objection suspends it (N4).
	pub suspended: bool,
}

/// An objection with its number.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct ObjectionView {
	/// Its number in the notice.
	pub number: u32,
	/// The record.
	pub record: ObjectionRecord,
	/// Whether it is undecided after its deadline (N6).
	pub overdue: bool,
}

/// Some notices, and where the next page begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct NoticePage {
	/// The notices.
	pub items: Vec<NoticeView>,
	/// Ask for notices after this one; `None` after the last page.
	pub next: Option<NoticeId>,
}

/// An act one would like to do.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeQuestion {
	/// Give notice of a price.
	#[codec(index = 0)]
	OpenPrice {
		/// Who would.
		by: MemberId,
		/// The achievement.
		achievement: AchievementId,
		/// Digest of name, price and terms.
		terms: Digest,
		/// Parties to name.
		parties: Vec<MemberId>,
	},
	/// Object.
	#[codec(index = 1)]
	Object {
		/// Who would.
		by: MemberId,
		/// The notice.
		notice: NoticeId,
	},
	/// Decide an objection.
	#[codec(index = 2)]
	Decide {
		/// Who would.
		by: MemberId,
		/// The notice.
		notice: NoticeId,
		/// The objection.
		objection: u32,
	},
	/// Take a notice back.
	#[codec(index = 3)]
	Withdraw {
		/// Who would.
		by: MemberId,
		/// The notice.
		notice: NoticeId,
	},
	/// Close a notice.
	#[codec(index = 4)]
	Close {
		/// The notice.
		notice: NoticeId,
	},
}

/// Whether an act would be lawful now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct NoticeAnswer {
	/// It would.
	pub lawful: bool,
	/// The name of the error it would be refused with.
	pub error: Option<String>,
}

sp_api::decl_runtime_apis! {
	/// Public notices and objections.
	pub trait NoticesApi {
		/// A notice.
		fn notice(notice: NoticeId) -> Option<NoticeView>;

		/// Notices after a number, ascending, at most `limit` and [`MAX_PAGE`].
		fn notices(after: Option<NoticeId>, limit: u32) -> NoticePage;

		/// The open notice of a subject.
		fn open_notice(subject: NoticeSubject) -> Option<NoticeView>;

		/// Objections to a notice from a number on, at most `limit` and [`MAX_PAGE`].
		fn objections(notice: NoticeId, from: u32, limit: u32) -> Vec<ObjectionView>;

		/// **Check**: would this be lawful now? Writes nothing.
		fn check(question: NoticeQuestion) -> NoticeAnswer;
	}
}

impl<T: Config> Pallet<T> {
	/// [`NoticesApi::notice`].
	pub fn notice_view(id: NoticeId) -> Option<NoticeView> {
		let notice = Self::notice(id)?;
		let is_open = notice.is_open();
		Some(NoticeView {
			id,
			closes_at: notice.closes_at().filter(|_| is_open),
			suspended: is_open && notice.undecided > 0,
			record: Record::V1(notice),
		})
	}

	/// [`NoticesApi::notices`].
	pub fn notice_page(after: Option<NoticeId>, limit: u32) -> NoticePage {
		let first = after.map_or(1, |after| after.0.saturating_add(1)).max(1);
		let end = first.saturating_add(limit.min(MAX_PAGE).into()).min(NextId::<T>::get());
		let items: Vec<_> = (first..end).filter_map(|id| Self::notice_view(NoticeId(id))).collect();
		let next = (end < NextId::<T>::get()).then(|| items.last().map(|view| view.id)).flatten();
		NoticePage { items, next }
	}

	/// [`NoticesApi::open_notice`].
	pub fn open_notice_view(subject: NoticeSubject) -> Option<NoticeView> {
		OpenOf::<T>::get(subject).and_then(Self::notice_view)
	}

	/// [`NoticesApi::objections`].
	pub fn objection_page(notice: NoticeId, from: u32, limit: u32) -> Vec<ObjectionView> {
		let now = T::Titles::now();
		(from..from.saturating_add(limit.min(MAX_PAGE)))
			.map_while(|number| {
				let objection = Self::objection(notice, number)?;
				Some(ObjectionView {
					number,
					overdue: objection.is_undecided() && now >= objection.deadline.end,
					record: ObjectionRecord::V1(objection),
				})
			})
			.collect()
	}

	/// [`NoticesApi::check`].
	pub fn check_question(question: NoticeQuestion) -> NoticeAnswer {
		match Self::answer(question) {
			Ok(()) => NoticeAnswer { lawful: true, error: None },
			Err(error) => {
				let name: &'static str = error.into();
				NoticeAnswer { lawful: false, error: Some(name.into()) }
			}
		}
	}

	fn answer(question: NoticeQuestion) -> Result<(), DispatchError> {
		match question {
			NoticeQuestion::OpenPrice { by, achievement, terms, parties } => {
				T::Members::ensure_active(by)?;
				let parties = Self::parties_of_price(by, achievement, &parties)?;
				Self::check_opening(NoticeSubject::Price { achievement, terms }, parties)?;
				Ok(())
			}
			NoticeQuestion::Object { by, notice } => {
				T::Members::ensure_active(by)?;
				Self::check_objection(notice, by)?;
				Ok(())
			}
			NoticeQuestion::Decide { by, notice, objection } => {
				Self::check_decision(notice, objection, by).map(|_| ())
			}
			NoticeQuestion::Withdraw { by, notice } => {
				T::Members::ensure_active(by)?;
				Self::check_withdrawal(notice, by)?;
				Ok(())
			}
			NoticeQuestion::Close { notice } => {
				Self::check_closing(notice)?;
				Ok(())
			}
		}
	}
}
