//! The stored record, its steps, and the disclosure that waits for co-owners.

use super::{Classification, Declaration, Evidence, Funding, Label, TitleText};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_title::{Actor, Consent};
use quanqi_types::{
	bounds::{MAX_CLASSIFICATIONS, MAX_COMPLETERS, MAX_EVIDENCE, MAX_IDENTIFIERS, MAX_SHARE_LINES},
	AchievementKind, BoundedVec, Commitment, ConstU32, Date, ExclusionClass, Identifier,
	LedgerStatus, MemberId, Moment, OfficialStatus, Shares,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Why a record is kept out of grants and pools, and when that is looked at again.
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
pub struct Exclusion {
	/// The class: a code only.
	pub class: ExclusionClass,
	/// The day of the next review. It stays in force until it is lifted.
	pub review_on: Date,
	/// The authority that set it.
	pub set_by: MemberId,
	/// When it was set.
	pub set_at: Moment,
}

/// Who attested an official status, and by what.
#[derive(
	Clone,
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
pub struct AttestedBy {
	/// The attesting member.
	pub member: MemberId,
	/// The day of the office's act.
	pub legal_date: Date,
	/// Number of the office's document.
	pub document: Label,
}

/// What is known of the right at its office (官方状态).
#[derive(
	Clone,
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
pub struct OfficialRecord {
	/// The status.
	pub status: OfficialStatus,
	/// Who attested it; `None` while it is the holder's own word.
	pub attested: Option<AttestedBy>,
}

/// A record as it is stored, by version. Appended to, never changed: certificates prove these bytes.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Record {
	/// Version 1.
	#[codec(index = 1)]
	V1(Achievement),
}

/// An achievement (科技成果): one right in one jurisdiction.
///
/// Once it is registered, kind, official status, end of protection and ledger status follow the
/// title in the rights ledger; here they are as last written by this pallet.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
pub struct Achievement {
	/// The unit that holds it (持有单位).
	pub holder: MemberId,
	/// What kind of right.
	pub kind: AchievementKind,
	/// What it is called.
	pub title: TitleText,
	/// Its numbers in registers.
	pub identifiers: BoundedVec<Identifier, ConstU32<MAX_IDENTIFIERS>>,
	/// How it is classified.
	pub classifications: BoundedVec<Classification, ConstU32<MAX_CLASSIFICATIONS>>,
	/// Where the money came from.
	pub funding: Funding,
	/// Whether it is a service achievement (职务科技成果).
	pub service: bool,
	/// Who made it (完成人).
	pub completers: BoundedVec<MemberId, ConstU32<MAX_COMPLETERS>>,
	/// Commitment to the sealed shares of contribution.
	pub contributions: Option<Commitment>,
	/// When it was completed.
	pub completed: Option<Date>,
	/// When it was filed at the office.
	pub filed: Option<Date>,
	/// The exclusion, while one is set.
	pub exclusion: Option<Exclusion>,
	/// Documents behind it.
	pub evidence: BoundedVec<Evidence, ConstU32<MAX_EVIDENCE>>,
	/// Where it stands on this ledger.
	pub ledger_status: LedgerStatus,
	/// Where it stands at its office.
	pub official: OfficialRecord,
	/// End of protection, first moment outside, when known.
	pub protection_until: Option<Moment>,
	/// When it was entered.
	pub entered_at: Moment,
	/// When all owners had confirmed.
	pub registered_at: Option<Moment>,
}

/// The step is none that the record's ledger status allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongLedgerStatus;

impl Achievement {
	/// The record of a declaration, disclosed.
	pub fn disclosed(holder: MemberId, declaration: Declaration, now: Moment) -> Self {
		Self {
			holder,
			kind: declaration.kind,
			title: declaration.title,
			identifiers: declaration.identifiers,
			classifications: declaration.classifications,
			funding: declaration.funding,
			service: declaration.service,
			completers: declaration.completers,
			contributions: declaration.contributions,
			completed: declaration.completed,
			filed: declaration.filed,
			exclusion: None,
			evidence: declaration.evidence,
			ledger_status: LedgerStatus::Disclosed,
			official: OfficialRecord { status: declaration.status, attested: None },
			protection_until: None,
			entered_at: now,
			registered_at: None,
		}
	}

	/// Every owner confirmed: Disclosed → Registered.
	pub fn register(&mut self, now: Moment) -> Result<(), WrongLedgerStatus> {
		self.step(&[LedgerStatus::Disclosed], LedgerStatus::Registered)?;
		self.registered_at = Some(now);
		Ok(())
	}

	/// The owners retire it: Registered → Retired. Its identifiers still name it.
	pub fn retire(&mut self) -> Result<(), WrongLedgerStatus> {
		self.step(&[LedgerStatus::Registered], LedgerStatus::Retired)
	}

	/// A decision voids it: Disclosed, Registered or Retired → Voided. Its identifiers are free.
	pub fn void(&mut self) -> Result<(), WrongLedgerStatus> {
		use LedgerStatus::{Disclosed, Registered, Retired};
		self.step(&[Disclosed, Registered, Retired], LedgerStatus::Voided)
	}

	/// Whether something may still be written about it: while Disclosed or Registered.
	pub fn is_open(&self) -> bool {
		matches!(self.ledger_status, LedgerStatus::Disclosed | LedgerStatus::Registered)
	}

	fn step(&mut self, from: &[LedgerStatus], to: LedgerStatus) -> Result<(), WrongLedgerStatus> {
		if !from.contains(&self.ledger_status) {
			return Err(WrongLedgerStatus);
		}
		self.ledger_status = to;
		Ok(())
	}
}

/// A disclosure that waits for its co-owners.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Disclosure {
	/// Who entered it.
	pub actor: Actor,
	/// Who will own it.
	pub owners: Shares,
	/// Co-owners that confirmed.
	pub confirmed: BoundedVec<Consent, ConstU32<MAX_SHARE_LINES>>,
}

impl Disclosure {
	/// Owners whose confirmation is missing: all but who entered it and who confirmed.
	pub fn awaited(&self) -> impl Iterator<Item = MemberId> + '_ {
		self.owners.members().filter(|owner| {
			*owner != self.actor.member
				&& !self.confirmed.iter().any(|consent| consent.member == *owner)
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::OfficialStatus::Granted;
	use LedgerStatus::{Disclosed, Registered, Retired, Voided};

	fn achievement(ledger_status: LedgerStatus) -> Achievement {
		let declaration = Declaration {
			kind: AchievementKind::Software,
			title: TitleText::Sealed(Commitment::new([0; 32], b"name")),
			identifiers: Default::default(),
			classifications: Default::default(),
			funding: Funding::Own,
			service: false,
			completers: Default::default(),
			contributions: None,
			completed: None,
			filed: None,
			status: Granted,
			evidence: Default::default(),
		};
		let mut achievement = Achievement::disclosed(MemberId(1), declaration, Moment(5));
		achievement.ledger_status = ledger_status;
		achievement
	}

	fn after(
		from: LedgerStatus,
		step: impl Fn(&mut Achievement) -> Result<(), WrongLedgerStatus>,
	) -> Option<LedgerStatus> {
		let mut record = achievement(from);
		step(&mut record).ok().map(|()| record.ledger_status)
	}

	#[test]
	fn register_should_be_possible_only_when_disclosed() {
		let results = [Disclosed, Registered, Retired, Voided]
			.map(|from| after(from, |record| record.register(Moment(9))));
		assert_eq!(results, [Some(Registered), None, None, None]);
	}

	#[test]
	fn retire_should_be_possible_only_when_registered() {
		let results =
			[Disclosed, Registered, Retired, Voided].map(|from| after(from, Achievement::retire));
		assert_eq!(results, [None, Some(Retired), None, None]);
	}

	#[test]
	fn void_should_be_possible_from_everywhere_but_voided() {
		let results =
			[Disclosed, Registered, Retired, Voided].map(|from| after(from, Achievement::void));
		assert_eq!(results, [Some(Voided), Some(Voided), Some(Voided), None]);
	}

	#[test]
	fn awaited_should_leave_out_who_entered_and_who_confirmed() {
		let owners = Shares::equal([MemberId(1), MemberId(2), MemberId(3)]).unwrap();
		let actor = Actor { member: MemberId(1), mandate: None };
		let consent = Consent {
			member: MemberId(3),
			role: quanqi_title::ConsentRole::CoOwner,
			deemed: false,
			mandate: None,
		};
		let confirmed = BoundedVec::try_from(vec![consent]).unwrap();
		let disclosure = Disclosure { actor, owners, confirmed };
		assert_eq!(disclosure.awaited().collect::<Vec<_>>(), vec![MemberId(2)]);
	}
}
