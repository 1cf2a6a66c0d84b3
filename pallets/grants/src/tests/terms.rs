//! G1 to G5, G7 and G8: what is proposed, and by which law.

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::testing::{FakeAchievements, FakeStatutes, FakeTitles};
use quanqi_types::{
	AchievementKind, ExclusionClass, LedgerStatus, MemberId, RuleId, StatuteValue, Term, TermUnit,
};

const PATENT: AchievementKind = AchievementKind::InventionPatent;

fn with_facts(change: impl FnOnce(&mut quanqi_traits::AchievementFacts)) {
	let mut facts = facts(PATENT);
	change(&mut facts);
	FakeAchievements::set(WORK, facts);
}

#[test]
fn propose_should_record_the_terms() {
	patent(|| {
		let id = proposed(ownership());
		let grant = grant(id);
		assert_eq!((grant.unit, grant.version), (member(UNIVERSITY), 0));
		assert_eq!((grant.status, grant.terms), (GrantStatus::Proposed, ownership()));
		System::assert_last_event(
			Event::Proposed {
				grant: id,
				achievement: WORK,
				unit: member(UNIVERSITY),
				approvals_needed: 1,
			}
			.into(),
		);
	});
}

/// G1.
#[test]
fn g1_should_refuse_when_it_is_no_service_achievement() {
	patent(|| {
		with_facts(|facts| facts.service = false);
		assert_noop!(propose(ownership()), Error::<Test>::G1NotServiceAchievement);
	});
}

/// G1.
#[test]
fn g1_should_refuse_when_the_achievement_is_not_registered() {
	patent(|| {
		for status in [LedgerStatus::Disclosed, LedgerStatus::Retired, LedgerStatus::Voided] {
			with_facts(|facts| facts.ledger_status = status);
			assert_noop!(propose(ownership()), Error::<Test>::G1NotRegistered);
		}
		FakeAchievements::clear();
		assert_noop!(propose(ownership()), Error::<Test>::G1NotRegistered);
	});
}

/// G1: with the share required and the share found, per mille.
#[test]
fn g1_should_refuse_when_the_unit_owns_less_than_the_share() {
	let owners = [(UNIVERSITY, 799_999), (INSTITUTE, 200_001)];
	ExtBuilder::default().owned_by(&owners).build_and_execute(|| {
		let numbers = Numbers::new(800, 799);
		assert_noop!(propose(ownership()), Error::<Test>::G1ShareTooSmall(numbers));
	});
	let owners = [(UNIVERSITY, 800_000), (INSTITUTE, 200_000)];
	ExtBuilder::default().owned_by(&owners).build_and_execute(|| {
		assert_ok!(propose(ownership()));
	});
}

/// G1: what an agreed transfer has promised away is not there to grant.
#[test]
fn g1_should_refuse_when_the_share_is_promised_away() {
	patent(|| {
		agreed(ownership());
		let numbers = Numbers::new(800, 200);
		assert_noop!(propose(ownership()), Error::<Test>::G1ShareTooSmall(numbers));
	});
}

/// G1: a use right too is the gift of an owner.
#[test]
fn g1_should_refuse_a_use_right_when_the_unit_owns_nothing() {
	patent(|| {
		let terms = Box::new(long_term(&[years(10)]));
		assert_noop!(
			Grants::propose(signed(ENTERPRISE), terms),
			Error::<Test>::G1ShareTooSmall(Numbers::new(1, 0))
		);
	});
}

/// G1.
#[test]
fn g1_should_refuse_when_a_person_grants() {
	ExtBuilder::default().owned_by(&[(OUTSIDER, 1_000_000)]).build_and_execute(|| {
		assert_noop!(
			Grants::propose(signed(OUTSIDER), Box::new(ownership())),
			Error::<Test>::G1NotAUnit
		);
	});
}

/// G1: the unit may keep any share from 0.
#[test]
fn g1_should_allow_the_whole_and_refuse_more_or_nothing() {
	patent(|| {
		let of = |ppm| Terms {
			content: Content::Ownership { ppm, holding: Holding::Each },
			..ownership()
		};
		for wrong in [0, 1_000_001] {
			assert_noop!(propose(of(wrong)), Error::<Test>::G1WrongShare);
		}
		assert_ok!(propose(of(1_000_000)));
	});
}

/// G2.
#[test]
fn g2_should_refuse_when_the_achievement_is_excluded() {
	patent(|| {
		for class in ExclusionClass::ALL {
			with_facts(|facts| facts.exclusion = Some(*class));
			assert_noop!(propose(ownership()), Error::<Test>::G2Excluded);
		}
	});
}

/// G3.
#[test]
fn g3_should_refuse_when_the_code_is_not_on_the_list_of_the_day() {
	patent(|| {
		let terms = Terms { legal_basis: 4, ..ownership() };
		assert_noop!(propose(terms.clone()), Error::<Test>::G3UnknownLegalBasis);
		let codes = StatuteValue::Codes(vec![4].try_into().unwrap());
		let change = start().checked_add_ms(DAY_MS).unwrap();
		FakeStatutes::set(RuleId::LegalBasisCodes, change, codes);
		assert_noop!(propose(terms.clone()), Error::<Test>::G3UnknownLegalBasis);
		advance_days(1);
		assert_ok!(propose(terms));
		assert_noop!(propose(ownership()), Error::<Test>::G3UnknownLegalBasis);
	});
}

/// G3.
#[test]
fn g3_should_refuse_when_no_list_governs() {
	patent(|| {
		FakeStatutes::clear();
		assert_noop!(propose(ownership()), Error::<Test>::NotGoverned);
	});
}

/// G4.
#[test]
fn g4_should_refuse_when_a_beneficiary_is_no_completer() {
	patent(|| {
		let team = shares(&[(PROFESSOR, 600_000), (OUTSIDER, 400_000)]);
		let terms = Terms { team, ..ownership() };
		assert_noop!(propose(terms), Error::<Test>::G4NotCompleter);
	});
}

/// G4.
#[test]
fn g4_should_refuse_when_the_representative_is_none_of_the_team() {
	patent(|| {
		let terms = Terms { representative: Some(member(ENGINEER)), ..ownership() };
		assert_noop!(propose(terms), Error::<Test>::G4RepresentativeNotInTeam);
	});
}

/// G4: nobody can hold for the team whom it has not named.
#[test]
fn g4_should_refuse_when_nobody_is_named_to_hold_for_the_team() {
	patent(|| {
		let content = Content::Ownership { ppm: 800_000, holding: Holding::Representative };
		let terms = Terms { content, representative: None, ..ownership() };
		assert_noop!(propose(terms), Error::<Test>::G4RepresentativeNotInTeam);
	});
}

/// G4.
#[test]
fn g4_should_refuse_when_a_part_comes_to_nothing() {
	patent(|| {
		let content = Content::Ownership { ppm: 2, holding: Holding::Each };
		let team = shares(&[(PROFESSOR, 900_000), (STUDENT, 100_000)]);
		let terms = Terms { content, team, ..ownership() };
		assert_noop!(propose(terms), Error::<Test>::G4PartTooSmall);
	});
}

/// G4: sixteen agreed transfers are all a title has room for; software needs none.
#[test]
fn g4_should_refuse_when_the_team_is_too_large_for_the_office() {
	let crowd: Vec<u32> = (100..117).collect();
	let team = quanqi_types::Shares::equal(crowd.iter().copied().map(MemberId)).unwrap();
	let terms = Terms { team, representative: Some(member(100)), ..ownership() };
	let completers: Vec<_> = crowd.iter().copied().map(MemberId).collect();
	let (by_all, of_team) = (terms.clone(), completers.clone());
	patent(|| {
		with_facts(|facts| facts.completers = of_team);
		assert_noop!(propose(by_all.clone()), Error::<Test>::G4TeamTooLarge);
		let content = Content::Ownership { ppm: 800_000, holding: Holding::Representative };
		assert_ok!(propose(Terms { content, ..by_all }));
	});
	software(|| {
		with_facts(|facts| facts.completers = completers);
		assert_ok!(propose(terms));
	});
}

/// G5: ten years in one term.
#[test]
fn g5_should_allow_ten_years_in_one_term() {
	patent(|| {
		assert_ok!(propose(long_term(&[years(10)])));
	});
}

/// G5: 5 + 5 end on the same day as 10.
#[test]
fn g5_should_allow_five_and_five_years() {
	patent(|| {
		let (parts, whole) = (accepted(long_term(&[years(5), years(5)])), {
			FakeTitles::set_now(start());
			accepted(long_term(&[years(10)]))
		});
		let until = |id| {
			assert_ok!(agree(id));
			match grant(id).effects {
				Effects::Use { period, .. } => period.until.unwrap(),
				_ => panic!("a use right"),
			}
		};
		assert_eq!(until(parts), until(whole));
	});
}

/// G5: with the months required and found.
#[test]
fn g5_should_refuse_when_the_terms_are_too_short() {
	patent(|| {
		let short = |term: &[Term]| propose(long_term(term));
		let numbers = |found| Error::<Test>::G5TooShort(Numbers::new(120, found));
		assert_noop!(short(&[years(5)]), numbers(60));
		let months = Term { number: 119, unit: TermUnit::Month };
		assert_noop!(short(&[months]), numbers(119));
		assert_noop!(short(&[years(5), Term { number: 59, ..months }]), numbers(119));
		assert_ok!(short(&[years(5), Term { number: 60, ..months }]));
	});
}

/// G5: the protection may end sooner than ten years.
#[test]
fn g5_should_allow_to_the_end_of_protection() {
	patent(|| {
		let mut terms = long_term(&[]);
		let Content::LongTermUse { length, .. } = &mut terms.content else { panic!("a use right") };
		*length = Length::ToEndOfProtection;
		FakeTitles::set_now(date(2040, 1, 1).start());
		let id = effective(terms);
		let Effects::Use { period, .. } = grant(id).effects else { panic!("a use right") };
		assert_eq!(period.until, None);
	});
}

/// G5.
#[test]
fn g5_should_refuse_when_a_term_is_empty() {
	patent(|| {
		for wrong in [vec![], vec![years(10), years(0)], vec![years(9_000)]] {
			assert_noop!(propose(long_term(&wrong)), Error::<Test>::G5WrongLength);
		}
	});
}

/// G5: the law of the day.
#[test]
fn g5_should_follow_the_statute_of_the_day() {
	patent(|| {
		let change = start().checked_add_ms(DAY_MS).unwrap();
		let twelve = StatuteValue::Term(years(12));
		FakeStatutes::set(RuleId::LongTermUseRightMinimum, change, twelve);
		assert_ok!(propose(long_term(&[years(10)])));
		advance_days(1);
		let refused = propose(long_term(&[years(10)])).unwrap_err();
		assert!(matches!(refused, sp_runtime::DispatchError::Module(m)
			if m.message == Some("G5TooShort")));
	});
}

/// G8: with the parts required and found, per mille.
#[test]
fn g8_should_refuse_when_the_split_is_below_the_floor() {
	patent(|| {
		let of = |completers, contributors| {
			let rest = 1_000_000 - completers - contributors;
			let lines = income(&[
				(IncomePayee::Completers, completers),
				(IncomePayee::Contributors, contributors),
				(IncomePayee::Unit, rest),
			]);
			Terms { income: lines.try_into().unwrap(), ..ownership() }
		};
		let numbers = Numbers::new(700, 699);
		assert_noop!(propose(of(600_000, 99_999)), Error::<Test>::G8BelowFloor(numbers));
		assert_ok!(propose(of(600_000, 100_000)));
	});
}

/// G8: the floor binds what the state established.
#[test]
fn g8_should_not_bind_a_unit_that_the_state_did_not_establish() {
	ExtBuilder::default().owned_by(&[(ENTERPRISE, 1_000_000)]).build_and_execute(|| {
		let lines = income(&[(IncomePayee::Completers, 500_000), (IncomePayee::Unit, 500_000)]);
		let terms = Terms { income: lines.try_into().unwrap(), ..ownership() };
		assert_ok!(Grants::propose(signed(ENTERPRISE), Box::new(terms)));
	});
}

/// G8: the floor of the day.
#[test]
fn g8_should_follow_the_statute_of_the_day() {
	patent(|| {
		let change = start().checked_add_ms(DAY_MS).unwrap();
		FakeStatutes::set(RuleId::CompleterIncomeFloor, change, StatuteValue::Ppm(800_000));
		assert_ok!(propose(ownership()));
		advance_days(1);
		let numbers = Numbers::new(800, 750);
		assert_noop!(propose(ownership()), Error::<Test>::G8BelowFloor(numbers));
	});
}

/// G8: off by one part, out of order, twice the same, a line of nothing.
#[test]
fn g8_should_refuse_when_the_split_is_no_split() {
	patent(|| {
		use IncomePayee::{Completers, Unit};
		let wrong: [&[(IncomePayee, u32)]; 6] = [
			&[],
			&[(Completers, 750_000), (Unit, 249_999)],
			&[(Completers, 750_000), (Unit, 250_001)],
			&[(Unit, 250_000), (Completers, 750_000)],
			&[(Completers, 400_000), (Completers, 600_000)],
			&[(Completers, 1_000_000), (Unit, 0)],
		];
		for lines in wrong {
			let terms = Terms { income: income(lines).try_into().unwrap(), ..ownership() };
			assert_noop!(propose(terms), Error::<Test>::G8WrongSplit);
		}
	});
}

/// G3, G5, G8 where they only encourage: recorded and told, not refused.
#[test]
fn encouraged_rules_should_flag_where_binding_ones_refuse() {
	patent(|| {
		let lines = income(&[(IncomePayee::Completers, 100_000), (IncomePayee::Unit, 900_000)]);
		let terms =
			Terms { income: lines.try_into().unwrap(), legal_basis: 9, ..long_term(&[years(1)]) };
		assert!(propose(terms.clone()).is_err());
		encourage(RuleId::LegalBasisCodes);
		assert!(propose(terms.clone()).is_err());
		encourage(RuleId::LongTermUseRightMinimum);
		let numbers = Numbers::new(700, 100);
		assert_noop!(propose(terms.clone()), Error::<Test>::G8BelowFloor(numbers));
		encourage(RuleId::CompleterIncomeFloor);
		let id = effective(terms);
		let judged = grant(id).judged;
		assert_eq!(judged.len(), 3);
		assert!(judged.iter().all(|judged| !judged.binding && !judged.is_met()));
		for judged in judged {
			System::assert_has_event(Event::Flagged { grant: id, judged }.into());
		}
	});
}

#[test]
fn propose_should_fail_when_the_key_may_not_dispose() {
	patent(|| {
		assert_noop!(
			Grants::propose(key(1, UNIVERSITY), Box::new(ownership())),
			sp_runtime::DispatchError::Other("permission missing")
		);
		assert_ok!(Grants::propose(key(4, UNIVERSITY), Box::new(ownership())));
	});
}

#[test]
fn propose_should_fail_when_the_numbers_are_used_up() {
	ExtBuilder::default().build().execute_with(|| {
		crate::NextId::<Test>::put(u64::MAX);
		assert_noop!(propose(ownership()), Error::<Test>::NumbersExhausted);
	});
}

/// The law of the day it is agreed, which is the grant's own date.
#[test]
fn agreement_should_be_judged_by_the_law_of_its_day() {
	patent(|| {
		let id = accepted(ownership());
		let now = now();
		FakeStatutes::set(RuleId::CompleterIncomeFloor, now, StatuteValue::Ppm(800_000));
		let numbers = Numbers::new(800, 750);
		assert_noop!(agree(id), Error::<Test>::G8BelowFloor(numbers));
		FakeStatutes::set(RuleId::CompleterIncomeFloor, now, StatuteValue::Ppm(750_000));
		assert_ok!(agree(id));
		let floor =
			grant(id).judged.iter().find(|j| j.rule == RuleId::CompleterIncomeFloor).copied();
		let expected = Judged {
			rule: RuleId::CompleterIncomeFloor,
			effective_from: now,
			binding: true,
			required: 750_000,
			found: 750_000,
		};
		assert_eq!(floor, Some(expected));
		assert_eq!(grant(id).agreed, Some(now));
	});
}
