//! Signatures of contracts made off line (C3): `signature = { off-line-by = "甲公司", valid-until = … }`
//! stands for the signature that this party's ed25519 key makes of what waits for it.

use crate::{
	encode::Encoder,
	names::Names,
	stage::Stage,
	value::{Entry, Fault, Kind, Value},
};
use codec::{Decode, Encode};

/// The question that answers with the bytes to be signed.
const QUESTION: &str = "Contracts.payload_to_sign";

/// The arguments with the signature made, where one is to be made; else as they are.
pub fn complete(stage: &mut dyn Stage, names: &Names, with: Value) -> Result<Value, Fault> {
	let Some(asked) = with.get("signature") else { return Ok(with) };
	let Some(signer) = asked.get("off-line-by") else { return Ok(with) };
	let name = signer.expect_text("the name of a party")?.to_owned();
	let contract = asked.get("for-contract").or(with.get("contract"));
	let contract = contract.ok_or_else(|| Fault::at(with.line, "contract is missing"))?;
	let until =
		asked.get("valid-until").ok_or_else(|| Fault::at(asked.line, "valid-until is missing"))?;
	let until = Value { line: until.line, kind: Kind::Integer(names.moment(until)?.0.into()) };
	let line = asked.line;
	let entry = |key: &str, value: Value| Entry { key: key.into(), line, value };
	let arguments = Value {
		line,
		kind: Kind::Table(vec![
			entry("contract", contract.clone()),
			entry("signer", signer.clone()),
			entry("valid-until", until.clone()),
		]),
	};
	let question = stage.catalogue().question(QUESTION).map_err(|text| Fault::at(line, text))?;
	let encoder = Encoder { catalogue: stage.catalogue(), names };
	let encoded = encoder.arguments(&question.inputs, Some(&arguments), line)?;
	let method = question.name;
	let answer = stage.ask(&method, &encoded).map_err(|text| Fault::at(line, text))?;
	let payload = Option::<Vec<u8>>::decode(&mut answer.as_slice())
		.map_err(|error| Fault::at(line, format!("{QUESTION}: {error}")))?
		.ok_or_else(|| Fault::at(line, format!("nothing waits for the signature of {name}")))?;
	let (key, signature) =
		stage.sign_off_line(&name, &payload).map_err(|text| Fault::at(line, text))?;
	let bytes =
		|bytes: Vec<u8>| Value { line, kind: Kind::Text(format!("0x{}", hex::encode(bytes))) };
	let made = Value {
		line,
		kind: Kind::Table(vec![
			entry("signer", signer.clone()),
			entry("key", bytes(key.encode())),
			entry("valid-until", until),
			entry("signature", bytes(signature.encode())),
		]),
	};
	let entries = with.expect_table("a table of arguments")?.iter().map(|argument| match argument
		.key
		.as_str()
	{
		"signature" => Entry { value: made.clone(), ..argument.clone() },
		_ => argument.clone(),
	});
	Ok(Value { line: with.line, kind: Kind::Table(entries.collect()) })
}
