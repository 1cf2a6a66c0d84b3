use super::pool::exclude;
use super::*;
use quanqi_title::{DecisionRef, EndReason, UseBasis};
use quanqi_traits::{Achievements as _, FundingKind};
use quanqi_types::{
	AchievementId, AchievementKind, Date, GrantId, LedgerStatus, OfficialStatus, Shares,
};

fn is_idle() -> bool {
	Trials::idle(PATENT).is_some()
}

fn at(year: u16, month: u8, day: u8) -> quanqi_types::Moment {
	Date::from_calendar(year, month, day).unwrap().start()
}

/// R20: completed on 2023-11-23, three years later is Monday 2026-11-23: idle from the next day on.
#[test]
fn idle_should_begin_after_three_calendar_years() {
	let ledger = || Ledger::new().facts(|facts| facts.completed = Some(at(2023, 11, 23)));
	ledger().build_and_execute(|| {
		assert!(!is_idle());
		advance_days(1);
		let item = Trials::idle(PATENT).unwrap();
		assert_eq!(item.started, at(2023, 11, 23));
		assert_eq!(item.idle_since, at(2026, 11, 24));
	});
}

/// R20: only what public money paid for.
#[test]
fn idle_should_be_only_what_public_money_paid_for() {
	for funding in [FundingKind::Commissioned, FundingKind::Own] {
		Ledger::new().idle().facts(|facts| facts.funding = funding).build_and_execute(|| {
			assert!(!is_idle());
		});
	}
	Ledger::new().idle().build_and_execute(|| assert!(is_idle()));
}

/// R20, R1.
#[test]
fn idle_should_leave_out_what_is_excluded() {
	Ledger::new().idle().build_and_execute(|| {
		exclude();
		assert!(!is_idle());
	});
}

/// R20.
#[test]
fn idle_should_leave_out_what_is_not_registered() {
	Ledger::new().idle().build_and_execute(|| {
		let mut facts = FakeAchievements::facts(PATENT).unwrap();
		facts.ledger_status = LedgerStatus::Retired;
		FakeAchievements::set(PATENT, facts);
		assert!(!is_idle());
	});
}

/// R20: the governed start of the clock: registration.
#[test]
fn idle_should_count_from_registration_when_the_statute_says_so() {
	let code = StatuteValue::Number(2);
	Ledger::new().idle().statute(RuleId::IdleClockStart, code).build_and_execute(|| {
		assert!(!is_idle());
		advance_days(3 * 366);
		assert!(is_idle());
	});
}

/// R20: the governed start of the clock: grant. What is only filed has not started.
#[test]
fn idle_should_count_from_grant_when_the_statute_says_so() {
	let code = StatuteValue::Number(1);
	let ledger = Ledger::new().idle().statute(RuleId::IdleClockStart, code).facts(|facts| {
		facts.kind = AchievementKind::PatentApplication;
		facts.official_status = OfficialStatus::Filed;
	});
	ledger.build_and_execute(|| {
		advance_days(10 * 366);
		assert!(!is_idle());
		let mut facts = FakeAchievements::facts(PATENT).unwrap();
		facts.official_status = OfficialStatus::Granted;
		FakeAchievements::set(PATENT, facts);
		let act = Act::StatusChanged {
			status: OfficialStatus::Granted,
			protection_until: None,
			kind: AchievementKind::InventionPatent,
		};
		let moment = now();
		let attested_by = member(COURT);
		let legal_date = Some(quanqi_title::LegalDate { moment, attested_by });
		let step = agreed(COURT, Cause::Office(text("CN1")), act, &[]);
		ToldTitles::append(PATENT, quanqi_traits::Step { legal_date, ..step }).unwrap();
		assert!(!is_idle());
		advance_days(3 * 366);
		assert_eq!(Trials::idle(PATENT).unwrap().started, moment);
	});
}

/// R19: a licence by declaration or contract is a conversion.
#[test]
fn a_licence_should_stop_the_clock() {
	for cause in [Cause::Declaration, Cause::Contract(ContractId(1))] {
		Ledger::new().idle().build_and_execute(|| {
			let entry = licensed(UseForm::Ordinary, ENTERPRISE, cause);
			assert!(!is_idle());
			let told = Trials::clock(PATENT).conversions[0];
			assert_eq!((told.way, told.entry), (ConversionWay::Licence, Some(entry)));
		});
	}
}

/// R19: a sublicence too.
#[test]
fn a_sublicence_should_stop_the_clock() {
	Ledger::new().idle().build_and_execute(|| {
		let grant = Cause::Grant(GrantId(1));
		let above = licensed(UseForm::Ordinary, ENTERPRISE, grant);
		assert!(is_idle());
		let mut terms = licence(UseForm::Ordinary, RIVAL);
		terms.grantor = member(ENTERPRISE);
		terms.basis = UseBasis::Sublicence(above);
		let act = Act::UseGranted(Box::new(terms));
		let consents = [(RIVAL, ConsentRole::Recipient)];
		ToldTitles::append(PATENT, agreed(ENTERPRISE, Cause::Declaration, act, &consents)).unwrap();
		assert!(!is_idle());
	});
}

/// R19: neither a trial nor a grant is a conversion, nor what an authority decides.
#[test]
fn trials_grants_and_decisions_should_not_stop_the_clock() {
	Ledger::new().idle().build_and_execute(|| {
		entered(terms());
		running(ENTERPRISE);
		assert!(is_idle());
		licensed(UseForm::Ordinary, RIVAL, Cause::Grant(GrantId(1)));
		assert!(is_idle());
		let authority = member(COURT);
		let decision = DecisionRef { authority, document: text("S"), digest: digest(1) };
		let heirs = Shares::single(member(INSTITUTE));
		let act = Act::Succeeded { from: member(UNIVERSITY), heirs };
		ToldTitles::append(PATENT, agreed(COURT, Cause::Decision(decision), act, &[])).unwrap();
		assert!(is_idle());
	});
}

fn agree_transfer(cause: Cause) -> u32 {
	let (from, to) = (member(UNIVERSITY), member(ENTERPRISE));
	let act = Act::TransferAgreed { from, to, ppm: 300_000 };
	let consents = [(ENTERPRISE, ConsentRole::Recipient)];
	ToldTitles::append(PATENT, agreed(UNIVERSITY, cause, act, &consents)).unwrap()
}

/// R19: a transfer that was agreed stops the clock; cancelled, it does not.
#[test]
fn a_transfer_should_stop_the_clock_until_it_is_cancelled() {
	Ledger::new().idle().build_and_execute(|| {
		let agreed_entry = agree_transfer(Cause::Contract(ContractId(1)));
		assert!(!is_idle());
		events();
		let act = Act::TransferCancelled { agreed: agreed_entry };
		let consents = [(ENTERPRISE, ConsentRole::Transferee)];
		ToldTitles::append(PATENT, agreed(UNIVERSITY, Cause::Declaration, act, &consents)).unwrap();
		assert!(is_idle());
		let undone = |event: &Event<Test>| match event {
			Event::ConversionUndone { conversion, .. } => conversion.entry == Some(agreed_entry),
			_ => false,
		};
		let told = events();
		assert!(told.len() == 1 && told.iter().all(undone), "{told:?}");
	});
}

/// Moves the enterprise's share back to the university.
fn move_back(cause: Cause) {
	let (from, to) = (member(ENTERPRISE), member(UNIVERSITY));
	let act = Act::ShareTransferred { agreed: None, from, to, ppm: 300_000 };
	let consents = [(UNIVERSITY, ConsentRole::Recipient), (UNIVERSITY, ConsentRole::CoOwner)];
	ToldTitles::append(PATENT, agreed(ENTERPRISE, cause, act, &consents)).unwrap();
}

fn sold_software(cause: Cause, test: impl FnOnce()) {
	Ledger::new().idle().facts(|f| f.kind = AchievementKind::Software).build_and_execute(|| {
		let (from, to) = (member(UNIVERSITY), member(ENTERPRISE));
		let act = Act::ShareTransferred { agreed: None, from, to, ppm: 300_000 };
		let consents = [(ENTERPRISE, ConsentRole::Recipient)];
		ToldTitles::append(PATENT, agreed(UNIVERSITY, cause, act, &consents)).unwrap();
		assert!(!is_idle());
		test();
	});
}

/// R19: a rescinded contract moves the share back: it was no conversion, nor is the way back.
#[test]
fn a_transfer_moved_back_under_its_contract_should_start_the_clock_again() {
	let contract = |number| Cause::Contract(ContractId(number));
	sold_software(contract(1), || {
		move_back(contract(1));
		assert!(is_idle());
	});
	// Sold back under another contract it was converted all the same.
	sold_software(contract(1), || {
		move_back(contract(2));
		assert!(!is_idle());
	});
}

/// R19: the same by decision.
#[test]
fn a_transfer_moved_back_by_decision_should_start_the_clock_again() {
	sold_software(Cause::Declaration, || {
		let authority = member(COURT);
		let document = text("R1");
		move_back(Cause::Decision(DecisionRef { authority, document, digest: digest(1) }));
		assert!(is_idle());
	});
}

/// R19: a share that a grant moves is no conversion.
#[test]
fn a_granted_share_should_not_stop_the_clock() {
	Ledger::new().idle().build_and_execute(|| {
		agree_transfer(Cause::Grant(GrantId(1)));
		assert!(is_idle());
	});
}

/// R19: a licence that was rescinded is none; one that ended otherwise was a conversion.
#[test]
fn a_rescinded_licence_should_start_the_clock_again() {
	let consents = [(ENTERPRISE, ConsentRole::Holder)];
	for (reason, idle) in [(EndReason::Rescinded, true), (EndReason::ByTerms, false)] {
		Ledger::new().idle().build_and_execute(|| {
			let right = licensed(UseForm::Ordinary, ENTERPRISE, Cause::Declaration);
			let act = Act::UseEnded { right, reason };
			let step = agreed(UNIVERSITY, Cause::Declaration, act, &consents);
			ToldTitles::append(PATENT, step).unwrap();
			assert_eq!(is_idle(), idle);
		});
	}
}

/// R19: what contracts tell: equity, own use, joint use.
#[test]
fn a_conversion_told_by_contract_should_stop_the_clock() {
	Ledger::new().idle().build_and_execute(|| {
		tell(7);
		assert!(!is_idle());
		assert_eq!(Trials::clock(PATENT).conversions[0].way, ConversionWay::Contract);
	});
}

/// A contract by which the patent is used jointly tells of it.
fn tell(contract: u64) {
	<Trials as quanqi_traits::IdleClock>::note_conversion(PATENT, now(), ContractId(contract));
}

/// R19: what no entry shows is none any more when its contract is rescinded; another contract's stands.
#[test]
fn a_conversion_told_by_a_contract_that_is_rescinded_should_start_the_clock_again() {
	Ledger::new().idle().build_and_execute(|| {
		let undo = |contract| {
			let contract = ContractId(contract);
			<Trials as quanqi_traits::IdleClock>::undo_conversion(PATENT, contract);
		};
		tell(7);
		tell(8);
		undo(7);
		assert!(!is_idle());
		undo(7);
		assert!(!is_idle());
		undo(8);
		assert!(is_idle());
	});
}

fn note(by: u32, way: ConversionWay) -> sp_runtime::DispatchResult {
	Trials::note_conversion(key(by), PATENT, way, now(), digest(4), None)
}

/// R19: what no entry shows, the holder tells with its evidence.
#[test]
fn note_conversion_should_stop_the_clock() {
	for way in [
		ConversionWay::OwnUse,
		ConversionWay::JointUse,
		ConversionWay::Equity,
		ConversionWay::Other,
	] {
		Ledger::new().idle().build_and_execute(|| {
			assert_ok!(note(UNIVERSITY, way));
			assert!(!is_idle());
			assert_eq!(Trials::clock(PATENT).conversions[0].evidence, Some(digest(4)));
		});
	}
}

/// R19.
#[test]
fn note_conversion_should_fail_when_entries_show_it() {
	Ledger::new().build_and_execute(|| {
		for way in [ConversionWay::Transfer, ConversionWay::Licence, ConversionWay::Contract] {
			assert_noop!(note(UNIVERSITY, way), Error::<Test>::ShownByEntries);
		}
	});
}

/// R19.
#[test]
fn note_conversion_should_fail_when_it_lies_in_the_future() {
	Ledger::new().build_and_execute(|| {
		let (way, at) = (ConversionWay::OwnUse, in_days(1));
		assert_noop!(
			Trials::note_conversion(key(UNIVERSITY), PATENT, way, at, digest(4), None),
			Error::<Test>::InFuture
		);
	});
}

/// R19, R21: only holder and owners write about it.
#[test]
fn note_and_decline_should_fail_when_the_member_is_neither_holder_nor_owner() {
	Ledger::new().idle().build_and_execute(|| {
		for other in [ENTERPRISE, INSTITUTE, AUDITOR, OPERATOR] {
			assert_noop!(note(other, ConversionWay::OwnUse), Error::<Test>::NotHolder);
			assert_noop!(decline(other), Error::<Test>::NotHolder);
		}
	});
}

/// R19: of more conversions than the bound the last ones are kept.
#[test]
fn the_clock_should_keep_the_last_conversions() {
	Ledger::new().idle().build_and_execute(|| {
		let first = licensed(UseForm::Ordinary, ENTERPRISE, Cause::Declaration);
		for _ in 0..quanqi_types::bounds::MAX_CONVERSIONS_KEPT {
			assert_ok!(note(UNIVERSITY, ConversionWay::OwnUse));
		}
		let kept = Trials::clock(PATENT).conversions;
		assert!(kept.iter().all(|conversion| conversion.entry != Some(first)));
		assert!(!is_idle());
	});
}

fn decline(by: u32) -> sp_runtime::DispatchResult {
	let (reason, document) = (DeclineReason::Negotiating, digest(2));
	Trials::decline_pool(key(by), PATENT, reason, document, None)
}

/// R21: the holder says why not, and the list says so.
#[test]
fn decline_pool_should_stand_on_the_list() {
	Ledger::new().idle().build_and_execute(|| {
		assert_ok!(decline(UNIVERSITY));
		let item = Trials::idle_page(member(AUDITOR), None, 10).unwrap().items[0];
		assert_eq!(item.declined.unwrap().reason, DeclineReason::Negotiating);
		assert_eq!(item.declined.unwrap().by, member(UNIVERSITY));
		let enrolled = EntryTerms { reason: EntryReason::Idle, ..terms() };
		entered(enrolled);
		assert!(Declinations::<Test>::get(PATENT).is_none());
	});
}

/// R21.
#[test]
fn decline_pool_should_fail_when_it_is_not_idle_or_in_the_pool() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(decline(UNIVERSITY), Error::<Test>::NotIdle);
	});
	Ledger::new().idle().build_and_execute(|| {
		entered(terms());
		assert_noop!(decline(UNIVERSITY), Error::<Test>::NotIdle);
	});
}

/// R21: enrolled, it leaves the list; out of the pool, it is back.
#[test]
fn idle_page_should_leave_out_what_is_in_the_pool() {
	Ledger::new().idle().build_and_execute(|| {
		let listed = || Trials::idle_page(member(AUDITOR), None, 10).unwrap().items.len();
		assert_eq!(listed(), 1);
		entered(terms());
		assert_eq!(listed(), 0);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		assert_eq!(listed(), 1);
	});
}

/// R21: for members that may audit.
#[test]
fn idle_page_should_fail_when_the_reader_may_not_audit() {
	Ledger::new().idle().build_and_execute(|| {
		for other in [UNIVERSITY, OPERATOR, COURT] {
			assert_eq!(Trials::idle_page(member(other), None, 10), Err(NOT_CAPABLE));
		}
	});
}

/// R21: pages with a cursor, each of a bounded walk; none is left out, none comes twice.
#[test]
fn idle_page_should_walk_in_pages() {
	let ledger = Ledger::new().idle();
	let other = Ledger::new().idle();
	ledger.build_and_execute(|| {
		for id in [2, 5, 6, 9] {
			other.register(AchievementId(id));
		}
		let (mut after, mut found, mut pages) = (None, Vec::new(), 0);
		loop {
			let page = Trials::idle_page(member(AUDITOR), after, 2).unwrap();
			assert!(page.items.len() <= 2);
			found.extend(page.items.iter().map(|item| item.achievement.0));
			pages += 1;
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		assert_eq!(found, [1, 2, 5, 6, 9]);
		assert_eq!(pages, 5);
	});
}

#[test]
fn idle_page_should_be_empty_when_nothing_is_registered() {
	Ledger::new().build_and_execute(|| {
		HighestRegistered::<Test>::kill();
		let page = Trials::idle_page(member(AUDITOR), None, 10).unwrap();
		assert_eq!((page.items.len(), page.next), (0, None));
	});
}
