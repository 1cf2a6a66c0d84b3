use super::*;
use crate::Obstacles;
use quanqi_title::{UseBasis, UseGrant};
use quanqi_types::{Period, Shares};

fn grant(
	terms: UseGrant,
	obstacles: Obstacles,
) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Rights::grant_use(key(terms.grantor.0), PATENT, Box::new(terms), obstacles, None)
}

/// The licence, but to the buyer.
fn to_buyer(form: UseForm) -> UseGrant {
	UseGrant { holders: Shares::single(member(BUYER)), ..licence(form) }
}

#[test]
fn grant_use_should_take_effect_when_the_licensee_accepts() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(grant(licence(UseForm::Ordinary), Obstacles::Refuse));
		assert_eq!(missing(), [(ENTERPRISE, ConsentRole::Recipient)]);
		System::reset_events();
		agree(ENTERPRISE, ConsentRole::Recipient);
		assert!(title().right(1).is_some());
		assert!(events().contains(&Event::UseGranted {
			achievement: PATENT,
			right: 1,
			form: UseForm::Ordinary,
			grantor: member(UNIVERSITY),
			holders: Shares::single(member(ENTERPRISE)),
			replaced: None,
		}));
	});
}

/// T4: the refusal names the right in the way.
#[test]
fn grant_use_should_fail_naming_the_ordinary_right_when_an_exclusive_one_is_wanted() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		assert_noop!(
			grant(to_buyer(UseForm::Exclusive), Obstacles::Refuse),
			refused!(T4, OrdinaryInTheWay, right)
		);
	});
}

/// T4: an exclusive right can be granted subject to the ordinary one.
#[test]
fn grant_use_should_allow_an_exclusive_right_when_it_is_subject_to_the_ordinary_one() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		let mut terms = to_buyer(UseForm::Exclusive);
		terms.subject_to = vec![right].try_into().unwrap();
		let exclusive = granted(terms);
		assert_eq!(title().right(exclusive).unwrap().terms.form, UseForm::Exclusive);
	});
}

/// T4: a blocking holder may consent, when it is asked.
#[test]
fn grant_use_should_ask_the_holder_in_the_way_when_told_to() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		assert_ok!(grant(to_buyer(UseForm::Exclusive), Obstacles::Ask));
		let mut asked = missing();
		asked.sort();
		let blocking = (ENTERPRISE, ConsentRole::BlockingHolder);
		assert_eq!(asked, [blocking, (BUYER, ConsentRole::Recipient)]);
		everyone_agrees();
		assert_eq!(title().rights.len(), 2);
	});
}

#[test]
fn grant_use_should_fail_when_an_exclusive_right_is_live() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Exclusive);
		assert_noop!(
			grant(to_buyer(UseForm::Ordinary), Obstacles::Refuse),
			refused!(T4, ExclusiveInTheWay, right)
		);
	});
}

/// T12: a right past its end is not in the way, though nothing has closed it.
#[test]
fn grant_use_should_not_conflict_when_the_other_right_is_over_but_not_closed() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Exclusive);
		advance_days_without_poll(366);
		let mut terms = to_buyer(UseForm::Exclusive);
		terms.period = Period { from: in_days(366), until: None };
		granted(terms);
		assert_eq!(title().rights.len(), 2);
	});
}

/// T5: a holder sublicenses inside its own right.
#[test]
fn grant_use_should_allow_a_sublicence_when_the_terms_do() {
	Ledger::new().build_and_execute(|| {
		let parent = licensed(UseForm::Exclusive);
		let mut terms = to_buyer(UseForm::Ordinary);
		terms.grantor = member(ENTERPRISE);
		terms.basis = UseBasis::Sublicence(parent);
		granted(terms);
		assert_eq!(title().rights.len(), 2);
	});
}

#[test]
fn grant_use_should_fail_when_a_sublicence_is_not_allowed() {
	Ledger::new().build_and_execute(|| {
		let parent = granted(UseGrant { sublicensable: false, ..licence(UseForm::Exclusive) });
		let mut terms = to_buyer(UseForm::Ordinary);
		terms.grantor = member(ENTERPRISE);
		terms.basis = UseBasis::Sublicence(parent);
		assert_noop!(grant(terms, Obstacles::Refuse), refused!(T5, NotSublicensable, parent));
	});
}

/// T8: an ordinary licence takes any one co-owner, an exclusive one all (Patent Law art. 14).
#[test]
fn grant_use_should_ask_co_owners_only_when_the_form_needs_them() {
	Ledger::new().owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]).build_and_execute(|| {
		assert_ok!(grant(licence(UseForm::Ordinary), Obstacles::Refuse));
		assert_eq!(missing(), [(ENTERPRISE, ConsentRole::Recipient)]);
		assert_ok!(grant(licence(UseForm::Exclusive), Obstacles::Refuse));
		assert!(missing().contains(&(INSTITUTE, ConsentRole::CoOwner)));
	});
}

/// The statute value that decided is in the entry.
#[test]
fn grant_use_should_write_the_deciding_statute_into_the_entry() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		let entry = crate::History::<Test>::get(PATENT, right).unwrap();
		let rules: Vec<_> = entry.body().statutes.iter().map(|used| used.rule).collect();
		let rule = quanqi_types::RuleId::Consent(
			quanqi_types::AchievementKind::InventionPatent,
			quanqi_types::ConsentAct::OrdinaryLicence,
		);
		assert!(rules.contains(&rule));
	});
}

/// T2: a licence by the seller runs contrary to what it has agreed.
#[test]
fn grant_use_should_fail_when_the_grantor_has_agreed_to_transfer() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, half());
		assert_noop!(
			grant(licence(UseForm::Exclusive), Obstacles::Refuse),
			refused!(T2, AgreedTransferInTheWay, agreed)
		);
	});
}

#[test]
fn grant_use_should_fail_when_a_holder_is_nobody() {
	Ledger::new().build_and_execute(|| {
		let holders = Shares::single(member(STRANGER));
		let terms = UseGrant { holders, ..licence(UseForm::Ordinary) };
		assert_noop!(grant(terms, Obstacles::Refuse), Error::<Test>::UnknownMember);
	});
}

/// What a title of few rights weighs less than the bound is given back.
#[test]
fn grant_use_should_weigh_what_the_title_has_when_it_has_few_rights() {
	use crate::WeightInfo;
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		let post = grant(to_buyer(UseForm::Ordinary), Obstacles::Refuse).unwrap();
		assert_eq!(post.actual_weight, Some(<() as WeightInfo>::grant_use(1)));
	});
}
