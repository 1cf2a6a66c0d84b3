//! Scopes: two overlap when territories, fields and acts all intersect.

use proptest::prelude::*;
use quanqi_types::{
	scope::{COUNTRIES, PROVINCES},
	*,
};
use std::collections::BTreeSet;

fn territory(text: &str) -> Territory {
	text.parse().unwrap()
}

fn only(texts: &[&str]) -> Territories {
	Territories::only(texts.iter().map(|text| territory(text))).unwrap()
}

fn all_except(texts: &[&str]) -> Territories {
	Territories::all_except(texts.iter().map(|text| territory(text))).unwrap()
}

fn fields(texts: &[&str]) -> FieldsOfUse {
	FieldsOfUse::only(texts.iter().map(|text| text.parse::<FieldOfUse>().unwrap())).unwrap()
}

#[test]
fn china_should_contain_its_provinces_and_not_hong_kong_macao_or_taiwan() {
	let china = only(&["CN"]);
	for province in PROVINCES {
		assert!(Territories::only([Territory::Province(province)]).unwrap().is_within(&china));
	}
	for other in ["HK", "MO", "TW", "US"] {
		assert!(!only(&[other]).overlaps(&china), "{other}");
	}
}

#[test]
fn china_should_be_within_all_its_provinces_together() {
	let provinces = Territories::only(PROVINCES.map(Territory::Province)).unwrap();
	assert!(only(&["CN"]).is_within(&provinces));
	let but_one =
		Territories::only(PROVINCES.into_iter().skip(1).map(Territory::Province)).unwrap();
	assert!(!only(&["CN"]).is_within(&but_one));
}

#[test]
fn everywhere_but_china_should_not_overlap_a_province() {
	assert!(!all_except(&["CN"]).overlaps(&only(&["330000"])));
	assert!(all_except(&["330000"]).overlaps(&only(&["CN"])));
	assert!(!all_except(&["330000"]).overlaps(&only(&["330000"])));
	assert!(Territories::everywhere().is_everywhere());
	assert!(!all_except(&["330000"]).is_everywhere());
}

#[test]
fn every_country_and_province_should_be_told_apart() {
	let all: Vec<_> = COUNTRIES
		.map(Territory::Country)
		.into_iter()
		.filter(|country| *country != Territory::CN)
		.chain(PROVINCES.map(Territory::Province))
		.map(|territory| Territories::only([territory]).unwrap())
		.collect();
	assert_eq!(all.len(), 248 + 31);
	for (place, one) in all.iter().enumerate() {
		for (other_place, other) in all.iter().enumerate() {
			assert_eq!(one.overlaps(other), place == other_place);
		}
		assert!(one.is_within(&Territories::everywhere()));
	}
}

#[test]
fn territory_should_be_refused_when_no_list_has_it() {
	for text in ["XX", "cn", "990000", "330100", "33", "710000", "", "USA", "+10000"] {
		assert_eq!(text.parse::<Territory>(), Err(ScopeError::UnknownTerritory), "{text}");
	}
	assert_eq!(territory("330000").to_string(), "330000");
}

#[test]
fn only_should_drop_what_another_territory_contains() {
	assert_eq!(only(&["330000", "US", "CN", "US"]), only(&["CN", "US"]));
}

#[test]
fn territories_should_be_refused_by_name() {
	let china = Territory::CN;
	let province = Territory::Province(33);
	let raw = |list: &[Territory]| Territories::Only(list.to_vec().try_into().unwrap()).validate();
	assert_eq!(raw(&[]), Err(ScopeError::NoTerritory));
	assert_eq!(raw(&[Territory::Province(99)]), Err(ScopeError::UnknownTerritory));
	assert_eq!(raw(&[china, china]), Err(ScopeError::TerritoriesNotInOrder));
	assert_eq!(raw(&[province, china]), Err(ScopeError::TerritoriesNotInOrder));
	assert_eq!(raw(&[china, province]), Err(ScopeError::RedundantTerritory));
	assert_eq!(
		Territories::only(COUNTRIES.map(Territory::Country)),
		Err(ScopeError::TooManyTerritories)
	);
	assert_eq!(Territories::everywhere().validate(), Ok(()));
}

#[test]
fn fields_should_overlap_when_one_contains_the_other() {
	assert!(fields(&["G"]).overlaps(&fields(&["G06T"])));
	assert!(fields(&["G06T"]).overlaps(&fields(&["G06"])));
	assert!(!fields(&["G06T"]).overlaps(&fields(&["G06F"])));
	assert!(!fields(&["G06"]).overlaps(&fields(&["G01", "H04"])));
	assert!(fields(&["A61K"]).overlaps(&FieldsOfUse::All));
}

#[test]
fn fields_should_be_within_when_each_is_contained() {
	assert!(fields(&["G06T", "H04L"]).is_within(&fields(&["G06", "H"])));
	assert!(!fields(&["G06"]).is_within(&fields(&["G06T"])));
	assert!(!FieldsOfUse::All.is_within(&fields(&["A", "B"])));
	assert!(FieldsOfUse::All.is_within(&fields(&["A", "B", "C", "D", "E", "F", "G", "H"])));
}

#[test]
fn fields_should_be_refused_by_name() {
	let symbol = |text: &str| text.parse::<FieldOfUse>();
	for text in ["", "Z", "g", "G0", "G00", "GO6", "G06t", "G06T7", "G06T 7/00"] {
		assert_eq!(symbol(text), Err(ScopeError::UnknownField), "{text}");
	}
	let raw = |texts: &[&str]| {
		let list: Vec<_> = texts.iter().map(|text| symbol(text).unwrap()).collect();
		FieldsOfUse::Only(list.try_into().unwrap()).validate()
	};
	assert_eq!(raw(&[]), Err(ScopeError::NoField));
	assert_eq!(raw(&["H", "G"]), Err(ScopeError::FieldsNotInOrder));
	assert_eq!(raw(&["G", "G06"]), Err(ScopeError::RedundantField));
	assert_eq!(raw(&["G06", "G06T"]), Err(ScopeError::RedundantField));
	assert_eq!(raw(&["G06", "G07"]), Ok(()));
	assert_eq!(fields(&["G06T", "G06", "G06F"]), fields(&["G06"]));
}

#[test]
fn acts_should_be_refused_by_name() {
	assert_eq!(Acts(0).validate(), Err(ScopeError::NoAct));
	assert_eq!(Acts(32).validate(), Err(ScopeError::UnknownAct));
	assert_eq!("lend".parse::<Acts>(), Err(ScopeError::UnknownAct));
	assert_eq!(Acts::ALL.validate(), Ok(()));
	assert_eq!("make,sell".parse(), Ok(Acts::MAKE.and(Acts::SELL)));
	assert_eq!(Acts::MAKE.and(Acts::SELL).to_string(), "make,sell");
	assert_eq!(Acts::ALL.to_string().parse(), Ok(Acts::ALL));
}

#[test]
fn scopes_should_not_overlap_when_any_one_part_is_apart() {
	let base = Scope { territories: only(&["CN"]), fields: fields(&["G06"]), acts: Acts::MAKE };
	assert!(base.overlaps(&Scope::everything()));
	assert!(base.is_within(&Scope::everything()) && !Scope::everything().is_within(&base));
	let elsewhere = Scope { territories: only(&["US"]), ..Scope::everything() };
	let other_field = Scope { fields: fields(&["A"]), ..Scope::everything() };
	let other_act = Scope { acts: Acts::SELL, ..Scope::everything() };
	for apart in [elsewhere, other_field, other_act] {
		assert!(!base.overlaps(&apart) && !apart.overlaps(&base));
		assert!(!base.is_within(&apart));
		assert_eq!(apart.validate(), Ok(()));
	}
}

#[test]
fn json_should_take_lists_in_any_order() {
	let json = r#"{"territories":{"only":["330000","HK"]},"fields":{"only":["H","G06T"]},"acts":["use","make"]}"#;
	let scope: Scope = serde_json::from_str(json).unwrap();
	assert_eq!(scope.validate(), Ok(()));
	assert_eq!(
		serde_json::to_string(&scope).unwrap(),
		r#"{"territories":{"only":["HK","330000"]},"fields":{"only":["G06T","H"]},"acts":["make","use"]}"#
	);
	assert_eq!(
		serde_json::to_string(&Scope::everything()).unwrap(),
		r#"{"territories":{"all-except":[]},"fields":"all","acts":"all"}"#
	);
	for wrong in [
		r#"{"territories":{"only":[]},"fields":"all","acts":"all"}"#,
		r#"{"territories":{"only":["CN"]},"fields":{"only":[]},"acts":"all"}"#,
		r#"{"territories":{"only":["CN"]},"fields":"all","acts":[]}"#,
	] {
		assert!(serde_json::from_str::<Scope>(wrong).is_err(), "{wrong}");
	}
}

/// Sets over a few territories, in which China and some provinces meet.
fn territories() -> impl Strategy<Value = Territories> {
	let codes = vec!["CN", "HK", "TW", "US", "DE", "330000", "310000", "320000"];
	let list = proptest::sample::subsequence(codes, 0..6);
	(list, any::<bool>()).prop_map(|(list, except)| match except || list.is_empty() {
		true => all_except(&list),
		false => only(&list),
	})
}

fn field_sets() -> impl Strategy<Value = FieldsOfUse> {
	let codes = vec!["A", "B", "C", "D", "E", "F", "G", "H", "G06", "G06T", "G06F", "H04", "A61K"];
	proptest::sample::subsequence(codes, 0..9).prop_map(|list| match list.is_empty() {
		true => FieldsOfUse::All,
		false => fields(&list),
	})
}

fn scopes() -> impl Strategy<Value = Scope> {
	(territories(), field_sets(), 1u8..=31).prop_map(|(territories, fields, acts)| Scope {
		territories,
		fields,
		acts: Acts(acts),
	})
}

/// What a set contains, spelt out.
fn spelt_out(set: &Territories) -> BTreeSet<String> {
	let parts = |territory: &Territory| match *territory == Territory::CN {
		true => PROVINCES.iter().map(|code| format!("{code}0000")).collect(),
		false => vec![territory.to_string()],
	};
	match set {
		Territories::Only(list) => list.iter().flat_map(parts).collect(),
		Territories::AllExcept(list) => {
			let out: BTreeSet<_> = list.iter().flat_map(parts).collect();
			let all = COUNTRIES.map(Territory::Country);
			all.iter().flat_map(parts).filter(|name| !out.contains(name)).collect()
		}
	}
}

proptest! {
	#[test]
	fn territories_should_agree_with_what_they_contain(one in territories(), two in territories()) {
		let (all_one, all_two) = (spelt_out(&one), spelt_out(&two));
		prop_assert_eq!(one.overlaps(&two), !all_one.is_disjoint(&all_two));
		prop_assert_eq!(one.is_within(&two), all_one.is_subset(&all_two));
	}

	#[test]
	fn overlap_should_be_symmetric_and_follow_from_within(one in scopes(), two in scopes()) {
		prop_assert_eq!(one.validate(), Ok(()));
		prop_assert_eq!(one.overlaps(&two), two.overlaps(&one));
		prop_assert!(one.overlaps(&one) && one.is_within(&one));
		prop_assert!(one.is_within(&Scope::everything()));
		if one.is_within(&two) {
			prop_assert!(one.overlaps(&two));
		}
		let json = serde_json::to_string(&one).unwrap();
		prop_assert_eq!(serde_json::from_str::<Scope>(&json).unwrap(), one);
	}

	#[test]
	fn within_should_carry_over(one in scopes(), two in scopes(), three in scopes()) {
		if one.is_within(&two) {
			prop_assert!(!two.is_within(&three) || one.is_within(&three));
			prop_assert!(!one.overlaps(&three) || two.overlaps(&three));
		}
	}
}
