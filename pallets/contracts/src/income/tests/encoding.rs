//! Encodings are for ever: indices, bounds and the JSON of clients.

use super::*;
use codec::MaxEncodedLen;
use quanqi_types::{Force, NoticeId, UseForm};

fn first_bytes<T: Encode>(values: impl IntoIterator<Item = T>) -> Vec<u8> {
	values.into_iter().map(|value| value.encode()[0]).collect()
}

#[test]
fn price_codes_should_keep_their_indices() {
	let modes = [
		PriceMode::Agreement,
		PriceMode::Listing,
		PriceMode::Auction,
		PriceMode::Appraisal,
		PriceMode::TrialFirst,
	];
	assert_eq!(first_bytes(modes), [0, 1, 2, 3, 4]);
	let outcomes = [PriceOutcome::Sold, PriceOutcome::Failed, PriceOutcome::Withdrawn];
	assert_eq!(first_bytes(outcomes), [0, 1, 2]);
	let prices =
		[Price::Unstated, Price::Amount(yuan(1)), Price::Sealed(Commitment([0; 32])), Price::Open];
	assert_eq!(first_bytes(prices), [0, 1, 2, 3]);
	let interests = [
		LotInterest::Ownership,
		LotInterest::Share(1),
		LotInterest::UseRight(UseForm::Sole),
		LotInterest::Cooperation,
		LotInterest::Reservation,
		LotInterest::Unstated,
	];
	assert_eq!(first_bytes(interests), [0, 1, 2, 3, 4, 5]);
	let dates = [
		EventDate::Day(Date(0)),
		EventDate::Month { year: 1, month: 1 },
		EventDate::Year(1),
		EventDate::Unstated,
	];
	assert_eq!(first_bytes(dates), [0, 1, 2, 3]);
	let allocations = [Allocation::Undivided, Allocation::PerLot(bounded([]))];
	assert_eq!(first_bytes(allocations), [0, 1]);
	assert_eq!(first_bytes([Named::Member(UNIT), Named::Name(text("a"))]), [0, 1]);
}

#[test]
fn distribution_codes_should_keep_their_indices() {
	let payees = [
		unit_line(),
		Payee::Member { member: UNIT, label: None },
		Payee::Completers(people(1)),
		Payee::Contributors(people(1)),
	];
	assert_eq!(first_bytes(payees), [0, 1, 2, 3]);
	assert_eq!(first_bytes([fen(1), Quantity::Units(1), Quantity::Ppm(1)]), [0, 1, 2]);
	assert_eq!(first_bytes([IncomeBase::Net, IncomeBase::Gross]), [0, 1]);
	assert_eq!(first_bytes([SplitTarget::Group, SplitTarget::Payee(unit_line())]), [0, 1]);
	let totals = [Total::Fixed(yuan(1)), Total::Capped(yuan(1)), Total::Open];
	assert_eq!(first_bytes(totals), [0, 1, 2]);
}

#[test]
fn records_should_stay_small() {
	assert!(PriceEvent::max_encoded_len() < 12 * 1024, "{}", PriceEvent::max_encoded_len());
	assert!(Consideration::max_encoded_len() < 20 * 1024, "{}", Consideration::max_encoded_len());
	assert!(Distribution::max_encoded_len() < 8 * 1024, "{}", Distribution::max_encoded_len());
	assert!(Split::max_encoded_len() < 4 * 1024, "{}", Split::max_encoded_len());
	assert!(Payments::max_encoded_len() < 512, "{}", Payments::max_encoded_len());
}

#[test]
fn records_should_round_trip_in_scale_and_json() {
	let mut event = auction();
	event.notice = Some(NoticeId(3));
	event.reserve =
		Some(Reserve { amount: yuan(1), holder: UNIT, completers: bounded(COMPLETERS) });
	assert_round_trip(&event);
	let split = flat([(70, Payee::Completers(people(3))), (30, unit_line())]);
	assert_round_trip(&split);
	let law = law(700_000, Force::Encouraged);
	assert_round_trip(&law);
	let done = Income::of(fen(1_000)).deduct("年费", 5).distribute(&split, &law).unwrap();
	assert_round_trip(&done);
}

#[test]
fn json_should_be_refused_when_a_field_is_unknown() {
	let mut json = serde_json::to_value(auction()).unwrap();
	json["colour"] = "red".into();
	assert!(serde_json::from_value::<PriceEvent>(json).is_err());
}

#[test]
fn json_of_a_split_should_read_as_written() {
	let split = Split(bounded([group(None, 3), under(0, 1, unit_line()), top(7, unit_line())]));
	let json = r#"[
		{"parent": null, "weight": 3, "target": "group"},
		{"parent": 0, "weight": 1, "target": {"payee": {"unit": {"label": null}}}},
		{"weight": 7, "target": {"payee": {"unit": {"label": null}}}}
	]"#;
	assert_eq!(serde_json::from_str::<Split>(json).unwrap(), split);
}
