//! Reversal by entries: by all parties, or by decision.

use super::lines::Words;
use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::ensure;
use quanqi_title::{Act, Actor, Cause, DecisionRef, TitleBody};
use quanqi_traits::{Members, Step, Titles};
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, Capability, Digest, GrantId, MandateId, MemberId, Permission, Text,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_declare_rescission(
		who: T::AccountId,
		id: GrantId,
		document: Digest,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let (grant, title) = Self::in_force(id)?;
		let actor = Self::acting_in_team(&who, &grant, mandate)?;
		let member = actor.member;
		let is_party = Self::parties_of_rescission(&grant, &title).contains(&member);
		ensure!(is_party, Error::<T>::NotParty);
		let (_, mut declared) = Rescissions::<T>::get(id)
			.filter(|(known, _)| *known == document)
			.unwrap_or((document, Acceptances::default()));
		let has_declared = declared.iter().any(|known| known.member == member);
		ensure!(!has_declared, Error::<T>::DeclaredAlready);
		declared
			.try_push(Acceptance { member, mandate: actor.mandate })
			.map_err(|_| Error::<T>::G6TooManyConsents)?;
		if declared.len() == 1 {
			// Consents to what another document says are consents to something else.
			Given::<T>::remove(id);
		}
		Rescissions::<T>::insert(id, (document, declared));
		Self::deposit_event(Event::RescissionDeclared { grant: id, member, document, mandate });
		Ok(())
	}

	/// A grant that binds, and its title.
	pub(crate) fn in_force(id: GrantId) -> Result<(Grant, TitleBody), Error<T>> {
		let grant = Self::load(id)?;
		ensure!(grant.status.is_in_force(), Error::<T>::WrongStatus);
		let title = T::Titles::title(grant.terms.achievement).ok_or(Error::<T>::G1NotRegistered)?;
		Ok((grant, title))
	}

	pub(crate) fn do_rescind(who: T::AccountId, id: GrantId) -> Result<(u32, u32), DispatchError> {
		let by = T::Members::member(&who, Permission::Dispose)?;
		let (grant, title) = Self::in_force(id)?;
		let parties = Self::parties_of_rescission(&grant, &title);
		ensure!(parties.contains(&by), Error::<T>::NotParty);
		let (document, declared) =
			Rescissions::<T>::get(id).ok_or(Error::<T>::DeclarationMissing)?;
		let has_declared = |member: &MemberId| declared.iter().any(|d| d.member == *member);
		ensure!(parties.iter().all(has_declared), Error::<T>::DeclarationMissing);
		let given = Given::<T>::take(id);
		let words = Words { said: &declared, given: &given };
		let acts = Self::reverse_acts(&grant, &title, false);
		let unit = grant.unit;
		let step = |act| Self::step_of(unit, id, act);
		let lines = Self::reverse(id, grant, acts, step, &words, document)?;
		let authority = None;
		Self::deposit_event(Event::Rescinded { grant: id, authority, document: Some(document) });
		Ok(lines)
	}

	/// Takes the steps that reverse a grant; how many, and the use rights in the title.
	fn reverse(
		id: GrantId,
		mut grant: Grant,
		acts: Vec<(Option<Line>, Act)>,
		step: impl Fn(Act) -> Step,
		words: &Words,
		document: Digest,
	) -> Result<(u32, u32), DispatchError> {
		let achievement = grant.terms.achievement;
		let agreed = grant.lines().iter().filter_map(|line| line.state.entry());
		let fallen: Vec<_> = agreed.collect();
		grant.status = GrantStatus::Rescinded;
		grant.ended = Some((T::Titles::now(), Some(document)));
		// Written before the steps: what the ledger tells of them is noted in the record, and what has
		// fallen away by succession too.
		Self::save(id, grant);
		for agreed in fallen {
			Self::note_transfer(achievement, agreed, false);
		}
		let count = acts.len().max(1).saturated_into();
		for (line, act) in acts {
			let sequence = Self::take(achievement, step(act.clone()), words)?;
			match (line, act) {
				(_, Act::TransferCancelled { agreed }) => {
					Self::note_transfer(achievement, agreed, false);
				}
				(_, Act::UseEnded { right, .. }) => Self::note_use_ended(achievement, right),
				(Some(line), Act::TransferAgreed { .. }) => {
					Watched::<T>::insert(achievement, sequence, id);
					Self::set_line(id, line, LineState::Returning(sequence));
				}
				(Some(line), _) => Self::set_line(id, line, LineState::Returned),
				(None, _) => {}
			}
		}
		Ok((count, Self::rights_in(achievement)))
	}

	/// Notes how far a line is.
	fn set_line(id: GrantId, line: Line, new: LineState) {
		let Some(mut grant) = Self::grant(id) else { return };
		let Effects::Shares(lines) = &mut grant.effects else { return };
		for known in lines.iter_mut().filter(|known| known.member == line.member) {
			known.state = new;
		}
		Self::save(id, grant);
		let Line { member, ppm, state: old } = line;
		Self::deposit_event(Event::LineChanged { grant: id, member, ppm, old, new });
	}

	pub(crate) fn do_rescind_by_decision(
		who: T::AccountId,
		id: GrantId,
		document: Text<MAX_LABEL_BYTES>,
		digest: Digest,
	) -> Result<(u32, u32), DispatchError> {
		let authority = T::Members::member(&who, Permission::Authority)?;
		T::Members::ensure_capable(authority, Capability::Adjudicate)?;
		ensure!(document.validate().is_ok(), Error::<T>::InvalidText);
		let (grant, title) = Self::in_force(id)?;
		let is_interested = T::Members::is_interested(authority, &Self::parties_of(&grant));
		ensure!(!is_interested, Error::<T>::AuthorityIsParty);
		let acts = Self::reverse_acts(&grant, &title, true);
		let step = |act| Step {
			actor: Actor { member: authority, mandate: None },
			cause: Cause::Decision(DecisionRef { authority, document: document.clone(), digest }),
			legal_date: None,
			consents: Vec::new(),
			act,
		};
		// Who stands in the way by a right of its own consents even to what is decided.
		let given = Given::<T>::take(id);
		let words = Words { said: &[], given: &given };
		let lines = Self::reverse(id, grant, acts, step, &words, digest)?;
		let authority = Some(authority);
		Self::deposit_event(Event::Rescinded { grant: id, authority, document: Some(digest) });
		Ok(lines)
	}
}
