//! The domain's values in their readable form: actors, dates, amounts, shares, digests.

use crate::{
	encode::{integer, Encoder},
	names::Names,
	value::{same_name, Entry, Fault, Kind, Value},
};
use codec::{DecodeAll, Encode};
use quanqi_types::{
	Amount, Capabilities, Commitment, CreditCode, Date, Digest, Hash256, Identifier, Location,
	MemberId, Moment, Permissions, Ppm, RuleId, Scope, ShareBasis, ShareLine, Shares, Term,
	WorkingCalendar,
};
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// The encoding of a value of the domain, or `None` where its type has no form of its own.
pub fn encode(
	encoder: &Encoder<'_>,
	path: &[String],
	value: &Value,
) -> Result<Option<Vec<u8>>, Fault> {
	let names = encoder.names;
	let Some(last) = path.last() else { return Ok(None) };
	let text = value.text();
	let bytes = match (last.as_str(), text) {
		("MemberId", Some(name)) => names.member(name, value.line)?.encode(),
		("AccountId32", Some(name)) => account(names, name, value)?.encode(),
		("Date", _) => names.date(value)?.encode(),
		("Moment", _) => names.moment(value)?.encode(),
		("Amount", Some(_)) => parsed::<Amount>(value, "an amount such as 3200000 CNY")?.encode(),
		("Digest", Some(text)) => digest(text, value)?.encode(),
		("Commitment", Some(text)) => commitment(text, value)?.encode(),
		("Term", Some(_)) => term(value)?.encode(),
		("RuleId", Some(_)) => parsed::<RuleId>(value, "a rule of the statutes")?.encode(),
		("Shares", _) => shares(names, value)?.encode(),
		("Scope", _) => scope(names, value)?.encode(),
		("Identifier", _) => by_json::<Identifier>(names, value)?.encode(),
		("CreditCode", Some(_)) => by_json::<CreditCode>(names, value)?.encode(),
		("Capabilities", _) => by_json::<Capabilities>(names, value)?.encode(),
		("Permissions", _) => by_json::<Permissions>(names, value)?.encode(),
		("Location", _) => location(names, value)?.encode(),
		("WorkingCalendar", _) => by_json::<WorkingCalendar>(names, value)?.encode(),
		("Split", _) => return split(encoder, value).map(Some),
		("BoundedVec", _) if value.table().is_some() => {
			return Ok(Some(share_lines(names, value)?.encode()))
		}
		_ => return Ok(None),
	};
	Ok(Some(bytes))
}

/// How a value of the domain is shown, or `None` where its type has no form of its own.
pub fn show(names: &Names, path: &[String], mut bytes: &[u8]) -> Option<String> {
	let input = &mut bytes;
	Some(match path.last()?.as_str() {
		"MemberId" => {
			let member = MemberId::decode_all(input).ok()?;
			names.actor_of(member).map_or_else(|| format!("member {member}"), Into::into)
		}
		"Date" => Date::decode_all(input).ok()?.to_string(),
		"Moment" => show_moment(Moment::decode_all(input).ok()?),
		"Amount" => Amount::decode_all(input).ok()?.to_string(),
		"Digest" => Digest::decode_all(input).ok()?.to_string(),
		"Shares" => {
			let shares = Shares::decode_all(input).ok()?;
			let line = |line: &ShareLine| {
				let name = names.actor_of(line.member).unwrap_or("another member").to_owned();
				format!("{name} = {}", show_part(line.ppm))
			};
			let lines: Vec<_> = shares.lines().iter().map(line).collect();
			format!("{{ {} }}", lines.join(", "))
		}
		"Text" => {
			let bytes = Vec::<u8>::decode_all(input).ok()?;
			format!("{:?}", String::from_utf8(bytes).ok()?)
		}
		_ => return None,
	})
}

/// `2026-03-01 10:00:00` in China Standard Time.
pub fn show_moment(moment: Moment) -> String {
	let date = moment.date();
	let seconds = moment.0.saturating_sub(date.start().0) / 1_000;
	let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
	format!("{date} {hours:02}:{minutes:02}:{:02}", seconds % 60)
}

fn show_part(ppm: Ppm) -> String {
	let (whole, rest) = (ppm / 10_000, ppm % 10_000);
	match rest {
		0 => format!("{whole}%"),
		_ => format!("{whole}.{}%", format!("{rest:04}").trim_end_matches('0')),
	}
}

fn parsed<T: FromStr>(value: &Value, what: &str) -> Result<T, Fault>
where
	T::Err: std::fmt::Display,
{
	let text = value.expect_text(what)?;
	// Thousands may be parted for the reader.
	let text = text.replace([',', '_'], "");
	text.parse().map_err(|error| {
		Fault::at(value.line, format!("{what} is expected, not {text:?}: {error}"))
	})
}

fn account(names: &Names, name: &str, value: &Value) -> Result<[u8; 32], Fault> {
	if let Some(hash) = hexadecimal(name) {
		return Ok(hash);
	}
	let found = names.accounts.get(name).copied();
	found.ok_or_else(|| Fault::at(value.line, format!("no actor has a key called {name:?}")))
}

fn hexadecimal(text: &str) -> Option<Hash256> {
	hex::decode(text.strip_prefix("0x")?).ok()?.try_into().ok()
}

/// A digest as it is printed, or the SHA-256 digest of the text that stands for the document.
fn digest(text: &str, value: &Value) -> Result<Digest, Fault> {
	let is_printed = ["sha-256:", "sm3:", "blake2b-256:"].iter().any(|tag| text.starts_with(tag));
	match is_printed {
		true => parsed(value, "a digest such as sha-256:…"),
		false => Ok(Digest::Sha256(sp_io::hashing::sha2_256(text.as_bytes()))),
	}
}

fn commitment(text: &str, value: &Value) -> Result<Commitment, Fault> {
	match text.strip_prefix("0x") {
		Some(_) => hexadecimal(text)
			.map(Commitment)
			.ok_or_else(|| value.unexpected("0x and 64 hexadecimal digits")),
		None => {
			let salt = sp_io::hashing::blake2_256(text.as_bytes());
			Ok(Commitment::new(salt, text.as_bytes()))
		}
	}
}

/// Bytes of a fixed length: text of that length, hexadecimal, or, for 32 bytes, the SHA-256 hash of a
/// text that stands for what was hashed.
pub fn bytes_of_length(value: &Value, length: u32) -> Result<Option<Vec<u8>>, Fault> {
	let Some(text) = value.text() else { return Ok(None) };
	let bytes = match text.strip_prefix("0x") {
		Some(digits) => {
			hex::decode(digits).map_err(|_| value.unexpected("0x and hexadecimal digits"))?
		}
		None if length == 32 => sp_io::hashing::sha2_256(text.as_bytes()).to_vec(),
		None => text.as_bytes().to_vec(),
	};
	Ok(Some(bytes))
}

/// `15 days`, `24 months`, `15 working-days`, `6 minutes`.
fn term(value: &Value) -> Result<Term, Fault> {
	let what = "a term such as 15 days, 24 months or 15 working-days";
	let text = value.expect_text(what)?;
	let (number, unit) = text.split_once(' ').ok_or_else(|| value.unexpected(what))?;
	let unit = serde_json::Value::String(unit.trim_end_matches('s').to_owned());
	let unit = serde_json::from_value(unit).map_err(|_| value.unexpected(what))?;
	let number = number.parse().map_err(|_| value.unexpected(what))?;
	Ok(Term { number, unit })
}

/// One holder's name, or `{ "甲" = "80%", "乙" = "20%" }`, or a list of names deemed equal.
fn shares(names: &Names, value: &Value) -> Result<Shares, Fault> {
	let wrong = |error| Fault::at(value.line, format!("these are no shares: {error}"));
	match &value.kind {
		Kind::Text(name) => Ok(Shares::single(names.member(name, value.line)?)),
		Kind::List(items) => {
			let member = |item: &Value| names.member(item.expect_text("a name")?, item.line);
			let members = items.iter().map(member).collect::<Result<Vec<_>, _>>()?;
			Shares::equal(members).map_err(wrong)
		}
		Kind::Table(_) => {
			Shares::new(share_lines(names, value)?, ShareBasis::Agreed).map_err(wrong)
		}
		_ => Err(value.unexpected("a name, names, or names with parts")),
	}
}

fn share_lines(names: &Names, value: &Value) -> Result<Vec<ShareLine>, Fault> {
	let line = |entry: &Entry| {
		let member = names.member(&entry.key, entry.line)?;
		let number = integer(&entry.value).map_err(|fault| fault.inside(&entry.key))?;
		let ppm = Ppm::try_from(number).map_err(|_| entry.value.unexpected("a part"))?;
		Ok(ShareLine { member, ppm })
	};
	let mut lines = value
		.expect_table("names with parts")?
		.iter()
		.map(line)
		.collect::<Result<Vec<_>, Fault>>()?;
	lines.sort_by_key(|line| line.member);
	Ok(lines)
}

/// `everywhere`, or what the ledger's JSON says; what is not said is all.
fn scope(names: &Names, value: &Value) -> Result<Scope, Fault> {
	if value.text() == Some("everywhere") {
		return Ok(Scope::everything());
	}
	let mut json = to_json(names, value)?;
	let table = json.as_object_mut().ok_or_else(|| value.unexpected("a scope, or everywhere"))?;
	let all_but_none = serde_json::json!({ "all-except": [] });
	table.entry("territories").or_insert(all_but_none);
	table.entry("fields").or_insert("all".into());
	table.entry("acts").or_insert("all".into());
	from_json(json, value)
}

/// A division's code, or a country and a register.
pub fn location(names: &Names, value: &Value) -> Result<Location, Fault> {
	match &value.kind {
		Kind::Integer(_) => {
			let code = u32::try_from(integer(value)?);
			code.map(Location::Division).map_err(|_| value.unexpected("a code of GB/T 2260"))
		}
		_ => from_json(serde_json::json!({ "foreign": to_json(names, value)? }), value),
	}
}

fn by_json<T: DeserializeOwned>(names: &Names, value: &Value) -> Result<T, Fault> {
	from_json(to_json(names, value)?, value)
}

fn from_json<T: DeserializeOwned>(json: serde_json::Value, value: &Value) -> Result<T, Fault> {
	serde_json::from_value(json).map_err(|error| Fault::at(value.line, error.to_string()))
}

/// The same as JSON, with the numbers of members where their names stand.
pub fn to_json(names: &Names, value: &Value) -> Result<serde_json::Value, Fault> {
	Ok(match &value.kind {
		Kind::Text(text) | Kind::Time(text) => text.as_str().into(),
		Kind::Integer(number) => match u64::try_from(*number) {
			Ok(number) => number.into(),
			Err(_) => number.to_string().into(),
		},
		Kind::Flag(flag) => (*flag).into(),
		Kind::List(items) => {
			let items = items.iter().map(|item| to_json(names, item));
			items.collect::<Result<Vec<_>, _>>()?.into()
		}
		Kind::Table(entries) => {
			let mut table = serde_json::Map::new();
			for entry in entries {
				let found = match entry.value.text() {
					Some(name) if same_name(&entry.key, "issuer") => {
						names.member(name, entry.value.line)?.0.into()
					}
					_ => to_json(names, &entry.value)?,
				};
				table.insert(entry.key.clone(), found);
			}
			table.into()
		}
	})
}

/// A nested split, `among` saying what is divided further: `[{ weight = 10, to = … }, { weight = 75,
/// among = [ … ] }]`, as the list of nodes that the ledger keeps.
fn split(encoder: &Encoder<'_>, value: &Value) -> Result<Vec<u8>, Fault> {
	let mut nodes = Vec::new();
	flatten(value, None, &mut nodes)?;
	let count = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
	let mut out = codec::Compact(count).encode();
	let node_type = encoder.catalogue.types().types.iter().find(|candidate| {
		candidate.ty.path.segments.last().is_some_and(|name| name == "SplitNode")
	});
	let node_type =
		node_type.ok_or_else(|| Fault::at(value.line, "this runtime knows no splits"))?.id;
	for node in &nodes {
		out.extend(encoder.encode(node_type, node)?);
	}
	Ok(out)
}

fn flatten(value: &Value, parent: Option<usize>, nodes: &mut Vec<Value>) -> Result<(), Fault> {
	let Kind::List(items) = &value.kind else { return Err(value.unexpected("a list of parts")) };
	for item in items {
		let entries = item.expect_table("{ weight = …, to = … }")?;
		let mut node: Vec<_> = Vec::new();
		let mut among = None;
		for entry in entries {
			let (key, value) = match entry.key.as_str() {
				"weight" => ("weight", entry.value.clone()),
				"to" => ("target", variant("payee", entry.value.clone())),
				"among" => {
					among = Some(&entry.value);
					let group = Kind::Text("group".into());
					("target", Value { line: entry.line, kind: group })
				}
				other => {
					let text = format!("there is no field {other}; there are weight, to, among");
					return Err(Fault::at(entry.line, text));
				}
			};
			node.push(Entry { key: key.into(), line: entry.line, value });
		}
		if let Some(parent) = parent {
			let number = i128::try_from(parent).unwrap_or(i128::MAX);
			let value = Value { line: item.line, kind: Kind::Integer(number) };
			node.push(Entry { key: "parent".into(), line: item.line, value });
		}
		let place = nodes.len();
		nodes.push(Value { line: item.line, kind: Kind::Table(node) });
		if let Some(among) = among {
			flatten(among, Some(place), nodes)?;
		}
	}
	Ok(())
}

fn variant(name: &str, value: Value) -> Value {
	let line = value.line;
	Value { line, kind: Kind::Table(vec![Entry { key: name.into(), line, value }]) }
}
