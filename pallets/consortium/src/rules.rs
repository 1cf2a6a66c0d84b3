//! The rules of the consortium as pure functions.

use crate::types::{Identity, IdentityKey, KeyGrant, Mandate, Quota, QuotaUse};
use quanqi_types::{
	Capabilities, Capability, CreditCode, Location, MemberId, MemberKind, Moment, Permission,
	Permissions, WHOLE_PPM,
};

/// Which rule a statement about a member breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
	/// A person is known by a commitment only.
	PersonNeedsCommitment,
	/// An organisation is known by its name.
	OrganisationNeedsName,
	/// A name is text.
	NameNotText,
	/// No such division or country, or a register that is no text.
	LocationUnknown,
	/// A register number would name the person.
	PersonInRegister,
	/// A domestic organisation has a credit code.
	CreditCodeMissing,
	/// Persons and foreign organisations have none.
	CreditCodeUnexpected,
	/// The state establishes organisations only.
	PersonStateEstablished,
	/// Registering contracts needs a jurisdiction.
	JurisdictionMissing,
	/// A jurisdiction without registering contracts.
	JurisdictionUnexpected,
	/// No such division.
	JurisdictionUnknown,
	/// A person runs no validator.
	PersonValidates,
	/// Keys, but none that is full.
	NoFullKey,
	/// One account twice.
	KeyRepeated,
	/// A key that may do nothing.
	KeyWithoutPermission,
}

/// Whether `approvals` of `seats` reach a part of all seats; no approval reaches nothing.
pub fn reaches(approvals: u32, seats: u32, threshold_ppm: u32) -> bool {
	let approved = u64::from(approvals).saturating_mul(u64::from(WHOLE_PPM));
	let needed = u64::from(seats).saturating_mul(u64::from(threshold_ppm));
	approvals > 0 && approvals <= seats && approved >= needed
}

/// What a member of this kind, place and code is found by, when they fit each other.
pub fn identity_key(
	kind: MemberKind,
	identity: &Identity,
	credit_code: Option<CreditCode>,
	location: &Location,
) -> Result<IdentityKey, Fault> {
	if !location.is_valid() {
		return Err(Fault::LocationUnknown);
	}
	match (kind, identity) {
		(MemberKind::Person, Identity::Committed(commitment)) => match (credit_code, location) {
			(Some(_), _) => Err(Fault::CreditCodeUnexpected),
			(None, Location::Foreign { .. }) => Err(Fault::PersonInRegister),
			(None, Location::Division(_)) => Ok(IdentityKey::Commitment(*commitment)),
		},
		(MemberKind::Person, Identity::Named(_)) => Err(Fault::PersonNeedsCommitment),
		(_, Identity::Committed(_)) => Err(Fault::OrganisationNeedsName),
		(_, Identity::Named(name)) if name.validate().is_err() => Err(Fault::NameNotText),
		(_, Identity::Named(_)) => match (credit_code, location) {
			(Some(code), Location::Division(_)) => Ok(IdentityKey::CreditCode(code)),
			(None, Location::Division(_)) => Err(Fault::CreditCodeMissing),
			(Some(_), Location::Foreign { .. }) => Err(Fault::CreditCodeUnexpected),
			(None, Location::Foreign { country, register }) => {
				Ok(IdentityKey::Register { country: *country, register: register.clone() })
			}
		},
	}
}

/// Whether a kind may be established by the state.
pub fn check_establishment(kind: MemberKind, state_established: bool) -> Result<(), Fault> {
	match (kind, state_established) {
		(MemberKind::Person, true) => Err(Fault::PersonStateEstablished),
		_ => Ok(()),
	}
}

/// Whether capabilities fit the kind, and a jurisdiction is stated exactly where it is needed.
pub fn check_capabilities(
	kind: MemberKind,
	capabilities: &Capabilities,
	jurisdiction: Option<u32>,
) -> Result<(), Fault> {
	if kind == MemberKind::Person && capabilities.contains(Capability::Validate) {
		return Err(Fault::PersonValidates);
	}
	match (capabilities.contains(Capability::RegisterContracts), jurisdiction) {
		(true, None) => Err(Fault::JurisdictionMissing),
		(false, Some(_)) => Err(Fault::JurisdictionUnexpected),
		(true, Some(code)) if !Location::Division(code).is_valid() => {
			Err(Fault::JurisdictionUnknown)
		}
		_ => Ok(()),
	}
}

/// Whether a member's first keys include a full one, name no account twice and all do something.
pub fn check_first_keys<AccountId: PartialEq>(keys: &[KeyGrant<AccountId>]) -> Result<(), Fault> {
	if keys.iter().any(|key| key.permissions.is_empty()) {
		return Err(Fault::KeyWithoutPermission);
	}
	let mut rest = keys.iter();
	while let Some(key) = rest.next() {
		if rest.clone().any(|other| other.account == key.account) {
			return Err(Fault::KeyRepeated);
		}
	}
	match keys.is_empty() || keys.iter().any(|key| is_full(&key.permissions)) {
		true => Ok(()),
		false => Err(Fault::NoFullKey),
	}
}

/// Whether permissions are those of a full key.
pub fn is_full(permissions: &Permissions) -> bool {
	permissions.contains(Permission::Full)
}

/// Whether these permissions can be handed to an agent: neither the keys nor the seat.
pub fn is_delegable(permissions: &Permissions) -> bool {
	!permissions.is_empty()
		&& !permissions.names(Permission::Full)
		&& !permissions.names(Permission::Seat)
}

/// Whether a member of this kind can be sponsored; all others are admitted by the council.
pub fn may_be_sponsored(kind: MemberKind) -> bool {
	matches!(kind, MemberKind::Person | MemberKind::Enterprise)
}

/// Why a mandate does not serve an act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MandateFault {
	/// Another member is the agent.
	NotTheAgent,
	/// It was revoked.
	Revoked,
	/// Its time is over.
	Over,
	/// It does not cover this kind of act.
	NotCovered,
	/// A former sponsor gave it.
	GiverIsNoLongerSponsor,
	/// The agent is itself a party (Civil Code art. 168).
	AgentIsParty,
	/// The sponsor that gave it is itself a party (Civil Code art. 168).
	SponsorIsParty,
}

/// Whether `agent` may do an act of this kind among `parties` under a mandate.
///
/// `sponsor` is the present sponsor of the principal. A mandate that a sponsor gave serves only
/// while that member is still the sponsor, and no act in which it is a party.
pub fn check_mandate(
	mandate: &Mandate,
	agent: MemberId,
	sponsor: Option<MemberId>,
	permission: Permission,
	now: Moment,
	parties: &[MemberId],
) -> Result<(), MandateFault> {
	if mandate.agent != agent {
		return Err(MandateFault::NotTheAgent);
	}
	if mandate.revoked.is_some() {
		return Err(MandateFault::Revoked);
	}
	if now >= mandate.until {
		return Err(MandateFault::Over);
	}
	if !mandate.permissions.contains(permission) {
		return Err(MandateFault::NotCovered);
	}
	if parties.contains(&agent) {
		return Err(MandateFault::AgentIsParty);
	}
	if mandate.given_by != mandate.principal {
		if sponsor != Some(mandate.given_by) {
			return Err(MandateFault::GiverIsNoLongerSponsor);
		}
		if parties.contains(&mandate.given_by) {
			return Err(MandateFault::SponsorIsParty);
		}
	}
	Ok(())
}

/// Whether the set of validators may become this large: it never falls below the floor, but a
/// smaller one, of a genesis for development, may grow.
pub fn validator_count_allowed(old: usize, new: usize, floor: u32) -> bool {
	let floor = usize::try_from(floor).unwrap_or(usize::MAX);
	new > 0 && (new >= floor || new >= old && old < floor)
}

/// Whether bytes are a peer id of libp2p: the SHA-256 multihash of a public key, or a public key
/// of ed25519 itself.
pub fn is_peer_id(bytes: &[u8]) -> bool {
	match bytes {
		[0x12, 0x20, hash @ ..] => hash.len() == 32,
		[0x00, 0x24, 0x08, 0x01, 0x12, 0x20, key @ ..] => key.len() == 32,
		_ => false,
	}
}

/// Which part of a quota a call goes beyond.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuotaFault {
	/// Execution time.
	RefTime,
	/// Length.
	Bytes,
}

/// Number of the window that a block lies in.
pub fn window_of(block: u64, window_blocks: u32) -> u64 {
	block.checked_div(window_blocks.into()).unwrap_or_default()
}

/// What a member has used after one more call, unless that goes beyond its quota.
pub fn use_quota(
	quota: &Quota,
	used: QuotaUse,
	block: u64,
	ref_time: u64,
	bytes: u64,
) -> Result<QuotaUse, QuotaFault> {
	let window = window_of(block, quota.window_blocks);
	let used = if used.window == window { used } else { QuotaUse { window, ..Default::default() } };
	let after = QuotaUse {
		window,
		ref_time: used.ref_time.saturating_add(ref_time),
		bytes: used.bytes.saturating_add(bytes),
	};
	if after.ref_time > quota.ref_time {
		return Err(QuotaFault::RefTime);
	}
	if after.bytes > quota.bytes {
		return Err(QuotaFault::Bytes);
	}
	Ok(after)
}
