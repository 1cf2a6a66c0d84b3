//! Invariants, with the numbers of the README.

use crate::{pallet::*, types::*};
use frame_support::ensure;
use quanqi_traits::{NoticeSubject, Notices, Titles};
use quanqi_types::{bounds::MAX_KEYS, GrantId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (id, Record::V1(grant)) in Grants::<T>::iter() {
			Self::check_record(id, &grant)?;
			Self::check_words(id, &grant)?;
			Self::check_effects(id, &grant)?;
		}
		Self::check_orphans()
	}

	/// I1: a number that was given, listed under its achievement. I2: status and dates agree. I3: the
	/// notice is about the grant, and open only while the grant waits for it.
	fn check_record(id: GrantId, grant: &Grant) -> Result<(), TryRuntimeError> {
		ensure!((1..NextId::<T>::get()).contains(&id.0), "I1: a number that was never given");
		let is_listed = ByAchievement::<T>::contains_key(grant.terms.achievement, id);
		ensure!(is_listed, "I1: a grant is not listed under its achievement");
		let status = grant.status;
		let ended = matches!(
			status,
			GrantStatus::Rejected | GrantStatus::Withdrawn | GrantStatus::Rescinded
		);
		ensure!(grant.ended.is_some() == ended, "I2: an end that disagrees with the status");
		let binds = status.is_in_force() || status == GrantStatus::Rescinded;
		ensure!(grant.agreed.is_some() == binds, "I2: an agreement that disagrees with the status");
		let has_effects = grant.effects != Effects::None;
		ensure!(has_effects == binds, "I2: effects that disagree with the status");
		let is_effective = grant.effective.is_some();
		ensure!(
			is_effective || status != GrantStatus::Effective,
			"I2: effective without its moment"
		);
		ensure!(!is_effective || binds, "I2: effective but never agreed");
		Self::check_notice(id, grant)
	}

	fn check_notice(id: GrantId, grant: &Grant) -> Result<(), TryRuntimeError> {
		let inside = matches!(grant.status, GrantStatus::Proposed | GrantStatus::Approved);
		ensure!(!inside || grant.notice.is_none(), "I3: noticed before it was approved");
		let past = grant.status == GrantStatus::Noticed || grant.agreed.is_some();
		ensure!(!past || grant.notice.is_some(), "I3: noticed without a notice");
		ensure!(
			grant.agreed.is_none() || grant.notice_closed.is_some(),
			"I3: agreed before the notice closed"
		);
		let Some(notice) = grant.notice else { return Ok(()) };
		let facts = T::Notices::facts(notice).ok_or("I3: there is no such notice")?;
		ensure!(facts.subject == NoticeSubject::Grant(id), "I3: a notice of something else");
		ensure!(facts.by == grant.unit, "I3: a notice of somebody else");
		Ok(())
	}

	/// I4: words are those of who may say them, each once, and as many keys approved as the status
	/// says.
	fn check_words(id: GrantId, grant: &Grant) -> Result<(), TryRuntimeError> {
		let needed = grant.approvals_needed;
		ensure!((1..=MAX_KEYS).contains(&needed.into()), "I4: an impossible number of approvals");
		let approvals = Approvals::<T>::get(id);
		let enough = approvals.len() >= usize::from(needed);
		match grant.status {
			GrantStatus::Proposed => ensure!(!enough, "I4: approved and still proposed"),
			GrantStatus::Rejected | GrantStatus::Withdrawn => {
				ensure!(approvals.is_empty(), "I4: approvals of what was given up")
			}
			_ => ensure!(enough, "I4: too few approved"),
		}
		let accepted = Accepted::<T>::get(id);
		for (position, word) in accepted.iter().enumerate() {
			ensure!(grant.terms.team.contains(word.member), "I4: a stranger accepted");
			let mut later = accepted.iter().skip(position.saturating_add(1));
			ensure!(later.all(|other| other.member != word.member), "I4: accepted twice");
		}
		let is_whole = accepted.len() == grant.terms.team.len();
		ensure!(grant.agreed.is_none() || is_whole, "I4: agreed without the whole team");
		let may_have_accepted = grant.notice_closed.is_some() || accepted.is_empty();
		ensure!(may_have_accepted, "I4: accepted before the notice closed");
		Ok(())
	}

	/// I5: agreed transfers are watched and promise no more than the grant gives (less, where a
	/// succession made giver and receiver the same), a use right is watched until it ends, and a grant
	/// is Agreed exactly while its share waits.
	fn check_effects(id: GrantId, grant: &Grant) -> Result<(), TryRuntimeError> {
		let achievement = grant.terms.achievement;
		let is_watched = |entry| Watched::<T>::get(achievement, entry) == Some(id);
		for line in grant.lines() {
			let Some(entry) = line.state.entry() else { continue };
			ensure!(is_watched(entry), "I5: an agreed transfer is not watched");
			let title = T::Titles::title(achievement).ok_or("I5: a grant in no title")?;
			let waiting = title.agreed_transfers.iter().filter(|agreed| agreed.sequence == entry);
			let promised = waiting.fold(0u32, |sum, agreed| sum.saturating_add(agreed.ppm));
			ensure!(promised <= line.ppm, "I5: more is promised than the grant gives");
		}
		if let Effects::Use { right, ended, .. } = grant.effects {
			ensure!(is_watched(right) == ended.is_none(), "I5: a use right is watched wrongly");
		}
		let waits = grant.lines().iter().any(|line| matches!(line.state, LineState::Agreed(_)));
		ensure!(
			waits == (grant.status == GrantStatus::Agreed),
			"I5: waiting for the office disagrees with the status"
		);
		Ok(())
	}

	/// I6: nothing belongs to a grant that is not there.
	fn check_orphans() -> Result<(), TryRuntimeError> {
		for (achievement, id) in ByAchievement::<T>::iter_keys() {
			let grant = Self::grant(id).ok_or("I6: the index names no grant")?;
			ensure!(grant.terms.achievement == achievement, "I6: listed under another achievement");
		}
		for (achievement, entry, id) in Watched::<T>::iter() {
			let grant = Self::grant(id).ok_or("I6: an entry is watched for no grant")?;
			let waits = grant.lines().iter().any(|line| line.state.entry() == Some(entry));
			let stands = matches!(
				grant.effects,
				Effects::Use { right, ended: None, .. } if right == entry
			);
			ensure!(
				grant.terms.achievement == achievement && (waits || stands),
				"I6: an entry is watched for nothing"
			);
		}
		let ids = Approvals::<T>::iter_keys()
			.chain(Accepted::<T>::iter_keys())
			.chain(Given::<T>::iter_keys())
			.chain(Rescissions::<T>::iter_keys());
		for id in ids {
			ensure!(Grants::<T>::contains_key(id), "I6: words about no grant");
		}
		for (id, _) in Rescissions::<T>::iter() {
			let agreed = Self::grant(id).and_then(|grant| grant.agreed);
			ensure!(agreed.is_some(), "I6: a rescission of what was never agreed");
		}
		Ok(())
	}
}
