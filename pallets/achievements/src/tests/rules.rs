use crate::{mock::*, rules::*};
use proptest::prelude::*;
use quanqi_types::{
	AchievementKind, Date, IdentifierScheme, Moment, OfficialStatus, Term, TermUnit,
};
use OfficialStatus::*;

fn years(number: u32) -> Term {
	Term { number, unit: TermUnit::Year }
}

/// The example of the examination guidelines: filed 6 September 1999, ten years, over on 6 September
/// 2009, holiday or not.
#[test]
fn end_of_protection_should_be_the_corresponding_day_itself() {
	let end = end_of_protection(date(1999, 9, 6), years(10));
	assert_eq!(end, Some(date(2009, 9, 6).start()));
}

#[test]
fn end_of_protection_should_be_28_february_when_there_is_no_29th() {
	let end = end_of_protection(date(2024, 2, 29), years(10));
	assert_eq!(end, Some(date(2034, 2, 28).start()));
}

#[test]
fn end_of_protection_should_count_every_unit_but_working_days() {
	let from = date(2026, 1, 31);
	let end = |number, unit| end_of_protection(from, Term { number, unit });
	assert_eq!(end(1, TermUnit::Month), Some(date(2026, 2, 28).start()));
	assert_eq!(end(1, TermUnit::Day), Some(date(2026, 2, 1).start()));
	assert_eq!(end(2, TermUnit::Minute), Some(Moment(from.start().0 + 120_000)));
	assert_eq!(end(2, TermUnit::WorkingDay), None);
	assert_eq!(end(u32::MAX, TermUnit::Year), None);
}

#[test]
fn may_declare_should_allow_nothing_that_ended() {
	for kind in AchievementKind::ALL {
		for status in
			[Lapsed, Restored, Invalidated, PartlyInvalidated, Expired, Withdrawn, Rejected]
		{
			assert!(!may_declare(*kind, status), "{kind:?} {status:?}");
		}
	}
	assert!(!may_declare(AchievementKind::PatentApplication, Granted));
	assert!(!may_declare(AchievementKind::InventionPatent, Filed));
}

#[test]
fn may_follow_should_be_the_offices_order() {
	let allowed = [
		(Filed, &[Published, Granted, Withdrawn, Rejected][..]),
		(Published, &[Granted, Withdrawn, Rejected]),
		(Granted, &[Lapsed, Invalidated, PartlyInvalidated, Expired]),
		(PartlyInvalidated, &[Lapsed, Invalidated, PartlyInvalidated, Expired]),
		(Lapsed, &[Restored, Invalidated, PartlyInvalidated, Expired]),
		(Invalidated, &[Restored]),
		(Withdrawn, &[Restored]),
		(Rejected, &[Restored]),
		(Expired, &[Invalidated, PartlyInvalidated]),
		(
			Restored,
			&[
				Published,
				Granted,
				Lapsed,
				Invalidated,
				PartlyInvalidated,
				Expired,
				Withdrawn,
				Rejected,
			],
		),
	];
	for (before, afters) in allowed {
		for after in OfficialStatus::ALL {
			assert_eq!(may_follow(before, *after), afters.contains(after), "{before:?} {after:?}");
		}
	}
}

#[test]
fn names_should_join_each_register_to_its_rights() {
	use AchievementKind::*;
	for kind in AchievementKind::ALL {
		assert!(names(IdentifierScheme::Internal, *kind));
		let patent = matches!(kind, InventionPatent | UtilityModel | Design | PatentApplication);
		assert_eq!(names(IdentifierScheme::Application, *kind), patent);
		assert_eq!(names(IdentifierScheme::Publication, *kind), patent);
		assert_eq!(names(IdentifierScheme::Grant, *kind), patent);
		assert_eq!(names(IdentifierScheme::SoftwareRegistration, *kind), *kind == Software);
		assert_eq!(names(IdentifierScheme::LayoutRegistration, *kind), *kind == Layout);
		assert_eq!(names(IdentifierScheme::PlantVariety, *kind), *kind == PlantVariety);
	}
}

proptest! {
	/// Protection always ends so many calendar years on, and never on a later day of the month.
	#[test]
	fn end_of_protection_should_end_in_the_corresponding_year(
		days in 0u32..30_000,
		number in 1u32..50,
	) {
		let base = Date(days);
		let end = Date::from_moment(end_of_protection(base, years(number)).unwrap());
		prop_assert_eq!(u32::from(end.year()), u32::from(base.year()) + number);
		prop_assert!(end.calendar().day <= base.calendar().day);
		prop_assert_eq!(end.calendar().month, base.calendar().month);
	}
}
