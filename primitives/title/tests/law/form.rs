//! The form of entries: order, time, size, mandates, what they carry; histories and heads.

use crate::world::*;
use codec::{Encode, MaxEncodedLen};
use quanqi_title::*;
use quanqi_types::*;

const GENESIS: Hash256 = [9; 32];

fn form(reason: Reason, with: Option<u32>) -> (Rule, Reason, Option<u32>) {
	(Rule::Form, reason, with)
}

#[test]
fn first_entry_should_be_a_registration_and_only_the_first() {
	let refused = World::empty().act(pool(START, 0)).without_statutes().refused();
	assert_eq!(refused, form(Reason::NotRegisteredFirst, None));
	let again = registration(AchievementKind::Design, &[(UNIT, WHOLE_PPM)]);
	let refused = World::patent().act(again.clone()).willing().refused();
	assert_eq!(refused, form(Reason::AlreadyRegistered, None));
	let late = World::empty().act(again).edit(|body| body.sequence = 1).refused();
	assert_eq!(late, form(Reason::WrongSequence, None));
}

#[test]
fn entry_should_be_refused_when_its_number_is_not_the_next() {
	for number in [0, 2] {
		let mut world = World::patent();
		let draft = world.act(sale(UNIT, BUYER, 1)).willing();
		let refused = draft.edit(|body| body.sequence = number).refused();
		assert_eq!(refused, form(Reason::WrongSequence, Some(1)));
	}
}

#[test]
fn entry_should_be_refused_when_time_goes_back() {
	let mut world = World::patent();
	let refused = world.at(START - 1).act(sale(UNIT, BUYER, 1)).willing().refused();
	assert_eq!(refused, form(Reason::TimeGoesBack, None));
	world.at(START).act(sale(UNIT, BUYER, 1)).willing().ok();
}

#[test]
fn entry_should_be_refused_when_its_legal_date_is_still_to_come() {
	let mut world = World::patent();
	let date = LegalDate { moment: Moment(START + 1), attested_by: member(OFFICE) };
	let draft = world.act(sale(UNIT, BUYER, 1)).willing();
	let refused = draft.edit(|body| body.legal_date = Some(date)).refused();
	assert_eq!(refused, form(Reason::LegalDateInFuture, None));
}

#[test]
fn entry_should_be_refused_when_a_consent_or_statute_is_repeated() {
	let mut world = World::patent();
	let role = ConsentRole::Recipient;
	let refused =
		world.act(sale(UNIT, BUYER, 1)).consent(BUYER, role).silent(BUYER, role).refused();
	assert_eq!(refused, form(Reason::RepeatedConsent, Some(BUYER)));
	let rule = RuleId::OrdinaryBesideSole;
	let draft = world.act(sale(UNIT, BUYER, 1)).statute(rule, StatuteValue::Flag(true));
	let refused = draft.statute(rule, StatuteValue::Flag(false)).refused();
	assert_eq!(refused, form(Reason::RepeatedStatute, None));
}

#[test]
fn entry_should_be_refused_when_a_statute_governs_only_later() {
	let mut world = World::patent();
	let refused = world
		.act(sale(UNIT, BUYER, 1))
		.willing()
		.edit(|body| body.statutes[0].effective_from = Moment(START + 1))
		.refused();
	assert_eq!(refused, form(Reason::StatuteNotInForce, None));
}

#[test]
fn entry_should_be_refused_when_a_document_number_is_no_text() {
	let mut world = World::patent();
	let garbage = Text(vec![0xff].try_into().unwrap());
	let draft = world.act(status(OfficialStatus::Lapsed)).cause(Cause::Office(garbage.clone()));
	assert_eq!(draft.refused(), form(Reason::WrongText, None));
	let decision =
		DecisionRef { authority: member(COURT), document: garbage, digest: Digest::Sm3([0; 32]) };
	let draft = world.act(hold(HoldTarget::Whole, 0)).cause(Cause::Decision(decision));
	assert_eq!(draft.refused(), form(Reason::WrongText, None));
}

#[test]
fn entry_should_be_refused_when_time_is_its_cause_but_nothing_is_due() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Ordinary));
	for act in [sale(UNIT, BUYER, 1), end(right, EndReason::Expired), Act::PoolLeft] {
		let refused = world.act(act).willing().cause(Cause::Due).refused();
		assert_eq!(refused, form(Reason::CauseUnfit, None));
	}
}

#[test]
fn mandate_should_serve_unless_the_agent_is_a_party_or_its_own_principal() {
	let mut world = World::patent();
	let act = || sale(UNIT, BUYER, 1);
	for agent in [UNIT, BUYER] {
		let refused = world.act(act()).under_mandate(UNIT, agent).willing().refused();
		assert_eq!(refused, form(Reason::AgentIsParty, Some(agent)));
	}
	world.act(act()).under_mandate(UNIT, PARTNER).willing().ok();
}

#[test]
fn consent_under_mandate_should_be_refused_when_the_agent_is_a_party() {
	let mut world = World::joint_patent();
	let draft = world.act(sale(UNIT, BUYER, 1)).willing();
	let refused = draft.edit(|body| {
		for consent in body.consents.iter_mut().filter(|c| c.role == ConsentRole::CoOwner) {
			consent.mandate = Some(MandateRef { id: MandateId(1), agent: member(BUYER) });
		}
	});
	assert_eq!(refused.refused(), form(Reason::AgentIsParty, Some(BUYER)));
}

#[test]
fn teams_representative_should_accept_for_fellow_holders_of_one_use_right() {
	let mut world = World::patent();
	let holders = shares(&[(LICENSEE, 500_000), (COMPLETER, 500_000)]);
	let terms = UseGrant { holders, ..licence(UseForm::Ordinary) };
	let accept = |agent| {
		move |body: &mut EntryBody| {
			for consent in body.consents.iter_mut().filter(|c| c.member == member(COMPLETER)) {
				consent.mandate = Some(MandateRef { id: MandateId(1), agent: member(agent) });
			}
		}
	};
	let refused = world.act(grant(terms.clone())).willing().edit(accept(UNIT)).refused();
	assert_eq!(refused, form(Reason::AgentIsParty, Some(UNIT)));
	world.act(grant(terms)).willing().edit(accept(LICENSEE)).ok();
}

#[test]
fn entry_should_be_refused_when_it_is_larger_than_its_bound() {
	let mut world = World::patent();
	let prior: Vec<u32> = (0..64).collect();
	let territories: Vec<Territory> =
		(0..26).map(|n| Territory::Country([b'A' + n, b'A'])).collect();
	let large = UseGrant {
		scope: Scope {
			territories: Territories::Only(territories.try_into().unwrap()),
			..everything()
		},
		holders: Shares::equal((1..=64).map(member)).unwrap(),
		..subject_to(licence(UseForm::Ordinary), &prior)
	};
	let draft = world.act(grant(large)).edit(|body| {
		let mandate = Some(MandateRef { id: MandateId(1), agent: member(OFFICE) });
		for id in 0..192 {
			let role = ConsentRole::PreEmption;
			let consent = Consent { member: member(id), role, deemed: true, mandate };
			body.consents.try_push(consent).unwrap();
		}
	});
	assert!(draft.body.encoded_size() > Entry::max_encoded_len());
	assert_eq!(draft.without_statutes().refused(), form(Reason::EntryTooLarge, None));
}

#[test]
fn title_should_be_refused_when_it_would_be_larger_than_its_bound() {
	let mut world = World::patent();
	let many = |n: u32| Shares::equal((1_000 + n..1_064 + n).map(member)).unwrap();
	let refused = (0..80)
		.find_map(|_| {
			let terms = UseGrant { holders: many(0), ..licence(UseForm::Ordinary) };
			let draft = world.act(grant(terms.clone())).willing();
			let entry = Entry::V1(draft.body.clone());
			let before = world.title.clone();
			match Title::apply(before.as_ref(), &entry) {
				Ok(title) => {
					assert!(title.encoded_size() <= Title::max_encoded_len());
					world.title = Some(title);
					None
				}
				Err(refusal) => Some(refusal),
			}
		})
		.expect("64 holders a time fill a title");
	assert_eq!(refused, Refusal::new(Rule::Form, Reason::TitleTooLarge));
}

#[test]
fn records_should_be_refused_when_there_are_as_many_as_fit() {
	let mut world = World::patent();
	for _ in 0..16 {
		world.act(hold(HoldTarget::Whole, 0)).decided().ok();
	}
	let refused = world.act(hold(HoldTarget::Whole, 0)).decided().refused();
	assert_eq!(refused, form(Reason::TooManyRecords, None));
}

#[test]
fn refusal_should_read_as_a_sentence_with_rule_and_record() {
	let conflict = Refusal::with(Rule::T4, Reason::ExclusiveInTheWay, 7);
	assert_eq!(conflict.to_string(), "T4: an exclusive right stands in the way (entry 7)");
	let consent = Refusal::with(Rule::T8, Reason::ConsentMissing, 3);
	assert_eq!(consent.to_string(), "T8: a co-owner's consent is missing (member 3)");
	let bare = Refusal::new(Rule::T12, Reason::NotLive);
	assert_eq!(bare.to_string(), "T12: the right is not live at the office");
}

#[test]
fn replay_should_arrive_at_the_same_title_and_head() {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Ordinary));
	world.act(sale(UNIT, BUYER, 1)).willing().ok();
	let (title, head) = replay(&GENESIS, &world.entries).unwrap();
	assert_eq!(Some(&title), world.title.as_ref());
	let mut link = genesis_history_hash(&GENESIS, AchievementId(42));
	for entry in &world.entries {
		link = history_hash(&link, entry);
	}
	assert_eq!(head, Head::new(link, &title));
	assert_eq!((head.entries, head.status), (3, LedgerStatus::Registered));
	assert_eq!(head.title_hash, title_hash(&title));
}

#[test]
fn replay_should_refuse_when_an_entry_is_dropped_reordered_or_there_is_none() {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Ordinary));
	world.granted(rival(UseForm::Ordinary));
	let sequence = |expected| Refusal::with(Rule::Form, Reason::WrongSequence, expected);
	let dropped = [&world.entries[0], &world.entries[2]];
	assert_eq!(replay(&GENESIS, dropped), Err((1, sequence(1))));
	let swapped = [&world.entries[0], &world.entries[2], &world.entries[1]];
	assert_eq!(replay(&GENESIS, swapped), Err((1, sequence(1))));
	let none = Refusal::new(Rule::Form, Reason::NotRegisteredFirst);
	assert_eq!(replay(&GENESIS, []), Err((0, none)));
	assert_eq!(replay(&GENESIS, &world.entries[1..]), Err((0, none)));
}

#[test]
fn history_hash_should_differ_by_chain_achievement_and_entry() {
	let one = genesis_history_hash(&GENESIS, AchievementId(1));
	assert_ne!(one, genesis_history_hash(&[8; 32], AchievementId(1)));
	assert_ne!(one, genesis_history_hash(&GENESIS, AchievementId(2)));
	let world = World::patent();
	assert_ne!(history_hash(&one, &world.entries[0]), one);
}

#[test]
fn json_should_round_trip_titles_and_entries() {
	let mut world = World::joint_patent();
	world.granted(subject_to(licence(UseForm::Ordinary), &[]));
	world.act(hold(HoldTarget::Whole, 0)).decided().ok();
	let text = serde_json::to_string(&world.title).unwrap();
	assert_eq!(serde_json::from_str::<Option<Title>>(&text).unwrap(), world.title);
	let text = serde_json::to_string(&world.entries).unwrap();
	assert_eq!(serde_json::from_str::<Vec<Entry>>(&text).unwrap(), world.entries);
}

#[test]
fn entry_should_be_refused_when_the_history_is_full() {
	let mut world = World::patent();
	let Some(Title::V1(body)) = &mut world.title else { unreachable!() };
	body.entries = bounds::MAX_ENTRIES;
	let refused = world.act(sale(UNIT, BUYER, 1)).willing().refused();
	assert_eq!(refused, form(Reason::HistoryFull, None));
}

/// A title with a licence and its sublicence, changed by hand as no entry could.
fn tampered(change: impl FnOnce(&mut TitleBody)) -> Result<(), Refusal> {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Exclusive));
	world.granted(sublicence(1, UseForm::Ordinary));
	let mut body = world.body().clone();
	assert_eq!(body.check(), Ok(()));
	change(&mut body);
	body.check()
}

#[test]
fn check_should_find_rights_out_of_order_or_above_an_older_one() {
	let swapped = tampered(|body| body.rights.as_mut().swap(0, 1));
	assert_eq!(swapped, Err(Refusal::with(Rule::T3, Reason::NoSuchRight, 1)));
	let upside_down = tampered(|body| {
		body.rights.iter_mut().for_each(|right| match right.sequence {
			1 => right.terms = sublicence(2, UseForm::Ordinary),
			_ => right.terms = licence(UseForm::Exclusive),
		})
	});
	assert_eq!(upside_down, Err(Refusal::with(Rule::T5, Reason::NoSuchParent, 1)));
}

#[test]
fn check_should_find_what_is_promised_or_pledged_twice() {
	let agreed = |sequence| AgreedTransfer {
		sequence,
		from: member(PARTNER),
		to: member(BUYER),
		ppm: 300_000,
		enforced: false,
	};
	let promised = tampered(|body| {
		body.agreed_transfers.try_push(agreed(3)).unwrap();
		body.agreed_transfers.try_push(agreed(4)).unwrap();
	});
	assert_eq!(promised, Err(Refusal::with(Rule::T2, Reason::AgreedTransferInTheWay, 3)));
	let pledge = Pledge {
		sequence: 5,
		pledgor: member(PARTNER),
		pledgee: member(BANK),
		target: share_of(PARTNER),
		ppm: 400_001,
		secured: Commitment([0; 32]),
		until: None,
	};
	let pledged = tampered(|body| body.pledges.try_push(pledge).unwrap());
	assert_eq!(pledged, Err(Refusal::with(Rule::T9, Reason::PledgeInTheWay, 5)));
}
