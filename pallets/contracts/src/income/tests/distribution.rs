//! C9: what is received is divided to the fen, and completers get their floor.

use super::*;
use quanqi_traits::testing::FakeStatutes;
use quanqi_types::{Force, RuleId, ShareBasis, ShareLine, StatuteValue};

const OTHER: MemberId = MemberId(3);
const COMPLETER: MemberId = COMPLETERS[0];

fn agreement() -> DistributionLaw {
	DistributionLaw::agreement()
}

fn member(id: u32) -> Payee {
	Payee::Member { member: MemberId(id), label: None }
}

fn shares(lines: &[(MemberId, u32)]) -> Shares {
	let lines = lines.iter().map(|(member, ppm)| ShareLine { member: *member, ppm: *ppm });
	Shares::new(lines, ShareBasis::Agreed).unwrap()
}

/// 10 to the institute, 15 to its department, 75 to the inventors as 30/10/35.
fn institute_split() -> Split {
	let department = Payee::Unit { label: Some(text("动物调查监测与恢复研究中心")) };
	Split(bounded([
		top(10, unit_line()),
		top(15, department),
		group(None, 75),
		under(2, 30, Payee::Completers(people(1))),
		under(2, 10, Payee::Completers(people(1))),
		under(2, 35, Payee::Completers(people(1))),
	]))
}

fn team_and_unit(team: u64, unit: u64) -> Split {
	flat([(team, Payee::Completers(people(3))), (unit, unit_line())])
}

#[test]
fn c9_ten_fifteen_and_nested_seventy_five_should_divide_exactly() {
	let done = Income::of(fen(4_000_000)).distribute(&institute_split(), &agreement()).unwrap();
	assert_eq!(numbers(&done), [400_000, 600_000, 1_200_000, 400_000, 1_400_000]);
	assert_eq!(done.to_people(), fen(3_000_000));
	assert_eq!(done.check(), Ok(()));
}

#[test]
fn c9_deductions_should_go_off_first_when_the_base_is_net() {
	let income = Income::of(fen(4_000_000)).deduct("评估费", 100_003).deduct("年费", 60_000);
	let done = income.distribute(&institute_split(), &agreement()).unwrap();
	assert_eq!(done.base, fen(3_839_997));
	// 10 % is 383 999.7, 15 % is 575 999.55, 75 % is 2 879 997.75 and gets the fen left over. Of its
	// 2 879 999 fen 30 of 75 is 1 151 999.6, 10 is 383 999.87, and 35 gets the fen left over.
	assert_eq!(numbers(&done), [383_999, 575_999, 1_151_999, 383_999, 1_344_001]);
	assert_eq!(done.check(), Ok(()));
}

#[test]
fn c9_deductions_should_stay_in_the_base_when_it_is_gross() {
	let law = DistributionLaw { base: IncomeBase::Gross, ..agreement() };
	let income = Income::of(fen(1_000)).deduct("管理费", 100);
	let done = income.distribute(&team_and_unit(80, 20), &law).unwrap();
	assert_eq!(done.base, fen(1_000));
	assert_eq!(numbers(&done), [800, 200]);
	assert_eq!(done.deductions.len(), 1);
	assert_eq!(done.check(), Ok(()));
}

#[test]
fn c9_royalty_paid_should_divide_into_eighty_ten_ten() {
	let fund = Payee::Unit { label: Some(text("科技成果转化基金")) };
	let centre = Payee::Unit { label: Some(text("微尺度物质科学中心")) };
	let split = flat([(80, Payee::Completers(people(6))), (10, centre), (10, fund)]);
	let law = law(700_000, Force::Binding);
	let done = Income::of(fen(174_820_000)).distribute(&split, &law).unwrap();
	assert_eq!(numbers(&done), [139_856_000, 17_482_000, 17_482_000]);
}

#[test]
fn c9_equity_should_divide_in_ppm_and_units_like_money() {
	// The technology is 90 % of the company, 80 % of it goes to the team: 72 % of the company.
	let law = law(700_000, Force::Binding);
	let done = Income::of(Quantity::Ppm(900_000)).distribute(&team_and_unit(80, 20), &law).unwrap();
	let lines: Vec<_> = done.lines.iter().map(|line| line.quantity).collect();
	assert_eq!(lines, [Quantity::Ppm(720_000), Quantity::Ppm(180_000)]);

	let done = Income::of(Quantity::Units(1_001)).distribute(&team_and_unit(80, 20), &law).unwrap();
	let lines: Vec<_> = done.lines.iter().map(|line| line.quantity).collect();
	assert_eq!(lines, [Quantity::Units(801), Quantity::Units(200)]);
	assert_eq!(done.floor.unwrap().required, Quantity::Units(701));
}

#[test]
fn c9_deductions_should_be_refused_when_equity_is_distributed() {
	let income = Income::of(Quantity::Units(10)).deduct("评估费", 1);
	let found = income.distribute(&team_and_unit(80, 20), &agreement());
	assert_eq!(found, Err(DistributionRefusal::DeductionFromEquity));
}

#[test]
fn c9_deductions_should_be_refused_when_above_what_the_unit_received() {
	let owners = shares(&[(UNIT, 500_000), (OTHER, 500_000)]);
	let income = Income::of(fen(1_000)).owned(owners).deduct("评估费", 501);
	let refusal =
		DistributionRefusal::DeductionsAboveReceipt { received: fen(500), found: fen(501) };
	assert_eq!(income.distribute(&team_and_unit(80, 20), &agreement()), Err(refusal));
	let income = Income { deductions: vec![], ..income }.deduct("评估费", 500);
	assert_eq!(income.distribute(&team_and_unit(80, 20), &agreement()).unwrap().base, fen(0));
}

#[test]
fn c9_deductions_should_be_refused_in_another_currency_or_with_a_wrong_label() {
	let mut income = Income::of(fen(1_000)).deduct("评估费", 1);
	income.deductions[0].quantity = Quantity::Money(Amount::new(1, USD));
	let found = income.distribute(&team_and_unit(80, 20), &agreement());
	assert_eq!(found, Err(DistributionRefusal::MixedMeasures));

	let mut income = Income::of(fen(1_000)).deduct("评估费", 1);
	income.deductions[0].label = Text(bounded([0xff]));
	let found = income.distribute(&team_and_unit(80, 20), &agreement());
	assert_eq!(found, Err(DistributionRefusal::WrongText));
}

#[test]
fn c9_deductions_should_be_refused_when_more_than_the_bound() {
	let mut income = Income::of(fen(1_000));
	for _ in 0..17 {
		income = income.deduct("年费", 1);
	}
	let found = income.distribute(&team_and_unit(80, 20), &agreement());
	assert_eq!(found, Err(DistributionRefusal::TooManyDeductions));
}

#[test]
fn c9_co_owners_parts_should_go_first() {
	let owners = shares(&[(UNIT, 700_000), (OTHER, 300_000)]);
	let income = Income::of(fen(1_001)).owned(owners).deduct("年费", 1);
	let done = income.distribute(&team_and_unit(80, 20), &agreement()).unwrap();
	assert_eq!(done.co_owners.to_vec(), [CoOwnerLine { member: OTHER, quantity: fen(300) }]);
	// 701 for the unit with the fen left over, less one deducted.
	assert_eq!(done.base, fen(700));
	assert_eq!(numbers(&done), [560, 140]);
	assert_eq!(done.check(), Ok(()));
}

#[test]
fn c9_distribution_should_be_refused_when_the_unit_owns_nothing() {
	let income = Income::of(fen(1_000)).owned(Shares::single(OTHER));
	let refusal = DistributionRefusal::UnitOwnsNothing { unit: UNIT };
	assert_eq!(income.distribute(&team_and_unit(80, 20), &agreement()), Err(refusal));
}

#[test]
fn c9_remainder_should_go_to_the_largest_weight() {
	let split = flat([(1, member(2)), (1, member(3)), (2, member(4))]);
	let done = Income::of(fen(7)).distribute(&split, &agreement()).unwrap();
	assert_eq!(numbers(&done), [1, 1, 5]);
}

#[test]
fn c9_remainder_should_go_to_the_lowest_id_on_a_tie() {
	let split =
		flat([(1, Payee::Completers(people(1))), (1, member(9)), (1, member(4)), (1, member(5))]);
	let done = Income::of(fen(7)).distribute(&split, &agreement()).unwrap();
	assert_eq!(numbers(&done), [1, 1, 4, 1]);

	// The unit goes by its own id, which is lower still.
	let split = flat([(1, member(4)), (1, unit_line())]);
	let done = Income::of(fen(3)).distribute(&split, &agreement()).unwrap();
	assert_eq!(numbers(&done), [1, 2]);
}

#[test]
fn c9_remainder_should_go_to_the_first_on_a_tie_without_ids() {
	let split = flat([
		(1, Payee::Contributors(people(1))),
		(1, Payee::Completers(people(1))),
		(1, Payee::Completers(people(1))),
	]);
	let done = Income::of(fen(5)).distribute(&split, &agreement()).unwrap();
	assert_eq!(numbers(&done), [3, 1, 1]);
}

#[test]
fn c9_distribution_should_be_refused_when_one_fen_below_a_binding_floor() {
	let law = law(700_000, Force::Binding);
	assert!(Income::of(fen(1_000)).distribute(&team_and_unit(70, 30), &law).is_ok());
	let refused = Income::of(fen(1_000)).distribute(&team_and_unit(699, 301), &law);
	let found = FloorFound { floor: law.floor.unwrap(), required: fen(700), found: fen(699) };
	assert_eq!(refused, Err(DistributionRefusal::BelowFloor(found)));
}

#[test]
fn c9_floor_should_be_rounded_up_so_that_no_fen_is_lost_to_completers() {
	let law = law(700_000, Force::Binding);
	// 70 % of 1 001 fen are 700.7: the team's line gets the fen left over.
	let done = Income::of(fen(1_001)).distribute(&team_and_unit(70, 30), &law).unwrap();
	assert_eq!(done.floor.unwrap().required, fen(701));
	assert_eq!(numbers(&done), [701, 300]);
	// Cut into small lines, the unit's would be the largest and get it: refused.
	let persons = |weight| (weight, Payee::Completers(people(1)));
	let split = flat([(30, unit_line()), persons(25), persons(25), persons(20)]);
	let refused = Income::of(fen(1_001)).distribute(&split, &law);
	let found = FloorFound { floor: law.floor.unwrap(), required: fen(701), found: fen(700) };
	assert_eq!(refused, Err(DistributionRefusal::BelowFloor(found)));
}

#[test]
fn c9_distribution_should_be_flagged_when_below_an_encouraged_floor() {
	let law = law(700_000, Force::Encouraged);
	let done = Income::of(fen(1_000)).distribute(&team_and_unit(50, 50), &law).unwrap();
	assert!(done.is_flagged());
	let found = done.floor.unwrap();
	assert_eq!((found.required, found.found), (fen(700), fen(500)));
	let done = Income::of(fen(1_000)).distribute(&team_and_unit(70, 30), &law).unwrap();
	assert!(!done.is_flagged());
}

#[test]
fn c9_floor_should_count_completers_and_contributors_together() {
	let law = law(700_000, Force::Binding);
	let split = flat([
		(50, Payee::Completers(people(2))),
		(20, Payee::Contributors(people(5))),
		(30, unit_line()),
	]);
	let done = Income::of(fen(1_000)).distribute(&split, &law).unwrap();
	assert_eq!(done.floor.unwrap().found, fen(700));
}

#[test]
fn c9_floor_should_not_count_departments_or_members() {
	let law = law(700_000, Force::Binding);
	let department = Payee::Unit { label: Some(text("课题组")) };
	let split = flat([(70, department), (10, member(3)), (20, Payee::Completers(people(1)))]);
	let refused = Income::of(fen(1_000)).distribute(&split, &law);
	let found = FloorFound { floor: law.floor.unwrap(), required: fen(700), found: fen(200) };
	assert_eq!(refused, Err(DistributionRefusal::BelowFloor(found)));
}

#[test]
fn c9_floor_should_count_from_the_governed_base() {
	let net = law(700_000, Force::Binding);
	let gross = DistributionLaw { base: IncomeBase::Gross, ..net };
	let income = Income::of(fen(1_000)).deduct("管理费", 200);
	let required = |law| {
		let done = income.distribute(&team_and_unit(80, 20), law).unwrap();
		done.floor.unwrap().required
	};
	assert_eq!(required(&net), fen(560));
	assert_eq!(required(&gross), fen(700));
}

#[test]
fn c9_completers_own_receipts_should_count_only_where_the_statute_says_so() {
	let units_only = law(700_000, Force::Binding);
	let all = DistributionLaw { counted: ReceiptsCounted::CompleterOwners, ..units_only };
	let owners = shares(&[(UNIT, 400_000), (OTHER, 100_000), (COMPLETER, 500_000)]);
	let mut income = Income::of(fen(1_000)).owned(owners);
	income.completers = vec![COMPLETER];
	let split = team_and_unit(50, 50);

	let refused = income.distribute(&split, &units_only);
	let found = |required, found| FloorFound {
		floor: units_only.floor.unwrap(),
		required: fen(required),
		found: fen(found),
	};
	assert_eq!(refused, Err(DistributionRefusal::BelowFloor(found(280, 200))));
	// 500 of its own and 200 of 900; the other co-owner counts for nothing.
	assert_eq!(income.distribute(&split, &all).unwrap().floor, Some(found(630, 700)));
	// Another owner whom the floor binds counts its fifth of the 500.
	income.bound.push(OTHER);
	assert_eq!(income.distribute(&split, &all).unwrap().floor, Some(found(560, 600)));
	income.completers.clear();
	assert!(income.distribute(&split, &all).is_err());
}

#[test]
fn c9_law_should_be_that_of_the_date() {
	FakeStatutes::clear();
	FakeStatutes::set(RuleId::CompleterIncomeFloor, Moment(0), StatuteValue::Ppm(500_000));
	FakeStatutes::set(RuleId::CompleterIncomeFloor, Moment(100), StatuteValue::Ppm(700_000));
	FakeStatutes::set(RuleId::IncomeFloorBase, Moment(100), StatuteValue::Number(1));
	FakeStatutes::set(RuleId::CountedReceipts, Moment(100), StatuteValue::Number(1));
	let before = DistributionLaw::on::<FakeStatutes>(Moment(99));
	assert_eq!(before, law(500_000, Force::Binding));
	let after = DistributionLaw::on::<FakeStatutes>(Moment(100));
	let floor = Floor { ppm: 700_000, force: Force::Binding, effective_from: Moment(100) };
	assert_eq!(after.floor, Some(floor));
	assert_eq!(after.base, IncomeBase::Gross);
	assert_eq!(after.counted, ReceiptsCounted::CompleterOwners);
	FakeStatutes::clear();
	assert_eq!(DistributionLaw::on::<FakeStatutes>(Moment(100)), DistributionLaw::agreement());
}

#[test]
fn c9_codes_of_zero_should_be_net_and_the_units_receipts_only() {
	FakeStatutes::clear();
	FakeStatutes::set(RuleId::IncomeFloorBase, Moment(0), StatuteValue::Number(0));
	FakeStatutes::set(RuleId::CountedReceipts, Moment(0), StatuteValue::Number(0));
	assert_eq!(DistributionLaw::on::<FakeStatutes>(Moment(0)), DistributionLaw::agreement());
	FakeStatutes::clear();
}

#[test]
fn c9_split_should_be_refused_when_malformed() {
	use DistributionRefusal::*;
	let cases: [(Vec<SplitNode>, DistributionRefusal); 9] = [
		(vec![], EmptySplit),
		(vec![top(0, unit_line())], ZeroWeight { node: 0 }),
		(vec![under(0, 1, unit_line())], WrongParent { node: 0 }),
		(vec![under(1, 1, unit_line()), group(None, 1)], WrongParent { node: 0 }),
		(vec![top(1, unit_line()), under(0, 1, unit_line())], WrongParent { node: 1 }),
		(vec![group(None, 1), under(7, 1, unit_line())], EmptyGroup { node: 0 }),
		(vec![top(1, unit_line()), group(None, 1)], EmptyGroup { node: 1 }),
		(vec![top(1, Payee::Completers(People { root: [0; 32], count: 0 }))], NoPeople { node: 0 }),
		(vec![top(1, Payee::Unit { label: Some(Text(bounded([0xff]))) })], WrongText),
	];
	for (nodes, refusal) in cases {
		let split = Split(bounded(nodes));
		assert_eq!(split.check(), Err(refusal), "{split:?}");
		assert_eq!(Income::of(fen(10)).distribute(&split, &agreement()), Err(refusal));
	}
}

#[test]
fn c9_split_should_nest_three_deep_and_no_deeper() {
	let three = [group(None, 1), group(Some(0), 1), under(1, 1, unit_line())];
	assert_eq!(Split(bounded(three.clone())).check(), Ok(()));
	let done = Income::of(fen(9)).distribute(&Split(bounded(three)), &agreement()).unwrap();
	assert_eq!(numbers(&done), [9]);
	let four = [group(None, 1), group(Some(0), 1), group(Some(1), 1), under(2, 1, unit_line())];
	assert_eq!(Split(bounded(four)).check(), Err(DistributionRefusal::TooDeep { node: 3 }));
}

#[test]
fn c9_distribution_should_be_refused_when_weights_overflow() {
	let split = flat([(u64::MAX, unit_line()), (1, member(3))]);
	let found = Income::of(fen(10)).distribute(&split, &agreement());
	assert_eq!(found, Err(DistributionRefusal::Overflow));
}

#[test]
fn c9_lines_should_be_refused_when_one_fen_off_the_base() {
	let done = Income::of(fen(1_000)).distribute(&team_and_unit(70, 30), &agreement()).unwrap();
	for (unit, sum) in [(299, 999), (301, 1_001)] {
		let mut lines = done.lines.to_vec();
		lines[1].quantity = fen(unit);
		let refusal = DistributionRefusal::WrongSum { base: fen(1_000), found: fen(sum) };
		assert_eq!(check_sum(&done.base, &lines), Err(refusal));
		let corrupted = Distribution { lines: bounded(lines), ..done.clone() };
		assert_eq!(corrupted.check(), Err(refusal));
	}
}

#[test]
fn c9_stored_record_should_be_refused_when_its_parts_are_not_what_was_received() {
	let owners = shares(&[(UNIT, 700_000), (OTHER, 300_000)]);
	let income = Income::of(fen(1_000)).owned(owners).deduct("年费", 10);
	let done = income.distribute(&team_and_unit(70, 30), &agreement()).unwrap();
	let refusal = |base, found| DistributionRefusal::WrongSum { base, found };

	let corrupted = Distribution { received: fen(1_001), ..done.clone() };
	assert_eq!(corrupted.check(), Err(refusal(fen(1_001), fen(1_000))));
	let corrupted = Distribution { co_owners: bounded([]), ..done.clone() };
	assert_eq!(corrupted.check(), Err(refusal(fen(1_000), fen(700))));
	let corrupted = Distribution { deductions: bounded([]), ..done.clone() };
	assert_eq!(corrupted.check(), Err(refusal(fen(1_000), fen(990))));
	let corrupted = Distribution { base: Quantity::Units(690), ..done };
	assert_eq!(corrupted.check(), Err(DistributionRefusal::MixedMeasures));
}
