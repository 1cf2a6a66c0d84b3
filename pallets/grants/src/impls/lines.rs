//! From a grant to steps in its title, and the consents that they need.

use crate::{pallet::*, rules, types::*};
use alloc::{boxed::Box, vec::Vec};
use frame_support::BoundedVec;
use quanqi_title::{
	consents_needed, statutes_needed, Act, Actor, AgreedTransfer, Cause, Consent, ConsentRole,
	EndReason, Entry, EntryBody, StatuteUsed, TitleBody, UseBasis, UseGrant,
};
use quanqi_traits::{OnEntry, Statutes, Step, Titles};
use quanqi_types::{AchievementId, GrantId, MemberId, Moment, Period};
use sp_runtime::DispatchError;

/// Whose words count beside the consents given one by one.
pub(crate) struct Words<'a> {
	/// Who accepted or declared, with the mandates used: for every capacity.
	pub(crate) said: &'a [Acceptance],
	/// Consents in one capacity.
	pub(crate) given: &'a [Consent],
}

impl Words<'_> {
	/// What was said of what is needed, and no more: a word that a step does not need is not put
	/// into its entry.
	fn of(&self, needed: &[(MemberId, ConsentRole)]) -> Vec<Consent> {
		let consent = |(member, role): &(MemberId, ConsentRole)| {
			let is_it = |given: &&Consent| (given.member, given.role) == (*member, *role);
			let said = self.said.iter().find(|said| said.member == *member);
			let said = said.map(|said| Consent {
				member: *member,
				role: *role,
				deemed: false,
				mandate: said.mandate,
			});
			said.or_else(|| self.given.iter().find(is_it).copied())
		};
		needed.iter().filter_map(consent).collect()
	}
}

/// The agreed transfers of a line that wait for the office: one, or its parts where a succession
/// divided it; none where a succession made giver and receiver the same.
pub(crate) fn waiting_in(
	title: &TitleBody,
	state: LineState,
) -> impl Iterator<Item = &AgreedTransfer> + '_ {
	let entry = state.entry();
	title.agreed_transfers.iter().filter(move |agreed| Some(agreed.sequence) == entry)
}

impl<T: Config> Pallet<T> {
	/// The steps of the agreement, each with the line it is about.
	pub(crate) fn forward_acts(
		grant: &Grant,
		title: &TitleBody,
		now: Moment,
	) -> Result<Vec<(Option<Line>, Act)>, Error<T>> {
		match &grant.terms.content {
			Content::Ownership { ppm, .. } => {
				let act = |line: &Line| match title.kind.needs_office_transfer() {
					true => {
						Act::TransferAgreed { from: grant.unit, to: line.member, ppm: line.ppm }
					}
					false => Act::ShareTransferred {
						agreed: None,
						from: grant.unit,
						to: line.member,
						ppm: line.ppm,
					},
				};
				let lines = rules::lines_of(&grant.terms, *ppm)?;
				Ok(lines.iter().map(|line| (Some(*line), act(line))).collect())
			}
			Content::LongTermUse { .. } => {
				let period = rules::period_of::<T::Statutes>(&grant.terms, now)?;
				Ok(Self::use_grant(grant, period).into_iter().map(|act| (None, act)).collect())
			}
		}
	}

	/// The use right of a grant, where it is about one.
	fn use_grant(grant: &Grant, period: Period) -> Option<Act> {
		let Content::LongTermUse {
			form,
			scope,
			transferable,
			sublicensable,
			sublicences_survive,
			subject_to,
			..
		} = &grant.terms.content
		else {
			return None;
		};
		Some(Act::UseGranted(Box::new(UseGrant {
			grantor: grant.unit,
			form: *form,
			basis: UseBasis::LongTermGrant,
			holders: grant.terms.team.clone(),
			scope: scope.clone(),
			period,
			transferable: *transferable,
			sublicensable: *sublicensable,
			sublicences_survive: *sublicences_survive,
			subject_to: subject_to.clone(),
			replaces: None,
		})))
	}

	/// The steps that reverse what is in force, the last line first: whoever represents the others
	/// returns its own part after theirs. By decision, a use right ends although it is a long-term one
	/// (T6); else its holders surrender it.
	pub(crate) fn reverse_acts(
		grant: &Grant,
		title: &TitleBody,
		is_decided: bool,
	) -> Vec<(Option<Line>, Act)> {
		if let Effects::Use { right, ended: None, .. } = grant.effects {
			let reason = if is_decided { EndReason::Rescinded } else { EndReason::Surrendered };
			return Vec::from([(None, Act::UseEnded { right, reason })]);
		}
		let needs_office = title.kind.needs_office_transfer();
		let act = |line: &Line| {
			let (from, to, ppm) = (line.member, grant.unit, line.ppm);
			match line.state {
				// Nothing waits any more where a succession made giver and receiver the same.
				LineState::Agreed(agreed) => {
					waiting_in(title, line.state).next().map(|_| Act::TransferCancelled { agreed })
				}
				LineState::Moved if needs_office => Some(Act::TransferAgreed { from, to, ppm }),
				LineState::Moved => Some(Act::ShareTransferred { agreed: None, from, to, ppm }),
				LineState::Cancelled | LineState::Returning(_) | LineState::Returned => None,
			}
		};
		let lines = grant.lines().iter().rev();
		lines.filter_map(|line| act(line).map(|act| (Some(*line), act))).collect()
	}

	/// Who must rescind: the unit, and everyone from whom something returns.
	pub(crate) fn parties_of_rescission(grant: &Grant, title: &TitleBody) -> Vec<MemberId> {
		let moved = grant.lines().iter().filter(|line| line.state == LineState::Moved);
		let mut parties: Vec<_> = moved.map(|line| line.member).collect();
		for line in grant.lines().iter().filter(|line| matches!(line.state, LineState::Agreed(_))) {
			// Who will receive: heirs, where a beneficiary has been succeeded.
			parties.extend(waiting_in(title, line.state).map(|agreed| agreed.to));
		}
		if let Effects::Use { right, ended: None, .. } = grant.effects {
			let holders = title.right(right).into_iter();
			parties.extend(holders.flat_map(|right| right.terms.holders.members()));
		}
		parties.push(grant.unit);
		parties
	}

	/// A step of a grant that the unit takes.
	pub(crate) fn step_of(unit: MemberId, id: GrantId, act: Act) -> Step {
		Step {
			actor: Actor { member: unit, mandate: None },
			cause: Cause::Grant(id),
			legal_date: None,
			consents: Vec::new(),
			act,
		}
	}

	/// Who has not consented to a step, given the consents in it.
	fn missing_from(title: &TitleBody, step: &Step) -> Vec<(MemberId, ConsentRole)> {
		let now = T::Titles::now();
		let mut body = EntryBody {
			sequence: title.entries,
			block: 0,
			time: now,
			legal_date: step.legal_date,
			actor: step.actor,
			cause: step.cause.clone(),
			consents: BoundedVec::new(),
			statutes: BoundedVec::new(),
			act: step.act.clone(),
		};
		for rule in statutes_needed(title, &body) {
			let Some(version) = T::Statutes::version_on(rule, now) else { continue };
			let used =
				StatuteUsed { rule, effective_from: version.effective_from, value: version.value };
			// An entry has room for every rule that an act can need; the title says so if not.
			let _ = body.statutes.try_push(used);
		}
		consents_needed(title, &body).missing(&step.consents)
	}

	/// A step with what was said of it.
	pub(crate) fn with_words(title: &TitleBody, mut step: Step, words: &Words) -> Step {
		step.consents = words.of(&Self::missing_from(title, &step));
		step
	}

	/// Appends a step of a grant; its number.
	pub(crate) fn take(
		achievement: AchievementId,
		step: Step,
		words: &Words,
	) -> Result<u32, DispatchError> {
		// Read anew for each step: the one before may have made an owner.
		let title = T::Titles::title(achievement).ok_or(Error::<T>::G1NotRegistered)?;
		T::Titles::append(achievement, Self::with_words(&title, step, words))
	}

	/// Consents that the title needs for what comes next and that nobody has given, as if the team
	/// had accepted, or every party declared.
	pub(crate) fn missing(
		id: GrantId,
		grant: &Grant,
	) -> Result<Vec<(MemberId, ConsentRole)>, Error<T>> {
		let title = T::Titles::title(grant.terms.achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let (acts, speaking) = match grant.status {
			GrantStatus::Approved | GrantStatus::Noticed => {
				let acts = Self::forward_acts(grant, &title, T::Titles::now())?;
				(acts, grant.terms.team.members().collect())
			}
			status if status.is_in_force() && Rescissions::<T>::contains_key(id) => {
				let speaking = Self::parties_of_rescission(grant, &title);
				(Self::reverse_acts(grant, &title, false), speaking)
			}
			_ => return Ok(Vec::new()),
		};
		let said: Vec<_> =
			speaking.into_iter().map(|member| Acceptance { member, mandate: None }).collect();
		let given = Given::<T>::get(id);
		Ok(Self::missing_of(grant.unit, id, &title, acts, &Words { said: &said, given: &given }))
	}

	/// Who has not consented to one of these steps.
	pub(crate) fn missing_of(
		unit: MemberId,
		id: GrantId,
		title: &TitleBody,
		acts: Vec<(Option<Line>, Act)>,
		words: &Words,
	) -> Vec<(MemberId, ConsentRole)> {
		let mut missing: Vec<_> = acts
			.into_iter()
			.flat_map(|(_, act)| {
				let step = Self::with_words(title, Self::step_of(unit, id, act), words);
				Self::missing_from(title, &step)
			})
			.collect();
		missing.sort_unstable();
		missing.dedup();
		missing
	}

	/// What became of an agreed transfer: it moved, or fell away.
	pub(crate) fn note_transfer(achievement: AchievementId, agreed: u32, has_moved: bool) {
		if !Watched::<T>::contains_key(achievement, agreed) {
			return;
		}
		// A succession can have split it: the last part settles the line.
		let title = T::Titles::title(achievement);
		let waits = |title: &TitleBody| title.agreed_transfers.iter().any(|t| t.sequence == agreed);
		if title.as_ref().is_some_and(waits) {
			return;
		}
		let Some(id) = Watched::<T>::take(achievement, agreed) else { return };
		let Some(mut grant) = Self::grant(id) else { return };
		let Effects::Shares(lines) = &mut grant.effects else { return };
		let waiting = lines.iter_mut().find(|line| line.state.entry() == Some(agreed));
		let Some(line) = waiting else { return };
		let old = line.state;
		line.state = match (old, has_moved) {
			(LineState::Returning(_), true) => LineState::Returned,
			(LineState::Returning(_), false) | (_, true) => LineState::Moved,
			(_, false) => LineState::Cancelled,
		};
		let (member, ppm, new) = (line.member, line.ppm, line.state);
		Self::deposit_event(Event::LineChanged { grant: id, member, ppm, old, new });
		if grant.status == GrantStatus::Agreed && !grant.waits_for_office() {
			Self::settle(id, &mut grant);
		}
		Self::save(id, grant);
	}

	/// Nothing waits for the office any more: it is effective, or all of it fell away.
	fn settle(id: GrantId, grant: &mut Grant) {
		let now = T::Titles::now();
		let has_moved = grant.lines().iter().any(|line| line.state == LineState::Moved);
		if has_moved {
			let achievement = grant.terms.achievement;
			grant.status = GrantStatus::Effective;
			grant.effective = Some(now);
			Self::deposit_event(Event::Effective { grant: id, achievement });
		} else {
			grant.status = GrantStatus::Rescinded;
			grant.ended = Some((now, None));
			Given::<T>::remove(id);
			let (authority, document) = (None, None);
			Self::deposit_event(Event::Rescinded { grant: id, authority, document });
		}
	}

	/// A use right of a grant ended in the title.
	pub(crate) fn note_use_ended(achievement: AchievementId, right: u32) {
		let Some(id) = Watched::<T>::take(achievement, right) else { return };
		let Some(mut grant) = Self::grant(id) else { return };
		let Effects::Use { ended, .. } = &mut grant.effects else { return };
		*ended = Some(T::Titles::now());
		Self::save(id, grant);
		Self::deposit_event(Event::UseEnded { grant: id, right });
	}
}

impl<T: Config> OnEntry for Pallet<T> {
	fn entry_appended(achievement: AchievementId, entry: &Entry) {
		match &entry.body().act {
			Act::ShareTransferred { agreed: Some(agreed), .. } => {
				Self::note_transfer(achievement, *agreed, true);
			}
			Act::TransferCancelled { agreed } => Self::note_transfer(achievement, *agreed, false),
			Act::UseEnded { right, .. } => Self::note_use_ended(achievement, *right),
			Act::Corrected(correction) => {
				if let Some(right) = correction.ends_right {
					Self::note_use_ended(achievement, right);
				}
			}
			_ => {}
		}
	}
}
