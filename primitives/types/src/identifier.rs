//! Numbers that name achievements in registers.

pub use crate::{
	application_number::{ApplicationNumber, ApplicationNumberError},
	credit_code::{CreditCode, CreditCodeError},
};
use crate::{
	bounds::MAX_IDENTIFIER_BYTES, ids::MemberId, scope::is_country_code, BoundedVec, ConstU32,
};
use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Which register an identifier is of.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	Hash,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierScheme {
	/// Application number (申请号). Chinese ones carry a check digit, tested when written.
	#[codec(index = 0)]
	Application,
	/// Publication number (公开号).
	#[codec(index = 1)]
	Publication,
	/// Grant publication number (授权公告号).
	#[codec(index = 2)]
	Grant,
	/// Software copyright registration (软件著作权登记号).
	#[codec(index = 3)]
	SoftwareRegistration,
	/// Integrated-circuit layout registration (布图设计登记号).
	#[codec(index = 4)]
	LayoutRegistration,
	/// Plant variety application or grant (植物新品种).
	#[codec(index = 5)]
	PlantVariety,
	/// A number that the issuing member gives, for know-how above all.
	#[codec(index = 6)]
	Internal,
}

/// A number that names an achievement in a register (标识): scheme, country, issuer and text.
///
/// Kept in canonical form (upper case, no white space, dots of Chinese application numbers removed,
/// no country in front of patent numbers), so that equal numbers are equal bytes.
/// [`Identifier::new`] makes that form; [`Identifier::validate`] tests it in what was decoded.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(into = "IdentifierText", try_from = "IdentifierText")]
pub struct Identifier {
	/// Which register.
	pub scheme: IdentifierScheme,
	/// ISO 3166 country code of the register.
	pub country: [u8; 2],
	/// The member that gave the number, for [`IdentifierScheme::Internal`].
	pub issuer: Option<MemberId>,
	/// The number.
	pub text: BoundedVec<u8, ConstU32<MAX_IDENTIFIER_BYTES>>,
}

/// Why a number is no identifier.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierError {
	/// Nothing but white space.
	#[codec(index = 0)]
	Empty,
	/// Longer than the bound.
	#[codec(index = 1)]
	TooLong,
	/// Neither a country of ISO 3166 nor a patent office of WIPO ST.3.
	#[codec(index = 2)]
	UnknownCountry,
	/// A control character inside, or bytes that are no text.
	#[codec(index = 3)]
	NotText,
	/// An internal number without the member that gave it.
	#[codec(index = 4)]
	MissingIssuer,
	/// A register's number with a member as issuer.
	#[codec(index = 5)]
	UnexpectedIssuer,
	/// A Chinese application number that fails its own rules.
	#[codec(index = 6)]
	ApplicationNumber(ApplicationNumberError),
	/// A decoded number in another form than [`Identifier::new`] gives it.
	#[codec(index = 7)]
	NotCanonical,
}

impl fmt::Display for IdentifierError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Empty => "the number is empty",
			Self::TooLong => "the number is longer than its bound",
			Self::UnknownCountry => "neither a country nor a patent office has this code",
			Self::NotText => "the number is not text",
			Self::MissingIssuer => "an internal number needs the member that gave it",
			Self::UnexpectedIssuer => "only an internal number names the member that gave it",
			Self::ApplicationNumber(error) => return error.fmt(f),
			Self::NotCanonical => "the number is not in its canonical form",
		})
	}
}

impl core::error::Error for IdentifierError {}

/// Regional and international offices that have a code in WIPO ST.3 and none in ISO 3166.
const OFFICES: [&[u8; 2]; 9] = [b"AP", b"EA", b"EM", b"EP", b"GC", b"IB", b"OA", b"QZ", b"WO"];

impl Identifier {
	/// A number in canonical form.
	///
	/// Fails where [`IdentifierError`] says so. A Chinese application number must pass its check.
	pub fn new(
		scheme: IdentifierScheme,
		country: [u8; 2],
		issuer: Option<MemberId>,
		text: &str,
	) -> Result<Self, IdentifierError> {
		if !is_country_code(&country) && !OFFICES.contains(&&country) {
			return Err(IdentifierError::UnknownCountry);
		}
		match (scheme, issuer) {
			(IdentifierScheme::Internal, None) => return Err(IdentifierError::MissingIssuer),
			(IdentifierScheme::Internal, Some(_)) | (_, None) => {}
			_ => return Err(IdentifierError::UnexpectedIssuer),
		}
		let text = canonical(scheme, &country, text)?;
		if text.is_empty() {
			return Err(IdentifierError::Empty);
		}
		if text.chars().any(char::is_control) {
			return Err(IdentifierError::NotText);
		}
		let text = BoundedVec::try_from(text.into_bytes()).map_err(|_| IdentifierError::TooLong)?;
		Ok(Self { scheme, country, issuer, text })
	}

	/// Whether this is what [`Identifier::new`] makes of its own text.
	pub fn validate(&self) -> Result<(), IdentifierError> {
		let text = self.as_str().ok_or(IdentifierError::NotText)?;
		match Self::new(self.scheme, self.country, self.issuer, text)? == *self {
			true => Ok(()),
			false => Err(IdentifierError::NotCanonical),
		}
	}

	/// The number, or `None` where the bytes are no text.
	pub fn as_str(&self) -> Option<&str> {
		core::str::from_utf8(&self.text).ok()
	}
}

fn canonical(
	scheme: IdentifierScheme,
	country: &[u8; 2],
	text: &str,
) -> Result<String, IdentifierError> {
	let text: String =
		text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
	if text.is_empty() {
		return Err(IdentifierError::Empty);
	}
	match scheme {
		IdentifierScheme::Application if country == b"CN" => ApplicationNumber::parse(&text)
			.map(|number| number.as_str().into())
			.map_err(IdentifierError::ApplicationNumber),
		IdentifierScheme::Application | IdentifierScheme::Publication | IdentifierScheme::Grant => {
			let prefix = core::str::from_utf8(country).unwrap_or_default();
			Ok(text.trim_start_matches(prefix).into())
		}
		_ => Ok(text),
	}
}

impl fmt::Display for Identifier {
	/// Country and number, `CN 201610907263X`; with the issuer, `CN 12/KH-2026-7`.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let text = String::from_utf8_lossy(&self.text);
		let country = String::from_utf8_lossy(&self.country);
		match self.issuer {
			Some(issuer) => write!(f, "{country} {issuer}/{text}"),
			None => write!(f, "{country} {text}"),
		}
	}
}

/// An identifier as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentifierText {
	scheme: IdentifierScheme,
	country: String,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	issuer: Option<MemberId>,
	text: String,
}

impl From<Identifier> for IdentifierText {
	fn from(identifier: Identifier) -> Self {
		Self {
			scheme: identifier.scheme,
			country: String::from_utf8_lossy(&identifier.country).into(),
			issuer: identifier.issuer,
			text: String::from_utf8_lossy(&identifier.text).into(),
		}
	}
}

impl TryFrom<IdentifierText> for Identifier {
	type Error = IdentifierError;

	fn try_from(text: IdentifierText) -> Result<Self, IdentifierError> {
		let country =
			text.country.as_bytes().try_into().map_err(|_| IdentifierError::UnknownCountry)?;
		Self::new(text.scheme, country, text.issuer, &text.text)
	}
}
