//! Certificates (权属证明文件), trust files (信任文件) and openings (开启文件), as they lie on a disk.

use super::contract::{CommitmentOpening, SealOpening, ShownFields};
use crate::error::{Error, Place, Result};
use quanqi_certificate::{
	bounds::MAX_CERTIFICATE_BYTES, Certificate, Claims, Naming, Opening, ProvenContract, Sealed,
	Trust, TRUST_VERSION,
};
use quanqi_types::Commitment;
use serde::Deserialize;
use std::{fs::File, io::Read, path::Path};

/// How much longer the JSON of a certificate is than its file, at most: two digits for a byte, names and
/// spaces.
const JSON_FACTOR: usize = 8;

/// Which form a file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
	/// The file itself (`.qcert`).
	Binary,
	/// The same as JSON, for looking at.
	Json,
}

/// A certificate that was read, and nothing more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFile {
	/// What it says.
	pub certificate: Certificate,
	/// How it lay there.
	pub form: FileForm,
	/// How long it is in its binary form.
	pub bytes: usize,
}

/// Reads a certificate in either form. A file that is none ends with the exit code that says so.
pub fn read_certificate(path: &Path) -> Result<CertificateFile> {
	let bytes = read_bounded(path, MAX_CERTIFICATE_BYTES.saturating_mul(JSON_FACTOR))?;
	let wrong = |error, detail| Error::certificate(path.display(), error, detail);
	if !is_json(&bytes) {
		let certificate = Certificate::from_bytes(&bytes).map_err(|error| wrong(error, None))?;
		return Ok(CertificateFile { certificate, form: FileForm::Binary, bytes: bytes.len() });
	}
	let read: Certificate = serde_json::from_slice(&bytes).map_err(|error| {
		let detail = format!("as JSON it cannot be read: {error}");
		wrong(quanqi_certificate::Error::NotACertificate, Some(detail))
	})?;
	// The same limits and the same one form as in the file.
	let bytes = read.to_bytes();
	let certificate = Certificate::from_bytes(&bytes).map_err(|error| wrong(error, None))?;
	Ok(CertificateFile { certificate, form: FileForm::Json, bytes: bytes.len() })
}

fn is_json(bytes: &[u8]) -> bool {
	bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// Reads a file of at most so many bytes, and one more, by which it is seen to be too long.
fn read_bounded(path: &Path, limit: usize) -> Result<Vec<u8>> {
	let limit = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
	let mut bytes = Vec::new();
	File::open(path)
		.and_then(|file| file.take(limit).read_to_end(&mut bytes))
		.map_err(|error| Error::file(Place::file(path), format!("cannot be read: {error}")))?;
	Ok(bytes)
}

/// Reads a trust file.
pub fn read_trust(path: &Path) -> Result<Trust> {
	#[derive(Deserialize)]
	struct Version {
		version: u32,
	}
	let text = super::contract::read_text(path)?;
	let wrong = |reason: String| Error::file(Place::file(path), reason);
	let none = |error: serde_json::Error| {
		wrong(format!("is no trust file: {error}; `quanqi trust from-spec` makes one"))
	};
	let Version { version } = serde_json::from_str(&text).map_err(none)?;
	if version != TRUST_VERSION {
		let reason =
			format!("is a trust file of version {version}; this program reads {TRUST_VERSION}");
		return Err(wrong(format!("{reason}: update it")));
	}
	let trust: Trust = serde_json::from_str(&text).map_err(none)?;
	let set = trust.authority_set();
	set.map_err(|error| wrong(format!("is a trust file that cannot be used: {error}")))?;
	Ok(trust)
}

/// A file of openings, as `quanqi contract open` or `quanqi contract commit` wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpeningFile {
	/// One value under a commitment.
	Commitment(CommitmentOpening),
	/// Some fields under a seal.
	Fields(ShownFields),
}

impl OpeningFile {
	/// Reads one. No message repeats what is in it.
	pub fn read(path: &Path) -> Result<Self> {
		let text = super::contract::read_text(path)?;
		let wrong = |reason: &str| Error::file(Place::file(path), reason);
		if let Ok(one) = serde_json::from_str(&text) {
			return Ok(Self::Commitment(one));
		}
		if let Ok(fields) = serde_json::from_str(&text) {
			return Ok(Self::Fields(fields));
		}
		match serde_json::from_str::<SealOpening>(&text) {
			Ok(_) => Err(wrong(
				"opens everything under its seal; choose what to show with `quanqi contract open`",
			)),
			Err(_) => Err(wrong(
				"is no file that `quanqi contract open` or `quanqi contract commit` wrote",
			)),
		}
	}

	/// The openings for a certificate that says this; the file says to which of its commitments it belongs.
	pub fn openings(&self, claims: &Claims) -> Result<Vec<Opening>, String> {
		match self {
			Self::Commitment(opening) => open_commitment(opening, claims).map(|one| vec![one]),
			Self::Fields(shown) => open_fields(shown, &claims.contracts),
		}
	}
}

/// Why an opening whose parts are beyond the bounds is refused.
const TOO_LONG: &str = "its name or value is longer than a certificate carries";

fn open_commitment(opening: &CommitmentOpening, claims: &Claims) -> Result<Opening, String> {
	let CommitmentOpening { commitment, salt, value } = opening;
	if !commitment.opens(*salt, value.as_bytes()) {
		return Err("salt and value are not those of its commitment".to_owned());
	}
	let of = find_commitment(*commitment, claims).ok_or_else(|| {
		format!(
			"the certificate has no commitment {commitment}: none of a person whose record it proves, \
			 of the achievement's name, or of an amount that a pledge secures; the short form proves \
			 neither persons nor the name"
		)
	})?;
	Opening::commitment(of, *salt, value.as_bytes()).ok_or_else(|| TOO_LONG.to_owned())
}

fn find_commitment(wanted: Commitment, claims: &Claims) -> Option<Sealed> {
	let is = |naming: &Naming| *naming == Naming::Sealed(wanted);
	let person = claims.members.iter().find(|(_, facts)| is(&facts.identity));
	let pledges = &claims.title.body().pledges;
	let pledge = pledges.iter().find(|pledge| pledge.secured == wanted);
	person
		.map(|(member, _)| Sealed::Person(*member))
		.or_else(|| {
			claims.record.as_ref().filter(|record| is(&record.title))?;
			Some(Sealed::AchievementTitle)
		})
		.or_else(|| pledge.map(|pledge| Sealed::SecuredAmount(pledge.sequence)))
}

fn open_fields(shown: &ShownFields, contracts: &[ProvenContract]) -> Result<Vec<Opening>, String> {
	let seal = shown.seal;
	let is = |contract: &&ProvenContract| {
		contract.terms.seal.is_some_and(|one| one.root == seal.root && one.fields == seal.fields)
	};
	let contract = contracts.iter().find(is).ok_or_else(|| {
		format!(
			"the certificate proves no contract with the seal {}; name the contract with --contract",
			hex::encode(seal.root)
		)
	})?;
	let of = (contract.contract, contract.version);
	let open = |one: &pallet_technology_contracts::sealing::Opening| {
		let field = &one.field;
		Opening::contract_field(of, &one.proof, &field.name, field.salt, &field.value)
			.ok_or_else(|| TOO_LONG.to_owned())
	};
	shown.openings.iter().map(open).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_technology_contracts::{
		sealing::{Opening as FieldOpening, SealedField},
		Seal,
	};
	use quanqi_certificate::claims;
	use quanqi_types::merkle::MerkleProof;

	/// The golden certificate of the format, which opens a person, a name and a field of a contract.
	fn golden() -> (Claims, Vec<Opening>) {
		let path =
			concat!(env!("CARGO_MANIFEST_DIR"), "/../certificate/tests/golden/provenance.qcert");
		let file = read_certificate(Path::new(path)).unwrap();
		assert_eq!(file.form, FileForm::Binary);
		(claims(&file.certificate).unwrap(), file.certificate.openings.to_vec())
	}

	/// The file that `quanqi contract commit` would have written of this opening.
	fn commitment(opening: &Opening) -> CommitmentOpening {
		CommitmentOpening {
			commitment: Commitment::new(opening.salt, &opening.value),
			salt: opening.salt,
			value: opening.text().unwrap().to_owned(),
		}
	}

	/// The file that `quanqi contract open` would have written of this field.
	fn field(opening: &Opening, claims: &Claims) -> ShownFields {
		let Sealed::ContractField { contract, place, .. } = opening.of else { unreachable!() };
		let proven = claims.contracts.iter().find(|one| one.contract == contract).unwrap();
		let seal = proven.terms.seal.unwrap();
		let part = opening.field.as_ref().unwrap();
		let path: Vec<_> = part.path.iter().map(|sibling| sibling.0).collect();
		let proof =
			MerkleProof { leaves: seal.fields, index: place, path: path.try_into().unwrap() };
		let field = SealedField {
			name: part.name.to_string(),
			salt: opening.salt,
			value: opening.text().unwrap().to_owned(),
		};
		ShownFields {
			seal: Seal { root: seal.root, fields: seal.fields },
			openings: vec![FieldOpening { field, proof }],
		}
	}

	#[test]
	fn opening_should_find_the_commitment_that_it_belongs_to() {
		let (claims, openings) = golden();
		let mut kinds = Vec::new();
		for opening in &openings {
			let file = match opening.of {
				Sealed::ContractField { .. } => OpeningFile::Fields(field(opening, &claims)),
				_ => OpeningFile::Commitment(commitment(opening)),
			};
			assert_eq!(file.openings(&claims), Ok(vec![opening.clone()]));
			kinds.push(std::mem::discriminant(&opening.of));
		}
		assert_eq!(kinds.len(), 3, "a person, a name and a field of a contract");
	}

	#[test]
	fn opening_should_be_refused_when_the_certificate_has_no_such_commitment() {
		let (claims, openings) = golden();
		let salt = [7; 32];
		let value = "somebody else".to_owned();
		let stranger =
			CommitmentOpening { commitment: Commitment::new(salt, value.as_bytes()), salt, value };
		let error = OpeningFile::Commitment(stranger).openings(&claims).unwrap_err();
		assert!(error.contains("no commitment") && !error.contains("somebody"), "{error}");
		let mut changed = commitment(&openings[0]);
		changed.value.push('!');
		let error = OpeningFile::Commitment(changed).openings(&claims).unwrap_err();
		assert!(error.contains("not those of its commitment"), "{error}");
	}

	#[test]
	fn fields_should_be_refused_when_the_certificate_proves_no_contract_with_their_seal() {
		let (claims, openings) = golden();
		let last = openings.last().unwrap();
		let mut other = field(last, &claims);
		other.seal.root = [7; 32];
		let error = OpeningFile::Fields(other).openings(&claims).unwrap_err();
		assert!(error.contains("--contract"), "{error}");
	}

	#[test]
	fn opening_file_should_be_read_by_what_is_in_it() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("opening.json");
		let read = |value: serde_json::Value| {
			std::fs::write(&path, value.to_string()).unwrap();
			OpeningFile::read(&path)
		};
		let (claims, openings) = golden();
		let one = commitment(&openings[0]);
		let shown = field(openings.last().unwrap(), &claims);
		let fields = vec![shown.openings[0].field.clone()];
		let all = SealOpening { seal: shown.seal, fields };
		let json = |value: &CommitmentOpening| serde_json::to_value(value).unwrap();
		assert_eq!(read(json(&one)).unwrap(), OpeningFile::Commitment(one));
		let json = serde_json::to_value(&shown).unwrap();
		assert_eq!(read(json).unwrap(), OpeningFile::Fields(shown));
		let error = read(serde_json::to_value(&all).unwrap()).unwrap_err().to_string();
		assert!(error.contains("opens everything"), "{error}");
		let error = read(serde_json::json!({ "secret": 1 })).unwrap_err().to_string();
		assert!(error.contains("no file") && !error.contains("secret"), "{error}");
	}
}
