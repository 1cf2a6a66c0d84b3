//! Undoing effects (C10): reversing entries, or the reason why there can be none.

use super::effects::{Agreed, Trace};
use crate::{
	AgreedBy, AppliedEffect, Config, Effect, EffectState, Effects, Ending, Error, Event, Pallet,
};
use quanqi_title::{Act, EndReason, TitleBody};
use quanqi_traits::{Calendar, Titles};
use quanqi_types::{AchievementId, ContractId, MemberId, Ppm};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Undoes effects from the last to the first, as an ending has it; how many there are.
	pub(crate) fn undo_all(
		id: ContractId,
		effects: u32,
		ending: Ending,
		agreed: &Agreed,
	) -> Result<u32, DispatchError> {
		for number in (0..effects).rev() {
			let Some(applied) = Effects::<T>::get(id, number) else { continue };
			Self::undo(id, number, applied, ending, agreed, &mut None)?;
		}
		Ok(effects)
	}

	/// An amendment undoes an effect of an earlier version.
	pub(crate) fn undo_by_amendment(
		id: ContractId,
		number: u32,
		agreed: &Agreed,
		trace: &mut Trace,
	) -> DispatchResult {
		let applied = Effects::<T>::get(id, number).ok_or(Error::<T>::UnknownEffect)?;
		Self::undo(id, number, applied, Ending::Rescinded, agreed, trace)
	}

	/// Undoes one effect. A termination leaves what is done and ends what goes on.
	fn undo(
		id: ContractId,
		number: u32,
		mut applied: AppliedEffect,
		ending: Ending,
		agreed: &Agreed,
		trace: &mut Trace,
	) -> DispatchResult {
		let is_over = matches!(applied.state, EffectState::Cancelled | EffectState::Undone);
		if is_over || ending == Ending::Performed {
			return Ok(());
		}
		let undone = match applied.achievement {
			None => Some(None),
			Some(achievement) => Self::reverse(id, achievement, &applied, ending, agreed, trace)?,
		};
		let Some(entry) = undone else { return Ok(()) };
		applied.state = EffectState::Undone;
		if ending == Ending::Rescinded {
			Self::undo_conversion(id, &applied);
		}
		Effects::<T>::insert(id, number, applied);
		Self::schedule((id, number), None);
		Self::deposit_event(Event::EffectUndone { contract: id, effect: number, entry });
		Ok(())
	}

	/// Takes the reversing step. `None`: the effect stays; `Some(None)`: undone without an entry.
	fn reverse(
		id: ContractId,
		achievement: AchievementId,
		applied: &AppliedEffect,
		ending: Ending,
		agreed: &Agreed,
		trace: &mut Trace,
	) -> Result<Option<Option<u32>>, DispatchError> {
		let is_rescinded = ending == Ending::Rescinded;
		let effect = Self::effect(id, applied)?;
		let Some(entry) = applied.entry else {
			return Ok(is_rescinded.then_some(None));
		};
		let title = T::Titles::title(achievement).ok_or(Error::<T>::UnknownAchievement)?;
		let mut take =
			|member, act| Self::take(id, achievement, member, act, agreed, trace).map(Some);
		match &effect {
			Effect::TransferShare { from, to, ppm, .. }
			| Effect::AssignFuture { from, to, ppm, .. } => {
				if title.agreed_transfers.iter().any(|known| known.sequence == entry) {
					AgreedBy::<T>::remove(achievement, entry);
					return take(*from, Act::TransferCancelled { agreed: entry }).map(Some);
				}
				if !is_rescinded {
					return Ok(None);
				}
				Self::ensure_free(&title, *to, *ppm)?;
				let (from, to, ppm) = (*to, *from, *ppm);
				let act = match title.kind.needs_office_transfer() {
					true => Act::TransferAgreed { from, to, ppm },
					false => Act::ShareTransferred { agreed: None, from, to, ppm },
				};
				take(from, act).map(Some)
			}
			Effect::GrantUse { terms, .. } => {
				let is_open =
					title.right(entry).is_some_and(|right| title.is_open(right, Self::present()));
				if !is_open {
					return Ok(is_rescinded.then_some(None));
				}
				let reason = match (is_rescinded, agreed.is_decided()) {
					(true, _) => EndReason::Rescinded,
					(false, true) => EndReason::Decided,
					(false, false) => EndReason::ByTerms,
				};
				take(terms.grantor, Act::UseEnded { right: entry, reason }).map(Some)
			}
			Effect::TransferUse { right, from, to, ppm, .. } if is_rescinded => {
				let act = Act::UseTransferred { right: *right, from: *to, to: *from, ppm: *ppm };
				take(*to, act).map(Some)
			}
			Effect::Reserve { by, .. } => {
				match title.reservations.iter().any(|kept| kept.sequence == entry) {
					true => take(*by, Act::ReservationEnded { reservation: entry }).map(Some),
					false => Ok(Some(None)),
				}
			}
			Effect::TransferUse { .. } | Effect::ConvertTrial { .. } | Effect::JointUse { .. } => {
				Ok(is_rescinded.then_some(None))
			}
		}
	}

	/// C10: refuses where what would go back is promised to somebody else by now, and says by which
	/// entry. What it has lost altogether the law of titles refuses, naming it.
	fn ensure_free(title: &TitleBody, member: MemberId, ppm: Ppm) -> Result<(), DispatchError> {
		if title.uncommitted_part(member) >= ppm {
			return Ok(());
		}
		match title.agreed_transfers.iter().find(|agreed| agreed.from == member) {
			Some(agreed) => {
				let [a, b, c, _] = agreed.sequence.to_le_bytes();
				Err(Error::<T>::LaterTransferInTheWay([a, b, c]).into())
			}
			None => Ok(()),
		}
	}
}
