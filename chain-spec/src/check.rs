//! From text to a consortium without contradictions, or every fault with its line.

use crate::file::{Consortium, FileError, Institution, NetworkKind};
use quanqi_types::{Capability, CreditCode, StatuteValue, TermUnit};
use sp_core::crypto::Ss58Codec;
use std::collections::BTreeMap;
use toml::Spanned;

/// Fewest validators that can lose one and still finalise.
const ADVISED_VALIDATORS: usize = 4;

/// Reads a consortium file. All contradictions are reported at once, in the order of their lines.
pub fn parse(text: &str) -> Result<Consortium, Vec<FileError>> {
	let consortium: Consortium =
		toml::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
	let mut faults = Faults { text, found: Vec::new() };
	check_network(&consortium, &mut faults);
	check_institutions(&consortium, &mut faults);
	check_statutes(&consortium, &mut faults);
	faults.found.sort_by_key(|fault| fault.line);
	if faults.found.is_empty() {
		Ok(consortium)
	} else {
		Err(faults.found)
	}
}

/// Where the network can lose one validator and go on, `None`; else a sentence of advice.
pub(crate) fn advice(consortium: &Consortium) -> Option<String> {
	let validators =
		consortium.institution.iter().filter(|one| one.get_ref().validator.is_some()).count();
	(validators < ADVISED_VALIDATORS).then(|| {
		format!("{validators} validators: finality stops when one is down; {ADVISED_VALIDATORS} can lose one")
	})
}

struct Faults<'a> {
	text: &'a str,
	found: Vec<FileError>,
}

impl Faults<'_> {
	fn add<T>(&mut self, place: &Spanned<T>, field: &str, message: impl Into<String>) {
		let line = line_of(self.text, place.span().start);
		self.found.push(FileError { line, field: field.into(), message: message.into() });
	}
}

fn line_of(text: &str, offset: usize) -> usize {
	text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn unreadable(text: &str, error: &toml::de::Error) -> FileError {
	let start = error.span().map_or(0, |span| span.start);
	let field = text
		.get(start..)
		.and_then(|rest| rest.split(['=', '\n', ']']).next())
		.map_or_else(String::new, |name| name.trim().trim_start_matches('[').to_owned());
	FileError { line: line_of(text, start), field, message: error.message().to_owned() }
}

fn check_network(consortium: &Consortium, faults: &mut Faults) {
	let network = &consortium.network;
	if network.name.get_ref().trim().is_empty() {
		faults.add(&network.name, "network.name", "is empty; give the network a name");
	}
	if !is_slug(network.id.get_ref(), '_') {
		faults.add(&network.id, "network.id", "use lower-case letters, digits and `_` only");
	}
}

fn is_slug(text: &str, joiner: char) -> bool {
	!text.is_empty()
		&& text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joiner)
}

fn check_institutions(consortium: &Consortium, faults: &mut Faults) {
	let mut folders = BTreeMap::new();
	let mut codes = BTreeMap::new();
	let mut accounts = BTreeMap::new();
	for spanned in &consortium.institution {
		let one = spanned.get_ref();
		let name = one.name.as_str().unwrap_or_default().to_owned();
		if !is_slug(one.folder.get_ref(), '-') {
			faults.add(&one.folder, "folder", "use lower-case letters, digits and `-` only");
		}
		if let Some(first) = folders.insert(one.folder.get_ref().clone(), name.clone()) {
			faults.add(&one.folder, "folder", format!("is already the folder of {first}"));
		}
		match CreditCode::parse(one.credit_code.get_ref()) {
			Err(error) => faults.add(&one.credit_code, "credit_code", error.to_string()),
			Ok(code) => {
				if let Some(first) = codes.insert(code, name.clone()) {
					faults.add(
						&one.credit_code,
						"credit_code",
						format!("is already the code of {first}"),
					);
				}
			}
		}
		for key in &one.key {
			let account = key.account.get_ref();
			if sp_core::crypto::AccountId32::from_ss58check(account).is_err() {
				faults.add(
					&key.account,
					"key.account",
					"is not an SS58 account; see `quanqi key show`",
				);
			} else if let Some(first) = accounts.insert(account.clone(), name.clone()) {
				faults.add(&key.account, "key.account", format!("is already a key of {first}"));
			}
			if key.permissions.is_empty() {
				faults.add(
					&key.account,
					"key.permissions",
					"is empty; a key without permission is of no use",
				);
			}
		}
		check_roles(one, faults);
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

fn check_roles(one: &Institution, faults: &mut Faults) {
	let capabilities = one.capabilities.get_ref();
	let can = |capability| capabilities.contains(&capability);
	for (index, capability) in capabilities.iter().enumerate() {
		if capabilities.iter().take(index).any(|earlier| earlier == capability) {
			faults.add(&one.capabilities, "capabilities", format!("names `{capability}` twice"));
		}
	}
	if let Some(validator) = &one.validator {
		if !can(Capability::Validate) {
			faults.add(validator, "validator", "needs the capability `validate`");
		}
		if !*one.seat.get_ref() {
			faults.add(
				&one.seat,
				"seat",
				"a validator needs a seat: its seat account owns the session keys",
			);
		}
		for (field, value) in [
			("validator.aura", &validator.get_ref().aura),
			("validator.grandpa", &validator.get_ref().grandpa),
		] {
			if let Some(key) = value {
				let hex = key.get_ref().trim_start_matches("0x");
				if hex::decode(hex).map_or(true, |bytes| bytes.len() != 32) {
					faults.add(key, field, "is not 32 bytes in hex");
				}
			}
		}
		if let Some(node_id) = &validator.get_ref().node_id {
			if node_id.get_ref().parse::<sc_network_types::PeerId>().is_err() {
				faults.add(node_id, "validator.node_id", "is not a peer id");
			}
		}
		if let Some(address) = &validator.get_ref().address {
			if address.get_ref().parse::<sc_network_types::multiaddr::Multiaddr>().is_err() {
				faults.add(
					address,
					"validator.address",
					"is not a multiaddress such as /ip4/10.0.0.1/tcp/30333",
				);
			}
		}
	} else if can(Capability::Validate) && !*one.seat.get_ref() {
		faults.add(&one.capabilities, "capabilities", "`validate` needs a seat");
	}
	match (&one.jurisdiction, can(Capability::RegisterContracts)) {
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
	for (field, place) in
		[("division", Some(&one.division)), ("jurisdiction", one.jurisdiction.as_ref())]
	{
		if let Some(place) = place {
			if !(110_000..=820_000).contains(place.get_ref()) {
				faults.add(place, field, "is not a six-digit GB/T 2260 code");
			}
		}
	}
}

fn check_statutes(consortium: &Consortium, faults: &mut Faults) {
	let mut seen = Vec::new();
	for spanned in &consortium.statute {
		let one = spanned.get_ref();
		if !one.value.fits(&one.rule) {
			faults.add(spanned, "value", format!("does not fit the rule `{}`", one.rule));
		}
		let minutes =
			matches!(one.value, StatuteValue::Term(term) if term.unit == TermUnit::Minute);
		if minutes && consortium.network.kind == NetworkKind::Live {
			faults.add(spanned, "value", "counts minutes, which only a network of kind `test` may");
		}
		let key = (one.rule, one.effective_from);
		if seen.contains(&key) {
			faults.add(spanned, "rule", format!("`{}` is given twice for the same day", one.rule));
		}
		seen.push(key);
	}
}
