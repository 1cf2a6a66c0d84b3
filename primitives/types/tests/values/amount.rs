//! Amounts: one currency at a time, nothing lost in a division.

use codec::{Decode, Encode};
use proptest::prelude::*;
use quanqi_types::*;

const USD: Currency = Currency(*b"USD");

#[test]
fn checked_add_should_refuse_when_currencies_differ() {
	let (one, other) = (Amount::fen(1), Amount::new(1, USD));
	assert_eq!(one.checked_add(&other), Err(AmountError::MixedCurrencies));
	assert_eq!(one.checked_sub(&other), Err(AmountError::MixedCurrencies));
	assert_eq!(one.checked_add(&Amount::fen(2)), Ok(Amount::fen(3)));
}

#[test]
fn checked_sub_should_refuse_when_the_result_is_below_zero() {
	assert_eq!(Amount::fen(1).checked_sub(&Amount::fen(2)), Err(AmountError::Overflow));
	assert_eq!(Amount::fen(u128::MAX).checked_add(&Amount::fen(1)), Err(AmountError::Overflow));
}

#[test]
fn divide_should_give_the_remainder_to_the_largest_weight_and_lowest_key() {
	let parts = Amount::fen(100).divide(&[("c", 1), ("b", 1), ("a", 1)]).unwrap();
	assert_eq!(parts, [("c", Amount::fen(33)), ("b", Amount::fen(33)), ("a", Amount::fen(34))]);
	let parts = Amount::fen(100).divide(&[("a", 1), ("b", 5)]).unwrap();
	assert_eq!(parts, [("a", Amount::fen(16)), ("b", Amount::fen(84))]);
}

#[test]
fn divide_should_refuse_when_no_weight_is_given() {
	assert_eq!(Amount::fen(1).divide::<u8>(&[]), Err(AmountError::EmptyRatio));
	assert_eq!(Amount::fen(1).divide(&[(1, 0)]), Err(AmountError::EmptyRatio));
}

#[test]
fn portion_should_be_the_floor_even_of_the_largest_amount() {
	assert_eq!(Amount::fen(999).portion(700_000, WHOLE_PPM.into()), Ok(Amount::fen(699)));
	assert_eq!(Amount::fen(u128::MAX).portion(u64::MAX, u64::MAX), Ok(Amount::fen(u128::MAX)));
	assert_eq!(Amount::fen(u128::MAX).portion(2, 1), Err(AmountError::Overflow));
	assert_eq!(Amount::fen(1).portion(1, 0), Err(AmountError::EmptyRatio));
}

#[test]
fn text_should_have_the_minor_digits_of_the_currency() {
	let yen = Currency(*b"JPY");
	let dinar = Currency(*b"KWD");
	assert_eq!(Amount::fen(320_000_000).to_string(), "3 200 000.00 CNY");
	assert_eq!(Amount::fen(5).to_string(), "0.05 CNY");
	assert_eq!(Amount::new(1_234, yen).to_string(), "1 234 JPY");
	assert_eq!(Amount::new(1_234, dinar).to_string(), "1.234 KWD");
}

#[test]
fn from_decimal_should_read_usual_forms() {
	for text in ["3200000", "3200000.0", "3200000.00", "3 200 000.00"] {
		assert_eq!(
			Amount::from_decimal(text, Currency::CNY),
			Ok(Amount::fen(320_000_000)),
			"{text}"
		);
	}
	assert_eq!(Amount::from_decimal("0.5", Currency::CNY), Ok(Amount::fen(50)));
	assert_eq!(
		Amount::from_decimal("12", Currency(*b"JPY")),
		Ok(Amount::new(12, Currency(*b"JPY")))
	);
}

#[test]
fn from_decimal_should_refuse_what_is_not_exact() {
	for text in ["", ".", "1.", ".5", "1.005", "-1", "+1", "1,000", "1e3", "1.0.0", "一"] {
		assert_eq!(
			Amount::from_decimal(text, Currency::CNY),
			Err(AmountError::WrongNumber),
			"{text}"
		);
	}
	assert_eq!(Amount::from_decimal("1.0", Currency(*b"JPY")), Err(AmountError::WrongNumber));
	let long = "9".repeat(40);
	assert_eq!(Amount::from_decimal(&long, Currency::CNY), Err(AmountError::Overflow));
}

#[test]
fn currency_should_be_refused_when_not_three_upper_case_letters() {
	for text in ["cny", "CN", "CNYX", "C1Y", ""] {
		assert_eq!(text.parse::<Currency>(), Err(AmountError::WrongCurrency), "{text}");
	}
	assert!(Currency::decode(&mut &b"cny"[..]).is_err());
	assert_eq!(Currency::decode(&mut &b"CNY"[..]), Ok(Currency::CNY));
}

#[test]
fn json_should_write_a_string_when_minor_is_above_two_to_the_53() {
	assert_eq!(
		serde_json::to_string(&Amount::fen(500)).unwrap(),
		r#"{"minor":500,"currency":"CNY"}"#
	);
	let large = Amount::fen(1 << 60);
	let json = serde_json::to_string(&large).unwrap();
	assert_eq!(json, r#"{"minor":"1152921504606846976","currency":"CNY"}"#);
	assert_eq!(serde_json::from_str::<Amount>(&json).unwrap(), large);
	assert!(serde_json::from_str::<Amount>(r#"{"minor":1.5,"currency":"CNY"}"#).is_err());
}

proptest! {
	#[test]
	fn divide_should_lose_nothing(minor in any::<u128>(), weights in proptest::collection::vec(0u64..1 << 50, 1..20)) {
		let ratio: Vec<_> = weights.into_iter().enumerate().collect();
		prop_assume!(ratio.iter().any(|(_, weight)| *weight > 0));
		let whole = Amount::fen(minor);
		let parts = whole.divide(&ratio).unwrap();
		let sum = parts.iter().try_fold(Amount::fen(0), |sum, (_, part)| sum.checked_add(part));
		prop_assert_eq!(sum, Ok(whole));
	}

	#[test]
	fn text_should_round_trip(minor in any::<u128>(), code in prop::sample::select(vec![*b"CNY", *b"JPY", *b"KWD"])) {
		let amount = Amount::new(minor, Currency(code));
		prop_assert_eq!(amount.to_string().parse(), Ok(amount));
		prop_assert_eq!(Amount::decode(&mut amount.encode().as_slice()), Ok(amount));
		let json = serde_json::to_string(&amount).unwrap();
		prop_assert_eq!(serde_json::from_str::<Amount>(&json).unwrap(), amount);
	}
}
