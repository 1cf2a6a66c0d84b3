//! Documents behind an act: their number and digest, as flags.

use super::{codes::parse_text, dates::parse_day_start};
use clap::Args;
use pallet_rights::DecisionDocument;
use quanqi_types::{bounds::MAX_LABEL_BYTES, Digest, Moment, Text};

/// The decision or order of an authority (决定、裁定).
#[derive(Args, Clone, Debug)]
pub struct DecisionArgs {
	/// Number of the document (文号)
	#[arg(long = "document", value_name = "NUMBER", value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub number: Text<MAX_LABEL_BYTES>,
	/// Digest of the document (摘要), such as sha-256:9f86d0…
	#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
	pub digest: Digest,
}

/// The same where it may be absent.
#[derive(Args, Clone, Debug)]
pub struct OptionalDecisionArgs {
	/// Number of the authority's document (文号), where the act rests on a decision
	#[arg(
		long = "document", value_name = "NUMBER", requires = "digest",
		value_parser = parse_text::<MAX_LABEL_BYTES>
	)]
	pub number: Option<Text<MAX_LABEL_BYTES>>,
	/// Digest of that document (摘要), such as sha-256:9f86d0…
	#[arg(long, value_name = "FUNCTION:HEX", requires = "number", value_parser = parse_digest)]
	pub digest: Option<Digest>,
}

/// An act of an office (登记机关).
#[derive(Args, Clone, Debug)]
pub struct OfficeArgs {
	/// Number of the office's document
	#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub number: Text<MAX_LABEL_BYTES>,
	/// Day of the office's act
	#[arg(long, value_parser = parse_day_start)]
	pub date: Moment,
}

impl DecisionArgs {
	/// As the calls take it.
	pub fn decision(&self) -> DecisionDocument {
		DecisionDocument { document: self.number.clone(), digest: self.digest }
	}
}

impl OptionalDecisionArgs {
	/// As the calls take it.
	pub fn decision(&self) -> Option<DecisionDocument> {
		let (document, digest) = self.number.clone().zip(self.digest)?;
		Some(DecisionDocument { document, digest })
	}
}

/// A digest with its function.
pub fn parse_digest(text: &str) -> Result<Digest, String> {
	text.trim().parse().map_err(|error| format!("{text}: {error}"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn digest_should_name_its_function() {
		assert!(parse_digest(&format!("sm3:{}", "0".repeat(64))).is_ok());
		assert!(parse_digest(&"0".repeat(64)).unwrap_err().contains("sha-256:"));
		assert!(parse_digest("sha-256:00").unwrap_err().contains("64 hexadecimal digits"));
	}
}
