//! Session keys of validators, changed while the network runs.

use crate::{
	council::{execute, NamedCall},
	keys,
	rpc::Rpc,
	Error, Result,
};
use serde::Deserialize;
use serde_json::Value as Json;
use std::str::FromStr;
use subxt::{dynamic::Value, utils::AccountId32};
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// Keys that a node made, with the proof to their owner that it has them.
#[derive(Deserialize)]
struct FreshKeys {
	keys: String,
	proof: String,
}

/// Lets a validator's node make new session keys and sets them as the seat of the institution whose
/// key signs. They work from the session after the next.
pub async fn renew_keys(node: &Rpc, institution: &Keypair) -> Result<()> {
	let seat = seat_account(node, institution).await?;
	let owner = format!("0x{}", hex::encode(seat.0));
	let fresh: FreshKeys = node.request("author_rotateKeysWithOwner", rpc_params![owner]).await?;
	let keys = bytes(&fresh.keys)?;
	// The two keys of a validator, one after the other, as the runtime lists them.
	let [aura, grandpa] = [keys.get(..32), keys.get(32..)].map(Option::unwrap_or_default);
	let keys = Value::named_composite([
		("aura", Value::from_bytes(aura)),
		("grandpa", Value::from_bytes(grandpa)),
	]);
	let proof = Value::from_bytes(bytes(&fresh.proof)?);
	let call = NamedCall::new("Session", "set_keys", [("keys", keys), ("proof", proof)]);
	execute(node, institution, &call.as_seat()).await.map(|_| ())
}

/// The account that holds the seat, and the session keys, of the institution with this key.
async fn seat_account(rpc: &Rpc, institution: &Keypair) -> Result<AccountId32> {
	let account = keys::account(institution);
	let member: Json = rpc.request("members_get", rpc_params![account]).await?;
	let seats: Json = rpc.request("members_seats", rpc_params![]).await?;
	let id = &member["value"]["id"];
	let mut seats = seats["value"].as_array().into_iter().flatten();
	let seat = seats.find(|seat| seat["member"] == *id && !id.is_null());
	let account = seat.and_then(|seat| seat["account"].as_str());
	let account = account.ok_or_else(|| Error::chain("finding a seat", format!("{member}")))?;
	AccountId32::from_str(account).map_err(|error| Error::chain("reading a seat's account", error))
}

fn bytes(text: &str) -> Result<Vec<u8>> {
	hex::decode(text.trim_start_matches("0x")).map_err(|error| Error::chain("reading keys", error))
}
