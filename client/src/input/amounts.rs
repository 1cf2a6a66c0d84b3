//! Money as people write it: `3200000CNY`, `3 200 000.00 CNY`.

use quanqi_types::{Amount, Currency};

/// An amount with its currency.
pub fn parse_amount(text: &str) -> Result<Amount, String> {
	let trimmed = text.trim();
	let wrong = || format!("{text}: an amount is a number and a currency, such as 3200000.00CNY");
	let split = trimmed.len().checked_sub(3).filter(|split| trimmed.is_char_boundary(*split));
	let (number, currency) = trimmed.split_at(split.ok_or_else(wrong)?);
	let currency: Currency = currency.parse().map_err(|_| wrong())?;
	parse_amount_in(number, currency)
}

/// An amount of a currency that is known: the number alone, or the same currency again.
pub fn parse_amount_in(text: &str, currency: Currency) -> Result<Amount, String> {
	let code = currency.to_string();
	let number = text.trim();
	let number = number.strip_suffix(code.as_str()).unwrap_or(number).trim();
	Amount::from_decimal(number, currency).map_err(|error| format!("{text}: {error} ({currency})"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amount_should_be_the_same_with_and_without_spaces() {
		for text in ["3200000.00 CNY", "3200000CNY", "3 200 000 CNY", " 3200000.0CNY "] {
			assert_eq!(parse_amount(text), Ok(Amount::fen(320_000_000)), "{text}");
		}
		assert_eq!(parse_amount_in("12.34", Currency::CNY), Ok(Amount::fen(1_234)));
		assert_eq!(parse_amount_in("12.34 CNY", Currency::CNY), Ok(Amount::fen(1_234)));
	}

	#[test]
	fn amount_should_be_refused_when_it_has_no_currency_or_too_many_digits() {
		for wrong in ["3200000", "CNY", "", "3.001CNY", "-1CNY", "元"] {
			assert!(parse_amount(wrong).is_err(), "{wrong}");
		}
		assert!(parse_amount_in("5USD", Currency::CNY).unwrap_err().contains("CNY"));
	}
}
