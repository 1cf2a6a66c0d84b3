//! Requests for consent, what falls due, and the short forms that fit into an error or event.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::PalletError, PalletError};
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, DecisionRef, LegalDate, Reason};
use quanqi_types::{
	bounds::{MAX_CONSENTS, MAX_ENTRY_BYTES, MAX_LABEL_BYTES},
	AchievementId, BoundedVec, ConstU32, Digest, MandateId, MemberId, Moment, Text,
};
use scale_info::{Type, TypeInfo};
use serde::{Deserialize, Serialize};

/// A request for consent (征求同意). Numbers are given once and never reused.
pub type RequestId = u32;

/// The reason of a refusal, as it stands in an error: one byte, described in the metadata as the
/// enum it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking)]
pub struct Why(pub Reason);

impl PalletError for Why {
	// A reason has no fields; `integrity_test` checks it against the encoding.
	const MAX_ENCODED_SIZE: usize = 1;
}

impl TypeInfo for Why {
	type Identity = Reason;

	fn type_info() -> Type {
		Reason::type_info()
	}
}

/// The entry or member a refusal names, in the two bytes an error has left for it.
///
/// Zero: none. `n + 1`: number `n`. `0xffff`: a number that does not fit; **check** tells it in full.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	PalletError,
)]
pub struct ShortRef(pub [u8; 2]);

impl ShortRef {
	/// The number in short.
	pub fn new(number: Option<u32>) -> Self {
		let short = match number {
			None => 0,
			Some(number) => {
				number.checked_add(1).and_then(|next| u16::try_from(next).ok()).unwrap_or(u16::MAX)
			}
		};
		Self(short.to_le_bytes())
	}

	/// The number, or `None` where there was none or it did not fit.
	pub fn get(self) -> Option<u32> {
		match u16::from_le_bytes(self.0) {
			u16::MAX => None,
			short => u32::from(short).checked_sub(1),
		}
	}
}

/// In whose name somebody answers a request.
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
#[serde(rename_all = "kebab-case")]
pub enum Behalf {
	/// In the name of its own member.
	#[codec(index = 0)]
	Own,
	/// In the name of the principal of this mandate (委托).
	#[codec(index = 1)]
	Mandate(MandateId),
	/// In the name of this suspended member, whose administrator it is.
	#[codec(index = 2)]
	Administered(MemberId),
}

/// What to do where holders of rights, transferees or pledgees stand in the way of a step and could
/// let it pass.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Obstacles {
	/// Refuse the step, naming the rule and the record in the way.
	#[default]
	#[codec(index = 0)]
	Refuse,
	/// Ask them for their consent (T4).
	#[codec(index = 1)]
	Ask,
}

/// A decision as an authority's call states it; the authority is who signs.
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
pub struct DecisionDocument {
	/// Number of the document.
	pub document: Text<MAX_LABEL_BYTES>,
	/// Digest of the document.
	pub digest: Digest,
}

impl DecisionDocument {
	/// The decision of this authority.
	pub fn of(self, authority: MemberId) -> DecisionRef {
		DecisionRef { authority, document: self.document, digest: self.digest }
	}
}

/// Where a request stands. `consent`, `waive` and `poke` move it on; it is removed when it is over.
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
#[serde(rename_all = "kebab-case")]
pub enum RequestState {
	/// Consents are missing.
	#[codec(index = 0)]
	Open,
	/// Everyone consented; the step waits for the office's act (a pledge, T9).
	#[codec(index = 1)]
	AwaitingOffice,
}

/// How a request was over.
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
)]
pub enum RequestOutcome {
	/// The step was taken: the number of its entry.
	#[codec(index = 0)]
	Taken(u32),
	/// Somebody whose consent cannot be done without refused.
	#[codec(index = 1)]
	Refused(MemberId),
	/// Who asked withdrew it.
	#[codec(index = 2)]
	Withdrawn,
	/// It was left without an answer for too long.
	#[codec(index = 3)]
	Lapsed,
}

/// When the silence of a member counts as its consent.
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
pub struct Silence {
	/// Whose silence.
	pub member: MemberId,
	/// In which capacity it was asked.
	pub role: ConsentRole,
	/// From this moment on.
	pub deemed_from: Moment,
}

/// A step that waits for consents.
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
pub struct Request {
	/// In which achievement.
	pub achievement: AchievementId,
	/// Where it stands.
	pub state: RequestState,
	/// Who asked; whose act the step will be.
	pub actor: Actor,
	/// What the step is for.
	pub cause: Cause,
	/// The day the law counts from, where it is not the block's.
	pub legal_date: Option<LegalDate>,
	/// What is to happen.
	pub act: Act,
	/// When it was opened: silence counts from here.
	pub opened_at: Moment,
	/// Consents and waivers so far.
	pub consents: BoundedVec<Consent, ConstU32<MAX_CONSENTS>>,
	/// Who refused, where the step can still do without it.
	pub refused: BoundedVec<(MemberId, ConsentRole), ConstU32<MAX_CONSENTS>>,
	/// Whose silence will count, and when.
	pub silence: BoundedVec<Silence, ConstU32<MAX_CONSENTS>>,
}

impl MaxEncodedLen for Request {
	/// The step is checked to fit an entry when the request is opened, so act, cause and the like
	/// are together below [`MAX_ENTRY_BYTES`].
	fn max_encoded_len() -> usize {
		let entry = usize::try_from(MAX_ENTRY_BYTES).unwrap_or(usize::MAX);
		entry
			.saturating_add(AchievementId::max_encoded_len())
			.saturating_add(RequestState::max_encoded_len())
			.saturating_add(Moment::max_encoded_len())
			.saturating_add(BoundedVec::<Consent, ConstU32<MAX_CONSENTS>>::max_encoded_len())
			.saturating_add(
				BoundedVec::<(MemberId, ConsentRole), ConstU32<MAX_CONSENTS>>::max_encoded_len(),
			)
			.saturating_add(BoundedVec::<Silence, ConstU32<MAX_CONSENTS>>::max_encoded_len())
	}
}

impl Request {
	/// Whether this member agreed in this capacity.
	pub fn has_consent(&self, member: MemberId, role: ConsentRole) -> bool {
		self.consents.iter().any(|consent| consent.member == member && consent.role == role)
	}

	/// Whether this member refused in this capacity.
	pub fn has_refused(&self, member: MemberId, role: ConsentRole) -> bool {
		self.refused.contains(&(member, role))
	}

	/// Those whose silence counts as consent now and who neither agreed nor refused.
	pub fn silent_at(&self, now: Moment) -> impl Iterator<Item = &Silence> {
		self.silence.iter().filter(move |silence| {
			silence.deemed_from <= now
				&& !self.has_consent(silence.member, silence.role)
				&& !self.has_refused(silence.member, silence.role)
		})
	}

	/// The first moment at which somebody's silence will count that has not been counted.
	pub fn next_silence(&self) -> Option<Moment> {
		self.silence
			.iter()
			.filter(|silence| {
				!self.has_consent(silence.member, silence.role)
					&& !self.has_refused(silence.member, silence.role)
			})
			.map(|silence| silence.deemed_from)
			.min()
	}
}

/// What falls due on a day.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DueItem {
	/// Something in this title is over by time.
	#[codec(index = 0)]
	Title(AchievementId),
	/// Silence on this request counts, or it lapses.
	#[codec(index = 1)]
	Request(RequestId),
}

/// Which act an entry carries, without its details.
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
)]
pub enum ActKind {
	/// [`Act::Registered`].
	#[codec(index = 0)]
	Registered,
	/// [`Act::StatusChanged`].
	#[codec(index = 1)]
	StatusChanged,
	/// [`Act::TransferAgreed`].
	#[codec(index = 2)]
	TransferAgreed,
	/// [`Act::TransferCancelled`].
	#[codec(index = 3)]
	TransferCancelled,
	/// [`Act::ShareTransferred`].
	#[codec(index = 4)]
	ShareTransferred,
	/// [`Act::UseGranted`].
	#[codec(index = 5)]
	UseGranted,
	/// [`Act::UseTransferred`].
	#[codec(index = 6)]
	UseTransferred,
	/// [`Act::UseDivided`].
	#[codec(index = 7)]
	UseDivided,
	/// [`Act::UseEnded`].
	#[codec(index = 8)]
	UseEnded,
	/// [`Act::Pledged`].
	#[codec(index = 9)]
	Pledged,
	/// [`Act::PledgeReleased`].
	#[codec(index = 10)]
	PledgeReleased,
	/// [`Act::Held`].
	#[codec(index = 11)]
	Held,
	/// [`Act::HoldLifted`].
	#[codec(index = 12)]
	HoldLifted,
	/// [`Act::PoolEntered`].
	#[codec(index = 13)]
	PoolEntered,
	/// [`Act::PoolLeft`].
	#[codec(index = 14)]
	PoolLeft,
	/// [`Act::Reserved`].
	#[codec(index = 15)]
	Reserved,
	/// [`Act::ReservationEnded`].
	#[codec(index = 16)]
	ReservationEnded,
	/// [`Act::AgreementSet`].
	#[codec(index = 17)]
	AgreementSet,
	/// [`Act::Succeeded`].
	#[codec(index = 18)]
	Succeeded,
	/// [`Act::Corrected`].
	#[codec(index = 19)]
	Corrected,
	/// [`Act::Retired`].
	#[codec(index = 20)]
	Retired,
}

impl From<&Act> for ActKind {
	fn from(act: &Act) -> Self {
		match act {
			Act::Registered(_) => Self::Registered,
			Act::StatusChanged { .. } => Self::StatusChanged,
			Act::TransferAgreed { .. } => Self::TransferAgreed,
			Act::TransferCancelled { .. } => Self::TransferCancelled,
			Act::ShareTransferred { .. } => Self::ShareTransferred,
			Act::UseGranted(_) => Self::UseGranted,
			Act::UseTransferred { .. } => Self::UseTransferred,
			Act::UseDivided { .. } => Self::UseDivided,
			Act::UseEnded { .. } => Self::UseEnded,
			Act::Pledged { .. } => Self::Pledged,
			Act::PledgeReleased { .. } => Self::PledgeReleased,
			Act::Held { .. } => Self::Held,
			Act::HoldLifted { .. } => Self::HoldLifted,
			Act::PoolEntered(_) => Self::PoolEntered,
			Act::PoolLeft => Self::PoolLeft,
			Act::Reserved { .. } => Self::Reserved,
			Act::ReservationEnded { .. } => Self::ReservationEnded,
			Act::AgreementSet(_) => Self::AgreementSet,
			Act::Succeeded { .. } => Self::Succeeded,
			Act::Corrected(_) => Self::Corrected,
			Act::Retired { .. } => Self::Retired,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn short_ref_should_tell_none_from_zero_and_mark_what_does_not_fit() {
		assert_eq!(ShortRef::new(None), ShortRef([0, 0]));
		assert_eq!(ShortRef::new(None).get(), None);
		assert_eq!(ShortRef::new(Some(0)).get(), Some(0));
		assert_eq!(ShortRef::new(Some(65_533)).get(), Some(65_533));
		assert_eq!(ShortRef::new(Some(65_534)), ShortRef([0xff; 2]));
		assert_eq!(ShortRef::new(Some(u32::MAX)).get(), None);
	}
}
