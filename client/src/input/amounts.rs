//! Money as people write it: `3200000CNY`, `3 200 000.00 CNY`.

use quanqi_types::{Amount, Currency};

/// Codes of ISO 4217 for the money of states. The ledger keeps any code of three letters for ever, so one
/// that names no money is refused here.
const CURRENCIES: &str = "\
	AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN
	BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR
	FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
	JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
	MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG
	QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
	TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG
	XOF XPF YER ZAR ZMW ZWG";

/// A currency by its code.
pub fn parse_currency(text: &str) -> Result<Currency, String> {
	let code = text.trim();
	let wrong = || format!("{text}: no currency of ISO 4217, such as CNY");
	match CURRENCIES.split_whitespace().any(|known| known == code) {
		true => code.parse().map_err(|_| wrong()),
		false => Err(wrong()),
	}
}

/// An amount with its currency.
pub fn parse_amount(text: &str) -> Result<Amount, String> {
	let trimmed = text.trim();
	let wrong = || format!("{text}: an amount is a number and a currency, such as 3200000.00CNY");
	let split = trimmed.len().checked_sub(3).filter(|split| trimmed.is_char_boundary(*split));
	let (number, currency) = trimmed.split_at(split.ok_or_else(wrong)?);
	let is_code = currency.bytes().all(|byte| byte.is_ascii_alphabetic());
	let currency = match is_code {
		true => parse_currency(currency).map_err(|error| format!("{text}: {error}"))?,
		false => return Err(wrong()),
	};
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

	#[test]
	fn amount_should_be_refused_when_its_currency_is_no_money() {
		for wrong in ["100XYZ", "100cny", "100RMB"] {
			assert!(parse_amount(wrong).unwrap_err().contains("ISO 4217"), "{wrong}");
		}
		for good in ["5USD", "5 JPY", "5EUR", "5AED", "5ZWG"] {
			assert!(parse_amount(good).is_ok(), "{good}");
		}
	}
}
