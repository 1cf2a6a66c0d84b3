use crate::{mock::*, types::*, Error, Event, Watched};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{Act, Cause, ConsentRole, HoldTarget, UseBasis, UseGrant};
use quanqi_traits::testing::{FakeAchievements, FakeTitles};
use quanqi_types::{
	AchievementKind, ConsentAct, ConsentRule, ExclusionClass, Period, RuleId, Scope, Shares,
	StatuteValue, UseForm,
};
use sp_runtime::DispatchError;

/// T2: a patent's share waits for the office, divided by the inner shares with the exact remainder.
#[test]
fn agree_should_append_agreed_transfers_when_the_kind_needs_the_office() {
	let kinds = AchievementKind::ALL.iter().filter(|kind| kind.needs_office_transfer());
	for kind in kinds {
		ExtBuilder::default().kind(*kind).build_and_execute(|| {
			let id = agreed(ownership());
			assert_eq!((status(id), grant(id).effective), (GrantStatus::Agreed, None));
			let agreed: Vec<_> =
				title().agreed_transfers.iter().map(|t| (t.from, t.to, t.ppm)).collect();
			let unit = member(UNIVERSITY);
			let expected = [(unit, member(PROFESSOR), 480_000), (unit, member(STUDENT), 320_000)];
			assert_eq!(agreed, expected);
			assert_eq!(title().owners.part_of(unit), 1_000_000);
			assert_eq!(FakeTitles::history(WORK)[1].body().cause, Cause::Grant(id));
			System::assert_last_event(Event::Agreed { grant: id, achievement: WORK }.into());
		});
	}
}

/// T2: software and know-how move at once.
#[test]
fn agree_should_move_shares_at_once_when_the_kind_needs_no_office() {
	for kind in [AchievementKind::Software, AchievementKind::KnowHow] {
		ExtBuilder::default().kind(kind).build_and_execute(|| {
			let id = agreed(ownership());
			assert_eq!(status(id), GrantStatus::Effective);
			assert_eq!(grant(id).effective, Some(now()));
			let owners = title().owners;
			assert_eq!(owners.part_of(member(UNIVERSITY)), 200_000);
			assert_eq!(owners.part_of(member(PROFESSOR)), 480_000);
			assert_eq!(owners.part_of(member(STUDENT)), 320_000);
			let last = Event::Effective { grant: id, achievement: WORK };
			System::assert_last_event(last.into());
		});
	}
}

/// The remainder of a division goes to the largest part.
#[test]
fn agree_should_divide_with_an_exact_remainder() {
	software(|| {
		let content = Content::Ownership { ppm: 100, holding: Holding::Each };
		let team = shares(&[(PROFESSOR, 333_333), (STUDENT, 333_333), (ENGINEER, 333_334)]);
		let id = effective(Terms { content, team, ..ownership() });
		let part = |who| title().owners.part_of(member(who));
		assert_eq!((part(PROFESSOR), part(STUDENT), part(ENGINEER)), (33, 33, 34));
		assert_eq!(grant(id).lines().iter().map(|line| line.ppm).sum::<u32>(), 100);
	});
}

/// The representative holds all of it; the inner shares stay the grant's.
#[test]
fn agree_should_move_all_to_the_representative_when_it_holds_for_the_team() {
	software(|| {
		let content = Content::Ownership { ppm: 800_000, holding: Holding::Representative };
		let id = effective(Terms { content, ..ownership() });
		assert_eq!(title().owners.part_of(member(PROFESSOR)), 800_000);
		assert_eq!(title().owners.part_of(member(STUDENT)), 0);
		assert_eq!(grant(id).terms.team.part_of(member(STUDENT)), 400_000);
	});
}

/// A use right held by the team in its shares, on the basis of a grant.
#[test]
fn agree_should_grant_a_use_right_to_the_team() {
	patent(|| {
		let id = agreed(long_term(&[years(5), years(5)]));
		assert_eq!(status(id), GrantStatus::Effective);
		let Effects::Use { right, period, ended } = grant(id).effects else { panic!("a right") };
		let terms = &title().right(right).unwrap().terms.clone();
		assert_eq!((terms.basis, terms.form), (UseBasis::LongTermGrant, UseForm::Ordinary));
		assert_eq!((&terms.holders, terms.period), (&ownership().team, period));
		assert_eq!(terms.grantor, member(UNIVERSITY));
		assert!(terms.transferable && terms.sublicensable && ended.is_none());
		assert_eq!(Watched::<Test>::get(WORK, right), Some(id));
	});
}

/// G4.
#[test]
fn agree_should_fail_when_somebody_has_not_accepted() {
	patent(|| {
		let id = closed(ownership());
		assert_ok!(accept(PROFESSOR, id));
		assert_noop!(agree(id), Error::<Test>::G4AcceptanceMissing);
	});
}

#[test]
fn agree_should_fail_when_the_notice_runs() {
	patent(|| {
		let id = noticed(ownership());
		assert_noop!(agree(id), Error::<Test>::NoticeRuns);
	});
}

/// G2: an exclusion that came in the meantime.
#[test]
fn agree_should_fail_when_the_achievement_was_excluded_since() {
	patent(|| {
		let id = accepted(ownership());
		let mut facts = facts(AchievementKind::InventionPatent);
		facts.exclusion = Some(ExclusionClass::NationalSecurity);
		FakeAchievements::set(WORK, facts);
		assert_noop!(agree(id), Error::<Test>::G2Excluded);
	});
}

/// G6 (T8): without the co-owner the title refuses, with its own refusal.
#[test]
fn g6_should_refuse_when_a_co_owner_has_not_consented() {
	ExtBuilder::default().with_institute().build_and_execute(|| {
		let id = accepted(ownership());
		assert_noop!(agree(id), DispatchError::Other("a co-owner's consent is missing"));
		assert_ok!(consent(INSTITUTE, id, ConsentRole::CoOwner));
		assert_ok!(agree(id));
	});
}

/// G6 (T8): where the statute asks for no co-owner, none is asked.
#[test]
fn g6_should_ask_nobody_when_any_owner_may_grant() {
	ExtBuilder::default().with_institute().build_and_execute(|| {
		let rule = RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::Grant);
		let any = StatuteValue::Consent(ConsentRule::Any);
		quanqi_traits::testing::FakeStatutes::set(rule, start(), any);
		let id = accepted(ownership());
		assert_noop!(consent(INSTITUTE, id, ConsentRole::CoOwner), Error::<Test>::G6NotAsked);
		assert_ok!(agree(id));
	});
}

/// G6 (T4): an exclusive licence stands in the way, unless its holder consents.
#[test]
fn g6_should_refuse_when_an_exclusive_right_stands_in_the_way() {
	patent(|| {
		let licence = UseGrant {
			grantor: member(UNIVERSITY),
			form: UseForm::Exclusive,
			basis: UseBasis::Licence,
			holders: Shares::single(member(ENTERPRISE)),
			scope: Scope::everything(),
			period: Period::open(start()),
			transferable: false,
			sublicensable: false,
			sublicences_survive: false,
			subject_to: Default::default(),
			replaces: None,
		};
		let accepts = [(ENTERPRISE, ConsentRole::Recipient)];
		declared(UNIVERSITY, Act::UseGranted(Box::new(licence)), &accepts);
		let id = accepted(long_term(&[years(10)]));
		let refusal = DispatchError::Other("an exclusive right stands in the way");
		assert_noop!(agree(id), refusal);
		assert_ok!(consent(ENTERPRISE, id, ConsentRole::BlockingHolder));
		assert_ok!(agree(id));
	});
}

/// G6 (T10).
#[test]
fn g6_should_refuse_when_a_hold_stands_in_the_way() {
	patent(|| {
		let id = accepted(ownership());
		hold();
		assert_noop!(agree(id), DispatchError::Other("a hold stands in the way"));
	});
}

fn hold() {
	let decision = quanqi_title::DecisionRef {
		authority: member(REGULATOR),
		document: text("1"),
		digest: digest(9),
	};
	let step = quanqi_traits::Step {
		actor: quanqi_title::Actor { member: member(REGULATOR), mandate: None },
		cause: Cause::Decision(decision),
		legal_date: None,
		consents: vec![],
		act: Act::Held { target: HoldTarget::Whole, until: None, renews: None },
	};
	assert_ok!(<Ledger as quanqi_traits::Titles>::append(WORK, step));
}

/// All or none: what the second line breaks undoes the first.
#[test]
fn agree_should_write_nothing_when_a_line_is_refused() {
	ExtBuilder::default().software().build_and_execute(|| {
		let id = accepted(ownership());
		let crowd = quanqi_types::bounds::MAX_SHARE_LINES - 2;
		let act = |to| Act::ShareTransferred {
			agreed: None,
			from: member(UNIVERSITY),
			to: member(to),
			ppm: 1,
		};
		let mut agreeing = vec![];
		for to in 1_000..1_000 + crowd {
			agreeing.push((to, ConsentRole::Recipient));
			agreeing.push((to, ConsentRole::CoOwner));
			let words = agreeing.clone();
			let last: Vec<_> = words
				.into_iter()
				.filter(|(who, role)| *role == ConsentRole::CoOwner || *who == to)
				.collect();
			declared(UNIVERSITY, act(to), &last);
		}
		let rule = RuleId::Consent(AchievementKind::Software, ConsentAct::Grant);
		let any = StatuteValue::Consent(ConsentRule::Any);
		quanqi_traits::testing::FakeStatutes::set(rule, start(), any);
		assert_noop!(agree(id), DispatchError::Other("there would be more holders than the bound"));
	});
}
