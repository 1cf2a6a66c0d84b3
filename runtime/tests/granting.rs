//! From a grant's notice to the completers' share, over all pallets.

use crate::common::{deals::*, records::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_grants::{
	types::{Content, GrantStatus, IncomePayee, Length, Numbers, Terms},
	Call as Grants, Error as GrantsError,
};
use pallet_notices::{types::Ruling, Call as Notices, Error as NoticesError};
use pallet_rights::Call as Rights;
use quanqi_runtime::{Grants as Granting, Runtime};
use quanqi_title::HoldTarget;
use quanqi_types::{
	AchievementId, BoundedVec, GrantId, MemberId, NoticeId, Scope, Term, TermUnit, UseForm,
	WHOLE_PPM,
};
use sp_runtime::DispatchResult;

/// Longer than the window of fifteen days, whatever day of rest its last day is.
const AFTER_THE_WINDOW: u64 = 20;

/// A patent and its one completer.
fn completed() -> (AchievementId, MemberId) {
	let completer = sponsor_person(Key::Eve);
	(completed_patent("A-1", completer), completer)
}

/// 80 % of the patent for its completer, noticed today.
fn noticed_grant() -> (AchievementId, MemberId, GrantId) {
	let (achievement, completer) = completed();
	(achievement, completer, noticed(grant_terms(achievement, completer, 800_000)))
}

fn status(grant: GrantId) -> GrantStatus {
	Granting::grant(grant).unwrap().status
}

fn propose(terms: Terms) -> DispatchResult {
	call(Key::Alice, Grants::propose { terms: Box::new(terms) })
}

fn accept(grant: GrantId) -> DispatchResult {
	let agreement = digest(20);
	call(Key::Eve, Grants::accept { grant, version: 0, agreement, mandate: None })
}

fn object(key: Key, notice: NoticeId) -> DispatchResult {
	call(key, Notices::object { notice, evidence: digest(1), mandate: None })
}

fn decide(key: Key, notice: NoticeId, ruling: Ruling) -> DispatchResult {
	let (document, digest) = (text("异 1"), digest(2));
	call(key, Notices::decide { notice, objection: 0, ruling, document, digest })
}

/// N8, G4, T2: notice, acceptance, agreement, and 80/20 on the office's date.
#[test]
fn grant_should_move_the_share_on_the_offices_date_when_its_notice_is_over() {
	run(|| {
		let (achievement, completer, grant) = noticed_grant();
		assert_noop!(accept(grant), GrantsError::<Runtime>::NoticeRuns);
		advance_days(AFTER_THE_WINDOW);
		accepted_and_agreed(grant, Key::Eve);
		assert_eq!((status(grant), owned(achievement, completer)), (GrantStatus::Agreed, 0));
		let office_date = now();
		advance_days(10);
		let office_number = text("国知发 5");
		assert_ok!(call(Key::Charlie, Grants::attest { grant, office_number, office_date }));
		let parts = (owned(achievement, ALICE), owned(achievement, completer));
		assert_eq!((parts, status(grant)), ((200_000, 800_000), GrantStatus::Effective));
		let history = quanqi_runtime::Rights::history_page(achievement, 0, u32::MAX);
		let legal_date = history.last().unwrap().body().legal_date.unwrap();
		assert_eq!(legal_date.moment, office_date);
		assert_replays(achievement);
	});
}

/// T2: the grant hears of the office's act where the ledger of titles takes it.
#[test]
fn grant_should_be_effective_when_the_office_is_attested_in_the_title() {
	run(|| {
		let (achievement, completer, grant) = noticed_grant();
		advance_days(AFTER_THE_WINDOW);
		accepted_and_agreed(grant, Key::Eve);
		let number = agreed(achievement);
		assert_ok!(attest_transfer(achievement, number, now()));
		assert_eq!(owned(achievement, completer), 800_000);
		assert_eq!(status(grant), GrantStatus::Effective);
	});
}

/// T2: no party attests its own registration.
#[test]
fn grant_should_stay_agreed_when_its_own_unit_attests_the_office() {
	run(|| {
		let (_, _, grant) = noticed_grant();
		advance_days(AFTER_THE_WINDOW);
		accepted_and_agreed(grant, Key::Eve);
		let (office_number, office_date) = (text("国知发 5"), now());
		let attest = Grants::attest { grant, office_number, office_date };
		assert_noop!(call(Key::Alice, attest), GrantsError::<Runtime>::AuthorityIsParty);
	});
}

/// N4: an undecided objection suspends the notice, and so the grant; dismissed, both go on.
#[test]
fn grant_should_wait_when_an_objection_is_undecided() {
	run(|| {
		let (_, _, grant) = noticed_grant();
		let notice = last_notice();
		assert_ok!(object(Key::Bob, notice));
		advance_days(AFTER_THE_WINDOW);
		let close = Notices::close { notice };
		assert_noop!(call(Key::Alice, close), NoticesError::<Runtime>::Suspended);
		assert_noop!(accept(grant), GrantsError::<Runtime>::NoticeRuns);
		assert_ok!(decide(Key::Dave, notice, Ruling::Dismissed));
		assert_ok!(accept(grant));
	});
}

/// N7: an objection upheld ends notice and grant.
#[test]
fn grant_should_be_rejected_when_an_objection_is_upheld() {
	run(|| {
		let (_, _, grant) = noticed_grant();
		let notice = last_notice();
		assert_ok!(object(Key::Bob, notice));
		assert_ok!(decide(Key::Dave, notice, Ruling::Upheld));
		assert_eq!(status(grant), GrantStatus::Rejected);
		assert_noop!(accept(grant), GrantsError::<Runtime>::WrongStatus);
	});
}

/// N5: neither who gave notice nor who objected decides.
#[test]
fn objection_should_stay_undecided_when_a_party_decides_it() {
	run(|| {
		noticed_grant();
		let notice = last_notice();
		assert_ok!(object(Key::Bob, notice));
		for party in [Key::Alice, Key::Bob] {
			let refused = NoticesError::<Runtime>::DeciderIsParty;
			assert_noop!(decide(party, notice, Ruling::Dismissed), refused);
		}
	});
}

/// N3: after the window nobody objects.
#[test]
fn objection_should_be_refused_when_the_window_is_over() {
	run(|| {
		noticed_grant();
		let notice = last_notice();
		advance_days(AFTER_THE_WINDOW);
		assert_noop!(object(Key::Bob, notice), NoticesError::<Runtime>::NotOpen);
	});
}

/// N10: only the holder or an owner gives notice of a price.
#[test]
fn price_notice_should_be_refused_when_a_stranger_to_the_achievement_gives_it() {
	run(|| {
		let (achievement, _) = completed();
		let open = Notices::open_price_notice {
			achievement,
			terms: digest(4),
			document: digest(5),
			parties: BoundedVec::new(),
			mandate: None,
		};
		assert_noop!(call(Key::Bob, open), NoticesError::<Runtime>::NotHolder);
	});
}

/// N9: a notice that its unit takes back ends the grant.
#[test]
fn grant_should_be_withdrawn_when_its_notice_is_taken_back() {
	run(|| {
		let (_, _, grant) = noticed_grant();
		let withdraw = Notices::withdraw { notice: last_notice(), mandate: None };
		assert_ok!(call(Key::Alice, withdraw));
		assert_eq!(status(grant), GrantStatus::Withdrawn);
	});
}

/// G1: a unit grants no more than it owns.
#[test]
fn grant_should_be_refused_when_the_unit_owns_less() {
	run(|| {
		let completer = sponsor_person(Key::Eve);
		let completers = vec![completer].try_into().unwrap();
		let declaration =
			pallet_achievements::types::Declaration { completers, ..patent(ALICE, "A-1") };
		let achievement = submit(owned_by(declaration, &[(ALICE, 600_000), (BOB, 400_000)]));
		assert_ok!(confirm(Key::Bob, achievement, BOB));
		let found = Numbers::of_parts(800_000, 600_000);
		let refused = GrantsError::<Runtime>::G1ShareTooSmall(found);
		assert_noop!(propose(grant_terms(achievement, completer, 800_000)), refused);
	});
}

/// G2: nothing excluded is granted.
#[test]
fn grant_should_be_refused_when_the_achievement_is_excluded() {
	run(|| {
		let (achievement, completer) = completed();
		exclude(achievement);
		let terms = grant_terms(achievement, completer, 800_000);
		assert_noop!(propose(terms), GrantsError::<Runtime>::G2Excluded);
	});
}

/// G3: the legal basis is one of the governed list.
#[test]
fn grant_should_be_refused_when_its_legal_basis_is_not_governed() {
	run(|| {
		let (achievement, completer) = completed();
		let terms = Terms { legal_basis: 99, ..grant_terms(achievement, completer, 800_000) };
		assert_noop!(propose(terms), GrantsError::<Runtime>::G3UnknownLegalBasis);
	});
}

/// G4: only completers are granted anything.
#[test]
fn grant_should_be_refused_when_the_beneficiary_is_no_completer() {
	run(|| {
		let (achievement, _) = completed();
		let terms = grant_terms(achievement, BOB, 800_000);
		assert_noop!(propose(terms), GrantsError::<Runtime>::G4NotCompleter);
	});
}

/// G8: of a state-established unit completers get the floor of 70 %, to the ppm.
#[test]
fn grant_should_be_refused_when_the_income_is_one_ppm_below_the_floor() {
	run(|| {
		let (achievement, completer) = completed();
		let mut terms = grant_terms(achievement, completer, 800_000);
		for line in terms.income.iter_mut() {
			line.ppm = match line.payee {
				IncomePayee::Completers => 699_999,
				_ => 300_001,
			};
		}
		let found = Numbers::of_parts(700_000, 699_999);
		assert_noop!(propose(terms), GrantsError::<Runtime>::G8BelowFloor(found));
	});
}

/// A use right over these terms of years.
fn long_term(achievement: AchievementId, completer: MemberId, years: &[u32]) -> Terms {
	let term = |number: &u32| Term { number: *number, unit: TermUnit::Year };
	let committed = years.iter().map(term).collect::<Vec<_>>();
	let content = Content::LongTermUse {
		form: UseForm::Ordinary,
		scope: Scope::everything(),
		length: Length::Committed(committed.try_into().unwrap()),
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
	};
	Terms { content, ..grant_terms(achievement, completer, 1) }
}

/// G5: nine years are too short; five and five more are one right of ten.
#[test]
fn use_right_should_be_granted_when_it_is_committed_for_ten_years() {
	run(|| {
		let (achievement, completer) = completed();
		let nine = propose(long_term(achievement, completer, &[9])).unwrap_err();
		let too_short = GrantsError::<Runtime>::G5TooShort(Numbers::new(120, 108));
		assert_eq!(nine, too_short.into());
		let grant = noticed(long_term(achievement, completer, &[5, 5]));
		advance_days(AFTER_THE_WINDOW);
		accepted_and_agreed(grant, Key::Eve);
		assert_eq!(status(grant), GrantStatus::Effective);
		let rights = title(achievement).rights;
		assert_eq!(rights.len(), 1);
		assert_eq!(rights[0].terms.holders.part_of(completer), WHOLE_PPM);
		assert_eq!(owned(achievement, ALICE), WHOLE_PPM);
		assert_replays(achievement);
	});
}

/// G6, T10: the title's own refusal names the hold in the way of the agreement.
#[test]
fn grant_should_not_be_agreed_when_a_hold_is_in_the_way() {
	run(|| {
		let (achievement, _, grant) = noticed_grant();
		advance_days(AFTER_THE_WINDOW);
		assert_ok!(accept(grant));
		let (target, until, order) = (HoldTarget::Whole, None, document("裁 1"));
		assert_ok!(call(Key::Dave, Rights::hold { achievement, target, until, order }));
		let agree = || Grants::agree { grant };
		assert_noop!(call(Key::Alice, agree()), law!(T10, HoldInTheWay, 1));
		let lift = Rights::lift_hold { achievement, hold: 1, order: document("裁 2") };
		assert_ok!(call(Key::Dave, lift));
		assert_ok!(call(Key::Alice, agree()));
	});
}

/// Reversal is by entries: what waited for the office is cancelled, and the history stays.
#[test]
fn grant_should_be_reversed_by_an_entry_when_unit_and_team_rescind() {
	run(|| {
		let (achievement, completer, grant) = noticed_grant();
		advance_days(AFTER_THE_WINDOW);
		accepted_and_agreed(grant, Key::Eve);
		let entries = title(achievement).entries;
		let declare = || Grants::declare_rescission { grant, document: digest(3), mandate: None };
		assert_ok!(call(Key::Alice, declare()));
		let early = call(Key::Alice, Grants::rescind { grant });
		assert_eq!(early, Err(GrantsError::<Runtime>::DeclarationMissing.into()));
		assert_ok!(call(Key::Eve, declare()));
		assert_ok!(call(Key::Alice, Grants::rescind { grant }));
		assert_eq!(status(grant), GrantStatus::Rescinded);
		assert_eq!((owned(achievement, completer), title(achievement).entries), (0, entries + 1));
		assert_replays(achievement);
	});
}
