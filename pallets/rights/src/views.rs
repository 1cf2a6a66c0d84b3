//! Answers to the questions of the runtime API, as clients read them.

use crate::{
	impls::Assessment, runtime_api::MAX_PAGE, Config, Heads, History, Holdings, Pallet, Request,
	RequestId, Requests, RequestsOf, Titles,
};
use alloc::{format, string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, Entry, Head, LegalDate, Refusal, Title,
};
use quanqi_traits::{Members, Step, Titles as _};
use quanqi_types::{AchievementId, MemberId, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::SaturatedConversion;

/// A title (权属) with what a reader would otherwise have to work out.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct TitleView {
	/// The time it is looked at.
	pub at: Moment,
	/// The title as stored.
	pub title: Title,
	/// Numbers of the use rights that are live at that time (T12).
	pub live_rights: Vec<u32>,
	/// The head of its history.
	pub head: Head,
	/// Requests that are not over.
	pub requests: Vec<RequestId>,
}

/// A consent that is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct MissingConsent {
	/// Whose.
	pub member: MemberId,
	/// In which capacity.
	pub role: ConsentRole,
	/// From when on its silence counts as consent, if ever.
	pub deemed_from: Option<Moment>,
}

/// A request and what it waits for.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct RequestView {
	/// Its number.
	pub id: RequestId,
	/// The request as stored.
	pub request: Request,
	/// Consents that are missing.
	pub missing: Vec<MissingConsent>,
	/// When it lapses, while it is open.
	pub lapses_at: Moment,
}

/// A step one would like to take.
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
pub struct CheckQuestion {
	/// In which achievement.
	pub achievement: AchievementId,
	/// Whose act it would be.
	pub actor: MemberId,
	/// What it would be done for.
	pub cause: Cause,
	/// The day the law would count from, where it is not now.
	#[serde(default)]
	pub legal_date: Option<LegalDate>,
	/// Consents to suppose.
	#[serde(default)]
	pub consents: Vec<Consent>,
	/// What would happen.
	pub act: Act,
}

/// Whether a step would be lawful now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct CheckAnswer {
	/// Lawful as it stands, every consent there.
	pub lawful: bool,
	/// The rule and the record or member in the way, as things stand.
	pub refusal: Option<Refusal>,
	/// Why it is refused, in words.
	pub text: Option<String>,
	/// Consents with which it would be lawful; empty where none would cure it.
	pub missing: Vec<MissingConsent>,
}

impl CheckAnswer {
	fn refused(refusal: Option<Refusal>, text: String) -> Self {
		Self { lawful: false, refusal, text: Some(text), missing: Vec::new() }
	}
}

impl<T: Config> Pallet<T> {
	/// [`crate::runtime_api::RightsApi::title`].
	pub fn title_view(achievement: AchievementId) -> Option<TitleView> {
		let title = Titles::<T>::get(achievement)?;
		let at = Self::now();
		Some(TitleView {
			at,
			live_rights: title.body().live_rights(at).map(|right| right.sequence).collect(),
			head: Heads::<T>::get(achievement)?,
			requests: RequestsOf::<T>::get(achievement).into_iter().map(|(id, _)| id).collect(),
			title,
		})
	}

	/// [`crate::runtime_api::RightsApi::history`].
	pub fn history_page(achievement: AchievementId, from: u32, limit: u32) -> Vec<Entry> {
		let end = from.saturating_add(limit.min(MAX_PAGE));
		(from..end).map_while(|sequence| History::<T>::get(achievement, sequence)).collect()
	}

	/// [`crate::runtime_api::RightsApi::head`].
	pub fn head(achievement: AchievementId) -> Option<Head> {
		Heads::<T>::get(achievement)
	}

	/// [`crate::runtime_api::RightsApi::holdings`].
	pub fn holdings_page(
		member: MemberId,
		after: Option<AchievementId>,
		limit: u32,
	) -> Vec<AchievementId> {
		let limit = limit.min(MAX_PAGE).saturated_into();
		match after {
			None => Holdings::<T>::iter_key_prefix(member).take(limit).collect(),
			Some(after) => {
				let last = Holdings::<T>::hashed_key_for(member, after);
				Holdings::<T>::iter_key_prefix_from(member, last).take(limit).collect()
			}
		}
	}

	/// [`crate::runtime_api::RightsApi::requests`].
	pub fn request_views(achievement: AchievementId) -> Vec<RequestView> {
		let ids = RequestsOf::<T>::get(achievement);
		ids.into_iter().filter_map(|(id, _)| Self::request_view(id)).collect()
	}

	/// [`crate::runtime_api::RightsApi::request`].
	pub fn request_view(id: RequestId) -> Option<RequestView> {
		let request = Requests::<T>::get(id)?;
		let title = Titles::<T>::get(request.achievement)?;
		let deemed_from = |member, role| {
			let mut noted = request.silence.iter();
			noted.find(|known| known.member == member && known.role == role)
		};
		let missing = Self::missing(&title, &request).ok()?;
		let missing = missing.into_iter().map(|(member, role)| MissingConsent {
			member,
			role,
			deemed_from: deemed_from(member, role).map(|known| known.deemed_from),
		});
		Some(RequestView {
			id,
			missing: missing.collect(),
			lapses_at: Self::lapses_at(&request),
			request,
		})
	}

	/// The answer where consents are missing: the refusal as things stand, and what would cure it.
	fn answer_asking(
		title: &Title,
		step: &Step,
		missing: Vec<(MemberId, ConsentRole)>,
	) -> CheckAnswer {
		let now = Self::now();
		let agreed = Self::silence_agreed(title, step).ok().flatten();
		let missing = missing.into_iter().map(|(member, role)| MissingConsent {
			member,
			role,
			deemed_from: Self::deemed_from(title.body(), agreed, member, role, now),
		});
		let refusal = Self::draft(Some(title), step)
			.and_then(|entry| Title::apply(Some(title), &entry))
			.err();
		CheckAnswer {
			lawful: false,
			text: refusal.map(|refusal| format!("{refusal}")),
			refusal,
			missing: missing.collect(),
		}
	}

	/// [`crate::runtime_api::RightsApi::check`].
	pub fn check_question(question: CheckQuestion) -> CheckAnswer {
		let CheckQuestion { achievement, actor, cause, legal_date, consents, act } = question;
		let Some(title) = Titles::<T>::get(achievement) else {
			return CheckAnswer::refused(None, format!("no achievement {achievement}"));
		};
		if let Err(error) = T::Members::ensure_active(actor) {
			return CheckAnswer::refused(None, format!("member {actor}: {error:?}"));
		}
		let actor = Actor { member: actor, mandate: None };
		let step = Step { actor, cause, legal_date, consents, act };
		match Self::assess_before_office(&title, &step) {
			Ok(Assessment::Lawful(..)) => {
				CheckAnswer { lawful: true, refusal: None, text: None, missing: Vec::new() }
			}
			Ok(Assessment::Asking(missing)) => Self::answer_asking(&title, &step, missing),
			Err(refusal) => CheckAnswer::refused(Some(refusal), format!("{refusal}")),
		}
	}
}
