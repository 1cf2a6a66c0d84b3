//! Territories (地域): countries of ISO 3166, provinces of GB/T 2260, and sets of them.

use crate::{bounds::MAX_TERRITORIES, scope::ScopeError, BoundedVec, ConstU32};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Every code of ISO 3166-1 alpha-2, in order.
#[rustfmt::skip]
pub const COUNTRIES: [[u8; 2]; 249] = [
	*b"AD", *b"AE", *b"AF", *b"AG", *b"AI", *b"AL", *b"AM", *b"AO", *b"AQ", *b"AR", *b"AS", *b"AT",
	*b"AU", *b"AW", *b"AX", *b"AZ", *b"BA", *b"BB", *b"BD", *b"BE", *b"BF", *b"BG", *b"BH", *b"BI",
	*b"BJ", *b"BL", *b"BM", *b"BN", *b"BO", *b"BQ", *b"BR", *b"BS", *b"BT", *b"BV", *b"BW", *b"BY",
	*b"BZ", *b"CA", *b"CC", *b"CD", *b"CF", *b"CG", *b"CH", *b"CI", *b"CK", *b"CL", *b"CM", *b"CN",
	*b"CO", *b"CR", *b"CU", *b"CV", *b"CW", *b"CX", *b"CY", *b"CZ", *b"DE", *b"DJ", *b"DK", *b"DM",
	*b"DO", *b"DZ", *b"EC", *b"EE", *b"EG", *b"EH", *b"ER", *b"ES", *b"ET", *b"FI", *b"FJ", *b"FK",
	*b"FM", *b"FO", *b"FR", *b"GA", *b"GB", *b"GD", *b"GE", *b"GF", *b"GG", *b"GH", *b"GI", *b"GL",
	*b"GM", *b"GN", *b"GP", *b"GQ", *b"GR", *b"GS", *b"GT", *b"GU", *b"GW", *b"GY", *b"HK", *b"HM",
	*b"HN", *b"HR", *b"HT", *b"HU", *b"ID", *b"IE", *b"IL", *b"IM", *b"IN", *b"IO", *b"IQ", *b"IR",
	*b"IS", *b"IT", *b"JE", *b"JM", *b"JO", *b"JP", *b"KE", *b"KG", *b"KH", *b"KI", *b"KM", *b"KN",
	*b"KP", *b"KR", *b"KW", *b"KY", *b"KZ", *b"LA", *b"LB", *b"LC", *b"LI", *b"LK", *b"LR", *b"LS",
	*b"LT", *b"LU", *b"LV", *b"LY", *b"MA", *b"MC", *b"MD", *b"ME", *b"MF", *b"MG", *b"MH", *b"MK",
	*b"ML", *b"MM", *b"MN", *b"MO", *b"MP", *b"MQ", *b"MR", *b"MS", *b"MT", *b"MU", *b"MV", *b"MW",
	*b"MX", *b"MY", *b"MZ", *b"NA", *b"NC", *b"NE", *b"NF", *b"NG", *b"NI", *b"NL", *b"NO", *b"NP",
	*b"NR", *b"NU", *b"NZ", *b"OM", *b"PA", *b"PE", *b"PF", *b"PG", *b"PH", *b"PK", *b"PL", *b"PM",
	*b"PN", *b"PR", *b"PS", *b"PT", *b"PW", *b"PY", *b"QA", *b"RE", *b"RO", *b"RS", *b"RU", *b"RW",
	*b"SA", *b"SB", *b"SC", *b"SD", *b"SE", *b"SG", *b"SH", *b"SI", *b"SJ", *b"SK", *b"SL", *b"SM",
	*b"SN", *b"SO", *b"SR", *b"SS", *b"ST", *b"SV", *b"SX", *b"SY", *b"SZ", *b"TC", *b"TD", *b"TF",
	*b"TG", *b"TH", *b"TJ", *b"TK", *b"TL", *b"TM", *b"TN", *b"TO", *b"TR", *b"TT", *b"TV", *b"TW",
	*b"TZ", *b"UA", *b"UG", *b"UM", *b"US", *b"UY", *b"UZ", *b"VA", *b"VC", *b"VE", *b"VG", *b"VI",
	*b"VN", *b"VU", *b"WF", *b"WS", *b"YE", *b"YT", *b"ZA", *b"ZM", *b"ZW",
];

/// First two digits of the mainland provinces of GB/T 2260, in order. Taiwan, Hong Kong and Macao are
/// territories by their ISO 3166 codes only.
#[rustfmt::skip]
pub const PROVINCES: [u8; 31] = [
	11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41,
	42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65,
];

const CHINA: [u8; 2] = *b"CN";

/// Whether ISO 3166-1 has this alpha-2 code.
pub fn is_country_code(code: &[u8; 2]) -> bool {
	COUNTRIES.binary_search(code).is_ok()
}

/// A territory (地域): a country of ISO 3166 (HK, MO and TW have codes of their own) or a Chinese
/// province of GB/T 2260. JSON writes `CN`, `HK` or `330000`.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Territory {
	/// ISO 3166-1 alpha-2 code.
	#[codec(index = 0)]
	Country([u8; 2]),
	/// The first two digits of a GB/T 2260 code: 11 to 65.
	#[codec(index = 1)]
	Province(u8),
}

impl Territory {
	/// The Chinese mainland: all its provinces.
	pub const CN: Self = Self::Country(CHINA);

	/// Whether the code is one of ISO 3166 or GB/T 2260.
	pub fn is_valid(&self) -> bool {
		match self {
			Self::Country(code) => is_country_code(code),
			Self::Province(code) => PROVINCES.binary_search(code).is_ok(),
		}
	}
}

impl fmt::Display for Territory {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Country(code) => f.write_str(core::str::from_utf8(code).unwrap_or("??")),
			Self::Province(code) => write!(f, "{code:02}0000"),
		}
	}
}

impl FromStr for Territory {
	type Err = ScopeError;

	fn from_str(text: &str) -> Result<Self, ScopeError> {
		let province = |digits: &str| digits.parse().ok().map(Self::Province);
		let territory = match text.strip_suffix("0000") {
			Some(digits) if digits.len() == 2 => province(digits),
			_ => text.as_bytes().try_into().ok().map(Self::Country),
		};
		territory.filter(Self::is_valid).ok_or(ScopeError::UnknownTerritory)
	}
}

crate::serde_as_text!(Territory);

/// A set of territories, ordered and without repetition. JSON takes them in any order.
#[derive(
	Clone,
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
#[serde(rename_all = "kebab-case", try_from = "TerritoriesText")]
pub enum Territories {
	/// Everywhere but these.
	#[codec(index = 0)]
	AllExcept(BoundedVec<Territory, ConstU32<MAX_TERRITORIES>>),
	/// These only.
	#[codec(index = 1)]
	Only(BoundedVec<Territory, ConstU32<MAX_TERRITORIES>>),
}

/// Territories as they are written, in any order.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum TerritoriesText {
	AllExcept(Vec<Territory>),
	Only(Vec<Territory>),
}

impl TryFrom<TerritoriesText> for Territories {
	type Error = ScopeError;

	fn try_from(text: TerritoriesText) -> Result<Self, ScopeError> {
		match text {
			TerritoriesText::AllExcept(list) => Self::all_except(list),
			TerritoriesText::Only(list) => Self::only(list),
		}
	}
}

impl Territories {
	/// Every territory.
	pub fn everywhere() -> Self {
		Self::AllExcept(BoundedVec::new())
	}

	/// These territories, in any order; a province beside the whole of China is dropped.
	pub fn only(territories: impl IntoIterator<Item = Territory>) -> Result<Self, ScopeError> {
		let set = Self::Only(in_order(territories)?);
		set.validate().map(|()| set)
	}

	/// Everywhere but these, in any order; a province beside the whole of China is dropped.
	pub fn all_except(
		territories: impl IntoIterator<Item = Territory>,
	) -> Result<Self, ScopeError> {
		let set = Self::AllExcept(in_order(territories)?);
		set.validate().map(|()| set)
	}

	/// Whether this is every territory.
	pub fn is_everywhere(&self) -> bool {
		self.atoms() == Atoms::ALL
	}

	/// Whether some territory is in both.
	pub fn overlaps(&self, other: &Self) -> bool {
		self.atoms().overlaps(&other.atoms())
	}

	/// Whether every territory here is in `other` too.
	pub fn is_within(&self, other: &Self) -> bool {
		self.atoms().is_within(&other.atoms())
	}

	/// Whether the list is not empty, known, in order and without what another item contains.
	pub fn validate(&self) -> Result<(), ScopeError> {
		let (Self::AllExcept(list) | Self::Only(list)) = self;
		if list.is_empty() && matches!(self, Self::Only(_)) {
			return Err(ScopeError::NoTerritory);
		}
		if !list.iter().all(Territory::is_valid) {
			return Err(ScopeError::UnknownTerritory);
		}
		let ordered = list.windows(2).all(|pair| matches!(pair, [first, second] if first < second));
		if !ordered {
			return Err(ScopeError::TerritoriesNotInOrder);
		}
		match is_redundant(list) {
			true => Err(ScopeError::RedundantTerritory),
			false => Ok(()),
		}
	}

	fn atoms(&self) -> Atoms {
		match self {
			Self::AllExcept(list) => Atoms::of(list).complement(),
			Self::Only(list) => Atoms::of(list),
		}
	}
}

fn is_province(territory: &Territory) -> bool {
	matches!(territory, Territory::Province(_))
}

fn is_redundant(list: &[Territory]) -> bool {
	list.contains(&Territory::CN) && list.iter().any(is_province)
}

fn in_order(
	territories: impl IntoIterator<Item = Territory>,
) -> Result<BoundedVec<Territory, ConstU32<MAX_TERRITORIES>>, ScopeError> {
	let mut list: Vec<_> = territories.into_iter().collect();
	if list.contains(&Territory::CN) {
		list.retain(|territory| !is_province(territory));
	}
	list.sort_unstable();
	list.dedup();
	BoundedVec::try_from(list).map_err(|_| ScopeError::TooManyTerritories)
}

/// A set of the smallest territories told apart, one bit each: the provinces, then the countries.
/// The bit of China as a country stays unset: China is its provinces.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Atoms {
	provinces: u32,
	countries: [u64; 4],
}

impl Atoms {
	const NONE: Self = Self { provinces: 0, countries: [0; 4] };
	const ALL: Self = Self { provinces: ALL_PROVINCES, countries: all_countries() };

	fn of(list: &[Territory]) -> Self {
		let mut atoms = Self::NONE;
		for territory in list {
			match territory {
				Territory::Country(CHINA) => atoms.provinces = ALL_PROVINCES,
				Territory::Country(code) => {
					if let Ok(place) = COUNTRIES.binary_search(code) {
						let bit = 1u64.wrapping_shl(u32::try_from(place % 64).unwrap_or(0));
						if let Some(word) = atoms.countries.get_mut(place / 64) {
							*word |= bit;
						}
					}
				}
				Territory::Province(code) => {
					if let Ok(place) = PROVINCES.binary_search(code) {
						atoms.provinces |= 1u32.wrapping_shl(u32::try_from(place).unwrap_or(0));
					}
				}
			}
		}
		atoms
	}

	fn zip(&self, other: &Self) -> impl Iterator<Item = (u64, u64)> {
		let provinces = (self.provinces.into(), other.provinces.into());
		core::iter::once(provinces).chain(self.countries.into_iter().zip(other.countries))
	}

	fn complement(&self) -> Self {
		let mut left = Self::ALL;
		left.provinces &= !self.provinces;
		for (word, taken) in left.countries.iter_mut().zip(self.countries) {
			*word &= !taken;
		}
		left
	}

	fn overlaps(&self, other: &Self) -> bool {
		self.zip(other).any(|(one, two)| one & two != 0)
	}

	fn is_within(&self, other: &Self) -> bool {
		self.zip(other).all(|(one, two)| one & !two == 0)
	}
}

/// One bit for each of the 31 provinces.
const ALL_PROVINCES: u32 = u32::MAX >> 1;

/// One bit for each country but China.
const fn all_countries() -> [u64; 4] {
	// 249 countries: 3 words of 64 and one of 57.
	let [first, second, third, fourth] = [u64::MAX, u64::MAX, u64::MAX, u64::MAX >> 7];
	[first & !CHINA_BIT, second, third, fourth]
}

/// China is 48th in the list, so its bit is in the first word.
const CHINA_BIT: u64 = 1 << 47;
