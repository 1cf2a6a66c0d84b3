//! In-memory stand-ins for neighbours. Accounts are plain numbers: account `n` is a full key of
//! member `n`; what a member may do is set by the test.

use crate::{
	AchievementFacts, Achievements, MemberFacts, MemberStatus, Members, NewNotice, NoticeFacts,
	NoticeOutcome, Notices, Statutes, Step, Titles,
};
use codec::Encode;
use frame_support::storage::unhashed;
use quanqi_title::{
	statutes_needed, Actor, Entry, EntryBody, MandateRef, Refusal, StatuteUsed, Title, TitleBody,
};
use quanqi_types::{
	AchievementId, Capability, Force, Location, MandateId, MemberId, MemberKind, Moment, NoticeId,
	Permission, RuleId, StatuteStatus, StatuteValue, StatuteVersion, Text, WorkingCalendar,
};
use sp_runtime::{DispatchError, DispatchResult};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

#[derive(Default)]
struct Club {
	members: BTreeMap<u32, MemberFacts>,
	capabilities: BTreeSet<(u32, Capability)>,
	mandates: BTreeMap<u64, (MemberId, MemberId)>,
	administrators: BTreeSet<(u32, u32)>,
	locations: BTreeMap<u32, Location>,
	jurisdictions: BTreeMap<u32, u32>,
	restricted: BTreeMap<u32, Vec<Permission>>,
}

/// The register of achievements in memory.
pub struct FakeAchievements;

impl FakeAchievements {
	/// Forgets every record.
	pub fn clear() {
		REGISTER.with_borrow_mut(BTreeMap::clear);
	}

	/// Enters a record, or replaces it.
	pub fn set(achievement: AchievementId, facts: AchievementFacts) {
		REGISTER.with_borrow_mut(|register| register.insert(achievement, facts));
	}
}

impl Achievements for FakeAchievements {
	fn facts(achievement: AchievementId) -> Option<AchievementFacts> {
		REGISTER.with_borrow(|register| register.get(&achievement).cloned())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(achievement: AchievementId, facts: AchievementFacts) {
		Self::set(achievement, facts);
	}
}

thread_local! {
	static REGISTER: RefCell<BTreeMap<AchievementId, AchievementFacts>> = RefCell::default();
	static CLUB: RefCell<Club> = RefCell::default();
	static STATUTES: RefCell<BTreeMap<RuleId, Vec<StatuteVersion>>> = RefCell::default();
}

/// A club of members in memory.
pub struct FakeMembers;

impl FakeMembers {
	/// Forgets everyone.
	pub fn clear() {
		CLUB.with_borrow_mut(|club| *club = Club::default());
	}

	/// Admits a member with no capability.
	pub fn admit(member: u32, kind: MemberKind, state_established: bool) {
		let facts =
			MemberFacts { kind, status: MemberStatus::Active, state_established, sponsor: None };
		CLUB.with_borrow_mut(|club| club.members.insert(member, facts));
	}

	/// Grants a capability.
	pub fn grant(member: u32, capability: Capability) {
		CLUB.with_borrow_mut(|club| club.capabilities.insert((member, capability)));
	}

	/// Changes the status of a member.
	pub fn set_status(member: u32, status: MemberStatus) {
		CLUB.with_borrow_mut(|club| {
			if let Some(facts) = club.members.get_mut(&member) {
				facts.status = status;
			}
		});
	}

	/// Names the sponsor of a member.
	pub fn set_sponsor(member: u32, sponsor: u32) {
		CLUB.with_borrow_mut(|club| {
			if let Some(facts) = club.members.get_mut(&member) {
				facts.sponsor = Some(MemberId(sponsor));
			}
		});
	}

	/// Says where a member is.
	pub fn set_location(member: u32, location: Location) {
		CLUB.with_borrow_mut(|club| club.locations.insert(member, location));
	}

	/// Says in which division a member registers contracts.
	pub fn set_jurisdiction(member: u32, division: u32) {
		CLUB.with_borrow_mut(|club| club.jurisdictions.insert(member, division));
	}

	/// Gives `agent` a mandate to act for `principal`.
	pub fn mandate(id: u64, principal: u32, agent: u32) {
		CLUB.with_borrow_mut(|club| {
			club.mandates.insert(id, (MemberId(principal), MemberId(agent)))
		});
	}

	/// Leaves a member's key these permissions only.
	pub fn restrict(member: u32, permissions: &[Permission]) {
		CLUB.with_borrow_mut(|club| club.restricted.insert(member, permissions.to_vec()));
	}

	/// Appoints an administrator.
	pub fn appoint_administrator(administrator: u32, member: u32) {
		CLUB.with_borrow_mut(|club| club.administrators.insert((administrator, member)));
	}
}

impl Members<u64> for FakeMembers {
	fn facts(member: MemberId) -> Option<MemberFacts> {
		CLUB.with_borrow(|club| club.members.get(&member.0).cloned())
	}

	fn member(who: &u64, permission: Permission) -> Result<MemberId, DispatchError> {
		let member =
			MemberId(u32::try_from(*who).map_err(|_| DispatchError::Other("not a member"))?);
		Self::ensure_active(member)?;
		let may = CLUB.with_borrow(|club| {
			club.restricted.get(&member.0).is_none_or(|only| only.contains(&permission))
		});
		if !may {
			return Err(DispatchError::Other("no permission"));
		}
		Ok(member)
	}

	fn acting(
		who: &u64,
		permission: Permission,
		mandate: Option<MandateId>,
		parties: &[MemberId],
	) -> Result<Actor, DispatchError> {
		let own = Self::member(who, permission)?;
		let Some(id) = mandate else {
			return Ok(Actor { member: own, mandate: None });
		};
		let (principal, agent) = CLUB
			.with_borrow(|club| club.mandates.get(&id.0).copied())
			.ok_or(DispatchError::Other("no such mandate"))?;
		if agent != own {
			return Err(DispatchError::Other("not the agent"));
		}
		if parties.contains(&agent) {
			return Err(DispatchError::Other("the agent is a party"));
		}
		Ok(Actor { member: principal, mandate: Some(MandateRef { id, agent }) })
	}

	fn ensure_capable(member: MemberId, capability: Capability) -> DispatchResult {
		Self::ensure_active(member)?;
		CLUB.with_borrow(|club| club.capabilities.contains(&(member.0, capability)))
			.then_some(())
			.ok_or(DispatchError::Other("not capable"))
	}

	fn ensure_active(member: MemberId) -> DispatchResult {
		match Self::facts(member) {
			Some(facts) if facts.status == MemberStatus::Active => Ok(()),
			Some(_) => Err(DispatchError::Other("member not active")),
			None => Err(DispatchError::Other("no such member")),
		}
	}

	fn is_administrator_of(administrator: MemberId, member: MemberId) -> bool {
		CLUB.with_borrow(|club| club.administrators.contains(&(administrator.0, member.0)))
	}

	fn location(member: MemberId) -> Option<Location> {
		CLUB.with_borrow(|club| club.locations.get(&member.0).cloned())
	}

	fn jurisdiction(member: MemberId) -> Option<u32> {
		CLUB.with_borrow(|club| club.jurisdictions.get(&member.0).copied())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(seed: u32) -> (u64, MemberId) {
		let member = seed.saturating_add(1);
		Self::admit(member, MemberKind::University, true);
		Self::set_location(member, Location::Division(330_100));
		Self::set_jurisdiction(member, 330_000);
		for capability in Capability::ALL {
			Self::grant(member, *capability);
		}
		(u64::from(member), MemberId(member))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_place(member: MemberId, kind: MemberKind, division: u32) {
		Self::set_location(member.0, Location::Division(division));
		CLUB.with_borrow_mut(|club| {
			if let Some(facts) = club.members.get_mut(&member.0) {
				facts.kind = kind;
			}
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_person(seed: u32) -> Option<MemberId> {
		let member = seed.saturating_add(1_000_000);
		Self::admit(member, MemberKind::Person, false);
		Some(MemberId(member))
	}
}

/// Statutes in memory.
pub struct FakeStatutes;

impl FakeStatutes {
	/// Forgets every value.
	pub fn clear() {
		STATUTES.with_borrow_mut(BTreeMap::clear);
	}

	/// A binding value in force from `effective_from` on.
	pub fn set(rule: RuleId, effective_from: Moment, value: StatuteValue) {
		let version = StatuteVersion {
			effective_from,
			value,
			force: Force::Binding,
			status: StatuteStatus::LocalDefault,
			citation: Text::new("a test").expect("short text; qed"),
			citation_digest: None,
		};
		STATUTES.with_borrow_mut(|all| all.entry(rule).or_default().push(version));
	}
}

impl FakeStatutes {
	/// Lets every version of a rule only encourage.
	pub fn encourage(rule: RuleId) {
		STATUTES.with_borrow_mut(|all| {
			for version in all.entry(rule).or_default() {
				version.force = Force::Encouraged;
			}
		});
	}
}

impl Statutes for FakeStatutes {
	fn version_on(rule: RuleId, at: Moment) -> Option<StatuteVersion> {
		STATUTES.with_borrow(|all| {
			all.get(&rule)?.iter().rfind(|version| version.effective_from <= at).cloned()
		})
	}

	fn calendar(year: u16) -> Option<WorkingCalendar> {
		STATUTES.with_borrow(|all| match all.get(&RuleId::WorkingDays(year))?.last()?.value {
			StatuteValue::Calendar(ref calendar) => Some(calendar.clone()),
			_ => None,
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(rule: RuleId, value: StatuteValue) {
		Self::set(rule, Moment(0), value);
	}
}

/// Titles under the true law of `quanqi-title`, with their histories, in the storage of the test: what
/// a call did is undone with the call. Statute values come from [`FakeStatutes`].
pub struct FakeTitles;

fn key(map: &str, achievement: AchievementId) -> Vec<u8> {
	(map, achievement).encode()
}

impl FakeTitles {
	/// Sets the time of the present block.
	pub fn set_now(now: Moment) {
		unhashed::put(b"fake/now", &now);
	}

	/// Every entry of an achievement's history.
	pub fn history(achievement: AchievementId) -> Vec<Entry> {
		unhashed::get_or_default(&key("fake/history", achievement))
	}

	fn stored(achievement: AchievementId) -> Option<Title> {
		unhashed::get(&key("fake/title", achievement))
	}

	fn entry(title: Option<&Title>, step: &Step) -> Entry {
		let title = title.map(Title::body);
		let mut body = EntryBody {
			sequence: title.map_or(0, |title| title.entries),
			block: 1,
			time: Self::now(),
			legal_date: step.legal_date,
			actor: step.actor,
			cause: step.cause.clone(),
			consents: step.consents.clone().try_into().expect("fewer than the bound; qed"),
			statutes: Default::default(),
			act: step.act.clone(),
		};
		let rules = title.map(|title| statutes_needed(title, &body)).unwrap_or_default();
		let used = rules.into_iter().filter_map(|rule| {
			let StatuteVersion { effective_from, value, .. } =
				FakeStatutes::version_on(rule, body.time)?;
			Some(StatuteUsed { rule, effective_from, value })
		});
		body.statutes = used.collect::<Vec<_>>().try_into().expect("fewer than the bound; qed");
		Entry::V1(body)
	}
}

impl Titles for FakeTitles {
	fn title(achievement: AchievementId) -> Option<TitleBody> {
		Self::stored(achievement).map(|title| title.body().clone())
	}

	fn check(achievement: AchievementId, step: &Step) -> Result<(), Refusal> {
		let title = Self::stored(achievement);
		Title::apply(title.as_ref(), &Self::entry(title.as_ref(), step)).map(|_| ())
	}

	fn append(achievement: AchievementId, step: Step) -> Result<u32, DispatchError> {
		let title = Self::stored(achievement);
		let entry = Self::entry(title.as_ref(), &step);
		let next = Title::apply(title.as_ref(), &entry)
			.map_err(|refusal| DispatchError::Other(refusal.reason.as_str()))?;
		let mut history = Self::history(achievement);
		let sequence = entry.body().sequence;
		history.push(entry);
		unhashed::put(&key("fake/history", achievement), &history);
		unhashed::put(&key("fake/title", achievement), &next);
		Ok(sequence)
	}

	fn now() -> Moment {
		unhashed::get_or_default(b"fake/now")
	}
}

/// Notices in the storage of the test: what a call did is undone with the call. They end when the
/// test says so.
pub struct FakeNotices;

impl FakeNotices {
	/// Ends a notice.
	pub fn end(notice: NoticeId, outcome: NoticeOutcome) {
		unhashed::put(&(b"fake/notice-end", notice).encode(), &(FakeTitles::now(), outcome));
	}

	/// Who was named as a party of a notice.
	pub fn parties(notice: NoticeId) -> Vec<MemberId> {
		unhashed::get_or_default(&(b"fake/notice-parties", notice).encode())
	}
}

impl Notices for FakeNotices {
	fn open(notice: NewNotice) -> Result<NoticeId, DispatchError> {
		let id: NoticeId = unhashed::get_or_default(b"fake/next-notice");
		unhashed::put(b"fake/next-notice", &NoticeId(id.0.saturating_add(1)));
		unhashed::put(&(b"fake/notice-parties", id).encode(), &notice.parties);
		let facts = (notice.by, notice.subject, FakeTitles::now());
		unhashed::put(&(b"fake/notice", id).encode(), &facts);
		Ok(id)
	}

	fn withdraw(notice: NoticeId) -> DispatchResult {
		match Self::facts(notice) {
			Some(NoticeFacts { outcome: None, .. }) => {
				Self::end(notice, NoticeOutcome::Withdrawn);
				Ok(())
			}
			_ => Err(DispatchError::Other("the notice is not open")),
		}
	}

	fn facts(notice: NoticeId) -> Option<NoticeFacts> {
		let (by, subject, opened) = unhashed::get(&(b"fake/notice", notice).encode())?;
		let outcome = unhashed::get(&(b"fake/notice-end", notice).encode());
		Some(NoticeFacts { by, subject, opened, outcome })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_close(notice: NoticeId) {
		Self::end(notice, NoticeOutcome::Closed);
	}
}
