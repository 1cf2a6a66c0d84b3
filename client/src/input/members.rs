//! How a member is named on the command line and in tables.

use super::codes::parse_credit_code;
use quanqi_types::{CreditCode, MemberId, Territory};
use std::{fmt, str::FromStr};

/// A member as people name it; the node says which one it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MemberRef {
	/// By its number.
	Number(MemberId),
	/// By its unified social credit code.
	CreditCode(CreditCode),
	/// By country, register and number: `CN:NAME AS REGISTERED`.
	Register {
		/// Country of the register.
		country: Territory,
		/// Register and number.
		register: String,
	},
}

impl FromStr for MemberRef {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let text = text.trim();
		if let Ok(number) = text.parse() {
			if text.len() < 18 {
				return Ok(Self::Number(MemberId(number)));
			}
		}
		if let Some((country, register)) = text.split_once(':') {
			let country = country.trim();
			let territory = country.to_ascii_uppercase().parse::<Territory>();
			return match territory {
				Ok(country @ Territory::Country(_)) if !register.trim().is_empty() => {
					Ok(Self::Register { country, register: register.trim().to_owned() })
				}
				_ => {
					Err(format!("{text}: a register is written COUNTRY:NUMBER, such as HK:CR 123"))
				}
			};
		}
		parse_credit_code(text).map(Self::CreditCode).map_err(|error| {
			format!("{error}; a member is named by number, credit code or COUNTRY:NUMBER")
		})
	}
}

impl fmt::Display for MemberRef {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Number(member) => write!(f, "{member}"),
			Self::CreditCode(code) => write!(f, "{code}"),
			Self::Register { country, register } => write!(f, "{country}:{register}"),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn member_should_be_named_by_number_code_or_register() {
		assert_eq!("7".parse(), Ok(MemberRef::Number(MemberId(7))));
		let code: MemberRef = "12100000400000456B".parse().unwrap();
		assert_eq!(code.to_string(), "12100000400000456B");
		let foreign: MemberRef = "hk: CR 123 ".parse().unwrap();
		assert_eq!(foreign.to_string(), "HK:CR 123");
	}

	#[test]
	fn member_should_be_refused_with_the_failing_check_when_its_code_is_wrong() {
		let error = "12330000470533578B".parse::<MemberRef>().unwrap_err();
		assert!(error.contains("GB 11714"), "{error}");
		assert!("XX:1".parse::<MemberRef>().is_err());
		assert!("".parse::<MemberRef>().is_err());
	}
}
