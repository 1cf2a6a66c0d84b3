//! For which members keys act.

use super::calls::Account;
use crate::{keys, rpc::Rpc, Error, Result};
use std::collections::HashMap;
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// Members by the accounts of their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Members(HashMap<Account, u32>);

impl Members {
	/// Asks a node. A key of no member, or of one without the capability that a call needs, is an error:
	/// none of its calls would do what is to be measured.
	pub(super) async fn of(rpc: &Rpc, keys: &[Keypair], capability: Option<&str>) -> Result<Self> {
		let mut members = HashMap::new();
		for key in keys {
			let member = ask(rpc, &keys::account(key), capability).await?;
			members.insert(key.public_key().0, member);
		}
		Ok(Self(members))
	}

	/// The member of an account; none other than those asked for sign, and a call of another would be
	/// refused.
	pub(super) fn member(&self, account: Account) -> u32 {
		self.0.get(&account).copied().unwrap_or_default()
	}
}

async fn ask(rpc: &Rpc, account: &str, capability: Option<&str>) -> Result<u32> {
	let answer: serde_json::Value = rpc.request("members_get", rpc_params![account]).await?;
	let view = answer.get("value").unwrap_or(&answer);
	let number = view.get("id").and_then(serde_json::Value::as_u64);
	let number = number.and_then(|number| u32::try_from(number).ok());
	let number = number.ok_or_else(|| {
		Error::Input(format!("{account} is a key of no member; only members make this call"))
	})?;
	let capabilities = view.get("capabilities").and_then(serde_json::Value::as_array);
	let has = |needed: &str| capabilities.is_some_and(|list| list.iter().any(|one| one == needed));
	match capability.filter(|needed| !has(needed)) {
		None => Ok(number),
		Some(needed) => Err(Error::Input(format!(
			"{account} is a key of member {number}, which lacks the capability {needed}"
		))),
	}
}
