//! What clients ask about grants, and the answers.

use crate::impls::Words;
use crate::{pallet::*, rules, types::*};
use alloc::{string::String, vec::Vec};
use codec::{Decode, Encode};
use quanqi_title::{ConsentRole, Refusal};
use quanqi_traits::{Members, Titles};
use quanqi_types::{AchievementId, GrantId, MemberId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, SaturatedConversion};

/// Most records in one page.
pub const MAX_PAGE: u32 = 100;

/// Everything known of a grant.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct GrantView {
	/// Its number.
	pub id: GrantId,
	/// The record.
	pub record: Record,
	/// How many keys of the unit have approved this version.
	pub approvals: u32,
	/// Who of the team has accepted.
	pub accepted: Vec<MemberId>,
	/// Consents that the title still needs for what comes next, beside the team's.
	pub missing: Vec<(MemberId, ConsentRole)>,
	/// Who has declared to rescind.
	pub rescinding: Vec<MemberId>,
}

/// Some grants, and where the next page begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct GrantPage {
	/// The grants.
	pub items: Vec<GrantView>,
	/// Ask for grants after this one; `None` after the last page.
	pub next: Option<GrantId>,
}

/// Whether terms would be lawful now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct GrantCheck {
	/// They could be proposed, and be agreed once everyone has said so.
	pub lawful: bool,
	/// The name of the error they would be refused with.
	pub error: Option<String>,
	/// What statutes of today require, and what was found.
	pub judged: Vec<Judged>,
	/// The title's refusal, as if everyone had consented.
	pub refusal: Option<Refusal>,
	/// Whose consent the title needs beside the team's.
	pub missing: Vec<(MemberId, ConsentRole)>,
}

sp_api::decl_runtime_apis! {
	/// Grants to completers.
	pub trait GrantsApi {
		/// A grant.
		fn grant(grant: GrantId) -> Option<GrantView>;

		/// Grants after a number, ascending, at most `limit` and [`MAX_PAGE`].
		fn grants(after: Option<GrantId>, limit: u32) -> GrantPage;

		/// Grants of an achievement after a number, ascending, at most `limit` and [`MAX_PAGE`].
		fn grants_of(achievement: AchievementId, after: Option<GrantId>, limit: u32) -> GrantPage;

		/// How many keys of a unit must approve.
		fn approvals_needed(unit: MemberId) -> u8;

		/// **Check**: would these terms be lawful now? Writes nothing.
		fn check(unit: MemberId, terms: Terms) -> GrantCheck;
	}
}

impl<T: Config> Pallet<T> {
	/// [`GrantsApi::grant`].
	pub fn grant_view(id: GrantId) -> Option<GrantView> {
		let grant = Self::grant(id)?;
		let member = |acceptance: Acceptance| acceptance.member;
		let declared = Rescissions::<T>::get(id).map(|(_, declared)| declared).unwrap_or_default();
		Some(GrantView {
			id,
			approvals: Approvals::<T>::get(id).len().saturated_into(),
			accepted: Accepted::<T>::get(id).into_iter().map(member).collect(),
			missing: Self::missing(id, &grant).unwrap_or_default(),
			rescinding: declared.into_iter().map(member).collect(),
			record: Record::V1(grant),
		})
	}

	/// [`GrantsApi::grants`].
	pub fn grant_page(after: Option<GrantId>, limit: u32) -> GrantPage {
		let first = after.map_or(1, |after| after.0.saturating_add(1)).max(1);
		let end = first.saturating_add(limit.min(MAX_PAGE).into()).min(NextId::<T>::get());
		let items: Vec<_> = (first..end).filter_map(|id| Self::grant_view(GrantId(id))).collect();
		let next = (end < NextId::<T>::get()).then(|| items.last().map(|view| view.id)).flatten();
		GrantPage { items, next }
	}

	/// [`GrantsApi::grants_of`].
	pub fn grant_page_of(
		achievement: AchievementId,
		after: Option<GrantId>,
		limit: u32,
	) -> GrantPage {
		let mut ids: Vec<_> = ByAchievement::<T>::iter_key_prefix(achievement)
			.filter(|id| Some(*id) > after)
			.collect();
		ids.sort_unstable();
		let limit = limit.min(MAX_PAGE).saturated_into();
		let is_last = ids.len() <= limit;
		let items: Vec<_> = ids.into_iter().take(limit).filter_map(Self::grant_view).collect();
		let next = items.last().map(|view| view.id).filter(|_| !is_last);
		GrantPage { items, next }
	}

	/// [`GrantsApi::approvals_needed`].
	pub fn approvals_needed(unit: MemberId) -> u8 {
		ApprovalsOf::<T>::get(unit)
	}

	/// [`GrantsApi::check`].
	pub fn check_terms(unit: MemberId, terms: Terms) -> GrantCheck {
		let mut answer = GrantCheck {
			lawful: false,
			error: None,
			judged: Vec::new(),
			refusal: None,
			missing: Vec::new(),
		};
		if let Err(error) = Self::fill_check(unit, terms, &mut answer) {
			let name: &'static str = error.into();
			answer.error = Some(name.into());
		}
		answer.lawful = answer.error.is_none() && answer.refusal.is_none();
		answer
	}

	fn fill_check(
		unit: MemberId,
		terms: Terms,
		answer: &mut GrantCheck,
	) -> Result<(), DispatchError> {
		T::Members::ensure_active(unit)?;
		let (now, achievement) = (T::Titles::now(), terms.achievement);
		answer.judged = Self::judge(unit, &terms, now)?;
		rules::enforce(&answer.judged).map_err(Error::<T>::from)?;
		let title = T::Titles::title(achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let grant = Self::version_of(unit, 0, terms, now);
		let id = GrantId(NextId::<T>::get());
		let acts = Self::forward_acts(&grant, &title, now)?;
		let team = grant.terms.team.members();
		let mut said: Vec<_> = team.map(|member| Acceptance { member, mandate: None }).collect();
		let words = Words { said: &said, given: &[] };
		answer.missing = Self::missing_of(unit, id, &title, acts.clone(), &words);
		let asked = answer.missing.iter().map(|(member, _)| *member);
		said.extend(asked.map(|member| Acceptance { member, mandate: None }));
		let words = Words { said: &said, given: &[] };
		// The first step stands for all: the others differ in who receives alone.
		if let Some((_, act)) = acts.into_iter().next() {
			let step = Self::with_words(&title, Self::step_of(unit, id, act), &words);
			answer.refusal = T::Titles::check(achievement, &step).err();
		}
		Ok(())
	}
}
