//! The institutions of a consortium file: each by itself, and against those before it.

use super::{is_slug, Faults};
use crate::file::{key_bytes, Consortium, FileError, Institution, InstitutionKey, Validator};
use pallet_consortium::{rules::is_full, types::NodeId};
use quanqi_runtime::MAXIMUM_COUNCIL_SEATS;
use quanqi_types::{bounds::MAX_KEYS, Capability, CreditCode, Location, MemberKind};
use sp_core::crypto::{AccountId32, Ss58Codec};
use std::collections::BTreeMap;
use toml::Spanned;

/// What one institution only may have, and the name of the one that has it.
#[derive(Default)]
struct Taken {
	folders: BTreeMap<String, String>,
	codes: BTreeMap<CreditCode, String>,
	accounts: BTreeMap<AccountId32, String>,
	aura: BTreeMap<[u8; 32], String>,
	grandpa: BTreeMap<[u8; 32], String>,
	node_ids: BTreeMap<NodeId, String>,
}

/// A value of the file, with where it stands and whose it is.
struct Claim<'a> {
	place: &'a Spanned<String>,
	field: &'a str,
	name: &'a str,
}

impl Claim<'_> {
	/// Takes `value` for the institution; a fault where it is taken already.
	fn take<V: Ord>(
		&self,
		value: V,
		what: &str,
		owners: &mut BTreeMap<V, String>,
		faults: &mut Faults,
	) {
		if let Some(first) = owners.insert(value, self.name.to_owned()) {
			let message = format!("is already {what} of {first}; give each its own");
			faults.add(self.place, self.field, message);
		}
	}
}

pub(super) fn check_institutions(consortium: &Consortium, faults: &mut Faults) {
	let mut taken = Taken::default();
	let mut seats = 0_u32;
	for spanned in &consortium.institution {
		let one = spanned.get_ref();
		check_identity(one, &mut taken, faults);
		check_keys(one, &mut taken, faults);
		check_capabilities(one, faults);
		check_places(one, faults);
		if let Some(validator) = &one.validator {
			check_validator(one, validator, &mut taken, faults);
		}
		seats = seats.saturating_add(u32::from(*one.seat.get_ref()));
		if *one.seat.get_ref() && seats > MAXIMUM_COUNCIL_SEATS {
			let message = format!(
				"is seat {seats}, and the council has {MAXIMUM_COUNCIL_SEATS}; set it to false"
			);
			faults.add(&one.seat, "seat", message);
		}
	}
	if !consortium.institution.iter().any(|one| one.get_ref().validator.is_some()) {
		let line = 1;
		faults.found.push(FileError {
			line,
			field: "institution".into(),
			message: "no institution has a [institution.validator]; nobody would make blocks"
				.into(),
		});
	}
}

fn check_identity(one: &Institution, taken: &mut Taken, faults: &mut Faults) {
	let name = &one.name.to_string();
	if *one.kind.get_ref() == MemberKind::Person {
		faults.add(
			&one.kind,
			"kind",
			"a person cannot found a network; leave it out, and let a member sponsor it with \
			 `quanqi member sponsor` once the network runs",
		);
	}
	let folder = one.folder.get_ref();
	if !is_slug(folder, '-') {
		faults.add(&one.folder, "folder", "use lower-case letters, digits and `-` only");
	}
	let claim = Claim { place: &one.folder, field: "folder", name };
	claim.take(folder.clone(), "the folder", &mut taken.folders, faults);
	match CreditCode::parse(one.credit_code.get_ref()) {
		Err(error) => faults.add(&one.credit_code, "credit_code", error.to_string()),
		Ok(code) => {
			let claim = Claim { place: &one.credit_code, field: "credit_code", name };
			claim.take(code, "the code", &mut taken.codes, faults);
		}
	}
}

fn check_keys(one: &Institution, taken: &mut Taken, faults: &mut Faults) {
	let name = &one.name.to_string();
	for key in &one.key {
		match AccountId32::from_ss58check(key.account.get_ref()) {
			Err(_) => faults.add(
				&key.account,
				"key.account",
				"is not an SS58 account; see `quanqi key show`",
			),
			Ok(account) => {
				let claim = Claim { place: &key.account, field: "key.account", name };
				claim.take(account, "a key", &mut taken.accounts, faults);
			}
		}
		if key.permissions.is_empty() {
			faults.add(
				&key.account,
				"key.permissions",
				"is empty; a key without permission is of no use",
			);
		}
	}
	let full = |key: &InstitutionKey| is_full(&key.permissions.iter().copied().collect());
	if let Some(first) = one.key.first().filter(|_| !one.key.iter().any(full)) {
		faults.add(
			&first.account,
			"key.permissions",
			"no key of this institution is full; give one of them [\"full\"]",
		);
	}
	let most = usize::try_from(MAX_KEYS).unwrap_or(usize::MAX);
	if let Some(key) = one.key.get(most) {
		faults.add(
			&key.account,
			"key",
			format!("a member has {MAX_KEYS} keys at most; remove those beyond"),
		);
	}
}

fn check_capabilities(one: &Institution, faults: &mut Faults) {
	let capabilities = one.capabilities.get_ref();
	for (index, capability) in capabilities.iter().enumerate() {
		if capabilities.iter().take(index).any(|earlier| earlier == capability) {
			faults.add(&one.capabilities, "capabilities", format!("names `{capability}` twice"));
		}
	}
	let validates = capabilities.contains(&Capability::Validate);
	if one.validator.is_none() && validates && !*one.seat.get_ref() {
		faults.add(&one.capabilities, "capabilities", "`validate` needs a seat");
	}
	match (&one.jurisdiction, capabilities.contains(&Capability::RegisterContracts)) {
		(None, true) => faults.add(
			&one.capabilities,
			"jurisdiction",
			"`register-contracts` needs a jurisdiction (six-digit GB/T 2260 code)",
		),
		(Some(place), false) => {
			faults.add(
				place,
				"jurisdiction",
				"is of use only with the capability `register-contracts`",
			);
		}
		_ => {}
	}
}

fn check_places(one: &Institution, faults: &mut Faults) {
	for (field, place) in
		[("division", Some(&one.division)), ("jurisdiction", one.jurisdiction.as_ref())]
	{
		if let Some(place) = place.filter(|code| !Location::Division(*code.get_ref()).is_valid()) {
			faults.add(
				place,
				field,
				"is not a six-digit GB/T 2260 code: its first two digits name no province; use the \
				 code of the seat's division, such as 230100",
			);
		}
	}
}

fn check_validator(
	one: &Institution,
	validator: &Spanned<Validator>,
	taken: &mut Taken,
	faults: &mut Faults,
) {
	if !one.capabilities.get_ref().contains(&Capability::Validate) {
		faults.add(validator, "validator", "needs the capability `validate`");
	}
	if !*one.seat.get_ref() {
		faults.add(
			&one.seat,
			"seat",
			"a validator needs a seat: its seat account owns the session keys",
		);
	}
	let validator = validator.get_ref();
	let name = &one.name.to_string();
	for (field, what, place, owners) in [
		("validator.aura", "the authoring key", &validator.aura, &mut taken.aura),
		("validator.grandpa", "the finality key", &validator.grandpa, &mut taken.grandpa),
	] {
		let Some(place) = place else { continue };
		match key_bytes(place.get_ref()) {
			None => faults.add(place, field, "is not 32 bytes in hex"),
			Some(key) => Claim { place, field, name }.take(key, what, owners, faults),
		}
	}
	if let Some(place) = &validator.node_id {
		let field = "validator.node_id";
		match place.get_ref().parse::<NodeId>() {
			Err(error) => faults.add(
				place,
				field,
				format!("{error}; the node prints its own with `quanqi-node key inspect-node-key`"),
			),
			Ok(id) => {
				Claim { place, field, name }.take(id, "the node", &mut taken.node_ids, faults)
			}
		}
	}
	if let Some(address) = &validator.address {
		if address.get_ref().parse::<sc_network_types::multiaddr::Multiaddr>().is_err() {
			faults.add(
				address,
				"validator.address",
				"is not a multiaddress such as /ip4/10.0.0.1/tcp/30333",
			);
		}
	}
}
