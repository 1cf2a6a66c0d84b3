//! What a transaction in a block provides, read from its bytes.
//!
//! When a block comes with transactions that this node had not heard of, the SDK's pool validates
//! each of them once more, only to learn which account and nonce are used up. A block of hundreds
//! then takes longer than a slot, and the next author works from an old picture of the pool.

use codec::{Compact, Decode, Encode};
use quanqi_runtime::{AccountId, Address, Nonce, Signature, TxExtension};
use sp_runtime::{generic::Preamble, transaction_validity::TransactionTag, MultiAddress};

/// The tag that `CheckNonce` gives the transaction, or `None` when its bytes are
/// not of a signed transaction of the runtime that this node was compiled with.
pub(super) fn provided(transaction: &impl Encode) -> Option<TransactionTag> {
	let encoded = transaction.encode();
	let bytes = &mut encoded.as_slice();
	Compact::<u32>::decode(bytes).ok()?;
	match Preamble::<Address, Signature, TxExtension>::decode(bytes).ok()? {
		Preamble::Signed(MultiAddress::Id(signer), _, extension) => {
			Some(tag(&signer, nonce(&extension)))
		}
		_ => None,
	}
}

fn tag(signer: &AccountId, nonce: Nonce) -> TransactionTag {
	(signer, nonce).encode()
}

fn nonce(extension: &TxExtension) -> Nonce {
	let (_, _, _, _, _, _, _, check_nonce, _, _, _) = extension;
	check_nonce.0
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_system as system;
	use quanqi_runtime::{
		genesis_config_presets, in_process, Block, Executive, Runtime, RuntimeCall,
		RuntimeGenesisConfig, UncheckedExtrinsic,
	};
	use sp_keyring::Sr25519Keyring;
	use sp_runtime::{
		generic::Era, transaction_validity::TransactionSource, BuildStorage, OpaqueExtrinsic,
	};

	fn genesis() -> sp_io::TestExternalities {
		let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("serde");
		let id = genesis_config_presets::DEVELOPMENT.into();
		let preset = genesis_config_presets::get_preset(&id).expect("there is such a preset");
		merge(&mut config, serde_json::from_slice(&preset).expect("it is JSON"));
		let config: RuntimeGenesisConfig = serde_json::from_value(config).expect("it fits");
		config.build_storage().expect("it builds").into()
	}

	fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
		match (base, patch) {
			(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
				for (key, value) in patch {
					merge(base.entry(key).or_insert(serde_json::Value::Null), value);
				}
			}
			(base, patch) => *base = patch,
		}
	}

	fn signed_remark(nonce: Nonce) -> UncheckedExtrinsic {
		let genesis = system::Pallet::<Runtime>::block_hash(0);
		let call: RuntimeCall = system::Call::remark { remark: Vec::new() }.into();
		let extension = in_process::extension(nonce, Era::Immortal);
		let signer = Sr25519Keyring::Alice;
		in_process::sign(call, extension, (genesis, genesis), signer.to_account_id(), |bytes| {
			signer.sign(bytes).into()
		})
	}

	#[test]
	fn tag_should_be_the_one_that_the_runtime_gives() {
		genesis().execute_with(|| {
			let transaction = signed_remark(0);
			let validity = Executive::validate_transaction(
				TransactionSource::External,
				transaction.clone(),
				// The signature covers the hash of the genesis block: the parent here.
				system::Pallet::<Runtime>::block_hash(0),
			)
			.expect("a member's call is valid");
			let bytes = transaction.encode();
			let opaque = OpaqueExtrinsic::try_from_encoded_extrinsic(&bytes).expect("it is one");
			assert_eq!(validity.provides, vec![provided(&opaque).expect("it is signed")]);
		});
	}

	#[test]
	fn tag_should_be_missing_when_the_transaction_is_an_inherent() {
		let call = pallet_timestamp::Call::<Runtime>::set { now: 1 };
		let inherent = <Block as sp_runtime::traits::Block>::Extrinsic::new_bare(call.into());
		assert_eq!(provided(&inherent), None);
	}

	#[test]
	fn tag_should_be_missing_when_the_bytes_are_no_transaction() {
		assert_eq!(provided(&OpaqueExtrinsic::from_blob(vec![0x84, 0x01])), None);
	}
}
