//! Events of an entry: one for the history, one for what it did.

use crate::{ActKind, Config, Event, Pallet};
use quanqi_title::{Act, EntryBody, TitleBody};
use quanqi_types::{AchievementId, MemberId, Shares};

/// The holders of a right in a title.
fn holders(title: Option<&TitleBody>, right: u32) -> Option<Shares> {
	let found = title?.rights.iter().find(|found| found.sequence == right)?;
	Some(found.terms.holders.clone())
}

impl<T: Config> Pallet<T> {
	/// Says what an entry did, with old and new values.
	pub(crate) fn emit(
		achievement: AchievementId,
		old: Option<&TitleBody>,
		entry: &EntryBody,
		new: &TitleBody,
	) {
		let sequence = entry.sequence;
		Self::deposit_event(Event::EntryAppended {
			achievement,
			sequence,
			act: ActKind::from(&entry.act),
			actor: entry.actor.member,
			agent: entry.actor.mandate.map(|mandate| mandate.agent),
		});
		let event = match &entry.act {
			Act::Registered(_)
			| Act::StatusChanged { .. }
			| Act::AgreementSet(_)
			| Act::Succeeded { .. }
			| Act::Corrected(_)
			| Act::Retired { .. } => Self::event_of_title(achievement, old, entry, new),
			Act::TransferAgreed { .. }
			| Act::TransferCancelled { .. }
			| Act::ShareTransferred { .. } => Self::event_of_share(achievement, old, entry, new),
			Act::UseGranted(_)
			| Act::UseTransferred { .. }
			| Act::UseDivided { .. }
			| Act::UseEnded { .. } => Self::event_of_use(achievement, old, entry, new),
			_ => Self::event_of_burden(achievement, entry),
		};
		if let Some(event) = event {
			Self::deposit_event(event);
		}
	}

	/// Events of the title as a whole.
	fn event_of_title(
		achievement: AchievementId,
		old: Option<&TitleBody>,
		entry: &EntryBody,
		new: &TitleBody,
	) -> Option<Event<T>> {
		Some(match &entry.act {
			Act::Registered(registration) => {
				Event::TitleRegistered { achievement, owners: registration.owners.clone() }
			}
			Act::StatusChanged { status, .. } => {
				Event::StatusChanged { achievement, old: old?.official_status, new: *status }
			}
			Act::AgreementSet(agreement) => Event::AgreementSet {
				achievement,
				old: old?.agreement.clone(),
				new: agreement.clone(),
			},
			Act::Succeeded { from, heirs } => {
				Event::MemberSucceeded { achievement, from: *from, heirs: heirs.clone() }
			}
			Act::Corrected(correction) => Event::EntryCorrected {
				achievement,
				corrected: correction.corrects,
				old_owners: old?.owners.clone(),
				new_owners: new.owners.clone(),
			},
			Act::Retired { .. } => {
				Event::TitleRetired { achievement, old: old?.ledger_status, new: new.ledger_status }
			}
			_ => return None,
		})
	}

	/// Events of shares.
	fn event_of_share(
		achievement: AchievementId,
		old: Option<&TitleBody>,
		entry: &EntryBody,
		new: &TitleBody,
	) -> Option<Event<T>> {
		let before = |member: MemberId| old.map_or(0, |title| title.owners.part_of(member));
		Some(match &entry.act {
			Act::TransferAgreed { from, to, ppm } => Event::TransferAgreed {
				achievement,
				agreed: entry.sequence,
				from: *from,
				to: *to,
				ppm: *ppm,
			},
			Act::TransferCancelled { agreed } => {
				Event::TransferCancelled { achievement, agreed: *agreed }
			}
			Act::ShareTransferred { from, to, .. } => Event::ShareTransferred {
				achievement,
				from: *from,
				from_old: before(*from),
				from_new: new.owners.part_of(*from),
				to: *to,
				to_old: before(*to),
				to_new: new.owners.part_of(*to),
			},
			_ => return None,
		})
	}

	/// Events of use rights.
	fn event_of_use(
		achievement: AchievementId,
		old: Option<&TitleBody>,
		entry: &EntryBody,
		new: &TitleBody,
	) -> Option<Event<T>> {
		Some(match &entry.act {
			Act::UseGranted(terms) => Event::UseGranted {
				achievement,
				right: entry.sequence,
				form: terms.form,
				grantor: terms.grantor,
				holders: terms.holders.clone(),
				replaced: terms.replaces,
			},
			Act::UseTransferred { right, .. } | Act::UseDivided { right, .. } => {
				Event::UseHoldersChanged {
					achievement,
					right: *right,
					old: holders(old, *right)?,
					new: holders(Some(new), *right)?,
				}
			}
			Act::UseEnded { right, reason } => {
				Event::UseEnded { achievement, right: *right, reason: *reason }
			}
			_ => return None,
		})
	}

	/// Events of pledges, holds, reservations and the pool.
	fn event_of_burden(achievement: AchievementId, entry: &EntryBody) -> Option<Event<T>> {
		let sequence = entry.sequence;
		Some(match &entry.act {
			Act::Pledged { pledgor, pledgee, .. } => Event::PledgeMade {
				achievement,
				pledge: sequence,
				pledgor: *pledgor,
				pledgee: *pledgee,
			},
			Act::PledgeReleased { pledge } => {
				Event::PledgeReleased { achievement, pledge: *pledge }
			}
			Act::Held { target, until, renews } => Event::HoldPlaced {
				achievement,
				hold: sequence,
				target: *target,
				until: *until,
				renewed: *renews,
			},
			Act::HoldLifted { hold } => Event::HoldLifted { achievement, hold: *hold },
			Act::PoolEntered(terms) => Event::PoolEntered { achievement, by: terms.by },
			Act::PoolLeft => Event::PoolLeft { achievement },
			Act::Reserved { beneficiary, .. } => Event::ReservationMade {
				achievement,
				reservation: sequence,
				beneficiary: *beneficiary,
			},
			Act::ReservationEnded { reservation } => {
				Event::ReservationEnded { achievement, reservation: *reservation }
			}
			_ => return None,
		})
	}
}
