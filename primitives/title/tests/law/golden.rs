//! Golden bytes: encodings of rules version 1 are for ever. A change here breaks every certificate.

use crate::world::*;
use codec::{Decode, Encode};
use quanqi_title::*;
use quanqi_types::*;

include!("golden_bytes.rs");

fn hex(bytes: &[u8]) -> String {
	bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
	let digits: Vec<u32> = hex.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
	digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
}

/// One of every act, with every optional part there at least once.
fn acts() -> Vec<Act> {
	let dated = UseGrant {
		basis: UseBasis::Sublicence(3),
		scope: scope("330000", Acts::MAKE),
		period: period(2_000, 3_000),
		replaces: Some(4),
		..subject_to(licence(UseForm::Sole), &[5, 6])
	};
	let Act::Registered(mut first) =
		registration(AchievementKind::PlantVariety, &[(UNIT, 600_000), (PARTNER, 400_000)])
	else {
		unreachable!()
	};
	first.pre_emption.try_push((member(COMPLETER), PreEmption::Commissioner)).unwrap();
	let line = AgreementLine {
		act: ConsentAct::Pledge,
		rule: ConsentRule::Threshold(500_000),
		deemed_after: Some(Term::new(30, TermUnit::WorkingDay)),
	};
	let correction = Correction {
		corrects: 1,
		owners: Some(whole(UNIT)),
		ends_right: Some(2),
		right: Some((3, licence(UseForm::Exclusive))),
		status: Some((OfficialStatus::PartlyInvalidated, Some(Moment(END)))),
	};
	vec![
		Act::Registered(first),
		status(OfficialStatus::Restored),
		sale(UNIT, BUYER, 250_000),
		Act::TransferCancelled { agreed: 3 },
		effect(3, UNIT, BUYER, 250_000),
		grant(dated),
		Act::UseTransferred { right: 5, from: member(LICENSEE), to: member(RIVAL), ppm: 1 },
		Act::UseDivided { right: 5, holders: shares(&[(LICENSEE, 1), (RIVAL, 999_999)]) },
		end(5, EndReason::Rescinded),
		pledge(UNIT, HoldTarget::Whole, WHOLE_PPM, 9_000),
		Act::PledgeReleased { pledge: 9 },
		Act::Held { target: share_of(UNIT), until: Some(Moment(8_000)), renews: Some(7) },
		Act::HoldLifted { hold: 11 },
		pool(2_000, 3_000),
		Act::PoolLeft,
		reserve(RIVAL, 2_000, 3_000),
		Act::ReservationEnded { reservation: 15 },
		Act::AgreementSet(Agreement {
			lines: vec![line].try_into().unwrap(),
			digest: Digest::Sha256([3; 32]),
		}),
		Act::Succeeded { from: member(UNIT), heirs: whole(RIVAL) },
		Act::Corrected(Box::new(correction)),
		Act::Retired { voided: true },
	]
}

/// An entry with every part, and a title with one record of every kind.
fn full() -> (Entry, Title) {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Ordinary));
	world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	world.act(pledge(UNIT, share_of(UNIT), 100_000, 9_000)).office().willing().ok();
	world.act(hold(HoldTarget::UseRight(1), 9_000)).decided().ok();
	world.act(pool(2_000, 3_000)).willing().ok();
	world.act(reserve(RIVAL, 5_000, 6_000)).willing().ok();
	let agreement = Agreement { lines: BoundedVec::new(), digest: Digest::Blake2b256([4; 32]) };
	world.act(Act::AgreementSet(agreement)).willing().ok();
	let draft = world.act(sale(PARTNER, RIVAL, 1)).office().under_mandate(UNIT, OFFICE + 1);
	let entry = Entry::V1(draft.silent(PARTNER, ConsentRole::CoOwner).willing().body.clone());
	(entry, world.title.unwrap())
}

#[test]
fn every_act_should_keep_its_bytes() {
	let acts = acts();
	for (index, act) in acts.iter().enumerate() {
		assert_eq!(usize::from(act.encode()[0]), index, "acts come in the order of their indices");
		assert_eq!(hex(&act.encode()), ACTS[index], "{act:?}");
		assert_eq!(&Act::decode(&mut &bytes(ACTS[index])[..]).unwrap(), act);
	}
	assert_eq!(acts.len(), ACTS.len());
}

#[test]
fn entry_title_and_head_should_keep_their_bytes() {
	let (entry, title) = full();
	assert_eq!(hex(&entry.encode()), ENTRY);
	assert_eq!(Entry::decode(&mut &bytes(ENTRY)[..]).unwrap(), entry);
	assert_eq!(hex(&title.encode()), TITLE);
	assert_eq!(Title::decode(&mut &bytes(TITLE)[..]).unwrap(), title);
	let link = history_hash(&genesis_history_hash(&[9; 32], AchievementId(42)), &entry);
	assert_eq!(hex(&Head::new(link, &title).encode()), HEAD);
}

#[test]
fn entry_of_an_unknown_version_should_not_decode() {
	let mut unknown = bytes(ENTRY);
	unknown[0] = 2;
	assert!(Entry::decode(&mut &unknown[..]).is_err());
}

#[test]
fn causes_roles_ends_and_reasons_should_keep_their_indices() {
	let causes = [
		Cause::Declaration,
		Cause::Grant(GrantId(1)),
		Cause::Trial(TrialId(1)),
		Cause::Contract(ContractId(1)),
		decided_by(COURT),
		Cause::Office(Text::new("1").unwrap()),
		Cause::Due,
	];
	assert!(causes.iter().enumerate().all(|(index, cause)| cause.encode()[0] as usize == index));
	assert_eq!(ConsentRole::Holder.encode(), [6]);
	assert_eq!(EndReason::Rescinded.encode(), [5]);
	assert_eq!(Rule::T12.encode(), [12]);
	for (index, reason) in Reason::ALL.iter().enumerate() {
		assert_eq!(reason.encode(), [index as u8]);
	}
}
