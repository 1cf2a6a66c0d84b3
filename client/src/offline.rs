//! Signatures of contracts made off line (离线签署): the file that is carried to the key, and the file
//! that is carried back. Nothing here needs a network.

use crate::{
	chain::Hash,
	error::{Error, Place, Result},
	keys::Key,
};
use ed25519_dalek::{Signature, VerifyingKey};
use pallet_technology_contracts::{
	signing::{OfflineSignature, SigningPayload},
	Terms,
};
use quanqi_types::ContractId;
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::path::Path;

/// What is carried to the key: the payload, and the terms, so that the signer sees what it signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayloadFile {
	/// What is signed.
	pub payload: SigningPayload,
	/// The terms whose hash the payload has.
	pub terms: Terms,
}

/// What is carried back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureFile {
	/// Which contract.
	pub contract: ContractId,
	/// Which version of it.
	pub version: u32,
	/// The signature.
	pub signature: OfflineSignature,
}

impl PayloadFile {
	/// Whether payload and terms belong together; an error says what does not.
	pub fn check(&self) -> Result<(), String> {
		let (payload, terms) = (&self.payload, &self.terms);
		if payload.terms != terms.hash() {
			return Err("the payload is of other terms than the file shows".to_owned());
		}
		if payload.instrument != terms.instrument {
			return Err("the payload is of another instrument than the terms".to_owned());
		}
		match terms.role_of(payload.signer) {
			Some(role) if role == payload.role => Ok(()),
			_ => Err(format!("member {} does not sign these terms so", payload.signer)),
		}
	}

	/// The same for a key that serves one network and expects these terms.
	pub fn check_expected(
		&self,
		genesis: Option<Hash>,
		expected: Option<&Terms>,
	) -> Result<(), String> {
		self.check()?;
		if genesis.is_some_and(|genesis| genesis.0 != self.payload.genesis) {
			return Err("the payload is of another network".to_owned());
		}
		if expected.is_some_and(|terms| *terms != self.terms) {
			return Err("these are not the terms that are expected".to_owned());
		}
		Ok(())
	}
}

/// Signs a payload.
pub fn sign(key: &Key, payload: &SigningPayload) -> Result<SignatureFile> {
	let (public, signature) = key.sign_offline(&payload.bytes())?;
	let signature = OfflineSignature {
		signer: payload.signer,
		mandate: payload.mandate,
		key: public,
		valid_until: payload.valid_until,
		signature,
	};
	Ok(SignatureFile { contract: payload.contract, version: payload.version, signature })
}

/// Whether a signature is of exactly this payload.
pub fn verify(payload: &SigningPayload, signature: &OfflineSignature) -> bool {
	let is_of_payload = signature.signer == payload.signer
		&& signature.mandate == payload.mandate
		&& signature.valid_until == payload.valid_until;
	let Ok(key) = VerifyingKey::from_bytes(&signature.key) else { return false };
	let bytes = Signature::from_bytes(&signature.signature);
	is_of_payload && key.verify_strict(&payload.bytes(), &bytes).is_ok()
}

/// Reads one of these files.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
	let text = crate::input::contract::read_text(path)?;
	serde_json::from_str(&text).map_err(|error| Error::file(Place::file(path), error))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		input::contract::{Book, TermsFile},
		keys::KeySource,
	};
	use quanqi_types::{MandateId, MemberId, Moment};

	fn terms() -> Terms {
		let file: TermsFile = toml::from_str(
			r#"
			kind = "service"
			number = "S-1"
			date = "2026-11-21"
			instrument = "sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
			party = [{ member = 1, role = "seller" }, { member = 2, role = "buyer" }]
			price = { total = "100", part = [{ pay = "lump-sum", amount = "100" }] }
			"#,
		)
		.unwrap();
		file.terms(&Book::default(), false).unwrap()
	}

	fn payload() -> SigningPayload {
		let until = Moment(1_800_000_000_000);
		SigningPayload::new([5; 32], ContractId(7), 1, &terms(), MemberId(2), None, until).unwrap()
	}

	fn key() -> Key {
		KeySource { insecure_uri: true, password: None }.offline_key("//Signer").unwrap()
	}

	#[test]
	fn signature_should_verify_against_its_payload() {
		let signed = sign(&key(), &payload()).unwrap();
		assert_eq!((signed.contract, signed.version), (ContractId(7), 1));
		assert!(verify(&payload(), &signed.signature));
	}

	#[test]
	fn signature_should_fail_for_anything_else_than_what_was_signed() {
		let signed = sign(&key(), &payload()).unwrap().signature;
		let fails = |change: fn(&mut SigningPayload)| {
			let mut other = payload();
			change(&mut other);
			assert!(!verify(&other, &signed), "{other:?}");
		};
		fails(|other| other.genesis = [6; 32]);
		fails(|other| other.contract = ContractId(8));
		fails(|other| other.version = 2);
		fails(|other| other.terms = [1; 32]);
		fails(|other| other.instrument = quanqi_types::Digest::Sha256([1; 32]));
		fails(|other| other.signer = MemberId(1));
		fails(|other| other.role = pallet_technology_contracts::PartyRole::Seller);
		fails(|other| other.mandate = Some(MandateId(1)));
		fails(|other| other.valid_until = Moment(1_900_000_000_000));
		let mut other = signed;
		other.key = [7; 32];
		assert!(!verify(&payload(), &other));
		let mut other = signed;
		other.signature[3] ^= 1;
		assert!(!verify(&payload(), &other));
		let mut other = signed;
		other.valid_until = Moment(1_900_000_000_000);
		assert!(!verify(&payload(), &other), "a signature cannot be made to last longer");
	}

	#[test]
	fn payload_file_should_be_refused_when_its_terms_are_others() {
		let file = PayloadFile { payload: payload(), terms: terms() };
		assert_eq!(file.check_expected(Some(Hash::from([5; 32])), Some(&terms())), Ok(()));
		assert!(file
			.check_expected(Some(Hash::from([6; 32])), None)
			.unwrap_err()
			.contains("network"));
		let mut other = terms();
		other.date = quanqi_types::Date(1);
		assert!(file.check_expected(None, Some(&other)).unwrap_err().contains("expected"));
		let forged = PayloadFile { payload: payload(), terms: other };
		assert!(forged.check().unwrap_err().contains("other terms"));
		let mut stranger = file.clone();
		stranger.payload.signer = MemberId(9);
		assert!(stranger.check().unwrap_err().contains("member 9"));
	}

	#[test]
	fn files_should_come_back_from_disk_as_they_were() {
		let file = PayloadFile { payload: payload(), terms: terms() };
		let text = serde_json::to_string_pretty(&file).unwrap();
		assert_eq!(serde_json::from_str::<PayloadFile>(&text).unwrap(), file);
		let signed = sign(&key(), &payload()).unwrap();
		let text = serde_json::to_string_pretty(&signed).unwrap();
		assert_eq!(serde_json::from_str::<SignatureFile>(&text).unwrap(), signed);
	}
}
