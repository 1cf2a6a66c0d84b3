//! From text to a consortium without contradictions, or every fault with its line.

mod institutions;

use crate::file::{Consortium, FileError, NetworkKind};
use pallet_consortium::types::Quota;
use pallet_statutes::rules::counts_minutes;
use quanqi_runtime::{MAXIMUM_BLOCK_LENGTH_BYTES, MAXIMUM_BLOCK_WEIGHT};
use toml::Spanned;

/// Fewest validators that can lose one and still finalise.
const ADVISED_VALIDATORS: usize = 4;

/// Reads a consortium file. All contradictions are reported at once, in the order of their lines.
pub fn parse(text: &str) -> Result<Consortium, Vec<FileError>> {
	let consortium: Consortium =
		toml::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
	let mut faults = Faults { text, found: Vec::new() };
	check_network(&consortium, &mut faults);
	institutions::check_institutions(&consortium, &mut faults);
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
	let field = field_at(text, start).unwrap_or_default();
	FileError { line: line_of(text, start), field, message: error.message().to_owned() }
}

/// The name of the field at whose name or value a place of a TOML text is.
fn field_at(text: &str, place: usize) -> Option<String> {
	let (before, rest) = text.split_at_checked(place)?;
	let line = before.rsplit('\n').next().unwrap_or_default();
	let of_value = line.rsplit_once('=').filter(|(_, value)| {
		let value = value.trim();
		value.is_empty() || value.starts_with('[')
	});
	let name = match of_value {
		Some((names, _)) => names.rsplit(['{', ',']).next()?.trim(),
		None => rest.split(['=', '\n', ']']).next()?.trim().trim_start_matches('['),
	};
	Some(name.to_owned())
}

fn check_network(consortium: &Consortium, faults: &mut Faults) {
	let network = &consortium.network;
	if network.name.get_ref().trim().is_empty() {
		faults.add(&network.name, "network.name", "is empty; give the network a name");
	}
	if !is_slug(network.id.get_ref(), '_') {
		faults.add(&network.id, "network.id", "use lower-case letters, digits and `_` only");
	}
	if let Some(quota) = &network.quota {
		check_quota(quota, faults);
	}
}

/// As the consortium demands of every quota: in each window a member can fill one block.
fn check_quota(quota: &Spanned<Quota>, faults: &mut Faults) {
	let Quota { window_blocks, ref_time, bytes } = *quota.get_ref();
	let (least_time, least_bytes) =
		(MAXIMUM_BLOCK_WEIGHT.ref_time(), u64::from(MAXIMUM_BLOCK_LENGTH_BYTES));
	if window_blocks == 0 || ref_time < least_time || bytes < least_bytes {
		let message = format!(
			"leaves no room for one block; give at least \
			 {{ window_blocks = 1, ref_time = {least_time}, bytes = {least_bytes} }}"
		);
		faults.add(quota, "network.quota", message);
	}
}

fn is_slug(text: &str, joiner: char) -> bool {
	!text.is_empty()
		&& text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joiner)
}

fn check_statutes(consortium: &Consortium, faults: &mut Faults) {
	let mut seen = Vec::new();
	for spanned in &consortium.statute {
		let one = spanned.get_ref();
		if !one.value.fits(&one.rule) {
			faults.add(spanned, "value", format!("does not fit the rule `{}`", one.rule));
		}
		if counts_minutes(&one.value) && consortium.network.kind == NetworkKind::Live {
			faults.add(spanned, "value", "counts minutes, which only a network of kind `test` may");
		}
		let key = (one.rule, one.begins());
		if seen.contains(&key) {
			faults.add(
				spanned,
				"rule",
				format!("`{}` is given twice for the same day; leave one of them", one.rule),
			);
		}
		seen.push(key);
	}
}
