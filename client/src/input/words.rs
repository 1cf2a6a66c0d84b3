//! Words of closed lists, by the names that JSON gives them.

use quanqi_title::ConsentRole;
use serde::de::DeserializeOwned;

/// A word of a closed list; an error says which words there are.
pub fn parse_word<T: DeserializeOwned>(text: &str, known: &str) -> Result<T, String> {
	let word = text.trim().to_lowercase();
	serde_json::from_value(serde_json::Value::String(word))
		.map_err(|_| format!("{text}: none of {known}"))
}

/// The capacity in which a member agrees.
pub fn parse_role(text: &str) -> Result<ConsentRole, String> {
	parse_word(
		text,
		"co-owner, pre-emption, blocking-holder, pledgee, recipient, transferee or holder",
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn word_should_be_refused_with_the_list_when_it_is_none_of_it() {
		assert_eq!(parse_role("co-owner"), Ok(ConsentRole::CoOwner));
		assert_eq!(parse_role("Pledgee"), Ok(ConsentRole::Pledgee));
		let error = parse_role("friend").unwrap_err();
		assert!(error.starts_with("friend: none of co-owner, "), "{error}");
	}
}
