//! Every call of this project's pallets, with arguments that come as far as the question who may make
//! it, and the answer.

mod conversion;

use super::{records::*, *};
use pallet_achievements::{
	types::{BulkMode as RegisterMode, BundleId, Evidence},
	Call as Achievements,
};
use pallet_consortium::{
	types::{BulkMode, Document, Quota, SuccessionCause},
	Call as Members,
};
use pallet_rights::{Behalf, Call as Rights, Obstacles};
use pallet_statutes::Call as Statutes;
use quanqi_title::{Agreement, ConsentRole, Correction, EndReason, HoldTarget};
use quanqi_types::{
	AchievementId, BoundedVec, ExclusionClass, Force, MandateId, OfficialStatus, Period, RuleId,
	Scope, Shares, StatuteStatus, StatuteValue, StatuteVersion, UseForm, WHOLE_PPM,
};

/// Who may make a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Who {
	/// The council, at the threshold for members and statutes.
	Council,
	/// The council, at the threshold for enactments.
	EnactingCouncil,
	/// Any signer.
	Anyone,
	/// Any live key of an active member.
	AnyKey,
	/// A key with this permission.
	Key(Permission),
	/// A key with this permission, of a member with this capability.
	Able(Permission, Capability),
	/// A key with authority of a member that adjudicates or relays orders.
	MayHold,
	/// The council, or a key with authority of a member that adjudicates.
	Decider,
	/// A key that may dispose of a party, or one with authority of a member that attests.
	OneOfTwo,
}

/// Registered, wholly Alice's.
const OWN: AchievementId = AchievementId(1);
/// Registered, Alice's and Bob's; a transfer to Bob waits for consents in request 0.
const SHARED: AchievementId = AchievementId(2);
/// Disclosed by Alice, waiting for Bob.
const DISCLOSED: AchievementId = AchievementId(3);

/// What the calls are about: achievements, a request, a mandate, a grant, a trial, contracts. Alice's
/// university holds and owns; Charlie's is no party of anything, and Dave's of no achievement.
pub(crate) fn prepare() {
	assert_eq!(own_patent("A-1"), OWN);
	assert_eq!(shared_patent("A-2"), SHARED);
	let owners = [(ALICE, 500_000), (BOB, 500_000)];
	assert_eq!(submit(owned_by(patent(ALICE, "A-3"), &owners)), DISCLOSED);
	conversion::prepare_grant();
	agree_transfer(SHARED, BOB, 1).unwrap();
	call(Key::Alice, give_mandate()).unwrap();
	conversion::prepare_deals();
}

fn give_mandate() -> Members<Runtime> {
	Members::give_mandate {
		principal: ALICE,
		agent: BOB,
		permissions: permissions(&[Permission::Dispose]),
		until: in_days(30),
		document: digest(1),
	}
}

/// Every call with who may make it.
pub(crate) fn every_call() -> Vec<(Who, RuntimeCall)> {
	let council = consortium_by_council().into_iter().map(|call| (Who::Council, call.into()));
	let consortium = consortium_by_keys().into_iter().map(|(who, call)| (who, call.into()));
	let statutes = statutes().into_iter().map(|call| (Who::Council, call.into()));
	let achievements = achievements().into_iter().map(|(who, call)| (who, call.into()));
	let rights = rights_of_owners().into_iter().map(|(who, call)| (who, call.into()));
	let decided = rights_by_decision().into_iter().map(|(who, call)| (who, call.into()));
	let enact = Members::schedule_enactment { call: Box::new(remark()) };
	council
		.chain([(Who::EnactingCouncil, enact.into())])
		.chain(consortium)
		.chain(statutes)
		.chain(achievements)
		.chain(rights)
		.chain(decided)
		.chain(conversion::every_call())
		.collect()
}

/// A call that does nothing.
pub(crate) fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![1] }.into()
}

fn consortium_by_council() -> Vec<Members<Runtime>> {
	let application = institute(Key::Two, Capabilities::NONE);
	let applications = vec![application.clone()].try_into().unwrap();
	let mode = BulkMode::AllOrNone;
	let member = DAVE;
	let location = Location::Division(330_200);
	let validators = vec![ALICE, BOB, CHARLIE].try_into().unwrap();
	let capabilities = Capabilities::NONE;
	let account = Key::Two.to_account_id();
	vec![
		Members::admit { application },
		Members::admit_many { applications, mode },
		Members::rename { member, name: text("新名") },
		Members::change_registration { member, location, credit_code: Some(credit_code(90)) },
		Members::change_kind { member, kind: MemberKind::Hospital, state_established: true },
		Members::change_capabilities { member, capabilities, jurisdiction: None },
		Members::suspend { member },
		Members::reinstate { member },
		Members::expel { member },
		Members::set_seat { member, seated: false },
		Members::set_validators { validators },
		Members::cancel_enactment { enactment: 1 },
		Members::set_quota { quota: Quota { window_blocks: 61, ..Quota::default() } },
		Members::reset_keys { member, account },
		Members::replace_sponsor { member, sponsor: BOB },
	]
}

fn consortium_by_keys() -> Vec<(Who, Members<Runtime>)> {
	let application = Application {
		kind: MemberKind::Enterprise,
		state_established: false,
		..institute(Key::Two, Capabilities::NONE)
	};
	let applications = vec![application.clone()].try_into().unwrap();
	let account = Key::Two.to_account_id();
	let approve = permissions(&[Permission::Approve]);
	let sponsor = Who::Able(Permission::Sponsor, Capability::Sponsor);
	let full = Who::Key(Permission::Full);
	let decision = || Document { number: text("判 1"), digest: digest(2) };
	let mode = BulkMode::AllOrNone;
	let call_weight_limit = frame_support::weights::Weight::MAX;
	vec![
		(Who::AnyKey, Members::enact { enactment: 1, call_weight_limit }),
		(sponsor, Members::sponsor { application }),
		(sponsor, Members::sponsor_many { applications, mode }),
		(sponsor, Members::offer_sponsorship { member: BOB, to: None }),
		(sponsor, Members::accept_sponsorship { member: BOB }),
		(full, Members::add_key { account: account.clone(), permissions: approve }),
		(full, Members::revoke_key { account: account.clone() }),
		(full, Members::set_key_permissions { account, permissions: approve }),
		(Who::Key(Permission::Seat), Members::act_as_seat { call: Box::new(remark()) }),
		(full, Members::set_node_ids { node_ids: BoundedVec::new() }),
		(full, give_mandate()),
		(full, Members::revoke_mandate { mandate: MandateId(1) }),
		(
			Who::Decider,
			Members::appoint_administrator {
				member: ALICE,
				administrator: BOB,
				decision: decision(),
			},
		),
		(Who::Decider, Members::remove_administrator { member: ALICE }),
		(
			Who::Decider,
			Members::record_succession {
				member: ALICE,
				successor: BOB,
				cause: SuccessionCause::Merger,
				decision: decision(),
			},
		),
	]
}

/// A version of the council's threshold that begins tomorrow.
pub(crate) fn version(value: StatuteValue, effective_from: Moment) -> StatuteVersion {
	StatuteVersion {
		effective_from,
		value,
		force: Force::Binding,
		status: StatuteStatus::LocalDefault,
		citation: text("章程 1"),
		citation_digest: None,
	}
}

fn statutes() -> Vec<Statutes<Runtime>> {
	let version = version(StatuteValue::Ppm(700_000), in_days(1));
	let rule = RuleId::CouncilThreshold;
	let batch = vec![(RuleId::EnactThreshold, version.clone())].try_into().unwrap();
	vec![Statutes::set { rule, version }, Statutes::set_many { batch }]
}

fn achievements() -> Vec<(Who, Achievements<Runtime>)> {
	let mandate = None;
	let submission = || owned_by(patent(ALICE, "A-9"), &[(ALICE, WHOLE_PPM)]);
	let register = Who::Able(Permission::Register, Capability::Register);
	let attest = Who::Able(Permission::Authority, Capability::AttestRegister);
	let adjudicate = Who::Able(Permission::Authority, Capability::Adjudicate);
	let writes = Who::Key(Permission::Register);
	let disposes = Who::Key(Permission::Dispose);
	let act = || act_of_office(OWN, OfficialStatus::Lapsed, date(2026, 11, 1));
	let submissions = vec![submission()].try_into().unwrap();
	let attestations = vec![act()].try_into().unwrap();
	let mode = RegisterMode::AllOrNone;
	let achievement = OWN;
	let bundle = vec![OWN, SHARED].try_into().unwrap();
	vec![
		(register, Achievements::register { submission: Box::new(submission()), mandate }),
		(register, Achievements::register_bulk { submissions, mode, mandate }),
		(writes, Achievements::confirm { achievement: DISCLOSED, owner: BOB, mandate }),
		(writes, Achievements::withdraw_disclosure { achievement: DISCLOSED, mandate }),
		(attest, Achievements::attest_status { attestation: act() }),
		(attest, Achievements::attest_status_bulk { attestations, mode }),
		(
			adjudicate,
			Achievements::set_exclusion {
				achievement,
				class: ExclusionClass::Defence,
				review_on: date(2027, 11, 21),
			},
		),
		(adjudicate, Achievements::lift_exclusion { achievement }),
		(
			writes,
			Achievements::add_evidence {
				achievement,
				evidence: Evidence { digest: digest(3), label: text("报告") },
				mandate,
			},
		),
		(
			writes,
			Achievements::add_identifier { achievement, identifier: internal(ALICE, "B"), mandate },
		),
		(
			writes,
			Achievements::publish_title { achievement, salt: [0; 32], text: text("名"), mandate },
		),
		(disposes, Achievements::retire { achievement, mandate }),
		(disposes, Achievements::take_back_retirement { achievement, mandate }),
		(adjudicate, Achievements::void { achievement, document: text("判 2"), digest: digest(4) }),
		(writes, Achievements::link_family { achievement, relative: SHARED, mandate }),
		(writes, Achievements::unlink_family { achievement, mandate }),
		(writes, Achievements::create_bundle { label: text("包"), bundle, mandate }),
		(writes, Achievements::dissolve_bundle { bundle: BundleId(0), mandate }),
		(
			adjudicate,
			Achievements::change_holder {
				achievement,
				holder: BOB,
				document: text("判 3"),
				digest: digest(5),
			},
		),
	]
}

/// Calls that owners, holders and whoever is asked make for themselves.
fn rights_of_owners() -> Vec<(Who, Rights<Runtime>)> {
	let (achievement, mandate, decision) = (OWN, None, None);
	let obstacles = Obstacles::Refuse;
	let terms = Box::new(licence(UseForm::Ordinary, BOB));
	let period = Period { from: start(), until: Some(in_days(30)) };
	let agreement = Agreement { lines: BoundedVec::new(), digest: digest(7) };
	let (to, ppm, behalf, request) = (BOB, 1, Behalf::Own, 0);
	let reason = EndReason::Surrendered;
	let disposes = vec![
		Rights::agree_transfer { achievement, to, ppm, mandate },
		Rights::cancel_transfer { achievement, agreed: 1, decision: decision.clone(), mandate },
		Rights::transfer_now { achievement, agreed: None, to, ppm, mandate },
		Rights::grant_use { achievement, terms, obstacles, mandate },
		Rights::transfer_use { achievement, right: 1, to, ppm, mandate },
		Rights::divide_use { achievement, right: 1, holders: Shares::single(BOB), mandate },
		Rights::end_use { achievement, right: 1, reason, decision: decision.clone(), mandate },
		Rights::pledge {
			achievement,
			pledgee: BOB,
			target: HoldTarget::Share(ALICE),
			ppm,
			secured: Commitment([1; 32]),
			until: None,
			mandate,
		},
		Rights::release_pledge { achievement, pledge: 1, decision: decision.clone(), mandate },
		Rights::reserve {
			achievement,
			beneficiary: BOB,
			scope: Box::new(Scope::everything()),
			period,
			obstacles,
			mandate,
		},
		Rights::end_reservation { achievement, reservation: 1, decision, mandate },
		Rights::set_agreement { achievement, agreement, mandate },
		Rights::consent { request, role: ConsentRole::CoOwner, behalf },
		Rights::waive { request, behalf },
		Rights::refuse { request, role: ConsentRole::CoOwner, behalf },
		Rights::withdraw { request, mandate },
	];
	let anyone = [Rights::poke { request }, Rights::close_due { achievement }];
	let disposes = disposes.into_iter().map(|call| (Who::Key(Permission::Dispose), call));
	disposes.chain(anyone.map(|call| (Who::Anyone, call))).collect()
}

/// Calls of authorities.
fn rights_by_decision() -> Vec<(Who, Rights<Runtime>)> {
	let (achievement, mandate) = (OWN, None);
	let office_number = || text("国知发 2");
	let office_date = start();
	let order = || document("裁 1");
	let decision = Some(document("裁 2"));
	let attest = Who::Able(Permission::Authority, Capability::AttestRegister);
	let decide = Who::Able(Permission::Authority, Capability::Adjudicate);
	let correction = Box::new(Correction {
		corrects: 0,
		owners: Some(Shares::single(BOB)),
		ends_right: None,
		right: None,
		status: None,
	});
	let reason = EndReason::Decided;
	let achievements = vec![OWN].try_into().unwrap();
	vec![
		(
			attest,
			Rights::attest_transfer {
				achievement,
				agreed: 1,
				office_number: office_number(),
				office_date,
			},
		),
		(attest, Rights::attest_pledge { request: 0, office_number: office_number(), office_date }),
		(
			Who::MayHold,
			Rights::hold { achievement, target: HoldTarget::Whole, until: None, order: order() },
		),
		(Who::MayHold, Rights::renew_hold { achievement, hold: 1, until: None, order: order() }),
		(Who::MayHold, Rights::lift_hold { achievement, hold: 1, order: order() }),
		(
			decide,
			Rights::succeed {
				from: ALICE,
				heirs: Shares::single(BOB),
				achievements,
				decision: order(),
			},
		),
		(decide, Rights::correct { achievement, correction, decision: order() }),
		(
			decide,
			Rights::cancel_transfer { achievement, agreed: 1, decision: decision.clone(), mandate },
		),
		(
			decide,
			Rights::end_use { achievement, right: 1, reason, decision: decision.clone(), mandate },
		),
		(
			decide,
			Rights::release_pledge { achievement, pledge: 1, decision: decision.clone(), mandate },
		),
		(decide, Rights::end_reservation { achievement, reservation: 1, decision, mandate }),
	]
}
