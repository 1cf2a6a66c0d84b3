//! Achievements, and steps in their titles, as the tests need them.

use super::*;
use pallet_achievements::types::{Attestation, Declaration, Funding, Submission, TitleText};
use pallet_rights::{Behalf, DecisionDocument, Obstacles, RequestId};
use quanqi_runtime::Rights;
use quanqi_title::{ConsentRole, Entry, TitleBody, UseBasis, UseGrant};
use quanqi_types::{
	AchievementId, AchievementKind, BoundedVec, Digest, Identifier, IdentifierScheme,
	OfficialStatus, Period, Ppm, Scope, ShareBasis, ShareLine, Shares, UseForm, WHOLE_PPM,
};

pub(crate) fn text<const N: u32>(words: &str) -> Text<N> {
	Text::new(words).unwrap()
}

pub(crate) fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

/// An internal number of a unit.
pub(crate) fn internal(issuer: MemberId, number: &str) -> Identifier {
	Identifier::new(IdentifierScheme::Internal, *b"CN", Some(issuer), number).unwrap()
}

/// A service invention of a unit, filed on 1 March 2025, without completers.
pub(crate) fn application(holder: MemberId, number: &str) -> Declaration {
	Declaration {
		kind: AchievementKind::PatentApplication,
		title: TitleText::Open(text("一种图像处理方法")),
		identifiers: vec![internal(holder, number)].try_into().unwrap(),
		classifications: BoundedVec::new(),
		funding: Funding::Own,
		service: true,
		completers: BoundedVec::new(),
		contributions: None,
		completed: Some(date(2024, 12, 31)),
		filed: Some(date(2025, 3, 1)),
		status: OfficialStatus::Filed,
		evidence: BoundedVec::new(),
	}
}

/// The same, granted.
pub(crate) fn patent(holder: MemberId, number: &str) -> Declaration {
	Declaration {
		kind: AchievementKind::InventionPatent,
		status: OfficialStatus::Granted,
		..application(holder, number)
	}
}

pub(crate) fn owned_by(declaration: Declaration, parts: &[(MemberId, Ppm)]) -> Submission {
	let lines = parts.iter().map(|(member, ppm)| ShareLine { member: *member, ppm: *ppm });
	let owners = lines.collect::<Vec<_>>().try_into().unwrap();
	Submission { declaration, owners, basis: ShareBasis::Agreed }
}

pub(crate) fn shares(parts: &[(MemberId, Ppm)]) -> Shares {
	let lines = parts.iter().map(|(member, ppm)| ShareLine { member: *member, ppm: *ppm });
	Shares::new(lines, ShareBasis::Agreed).unwrap()
}

/// Registers as Alice's university.
pub(crate) fn submit(submission: Submission) -> AchievementId {
	let submission = Box::new(submission);
	call(Key::Alice, pallet_achievements::Call::register { submission, mandate: None }).unwrap();
	AchievementId(pallet_achievements::NextId::<Runtime>::get() - 1)
}

pub(crate) fn confirm(key: Key, achievement: AchievementId, owner: MemberId) -> DispatchResult {
	call(key, pallet_achievements::Call::confirm { achievement, owner, mandate: None })
}

/// A granted patent of Alice's university alone.
pub(crate) fn own_patent(number: &str) -> AchievementId {
	submit(owned_by(patent(ALICE, number), &[(ALICE, WHOLE_PPM)]))
}

/// A granted patent, 60 % Alice's and 40 % Bob's.
pub(crate) fn shared_patent(number: &str) -> AchievementId {
	let owners = [(ALICE, 600_000), (BOB, 400_000)];
	let achievement = submit(owned_by(patent(ALICE, number), &owners));
	confirm(Key::Bob, achievement, BOB).unwrap();
	achievement
}

/// An office's act of this day.
pub(crate) fn act_of_office(
	achievement: AchievementId,
	status: OfficialStatus,
	legal_date: Date,
) -> Attestation {
	Attestation {
		achievement,
		status,
		legal_date,
		document: text("国知发 1"),
		becomes: None,
		filed: None,
		protection_until: None,
	}
}

pub(crate) fn document(number: &str) -> DecisionDocument {
	DecisionDocument { document: text(number), digest: digest(7) }
}

pub(crate) fn title(achievement: AchievementId) -> TitleBody {
	Rights::title_view(achievement).unwrap().title.body().clone()
}

/// A licence everywhere for a year from the first block, by Alice's university.
pub(crate) fn licence(form: UseForm, holder: MemberId) -> UseGrant {
	UseGrant {
		grantor: ALICE,
		form,
		basis: UseBasis::Licence,
		holders: Shares::single(holder),
		scope: Scope::everything(),
		period: Period { from: start(), until: Some(in_days(365)) },
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

pub(crate) fn in_days(days: u64) -> Moment {
	Moment(start().0 + days * DAY_MS)
}

pub(crate) fn grant_use(achievement: AchievementId, terms: UseGrant) -> DispatchResult {
	let obstacles = Obstacles::Refuse;
	let terms = Box::new(terms);
	call(
		Key::Alice,
		pallet_rights::Call::grant_use { achievement, terms, obstacles, mandate: None },
	)
}

pub(crate) fn agree_transfer(achievement: AchievementId, to: MemberId, ppm: Ppm) -> DispatchResult {
	call(Key::Alice, pallet_rights::Call::agree_transfer { achievement, to, ppm, mandate: None })
}

pub(crate) fn last_request() -> RequestId {
	pallet_rights::NextRequest::<Runtime>::get() - 1
}

/// Whom the last request waits for.
pub(crate) fn missing() -> Vec<(MemberId, ConsentRole)> {
	let request = Rights::request_view(last_request()).expect("the request is open");
	request.missing.iter().map(|missing| (missing.member, missing.role)).collect()
}

/// Agrees to the last request in one's own name.
pub(crate) fn consent(key: Key, role: ConsentRole) -> DispatchResult {
	let request = last_request();
	call(key, pallet_rights::Call::consent { request, role, behalf: Behalf::Own })
}

/// A refusal of the law of titles that names a number.
macro_rules! law {
	($rule:ident, $reason:ident, $with:expr) => {
		pallet_rights::Error::<quanqi_runtime::Runtime>::$rule(
			pallet_rights::Why(quanqi_title::Reason::$reason),
			pallet_rights::ShortRef::new(Some($with)),
		)
	};
}
pub(crate) use law;

pub(crate) fn owned(achievement: AchievementId, member: MemberId) -> Ppm {
	title(achievement).owners.part_of(member)
}

/// Every entry of a history, page by page.
pub(crate) fn history(achievement: AchievementId) -> Vec<Entry> {
	let mut history = Vec::new();
	loop {
		let from = u32::try_from(history.len()).unwrap();
		let page = Rights::history_page(achievement, from, u32::MAX);
		if page.is_empty() {
			return history;
		}
		history.extend(page);
	}
}

/// The stored title is the fold of the stored history, as a verifier would replay it.
pub(crate) fn assert_replays(achievement: AchievementId) {
	let history = history(achievement);
	let view = Rights::title_view(achievement).unwrap();
	let genesis = System::block_hash(0);
	let (title, head) = quanqi_title::replay(&genesis.0, &history).unwrap();
	assert_eq!((title, head), (view.title, view.head));
}

/// The number of the only transfer that is agreed.
pub(crate) fn agreed(achievement: AchievementId) -> u32 {
	match title(achievement).agreed_transfers.as_slice() {
		[agreed] => agreed.sequence,
		other => panic!("one transfer is agreed: {other:?}"),
	}
}

/// The office's registration of an agreed transfer, attested by Charlie's university.
pub(crate) fn attest_transfer(
	achievement: AchievementId,
	agreed: u32,
	office_date: Moment,
) -> DispatchResult {
	let office_number = text("国知发 3");
	call(
		Key::Charlie,
		pallet_rights::Call::attest_transfer { achievement, agreed, office_number, office_date },
	)
}
