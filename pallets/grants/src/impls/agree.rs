//! The agreement, and the office's act that makes it effective (T2).

use super::lines::{waiting_in, Words};
use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::{ensure, BoundedVec};
use quanqi_title::{Act, Actor, Cause, LegalDate};
use quanqi_traits::{Members, Step, Titles};
use quanqi_types::{bounds::MAX_LABEL_BYTES, Capability, GrantId, Moment, Permission, Text};
use sp_runtime::{DispatchError, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Concludes a grant; its lines, and the use rights in the title.
	pub(crate) fn do_agree(who: T::AccountId, id: GrantId) -> Result<(u32, u32), DispatchError> {
		let mut grant = Self::of_unit(&who, Permission::Dispose, id)?;
		let accepted = Self::check_agreement(id, &grant)?;
		let now = T::Titles::now();
		let judged = Self::ensure_lawful(grant.unit, &grant.terms, now)?;
		let achievement = grant.terms.achievement;
		let title = T::Titles::title(achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let given = Given::<T>::take(id);
		let words = Words { said: &accepted, given: &given };
		let mut lines = Vec::new();
		for (line, act) in Self::forward_acts(&grant, &title, now)? {
			let step = Self::step_of(grant.unit, id, act.clone());
			let sequence = Self::take(achievement, step, &words)?;
			match (line, act) {
				(Some(line), Act::TransferAgreed { .. }) => {
					Watched::<T>::insert(achievement, sequence, id);
					lines.push(Line { state: LineState::Agreed(sequence), ..line });
				}
				(Some(line), _) => lines.push(Line { state: LineState::Moved, ..line }),
				(None, Act::UseGranted(terms)) => {
					Watched::<T>::insert(achievement, sequence, id);
					let period = terms.period;
					grant.effects = Effects::Use { right: sequence, period, ended: None };
				}
				(None, _) => {}
			}
		}
		let count = lines.len().max(1).saturated_into();
		if !lines.is_empty() {
			grant.effects = Effects::Shares(BoundedVec::truncate_from(lines));
		}
		grant.agreed = Some(now);
		grant.judged = BoundedVec::truncate_from(judged);
		Self::conclude(id, grant, now);
		Ok((count, Self::rights_in(achievement)))
	}

	/// G4: who accepted, when the whole team has and the notice is over.
	pub(crate) fn check_agreement(id: GrantId, grant: &Grant) -> Result<Acceptances, Error<T>> {
		ensure!(grant.status == GrantStatus::Noticed, Error::<T>::WrongStatus);
		ensure!(grant.notice_closed.is_some(), Error::<T>::NoticeRuns);
		let accepted = Accepted::<T>::get(id);
		let has_accepted = |member| accepted.iter().any(|known| known.member == member);
		let is_whole = grant.terms.team.members().all(has_accepted);
		ensure!(is_whole, Error::<T>::G4AcceptanceMissing);
		Ok(accepted)
	}

	/// Writes what was agreed: effective at once unless a share waits for the office.
	fn conclude(id: GrantId, mut grant: Grant, now: Moment) {
		let achievement = grant.terms.achievement;
		Self::deposit_event(Event::Agreed { grant: id, achievement });
		for judged in grant.judged.iter().filter(|judged| !judged.is_met()) {
			Self::deposit_event(Event::Flagged { grant: id, judged: *judged });
		}
		if grant.waits_for_office() {
			grant.status = GrantStatus::Agreed;
		} else {
			grant.status = GrantStatus::Effective;
			grant.effective = Some(now);
			Self::deposit_event(Event::Effective { grant: id, achievement });
		}
		Self::save(id, grant);
	}

	/// Moves what waits for the office; how many lines, and the use rights in the title.
	pub(crate) fn do_attest(
		who: T::AccountId,
		id: GrantId,
		office_number: Text<MAX_LABEL_BYTES>,
		office_date: Moment,
	) -> Result<(u32, u32), DispatchError> {
		let office = T::Members::member(&who, Permission::Authority)?;
		T::Members::ensure_capable(office, Capability::AttestRegister)?;
		ensure!(office_number.validate().is_ok(), Error::<T>::InvalidText);
		let grant = Self::load(id)?;
		let is_party = Self::parties_of(&grant).contains(&office);
		ensure!(!is_party, Error::<T>::AuthorityIsParty);
		ensure!(grant.waits_for_office(), Error::<T>::NothingToAttest);
		let achievement = grant.terms.achievement;
		let title = T::Titles::title(achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let mut count = 0u32;
		for line in grant.lines() {
			let Some(agreed) = line.state.entry() else { continue };
			let mut has_moved = false;
			for waiting in waiting_in(&title, line.state) {
				let (from, to, ppm) = (waiting.from, waiting.to, waiting.ppm);
				let step = Step {
					actor: Actor { member: office, mandate: None },
					cause: Cause::Office(office_number.clone()),
					legal_date: Some(LegalDate { moment: office_date, attested_by: office }),
					consents: Vec::new(),
					act: Act::ShareTransferred { agreed: Some(agreed), from, to, ppm },
				};
				T::Titles::append(achievement, step)?;
				has_moved = true;
				count = count.saturating_add(1);
			}
			// Where the ledger tells of its entries, it is known already.
			Self::note_transfer(achievement, agreed, has_moved);
		}
		Ok((count, Self::rights_in(achievement)))
	}
}
